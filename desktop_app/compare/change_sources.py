"""Statements in a reporter's own words for which the two sides name another source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.best_pairs import best_pairs
from desktop_app.compare.found_sources import FIGURE, Source, SourceReader
from desktop_app.compare.name_variants import name_variant
from desktop_app.compare.seats import is_short_for, same_seat
from desktop_app.compare.source_phrases import PAPERS, reporting_verb, speaking
from desktop_app.compare.source_sorts import (
    heads,
    of_other_peoples,
    one_voice,
    opposed,
    same_kind_of_source,
    speaks_for,
    studies,
)
from desktop_app.compare.word_families import families_of
from desktop_app.extract.quotations_cues import body_nouns, people_nouns, singular
from desktop_app.model import Change, ChangeKind, EntityRow, EntityType, Side
from desktop_app.text.lexicons import read_words
from desktop_app.text.normalize import fold
from desktop_app.text.phrases import say

_SHARED, _SHARE = 2, 0.4
"""Words of weight that two statements must have in common, and their share of the shorter one."""

_SHARE_OF_PAIR = 0.25
"""The same share where the aligner has paired the two sentences and no other."""

_FEW = 3
"""Sentences of a bead up to which its sources are compared."""


def source_changes(bead: Bead, reader: SourceReader) -> list[Change]:
    """Return the statements of a bead that are given to another source on each side."""
    if max(len(bead.left.sentences), len(bead.right.sentences)) > _FEW:
        return []
    left, right = reader.read(bead.left, Side.LEFT), reader.read(bead.right, Side.RIGHT)
    single = len(bead.left.sentences) == len(bead.right.sentences) == 1
    changes: list[Change] = []
    for a, b in _paired(left, right, _SHARE_OF_PAIR if single else _SHARE):
        if _is_cited(bead.left, a, b) or _is_cited(bead.right, b, a):
            continue
        if not _differ(bead, a, b) or _speaks_too(bead.right, a, b) or _speaks_too(bead.left, b, a):
            continue
        one, other = bead.left.mention(a.first, a.last), bead.right.mention(b.first, b.last)
        note = say(
            "The same statement is given to “{left}” on the left, to “{right}” on the right.",
            left=one.text,
            right=other.text,
        )
        changes.append(Change(ChangeKind.ATTRIBUTION, one, other, note))
    return changes


def _paired(left: Sequence[Source], right: Sequence[Source], share: float) -> list[tuple[Source, Source]]:
    """Pair sources whose statements have most in common."""

    def scored() -> Iterator[tuple[float, int, int]]:
        for (i, a), (j, b) in product(enumerate(left), enumerate(right)):
            shared = a.statement & b.statement
            common = len(shared) + sum(word.startswith(FIGURE) for word in shared)
            fewest = max(1, min(len(a.statement), len(b.statement)))
            if common >= _SHARED and common >= share * fewest:
                yield common / fewest, i, j

    return [(left[i], right[j]) for i, j in best_pairs(scored())]


def _differ(bead: Bead, a: Source, b: Source) -> bool:
    """Whether the sources of one statement on the left and on the right cannot be the same."""
    if a.gender and b.gender and a.gender != b.gender:
        return not a.words & b.words
    if of_other_peoples(a.printed, b.printed):
        return True
    if not (a.words and b.words) or _share_words(a, b) or _is_renamed(a, b):
        return False
    if _of_one_family(a, b) and (a.row is None or b.row is None):
        return False
    if (a.anonymous and _is_person(b.row)) or (b.anonymous and _is_person(a.row)):
        return True
    if a.row is not None and b.row is not None:
        return _names_differ(bead, a.row, b.row, b.words)
    if a.row is not None:
        return _is_another(bead, a, a.row, b, Side.RIGHT)
    if b.row is not None:
        return _is_another(bead, b, b.row, a, Side.LEFT)
    return _nouns_differ(a, b)


def _share_words(a: Source, b: Source) -> bool:
    """Whether two sources share a word that is no mere field of work: "the health ministry", "the nurses'
    health union".
    """
    shared = a.words & b.words
    sorts = {a.noun, b.noun}
    if shared <= _FIELDS and sorts <= body_nouns() and sorts & _SORTS:
        return bool(shared) and one_voice(a.noun, b.noun)
    return bool(shared)


def _is_renamed(a: Source, b: Source) -> bool:
    """Whether two sources are one body or state under two names: "Bangkok", "Thailand"."""
    if same_seat(a.printed, b.printed):
        return True
    return any(
        is_short_for(name, y.printed)
        for x, y in ((a, b), (b, a))
        if x.row is not None
        for side in Side
        for name in x.row.surfaces(side)
    )


def _names_differ(bead: Bead, x: EntityRow, y: EntityRow, words: frozenset[str]) -> bool:
    """Whether two names are of two sources; ``words`` are those beside the second."""
    if x is y or set(x.related) & {y.name} or name_variant(x.name, y.name):
        return False
    return x.type is y.type or not _near(bead, x) & (words | _words(y.name))


def _nouns_differ(a: Source, b: Source) -> bool:
    """Whether two sources without names are two."""
    if opposed(a.noun, b.noun):
        return True
    nouns = {a.noun, b.noun}
    if nouns <= PAPERS or any(s.noun in _VAGUE and len(s.words) < 2 for s in (a, b)):
        return False
    if speaks_for(a.noun, a.printed, b.noun, b.printed):
        return False
    if any((_is_insider(s) and _is_open(o)) or _fewer_know(s, o) for s, o in ((a, b), (b, a))):
        return True
    return not nouns & _ANYBODY and not one_voice(a.noun, b.noun)


def _is_another(bead: Bead, named: Source, row: EntityRow, unnamed: Source, side: Side) -> bool:
    """Whether the source without a name, on ``side``, is another than the one the other side names."""
    if unnamed.noun in _ANYBODY or (unnamed.noun in _VAGUE and len(unnamed.words) < _TOLD):
        return False
    person = _is_person(row)
    if person:
        region = bead.left if side is Side.LEFT else bead.right
        if _told_of(region, side, row, unnamed):
            return True
        if unnamed.definite or _also_there(region, side, row, unnamed):
            return False  # "the former owner" may be he
    if named.noun and (same_kind_of_source(named.noun, unnamed.noun) or heads(named.noun, unnamed.noun)):
        return False
    if named.printed[:1] in _ITS and speaks_for(named.noun, named.printed, unnamed.noun, unnamed.printed):
        return False  # "its director, X", "the company"
    if not person and unnamed.printed[:1] in _ITS and unnamed.noun in people_nouns():
        return False  # "the builder Kovrat", "its chief engineer"
    if not person and _other_body(row.name, unnamed.noun):
        return True
    if any(one_voice(word, unnamed.noun) or word in unnamed.words for word in named.words):
        return False  # "the Ambulance Authority", "emergency services"
    if person and studies(named.noun) and unnamed.noun in _PUBLIC:
        return True  # "the botanist X", "the mayor's office"
    around = _near(bead, row, unnamed, side)
    if not person:
        if unnamed.noun in _OUTSIDE - around:
            return True
        if len(unnamed.words) < 2:
            return False  # "the company"
    known = {word for word in around if {word, singular(word)} & (speaking() - _ANYBODY)}
    if not known or unnamed.words & around:
        return False
    return not any(same_kind_of_source(singular(word), unnamed.noun) for word in known)


def _told_of(region: Region, side: Side, row: EntityRow, unnamed: Source) -> bool:
    """Whether a person is told of in the statement of somebody without a name, and so is another."""
    if unnamed.noun not in people_nouns():
        return False
    home = region.sentences[unnamed.sentence]
    near = unnamed.first - 1, unnamed.last + 2  # "the owner, X, said"
    inside = (m for m in row.on(side) if m.paragraph == home.paragraph and home.start <= m.start < home.end)
    places = (region.place(mention) for mention in inside)
    return any(place and (place[1] <= near[0] or place[0] >= near[1]) for place in places)


def _also_there(region: Region, side: Side, row: EntityRow, unnamed: Source) -> bool:
    """Whether a person speaks for "analysts": the side that tells of them names the person too."""
    return unnamed.noun in _MANY_VOICES and any(m.paragraph in region.paragraphs for m in row.on(side))


def _near(bead: Bead, row: EntityRow, source: Source | None = None, home: Side = Side.LEFT) -> set[str]:
    """Return the words that stand near a name, on both sides, in the singular.

    Those of a ``source`` on its ``home`` side, and what stands beyond it, are left out.
    """
    found: set[str] = set()
    for side, region in ((Side.LEFT, bead.left), (Side.RIGHT, bead.right)):
        told = region.mention(source.first, source.last) if source and side is home else None
        for mention in row.on(side):
            text = region.article.paragraphs[mention.paragraph].text
            first, after = max(0, mention.start - _REACH), mention.end + _REACH
            if told is not None and told.paragraph == mention.paragraph:
                first = max(first, told.end) if told.end <= mention.start else first
                after = min(after, told.start) if told.start >= mention.end else after
            found |= _words(text[first:after])
    return found


def _words(text: str) -> frozenset[str]:
    """Return the longer words of a text in lower case, in the singular."""
    found = (word.strip(".,;:()“”‘’'\"").lower() for word in text.split())
    return frozenset(singular(word.removesuffix("’s").removesuffix("'s")) for word in found if len(word) > 3)


def _of_one_family(a: Source, b: Source) -> bool:
    """Whether two sources are called by words of one family: "growers", "farmers"."""
    families = [
        {
            family
            for word in (s.noun, *(w for w in s.words if w in speaking()))
            for family in families_of(word)
        }
        for s in (a, b)
    ]
    return not families[0].isdisjoint(families[1])


def _speaks_too(region: Region, source: Source, other: Source) -> bool:
    """Whether one side has the other side's source speak as well, in a clause or sentence of its own."""
    if not source.noun:
        return False
    words = region.words
    for place, word in enumerate(words):
        if other.first <= place <= other.last or not same_kind_of_source(singular(word.low), source.noun):
            continue
        near = words[place + 1 : place + 3]
        if any(reporting_verb(w.low) and w.sentence == word.sentence for w in near):
            return True
    return False


def _is_cited(region: Region, own: Source, other: Source) -> bool:
    """Whether a source cites that of the other side in its own sentence: "the mayor, citing the report"."""
    near = {word.low for word in region.words if word.sentence == own.sentence}
    return not _CITING.isdisjoint(near) and len(other.words) > 1 and other.words <= set(map(singular, near))


_CITING = frozenset(("citing", "quoting", "cited", "quoted"))


def _fewer_know(several: Source, one: Source) -> bool:
    """Whether several people who know are one official of a body on the other side."""
    counted = several.printed[:1] in _SEVERAL and _is_insider(several)
    return (
        counted
        and one.printed[:1] in _ONE
        and len(one.words) > 1
        and not _is_insider(one)
        and (one.words.isdisjoint(_KNOWING))
    )


def _is_insider(source: Source) -> bool:
    """Whether a source is somebody without a name who knows: "a person familiar with the plans"."""
    return source.noun in ("person", "people", "source") and not source.words.isdisjoint(_KNOWING)


def _is_open(source: Source) -> bool:
    """Whether a source speaks for itself, openly: "the union", "its chairman"."""
    named = source.printed[:1] in _DEFINITE and source.noun in people_nouns()
    return source.noun in _OPEN_BODIES or (named and source.noun not in _VAGUE)


_ITS = (("its",), ("their",))
_DEFINITE = (("the",), ("its",), ("their",))
_SEVERAL = (("two",), ("three",), ("four",), ("five",), ("six",), ("several",))
_ONE = (("a",), ("an",), ("one",))
_KNOWING = frozenset(("familiar", "knowledge", "briefed", "close", "direct"))
_OPEN_BODIES = frozenset(("union", "police", "court", "regulator", "opposition", "watchdog", "parliament"))
"""Bodies that speak for themselves, so that no insider is meant by them."""


def _is_person(row: EntityRow | None) -> bool:
    return row is not None and row.type is EntityType.PERSON


def _other_body(name: str, noun: str) -> bool:
    """Whether a body's name tells that it is of another sort: "National Audit Office", "the central bank"."""
    sorts = {singular(word) for word in fold(name).split()} & body_nouns()
    if noun in _MARCHING and sorts & _STATE:
        return True  # "the Interior Ministry", "organisers"
    return noun in _SORTS and bool(sorts) and not any(same_kind_of_source(sort, noun) for sort in sorts)


_FIELDS = read_words("disagreement_words.txt", "portfolio")
_MANY_VOICES = frozenset(
    ("analyst", "economist", "expert", "researcher", "scientist", "campaigner", "resident")
)
_SORTS = frozenset(
    (
        "ministry",
        "bank",
        "university",
        "court",
        "union",
        "party",
        "army",
        "council",
        "hospital",
        "secretariat",
        "church",
    )
)
"""Bodies that no other sort of body is called for short."""

_MARCHING = frozenset(
    ("organiser", "organizer", "protester", "demonstrator", "striker", "campaigner", "rebel")
)
_STATE = frozenset(("ministry", "police", "army", "government", "court", "navy"))
"""Those who march, and bodies that never speak for them."""

_TOLD = 3
"""Words of a vague source from which it says who they are: "officials of the regional government"."""

_PUBLIC = frozenset(("office", "government", "ministry", "police", "council", "authority", "army", "party"))
"""Bodies that no scholar speaks for."""

_REACH = 90
"""Letters around a name in which its office stands."""


_ANYBODY = frozenset(("", "person", "people", "man", "woman", "source", "critic", "supporter", "opponent"))
_VAGUE = _ANYBODY | frozenset(("official", "expert"))
_OUTSIDE = frozenset(
    ("police", "witness", "resident", "neighbour", "neighbor", "prosecutor", "doctor", "union", "passenger")
)

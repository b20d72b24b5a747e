"""Who a reporter names for a statement in his own words, and whether both sides name the same source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product

from desktop_app.compare.bead_making import sentence_region
from desktop_app.compare.beads import Bead, Placed, Region
from desktop_app.compare.best_pairs import best_pairs
from desktop_app.compare.change_names import NameIndex
from desktop_app.compare.source_phrases import (
    PAPERS,
    SHOWING,
    find_sources,
    head_of,
    pronoun_source,
    reporting_verb,
    speaking,
    subject_of,
)
from desktop_app.compare.source_sorts import (
    of_other_peoples,
    one_voice,
    opposed,
    same_kind_of_source,
    speaks_for,
    studies,
)
from desktop_app.compare.speaker_signs import gender_of_source, is_anonymous, sort_of_head
from desktop_app.compare.speakers import name_variant
from desktop_app.compare.word_families import families_of
from desktop_app.extract.quotations_cues import body_nouns, people_nouns, singular
from desktop_app.model import Change, ChangeKind, EntityRow, EntityType, Mention, Side
from desktop_app.text.normalize import fold
from desktop_app.text.phrases import say

_SHARED, _SHARE = 2, 0.4
"""Words of weight that two statements must have in common, and their share of the shorter one."""

_SHARE_OF_PAIR = 0.25
"""The same share where the aligner has paired the two sentences and no other."""

_FEW = 3
"""Sentences of a bead up to which its sources are compared."""


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a statement: the sentence in its region, first and last word, its words without those
    that say nothing, the noun it is, the name in it, the words of weight of its statement, whether it is one
    person who has been spoken of ("the former owner"), whether it asked not to be named, and whether it is a
    man ("m"), a woman ("f") or neither is told.
    """

    sentence: int
    first: int
    last: int
    words: frozenset[str]
    noun: str
    row: EntityRow | None
    statement: frozenset[str]
    definite: bool = False
    anonymous: bool = False
    gender: str = ""
    printed: tuple[str, ...] = ()
    """Its folded words in order, with those behind that may tell whose it is: "a memo drawn up by"."""


class SourceReader:
    """Compares the sources of the statements of two articles."""

    def __init__(self, names: NameIndex) -> None:
        self._names = names

    def changes(self, bead: Bead) -> list[Change]:
        """Return the statements of a bead that are given to another source on each side."""
        if max(len(bead.left.sentences), len(bead.right.sentences)) > _FEW:
            return []
        left = self._read(bead.left, Side.LEFT)
        right = self._read(bead.right, Side.RIGHT)
        changes: list[Change] = []
        single = len(bead.left.sentences) == len(bead.right.sentences) == 1
        for a, b in _paired(left, right, _SHARE_OF_PAIR if single else _SHARE):
            if not self._differ(bead, a, b) or _speaks_too(bead.right, a, b) or _speaks_too(bead.left, b, a):
                continue
            one, other = bead.left.mention(a.first, a.last), bead.right.mention(b.first, b.last)
            note = say(
                "The same statement is given to “{left}” on the left, to “{right}” on the right.",
                left=one.text,
                right=other.text,
            )
            changes.append(Change(ChangeKind.ATTRIBUTION, one, other, note))
        return changes

    def _read(self, region: Region, side: Side) -> list[Source]:
        """Return the sources of a region, at most one a sentence."""
        found: list[Source] = []
        words = region.words
        starts = [i for i, word in enumerate(words) if not i or words[i - 1].sentence != word.sentence]
        for start, end in pairwise([*starts, len(words)]):
            if _quotes(region, region.words[start].sentence):
                continue
            parts = find_sources(region.words, start, end)
            if len(parts) == 1:
                found.append(self._source(region, side, parts[0], start, end))
            elif not parts and (cue := pronoun_source(region.words, start, end)):
                found.append(self._behind_pronoun(region, side, start, cue, end))
        return [source for source in found if source.noun or source.row is not None or source.gender]

    def _source(self, region: Region, side: Side, part: tuple[int, int, int], start: int, end: int) -> Source:
        first, last, cue = part
        words = region.words
        inside = words[first : last + 1]
        row = self._row(region, side, first, last)
        verb = reporting_verb(words[cue].low)
        surely = verb is None or not (verb.base in SHOWING or (verb.nounlike and words[cue].low == verb.base))
        heavy = frozenset(singular(w.low) for w in inside if w.heavy)
        rest = frozenset(
            _key(words[i])
            for i in range(start, end)
            if words[i].heavy and not first <= i <= last and not cue <= i <= cue + 1
        )
        noun = head_of(inside, any_noun=surely)
        if noun in PAPERS and inside[0].low in _THEIRS:
            noun = ""  # "its minutes" speak for somebody told before
        one = (
            inside[0].low == "the"
            and noun in people_nouns() - body_nouns()
            and any(w.low == noun for w in inside)
        )
        noun = sort_of_head(noun, heavy)
        person = row is not None and row.type is EntityType.PERSON
        hidden = not person and is_anonymous(region.article, region.mention(first, last))
        gender = gender_of_source(" ".join(w.low for w in inside), row.name if row and person else None)
        told = tuple(w.low for w in inside) + _owner(words[last + 1 : min(end, last + _OWNED)])
        return Source(words[first].sentence, first, last, heavy, noun, row, rest, one, hidden, gender, told)

    def _behind_pronoun(self, region: Region, side: Side, start: int, cue: int, end: int) -> Source:
        """Return the source that "it said" means: the subject of the sentence before, where that is told."""
        words = region.words
        rest = frozenset(_key(w) for w in words[cue + 1 : end] if w.heavy)
        gender = gender_of_source(words[start].low, None)
        alone = Source(words[start].sentence, start, start, frozenset(), "", None, rest, gender=gender)
        home = region.sentences[words[start].sentence]
        sentences = region.article.paragraphs[home.paragraph].sentences
        number = next((n for n, s in enumerate(sentences) if s.start == home.start), 0)
        if number == 0:
            return alone
        before = sentence_region(region.article, home.paragraph, number - 1)
        subject = subject_of(before.words)
        if subject is None:
            return alone
        told = self._source(before, side, (*subject, subject[1] + 1), 0, len(before.words))
        person = told.row is not None and told.row.type is EntityType.PERSON
        if person != bool(gender):
            return alone
        return replace(alone, words=told.words, noun=told.noun, row=told.row)

    def _row(self, region: Region, side: Side, first: int, last: int) -> EntityRow | None:
        whole: Mention = region.mention(first, last)
        rows = [
            row
            for mention, row in self._names.in_paragraphs(side, [whole.paragraph])
            if whole.start <= mention.start and mention.end <= whole.end
        ]
        people = [row for row in rows if row.type is EntityType.PERSON]
        bodies = [row for row in rows if row.type is EntityType.ORG]
        return next(iter([*people, *bodies]), None)

    def _differ(self, bead: Bead, a: Source, b: Source) -> bool:
        if a.gender and b.gender and a.gender != b.gender:
            return not a.words & b.words
        if of_other_peoples(a.printed, b.printed):
            return True
        if a.words & b.words or not (a.words and b.words) or _of_one_family(a, b):
            return False
        x, y = a.row, b.row
        if (a.anonymous and _is_person(y)) or (b.anonymous and _is_person(x)):
            return True
        if x is not None and y is not None:
            if x is y or set(x.related) & {y.name} or name_variant(x.name, y.name):
                return False
            return x.type is y.type or not self._beside(bead, x, b.words | _words(y.name))
        if x is None and y is None:
            nouns = {a.noun, b.noun}
            if opposed(a.noun, b.noun):
                return True
            if nouns <= PAPERS or any(s.noun in _VAGUE and len(s.words) < 2 for s in (a, b)):
                return False
            if speaks_for(a.noun, a.printed, b.noun, b.printed):
                return False
            if any(_is_insider(s) and _is_open(o) for s, o in ((a, b), (b, a))):
                return True
            return not nouns & _ANYBODY and not one_voice(a.noun, b.noun)
        row, unnamed = (x, b) if x is not None else (y, a)
        if row is None or not unnamed.noun or unnamed.noun in _ANYBODY:
            return False
        if unnamed.noun in _VAGUE and len(unnamed.words) < _TOLD:
            return False
        if _is_person(row) and self._told_of(bead, row, a is unnamed, unnamed):
            return True
        if _is_person(row) and (unnamed.definite or self._also_there(bead, row, a is unnamed, unnamed)):
            return False  # "the former owner" may be he
        named = a if x is not None else b
        if named.noun and same_kind_of_source(named.noun, unnamed.noun):
            return False
        if any(one_voice(word, unnamed.noun) or word in unnamed.words for word in named.words):
            return False  # "the Ambulance Authority", "emergency services"
        if _is_person(row) and studies(named.noun) and unnamed.noun in _PUBLIC:
            return True  # "the botanist X", "the mayor's office"
        around = self._near(bead, row)
        known = {word for word in around if {word, singular(word)} & (speaking() - _ANYBODY)}
        if row.type is not EntityType.PERSON and unnamed.noun in _OUTSIDE and unnamed.noun not in around:
            return True
        if row.type is not EntityType.PERSON and _other_body(row.name, unnamed.noun):
            return True
        if row.type is not EntityType.PERSON and len(unnamed.words) < 2:
            return False  # "the company"
        if not known or unnamed.words & around:
            return False
        return not any(same_kind_of_source(singular(word), unnamed.noun) for word in known)

    def _told_of(self, bead: Bead, row: EntityRow, on_left: bool, unnamed: Source) -> bool:
        """Whether a person is told of in the statement of somebody without a name, and so is another."""
        region, side = (bead.left, Side.LEFT) if on_left else (bead.right, Side.RIGHT)
        home = region.sentences[unnamed.sentence]
        near = unnamed.first - 1, unnamed.last + 2  # "the owner, X, said"
        for mention, other in self._names.in_paragraphs(side, [home.paragraph]):
            place = region.place(mention) if other is row else None
            if place is None or not home.start <= mention.start < home.end:
                continue
            if (place[1] <= near[0] or place[0] >= near[1]) and unnamed.noun in people_nouns():
                return True
        return False

    @staticmethod
    def _also_there(bead: Bead, row: EntityRow, on_left: bool, unnamed: Source) -> bool:
        """Whether a person speaks for "analysts": the side that tells of them names the person too."""
        region, side = (bead.left, Side.LEFT) if on_left else (bead.right, Side.RIGHT)
        return unnamed.noun in _MANY_VOICES and any(m.paragraph in region.paragraphs for m in row.on(side))

    def _beside(self, bead: Bead, row: EntityRow, words: frozenset[str]) -> bool:
        """Whether any of some words stands near a name in either article."""
        return bool(self._near(bead, row) & words)

    def _near(self, bead: Bead, row: EntityRow) -> set[str]:
        """Return the folded words of the sentences in which a name stands, on both sides."""
        found: set[str] = set()
        for side, article in ((Side.LEFT, bead.left.article), (Side.RIGHT, bead.right.article)):
            for mention in row.on(side):
                paragraph = article.paragraphs[mention.paragraph]
                start, end = max(0, mention.start - _REACH), mention.end + _REACH
                found |= _words(paragraph.text[start:end])
        return found


_FIGURE = "#"


def _key(word: Placed) -> str:
    """Return what a word of a statement is held against: long figures by their digits alone."""
    digits = "".join(filter(str.isdigit, word.low))
    return _FIGURE + digits if len(digits) >= _LONG else word.near


_LONG = 3
"""Digits of a figure that hardly stands in two statements by chance, so that it counts for two words."""


def _of_one_family(a: Source, b: Source) -> bool:
    """Whether two sources are called by words of one family: "growers", "farmers"."""
    families = [{family for word in (s.noun, *s.words) for family in families_of(word)} for s in (a, b)]
    return not families[0].isdisjoint(families[1])


def _speaks_too(region: Region, source: Source, other: Source) -> bool:
    """Whether one side has the other side's source speak as well, in a clause or sentence of its own."""
    words = region.words
    for place in range(len(words)):
        if other.first <= place <= other.last or not source.noun:
            continue
        if same_kind_of_source(singular(words[place].low), source.noun):
            near = words[place + 1 : place + 3]
            if any(reporting_verb(w.low) and w.sentence == words[place].sentence for w in near):
                return True
    return False


def _is_insider(source: Source) -> bool:
    """Whether a source is somebody without a name who knows: "a person familiar with the plans"."""
    return source.noun in ("person", "people", "source") and not source.words.isdisjoint(_KNOWING)


def _is_open(source: Source) -> bool:
    """Whether a source speaks for itself, openly: "the union", "its chairman"."""
    named = source.printed[:1] in _DEFINITE and source.noun in people_nouns()
    return source.noun in _OPEN_BODIES or (named and source.noun not in _VAGUE)


_DEFINITE = (("the",), ("its",), ("their",))
_KNOWING = frozenset(("familiar", "knowledge", "briefed", "close", "direct"))
_OPEN_BODIES = frozenset(("union", "police", "court", "regulator", "opposition", "watchdog", "parliament"))
"""Bodies that speak for themselves, so that no insider is meant by them."""


def _is_person(row: EntityRow | None) -> bool:
    return row is not None and row.type is EntityType.PERSON


def _other_body(name: str, noun: str) -> bool:
    """Whether a body's name tells that it is of another sort: "National Audit Office", "the central bank"."""
    sorts = {singular(word) for word in fold(name).split()} & body_nouns()
    return noun in _SORTS and bool(sorts) and not any(same_kind_of_source(sort, noun) for sort in sorts)


_MANY_VOICES = frozenset(
    ("analyst", "economist", "expert", "researcher", "scientist", "campaigner", "resident")
)
_SORTS = {"ministry"} | frozenset(
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

_TOLD = 3
"""Words of a vague source from which it says who they are: "officials of the regional government"."""

_PUBLIC = frozenset(("office", "government", "ministry", "police", "council", "authority", "army", "party"))
"""Bodies that no scholar speaks for."""

_REACH = 90
"""Letters around a name in which its office stands."""


def _owner(behind: Sequence[Placed]) -> tuple[str, ...]:
    """Return the word behind a source that opens whose it is: "drawn up by"."""
    return tuple(w.low for w in behind if w.low in ("of", "by", "from") and not w.after_mark)[:1]


_OWNED = 5
"""Words from the last of a paper on among which it is told whose it is."""

_THEIRS = frozenset(("its", "their", "his", "her"))
_ANYBODY = frozenset(("", "person", "people", "man", "woman", "source", "critic", "supporter", "opponent"))
_VAGUE = _ANYBODY | frozenset(("official", "expert"))
_OUTSIDE = frozenset(
    ("police", "witness", "resident", "neighbour", "neighbor", "prosecutor", "doctor", "union", "passenger")
)


def _words(text: str) -> frozenset[str]:
    found = (word.strip(".,;:()“”‘’'\"").lower() for word in text.split())
    return frozenset(singular(word.removesuffix("’s").removesuffix("'s")) for word in found if len(word) > 3)


def _quotes(region: Region, sentence: int) -> bool:
    """Whether a sentence holds more in quotation marks than a term."""
    span = region.sentences[sentence]
    text = region.article.paragraphs[span.paragraph].text[span.start : span.end]
    if _MARKS.isdisjoint(text):
        return False
    return any(len(part.split()) > _TERM for found in _QUOTED.findall(text) for part in found)


_MARKS = frozenset("“\"«‘'")
_QUOTED = re.compile(r"“([^”]*)|\"([^\"]*)|«([^»]*)|(?:^|\s)[‘']([^’']*)")
_TERM = 3
"""Words in quotation marks up to which they are a term, not a quotation."""


def _paired(left: Sequence[Source], right: Sequence[Source], share: float) -> list[tuple[Source, Source]]:
    """Pair sources whose statements have most in common."""

    def scored() -> Iterator[tuple[float, int, int]]:
        for (i, a), (j, b) in product(enumerate(left), enumerate(right)):
            shared = a.statement & b.statement
            common = len(shared) + sum(word.startswith(_FIGURE) for word in shared)
            fewest = max(1, min(len(a.statement), len(b.statement)))
            if common >= _SHARED and common >= share * fewest:
                yield common / fewest, i, j

    return [(left[i], right[j]) for i, j in best_pairs(scored())]

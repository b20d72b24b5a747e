"""Who a reporter names for a statement in his own words, and whether both sides name the same source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.compare.beads import Bead, Placed, Region
from desktop_app.compare.change_names import NameIndex
from desktop_app.compare.denials import FRONT
from desktop_app.compare.speakers import name_variant, same_kind_of_source
from desktop_app.compare.word_families import is_past
from desktop_app.extract.quotations_cues import Cue, body_nouns, cues, people_nouns, singular
from desktop_app.model import Change, ChangeKind, EntityRow, EntityType, Mention, Side
from desktop_app.text.lexicons import read_words
from desktop_app.text.phrases import say

_SHARED, _SHARE = 2, 0.4
"""Words of weight that two statements must have in common, and their share of the shorter one."""

_SHARE_OF_PAIR = 0.25
"""The same share where the aligner has paired the two sentences and no other."""

_LONGEST = 12
"""Words of the longest source."""

_FEW = 3
"""Sentences of a bead up to which its sources are compared."""


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a statement: the sentence in its region, first and last word, its words without those
    that say nothing, the noun it is, the name in it, the words of weight of its statement, and whether it is
    one person who has been spoken of ("the former owner").
    """

    sentence: int
    first: int
    last: int
    words: frozenset[str]
    noun: str
    row: EntityRow | None
    statement: frozenset[str]
    definite: bool = False


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
            if not self._differ(bead, a, b):
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
        starts = [i for i in range(len(region.words)) if region.edge(i - 1, i)]
        for start, end in zip(starts, [*starts[1:], len(region.words)], strict=True):
            if _quotes(region, region.words[start].sentence):
                continue
            parts = _sources(region.words, start, end)
            if len(parts) == 1:
                found.append(self._source(region, side, parts[0], start, end))
        return [source for source in found if source.noun or source.row is not None]

    def _source(self, region: Region, side: Side, part: tuple[int, int, int], start: int, end: int) -> Source:
        first, last, cue = part
        words = region.words
        inside = words[first : last + 1]
        row = self._row(region, side, first, last)
        verb = _verb(words[cue].low)
        surely = verb is None or not (
            verb.base in _SHOWING or (verb.nounlike and words[cue].low == verb.base)
        )
        heavy = frozenset(singular(w.low) for w in inside if w.heavy)
        rest = frozenset(
            words[i].near
            for i in range(start, end)
            if words[i].heavy and not first <= i <= last and not cue <= i <= cue + 1
        )
        noun = _head(inside, any_noun=surely)
        if noun in _PAPERS and inside[0].low in _THEIRS:
            noun = ""  # "its minutes" speak for somebody told before
        one = (
            inside[0].low == "the"
            and noun in people_nouns() - body_nouns()
            and any(w.low == noun for w in inside)
        )
        return Source(words[first].sentence, first, last, heavy, noun, row, rest, one)

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
        if a.words & b.words:
            return False
        x, y = a.row, b.row
        if x is not None and y is not None:
            if x is y or set(x.related) & {y.name} or name_variant(x.name, y.name):
                return False
            return x.type is y.type or not self._beside(bead, x, b.words | _words(y.name))
        if x is None and y is None:
            nouns = {a.noun, b.noun}
            if nouns <= _PAPERS or any(s.noun in _VAGUE and len(s.words) < 2 for s in (a, b)):
                return False
            return not nouns & _ANYBODY and not same_kind_of_source(a.noun, b.noun)
        row, unnamed = (x, b) if x is not None else (y, a)
        if row is None or not unnamed.noun or unnamed.noun in _VAGUE:
            return False
        if row.type is EntityType.PERSON and unnamed.definite:
            return False  # "the former owner" may be he
        named = a if x is not None else b
        if named.noun and same_kind_of_source(named.noun, unnamed.noun):
            return False
        around = self._near(bead, row)
        known = {word for word in around if word in _speaking() or singular(word) in _speaking()}
        if row.type is not EntityType.PERSON and unnamed.noun in _OUTSIDE and unnamed.noun not in around:
            return True
        if row.type is not EntityType.PERSON and len(unnamed.words) < 2:
            return False  # "the company"
        if not known or unnamed.words & around:
            return False
        return not any(same_kind_of_source(singular(word), unnamed.noun) for word in known)

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


_REACH = 90
"""Letters around a name in which its office stands."""

_PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who", "this", "that", "which", "one"))
_THEIRS = frozenset(("its", "their", "his", "her"))
_ANYBODY = frozenset(("", "person", "people", "source", "critic", "supporter", "opponent"))
_VAGUE = _ANYBODY | frozenset(("official", "expert"))
_OUTSIDE = frozenset(
    ("police", "witness", "resident", "neighbour", "neighbor", "prosecutor", "doctor", "union", "passenger")
)


def _words(text: str) -> frozenset[str]:
    found = (word.strip(".,;:()“”‘’'\"").lower() for word in text.split())
    return frozenset(singular(word.removesuffix("’s").removesuffix("'s")) for word in found if len(word) > 3)


@cache
def _speaking() -> frozenset[str]:
    return people_nouns() | body_nouns() | _PAPERS


_PAPERS = read_words("source_nouns.txt", "papers")


def _quotes(region: Region, sentence: int) -> bool:
    """Whether a sentence holds more in quotation marks than a term."""
    span = region.sentences[sentence]
    text = region.article.paragraphs[span.paragraph].text[span.start : span.end]
    return any(len(part.split()) > _TERM for found in _QUOTED.findall(text) for part in found)


_QUOTED = re.compile(r"“([^”]*)|\"([^\"]*)|«([^»]*)|(?:^|\s)[‘']([^’']*)")
_TERM = 3
"""Words in quotation marks up to which they are a term, not a quotation."""


def _paired(left: Sequence[Source], right: Sequence[Source], share: float) -> list[tuple[Source, Source]]:
    """Pair sources whose statements have most in common."""
    scored: list[tuple[float, int, int]] = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            common = len(a.statement & b.statement)
            fewest = max(1, min(len(a.statement), len(b.statement)))
            if common >= _SHARED and common >= share * fewest:
                scored.append((common / fewest, i, j))
    pairs: list[tuple[Source, Source]] = []
    used: set[tuple[str, int]] = set()
    for _, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if ("left", i) not in used and ("right", j) not in used:
            used.update((("left", i), ("right", j)))
            pairs.append((left[i], right[j]))
    return pairs


# Finding them ------------------------------------------------------------------------------------------


def _sources(words: Sequence[Placed], start: int, end: int) -> list[tuple[int, int, int]]:
    """Return the sources of a sentence: first and last word, and the place of the reporting word."""
    found: list[tuple[int, int, int]] = []
    for place in range(start, end):
        part = _named_after(words, place, end) or _subject(words, place, start, end)
        if part is not None and not any(part[0] <= f[1] and f[0] <= part[1] for f in found):
            found.append((*part, place))
    return found


_PHRASES = (("according", "to"), ("view", "of"), ("opinion", "of"), ("words", "of"), ("eyes", "of"))


def _named_after(words: Sequence[Placed], place: int, end: int) -> tuple[int, int] | None:
    """Return the source after "according to" or "in the view of" at a place."""
    if place + 2 >= end or (words[place].low, words[place + 1].low) not in _PHRASES:
        return None
    return _phrase_from(words, place + 2, end)


def _subject(words: Sequence[Placed], place: int, start: int, end: int) -> tuple[int, int] | None:
    """Return the source that is the subject of a reporting verb at a place."""
    cue = _verb(words[place].low)
    if cue is None or words[place].low.endswith("ing"):
        return None
    if place > start and words[place - 1].low in _NO_SUBJECT:
        return None  # "was told", "able to say"
    saying = cue.strong or cue.base in _FINDING
    if not saying and not (
        cue.base == "put" and any(w.low == "at" for w in words[place + 1 : min(end, place + 8)])
    ):
        return None
    if words[place].after_mark and place > start + 2:
        first = _until_mark(words, start, place)
        if first is not None and _speaks(words[first[0] : first[1] + 1]):
            return first
        after = _phrase_from(words, place + 1, end) if saying and cue.base not in _SHOWING else None
        return after if after is not None and _speaks(words[after[0] : after[1] + 1]) else None
    last = place - 1
    while last > start and words[last].low in _BETWEEN and not words[last + 1].after_mark:
        if words[last].low in _DENYING:
            return None
        last -= 1
    first_place = last
    while first_place > start and last - first_place < _LONGEST and not words[first_place].after_mark:
        if words[first_place - 1].low in _BREAKS:
            break
        first_place -= 1
    part = _relevant(words, first_place, last)
    if cue.nounlike and words[place].low == cue.base and words[last].low not in _speaking():
        return None  # "a weak point"
    if part is None or not _speaks(words[part[0] : part[1] + 1]):
        return None
    follows = words[place + 1] if place + 1 < end else None
    closing = follows is None or follows.after_mark or follows.low in _AFTER
    return part if closing or end - place > _LEAST else None


_LEAST = 4
"""Words after a reporting verb from which they may be a clause."""


def _until_mark(words: Sequence[Placed], start: int, end: int) -> tuple[int, int] | None:
    for place in range(start + 1, min(end, start + _LONGEST)):
        if words[place].low in FRONT or is_past(words[place].low):
            return None  # a clause, not a source
        if words[place].after_mark and words[place - 1].low not in _TITLES:
            return _relevant(words, start, place - 1)
    return None


def _phrase_from(words: Sequence[Placed], start: int, end: int) -> tuple[int, int] | None:
    last = start
    for place in range(start, min(end, start + _LONGEST)):
        if place > start and (words[place].after_mark or words[place].low in _BREAKS):
            break
        last = place
    return _relevant(words, start, last) if start < end else None


def _relevant(words: Sequence[Placed], first: int, last: int) -> tuple[int, int] | None:
    """Cut "figures from the board" to "the board": papers speak for those they are of."""
    inside = words[first : last + 1]
    paper = next((i for i, w in enumerate(inside) if w.low in _PAPERS), None)
    if paper is not None and paper + 1 < len(inside) and inside[paper + 1].low in ("of", "from", "by"):
        first += paper + 2
    return (first, last) if first <= last else None


def _speaks(inside: Sequence[Placed]) -> bool:
    if len(inside) == 1 and inside[0].low in _PRONOUNS:
        return False
    return any(w.heavy for w in inside) and inside[0].low not in _PRONOUNS


def _head(inside: Sequence[Placed], *, any_noun: bool) -> str:
    """Return the noun, singular, that says what a source is: the last before "of", "for" or a mark.

    ``any_noun`` takes one that is not known to speak for want of a better one.
    """
    front: list[Placed] = []
    for number, word in enumerate(inside):
        if front and (word.low in _LINKS or (word.after_mark and number)):
            break
        front.append(word)
    known = next((singular(w.low) for w in reversed(front) if w.low in _speaking()), "")
    if known or not any_noun:
        return known
    return next((w.stem for w in reversed(front) if w.heavy and w.low.endswith(_DOERS)), "")


_DOERS = (
    "er",
    "ers",
    "or",
    "ors",
    "ist",
    "ists",
    "ian",
    "ians",
    "ant",
    "ants",
    "man",
    "men",
    "woman",
    "women",
)
"""Endings of words for somebody who does something."""

_TITLES = read_words("reporting_grammar.txt", "titles")


def _verb(low: str) -> Cue | None:
    """Return what a form of a reporting verb is, "shows" among them."""
    return cues().get(low) or (Cue("show", False, False) if low in _SHOWN else None)


_SHOWN = frozenset(("show", "shows", "showed", "indicate", "indicates", "indicated"))
_LINKS = frozenset(("of", "for", "from", "with", "near", "at", "in", "on", "who", "to"))
_FINDING = frozenset(
    (
        "find",
        "show",
        "argue",
        "warn",
        "estimate",
        "complain",
        "note",
        "suggest",
        "point",
        "describe",
        "think",
        "believe",
        "claim",
        "predict",
        "confirm",
        "calculate",
        "expect",
        "forecast",
    )
)
_SHOWING = frozenset(("show", "find", "suggest", "put", "expect", "forecast"))
"""Verbs whose subject may be anything, so that it must be a noun that is known to speak."""

_NO_SUBJECT = frozenset(
    ("was", "were", "been", "being", "be", "is", "are", "to", "a", "the", "an", "its", "their")
)
_BETWEEN = read_words("reporting_grammar.txt", "skipped") | frozenset(("on", "in"))
_DENYING = frozenset(("never", "not", "n't", "cannot"))
_BREAKS = read_words("reporting_grammar.txt", "breaks") - frozenset(("on", "by"))
_AFTER = frozenset(("on", "in", "at", "that", "yesterday", "last"))

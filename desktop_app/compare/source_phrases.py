"""Who is named as the source of a statement: the words beside "said", "according to", "figures from"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from desktop_app.compare.auxiliaries import FRONT
from desktop_app.compare.beads import Placed
from desktop_app.compare.word_families import is_past
from desktop_app.extract.quotations_cues import Cue, body_nouns, cues, people_nouns, singular
from desktop_app.extract.quotations_phrases import PRONOUNS
from desktop_app.text.lexicons import read_words
from desktop_app.text.numbers import UNITS

_LONGEST = 12
"""Words of the longest source."""


@cache
def speaking() -> frozenset[str]:
    """Return nouns for all that may be a source: people, bodies and papers."""
    return people_nouns() | body_nouns() | PAPERS


PAPERS = read_words("source_nouns.txt", "papers")


def find_sources(words: Sequence[Placed], start: int, end: int) -> list[tuple[int, int, int]]:
    """Return the sources of a sentence: first and last word, and the place of the reporting word."""
    found: list[tuple[int, int, int]] = []
    for place in range(start, end):
        part = _named_after(words, place, end) or _subject(words, place, start, end)
        if part is None or any(part[0] <= f[1] and f[0] <= part[1] for f in found):
            continue
        if not any(_governs(words, f[2], part[0]) for f in found):
            found.append((*part, place))
    return found


def _governs(words: Sequence[Placed], cue: int, place: int) -> bool:
    """Whether a subject stands in what a reporting verb reports: "said the athlete had declared it"."""
    between = words[cue + 1 : place + 1]
    return 0 < len(between) <= 2 and not any(word.after_mark for word in between)


_PHRASES = (("according", "to"), ("view", "of"), ("opinion", "of"), ("words", "of"), ("eyes", "of"))


def _named_after(words: Sequence[Placed], place: int, end: int) -> tuple[int, int] | None:
    """Return the source after "according to" or "in the view of" at a place."""
    if place + 2 >= end or (words[place].low, words[place + 1].low) not in _PHRASES:
        return None
    return _phrase_from(words, place + 2, end)


def _subject(words: Sequence[Placed], place: int, start: int, end: int) -> tuple[int, int] | None:
    """Return the source that is the subject of a reporting verb at a place."""
    cue = reporting_verb(words[place].low)
    if cue is None or words[place].low.endswith("ing"):
        return None
    if place > start and words[place - 1].low in _NO_SUBJECT:
        return None  # "was told", "able to say"
    if cue.nounlike and place > start and _counts(words[place - 1].low):
        return None  # "two points"
    saying = cue.strong or cue.base in _FINDING or (cue.base == "call" and _calls_for(words, place, end))
    if not saying and not (
        cue.base == "put" and any(w.low == "at" for w in words[place + 1 : min(end, place + 8)])
    ):
        return None
    if words[place].after_mark and place > start + 2:
        return _behind_mark(words, place, start, end, saying=saying, shows=cue.base in SHOWING)
    return _before_verb(words, place, start, end, cue)


def _counts(low: str) -> bool:
    return low[:1].isdigit() or low in UNITS or low in ("percentage", "several", "many", "few")


def _behind_mark(
    words: Sequence[Placed], place: int, start: int, end: int, *, saying: bool, shows: bool
) -> tuple[int, int] | None:
    """Return the source of a verb behind a mark: "the mayor, Ann Lee, said", "..., said the mayor"."""
    first = _until_mark(words, start, place)
    if first is not None and _speaks(words[first[0] : first[1] + 1]):
        named = place - first[1] - 1 <= _NAME and not _tells(words[first[1] + 1 : place])
        return (first[0], place - 1) if named else first
    named_before = _between_marks(words, start, place)
    if named_before is not None and saying:
        return named_before
    after = _phrase_from(words, place + 1, end) if saying and not shows else None
    if after is not None and any(_opens_clause(word) for word in words[after[0] : min(end, after[1] + 2)]):
        return None  # "defends the purchase, says buses were never cheap", "said a plane would"
    return after if after is not None and _speaks(words[after[0] : after[1] + 1]) else None


def _opens_clause(word: Placed) -> bool:
    """Whether a word behind a reporting verb stands in what is reported."""
    return word.low in _NO_NAME or word.low in FRONT or (is_past(word.low) and not word.after_mark)


def _before_verb(
    words: Sequence[Placed], place: int, start: int, end: int, cue: Cue
) -> tuple[int, int] | None:
    """Return the source right before a reporting verb: "the mayor said", "a man who lives there said"."""
    last = place - 1
    while last > start and words[last].low in _BETWEEN and not words[last + 1].after_mark:
        if words[last].low in _DENYING:
            return None
        last -= 1
    if words[last].low == "who":
        return _antecedent(words, start, last, last - 1) if cue.strong else None
    first_place = last
    while first_place > start and last - first_place < _LONGEST and not words[first_place].after_mark:
        if words[first_place - 1].low in _BREAKS or words[first_place - 1].low in _SAID:
            break
        first_place -= 1
    if first_place > start + 1 and words[first_place - 1].low in _WHICH and words[first_place - 2].low in _AT:
        return None  # "a speech in which the mayor told the crowd"
    who = _relative(words, start, first_place)
    if who is not None and cue.strong:
        return _antecedent(words, start, who, who - 1)
    part = _relevant(words, first_place, last)
    if cue.nounlike and words[place].low == cue.base and words[last].low not in speaking():
        return None  # "a weak point"
    if part is None or not _speaks(words[part[0] : part[1] + 1]):
        return None
    follows = words[place + 1] if place + 1 < end else None
    told = cue.base == "tell" and words[first_place].after_mark and end - place <= _LEAST
    closing = (
        told or follows is None or follows.after_mark or follows.low in _AFTER or follows.low.endswith("ing")
    )
    return part if closing or end - place > _LEAST else None


_AT = frozenset(("in", "at", "of", "from", "about", "by", "during", "on"))
_WHICH = frozenset(("which", "whom"))


def _calls_for(words: Sequence[Placed], place: int, end: int) -> bool:
    """Whether "called" asks for something: "called on Sunday for a halt", "called on both to stop"."""
    if place + 1 < end and words[place + 1].low in ("for", "on"):
        return True
    return any(word.low == "for" for word in words[place + 1 : min(end, place + 5)])


_NO_NAME = frozenset(("never", "not", "no", "n't", "still", "always", "now", "too", "more", "all"))
"""Words that stand in what is reported, not in whom it is reported of."""

_SAID = frozenset(("said", "says", "told", "added"))
"""Verbs behind which another subject opens what is reported: "said the athlete had"."""


def _relative(words: Sequence[Placed], start: int, place: int) -> int | None:
    """Return the "who" of the clause that ends before a place, or None."""
    for before in range(place - 1, max(start, place - _LONGEST), -1):
        if words[before + 1].after_mark or words[before].low in ("and", "but"):
            return None
        if words[before].low == "who":
            return before
    return None


def _antecedent(words: Sequence[Placed], start: int, who: int, last: int) -> tuple[int, int] | None:
    """Return what "who" stands for, up to a last word: "a woman who lives there said"."""
    for place in range(who - 1, max(start - 1, who - _NAME), -1):
        if words[place + 1].after_mark and place + 1 < who:
            break
        if words[place].low in _OPENING:
            return (place, last) if _speaks(words[place:who]) else None
    bare = who > start and singular(words[who - 1].low) in people_nouns()
    return (who - 1, last) if bare else None


_OPENING = frozenset(("a", "an", "the", "one", "another", "two", "three", "several", "some"))

_LEAST = 4
"""Words after a reporting verb from which they may be a clause."""


def _until_mark(words: Sequence[Placed], start: int, end: int) -> tuple[int, int] | None:
    for place in range(start + 1, min(end, start + _LONGEST)):
        if words[place].low in FRONT or is_past(words[place].low):
            return None  # a clause, not a source
        if words[place].after_mark and words[place - 1].low not in _TITLES:
            return _relevant(words, start, place - 1)
    return None


_NAME = 5
"""Words of a name between marks that belongs to the source before it."""


def _tells(inside: Sequence[Placed]) -> bool:
    return any(word.low in FRONT or is_past(word.low) or word.low in _DWELLING for word in inside)


_DWELLING = frozenset(("lives", "live", "works", "work", "runs", "owns", "knows", "leads", "heads"))


def _between_marks(words: Sequence[Placed], start: int, place: int) -> tuple[int, int] | None:
    """Return the source of "..., a spokeswoman for the firm, Ann Lee, said": what it is, and its name."""
    marks = [i for i in range(place - 1, max(start, place - _LONGEST), -1) if words[i].after_mark][:2]
    if len(marks) < 2 or place - marks[0] > _NAME:
        return None
    first = marks[1] + (words[marks[1]].low in ("and", "but", "whose"))
    inside = words[first:place]
    known = any(singular(word.low) in people_nouns() for word in words[first : marks[0]])
    return (first, place - 1) if known and not _tells(inside) and _speaks(inside) else None


def _phrase_from(words: Sequence[Placed], start: int, end: int) -> tuple[int, int] | None:
    last = start
    for place in range(start, min(end, start + _LONGEST)):
        if place > start and (words[place].after_mark or words[place].low in _BREAKS):
            break
        last = place
    return _relevant(words, start, last) if start < end else None


def _relevant(words: Sequence[Placed], first: int, last: int) -> tuple[int, int] | None:
    """Cut "figures from the board" to "the board": papers speak for those they are of."""
    opens = (i for i in range(last, first + 1, -1) if words[i].low == "the" and words[i - 1].heavy)
    first = next(opens, first)  # "in its report the panel"
    inside = words[first : last + 1]
    paper = next((i for i, w in enumerate(inside) if w.low in PAPERS), None)
    if paper is not None and paper + 1 < len(inside) and inside[paper + 1].low in ("of", "from", "by"):
        first += paper + 2
    return (first, last) if first <= last else None


_NO_SOURCE = PRONOUNS | {
    "this",
    "that",
    "which",
    "one",
    "nothing",
    "nobody",
    "none",
    "everything",
    "neither",
    "no",
}
"""Open what is no source by itself: they stand for somebody told before, or for nobody."""


def _speaks(inside: Sequence[Placed]) -> bool:
    if not inside or inside[0].low in _NO_SOURCE:
        return False
    return any(w.heavy for w in inside)


def pronoun_source(words: Sequence[Placed], start: int, end: int) -> int:
    """Return the place of the reporting verb after a pronoun that opens a sentence ("It warned"), or 0."""
    if words[start].low not in _SPEAKING_PRONOUNS:
        return 0
    for place in range(start + 1, min(end, start + 3)):
        cue = reporting_verb(words[place].low)
        if cue is not None and not words[place].low.endswith("ing"):
            return place if (cue.strong or cue.base in _FINDING) and end - place > _LEAST else 0
        if words[place].heavy and not words[place].low.endswith("ly"):
            return 0
    return 0


_SPEAKING_PRONOUNS = frozenset(("he", "she", "it", "they"))


def subject_of(words: Sequence[Placed]) -> tuple[int, int] | None:
    """Return the first and last word of the subject that opens a sentence, where it is one that speaks."""
    for place in range(1, min(len(words), _LONGEST)):
        if words[place].after_mark:
            return None
        verb = words[place].low in FRONT or is_past(words[place].low) or reporting_verb(words[place].low)
        if verb and not (words[place].low.endswith("ing") or words[place - 1].low in _NO_SUBJECT):
            return (0, place - 1) if _speaks(words[:place]) else None
    return None


def head_of(inside: Sequence[Placed], *, any_noun: bool) -> str:
    """Return the noun, singular, that says what a source is: the last before "of", "for" or a mark.

    ``any_noun`` takes one that is not known to speak for want of a better one.
    """
    front: list[Placed] = []
    for number, word in enumerate(inside):
        if front and (word.low in _LINKS or (word.after_mark and number)):
            break
        front.append(word)
    known = next((singular(w.low) for w in reversed(front) if w.low in speaking()), "")
    if known or not any_noun:
        return known
    doers = (w for w in reversed(front) if w.heavy and w.low.endswith(_DOERS) and w.low not in _NO_DOERS)
    return next((w.stem for w in doers), "")


_NO_DOERS = frozenset(("former", "senior", "junior", "other", "major", "minor", "significant", "important"))

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


def reporting_verb(low: str) -> Cue | None:
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
        "recommend",
        "propose",
        "conclude",
        "urge",
        "demand",
    )
)
SHOWING = frozenset(
    ("show", "find", "suggest", "put", "expect", "forecast", "recommend", "propose", "conclude")
)
"""Verbs whose subject may be anything, so that it must be a noun that is known to speak."""

_NO_SUBJECT = frozenset(
    ("was", "were", "been", "being", "be", "is", "are", "to", "a", "the", "an", "its", "their")
)
_BETWEEN = read_words("reporting_grammar.txt", "skipped") | frozenset(("on", "in"))
_DENYING = frozenset(("never", "not", "n't", "cannot"))
_BREAKS = read_words("reporting_grammar.txt", "breaks") - frozenset(("on", "by"))
_AFTER = frozenset(("on", "in", "at", "that", "yesterday", "last"))

"""Words that deny, and how many of them govern a word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from desktop_app.compare.auxiliaries import FRONT
from desktop_app.compare.beads import Placed, Region
from desktop_app.compare.denied_words import JOINING, denied_clause, denied_words
from desktop_app.compare.word_families import is_past, root, roots
from desktop_app.extract.quotations_cues import cues
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.units import load_units

_REACH = 6
"""Words after a denial that it still governs."""

_FAR = 40
"""Words around a word beyond which nothing denies it: more than any denial with its clause has."""

_PARTIAL = read_words("disagreement_words.txt", "partial")


@dataclass(frozen=True, slots=True)
class Denial:
    """A denying word or phrase (first and last word) and the words it denies."""

    first: int
    last: int
    denied: tuple[int, ...]


@cache
def markers() -> frozenset[str]:
    """Return the words that deny what follows: "not", "no", "without"."""
    return read_words("negations.txt", "markers")


@cache
def refusals() -> frozenset[str]:
    """Return the roots of verbs that deny what follows with "to": "refuse"."""
    return roots(read_words("negations.txt", "verbs"))


@cache
def deniers() -> frozenset[str]:
    """Return the roots of verbs that deny the clause that follows: "deny", "dispute"."""
    return roots(read_words("negations.txt", "contradict"))


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in read_sections("negations.txt")["phrases"])


def may_deny(region: Region) -> bool:
    """Whether any word of a region may deny something."""
    openers, denying = _openers(), _denying()
    return any(word.low in openers or word.stem in denying for word in region.words)


@cache
def _openers() -> frozenset[str]:
    return markers() | _first_words()


@cache
def _denying() -> frozenset[str]:
    return refusals() | deniers()


def is_refusal(text: str) -> bool:
    """Whether a marked stretch ends in a verb that denies what follows with "to" ("had refused")."""
    return root(text.lower().rpartition(" ")[2]) in refusals()


def denies_clause(word: Placed) -> bool:
    """Whether a word denies the clause that follows: "denied that ..."."""
    return word.stem in deniers()


def find_denials(region: Region) -> list[Denial]:
    """Return the denials of a region in order."""
    found: list[Denial] = []
    openers, denying = _openers(), _denying()
    after = 0
    for place, word in enumerate(region.words):
        if place < after or not (word.low in openers or word.stem in denying):
            continue
        size = _phrase_at(region.words, place)
        denial = _denial_at(region.words, place, size)
        if denial is not None:
            found.append(denial)
        after = place + max(1, size)
    return found


def _denial_at(words: Sequence[Placed], place: int, size: int) -> Denial | None:
    """Return the denial that starts at a place, with a phrase of ``size`` words or, if 0, a single word."""
    word = words[place]
    if size == 0 and word.low not in markers():
        if word.stem in deniers():
            clause = () if _is_noun(words, place) else denied_clause(words, place)
            return Denial(place, clause[0] - 1, clause) if clause else None
        refuses = word.stem in refusals() and place + 1 < len(words) and words[place + 1].low == "to"
        if not refuses:
            return None
    last = place + max(1, size) - 1
    after = [w.low for w in words[last + 1 : last + 3]]
    if after[:1] and (after[0] in _PARTIAL or after[1:] in (["only"], ["first"], ["sole"])):
        return None  # "not only", "not all", "not the first"
    if size == 0 and word.low == "no" and after[:1] and _says_nothing(after):
        return None
    denied_before = any(w.low in markers() for w in words[max(0, place - 2) : place])
    if size and words[last].low == "out" and after[:1] == ["that"] and denied_before:
        return None  # "could not rule out that" leaves open
    return Denial(place, last, denied_words(words, place, last))


def _says_nothing(after: Sequence[str]) -> bool:
    """Whether "no" denies nothing before some words: "no matter how", "no doubt", "no fewer than"."""
    return after[0] in ("matter", "doubt", "wonder") or (
        after[0] in ("less", "fewer", "more", "later", "sooner") and after[1:] == ["than"]
    )


def _is_noun(words: Sequence[Placed], place: int) -> bool:
    """Whether "dispute" or "contest" is a noun here: "a pay dispute that could spread"."""
    before = words[max(0, place - 2) : place]
    return words[place].low in ("dispute", "contest") and any(
        word.low in _DETERMINERS and word.sentence == words[place].sentence for word in before
    )


_DETERMINERS = frozenset(("a", "an", "the", "this", "its", "their", "his", "her", "any", "no"))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def _phrase_at(words: Sequence[Placed], place: int) -> int:
    if words[place].low not in _first_words():
        return 0
    if words[place].low in ("yet", "still") and not (place and words[place - 1].low in _PENDING):
        return 0  # "the longest yet to follow a meadow"
    for size in (3, 2):
        part = words[place : place + size]
        if (
            len(part) == size
            and part[0].sentence == part[-1].sentence
            and tuple(w.low for w in part) in _phrases()
        ):
            return 0 if part[0].low == "short" and place and _is_length(words[place - 1].low) else size
    return 0


def _is_length(word: str) -> bool:
    """Whether "short of" after a word tells a distance: "six miles short of the runway"."""
    unit = load_units().units.get(word)
    return unit is not None and unit.dimension == "length"


_PENDING = frozenset(("has", "have", "had", "is", "are", "was", "were", "'s", "'ve", "'d", "be", "been"))


def is_aside(region: Region, place: int) -> bool:
    """Whether a verb only tells who says so: "the signals were to blame, the inquiry found"."""
    words, home = region.words, region.sentence_of(place)
    finite = is_past(words[place].low) or words[place].low.endswith("s")
    if words[place].low not in cues() or not finite or words[place - 1].low in FRONT:
        return False
    closes = place + 1 == home.stop or words[place + 1].after_mark
    return closes and any(words[i].after_mark for i in range(max(home.start + 1, place - _ASIDE), place))


_ASIDE = 6
"""Words before a reporting verb that closes a sentence among which its clause starts."""


def weight(denials: Sequence[Denial], target: int, region: Region) -> int:
    """Count the denials that govern a word: two of them cancel each other."""
    count = 0
    sentence = region.words[target].sentence
    nearby = bisect_left(denials, target - _FAR, key=attrgetter("first"))
    for denial in denials[nearby : nearby + 2 * _FAR]:
        if region.words[denial.first].sentence != sentence:
            continue
        if count and region.words[denial.first].low == "nor":
            continue  # "neither free nor fair" denies once
        between = region.words[denial.last + 1 : target + 1]
        near = 0 < len(between) <= _REACH and not (
            any(word.after_mark for word in between) or _denied_anew(between)
        )
        if target in denial.denied or denial.first - 1 <= target <= denial.last or near:
            count += 1
    return count


def _denied_anew(between: Sequence[Placed]) -> bool:
    """Whether a denial ends where another one joins it: "no doctor and no chemist"."""
    joined = (i for i, word in enumerate(between) if word.low in JOINING)
    return any(word.low in _ANEW for i in joined for word in between[i + 1 : i + 4])


_ANEW = frozenset(("no", "not", "never"))

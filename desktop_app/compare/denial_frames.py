"""Denials that the other side meets in a frame of its own: "would not say whether", "ruled out"."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.compare.beads import Bead, Placed, Region, left_first
from desktop_app.compare.denial_checks import SAYING, leaves_open
from desktop_app.compare.denials import Denial
from desktop_app.compare.word_families import is_past, roots
from desktop_app.text.lexicons import read_words

_SETTLING = read_words("disagreement_words.txt", "answering")
_CHANGING = read_words("disagreement_words.txt", "changing")
_CHANGES = read_words("disagreement_words.txt", "changes") | _CHANGING
_DANGERS = read_words("disagreement_words.txt", "dangers")
_HOPED = read_words("disagreement_words.txt", "hoped")
_DOING = frozenset(("make", "take", "give", "pay", "hold"))
_DETERMINERS = frozenset(("a", "an", "the", "any", "its", "their", "his", "her", "no", "this", "that", "of"))
_CLAUSE = 12
"""Words after a denial in which what it denies is looked for."""


def met_in_frame(bead: Bead, denial: Denial, *, mirrored: bool) -> int | None:
    """Return the place on the other side that says what a denial denies, in words of its own, or None."""
    own, other = bead.sides(mirrored)
    for frame in (_answered, _unchanged, _endangered, _compared, _performed):
        target = frame(own, denial, other)
        if target is None:
            continue
        said = denial.denied[0]
        pair = left_first(said, target, mirrored)
        if bead.alike(*pair) or (frame is _answered and _of_one_subject(own, said, other, target)):
            return target
    return None


def _answered(own: Region, denial: Denial, other: Region) -> int | None:
    """Find the verb that settles what the other side would not say: "did not say whether", "ruled out"."""
    if not leaves_open(own, denial):
        return None
    return next(iter(other.with_stem(roots(_SETTLING))), None)


def _of_one_subject(own: Region, said: int, other: Region, target: int) -> bool:
    """Whether somebody who speaks on one side does on the other, in the one sentence of each."""
    if len(own.sentences) > 1 or len(other.sentences) > 1:
        return False
    return not _before(own, said).isdisjoint(_before(other, target))


def _before(region: Region, place: int) -> set[str]:
    words = region.words[max(0, place - _CLAUSE // 2) : place]
    return {w.near for w in words if w.heavy and w.stem not in SAYING and not w.low.isdigit()}


def _unchanged(own: Region, denial: Denial, other: Region) -> int | None:
    """Find the change that one side says was not made: "did not change its target", "dropped its target"."""
    said = denial.denied[0]
    if own.words[said].stem not in roots(_CHANGING):
        return None
    objects = {word.near for word in _heavy(own, said + 1)}
    for place in other.with_stem(roots(_CHANGES)):
        if is_past(other.words[place].low) and objects & {word.near for word in _heavy(other, place + 1)}:
            return place
    return None


def _endangered(own: Region, denial: Denial, other: Region) -> int | None:
    """Find what might have come about: "was in no danger of collapse", "could have collapsed"."""
    words = own.words
    for place in range(denial.first, min(len(words) - 2, denial.last + _CLAUSE)):
        if words[place].sentence != words[denial.first].sentence:
            break
        if words[place].stem not in roots(_DANGERS) or words[place + 1].low not in ("of", "that"):
            continue
        feared = {word.near for word in _heavy(own, place + 2)}
        for there in other.with_near(feared):
            before = {w.low for w in other.words[max(0, there - 3) : there]}
            if before & {"could", "might", "may"} and not before & {"not", "n't", "never"}:
                return there
    return None


def _compared(own: Region, denial: Denial, other: Region) -> int | None:
    """Find the comparison that one side denies: "is not growing as fast as hoped", "faster than hoped"."""
    words = own.words
    for place in range(denial.last + 1, min(len(words) - 2, denial.last + _CLAUSE)):
        if words[place].sentence != words[denial.first].sentence:
            break
        if words[place].low != "as" or words[place + 2].low != "as" or not _hoped(own, place + 3):
            continue
        quality = words[place + 1].low
        for there, word in enumerate(other.words[:-1]):
            degree = word.low in (quality + "er", quality + "r", quality + quality[-1] + "er")
            if degree and other.words[there + 1].low == "than" and _hoped(other, there + 2):
                return there
    return None


def _hoped(region: Region, start: int) -> bool:
    """Whether something is measured by what was expected of it, within a few words."""
    return any(word.stem in roots(_HOPED) for word in _heavy(region, start, _CLAUSE))


def _performed(own: Region, denial: Denial, other: Region) -> int | None:
    """Find the verb of a noun that one side says was not made: "has not made an offer", "has offered"."""
    said = denial.denied[0]
    if own.words[said].stem not in roots(_DOING):
        return None
    for word in _heavy(own, said + 1, 3):
        for place in other.with_stem((word.stem,)):
            verbal = is_past(other.words[place].low) and not is_past(word.low)
            if verbal and other.words[place - 1].low not in _DETERMINERS:
                return place
    return None


def _heavy(region: Region, start: int, reach: int = 7) -> Iterable[Placed]:
    """Yield the words of weight from a place on, up to a mark."""
    for place in range(start, min(len(region.words), start + reach)):
        word = region.words[place]
        if word.after_mark or region.edge(place - 1, place):
            return
        if word.heavy and not word.low[:1].isdigit():
            yield word

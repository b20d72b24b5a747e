"""Settings in which a denial contradicts nothing: a condition, a failed forecast, the first of a sort."""

from __future__ import annotations

from desktop_app.compare.beads import Region
from desktop_app.compare.denials import Denial
from desktop_app.compare.word_families import roots
from desktop_app.text.lexicons import read_words

_NEAR = 7
"""Words before a word among which it is told that it is only a condition, or only forecast."""


def of_other_settings(own: Region, denial: Denial, other: Region, target: int) -> bool:
    """Whether a denial and the word it meets on the other side, at ``target``, belong to other settings."""
    if is_condition(own, denial.first) != is_condition(other, target):
        return True
    return _was_forecast(own, denial, other, target) or _is_first(own, denial, other, target)


def is_condition(region: Region, place: int) -> bool:
    """Whether a word stands in a condition: "if the buyer fails to pay", "should the buyer fail to pay"."""
    words, home = region.words, region.sentence_of(place)
    for before in range(place - 1, max(home.start, place - _NEAR) - 1, -1):
        if words[before].low in ("if", "unless") or (
            words[before].low == "should" and words[before + 1].low in _SUBJECT_OPENERS
        ):
            return before == home.start or words[before - 1].low not in ("as", "even", "what")
        if words[before + 1].after_mark:
            return False
    return False


_SUBJECT_OPENERS = frozenset(("the", "a", "an", "it", "he", "she", "they", "its", "their", "his", "her"))


def _was_forecast(own: Region, denial: Denial, other: Region, target: int) -> bool:
    """Whether one side tells what came about instead of what the other says was forecast: "instead of a
    profit", "had forecast a profit".
    """
    if own.words[denial.first].low not in ("instead", "rather"):
        return False
    home = other.sentence_of(target)
    near = other.words[max(home.start, target - _NEAR) : target]
    return any(word.stem in roots(_EXPECTING) for word in near)


_EXPECTING = read_words("disagreement_words.txt", "hoped")


def _is_first(own: Region, denial: Denial, other: Region, target: int) -> bool:
    """Whether one side denies that it happened before and the other calls it the first: "no novel in Irish
    has won it before", "the first in Irish to win it".
    """
    words, home = own.words, own.sentence_of(denial.first)
    before = any(
        words[i].low in _EVER
        or (words[i].low == "before" and (i + 1 == home.stop or words[i + 1].after_mark))
        for i in range(denial.last + 1, home.stop)
    )
    return before and any(other.words[i].low in _FIRST for i in other.sentence_of(target))


_EVER = frozenset(("ever", "previously", "hitherto"))
_FIRST = frozenset(("first", "unprecedented"))

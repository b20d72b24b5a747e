"""What a date or figure of a text comes to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.model import EntityType
from desktop_app.text.numbers import Number, format_number

_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|more than"
    r"|less than|fewer than|over|under"
    r"|at least|at most|up to|close to|as many as|as much as|as few as"
    r"|an estimated|as little as)\s+(?:[^\w\s]{0,3})$",
    re.IGNORECASE,
)

_MAGNITUDE = re.compile(r"\bmagnitude-$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Value:
    """A date or figure of a text.

    ``start``/``end`` are half-open code point offsets, ``value`` the normalised form that equal values
    share ("100000 troop", "1730000000 NOK", "60 %", "--12-15"), ``number`` the figure where there is one,
    in the unit named by ``unit`` (an ISO 4217 code, a unit's name, a counted noun, "%", "year", ...),
    ``base`` the same in the base unit of its ``dimension`` (metres for lengths). ``approximate`` tells that
    the text hedges ("about", "nearly"), ``age`` that it is somebody's age, ``words`` that it is spelt out.
    """

    start: int
    end: int
    type: EntityType
    value: str
    number: float | None = None
    unit: str = ""
    approximate: bool = False
    dimension: str = ""
    base: float | None = None
    age: bool = False
    words: bool = False


_BEFORE = 24
"""How far back the word in front of a figure is looked for."""


def word_before(text: str, start: int) -> str:
    """Return the word in front of ``start`` in lower case, "" without one: a look before long patterns."""
    words = text[max(0, start - _BEFORE) : start].replace("-", " ").rstrip(" \u00a0\"'“‘(").rsplit(None, 1)
    return words[-1].lower() if words else ""


_HEDGE = re.compile(
    r"about|around|roughly|approximately|nearly|almost|some|than|over|under|least|most|to|as|estimated|little"
)


def is_hedged(text: str, start: int) -> bool:
    """Whether the words in front of ``start`` hedge a figure ("about", "at least")."""
    return bool(_HEDGE.fullmatch(word_before(text, start)) and _ABOUT.search(text, max(0, start - 20), start))


def make_value(
    text: str, number: Number, start: int, end: int, kind: EntityType, amount: float, unit: str
) -> Value:
    """Return the value of a number with its unit, over ``text[start:end]``."""
    amount = float(f"{amount:.12g}")
    value = f"{format_number(amount)} {unit}".strip()
    return Value(
        start, end, kind, value, amount, unit, approximate=is_hedged(text, start), words=number.words
    )


def is_glued(text: str, start: int) -> bool:
    """Whether letters stand right in front of a figure, or a hyphen ties it to them ("A320", "COVID-19")."""
    if not start:
        return False
    before = text[start - 1]
    if before not in "-‑":
        return before.isalpha()
    if _MAGNITUDE.search(text, max(0, start - 12), start):
        return False
    return start > 1 and text[start - 2].isalpha()


class Taken:
    """Spans of one text that are spoken for; asks in logarithmic time, however many there are."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        """Hold spans (half-open offsets) that do not overlap one another."""
        self._spans = sorted(spans)
        self._starts = [start for start, _ in self._spans]

    def touches(self, start: int, end: int) -> bool:
        """Whether a span shares a character with one that is held."""
        place = bisect_left(self._starts, end)
        return place > 0 and self._spans[place - 1][1] > start

"""Dates, money, percentages, quantities and counts of a text, each with a normalised value."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop_app.model import EntityType
from desktop_app.text.counts import count_value, find_scores
from desktop_app.text.dates import DateMatch, find_dates
from desktop_app.text.figures import find_figures
from desktop_app.text.numbers import find_numbers
from desktop_app.text.value import Taken, Value, is_hedged
from desktop_app.text.values_cjk import find_values_cjk

__all__ = ["Value", "find_values"]

_CJK = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_LENGTH = re.compile(r"(\d+(?:\.\d+)?) (second|minute|hour|day|night|week|month|quarter|year)\b")
_HEDGED_LENGTH = re.compile(
    r"(?:nearly|almost|about|around|roughly|approximately|under|more\s|less\s|fewer\s)", re.IGNORECASE
)


_REMEMBERED = 6000
"""Paragraphs whose values are kept."""


def find_values(text: str) -> list[Value]:
    """Return all dates, times, money, percentages, quantities, counts and ordinals of a text.

    They come in reading order and never overlap; offsets cut ``text``. Texts are remembered: a paragraph is
    read for its names and again for what it says differently.
    """
    return list(_values(text))


@lru_cache(maxsize=_REMEMBERED)
def _values(text: str) -> tuple[Value, ...]:
    return tuple(_read_values(text))


def _read_values(text: str) -> list[Value]:
    if _CJK.search(text) and 2 * len(_CJK.findall(text)) > len(_LATIN.findall(text)):
        return find_values_cjk(text)
    dates = find_dates(text)
    numbers = find_numbers(text)
    if not dates and not numbers:
        return []
    values = [_date_value(text, date) for date in dates]
    taken = Taken((date.start, date.end) for date in dates)
    free = [number for number in numbers if not taken.touches(number.start, number.end)]
    figures = find_figures(text, free)
    values += [value for value in figures if value]
    scores = find_scores(text, Taken((value.start, value.end) for value in values))
    values += scores
    busy = Taken((score.start, score.end) for score in scores)
    for number, figure in zip(free, figures, strict=True):
        if figure is None and not busy.touches(number.start, number.end):
            count = count_value(text, number)
            if count:
                values.append(count)
    values.sort(key=lambda value: value.start)
    return _disjoint(values)


def _date_value(text: str, date: DateMatch) -> Value:
    length = _LENGTH.match(date.value)
    surface = text[date.start : date.end]
    hedged = bool(_HEDGED_LENGTH.match(surface)) or (surface[0].isdigit() and is_hedged(text, date.start))
    return Value(
        date.start,
        date.end,
        EntityType.TIME if date.time else EntityType.DATE,
        date.value,
        number=float(length[1]) if length else None,
        unit=length[2] if length else "",
        approximate=hedged,
        age=date.age,
    )


def _disjoint(values: list[Value]) -> list[Value]:
    """Keep the longer of two values that overlap."""
    kept: list[Value] = []
    for value in values:
        if not kept or value.start >= kept[-1].end:
            kept.append(value)
        elif value.end - value.start > kept[-1].end - kept[-1].start:
            kept[-1] = value
    return kept

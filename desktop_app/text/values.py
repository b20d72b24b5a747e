"""Dates, money, percentages, quantities and counts of a text, each with a normalised value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache, lru_cache
from itertools import pairwise

from desktop_app.model import EntityType, Progress, no_progress, pulse
from desktop_app.text.codes import find_codes
from desktop_app.text.counts import count_value, find_scores
from desktop_app.text.dates import DateMatch, find_dates
from desktop_app.text.figures import find_figures, find_many
from desktop_app.text.numbers import Number, find_numbers, format_number
from desktop_app.text.scripts import is_common
from desktop_app.text.shared_units import RANGE, share_scales
from desktop_app.text.value import Taken, Value, is_glued, is_hedged

__all__ = ["Value", "find_values"]

_LATIN = re.compile(r"[A-Za-z]")


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


_LENGTH = re.compile(r"(\d+(?:\.\d+)?) (second|minute|hour|day|night|week|month|quarter|year)\b")
_HEDGED_LENGTH = re.compile(
    r"(?:nearly|almost|about|around|roughly|approximately|under|more\s|less\s|fewer\s)", re.IGNORECASE
)


_REMEMBERED = 6000
"""Paragraphs and pieces of long ones whose values are kept."""


_PIECE = 2500
"""A longer text is read in pieces of about so many characters, so that it can be watched and ended."""

_LIKE_LATIN = str.maketrans("\u0130\u0131\u017f\u212a\u212b", "IisK\u00c5")
"""Letters that patterns take for those of the lists in capitals or small, and the lists do not hold."""

_STOP = re.compile(r"[.!?][”\"’')]?\s|\n")


def find_values(text: str, progress: Progress = no_progress) -> list[Value]:
    """Return all dates, times, money, percentages, quantities, counts and ordinals of a text.

    They come in reading order and never overlap; offsets cut ``text``. Texts are remembered: a paragraph is
    read for its names and again for what it says differently. ``progress`` is called about every 50 ms.
    """
    if len(text) <= _PIECE:
        return list(_values(text))
    found: list[Value] = []
    for start, end in _pieces(text):
        pulse()
        progress(start / len(text), "Finding figures")
        found += [
            replace(value, start=value.start + start, end=value.end + start)
            for value in _values(text[start:end])
        ]
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a long text behind a sentence, or between words where none ends, or anywhere at last."""
    start = 0
    while len(text) - start > _PIECE:
        half, full = start + _PIECE // 2, start + _PIECE
        stops = [stop.end() for stop in _STOP.finditer(text, half, full)]
        end = stops[-1] if stops else text.rfind(" ", half, full) + 1 or full
        yield start, end
        start = end
    yield start, len(text)


@lru_cache(maxsize=_REMEMBERED)
def _values(text: str) -> tuple[Value, ...]:
    return tuple(_read_values(text))


def _read_values(text: str) -> list[Value]:
    text = text.translate(_LIKE_LATIN)
    if not is_common(text) and 2 * len(_cjk().findall(text)) > len(_LATIN.findall(text)):
        from desktop_app.text.values_cjk import find_values_cjk  # its patterns are large and seldom needed

        return find_values_cjk(text)
    codes = find_codes(text)
    dates = [date for date in find_dates(text) if not codes.touches(date.start, date.end)]
    numbers = find_numbers(text)
    if not dates and not numbers:
        return find_many(text)
    values = [_date_value(text, date) for date in dates]
    taken = Taken((date.start, date.end) for date in dates)
    free = share_scales(
        text,
        [
            number
            for number in numbers
            if not taken.touches(number.start, number.end) and not codes.touches(number.start, number.end)
        ],
    )
    values += _first_lengths(text, free, values)
    taken = Taken((value.start, value.end) for value in values)
    free = [number for number in free if not taken.touches(number.start, number.end)]
    figures = find_figures(text, free)
    values += [value for value in figures if value]
    values += find_many(text)
    scores = find_scores(text, Taken((value.start, value.end) for value in values))
    values += scores
    busy = Taken((score.start, score.end) for score in scores)
    for number, figure in zip(free, figures, strict=True):
        if figure is None and not busy.touches(number.start, number.end):
            count = count_value(text, number)
            if count:
                values.append(count)
    values.sort(key=lambda value: value.start)
    return _share_nouns(text, _disjoint(values))


def _first_lengths(text: str, numbers: list[Number], dates: list[Value]) -> list[Value]:
    """Return what the first figures of ranges of time are ("five to ten minutes", "2-3 weeks")."""
    by_start = {date.start: date for date in dates if date.number is not None and date.unit and not date.age}
    found: list[Value] = []
    for number in numbers:
        if number.ordinal or number.fraction or is_glued(text, number.start):
            continue
        gap = RANGE.match(text, number.end)
        after = by_start.get(gap.end()) if gap else None
        if after and gap and after.number is not None and 0 < number.value < after.number:
            if "and" in gap[0] and not _BETWEEN.search(text, max(0, number.start - 12), number.start):
                continue
            value = f"{format_number(number.value)} {after.unit}"
            found.append(replace(after, start=number.start, end=number.end, value=value, number=number.value))
    return found


def _share_nouns(text: str, values: list[Value]) -> list[Value]:
    """Let the first count of a range count what the second does ("20 to 30 jobs")."""
    shared = list(values)
    for place, (first, second) in enumerate(pairwise(values)):
        both = first.type is second.type is EntityType.CARDINAL and first.number is not None
        if not both or first.unit or second.unit in ("", "score"):
            continue
        gap = RANGE.fullmatch(text, first.end, second.start)
        if gap and ("and" not in gap[0] or _BETWEEN.search(text, max(0, first.start - 12), first.start)):
            value = f"{first.value} {second.unit}"
            shared[place] = replace(first, value=value, unit=second.unit)
    return shared


_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)


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

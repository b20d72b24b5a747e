"""Do two figures or two dates say the same? Roundings, conversions and shorter forms that agree do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.model import Article, EntityType
from desktop_app.text.dates import WEEKDAYS
from desktop_app.text.values import Value, find_values

_CONVERSION = 0.03
"""Two lengths, weights ... in different units agree within this share."""

_COARSE = 0.12
"""The same where the one is the other rounded to the digits it is given with ("four miles", "six km")."""

_ISO = re.compile(r"^(?P<year>\d{4})?(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?$")
_PART = re.compile(
    r"^(?:the )?(?:early|mid|late|end|beginning|start|middle)[ -](?:of )?(?:the )?(-?-?\d[\d-]*)$"
)
_NUMERIC = frozenset(
    (EntityType.MONEY, EntityType.PERCENT, EntityType.QUANTITY, EntityType.CARDINAL, EntityType.ORDINAL)
)
_NEAREST_DAYS = 40


def is_figure(value: Value) -> bool:
    """Whether a value is a figure, a length of time included, rather than a date or a time of day."""
    if value.type in _NUMERIC:
        return True
    return (
        value.number is not None
        and bool(value.unit)
        and not value.value.endswith((" ago", " earlier", " later"))
    )


def same_figure(a: Value, b: Value) -> bool:
    """Whether two figures agree: equal, a rounding of each other, or a conversion."""
    if a.value == b.value:
        return True
    x, y = a.number, b.number
    if x is None or y is None:
        return False
    lengths = seconds(a), seconds(b)
    if lengths[0] and lengths[1]:
        return _same_length(a, b, lengths[0], lengths[1])
    if a.unit == b.unit == "degree" and x != y:
        return any(abs((f - 32) / 1.8 - c) <= 1 for f, c in ((x, y), (y, x)))
    if a.dimension and a.dimension == b.dimension and a.unit != b.unit and a.base and b.base:
        return _converts(a, b) or _converts(b, a)
    if a.type is EntityType.MONEY and b.type is EntityType.MONEY and currency(a) != currency(b):
        return x == y and a.unit in _DOLLARS and b.unit in _DOLLARS
    if {a.type, b.type} == {EntityType.PERCENT, EntityType.CARDINAL}:
        percent, plain = (x, y) if a.type is EntityType.PERCENT else (y, x)
        if 0 < plain < 1:
            return abs(percent / 100 - plain) <= 0.025
        return percent == plain
    if a.type is EntityType.ORDINAL or b.type is EntityType.ORDINAL:
        return a.type is b.type and x == y
    if a.type is not b.type and EntityType.CARDINAL not in (a.type, b.type):
        return False  # "19 hours", "19 km"
    if x == y:
        return True
    return _rounds(x, y, loose=a.approximate or b.approximate)


_LENGTH = re.compile(r"(\d+(?:\.\d+)?) (second|minute|hour|day|week|month|year)")
_SECONDS = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86_400.0,
    "week": 604_800.0,
    "month": 2_629_800.0,
    "year": 31_557_600.0,
}


def seconds(value: Value) -> float:
    """Return a length of time in seconds ("6 year 3 month"), 0 for other values."""
    if value.type not in (EntityType.DATE, EntityType.TIME) or value.age or value.number is None:
        return 0.0
    parts = _LENGTH.findall(value.value)
    whole = " ".join(f"{number} {unit}" for number, unit in parts)
    return sum(float(number) * _SECONDS[unit] for number, unit in parts) if whole == value.value else 0.0


def _same_length(a: Value, b: Value, x: float, y: float) -> bool:
    """Whether two lengths of time agree: equal, or roundly so in different units ("48 hours", "two days")."""
    if a.unit == b.unit and " ".join(a.value.split()[1:2]) == " ".join(b.value.split()[1:2]):
        return abs(x - y) < 1e-6 * max(x, y) or ((a.approximate or b.approximate) and abs(x - y) <= 0.02 * x)
    return abs(x - y) <= (0.1 if a.approximate or b.approximate else 0.05) * max(x, y)


def _converts(coarse: Value, fine: Value) -> bool:
    """Whether a figure is another one in its own unit: near enough, or rounded to the digits it gives."""
    if not coarse.number or not coarse.base or not fine.base:
        return False
    inside = fine.base * coarse.number / coarse.base
    if abs(inside - coarse.number) <= _CONVERSION * abs(coarse.number):
        return True
    rounded = _round_to(inside, _significant(coarse.number))
    return abs(rounded - coarse.number) < 1e-9 * abs(coarse.number) and abs(inside - coarse.number) <= (
        _COARSE * abs(coarse.number)
    )


def _rounds(x: float, y: float, *, loose: bool) -> bool:
    """Whether the coarser of two numbers is the other one rounded."""
    if x <= 0 or y <= 0:
        return False
    for coarse, fine in ((x, y), (y, x)):
        digits, other = _significant(coarse), _significant(fine)
        if (
            digits < other
            and (digits >= 2 or loose)
            and abs(_round_to(fine, digits) - coarse) < 1e-9 * coarse
        ):
            return abs(fine - coarse) / fine <= (0.1 if loose else 0.03)
    return loose and abs(x - y) / max(x, y) <= 0.02


def _significant(number: float) -> int:
    text = f"{number:.6f}".rstrip("0").rstrip(".").replace(".", "").lstrip("0")
    return max(1, len(text.rstrip("0")))


def _round_to(number: float, digits: int) -> float:
    return float(f"{number:.{digits}g}")


_DOLLARS = frozenset(("USD", "AUD", "NZD", "CAD", "SGD", "HKD"))
"""Currencies that a paper at home writes with a bare dollar sign."""


def currency(value: Value) -> str:
    """Return the currency of a sum of money, kinds of crown, dollar ... counted as one."""
    unit = value.unit
    return {
        "NOK": "crown",
        "SEK": "crown",
        "DKK": "crown",
        "CZK": "crown",
        "krone": "crown",
        "kroner": "crown",
    }.get(unit, unit)


def comparable_figures(a: Value, b: Value) -> bool:
    """Whether two figures could be one fact told differently: the same sort of thing in the same unit."""
    if a.number is None or b.number is None:
        return a.unit == b.unit == "score"
    if a.age or b.age:
        return a.age and b.age
    if a.type is not b.type:
        fractions = {a.type, b.type} == {EntityType.PERCENT, EntityType.CARDINAL}
        return fractions and min(a.number, b.number) < 1
    if _far(seconds(a) or a.number, seconds(b) or b.number):
        return False
    if a.type is EntityType.MONEY:
        return currency(a) == currency(b)
    if a.type is EntityType.QUANTITY:
        if a.dimension and a.dimension == b.dimension and a.base and b.base and a.unit != b.unit:
            return 1 / _FAR <= a.base / b.base <= _FAR
        return a.unit == b.unit
    if a.type in (EntityType.DATE, EntityType.TIME):
        return a.unit == b.unit or bool(seconds(a) and seconds(b))
    if (a.number < 1) != (b.number < 1):
        return False
    return a.unit == b.unit or not a.unit or not b.unit or a.type is EntityType.CARDINAL


def _far(x: float, y: float) -> bool:
    """Whether two numbers are too far from each other for a slip that is not of powers of ten."""
    low, high = min(x, y), max(x, y)
    return low > 0 and high / low > _FAR and f"{low:e}".split("e")[0] != f"{high:e}".split("e")[0]


def unit_left_out(a: Value, b: Value) -> bool:
    """Whether one is a bare number where the other has a unit ("8 minutes", "18")."""
    bare, full = (a, b) if a.type is EntityType.CARDINAL else (b, a)
    if bare.type is not EntityType.CARDINAL or bare.unit or not bare.number or not full.number:
        return False
    lasting = full.type in (EntityType.TIME, EntityType.DATE) and bool(full.unit)
    near = 0.1 <= bare.number / full.number <= 10 and bare.number != full.number
    return near and (lasting or full.type is EntityType.QUANTITY)


_FAR = 20.0
"""How many times a length or weight is another one that cannot be it ("3 miles", "12 metres")."""


# Dates -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Day:
    """What a date expression says: year, month, day, weekday; or other words, or a time of day."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    other: str = ""
    clock: str = ""
    part: str = ""

    @property
    def calendar(self) -> bool:
        """Whether it names a calendar date, or part of one."""
        return self.year is not None or self.month is not None


_PARTS = {
    "early": "early",
    "beginning": "early",
    "start": "early",
    "mid": "middle",
    "middle": "middle",
    "late": "late",
    "end": "late",
}
_DAY_PARTS = {"morning": 0, "afternoon": 1, "evening": 2, "night": 2}
_SETS = (
    frozenset(("yesterday", "today", "tomorrow")),
    frozenset(("q1", "q2", "q3", "q4")),
    frozenset(("last week", "this week", "next week")),
    frozenset(("last month", "this month", "next month")),
    frozenset(("last year", "this year", "next year")),
)
"""Dates in words of which only one can hold."""

_QUARTERS = frozenset(("q1", "q2", "q3", "q4"))
_DECADE = re.compile(r"^(?:the )?\d{4}s$")

_CLOCKS = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_CENTURY = re.compile(r"^(?:the )?(?:early |mid-|late )?(\d+\w\w) century$")
_EDGE = re.compile(r"^(?:the )?(end|start|beginning|middle) of the (week|month|year)$")
_COUNTED = re.compile(r"^(last|next|past) (\w+) (days|weeks|months|years)$")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def day_of(value: Value, text: str) -> Day:
    """Return what a date or time of ``text`` says."""
    surface = text[value.start : value.end].lower()
    weekday = next(
        (_WEEKDAYS.index(WEEKDAYS[w]) for w in re.findall(r"[a-z]+", surface) if w in WEEKDAYS), None
    )
    if value.type is EntityType.TIME:
        return Day(clock=_CLOCKS.get(value.value, value.value))
    part = _PART.match(value.value)
    iso = (part.group(1) if part else value.value).removeprefix("-")
    match = _ISO.match(iso) if iso else None
    if match and any(match.groups()):
        year, month, day = (int(part) if part else None for part in match.groups())
        if month and month > 12:
            return Day(other=value.value)  # "2019-20", a business year
        return Day(
            year, month, day, weekday, part=_PARTS.get(value.value.removeprefix("the ").split(" ")[0], "")
        )
    if value.value in _WEEKDAYS:
        return Day(weekday=_WEEKDAYS.index(value.value))
    if value.value in _QUARTERS and "quarter" not in surface:
        return Day(other=surface)  # the quarters of a business year may be others
    return Day(other=value.value, weekday=weekday)


def same_day(a: Day, b: Day, anchor: tuple[date, int] | None = None) -> bool | None:
    """Return whether two dates agree, disagree, or cannot be compared (None).

    A shorter form agrees with a longer one that holds it. ``anchor`` is a date of the article (its year may
    be a guess) with its weekday: through it a weekday is held against a calendar date.
    """
    if a.clock or b.clock:
        return _same_clock(a.clock, b.clock)
    if a.weekday is not None and b.weekday is not None and a.weekday != b.weekday:
        return False
    if a.other or b.other:
        return _same_words(a, b)
    if a.part and b.part and a.part != b.part and (a.year, a.month) == (b.year, b.month):
        return False
    shared = False
    for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day), (a.weekday, b.weekday)):
        if x is not None and y is not None:
            if x != y:
                return False
            shared = True
    if shared:
        return True
    for dated, named in ((a, b), (b, a)):
        if dated.month and dated.day and named.weekday is not None and anchor is not None:
            return _weekday_fits(dated, named.weekday, anchor)
    return None


def _weekday_fits(dated: Day, weekday: int, anchor: tuple[date, int]) -> bool | None:
    try:
        there = date(dated.year or anchor[0].year, dated.month or 1, dated.day or 1)
    except ValueError:
        return None
    distance = (there - anchor[0]).days
    if abs(distance) > _NEAREST_DAYS:
        return None
    return (anchor[1] + distance) % 7 == weekday


def _same_clock(a: str, b: str) -> bool | None:
    first, second = re.match(r"\d\d:\d\d", a), re.match(r"\d\d:\d\d", b)
    if not first or not second:
        return True if a and a == b else None
    if first.group() == second.group():
        return True
    zones = a[5:].strip(), b[5:].strip()
    if zones[0] != zones[1]:
        return None
    # 7:00 may stand for 19:00
    return None if (int(a[:2]) - int(b[:2])) % 12 == 0 and a[3:5] == b[3:5] else False


_RELATIVE = re.compile(r"^(last|next|this|past|previous) (.+)$")


def _season(words: str) -> str:
    found = re.search(r"\b(spring|summer|autumn|fall|winter)\b", words)
    return found.group().replace("fall", "autumn") if found else ""


def _same_words(first_day: Day, second_day: Day) -> bool | None:
    a, b = first_day.other, second_day.other
    if a == b:
        return True
    if first_day.weekday is not None and second_day.weekday is not None:
        parts = [_DAY_PARTS.get(text.rpartition(" ")[2]) for text in (a, b)]
        return parts[0] == parts[1] if None not in parts else True
    for day, other in ((first_day, b), (second_day, a)):
        if day.weekday is not None and other.endswith("weekend"):
            return None if day.weekday >= 5 else False
    for pattern in (_CENTURY, _EDGE, _COUNTED):
        first_words, second_words = pattern.match(a), pattern.match(b)
        if first_words and second_words:
            return first_words.groups() == second_words.groups()
    seasons = _season(a), _season(b)
    if all(seasons):
        return seasons[0] == seasons[1]
    if any(a in words and b in words for words in _SETS) or (_DECADE.match(a) and _DECADE.match(b)):
        return False
    first, second = _RELATIVE.match(a), _RELATIVE.match(b)
    if first and second and {first.group(1), second.group(1)} <= {"last", "next"}:
        if first.group(2) == second.group(2):
            return first.group(1) == second.group(1)
        periods = {"week", "month", "year"}
        if {first.group(2), second.group(2)} <= periods and first.group(1) == second.group(1):
            return False
    ago = re.match(r"^(\d+(?:\.\d+)?) (\w+) ago$", a), re.match(r"^(\d+(?:\.\d+)?) (\w+) ago$", b)
    if ago[0] and ago[1] and ago[0].group(2) == ago[1].group(2):
        return False
    return None


def anchor_of(
    article: Article, read: Callable[[int], Iterable[Value]] | None = None
) -> tuple[date, int] | None:
    """Return a date of the article that is given with its weekday ("Monday (Feb 7)"), or None.

    Only the first paragraphs are read, where a dateline or lead tells the day. ``read`` gives the values of
    a paragraph where they are known already.
    """
    for paragraph in article.paragraphs[:6]:
        for value in read(paragraph.index) if read is not None else find_values(paragraph.text):
            if value.type is not EntityType.DATE:
                continue
            day = day_of(value, paragraph.text)
            if day.weekday is not None and day.month and day.day:
                try:
                    return date(day.year or 2001, day.month, day.day), day.weekday
                except ValueError:
                    continue
    return None

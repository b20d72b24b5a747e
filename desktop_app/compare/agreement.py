"""Do two dates say the same? Shorter forms that agree do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.model import Article, EntityType
from desktop_app.text.dates import MONTHS, WEEKDAYS
from desktop_app.text.values import Value, find_values

_ISO = re.compile(r"^(?P<year>\d{4})?(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?$")
_PART = re.compile(
    r"^(?:the )?(?:early|mid|late|end|beginning|start|middle)[ -](?:of )?(?:the )?(-?-?\d[\d-]*)$"
)
_NEAREST_DAYS = 40
_OF_YEAR = re.compile(r"^--(?P<month>\d\d)(?:-(?P<day>\d\d))? (?P<year>last|this|next) year$")
_YEARS_ON = {"last": -1, "this": 0, "next": 1}


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
    years_on: int | None = None
    """Years after the year of the article, where that is how the year is given ("May next year")."""

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
_PART_OF_YEAR = re.compile(r"^(?P<part>[qh])(?P<number>\d) (?P<year>\d{4})$")
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
    if relative := _OF_YEAR.match(value.value):
        month, day = (int(number) if number else None for number in relative.group("month", "day"))
        return Day(None, month, day, weekday, years_on=_YEARS_ON[relative["year"]])
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
        months = _month_of(a), _month_of(b)
        if all(months) and (months[0] != months[1] or not (a.other and b.other)):
            return months[0] == months[1]  # "last May", "in June last year"
        return _same_words(a, b)
    if a.part and b.part and a.part != b.part and (a.year, a.month) == (b.year, b.month):
        return False
    shared = False
    for x, y in (
        (a.year, b.year),
        (a.years_on, b.years_on),
        (a.month, b.month),
        (a.day, b.day),
        (a.weekday, b.weekday),
    ):
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


def _month_of(day: Day) -> int:
    """Return the month that a date names, also behind "last" or "next"; 0 where it names none."""
    words = day.other.split()
    named = MONTHS.get(words[1], 0) if len(words) == 2 and words[0] in ("last", "next", "this") else 0
    return day.month or named


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
    a, b = (re.sub(r"^(?:the )?past ", "last ", day.other) for day in (first_day, second_day))
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
    parts_of_year = _PART_OF_YEAR.match(a), _PART_OF_YEAR.match(b)
    if parts_of_year[0] and parts_of_year[1] and parts_of_year[0]["part"] == parts_of_year[1]["part"]:
        return parts_of_year[0].groups() == parts_of_year[1].groups()
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

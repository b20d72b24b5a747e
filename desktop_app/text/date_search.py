"""Find the forms of dates and times in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from desktop_app.text.calendar_words import (
    FOREIGN_HOLIDAYS,
    FOREIGN_MONTHS,
    FOREIGN_PERIODS,
    FOREIGN_RELATIVE,
    FOREIGN_WEEKDAYS,
    HOLIDAYS,
    MONTHS,
    PERIODS,
    SHORT_PERIODS,
    WEEKDAYS,
)
from desktop_app.text.date_forms import DECADES, FORMS
from desktop_app.text.foreign_numbers import FOREIGN_UNITS
from desktop_app.text.lexicons import read_words
from desktop_app.text.numbers import ORDINALS, SCALES, TENS, UNITS

_LETTERS = re.compile(r"[^\W\d_]+")


def _first_words(*phrases: Iterable[str]) -> frozenset[str]:
    """Return the first words of some phrases, in lower case."""
    found = (_LETTERS.match(phrase) for group in phrases for phrase in group)
    return frozenset(first[0].lower() for first in found if first)


def _last_words(*phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(_LETTERS.findall(phrase)[-1].lower() for group in phrases for phrase in group)


def _and_plurals(words: Iterable[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in (word, f"{word}s"))


_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_FOREIGN_DAYS = _last_words(FOREIGN_WEEKDAYS, FOREIGN_MONTHS)
# One word of each set stands in every date of that form: without them, the form need not be tried, and its
# pattern, which may be long, need not be made.
_NEEDS: dict[str, tuple[frozenset[str], ...]] = {
    "bracketed": (frozenset(WEEKDAYS), frozenset(MONTHS)),
    "calendar": (frozenset((*MONTHS, *WEEKDAYS)),),
    "century": (frozenset(("century",)),),
    "to_end": (
        _and_plurals(("month", "week", "year", "quarter")) | {"half"},
        frozenset(("to", "ended", "ending", "through", "until", "first", "last", "final")),
        frozenset((*MONTHS, "first", "last", "final")),
    ),
    "fiscal": (frozenset(("fiscal", "financial", "fy")),),
    "season": (_SEASONS,),
    "day": (frozenset(("yesterday", "today", "tomorrow", "tonight")),),
    "holiday": (_first_words(HOLIDAYS), _last_words(HOLIDAYS)),
    "weekday": (_and_plurals(WEEKDAYS),),
    "age": (frozenset(("old", "olds", "age", "aged", "his", "her", "its", "their")),),
    "lengths": (
        _and_plurals(("year", "month", "week", "day")),
        _and_plurals(("month", "week", "day", "hour")),
    ),
    "clock_lengths": (
        _and_plurals(("hour", "hr", "minute", "min")) | {"h"},
        _and_plurals(("minute", "min", "second", "sec")) | {"m"},
    ),
    "weekend": (frozenset(("weekend",)),),
    "foreign": (_FOREIGN_DAYS,),
    "foreign_relative": (_last_words(FOREIGN_RELATIVE),),
    "foreign_month": (_last_words(FOREIGN_MONTHS, FOREIGN_HOLIDAYS),),
    "foreign_clock": (frozenset(("uhr", "uur", "h", "heures", "alle", "ore", "las", "às", "kl", "klo")),),
    "foreign_length": (_last_words(FOREIGN_PERIODS),),
    "foreign_year": (frozenset(("м", "году", "года", "год", "г")),),
    "month": (frozenset(MONTHS),),
}
_NEEDED = frozenset().union(*(words for sets in _NEEDS.values() for words in sets))


class _Form:
    """A form of dates: its name, what it needs, and its pattern, made when first asked for."""

    def __init__(self, name: str, patterns: tuple[str, ...]) -> None:
        self.needs = _NEEDS.get(name, ())
        self.name = "lengths" if name == "clock_lengths" else name
        self._patterns = patterns

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(self._patterns))

    def may_stand_among(self, words: frozenset[str]) -> bool:
        """Whether a text with these of the needed words, in lower case, can hold the form."""
        return not any(map(words.isdisjoint, self.needs))


_FORMS = tuple(_Form(name, patterns) for name, patterns in FORMS)

_OPENERS = read_words("calendar.txt", "openers") | _first_words(
    *(MONTHS, WEEKDAYS, UNITS, TENS, ORDINALS, HOLIDAYS, DECADES.split("|")),
    *(FOREIGN_MONTHS, FOREIGN_WEEKDAYS, FOREIGN_RELATIVE, FOREIGN_HOLIDAYS, FOREIGN_UNITS),
)
_BEHIND_FIGURES = read_words("calendar.txt", "behind figures") | _first_words(
    *(MONTHS, SHORT_PERIODS, SHORT_PERIODS.values(), SCALES, FOREIGN_MONTHS, FOREIGN_PERIODS),
    (f"{period}{ending}" for period in PERIODS.split("|") for ending in ("", "s")),
)
_ARTICLES = frozenset(("a", "an", "the"))
_MAY_OPEN = _OPENERS | _ARTICLES
_BEHIND_ARTICLES = (_OPENERS | _BEHIND_FIGURES | read_words("calendar.txt", "behind articles")) - _ARTICLES
_WORD = re.compile(
    r"(?<![\w$£€¥₹.,])(?:['’‘](?=\d0s)"
    r"|(?P<word>[^\W\d_]+)|\d)"
)
_FOLLOWER = re.compile(r"(?P<gap>[.\s])?\s?(?P<next>[^\W\d_]+|\d+)?")
_FIGURE = re.compile(
    r"(?:1\d|2[01])\d\d(?!\d)|\d[\d,]*(?:[:/.–-]\s?\d|[^\W\d]|º|°|\s?[-–(]"
    r"|[.\s\u00a0-]{1,2}(?P<next>[^\W\d]+))"
)


def match_dates(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield the dates and times of a text in reading order, each as the name of its form and the match."""
    forms: list[tuple[str, re.Pattern[str]]] | None = None
    end = 0
    for word in _WORD.finditer(text):
        opener = word["word"]
        if opener and opener.lower() not in _MAY_OPEN:
            continue
        start = word.start()
        if start < end or not _can_start(text, word):
            continue
        if forms is None:
            words = _NEEDED.intersection(map(str.lower, _LETTERS.findall(text)))
            forms = [(form.name, form.pattern) for form in _FORMS if form.may_stand_among(words)]
        for name, pattern in forms:
            if match := pattern.match(text, start):
                end = match.end()
                yield name, match
                break


def _can_start(text: str, word: re.Match[str]) -> bool:
    if word["word"]:
        opener = word["word"].lower()
        behind = _FOLLOWER.match(text, word.end()) if opener in _ARTICLES else None
        if behind and behind["gap"] != ".":
            follower = behind["next"] or "-"
            return not follower[0].isalpha() or follower.lower() in _BEHIND_ARTICLES
        return opener in _OPENERS
    if not word[0].isdecimal():
        return True
    start = word.start()
    if text[max(0, start - 5) : start].lower() == "aged ":
        return True
    figure = _FIGURE.match(text, start)
    return figure is not None and (not figure["next"] or figure["next"].lower() in _BEHIND_FIGURES)

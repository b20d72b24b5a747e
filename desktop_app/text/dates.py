"""Dates and times in running text, with a normalised value where they have one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.text.calendar_words import CLOCK_PERIODS, MONTHS, WEEKDAYS
from desktop_app.text.date_search import match_dates
from desktop_app.text.date_values import date_value, period_of
from desktop_app.text.lexicons import read_words

__all__ = ["MONTHS", "WEEKDAYS", "DateMatch", "find_dates"]


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date or time: half-open code point offsets, normalised value, whether it is a time of day or
    a length in hours and less, and whether it is somebody's age."""

    start: int
    end: int
    value: str
    time: bool = False
    age: bool = False


_ONE_PART = re.compile(r"(?i:(?:this|last)\s(?:morning|afternoon|evening|night))")
# The first hour of a range belongs to the same half of the day ("between 3 and 4 p.m.").
_AFTERNOON = re.compile(
    r"(?:\s(?:to|and|or)\s|\s?[-–]\s?)(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?\s?([ap]\.?m)\b", re.IGNORECASE
)
# From one month to another is two dates, unless it is a quarter or a half of the year.
_MONTHS_APART = re.compile(r"--\d\d/--\d\d$")
_BETWEEN = re.compile(r"\s(?:to|through)\s|\s?[-–]\s?")
# "The fall" is a season only where a time can stand.
_FALL = re.compile(r"(?i)(?:the|this|last|next)\s(?:early\s|late\s)?fall$")
_FALL_LED = re.compile(r"\b(?:in|by|until|till|since|for|during|before|after|of)\s$")
_FALL_OF = re.compile(r"\s(?:in|of|from|to|was|came|has|had)\b")
# Idioms, not times
_LAST_MOMENT = re.compile(r"(?i)(?:the\slast|this|next)\s(?:day|night|hour|minute|second)")
# "Six quarters" are counted, not a length of time.
_QUARTERS = re.compile(r"(?i)^(?!an?\s).*\bquarters\b(?!\sof\sa)")
# A year behind these stays one even where it could count what follows ("in 2021 voters", "1990 and 1995").
_YEAR_LEADS = re.compile(
    r"\b(?:in|since|by|until|till|from|during|before|after|the|around|circa|late|early|mid"
    r"|(?:1[5-9]|20)\d\d\s(?:and|to|or))\s$",
    re.IGNORECASE,
)
_MONTH_LEADS = re.compile(
    r"\b(?:in|since|by|until|till|from|during|before|after|for|of|to|between|and|or|through|last|next|this)\s$",
    re.IGNORECASE,
)
_FOREIGN_LEADS = re.compile(
    r"\b(?:im|seit|ab|bis|vom|zum|zu|an|vor|nach|[aA]nfang|[mM]itte|[eE]nde|en|de|del|du|à|depuis|avant|fin|début"
    r"|hasta|desde|in|a|da|di|entro|em|até|sedan|в|с|до|к|по)\s$",
    re.IGNORECASE,
)
_NAME_FOLLOWS = re.compile(r"\s[A-Z][a-z]")
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?(?:[a-z]{2,}s|people|men|women|children)\b")
# A month inside quotation marks behind another word is part of a coined phrase ("a 'Black March'").
_COINED = re.compile(r"[“\"‘'«]\w+\s$")
# Hundreds that a batsman scores are no stretch of time.
_SCORED = re.compile(r"\b(?:his|her|their|my|your|our|an?|maiden|another)\s$", re.IGNORECASE)
_PLAIN_ORDINAL = re.compile(r"[a-z]+\scentury", re.IGNORECASE)


_OLDEST = 115


def find_dates(text: str) -> list[DateMatch]:
    """Return the dates, times, lengths of time and ages of a text, in reading order, without overlaps."""
    found: list[DateMatch] = []
    for form, match in match_dates(text):
        if not _is_meant(text, match, form):
            continue
        time = form in ("clock", "foreign_clock", "stopwatch") or (
            form in ("length", "lengths", "relative") and period_of(match[0]) in CLOCK_PERIODS
        )
        value = date_value(form, match[0])
        if form == "clock" and match[0][-1].isdecimal() and (after := _AFTERNOON.match(text, match.end())):
            value = date_value(form, f"{match[0]} {after[1]}")
        time = time or (form == "foreign_length" and value.split()[1] in CLOCK_PERIODS)
        time = time or (form == "relative" and bool(_ONE_PART.fullmatch(match[0])))
        if form == "calendar" and _MONTHS_APART.match(value) and (gap := _BETWEEN.search(match[0])):
            middle = match.start() + gap.start(), match.start() + gap.end()
            found.append(DateMatch(match.start(), middle[0], value[:4]))
            found.append(DateMatch(middle[1], match.end(), value[5:]))
            continue
        found.append(
            DateMatch(match.start(), match.end(), value, time=time, age=form == "age" and _is_life(value))
        )
    return found


def _is_life(value: str) -> bool:
    """Whether an age can be a person's or an animal's, and not that of a bowl."""
    years = re.match(r"(\d+) year", value)
    return not years or int(years[1]) <= _OLDEST


def _is_meant(text: str, match: re.Match[str], form: str) -> bool:
    """Whether what looks like a date is one, by the words around it."""
    start, end = match.span()
    lead = max(0, start - 24), start
    if form == "year":
        return _is_year(text, match)
    if form == "month":
        if _COINED.search(text, *lead):
            return False
        return not _NAME_FOLLOWS.match(text, end) or bool(_MONTH_LEADS.search(text, *lead))
    if form in ("length", "foreign_length"):
        if match[0].lower().endswith("a quarter") and text.startswith(" of ", end):
            return False  # "roughly a quarter of a million"
        if text[max(0, start - 1) : start] == "/":
            return False  # half of "3 1/2 days"
        return not _is_vague(match[0]) and not _QUARTERS.search(match[0])
    if form == "century":
        return not (_PLAIN_ORDINAL.fullmatch(match[0]) and _SCORED.search(text, *lead))
    if form == "season" and _FALL.search(match[0]):
        return bool(_FALL_LED.search(text, *lead)) and not _FALL_OF.match(text, end)
    if form == "relative":
        return not _LAST_MOMENT.fullmatch(match[0])
    if form == "foreign_month":
        return bool(_FOREIGN_LEADS.search(text, *lead))
    return True


def _is_year(text: str, match: re.Match[str]) -> bool:
    digits = match[0][-4:]
    if len(match[0]) > 4:
        return True
    if not 1500 <= int(digits) < 2100:
        return bool(_YEAR_LEADS.search(text, max(0, match.start() - 12), match.start()))
    if _YEAR_LEADS.search(text, max(0, match.start() - 12), match.start()):
        return True
    counted = _COUNTED.match(text, match.end())
    if counted and counted[0].split()[0] in read_words("figures.txt", "stops"):
        return True
    return counted is None or counted[0].split()[-1] in read_words("figures.txt", "not nouns")


def _is_vague(text: str) -> bool:
    """Whether a length tells nothing by itself ("a day", "many years", "a second")."""
    lowered = text.lower()
    if lowered.endswith(("ago", "back", "earlier", "later", "now", "hence", "a half")):
        return False
    words = re.split(r"[\s-]", lowered)
    if "fortnight" in lowered or "weekend" in lowered:
        return False
    if words[0] == "one" and len(words) == 2:
        return words[1].removesuffix("s") not in ("hour", "week", "month", "year")
    if words[0] in ("a", "an") and len(words) == 2:
        return words[1] != "decade"
    return words[0] in ("many", "few", "some") or lowered.startswith(("a few", "a couple"))

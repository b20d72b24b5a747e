"""The words of the calendar: months, weekdays, holidays, lengths of time, in English and other languages."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.text.lexicons import read_sections

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    short: name
    for name, *shorts in (
        ("monday", "mon"),
        ("tuesday", "tue", "tues"),
        ("wednesday", "wed", "weds"),
        ("thursday", "thu", "thur", "thurs"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    )
    for short in (name, *shorts)
}
PERIODS = "second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade"
"""Lengths of time, in the singular."""

CLOCK_PERIODS = frozenset({"second", "minute", "hour"})
"""Lengths that belong to the clock, not to the calendar."""

SHORT_PERIODS = {"yr": "year", "min": "minute", "hr": "hour", "sec": "second", "h": "hour", "m": "minute"} | {
    "yrs": "year",
    "mins": "minute",
    "hrs": "hour",
    "secs": "second",
    "centuries": "century",
    "s": "second",
}


def _foreign(section: str) -> dict[str, str]:
    rows = (line.split("|") for line in read_sections("calendar.txt")[section])
    return {name.strip(): key.strip() for key, names in rows for name in names.split(",")}


FOREIGN_MONTHS = _foreign("months")
FOREIGN_WEEKDAYS = _foreign("weekdays")
FOREIGN_PERIODS = _foreign("periods")
FOREIGN_RELATIVE = _foreign("relative")
FOREIGN_HOLIDAYS = _foreign("holidays of other languages")
"""How other languages write what the keys' values say in English."""

HOLIDAYS = read_sections("calendar.txt")["holidays"]
"""Days with a name of their own, as printed; ’ stands for both apostrophes."""


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches one of the words, the longest first."""
    return "|".join(sorted(words, key=len, reverse=True))

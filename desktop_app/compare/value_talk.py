"""Words beside two values or figures by which they agree after all: "a month", "just before", a sum."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.compare.figures import currency
from desktop_app.compare.found_values import Found
from desktop_app.compare.tolls import people_words
from desktop_app.compare.word_families import is_past
from desktop_app.model import EntityType
from desktop_app.text.value import Value

_RATE = re.compile(
    r"^(?:\W{0,3}|\s(?:[a-z]+\s){0,3})"
    r"(?:(?:a|an|per|each|every)\s+(hour|day|night|week|month|year)\b|/(\w+)|(dai|week|month|year|annual)ly\b)",
    re.I,
)
_ONCE = re.compile(r"\b(?:once|previously|formerly|originally|used to)\b(?! again)", re.I)
_DECADE = re.compile(r"\b(?:[2-9]0s|(?:twen|thir|for|fif|six|seven|eigh|nine)ties)\b", re.I)
_NEXT = re.compile(
    r"\b(?:the )?(?:following|previous|next) year\b|\b(?:a|one) year (?:before|earlier|later|after|ago)\b",
    re.I,
)
_ABOUT = re.compile(r"\b(?:before|after|about|around|nearly|almost|towards|past|by)\W{0,3}$", re.I)
_HOUR = 60
"""Minutes by which "just before seven" may be off."""

_FAR = 12
"""Years between two years that are hardly one date told differently."""


def reconciled(a: Found, b: Found) -> bool:
    """Whether the words beside two values that differ tell why: a rate, an age in tens, a time nearby."""
    if {_when(a), _when(b)} == {"said", "done"}:
        return True
    if _added(a) != _added(b) or _is_decade(a, b) or _is_decade(b, a) or (_filed(a) and _filed(b)):
        return True
    first, second = _rate(a), _rate(b)
    if first and second and first != second:
        return True
    if bool(first) != bool(second) and not (a.value.age or b.value.age) and _far_off(a, b):
        return True
    if _once(a) != _once(b):
        return True
    if a.value.age and b.value.age and bool(_decade(a)) != bool(_decade(b)):
        return True
    if a.day is None or b.day is None:
        return False
    if a.day.clock and b.day.clock:
        return minutes_apart(a.day.clock, b.day.clock) <= _HOUR and (_roughly(a) or _roughly(b))
    if _turn_of_month(a, b) or _turn_of_month(b, a):
        return True
    if a.day.year and b.day.year and not (a.day.month or b.day.month):
        apart = abs(a.day.year - b.day.year)
        first, second = str(a.day.year), str(b.day.year)
        misprint = sorted(first) == sorted(second) or sum(map(str.__ne__, first, second)) == 1
        if apart == 1:
            return bool(_NEXT.search(a.text) or _NEXT.search(b.text))
        return apart > _FAR and not misprint
    return False


def _when(found: Found) -> str:
    """Return "said" where a date tells when somebody spoke ("said Monday"), "done" behind another verb."""
    if found.day is None:
        return ""
    match = _VERB.search(found.text, 0, found.value.start)
    if match is None:
        return ""
    verb = match.group(1).lower()
    if verb in _SPOKE:
        return "said"
    return "done" if is_past(verb) else ""


_VERB = re.compile(r"\b([a-z]+)\s(?:on\s)?$", re.I)
_SPOKE = frozenset(("said", "says", "announced", "added", "reported", "confirmed", "reporters", "statement"))


def _added(found: Found) -> bool:
    """Whether a figure comes on top of others: "four more"."""
    if found.day is not None or found.value.type is EntityType.PERCENT:
        return False  # "23 percent more slowly" adds nothing
    before = found.text[max(0, found.value.start - _ADD_NEAR) : found.value.start]
    return bool(_MORE.match(found.text, found.value.end) or _ADD.search(before))


_ADD = re.compile(r"\b(?:add|adds|adding) $", re.I)
_ADD_NEAR = 10
_MORE = re.compile(r"\s(?:more|other|further|additional|extra)\b(?!\sthan)", re.I)


def _is_decade(decade: Found, other: Found) -> bool:
    """Whether one figure is "their teens", in which or up to which the other is."""
    text = decade.text[decade.value.start : decade.value.end].lower()
    return "teens" in text and other.value.number is not None and 13 <= other.value.number <= 20


def _filed(found: Found) -> bool:
    """Whether a date only tells when the story was sent: "OSLO, May 3 (Nordic News) -"."""
    opening = found.text[: found.value.start]
    if not opening.endswith(", ") or not opening.split(",")[0].isupper():
        return False
    return bool(_DATELINE.match(found.text, found.value.end))


_DATELINE = re.compile(r"\s*(?:\([^)]*\)\s*)?[-–—]\s")


def _rate(found: Found) -> str:
    match = _RATE.match(found.text[found.value.end :])
    return (
        _PERIODS.get(found_words := next(filter(None, match.groups())).lower(), found_words) if match else ""
    )


_PERIODS = {"dai": "day", "annual": "year"}


def _far_off(a: Found, b: Found) -> bool:
    """Whether one figure is so much larger that it may be of a longer time."""
    x, y = a.value.number, b.value.number
    return bool(x and y) and max(x or 1, y or 1) >= 4 * min(x or 1, y or 1)


def _once(found: Found) -> bool:
    """Whether the clause of a figure tells how it was before."""
    before = re.split(r"[,;:.—–]\s", found.text[max(0, found.value.start - 40) : found.value.start])[-1]
    return bool(_ONCE.search(before))


def _decade(found: Found) -> bool:
    return bool(_DECADE.search(found.text[max(0, found.value.start - 6) : found.value.end]))


def _turn_of_month(a: Found, b: Found) -> bool:
    """Whether one date is the end of a month and the other "before" the next one."""
    if a.day is None or b.day is None or not a.day.month or not b.day.month or b.day.day:
        return False
    last = a.day.part == "late" or (a.day.day or 0) >= _LAST_DAYS
    before = b.text[: b.value.start].rstrip().lower().endswith(("before", "until", "by"))
    return last and before and a.day.month % 12 + 1 == b.day.month


_LAST_DAYS = 28


def _roughly(found: Found) -> bool:
    return bool(_ABOUT.search(found.text[max(0, found.value.start - 16) : found.value.start]))


def minutes_apart(a: str, b: str) -> int:
    """Return the minutes between two times of day; a whole day where one cannot be read."""
    times = [re.match(r"(\d\d):(\d\d)", clock) for clock in (a, b)]
    if times[0] is None or times[1] is None:
        return 24 * 60
    first, second = (60 * int(time[1]) + int(time[2]) for time in times if time is not None)
    return abs(first - second)


_TENS = 10
"""Figures from which on a difference of two figures without a noun is no coincidence."""

_LARGE = 100
"""Figures from which on a sum is no coincidence, whatever they count."""


def follows_from(value: Value, others: Iterable[Value]) -> bool:
    """Whether a figure is the sum or the difference of two others of its sort, and so no disagreement."""
    if value.number is None:
        return False
    fellows = [
        other
        for other in others
        if other.number is not None
        and other.type is value.type
        and (other.number >= 1) == (value.number >= 1)
        and (value.number >= _LARGE or _counted(other) in (_counted(value), ""))
    ][:12]
    wanted, slack = value.number, 1e-6 * abs(value.number)
    for place, first in enumerate(fellows):
        for second in fellows[place + 1 :]:
            x, y = first.number or 0.0, second.number or 0.0
            units = {_counted(first), _counted(second)}
            named = units == {_counted(value)} and (units != {""} or min(x, y) > 1)
            alike = named or (units <= {_counted(value), ""} and min(x, y) > 1)
            apart = named or value.number >= _LARGE or (units <= {""} and wanted >= _TENS)
            if x != y and apart and abs(abs(x - y) - wanted) <= slack:
                return True
            if x != y and (alike or wanted >= _LARGE) and abs(x + y - wanted) <= slack:
                return True
    return False


def _counted(value: Value) -> str:
    """Return what a figure counts; protesters and workers are people."""
    return "person" if value.unit in people_words() else currency(value)

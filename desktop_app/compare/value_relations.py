"""How two values of two sides stand to each other: agreeing, one fact told differently, or one explained."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from desktop_app.compare.agreement import same_day
from desktop_app.compare.bounds import bound_of
from desktop_app.compare.figures import comparable_figures, exact, same_figure, seconds
from desktop_app.compare.found_values import Found
from desktop_app.compare.ratios import share_of
from desktop_app.compare.value_talk import follows_from, reconciled
from desktop_app.model import EntityType


def same_value(a: Found, b: Found, anchor: tuple[date, int] | None) -> bool:
    """Whether two values agree."""
    if a.day is not None and b.day is not None:
        return bool(same_day(a.day, b.day, anchor))
    if a.day is None and b.day is None:
        return same_figure(a.value, b.value) or _inside_bound(a, b) or _inside_bound(b, a) or _converted(a, b)
    return False


def _converted(a: Found, b: Found) -> bool:
    """Whether one of two sums is the other in another currency, as one of the articles says."""
    return any(same_figure(a.value, v) for v in b.also) or any(same_figure(v, b.value) for v in a.also)


def _inside_bound(a: Found, b: Found) -> bool:
    """Whether a figure lies just inside the bound that the other gives: "640" and "more than 600"."""
    x, y = seconds(a.value) or a.value.number, seconds(b.value) or b.value.number
    if not x or not y or a.value.age or not comparable_figures(a.value, b.value):
        return False
    if a.value.type is not b.value.type:  # "nearly half", "44 percent"
        nearly = _NEARLY.match(a.text, a.value.start) is not None
        if nearly and x < 1 and 0.86 * x <= y / 100 <= x:
            return True
        bound = bound_of(a.text, a.value.start, a.value.end).kind if x < 1 <= y else ""
        return (bound == "lower" and x <= y / 100 <= 1.2 * x) or (
            bound == "upper" and 0.8 * x <= y / 100 <= x
        )
    bound = bound_of(a.text, a.value.start, a.value.end).kind
    if not bound or bound_of(b.text, b.value.start, b.value.end).kind:
        return False
    most = 1.25 if x >= 1000 and f"{x:e}".startswith("1.000000") else 1.1  # "over a million": 1.2 million
    near = (bound == "lower" and x <= y <= most * x) or (bound == "upper" and 0.9 * x <= y <= x)
    return near or (bound == "about" and abs(x - y) <= 0.05 * x and not exact(x, y))


_NEARLY = re.compile(r"(?:nearly|almost|just under|close to)\b", re.I)


def told_again(a: Found, b: Found, anchor: tuple[date, int] | None) -> bool:
    """Whether a value may be the other side's told once more: small counts must be of the same thing."""
    small = a.value.type is b.value.type is EntityType.CARDINAL and (a.value.number or 0) <= _SMALL
    return (not small or a.value.value == b.value.value) and same_value(a, b, anchor)


_SMALL = 12
"""Counts up to which equal ones in a link may well be of different things."""


def comparable(a: Found, b: Found, anchor: tuple[date, int] | None) -> bool:
    """Whether two values could be one fact told differently."""
    if reconciled(a, b):
        return False
    if a.day is not None and b.day is not None:
        if (_word_before(a) == "into") != (_word_before(b) == "into"):
            return False  # "on Sunday night", "overnight into Monday"
        if (a.day.other or b.day.other) and _shifted(a) != _shifted(b):
            return False
        return same_day(a.day, b.day, anchor) is False
    return a.day is b.day and comparable_figures(a.value, b.value)


def _shifted(found: Found) -> str:
    """Return the word before a date that tells of a time beside it ("after the weekend")."""
    before = _word_before(found)
    return before if before in ("after", "before") else ""


def _word_before(found: Found) -> str:
    return found.text[: found.value.start].rstrip().rpartition(" ")[2].lower()


def is_short(*values: Found) -> bool:
    """Whether one of some figures is an age without its years, or counts what one before it does: "until he
    was 19", "by 52 votes to 40".
    """
    return any(_LIVED.search(v.text[max(0, v.value.start - 16) : v.value.start]) for v in values)


def takes_unit(a: Found, b: Found, met: Sequence[tuple[Found, Found]]) -> bool:
    """Whether one figure is bare and the other has the unit of a figure told before both, on which the sides
    agree: "adults pay 12 crowns, children 8".
    """
    bare, full = (a, b) if not a.value.unit else (b, a)
    if bare.value.unit or bare.value.type is not EntityType.CARDINAL or not full.value.unit or bare.role:
        return False
    if bare.value.number is None or full.value.number is None or bare.value.number == full.value.number:
        return False
    if any(_COMPARING.match(each.text, each.value.end) for each in (a, b)):
        return False
    for pair in met:
        own, other = pair if bare is a else pair[::-1]
        if (own.value.type, own.value.unit) == (full.value.type, full.value.unit) == (
            other.value.type,
            other.value.unit,
        ) and all(
            x.paragraph == y.paragraph and 0 < y.value.start - x.value.end <= _ELLIPSIS
            for x, y in ((own, bare), (other, full))
        ):
            return True
    return False


_COMPARING = re.compile(r"\s(?:more|less|fewer|higher|lower|above|below|times)\b", re.I)
_ELLIPSIS = 50
"""Letters over which a figure still takes the unit of the one before it."""

_LIVED = re.compile(r"\b(?:(?:he|she|who|i) (?:is|was|turned)|to) $", re.I)
_OTHERS = re.compile(
    r"^\W{0,3}(?:other|more|further|previous|earlier|fellow)\b|\bbefore (?:this|him|her|that)\b"
)


def _years_apart(a: Found, b: Found, values: Sequence[Found]) -> bool:
    """Whether two years are told apart by a length of time: "in 2015 ... two years later"."""
    if a.day is None or b.day is None or not a.day.year or not b.day.year:
        return False
    apart = abs(a.day.year - b.day.year)
    return any(v.value.number == apart and v.value.unit == "year" for v in values)


def _in_proportion(x: float, y: float, values: Sequence[Found]) -> bool:
    """Whether a share that is told leads from one figure to the other: 640, "a third less", 960."""
    low, high = min(x, y), max(x, y)
    if low < _COUNTED:
        return False
    for value in values:
        share = share_of(value.value)
        near = _NEAR_PERCENT if value.value.type is EntityType.PERCENT else _NEAR_SHARE
        if share and any(abs(low / high - ratio) <= near for ratio in (share, 1 - share, 1 / (1 + share))):
            return True
    return False


def _parts_of_whole(part: Found, whole: float) -> bool:
    """Whether a figure is told as a part of what both figures make together."""
    match = _OF_THE.match(part.text, part.value.end)
    return match is not None and match.group(1).replace(",", "") == f"{whole:g}"


_OF_THE = re.compile(r"\s(?:out )?of (?:the |its |their |all )?(\d[\d,]*)\b")
_COUNTED = 20
"""Figures from which on a proportion is no coincidence."""

_NEAR_SHARE, _NEAR_PERCENT = 0.012, 0.005
"""What "a third" and "33 percent" may be off for being rounded."""


def explained(a: Found, b: Found, left: Sequence[Found], right: Sequence[Found]) -> bool:
    """Whether one figure follows from others of the other side, or "311 others" meets "312 in all"."""
    if _years_apart(a, b, (*left, *right)):
        return True
    x, y = a.value.number, b.value.number
    if x is None or y is None:
        return False
    if abs(share_of(a.value) + share_of(b.value) - 1) <= _NEAR_PERCENT:
        return True  # "one in five survived", "four fifths died"
    if _in_proportion(x, y, [v for v in (*left, *right) if v is not a and v is not b]):
        return True
    if _parts_of_whole(a, x + y) and _parts_of_whole(b, x + y):
        return True  # "twelve of the 30 are shut", "18 of the 30 are open"
    if abs(x - y) == 1 and (_counts_others(a, b) if x < y else _counts_others(b, a)):
        return True
    if follows_from(b.value, [v.value for v in left]) or follows_from(a.value, [v.value for v in right]):
        return True
    if x > y:
        others = [v.value for v in left if v is not a]
        return bool(others) and follows_from(a.value, [*others, b.value])
    others = [v.value for v in right if v is not b]
    return y > x and bool(others) and follows_from(b.value, [*others, a.value])


def _counts_others(low: Found, high: Found) -> bool:
    """Whether one figure leaves out somebody whom the other counts: "311 others", "312 in all"."""
    after = low.text[low.value.end : low.value.end + 32].lower()
    beside = high.text[high.value.end : high.value.end + 32].lower()
    if _OTHERS.search(after) and not _OTHERS.search(beside):
        return True
    around = high.text[max(0, high.value.start - 30) : high.value.end + 60].lower()
    return (
        "includ" in around and "other" in low.text[max(0, low.value.start - 10) : low.value.end + 10].lower()
    )

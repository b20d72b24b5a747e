"""Do two figures say the same? Roundings, conversions and shorter forms that agree do."""

from __future__ import annotations

import re

from desktop_app.model import EntityType
from desktop_app.text.values import Value

_CONVERSION = 0.03
"""Two lengths, weights ... in different units agree within this share."""

_COARSE = 0.12
"""The same where the one is the other rounded to the digits it is given with ("four miles", "six km")."""

_NUMERIC = frozenset(
    (EntityType.MONEY, EntityType.PERCENT, EntityType.QUANTITY, EntityType.CARDINAL, EntityType.ORDINAL)
)


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
        if x == y and {a.unit, b.unit} == {"ton", "tonne"}:
            return True  # papers write "tons" for either
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
    if x == y or _rounds_to_whole(a, b) or _rounds_to_whole(b, a):
        return True
    if _rounds_to_quarter(a, b) or _rounds_to_quarter(b, a):
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


def _rounds_to_whole(coarse: Value, fine: Value) -> bool:
    """Whether a hedged figure is a broken one rounded: "about 2 percent" for "2.3 percent"."""
    x, y = coarse.number or 0.0, fine.number or 0.0
    broken = x == int(x) and y != int(y) and 1 <= x < _BROKEN
    return coarse.approximate and broken and round(y) == x and abs(x - y) <= _WHOLE * y


def _rounds_to_quarter(coarse: Value, fine: Value) -> bool:
    """Whether quarters of a scale are another figure rounded: "nearly a quarter of a million", "240,000"."""
    x, y = coarse.number or 0.0, fine.number or 0.0
    quarters = coarse.words and x >= 1000 and f"{x:.0f}".rstrip("0") in ("25", "75")
    return quarters and coarse.approximate and abs(x - y) <= _QUARTER * x


_QUARTER = 0.05
"""The share that a figure rounded to quarters of a million may be off."""

_BROKEN, _WHOLE = 10, 0.2
"""Figures below which a broken one is rounded to a whole one, and the share it may be off then."""


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
    return loose and abs(x - y) / max(x, y) <= 0.02 and not exact(x, y)


def exact(x: float, y: float) -> bool:
    """Whether two numbers are given to the same place, so exactly that neither rounds the other."""
    digits = _significant(x)
    return digits == _significant(y) and digits > 2


def _significant(number: float) -> int:
    text = f"{number:.6f}".rstrip("0").rstrip(".").replace(".", "").lstrip("0")
    return max(1, len(text.rstrip("0")))


def _round_to(number: float, digits: int) -> float:
    return float(f"{number:.{digits}g}")


_DOLLARS = frozenset(("USD", "AUD", "NZD", "CAD", "SGD", "HKD"))
"""Currencies that a paper at home writes with a bare dollar sign."""


_CROWNS = frozenset(("NOK", "SEK", "DKK", "CZK", "krone", "kroner"))


def currency(value: Value) -> str:
    """Return the currency of a sum of money, the kinds of crown counted as one."""
    return "crown" if value.unit in _CROWNS else value.unit


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
        return currency(a) == currency(b) or ({a.unit, b.unit} <= _DOLLARS and is_swapped(a.number, b.number))
    if a.type is EntityType.QUANTITY:
        if a.dimension and a.dimension == b.dimension and a.base and b.base and a.unit != b.unit:
            return 1 / _FAR <= a.base / b.base <= _FAR
        return a.unit == b.unit
    if a.type in (EntityType.DATE, EntityType.TIME):
        return a.unit == b.unit or bool(seconds(a) and seconds(b))
    if (a.number < 1) != (b.number < 1):
        return False
    return a.unit == b.unit or not a.unit or not b.unit or a.type is EntityType.CARDINAL


def is_swapped(x: float, y: float) -> bool:
    """Whether two figures have the same digits, at least three, in another order: 8.31, 8.13."""
    first, second = f"{x:g}", f"{y:g}"
    return first != second and sorted(first) == sorted(second) and len(first.replace(".", "").rstrip("0")) > 2


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

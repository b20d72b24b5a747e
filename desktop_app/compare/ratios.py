"""Shares told as "one in five" or "two out of three", which are one figure where they are compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.model import EntityType
from desktop_app.text.numbers import format_number
from desktop_app.text.value import Value

_BETWEEN = re.compile(r"\s+(?:out of|in)(?:\s+(?:every|each))?\s+", re.I)
_NOUN_IN = re.compile(r"\s+[a-z]+\s+in(?:\s+every)?\s+", re.I)
_LARGEST = 100
"""Figure up to which the second one is the whole of a share: "one in 100"."""


def join_ratios(text: str, values: Sequence[Value]) -> list[Value]:
    """Return the values of a text with "one in five" as one share."""
    found: list[Value] = []
    for value in values:
        part = found[-1] if found else None
        if part is not None and _is_ratio(text, part, value):
            share = (part.number or 0.0) / (value.number or 1.0)
            found[-1] = replace(part, end=value.end, value=format_number(share), number=share, unit="")
        else:
            found.append(value)
    return found


def share_of(value: Value) -> float:
    """Return a share ("a third", "20 percent") as part of one, 0 for other figures."""
    if value.number is None or value.type not in (EntityType.PERCENT, EntityType.CARDINAL):
        return 0.0
    share = value.number / 100 if value.type is EntityType.PERCENT else value.number
    return share if 0 < share < 1 else 0.0


def _is_ratio(text: str, part: Value, whole: Value) -> bool:
    if part.type is not whole.type or part.type is not EntityType.CARDINAL:
        return False
    if not part.number or not whole.number or not 1 <= part.number < whole.number <= _LARGEST:
        return False
    between = text[part.end : whole.start]
    if _BETWEEN.fullmatch(between):
        return part.number <= 10
    few = part.number == 1 or (part.number < 10 and not whole.unit)
    return few and whole.number >= 3 and _NOUN_IN.fullmatch(between) is not None

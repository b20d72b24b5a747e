"""What became of the people a figure counts: the dead, the hurt, the missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words
from desktop_app.text.value import Value

_STOP = re.compile(
    r"[,;:.()—–]|\b(?:and|but|while|as|after|when|since|including|in which|before|who|that)\b|\d"
)
_START = re.compile(r"[,;:.()—–]|\b(?:and|but|while|when|after|since|including|of them|who|that)\b|\d")
_PART = re.compile(
    r"\s+of (?:the|those|them)\s+(?:dead|killed|injured|wounded|missing|victims|arrested)\b", re.I
)
_WORD = re.compile(r"\w+")
_NONE = re.compile(r"\bno\s$", re.I)
_BEHIND, _BEFORE = 60, 40
"""Letters behind and before a figure in which its fate is told."""


def fates_of(text: str, values: Sequence[Value]) -> list[str]:
    """Return for each value of a text what became of the people it counts; "" where that is not told."""
    if _telling().isdisjoint(_WORD.findall(text.casefold())):
        return [""] * len(values)
    return [_fate(text, value) if _counts_people(value) else "" for value in values]


def _counts_people(value: Value) -> bool:
    plain = value.type is EntityType.CARDINAL and value.number is not None and value.number >= 1
    return plain and (not value.unit or value.unit in people_words() or value.unit in _fates())


def people_words() -> frozenset[str]:
    """Return nouns, singular, for people that are counted."""
    return read_words("figure_roles.txt", "people")


def _fate(text: str, value: Value) -> str:
    after = text[value.end : value.end + _BEHIND]
    if _PART.match(after) or _NONE.search(text[max(0, value.start - 4) : value.start]):
        return ""
    stop = _STOP.search(after)
    found = _fate_words().search(after[: stop.start()] if stop else after)
    if found:
        return _fates().get(found.group().lower(), "")
    before = text[max(0, value.start - _BEFORE) : value.start]
    stops = list(_START.finditer(before))
    words = re.findall(r"[a-z]+", before[stops[-1].end() if stops else 0 :].lower())
    while words and words[-1] in read_words("figure_roles.txt", "between"):
        words.pop()
    return _fates_in_front().get(words[-1], "") if words else ""


_FATES = ("dead", "hurt", "missing", "saved", "held", "driven away", "aboard")


@cache
def _fates() -> dict[str, str]:
    """Return every word that tells a fate with that fate."""
    return {word: fate for fate in _FATES for word in read_words("figure_roles.txt", fate)}


@cache
def _fates_in_front() -> dict[str, str]:
    """Return the words that tell a fate in front of the figure ("killing 19"), with that fate."""
    acting = {word: _fates()[word] for word in read_words("figure_roles.txt", "acting")}
    return acting | dict.fromkeys(read_words("figure_roles.txt", "taking"), "dead")


@cache
def _telling() -> frozenset[str]:
    return frozenset((*_fates(), *_fates_in_front()))


@cache
def _fate_words() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(sorted(_telling())) + r")\b", re.I)

"""Bounds on figures: "at least 12", "up to 40", "30 or more"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from desktop_app.compare.word_families import root
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.normalize import fold


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    sections = read_sections("certainty.txt")
    return tuple(
        (
            name,
            re.compile(
                rf"\b(?:{'|'.join(sorted(map(re.escape, sections[name]), key=len)[::-1])})"
                r"\s+(?:the ages? of )?\W{0,3}$"
            ),
        )
        for name in ("upper", "lower", "about", "only")
    )


_LOWER_AFTER = re.compile(r"^(?:\stimes)?\s*(?:\bor (?:more|over|longer|older)\b|\bat least\b|\bplus\b|\+)")
_UPPER_AFTER = re.compile(r"^(?:\stimes)?\s*\b(?:or (?:less|fewer|under|younger)|at most)\b")
_INSIDE = re.compile(r"^(?:(more than|over|at least)|(less than|under|fewer than|up to))\s")


_STRETCH = re.compile(
    r"^.{1,14}?[\s-](?:hectare|acre|mile|km|kilomet|metre|meter|decade|year|month|week|day|hour)"
    r"|^(?:60|[12468]00|1,?500|[35],?000|10,?000)\s?m\b"
)
"""A space or time that something happens "over", the lengths of races among them."""


_BURIED = re.compile(
    r"^[\d.,\w]+[\s-]?(?:cm|mm|m|centimet\w+|millimet\w+|met(?:re|er)s?|feet|foot|inch\w*)\s+of\s"
)
"""A depth of something that lies above: "under 40cm of gravel"."""


_UP_TO = re.compile(r"\bup to\s+\W{0,3}$")
_AT_UP_TO = re.compile(r"\b(?:it(?:'s| is| was| will be| would be)|from \W?\d[\w.,]*(?: \w+)?)\s+$")
"""What stands before "up to" where it says who decides ("it is up to 12 jurors") or where a range ends."""

_CLAUSE = re.compile(r"[,;:()\u2014\u201c\u201d\"]|[.!?]\s|\b(?:and|but|or)\b")
_OBJECT = 5
"""Words before "up to" among which the verb stands that brings something there."""


@cache
def _roots(section: str) -> frozenset[str]:
    return frozenset(map(root, read_words("certainty.txt", section)))


def _goes_up(before: str) -> bool:
    """Whether "up to" at the end of a folded text belongs to its verb: "goes up to 4", "took it up to 4"."""
    match = _UP_TO.search(before)
    if match is None:
        return False
    said = before[: match.start()]
    words = _CLAUSE.split(said)[-1].split()
    if not words:
        return False
    if root(words[-1]) in _roots("climbing") or _AT_UP_TO.search(said):
        return True
    amount = any(form in _roots("amounts") for form in (words[-1], root(words[-1])))
    return amount and any(root(word) in _roots("lifting") for word in words[-_OBJECT:-1])


def is_peak(text: str, start: int) -> bool:
    """Whether a figure tells how high something went that rises and falls: "gusts of 90 kilometres an hour".

    The highest is what is meant with "up to" and without.
    """
    words = re.findall(r"[a-z]+", _CLAUSE.split(fold(text[max(0, start - 40) : start]))[-1])
    return any(root(word) in _roots("peaks") for word in words[-_OBJECT:])


class Bound(NamedTuple):
    """A bound on a figure ("lower", "upper", "about", "only", or "" for none), and the offsets of both."""

    kind: str
    start: int
    end: int


def bound_of(text: str, start: int, end: int) -> Bound:
    """Return the bound of the figure from ``start`` to ``end``, told before, inside or behind it."""
    inside = _INSIDE.match(text[start:end].lower())
    if inside:
        return Bound("lower" if inside.group(1) else "upper", start, end)
    before = fold(text[max(0, start - 24) : start])
    found = [
        (match.start(), name) for name, pattern in _bounds() for match in [pattern.search(before)] if match
    ]
    if found:
        where, name = min(found)
        if _is_other_sense(text, start, end, name, before[:where], before[where:].split()):
            return Bound("", start, end)
        return Bound(name, start - (len(before) - where), end)
    after = text[end : end + 26].lower()
    if match := _LOWER_AFTER.match(after):
        return Bound("lower", start, end + match.end())
    if match := _UPPER_AFTER.match(after):
        return Bound("upper", start, end + match.end())
    return Bound("", start, end)


def _is_other_sense(text: str, start: int, end: int, name: str, said: str, words: list[str]) -> bool:
    """Whether the ``words`` before a figure are no bound, behind what is ``said``: "a row over 12 jobs"."""
    if words == ["over"]:
        about = said.strip() and root(said.split()[-1]) in _roots("matters")
        if about or _STRETCH.match(text[start : end + 20].lower()):
            return True
    if name == "upper" and _goes_up(fold(text[max(0, start - 64) : start])):
        return True
    return words in (["under"], ["below"]) and _BURIED.match(text[start : end + 24].lower()) is not None


def bounds_disagree(left: str, right: str) -> bool:
    """Whether two bounds of one figure say different things; a rounding ("about 12" for "12") does not."""
    pair = {left, right}
    return (
        left != right
        and not pair <= {"", "about", "only"}
        and pair not in ({"only", "upper"}, {"about", "upper"})
    )

"""Speaker and reporting word where words are not parted by spaces, as in Chinese."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from desktop_app.extract.quotations_lines import Name
from desktop_app.extract.quotations_verbs import Attribution
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words
from desktop_app.text.scripts import UNSPACED

_PRONOUNS = re.compile("[他她它]")
_STOPS = "。！？；!?;“”「」『』\n"
_REACH = 40
"""Characters on each side of a quotation in which its speaker may stand."""

_LONGEST = 8
"""Characters of a speaker that no known name tells."""


@cache
def _cues() -> str:
    words = sorted(read_words("reporting_verbs.txt", "unspaced"), key=len, reverse=True)
    return "|".join(map(re.escape, words))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?P<who>[^{_STOPS}]*?)(?P<cue>{_cues()})道?[：:，, ]*$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(rf"[，, ]*(?P<who>[^{_STOPS}]{{1,24}}?)(?P<cue>{_cues()})")


@cache
def _unspaced() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


def attribute_unspaced(
    text: str, paragraph: int, quotation: tuple[int, int], names: Sequence[Name]
) -> Attribution | None:
    """Return who says the quotation between two offsets (marks included) of a paragraph, or None.

    ``names`` are those of the paragraph. Only words beside the quotation count: "X 说：“...”", "“...”X 说".
    """
    start, end = quotation
    left = max(0, start - _REACH)
    found = None
    if _unspaced().search(text, left, end + _REACH):
        opening = max((text.rfind(stop, left, start) for stop in _STOPS), default=-1) + 1 or left
        found = _before().search(text[opening:start])
        if found is not None:
            return _made(text, paragraph, opening, found, names, "left")
        found = _after().match(text[end : end + _REACH])
    return _made(text, paragraph, end, found, names, "right") if found is not None else None


def _made(
    text: str, paragraph: int, offset: int, found: re.Match[str], names: Sequence[Name], side: str
) -> Attribution | None:
    first, last = offset + found.start("who"), offset + found.end("who")
    cue = offset + found.start("cue"), offset + found.end("cue")
    inside = [name for name in names if first <= name.start and name.end <= last]
    people = [name for name in inside if name.entity.type is EntityType.PERSON] or inside
    if people:
        return Attribution(paragraph, (people[-1].start, people[-1].end), cue, side, 1)
    pronoun = _PRONOUNS.search(text, first, last)
    if pronoun is not None:
        return Attribution(paragraph, pronoun.span(), cue, side, 1)
    clause = max(text.rfind("，", first, last), text.rfind(",", first, last)) + 1 or first
    if 1 < last - clause <= _LONGEST:
        return Attribution(paragraph, (clause, last), cue, side, 1)
    return Attribution(paragraph, None, cue, side, 1)

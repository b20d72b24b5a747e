"""How a vote ended: which figures count those in favour, those against and those who abstained."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from desktop_app.model import EntityType
from desktop_app.text.numbers import format_number
from desktop_app.text.value import Value

FOR, AGAINST, ABSTAINED = BALLOT_ROLES = ("for", "against", "abstained")

_BALLOT = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|ballots?|ruling|ruled|majority|abstain\w*|abstentions?|dissent\w*|in favou?r"
    r"|opposed|split)\b",
    re.I,
)
_SIGNS = ("vot", "ballot", "rul", "majority", "abst", "dissent", "favo", "opposed", "split")
"""One of them is in whatever tells of a ballot."""
_VOTED = re.compile(r"\b(?:vot(?:e|es|ed|ing)|split|ruled|majority of|ballot)\b[^.;]*$", re.I)
_AS_VOTE = re.compile(r"\s(?:vote|ruling|majority|decision|in favou?r)\b", re.I)
_NEAR = 30
"""Letters between a word for voting and "five to two"."""

_NUMBERS = re.compile(r"(?P<first>[\w-]+?)(?:\s+to\s+|\s*[-–—]\s*)(?P<second>[\w-]+)", re.I)
_STOP = re.compile(r"[,;:.—–]\s|\b(?:and|with|but|while|to|after)\b|$")
_AGAINST_EACH_OTHER = re.compile(r"(?:\s+(?:votes?|members|judges|justices))?\s+to\s+|\s?[-–—]\s?")
_LOST = re.compile(r"\b(?:reject\w*|defeat\w*|voted down|threw out|thrown out|fail(?:s|ed)?|lost)\b", re.I)
_ROLES = (
    (ABSTAINED, re.compile(r"\b(?:abstain\w*|abstentions?|did not vote)\b", re.I)),
    (AGAINST, re.compile(r"\b(?:against|opposed|opposing|dissent\w*|no votes)\b", re.I)),
    (
        FOR,
        re.compile(
            r"\b(?:for|in favou?r|backed|backing|support(?:s|ed|ing)|approved|approving|yes votes)\b", re.I
        ),
    ),
)
_SENTENCE_END = re.compile(r"[.?!] ")
_REACH = 90
"""Letters behind a figure in which the verb may stand that tells how those counted voted."""


def split_scores(text: str, values: Sequence[Value]) -> list[Value]:
    """Return the values of a text with "five to two" as two figures where it tells how a vote ended."""
    if not any(value.unit == "score" for value in values):
        return list(values)
    found: list[Value] = []
    for value in values:
        halves = _halves(text, value) if value.unit == "score" else ()
        found.extend(halves or (value,))
    return found


def _halves(text: str, value: Value) -> tuple[Value, ...]:
    match = _NUMBERS.fullmatch(text[value.start : value.end])
    numbers = value.value.split("-")
    told = _VOTED.search(text[max(0, value.start - _NEAR) : value.start]) or _AS_VOTE.match(text, value.end)
    if match is None or len(numbers) != 2 or not told:
        return ()
    return tuple(
        replace(
            value,
            start=value.start + match.start(name),
            end=value.start + match.end(name),
            type=EntityType.CARDINAL,
            value=format_number(float(number)),
            number=float(number),
            unit="",
        )
        for name, number in zip(("first", "second"), numbers, strict=True)
    )


def roles_of(text: str, values: Sequence[Value]) -> list[str]:
    """Return for each value of a text how those it counts voted; "" where it counts no votes.

    A text that does not count both sides tells nothing of a vote.
    """
    roles = [""] * len(values)
    folded = text.casefold()
    if len(values) < 2 or not any(sign in folded for sign in _SIGNS) or not _BALLOT.search(text):
        return roles
    stops = [match.start() + 1 for match in _SENTENCE_END.finditer(text)]
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for number, value in enumerate(values):
        if value.type is EntityType.CARDINAL and value.number is not None:
            after = bisect_right(stops, value.start)
            sentence = stops[after - 1] if after else 0, stops[after] if after < len(stops) else len(text)
            by_sentence.setdefault(sentence, []).append(number)
    for (start, end), numbers in by_sentence.items():
        if not _BALLOT.search(text, start, end):
            continue
        winners, losers = (AGAINST, FOR) if _LOST.search(text, start, end) else (FOR, AGAINST)
        for number, following in zip_longest(numbers, numbers[1:]):
            behind = values[number].end
            roles[number] = roles[number] or _said_of(text[behind : min(end, behind + _REACH)])
            if following == number + 1 and _AGAINST_EACH_OTHER.fullmatch(
                text[values[number].end : values[following].start]
            ):
                roles[number], roles[following] = winners, losers
    return roles if {FOR, AGAINST} <= set(roles) else [""] * len(values)


def _said_of(after: str) -> str:
    """Return how the text behind a figure says that those it counts voted."""
    stop = _STOP.search(after)
    clause = after[: stop.start()] if stop else after
    return next((role for role, pattern in _ROLES if pattern.search(clause)), "")

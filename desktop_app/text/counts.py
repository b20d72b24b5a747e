"""Counts, shares, ranks, scores and ages: figures without a unit of measure."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.model import EntityType
from desktop_app.text.ages import is_age
from desktop_app.text.nouns import counted_noun
from desktop_app.text.numbers import ORDINALS, SHORT_SCALES, UNITS, Number
from desktop_app.text.shared_units import SHORT_SCALE
from desktop_app.text.value import Taken, Value, is_glued, make_value

_SMALL = "|".join(word for word, number in UNITS.items() if 0 < number <= 10)
_POINTS = r"(?:votes?|goals?|sets?|games?|frames?|runs?|points?|seats?|legs?|matches|maps)"
_SCORE = re.compile(
    r"(?P<digits>(?<![\w.,/-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\w/]|-\d|[.,]\d))"
    rf"|\b(?P<spelt>(?:{_SMALL})(?:\sto\s(?:{_SMALL}|nil)|[-\s]nil))\b"
    rf"|(?P<counted>(?<![\w.,/-])(?:\d{{1,4}}|\b(?:{_SMALL}))\s{_POINTS}\sto\s(?:\d{{1,4}}|(?:{_SMALL}|nil)\b)(?![.,]?\d|\s?%))"
    rf"|(?P<told>(?<![\w.,/-])\d{{1,4}}\sto\s(?:\d{{1,4}}|{_SMALL})(?![\w%/-]|[.,]\d))",
    re.IGNORECASE,
)
_MAY_SCORE = (
    re.compile(r"\d\s?[-–]\s?\d"),
    re.compile(rf"[\s-](?:to\s(?:\d|{_SMALL}|nil)|nil)", re.IGNORECASE),
)
"""One of them is found where a score is."""
_POINT = re.compile(rf"\d+|\b(?:{_SMALL}|nil)\b", re.IGNORECASE)
_VOTED = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|won|lost|beat|beaten|passed|approved|rejected|adopted|carried|cleared|defeated|majority"
    r"|ruled|ruling|verdict|decision|tally|margin|score|led|leading|trailed|divided|split)\b(?:\s[\w-]+){0,4}?\s"
    r"(?:by\s|of\s)?$",
    re.IGNORECASE,
)
_NO_SCORES = frozenset({"50-50", "50–50", "24-7"})
_SHARE_LEAD = re.compile(r"\b(?:nearly|almost|more than|less than|fewer than|close to)\s+$", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|less|more|fewer|higher|lower|cheaper|smaller|bigger|larger)\b")
_SHARE_LED = re.compile(
    r"\b(?:by|to|than|only|nearly|almost|about|around|over|under|just)\s+$", re.IGNORECASE
)
_NOUN_FOLLOWS = re.compile(
    r"\s+(?!(?:in|on|at|to|from|and|but|or|since|after|this|last|over|during|it|he|she|they|we|as|when|while|because"
    r"|which|who|within|between|under|for|with|by|if|even|compared|year|before|until|so|per|a|an|the)\b)\w"
)
_RANKED = re.compile(
    r"\s(?!(?:of|in|on|at|to|from|and|but|or|less|more|was|is|were|are|as|that|by|for|with|than)\b)[a-z]"
)


def find_scores(text: str, taken: Taken) -> list[Value]:
    """Return results and majorities ("2-1", "two to one", "seven votes to two") outside the taken spans."""
    scores: list[Value] = []
    if not any(pattern.search(text) for pattern in _MAY_SCORE):
        return scores
    for match in _SCORE.finditer(text):
        if taken.touches(match.start(), match.end()):
            continue
        if match["digits"] and (counted_noun(text, match.end()) or match[0] in _NO_SCORES):
            continue
        if match["spelt"] and _is_range(text, match):
            continue
        if match["counted"] and match[0][0].isdecimal():
            continue  # "41 votes to 36" are two counts
        if match["told"] and not _VOTED.search(text, max(0, match.start() - 60), match.start()):
            continue
        first, second = (_points(point) for point in _POINT.findall(match[0]))
        scores.append(
            Value(
                match.start(),
                match.end(),
                EntityType.CARDINAL,
                f"{first}-{second}",
                unit="score",
                words=not match[0][0].isdigit(),
            )
        )
    return scores


def _points(word: str) -> int:
    return int(word) if word.isdecimal() else UNITS.get(word.lower(), 0)


def _is_range(text: str, match: re.Match[str]) -> bool:
    """Whether "two to three" is no result ("from two to three", "two to three times")."""
    led = text[max(0, match.start() - 5) : match.start()].lower() == "from "
    return led or bool(counted_noun(text, match.end()))


def count_value(text: str, number: Number) -> Value | None:
    """Return the count, share or rank that a number without a unit is, or None where it is part of a word."""
    start, end = number.start, number.end
    if start and (text[start - 1].isalnum() or text[start - 1] == "_" or is_glued(text, start)):
        return None
    if number.ordinal:
        rank = f"{int(number.value)}."
        return Value(start, end, EntityType.ORDINAL, rank, number.value, "th", words=number.words)
    if number.fraction:
        if not _is_share(text, number):
            return _fraction_as_rank(text, number)
        lead = _SHARE_LEAD.search(text, max(0, start - 20), start)
        begin = lead.start() if lead else start
        return make_value(
            text, number, begin, end, EntityType.CARDINAL, number.value, counted_noun(text, end)
        )
    amount = number.value
    if not number.words and not number.scaled and (short := SHORT_SCALE.match(text, end)):
        if short[1].lower() in ("m", "k", "b") and not counted_noun(text, short.end()):
            return None
        amount, end = amount * SHORT_SCALES[short[1].lower()], short.end()
    elif end < len(text) and (text[end].isalpha() or text[end] == "_"):
        return None
    value = make_value(text, number, start, end, EntityType.CARDINAL, amount, counted_noun(text, end))
    return replace(value, age=True) if is_age(text, number) else value


def _fraction_as_rank(text: str, number: Number) -> Value | None:
    """Return the rank that "an eighth win" is, or None."""
    article, _, part = text[number.start : number.end].partition(" ")
    if part.lower() not in ORDINALS or not _RANKED.match(text, number.end):
        return None
    rank = ORDINALS[part.lower()]
    start = number.start + len(article) + 1
    return Value(start, number.end, EntityType.ORDINAL, f"{rank}.", float(rank), "th", words=True)


def _is_share(text: str, number: Number) -> bool:
    """Whether "a third", "a quarter" is a share and not an ordinal or three months."""
    if not text[number.start : number.end].lower().startswith(("a ", "an ", "a-")):
        return True
    if _OF.match(text, number.end):
        return True
    led = _SHARE_LED.search(text, max(0, number.start - 12), number.start)
    return bool(led) and not _NOUN_FOLLOWS.match(text, number.end)

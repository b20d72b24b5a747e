"""Money, percentages and quantities: figures with a unit, in front or behind or shared along a range."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words
from desktop_app.text.nouns import counted_noun
from desktop_app.text.numbers import SHORT_SCALES, Number
from desktop_app.text.shared_units import (
    SHORT_SCALE,
    join_parts,
    share_along_ranges,
    share_currency,
    share_elided,
    share_set_against,
)
from desktop_app.text.units import load_units
from desktop_app.text.value import Value, is_glued, make_value

_PERCENT = re.compile(
    r"[\s\u00a0-]?(?:(?:[%٪％]|per[\s-]?cent\b|percent\b|prozent\b|procent\b|pour\s?cent\b|por\s?ciento\b"
    r"|por\s?cento\b|per\s?cento\b|процент\w*|pct\b|pc\b)(?P<points>[\s-]points?\b)?"
    r"|(?P<pp>percentage[\s-]points?\b|pp\b)|(?P<bp>basis[\s-]points?\b|bps?\b))",
    re.IGNORECASE,
)

_MONEY_RANGE = re.compile(r"[$£€¥₹]\d[\d.,]*\s?[-–]\s?$")
_MINUS = re.compile(r"(?:\bminus\s|(?<!\w)[-−])$", re.IGNORECASE)
_MANY = re.compile(
    r"\b(?:dozens|scores|(?:tens\sof\s|hundreds\sof\s)?(?:thousands|millions|billions)|tens|hundreds)\sof(?=\s)",
    re.I,
)
"""How many, when nobody counts; a value in front of a unit only ("tens of kilometres")."""
_SOME = re.compile(
    r"\b(?:a\scouple\sof|several|a\sfew)\s(?P<scale>dozen|hundred|thousand|million|billion)\b",
    re.IGNORECASE,
)
"""How many, roughly ("a couple of thousand workers", "several hundred")."""
_SCALES_TOLD = ("hundred", "thousand", "illion", "dozen", "scores", "tens")
"""One of them is in whatever these patterns find."""
_ROAD_BEFORE = re.compile(r"\b(?:on|along|off|onto|via|from|near|across|between)\sthe\s[RND]$")
_ROAD_BEHIND = re.compile(
    r"\s(?:road|route|highway|motorway|between|near|outside|north|south|east|west|into|towards?)\b"
)
_BARE = re.compile(r"\s?\d|[,;:!?)\]]|$")
"""Behind a figure that has no unit, whatever the lists say."""
_PENCE = re.compile(r"p\b(?!\.\s?m)")
_LINES = frozenset({240.0, 360.0, 480.0, 720.0, 1080.0, 1440.0, 2160.0})
"""Figures in front of a p that are pictures on a screen ("1080p")."""
_OF_ONE = re.compile(r"\s(?:of\s)?an?(?=\s)", re.IGNORECASE)
"""Between a fraction and its unit ("half a mile", "three quarters of a tonne")."""
_NATIONAL = {
    ("norwegian", "crown"): "NOK",
    ("norwegian", "kroner"): "NOK",
    ("danish", "crown"): "DKK",
    ("danish", "kroner"): "DKK",
    ("swedish", "crown"): "SEK",
    ("swedish", "kronor"): "SEK",
    ("icelandic", "crown"): "ISK",
    ("czech", "crown"): "CZK",
    ("american", "dollar"): "USD",
    ("australian", "dollar"): "AUD",
    ("canadian", "dollar"): "CAD",
    ("egyptian", "pound"): "EGP",
    ("british", "pound"): "GBP",
    ("mexican", "peso"): "MXN",
    ("chilean", "peso"): "CLP",
    ("swiss", "franc"): "CHF",
    ("indian", "rupee"): "INR",
    ("pakistani", "rupee"): "PKR",
    ("turkish", "lira"): "TRY",
    ("japanese", "yen"): "JPY",
    ("chinese", "yuan"): "CNY",
}
"""What "Norwegian crowns" and their like are."""


def find_many(text: str) -> list[Value]:
    """Return the quantities and sums that are told without a figure ("dozens of kilometres")."""
    found: list[Value] = []
    lowered = text.lower()
    if not any(scale in lowered for scale in _SCALES_TOLD):
        return found
    for match in _MANY.finditer(text):
        units = load_units()
        unit = units.quantity.match(text, match.end())
        money = None if unit else units.currency_after.match(text, match.end())
        after = unit or money
        if not after or (money and money["name"].lower() in _common_names()):
            continue
        kind = EntityType.QUANTITY if unit else EntityType.MONEY
        surface = text[match.start() : after.end()].lower()
        found.append(Value(match.start(), after.end(), kind, surface, approximate=True, words=True))
    for match in _SOME.finditer(text):
        units = load_units()
        after = units.quantity.match(text, match.end())
        money = None if after else units.currency_after.match(text, match.end())
        sure = money and money["name"].lower() not in _common_names() and not money["letter"]
        if (after and after["word"]) or sure:
            end = after.end() if after else money.end() if money else match.end()
            surface = text[match.start() : end].lower()
            kind = EntityType.QUANTITY if after else EntityType.MONEY
        else:
            noun = counted_noun(text, match.end())
            surface = f"{match[0].lower()} {noun}".strip()
            end, kind = match.end(), EntityType.CARDINAL
        found.append(Value(match.start(), end, kind, surface, approximate=True, words=True))
    return found


def find_figures(text: str, numbers: list[Number]) -> list[Value | None]:
    """Return for each number its value with a unit, or None where it has none."""
    steps: tuple[Callable[[str, Number], Value | None], ...] = (_money, _percent, _quantity)
    found: list[Value | None] = []
    for number in numbers:
        before = text[max(0, number.start - 2) : number.start].rstrip(" \u00a0")[-1:]
        bare = before not in load_units().sign_ends and _BARE.match(text, number.end)
        found.append(None if bare else next((value for step in steps if (value := step(text, number))), None))
    share_along_ranges(text, numbers, found)
    share_elided(text, numbers, found)
    share_set_against(text, numbers, found)
    share_currency(text, numbers, found)
    join_parts(text, numbers, found)
    return found


def _money(text: str, number: Number) -> Value | None:
    if number.ordinal or (number.fraction and not number.words):
        return None
    units = load_units()
    before = None
    if text[max(0, number.start - 2) : number.start].rstrip(" \u00a0")[-1:] in units.sign_ends:
        before = units.currency_before.search(text, max(0, number.start - 8), number.start)
    if before and before["sign"] in read_words("figures.txt", "common currency names"):
        before = before if before.end() == before.end("sign") else None
    if before and before["sign"] in ("R", "N", "D") and _is_road(text, number, before.start()):
        return None
    if before and before["sign"] in read_words("figures.txt", "signs of large sums"):
        paid = before["sign"] == "R" and _PAID.search(text, max(0, before.start() - 12), before.start())
        large = paid or number.value >= _LARGE or text[number.start : number.end][-3:-2] == "."
        before = before if large or SHORT_SCALE.match(text, number.end) else None
    if before:
        return _money_behind_sign(text, number, before)
    if is_glued(text, number.start):
        return None
    if rate := _RATE.match(text, number.end):
        unit = f"per {rate[1].lower()}"
        return make_value(text, number, number.start, number.end, EntityType.MONEY, number.value, unit)
    after = units.currency_after.match(text, number.end)
    if not after:
        return None
    common = after["name"].lower() in _common_names() and not after["name"].endswith("s")
    if common and not _is_sum_of_won(text, number, after):
        return None
    code = units.currencies[after["name"].lower()]
    if after["lead"]:
        nation, kind = after["lead"].strip().lower(), after["name"].lower().rstrip("s")
        code = _NATIONAL.get((nation, kind), f"{nation} {kind}")
    amount = number.value * (SHORT_SCALES[after["letter"].lower()] if after["letter"] else 1.0)
    return make_value(text, number, number.start, after.end(), EntityType.MONEY, amount, code)


def _is_sum_of_won(text: str, number: Number, after: re.Match[str]) -> bool:
    """Whether "21,450 won" is a sum of money and nobody's victory: large, no year, and nothing is won."""
    year = number.value < 2100 and "," not in text[number.start : number.end]
    large = number.value >= 1000 and not year
    return after["name"].lower() == "won" and large and not _IS_WON.match(text, after.end())


def _is_road(text: str, number: Number, start: int) -> bool:
    """Whether "the R476" is a road and no sum of rand, naira or dalasi."""
    digits = text[number.start : number.end]
    if start + 1 != number.start or not digits.isdecimal() or len(digits) > 3 or number.scaled:
        return False
    article = text[max(0, start - 4) : start].lower() == "the "
    led = _ROAD_BEFORE.search(text, max(0, start - 16), start + 1)
    return bool(led) or (article and bool(_ROAD_BEHIND.match(text, number.end)))


_IS_WON = re.compile(
    r"\s(?:(?:the|a|their|its|his|her|every|all|no|not|seats?|gold|silver|bronze|medals?|prizes?|awards?|tickets?|places?)\b"
    r"(?!\s(?:month|year|day|week|hour|person|head|share|bottle|kilo))|\d)"
)
"""What was won, behind the verb: "5,000 won a place"."""
_PAID = re.compile(
    r"\b(?:than|costs?|pays?|paid|worth|most|least|about|only|just|charged?|fined|by|to|for)\s$"
)
"""In front of a small sum of rand ("no more than R95")."""
_RATE = re.compile(r"\s(?:to|against|per)\sthe\s(?:US\s|U\.S\.\s)?(dollar|euro|pound|greenback|yen)\b")
"""Behind what a unit of money costs ("73.40 to the dollar")."""

_LARGE = 100.0
"""Codes and letters that often stand for something else are currencies from this amount."""


@cache
def _common_names() -> frozenset[str]:
    return frozenset(name.lower() for name in read_words("figures.txt", "common currency names")) - {"pound"}


def _money_behind_sign(text: str, number: Number, before: re.Match[str]) -> Value:
    units = load_units()
    code = units.currencies[before["sign"]]
    amount, end = number.value, number.end
    if short := SHORT_SCALE.match(text, end):
        amount, end = amount * SHORT_SCALES[short[1].lower()], short.end()
    after = units.currency_after.match(text, end)
    if (
        after
        and not after["letter"]
        and not after["lead"]
        and units.currencies[after["name"].lower()] == code
    ):
        end = after.end()
    return make_value(text, number, before.start(), end, EntityType.MONEY, amount, code)


def _percent(text: str, number: Number) -> Value | None:
    start = number.start
    if number.ordinal or (start and text[start - 1].isalpha()):
        return None
    match = _PERCENT.match(text, number.end)
    if not match and number.fraction and (one := _OF_ONE.match(text, number.end)):
        match = _PERCENT.match(text, one.end())
    if not match:
        return None
    unit = "basis point" if match["bp"] else "percentage point" if match["pp"] or match["points"] else "%"
    if start and text[start - 1] in "-−+" and not (start > 1 and text[start - 2].isalnum()):
        start -= 1
    return make_value(text, number, start, match.end(), EntityType.PERCENT, number.value, unit)


def _quantity(text: str, number: Number) -> Value | None:
    if number.ordinal or is_glued(text, number.start):
        return None
    if pence := _PENCE.match(text, number.end) if number.value not in _LINES else None:
        return make_value(text, number, number.start, pence.end(), EntityType.MONEY, number.value, "cents")
    units = load_units()
    amount = number.value
    match = units.quantity.match(text, number.end)
    if not match and number.fraction and (one := _OF_ONE.match(text, number.end)):
        match = units.quantity.match(text, one.end())
        match = match if match and match["word"] else None
    if not match:
        short = SHORT_SCALE.match(text, number.end)
        match = units.quantity.match(text, short.end()) if short else None
        if not match or not short:
            return None
        amount *= SHORT_SCALES[short[1].lower()]
    if (match["exact"] or match["word"].lower()) in ("m", "stone") and counted_noun(text, match.end()):
        return None  # "38m users" are millions, "14 stone vats" are made of it
    if (
        match["exact"] == "m"
        and number.value < _LARGE
        and _MONEY_RANGE.search(text, max(0, number.start - 12), number.start)
    ):
        return None  # "£2-3m"
    word = match["exact"] or re.sub(r"[\s\u00a0]+", " ", match["word"]).lower()
    unit = units.units.get(word) or units.units[word.replace("-", " ")]
    start = number.start
    if unit.name.startswith("degree") and (minus := _MINUS.search(text, max(0, start - 6), start)):
        start, amount = minus.start(), -amount
    value = make_value(text, number, start, match.end(), EntityType.QUANTITY, amount, unit.name)
    return replace(value, dimension=unit.dimension, base=amount * unit.factor)

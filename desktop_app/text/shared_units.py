"""Figures that take their unit or scale from another: ranges, like phrases, comparisons, sums told before."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop_app.model import EntityType
from desktop_app.text.nouns import counted_noun
from desktop_app.text.numbers import SCALES, SHORT_SCALES, Number, parse_digits
from desktop_app.text.value import Value, is_glued, make_value

SHORT_SCALE = re.compile(r"\s?(bn|mn|mln|bln|tn|trn|m|k|b)(?!\w)", re.IGNORECASE)
"""Letters for thousands and more, right behind a figure."""
RANGE = re.compile(r"\s(?:to|and|or)\s(?:(?:about|around|nearly|over)\s)?|\s?[-–]\s?")
"""Between the two figures of a range."""
_RANGE_GAP = re.compile(r"\s(?:to|and|or)\s[$£€¥₹]?|\s?[-–]\s?[$£€¥₹]?")
_PARTS_OF = {("foot", "inch"): 12, ("pound weight", "ounce"): 16, ("metre", "centimetre"): 100}
"""Units that are told together, and how many of the smaller make one of the larger."""
_INCHES = re.compile(r"in\b|\sin\b(?!\s\w)")
_PART_GAP = re.compile(r",?\s?(?:and\s)?")
_SET_AGAINST = re.compile(r",?\s(?:(?:up|down)\s)?(?:from|against|compared\swith|versus)\s")
_THEN = re.compile(
    r"(?=[,.;)]|$|\s(?:a\s(?:year|month|week|quarter|decade)|in\s|the\s(?:previous|year|month|week)|last\s|before|previously|earlier))"
)
_LIKE_PHRASE = re.compile(
    r"\s(?P<word>[a-z]+)\b[^.;:!?\d]{0,50}?(?:,|\s(?:and|but|against))\s(?:(?:only|just|about|some|nearly|another)\s)?"
)
_LIKE_WORD = re.compile(r"\s(from|to|off|of|by|on|in|at|above|below|wide|long|high|deep|tall|across|thick)\b")
_EXTENTS = frozenset({"wide", "long", "high", "deep", "tall", "across", "thick"})
_SCALED = re.compile(r"\d\s?(?:m|bn|tn|k)\b|(?:m|b|tr)illion|thousand|crore|lakh", re.IGNORECASE)


def share_scales(text: str, numbers: list[Number]) -> list[Number]:
    """Give the first number of a range the scale of the second ("five to six million", "$2-3 billion")."""
    shared = list(numbers)
    for place in range(len(numbers) - 2, -1, -1):
        number, after = numbers[place], shared[place + 1]
        if number.scaled or number.ordinal or number.fraction or after.ordinal or not after.scaled:
            continue
        if not _RANGE_GAP.fullmatch(text, number.end, after.start):
            continue
        scale = _scale_of(text, after)
        if 0 < number.value < after.value / scale and not is_glued(text, number.start):
            shared[place] = replace(number, value=number.value * scale, scaled=True)
    return shared


def share_along_ranges(text: str, numbers: list[Number], found: list[Value | None]) -> None:
    """Give the first figure of a range the unit of the second ("between 3.5 and 4 per cent")."""
    for place in range(len(numbers) - 2, -1, -1):
        number, after = numbers[place], found[place + 1]
        if found[place] or after is None or number.ordinal or number.fraction:
            continue
        between = text[number.end : after.start]
        if not RANGE.fullmatch(between) or is_glued(text, number.start):
            continue
        if number.words and number.value < 3 and not number.scaled and between.strip() == "and":
            continue
        amount = number.value
        if (
            not number.scaled
            and after.type is EntityType.MONEY
            and SHORT_SCALE.match(text, numbers[place + 1].end)
        ):
            amount *= (after.number or 1.0) / (numbers[place + 1].value or 1.0)
        value = make_value(text, number, number.start, number.end, after.type, amount, after.unit)
        factor = after.base / after.number if after.base is not None and after.number else None
        base = None if factor is None else amount * factor
        found[place] = replace(value, dimension=after.dimension, base=base)


def share_elided(text: str, numbers: list[Number], found: list[Value | None]) -> None:
    """Give a bare figure the unit told before it ("11 miles from here and 13 from there")."""
    for place in range(len(numbers) - 1):
        value, number = found[place], numbers[place + 1]
        if value is None or value.type is not EntityType.QUANTITY or found[place + 1] or not value.number:
            continue
        if number.ordinal or number.fraction or number.words or number.scaled or is_glued(text, number.start):
            continue
        told = _LIKE_PHRASE.fullmatch(text, value.end, number.start)
        again = _LIKE_WORD.match(text, number.end)
        if told and again and (told["word"] == again[1] or {told["word"], again[1]} <= _EXTENTS):
            amount = number.value
            base = value.base * amount / value.number if value.base is not None else None
            whole = make_value(text, number, number.start, number.end, value.type, amount, value.unit)
            found[place + 1] = replace(whole, dimension=value.dimension, base=base)


def share_set_against(text: str, numbers: list[Number], found: list[Value | None]) -> None:
    """Give a bare figure the unit of what it is set against ("15 per cent, up from 13 a year ago")."""
    for place in range(len(numbers) - 1):
        value, number = found[place], numbers[place + 1]
        if value is None or found[place + 1] or value.type not in (EntityType.PERCENT, EntityType.MONEY):
            continue
        if value.type is EntityType.MONEY and _SCALED.search(text, value.start, value.end):
            continue  # "$5m, up from 4.2" is told in millions
        if number.ordinal or number.fraction or number.words or number.scaled or is_glued(text, number.start):
            continue
        if _SET_AGAINST.fullmatch(text, value.end, number.start) and _THEN.match(text, number.end):
            found[place + 1] = make_value(
                text, number, number.start, number.end, value.type, number.value, value.unit
            )


def _is_sum(text: str, last: Value, value: Value) -> bool:
    """Whether "1.1m" behind a sum in millions is one too, and no length ("2.4m kroner was cut to 1.1m")."""
    surface = text[value.start : value.end]
    glued = value.type is EntityType.QUANTITY and value.unit == "metre" and surface[-2:-1].isdecimal()
    if not glued or not surface.endswith("m") or not _SCALED.search(text, last.start, last.end):
        return False
    return not re.search(r"[.!?]\s", text[last.end : value.start])


def _scale_of(text: str, number: Number) -> float:
    """Return what the scale words of a number multiply its figure by."""
    surface = text[number.start : number.end]
    bare = re.match(r"[\d.,]+", surface)
    plain = parse_digits(bare[0].rstrip(".,")) if bare else None
    if plain:
        return number.value / plain
    scale = 1.0
    for word in re.findall(r"[a-z]+", surface.lower()):
        scale *= SCALES.get(word, 1.0)
    return scale


def _share_sign(text: str, numbers: list[Number], found: list[Value | None], place: int) -> None:
    """Give the second figure of "$60-65" and "£2-3m" the currency of the first."""
    value = found[place]
    if value is None or place + 1 == len(numbers) or found[place + 1] or value.end > numbers[place].end + 1:
        return
    after = numbers[place + 1]
    if after.ordinal or text[value.end : after.start] not in ("-", "–", " - ", " – "):
        return
    amount, end = after.value, after.end
    if short := SHORT_SCALE.match(text, end):
        scale = SHORT_SCALES[short[1].lower()]
        amount, end = amount * scale, short.end()
        if numbers[place].value < after.value and value.end == numbers[place].end:
            first = numbers[place].value * scale
            found[place] = make_value(
                text, numbers[place], value.start, value.end, value.type, first, value.unit
            )
    found[place + 1] = make_value(text, after, after.start, end, EntityType.MONEY, amount, value.unit)


def join_parts(text: str, numbers: list[Number], found: list[Value | None]) -> None:
    """Make one quantity of a larger and a smaller unit ("6ft 2in", "nine pounds two ounces")."""
    for place in range(len(numbers) - 1):
        first, second, number = found[place], found[place + 1], numbers[place + 1]
        if (
            first is None
            or first.type is not EntityType.QUANTITY
            or first.number is None
            or first.base is None
        ):
            continue
        if not _PART_GAP.fullmatch(text, first.end, number.start):
            continue
        end, unit = (second.end, second.unit) if second else (0, "")
        if not second and first.unit == "foot" and (inches := _INCHES.match(text, number.end)):
            end, unit = inches.end(), "inch"
        parts = _PARTS_OF.get((first.unit, unit))
        if not parts or not 0 <= number.value < parts:
            continue
        amount = first.number + number.value / parts
        whole = make_value(text, numbers[place], first.start, end, EntityType.QUANTITY, amount, first.unit)
        base = first.base * amount / first.number if first.number else None
        found[place] = found[place + 1] = replace(whole, dimension=first.dimension, base=base)


def share_currency(text: str, numbers: list[Number], found: list[Value | None]) -> None:
    """Give bare millions that count nothing the currency before them ("from 2.1 billion before").

    An amount in brackets is a conversion and sets no currency while another is there.
    """
    last: Value | None = None
    for place, number in enumerate(numbers):
        value = found[place]
        if last and value and _is_sum(text, last, value):
            amount = number.value * 1e6
            found[place] = make_value(text, number, value.start, value.end, last.type, amount, last.unit)
            continue
        if value:
            if value.type is EntityType.MONEY and value.unit != "cents":
                _share_sign(text, numbers, found, place)
                bracketed = text[value.start - 1 : value.start] == "("
                last = last if last and bracketed else value
            continue
        bare = number.scaled and not number.ordinal and not number.words and number.value >= 1e5
        if last and bare and not is_glued(text, number.start) and not counted_noun(text, number.end):
            found[place] = make_value(
                text, number, number.start, number.end, EntityType.MONEY, number.value, last.unit
            )

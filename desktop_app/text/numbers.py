"""Numbers in running text: digits, words, scales, fractions and ordinals, with their values."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from desktop_app.text.foreign_numbers import (
    FOREIGN_SCALES,
    FOREIGN_UNITS,
    is_foreign_number,
    is_foreign_text,
)

UNITS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
}
TENS = {
    word: 10 * number
    for number, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2
    )
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
}
SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
ORDINALS = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}

_LONGEST = 30
"""Figures with more digits are codes, not amounts."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number: half-open code point offsets, value, how it is written.

    ``scaled`` tells that a scale word or letter (million, bn) is part of it.
    """

    start: int
    end: int
    value: float
    words: bool = False
    ordinal: bool = False
    fraction: bool = False
    scaled: bool = False


_SMALL = "|".join([*TENS, *UNITS])
_SCALE = "|".join(SCALES)
_ANY = rf"(?:{_SMALL}|{_SCALE})"
_NUMERAL = (
    r"\d{1,3}(?:[,\u00a0\u202f'’]\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?"
    r"|\d+,\d{1,2}(?![\d,])|\d+(?:\.\d+)?"
)
_PART_WORDS = "|".join(f"{word}s?" for word in _PARTS if word not in ("half", "halves")) + "|half|halves"
_HALF_MORE = re.compile(
    rf"[\s-]and[\s-]a[\s-](?P<part>half|quarter)\b(?:[\s-](?P<scale>{_SCALE})\b)?(?![\s-](?:of|an?)\b)",
    re.IGNORECASE,
)
_FOREIGN_SCALED = re.compile(
    rf"[\s\u00a0](?P<scale>{'|'.join(sorted(FOREIGN_SCALES, key=len, reverse=True))})\b", re.I
)
_FOREIGN_UNIT = re.compile(r"[\s\u00a0](?:Euro|Dollar|Franken|Prozent|Kilometer|Meter|Tonnen)\b")
# Thousands as other languages part them: "1.200", "12 000"
_FOREIGN_THOUSANDS = re.compile(r"\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+)(?![\d]|[.,]\d)")
_MIXED = re.compile(r"[\s\u00a0-](?P<top>[1-9])/(?P<below>2|3|4|5|8|16)(?![\w/]|[.,]\d)")
_SCAN = re.compile(
    rf"(?P<digits>(?<![\d])(?:{_NUMERAL})(?P<vulgar>[½¼¾⅓⅔⅕⅛])?)"
    rf"|(?P<alone>[½¼¾⅓⅔⅕⅛])"
    rf"|(?i:\b(?P<fraction>(?:(?P<top>an?|{_SMALL})[\s-]{{1,3}}(?P<part>{_PART_WORDS})|(?P<half>half))"
    rf"(?P<of>\s{{1,3}}(?:of\s{{1,3}})?an?\s{{1,3}}(?P<halfscale>{_SCALE})\b|\b))"
    rf"|\b(?P<ordinal>(?:(?:{'|'.join(TENS)})-)?(?:{'|'.join(ORDINALS)}))\b"
    rf"|\b(?P<words>(?:an?\s{{1,3}}(?={_SCALE})|(?={_ANY}))(?:{_ANY})(?:(?:[\s-]{{1,3}}|\s{{1,3}}and\s{{1,3}}){_ANY}){{0,9}})\b"
    r"|\b(?P<foreign>[^\W\d_]+)\b)"
)
_ALL_SCALES = SCALES | FOREIGN_SCALES
_SCALE_WORDS = "|".join(sorted(_ALL_SCALES, key=len, reverse=True))
_AFTER_DIGITS = re.compile(
    rf"(?P<suffix>st|nd|rd|th)\b|[\s\u00a0-]?(?P<scale>{_SCALE_WORDS})s?\b"
    r"(?:[\s\u00a0-](?P<more>crore|million|billion)\b)?",
    re.IGNORECASE,
)


# Where a number can start: tried before the long pattern, for speed
_STARTS = re.compile(r"\d+|[½¼¾⅓⅔⅕⅛]|\b[^\W\d_]+")
_NEXT = re.compile(r"[\s-]{1,3}([^\W\d_]+)")
_OPENERS = frozenset((*TENS, *UNITS, *SCALES, *ORDINALS, *FOREIGN_UNITS, "half"))
_MAY_OPEN = _OPENERS | {"a", "an"}
_PARTS_OF_A = frozenset((*SCALES, *_PARTS, *(f"{part}s" for part in _PARTS)))


def find_numbers(text: str) -> list[Number]:
    """Return all numbers of a text in reading order, without overlaps.

    Digits that are glued to a word in front ("A320", "COVID-19") are left out unless the letters may be
    a currency ("NKr1.7", "US5"), which the caller judges.
    """
    found: list[Number] = []
    end = 0
    for start in _STARTS.finditer(text):
        word = start[0]
        if word.isalpha() and word.lower() not in _MAY_OPEN:
            continue
        if start.start() < end or (word.isalpha() and not _opens(text, start)):
            continue
        match = _SCAN.match(text, start.start())
        number = _number(text, match) if match else None
        if number:
            found.append(number)
            end = number.end
        elif match and match["words"]:
            end = match.end()
    return found


def _opens(text: str, start: re.Match[str]) -> bool:
    """Whether a word can open a number; an article only in front of a part or a scale."""
    word = start[0].lower()
    if word not in ("a", "an"):
        return word in _OPENERS
    following = _NEXT.match(text, start.end())
    return following is not None and following[1].lower() in _PARTS_OF_A


def _number(text: str, match: re.Match[str]) -> Number | None:
    if match["digits"]:
        return _and_a_half(text, _foreign_thousands(text, match) or _digits(text, match))
    if match["foreign"]:
        return _foreign(text, match)
    if match["alone"]:
        return Number(match.start(), match.end(), _VULGAR[match["alone"]], fraction=True)
    if match["fraction"]:
        return _fraction(match)
    if match["words"]:
        value, length = parse_words(match["words"])
        if not length:
            return None
        words = match["words"][:length].lower()
        scaled = any(scale in words for scale in SCALES)
        number = Number(match.start(), match.start() + length, value, words=True, scaled=scaled)
        return _and_a_half(text, number)
    head, _, tail = match["ordinal"].lower().rpartition("-")
    return Number(match.start(), match.end(), TENS.get(head, 0) + ORDINALS[tail], words=True, ordinal=True)


def _and_a_half(text: str, number: Number | None) -> Number | None:
    """Take what follows along ("five and a half", "two and a half million")."""
    if number is None or number.ordinal or number.scaled:
        return number
    more = _HALF_MORE.match(text, number.end)
    if not more:
        return number
    value = number.value + (0.5 if more["part"].lower() == "half" else 0.25)
    scale = SCALES[more["scale"].lower()] if more["scale"] else 1.0
    return replace(number, end=more.end(), value=value * scale, scaled=bool(more["scale"]))


def _foreign_thousands(text: str, match: re.Match[str]) -> Number | None:
    whole = _FOREIGN_THOUSANDS.match(text, match.start())
    if not whole or not is_foreign_text(text, *whole.span()):
        return None
    return Number(*whole.span(), float(re.sub(r"[. ]", "", whole[0])))


def _foreign(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    value = FOREIGN_UNITS.get(match["foreign"].lower())
    if value is None:
        return None
    if scale := _FOREIGN_SCALED.match(text, end):
        value *= FOREIGN_SCALES[scale["scale"].lower()]
        return Number(start, scale.end(), value, words=True, scaled=True)
    if _FOREIGN_UNIT.match(text, end) or is_foreign_number(text, start, end):
        return Number(start, end, value, words=True)
    return None


def _digits(text: str, match: re.Match[str]) -> Number | None:
    start, end = match.span()
    value = parse_digits(text[start : match.start("vulgar") if match["vulgar"] else end])
    if value is None:
        return None
    if match["vulgar"]:
        value += _VULGAR[match["vulgar"]]
    elif part := _MIXED.match(text, end):  # "7 1/2"
        top, below = int(part["top"]), int(part["below"])
        if top < below and text[start:end].isdecimal():
            value, end = value + top / below, part.end()
    after = _AFTER_DIGITS.match(text, end)
    if after and after["suffix"]:
        return Number(start, after.end(), value, ordinal=True)
    if after:
        more = SCALES[after["more"].lower()] if after["more"] else 1.0  # "3 lakh crore"
        return Number(start, after.end(), value * _ALL_SCALES[after["scale"].lower()] * more, scaled=True)
    return Number(start, end, value)


def _fraction(match: re.Match[str]) -> Number:
    if match["halfscale"]:
        value = SCALES[match["halfscale"].lower()] * (0.5 if match["half"] else _share(match))
        return Number(match.start(), match.end(), value, words=True, scaled=True)
    if match["half"]:
        return Number(match.start(), match.end(), 0.5, words=True, fraction=True)
    return Number(match.start(), match.end("part"), _share(match), words=True, fraction=True)


def _share(match: re.Match[str]) -> float:
    top, part = match["top"].lower(), match["part"].lower()
    below = _PARTS.get(part) or _PARTS[part.removesuffix("s")]
    return (1 if top in ("a", "an") else UNITS.get(top, TENS.get(top, 0))) / below


def parse_digits(text: str) -> float | None:
    """Return the value of a numeral with thousands and decimal marks, or None."""
    if text.isdecimal() and len(text) <= _LONGEST:
        return float(text)
    plain = re.sub(r"[\u00a0\u202f'’]", "", text)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"\d+,\d{1,2}", plain):
        plain = plain.replace(",", ".")
    if len(plain) > _LONGEST:
        return None
    try:
        return float(plain)
    except ValueError:
        return None


def parse_words(text: str) -> tuple[float, int]:
    """Read number words from the start of a text.

    Returns the value and how many characters were used; 0 characters when they are no number.
    """
    total = group = 0.0
    used = 0
    last = "start"
    for word in re.finditer(r"[^\W\d_]+", text):
        name = word[0].lower()
        if name in ("a", "an") and last == "start":
            group, kind = 1.0, "article"
        elif name in UNITS and last in ("start", "tens", "scale"):
            if last == "tens" and not 0 < UNITS[name] < 10:
                break
            group, kind = group + UNITS[name], "unit"
        elif name in TENS and last in ("start", "scale"):
            group, kind = group + TENS[name], "tens"
        elif name == "and" and last == "scale":
            continue
        elif name in SCALES and last != "start":
            scale = SCALES[name]
            if scale <= 100:
                group = (group or 1.0) * scale
            else:
                total += (group or 1.0) * scale
                group = 0.0
            kind = "scale"
        else:
            break
        last, used = kind, word.end()
    if last == "article":
        return 0.0, 0
    return total + group, used


def format_number(value: float) -> str:
    """Return a number in its shortest plain form: ``100000``, ``4.5``."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.6g}" if abs(value) < 1e6 else f"{value:.12g}"

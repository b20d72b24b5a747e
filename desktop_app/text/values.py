"""Dates, money, percentages, quantities and counts of a text, each with a normalised value."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_app.model import EntityType
from desktop_app.text.dates import find_dates
from desktop_app.text.numbers import SHORT_SCALES, Number, find_numbers, format_number
from desktop_app.text.units import Units, load_units


@dataclass(frozen=True, slots=True)
class Value:
    """A date or figure of a text.

    ``start``/``end`` are half-open code point offsets, ``value`` the normalised form that equal values
    share ("100000 troop", "1730000000 NOK", "60 %", "--12-15"), ``number`` the figure where there is one,
    in the unit named by ``unit`` (an ISO 4217 code, a unit's name, a counted noun, "%", "year", ...),
    ``base`` the same in the base unit of its ``dimension`` (metres for lengths). ``approximate`` tells that
    the text hedges ("about", "nearly"), ``age`` that it is somebody's age, ``words`` that it is spelt out.
    """

    start: int
    end: int
    type: EntityType
    value: str
    number: float | None = None
    unit: str = ""
    approximate: bool = False
    dimension: str = ""
    base: float | None = None
    age: bool = False
    words: bool = False


_ABOUT = re.compile(
    r"\b(?:about|around|roughly|approximately|nearly|almost|some|more than|less than|fewer than|over|under|at least"
    r"|at most|up to|close to|as many as|as much as|as few as|an estimated|as little as)\s+(?:[^\w\s]{0,3})$",
    re.IGNORECASE,
)
_FRACTION_LEAD = re.compile(
    r"\b(?:nearly|almost|more than|less than)\s+$",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"[\s\u00a0-]?(?:(?P<sign>[%٪％]|per[\s-]?cent\b|percent\b|pct\b|pc\b)(?P<points>[\s-]points?\b)?|(?P<pp>percentage[\s-]points?\b|pp\b)|(?P<bp>basis[\s-]points?\b|bps?\b))",
    re.IGNORECASE,
)
_SHORT_SCALE = re.compile(r"\s?(bn|mn|mln|bln|tn|trn|m|k|b)(?!\w)", re.IGNORECASE)
_RANGE = re.compile(r"\s?(?:to|and|or|-|–)\s?$")
_SCORE = re.compile(r"(?<![\w.,/-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\w/]|-\d|[.,]\d)")
_WORD_SCORE = re.compile(
    r"\b(one|two|three|four|five|six|seven|eight|nine|ten)\sto\s(one|two|three|four|five|six|nil)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"[\s\u00a0-](?:(?:[a-z][\w-]*|[A-Z]\w+(?:an|ish|ese)|[\w-]+[’']s)\s){0,3}?(?P<noun>[a-zà-ÿ][a-zà-ÿ-]*)"
)
_PLURALS = frozenset(
    ["people", "men", "women", "children", "police", "staff", "personnel", "cattle", "fish", "sheep", "deer", "crew", "aircraft"]
)
_NOT_NOUNS = frozenset(
    ["was", "is", "has", "as", "its", "his", "this", "us", "thus", "across", "previous", "various", "always", "perhaps", "towards", "besides", "does", "says", "others", "minus", "plus", "versus", "ours", "yours", "hers", "theirs", "yes", "gas", "less", "unless", "class", "process", "loss", "access", "success", "crisis", "basis", "press", "business", "tells", "goes", "comes", "makes", "takes", "gives", "includes", "remains", "rises", "falls", "includes", "earnings"]
)
_STOP = frozenset(
    ["of", "in", "on", "at", "by", "to", "for", "from", "with", "and", "or", "but", "the", "a", "an", "than", "after", "before", "under", "over", "per", "as", "that", "which", "who", "when", "while", "were", "was", "is", "are", "had", "has", "have", "will", "would", "could", "should", "said", "says", "into", "since", "until", "against", "about", "between", "during", "it", "he", "she", "they", "we", "you", "i", "not", "no", "so", "if", "then", "there", "their", "his", "her", "its", "our", "up", "down", "off", "out"]
)
_VERBS = ("ed", "ing")


def find_values(text: str) -> list[Value]:
    """Return all dates, times, money, percentages, quantities, counts and ordinals of a text.

    They come in reading order and never overlap; offsets cut ``text``.
    """
    dates = find_dates(text)
    numbers = find_numbers(text)
    if not dates and not numbers:
        return []
    finder = _Finder(text, load_units())
    values = [
        Value(
            date.start,
            date.end,
            EntityType.TIME if date.time else EntityType.DATE,
            date.value,
            number=_leading_number(date.value),
            unit=_leading_unit(date.value),
            approximate=bool(_FRACTION_LEAD.match(text[date.start : date.end] + " "))
            or (finder.hedged(date.start) and text[date.start : date.end][:1].isdigit()),
            age=date.age,
        )
        for date in dates
    ]
    taken = [(date.start, date.end) for date in dates]
    free = [number for number in numbers if not _overlaps(number.start, number.end, taken)]
    values.extend(finder.figures(free, taken))
    values.sort(key=lambda value: value.start)
    return _disjoint(values)


def _leading_number(value: str) -> float | None:
    match = re.match(r"(\d+(?:\.\d+)?) (?:second|minute|hour|day|week|month|quarter|year)", value)
    return float(match[1]) if match else None


def _leading_unit(value: str) -> str:
    match = re.match(r"\d+(?:\.\d+)? ((?:second|minute|hour|day|week|month|quarter|year)\b)", value)
    return match[1] if match else ""


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end in spans)


def _disjoint(values: list[Value]) -> list[Value]:
    kept: list[Value] = []
    for value in values:
        if kept and value.start < kept[-1].end:
            if value.end - value.start > kept[-1].end - kept[-1].start:
                kept[-1] = value
            continue
        kept.append(value)
    return kept


class _Finder:
    """Classes the numbers of one text by what stands before and behind them."""

    def __init__(self, text: str, units: Units) -> None:
        self.text = text
        self.units = units

    def hedged(self, start: int) -> bool:
        return bool(_ABOUT.search(self.text, max(0, start - 20), start))

    def figures(self, numbers: list[Number], taken: list[tuple[int, int]]) -> list[Value]:
        steps: tuple[Callable[[Number], Value | None], ...] = (self._money, self._percent, self._quantity)
        found: list[Value | None] = []
        for number in numbers:
            found.append(next((value for step in steps if (value := step(number))), None))
        self._share_units(numbers, found)
        scores = self._scores(taken, [value for value in found if value])
        busy = [(score.start, score.end) for score in scores]
        for place, number in enumerate(numbers):
            if found[place] is None and not _overlaps(number.start, number.end, busy):
                found[place] = self._count(number)
        return scores + [value for value in found if value is not None]

    def _money(self, number: Number) -> Value | None:
        if number.ordinal or (number.fraction and not number.words):
            return None
        text = self.text
        before = self.units.currency_before.search(text, max(0, number.start - 8), number.start)
        if before and before["sign"] in ("R", "Fr", "Ft", "lei", "lv") and before.end() != before.end("sign"):
            before = None
        start, end, amount = number.start, number.end, number.value
        code = ""
        if before:
            start = before.start()
            code = self.units.currencies[before["sign"].lower()]
            if short := _SHORT_SCALE.match(text, end):
                amount, end = amount * SHORT_SCALES[short[1].lower()], short.end()
            after = self.units.currency_after.match(text, end)
            if (
                after
                and not after["letter"]
                and not after["lead"]
                and code == self.units.currencies.get(after["name"].lower())
            ):
                end = after.end()
        else:
            if start and (text[start - 1].isalpha() or self._glued(start)):
                return None
            after = self.units.currency_after.match(text, end)
            if not after or after["name"] in (
                "R",
                "Fr",
                "Ft",
                "Dh",
                "real",
                "won",
                "crown",
                "sterling",
                "lei",
                "Rs",
            ):
                return None
            if after["name"].islower() is False and after["name"].lower() in (
                "crown",
                "pound",
                "won",
                "real",
                "lev",
            ):
                return None
            code = self.units.currencies[after["name"].lower()]
            code = _national(after["lead"], after["name"], code)
            if after["letter"]:
                amount *= SHORT_SCALES[after["letter"].lower()]
            end = after.end()
        if code == "cents":
            return self._value(number, start, end, EntityType.MONEY, amount, "cents")
        return self._value(number, start, end, EntityType.MONEY, amount, code)

    def _glued(self, start: int) -> bool:
        """Whether a hyphen ties the digits to letters in front ("COVID-19")."""
        return start > 1 and self.text[start - 1] in "-‑" and self.text[start - 2].isalpha()

    def _percent(self, number: Number) -> Value | None:
        if number.ordinal or (number.start and (self.text[number.start - 1].isalpha())):
            return None
        match = _PERCENT.match(self.text, number.end)
        if not match:
            return None
        unit = "basis point" if match["bp"] else "percentage point" if match["pp"] or match["points"] else "%"
        start = number.start
        if start and self.text[start - 1] in "-−+" and not (start > 1 and self.text[start - 2].isalnum()):
            start -= 1
        return self._value(number, start, match.end(), EntityType.PERCENT, number.value, unit)

    def _quantity(self, number: Number) -> Value | None:
        if number.ordinal or (
            number.start and (self.text[number.start - 1].isalpha() or self._glued(number.start))
        ):
            return None
        end, amount = number.end, number.value
        match = self.units.quantity.match(self.text, end)
        if not match:
            short = _SHORT_SCALE.match(self.text, end)
            match = self.units.quantity.match(self.text, short.end()) if short else None
            if not match or not short:
                return None
            amount *= SHORT_SCALES[short[1].lower()]
        unit = (
            self.units.units[match["exact"] or re.sub(r"[\s\u00a0-]+", " ", match["word"]).lower()]
            if (match["exact"] or re.sub(r"[\s\u00a0-]+", " ", match["word"]).lower() in self.units.units)
            else self.units.units[match["word"].lower()]
        )
        value = self._value(number, number.start, match.end(), EntityType.QUANTITY, amount, unit.name)
        return replace(value, dimension=unit.dimension, base=amount * unit.factor)

    def _share_units(self, numbers: list[Number], found: list[Value | None]) -> None:
        """Give the first figure of a range the unit of the second, and bare millions the last currency."""
        for place in range(len(numbers) - 2, -1, -1):
            number, after = numbers[place], found[place + 1]
            if found[place] or after is None or number.ordinal or number.fraction:
                continue
            between = self.text[number.end : after.start]
            if not re.fullmatch(
                r"\s(?:to|and|or)\s|\s?[-–]\s?|\s(?:to|and|or)\s(?:about|around|nearly|over)\s", between
            ):
                continue
            if number.start and (self.text[number.start - 1].isalpha() or self._glued(number.start)):
                continue
            if number.words and number.value < 3 and not number.scaled and between.strip() == "and":
                continue
            amount = number.value
            if (
                after.type is EntityType.MONEY
                and after.number
                and not number.scaled
                and amount < 1000 <= after.number
            ):
                scale = self._scale_of(numbers[place + 1], after)
                amount *= scale
            factor = after.base / after.number if after.base is not None and after.number else None
            value = self._value(number, number.start, number.end, after.type, amount, after.unit)
            found[place] = replace(
                value, dimension=after.dimension, base=None if factor is None else amount * factor
            )
        last: Value | None = None
        for place, number in enumerate(numbers):
            value_here = found[place]
            if value_here:
                if value_here.type is EntityType.MONEY and value_here.unit != "cents":
                    bracketed = self.text[value_here.start - 1 : value_here.start] == "("
                    last = last if last and bracketed else value_here
            elif (
                last
                and number.scaled
                and not number.ordinal
                and number.value >= 1e5
                and not self._noun(number.end)[0]
            ):
                if number.words or self.text[number.start - 1 : number.start].isalpha():
                    continue
                found[place] = self._value(
                    number, number.start, number.end, EntityType.MONEY, number.value, last.unit
                )

    def _scale_of(self, number: Number, value: Value) -> float:
        if not value.number:
            return 1.0
        bare = re.match(r"[\d.,]+", self.text[number.start : number.end])
        plain = (
            float(bare[0].replace(",", "").rstrip("."))
            if bare and bare[0].replace(",", "").rstrip(".")
            else 0.0
        )
        return value.number / plain if plain else 1.0

    def _scores(self, taken: list[tuple[int, int]], found: list[Value]) -> list[Value]:
        busy = taken + [(value.start, value.end) for value in found]
        scores: list[Value] = []
        for match in _SCORE.finditer(self.text):
            if not _overlaps(match.start(), match.end(), busy):
                value = f"{int(match[1])}-{int(match[2])}"
                scores.append(Value(match.start(), match.end(), EntityType.CARDINAL, value, unit="score"))
        for match in _WORD_SCORE.finditer(self.text):
            if not _overlaps(match.start(), match.end(), busy):
                pair = [find_numbers(match[1])[0].value, *[n.value for n in find_numbers(match[2])]]
                value = "-".join(format_number(part) for part in pair)
                scores.append(
                    Value(match.start(), match.end(), EntityType.CARDINAL, value, unit="score", words=True)
                )
        return scores

    def _count(self, number: Number) -> Value | None:
        text, start, end = self.text, number.start, number.end
        if start and (text[start - 1].isalnum() or text[start - 1] == "_" or self._glued(start)):
            return None
        if number.ordinal:
            return Value(
                start,
                end,
                EntityType.ORDINAL,
                f"{int(number.value)}.",
                number.value,
                "th",
                words=number.words,
            )
        amount = number.value
        if number.fraction:
            if not self._is_share(number):
                return None
            lead = _FRACTION_LEAD.search(text, max(0, start - 20), start)
            begin = lead.start() if lead else start
            return self._value(number, begin, end, EntityType.CARDINAL, amount, self._noun(end)[0])
        if not number.words and not number.scaled and (short := _SHORT_SCALE.match(text, end)):
            noun = self._noun(short.end())[0]
            if short[1].lower() not in ("m", "k", "b") or noun:
                amount, end = amount * SHORT_SCALES[short[1].lower()], short.end()
            else:
                return None
        elif end < len(text) and (text[end].isalpha() or text[end] == "_"):
            return None
        noun = self._noun(end)[0]
        value = self._value(number, start, end, EntityType.CARDINAL, amount, noun)
        return replace(value, age=self._is_age(number))

    def _is_age(self, number: Number) -> bool:
        """Whether a figure between commas behind a name is somebody's age (", 71, a teacher")."""
        if number.words or not 1 <= number.value < 115 or number.value != int(number.value):
            return False
        before = self.text[max(0, number.start - 3) : number.start]
        return bool(re.match(r"[^\W\d_],\s$", before)) and bool(re.match(r",|\.\s|\.$|\)", self.text[number.end :]))

    def _is_share(self, number: Number) -> bool:
        """Whether "a third", "a quarter" is a share and not an ordinal or three months."""
        if not self.text[number.start : number.end].lower().startswith(("a ", "an ", "a-")):
            return True
        if re.compile(r"\s+of\b").match(self.text, number.end):
            return True
        led = re.compile(
            r"\b(?:by|to|than|only|nearly|almost|about|around|over|under|just)\s+$", re.IGNORECASE
        )
        follows = re.compile(
            r"\s+(?!(?:in|on|at|to|from|and|but|since|after|this|last|over|during)\b)\w"
        ).match(self.text, number.end)
        return bool(led.search(self.text, max(0, number.start - 12), number.start)) and not follows

    def _noun(self, end: int) -> tuple[str, int]:
        """Return the plural noun that a number counts, in the singular, and where it ends; ("", end) without one."""
        hyphen = self.text[end : end + 1] == "-"
        position = end
        for _ in range(4):
            match = re.compile(r"[\s\u00a0-]([^\W\d_][\w’'-]*)").match(self.text, position)
            if not match:
                break
            word = match[1]
            lowered = word.lower()
            if lowered in _STOP or (lowered in ("more", "other", "additional") and position != end):
                if position == end or lowered != "of":
                    break
                break
            if hyphen and word.islower():
                return singular(lowered.split("-")[0]), match.end()
            if word[0].islower() and (
                lowered in _PLURALS
                or (
                    lowered.endswith("s")
                    and lowered not in _NOT_NOUNS
                    and not lowered.endswith(("ss", "'s", "’s", "ous"))
                )
            ):
                return singular(lowered), match.end()
            position = match.end()
        return "", end

    def _value(
        self, number: Number, start: int, end: int, kind: EntityType, amount: float, unit: str
    ) -> Value:
        amount = float(f"{amount:.12g}")
        value = f"{format_number(amount)} {unit}".strip()
        return Value(
            start, end, kind, value, amount, unit, approximate=self.hedged(start), words=number.words
        )


def _national(lead: str | None, name: str, code: str) -> str:
    """Return the currency that "Norwegian crowns" or "Swiss francs" means."""
    if not lead:
        return code
    nation = lead.strip().lower()
    kind = name.lower().rstrip("s")
    return {
        ("norwegian", "crown"): "NOK",
        ("norwegian", "kroner"): "NOK",
        ("danish", "crown"): "DKK",
        ("danish", "kroner"): "DKK",
        ("swedish", "crown"): "SEK",
        ("icelandic", "crown"): "ISK",
        ("czech", "crown"): "CZK",
        ("australian", "dollar"): "AUD",
        ("canadian", "dollar"): "CAD",
        ("egyptian", "pound"): "EGP",
        ("mexican", "peso"): "MXN",
        ("chilean", "peso"): "CLP",
        ("pakistani", "rupee"): "PKR",
    }.get((nation, kind), code if code in ("USD", "GBP") and nation == "american" else f"{nation} {kind}")


def singular(noun: str) -> str:
    """Return an English plural noun in the singular, by rule."""
    irregular = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun

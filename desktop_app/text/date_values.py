"""What a date or time comes to, in one notation.

Values look like ISO 8601, shortened to what the text says: ``2022-02-07``, ``--02-07`` (no year),
``2022-02``, ``--02``, ``2022``, ``monday``, ``q3``, ``19th century``, ``last week``, ``14 month ago``,
``09:15``.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from desktop_app.text.calendar_words import (
    FOREIGN_HOLIDAYS,
    FOREIGN_MONTHS,
    FOREIGN_PERIODS,
    FOREIGN_RELATIVE,
    FOREIGN_WEEKDAYS,
    MONTHS,
    PERIODS,
    SHORT_PERIODS,
    WEEKDAYS,
    any_of,
)
from desktop_app.text.date_forms import ABOUT, EDGE, ERA, FIRST_FOUR, HOURS, MINUTES, SCALE
from desktop_app.text.foreign_numbers import FOREIGN_UNITS
from desktop_app.text.numbers import ORDINALS, SCALES, TENS, UNITS, format_number, parse_digits, parse_words

_PIECES = re.compile(r"(?P<number>\d+)|(?P<word>[^\W\d]+)")
_MONTH_QUARTERS = {(1, 3): "q1", (4, 6): "q2", (7, 9): "q3", (10, 12): "q4", (1, 6): "h1", (7, 12): "h2"}
_ORDINAL = rf"(?:(?P<tens>{any_of(TENS)})-)?(?P<word>{any_of(ORDINALS)})|(?P<digits>\d\d?)(?:st|nd|rd|th)"


_EDGES = {
    "end": "the end of",
    "the close of": "the end of",
    "the beginning of": "the start of",
    "the early": "early",
    "the late": "late",
    "the mid": "mid",
    "the middle of": "mid",
}
_DECADES = {f"{word[:-1]}ies": f"19{tens}s" for word, tens in TENS.items()} | {"noughties": "2000s"}


def _as_it_is(folded: str) -> str:
    return folded


def date_value(form: str, text: str) -> str:
    """Return the value of a date that has the ``form`` of `desktop_app.text.date_forms.FORMS`."""
    folded = re.sub(r"[\s\u00a0]+", " ", text.lower().replace("’", "'")).strip()
    made = _MAKERS.get(form)
    if made:
        return made(folded)
    return re.sub(r"^the (?=last|next|past|same)", "", folded)


def period_of(text: str) -> str:
    """Return the last length of time named in a text, in the singular; "" without one."""
    for word in reversed(re.findall(r"[^\W\d_]+", text.lower().removesuffix("-long"))):
        plain: str = SHORT_PERIODS.get(word, word).removesuffix("s")
        if plain in PERIODS.split("|") or plain == "century":
            return plain
    return ""


def _calendar(folded: str) -> str:
    edge = re.match(rf"(?:{EDGE})[\s-]", folded)
    prefix = f"{_EDGES.get(edge[0][:-1], edge[0][:-1])} " if edge else ""
    relative = re.search(r"\s((?:last|next|this) (?:year|week))$", folded)
    if relative and (weekday := WEEKDAYS.get(folded.split()[0].rstrip(","))):
        return f"{weekday} {relative[1]}"
    year = 0
    months: list[int] = []
    days: list[int] = []
    for piece in _PIECES.finditer(folded, edge.end() if edge else 0):
        if piece["number"]:
            number = int(piece["number"])
            if len(piece["number"]) == 4:
                year = number
            else:
                days.append(number)
        elif piece["word"] in MONTHS:
            months.append(MONTHS[piece["word"]])
    spelt = re.search(rf"\b(?:{_ORDINAL})\sof\s", folded)
    if spelt and spelt["word"]:
        days.append(int(TENS.get(spelt["tens"] or "", 0) + ORDINALS[spelt["word"]]))
    if len(months) == 2:
        span = _MONTH_QUARTERS.get((months[0], months[1])) or f"--{months[0]:02}/--{months[1]:02}"
        return f"{span} {year}" if year else span
    month = months[0] if months else 0
    day = days[0] if days else 0
    value = f"{year:04}" if year else ("-" if month else "")
    value += f"-{month:02}" if month else ""
    value += f"-{day:02}" if day else ""
    value += f"/{days[1]:02}" if len(days) > 1 else ""
    return prefix + value + (f" {relative[1]}" if relative else "")


def _slashed(folded: str) -> str:
    return re.sub(r"[/.]", "/", folded)


def _era(folded: str) -> str:
    year = re.search(r"\d+", folded)
    digits = f"{int(year[0]):04}" if year else folded
    return f"{digits} bc" if re.search(r"b\.?\s?c", folded) else digits


def _century(folded: str) -> str:
    told = re.search(_ORDINAL, folded)
    if not told:
        return folded
    number = int(told["digits"] or TENS.get(told["tens"] or "", 0) + ORDINALS[told["word"]])
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    part = re.match(r"(early|late|mid)", folded)
    era = re.search(ERA.lower() + "$", folded)
    tail = " bc" if era and era[0].startswith("b") else ""
    return (f"{part[0]} " if part else "") + f"{number}{ending} century{tail}"


def _decade(folded: str) -> str:
    if re.match(EDGE, folded) and re.search(r"(?:decade|century|year|month|week|season)$", folded):
        return folded
    if re.fullmatch(r"year[\s-]end", folded):
        return "the end of the year"
    part, _, decade = re.sub(r"^the ", "", folded).replace("-", " ").replace("'", "").rpartition(" ")
    decade = _DECADES.get(decade) or (f"19{decade}" if len(decade) == 3 else decade)
    return f"{part} {decade}".strip()


def _weekday(folded: str) -> str:
    return WEEKDAYS.get(folded.rstrip("s") if folded.endswith("days") else folded, folded)


def _quarter(folded: str) -> str:
    year = re.search(r"\d{4}", folded)
    relative = re.search(r"(last|next|this) year", folded)
    tail = f" {year[0]}" if year else f" {relative[0]}" if relative else ""
    letter = re.search(r"\b([qh])([1-4])\b", folded)
    if letter:
        return letter[0] + tail
    word = re.search(rf"({FIRST_FOUR}|final|[1-4])(?:st|nd|rd|th)?[\s-](quarter|half)", folded)
    if not word:
        return folded
    number = 4 if word[1] == "final" else ORDINALS.get(word[1]) or int(word[1][0])
    return f"{'q' if word[2] == 'quarter' else 'h'}{number}{tail}"


def _to_end(folded: str) -> str:
    """Months up to a date: a quarter or a half of the year where they are one."""
    year = re.search(r"\d{4}", folded)
    relative = re.search(r"(last|next|this) year$", folded)
    tail = f" {year[0]}" if year else f" {relative[0]}" if relative else ""
    count = parse_words(re.sub(r"^(?:the )?(?:first|last|final) ", "", folded))[0]
    digits = re.search(r"\b(\d{1,2}) (?:month|week|year|quarter)", folded)
    count = float(digits[1]) if digits else count
    if "first " in folded:
        return f"{ {3: 'q1', 6: 'h1', 12: 'year'}.get(int(count), f'first {int(count)} month') }{tail}"
    if re.match(r"(?:the )?(?:last|final) ", folded):
        return f"{ {3: 'q4', 6: 'h2'}.get(int(count), f'last {int(count)} month') }{tail}"
    month = next((MONTHS[word] for word in re.findall(r"[^\W\d]+", folded) if word in MONTHS), 0)
    if period_of(folded) == "month" and (month - count + 1, month) in _MONTH_QUARTERS:
        return _MONTH_QUARTERS[int(month - count + 1), month] + tail
    return folded


def _fiscal(folded: str) -> str:
    year = re.search(r"(\d{4})(?:[-/–](\d\d))?", folded)
    return f"fiscal {year[1]}" + (f"-{year[2]}" if year[2] else "") if year else folded


def _number(text: str) -> tuple[float, str]:
    """Read a count from the start of a folded length; returns what is left as well."""
    if digits := re.match(r"\d[\d,]*(?:\.\d+)?", text):
        number = parse_digits(digits[0].rstrip(",")) or 0.0
        scale = re.match(rf"\s({SCALE})", text[digits.end() :])
        return number * (SCALES[scale[1]] if scale else 1.0), text[digits.end() :]
    for words, part in (("half", 0.5), ("a quarter", 0.25), ("three quarters", 0.75)):
        if re.match(rf"{words}(?:\sof)?\san?\s", text.replace("-", " ")):
            return part, text[len(words) :]
    if article := re.match(r"an?\s(?!\w+\s(?:million|thousand|hundred))", text):
        value, used = parse_words(text)
        return (value, text[used:]) if used else (1.0, text[article.end() :])
    value, used = parse_words(text)
    return value or 1.0, text[used:]


def _length(folded: str) -> str:
    plain = re.sub(rf"^(?:{ABOUT})", "", folded)
    if plain.startswith("several"):
        return folded
    number, _ = _number(plain)
    if re.search(r"[\s-]and[\s-]a[\s-]half", plain):
        number += 0.5
    season = re.search(r"\b(winter|summer|autumn)s\b", plain)
    bare = re.sub(r"\s(?:ago|back|earlier|later|from now|hence)$|\sand\sa\shalf", "", plain)
    period = season[1] if season else period_of(bare)
    if period == "decade":
        number, period = number * 10, "year"
    elif period == "century":
        number, period = number * 100, "year"
    elif period == "fortnight":
        number, period = number * 2, "week"
    old = " old" if re.search(r"old", plain) else ""
    direction = re.search(r"(ago|back|earlier|later|from now|hence)$", plain)
    when = {"back": " ago", "hence": " from now"}.get(direction[1], f" {direction[1]}") if direction else ""
    return f"{format_number(number)} {period or 'year'}{old}{when}"


_UNIT = re.compile(r"(?:years?|months?|weeks?|days?|hours?|hrs?|h|min(?:ute)?s?|m|sec(?:ond)?s?|s)\b")


def _lengths(folded: str) -> str:
    """A length in two or three units ("2 hours and 4 minutes" is "2 hour 4 minute")."""
    parts: list[str] = []
    rest = re.sub(rf"^(?:{ABOUT})", "", folded)
    while unit := _UNIT.search(rest):
        number, _ = _number(re.sub(r"^[\s,]*(?:and\s)?", "", rest[: unit.start()]))
        parts.append(f"{format_number(number)} {period_of(unit[0])}")
        rest = rest[unit.end() :]
    if seconds := re.search(r"\d+", rest):
        parts.append(f"{int(seconds[0])} second")
    return " ".join(parts)


def _clock(folded: str) -> str:
    if folded.startswith(("noon", "midday", "midnight")):
        return folded.replace("midday", "noon")
    if folded[0].isalpha():
        return _spelt_clock(folded)
    clock = re.match(r"(\d{1,2})[:.h]?(\d\d)?\s?(a\.?m|p\.?m)?", folded)
    if not clock:
        return folded
    hour = int(clock[1])
    late = (clock[3] or "").startswith("p") or re.search(r"(?:afternoon|evening|tonight|at night)$", folded)
    hour = hour % 12 + 12 if late else hour
    hour = 0 if clock[3] and clock[3].startswith("a") and hour == 12 else hour
    rest = re.search(r"\s([a-z]{2,4})$", folded[clock.end() :])
    zone = f" {rest[1]}" if rest and rest[1] != "h" else ""
    return f"{hour:02}:{clock[2] or '00'}{zone}"


def _spelt_clock(folded: str) -> str:
    """Return the time of day of a clock in words ("twenty to three in the morning" is 02:40)."""
    told = re.fullmatch(
        rf"(?:(?:a )?(?P<minutes>quarter|half|{MINUTES}) (?P<way>past|to) )?(?P<hour>{HOURS})(?P<rest>.*)",
        folded,
    )
    if not told:
        return folded
    hour, minutes = UNITS[told["hour"]], told["minutes"] or ""
    away = {"quarter": 15, "half": 30, "": 0}.get(minutes)
    total = 60 * (hour % 12) + (-1 if told["way"] == "to" else 1) * int(
        parse_words(minutes)[0] if away is None else away
    )
    rest = told["rest"]
    late = rest.endswith(("afternoon", "evening", "p.m.", "pm")) or (rest.endswith("night") and 5 < hour < 12)
    if not late and not rest.endswith(("morning", "a.m.", "am")) and hour == 12:
        total += 720
    total = (total + 720 * late) % 1440
    return f"{total // 60:02}:{total % 60:02}"


def _season(folded: str) -> str:
    return " ".join(word for word in folded.split() if word not in ("the", "of"))


def _range(folded: str) -> str:
    return re.sub(r"\s?[-–/]\s?", "-", folded)


_MONTH_KEYS = {name.lower(): number for name, number in FOREIGN_MONTHS.items()}
_WEEKDAY_KEYS = {name.lower(): day for name, day in FOREIGN_WEEKDAYS.items()}
_PERIOD_KEYS = {name.lower(): period for name, period in FOREIGN_PERIODS.items()}
_PHRASES = {
    name.lower().replace("’", "'"): value for name, value in (FOREIGN_RELATIVE | FOREIGN_HOLIDAYS).items()
}


def _foreign(folded: str) -> str:
    if folded in _WEEKDAY_KEYS:
        return _WEEKDAY_KEYS[folded]
    words = re.findall(r"[^\W\d_]+", folded)
    month = next((int(_MONTH_KEYS[word]) for word in words if word in _MONTH_KEYS), 0)
    year = re.search(r"\d{4}", folded)
    days = [int(day) for day in re.findall(r"(?<!\d)\d{1,2}(?!\d)", folded)]
    value = f"{year[0] if year else '-'}-{month:02}"
    value += f"-{days[0]:02}" if days else ""
    return value + (f"/{days[1]:02}" if len(days) > 1 else "")


def _foreign_month(folded: str) -> str:
    return f"--{int(_MONTH_KEYS[folded]):02}" if folded in _MONTH_KEYS else _PHRASES[folded]


def _foreign_relative(folded: str) -> str:
    return _PHRASES.get(folded, folded)


def _foreign_length(folded: str) -> str:
    count, _, period = folded.partition(" ")
    number = FOREIGN_UNITS.get(count) or float(count.replace(",", "."))
    return f"{format_number(number)} {_PERIOD_KEYS[period]}"


def _foreign_clock(folded: str) -> str:
    clock = re.match(r"(\d{1,2})(?:[.:]|\s?(?:heures|h)\s?)?(\d\d)?", folded)
    return f"{int(clock[1]):02}:{clock[2] or '00'}" if clock else folded


_MAKERS: dict[str, Callable[[str], str]] = {
    "bracketed": _calendar,
    "iso": _as_it_is,
    "slashed": _slashed,
    "calendar": _calendar,
    "era": _era,
    "century": _century,
    "to_end": _to_end,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "season": _season,
    "decade": _decade,
    "weekday": _weekday,
    "clock": _clock,
    "age": _length,
    "lengths": _lengths,
    "length": _length,
    "foreign": _foreign,
    "foreign_relative": _foreign_relative,
    "foreign_month": _foreign_month,
    "foreign_clock": _foreign_clock,
    "foreign_length": _foreign_length,
    "foreign_year": lambda folded: folded[:4],
    "range": _range,
    "year": _calendar,
    "month": _calendar,
}

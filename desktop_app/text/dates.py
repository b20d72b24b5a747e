"""Dates and times in running text, with a normalised value where they have one.

Values look like ISO 8601, shortened to what the text says: ``2022-02-07``, ``--02-07`` (no year),
``2022-02``, ``--02``, ``2022``, ``monday``, ``q3``, ``last week``, ``14 month ago``, ``09:15 gmt``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.numbers import ORDINALS, SCALES, TENS, UNITS, format_number, parse_digits, parse_words

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
WEEKDAYS = {
    short: name
    for name, *shorts in (
        ("monday", "mon"),
        ("tuesday", "tue", "tues"),
        ("wednesday", "wed"),
        ("thursday", "thu", "thur", "thurs"),
        ("friday", "fri"),
        ("saturday", "sat"),
        ("sunday", "sun"),
    )
    for short in (name, *shorts)
}


def _foreign(section: str) -> dict[str, str]:
    rows = (line.split("|") for line in read_sections("calendar.txt")[section])
    return {name.strip(): key.strip() for key, names in rows for name in names.split(",")}


_FOREIGN_MONTHS = _foreign("months")
_FOREIGN_WEEKDAYS = _foreign("weekdays")
_FOREIGN_MONTH = "|".join(sorted(_FOREIGN_MONTHS, key=len, reverse=True))
_FOREIGN_WEEKDAY = "|".join(sorted(_FOREIGN_WEEKDAYS, key=len, reverse=True))
_FOREIGN_PERIODS = _foreign("periods")
_FOREIGN_PERIOD = "|".join(sorted(_FOREIGN_PERIODS, key=len, reverse=True))
_PERIODS = "second|minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade"
_CLOCK_PERIODS = {"second", "minute", "hour"}


@dataclass(frozen=True, slots=True)
class DateMatch:
    """A date or time: half-open code point offsets, normalised value, whether it is a time of day or
    a length in hours and less, and whether it is somebody's age."""

    start: int
    end: int
    value: str
    time: bool = False
    age: bool = False


def _names(words: list[str]) -> str:
    both = [word.capitalize() for word in words] + [word.upper() for word in words]
    return "|".join(sorted(both, key=len, reverse=True))


_MONTH = (
    rf"(?:(?:{_names([m for m in MONTHS if len(m) > 4 or m in ('june', 'july', 'may')])})\b"
    rf"|(?:{_names([m for m in MONTHS if len(m) < 5 and m not in ('june', 'july', 'may')])})\b\.?)"
)
_FULL_MONTH = (
    rf"(?:{_names([m for m in MONTHS if (len(m) > 4 and m != 'march') or m in ('june', 'july')])})\b"
)
_WEEKDAY_FULL = rf"(?:{_names([name for name in WEEKDAYS if name.endswith('day')])})"
_WEEKDAY = rf"(?:{_names(list(WEEKDAYS))})\b\.?"
_YEAR = r"(?:1[0-9]|20|21)\d\d"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:])"
_WORD_NUMBER = "|".join([*TENS, *UNITS])
_SCALE = "|".join(SCALES)
_COUNT = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?:\s(?:{_SCALE}))?|(?:{_WORD_NUMBER})(?:[\s-](?:{_WORD_NUMBER}|{_SCALE})){{0,8}}"
    rf"|an?(?:\s(?:{_SCALE}))?|half\san?|several|(?:a\s)?few|a\scouple\sof|many)"
)
_ABOUT = r"(?:nearly|almost|about|around|roughly|approximately|under|more\sthan|less\sthan|fewer\sthan)\s"
_EDGE = (
    r"(?:early|late|mid|the\s(?:end|start|beginning|middle|close|turn)\sof"
    r"|the\s(?:first|second)\shalf\sof|the\s(?:early|late|mid))"
)
_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_RELATIVE = (
    r"(?:last|next|this|the\slast|the\snext|the\spast|past|the\scoming|coming|the\sprevious|the\sfollowing)"
)
_FIRST_FOUR = "|".join(word for word, number in ORDINALS.items() if number <= 4)
_SMALL_WORD = r"(?:in|on|of|and|or|but|to|at|by|for|after|before|when|as|with|is|was|that|which|if|unless)"
_QUARTER = rf"(?:(?:{_FIRST_FOUR}|1st|2nd|3rd|4th)[\s-](?:quarter|half)|[QH][1-4])"
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|PST|PDT|JST|IST)\b"
_HOUR = r"(?:[01]?\d|2[0-3])"
_HOURS = "|".join(word for word, number in UNITS.items() if 1 <= number <= 12)
_MINUTES = "five|ten|twenty-five|twenty"
_IN_DAY = r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)"
_HOLIDAY = (
    r"(?:Boxing\sDay|Christmas(?:\s(?:Day|Eve))?|New\sYear['’]s\s(?:Day|Eve)|Good\sFriday|Thanksgiving(?:\sDay)?"
    r"|Easter(?:\s(?:Sunday|Monday))?|Independence\sDay|Labou?r\sDay|Memorial\sDay|Bastille\sDay|Halloween)"
)
_DAY_WORD = r"(?:yesterday|today|tomorrow|tonight)"

# The order matters: the first form that matches at a place wins, so longer forms stand in front.
_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("bracketed", (rf"{_WEEKDAY}\s\((?:{_DAY}\s{_MONTH}|{_MONTH}\s{_DAY})(?:,?\s{_YEAR})?\)",)),
    ("iso", (rf"{_YEAR}-(?:0\d|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",)),
    ("slashed", (rf"\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d)(?![\d.])",)),
    (
        "calendar",
        (
            rf"(?:(?i:{_EDGE})[\s-])?(?:{_WEEKDAY},?\s*)?(?:the\s)?{_DAY}(?:\s(?:and|to)\s{_DAY}|[-–]{_DAY})?"
            rf"\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?!\w)",
            rf"(?:(?i:{_EDGE})[\s-])?(?:{_WEEKDAY},?\s*)?{_MONTH}\s{_DAY}(?:\s?[-–]\s?{_DAY})?(?:,?\s{_YEAR})?(?!\w)",
            rf"{_FULL_MONTH}(?:\s(?:to|through)\s|\s?[-–]\s?){_MONTH}(?:,?\s(?:of\s)?{_YEAR})?(?!\w)",
            rf"(?:(?i:{_EDGE})[\s-])?{_MONTH},?\s(?:of\s)?{_YEAR}(?!\w)",
        ),
    ),
    (
        "to_end",
        (
            rf"(?i:(?:{_COUNT})\s(?:month|week|year|quarter)s?\sto)\s(?:(?i:{_EDGE})\s)?"
            rf"{_MONTH}(?:\s{_YEAR})?(?!\w)",
        ),
    ),
    (
        "quarter",
        (
            rf"(?i:(?:{_EDGE}\s)?(?:{_RELATIVE}\syear['’]s\s)?{_QUARTER})"
            rf"(?:\s(?:of\s)?(?:{_YEAR}|(?i:{_RELATIVE}\syear)))?(?!\w)(?!\sof\b)",
        ),
    ),
    ("fiscal", (rf"(?i:(?:fiscal|financial)\syear\s|fiscal\s|FY\s?){_YEAR}(?:[-/–]\d\d)?(?!\w)",)),
    (
        "relative",
        (
            rf"(?i:(?:{_EDGE}[\s-]|later\s|earlier\s)?{_RELATIVE}\s(?:{_COUNT}\s)?"
            rf"(?:{_PERIODS}|century|{_SEASON}|{_PART_OF_DAY})s?)(?!\w|-)",
            rf"(?:(?i:{_EDGE})[\s-])?(?i:{_RELATIVE})\s(?:{_WEEKDAY_FULL}|{_FULL_MONTH}|May|March)(?!\w)",
        ),
    ),
    (
        "season",
        (
            rf"(?i:(?:{_EDGE}[\s-])?the\s{_SEASON})(?:\s(?:of\s)?{_YEAR})?(?!\w|-)(?!\s(?!{_SMALL_WORD}\b)[a-z])",
            rf"(?i:(?:(?:early|late|mid)[\s-])?{_SEASON})\s(?:of\s)?{_YEAR}(?!\w)",
            rf"(?i:(?:early|late|mid)[\s-]{_SEASON})(?!\w)",
            r"(?i:(?<=\bin\s)(?:spring|summer|autumn|winter))(?!\w|-)",
        ),
    ),
    (
        "decade",
        (
            r"(?i:(?:the\s)?(?:(?:early|late|mid)[\s-])?)(?:1[0-9]|20|21)\d0['’]?s(?!\w)",
            rf"(?i:{_EDGE}\s(?:the|this|last|next)\s(?:decade|century|year|month|week|season))(?!\w)",
            r"(?i:the\s)?\d\d(?:st|nd|rd|th)(?i:\scentury)(?!\w)|\d\d(?:st|nd|rd|th)-century(?!\w)",
        ),
    ),
    (
        "day",
        (rf"(?i:(?:the\sday\s(?:before|after)\s)?{_DAY_WORD}(?:\s{_PART_OF_DAY})?)(?!\w)",),
    ),
    ("weekday", (rf"(?:(?i:early|late|mid)\s)?{_WEEKDAY_FULL}s?(?:\s{_PART_OF_DAY})?(?!\w)",)),
    (
        "clock",
        (
            rf"(?i:{_HOUR}(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock\b)|{_HOUR}[:.]?[0-5]\d\s?"
            rf"(?:hours\s|hrs\s?)?{_ZONE}|{_HOUR}:[0-5]\d(?!\d)|noon\b|midnight\b)"
            rf"(?:\s(?i:{_ZONE}))?(?:\s(?i:{_DAY_WORD}))?",
            rf"(?i:(?<=\bat\s)(?:1[0-2]|[1-9])\s(?:{_DAY_WORD}|this\s{_PART_OF_DAY}|in\sthe\s{_PART_OF_DAY}))(?!\w)",
            rf"(?i:(?:(?:a\s)?quarter\s(?:past|to)|half\spast|(?:{_MINUTES})\spast)\s(?:{_HOURS})(?:\s{_IN_DAY})?)(?!\w)",
            rf"(?i:(?:(?:{_MINUTES})\sto\s)?(?:{_HOURS})\s(?:o['’]clock(?:\s{_IN_DAY})?|{_IN_DAY}))(?!\w)",
        ),
    ),
    (
        "age",
        (
            rf"(?i:(?:(?:{_WORD_NUMBER})(?:-(?:{_WORD_NUMBER}))?|\d+(?:\.\d+)?)"
            rf"[\s-](?:years?|months?|weeks?|days?)[\s-]olds?)(?!\w)",
            rf"(?i:(?<=\baged\s)(?:\d{{1,3}}|{_WORD_NUMBER}))(?!\w)",
        ),
    ),
    (
        "length",
        (
            rf"(?i:(?:{_ABOUT})?{_COUNT}(?:\sand\sa\shalf)?[\s\u00a0-]"
            rf"(?:(?:full|long|more|consecutive|straight|calendar|working)\s)?"
            rf"(?:(?:{_PERIODS}|century|yr|min|hr|sec)s?|centuries)['’]?(?:-long\b)?"
            rf"(?:\s(?:ago|back|earlier|later|from\snow|hence))?)(?!\w)",
        ),
    ),
    ("holiday", (rf"{_HOLIDAY}(?:\s{_YEAR})?(?!\w|['’]|-|\s[A-Z]|\s(?!{_SMALL_WORD}\b)[a-z])",)),
    ("weekend", (r"(?i:the\sweekend)(?!\w)",)),
    (
        "foreign",
        (
            rf"(?:3[01]|[12]\d|0?[1-9])(?:\.|º|er)?\s(?:de\s)?(?:{_FOREIGN_MONTH})(?:\s(?:de\s)?{_YEAR})?(?!\w)",
            rf"(?:{_FOREIGN_MONTH})\s(?:de\s)?{_YEAR}(?!\w)",
            rf"(?:{_FOREIGN_WEEKDAY})(?!\w|-)",
        ),
    ),
    ("foreign_clock", (rf"{_HOUR}(?:[.:][0-5]\d)?\s(?:Uhr)(?!\w)",)),
    ("foreign_length", (rf"\d+(?:[.,]\d+)?[\s\u00a0](?:{_FOREIGN_PERIOD})(?!\w)",)),
    ("foreign_year", (rf"{_YEAR}(?:-м|[\s\u00a0](?:году|года|год|г\.))(?!\w)",)),
    ("range", (rf"{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)(?!\d)",)),
    ("year", (rf"(?:(?i:{_EDGE})[\s-])?{_YEAR}(?![\d\w%]|[.,:]\d|-)",)),
    (
        "month",
        (rf"(?:(?i:{_EDGE})[\s-])?(?:{_FULL_MONTH}|(?<=[a-zà-ÿ,][\s\u00a0])(?:May|March)(?!\s[A-Z]))(?!\w)",),
    ),
)
_PATTERN = re.compile(
    r"(?<![\w$£€¥₹.,])(?:" + "|".join(f"(?P<{name}>{'|'.join(forms)})" for name, forms in _FORMS) + ")"
)
_ONE_PART = re.compile(rf"(?i:(?:this|last)\s{_PART_OF_DAY})")
# "Six quarters" are counted, not a length of time.
_QUARTERS = re.compile(r"(?i)^(?!an?\s).*\bquarters\b")
# A year behind these stays one even where it could count what follows ("in 2021 voters").
_YEAR_LEADS = re.compile(
    r"\b(?:in|since|by|until|till|from|during|before|after|the|around|circa|late|early|mid)\s$", re.IGNORECASE
)
_COUNTED = re.compile(r"\s(?:[a-z]+\s)?[a-z]{2,}(?:s|people|men|women|children)\b")
# A month inside quotation marks behind another word is part of a coined phrase ("a 'Black March'").
_COINED = re.compile(r"[“\"‘'«]\w+\s$")


def _not_counted() -> frozenset[str]:
    return read_words("figures.txt", "not nouns")


def find_dates(text: str) -> list[DateMatch]:
    """Return the dates, times, lengths of time and ages of a text, in reading order, without overlaps."""
    found: list[DateMatch] = []
    for match in _PATTERN.finditer(text):
        form = match.lastgroup or ""
        if form == "year" and not _is_year(text, match):
            continue
        if form == "month" and _COINED.search(text, max(0, match.start() - 24), match.start()):
            continue
        if form == "length" and (_is_vague(match[0]) or _QUARTERS.search(match[0])):
            continue
        time = form in ("clock", "foreign_clock")
        time = time or (form == "foreign_length" and _foreign_length(match[0]).split()[1] in _CLOCK_PERIODS)
        time = time or (form == "length" and _period(match[0]) in _CLOCK_PERIODS)
        time = time or (form == "relative" and _period(match[0]) in _CLOCK_PERIODS)
        time = time or (form == "relative" and bool(_ONE_PART.fullmatch(match[0])))
        found.append(
            DateMatch(match.start(), match.end(), _value(form, match[0]), time=time, age=form == "age")
        )
    return found


def _is_year(text: str, match: re.Match[str]) -> bool:
    digits = match[0][-4:]
    if len(match[0]) > 4:
        return True
    if not 1500 <= int(digits) < 2100:
        return bool(_YEAR_LEADS.search(text, max(0, match.start() - 12), match.start()))
    if _YEAR_LEADS.search(text, max(0, match.start() - 12), match.start()):
        return True
    counted = _COUNTED.match(text, match.end())
    return counted is None or counted[0].split()[-1] in _not_counted()


def _is_vague(text: str) -> bool:
    """Whether a length tells nothing by itself ("a day", "many years", "a second")."""
    lowered = text.lower()
    if lowered.endswith(("ago", "back", "earlier", "later", "now", "hence")):
        return False
    first = re.split(r"[\s-]", lowered)[0]
    if "fortnight" in lowered or "weekend" in lowered:
        return False
    if first in ("a", "an", "one") and len(re.split(r"[\s-]", lowered)) == 2:
        return True
    return first in ("many", "few", "some") or lowered.startswith(("a few", "a couple"))


def _period(text: str) -> str:
    for word in reversed(re.split(r"[\s\u00a0-]", text.lower())):
        plain = word.removesuffix("-long").rstrip("'’")
        plain = {"centuries": "century", "yrs": "year", "yr": "year", "min": "minute", "mins": "minute"}.get(
            plain, plain
        )
        plain = {"hr": "hour", "hrs": "hour", "sec": "second", "secs": "second"}.get(
            plain, plain
        ).removesuffix("s")
        if plain in _PERIODS.split("|") or plain == "century":
            return plain
    return ""


def _value(form: str, text: str) -> str:
    folded = re.sub(r"[\s\u00a0]+", " ", text.lower()).strip()
    if form in ("bracketed", "calendar", "iso", "slashed", "year", "month"):
        return _calendar_value(form, folded)
    if form == "foreign":
        return _foreign_value(text)
    if form == "foreign_length":
        return _foreign_length(text)
    if form == "foreign_year":
        return text[:4]
    if form == "foreign_clock":
        hour, _, minute = text.split()[0].replace(".", ":").partition(":")
        return f"{int(hour):02}:{minute or '00'}"
    if form == "weekday":
        return WEEKDAYS.get(folded.rstrip("s") if folded.endswith("days") else folded, folded)
    if form == "quarter":
        return _quarter_value(folded)
    if form == "to_end":
        return _to_end_value(folded)
    if form in ("length", "age"):
        return _length_value(folded)
    if form == "clock":
        return _clock_value(folded)
    if form == "season":
        return " ".join(word for word in folded.split() if word not in ("the", "of"))
    return re.sub(r"^the (?=last|next|past|same)", "", folded)


_PIECES = re.compile(r"(?P<number>\d+)|(?P<word>[^\W\d]+)")


def _calendar_value(form: str, folded: str) -> str:
    if form == "iso":
        return folded
    if form == "slashed":
        return re.sub(r"[/.]", "/", folded)
    edge = re.match(rf"(?:{_EDGE})[\s-]", folded)
    prefix = f"{edge[0].rstrip(' -')} " if edge else ""
    month = day = year = 0
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
    if len(months) == 2:
        quarter = {(1, 3): "q1", (4, 6): "q2", (7, 9): "q3", (10, 12): "q4"}.get((months[0], months[1]))
        span = quarter or f"--{months[0]:02}/--{months[1]:02}"
        return f"{span} {year}" if year else span
    month = months[0] if months else 0
    day = days[0] if days else 0
    value = f"{year:04}" if year else ("-" if month else "")
    value += f"-{month:02}" if month else ""
    value += f"-{day:02}" if day else ""
    value += f"/{days[1]:02}" if len(days) > 1 else ""
    return prefix + value


def _foreign_length(text: str) -> str:
    number, _, period = text.replace("\u00a0", " ").partition(" ")
    return f"{format_number(float(number.replace(',', '.')))} {_FOREIGN_PERIODS[period]}"


def _foreign_value(text: str) -> str:
    if text in _FOREIGN_WEEKDAYS:
        return _FOREIGN_WEEKDAYS[text]
    words = re.findall(r"[^\W\d_]+", text)
    month = next(int(_FOREIGN_MONTHS[word]) for word in words if word in _FOREIGN_MONTHS)
    year = re.search(r"\d{4}", text)
    day = re.match(r"\d{1,2}(?!\d)", text)
    value = f"{year[0] if year else '-'}-{month:02}"
    return f"{value}-{int(day[0]):02}" if day else value


def _quarter_value(folded: str) -> str:
    year = re.search(r"\d{4}", folded)
    relative = re.search(r"(last|next|this) year", folded)
    tail = f" {year[0]}" if year else f" {relative[0]}" if relative else ""
    letter = re.search(r"\b([qh])([1-4])\b", folded)
    if letter:
        return letter[0] + tail
    word = re.search(rf"({_FIRST_FOUR}|[1-4])(?:st|nd|rd|th)?[\s-](quarter|half)", folded)
    if not word:
        return folded
    number = ORDINALS.get(word[1]) or int(word[1][0])
    return f"{'q' if word[2] == 'quarter' else 'h'}{number}{tail}"


def _to_end_value(folded: str) -> str:
    year = re.search(r"\d{4}", folded)
    tail = f" {year[0]}" if year else ""
    month = next((MONTHS[word] for word in re.findall(r"[^\W\d]+", folded) if word in MONTHS), 0)
    if re.match(r"(?:three|3)\s(?:months)", folded) and month % 3 == 0:
        return f"q{month // 3}{tail}"
    return folded


def _length_value(folded: str) -> str:
    plain = re.sub(rf"^(?:{_ABOUT})", "", folded)
    number = 1.0
    if plain.startswith("half a"):
        number = 0.5
    elif digits := re.match(r"\d[\d,]*(?:\.\d+)?", plain):
        number = parse_digits(digits[0].rstrip(",")) or 0.0
        scale = re.match(rf"\s({_SCALE})", plain[digits.end() :])
        number *= SCALES[scale[1]] if scale else 1.0
    elif plain.startswith("several"):
        return folded
    else:
        number = parse_words(plain)[0] or 1.0
    if " and a half" in plain:
        number += 0.5
    period = _period(plain)
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


def _clock_value(folded: str) -> str:
    if folded.startswith(("noon", "midnight")):
        return folded
    if folded[0].isalpha():
        return _spelt_clock(folded)
    clock = re.match(r"(\d{1,2})[:.]?(\d\d)?\s?(a\.?m|p\.?m)?", folded)
    if not clock:
        return folded
    hour = int(clock[1]) % 12 + 12 if clock[3] and clock[3].startswith("p") else int(clock[1])
    hour = 0 if clock[3] and clock[3].startswith("a") and hour == 12 else hour
    rest = re.search(r"\s([a-z ]+)$", folded[clock.end() :])
    tail = rest[1].replace("o'clock", "").strip() if rest else ""
    return f"{hour:02}:{clock[2] or '00'}" + (f" {tail}" if tail else "")


def _spelt_clock(folded: str) -> str:
    """Return the time of day of a clock in words ("twenty to three in the morning" is 02:40)."""
    told = re.fullmatch(
        rf"(?:(?:a )?(?P<minutes>quarter|half|{_MINUTES}) (?P<way>past|to) )?(?P<hour>{_HOURS})(?P<rest>.*)",
        folded,
    )
    if not told:
        return folded
    hour, minutes = UNITS[told["hour"]], told["minutes"] or ""
    away = {"quarter": 15, "half": 30, "": 0}.get(minutes)
    total = 60 * (hour % 12) + (-1 if told["way"] == "to" else 1) * int(
        parse_words(minutes)[0] if away is None else away
    )
    late = told["rest"].endswith(("afternoon", "evening")) or (
        told["rest"].endswith("night") and 5 < hour < 12
    )
    if not late and "morning" not in told["rest"] and hour == 12:
        total += 720
    total = (total + 720 * late) % 1440
    return f"{total // 60:02}:{total % 60:02}"

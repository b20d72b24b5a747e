"""How dates and times are written: patterns for each form.

English first; other languages by the words of ``calendar.txt`` and ``number_words.txt``.
"""

from __future__ import annotations

from desktop_app.text.calendar_words import (
    FOREIGN_HOLIDAYS,
    FOREIGN_MONTHS,
    FOREIGN_PERIODS,
    FOREIGN_RELATIVE,
    FOREIGN_WEEKDAYS,
    HOLIDAYS,
    MONTHS,
    PERIODS,
    WEEKDAYS,
    any_of,
)
from desktop_app.text.foreign_numbers import FOREIGN_UNITS
from desktop_app.text.numbers import ORDINALS, SCALES, TENS, UNITS


def _names(words: list[str]) -> str:
    return any_of([word.capitalize() for word in words] + [word.upper() for word in words])


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
SCALE = "|".join(SCALES)
"""The scale words of English as a pattern."""

_COUNT = (
    rf"(?:\d[\d,]*(?:\.\d+)?(?:\s(?:{SCALE}))?|(?:{_WORD_NUMBER})(?:[\s-](?:{_WORD_NUMBER}|{SCALE})){{0,8}}"
    rf"|an?(?:\s(?:{SCALE}))?|half\san?|several|(?:a\s)?few|a\scouple\sof|many)"
)
ABOUT = r"(?:nearly|almost|about|around|roughly|approximately|under|more\sthan|less\sthan|fewer\sthan)\s"
"""What hedges a length of time."""

EDGE = (
    r"(?:early|late|mid|end(?=-)|the\s(?:end|start|beginning|middle|close|turn)\sof"
    r"|the\s(?:first|second)\shalf\sof|the\s(?:early|late|mid))"
)
"""The part of a month, year or week that is meant."""

_PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_SEASON = r"(?:spring|summer|autumn|fall|winter)"
_RELATIVE = (
    r"(?:last|next|this|the\slast|the\snext|the\spast|past|the\scoming|coming|the\sprevious|the\sfollowing)"
)
FIRST_FOUR = "|".join(word for word, number in ORDINALS.items() if number <= 4)
"""Ordinals of quarters."""

_SMALL_WORD = (
    r"(?:in|on|of|and|or|but|to|at|by|for|after|before|when|as|with|is|was|are|were|has|had|that|which|if|unless|he|she"
    r"|it|they|we|the|an?|this|last|next|who|will|while|because|since|until|from|so|then)"
)
_FISCAL = r"(?:the\s)?(?:(?:fiscal|financial)\s(?:year\s)?)?"
_QUARTER = (
    rf"(?:(?:{FIRST_FOUR}|final|1st|2nd|3rd|4th)[\s-]quarter|(?:first|second|1st|2nd)[\s-]half|[QH][1-4])"
)
_ZONE = r"(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|PT|PST|PDT|JST|IST)\b"
_HOUR = r"(?:[01]?\d|2[0-3])"
HOURS = "|".join(word for word, number in UNITS.items() if 1 <= number <= 12)
"""The hours of the clock in words."""

MINUTES = "five|ten|twenty-five|twenty"
"""The minutes of the clock that are spelt out before and after the hour."""

_HALF_DAY = r"(?:[ap]\.m\.|[ap]m\b)"
_IN_DAY = r"(?:in\sthe\s(?:morning|afternoon|evening)|at\snight)"
_DAY_WORD = r"(?:yesterday|today|tomorrow|tonight)"
_WHEN = rf"(?:{_DAY_WORD}|this\s{_PART_OF_DAY}|{_IN_DAY})"
ERA = r"(?:BCE?|CE|AD|B\.\s?C\.(?:\s?E\.)?|A\.\s?D\.|C\.\s?E\.)"
"""Before and after Christ."""

_TEENS = any_of([*(w for w, n in ORDINALS.items() if n <= 20), "twenty-first"])
_DAY_ORDINALS = any_of(
    [w for w, n in ORDINALS.items() if n <= 20 or n == 30]
    + [f"twenty-{w}" for w, n in ORDINALS.items() if n < 10]
    + ["thirty-first"]
)
DECADES = "twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties"
"""The decades of a century in words."""

_DECADE_WORDS = rf"(?:{DECADES})"
_PART = r"(?:early|late|mid)"
_FEW = rf"(?:\d+|(?:{_WORD_NUMBER})(?:-(?:{_WORD_NUMBER}))?|an?)"
_AND = r"\s(?:and\s)?"
_OR = r",?\s(?:and\s)?"
_DIRECTION = r"(?:\s(?:ago|back|earlier|later|from\snow|hence))?"
_PAPERS = r"(?:Times|Telegraph|Mirror|Express|Mail|Independent|Herald|Post|People|Star|Sun|Tribune|World)"
_YEARS = r"(?:(?:academic|school|calendar|financial|fiscal|tax|current)\s)?year"
_PAST_OR_NEXT = r"(?:last|next|this)"

_HOLIDAY = any_of(HOLIDAYS).replace("’", "['’]")
_FOREIGN_WORDS = any_of(
    [*FOREIGN_RELATIVE, *(phrase[0].upper() + phrase[1:] for phrase in FOREIGN_RELATIVE if " " in phrase)]
).replace("’", "['’]")
_FOREIGN_MONTH = any_of(FOREIGN_MONTHS)
_FOREIGN_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:\.|º|er|°)?"
_FOREIGN_COUNT = rf"(?:\d+(?:[.,]\d+)?|(?i:{any_of(FOREIGN_UNITS)}))"

FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("bracketed", (rf"{_WEEKDAY}\s\((?:{_DAY}\s{_MONTH}|{_MONTH}\s{_DAY})(?:,?\s{_YEAR})?\)",)),
    ("iso", (rf"{_YEAR}-(?:0\d|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)",)),
    ("slashed", (rf"\d{{1,2}}[/.]\d{{1,2}}[/.](?:{_YEAR}|\d\d)(?!\d|[./]\d)",)),
    (
        "calendar",
        (
            rf"(?:(?i:{EDGE})[\s-])?(?:{_WEEKDAY},?\s*)?(?:the\s)?{_DAY}(?:\s(?:and|to)\s{_DAY}|[-–]{_DAY})?"
            rf"\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?!\w)",
            rf"{_DAY}\.\s{_MONTH}\s{_YEAR}(?!\w)",
            rf"(?:(?i:{EDGE})[\s-])?(?:{_WEEKDAY},?\s*)?{_MONTH}\s{_DAY}"
            rf"(?:\s?[-–]\s?{_DAY}|\s(?:to|and|through)\s{_DAY}(?=[.,;:)]|$))?(?:,?\s{_YEAR})?(?!\w)",
            rf"{_FULL_MONTH}(?:\s(?:to|through)\s|\s?[-–]\s?){_MONTH}(?:,?\s(?:of\s)?{_YEAR})?(?!\w)",
            rf"(?:(?i:{EDGE})[\s-])?{_MONTH},?\s(?:of\s)?{_YEAR}(?!\w)",
            rf"(?:(?i:{EDGE})[\s-])?{_MONTH}(?:,?\sof)?\s{_PAST_OR_NEXT}\syear(?!\w)",
            rf"{_WEEKDAY_FULL}(?:,?\sof)?\s{_PAST_OR_NEXT}\sweek(?!\w)",
            rf"(?i:the\s)?(?i:{_DAY_ORDINALS})\sof\s{_MONTH}(?:,?\s{_YEAR})?(?!\w)",
        ),
    ),
    (
        "era",
        (
            r"(?:A\.\s?D\.|AD)\s?\d{1,4}(?!\w)",
            rf"\d{{1,4}}\s?{ERA}(?![\w-])",
        ),
    ),
    (
        "century",
        (rf"(?i:(?:{_PART}[\s-])?(?:{_TEENS}|\d\d?(?:st|nd|rd|th))[\s-]century)(?:\s{ERA})?(?!\w)",),
    ),
    (
        "to_end",
        (
            rf"(?i:(?:(?:{_COUNT})\s(?:month|week|year|quarter)s?|half[\s-]year)\s(?:to|ended|ending|through|until))\s(?:on\s)?"
            rf"(?:(?i:{EDGE})[\s-])?(?:{_MONTH}\s{_DAY}|{_DAY}\s{_MONTH}|{_MONTH})(?:,?\s{_YEAR})?(?!\w)",
            rf"(?i:(?:(?:fiscal|financial)\s)?year\s(?:ended|ending))\s(?:on\s)?"
            rf"(?:{_MONTH}\s{_DAY}|{_DAY}\s{_MONTH}|{_MONTH})(?:,?\s{_YEAR})?(?!\w)",
            rf"(?i:(?:the\s)?(?:first|last|final)\s(?:{_WORD_NUMBER}|\d+)\smonths\sof\s(?:{_YEAR}|(?:this|last|next|the)\syear))"
            rf"(?!\w)",
        ),
    ),
    (
        "quarter",
        (
            rf"(?i:(?:{EDGE}\s)?(?:{_RELATIVE}\syear['’]s\s)?{_QUARTER})"
            rf"(?:\s(?:of\s)?{_FISCAL}(?:{_YEAR}|(?i:{_RELATIVE}\syear))|\sof\sthe\s(?:fiscal\s|financial\s)?year)?"
            rf"(?!\w)(?!\sof\b(?!\s(?:the|that|this|its|last|next)\s(?:\w+\s){{0,2}}year))",
        ),
    ),
    (
        "fiscal",
        (
            rf"(?i:(?:fiscal|financial)\syear\s|fiscal\s|FY\s?){_YEAR}(?:[-/–]\d\d)?(?!\w)",
            rf"{_YEAR}(?:[-/–]\d\d)?\s(?:fiscal|financial)\syear(?!\w)",
        ),
    ),
    (
        "relative",
        (
            rf"(?i:(?:{EDGE}[\s-]|later\s|earlier\s)?{_RELATIVE}\s(?:{_COUNT}\s)?"
            rf"(?:{PERIODS}|century|{_SEASON}|{_PART_OF_DAY})s?)(?!\w|-)",
            rf"(?:(?i:{EDGE})[\s-])?(?i:{_RELATIVE})\s(?:{_WEEKDAY_FULL}|{_FULL_MONTH}|May|March|Christmas|Easter)"
            rf"(?!\w)",
            r"(?i:(?:last|next)\sseason)(?!\w|-)",
            r"(?i:the\s(?:weekend|week|month|year)\s(?:before\slast|after\snext))(?!\w)",
            r"(?i:the\s(?:day|night|week|month|year)\s(?:before|after))(?=[.,;:)]|$|\sand\b)",
            rf"(?i:a\s(?:week|fortnight)\son\s){_WEEKDAY_FULL}(?!\w)",
        ),
    ),
    (
        "season",
        (
            rf"(?i:(?:{EDGE}[\s-])?the\s{_SEASON})(?:\s(?:of\s)?{_YEAR})?(?!\w|-)(?!\s(?!{_SMALL_WORD}\b)[a-z])",
            rf"(?i:(?:{_PART}[\s-])?{_SEASON})\s(?:of\s)?{_YEAR}(?!\w)",
            rf"(?i:{_PART}[\s-]{_SEASON})(?!\w)",
            r"(?i:(?<=\bin\s)(?:spring|summer|autumn|winter))(?!\w|-)",
        ),
    ),
    (
        "decade",
        (
            rf"(?i:(?:the\s)?(?:{_PART}[\s-])?)(?:1[0-9]|20|21)\d0['’]?s(?!\w)",
            rf"(?i:(?:the\s)?(?:{_PART}[\s-])?)['’‘][2-9]0s(?!\w)",
            rf"(?i:the\s(?:{_PART}[\s-])?)(?:[2-9]0s|(?i:{_DECADE_WORDS}))(?!\w)",
            rf"(?i:{_PART}-{_DECADE_WORDS})(?!\w)",
            rf"(?i:{EDGE}\s(?:the|this|last|next)\s(?:decade|century|{_YEARS}|month|week|weekend|season))(?!\w)",
            rf"(?i:{EDGE}\s(?:the|this|last|next)\s{_SEASON})(?!\w|-)(?!\s(?!{_SMALL_WORD}\b)[a-z])",
            r"(?i:year[\s-]end)(?!\w)",
        ),
    ),
    (
        "day",
        (rf"(?i:(?:the\sday\s(?:before|after)\s)?{_DAY_WORD}(?:\s{_PART_OF_DAY})?)(?!\w)",),
    ),
    ("holiday", (rf"(?:{_HOLIDAY})(?:\s{_YEAR})?(?!\w|['’]|-|\s[A-Z]|\s(?!{_SMALL_WORD}\b)[a-z])",)),
    (
        "weekday",
        (rf"(?<!Sheffield\s)(?:(?i:{_PART})\s)?{_WEEKDAY_FULL}s?(?:\s{_PART_OF_DAY})?(?!\w|\s{_PAPERS}\b)",),
    ),
    (
        "clock",
        (
            rf"(?i:{_HOUR}(?:[:.][0-5]\d)?\s?(?:{_HALF_DAY}|o['’]clock\b)|{_HOUR}[:.]?[0-5]\d\s?"
            rf"(?:hours\s|hrs\s?)?{_ZONE}|{_HOUR}:[0-5]\d(?:\s?h\b)?(?!\d|[:.]\d)|{_HOUR}h[0-5]\d\b"
            rf"|{_HOUR}[0-5]\d(?=\shours\b|\slocal\stime\b)|noon\b|midday\b|midnight\b)"
            rf"(?:\s(?i:{_ZONE}))?(?:\s(?i:{_DAY_WORD}))?",
            rf"(?i:(?<=\bat\s)(?:(?:1[0-2]|[1-9])\s{_WHEN}|{_HOUR}\.[0-5]\d\s(?={_WHEN}|on\s|local)))",
            rf"(?i:{_HOUR}(?:[:.][0-5]\d)?(?=(?:\s(?:to|and|or)\s|\s?[-–]\s?){_HOUR}(?:[:.][0-5]\d)?\s?{_HALF_DAY}))",
            rf"(?i:(?:(?:a\s)?quarter\s(?:past|to)|half\spast|(?:{MINUTES})\spast)\s(?:{HOURS})(?:\s{_IN_DAY})?)(?!\w)",
            rf"(?i:(?:(?:{MINUTES})\sto\s)?(?:{HOURS})\s(?:o['’]clock(?:\s{_IN_DAY})?|{_IN_DAY}|{_HALF_DAY}))(?!\w)",
        ),
    ),
    ("stopwatch", (r"\d{1,2}:[0-5]\d(?::[0-5]\d(?:\.\d+)?|\.\d{1,3})(?![\w:])",)),
    (
        "age",
        (
            rf"(?i:(?:(?:{_WORD_NUMBER})(?:-(?:{_WORD_NUMBER}))?|\d[\d,]*(?:\.\d+)?)"
            rf"[\s-](?:years?|months?|weeks?|days?)[\s-]olds?)(?!\w)",
            rf"(?i:(?:{_WORD_NUMBER}|\d{{1,3}})\s(?:years|months)\sof\sage)(?!\w)",
            rf"(?i:(?<=\baged\s)(?:\d{{1,3}}|{_WORD_NUMBER}))(?!\w)",
            rf"(?i:(?<=\b(?:his|her|its)\s)|(?<=\btheir\s))(?i:{_PART}[\s-])?(?i:['’]?[2-9]0s|teens|{_DECADE_WORDS})(?!\w)",
        ),
    ),
    (
        "lengths",
        (
            rf"(?i:(?:{ABOUT})?{_FEW}\s(?:years?{_AND}{_FEW}\s(?:months?|weeks?|days?)"
            rf"|(?:months?|weeks?){_AND}{_FEW}\s(?:weeks?|days?)|days?{_AND}{_FEW}\shours?))(?!\w|-)",
        ),
    ),
    (
        "clock_lengths",
        (
            rf"(?i:(?:{ABOUT})?{_FEW}(?:\s?(?:hours?|hrs?|h)(?:{_OR}|\s?){_FEW}\s?(?:minutes?|mins?|m)"
            rf"(?:(?:{_OR}|\s?){_FEW}\s?(?:seconds?|secs?|s))?(?!\w|-)|\sminutes?\s[0-5]\d(?=[.,;:)]|$)"
            rf"|\s?(?:minutes?|mins?)(?:{_OR}|\s?){_FEW}(?:\.\d+)?\s?(?:seconds?|secs?)(?!\w|-)))",
        ),
    ),
    (
        "length",
        (
            rf"(?i:(?:{ABOUT})?(?:a|three)[\s-]quarters?\sof\san?\s(?:hour|century))(?!\w)",
            rf"(?i:(?:{ABOUT})?an?\s(?:{PERIODS})\sand\sa\shalf{_DIRECTION})(?!\w)",
            rf"(?i:(?:{ABOUT})?{_COUNT}(?:[\s-]and[\s-]a[\s-]half)?[\s\u00a0-]"
            rf"(?:(?:full|long|more|consecutive|straight|calendar|working|flying|flight|overtime|trading|teaching)\s)?"
            rf"(?:(?:{PERIODS}|century|yr|min|hr|sec)s?|centuries)(?:-long\b)?"
            rf"{_DIRECTION})(?!\w)",
            r"(?i:\d+(?:\.\d+)?(?:hrs?|mins?|secs?|yrs?))(?!\w)",
            rf"(?i:(?:{ABOUT})?(?:\d{{1,3}}|{_WORD_NUMBER}|several|a\sdozen)\s(?:winters|summers|autumns){_DIRECTION})(?!\w)",
        ),
    ),
    ("weekend", (r"(?i:the\sweekend)(?!\w)",)),
    (
        "foreign",
        (
            rf"(?:(?i:{any_of(FOREIGN_WEEKDAYS)}),?\s(?:den\s|dem\s|le\s|el\s|il\s)?)?"
            rf"(?:(?:3[01]|[12]\d|[1-9])\.?\s?(?:[-–]|bis|und|et|au|al?|y|e)\s?)?"
            rf"{_FOREIGN_DAY}\s(?:de\s|di\s)?(?i:{_FOREIGN_MONTH})(?:\s(?:de\s|del\s)?{_YEAR})?(?!\w)",
            rf"(?:{_FOREIGN_MONTH})\s(?:de\s|del\s)?{_YEAR}(?!\w)",
            rf"(?:{any_of(FOREIGN_WEEKDAYS)})(?!\w|-)",
        ),
    ),
    ("foreign_relative", (rf"(?:{_FOREIGN_WORDS}|Heute|Gestern)(?!\w|-)",)),
    ("foreign_month", (rf"(?:{_FOREIGN_MONTH}|{any_of(FOREIGN_HOLIDAYS)})(?!\w|-|\s[A-ZÀ-Þ]\w*\s[A-ZÀ-Þ])",)),
    (
        "foreign_clock",
        (
            rf"{_HOUR}(?:[.:][0-5]\d)?\sUhr(?!\w)|{_HOUR}[.:][0-5]\d\suur(?!\w)",
            rf"{_HOUR}\s?(?:h|heures)\s?(?:[0-5]\d)(?!\w)",
            rf"(?<=\b[àa]\s){_HOUR}\s?h(?!\w)",
            rf"(?:(?<=\balle\s)|(?<=\balle\sore\s)){_HOUR}(?:[.:][0-5]\d)?(?!\w)",
            rf"(?:(?<=\ba\slas\s)|(?<=\bàs\s)){_HOUR}(?:[.:h][0-5]\d)?(?!\w)",
            rf"(?:(?<=\bkl\.\s)|(?<=\bklo\s)|(?<=\bkl\s)){_HOUR}(?:[.:][0-5]\d)?(?!\w)",
        ),
    ),
    ("foreign_length", (rf"{_FOREIGN_COUNT}[\s\u00a0](?:{any_of(FOREIGN_PERIODS)})(?!\w)",)),
    ("foreign_year", (rf"{_YEAR}(?:-м|[\s\u00a0](?:году|года|год|г\.))(?!\w)",)),
    ("range", (rf"{_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)(?!\d)",)),
    ("year", (rf"(?:(?i:{EDGE})[\s-])?{_YEAR}(?![\d\w%]|[.,:]\d|-)",)),
    (
        "month",
        (
            rf"(?:(?i:{EDGE})[\s-](?:{_FULL_MONTH}|May|March)"
            rf"|{_FULL_MONTH}|(?<=[a-zà-ÿ,][\s\u00a0])(?:May|March)(?!\s[A-Z]))(?!\w)",
        ),
    ),
)
"""The forms by name, with their patterns. The first that matches at a place wins: longer ones come first."""

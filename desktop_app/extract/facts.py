"""Which dates and figures of a text are facts of the story, and over which words they are listed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.model import EntityType, Progress, no_progress, part_of, watched
from desktop_app.text.dates import MONTHS, WEEKDAYS
from desktop_app.text.foreign_numbers import is_foreign_text
from desktop_app.text.lexicons import function_words, read_words
from desktop_app.text.numbers import format_number
from desktop_app.text.value import Value, word_before

_SMALL_NUMBER = 2.0
_SMALL_COUNT = 6.0
"""Up to the first, words are no facts of the story ("one source", "two leaders"). Up to the second, they are
where they count no noun ("short by three"), or more than a few that are not yet known ("four hospitals")."""
_FEW = 3.0
_KNOWN = re.compile(
    r"\b(?:the|these|those|his|her|its|their|our|my|all|of|in|has|have|by|age[ds]?|every|under)\s$",
    re.IGNORECASE,
)
"""In front of a count that the reader knows already ("the four towns", "one of six", "it has six legs")."""
_SMALL_RANK = 4.0
"""Ranks in words up to here order the telling ("the first snow", "his second visit")."""

_BASE = re.compile(r"(?:an?|one)\s(?:year|month|week|quarter)\s(?:ago|earlier|before)", re.IGNORECASE)
_BASE_LED = re.compile(r"(?:\b(?:than|of|from|on|to|against|with|by|over)|[\d%]|illion|cents?)\s$")
_LAST = re.compile(r"(?:last|the\sprevious)\s(?:year|month|week|quarter)", re.IGNORECASE)
_LAST_LED = re.compile(r"\b(?:same|corresponding)\s\w+\s(?:of|in|a)\s$")
_TIMES_LED = re.compile(r"\b(?:than|twice|double|triple|half|above|below|against|on)\s$")
_LEVEL = re.compile(r"['’]s\s(?:level|figure|total|result|average|number|profit|loss|sales)\b")
_COMPARED = re.compile(r"\s(?:before|earlier|previously)(?=[.,;:)”\"’]|$)")
"""What a figure is compared with is nothing that is told ("higher than a year ago")."""

_GIVEN_AGE = re.compile(
    r"\b(?:aged|ages?\s(?:of|from)|between\sthe\sages\sof)\s(?:(?:between|from)\s)?"
    r"(?:[\w-]{1,12}\s?(?:to|and|or|[-–])\s?)?$"
    r"|\b(?:people|persons|adults|children|men|women|boys|girls|patients|pupils|students|voters|workers|drivers"
    r"|players|those|anyone|anybody|everyone|everybody)\s(?:aged\s)?(?:under|over|below|above)\s(?:the\sage\sof\s)?$",
    re.IGNORECASE,
)
_RATE = re.compile(r"\s?=|-?\s?(?:move|change|rise|fall|swing)\b")
_LABEL = re.compile(
    r"(?:(?:phase|stage|type|article|section|chapter|page|paragraph|clause|room|gate|terminal|platform|route"
    r"|flight|floor|grade|part|volume|version|unit|block|category|tier|level|step|round|group|lane|track|option|rule"
    r"|number|no|figure|table|exit|junction|pier|berth|bed|ward|cell|court|studio|channel|highway|suite|reactor"
    r"|zone|sector|top|day|week|bullet|point|item|question|lot|line|size|age)s?)",
    re.IGNORECASE,
)
_CAPITAL_LABEL = re.compile(r"(?<![.!?:;”\"]\s)(?<!^)\b(?P<word>[A-ZÀ-Þ][\w’'-]*\.?)[\s-]$")
_MAKE = re.compile(r"\b(?P<word>[A-ZÀ-Þi][\w-]*\.?)[\s-]$")
_AROUND = 120
_WORDS = re.compile(r"\b[^\W\d_]{3,}")
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ][^\W\d_]{2,}")
_LISTED = re.compile(r"[.)]\s[A-ZÀ-Þ]")
_AGE_LED = re.compile(r"aged|of|from|to|and|or|under|over|below|above")
_CLOSED = re.compile(r"[.,!?]’|’[.,]?\s")
_CALENDAR = frozenset(MONTHS) | frozenset(WEEKDAYS)
_NAMED_RANK = re.compile(
    r"\s(?:Fleet|Army|Division|Brigade|Regiment|Battalion|Corps|Circuit|District|Congress|Amendment|Precinct|Ward"
    r"|Infantry|Airborne|Cavalry|Arrondissement|Parliament|Duke|Earl|Baron|Avenue|Street|Dynasty|Symphony)\b"
)
_CAPITAL_FOLLOWS = re.compile(r"\s[A-ZÀ-Þ]")
_RUN_OF = re.compile(
    r"\s(?:straight|successive|consecutive)\b|\s(?:[\w-]+\s){1,2}(?:in\sa\srow|in\ssuccession|running)\b"
)
_PLACED_LED = re.compile(
    r"\b(?:finish(?:ed|es|ing)?|came|comes?|was|is|were|are|lies?|lay|placed|ranked|ranks|standing|stands|stood"
    r"|remain(?:s|ed)?|sits?|sat|up|down|drop(?:s|ped)|qualified)\s(?:in\s|joint\s|to\s|a\s\w+\s)?$",
    re.IGNORECASE,
)
_PLACED = re.compile(r"[.,;:)]|$|\s(?:overall|behind|in\s(?:the|a|his|her)|ahead|place\b)")
_HALF_OF_PLACE = re.compile(
    r"\b(?:northern|southern|eastern|western|upper|lower|top|bottom|first|second|other|latter|better|opening|closing"
    r"|left|right|front|back|far|near|inner|outer)\s$",
    re.IGNORECASE,
)
_FEWER = re.compile(r"(?:more|fewer)\sthan\shalf$", re.IGNORECASE)
_CHANGED_BY = re.compile(
    r"\b(?:fell|fallen|falls?|dropp(?:ed|ing)|shrank|shrunk|cut|rose|risen|grew|grown|down|up|reduced?|declined|halved"
    r"|increased?|lower(?:ed)?|higher|decreased?|slashed|trimmed|went|gone)\s(?:[\w-]+\s){0,3}?by\s(?:\w+\s)?$",
    re.IGNORECASE,
)
"""In front of a half by which something changed ("shrank by half")."""
_EACH = re.compile(r"\b(?:each|every|per)\s$", re.IGNORECASE)
_OFTEN = re.compile(r"\s(?:an?|each|every|per)\s(?:day|week|month|quarter|season|term|year)\b")
_ALWAYS = re.compile(
    r"(?:24[\s-]hours|seven\sdays|365\sdays)\s(?:a|per|each)\s(?:day|week|year)", re.IGNORECASE
)
_SPORT = re.compile(
    r"\b(?:goals?|match|half-time|kick-off|strikers?|scored|equali[sz]ers?|midfielders?|goalkeepers?|penalty|offside"
    r"|touchdowns?|quarterbacks?|try|tries|coach|team)\b"
)
_CLOCK_HEDGE = re.compile(
    r"(?:about|around|roughly|approximately|under|more\sthan|less\sthan|fewer\sthan)\s", re.IGNORECASE
)
_VAGUE_HEDGE = re.compile(r"(?:about|around|roughly|approximately)\s", re.IGNORECASE)
"""What blurs an amount; "nearly" and "more than" tell on which side it lies and are kept with a length."""
_CLOCK_AFTER = re.compile(r"\s(?:later|earlier|back|hence)$", re.IGNORECASE)
_WHOLE = re.compile(r"\s(?:of\b|(?:the|its|his|her|their|our|all|are|were|said|say|have|had)\b)")
_WHOLE_TIME = re.compile(
    r"(?:\s\w+){1,4}?\s(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?)\b"
)
_PLAY = re.compile(r"\b(?:first|last|final|opening|closing)\s$", re.IGNORECASE)
_PLAY_BEHIND = re.compile(r"\s(?:left|remaining|to\s(?:go|play)|into\sthe)\b")
_TEN_MEN = re.compile(r"(?:ten|nine)[\s-]m[ae]n\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\sof\s(?:them|us|you)\b")
_VOTES = frozenset(("vote", "abstention", "ballot", "seat"))
_VOTING = re.compile(
    r"\s(?:[\w’'-]+\s){0,6}?(?:abstained|voted|rebelled|defected|sided)\b|\s(?:[a-z]+\s)?(?:rebels|defectors)\b"
)
_MORE_OF = re.compile(r"\s(?:other|others|more|further|additional|extra)\s(?:[a-z-]+\s)?[a-z-]+s\b")
_PEOPLES = re.compile(r"\s(?:[a-z-]+\s){0,2}[A-ZÀ-Þ][a-zà-ÿ]+(?:s|ese|ish|ch)\b")
_BEHIND = re.compile(r"\s(?:down|behind|ahead|up|clear)(?=[\s,.;:]|$)")
_RUN = re.compile(r"\s(?:[\w-]+\s)?(?:running|in\sa\srow|in\ssuccession|without)\b")
_HARM = r"(?:killed|dead|died|injured|wounded|hurt|missing|arrested|drowned|hospitali[sz]ed|kidnapped|jailed)"
_HARMED = re.compile(rf"(?:\s[a-z-]+){{0,2}}?(?:\s(?:was|were|are|have|had|been|being)){{0,2}}\s{_HARM}\b")
_HARMING = re.compile(
    r"\b(?:kill|injur|wound|arrest|hurt)(?:s|ed|es|ing)?\s(?:(?:at\sleast|about|around|nearly|some)\s)?$",
    re.IGNORECASE,
)
_RATIO = re.compile(r"\s(?P<word>in(?:\severy)?|out\sof(?:\severy)?)\s")
_ONE_OF = re.compile(r"\s[a-z-]+\s(?P<word>in(?:\severy)?|out\sof(?:\severy)?)\s")
_SMALL_WHOLE = 10
_IN_A_ROW = frozenset(
    (
        "game",
        "match",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "minute",
        "season",
        "attempt",
        "test",
        "set",
        "race",
    )
)
"""What things happen in, as against what they are part of ("two in three games", "two in three schools")."""
_DAY = "|".join(dict.fromkeys(WEEKDAYS.values()))
_DAY_PART = re.compile(
    rf"(?:(?:early|late|mid)[\s-](?:on\s)?)?(?P<day>{_DAY})(?:\s(?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_DOZEN = re.compile(r"an?\s(?=dozen$)", re.IGNORECASE)
_QUARTERS = re.compile(r"(?P<count>\w+)[\s-]quarters", re.IGNORECASE)


_STEP = "Listing figures"


def told_values(text: str, values: Sequence[Value], progress: Progress = no_progress) -> list[Value]:
    """Return the values that carry a fact, in reading order, cut to the words they are listed by.

    ``values`` are those of ``text``, in reading order. Left out are ages, small counts in passing, numbers
    that are labels ("Phase 3"), minutes of play and what figures are compared with. Two counts that are one
    share ("one in nine") become one value. ``progress`` is called every thousand values.
    """
    cut = [_listed(text, value) for value in watched(part_of(progress, 0.0, 0.3), values, _STEP, every=1024)]
    joined = _ratios(text, cut)
    rest = watched(part_of(progress, 0.4, 1.0), joined, _STEP, every=1024)
    return [value for value in rest if _tells(text, value)]


def _listed(text: str, value: Value) -> Value:
    """Cut a value to the words that name it: the day without its part, the count without its article."""
    surface = text[value.start : value.end]
    if value.type in (EntityType.DATE, EntityType.TIME):
        day = _DAY_PART.fullmatch(surface)
        if day and value.value != day["day"].lower():
            start = value.start + day.start("day")
            name = day["day"].lower()
            return replace(
                value,
                start=start,
                end=start + len(name),
                value=name,
                type=EntityType.DATE,
                number=None,
                unit="",
            )
        if value.number is not None and value.type is EntityType.TIME:
            return _bare_length(surface, value)
        if (
            value.number is not None
            and value.unit in ("day", "night")
            and _OFTEN.match(text, value.end)
            and not _ALWAYS.match(text, value.start)
        ):
            return _how_often(surface, value)
        if value.number is not None and (hedge := _VAGUE_HEDGE.match(surface)):
            return replace(value, start=value.start + hedge.end())
    if value.type is EntityType.CARDINAL and value.words:
        if article := _DOZEN.match(surface):
            return replace(value, start=value.start + article.end())
        quarters = _QUARTERS.fullmatch(surface)
        if quarters and value.number is not None and value.number >= 1:
            number = value.number * 4
            name = f"{format_number(number)} quarter"
            end = value.start + quarters.end("count")
            return replace(value, end=end, value=name, number=number, unit="quarter")
    return value


def _bare_length(surface: str, value: Value) -> Value:
    """Cut a length on the clock to its amount, as other quantities are ("about 50 minutes later")."""
    hedge = _CLOCK_HEDGE.match(surface)
    after = _CLOCK_AFTER.search(surface)
    name = re.sub(r"\s(?:later|earlier)$", "", value.value)
    start = value.start + (hedge.end() if hedge else 0)
    return replace(value, start=start, end=value.end - (len(after[0]) if after else 0), value=name)


def _how_often(surface: str, value: Value) -> Value:
    """Count days or nights that come again ("five nights a month")."""
    hedge = _CLOCK_HEDGE.match(surface)
    start = value.start + (hedge.end() if hedge else 0)
    count = re.match(r"[\w.,]*\w", surface[hedge.end() if hedge else 0 :])
    if not count:
        return value
    return replace(value, start=start, end=start + count.end(), type=EntityType.CARDINAL)


def _ratios(text: str, values: Sequence[Value]) -> list[Value]:
    """Join the counts of a share ("1 in 50", "six out of ten")."""
    joined: list[Value] = []
    for value in values:
        part = joined[-1] if joined else None
        if part and _is_ratio(text, part, value) and part.number is not None and value.number is not None:
            name = f"{format_number(part.number)}/{format_number(value.number)}"
            joined[-1] = replace(
                part, end=value.end, value=name, number=part.number / value.number, unit=value.unit, age=False
            )
        else:
            joined.append(value)
    return joined


def _is_ratio(text: str, part: Value, whole: Value) -> bool:
    if part.type is not EntityType.CARDINAL or whole.type is not EntityType.CARDINAL:
        return False
    if part.unit == "score" or whole.unit == "score" or part.number is None or whole.number is None:
        return False
    between = _RATIO.fullmatch(text[part.end : whole.start])
    if not between and part.number == 1 and not whole.unit and part.value:
        between = _ONE_OF.fullmatch(text[part.end : whole.start])
    if not between or not 1 <= part.number < whole.number or part.number % 1 or whole.number % 1:
        return False
    share = whole.number <= _SMALL_WHOLE and whole.unit and whole.unit not in _IN_A_ROW
    return part.number == 1 or whole.number % 5 == 0 or bool(share) or between["word"].lower() != "in"


def _tells(text: str, value: Value) -> bool:
    """Whether a value is a fact of the story."""
    if value.age:
        return False
    if value.type is EntityType.MONEY:
        # One unit of money that only gives an exchange rate ("$1 = 0.92 euros", "each one-yen move")
        if value.number != 1:
            return True
        rate = _RATE.match(text, value.end) or _EACH.search(text, max(0, value.start - 8), value.start)
        return not rate
    if value.type is EntityType.ORDINAL:
        return _tells_rank(text, value)
    if value.type in (EntityType.DATE, EntityType.TIME):
        return _tells_time(text, value)
    return value.type is not EntityType.CARDINAL or _tells_count(text, value)


def _tells_rank(text: str, value: Value) -> bool:
    """Whether a rank is a result or a high count, and no part of a name ("the Fifth Amendment")."""
    if _NAMED_RANK.match(text, value.end):
        return False
    if not value.words:
        return True
    if text[value.start].isupper() and value.start and _CAPITAL_FOLLOWS.match(text, value.end):
        return False
    if value.number is not None and value.number > _SMALL_RANK:
        return True
    if _RUN_OF.match(text, value.end):
        return True
    placed = _PLACED_LED.search(text, max(0, value.start - 24), value.start)
    return bool(placed and value.number != 1 and _PLACED.match(text, value.end))


def _tells_time(text: str, value: Value) -> bool:
    surface = text[value.start : value.end].lower()
    before = text[max(0, value.start - 32) : value.start]
    if value.value in ("the coming weeks", "the coming months", "the coming days"):
        return False
    if value.value == "today" and _is_quoted(text, value.start):
        return False
    if surface.startswith("the ") and surface.endswith(" before") and before.endswith("than "):
        return False
    if _ALWAYS.match(text, value.start):
        return False
    if value.value in ("h1", "h2") and _SPORT.search(text, max(0, value.start - 200), value.end + 200):
        return False
    if _BASE.fullmatch(surface) and (not surface.endswith("ago") or _BASE_LED.search(before)):
        return False
    if _LAST.fullmatch(surface) and (
        _LAST_LED.search(before) or (_TIMES_LED.search(before) and _LEVEL.match(text, value.end))
    ):
        return False
    if surface.startswith(("more than", "less than")) and _COMPARED.match(text, value.end):
        return False
    if value.type is EntityType.TIME and value.unit in ("minute", "second"):
        return not (_PLAY.search(before) or _PLAY_BEHIND.match(text, value.end))
    return True


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place is inside quotation marks, as far as its paragraph tells."""
    if text.rfind("“", 0, place) > text.rfind("”", 0, place) or text.count('"', 0, place) % 2:
        return True
    opened = text.rfind("‘", 0, place)
    return opened >= 0 and not _CLOSED.search(text, opened, place)


def _tells_count(text: str, value: Value) -> bool:
    number = value.number
    if value.unit == "score":
        return not _LABEL.fullmatch(word_before(text, value.start))
    if number is None or "/" in value.value:
        return True
    before = text[max(0, value.start - 48) : value.start]
    last = word_before(text, value.start)
    if (_AGE_LED.fullmatch(last) or before.endswith(("-", "–"))) and _GIVEN_AGE.search(before):
        return False
    if value.unit in read_words("figures.txt", "not counted") and text[value.end : value.end + 1] == "-":
        return False
    if not value.words:
        return not _is_label(text, value, before, last)
    if 0 < number < 1:
        return number != 0.5 or _tells_half(text, value)
    if number < _SMALL_NUMBER:
        return False
    if _HARMING.search(before) or _HARMED.match(text, value.end):
        return True
    if (
        last == "top"
        or _TEN_MEN.match(text, value.start)
        or (number <= _SMALL_COUNT and _OF_THEM.match(text, value.end))
    ):
        return False
    if value.unit in _VOTES or _VOTING.match(text, value.end):
        return True
    if value.unit or any(pattern.match(text, value.end) for pattern in (_MORE_OF, _BEHIND, _PEOPLES)):
        if _RUN.match(text, value.end):
            return number > _SMALL_NUMBER
        return number > (_SMALL_COUNT if _KNOWN.search(before) else _FEW)
    return number > _SMALL_NUMBER


def _is_label(text: str, value: Value, before: str, last: str) -> bool:
    """Whether a figure belongs to a name in front ("Phase 3", "Boeing 737", "Route 66")."""
    if not last[-1:].isdecimal() and (make := _MAKE.search(before)):
        if make["word"] in read_words("figures.txt", "labels"):
            return True
        capital = _CAPITAL_LABEL.search(before)
        word = capital["word"] if capital else ""
        plain = text[value.start : value.end].isdecimal() and not value.unit
        around = text[max(0, value.start - _AROUND) : value.end + _AROUND]
        titled = 2 * len(_CAPITALS.findall(around)) > len(_WORDS.findall(around))
        if titled or is_foreign_text(text, value.start, value.end):
            return False
        if (
            plain
            and word
            and word.lower() not in function_words()
            and word.lower().rstrip(".") not in _CALENDAR
        ):
            return not _MORE_OF.match(text, value.end) and not _HARMED.match(text, value.end)
    if value.start == 0 and _LISTED.match(text, value.end):
        return True
    if text[value.start] == "0" and text[value.start : value.end].isdecimal():
        return True
    return value.unit == "" and bool(_LABEL.fullmatch(last.rstrip(".")))


def _tells_half(text: str, value: Value) -> bool:
    """Whether a half is one of people or things, not of time and not of nothing named ("at half-time")."""
    if _HALF_OF_PLACE.search(text, max(0, value.start - 16), value.start):
        return False
    if _FEWER.match(text, value.start, value.end):
        return not _WHOLE_TIME.match(text, value.end)
    if _CHANGED_BY.search(text, max(0, value.start - 40), value.start):
        return True
    whole = _WHOLE.match(text, value.end)
    return bool(whole) and not _WHOLE_TIME.match(text, value.end)

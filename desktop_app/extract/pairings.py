"""Names that hold "and" or end in a number, told by how the whole document writes them ("Forum 21").

A pair of plain words with "and" between them is one name where the two never part and what follows speaks of
one thing ("Land and Hearth has left the government"); two bodies would be told of apart, or in the plural.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import pairwise

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode, Word
from desktop_app.extract.name import APOSTROPHES, POSSESSIVES, listed_at
from desktop_app.extract.neighbours import spaced, touching
from desktop_app.extract.papers import HEADS as PAPER_HEADS
from desktop_app.extract.words import Document, Line
from desktop_app.model import pulsed

_ONE = re.compile(
    r"\s(?:has|is|was|wants|says|does|plans|hopes|opposes|supports|backs|demands|governs|calls|won't|took\s\d|won\s\d|lost\s\d)\b"
    r"|\s(?:party|alliance|movement|coalition|bloc|newspaper)\b|\ssaid\s(?:on\s\w+\s)?(?:that\s)?it\b|,\s(?:which|whose|an?\s|the\s|led\sby)"
)
"""What follows one thing, not two."""
_TWO = re.compile(r"\s(?:are|were|have|both|each|want|say|plan|hope|do)\b|['’]s?\srespective")
_LED_BOTH = re.compile(r"\b(?:both|between|of\sboth)\s(?:the\s)?$")
_OWNED = re.compile(r"['’]s?\s(?P<noun>[a-z]+(?:\s[a-z]+)?)")
_TALLY = re.compile(
    r"\s(?!(?:and|or|but|in|on|of|for|to|at|as|by|with|from|has|had|is|was|will|would|could|said|says)\b)[a-z]+s\b"
)
INDEX_SIZES = frozenset(
    (
        "10",
        "15",
        "20",
        "25",
        "30",
        "35",
        "40",
        "50",
        "60",
        "100",
        "150",
        "200",
        "225",
        "250",
        "300",
        "500",
        "600",
    )
)
"""How many shares an index holds."""
_LED = re.compile(r"\b(?:the|The|pan-European|benchmark|broader|blue-chip)\s(?:[A-ZÀ-Þ][\w&-]*\s){0,2}$")
_TRADED = re.compile(
    r"\s(?:[a-z-]+\s){0,3}?(?:index|benchmark|fell|rose|lost|gained|slipped|eased|edged|climbed|dropped|closed|ended|was\s(?:up|down|flat"
    r"|little|unchanged)|added|shed|slid|jumped|dipped|tumbled|inched|sank|finished)\b"
)
_PLACED_IN = re.compile(r"\b(?:in|near|outside|residents\sof|people\sof|homes\sin)\s$")
_NO_COUNTED = re.compile(
    r"[.,;)]|$|\s(?:and|that|where|when|who|which|on|in|for|to|from|of|as|with|until|since|at|before|after|said|says|was|were|is|are)\b"
)
FREED_DAYS = frozenset(("Sunday", "Saturday", "Friday"))
"""Days that papers are called by."""
_ON_AIR = frozenset(("Today", "Tonight", "Tomorrow"))
"""Days that broadcasters are called by."""

_TIES = frozenset(("to", "in", "with", "from", "by", "at", "on", "for", "of", "over", "into"))
_KEPT_APART = ("titles", "offices with a field", "not names", "forms of address")


def read_pairings(document: Document, lexicon: Lexicon, *, games: bool) -> None:
    """Note in a document which pairs and which numbered words are one name, and free their numbers and days.

    In reports on ``games`` a number behind a name is a result.
    """
    for line in _running(document):
        _read_free(line, document, lexicon)
    _read_pairs(document, lexicon)
    _read_linked(document, lexicon)
    _read_owned(document, lexicon)
    if not games:
        _free_parts(document, lexicon)
        _read_numbers(document, lexicon)


def _running(document: Document) -> Iterator[Line]:
    return (line for line in pulsed(document.lines, 16) if line.mode is Mode.NORMAL)


def _inner(line: Line, wanted: Collection[str]) -> Iterator[int]:
    """Yield the places of some words that stand between two others."""
    last = len(line.words) - 1
    return pulsed(
        [place for place, word in enumerate(line.words) if word.text in wanted and 0 < place < last]
    )


def _run(line: Line, place: int, step: int) -> int:
    """Return the last place of the capital words that stand at ``place`` and on, forwards or backwards."""
    words, at = line.words, place
    while 0 <= at + step < len(words):
        word = words[at + step]
        if not word.capital or word.blocked or not spaced(line, max(at, at + step)):
            break
        if step > 0 and word.first:
            break
        at += step
        if step < 0 and word.first:
            break
    return at


def _read_free(line: Line, document: Document, lexicon: Lexicon) -> None:
    """Note the sequences of capital words of a line that stand without an "and" beside them."""
    words, place = line.words, 0
    while place < len(words):
        if not words[place].capital or words[place].blocked:
            place += 1
            continue
        last = _run(line, place, 1)
        before = words[place - 1].text if place else ""
        behind = words[last + 1].text if last + 1 < len(words) else ""
        lone = last == place and words[place].first and lexicon.is_ordinary(words[place].text.lower())
        does = any(lexicon.has(kind, behind) for kind in ("company verbs", "auxiliaries"))
        does = does or behind in POSSESSIVES
        if "and" not in (before, behind) and (does or not lone):
            document.free.add(_text(line, place, last + 1))
        place = last + 1


def _read_linked(document: Document, lexicon: Lexicon) -> None:
    """Note plain words that a small word ties to one name ("Shore to Shore"), again or twice the same."""
    found: Counter[tuple[str, str, str]] = Counter()
    for line in _running(document):
        words = line.words
        for place in _inner(line, _TIES):
            if _may_own(line, place, lexicon):
                found[words[place - 1].text, words[place].text, words[place + 1].text] += 1
    for key, count in found.items():
        twice = key[0] == key[2]
        alone = max(document.sequences[key[0]], document.sequences[key[2]])
        if (count > 1 or twice) and alone <= count * (1 + twice):
            document.linked.add(key)


def _read_pairs(document: Document, lexicon: Lexicon) -> None:
    together: Counter[tuple[str, str]] = Counter()
    single: Counter[tuple[str, str]] = Counter()
    double: set[tuple[str, str]] = set()
    for line in _running(document):
        words = line.words
        for place in _inner(line, ("and",)):
            pair = _pair(line, place, lexicon)
            if pair is None:
                continue
            first, last = pair
            key = (_text(line, first, place), _text(line, place + 1, last + 1))
            together[key] += 1
            begin, end = words[first].start, words[last].end
            before, after = line.text[max(0, begin - 60) : begin], line.text[end : end + 60]
            if _TWO.match(after) or _LED_BOTH.search(before):
                double.add(key)
            else:
                single[key] += _speaks_of_one(before, after, lexicon)
    for key, count in together.items():
        plain = all(lexicon.is_ordinary(word.lower()) for part in key for word in part.split())
        apart = any(part in document.free for part in key)
        plural = all(part.endswith("s") for part in key)
        given = any(_stands_alone(word, lexicon) for part in key for word in part.split())
        one = (plain or count > 1) if single[key] else (count > 1 and plain and not plural and not given)
        if one and not apart and key not in double:
            document.pairs.add(key)


def _read_owned(document: Document, lexicon: Lexicon) -> None:
    """Note plain words that stay together around 's ("Lion's Den"): what people own has no capital."""
    found: Counter[tuple[str, str]] = Counter()
    for line in _running(document):
        words = line.words
        for place in _inner(line, POSSESSIVES):
            if _may_own(line, place, lexicon):
                found[words[place - 1].text, words[place + 1].text] += 1
    for (owner, owned), count in found.items():
        # Sentence starts are not counted among the capitals.
        alone = max(document.capital[owner], document.capital[owned])
        if count > 1 and alone <= count and owner not in document.surnames:
            document.owned.add((owner, owned))


def _may_own(line: Line, place: int, lexicon: Lexicon) -> bool:
    words = line.words
    owner, owned = words[place - 1], words[place + 1]
    if not (owner.capital and owned.capital) or owner.blocked or owned.blocked or owned.first:
        return False
    if place > 1 and words[place - 2].capital and spaced(line, place - 1):
        return False
    if not spaced(line, place + 1):
        return False
    return all(
        word.istitle()
        and lexicon.is_ordinary(word.lower())
        and (word,) not in lexicon.listed
        and word not in lexicon.first_names
        and not any(lexicon.has(kind, word) for kind in (*_KEPT_APART, "generic"))
        for word in (owner.text, owned.text)
    )


def _stands_alone(word: str, lexicon: Lexicon) -> bool:
    """Whether a plain word is a first name or the head of a body too, so that two of them may be two."""
    return word in lexicon.first_names or lexicon.has("connector heads", word)


def _speaks_of_one(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether the words around a name are said of one body: its verb, what it has, what it is called."""
    if _ONE.match(after) or _led(before, lexicon):
        return True
    owned = _OWNED.match(after)
    return owned is not None and lexicon.has("have", owned["noun"])


def _led(before: str, lexicon: Lexicon) -> bool:
    """Whether what stands in front calls one thing by its kind: "the party ", "the centrist "."""
    words = before.split()[-2:]
    if not words or not before.endswith(" "):
        return False
    last = words[-1]
    return lexicon.has("bodies", last) or (lexicon.has("told", last) and len(words) > 1)


def _text(line: Line, first: int, last: int) -> str:
    return " ".join(word.text for word in line.words[first:last])


def _pair(line: Line, place: int, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the first and last places of two runs of capital words around "and", None where none are."""
    words, text = line.words, line.text
    one, two = words[place - 1], words[place + 1]
    if not (one.capital and two.capital) or one.blocked or two.blocked or two.first:
        return None
    if text[one.end : two.start] != " and ":
        return None
    first, last = _run(line, place - 1, -1), _run(line, place + 1, 1)
    if place - first > 2 or last - place > 2:
        return None
    for at in (*range(first, place), *range(place + 1, last + 1)):
        word = words[at].text
        plain_half = last - first == 2 and lexicon.is_ordinary(word.lower())
        if (
            word.isupper()
            or not word.istitle()
            or (listed_at(line, at, lexicon) and not plain_half)
            or (word in lexicon.first_names and not lexicon.is_ordinary(word.lower()))
        ):
            return None
        if any(lexicon.has(kind, word) for kind in _KEPT_APART) or word.lower() in lexicon.function_words:
            return None
    if listed_at(line, first, lexicon) and listed_at(line, last, lexicon):
        return None  # "Land and Labour" may be one party, "Reform and Labour" are two
    behind = words[last + 1].text if last + 1 < len(words) else ""
    if behind in POSSESSIVES or behind in APOSTROPHES:
        follows = words[last + 2] if last + 2 < len(words) else None
        if follows and follows.capital:
            return None
    return first, last


def _free_parts(document: Document, lexicon: Lexicon) -> None:
    """Give numbers in words and days back to the names they are part of ("People First", "Sunday Ledger")."""
    papers: set[tuple[str, str]] = set()
    for line in _running(document):
        for place, word in enumerate(line.words):
            if place and word.blocked and _is_part(line, place, lexicon):
                word.blocked, word.capital = False, True
            elif word.blocked and word.text in FREED_DAYS and place + 1 < len(line.words):
                _free_day(line, place + 1, papers)


def _read_numbers(document: Document, lexicon: Lexicon) -> None:
    """Note the words that make a name with the one number they are told with ("Forum 21"), and free it."""
    found: dict[tuple[str, str], list[tuple[Word, bool]]] = {}
    numbers: dict[str, set[str]] = {}
    for line in _running(document):
        for place, (before, word) in enumerate(pairwise(line.words), 1):
            if not (word.text.isdigit() and len(word.text) < 5 and before.capital):
                continue
            if before.blocked or not spaced(line, place):
                continue
            if _is_index(line, place):
                document.numbered.add((before.text, word.text))
                word.blocked = False
                continue
            if len(word.text) == 3 or not before.text.istitle():
                continue
            numbers.setdefault(before.text, set()).add(word.text)
            front = line.text[max(0, before.start - 40) : before.start]
            after = line.text[word.end : word.end + 40]
            quarter = _is_quarter(before.text, front, after, lexicon)
            if not quarter and _counts(before.text, lexicon):
                continue
            told = quarter or _speaks_of_one(front, after, lexicon)
            if _TALLY.match(after) or after.startswith(("-", ":", "/", ".5", " per", "%")):
                continue
            found.setdefault((before.text, word.text), []).append((word, told))
    for key, places in found.items():
        if len(numbers[key[0]]) > 1 or document.alone[key[0]] > len(places):
            continue
        year = len(key[1]) == 4
        if any(told for _, told in places) or (len(places) > 1 and not year):
            document.numbered.add(key)
            for word, _ in places:
                word.blocked = False


def _is_quarter(word: str, front: str, after: str, lexicon: Lexicon) -> bool:
    """Whether a strange word and its number are where something is: "in Liberté 6 that", "in Comuna 1."."""
    strange = not lexicon.is_ordinary(word.lower()) and (word,) not in lexicon.listed
    strange = strange and not lexicon.has("numbered", word)
    return strange and _PLACED_IN.search(front) is not None and _NO_COUNTED.match(after) is not None


def _is_index(line: Line, place: int) -> bool:
    """Whether a number is that of the shares of an index ("the Orlan 30 fell", "the OLX 50 index")."""
    before = line.words[place - 1]
    if line.words[place].text not in INDEX_SIZES or not _LED.search(line.text, 0, before.start):
        return False
    return _TRADED.match(line.text, line.words[place].end) is not None


def _counts(word: str, lexicon: Lexicon) -> bool:
    """Whether a word goes with numbers that only tell one of its kind from another ("Sector 4")."""
    if (
        lexicon.has("numbered", word)
        or lexicon.has("counted", word.lower())
        or lexicon.has("counted", word.lower().rstrip("s"))
    ):
        return True
    return (word,) in lexicon.listed or word in lexicon.first_names or word in lexicon.surnames


def _is_part(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether a number in words ends a name ("People First"), or a day stands within that of a broadcaster
    ("Orlan Today TV"): no other has a capital there.
    """
    words = line.words
    word, before = words[place], words[place - 1]
    if word.first or not before.capital or before.blocked or not spaced(line, place):
        return False
    if lexicon.has("number openers", word.text):
        return place + 1 == len(words) or not (words[place + 1].capital and spaced(line, place + 1))
    return word.text in _ON_AIR and touching(line, place + 1)


def _free_day(line: Line, place: int, papers: set[tuple[str, str]]) -> None:
    """Give a paper the day back that it is called by ("the Sunday Ledger"): behind an article it is no date.

    ``papers`` are those told so before, which need no article again; this one is added to them.
    """
    day, head = line.words[place - 1], line.words[place]
    led = place > 1 and line.words[place - 2].text in ("the", "The")
    named = led or (day.text, head.text) in papers
    if named and head.capital and head.text in PAPER_HEADS and spaced(line, place):
        day.blocked, day.capital = False, True
        papers.add((day.text, head.text))

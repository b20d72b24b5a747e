"""What "and" and commas join to the name of one body: its fields, its trades, the halves of a pair.

The joiner of capital words (``joins``) asks here once the document itself ties no pair.
"""

from __future__ import annotations

from desktop_app.extract.body_spans import is_department
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import APOSTROPHES, listed_at
from desktop_app.extract.neighbours import adjoining_end, capital_at, touching
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType

UNITED = frozenset(("United", "Amalgamated", "Associated", "Allied"))
"""What opens the name of a union with "and" in it."""

LISTING = frozenset(
    ("Ministry", "Department", "Bureau", "Office", "Secretariat", "Faculty", "School", "Directorate")
)
"""What may list several fields behind "of" or "for"."""

_OF_TOWNS = frozenset(("Bank", "University", "Port", "College", "Council", "Diocese"))
"""What is told by its town behind "of"."""

_PAPERS = frozenset(("Wire", "Times", "Post", "News", "Herald", "Press", "Journal", "Radio", "Television"))


def joined_by_and(document: Document, line: Line, begin: int, place: int, lexicon: Lexicon) -> int | None:
    """Return the place behind the "and" at ``place`` and what it joins to the words from ``begin``."""
    if not capital_at(line, place + 1):
        return None
    inside = {word.text for word in line.words[begin:place]}
    if "and" in inside or _are_two(line, begin, place, lexicon):
        return None
    if inside & {"of", "for", "on"} and inside & lexicon.sections["joined by and"]:
        return _goes_on(line, place, lexicon)
    return _headed_pair(document, line, begin, place, lexicon)


def joined_by_comma(line: Line, begin: int, place: int, lexicon: Lexicon) -> int | None:
    """Return the place behind a list that begins at the comma at ``place`` and is part of a name, or None."""
    inside = {word.text for word in line.words[begin:place]}
    if inside & LISTING and inside & {"of", "for"}:
        return _listed_fields(line, place, lexicon)
    if place - begin < 3 and capital_at(line, place + 1) and not line.words[begin].first:
        return _listed_trades(line, begin, place, lexicon)
    return None


def _are_two(line: Line, begin: int, place: int, lexicon: Lexicon) -> bool:
    """Whether a body is named in full before "and", or a land ends it ("Police Tavia and Ports Tavia")."""
    words = line.words
    listed = listed_at(line, begin, lexicon)
    if listed and listed[0] == place - begin > 1 and listed[1][0] is EntityType.ORG:
        return True  # "Amnesty International and Human Rights Watch"
    behind = listed_at(line, place + 1, lexicon)
    if place - begin < 2:
        alone = listed is not None and listed[1][0] is EntityType.GPE and lexicon.is_country(listed[1][1])
        return alone and not behind  # "China and Verity Partners"
    last = listed_at(line, place - 1, lexicon)
    land = last is not None and last[0] == 1 and last[1][0] is EntityType.GPE
    if land and not (behind and behind[1][0] in (EntityType.GPE, EntityType.LOC, EntityType.NORP)):
        return True
    strange = not land and not lexicon.is_ordinary(words[place - 1].text.lower())
    of = place - begin > 2 and words[place - 2].text == "of" and words[place - 3].text in _OF_TOWNS
    return strange and of and touching(line, place + 2)  # "the Bank of Orlan and Harbour Credit"


def _headed_pair(document: Document, line: Line, begin: int, place: int, lexicon: Lexicon) -> int | None:
    """Join "Food and Drug Administration": plain words around "and", a head at the end."""
    words = line.words
    if words[place + 1].text == "The":
        return None  # "The Harbour and The Orlan Times"
    end = adjoining_end(line, place + 1)
    led = begin > 0 and words[begin - 1].text in ("the", "The")
    plain = all(_is_topic(words[at].text, lexicon, led=led) for at in (place - 1, place + 1))
    headed = end - place > 2 and lexicon.has("organisation heads", words[end - 1].text)
    if led and plain and headed and _closes_list(line, end):
        return end
    if place - begin > 2 and end - place > 3 and _is_firm(line, begin, place, lexicon):
        return None  # "Orlan Rare Steel and Tarnic Harbour Trading"
    if is_department(line, place + 1, end, lexicon):
        return end  # "Fisheries and Oceans Canada"
    if place - begin > 1 and words[begin].text in UNITED and words[end - 1].text.endswith(("s", "men")):
        headed = True  # "the United Miners and Quarrymen"
    behind = end + 1
    owners = behind < len(words) and words[end].text in APOSTROPHES and words[end - 1].text.endswith("s")
    if owners and words[behind].capital and lexicon.has("organisation heads", words[behind].text):
        headed, end = True, behind + 1  # "Bakers and Millers' Union"
    elif any(word.text in ("of", "for") for word in words[begin:place]):
        return None  # "the League of Voters and Harbour Wire"
    before = words[place - 1].text
    if " ".join(word.text for word in words[begin:place]) in document.free:
        return None  # "Tern and Osprey Air", and Tern alone elsewhere
    closed = lexicon.has("club tails", before)  # "Dresna United and Marven Albion"
    own = closed or (lexicon.has("generic", before) and not before.endswith("s"))
    own = own and place - begin > 1
    return end if plain and headed and not own else None


def _is_firm(line: Line, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether words open with a strange one and end in the head of a body."""
    words = line.words
    strange = not lexicon.is_ordinary(words[begin].text.lower())
    return strange and lexicon.has("organisation heads", words[end - 1].text)


def _closes_list(line: Line, end: int) -> bool:
    """Whether "and the" goes on behind ``end``: "the Fire Service and Civil Defence and the Coast Guard".

    Had the second of three an article of its own like the third, they would be three.
    """
    behind = [word.text for word in line.words[end : end + 2]]
    return behind == ["and", "the"] and capital_at(line, end + 2)


def _is_topic(word: str, lexicon: Lexicon, *, led: bool) -> bool:
    """Whether a word may tell what a body is about; behind "the" also one that no list knows."""
    if lexicon.is_ordinary(word.lower()):
        return True
    named = (word,) in lexicon.listed or word in lexicon.first_names or word in lexicon.surnames
    return led and not named and not word.isupper()


def _goes_on(line: Line, place: int, lexicon: Lexicon) -> int | None:
    """Return the place behind "and" and its word, where what a body is for goes on with them, or None."""
    words = line.words
    follows = words[place + 1].text
    end = adjoining_end(line, place + 2)
    last = words[end - 1].text
    if end - place > 2 and (last in _PAPERS or lexicon.has("generic", last)):
        return None  # "the League of Women Voters and Harbour Wire"
    listed = listed_at(line, place + 1, lexicon)
    people = listed and listed[0] == 1 and end - place > 2 and listed[1][0] is not EntityType.ORG
    if follows in lexicon.first_names or (listed and not people):
        return None
    return place + 2 if people or lexicon.is_ordinary(follows.lower()) else None


def _listed_fields(line: Line, place: int, lexicon: Lexicon) -> int | None:
    """Return the place behind "Roads, Bridges and Ferries" from its first comma, or None where none is.

    What a ministry is for is listed by plain words in capitals; the last follows "and".
    """
    words = line.words

    def field(at: int) -> int:
        while at < len(words) and words[at].capital and not words[at].blocked:
            if not lexicon.is_ordinary(words[at].text.lower()):
                return 0
            at += 1
        return at

    while place < len(words) and words[place].text == ",":
        comma = place + 1
        last = comma < len(words) and words[comma].text == "and"
        end = field(comma + last)
        if not end or end == comma + last:
            return None
        if last:
            return end
        place = end
    if place + 1 < len(words) and words[place].text == "and":
        end = field(place + 1)
        return end if end > place + 1 else None
    return None


def _listed_trades(line: Line, begin: int, place: int, lexicon: Lexicon) -> int | None:
    """Return the place behind "Rail, Road and Tram Workers' Union" from its first comma, or None."""
    words = line.words
    if not all(lexicon.is_ordinary(word.text.lower()) for word in words[begin:place]):
        return None
    end = _listed_fields(line, place, lexicon)
    if end is None or end >= len(words):
        return None
    if lexicon.has("organisation heads", words[end - 1].text) and words[end - 2].text != "and":
        return end
    owners = words[end].text in APOSTROPHES and words[end - 1].text.endswith("s") and end + 1 < len(words)
    return end + 2 if owners and lexicon.has("organisation heads", words[end + 1].text) else None

"""Ships: names in capitals that are listed nowhere among people, places and bodies."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import pulsed

_SHIP = (
    r"(?:vessel|ship|cutter|ferry|tanker|trawler|freighter|frigate|destroyer|warship|submarine|tug|tugboat|schooner"
    r"|liner|lifeboat|yacht|icebreaker|dredger|barge|corvette|carrier|cruise\sship|bulk\scarrier|patrol\sboat)"
)
_BEFORE = re.compile(
    rf"\b(?:{_SHIP}(?:,\s[Tt]he)?|\w+-flagged|[Aa]board(?: the)?|MV|HMS|USS|RMS|SS|INS|HMAS|HMCS|USNS)\s$"
)
_BEHIND = re.compile(rf",\s(?:an?|the|one\sof)\s(?:[\w’'-]+\s){{0,4}}?{_SHIP}\b")
_FLIES = re.compile(r"\b(?:low-cost|budget|air|flag|national|regional)\scarrier\s$|\bcarrier\s$")
_FLIGHTS = re.compile(r"\b(?:airlines?|flights?|planes?|jets|airports?|aviation)\b")
_AFLOAT = re.compile(rf"\b{_SHIP}s?\b|\b(?:boats?|crew|aboard|sailors|hull)\b")
_OF_BODY = re.compile(
    r"\b(?:leaders?|members?|heads?|founders?|supporters?|activists?|cadres?|MPs?|lawmakers?|candidates?|chairman|chairwoman|president"
    r"|spokes(?:man|woman|person)|secretary|treasurer)\s(?:of|for)\sthe\s$"
)
_HEADS = ("organisation heads", "place heads", "facility heads", "event heads", "legal suffixes", "works")


def without_ships(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names without those told to be ships, wherever they stand.

    A ship is told by its noun ("the tanker Sea Lark"; "The Ana Luz, a ferry,"), or, where boats are what the
    document is about, by an article that no person has ("The Ana Luz sank").
    """
    ships: set[str] = set()
    likely: set[str] = set()
    others: set[str] = set()
    told_afloat = sum(len(_AFLOAT.findall(line.text)) for line in document.lines[:60])
    afloat = told_afloat > 2 * document.articles
    for name in pulsed(names):
        if name.entry or name.role or name.address:
            continue
        text = document.lines[name.line].text
        before = text[max(0, name.start - 32) : name.start]
        with_article = before.endswith(("the ", "The "))
        flies = _FLIES.search(before) and any(_FLIGHTS.search(line.text) for line in document.lines[:60])
        told = with_article and _BEHIND.match(text, name.end)
        called = _BEFORE.search(before)
        # "had asked for a tug, the Orlan Harbour Trust said"
        parted = called and ", " in called[0] and _has_head(name, lexicon)
        if (called and not flies and not parted) or told or "Maru" in name.words[1:]:
            ships.add(name.text)
        elif (
            afloat
            and with_article
            and 1 < len(name.words) < 4
            and not _has_head(name, lexicon)
            and not _OF_BODY.search(before)
        ):
            likely.add(name.text)
        else:
            others.add(name.text)
    ships |= likely - others
    return [name for name in names if name.text not in ships] if ships else names


def _has_head(name: Name, lexicon: Lexicon) -> bool:
    """Whether a word of the name tells a body, a place or an event, or all are initials."""
    words = name.words
    if name.text.isupper() or any(lexicon.has(kind, word) for kind in _HEADS for word in words):
        return True
    return lexicon.has("facility heads", " ".join(words[-2:])) or (
        words[1:2] == ("of",) and lexicon.has("connector heads", words[0])
    )

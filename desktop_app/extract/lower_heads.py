"""Names that end in a noun in lower case: "US consulate", "Helm estuary", "Norbury services"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

FAC, ORG, GPE, LOC = EntityType.FAC, EntityType.ORG, EntityType.GPE, EntityType.LOC

_FRONTS = frozenset("ecihasvpogwdrblm")
"""How the nouns begin that names take in."""
_MISSION = re.compile(r"\s(?:embassy|consulate(?:\sgeneral)?|high\scommission)\b")
_WATER = re.compile(r"\s(?:estuary|isthmus|archipelago)\b")
_VALLEY = re.compile(
    r"\s(?:valley|river|canal|lagoon|gorge|delta|straits?|peninsula|(?P<built>dam|(?:oil\s|gas\s|water\s)?pipeline))\b"
    r"(?!\s(?:of|floor|bank|bed|basin|wall|operator|company|project))"
)
_ISLANDS = re.compile(r"\sisl(?:and|et)s\b")
_AIRPORT = re.compile(r"\s(?:airport|airfield|airbase|air\sbase|airstrip)\b")
_STADIUM = re.compile(r"\sstadium\b(?!\s(?:and|or)\s(?!the))")
_POOL = re.compile(
    r"\s(?:(?:swimming\s)?pool|baths|lido|ice\srink|rink|velodrome|leisure\scentre|sports\shall)\b"
)
_SITE = re.compile(
    r"\s(?:bridge|market|mine)\b(?!\s(?:share|value|price|leader|player|sources?|sentiment|trader|analyst|watcher|owner|operator|worker)s?\b)"
)
_PARTED = re.compile(r"\s(bridge|mine)\b")
_BESIDE_THE = re.compile(
    r"\b(?:at|near|outside|from|around|through|inside|beside|behind|of|over|[Tt]he|its)\s(?:the\s)?$"
)
_POLICE = re.compile(
    r"\s(?:police(?:\scommand)?|command)\b(?!\s(?:officers?|stations?|cars?|vehicles?|dogs?|checkpoints?|custody|raids?|cell|chiefs?|commissioner|commander|headquarters)\b)"
)
_DIVISIONS = frozenset(
    ("State", "County", "Province", "Region", "District", "Prefecture", "Oblast", "Canton")
)
_PART = re.compile(
    r"\b(?:(?:north|south)(?:-?(?:east|west))?(?:ern)?|(?:east|west)(?:ern)?|central|sub-Saharan|equatorial)\s$"
)
_CONTINENTS = frozenset(("Africa", "Europe", "Asia", "America"))
_THE = re.compile(r"\b[Tt]he\s$")
_FACTION = re.compile(r"\([A-Z]\)(?!\w)")
_SHOUT = re.compile(r"!(?=['’]s\b|\s[a-z]|,\s[a-z])")
_ENDING = re.compile(r"\+(?![\w+])|\.(?:com|org|net|io|ai|ru|cn|de|fr|co\.uk)\b")
_CHURCH = re.compile(r"\s(?:church|parish|chapel)\b")
_FAITHS = frozenset(
    ("Lutheran", "Baptist", "Methodist", "Presbyterian", "Catholic", "Episcopal", "Orthodox", "Pentecostal")
) | frozenset(
    ("Reformed", "Anglican", "Unitarian", "Adventist", "Apostolic", "Congregational", "Evangelical")
)
"""What stands in front of "church" in the name of one ("St Orla Lutheran church")."""

_SERVICES = re.compile(
    r"\sservices(?=[.,;]|\s(?:on|near|off|in|was|were|at|and|between|by|before|after|when|where|with)\b|$)"
)
_BESIDE = re.compile(r"\b(?:at|near|outside|past)\s$")
_AT = re.compile(r"\b(?:at|near|from|outside|past|to|[Tt]he)\s$")


def add_lower_heads(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Let names take in the noun behind them that makes them the name of something else.

    A country's mission ("US embassy"; "the French embassy" stays a people's), waters that are called after a
    river, services on a motorway, and the police of a state or county.
    """
    for name in pulsed(names):
        text = document.lines[name.line].text
        if name.text in _CONTINENTS:
            _take_part(name, text)
        if text[name.end : name.end + 1] in ("+", ".", "(", "!"):
            _take_ending(name, text)
            continue
        if (
            text[name.end : name.end + 1] != " "
            or text[name.end + 1 : name.end + 2] not in _FRONTS
            or name.role
        ):
            continue
        if len(name.words) > 1 and name.words[-1] in _FAITHS:
            _take(name, text, _CHURCH, ORG)
        elif len(name.words) > 1 and name.words[-1] in _DIVISIONS:
            _take(name, text, _POLICE, ORG)
        elif name.entry and name.entry[0] is GPE and lexicon.is_country(name.entry[1]):
            _take(name, text, _MISSION, ORG)
        elif name.entry and name.entry[0] is LOC:
            if not any((*name.words, water) in lexicon.listed for water in ("Sea", "Ocean")):
                _take(name, text, _ISLANDS, LOC)
        elif lexicon.has("place heads", name.words[-1]) and len(name.words) > 2:
            continue  # "the Orlan Dovrey River valley"
        elif not name.entry or name.entry[0] is GPE:
            _take_built(name, text, document, lexicon)


def _take_built(name: Name, text: str, document: Document, lexicon: Lexicon) -> None:
    """Let an unlisted name or a town take in the noun of waters, islands or something built."""
    _take(name, text, _WATER, LOC)
    _take(name, text, _ISLANDS, LOC)
    if len(name.words) < 3 and not name.text.isupper():
        _take(name, text, _AIRPORT, FAC)
    before = text[max(0, name.start - 12) : name.start]
    plain = len(name.words) < 4 and not name.entry and not name.text.isupper()
    if plain and _AT.search(before):
        _take(name, text, _POOL, FAC)
    if plain and not _THE.search(before):
        _take(name, text, _STADIUM, FAC)  # but "the San Orlo stadium"
    if _THE.search(before) and not name.text.isupper() and not name.entry:
        land = _VALLEY.match(text, name.end)
        _take(name, text, _VALLEY, FAC if land and land["built"] else LOC)
    strange = not any(lexicon.is_ordinary(word.lower()) for word in name.words)
    if plain and strange and _BESIDE_THE.search(before) and not _is_apart(name, document):
        _take(name, text, _SITE, FAC)
    at = (_BESIDE if name.entry else _AT).search(before)
    if at and strange and not name.text.isupper():
        _take(name, text, _SERVICES, FAC)


def _is_apart(name: Name, document: Document) -> bool:
    """Whether the noun of a mine or bridge is no part of its name, as it has nowhere a capital."""
    noun = _PARTED.match(document.lines[name.line].text, name.end)
    whole = f"{name.text} {noun[1].capitalize()}" if noun else ""
    return noun is not None and not any(whole in line.text for line in document.lines)


def _take_part(name: Name, text: str) -> None:
    """Let a continent take in the side that makes it a region, as some papers write it ("west Africa")."""
    part = _PART.search(text, max(0, name.start - 16), name.start)
    if part and name.entry:
        name.start = part.start()
        name.text = text[name.start : name.end]
        name.first -= 1
        name.words = (part[0].strip(), *name.words)
        name.entry = None
        name.add(LOC, 12.0)


def _take_ending(name: Name, text: str) -> None:
    """Let a name take in a plus, an address's ending, a faction or a shout ("Canal+", "JD(U)")."""
    lone = len(name.words) == 1
    match = _ENDING.match(text, name.end)
    if text[name.end] == "(" and lone and 1 < len(name.text) < 6 and name.text.isupper():
        match = _FACTION.match(text, name.end)  # "JD(U)"
    elif (
        text[name.end] == "!"
        and lone
        and not (name.entry and name.entry[0] is not ORG)
        and text[name.start - 2 : name.start] != ", "
    ):
        match = _SHOUT.match(text, name.end)  # "Yahoo!"
    if match and (match[0] != "+" or name.entry or name.text.isupper() or len(name.words) == 1):
        name.end = match.end()
        name.text = text[name.start : name.end]
        name.words = (*name.words[:-1], name.words[-1] + match[0])
        name.entry = None
        name.add(ORG, 8.0)


def _take(name: Name, text: str, noun: re.Pattern[str], kind: EntityType) -> None:
    match = noun.match(text, name.end)
    if match:
        name.end = match.end()
        name.last += len(match[0].split())
        name.text = text[name.start : name.end]
        name.words = (*name.words, *match[0].split())
        name.entry = None
        name.add(kind, 12.0)

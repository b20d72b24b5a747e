"""Islands that no list knows: told by "the island of Orlo", "Orlo, an island", "teaches school on Orlo".

News calls a state by its name and an island by its name too; islands are lands, whoever rules them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, GPE, LOC = EntityType.PERSON, EntityType.GPE, EntityType.LOC

_ISLE = r"(?:islands?|isles?|islets?|atolls?|cays?|archipelago)"
_TELLS_OF_ISLANDS = re.compile(rf"\b(?:{_ISLE}|islanders?)\b")
_ISLAND_OF = re.compile(
    rf"\b(?i:{_ISLE})(?:\sgroup)?\s(?:of|called|named|known\sas)\s$|\b(?:islands|isles|atolls)\s(?:such\sas|including|like|in)\s$"
)
_ISLAND_BEHIND = re.compile(
    rf"\s(?:island|atoll|archipelago|island\sgroup|islanders?)\b|['’]s\sislanders\b"
    rf"|,\s(?:an?|the|one\sof\sthe)\s(?:(?!(?:from|of|on|in|at|to|for|off|near|who)\s)[\w-]+\s){{0,4}}?{_ISLE}\b|\s(?:is|was)\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?{_ISLE}\b"
)
_ON_LAND = re.compile(
    r"\b(?:live[sd]?|living|born|school|teach(?:es)?|houses?|homes?|people|famil(?:y|ies)|villages?|villagers|villager|church(?:es)?|chief"
    r"|residents|farm(?:s|ers?)?|fishermen|teacher|nurse|priest|pastor|police|clinic|airport|airstrip|wharf|jetty|harbour|beach|volcano"
    r"|ashore|aground|landed|landfall|arrived|stayed|stranded|died|killed|built|grew\sup|buried|damage|people\sdown|evacuated|settled"
    r"|shelter(?:ed|s)?|hotel|resort|lighthouse|port|town|woods|roads?|ferr(?:y|ies)|crops|gardens|winds?|rain|fell|camp|mine|mill|plant)\s[Oo]n\s$"
)
_LEADS = re.compile(r"(?:^|[.!?]\s)On\s$")
_LED = re.compile(r",\s")
_WEIGHT = 6.0
_STATE = 4.0
"""What a name weighs that has voters, a government or a president, on islands or not."""


def weigh_islands(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Take unlisted names for lands that the document tells as islands, wherever they stand in it."""
    if not any(_TELLS_OF_ISLANDS.search(line.text) for line in pulsed(document.lines)):
        return
    told = {name.key for name in pulsed(names) if _may_be(name, lexicon) and _is_told(name, document)}
    told -= {name.key for name in pulsed(names) if name.scores.get(GPE, 0.0) >= _STATE}
    for one, other in pairwise(names):
        gap = document.lines[one.line].text[one.end : other.start] if one.line == other.line else ""
        if gap in (" and ", ", ") and {one.key, other.key} & told:
            told |= {name.key for name in (one, other) if len(name.words) == 1 and _may_be(name, lexicon)}
    for name in pulsed(names):
        if name.key in told and _may_be(name, lexicon):
            name.add(LOC, _WEIGHT)
            name.add(PERSON, -1.0)


def _may_be(name: Name, lexicon: Lexicon) -> bool:
    """Whether an island may have the name: no list knows it, and nobody is called so."""
    if name.entry or name.role or name.address or len(name.words) > 2 or name.words[0] in lexicon.first_names:
        return False
    return not (len(name.words) == 1 and name.text.isupper())


def _is_told(name: Name, document: Document) -> bool:
    text = document.lines[name.line].text
    before = text[max(0, name.start - 40) : name.start]
    if _ISLAND_OF.search(before) or _ISLAND_BEHIND.match(text, name.end):
        return True
    if len(name.words) > 1 or not before.endswith(("on ", "On ")):
        return False
    return bool(_ON_LAND.search(before) or (_LEADS.search(before) and _LED.match(text, name.end)))

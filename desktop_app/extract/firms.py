"""Companies called like people or places, told by what only companies do ("Orchid Lane cut 300 jobs")."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, ORG = EntityType.PERSON, EntityType.ORG
FAC, LOC, GPE = EntityType.FAC, EntityType.LOC, EntityType.GPE

_RESULTS = (
    r"forecasts?|guidance|outlook|dividend|profits?|loss|losses|sales|revenues?|earnings|results|margins?|turnover|orders"
    r"|shares|shareholders|backlog|capacity|output|debt|listing|flotation|market\svalue|share\sprice"
)
_STAFF = (
    r"jobs|posts|workers|employees|staff|stores|shops|branches|plants|factories|sites|outlets|warehouses|depots|mills"
    r"|routes|flights"
)
_DOING = re.compile(
    r"(?:,\swhich\s[^,.;]{3,70},)?\s(?:(?:also|has|had|will|would|plans\sto|is\sto|agreed\sto|recently|now)\s){0,2}"
    r"(?:(?:rais(?:e|ed|es)|cuts?|lift(?:ed|s)?|lower(?:ed|s)?|trim(?:med|s)?|report(?:ed|s)?|post(?:ed|s)?|miss(?:ed|es)?"
    r"|reaffirm(?:ed|s)?|suspend(?:ed|s)?|doubl(?:e|ed|es)|halv(?:e|ed|es))\s(?:an?\s|its\s|record\s|higher\s|lower\s|net\s)"
    rf"(?:[\w$£€%-]+(?:[.,]\d+)*\s){{0,4}}?(?:{_RESULTS})"
    r"|(?:cuts?|shed|sheds|axed?|axes|clos(?:e|ed|es)|shut|shuts|la(?:y|id)\soff|hired?|hires|employ(?:s|ed)?|scrap(?:ped|s)?)"
    rf"\s(?:[\w%-]+(?:[.,]\d+)*\s){{0,4}}?(?:{_STAFF})"
    rf"|(?:said|says)\s(?:that\s)?its\s(?:[\w-]+\s){{0,2}}?(?:{_RESULTS}|{_STAFF})"
    r"|employs\s(?:about\s|some\s|nearly\s|more\sthan\s)?\d"
    r"|(?:was|is)\s(?:valued\sat|delisted|listed\son|headquartered|majority-owned))\b"
)


def does_business(text: str, end: int) -> bool:
    """Whether what stands behind ``end`` is done by a company: results, staff and sites in numbers."""
    return _DOING.match(text[end : end + 150]) is not None


def weigh_firm(name: Name, text: str, lexicon: Lexicon) -> None:
    """Take a name without a known first name that does business in ``text`` for a company's."""
    if name.entry or name.role or name.address or text[name.end : name.end + 1] not in (" ", ","):
        return
    first, last = name.words[0], name.words[-1]
    plain = len(name.words) > 1 and all(lexicon.is_ordinary(word.lower()) for word in (first, last))
    if first in lexicon.first_names and not plain:
        return
    if does_business(text, name.end):
        placed = max(name.scores.get(kind, 0.0) for kind in (FAC, LOC, GPE)) >= 3.0
        name.add(ORG, 7.0 if placed else 4.0)  # castles have no losses
        name.add(PERSON, -2.0)

"""Leagues: competitions where games are played in them, bodies where they act ("the Premier League said")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

ORG, EVENT = EntityType.ORG, EntityType.EVENT

_ACTS = re.compile(
    r"(?:\s(?:has|had|have|will|would|also|later))?\s(?:said|says|say|told|announced|agreed|sold|sells|voted|votes|approved|confirmed"
    r"|rejected|wants|plans|planned|fined|banned|charged|declined|insisted|asked|signed|hopes|expects|decided|earns|earned|pays|paid"
    r"|introduced|postponed|suspended|scrapped|ordered|warned|and\s(?:the\s)?(?:players|FA|EFL|UEFA|broadcasters|government))\b"
    r"|['’]s\s(?:[a-z]+\s)?(?:chief|executive|board|chair\w*|spokes\w+|officials?|headquarters|lawyers|statement|broadcast|rights|rules"
    r"|commissioner|president|shareholders|decision)\b|\s(?:chief|executives?|board|chair\w*|spokes\w+|officials?|bosses|headquarters"
    r"|statement|commissioner|president|shareholders|rules|protocols)\b"
)
_ACTED_ON = re.compile(
    r"\b(?:by|told|sued|asked|urged|with|against|between|criticised|criticized|wrote\sto)\s(?:the\s)?$"
)


def weigh_leagues(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Take leagues for competitions wherever nothing shows that the body is meant."""
    for name in pulsed(names):
        if not (lexicon.has("leagues", name.text) or lexicon.has("leagues", " ".join(name.words[1:]))):
            continue
        text = document.lines[name.line].text
        acted = _ACTED_ON.search(text, max(0, name.start - 40), name.start)
        name.settled = ORG if acted or _ACTS.match(text, name.end) else EVENT

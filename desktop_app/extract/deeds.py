"""What a name does, owns and is taken up by tells its type ("Tarrow smiled"; "Orlan raised its offer")."""

from __future__ import annotations

import re

from desktop_app.extract.context import GOVERNING
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, ORG, GPE = EntityType.PERSON, EntityType.ORG, EntityType.GPE
LOC, FAC = EntityType.LOC, EntityType.FAC

_PASSIVE = frozenset({"was", "is", "were", "are", "been", "be", "being", "got"})
_ITS = re.compile(
    r"\s(?!(?:and|or|in|on|at|of|for|to|from|with|by|as|but)\b)[a-z]+(?:\s[a-z-]+){0,3}?\s"
    r"(?P<word>its|itself|his|her|himself|herself)\b"
)
_SAID_IT = re.compile(
    r"\s(?:said|says|announced|confirmed|added|told\s[\w\s]{3,20})(?:\son\s[A-Z]\w+)?\s(?:that\s)?"
    r"(?P<word>it|he|she)\s(?P<verb>[a-z]+)(?:\s(?P<next>[a-z]+))?"
)
_FIRMS_HAVE = frozenset(
    (
        "chief",
        "shareholders",
        "board",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "CEO",
        "ceo",
        "profit",
        "profits",
        "earnings",
    )
) | frozenset(
    (
        "customers",
        "employees",
        "finance",
        "managing",
        "stores",
        "shares",
        "revenue",
        "sales",
        "auditor",
        "founder",
    )
)
_WILL = frozenset(
    {"will", "would", "had", "has", "plans", "planned", "expects", "expected", "aims", "intends", "needs"}
)
_EMPTY = frozenset({"be", "been", "take", "taken", "make", "made", "never", "not", "always"})


def weigh_deeds(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Add what the verb of a name, what it owns and its pronoun tell of its type."""
    if after[:1] in ("'", "’"):
        _weigh_owner(name, after, lexicon)
    elif after[:1] == " " and after[1:2].islower() and _lead(before) not in GOVERNING:
        _weigh_verb(name, after, lexicon)
        _weigh_pronoun(name, after)


def _lead(before: str) -> str:
    """Return the word right in front, in lower case."""
    return before.rsplit(None, 1)[-1].lower() if before.strip() else ""


_HOMES = frozenset(
    (
        "house",
        "guesthouse",
        "home",
        "farm",
        "farmhouse",
        "shop",
        "workshop",
        "stall",
        "cottage",
        "bungalow",
        "hut",
    )
) | frozenset(
    ("kitchen", "garage", "garden", "ranch", "orchard", "mansion", "apartment", "bedside", "café", "cafe")
)
"""Where people live and work, in front of which two strange words are somebody."""


def _weigh_owner(name: Name, after: str, lexicon: Lexicon) -> None:
    """Weigh what somebody or something has ("Tarrow's widow", "Orlan's shareholders", "Lannick's mayor")."""
    owned = re.match(r"['’]s?\s", after)
    if not owned:
        return
    for word in after[owned.end() :].split()[:3]:
        plain = word.rstrip(".,;:!?")
        if plain in lexicon.sections["person owns"]:
            name.add(PERSON, 2.0)
        elif plain in _HOMES and name.shape.get(PERSON, 0.0) >= 1.5 and not name.entry:
            name.add(PERSON, 4.5)  # "At Haro Minegan's guesthouse"
        elif plain in lexicon.sections["body owns"]:
            headed = plain in _FIRMS_HAVE and max(name.shape.get(kind, 0.0) for kind in (LOC, FAC)) >= 3.0
            name.add(ORG, 6.5 if headed and not name.entry else 2.0)  # "Stone Bridge's shareholders"
            name.add(PERSON, -1.0)
        elif (
            plain == "head"
            and after.split()[2:3]
            and after.split()[2].rstrip(".,;:") in ("office", "offices")
        ):
            name.add(ORG, 4.0)
        elif plain in lexicon.sections["place owns"]:
            name.add(GPE, 2.5)
        elif plain == word and (plain.islower() or plain[:1].isdigit()):
            continue
        return


def _weigh_verb(name: Name, after: str, lexicon: Lexicon) -> None:
    """Weigh the verb of a name that opens its clause."""
    passive = False
    for word in after.split()[:5]:
        plain = word.rstrip(".,;:!?")
        if plain in _PASSIVE:
            passive = True
        elif passive:
            if plain in lexicon.sections["person passives"]:
                name.add(PERSON, 2.0)
            elif plain in lexicon.sections["body passives"]:
                name.add(ORG, 1.5)
            elif plain in lexicon.sections["place passives"]:
                name.add(GPE, 2.0)
            elif plain.endswith("ly") or lexicon.has("auxiliaries", plain):
                continue
            return
        elif plain in lexicon.sections["person verbs"]:
            name.add(PERSON, 2.0)
            return
        elif plain in lexicon.sections["body verbs"]:
            name.add(ORG, 1.5)
            name.add(PERSON, -0.5)
            return
        elif plain in lexicon.sections["place verbs"]:
            name.add(GPE, 1.5)
            return
        elif not lexicon.has("auxiliaries", plain) and not plain.endswith("ly"):
            return


def _weigh_pronoun(name: Name, after: str) -> None:
    """Weigh the pronoun that takes a name up again ("Orlan raised its offer", "Tarrow said she")."""
    said = _SAID_IT.match(after)
    if said and said["word"] != "it":
        name.add(PERSON, 2.0)
    elif said:
        if said["verb"] in _WILL and said["next"] not in _EMPTY:
            name.add(ORG, 2.0)
            name.add(PERSON, -2.5)
        return
    own = _ITS.match(after)
    if own and own["word"].startswith("it"):
        name.add(ORG, 1.0)
        name.add(PERSON, -2.0)
    elif own and not own["word"].startswith("her"):
        name.add(PERSON, 1.0)

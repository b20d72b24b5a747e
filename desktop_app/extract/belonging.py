"""Weigh what somebody is of: "Ulla Fenn of Orlan", "fighters of Ansar Torv", "the Bishop of Lannick"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, ORG, GPE = EntityType.PERSON, EntityType.ORG, EntityType.GPE

_SOMEBODY_OF = re.compile(r"[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ][\w’'-]+\sof\s(?:the\s)?$")
_SOMEBODY_FROM = re.compile(r"[A-ZÀ-Þ][\w’'-]+,\s(?:\d{1,3},\s)?of\s$")
_MEMBER_OF = re.compile(
    r"\b(?:councillors?|members?|supporters?|fighters|militants|activists?|candidates?|lawmakers?|senators?|MPs?|readers"
    r"|subscribers|customers|staff|shareholders)\sof\s(?:the\s)?$"
)
_HEAD_OF = re.compile(
    r"\b(?:head|leader|founder|co-founder|chairman|chairwoman|spokes\w+|secretary|secretary-general|treasurer|convenor|organiser|organizer"
    r"|commander|deputy\sleader|general\ssecretary|national\ssecretary|branch|cadres|faction|wing|lawyers?)\sof\s(?:the\s)?$"
)
"""Offices in bodies, not of places."""
_CHIEF_OF = re.compile(
    r"\b(?:headman|headwoman|imam|emir|muezzin|sub-prefect|civil\ssociety|village\schief|diocese|archdiocese|prefect|community|hills|sheriff|bishop|archbishop|vicar|elders|villagers|fishermen|farmers|assessor|streets"
    r"|beaches|outskirts|suburbs)\sof\s$"
)
_LORD_OF = re.compile(
    r"\b(?:[Tt]he|title)\s(?:[0-9]+(?:st|nd|rd|th)\s)?"
    r"(?:Duke|Duchess|Earl|Countess|Marquess|Bishop|Archbishop|Abbot|Vicar|Emir|Provost)\sof\s$"
)


def weigh_belonging(name: Name, before: str, after: str, lexicon: Lexicon) -> None:
    """Weigh what people are of: "Ulla Fenn of Orlan", "Ulla Fenn, of Lannick,", "fighters of Ansar Torv"."""
    if "of" not in before[-8:]:
        return
    if _LORD_OF.search(before):
        name.add(GPE, 4.0)
        name.add(PERSON, -2.0)
    elif _SOMEBODY_OF.search(before) and not _are_plain(before.removesuffix("the ").split()[-3:-1], lexicon):
        name.add(PERSON, -6.0)
        if not name.entry:
            name.add(ORG, 1.5 if after.startswith((" said", " says")) else 0.3)
    elif _SOMEBODY_FROM.search(before):
        name.add(GPE, 3.0 if len(name.words) == 1 or name.entry else 1.0)
        if len(name.words) > 1 and not name.entry:
            name.add(ORG, 1.2)  # "Ulla Fenn, of Dovrey Life,"
            name.add(PERSON, -3.0)
    elif _MEMBER_OF.search(before):
        name.add(ORG, 2.5)
        name.add(PERSON, -2.0)
    elif _HEAD_OF.search(before) and len(name.words) > 1 and name.words[0] not in lexicon.first_names:
        name.add(ORG, 3.0)
        name.add(PERSON, -2.0)
    elif _CHIEF_OF.search(before):
        name.add(GPE, 2.5)
    elif before.endswith("department of ") and not lexicon.is_ordinary(name.words[0].lower()):
        name.add(GPE, 4.5)


def _are_plain(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether plain words, or a party's head, stand where somebody may ("the Orlan Movement of Tarrow")."""
    if lexicon.has("led", words[-1]):
        return True
    return words[0] not in lexicon.first_names and all(lexicon.is_ordinary(word.lower()) for word in words)

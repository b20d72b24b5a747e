"""What tells the kinds of names in French, Spanish, Italian and Portuguese, where English cues fail."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Line
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_lists

PERSON, NORP, ORG = EntityType.PERSON, EntityType.NORP, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC

LANGUAGES = frozenset({"fr", "es", "it", "pt"})
"""The languages these cues are for."""

_IN_PLACE = re.compile(
    r"(?:^|[\s(«“\"'’])(?:[Àà]|[Ee]n|[Ii]n|[Ee]m|près\sde|cerca\sde|vicino\sa|[Dd]epuis|desde|até|hasta)\s$"
)
_TO_PLACE = re.compile(r"(?:^|\s)(?:[Aa]|[Dd]a|[Vv]ers|hacia|verso|para)\s$")
_OF_PLACE = re.compile(
    r"\b(?:ville|commune|village|maire|mairie|région|province|pays|parquet|département|port|habitants|ciudad|pueblo|municipio|alcalde"
    r"|alcaldesa|provincia|comarca|vecinos|agricultores|città|comune|paese|sindaco|sindaca|cidade|prefeito|estado|pompiers|habitantes"
    r"|abitanti|gouvernement|gobierno|governo|nord|sud|norte|sur)\s(?:de|d['’]|di|du|del|della|dell['’]|da|do)\s?(?:la\s|l['’]|el\s)?$"
)
_OFFICE = re.compile(
    r"\b(?:ministre|ministère|ministro|ministra|ministerio|ministero|ministério|secrétaire\sd['’]État|conseiller|consejero|consejera"
    r"|assessore|secretario|secretaria)\s(?:de|des|du|d['’]|del|delle|della|dell['’]|degli|dei|da|do|dos|à|al)\s?(?:l['’]|la\s|las\s"
    r"|los\s)?$"
)
_SAID_BEHIND = re.compile(
    r",?\s(?:a\s(?:déclaré|dit|affirmé|annoncé|précisé|expliqué|ajouté|estimé)|dijo|afirmó|aseguró|declaró|explicó|anunció|añadió"
    r"|ha\s(?:detto|dichiarato|affermato|spiegato|annunciato|aggiunto)|disse|afirmou|declarou)\b"
)
_SAID_BEFORE = re.compile(
    r"\b(?:[Ss]elon|[Dd]['’]après|[Ss]egún|[Ss]econdo|[Ss]egundo|dijo|afirmó|aseguró|explicó|ha\sdetto|a\s(?:déclaré|dit|ajouté)|disse)\s$"
)


def _lists() -> dict[str, frozenset[str]]:
    return read_lists("romance_names.txt")


def opens_body(word: str) -> bool:
    """Whether a word in capitals opens the name of a body, to which "de" or "di" may belong."""
    return word in _lists()["body openers"]


def is_field(name: Name, line: Line) -> bool:
    """Whether a name is but the field of an office ("ministre de l'Intérieur")."""
    return not name.entry and bool(_OFFICE.search(line.text, max(0, name.start - 40), name.start))


def weigh_romance(name: Name, line: Line, lexicon: Lexicon) -> None:
    """Add what the words of a Romance language beside a name tell of its type."""
    lists = _lists()
    before = line.text[max(0, name.start - 48) : name.start]
    after = line.text[name.end : name.end + 32]
    first = name.words[0]
    named = first in lexicon.first_names
    if name.text == "Roma":  # the city, not the people
        name.scores.pop(NORP, None)
        name.entry = (GPE, "Roma")
        name.add(GPE, 7.0)
    if not named and 0.0 < name.scores.get(PERSON, 0.0) < 2.0 and not name.role:
        name.scores[PERSON] = 0.3  # that words are strange to English tells nothing
    if opens_body(first) and len(name.words) > 1 and not name.entry:
        name.add(ORG, 5.0)
    if name.entry:
        return
    if _OF_PLACE.search(before):
        name.add(GPE, 2.5)
    elif _IN_PLACE.search(before):
        name.add(GPE, 2.2)
    elif _TO_PLACE.search(before):
        name.add(GPE, 0.7)
    noun = re.search(r"([\w-]+),?\s(?:de\s|du\s|di\s)?$", before)
    if noun and noun[1] in lists["land kinds"]:
        name.add(LOC, 4.5)
    elif noun and noun[1] in lists["body kinds"] and before.endswith(f"{noun[1]} "):
        name.add(ORG, 4.0)
        name.add(PERSON, -2.0)
    role = re.search(r"([\w-]+)(?:\s[a-zà-ÿ]+){0,2},?\s$", before)
    if role and role[1].lower() in lists["roles"]:
        name.add(PERSON, 3.0)
        name.role = name.role or role[1]
    if _SAID_BEHIND.match(after):
        name.add(PERSON, 2.0)
    if _SAID_BEFORE.search(before):
        name.add(PERSON, 1.0)

"""Nouns of other languages that tell what a name is a name of: "Caja del Orlan", "Orlanbanken".

The nouns stand in ``lexicons/heads_abroad.txt``, by the type they tell. English news leaves such names as
they are, so that no English noun tells the type.
"""

from __future__ import annotations

from functools import lru_cache

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_lists
from desktop_app.text.normalize import fold

ORG, FAC, LOC = EntityType.ORG, EntityType.FAC, EntityType.LOC

_SECTIONS = (
    (ORG, "bodies abroad", "body compounds"),
    (FAC, "buildings abroad", "building compounds"),
    (LOC, "lands abroad", "land compounds"),
)
_ARTICLES = frozenset(("Der", "Die", "Das", "Het", "Il"))
"""Articles that open the names of papers and firms, never those of people ("Die Warte", "Il Faro")."""
_ARTICLES_TOO = frozenset(("El", "La", "Le"))
_OF_A_PLACE = ("ense", "ien", "ienne", "eño", "eña", "inois", "nais", "tano", "tana")
"""How words for what is of a town end in French, Spanish and Portuguese: papers and firms are called so."""
_ENDS = (
    "ción",
    "ções",
    "ção",
    "zione",
    "zioni",
    "aduría",
    "ería",
    "erie",
    "ství",
    "stvo",
    "stwo",
    "schaft",
    "keit",
)
"""Ends of nouns for what is done, for offices and for works ("Subdelegación", "Verrerie")."""
ADJECTIVES = ("ní", "ská", "ské", "ský", "cká", "cké", "cký", "ční", "čná", "čný")
"""How adjectives of Czech and Slovak end, which open names of bodies ("Komerční pojišťovna")."""
_WEIGHT = 5.0
_LEAST_BARE = 4
"""Nouns longer than this are known without their marks, too ("Direccion")."""
_LEAST_STEM = 3
"""How many letters stand at least in front of the noun in a compound ("Vardbanken")."""


@lru_cache(maxsize=1)
def _heads() -> dict[str, EntityType]:
    """Return the types that the nouns tell, by the noun with its marks and without, as papers print it."""
    found: dict[str, EntityType] = {}
    for kind, section, _ in _SECTIONS:
        for noun in read_lists("heads_abroad.txt")[section]:
            for form in _forms(noun):
                found.setdefault(form, kind)
    return found


def _forms(noun: str) -> tuple[str, ...]:
    """Return a noun as it is spelt and, if it is long enough to be known by it, without its marks."""
    return (noun, fold(noun).capitalize()) if len(noun) > _LEAST_BARE else (noun,)


@lru_cache(maxsize=1)
def _compounds() -> dict[EntityType, tuple[str, ...]]:
    lists = read_lists("heads_abroad.txt")
    return {kind: tuple(lists[section]) for kind, _, section in _SECTIONS}


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    lists = read_lists("heads_abroad.txt")
    nouns = (*lists["bodies abroad"], *lists["bodies going on"])
    return frozenset(form for noun in nouns for form in _forms(noun))


def opens_body_abroad(word: str) -> bool:
    """Whether a word opens names of bodies in other languages that may go on in small letters."""
    return word in _openers()


@lru_cache(maxsize=4096)
def compound_kind(word: str) -> EntityType | None:
    """Return the type that the last part of a compound tells ("Vardbanken"), None where it tells none."""
    if not word[:1].isupper() or len(word) < 7:
        return None
    stem_end = word[_LEAST_STEM:]
    return next((kind for kind, ends in _compounds().items() if stem_end.endswith(ends)), None)


def weigh_heads_abroad(name: Name, lexicon: Lexicon) -> None:
    """Weigh what the first and the last word of a name tell in other languages than English."""
    words = name.words
    if name.entry or name.address:
        return
    if len(words) == 1:
        kind = compound_kind(words[0])
        if kind and not _is_personal(words[0], lexicon) and not lexicon.is_ordinary(words[0].lower()):
            name.add(kind, _WEIGHT)
        return
    if words[0] in _ARTICLES or (words[0] in _ARTICLES_TOO and words[-1].endswith(_OF_A_PLACE)):
        name.add(ORG, _WEIGHT)
        return
    if words[-1].islower() and (opens_body_abroad(words[0]) or words[0].endswith(ADJECTIVES)):
        name.add(ORG, _WEIGHT)  # "Mouvement pour la terre"
        return
    strange = not (_is_personal(words[0], lexicon) or lexicon.is_ordinary(words[0].lower()))
    if strange and words[0].endswith(_ENDS) and (words[0],) not in lexicon.listed:
        name.add(ORG, _WEIGHT)
        return
    named = words[0] in lexicon.first_names
    for word in (words[0], words[-1]):
        kind = _heads().get(word) or compound_kind(word)
        if kind and not _is_personal(word, lexicon) and not (named and len(word) < 7):
            name.add(kind, _WEIGHT)
            return


def _is_personal(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.first_names or word in lexicon.surnames

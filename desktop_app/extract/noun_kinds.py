"""What a noun that a name is called by tells of its type ("brewery": a body)."""

from __future__ import annotations

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.model import EntityType

PERSON, FAC, ORG = EntityType.PERSON, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_NOUNS = (
    ("bodies", ORG),
    ("towns", GPE),
    ("lands", LOC),
    ("buildings", FAC),
    ("events", EVENT),
    ("roles", PERSON),
    ("animals", PERSON),
)
"""Which section of nouns tells which type; the first that holds a noun decides."""


def noun_kind(noun: str, lexicon: Lexicon) -> EntityType | None:
    """Return the type of what a noun in lower case stands for, None where it tells none."""
    return next((kind for section, kind in _NOUNS if noun in lexicon.sections[section]), None)


def singular(noun: str) -> str:
    """Return the singular of a noun ("counties" is "county"), a singular as it is."""
    return f"{noun[:-3]}y" if noun.endswith("ies") else noun.removesuffix("s")


def tell(name: Name, kind: EntityType, weight: float) -> None:
    """Add what a noun tells; what has a noun of a thing is nobody."""
    name.add(kind, weight)
    if kind is not PERSON:
        name.add(PERSON, -3.0)
    if kind is LOC and name.entry is None and name.scores.get(GPE, 0.0) > 0:
        name.add(LOC, 1.5)

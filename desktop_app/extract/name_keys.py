"""What equal names share: a name without its form of address, and its folded key."""

from __future__ import annotations

import re

from desktop_app.extract.cyrillic_stems import cyrillic_stem
from desktop_app.extract.lexicon import Lexicon
from desktop_app.model import EntityType
from desktop_app.text.normalize import fold

ORG = EntityType.ORG
_PLACES = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
_CYRILLIC = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_LEGAL = frozenset(
    {"inc", "ltd", "limited", "llc", "llp", "plc", "corp", "co", "ag", "sa", "nv", "asa", "ab", "gmbh", "spa"}
    | {"oyj", "group", "company", "corporation"}
)
"""What companies' names end in and lose in passing."""


def plain_name(text: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return a surface without form of address and possessive, and that form of address."""
    words = re.sub(r"['’]s$", "", text.strip()).split()
    address = ""
    while len(words) > 1 and lexicon.has("forms of address", words[0]):
        address = words.pop(0)
    return " ".join(words), address


def name_key(name: str, kind: EntityType, lexicon: Lexicon) -> str:
    """Return the form equal names share: folded, without dots, articles and legal suffixes, one spelling."""
    folded = fold(name).replace(".", "").replace("-", " ").strip()
    folded = re.sub(r"\s+", " ", folded).removeprefix("the ")
    if kind in _PLACES or kind is ORG:
        listed = lexicon.spellings.get(folded) or lexicon.spellings.get(fold(name))
        if listed:
            folded = fold(listed)
        entry = lexicon.listed.get(tuple(name.removeprefix("the ").removeprefix("The ").split()))
        if entry and entry[0] is kind:
            shown = lexicon.spellings.get(fold(entry[1]), entry[1])
            return fold(shown)
        upper = lexicon.listed_upper.get(tuple(name.upper().split()))
        entry = lexicon.listed.get(upper) if upper and (name.isupper() or len(name) > 4) else None
        if entry and entry[0] is kind:
            return fold(lexicon.spellings.get(fold(entry[1]), entry[1]))
    if _CYRILLIC.search(folded):
        return " ".join(fold(cyrillic_stem(word)) for word in name.lower().replace("-", " ").split())
    if kind is ORG:
        words = folded.split()
        while len(words) > 1 and words[-1] in _LEGAL:
            words.pop()
        folded = " ".join(words)
    return folded

"""What equal names share: a name without its form of address, and its folded key."""

from __future__ import annotations

import re

from desktop_app.extract.cyrillic_stems import cyrillic_stem
from desktop_app.extract.lexicon import Lexicon
from desktop_app.model import EntityType
from desktop_app.text.normalize import fold, fold_spelling

ORG = EntityType.ORG
_PLACES = frozenset({EntityType.GPE, EntityType.LOC, EntityType.FAC})
_CYRILLIC = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")
_TURNED = re.compile(
    r"(ministry|department|directorate|university|academy|college|institute|museum|theatre|cathedral|abbey|castle|palace|tower|bridge"
    r"|port|bay|gulf|strait|lake|forest|valley|island|isle|battle|siege|treaty|embassy|county|province|district|diocese|parliament"
    r"|parish|festival|observatory|conservatory|chamber)\s(?:of|for)\s(?:the\s)?(.+)"
)
"""Heads that stand on either side of what they are called after: "Castle of Brenna", "Brenna Castle"."""

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
            return turned(fold(lexicon.spellings.get(fold(entry[1]), entry[1])))
        upper = lexicon.listed_upper.get(tuple(name.upper().split()))
        entry = lexicon.listed.get(upper) if upper and (name.isupper() or len(name) > 4) else None
        if entry and entry[0] is kind:
            return turned(fold(lexicon.spellings.get(fold(entry[1]), entry[1])))
    if _CYRILLIC.search(folded):
        return " ".join(fold(cyrillic_stem(word)) for word in name.lower().replace("-", " ").split())
    if kind is ORG:
        words = folded.split()
        while len(words) > 1 and words[-1] in _LEGAL:
            words.pop()
        folded = " ".join(words)
    return turned(folded) if kind in _PLACES or kind in (ORG, EntityType.EVENT) else folded


def turned(folded: str) -> str:
    """Return a folded name in one spelling with its head at the end ("defense ministry")."""
    words = " ".join(fold_spelling(word) for word in folded.split())
    match = _TURNED.fullmatch(words)
    if not match or " of " in match[2]:
        return words
    head, rest = match.groups()
    if head == "ministry":
        rest = rest.removesuffix(" affairs")
    return f"{rest} {head}"

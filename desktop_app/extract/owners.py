"""What 's and s' join to one name: "Queen's College", "Tenants’ Circle", "St Orla’s".

The joiner of capital words (``joins``) asks here behind an apostrophe.
"""

from __future__ import annotations

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import listed_at
from desktop_app.extract.neighbours import adjoining_end, capital_at
from desktop_app.extract.words import Document, Line

COLLECTIVES = frozenset(
    ("People", "Women", "Men", "Children", "Citizen", "Worker", "Farmer", "Nation", "Voter", "Veteran")
)
"""Whose something is in the names of parties and lobbies ("Women's Choice")."""
SAINTS = frozenset(("St", "St.", "Saint"))
"""What stands in front of a saint’s name."""
_STREETS = frozenset(
    ("Road", "Street", "Lane", "Avenue", "Square", "Gate", "Bridge", "Pier", "Wharf", "Quay")
)
_STREETS |= {"Terrace", "Park"}
"""What stands behind the one who owned it ("on Miller's Lane")."""
_AT_SAINTS = frozenset(("at", "to", "from", "outside", "near", "and", "into"))
_OF_HOUSES = frozenset(
    ("gates", "doors", "wards", "steps", "corridors", "grounds", "entrance", "staff", "roof", "pupils")
)
_OF_SAINTS = frozenset(
    ("hospital", "school", "church", "college", "parish", "hospice", "staff", "wards", "pupils")
)
"""What stands in front of and behind a house that is called after a saint."""


def joined_by_possessive(
    document: Document, line: Line, begin: int, place: int, lexicon: Lexicon
) -> int | None:
    """Return the place behind 's and the capital word that it joins, behind 's of a saint's, or None."""
    words = line.words
    before = words[place - 1].text
    if capital_at(line, place + 1):
        behind = words[place + 1].text
        saints = place - 2 >= begin and words[place - 2].text in SAINTS
        if (before, behind) in document.owned or saints:
            return place + 2
        ordinary = before not in lexicon.surnames and (
            lexicon.is_ordinary(before.lower()) or before.endswith(("men", "women", "people"))
        )
        if (before,) not in lexicon.listed and _owned(line, place, lexicon, ordinary=ordinary):
            return place + 2
        if before in COLLECTIVES and place - 1 == begin and _is_cause(behind, lexicon):
            return place + 2
    return place + 1 if _is_saints(line, begin, place, lexicon) else None


def is_owners(line: Line, begin: int, place: int, lexicon: Lexicon) -> bool:
    """Whether an apostrophe behind s joins what many own ("Tenants’ Circle", "Farmers' Hope")."""
    words = line.words
    owners = words[place - 1]
    if words[place].start != owners.end or not owners.text.endswith("s") or not capital_at(line, place + 1):
        return False
    behind = words[place + 1].text
    plain = lexicon.is_ordinary(owners.text.lower()) and not owners.first
    if plain or lexicon.has("organisation heads", behind):
        return True
    return owners.text[:-1] in COLLECTIVES and place - 1 == begin and _is_cause(behind, lexicon)


def _is_cause(word: str, lexicon: Lexicon) -> bool:
    """Whether a plain noun has its capital because it is part of a name ("Dawn" in "People's Dawn")."""
    if not word.istitle() or not lexicon.is_ordinary(word.lower()) or (word,) in lexicon.listed:
        return False
    return not any(lexicon.has(kind, word) for kind in ("titles", "offices with a field", "works"))


def _is_saints(line: Line, begin: int, place: int, lexicon: Lexicon) -> bool:
    """Whether a saint's name with 's is a hospital's, school's or church's ("at St Orla’s")."""
    words = line.words
    if place - begin != 2 or words[begin].text not in SAINTS or listed_at(line, begin, lexicon):
        return False
    before = words[begin - 1].text.lower() if begin else ""
    if before == "of" and begin > 1 and words[begin - 2].text in _OF_HOUSES:
        return True  # "at the gates of St Orla’s"
    behind = words[place + 1].text if place + 1 < len(words) else ""
    return before in _AT_SAINTS or (behind in _OF_SAINTS and before not in ("of", "in"))


def _owned(line: Line, place: int, lexicon: Lexicon, *, ordinary: bool) -> bool:
    """Whether what stands behind 's makes one name with what stands before ("Queen's College")."""
    words = line.words
    end = adjoining_end(line, place + 1)
    last = words[end - 1].text
    if lexicon.has("owned heads", last):
        return ordinary or end - place == 2
    if ordinary and end - place == 2 and last in _STREETS:
        return True  # "on Miller's Lane"
    return ordinary and any(
        lexicon.has(heads, last) for heads in ("organisation heads", "event heads", "connector heads")
    )

"""The heads of names of several words: the noun at the end, before "of" or at the opening ("Tarrow Bank")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.listings import UNITED
from desktop_app.extract.name import POSSESSIVES, Name
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

PERSON, FAC, ORG = EntityType.PERSON, EntityType.FAC, EntityType.ORG
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_MEETING_OF = frozenset({"International", "World", "European", "Annual", "Asian", "African", "Global"})
_FORCES = frozenset({"Air", "Naval", "Army", "Space", "Submarine", "Coastguard"})
_GROUNDS = frozenset({"Station", "Base", "Field", "Depot", "Barracks"})
MEETINGS = frozenset({"Summit", "Dialogue", "Congress", "Conference", "Symposium", "Convention", "Forum"})
_JOURNALS = frozenset(
    ("Nature", "Science", "Current", "Cell", "Scientific", "Physical", "Communications", "Frontiers")
)
_SCIENCES = frozenset(
    (
        *("Biology", "Geoscience", "Medicine", "Physics", "Chemistry", "Astronomy", "Ecology", "Genetics"),
        *("Neuroscience", "Energy", "Climate", "Materials", "Metabolism"),
        *("Communications", "Reports", "Advances", "Letters"),
    )
)
"""The first and the last words of journals."""
_TOLD_APART = frozenset({"Line", "Platform", "Pier", "Gate"})
"""What is built and told apart by a number or letter."""
_KEPT = frozenset({"Reserve", "Reserves", "Sanctuary", "Refuge"})
_KEPT_FOR = frozenset(
    ("National", "Nature", "Game", "Forest", "Wildlife", "Marine", "Biosphere", "Natural", "Bird", "Elephant")
) | frozenset(("Tiger", "Gorilla", "Ecological", "Hunting", "Conservation", "Communal", "Indigenous"))
"""What lands are kept for ("Orlan Game Reserve")."""
_RACES = frozenset({"Tour", "Giro", "Vuelta", "Rally", "Festival", "Massacre"})
_DIRECTIONS = frozenset({"Western", "Eastern", "Northern", "Southern", "Central", "Upper", "Lower"}) | {
    f"{pole}-{side}" for pole in ("North", "South") for side in ("east", "west", "East", "West")
}
_SIDES = frozenset({"North", "South", "East", "West"}) | (_DIRECTIONS - {"Upper", "Lower"})
"""What stands in front of a town's or a state's name in that of a part of it."""
_AREAS = frozenset(("Heritage", "Conservation", "Protected", "Wilderness", "Recreation", "Marine", "Bay"))
_LANDS_OF = frozenset(
    (
        "Horn",
        "Sound",
        "Sund",
        "Mull",
        "Bight",
        "Rock",
        "Gap",
        "Plains",
        "Forest",
        "Mountains",
        "Hills",
        "Valley",
        "Vale",
    )
) | frozenset(("Heights", "Firth", "Island", "Islands", "Isle", "Isles"))
"""Lands by what stands behind "of" ("Horn of Orlan")."""
_SERVED = frozenset(
    (
        "School",
        "Drainage",
        "Irrigation",
        "Water",
        "Fire",
        "Utility",
        "Hospital",
        "Transit",
        "Sanitation",
        "Levee",
    )
)
"""What districts are there for that are bodies."""
_AROUND = frozenset({"Metro", "Greater", "Metropolitan", "Inner"})
_HEADS = ((FAC, "facility heads"), (LOC, "place heads"), (ORG, "organisation heads"))
_LONGEST = 40
"""No name has more words; a longer run of capitals is a list without commas."""


def weigh_heads(name: Name, last: str, lexicon: Lexicon) -> None:
    """Weigh the noun that a name of several words ends with, or that "of" follows, or else its opening.

    ``last`` is its end without figures.
    """
    words, first, has = name.words, name.words[0], lexicon.has
    if last in POSSESSIVES and len(words) == 3:
        name.add(ORG, 8.0)  # "St Orla’s", a hospital or a school
    openings = _openings(words)
    if last == "Central" and any(word in POSSESSIVES or word.endswith(("’", "'")) for word in words):
        name.add(ORG, 7.0)  # "Miners’ Central", of unions
    elif any(has("connector heads", word) for word in openings):
        _weigh_connected(name, next(word for word in words if word in openings), lexicon)
    elif len(words) == 2 and first in _TOLD_APART and (words[-1].isdigit() or len(words[-1]) == 1):
        name.add(FAC, 6.0)  # "on Line 2"
    elif part := _part_of_place(words, last, lexicon):
        name.add(*part)
    elif has("facility heads", f"{words[-2]} {last}"):
        name.add(FAC, 6.5)
    elif (last in _KEPT and words[-2] in _KEPT_FOR) or (last == "Run" and first == "Great"):
        name.add(LOC if last in _KEPT else EVENT, 6.5)
    elif first in _JOURNALS and last in _SCIENCES:
        name.add(ORG, 7.0)  # "Nature Geoscience"
    elif has("legal suffixes", last) or (first in UNITED and "and" in words):
        name.add(ORG, 6.0)
    elif last == "House" and first not in lexicon.first_names and not has("soft openers", first):
        name.doubtful = True  # "near Tolbooth House"; "Orlan House said" is a publisher
        name.add(FAC, 2.5)
    elif len(words) == 2 and has("surname heads", last) and first in lexicon.first_names:
        name.doubtful = True  # "Alan Weir" or "Preston Park"
        name.add(next((kind for kind, section in _HEADS if has(section, last)), PERSON), 2.5)
    elif has("works", last) and last not in ("Law", "Code"):
        name.add(EVENT, 3.0)
    elif has("event heads", last) or (has("storms", words[-2]) and not has("organisation heads", last)):
        name.add(EVENT, 6.5)
    elif has("country openers", first) and lexicon.is_country(lexicon.listed.get(words[1:], (GPE, ""))[1]):
        name.add(ORG, 6.0)
    elif has("facility heads", last) or (words[1] in _GROUNDS and first in _FORCES):
        name.add(FAC, 6.0)
    elif last == "Area" and words[-2] in _AREAS:
        name.add(LOC, 7.5)
    elif last in ("District", "Authority") and words[-2] in _SERVED:
        name.add(ORG, 7.0)  # "Orlan Drainage District"
    elif has("place heads", last) and not has("organisation heads", last):
        # Many towns are called after brooks and hills.
        name.add(GPE if has("political places", last) else LOC, 3.0 if has("town heads", last) else 6.0)
    elif has("organisation heads", last):
        name.add(ORG, 6.0)
    else:
        _weigh_opener(name, last, lexicon)


def _weigh_opener(name: Name, last: str, lexicon: Lexicon) -> None:
    """Weigh the word that a name of several words opens with where no noun in it tells its type."""
    words, first, has = name.words, name.words[0], lexicon.has
    if has("facility openers", first):
        name.add(FAC, 5.0)
    elif has("place openers", first):
        given = first in lexicon.first_names and len(words) == 2  # "Isla Tarrow", but "Monte Lisera"
        name.add(LOC, 3.2 if given else 5.0)
    elif has("organisation openers", first):
        name.add(ORG, 6.5 if has("particles", words[1]) else 4.0)  # "Universidad de Orlo"
    elif has("town openers", first):
        name.add(GPE, 2.5)
    elif lexicon.listed.get((first,), (GPE, ""))[0] is ORG and first not in lexicon.first_names:
        person = len(words) == 2 and (last in lexicon.surnames or last in lexicon.first_names)
        name.add(ORG, 0.5 if person else 1.5 if first in lexicon.surnames else 3.0)  # "Ford Pierce"
    elif has("event openers", first):
        name.add(EVENT, 5.0)


def _openings(words: Sequence[str]) -> set[str]:
    """Return the words of a name in front of "of" and "for", and the meetings in front of "on"."""
    return {
        word
        for word, follows in pairwise(words)
        if follows in ("of", "for") or (follows == "on" and word in MEETINGS)
    }


def _part_of_place(words: Sequence[str], last: str, lexicon: Lexicon) -> tuple[EntityType, float] | None:
    """Return the type and weight of what is named as a part of a place or what lies around it, or None."""
    first, whole = words[0], lexicon.listed.get(tuple(words[1:]), (ORG, ""))[0]
    if first in _DIRECTIONS and whole in (GPE, LOC):
        return LOC, 5.0
    if len(words) == 2 and first in _SIDES and last == "Antarctica":
        return LOC, 5.0  # "West Antarctica"
    if len(words) == 2 and first in _SIDES and _is_town(last, lexicon):
        return LOC, 7.5  # "South Leeds"
    return (GPE, 5.0) if first in _AROUND and whole is GPE else None  # "Metro Manila"


def _is_town(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a listed town or part of a country, and no country."""
    kind, shown = lexicon.listed.get((word,), (ORG, ""))
    return kind is GPE and not lexicon.is_country(shown)


def _weigh_connected(name: Name, head: str, lexicon: Lexicon) -> None:
    """Weigh the noun that "of", "for" or "on" follows in a name ("Bank of Tarrow")."""
    if (name.words[0] in _MEETING_OF or "on" in name.words) and head in MEETINGS:
        name.add(EVENT, 6.5)
    elif lexicon.has("event openers", head) or head in _RACES:
        name.add(EVENT, 6.0)
    elif head == "Courts" or lexicon.has("facility heads", head):
        name.add(FAC, 5.0)
    elif (
        head in _LANDS_OF
        or lexicon.has("place openers", head)
        or (lexicon.has("place heads", head) and not lexicon.has("organisation heads", head))
    ):
        name.add(GPE if head in ("City", "State", "Province", "Republic", "Kingdom") else LOC, 6.0)
    elif head in ("Republic", "Kingdom", "States", "City", "County", "Principality", "Duchy"):
        name.add(GPE, 6.0)
    else:
        name.add(ORG, 6.0)


def is_headed(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether some words end in, or hold before "of", the head of an organisation, place or event.

    The words are ``first``..``last`` (exclusive) of a line.
    """
    words = line.words
    end = words[last - 1].text
    for heads in ("organisation heads", "event heads", "legal suffixes", "place heads"):
        if lexicon.has(heads, end):
            own, follows = words[first].text, words[min(first + 1, last - 1)].text
            plain = (
                last - first > 2 and lexicon.is_ordinary(own.lower()) and lexicon.is_ordinary(follows.lower())
            )
            placed = lexicon.has("place heads", own) or lexicon.has("led", end)
            return plain or placed or own not in lexicon.first_names
    return any(
        lexicon.has("connector heads", words[place].text) and words[place + 1].text in ("of", "for", "on")
        for place in range(first, min(last - 1, first + _LONGEST))
    )

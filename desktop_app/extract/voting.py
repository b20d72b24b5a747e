"""One type for each name: its own evidence, that of equal strings, and of the longer names it is part of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import ARABIC_ARTICLE, Name
from desktop_app.extract.opinion import Opinions
from desktop_app.extract.words import is_korean_given
from desktop_app.model import EntityType, pulsed

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC
_WATERS = frozenset(
    {"River", "Canal", "Strait", "Desert", "Sea", "Glacier", "Volcano", "Mountains", "Hills", "Forest"}
)
_ISLES = frozenset({"Island", "Isle", "Islet", "Atoll", "River", "Lake"})
_PARTS = frozenset({"Little", "Greater", "Upper", "Lower", "Outer", "Inner", "Mainland", "Old"})
_CIVIC = frozenset(("Council", "Police", "Municipality", "Corporation", "Mayor", "Constabulary"))
"""What towns have, firms never."""
_SCHOOLS = frozenset(("University", "College", "Institute", "Polytechnic", "Academy", "School", "Hospital"))
"""Bodies called after people as often as after towns, and by that name alone ("Orlan", for Orlan College)."""
_HOUSES = frozenset(
    {
        "Monastery",
        "Abbey",
        "Priory",
        "Convent",
        "Cathedral",
        "Prison",
        "Jail",
        "Barracks",
        "Camp",
        "Stadium",
        "Arena",
        "Hotel",
        "Theatre",
        "Theater",
        "Cinema",
        "Casino",
    }
)
"""What stands apart from towns and goes by its name alone ("at Orlan", for Orlan Monastery)."""
_STANDS = 2.0
"""What one mention tells at least that stands as a town does ("in Orlan")."""
_NONE: dict[Any, Any] = {}
_UNKNOWN = 1.0
"""What it weighs that most names that nothing speaks for are people or bodies."""
_SURE_BODY = 2.5
"""Evidence from which on a lone word is a body whatever longer names it opens."""


@dataclass(frozen=True, slots=True)
class _LongNames:
    """What the names of several words lend to shorter ones, in capitals.

    ``persons`` are the surnames of people with a full name, ``surnames`` those of several words ("El
    Amrani"), ``family_first`` those that stand in front of the given name ("Moon Ji-hoon"), ``perhaps`` and
    ``perhaps_surnames`` those of names that are people for want of other evidence;
    ``organisations`` the first words of bodies, or the second behind an opening such
    as "Grupo", ``shortened`` all their beginnings of several words ("Harrow Lane" is Harrow Lane Bakeries);
    ``waters`` the names in front of a river or a range ("the Waldra" is the Waldra River), ``towns`` those in
    front of a town's bodies ("Lunmark Cathedral"), ``given`` the first names of people, ``grounds``
    what stands behind the opening of a building ("Los Robles" is Estadio Los Robles), ``ended`` how much of
    the evidence of a word lies in its end alone ("Tarnham"); ``bodies`` what stands behind the first words of
    bodies; ``schools`` the names in front of a university's or a college's noun, ``houses`` those in front of
    a monastery's or a prison's, ``placed`` the most that one mention tells of a town.
    """

    persons: set[str] = field(default_factory=set)
    surnames: set[str] = field(default_factory=set)
    family_first: set[str] = field(default_factory=set)
    perhaps: set[str] = field(default_factory=set)
    perhaps_surnames: set[str] = field(default_factory=set)
    organisations: set[str] = field(default_factory=set)
    shortened: set[str] = field(default_factory=set)
    waters: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    tails: set[str] = field(default_factory=set)
    grounds: set[str] = field(default_factory=set)
    ended: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    bodies: defaultdict[str, set[tuple[str, ...]]] = field(default_factory=lambda: defaultdict(set))
    schools: set[str] = field(default_factory=set)
    houses: set[str] = field(default_factory=set)
    placed: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))


def vote(names: Sequence[Name], lexicon: Lexicon, opinions: Opinions = _NONE) -> None:
    """Decide each name's type from its own evidence and most of that of equal strings in the document.

    A single word that ends a person's full name follows the person; one that opens or ends a longer
    organisation's name follows the organisation. ``opinions`` is what was learned of names like these, by
    their keys; it is counted once, beside all that the rules have gathered.
    """
    pooled: dict[str, defaultdict[EntityType, float]] = defaultdict(lambda: defaultdict(float))
    for name in pulsed(names):
        if name.settled in (GPE, LOC):
            continue  # "in Dresna" tells nothing of the club Dresna
        for kind, weight in name.scores.items():
            pooled[name.key][kind] += weight - name.shape.get(kind, 0.0)
    _weigh_placed_bodies(names, lexicon)
    _weigh_shortened_bodies(names, pooled, lexicon)
    long = _LongNames()
    for name in pulsed(names):
        long.ended[name.key] += name.ending
        told = name.scores.get(GPE, 0.0) - name.shape.get(GPE, 0.0) - name.ending
        long.placed[name.key] = max(long.placed[name.key], told)
    for name in pulsed(names):
        if len(name.words) > 1:
            share = pooled[name.key]
            _note(long, name, _best(name, share, lexicon, opinions), share, lexicon)
    for name in pulsed(names):
        share = pooled[name.key]
        _follow(name, long, share, lexicon)
        name.kind = name.settled or _best(name, share, lexicon, opinions)


def _weigh_placed_bodies(names: Sequence[Name], lexicon: Lexicon) -> None:
    """Take plain words that hold the name of a place of the document for a body of that place."""
    places = {
        name.text for name in pulsed(names) if len(name.words) == 1 and name.scores.get(GPE, 0.0) >= 2.5
    }
    for name in pulsed(names):
        first = name.words[0]
        unknown = not lexicon.is_ordinary(first.lower()) and not lexicon.has("organisation openers", first)
        personal = name.entry or name.role or "of" in name.words or first in lexicon.first_names or unknown
        if not personal and any(word in places for word in name.words[1:]):
            part = len(name.words) == 2 and first in _PARTS
            name.add(*((LOC, 5.0) if part else (ORG, 2.5)))  # "Little Tavia", but "Clean Rivers Tavia"


def _weigh_shortened_bodies(
    names: Sequence[Name], pooled: dict[str, defaultdict[EntityType, float]], lexicon: Lexicon
) -> None:
    """Take two words for a body where the first alone is one: "Orlan Vest", then "Orlan’s shares".

    People are called by their last word, or by a first name that is known as one.
    """
    lone = {name.words[0]: name.key for name in pulsed(names) if len(name.words) == 1}
    for name in pulsed(names):
        first, last = name.words[0], name.words[-1]
        if len(name.words) != 2 or first not in lone or last in lone or first in lexicon.first_names:
            continue
        share = pooled[lone[first]]
        if not (name.entry or name.role) and share[ORG] >= _SURE_BODY and share[PERSON] <= 0:
            name.add(ORG, 2.0)


def _note(
    long: _LongNames, name: Name, kind: EntityType, share: defaultdict[EntityType, float], lexicon: Lexicon
) -> None:
    """Note what a name of several words lends to shorter ones; ``share`` is the evidence of its equals."""
    if kind is PERSON and len(name.words) in (2, 3) and _is_family_first(name.words, lexicon):
        long.family_first.add(name.words[0].upper())
    if kind is PERSON and share.get(PERSON, 0.0) + name.shape.get(PERSON, 0.0) >= 2.0:
        plain = name.bare or name.words
        long.persons.update({plain[-1].upper(), *([plain[-2].upper()] if len(plain) > 2 else [])})
        if article := ARABIC_ARTICLE.match(plain[-1]):
            long.persons.add(plain[-1][article.end() :].upper())  # "Saadi", of Hamid al-Saadi
        long.given.add(plain[0].upper())
        long.surnames.update(_key_of(plain[count:]) for count in range(1, len(plain) - 1))
    elif kind is PERSON and len(name.words) < 4:
        long.perhaps.add(name.words[-1].upper())
        long.perhaps_surnames.update(_key_of(name.words[count:]) for count in range(1, len(name.words) - 1))
    elif kind is FAC and lexicon.has("facility openers", name.words[0]):
        long.grounds.add(_key_of(name.words[1:]))
    elif (kind is LOC and name.words[-1] in _WATERS) or (len(name.words) == 2 and name.words[-1] == "dam"):
        long.waters.add(_key_of(name.words[:-1]))
    elif kind is LOC and name.words[0] == "River":
        long.waters.add(_key_of(name.words[1:]))
    elif kind is LOC and name.words[0] in _ISLES and name.words[1] == "of":
        long.waters.add(_key_of(name.words[2:]))
    elif kind in (ORG, FAC) and name.words[-1] in _SCHOOLS and not name.entry and len(name.words) < 4:
        long.schools.add(name.words[0].upper())
    elif kind is ORG and len(name.words) == 3 and name.words[:2] == ("University", "of"):
        long.schools.add(name.words[2].upper())
    elif kind is FAC and name.words[-1] in _HOUSES:
        long.houses.add(_key_of(name.words[:-1]))
    elif kind is FAC and name.words[-2] == "Correctional":
        long.houses.add(_key_of(name.words[:-2]))
    elif kind in (ORG, FAC) and not name.entry and lexicon.has("town tails", name.words[-1]):
        long.towns.add(name.words[0].upper())
    elif kind is ORG:
        named_last = len(name.words) == 2 and lexicon.has("organisation openers", name.words[0])
        long.organisations.add(name.words[1 if named_last else 0].upper())  # "Grupo Sorano", "Sorano"
        long.bodies[name.words[0].upper()].add(name.words[1:])
        if len(name.words) == 2 and not lexicon.is_ordinary(name.words[1].lower()):
            long.tails.add(name.words[1].upper())
        long.shortened.update(_key_of(name.words[:count]) for count in range(2, len(name.words)))


def _is_family_first(words: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a full name has the surname in front: "Moon Ji-hoon", "Sun Wenlai"."""
    if words[0] in lexicon.first_names and words[-1] in lexicon.surnames:
        return False
    korean = len(words) == 2 and is_korean_given(words[1], lexicon)
    strange = not any(lexicon.is_ordinary(word.lower()) or word in lexicon.surnames for word in words[1:])
    return korean or (strange and words[0] in lexicon.surnames and words[0] not in lexicon.first_names)


def _follow(name: Name, long: _LongNames, share: defaultdict[EntityType, float], lexicon: Lexicon) -> None:
    """Let a name follow a longer one that it is part of; ``share`` is the evidence of its equals."""
    word = name.words[0].upper()
    if not name.entry and _key_of(name.words) in long.grounds:
        name.add(FAC, 5.0)
    elif len(name.words) > 1:
        if name.key in long.shortened and _may_be_body(name, lexicon):
            name.add(ORG, 7.0)
        elif name.key in long.waters and not name.entry and not name.placed:
            name.add(LOC, 4.0)
        elif name.key in long.surnames and not name.entry:
            name.add(PERSON, 6.0)
        elif name.key in long.perhaps_surnames and not name.entry:
            name.add(PERSON, 2.5)
    elif word in long.family_first and name.entry and name.entry[0] is not NORP and _may_be_person(name):
        name.add(PERSON, 9.5)
    elif _is_country(name):
        if word in long.persons and name.entry and name.entry[0] is GPE and not name.placed:
            name.add(PERSON, 9.5)
    elif word in long.persons:
        name.add(PERSON, 6.0)
    elif name.entry and name.entry[0] is GPE and word in long.perhaps and _speaks(name, share):
        name.add(PERSON, 4.0)  # "Pasig said", behind "the official, Arnel Pasig"
    elif word in long.organisations and name.entry and _acts(name, share):
        name.add(ORG, 7.0)  # "Orlan investors", of Orlan Skyways
    elif _may_follow_body(name, word, long):
        stands = share[GPE] - long.ended[name.key]
        located = (stands >= 1.4 and stands > share[ORG]) or _is_towns(long.bodies[word])
        if name.scores.get(LOC, 0.0) - name.shape.get(LOC, 0.0) < 3.0:  # but "the mouth of the Kenosha"
            name.add(GPE if located else ORG, 4.0)
    elif word in long.houses and not name.entry:
        name.add(*((GPE, 1.5) if long.placed[name.key] >= _STANDS else (FAC, 3.0)))
    elif word in long.schools and not name.entry:
        name.add(*((GPE, 1.5) if long.placed[name.key] >= _STANDS else (ORG, 4.0)))
    elif word in long.waters and not name.entry:
        name.add(LOC, 4.0)
    elif word in long.towns and not name.entry and not lexicon.is_ordinary(word.lower()):
        name.add(GPE, 1.5)
    elif word in long.family_first and not name.entry:
        name.add(PERSON, 6.0)
    elif word in long.tails and not name.entry:
        name.add(ORG, 2.0)  # "Haraka", of Pesa Haraka
    elif word in long.perhaps and not name.entry:
        name.add(PERSON, 2.5)
    elif word in long.given and not name.entry:
        name.add(PERSON, 3.0)  # "Rahim" behind "Rahim Latiff"


def _may_follow_body(name: Name, word: str, long: _LongNames) -> bool:
    """Whether a lone word may stand for a body that it opens: no listed name, no adjective of a people."""
    listed = name.entry is not None and name.entry[0] in (NORP, GPE, PERSON)
    return word in long.organisations and not listed and name.scores.get(NORP, 0.0) < 3.0


def _is_towns(bodies: set[tuple[str, ...]]) -> bool:
    """Whether bodies that open with one word are a town's: several, one of them its council or police."""
    return len(bodies) > 1 and any(_CIVIC.intersection(words) for words in bodies)


def _acts(name: Name, share: defaultdict[EntityType, float]) -> bool:
    """Whether a listed place does or has what bodies do, and no mention of it stands as a place does."""
    placed = name.placed or share[GPE] > 0.0 or share[LOC] > 0.0
    listed = name.entry is not None and name.entry[0] in (GPE, LOC)
    return listed and not placed and share[ORG] >= 1.5


def _speaks(name: Name, share: defaultdict[EntityType, float]) -> bool:
    """Whether the mentions of a listed place do what people do, and none stands as a place does."""
    return share[PERSON] >= 2.0 and share[GPE] <= 0.0 and not name.placed


def _may_be_person(name: Name) -> bool:
    """Whether a listed name stands where a person may ("late, Moon said", but not "in Moon")."""
    return not name.placed or name.scores.get(PERSON, 0.0) > 0.0


def _is_country(name: Name) -> bool:
    return bool(name.entry and (name.entry[0] is NORP or name.scores.get(GPE, 0.0) >= 9.0))


def _may_be_body(name: Name, lexicon: Lexicon) -> bool:
    """Whether a longer body's name may be shortened to this one: it is no person's and no place's."""
    if name.entry or name.placed or name.role or name.address or name.words[0] in lexicon.first_names:
        return False
    if name.scores.get(PERSON, 0.0) - name.shape.get(PERSON, 0.0) >= 2.5:
        return False  # "said Sunder Rao, who founded Sunder Rao Foods"
    if lexicon.has("political places", name.words[-1]):
        return False  # "a Tarn County jury", beside the Tarn County Courier
    return max(name.scores.get(GPE, 0.0), name.scores.get(LOC, 0.0)) < 3.0


def _key_of(words: Sequence[str]) -> str:
    return " ".join(words).upper()


def _best(name: Name, pooled: dict[EntityType, float], lexicon: Lexicon, opinions: Opinions) -> EntityType:
    """Return the type that most speaks for: the rules' evidence and what was learned, added up."""
    scores = _evidence(name, pooled)
    if not scores or max(scores.values()) <= 0.0:
        kind = _without_evidence(name, scores, lexicon)
        scores[kind] = max(scores.get(kind, 0.0), 0.0) + _UNKNOWN
    for kind, weight in opinions.get(name.key, _NONE).items():
        scores[kind] = scores.get(kind, 0.0) + weight
    return max(scores, key=lambda kind: scores[kind])


def _evidence(name: Name, pooled: dict[EntityType, float]) -> dict[EntityType, float]:
    """Return the rules' evidence for a name: its own, most of that of its equals, one sort of place only."""
    scores = dict(name.scores)
    for kind, weight in pooled.items():
        own = name.scores.get(kind, 0.0) - name.shape.get(kind, 0.0)
        others = max(0.0, weight - own) if weight > 0 else weight
        scores[kind] = scores.get(kind, 0.0) + 0.75 * others
    if not scores or max(scores.values()) <= 0.0:
        return scores
    if name.entry and name.entry[0] in (LOC, FAC) and GPE in scores:
        # "in" and "of" go with every place; the list knows which kind it is.
        scores[name.entry[0]] = scores.get(name.entry[0], 0.0) + scores.pop(GPE)
    if GPE in scores and LOC in scores:
        # A place head tells sea from city better than "in" does.
        stronger, weaker = (GPE, LOC) if scores[GPE] >= scores[LOC] else (LOC, GPE)
        scores[stronger] += min(scores.pop(weaker), 2.5)
    return scores


def _without_evidence(name: Name, scores: dict[EntityType, float], lexicon: Lexicon) -> EntityType:
    """Return what a name most likely is that no rule speaks for: a person by its shape, or else a body."""
    plain = [word for word in name.words if not lexicon.has("particles", word)]
    unknown = all(not lexicon.is_ordinary(word.lower()) for word in plain)
    person = len(plain) in (2, 3) and unknown and not plain[-1].isupper() and PERSON not in scores
    return PERSON if person else ORG

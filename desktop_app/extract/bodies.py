"""Bodies that a document knows by their name alone: parties, papers, airlines, armed groups.

What a whole document tells of a name is weighed here in one place: what only bodies have, do and are told by
(``lexicons/bodies.txt``), against what only people are. Each sort of sign counts once, so that a name that is
told of often weighs no more than one that is told of well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from desktop_app.extract.body_signs import Told, read_signs, read_words
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, NORP, ORG = EntityType.PERSON, EntityType.NORP, EntityType.ORG
GPE, LOC, FAC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.FAC, EntityType.EVENT

_SURE = 2.0
"""What more signs of a body must weigh than those of a person or a place."""
_MOST = 6.0
_FESTIVE = 6.0
"""What the noun of an event in a name weighs."""
_VAGUE = {"he or she", "does of a person"}
"""Signs of a person that may be somebody else's ("Orlan said she had been held")."""


def weigh_bodies(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Take names for bodies that the whole document tells of as of bodies.

    ``names`` are weighed; those of listed peoples, events, countries and people stay what they are.
    """
    told: dict[str, Told] = defaultdict(Told)
    for name in pulsed(names):
        own = told[name.key]
        own.names.append(name)
        read_signs(name, document.lines[name.line].text, own, lexicon)
    for own in pulsed(told.values()):
        read_words(own, document, lexicon)
    _weigh_short_forms(told, document, lexicon)
    for own in pulsed(told.values()):
        sure = own.sure()
        if own.body and sure >= _SURE:
            for name in own.names:
                _take(name, own, min(sure, _MOST))
        elif own.person.keys() - _VAGUE and sure < 0.0:
            for name in own.names:
                _give_person(name)
    _weigh_namesakes(told, lexicon)


def _take(name: Name, told: Told, weight: float) -> None:
    """Add the evidence of the whole document, and hold nothing for a person's that bodies do too."""
    if name.entry and name.entry[0] is not ORG:
        return
    if name.shape.get(EVENT, 0.0) >= _FESTIVE and not told.strong():
        return  # "Hotels are full for the Lantern Festival"
    personal = name.shape.get(PERSON, 0.0)
    if not told.said() and name.scores.get(PERSON, 0.0) - personal >= 3.0:
        return  # "said Ada Ndalama, a geologist": what words look like yields to what the text says
    placed = max(name.scores.get(kind, 0.0) for kind in (GPE, LOC, FAC))
    weight = _against_place(name, told, weight) if told.said() or placed <= 1.0 else 0.0
    name.add_to_shape(ORG, weight)
    if "called" in told.body:
        name.add(PERSON, -1.5)
        personal -= 1.5
        name.shape[PERSON] = personal
    if name.scores.get(PERSON, 0.0) > personal:
        name.scores[PERSON] = personal


def _give_person(name: Name) -> None:
    """Hold less for a body's of what people do ("Verde employs 60") or look like ("Ford Pierce")."""
    body, looks = name.scores.get(ORG, 0.0), name.shape.get(ORG, 0.0)
    if body > looks:
        name.scores[ORG] = looks + 0.4 * (body - looks)
    if name.entry is None and 0.0 < looks <= 3.0:
        name.add_to_shape(PERSON, _SURE)


def _against_place(name: Name, told: Told, weight: float) -> float:
    """Return the weight against what a name looks like: what is said makes a hill a firm, but no town."""
    looks = max((GPE, LOC, FAC), key=lambda kind: name.shape.get(kind, 0.0))
    if name.shape.get(looks, 0.0) < 2.5:
        return weight
    sure = told.strong() or (looks is LOC and told.said() >= 2.0)
    return weight + 2.0 if sure and looks is not GPE and not told.places else max(0.0, weight - 2.0)


def _weigh_short_forms(told: dict[str, Told], document: Document, lexicon: Lexicon) -> None:
    """Read how longer names are shortened: those of people to their last word, of bodies to their first."""
    alone: set[str] = set()
    article: set[str] = set()
    for own in pulsed(told.values()):
        for name in own.names:
            if len(name.words) == 1:
                text = document.lines[name.line].text
                (article if text.endswith(("the ", "The "), 0, name.start) else alone).add(name.words[0])
    last: set[str] = set()
    for own in pulsed(told.values()):
        name = own.names[0]
        if not 1 < len(name.words) < 4 or name.entry:
            continue
        plain = name.bare
        if not plain:
            continue  # "Mr Mr"
        placed = plain[-1].upper() in told and told[plain[-1].upper()].places
        if len(plain) > 1 and plain[-1] in article and plain[-1] not in alone:
            if lexicon.has("place openers", plain[0]):
                continue  # "the Orlan", of the River Orlan
            own.body["shortened behind the"] += 1
        elif len(plain) > 1 and plain[-1] in alone and plain[0] not in alone and not placed:
            own.person["shortened to the last word"] += 1
        elif plain[0] in alone and plain[-1] not in alone and not _is_other(told, plain[0], lexicon):
            own.body["shortened to the first word"] += 1
        personal = name.shape.get(PERSON, 0.0) >= 1.5 or own.person
        if personal and len(plain) > 1 and own.sure() < _SURE:
            last.add(plain[-1].upper())
    for word in last & told.keys():
        told[word].person["surname of a full name"] += 1


def _is_other(told: dict[str, Told], word: str, lexicon: Lexicon) -> bool:
    """Whether a lone word is somebody's first name, or a town's that more is called after."""
    own = told.get(word.upper())
    listed = lexicon.listed.get((word,), (ORG, ""))[0] in (GPE, LOC)
    if word in lexicon.first_names:
        return True
    return own is not None and bool(own.places or (listed and own.said() < _SURE))


def _weigh_namesakes(told: dict[str, Told], lexicon: Lexicon) -> None:
    """Settle bodies that are called by one word which is a listed place too ("Deccan" of Deccan Air).

    The document tells the longer name, and the word alone speaks or has what bodies have, and is no place.
    """
    longer = {
        name.words[0]
        for own in told.values()
        for name in own.names[:1]
        if len(name.words) > 1 and _is_body(name)
    }
    for own in pulsed(told.values()):
        name = own.names[0]
        if len(name.words) > 1 or name.text not in longer or own.places or own.person:
            continue
        if name.entry and (name.entry[0] not in (GPE, LOC) or lexicon.is_country(name.entry[1])):
            continue
        if own.said() >= 2.0 or own.speaks:
            for name in own.names:
                name.settled = ORG


def _is_body(name: Name) -> bool:
    body = name.scores.get(ORG, 0.0)
    return body >= 3.0 and body == max(name.scores.values())

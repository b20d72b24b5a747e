"""Names in bylines: who wrote, for whom and where ("By Ann Tarrow and BO FALK, Delta Wire, in Oslo")."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, Kind, pulsed

PERSON, ORG, GPE = EntityType.PERSON, EntityType.ORG, EntityType.GPE

_BY = re.compile(r"\W*(?:(?:words|reporting|story|text|written|pictures?)\s)?by:?\s", re.IGNORECASE)
_JOINED = re.compile(r",?\s(?:and|&|with)\s", re.IGNORECASE)


def weigh_bylines(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Weigh the names of bylines by their order: authors first, then what they work for or where they are."""
    by_line: defaultdict[int, list[Name]] = defaultdict(list)
    for name in pulsed(names):
        if document.lines[name.line].kind is Kind.BYLINE:
            by_line[name.line].append(name)
    for index, told in by_line.items():
        _weigh(told, document.lines[index].text, lexicon)


def _weigh(names: Sequence[Name], text: str, lexicon: Lexicon) -> None:
    opening = text[: names[0].start]
    if opening and not _BY.fullmatch(opening):
        return
    joined = [bool(_JOINED.fullmatch(text, one.end, other.start)) for one, other in pairwise(names)]
    last = max((place + 1 for place, both in enumerate(joined) if both), default=0)
    for place, name in enumerate(names):
        listed = name.entry is not None and name.entry[0] is not PERSON
        headed = max(name.scores.get(ORG, 0.0), name.scores.get(GPE, 0.0)) >= 4.0
        if place <= last and not listed and not headed and len(name.words) > 1:
            name.add(PERSON, 8.0)
        elif place > last and not name.address and not name.scores.get(PERSON, 0.0) >= 4.0:
            _weigh_rest(name, text, lexicon)


def _weigh_rest(name: Name, text: str, lexicon: Lexicon) -> None:
    """Weigh a name behind the authors: a place where the line ends with it or has "in" in front."""
    listed = lexicon.listed.get(lexicon.listed_upper.get(tuple(word.upper() for word in name.words), ()))
    if listed and not name.entry:
        name.entry = listed
        name.add(listed[0], 6.0)
    elif text[: name.start].endswith((" in ", " IN ")):
        name.add(GPE, 4.0)
    elif len(name.words) > 1 and text[: name.start].endswith(", "):
        name.add(ORG, 3.0)

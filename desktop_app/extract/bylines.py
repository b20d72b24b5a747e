"""Lines that tell who wrote a report, where and for whom ("By Ann Tarrow in Lannick")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at, make_name
from desktop_app.extract.words import Line
from desktop_app.model import EntityType, Kind

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC

_LONGEST = 120
_OPENING = re.compile(
    r"\s*(?:(?:EXCLUSIVE|Exclusive|Story|Report|Reporting|Words|Text|Written|Edited)\s)?(?:[Bb]y|BY|From|FROM)\s"
)
_PARTING = re.compile(r"\s*(?P<mark>[,|/•·]|\s[–—-]\s|\s(?:and|AND|&|in|IN|at)\s)\s*")
_PLACED = frozenset(("in", "IN", "at"))
_PAIRED = frozenset(("and", "AND", "&"))
_WRITERS = frozenset(
    ("correspondent", "correspondents", "reporter", "reporters", "editor", "editors", "writer", "writers")
)
_TRADES = _WRITERS | frozenset(
    ("staff", "bureau", "desk", "columnist", "analyst", "agencies", "contributor", "photographer", "service")
)
"""What the last word of a part is that tells no name, unless it is a paper's bureau or a wire service."""
_OWN = frozenset(("our", "a", "an", "the", "staff", "special", "senior", "chief"))
_SURE = 12.0


def byline_names(line: Line, lexicon: Lexicon) -> list[Name] | None:
    """Return the names of a line that tells who wrote, where and for whom; None where it is no such line.

    Every part of it is a person, a place, a body, or what somebody does for a paper.
    """
    text = line.text.rstrip()
    if line.kind is Kind.HEADLINE or len(text) > _LONGEST or text[-1:] in '.!?:;”"':
        return None
    opening = _OPENING.match(text)
    if len(line.words) < 5 and _is_desk(line, lexicon):
        return []
    if not opening and line.kind is not Kind.BYLINE and not re.search(r"[|,]", text):
        return None
    names: list[Name] = []
    persons = 0
    for start, end, mark in _parts(text, opening.end() if opening else 0):
        name = _part(line, start, end, mark, lexicon, first=not persons or mark in _PAIRED)
        if name is None:
            return None
        persons += sum(PERSON in each.scores for each in name)
        names += name
    posted = len(line.words) < 8 and any(word.text.lower() in _WRITERS for word in line.words)
    if not persons and posted and all(name.scores.keys() & {GPE, LOC, NORP} for name in names):
        return names  # "Pensions reporter, OSLO"
    return names if persons and (opening or len(names) > 1 or line.kind is Kind.BYLINE) else None


def _is_desk(line: Line, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but plain words for who writes ("Monitoring Desk", "Our Staff Reporter")."""
    plain = all(
        lexicon.is_ordinary(word.text.lower()) and (word.text,) not in lexicon.listed for word in line.words
    )
    return plain and line.words[-1].text.lower() in _TRADES


def _listed_places(line: Line, places: list[int], lexicon: Lexicon) -> Iterator[Name]:
    """Yield the listed places among the words for what somebody does ("Ireland correspondent")."""
    for place in places:
        listed = listed_at(line, place, lexicon)
        plain = listed and listed[0] == 1 and lexicon.is_ordinary(line.words[place].text.lower())
        word = line.words[place].text
        if not listed and place < places[-1] and word[:1].isupper() and not lexicon.is_ordinary(word.lower()):
            yield make_name(line, place, place + 1)
            return
        if listed and not plain and listed[1][0] in (GPE, LOC, NORP) and place + listed[0] <= places[-1]:
            name = make_name(line, place, place + listed[0], listed[1])
            name.add(listed[1][0], _SURE)
            yield name
            return


def _parts(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    """Yield where the parts of the line stand, each with what parts it from the one before."""
    mark = ""
    for parting in _PARTING.finditer(text, start):
        yield start, parting.start(), mark
        start, mark = parting.end(), parting["mark"].strip()
    yield start, len(text), mark


def _part(line: Line, start: int, end: int, mark: str, lexicon: Lexicon, *, first: bool) -> list[Name] | None:
    """Return the name that a part of the line is, none for what somebody does, None where it is neither."""
    places = [place for place, word in enumerate(line.words) if start <= word.start and word.end <= end]
    if not places:
        return None
    words = [line.words[place] for place in places]
    if words[0].text in ("The", "the") and len(words) > 1:
        places, words = places[1:], words[1:]
    last = words[-1].text.lower()
    if last in _TRADES and (
        words[0].text.lower() in _OWN or len(words) == 1 or last not in ("bureau", "service")
    ):
        return list(_listed_places(line, places, lexicon))
    if any(word.blocked for word in words):
        return [] if not first else None
    if not all(word.capital or lexicon.has("inner particles", word.text) for word in words):
        return None
    name = make_name(line, places[0], places[-1] + 1)
    kind = _kind(name, lexicon, placed=mark in _PLACED, first=first)
    if kind is None:
        return None
    name.add(kind, _SURE)
    name.settled = kind
    return [name]


def _kind(name: Name, lexicon: Lexicon, *, placed: bool, first: bool) -> EntityType | None:
    words = tuple(word.title() if word.isupper() and len(word) > 3 else word for word in name.words)
    listed = lexicon.listed.get(words)
    if listed and listed[0] in (GPE, LOC, FAC, ORG):
        return listed[0]
    last = words[-1]
    if lexicon.has("facility heads", last) and len(words) > 1:
        return FAC
    if placed:
        return GPE
    headed = len(words) > 1 and any(
        lexicon.has(heads, last) for heads in ("organisation heads", "company heads", "legal suffixes")
    )
    if first:
        named = words[0] in lexicon.first_names or last in lexicon.surnames
        strange = not lexicon.is_ordinary(last.lower()) and not lexicon.has("soft openers", words[0])
        return PERSON if 1 < len(words) < 6 and not headed and (named or strange) else None
    if headed or len(words) > 1:
        return ORG
    return None if lexicon.is_ordinary(last.lower()) else GPE

"""Names of text in Cyrillic and Greek letters: capital sequences, lists and titles, whatever the ending."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from desktop_app.extract.cyrillic_stems import cyrillic_stem
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, make_name
from desktop_app.extract.neighbours import spaced
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_sections, split_list

PERSON, FAC, ORG = EntityType.PERSON, EntityType.FAC, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC

_IN_PLACE = frozenset({"в", "во", "из", "під", "у", "з", "В", "Во", "Из", "У"})
_TOWN = re.compile(r"[А-ЯЁІЇЄ][а-яёіїє]{2,}(?:ск|град|город|бург|поль|горск|озёрск)(?:а|е|у|ом)?$")
_SURNAME = re.compile(
    r"[А-ЯЁІЇЄ][а-яёіїє]+(?:ов|ев|ёв|ин|ын|ский|цкий|ской|ова|ева|ёва|ина|ская|цкая|енко|ук|юк|ян|дзе|швили|ович|евич|ых|их)"
    r"(?:а|у|ым|ом|е|ой|ого|ому|ую)?$"
)


_ADJECTIVE = re.compile(
    r"[А-ЯЁІЇЄ][а-яёіїє]{2,}(?:ый|ий|ой|ого|его|ому|ему|ым|им|ом|ем|ая|яя|ую|юю|ое|ее|ые|ие|ых|их)$"
)
_OF_PLACE = re.compile(r"[А-ЯЁ][а-яё]+(?:ск|цк)(?:ий|ого|ому|им|ом|ая|ой|ую|ое)$")
_GENITIVE = re.compile(r"[а-яё]{4,}(?:ей|ов|ев|ий|ия|ики|ства|ости|ения)")

_LISTED = (("countries", GPE), ("cities", GPE), ("locations", LOC), ("organisations", ORG))
"""Which section of the word lists tells which type; the first that holds a name decides."""


def _heads(**kinds: str) -> dict[str, EntityType]:
    return {cyrillic_stem(word): EntityType[kind] for kind, words in kinds.items() for word in words.split()}


_HEADS_BEHIND = _heads(
    LOC="район море озеро океан хребет полуостров остров залив пролив перевал лес канал водохранилище",
    GPE="область край республика округ губерния уезд",
    FAC="проспект улица площадь мост вокзал аэропорт переулок шоссе бульвар набережная парк стадион рынок"
    " дворец собор кладбище тоннель маяк",
    ORG="суд университет институт завод банк агентство академия больница театр музей комбинат союз совет"
    " дума фонд филармония консерватория библиотека",
)
_HEADS_BEFORE = _heads(
    LOC="река озеро гора остров вулкан",
    GPE="город село деревня посёлок станица хутор",
    FAC="проспект улица площадь",
)


@lru_cache(maxsize=1)
def _lists() -> dict[str, dict[str, str] | frozenset[str]]:
    sections = read_sections("names_other_scripts.txt")

    def words(section: str) -> list[str]:
        return [word for line in sections[section] for word in split_list(line)]

    lists: dict[str, dict[str, str] | frozenset[str]] = {}
    for section in ("countries", "cities", "locations", "organisations", "first names"):
        lists[section] = {_stemmed(word): word for word in words(f"cyrillic {section}")}
    lists["titles"] = frozenset(cyrillic_stem(word) for word in words("cyrillic titles"))
    lists["bodies"] = frozenset(words("cyrillic bodies"))
    return lists


def _stemmed(text: str) -> str:
    return " ".join(cyrillic_stem(word.lower()) if len(word) > 3 else word.lower() for word in text.split())


def cyrillic_names(document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names of a document, typed, in reading order, without overlaps.

    A capital at the start of a sentence tells nothing; the word must stand in a list, beside a title or
    occur with a capital elsewhere. The lexicon is not used: its lists are in Latin letters.
    """
    del lexicon
    inside: Counter[str] = Counter()
    for line in document.lines:
        for word in line.words:
            if word.capital and not word.first and len(word.text) > 2:
                inside[_stemmed(word.text)] += 1
    found: list[Name] = []
    for line in document.lines:
        place = 0
        while place < len(line.words):
            name = _name_at(line, place, inside)
            if name is None:
                place += 1
                continue
            found.append(name)
            place = name.last
    _vote(found)
    _quoted_again(found, document)
    found.sort(key=lambda name: (name.line, name.start))
    return [name for name in found if name.kind is not None]


def _name_at(line: Line, place: int, inside: Counter[str]) -> Name | None:
    words, lists = line.words, _lists()
    word = words[place]
    if not word.capital or word.blocked or not word.text[0].isalpha():
        return None
    end = place + 1
    while end < len(words) and end - place < 4 and words[end].capital and spaced(line, end):
        end += 1
    listed = _listed(line, place, end)
    if listed:
        return listed
    before = words[place - 1].text if place else ""
    quoted = _quoted(line, place)
    if quoted and before == "«" and place > 1 and words[place - 2].text in lists["bodies"]:
        return _made(line, place, quoted, ORG, 5.0)
    headed = _headed(line, place, end, before)
    if headed:
        return headed
    first = _stemmed(word.text) in lists["first names"] and len(word.text) > 2
    titled = cyrillic_stem(before.lower()) in lists["titles"] and before.islower()
    if first and end - place > 1:
        return _made(line, place, end, PERSON, 6.0)
    if titled and not word.first:
        return _made(line, place, end, PERSON, 5.0)
    if before in _IN_PLACE and (_TOWN.match(word.text) or inside[_stemmed(word.text)] > 1):
        return _made(line, place, place + 1, GPE, 2.5)
    if _TOWN.match(word.text) and (not word.first or inside[_stemmed(word.text)]):
        return _made(line, place, place + 1, GPE, 2.0)
    if word.text.isupper() and len(word.text) > 1:
        if inside[_stemmed(word.text)] and not all(part.text.isupper() for part in words[place:end]):
            return _made(line, place, place + 1, ORG, 2.0)
        return _made(line, place, place + 1, GPE, 1.5) if _TOWN.match(word.text.title()) else None
    if word.first and not inside[_stemmed(word.text)]:
        return None
    if _SURNAME.match(words[end - 1].text) and end - place <= 3:
        return _made(line, place, end, PERSON, 2.0)
    if end - place == 2 and not word.first:
        return _made(line, place, end, PERSON, 1.0)
    return _made(line, place, end, PERSON, 0.0) if inside[_stemmed(word.text)] > 1 else None


def _listed(line: Line, place: int, end: int) -> Name | None:
    """Return the longest listed country, city, land or body from ``place`` within ``end``, None for none."""
    words, lists = line.words, _lists()
    for stop in range(end, place, -1):
        key = " ".join(_stemmed(part.text) for part in words[place:stop])
        for section, kind in _LISTED:
            if key in lists[section] and (len(key) > 2 or words[place].text.isupper()):
                return _made(line, place, stop, kind, 6.0)
    return None


def _headed(line: Line, place: int, end: int, before: str) -> Name | None:
    """A name with its common noun: "Заречный район", "Северное агентство новостей", "улица Мира"."""
    words = line.words
    lead = _HEADS_BEFORE.get(cyrillic_stem(before.lower())) if before.islower() else None
    personal = _stemmed(words[place].text) in _lists()["first names"] or _SURNAME.match(words[end - 1].text)
    if lead is not None and not words[place].first and not (lead is GPE and personal):
        if lead is not FAC:
            return _made(line, place, place + 1, lead, 5.0)
        people = _lists()["first names"]
        stop = next((at for at in range(place + 1, end) if _stemmed(words[at].text) in people), end)
        return _made(line, place - 1, stop, lead, 5.0)
    word = words[place].text
    inside = not words[place].first or before in ("/", "(", "«")
    adjective = _ADJECTIVE.match(word) and (inside or _OF_PLACE.match(word))
    if not adjective or end - place > 1 or end >= len(words) or not words[end].text.islower():
        return None
    kind = _HEADS_BEHIND.get(cyrillic_stem(words[end].text))
    if kind is None or not spaced(line, end):
        return None
    stop = end + 1
    if kind is ORG and stop < len(words) and _GENITIVE.fullmatch(words[stop].text):
        stop += 1
    return _made(line, place, stop, kind, 5.0)


def _quoted(line: Line, place: int) -> int:
    """Return the place behind the last word of a short name in guillemets that starts at ``place``, or 0."""
    for at in range(place + 1, min(place + 5, len(line.words))):
        if line.words[at].text == "»":
            return at
    return 0


def _quoted_again(found: list[Name], document: Document) -> None:
    """Find bodies again that were once named in guillemets behind their kind, in whatever case."""
    bodies = {
        " ".join(_stemmed(word) for word in name.words): len(name.words)
        for name in found
        if name.kind is ORG and len(name.words) > 1
    }
    if not bodies:
        return
    held = {(name.line, place) for name in found for place in range(name.first, name.last)}
    for line in document.lines:
        for place, word in enumerate(line.words):
            if word.text != "«" or (line.index, place + 1) in held:
                continue
            for length in set(bodies.values()):
                part = line.words[place + 1 : place + 1 + length]
                key = " ".join(_stemmed(inside.text) for inside in part)
                if bodies.get(key) == length:
                    found.append(_made(line, place + 1, place + 1 + length, ORG, 3.0))
                    break


def _made(line: Line, first: int, last: int, kind: EntityType, weight: float) -> Name:
    name = make_name(line, first, last)
    name.kind = kind
    name.add(kind, weight)
    return name


def _vote(names: list[Name]) -> None:
    """Give words of one stem one type; a lone word nothing speaks for is dropped."""
    pooled: dict[str, Counter[EntityType]] = {}
    surnames: set[str] = set()
    for name in names:
        if name.kind is PERSON and len(name.words) > 1 and name.scores[PERSON] >= 2.0:
            surnames.add(_stemmed(name.words[-1]))
        for kind, weight in name.scores.items():
            pooled.setdefault(_stemmed(name.text), Counter())[kind] += int(10 * weight)
    for name in names:
        key = _stemmed(name.text)
        if len(name.words) == 1 and key in surnames:
            name.kind = PERSON
            continue
        kind, weight = pooled[key].most_common(1)[0]
        name.kind = kind if weight > 0 else None

"""Names of German and other text that writes nouns with capitals: lists, titles, first names, endings."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at, make_name
from desktop_app.extract.words import Document, Line, Word
from desktop_app.model import EntityType

PERSON, ORG, GPE = EntityType.PERSON, EntityType.ORG, EntityType.GPE

_TITLE = re.compile(
    r"(?:Alt|Vize|Ex|Ober|Bundes|Landes|Außen|Innen|Finanz|Wirtschafts|Verkehrs|Justiz|Umwelt|Kultus|Gesundheits"
    r"|Verteidigungs|Regierungs|Staats|Minister|Partei|Fraktions|Vorstands|Betriebs|General)*"
    r"(?:[Pp]räsident(?:in)?|[Kk]anzler(?:in)?|[Mm]inister(?:in)?|[Bb]ürgermeister(?:in)?|[Ss]precher(?:in)?|[Cc]hef(?:in)?"
    r"|[Ss]ekretär(?:in)?|[Dd]irektor(?:in)?|[Rr]ichter(?:in)?|[Aa]nw[aä]lt(?:in)?|[Rr]at|[Vv]orsitzende[rn]?|[Tt]rainer(?:in)?"
    r"|[Pp]rofessor(?:in)?|König(?:in)?|Herr(?:n)?|Frau|Papst|Bischof|General|Oberst|Forscher(?:in)?|Historiker(?:in)?"
    r"|Wirt(?:in)?|Lehrer(?:in)?|Bäuerin|Bauer|Geologe|Geologin|Ingenieur(?:in)?|Ökonom(?:in)?)$"
)
_BODY = re.compile(
    r"[A-ZÄÖÜ][\wäöüß]{3,}(?:ministerium|ministeriums|verband|verbands|verbandes|hochschule|bundesamt)$"
)
_SUFFIXES = frozenset({"AG", "GmbH", "SE", "KG", "e.V.", "eG"})
_TOWN = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:burg|dorf|stadt|heim|hausen|ingen|furt|brück|brücken|kirchen|walde|hafen|münde|rode|leben|itz|au)$"
)
_PLACE_LEADS = frozenset({"in", "In", "aus", "Aus", "nach", "bei", "von", "Bei", "Nach"})
_ACRONYM = re.compile(r"[A-ZÄÖÜ]{2,5}$")
_ARTICLES = frozenset(
    re.findall(
        r"\w+",
        "der die das den dem des ein eine einen einem einer eines kein keine keinen im am zum zur vom beim"
        " Der Die Das Den Dem Des Ein Eine Einen Einem Einer Im Am Zum Zur Vom Beim",
    )
)


def german_names(document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names of a document with capital nouns, typed, in reading order, without overlaps."""
    found: list[Name] = []
    for line in document.lines:
        found.extend(_line_names(line, lexicon))
    known: dict[str, EntityType] = {}
    for name in found:
        if name.kind is PERSON and len(name.words) > 1:
            known.setdefault(name.words[-1], PERSON)
        elif len(name.words) == 1 and name.kind is not None and not name.entry:
            known.setdefault(name.text, name.kind)
    for line in document.lines:
        held = {place for name in found if name.line == line.index for place in range(name.first, name.last)}
        for place, word in enumerate(line.words):
            text = word.text.title() if word.text.isupper() and len(word.text) > 4 else word.text
            kind = known.get(text) or known.get(text.removesuffix("s"))
            if place not in held and kind and word.capital and not word.blocked:
                name = make_name(line, place, place + 1)
                name.kind = kind
                name.add(kind, 3.0)
                found.append(name)
    found.sort(key=lambda name: (name.line, name.start))
    return found


def _line_names(line: Line, lexicon: Lexicon) -> list[Name]:
    found: list[Name] = []
    words = line.words
    place = 0
    while place < len(words):
        name = _name_at(line, place, lexicon) if words[place].capital and not words[place].blocked else None
        if name is None:
            place += 1
            continue
        found.append(name)
        place = name.last
    return found


def _name_at(line: Line, place: int, lexicon: Lexicon) -> Name | None:
    words = line.words
    text = words[place].text
    before = words[place - 1].text if place else ""
    run = _run(line, place)
    titled = bool(_TITLE.fullmatch(before)) or lexicon.has("forms of address", before)
    if titled and not _TITLE.fullmatch(text) and text not in _ARTICLES and len(text) > 2:
        return _made(line, place, place + min(run, 3), PERSON, before)
    if text in lexicon.first_names and run > 1 and text not in _ARTICLES:
        follows = words[place + 1].text
        if (follows,) not in lexicon.listed and not _TITLE.fullmatch(follows):
            return _made(line, place, place + min(run, 3), PERSON)
    listed = listed_at(line, place, lexicon)
    if listed:
        length, entry = listed
        common = length == 1 and before in _ARTICLES and entry[0] in (GPE, ORG) and not text.isupper()
        if not common and not (length == 1 and lexicon.is_ordinary(text.lower()) and entry[0] is not GPE):
            name = _made(line, place, place + length, entry[0])
            name.entry = entry
            return name
    if run > 1 and words[place + run - 1].text in _SUFFIXES:
        return _made(line, place, place + run, ORG)
    if _BODY.fullmatch(text):
        return _made(line, place, place + 1, ORG)
    if before in _PLACE_LEADS and _TOWN.fullmatch(text) and run == 1:
        return _made(line, place, place + 1, GPE)
    if _ACRONYM.fullmatch(text) and run == 1 and not line.text.isupper():
        return _made(line, place, place + 1, ORG)
    return None


def _run(line: Line, place: int) -> int:
    """Return how many capital words stand side by side from ``place``, only a space between them."""
    words: list[Word] = line.words
    end = place + 1
    while (
        end < len(words)
        and words[end].capital
        and not words[end].blocked
        and line.text[words[end - 1].end : words[end].start] == " "
    ):
        end += 1
    return end - place


def _made(line: Line, first: int, last: int, kind: EntityType, role: str = "") -> Name:
    name = make_name(line, first, last)
    name.kind = kind
    name.add(kind, 5.0)
    name.role = role
    return name

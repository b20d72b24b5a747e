"""The places and agencies that open a report: "MOSCOW/PARIS (REUTERS) -", "Dresna:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from types import MappingProxyType

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, make_name
from desktop_app.extract.words import DATELINE, DATELINE_REACH, Document, Line
from desktop_app.model import EntityType

_OPENER = re.compile(r"([A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,3}):\s")
_DATED = re.compile(
    r"(?P<places>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,4}),?\s"
    r"(?:\d{4}-\d{2}-\d{2}|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?:,?\s\d{4})?|\d{1,2}/\d{1,2}/\d{2,4})\.?"
)
_SMALL = frozenset(
    ("de", "del", "la", "le", "el", "of", "upon", "on", "sur", "am", "di", "da", "do", "du", "den")
)
PERSON, ORG, GPE, LOC = EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC


def repeated_openers(document: Document) -> set[str]:
    """Return what opens several paragraphs before a colon: the speakers of an interview or transcript."""
    found = Counter(
        match[1] for line in document.lines if (match := _OPENER.match(line.text[:DATELINE_REACH]))
    )
    return {opener for opener, count in found.items() if count > 1}


def _is_label(match: re.Match[str], lexicon: Lexicon, told: Mapping[str, int]) -> bool:
    """Whether plain words in capitals before a colon or dash name a desk or section ("ROWING: ...")."""
    if match["agency"] or match["rest"]:
        return False
    words = re.findall(r"[^\W\d_]{2,}", match["places"])
    if all(lexicon.has("slugs", word.lower()) for word in words):
        return True
    if len(words) > 1 and told.get(" ".join(word.title() for word in words)):
        return False  # "STONE HARBOUR - ", and Stone Harbour in the text
    listed = lexicon.listed_upper.get(tuple(word.upper() for word in words))
    return not listed and all(lexicon.is_ordinary(word.lower()) for word in words)


def dated_names(line: Line) -> list[Name]:
    """Return the places of a line that is nothing but a place in capitals and a day ("OSLO 2020-11-29")."""
    match = _DATED.fullmatch(line.text.strip()) if len(line.text) < DATELINE_REACH else None
    if not match:
        return []
    begin = line.text.index(match["places"])
    end = begin + len(match["places"])
    names: list[Name] = []
    open_at: int | None = None
    for place, word in enumerate([*line.words, None]):
        inside = word is not None and begin <= word.start < end and word.text not in ("/", ",")
        if inside and open_at is None:
            open_at = place
        elif not inside and open_at is not None:
            name = make_name(line, open_at, place)
            name.add(GPE, 9.0)
            name.settled = GPE
            names.append(name)
            open_at = None
    return names


def _openers(line: Line, match: re.Match[str]) -> Iterator[Name]:
    """Yield the names that a dateline joins by strokes ("MOSCOW/PARIS")."""
    for part in re.finditer(r"[^/]+", match["places"]):
        inside = [
            place
            for place, word in enumerate(line.words)
            if match.start("places") + part.start() <= word.start < match.start("places") + part.end()
            and word.text != "/"
        ]
        if not inside or line.words[inside[0]].blocked:
            continue
        while inside and not line.words[inside[-1]].text[0].isalpha():
            inside.pop()
        if inside:
            yield make_name(line, inside[0], inside[-1] + 1)


def _weigh_opener(
    name: Name, line: Line, match: re.Match[str], lexicon: Lexicon, *, speaks: bool, upper: bool
) -> bool:
    """Weigh a name of a dateline, which most often is a place; return whether it is a name at all.

    ``speaks`` tells that it opens several paragraphs, ``upper`` that the dateline is in capitals.
    """
    first = name.words[0]
    upper_key = tuple(word.upper() for word in name.words)
    listed = lexicon.listed.get(name.words) or lexicon.listed.get(lexicon.listed_upper.get(upper_key, ()))
    if listed and listed[0] in (GPE, LOC):
        name.entry = listed
        name.add(listed[0], 9.0)
    elif line.text[match.end() :].lower().startswith(first.lower()):
        name.add(ORG, 6.0)  # a company report opens with the company's name, then begins with it
    elif speaks and not listed:
        name.add(PERSON, 6.0)
    elif lexicon.has("forms of address", first.title()) and len(name.words) > 1:
        name.address = first  # a speaker in a transcript
        name.add(PERSON, 8.0)
    elif first.lower() in lexicon.function_words:
        return False
    elif listed and listed[0] is ORG and not match["agency"]:
        name.entry = listed
        name.add(ORG, 7.0)
    elif upper or match["agency"]:
        name.add(GPE, 6.0)
    elif not lexicon.is_ordinary(first.lower()):
        name.add(GPE, 2.5)
    else:
        return False
    return True


def dateline_names(
    line: Line,
    names: list[Name],
    lexicon: Lexicon,
    speakers: Collection[str] = (),
    told: Mapping[str, int] = MappingProxyType({}),
) -> list[Name]:
    """Make the capital words that open a report places ("MOSCOW/PARIS (REUTERS) -", "Dresna:").

    ``speakers`` open several paragraphs; ``told`` are the capital words that stand together in the text.
    """
    match = DATELINE.match(line.text[:DATELINE_REACH])
    if not match or match.end() > 90:
        return names
    places = match["places"]
    if places.split()[0].lower() in lexicon.function_words and not places.isupper():
        return names
    if any(word[0].islower() and word not in _SMALL for word in re.findall(r"[^\W\d_]{2,}", places)):
        return names  # "Order of play on Friday (from 1000 GMT):"
    if _is_label(match, lexicon, told):
        return [name for name in names if name.start >= match.end("places")]
    upper = sum(part.isupper() for part in re.findall(r"[^\W\d_]{2,}", places))
    words = len(re.findall(r"[^\W\d_]{2,}", places))
    if not upper and not match["agency"]:
        simple = line.text[match.end("places")] == ":" and words <= 3
        if not simple or not all(part[0].isupper() for part in places.split()):
            return names
    if words > 6:
        return names
    kept: list[Name] = [name for name in names if name.start >= match.end("places")]
    made = [
        name
        for name in _openers(line, match)
        if _weigh_opener(name, line, match, lexicon, speaks=places.strip() in speakers, upper=upper > 0)
    ]
    if match["agency"]:
        start, end = match.span("agency")
        within = [place for place, word in enumerate(line.words) if start <= word.start < end]
        kept = [name for name in kept if name.end <= start or name.start >= end]
        short = len(within) == 1 and line.words[within[0]].text.isalpha() and len(match["agency"]) < 6
        if within and (line.words[within[0]].capital or short):  # "(dpa)"
            agency = make_name(line, within[0], within[-1] + 1)
            agency.add(ORG, 8.0)
            made.append(agency)
    return made + kept

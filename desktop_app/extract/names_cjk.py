"""Names of Chinese and Japanese text: listed places and bodies, people beside a title or a word of speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_sections, split_list

PERSON, FAC, ORG = EntityType.PERSON, EntityType.FAC, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC
_HAN = "\u4e00-\u9fff"
_SMALL = "在据和与由对向从到是这那该本全各两有为被把将"
_GOES_ON = "已将就从和与及是曾因被把向等为不正还都又再于到了的去来在对则也"
_STATION = re.compile(
    rf"(?:^|(?<=[，。、；：？！“”（）]|[在住从到经至往自])|(?<=驶入|抵达|离开|途经|前往))"
    rf"(?![{_SMALL}车网电本全一各每终])((?:(?![在住从到经至往自入达开])[{_HAN}]){{2,4}}?)(?:火车|地铁)?站(?=[附旁门口的和与等出，。、；）]|$)"
)
_CITY = re.compile(
    rf"(?:^|(?<=[，。、；：“”（）在据和与由对向从到是]))(?![{_SMALL}])([{_HAN}]{{2,3}}?)[市省县](?![民长场区政内中])"
)


@lru_cache(maxsize=1)
def _patterns() -> tuple[dict[str, EntityType], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    sections = read_sections("names_other_scripts.txt")

    def words(section: str) -> list[str]:
        return [word for line in sections[f"cjk {section}"] for word in split_list(line)]

    def either(section: str) -> str:
        return "|".join(re.escape(word) for word in sorted(words(section), key=len, reverse=True))

    listed = dict.fromkeys([*words("countries"), *words("cities")], GPE)
    listed |= dict.fromkeys(words("locations"), LOC) | dict.fromkeys(words("organisations"), ORG)
    anything = "|".join(re.escape(word) for word in sorted(listed, key=len, reverse=True))
    surname = f"[{''.join(words('surnames'))}]"
    edge = r"(?:^|(?<=[，。、；：？！“”（）《》「」\s\n]))"
    person = re.compile(
        rf"(?:{either('titles')})\s?(?P<titled>{surname}[{_HAN}]{{1,2}}?)(?={either('speech')}|[{_GOES_ON}]|[，、：（）。\s周今昨明]|$)"
        rf"|{edge}(?P<said>{surname}[{_HAN}]{{1,2}}?)(?=(?:{either('speech')})(?!的))"
    )
    body = re.compile(
        rf"(?:{edge}|(?<=[在据和与由对向从到是的了]))(?P<body>(?![{_SMALL}])[{_HAN}]{{2,5}}?(?:{either('bodies')}))(?![{_HAN}]?的?人)"
    )
    return listed, re.compile(anything), person, body


def cjk_names(document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names of a document, typed, in reading order, without overlaps.

    What is found once beside a title or cue is found wherever it occurs. The lexicon is not used.
    """
    del lexicon
    listed, places, person, body = _patterns()
    known: dict[str, EntityType] = {}
    for line in document.lines:
        for match in body.finditer(line.text):
            known.setdefault(match["body"], ORG)
        for match in _STATION.finditer(line.text):
            known.setdefault(match[0], FAC)
            known.setdefault(match[1], FAC)
        for match in _CITY.finditer(line.text):
            known.setdefault(match[1], GPE)
        for match in person.finditer(line.text):
            known.setdefault(match["titled"] or match["said"], PERSON)
    openings = Counter(text[:2] for text, kind in known.items() if kind is ORG)
    for opening, count in openings.items():
        if count > 1 and opening not in listed:
            known.setdefault(opening, GPE)  # several bodies called after one place
    known = {
        text: kind
        for text, kind in known.items()
        if text not in listed
        and not (kind is PERSON and any(text in other for other in known if other != text))
    }
    own = sorted(known, key=len, reverse=True)
    pattern = re.compile("|".join([*(re.escape(word) for word in own), places.pattern]))
    kinds = listed | known
    found: list[Name] = []
    for line in document.lines:
        starts = [word.start for word in line.words]
        found += [
            _made(line, starts, match.start(), match.end(), kinds[match[0]])
            for match in pattern.finditer(line.text)
        ]
    return found


def _made(line: Line, starts: list[int], start: int, end: int, kind: EntityType) -> Name:
    first = bisect_left(starts, start)
    last = max(first + 1, bisect_left(starts, end))
    text = line.text[start:end]
    name = Name(line.index, first, last, start, end, text, (text,))
    name.kind = kind
    name.add(kind, 5.0)
    return name

"""Evidence from the whole document: who is introduced, what stands in one list, which cities are clubs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC

_LISTED_GAP = re.compile(r"(?:,? (?:and|or) |, |/)(?:the )?")
_AGE_OR_WHO = 2.5
"""What an age or "who" weighs: enough to take a lone surname for a person."""

_SPORT_WORDS = re.compile(
    r"\b(?:season|match|matches|goals?|goalless|penalty|coach|striker|midfielder|defender|goalkeeper|winger|league|innings"
    r"|inning|quarterback|playoffs?|wickets?|tournament|fixture|semi-?finals?|quarter-?finals?|half-?time|touchdowns?"
    r"|referee|derby|relegation|header|equali[sz]er|substitute|home\sruns?|homered|rebounds|tries|scrum|overtime|shootout"
    r"|kick-?off|standings|on\sloan|second\shalf|first\shalf|stoppage\stime|unbeaten|draft|pitcher|batsman|tackle)\b"
)
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_CLUB_BEFORE = re.compile(
    r"\b(?:beat|beats|beating|defeated|defeats|defeating|thrashed|edged|edge|stunned|over|against|v|vs|face|faces|facing|host|hosts"
    r"|hosted|visits?|past|joined|joins|joining|left|leaves|from|at|sign|signs|loan\sto|move\sto|moved\sto|transfer\sto|trip\sto"
    r"|visit\sto|travels?\sto|home\sto|away\sto|lost\sto|lose\sto|defeat\sto|loss\sto|defeat\sby|draw\swith|drew\swith|tied\swith|victory\sat|for"
    r"|coach|striker|midfielder|defender|goalkeeper|captain|manager|champions?|leaders?|rivals?|neighbou?rs?|side|club"
    r"|strugglers|visitors|hosts|with|upset|swept|downed|receive|rout|routed|hold\soff|held\soff|traded\swith)\s$"
)
_CLUB_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:beat|beats|won|win|wins|lost|lose|loses|drew|draw|scored|led|leads|trail|trailed|trails|plays?|played"
    r"|hosts?|faces?|visits?|visited|finished|tops?|topped|lie|sit|moved|climbed|stay|stayed|remain|remained|manager|coach|striker"
    r"|midfielder|defender|goalkeeper|captain|forward|winger|fans|supporters|players?|fullback|signed|sign|traded"
    r"|advanced|clinched|equalised|equalized|took\sthe\slead|had\staken|were|have|are|routed|rallied|improved|dropped)\b"
    r"|,?\s\d{1,3}(?:[-–]\d|\s[A-Z]|[,;])|,\swho\b|\s\(\d+[-–]\d+"
)
_STAYS_PLACE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|of|city|town)\s$")


def weigh_document(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Add what the names of a document tell of each other; ``names`` are weighed and in reading order."""
    _introductions(names, lexicon)
    if is_sport(document):
        _clubs(names, document, lexicon)
    _lists(names, document)


def is_sport(document: Document) -> bool:
    """Whether a document reports on games: several words of sport, fewer where there is a score."""
    words: set[str] = set()
    scores = 0
    for line in document.lines:
        if len(words) < 6:
            words.update(match[0].lower() for match in _SPORT_WORDS.finditer(line.text))
        scores = scores or len(_SCORE.findall(line.text))
    return len(words) >= (3 if scores else 5)


def _introductions(names: Sequence[Name], lexicon: Lexicon) -> None:
    """Weigh lone words less as people where the document gives people their full names.

    News introduces a person by the full name; a lone unknown word that "said" something and belongs to no
    full name is a company more often than not.
    """
    full: set[str] = set()
    people = 0
    for name in names:
        if len(name.words) > 1 and not name.entry:
            personal = name.scores.get(PERSON, 0.0)
            best = max(name.scores.values(), default=0.0)
            if personal >= best - 0.5 or personal >= 3.0:
                people += personal >= 2.0
                full.update(word.upper() for word in name.words)
        if name.role or name.address:
            full.update(word.upper() for word in name.words)
    if not people:
        return
    for name in names:
        personal = name.scores.get(PERSON, 0.0)
        if len(name.words) > 1 or name.role or name.address or personal <= 0.0:
            continue
        first = name.words[0] in lexicon.first_names
        if name.words[0].upper() not in full and not first:
            name.scores[PERSON] = 0.35 * personal if personal < _AGE_OR_WHO + 2.5 else 0.6 * personal
            name.add(ORG, 0.8)


def _lists(names: Sequence[Name], document: Document) -> None:
    """Let the sure members of a list tell what the unknown ones are ("Zurich, Lemgo and Kells")."""
    decided = [_sure(name) for name in names]
    for order in range(len(names) - 1):
        one, other = names[order], names[order + 1]
        if one.line != other.line:
            continue
        gap = document.lines[one.line].text[one.end : other.start]
        if not _LISTED_GAP.fullmatch(gap):
            continue
        for weak, strong, kind in ((one, other, decided[order + 1]), (other, one, decided[order])):
            if kind is None or _sure(weak) is not None or kind is NORP:
                continue
            if kind is PERSON and len(weak.words) == 1:
                continue
            known_city_behind = gap == ", " and strong is other and kind is GPE
            if max(weak.scores.values(), default=0.0) < 4.0 and not known_city_behind:
                weak.add(kind, 2.0)
            if weak.words and decided[order] is None and weak is one:
                decided[order] = kind if not known_city_behind else None


def _sure(name: Name) -> EntityType | None:
    if not name.scores:
        return None
    kind = max(name.scores, key=lambda kind: name.scores[kind])
    return kind if name.scores[kind] >= 4.0 else None


def _clubs(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Take cities that play, win and sign for clubs; countries play as themselves."""
    playing: dict[str, list[Name]] = {}
    resting: list[Name] = []
    for name in names:
        if name.role or name.address or name.scores.get(PERSON, 0.0) >= 3.0 or len(name.words) > 3:
            continue
        if name.entry and (name.entry[0] not in (GPE, LOC) or lexicon.is_country(name.entry[1])):
            continue
        if name.scores.get(GPE, 0.0) >= 8.5 or (not name.entry and len(name.words) > 1):
            continue
        text = document.lines[name.line].text
        before = text[max(0, name.start - 24) : name.start]
        after = text[name.end : name.end + 24]
        if _STAYS_PLACE.search(before):
            continue
        weight = 0.0
        if _CLUB_BEFORE.search(before):
            weight += 4.0 if not before.endswith((" for ", " with ")) else 2.5
        if _CLUB_BEHIND.match(after):
            weight += 4.0
        if weight:
            place = max(name.scores.get(GPE, 0.0), name.scores.get(LOC, 0.0))
            name.add(ORG, weight + (2.5 if place >= 5.0 else 0.0))
            playing.setdefault(name.text, []).append(name)
        else:
            resting.append(name)
    for name in resting:
        if len(playing.get(name.text, ())) > 1 and not name.placed:
            name.add(ORG, 6.0)

"""Cities that stand for their clubs in reports on games; countries play as themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, ORG, FAC = EntityType.PERSON, EntityType.ORG, EntityType.FAC
GPE, LOC = EntityType.GPE, EntityType.LOC

_SURE_WORDS = re.compile(
    r"\b(?:goalless|striker|midfielder|goalkeeper|goaltender|winger|inning|innings|quarterback|playoffs?|wickets?"
    r"|semi-?finals?|quarter-?finals?|half-?time|touchdowns?|referee|equali[sz]er|home\sruns?|homered|rebounds|scrum"
    r"|shootout|kick-?off|standings|on\sloan|second\shalf|first\shalf|stoppage\stime|unbeaten|pitcher|batsman|bowler|(?:\d(?:st|nd|rd|th)|opening|final|last)\sminute|own\sgoal|clean\ssheet|last\s16|headed\s(?:in|home)"
    r"|three-pointers?|free\sthrows?|penalty\skick|winning\sstreak|peloton|pole\sposition|point\sguard|third\speriod"
    r"|defensive\send|match\spoints?|straight\ssets|top\sseed|relay|youth\steam|caps\sfor|points\sclear|not\sout"
    r"|Bundesliga|Serie\sA|La\sLiga|Ligue\s1|Premier\sLeague|Champions\sLeague|Europa\sLeague|EuroLeague|NBA|NHL|MLB|NFL"
    r"|(?i:handball|basketball|baseball|rugby|cricket|ice\shockey|volleyball|soccer))\b"
)
_LIKELY_WORDS = re.compile(
    r"\b(?:season|match|matches|goals?|penalty|coach|league|tournament|fixture|derby|relegation|header|substitute|tries"
    r"|overtime|draft|tackle|defender|forward|skipper|title|teammates?|semis|leg|set|serve|wins|points|transfer|medical"
    r"|sprint|stage|victory|champions?|squad|captain|fans|(?i:football|hockey|tennis))\b"
)
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_RESULTS = re.compile(r"[A-Z][\w.'’ -]{1,24} \d{1,3}, [A-Z][\w.'’ -]{1,24} \d{1,3}\b")
_ENOUGH = 6
"""A sure word counts 2, a likely one 1, a score 2, a line of results 4."""

_CLUB_BEFORE = re.compile(
    r"\b(?:beat|beats|beating|defeated|defeats|defeating|thrashed|edged|edge|stunned|over|against|v|vs|face|faces|facing|host|hosts"
    r"|hosted|visits?|past|joined|joins|joining|left|leaves|from|at|sign|signs|loan\sto|move\sto|moved\sto|transfer\sto|trip\sto"
    r"|visit\sto|travels?\sto|home\sto|away\sto|lost\sto|lose\sto|defeat\sto|loss\sto|defeat\sby|draw\swith|drew\swith|tied\swith|victory\sat|for"
    r"|coach|striker|midfielder|defender|goalkeeper|captain|manager|champions?|leaders?|rivals?|neighbou?rs?|side|club"
    r"|strugglers|visitors|hosts|with|upset|swept|downed|receive|rout|routed|hold\soff|held\soff|traded\swith|trade\swith"
    r"|meet|meets|play|plays|played|see\soff|saw\soff|sold\sto|led|lifted|put|helped|gave|once\sof|former)\s$"
    r"|\b(?:sold|sells?|loaned|sent|lost)\s[^.;:]{3,40}\sto\s$"
)
_UNSURE_BEFORE = (" for ", " with ", " led ", " put ", " gave ", " former ", " left ", " played ")
_CLUB_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:thrashed|crushed|hammered|edged|stunned|overcame|defeated|held|eased|cruised|snatched|sank|beat|beats|won|win|wins|lost|lose|loses|drew|draw|scored|led|leads|trail|trailed|trails|plays?|played"
    r"|hosts?|faces?|visits?|visited|finished|tops?|topped|lie|sit|moved|climbed|stay|stayed|remain|remained|manager|coach|striker"
    r"|midfielder|defender|goalkeeper|captain|forward|winger|fans|supporters|players?|fullback|signed|sign|signs|traded"
    r"|advanced|clinched|equalised|equalized|took\sthe\slead|had\staken|were|have|are|routed|rallied|improved|dropped"
    r"|want|ask|asked|sold|bought|meet|made\s\d+|declared|wickets?|escaped|snapped|stumble|run\sriot|who\s(?:are|have|were))\b"
    r"|,?\s\d{1,3}(?:[-–]\d|\s[A-Z]|[,;.](?!\d)|\spoints|$)|,\swho\b|\s\(\d+[-–]\d+|\sv\s[A-Z]"
)
_SURELY_PLAYS = re.compile(
    r"\b(?:beat|beats|beating|defeated|thrashed|edged|against|v|vs|face|hosted?|lost\sto|drew\swith|sinks?|sank"
    r"|(?:victory|win|winners|triumph)\s(?:over|against)|defeat\s(?:by|to|against))\s$"
)
_SURELY_PLAYED = re.compile(
    r"(?:['’]s?)?\s(?:beat|won|lost|drew|scored|led|equali[sz]ed|have|goalkeeper|striker|midfielder|defender|captain|coach"
    r"|manager|fans|supporters)\b|,?\s\d{1,2}(?:[-–]\d|,\s[A-Z])"
)
_PEOPLES = frozenset({"Celtic", "Viking", "Corinthians"})
"""Clubs called like peoples, always a club in reports on games."""

_CLUB_TAILS = frozenset(
    {"Town", "City", "County", "Rangers", "United", "Rovers", "Wanderers", "Athletic", "Albion"}
)
"""What clubs are called behind their town; in reports on games the club is meant."""

_STAYS_PLACE = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|of|city|town|born\sat|native\sof)\s$")


def is_sport(document: Document) -> bool:
    """Whether a document reports on games: words of sport, scores and results, weighed together."""
    sure: set[str] = set()
    likely: set[str] = set()
    scored = results = False
    for line in pulsed(document.lines, 4):
        if len(sure) < _ENOUGH:
            sure.update(match[0].lower() for match in _SURE_WORDS.finditer(line.text))
            likely.update(match[0].lower() for match in _LIKELY_WORDS.finditer(line.text))
        scored = scored or bool(_SCORE.search(line.text))
        results = results or len(_RESULTS.findall(line.text)) > 1
    evidence = 2 * len(sure) + min(len(likely), 4) + 2 * scored + 4 * results
    return evidence >= _ENOUGH and (bool(sure) or results)


def weigh_clubs(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Take cities that play, win and sign for clubs, where the document reports on games."""
    if not is_sport(document):
        return
    for name in pulsed(names):
        tail = not name.entry and len(name.words) > 1 and name.words[-1] in _CLUB_TAILS
        if tail and not _STAYS_PLACE.search(document.lines[name.line].text, 0, name.start):
            name.add(ORG, 6.5)
    playing: dict[str, list[Name]] = {}
    clubs: set[str] = set()
    resting: list[Name] = []
    for name in pulsed(names):
        if not _may_be_club(name, lexicon):
            continue
        text = document.lines[name.line].text
        before = text[max(0, name.start - 60) : name.start]
        after = text[name.end : name.end + 24]
        if _STAYS_PLACE.search(before):
            continue
        weight = 0.0
        if _CLUB_BEFORE.search(before):
            weight += 2.5 if before.endswith(_UNSURE_BEFORE) else 4.0
        if _CLUB_BEHIND.match(after):
            weight += 4.0
        if weight and not name.entry and len(name.words) > 1:
            if _SURELY_PLAYS.search(before) or _SURELY_PLAYED.match(after):
                name.add(ORG, 8.0)
                clubs.add(name.text)
        elif weight:
            place = max(name.scores.get(GPE, 0.0), name.scores.get(LOC, 0.0))
            place = 9.0 if name.text in _PEOPLES else place
            name.add(ORG, weight + (7.0 if place >= 8.5 else 2.5 if place >= 5.0 else 0.0))
            playing.setdefault(name.text, []).append(name)
        else:
            resting.append(name)
    for name in names:
        if name.text in clubs and not name.placed and name.scores.get(ORG, 0.0) < 8.0:
            name.add(ORG, 6.5)
    for name in resting:
        if len(playing.get(name.text, ())) > 1 and not name.placed:
            name.add(ORG, 6.0)


def _may_be_club(name: Name, lexicon: Lexicon) -> bool:
    if name.role or name.address or name.scores.get(PERSON, 0.0) >= 3.0 or len(name.words) > 3:
        return False
    if name.text in _PEOPLES:
        return True
    if name.entry and (name.entry[0] not in (GPE, LOC) or lexicon.is_country(name.entry[1])):
        return False
    if not name.entry and len(name.words) > 1:
        # "Grimmel Harbour" may be a club; its own words do not make it one.
        return max(name.scores.get(kind, 0.0) for kind in (GPE, LOC, FAC)) >= 3.0
    return name.scores.get(GPE, 0.0) < 8.5

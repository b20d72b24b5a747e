"""Cities that stand for their clubs in reports on games; countries play as themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.athletes import weigh_lone
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.sports import Report
from desktop_app.extract.words import DATELINE, DATELINE_REACH, Document
from desktop_app.model import EntityType, pulsed

PERSON, NORP, ORG, FAC = EntityType.PERSON, EntityType.NORP, EntityType.ORG, EntityType.FAC
GPE, LOC = EntityType.GPE, EntityType.LOC

_VERBS = (
    r"beat|beats|beating|defeated|defeats|defeating|thrashed|thrashing|edged|edge|edging|stunned|stun|past|upset|swept|sweep|downed"
    r"|down|rout|routed|hold\soff|held\soff|see\soff|saw\soff|thumped|hammered|crushed|crush|outplayed|eliminated|knocked\sout|overcame"
    r"|overcome|blanked|sinks?|sank|shocked|trounced|overpowered|outclassed|dispatched|toppled|eliminating|spoiled|blitzed"
)
_POSITION = (
    r"manager|coach|striker|midfielder|defender|goalkeeper|goaltender|goalie|captain|skipper|forward|winger|wing|fullback|full-back|boss|lock"
    r"|prop|hooker|flanker|flyhalf|fly-half|scrumhalf|scrum-half|centre|center|guard|quarterback|running\sback|receiver|wide\sreceiver"
    r"|linebacker|cornerback|safety|tight\send|end|back|kicker|punter|pitcher|catcher|outfielder|infielder|shortstop|first\sbaseman|slugger|reliever"
    r"|batsman|bowler|all-rounder|opener|seamer|spinner|playmaker|defenseman|right-back|left-back|centre-back|number\seight|rookie|ace"
    r"|fans|supporters|players?|academy|lineup|bench|goal|defence|defense|squad|dugout|attack|midfield|bullpen|locker\sroom|dressing\sroom"
)
_CLUB_BEFORE = re.compile(
    rf"\b(?:{_VERBS}|over|against|v|vs|face|faces|facing|host|hosts|hosted|hosting|visits?|visiting|joined|joins|joining|re-?joined"
    r"|left|leaves|sign|signs|loan\sto|move\sto|moved\sto|transfer\sto|trip\sto|visit\sto|travels?\sto|home\sto|away\sto|lost\sto"
    r"|lose\sto|losing\sto|fell\sto|fall\sto|beaten\sby|defeat\sto|loss\sto|defeat\sby|draw\swith|drew\swith|tied\swith|victory\sat|for"
    r"|coach|striker|midfielder|defender|goalkeeper|captain|manager|champions?|leaders?|rivals?|neighbou?rs?|side|club"
    r"|strugglers|visitors|with|receive|traded\swith|trade\swith|meet|meets|play|plays|played|sold\sto|led|lifted|put|helped"
    r"|gave|give|once\sof|former|at|held|lost\sat|won\sat|drew\sat|through\sto|switch\sto|go\sto|goes\sto|went\sto|lost|sacked\sby"
    r"|signed\sby|fired\sby|ending|kept|keep|leaving|behind|ahead|above|below|than)\s$"
    r"|\b(?:sold|sells?|loaned|lost|traded|shipped|sent|sending|dealt|dealing|return(?:s|ed)?)\s(?:[^.;:]{3,40}\s)?to\s$"
    r"|\b(?:[Ss]ign(?:ed|s)?|[Aa]cquired|[Oo]btained|[Cc]laimed|[Rr]ecalled|signing|joined|joins|arrived|loan|acquired|bought|recalled|moved?|transferred|trade[ds]?"
    r"|switched|pull(?:ed)?\saway|clear|points|recruit(?:ed)?|landed|poached|lured)\b[^.;:]{0,50}\sfrom\s$"
)
_UNSURE = frozenset(
    {
        "for",
        "with",
        "led",
        "put",
        "gave",
        "give",
        "former",
        "left",
        "played",
        "held",
        "lost",
        "kept",
        "keep",
        "leaving",
        "behind",
        "than",
        "at",
        "down",
        "ending",
    }
)
_CLUB_BEHIND = re.compile(
    r"(?:['’]s?)?\s(?:thrashed|crushed|hammered|edged|stunned|overcame|defeated|held|eased|cruised|snatched|sank|beat|beats|beating"
    r"|won|win|wins|lost|lose|loses|drew|draw|scored|led|leads|trail|trailed|trails|plays?|played|hosts?|faces?|visits?"
    r"|visited|finished|tops?|topped|lie|sit|moved|climbed|stay|stayed|remain|remained|fell|fall|"
    rf"{_POSITION}"
    r"|signed|sign|signs|traded|advanced|clinched|equalised|equalized|took\sthe\slead|had\staken|were|have|are|routed|rallied"
    r"|improved|dropped|want|ask|asked|sold|bought|meet|made\s\d+|declared|wickets?|escaped|snapped|stumble|run\sriot"
    r"|who\s(?:are|have|were)|thumped|levelled|leveled|shared|suffered|slipped|went|came|needed|owner|chairman|chief"
    r"|debut|season|victory|defeat|loss|outshot|outscored|survived|scores?|pulled|sacked|appointed|dominated|replied|hung)\b"
    r"|,?\s\d{1,3}(?:[-–]\d|\s[A-Z]|[,;.](?!\d)|\spoints|$)|,\swho\b|\s\(\d+[-–]\d+|\sv\s[A-Z]"
)
_SURELY_PLAYS = re.compile(
    rf"\b(?:{_VERBS}|against|v|vs|face|hosts?|hosted|lost\sto|drew\swith|(?:victory|win|winners|triumph)\s(?:over|against)"
    r"|defeat\s(?:by|to|against))\s(?:the\s)?$"
)
_SURELY_PLAYED = re.compile(
    rf"(?:['’]s?)?\s(?:{_VERBS}|won|lost|drew|scored|led|equali[sz]ed|have|{_POSITION})\b|,?\s\d{{1,2}}(?:[-–]\d|,\s[A-Z])"
)
_PLAYER_NOUN = re.compile(rf"(?:['’]s?)?\s(?:{_POSITION})\b")
_STAYS_PLACE = re.compile(
    r"\b(?:in|In|near|Near|outside|Outside|around|across|via|through|towards?|city|town|village|born\sat|native\sof|inside|throughout"
    r"|north|south|east|west|central|northern|southern|eastern|western|downtown|nearby|greater"
    r"|(?:streets|city|town|port|suburb|outskirts|north|south|east|west|university|people|citizens|mayor|bishop)\sof)"
    r"\s(?:the\s)?$"
)
_OF = re.compile(r"\bof\s$")
_CLUB_OF = re.compile(
    r"\b(?:coach|manager|captain|boss|owners?|chairman|president|goalkeeper|striker|defeat|thrashing|win|rout|demolition"
    r"|elimination|fans|supporters|players|champions|leaders|ahead|clear|short|once|formerly|late|conquerors)\sof\s$"
)
_FROM_OR_TO = re.compile(r"\b(?:[Ff]rom|to)\s$")
_BOUND = re.compile(r"\b(?:bound|headed|heading|departed|set\soff|flight|plane|train)\sfor\s$")
_HOMEWARD = re.compile(
    r"\b(?:go|goes|going|went|gone|comes?|came|flew|fly|headed|heading|back)\s(?:back\s)?home\sto\s$"
)
_REACH = 60
"""How many characters in front of a name are looked at."""
_SCORED_AT = re.compile(
    r"\b(?:wins?|won|lost|lose|loss|losing|draws?|drew|beaten|victory|defeat|points?|leads?|trip|match|game|play(?:ed|s|ing)?"
    r"|held|goals?|level|stalemate|away|thrashing|thrashed|drubbing|are|is|\d{1,3}-\d{1,3})\s(?:[a-z]+\s)?at\s$"
)
_OBJECT_AT = re.compile(
    rf"\b(?:{_VERBS}|against|hosted|with|lost\sto|over|held)\s(?:the\s)?[A-ZÀ-Þ][\w.’'-]*(?:\s[A-ZÀ-Þ][\w.’'-]*){{0,3}}"
    r"(?:\sto\sa)?(?:\s\d{1,3}-\d{1,3})?(?:\s(?:draw|stalemate))?\sat\s$"
)
_AT = re.compile(r"\b[Aa]t\s$")
_CIVIC = re.compile(
    r"-|(?:['’]s)?\s(?:police|mayor|airport|hospital|streets?|stadium|court|council|residents?|authorities|area|suburbs?|derby"
    r"|district|region|province|university|officials|weather|track|circuit|racecourse|pitch|airfield|ring|meeting|natives?"
    r"|boys?|girls?|kids|high\sschool|college|coast|time|Half\sMarathon|on\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s[\w(])\b|,\s(?:in|near)\s"
)
_DETERMINED = re.compile(r"\b(?:[Tt]he|[Aa]n?|another|fellow|other)\s$")
_TOGETHER = re.compile(r"\s(?:and|or)\s|,\s")
_CONTINENTS = frozenset({"Europe", "Asia", "Africa", "America", "Oceania", "North America", "South America"})


def weigh_clubs(names: Sequence[Name], document: Document, lexicon: Lexicon, report: Report) -> None:
    """Take cities that play, win and sign for clubs; ``report`` tells what games the document is about.

    Where clubs play, a city is its club wherever nothing shows that the place is meant.
    """
    _Clubs(names, document, lexicon, report).weigh()


def shortened_clubs(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """Return what the clubs of a document may be shortened to ("United" behind "Dresna United")."""
    found: set[str] = set()
    for sequence in document.sequences:
        words = sequence.split()
        if len(words) > 1:
            found.update(word for word in (words[0], words[-1]) if lexicon.has("club shorts", word))
    return frozenset(found)


def surely_plays(name: Name, document: Document) -> bool:
    """Whether the words beside a name leave no doubt that a team is meant."""
    text = document.lines[name.line].text
    before = text[max(0, name.start - _REACH) : name.start]
    return bool(_SURELY_PLAYS.search(before) or _SURELY_PLAYED.match(text, name.end))


class _Clubs:
    def __init__(self, names: Sequence[Name], document: Document, lexicon: Lexicon, report: Report) -> None:
        self.names = names
        self.document = document
        self.lexicon = lexicon
        self.report = report
        self.people = {name.words[-1] for name in pulsed(names) if _is_person(name)}
        self.playing = {name.text for name in pulsed(names) if name.settled is ORG}

    def weigh(self) -> None:
        resting: list[Name] = []
        meant: Name | None = None
        for place, name in enumerate(pulsed(self.names)):
            if not self.report.clubs_in(name.line) or name.settled:
                continue
            if self._is_club_name(name):
                continue
            if not _may_be_club(name, self.lexicon) and not self._beats_alone(name):
                continue
            text = self.document.lines[name.line].text
            reach = max(0, name.start - _REACH)
            follows = self.names[place + 1] if place + 1 < len(self.names) else None
            short = (
                not name.entry
                and name.text in self.playing
                and not _STAYS_PLACE.search(text, reach, name.start)
            )
            if not short and self._is_meant(name, text, meant, follows):
                meant = name
                if name.entry and name.entry[0] in (GPE, LOC):
                    name.settled = name.entry[0]
            elif not self._weigh(name, text):
                resting.append(name)
        national = len(self.playing) < 2 and self._countries_play() > 1
        for name in resting:
            if national and not name.entry and len(name.words) == 1:
                before = self.document.lines[name.line].text[max(0, name.start - _REACH) : name.start]
                weigh_lone(name, before, self.lexicon)
            listed = name.entry is not None and name.entry[0] is GPE and len(self.playing) > 1
            if name.text in self.playing or (listed and name.text not in self.people):
                name.add(ORG, 1.5 + _placed(name))

    def _beats_alone(self, name: Name) -> bool:
        """Whether a first name, alone or with a city, is a team ("to see off Carolina 31-28")."""
        town = self.lexicon.listed.get(name.words[-1:])
        named = len(name.words) == 1 or (len(name.words) == 2 and town is not None and town[0] is GPE)
        alone = named and not name.entry and not name.role and not name.address
        return alone and name.text not in self.people and surely_plays(name, self.document)

    def _countries_play(self) -> int:
        """Return how many countries the document lets play."""
        return len(
            {
                name.text
                for name in self.names
                if name.entry and self.lexicon.is_country(name.entry[1]) and surely_plays(name, self.document)
            }
        )

    def _is_club_name(self, name: Name) -> bool:
        """Weigh clubs that their own words tell: "Roma", "Dresna Rovers", "Harriers"."""
        text, lexicon = self.document.lines[name.line].text, self.lexicon
        reach = max(0, name.start - _REACH)
        listed = name.entry is not None and name.entry[0] is not ORG
        if lexicon.has("clubs like others", name.text):
            if not _STAYS_PLACE.search(text, reach, name.start) and not _DETERMINED.search(
                text, reach, name.start
            ):
                name.settled = ORG
                self.playing.add(name.text)
            return True
        if listed or name.role or name.address:
            return False
        last = name.words[-1]
        if len(name.words) > 1:
            town = lexicon.listed.get(name.words[:-1], lexicon.listed.get(name.words[:1]))
            animals = (
                town is not None
                and town[0] in (GPE, LOC)
                and last.endswith("s")
                and lexicon.is_ordinary(last.lower())
            )
            if lexicon.has("club tails", last) or (animals and not lexicon.has("event heads", last)):
                if not _STAYS_PLACE.search(text, reach, name.start):
                    name.add(ORG, max(6.5, 1.5 + _placed(name)))
                    self.playing.add(" ".join(name.words[:-1]))
                return True
        elif lexicon.has("club shorts", last) and last in self.document.held:
            name.settled = ORG
            return True
        elif lexicon.has("club nicknames", last) and name.text not in self.people:
            name.add(ORG, 6.0)
            self.playing.add(name.text)
            return True
        return False

    def _weigh(self, name: Name, text: str) -> bool:
        """Weigh what speaks for a club beside a name; tell whether anything does."""
        before, after = text[max(0, name.start - _REACH) : name.start], text[name.end : name.end + 24]
        surely = _SURELY_PLAYS.search(before) or _SURELY_PLAYED.match(after)
        if name.text in self.people and not surely:
            return True
        if not name.entry and len(name.words) > 1 and (surely or _placed(name) < 2.0):
            if surely:
                name.add(ORG, 8.0)
                self.playing.add(name.text)
            return bool(surely)
        found = _CLUB_BEFORE.search(before)
        sure = (found and found[0].strip() not in _UNSURE) or _SCORED_AT.search(before)
        weight = 4.0 if sure else 0.0
        known = bool(sure or surely or name.entry or _placed(name) >= 1.0)
        if _CLUB_BEHIND.match(text, name.end):
            weight += 4.0
        if weight and not known:
            return False  # "Tarvell went", "Tarvell fell": a player as well
        if weight:
            name.add(ORG, weight - 1.0 + _placed(name))
            self.playing.add(name.text)
        return weight > 0.0

    def _is_meant(self, name: Name, text: str, meant: Name | None, follows: Name | None) -> bool:
        """Whether the place is meant: "in Dresna", "the Dresna derby", "Dresna, Tavia", a dateline.

        ``meant`` is the last name that was a place.
        """
        before = text[max(0, name.start - _REACH) : name.start]
        opening = DATELINE.match(text[:DATELINE_REACH])
        if opening and opening.end() <= 90 and name.end <= opening.end():
            return True
        if _STAYS_PLACE.search(before) or _BOUND.search(before) or _CIVIC.match(text, name.end):
            return True
        if _HOMEWARD.search(before) or (_land(name) >= 6.0 and not surely_plays(name, self.document)):
            return True
        if _OF.search(before) and not _CLUB_OF.search(before):
            return True
        if _FROM_OR_TO.search(before) and not _CLUB_BEFORE.search(before):
            return True
        if _DETERMINED.search(before) and re.match(r"\s[a-z]", text[name.end : name.end + 2]):
            return not _PLAYER_NOUN.match(text, name.end)
        if _AT.search(before) and (not _SCORED_AT.search(before) or _OBJECT_AT.search(before)):
            return True
        if self.lexicon.has("states", name.text) and re.search(r"[A-Z][\w.’'-]+,\s$", before):
            return True
        if follows and follows.line == name.line and follows.entry and follows.entry[0] is GPE:
            named = self.lexicon.is_country(follows.entry[1]) or self.lexicon.has("states", follows.text)
            if named and text[name.end : follows.start] == ", ":
                return True
        beside = meant is not None and meant.line == name.line and not _CLUB_BEHIND.match(text, name.end)
        return bool(meant and beside and _TOGETHER.fullmatch(text[meant.end : name.start]))


def _placed(name: Name) -> float:
    """Return what speaks for a place."""
    return max(name.scores.get(kind, 0.0) for kind in (GPE, LOC, FAC))


def _land(name: Name) -> float:
    """Return what the text, and not the name's own words, speaks for an island or another land."""
    return name.scores.get(LOC, 0.0) - name.shape.get(LOC, 0.0)


def _is_person(name: Name) -> bool:
    return len(name.words) > 1 and (bool(name.role) or name.scores.get(PERSON, 0.0) >= 1.5)


def _may_be_club(name: Name, lexicon: Lexicon) -> bool:
    personal = name.scores.get(PERSON, 0.0) >= 3.0 and (
        name.words[0] in lexicon.first_names or len(name.words) < 3
    )
    headed = max(name.shape.get(LOC, 0.0), name.shape.get(FAC, 0.0)) >= 5.0
    if name.role or name.address or (personal and not headed) or len(name.words) > 3:
        return False
    if name.entry and (name.entry[0] not in (GPE, LOC) or lexicon.is_country(name.entry[1])):
        return False
    if name.text in _CONTINENTS or lexicon.has("national sides", name.text):
        return False
    return name.scores.get(GPE, 0.0) < 8.5 or bool(name.entry)

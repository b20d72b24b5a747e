"""People, grounds and countries in reports on games, told by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.sports import Report
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, NORP, ORG, FAC = EntityType.PERSON, EntityType.NORP, EntityType.ORG, EntityType.FAC
GPE, LOC, EVENT = EntityType.GPE, EntityType.LOC, EntityType.EVENT

_FEATS = (
    r"goals?|header|strike|penalt(?:y|ies)|shot|cross|pass|assist|corner|free\skick|free-kick|effort|volley|double|brace|hat-trick"
    r"|try|tries|conversion|innings|century|fifty|catch|interception|touchdown|backhand|forehand|serve|tackle|equali[sz]er|opener"
    r"|knock|spell|half-century|birdie|bogey|eagle|putt|dunk|layup|three-pointer|homer|home\srun|single|save|run|punch"
)
_BY = re.compile(rf"\b(?:{_FEATS})s?\s(?:from|by)\s$", re.IGNORECASE)
_HIS_SIDE = re.compile(r"['’]s\s(?:side|men|charges|troops|players)\b")
_WITH = re.compile(r"\bwith\s$")
_SCORING = re.compile(
    r"\s(?:hitting|scoring|netting|heading|firing|making|adding|getting|striking|grabbing|kicking|converting|tapping"
    r"|wasting|missing|crossing|taking|throwing|blocking|picking|having\sput|on\starget|in\sgoal)\b"
)
_FOUL = re.compile(
    r"\b(?:foul|lunge|tackle|challenge|handball|error|mistake|knockdown|punch)\s(?:on|at|by|from)\s$"
)
_OWN_FEAT = re.compile(rf"['’]s?\s(?:(?:[a-z-]+|\d+\S*)\s){{0,2}}?(?:{_FEATS})\b")
_DID = re.compile(
    r"\s(?:then\s|also\s|had\s|had\salso\s|twice\s)?(?:headed|netted|tapped|curled|converted|slotted|volleyed|nodded|limped|birdied|bogeyed"
    r"|eagled|double-faulted|dribbled|homered|doubled|tripled|singled|walked|rushed\sfor|threw|intercepted|punted|dunked|crossed|parred"
    r"|collided|retired\shurt|stepped\sup|latched|pounced|rifled|lashed|blasted|drilled|bundled|poked|stabbed|skied|blazed|chipped"
    r"|scored\s(?:twice|thrice|his|her|a\shat-trick|the\s(?:opener|winner|equali[sz]er))|levelled\swith\sa"
    r"|restored\sthe\slead|struck\s(?:twice|home)|fouled|dived|saved|hooked|pulled\sup|served|aced|knocked\sdown|floored|outpointed|tweeted|hit\sthe\s(?:post|bar|crossbar|woodwork)"
    r"|was\s(?:sent\soff|booked|shown|substituted|carried|stretchered|caught|bowled|stumped|lbw|run\sout|dropped\sby|cautioned|credited))\b"
)
_GROUND = re.compile(
    r"\b(?:at|inside|under\sthe\slights\sat|left|packed|in\san\sempty|crowd\sat|fans\sat|full)\s(?:the\s|an?\sempty\s)?$"
)
_STADIUM = re.compile(r"\s(?:stadium|arena|racecourse|velodrome|racetrack|cricket\sground|golf\scourse)\b")
_GROUND_BEFORE = re.compile(r"\b(?:[Tt]he|at|outside|inside|near)\s$")
_RACE = re.compile(r"\b(?:Grand Prix|Formula One|MotoGP|[Rr]ally|IndyCar|NASCAR|Formula E|pole position)\b")
_IN_THE = re.compile(r"\b(?:in|at)\sthe\s$")
_TO = re.compile(r"\bto\s$")
_LOST_TO = re.compile(
    r"\b(?:lost|losing|loses?|loss|defeat|fell|falling|second|runner-up|gave|passed|beaten|exit|bowed|succumbed|crosse[ds])"
    r"\s(?:[\w-]+\s){0,3}to\s$"
)
_NOT_OF_PEOPLE = re.compile(
    r"\b(?:at|from|in|near|via|through|around|towards?|between|the|The|of|across)\s(?:the\s)?$"
)
_ON_DAY = re.compile(r"\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_PLAYED_AT = re.compile(r"\d{1,3}-\d{1,3}\sat\s(?:the\s)?$")
_CODE = re.compile(r"[A-Z]{3}")


def weigh_athletes(names: Sequence[Name], document: Document, lexicon: Lexicon, report: Report) -> None:
    """Weigh people by what only people do in games, grounds, and countries in brackets behind a name."""
    people = {name.words[-1] for name in pulsed(names) if len(name.words) > 1}
    races = any(_RACE.search(line.text) for line in document.lines)
    clubs = {name.text for name in pulsed(names) if name.settled is ORG}
    for place, name in enumerate(pulsed(names)):
        if name.settled:
            continue
        text = document.lines[name.line].text
        before = text[max(0, name.start - 40) : name.start]
        if _CODE.fullmatch(name.text) and lexicon.has("country codes", name.text):
            if before.endswith("(") and text[name.end : name.end + 1] in (")", ",", "/"):
                name.settled = GPE
            continue
        known = len(name.words) > 1 or before.endswith("the ")
        if (
            known
            and lexicon.has("grounds", name.words[-1])
            and (_GROUND.search(before) or _IN_THE.search(before))
        ):
            if not name.entry or name.entry[0] is not ORG:
                name.settled = FAC
            continue
        if lexicon.has("national sides", name.text) and name.entry and name.entry[0] is LOC:
            name.settled = GPE
            continue
        if races and lexicon.has("constructors", name.text) and name.text not in people:
            name.settled = ORG
            continue
        body = name.entry is not None and name.entry[0] is ORG
        if not body and _STADIUM.match(text, name.end) and _GROUND_BEFORE.search(before):
            name.settled = FAC
            continue
        if name.text in clubs and not report.clubs:
            name.add(ORG, 8.0)
        if name.text.isupper() and not name.entry and len(name.words) == 1 and before.endswith("the "):
            name.add(ORG, 3.0)  # "in the AFL"
        if name.entry or name.text in clubs or name.text.isupper():
            continue
        follows = names[place + 1] if place + 1 < len(names) else None
        if _plays_alone(name, before, text):
            name.add(PERSON, 3.5)
        elif follows and len(name.words) == 1 and _with_person(name, follows, text, lexicon):
            name.add(PERSON, 2.5)
        elif len(name.words) == 1 and _PLAYED_AT.search(before) and _ON_DAY.match(text, name.end):
            name.add(FAC, 3.5)
        elif len(name.words) == 1 and report.lone and not report.clubs:
            weigh_lone(name, before, lexicon)


def _plays_alone(name: Name, before: str, text: str) -> bool:
    """Whether the words beside a name tell what only a player does or is done to."""
    if _BY.search(before) or _FOUL.search(before):
        return True
    if not name.entry and len(name.words) == 1 and _HIS_SIDE.match(text, name.end):
        return True
    scoring = _WITH.search(before) and _SCORING.match(text, name.end)
    return bool(scoring or _OWN_FEAT.match(text, name.end) or _DID.match(text, name.end))


def _with_person(name: Name, follows: Name, text: str, lexicon: Lexicon) -> bool:
    """Whether "and" ties a name to somebody's full name ("Tarvinho and Manuel Oslin scored")."""
    tied = follows.line == name.line and text[name.end : follows.start] == " and "
    return tied and len(follows.words) > 1 and follows.words[0] in lexicon.first_names


def weigh_lone(name: Name, before: str, lexicon: Lexicon) -> None:
    """Take a lone strange word for a person where people play for themselves."""
    strange = not lexicon.is_ordinary(name.text.lower()) and name.text[1:].islower()
    other = max((weight for kind, weight in name.scores.items() if kind not in (PERSON, ORG)), default=0.0)
    opens = not before.strip() and name.text.endswith("s")
    reached = _TO.search(before) and not _LOST_TO.search(before)
    team = name.scores.get(ORG, 0.0) >= 1.8 and name.scores.get(PERSON, 0.0) <= 0.0  # "his Orlan team"
    if (
        strange
        and not team
        and other < 1.0
        and not opens
        and not reached
        and not _NOT_OF_PEOPLE.search(before)
    ):
        name.add(PERSON, 2.5)

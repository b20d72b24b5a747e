"""Whether a document reports on games, and on which: clubs are told from cities in some only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop_app.extract.words import Document
from desktop_app.model import pulsed

_TEAM_WORDS = re.compile(
    r"\b(?:goalless|striker|midfielder|goalkeeper|goaltender|winger|inning|innings|quarterback|playoffs?|wickets?"
    r"|half-?time|touchdowns?|equali[sz]er|home\sruns?|homered|rebounds|scrum|shootout|kick-?off|standings|on\sloan"
    r"|second\shalf|first\shalf|stoppage\stime|injury\stime|unbeaten|pitcher|batsman|bowler|flyhalf|fly-half|scrumhalf"
    r"|(?:\d(?:st|nd|rd|th)|opening|final|last)\sminute|own\sgoal|clean\ssheet|last\s16|headed\s(?:in|home)"
    r"|three-pointers?|free\sthrows?|penalty\skick|winning\sstreak|point\sguard|third\speriod|power\splay"
    r"|defensive\send|youth\steam|caps\sfor|points\sclear|not\sout|group\sstage|relegation\szone|home\sand\saway"
    r"|Bundesliga|Serie\sA|La\sLiga|LaLiga|Ligue\s1|Premier\sLeague|Champions\sLeague|Europa\sLeague|EuroLeague"
    r"|(?:Goalkeepers?|Defenders|Midfielders|Forwards|Strikers|Substitutes|Batsmen|Bowlers|All-rounders|Pitchers"
    r"|Infielders|Outfielders|Attendance|Halftime|Half-time)(?=\s?:)"
    r"|Eredivisie|Super\sRugby|NBA|NHL|MLB|NFL|MLS|FIFA|UEFA|G-League|WNBA|CAF|CONMEBOL|IPL|Twenty20|T20"
    r"|(?i:handball|basketball|baseball|rugby|cricket|ice\shockey|volleyball|soccer|netball|water\spolo))\b"
)
_LONE_WORDS = re.compile(
    r"\b(?:peloton|pole\sposition|match\spoints?|break\spoints?|straight\ssets|top\sseed|seeded|relay|birdies?|birdied"
    r"|bogeys?|bogeyed|eagled|par-\d+|under\spar|over\spar|tee|fairway|playing\spartner|tiebreak(?:er)?|tie-break(?:er)?"
    r"|double-?faulted|backhand|forehand|ace[ds]?|doubles|singles|wildcard|baseline|heavyweight|middleweight|welterweight"
    r"|lightweight|knockout|(?:first|second|third|final)-round|unanimous\sdecision|bout|breaststroke|backstroke|butterfly|freestyle|medley|podium|slalom"
    r"|super-?G|downhill|biathlon|world\srecord|personal\sbest|javelin|discus|hurdles|marathon|steeplechase|triathlon"
    r"|heptathlon|decathlon|time\strial|stage\swin|yellow\sjersey|pit\sstop|grid|qualifying\ssession|laps|lap\stime"
    r"|safety\scar|Formula\sOne|Grand\sPrix|MotoGP|ATP|WTA|PGA|LPGA|Wimbledon|Roland\sGarros|Davis\sCup"
    r"|grandmaster|(?i:tennis|golf|chess|athletics|cycling|boxing|swimming|skiing|snooker|darts|motor\sracing|rallying|gymnastics|badminton"
    r"|squash|judo|rowing|sailing|figure\sskating|speed\sskating|horse\sracing))\b"
)
_OTHER_WORDS = re.compile(
    r"\b(?:semi-?finals?|quarter-?finals?|referee|(?:\d(?:st|nd|rd|th))\sseed|knockout\sstage)\b"
)
_LIKELY_WORDS = re.compile(
    r"\b(?:season|match|matches|goals?|penalty|coach|league|tournament|fixture|derby|relegation|header|substitute|tries"
    r"|overtime|draft|tackle|defender|forward|skipper|title|teammates?|semis|leg|set|serve|wins|points|transfer|medical"
    r"|sprint|stage|victory|champions?|squad|captain|fans|(?i:football|hockey))\b"
)
_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_TABLE = re.compile(r"[A-Z][\w.'’-]+(?: \([^()]*\))?(?:,? -?\d{1,3}){4,}(?:,|$)")
_RESULTS = re.compile(r"[A-Z][\w.'’ -]{1,24} \d{1,3},? [A-Z][\w.'’ -]{1,24} \d{1,3}\b")
_VERSUS = re.compile(r"^[A-Z][\w.'’ -]{1,24} v [A-Z][\w.'’ -]{1,24}(?: \(|$)")
_ENOUGH = 6
"""A sure word counts 2, a likely one 1, a score 2, a line of results 4."""
_MINUTES = re.compile(r"^(?:Half-?time|Attendance|Missed penalty)\b|\bSummary of\b|\bScorers?:")


@dataclass(frozen=True, slots=True)
class Report:
    """What a report on games is about: clubs play, or people for themselves; with minutes of goals or not."""

    clubs: bool
    lone: bool
    scorers: bool


def plays_in_line(text: str, report: Report) -> bool:
    """Whether clubs play in a line of a report: its own words decide, without any the report does."""
    team, lone = len(_TEAM_WORDS.findall(text)), len(_LONE_WORDS.findall(text))
    return team > lone if team != lone else report.clubs


def read_report(document: Document) -> Report | None:
    """Return what games a document reports on, None where it does not: words of sport and scores weighed."""
    team: set[str] = set()
    lone: set[str] = set()
    other: set[str] = set()
    likely: set[str] = set()
    scored = results = scorers = False
    for line in pulsed(document.lines, 4):
        if len(team) + len(lone) < 12:
            team.update(match[0].lower() for match in _TEAM_WORDS.finditer(line.text))
            lone.update(match[0].lower() for match in _LONE_WORDS.finditer(line.text))
            other.update(match[0].lower() for match in _OTHER_WORDS.finditer(line.text))
            likely.update(match[0].lower() for match in _LIKELY_WORDS.finditer(line.text))
        scored = scored or bool(_SCORE.search(line.text))
        results = (
            results
            or len(_RESULTS.findall(line.text)) > 1
            or bool(_VERSUS.match(line.text) or _TABLE.search(line.text))
        )
        scorers = scorers or bool(_MINUTES.search(line.text))
    sure = len(team) + len(lone) + len(other)
    evidence = 2 * sure + min(len(likely), 4) + 2 * scored + 4 * results
    if evidence < _ENOUGH or not (sure or results):
        return None
    clubs = len(team) + results >= len(lone)
    return Report(clubs, lone=len(lone) > len(team) + results, scorers=scorers)

"""Whether a document reports on games, and on which: clubs are told from cities in some only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from desktop_app.extract.lexicon import load_lexicon
from desktop_app.extract.words import Document, Line
from desktop_app.model import pulsed

# A search goes straight to the letters and figures that a pattern opens with; what must not stand in front of
# them is asked behind.
_FIGURE = re.compile(r"\d")
_SCORE = re.compile(r"\d(?<![\d-]\d)\d{0,2}[-–]\d{1,3}(?![\d-])")
_TABLE = re.compile(r"[A-Z](?<!\w[A-Z])[\w.'’-]{1,30}(?: \([^()]{1,40}\))?(?:,? -?\d{1,3}){4,40}(?:,|$)")
_TIMED = re.compile(
    r"\b[A-ZÀ-Þ][\w.'’-]{1,30} \([A-Z][\w./ -]{1,40}\),?(?: [A-Z][\w&-]{0,20}){0,3} "
    r"(?:[+-]?\d{1,3}[:.]\d|(?:\d{2} ){2}|[67]-\d)"
    r"|\([A-Z][\w./ -]{1,40}\) beat [\d-]{0,4}[A-Z]"
    r"|^\d{1,2}\.? [A-Z][\w.’' -]{1,40} \([A-Z][\w.’' -]{1,40}\) \d{1,3}(?:, |$)"
)
_WON = re.compile(
    r"\b(?:beat|beats|thrashed|edged|won|drew|lost|crushed|defeated|stunned|held)\s"
    r"(?:(?:to|with|the)\s)?(?:[A-ZÀ-Þ][^.;,]{2,40}?\s)?"
    r"\d{1,3}[-–]\d{1,3}(?![\d-])"
)
_RESULTS = re.compile(r"[A-Z][\w.'’ -]{1,24} \d{1,3},? [A-Z][\w.'’ -]{1,24} \d{1,3}\b")
_SCHEDULED = re.compile(
    r"[A-Z][\w.'’ -]{1,24} at [A-Z][\w.'’ -]{1,24}, ?(?:\d{1,2}(?::?\d\d)?(?: [ap]\.m\.?)?|noon|ppd\.?)"
)
_VERSUS = re.compile(r"^[A-Z][\w.'’ -]{1,24} v [A-Z][\w.'’ -]{1,24}(?: \(|$)")
_ENOUGH = 6
"""A sure word counts 2, a likely one 1, a score 2, lines of results or times 4."""
_KINDS = ("team games", "lone games", "games", "perhaps games")
_MINUTES = re.compile(r"(?:Half-?time|Attendance|Missed penalty)\b")
_GOALS = re.compile(r"S(?<!\wS)(?:ummary of\b|corers?:)")


@dataclass(frozen=True, slots=True)
class Report:
    """What a report on games is about: clubs play, or people for themselves; with minutes of goals or not."""

    clubs: bool
    lone: bool
    scorers: bool
    apart: Mapping[int, bool] = field(default_factory=dict)
    """Whether clubs play in the lines, by index, whose own words tell."""

    def clubs_in(self, line: int) -> bool:
        """Whether clubs play in a line: its own words decide, without any the report does."""
        return self.apart.get(line, self.clubs)


def read_report(document: Document) -> Report | None:
    """Return what games a document reports on, None where it does not: words of sport and scores weighed."""
    words: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    apart: dict[int, bool] = {}
    nicked, nicknames = load_lexicon().sections["club nicknames"], set[str]()
    scored = results = scorers = timed = won = False
    for line in pulsed(document.lines, 4):
        told = _found(line)
        if len(nicknames) < 2:
            nicknames.update(word.text for word in line.words if word.text in nicked and not word.first)
        for kind, found in told.items():
            words[kind] |= found
        team, lone = len(told["team games"]), len(told["lone games"])
        if team != lone:
            apart[line.index] = team > lone
        if _FIGURE.search(line.text):
            scored = scored or bool(_SCORE.search(line.text))
            results = results or len(_RESULTS.findall(line.text)) > 1 or bool(_TABLE.search(line.text))
            results = results or bool(_RESULTS.fullmatch(line.text) or _SCHEDULED.fullmatch(line.text))
            won = won or bool(_WON.search(line.text))
            timed = timed or ("(" in line.text and bool(_TIMED.search(line.text)))
        results = results or (" v " in line.text and bool(_VERSUS.match(line.text)))
        scorers = scorers or bool(_MINUTES.match(line.text) or _GOALS.search(line.text))
    team, lone = len(words["team games"]) + (len(nicknames) > 1), len(words["lone games"])
    sure = team + lone + len(words["games"]) + won + (len(nicknames) > 1)
    evidence = 2 * sure + min(len(words["perhaps games"]), 4) + 2 * scored + 4 * (results or timed)
    if evidence < _ENOUGH or not (sure or results or timed):
        return None
    team, lone = team + results, lone + timed
    return Report(team >= lone, lone=lone > team, scorers=scorers, apart=apart)


def _found(line: Line) -> dict[str, set[str]]:
    """Return the words and phrases of sport of a line, by kind."""
    found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    phrases = _phrases()
    words = line.words
    for place, word in enumerate(words):
        opened = phrases.get(word.text.lower())
        if opened is None:
            continue
        for phrase, kind in opened:
            length = len(phrase)
            if length == 1 or phrase == tuple(other.text.lower() for other in words[place : place + length]):
                found[kind].add(" ".join(phrase))
    return found


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Return the phrases of sport with their kinds, by the first word."""
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    lexicon = load_lexicon()
    for kind in _KINDS:
        for phrase in lexicon.sections[kind]:
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, kind))
    return phrases

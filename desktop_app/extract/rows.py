"""Rows of results, tables, line-ups and scoreboards, whose form tells teams from people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.name import Name, listed_at, make_name
from desktop_app.extract.sports import Report
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, pulsed

PERSON, ORG, GPE, LOC = EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC

Found = tuple[int, int, EntityType]
"""Half-open offsets in the line, and PERSON or ORG (a team, which may be a country)."""

_SURE = 14.0
"""What the form of a row weighs: more than lists and neighbours."""
_LONGEST = 1_200
"""No row has more characters."""

_CAPITAL = r"(?:(?:[A-ZÀ-Þ]\.){2,3}|[A-ZÀ-Þ][\w’'&-]*\.?)"
_JOINT = r"(?:(?:de|del|della|di|da|do|dos|van|von|der|den|la|le|el|al|bin|of|du|ten|ter|d[’'])\s){0,2}"
_SMALL = r"(?:(?:van|von|de|del|der|den|di|da|dos|ten|ter|du|le|la|al|el|bin)\s){0,2}"
_NAME = rf"(?:{_CAPITAL}(?:\s(?:&\s)?{_JOINT}{_CAPITAL}){{0,4}}(?:\s0\d)?)"
_SIDE = rf"(?:(?:1\.\s|18\d\d\s)?{_NAME})"
_RANK = r"(?:No\.\s\d{1,2}\s)?"
_WHO = rf"(?:{_SMALL}{_CAPITAL}(?:\s{_SMALL}{_CAPITAL}){{0,4}})"
_NOTE = r"(?:\s?\([^()]*\))?"
_GOALS = r"\d{1,3}(?:/\d{1,2})?(?:\s?\(\d{1,3}\))?"
_PAIR = re.compile(
    rf"{_RANK}(?P<one>{_SIDE}),?\s{_GOALS}{_NOTE}[,;]?\s{_RANK}(?P<two>{_SIDE}),?\s{_GOALS}{_NOTE}"
    rf"|(?P<three>{_SIDE})\s\d{{1,3}}\s?[-–:]\s?\d{{1,3}}\s(?P<four>{_SIDE}){_NOTE}"
)
_FIXTURE = re.compile(
    rf"(?:\(?\d{{4}}\)?\s)?(?P<one>{_SIDE})\s(?P<mark>v|vs\.?|V|at|AT)\s(?P<two>{_SIDE})(?P<rest>\s?[(,]?\s?\d.*|{_NOTE}|,\s[Pp]\w+)"
)
_LABEL = re.compile(r"[A-ZÀ-Þ\d][^:;]{1,60}:\s")
_SENTENCE = re.compile(r"(?<=[\w)][\w)])(?<!\bSt)(?<!\bJr)\.\s+(?=[A-ZÀ-Þ])")
_MINUTE = r"\d{1,3}(?:\+\d{1,2})?['’]?(?:\s?\(?(?:pen|pens|penalty|og|own\sgoal|o\.g\.|p)\b\.?\)?)?"
_SCORER = rf"{_WHO}\s{_MINUTE}(?:,\s?{_MINUTE})*"
_SCORERS = re.compile(rf"(?P<team>{_SIDE})\s(?P<goals>\d{{1,2}})\s(?P<people>{_SCORER}(?:,?\s{_SCORER})*)\.?")
_STANDING = re.compile(
    rf"(?:[=T]*\d{{1,3}}[.)]?\s|-\s)?(?P<team>{_SIDE})(?P<note>\s\([^()]*\))?,?"
    r"(?:(?:\s[+-]?[\d.,:/-]+%?){3,}|\s\d{1,4}\s(?:points?|pts?)\.?)(?:\s[-\w.]{1,6})?"
)
_POINTS = re.compile(rf"(?:and\s)?(?P<team>{_SIDE})(?:\s\([^()]*\))?,?\s\d{{1,4}}(?:\s(?:points?|pts?))?\.?")
_RANKED = re.compile(rf"(?<![\w.,:])\d{{1,3}}[.)]\s?(?P<team>{_SIDE}),?\s[\d:.,+]+")
_BATTED = re.compile(r"\s(?:not\sout|lbw\sb|run\sout|c\s?&\s?b|c|b|st|did\snot\sbat|absent)\b.*\d\*?\.?$")
_DISMISSED = re.compile(
    r"\s(?:lbw\sb|c\s?(?:and|&)\s?b|c\ssub|b|c|st)\s\(?\W?[A-ZÀ-Þ(]|\snot\sout\b|\srun\sout\b"
)
_BOWLED = re.compile(r"[a-zà-ÿ]\s\d{1,2}(?:\.\d)?-\d{1,2}-\d{1,3}-\d{1,2}\b")
_FELL = re.compile(r"\b\d{1,2}-\d{1,3}[ (,]\s?\(?[A-ZÀ-Þ]")
_NUMBERED = re.compile(r"(?<![\d.,:/-])\d{1,3}[\s-]\s?[A-ZÀ-Þ]")
_ITEMS = re.compile(r"\s*[;,]\s*")
_LISTED = re.compile(rf"(?:\d{{1,3}}[-.\s]\s?)?{_WHO}(?:\s?\([^()]*\)|\s\d{{1,3}})*")
_ATHLETE = re.compile(
    rf"(?P<who>{_WHO}(?:\s?/\s?{_WHO})*)\s\((?P<land>[A-ZÀ-Þ][^()\d]{{1,40}})\)"
    rf"(?:,?\s(?P<team>{_SIDE})(?=,?\s[+\d]|$|[.;]))?"
)
_OPENS = re.compile(
    rf"(?:[=T+-]*\d{{1,3}}(?:st|nd|rd|th)?[-.)]?\s?|[-–•*]\s)?(?:{_LABEL.pattern}(?:\d{{1,3}}[.)-]\s?)?)?$"
)
_TOP_SCORERS = re.compile(
    rf"(?:=?\d{{1,3}}[.)]?\s|-\s)?{_WHO}\s\({_NAME}\),?\s\d{{1,3}}(?:,\s{_WHO}\s\({_NAME}\),?(?:\s\d{{1,3}})?)*\.?"
)
_TEAMS = re.compile(r"\b(?:[Cc]onstructors|[Tt]eams?|[Cc]lubs|[Mm]anufacturers)\b")
_TELLING = re.compile(r"\d|[(:]| v | vs |\sb\s|not out")
"""Some of it stands in every row."""
_TALLY = re.compile(r"(?:Total|Extras|Half-?time|Attendance)\b\s?[:(\d]")
_CODE = re.compile(r"[A-Z]{3}")


_TIMES = frozenset(
    {
        "Halftime",
        "Half-time",
        "Attendance",
        "Att",
        "HT",
        "FT",
        "Extras",
        "Total",
        "Totals",
        "Captain",
        "Coach",
    }
)
"""Words that open other lines of a report like a team's name."""


@dataclass(slots=True)
class Row:
    """The names of a line of results, and the half-open parts of the line in which there are no others."""

    names: list[Name] = field(default_factory=list)
    covered: list[tuple[int, int]] = field(default_factory=list)

    def covers(self, name: Name) -> bool:
        """Whether a name lies in a part that the row has told already."""
        return any(start < name.end and name.start < end for start, end in self.covered)


def read_rows(document: Document, lexicon: Lexicon, report: Report) -> dict[int, Row]:
    """Return the rows of a report on games by the index of their line; such a line reads as ordinary text."""
    rows: dict[int, Row] = {}
    for line in pulsed(document.lines, 16):
        row = Reader(line, document, lexicon, report).row()
        if row.names or row.covered:
            rows[line.index] = row
            line.mode = Mode.NORMAL if line.mode is Mode.TITLE else line.mode
            for name in row.names:
                for word in name.words:
                    document.capital[word] += 1
    return rows


class Reader:
    """Reads the rows of one line."""

    def __init__(self, line: Line, document: Document, lexicon: Lexicon, report: Report) -> None:
        self.line = line
        self.document = document
        self.lexicon = lexicon
        self.report = report
        self.upper = line.mode is Mode.CAPITALS
        self.found: list[Found] = []
        self.covered: list[tuple[int, int]] = []

    def row(self) -> Row:
        """Return what the line tells, whole or sentence by sentence."""
        text = self.line.text
        if 3 < len(text) < _LONGEST:
            cuts = [0, *(match.end() for match in _SENTENCE.finditer(text)), len(text)]
            parts = [self._part(start, end) for start, end in pairwise(cuts)]
            if len(parts) > 1 and not any(parts):
                self._part(0, len(text))
        return Row(self._names(), self.covered)

    def _part(self, start: int, end: int) -> bool:
        """Read a sentence or the whole line; tell whether it was a row."""
        text = self.line.text[start:end]
        if not _TELLING.search(text):
            return False
        start += len(text) - len(text.lstrip())
        text = text.strip()
        if _TALLY.match(text):
            self.covered.append((start, end))
            return True
        label = _LABEL.match(text)
        body = label.end() if label else 0
        if self.upper:
            tries = [(self._results(text, body), body)]
        else:
            tries = [
                (self._scorers(text), 0),
                (self._results(text, body), body),
                (self._standing(text), 0),
                (self._table(text, body), body),
                (self._batting(text), 0),
                (self._line_up(text, label[0].strip(" :") if label else ""), 0),
            ]
        for found, covered in tries:
            if found:
                self.found += [(start + first, start + last, kind) for first, last, kind in found]
                self.covered.append((start + covered, end))
                return True
        return not self.upper and self._athletes(text, start)

    def _scorers(self, text: str) -> list[Found]:
        """Minutes of goals: "Dresna 1 Marek 12, 54"."""
        match = _SCORERS.fullmatch(text)
        if not match or match["team"] == "No." or not self._gives_minutes(match):
            return []
        begin = match.start("people")
        people = [
            (begin + m.start(1), begin + m.end(1), PERSON)
            for m in re.finditer(rf"({_WHO})\s\d", match["people"])
        ]
        return [(*match.span("team"), ORG), *people]

    def _gives_minutes(self, match: re.Match[str]) -> bool:
        people = match["people"]
        name = re.match(_WHO, people)
        if name is None or tuple(name[0].split()) in self.lexicon.listed:
            return False
        if "," in people or "pen" in people or " og" in people:
            return True
        minute = re.search(r"\d+", people)
        return self.report.scorers or bool(minute and int(minute[0]) > 30 and len(match["goals"]) == 1)

    def _results(self, text: str, body: int) -> list[Found]:
        """Scores and fixtures: "Dresna 2 Marven 1", "Results: Dresna 2, Marven 1; ...", "Dresna v Marven"."""
        found: list[Found] = []
        pieces = list(re.finditer(r"[^;]+", text[body:]))
        if len(pieces) == 1 and not _PAIR.fullmatch(text[body:].strip(" .")):
            pieces = list(re.finditer(r"(?:[^;,]|,(?!\s?[A-ZÀ-Þ]))+", text[body:]))
        for part in pieces:
            piece = part[0].strip().rstrip(".")
            offset = body + part.start() + part[0].index(piece)
            match = _PAIR.fullmatch(piece) or self._fixture(piece, labelled=body > 0)
            if not match:
                return []
            kind = self._kind
            groups = [group for group in ("one", "two", "three", "four") if match.groupdict().get(group)]
            found += [(offset + match.start(g), offset + match.end(g), kind(match[g])) for g in groups]
        return [] if any(text[start:end] in _TIMES for start, end, _ in found) else found

    def _fixture(self, piece: str, *, labelled: bool) -> re.Match[str] | None:
        match = _FIXTURE.fullmatch(piece)
        if match and match["mark"].lower() == "at" and not match["rest"] and not labelled:
            return None
        return match

    def _kind(self, side: str) -> EntityType:
        """Whether a side is a team or somebody who plays alone."""
        listed = self.lexicon.listed.get(tuple(side.split()))
        if listed and listed[0] in (GPE, ORG, LOC):
            return ORG
        words = side.split()
        known = words[-1] in self.document.surnames or (
            len(words) > 1 and words[0] in self.lexicon.first_names
        )
        return PERSON if self.report.lone or (known and not self.report.clubs) else ORG

    def _standing(self, text: str) -> list[Found]:
        """A line of a table: "3. Dresna 10 6 3 1 21 9 21"."""
        match = _STANDING.fullmatch(text)
        if not match or match["team"] in _TIMES or match["note"]:
            return []
        return [(*match.span("team"), self._kind(match["team"]))]

    def _table(self, text: str, body: int) -> list[Found]:
        """A table in one line: "Table: Dresna 18 points; Marven 17; ...", "Teams: 1. Dresna 54 2. ..."."""
        ranked = list(_RANKED.finditer(text, body))
        if len(ranked) > 1 and "(" not in text:
            teams = bool(_TEAMS.search(text[:body]))
            return [(*m.span("team"), ORG if teams else self._kind(m["team"])) for m in ranked]
        parts = list(re.finditer(r"[^;]+", text[body:]))
        found: list[Found] = []
        for part in parts if len(parts) > 2 else ():
            piece = part[0].strip()
            match = _POINTS.fullmatch(piece)
            if not match:
                return []
            offset = body + part.start() + part[0].index(piece)
            span = (offset + match.start("team"), offset + match.end("team"))
            found.append((*span, self._kind(match["team"])))
        return found

    def _line_up(self, text: str, label: str) -> list[Found]:
        """Squads and line-ups: "Goalkeepers: Ada Marek (Dresna)", "Tavia: 15-Ada Marek, 14-..."."""
        words = label.replace("-", " ").split()
        if label and self._is_position(words):
            return list(self._people(text, len(label) + 1))
        team = re.match(_SIDE, label)
        if not team:
            return []
        items = [item.strip() for item in _ITEMS.split(text[len(label) + 1 :].strip(" .")) if item.strip()]
        listed = sum(bool(_LISTED.fullmatch(item)) for item in items)
        numbered = len(_NUMBERED.findall(text, len(label)))
        if listed >= 0.75 * len(items) and (listed >= 7 or (listed >= 3 and numbered >= 0.75 * listed)):
            return [(0, team.end(), ORG), *self._people(text, len(label) + 1)]
        return []

    def _is_position(self, words: list[str]) -> bool:
        """Whether the words of a label tell what the people of a list play or did."""
        if not words or len(words) > 4:
            return False
        plain = [word.lower().rstrip("s") for word in words]
        return any(self.lexicon.has("team sheets", word) for word in plain)

    def _people(self, text: str, start: int, *, bracketed: EntityType = ORG) -> Iterator[Found]:
        """Yield the people of a list from ``start``, and the clubs in brackets behind them."""
        depth = 0
        for match in re.finditer(rf"[()]|{_WHO}", text[start:]):
            if match[0] in "()":
                depth += 1 if match[0] == "(" else -1
                continue
            first, last = start + match.start(), start + match.end()
            if text[last : last + 1] == ":" and depth <= 0:
                if not self._is_position(match[0].split()):
                    yield first, last, ORG
                continue
            yield (
                first,
                last - (match[0].endswith(".") and len(match[0]) > 3),
                bracketed if depth > 0 else PERSON,
            )

    def _batting(self, text: str) -> list[Found]:
        """Scoreboards of cricket: "A. Marek c Oslin b Tarvo 13", "Marek 4-0-18-1", "1-33 Marek, 2-51 ..."."""
        batted = len(text) < 120 and _BATTED.search(text) and _DISMISSED.search(text)
        bowled = "-" in text and (_BOWLED.search(text) or len(_FELL.findall(text)) > 1)
        if not batted and not bowled:
            return []
        label = _LABEL.match(text)
        return list(self._people(text, label.end() if label else 0, bracketed=PERSON))

    def _athletes(self, text: str, offset: int) -> bool:
        """People with their countries: "3. Ada Marek (Tavia) 43:00.1", "1-Ada Marek (Tavia) beat ..."."""
        if "(" not in text:
            return False
        first = next((m for m in _ATHLETE.finditer(text) if self._land(m["land"])), None)
        if not first or not _OPENS.match(text[: first.start()]):
            return self._scorers_of_clubs(text, offset)
        for match in _ATHLETE.finditer(text):
            land = self._land(match["land"])
            if not land or tuple(match["who"].split()) in self.lexicon.listed:
                continue
            people = re.finditer(_WHO, match["who"])
            begin = offset + match.start("who")
            self.found += [(begin + m.start(), begin + m.end(), PERSON) for m in people]
            begin = offset + match.start("land")
            self.found += [(begin + start, begin + end, kind) for start, end, kind in land]
            if match["team"]:
                self.found.append((offset + match.start("team"), offset + match.end("team"), ORG))
            self.covered.append((offset + match.start(), offset + match.end()))
        return True

    def _scorers_of_clubs(self, text: str, offset: int) -> bool:
        """Scorers with their clubs: "3 Ada Marek (Dresna) 12, Ilona Tarvo (Marven) 11"."""
        if not _TOP_SCORERS.fullmatch(text):
            return False
        for start, end, kind in self._people(text, 0):
            self.found.append((offset + start, offset + end, kind))
        self.covered.append((offset, offset + len(text)))
        return True

    def _land(self, text: str) -> list[Found]:
        """Return the country, or the countries and teams, that stand in brackets behind somebody's name."""
        parts = [m for m in re.finditer(r"[^/,]+", text) if m[0].strip()]
        found: list[Found] = []
        for number, part in enumerate(parts):
            name = part[0].strip()
            start = part.start() + part[0].index(name)
            country = self._country(name) or self.lexicon.has("states", name)
            if not country and not (number and found):
                return []
            found.append((start, start + len(name), GPE if country else ORG))
        return found

    def _country(self, name: str) -> bool:
        listed = self.lexicon.listed.get(tuple(name.split()))
        if listed and listed[0] in (GPE, LOC) and self.lexicon.is_country(listed[1]):
            return True
        return self.lexicon.has("country codes", name) or self.lexicon.has("national sides", name)

    def _names(self) -> list[Name]:
        names: list[Name] = []
        for start, end, kind in self.found:
            words = self.line.words
            inside = [
                place for place, word in enumerate(words) if start <= word.start and word.end <= end + 1
            ]
            while inside and not words[inside[0]].text[0].isalnum():
                inside.pop(0)
            while inside and not words[inside[-1]].text[0].isalnum():
                inside.pop()
            if not inside:
                continue
            first, last = inside[0], inside[-1] + 1
            text = self.line.text[words[first].start : words[last - 1].end]
            small = text.lower() in self.lexicon.function_words and not _CODE.fullmatch(text)
            if last - first == 1 and (small or text in _TIMES):
                continue
            listed = listed_at(self.line, first, self.lexicon, upper=self.upper)
            entry = listed[1] if listed and listed[0] == last - first else None
            country = self._country(entry[1] if entry and self.upper else text)
            settled = GPE if country and kind is not PERSON else kind
            name = make_name(self.line, first, last, entry if entry and entry[0] is settled else None)
            name.add(settled, _SURE)
            name.settled = settled
            names.append(name)
        return sorted(names, key=lambda name: name.start)

"""Names of German and other text that writes nouns with capitals, by the evidence that tells them from nouns.

A capital tells nothing there. A name is what a list knows, what stands beside a title, a first name, a word
of speech or the noun of its kind ("das Unternehmen Tovalin"), what follows "in" or "nach" without an article
and is no common noun, and what occurs elsewhere as a name.
"""

from __future__ import annotations

from collections import Counter

from desktop_app.extract.german_bodies import (
    body_at,
    company,
    joined_end,
    kind_before,
    made,
    plain_run,
    quoted_body,
)
from desktop_app.extract.german_words import (
    ACRONYM,
    ADJECTIVE,
    AGE_BEHIND,
    ARTICLES,
    BODY,
    DULL,
    ER,
    GPE_TOO,
    HIGH,
    HIGH_GROUND,
    PLACE_LEADS,
    SUFFIXES,
    SURE_LEADS,
    TITLE,
    TOWN,
    german_lists,
    is_common,
    listed_german,
)
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at
from desktop_app.extract.neighbours import run_end
from desktop_app.extract.words import DATELINE, DATELINE_REACH, Document, Line
from desktop_app.model import EntityType, watched

PERSON, NORP, FAC, ORG = EntityType.PERSON, EntityType.NORP, EntityType.FAC, EntityType.ORG
GPE, LOC = EntityType.GPE, EntityType.LOC


def german_names(document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names of a document with capital nouns, typed, in reading order, without overlaps."""
    return _German(document, lexicon).names()


class _German:
    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self.bare: Counter[str] = Counter()
        """How often a word stands without an article or adjective before it, away from sentence starts."""
        self.seen: Counter[str] = Counter()
        self.high_ground = any(HIGH_GROUND.search(line.text) for line in document.lines[:60])

    def names(self) -> list[Name]:
        for line in self.document.lines:
            for place, word in enumerate(line.words):
                self.seen[word.text] += word.capital
                if word.capital and not word.first and not self._determined(line, place):
                    self.bare[word.text] += 1
        found: list[Name] = []
        for line in watched(self.document.progress, self.document.lines, "Finding names and figures"):
            found.extend(self._line_names(line))
        found += self._again(found)
        self._play(found)
        found.sort(key=lambda name: (name.line, name.start))
        return found

    def _again(self, found: list[Name]) -> list[Name]:
        """Find what was a name once wherever it stands, with a genitive -s or in capitals too."""
        known: dict[str, EntityType] = {}
        for name in found:
            if name.kind is PERSON and len(name.words) > 1:
                known.setdefault(name.words[-1], PERSON)
            elif name.kind is ORG and len(name.words) == 2 and not name.entry:
                if name.words[1] in SUFFIXES:
                    known.setdefault(name.words[0], ORG)
                elif name.words[0] in german_lists()["clubs"]:
                    known.setdefault(name.words[1], GPE)
            elif len(name.words) == 1 and name.kind is not None and not name.entry:
                known.setdefault(_in_small(name.text), name.kind)
                if name.kind is GPE and name.text.endswith("s"):
                    known.setdefault(name.text[:-1], GPE)
        held = {(name.line, place) for name in found for place in range(name.first, name.last)}
        more: list[Name] = []
        for line in self.document.lines:
            for place, word in enumerate(line.words):
                text = _in_small(word.text)
                kind = known.get(text) or known.get(text.removesuffix("s"))
                if (line.index, place) in held or not kind or not word.capital or word.blocked:
                    continue
                if kind is not GPE and is_common(text) and self._determined(line, place):
                    continue
                more.append(made(line, place, place + 1, kind))
        return more

    def _play(self, found: list[Name]) -> None:
        """Take a town for its club where the club is named, but not behind "in" or "nach"."""
        clubs = german_lists()["clubs"]
        towns = {name.words[1] for name in found if len(name.words) == 2 and name.words[0] in clubs}
        for name in found:
            line = self.document.lines[name.line]
            before = line.words[name.first - 1].text if name.first else ""
            playing = name.text in towns or name.text.removesuffix("s") in towns
            if playing and name.kind is GPE and not name.entry and before not in SURE_LEADS:
                name.kind = ORG

    def _line_names(self, line: Line) -> list[Name]:
        found = self._dateline(line)
        words = line.words
        place = found[-1].last if found else 0
        while place < len(words):
            word = words[place]
            name = self._name_at(line, place) if word.capital and not word.blocked else None
            if name is None:
                place += 1
                continue
            found.append(name)
            place = name.last
        return found

    def _dateline(self, line: Line) -> list[Name]:
        match = DATELINE.match(line.text[:DATELINE_REACH])
        if not match or not match["agency"]:
            return []
        places = [
            at for at, word in enumerate(line.words) if word.start < match.end("places") and word.text != "/"
        ]
        words = [at for at in places if line.words[at].capital]
        if not words or len(words) > 3:
            return []
        found = [made(line, words[0], words[-1] + 1, GPE)]
        inside = [
            at
            for at, word in enumerate(line.words)
            if match.start("agency") <= word.start < match.end("agency")
        ]
        short = len(inside) == 1 and line.words[inside[0]].text.isalpha() and len(match["agency"]) < 6
        if inside and (line.words[inside[0]].capital or short):  # "(dpa)"
            found.append(made(line, inside[0], inside[-1] + 1, ORG))
        return found

    def _determined(self, line: Line, place: int) -> bool:
        """Whether an article, or an article and adjectives, stand before a word."""
        at = place - 1
        while (
            at >= 0
            and line.words[at].text.islower()
            and line.words[at].text.endswith(("e", "en", "er", "es", "em"))
        ):
            if line.words[at].text in ARTICLES:
                return True
            at -= 1
        return at >= 0 and line.words[at].text.lower() in ARTICLES

    def _name_at(self, line: Line, place: int) -> Name | None:
        words, lists = line.words, german_lists()
        text = words[place].text
        before = words[place - 1].text if place else ""
        if words[place].first and (text.lower() in ARTICLES or text.lower() in _SMALL):
            return None
        run = run_end(line, place + 1) - place
        end = place + run
        behind = words[end].text if end < len(words) else ""
        kind = kind_before(line, place)
        if kind in (FAC, LOC) and (run > 1 or not is_common(text)):
            first = place - 1 if kind is FAC else place
            return made(line, first, place + plain_run(line, place, run), kind)
        if words[0] is words[place] and behind == "." and self._is_town(line, place):
            return made(line, place, place + 1, GPE)  # the dateline of a report
        person = self._person_at(line, place, run, before)
        if person:
            return person
        if text in lists["clubs"] and run > 1 and not is_common(words[place + 1].text):
            return made(line, place, place + 2, ORG)
        if kind and run > 1 and not self._listed_at(line, place + 1, text, run - 1):
            return made(line, place, joined_end(line, place, run), kind)
        known = self._listed_at(line, place, before, run)
        if known:
            return known
        return self._body_at(line, place, run, kind) or self._unlisted_at(line, place, run, before)

    def _body_at(self, line: Line, place: int, run: int, kind: EntityType | None) -> Name | None:
        """Return the body that the words from ``place`` name, or what the noun in front calls so."""
        words, end = line.words, place + run
        if run > 1 and words[end - 1].text in SUFFIXES:
            return company(line, place, end)
        body = body_at(line, place, run)
        if body:
            return body
        cut = [word.text for word in words[place + 1 : place + 4]]
        if run == 1 and cut[:2] == ["-", "und"] and BODY.fullmatch(cut[-1]):
            return made(line, place, place + 4, ORG)  # "Hotel- und Gaststättenverband"
        if kind and words[place].text.lower() not in german_lists()["heads"]:
            return made(line, place, joined_end(line, place, run), kind)
        return quoted_body(line, place)

    def _unlisted_at(self, line: Line, place: int, run: int, before: str) -> Name | None:
        """Return what the shape of a word or the words around it take for a place, initials or a speaker."""
        words, end = line.words, place + run
        text, behind = words[place].text, words[end].text if end < len(words) else ""
        if self.high_ground and HIGH.fullmatch(text) and not DULL.match(text) and self._often(text):
            return made(line, place, place + 1, LOC)
        if before in PLACE_LEADS and run == 1 and not is_common(text) and len(text) > 3:
            strong = before in SURE_LEADS and (self.bare[text] > 1 or (bool(behind) and behind in ".,;"))
            if TOWN.fullmatch(text) or strong:
                return made(line, place, place + 1, GPE)
        often = self.bare[text] + self.bare[text + "s"] > 1
        if often and run == 1 and self._is_town(line, place):
            return made(line, place, place + 1, GPE)
        initials = ACRONYM.fullmatch(text) and text not in german_lists()["not acronyms"]
        if initials and run == 1 and not line.text.isupper():
            return made(line, place, place + 1, ORG)
        if "-" in text and ACRONYM.fullmatch(text.split("-")[0]):
            return None
        return self._said(line, place, run, before, self.lexicon)

    def _person_at(self, line: Line, place: int, run: int, before: str) -> Name | None:
        words, lexicon = line.words, self.lexicon
        text = words[place].text
        titled = bool(TITLE.fullmatch(before)) or lexicon.has("forms of address", before)
        if before == "," and place > 1 and run > 1:
            related = words[place - 2].text
            titled = bool(TITLE.fullmatch(related)) or related in german_lists()["kin"]
            before = related
        elif before in german_lists()["kin"] and run > 1:
            titled = True
        if TITLE.fullmatch(text) or text in german_lists()["organisation kinds"]:
            return None
        if titled and len(text) > 2 and (run > 1 or not is_common(text)):
            return made(line, place, place + plain_run(line, place, min(run, 3)), PERSON, before)
        if run < 2 or (text not in lexicon.first_names and text.split("-")[0] not in lexicon.first_names):
            if run in (2, 3) and not self._determined(line, place) and not words[place].first:
                aged = AGE_BEHIND.match(line.text, words[place + run - 1].end)
                behind = place + run + 1
                office = (
                    behind < len(words)
                    and words[behind - 1].text == ","
                    and TITLE.fullmatch(words[behind].text)
                )
                plain = not any(is_common(word.text) for word in words[place : place + run])
                if plain and (aged or office):
                    return made(line, place, place + run, PERSON)
                strange = not any(self._listed_at(line, place + at, "", 1) for at in range(run))
                second = words[place + 1].text
                body = BODY.fullmatch(text) or ADJECTIVE.fullmatch(text) or ER.fullmatch(text)
                if (
                    plain
                    and strange
                    and run == 2
                    and not body
                    and second not in SUFFIXES
                    and not text.isupper()
                ):
                    return made(line, place, place + run, PERSON)
            return None
        follows = words[place + 1].text
        if (follows,) in listed_german() or (follows,) in lexicon.listed or TITLE.fullmatch(follows):
            return None
        if is_common(text) and follows not in lexicon.surnames:
            return None
        return made(line, place, place + plain_run(line, place, min(run, 3)), PERSON)

    def _listed_at(self, line: Line, place: int, before: str, run: int) -> Name | None:
        words = line.words
        for length in range(min(4, len(words) - place), 0, -1):
            texts = tuple(word.text for word in words[place : place + length])
            kind = listed_german().get(texts) or listed_german().get(
                (*texts[:-1], texts[-1].removesuffix("s"))
            )
            if kind and not any(word.blocked for word in words[place : place + length]):
                if length == 1 and kind is NORP and not self._determined(line, place) and run > 1:
                    continue
                if length == 1 and is_common(texts[0]) and kind in (GPE, LOC) and before.lower() in ARTICLES:
                    continue
                if kind is NORP and (texts in GPE_TOO) and not self._determined(line, place):
                    kind = GPE
                name = made(line, place, place + length, kind)
                name.entry = (kind, " ".join(texts))
                return name
        listed = listed_at(line, place, self.lexicon)
        if not listed:
            return None
        length, entry = listed
        text = words[place].text
        common = length == 1 and before in ARTICLES and entry[0] in (GPE, ORG) and not text.isupper()
        plain = length == 1 and (is_common(text) or self.lexicon.is_ordinary(text.lower()))
        if common or plain or (length == 1 and entry[0] is NORP):
            return None
        name = made(line, place, place + length, entry[0])
        name.entry = entry
        return name

    def _said(self, line: Line, place: int, run: int, before: str, lexicon: Lexicon) -> Name | None:
        """A word without an article that speaks, and is no common noun, is a person or a body."""
        words = line.words
        text = words[place].text
        behind = words[place + run].text if place + run < len(words) else ""
        speech = german_lists()["speech"]
        if (
            run > 3
            or self._determined(line, place)
            or any(is_common(w.text) for w in words[place : place + run])
        ):
            return None
        if TITLE.fullmatch(text) or text in lexicon.function_words or len(text) < 3:
            return None
        if before in speech or (behind in speech and (not words[place].first or self.bare[text] > 0)):
            return made(line, place, place + run, PERSON)
        return None

    def _is_town(self, line: Line, place: int) -> bool:
        text = line.words[place].text
        return bool(TOWN.fullmatch(text)) and not is_common(text) and not self._determined(line, place)

    def _often(self, text: str) -> bool:
        return self.seen[text] + self.seen[text + "s"] > 1


_SMALL = frozenset(
    {"oder", "und", "aber", "doch", "main", "essen", "halle", "union", "linke", "stern", "focus"}
)
"""Small words and nouns of every day that are listed names too: at the start of a sentence they are words."""


def _in_small(text: str) -> str:
    """Return a word in capitals as it is written in running text."""
    return text.title() if text.isupper() and len(text) > 4 else text

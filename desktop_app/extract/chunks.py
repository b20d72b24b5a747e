"""Find sequences of capital words and what joins them into names."""

from __future__ import annotations

import re

from desktop_app.extract.body_spans import (
    ends_small,
    is_department,
    is_people,
    opens_pair,
    opens_paper,
    run_end,
    touching,
)
from desktop_app.extract.firms import does_business
from desktop_app.extract.frames import is_body_apposed
from desktop_app.extract.freed import is_given_month
from desktop_app.extract.joins import Joiner
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at
from desktop_app.extract.openings import are_things, ends_other, opens_told, told_before, told_whole
from desktop_app.extract.segments import Segmenter
from desktop_app.extract.sports import Report
from desktop_app.extract.words import Document, Line, is_korean_given
from desktop_app.model import EntityType
from desktop_app.text.dates import MONTHS, WEEKDAYS
from desktop_app.text.lexicons import function_words

_APPOSED_BODY = re.compile(
    r",\s(?:the|an?|one of|[A-Z][\w’'-]+[’']s)\s(?:[\w’'-]+\s){0,3}?(?:union|company|firm|party|charity"
    r"|broadcaster|operator|newspaper|airline|bank|group|retailer|maker|lender|insurer|carrier|agency|chain|lobby"
    r"|watchdog|regulator|pressure\sgroup|consultancy|think\stank|federation|foundation|non-profit|publisher|brewer)\b"
)
_PLAYS = re.compile(
    r"\s(?:beat|won|lost|drew|host|visit|travel|play|are|have|were|had|v|sit|lie|led|face)\b|\s\d"
)
_BEATS = re.compile(
    r"\s(?:beat|edged|thrashed|overcame|stunned|defeated|lost\sto|drew\swith|drew\sat|hosts?|signed|visit|travel\sto|won\sat|lost\sat|held"
    r"|crushed|hammered|routed)\s(?:[a-z0-9][\w-]*\s)?[A-ZÀ-Þ]"
)
_CLAN = re.compile(r"(?:Mc|Mac|O['’])[A-Z][a-z]")
_OPENERS = (
    "soft openers",
    "event openers",
    "place openers",
    "organisation openers",
    "facility openers",
    "town openers",
)
_CALLED_SOMEBODY = re.compile(
    r",\s(?:an?|the)\s(?:[a-z-]+\s){0,2}?(?P<role>[a-z-]+)(?:,|\s(?:from|of|in|at|who|and)\b)"
)
_PARTNERS = frozenset({"Sons", "Daughters", "Brothers", "Co", "Co.", "Company", "Partners", "Associates"})
_TICKER = re.compile(r"\s<[A-Za-z0-9]{1,8}\.[A-Z]{1,3}>")
_WHO_BEHIND = re.compile(r",\s(?:who|whose|a|an|the|\d\d)\b|\s\(\d\d\)")
_AGED = re.compile(r",\s[1-9]\d,")
_CALENDAR = frozenset([*MONTHS, *(name for name in WEEKDAYS.values())]) - {"mar"}
"""Months and days; "Mar" is the sea in Spanish names."""


def _is_body(line: Line, end: int, lexicon: Lexicon) -> bool:
    """Whether an apposition behind ``end`` tells a body."""
    return bool(_APPOSED_BODY.match(line.text, end)) or is_body_apposed(line.text, end, lexicon)


class Chunker:
    """Finds the names of one document line by line."""

    def __init__(self, document: Document, lexicon: Lexicon, report: Report | None = None) -> None:
        """Take a document; ``report`` tells what games it reports on."""
        self.document = document
        self.lexicon = lexicon
        self.clubs = report is not None and report.clubs
        self._segmenter = Segmenter(document, lexicon, games=report is not None, clubs=self.clubs)
        self._joiner = Joiner(document, lexicon)

    def names(self, line: Line) -> list[Name]:
        """Return the possible names of a line in normal writing, in order, without overlaps."""
        found: list[Name] = []
        place = 0
        words = line.words
        while place < len(words):
            begin = self._begin(line, place)
            if begin is None:
                place += 1
                continue
            end = self._end(line, begin)
            start, office = self._segmenter.past_office(line, begin, end)
            pieces = self._segmenter.split(line, start, end)
            if office and pieces:
                pieces[0].role = pieces[0].role or office
            found.extend(pieces)
            place = end
        return found

    def _begin(self, line: Line, place: int) -> int | None:
        words = line.words
        word = words[place]
        if word.blocked and word.capital:
            listed = listed_at(line, place, self.lexicon)
            return place if listed else None
        if word.blocked or not (word.text[0].isalpha() or word.capital):
            return None
        if word.text in self.document.initials:
            return place
        if self._calls_next(line, place):
            return None
        if not word.capital:
            return self._lower_begin(line, place)
        listed = listed_at(line, place, self.lexicon)
        if listed and (listed[0] > 1 or not word.first or not self._clashes(line, place)):
            return place
        if self.lexicon.has("not names", word.text) and not self.lexicon.has("forms of address", word.text):
            return None
        lowered = word.text.lower()
        if line.text.startswith(" <", word.end) and _TICKER.match(line.text, word.end):
            return place
        small = lowered in self.lexicon.function_words and not self._joiner.numbers(line, place)
        street = self.lexicon.has("facility openers", word.text) and not word.first
        small = small and not street and not self._is_given(line, place)
        ahead = place + 1 < len(words) and words[place + 1].capital and not words[place + 1].blocked
        small = small and not (ahead and not word.first and self.lexicon.has("place heads", word.text))
        if small and not self.lexicon.has("forms of address", word.text):
            return None
        if lowered in _CALENDAR and not opens_paper(line, place):
            behind = place + 1 < len(words) and words[place + 1].capital and not words[place + 1].blocked
            given = word.text in self.lexicon.first_names or is_given_month(line, place, self.lexicon)
            first = behind and given
            last = words[place + 1].text if behind else ""
            unlisted = len(lowered) == 3 or (last,) not in self.lexicon.listed
            strange = not self.lexicon.is_ordinary(last.lower()) and unlisted
            if not (first and (last in self.lexicon.surnames or (strange and last.istitle()))):
                return place if self._is_surname(line, place) else None
        language = self.document.language
        if word.first and language != "en" and lowered in function_words(language):
            return None
        if word.first and not self._named_at_start(line, place) and not self._particle_opens(line, place):
            return None
        return None if word.first and self._describes(line, place) else place

    def _is_given(self, line: Line, place: int) -> bool:
        """Whether a small word is a first name here: a strange word in capitals follows ("Till Brandvik")."""
        words, lexicon = line.words, self.lexicon
        word, behind = words[place], words[place + 1] if place + 1 < len(words) else None
        if word.first or word.text not in lexicon.first_names or not behind or not behind.capital:
            return False
        strange = not lexicon.is_ordinary(behind.text.lower()) and (behind.text,) not in lexicon.listed
        return strange and not behind.blocked and behind.text.istitle()

    def _describes(self, line: Line, place: int) -> bool:
        """Whether the noun that opens a sentence tells what the name behind it is ("Rival Orlan Group")."""
        words, lexicon = line.words, self.lexicon
        word, lowered = words[place].text, words[place].text.lower()
        if word in ("New", "Young", "Old") and is_people(line, place + 1, lexicon):
            return True  # "New Danish party"
        kinds = ("bodies", "buildings")
        if any(lexicon.has(kind, lowered) for kind in kinds) and self._known_behind(line, place):
            return True  # "Bank Silver Hope to cut jobs", elsewhere Silver Hope
        one = lowered.removesuffix("s")  # "Rivals Orlan Mobile and Dovrey"
        told = lexicon.has("former", word) or lexicon.has("roles", one)
        if not (told or lexicon.has("trades", one) or lexicon.has("trades", lowered)):
            return False
        if self.document.capital[word] or word in lexicon.first_names or word in lexicon.surnames:
            return False
        if self._segmenter.title_at(line, place) or lexicon.has("generic", word):
            return False
        behind = words[place + 1] if place + 1 < len(words) else None
        if not behind or not behind.capital or behind.blocked:
            return False
        strange = not lexicon.is_ordinary(behind.text.lower()) or (behind.text,) in lexicon.listed
        return strange or behind.text in lexicon.first_names

    def _calls_next(self, line: Line, place: int) -> bool:
        """Whether initials tell what the name behind them is ("the NGO Orlan Wells")."""
        if not self.lexicon.has("noun initials", line.words[place].text):
            return False
        return touching(line, place + 1) and not self._segmenter.title_at(line, place)

    def _known_behind(self, line: Line, place: int) -> bool:
        """Whether the capital words behind one stand elsewhere without it, and never with it."""
        least = 1 + self.lexicon.has(
            "organisation openers", line.words[place].text
        )  # "Bank Orlan" may be whole
        end = run_end(line, place + 1)
        whole, rest = (" ".join(word.text for word in line.words[at:end]) for at in (place, place + 1))
        return self.document.sequences[rest] >= least and self.document.sequences[whole] < 2

    def _plays(self, line: Line, place: int) -> bool:
        """Whether a common word that opens a sentence is a club here: a nickname, or it beats somebody."""
        word = line.words[place]
        if self.lexicon.has("club nicknames", word.text):
            return True
        return bool(_BEATS.match(line.text, word.end)) and not self.lexicon.has("game sides", word.text)

    def _particle_opens(self, line: Line, place: int, least: int = 2) -> bool:
        """Whether a sentence begins with the particle of a surname ("Van den Berg said")."""
        words = line.words
        behind = place + 1
        own = words[place].text
        if not self.lexicon.has("opening particles", own if least == 1 else own.lower()):
            return False
        while behind < len(words) and self.lexicon.has("opening particles", words[behind].text):
            behind += 1
        return behind >= place + least and behind < len(words) and words[behind].capital

    def _is_surname(self, line: Line, place: int) -> bool:
        """Whether a month is somebody's name here: the document introduces "Josephine May"."""
        word = line.words[place]
        return word.text in self.document.surnames and not word.blocked

    def _lower_begin(self, line: Line, place: int) -> int | None:
        """Particles and listed names in lower case that open a name ("van Dijk", "al-Shabaab")."""
        words = line.words
        # In other languages most of these particles are prepositions.
        if (
            self.document.english
            and self.lexicon.has("opening particles", words[place].text)
            and place + 1 < len(words)
        ):
            follows = words[place + 1]
            behind = place + 2 if self.lexicon.has("opening particles", follows.text) else place + 1
            if behind < len(words) and words[behind].capital and not words[behind].blocked:
                lowered = words[behind].text.lower()
                return place if lowered not in self.lexicon.function_words else None
        listed = (
            listed_at(line, place, self.lexicon) if words[place].text in self.lexicon.listed_starts else None
        )
        if listed and any(
            word.text != word.text.lower() or "-" in word.text for word in words[place : place + listed[0]]
        ):
            return place
        return None

    def _is_country(self, line: Line, place: int) -> bool:
        listed = listed_at(line, place, self.lexicon)
        return bool(listed and self.lexicon.is_country(listed[1][1]) and listed[1][0] is EntityType.GPE)

    def _clashes(self, line: Line, place: int) -> bool:
        """Whether a listed single word at a sentence start may be an ordinary word here ("Reading")."""
        word = line.words[place].text
        if self.lexicon.has("rare words", word):
            return False
        lowered = word.lower()
        entry = self.lexicon.listed.get((word,))
        plays = entry and entry[0] is EntityType.GPE and _PLAYS.match(line.text, line.words[place].end)
        club = plays or (entry and entry[0] is EntityType.ORG)
        if self.clubs and club and not self.document.lower[lowered]:
            return False  # "Reading won at Oslin"
        follows = line.words[place + 1].text if place + 1 < len(line.words) else ""
        if entry and entry[0] is EntityType.NORP and follows.islower() and follows.isalpha():
            return lowered in self.lexicon.function_words
        if (
            entry
            and entry[0] is EntityType.ORG
            and not self.document.lower[lowered]
            and self.lexicon.has("company verbs", follows)
        ):
            return False
        if self.document.capital[word] or (entry and entry[0] in (EntityType.NORP, EntityType.LOC)):
            return self.lexicon.has("soft openers", word) and not self.document.alone[word]
        if entry and entry[0] is EntityType.GPE and self.lexicon.is_country(entry[1]):
            return False
        plain = lowered in self.lexicon.words or lowered in self.lexicon.function_words
        club = self.lexicon.has("club nicknames", word) or self.lexicon.has("club tails", word)
        plain = plain or (club and lowered.removesuffix("s") in self.lexicon.words and follows.islower())
        inflected = lowered.endswith(("ing", "ed")) and self.lexicon.is_ordinary(lowered)
        return plain or inflected or self.document.lower[lowered] > 0

    def _named_at_start(self, line: Line, place: int) -> bool:
        words, lexicon = line.words, self.lexicon
        text = words[place].text
        lowered = text.lower()
        if lexicon.has("forms of address", text) or (text.isupper() and len(text) > 1):
            return True
        if is_given_month(line, place, lexicon) or opens_told(line, place, lexicon):
            return True
        if text in self.document.held and not (place + 1 < len(words) and words[place + 1].capital):
            return True
        if opens_pair(self.document, line, place):
            return True
        if self._segmenter.title_at(line, place):
            follows = place + self._segmenter.title_at(line, place)
            return follows < len(words) and words[follows].capital
        neighbour = place + 1 < len(words) and words[place + 1].capital and not words[place + 1].blocked
        if not neighbour and place + 2 < len(words) and self._particle_opens(line, place + 1, 1):
            return True  # "Sander de Wit"
        # A first name is a common word only where the list has it as it stands ("Will", but not "Fred").
        derived = text in lexicon.first_names and lowered not in lexicon.words
        plain = lexicon.is_ordinary(lowered) and not derived
        if self.clubs and not neighbour and not self.document.lower[lowered] and self._plays(line, place):
            return True
        if neighbour and _CLAN.match(words[place + 1].text):
            return True  # "Colt McCoy"
        if not self.document.english and not self.document.capital[text]:
            # Nothing tells the ordinary words of other languages but their own use in the text.
            listed = (text,) in lexicon.listed or text in lexicon.first_names
            return listed and not self.document.lower[lowered]
        if text in self.document.surnames and not self.document.lower[lowered]:
            return True
        if self.document.alone[text] if plain and not neighbour else self.document.capital[text]:
            return not (plain and self.document.lower[lowered])
        if plain and not neighbour and told_before(line, place, self.document, lexicon):
            return True
        if neighbour and is_korean_given(words[place + 1].text, lexicon):
            return True
        if neighbour and self._joiner.capital_inside(line, place + 1):
            return True
        if self.document.lower[lowered] and not neighbour:
            return False
        if not plain:
            if not neighbour and not self.clubs and are_things(line, place, lexicon):
                return False
            return not (lowered.endswith("ly") and len(lowered) > 4 and not neighbour)
        if _is_body(line, words[place].end, lexicon):
            return True  # "Unite, the trade union, said"
        if words[place + 1 : place + 2] and words[place + 1].text == "&":
            end = self._joiner.joined(line, place, place + 1)
            last = words[end - 1].text if end else ""
            known = last in _PARTNERS or len(words) > 6
            return known or not lexicon.is_ordinary(last.lower())  # "Stone & Sons"
        if not neighbour:
            return False
        second = words[place + 1].text
        person = not lexicon.is_ordinary(second.lower()) or second in lexicon.surnames
        # "Grace Cook": two plain words, but one is a first name and the other none that ends other names.
        person = person or (self._end(line, place) == place + 2 and not ends_other(second, lexicon))
        if text in lexicon.first_names and (person or _WHO_BEHIND.match(line.text, words[place + 1].end)):
            return True
        second_listed = (second,) in lexicon.listed or self._segmenter.title_at(line, place + 1)
        surname = text in lexicon.surnames and not lexicon.has("soft openers", text)
        if surname and not second_listed and not lexicon.is_ordinary(second.lower()) and not second.isupper():
            return True  # "Price Marlow"
        if _AGED.match(line.text, words[place + 1].end) and not self._segmenter.title_at(line, place):
            return True
        if lexicon.has("country openers", text) and self._is_country(line, place + 1):
            return True
        told = _CALLED_SOMEBODY.match(line.text, words[place + 1].end)
        if told and lexicon.has("roles", told["role"]) and not second_listed:
            # "Marsh Dunnow, a baker,", but not "Brewer Dunnow, a baker,"
            return not (lexicon.has("roles", lowered) or lexicon.is_ordinary(second.lower()))
        if any(lexicon.has(kind, text) for kind in _OPENERS):
            return True
        end = self._end(line, place)
        if end == place + 2 and not second_listed and told_whole(text, second, self.document, lexicon):
            return True
        last = words[end - 1].text
        if _is_body(line, words[end - 1].end, lexicon) or is_department(line, place, end, lexicon):
            return True
        if not second_listed and does_business(line.text, words[end - 1].end):
            return True  # "Silver Lane posted record sales"
        if (
            lexicon.has("organisation heads", last)
            or lexicon.has("place heads", last)
            or lexicon.has("event heads", last)
        ):
            return end == place + 2 or words[place + 1].text not in lexicon.first_names
        return lexicon.has("connector heads", text) and end > place + 1

    def _end(self, line: Line, begin: int) -> int:
        words = line.words
        place = begin + 1
        if not words[begin].capital:
            listed = listed_at(line, begin, self.lexicon)
            if listed:
                return begin + listed[0]
            while place < len(words) and not words[place].capital:
                place += 1
            place = min(len(words), place + 1)
        while place < len(words):
            word = words[place]
            if word.blocked and not (
                self.lexicon.has("numbered", words[place - 1].text) and word.text.isdigit()
            ):
                break
            if word.capital and self._joiner.touches(line, place) and not word.first:
                if word.text.lower() in _CALENDAR and not (
                    words[place - 1].text in self.lexicon.first_names and self._is_surname(line, place)
                ):
                    break
                if (
                    word.text.lower() in self.lexicon.function_words
                    and word.text.istitle()
                    and not self._joiner.capital_inside(line, place)
                    and (self.clubs or not ends_small(line, place, self.lexicon))
                ):
                    break
                place += 1
                continue
            joined = self._joiner.joined(line, begin, place)
            if joined is None:
                break
            place = joined
        listed = listed_at(line, begin, self.lexicon)
        return max(place, begin + listed[0]) if listed else place

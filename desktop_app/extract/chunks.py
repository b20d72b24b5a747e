"""Find the possible names of a line: sequences of capital words, what joins them, and their parts.

Here the reading of names begins. Which word may open one is told here and, at the start of a sentence, by
``sentence_starts``; how far it goes by ``joins``; into which names it falls by ``segments``.
"""

from __future__ import annotations

import re

from desktop_app.extract.body_spans import opens_paper, shouts
from desktop_app.extract.freed import CALENDAR, is_given_month
from desktop_app.extract.joins import Joiner
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name, listed_at
from desktop_app.extract.neighbours import followed, touching
from desktop_app.extract.segments import Segmenter
from desktop_app.extract.sentence_starts import SentenceStarts
from desktop_app.extract.sports import Report
from desktop_app.extract.words import Document, Line, is_korean_given
from desktop_app.text.lexicons import function_words

_TIME_TO_READ = re.compile(r"Reading\s(?:time|list|age)\b")
_SMALL_SURNAMES = frozenset({"Oh", "No", "So", "Do", "An", "In", "To", "You", "He", "Be", "My", "Am"})
_RARE_AT_STARTS = frozenset({"Oh", "An", "To", "My", "Be"})
"""Those in front of which a sentence hardly begins with another meaning."""
_ALONE_BEHIND = re.compile(r",\s|$|\s\(\d\d\)|\s[|–-]\s")
_OURS = frozenset({"Our", "Your"})
_TICKER = re.compile(r"\s<[A-Za-z0-9]{1,8}\.[A-Z]{1,3}>")


class Chunker:
    """Finds the names of one document line by line."""

    def __init__(self, document: Document, lexicon: Lexicon, report: Report | None = None) -> None:
        """Take a document; ``report`` tells what games it reports on."""
        self.document = document
        self.lexicon = lexicon
        clubs = report is not None and report.clubs
        self._segmenter = Segmenter(document, lexicon, games=report is not None, clubs=clubs)
        self._joiner = Joiner(document, lexicon, clubs=clubs)
        self._starts = SentenceStarts(document, lexicon, self._segmenter, self._joiner)

    def names(self, line: Line) -> list[Name]:
        """Return the possible names of a line in normal writing, in order, without overlaps."""
        found: list[Name] = []
        place = 0
        words = line.words
        while place < len(words):
            begin = (self._begin if words[place].capital else self._begin_small)(line, place)
            if begin is None:
                place += 1
                continue
            end = self._joiner.end(line, begin)
            start, office = self._segmenter.past_office(line, begin, end)
            pieces = self._segmenter.split(line, start, end)
            if office and pieces:
                pieces[0].role = pieces[0].role or office
            found.extend(pieces)
            place = end
        return found

    def _begin(self, line: Line, place: int) -> int | None:
        """Return ``place`` where the word in capitals there opens a name, None where it opens none."""
        words = line.words
        word = words[place]
        if word.blocked:
            return place if listed_at(line, place, self.lexicon) else None
        if word.text in self.document.initials:
            return place
        if self._calls_next(line, place) or (
            word.text == "Reading" and _TIME_TO_READ.match(line.text, word.start)
        ):
            return None
        listed = listed_at(line, place, self.lexicon)
        if listed and (listed[0] > 1 or not word.first or not self._starts.clashes(line, place)):
            return place
        if word.text in _SMALL_SURNAMES and self._is_surname(line, place):
            return place
        if self.lexicon.has("not names", word.text) and not self.lexicon.has("forms of address", word.text):
            return None
        lowered = word.text.lower()
        if line.text.startswith(" <", word.end) and _TICKER.match(line.text, word.end):
            return place
        if self._is_small(line, place) or self._is_side(line, place):
            return None
        if touching(line, place + 1) and shouts(line, place, self.document, self.lexicon):
            return None
        if lowered in CALENDAR and not opens_paper(line, place) and not self._is_day_given(line, place):
            return place if word.text in self.document.surnames else None
        if not word.first:
            return place
        language = self.document.language
        if language != "en" and lowered in function_words(language):
            return None
        opens = self._starts.opens_name(line, place) or self._starts.opens_particle(line, place)
        return place if opens and not self._starts.describes(line, place) else None

    def _is_small(self, line: Line, place: int) -> bool:
        """Whether a small word in capitals opens no name here, neither a street, a number nor a person."""
        word, lexicon = line.words[place], self.lexicon
        if word.text in _OURS and touching(line, place + 1):
            pair = f"{word.text} {line.words[place + 1].text}"
            if not word.first or self.document.sequences[pair] > 1:
                return False  # "the opposition Our Home"
        if word.text.lower() not in lexicon.function_words or lexicon.has("forms of address", word.text):
            return False
        if self._joiner.numbers(line, place) or self._is_given(line, place):
            return False
        placed = lexicon.has("facility openers", word.text) or (
            lexicon.has("place heads", word.text) and followed(line, place)
        )
        return word.first or not placed

    def _is_side(self, line: Line, place: int) -> bool:
        """Whether a word tells on which side of a parliament the name behind it sits ("the Opposition")."""
        before = line.words[place - 1].text.lower() if place else ""
        behind = line.words[place + 1].text if touching(line, place + 1) else ""
        if line.words[place].text != "Opposition" or self.lexicon.has("organisation heads", behind):
            return False
        return not (behind and (before == "of" or line.text.endswith(" of the ", 0, line.words[place].start)))

    def _is_surname(self, line: Line, place: int) -> bool:
        """Whether a small word is an East Asian surname: a given name follows ("Oh Se-jin")."""
        words = line.words
        if not followed(line, place) or (words[place].first and words[place].text not in _RARE_AT_STARTS):
            return False
        return is_korean_given(words[place + 1].text, self.lexicon)

    def _is_day_given(self, line: Line, place: int) -> bool:
        """Whether a month or day is a first name here, by the surname behind it ("April Dunmore")."""
        lexicon, word = self.lexicon, line.words[place].text
        given = word in lexicon.first_names or is_given_month(line, place, lexicon)
        if not given or not followed(line, place):
            return False
        last = line.words[place + 1].text
        unlisted = len(word) == 3 or (last,) not in lexicon.listed
        strange = not lexicon.is_ordinary(last.lower()) and unlisted
        return last in lexicon.surnames or (strange and last.istitle())

    def _is_given(self, line: Line, place: int) -> bool:
        """Whether a small word is a first name here: a strange word in capitals follows ("Till Brandvik")."""
        words, lexicon = line.words, self.lexicon
        word, behind = words[place], words[place + 1] if place + 1 < len(words) else None
        if word.text not in lexicon.first_names or not behind or not behind.capital:
            return False
        if word.first and not _ALONE_BEHIND.match(line.text, behind.end):
            return False  # "Per Brandvik, chief engineer", but "Till Brandvik came"
        strange = not lexicon.is_ordinary(behind.text.lower()) and (behind.text,) not in lexicon.listed
        return strange and not behind.blocked and behind.text.istitle()

    def _calls_next(self, line: Line, place: int) -> bool:
        """Whether initials tell what the name behind them is ("the NGO Orlan Wells")."""
        if not self.lexicon.has("noun initials", line.words[place].text):
            return False
        return touching(line, place + 1) and not self._segmenter.title_at(line, place)

    def _begin_small(self, line: Line, place: int) -> int | None:
        """The same for other words: particles and listed names ("van Dijk", "al-Shabaab")."""
        words = line.words
        word = words[place]
        if word.blocked or not word.text[0].isalpha():
            return None
        if word.text in self.document.initials:
            return place
        # In other languages most of these particles are prepositions.
        opens = self.document.english and self.lexicon.has("opening particles", word.text)
        if opens and place + 1 < len(words):
            follows = words[place + 1]
            behind = place + 2 if self.lexicon.has("opening particles", follows.text) else place + 1
            if behind < len(words) and words[behind].capital and not words[behind].blocked:
                lowered = words[behind].text.lower()
                return place if lowered not in self.lexicon.function_words else None
        listed = listed_at(line, place, self.lexicon) if word.text in self.lexicon.listed_starts else None
        if listed and any(
            word.text != word.text.lower() or "-" in word.text for word in words[place : place + listed[0]]
        ):
            return place
        return None

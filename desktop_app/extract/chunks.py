"""Find sequences of capital words and what joins them into names."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import APOSTROPHES, POSSESSIVES, Name, listed_at
from desktop_app.extract.romance import LANGUAGES, opens_body
from desktop_app.extract.segments import Segmenter
from desktop_app.extract.words import Document, Line, small_words
from desktop_app.model import EntityType
from desktop_app.text.dates import MONTHS, WEEKDAYS

_LISTING = frozenset(
    ("Ministry", "Department", "Bureau", "Office", "Secretariat", "Faculty", "School", "Directorate")
)
_OF = frozenset(
    ("de", "del", "di", "della", "delle", "dei", "degli", "du", "des", "da", "do", "dos", "das", "van")
)
_OF_LESS = frozenset(("von", "la", "y", "e", "al", "bin", "ben", "le", "el"))
_ELIDED = frozenset(("d'", "d’", "l'", "l’", "dell'", "dell’"))
_APPOSED_BODY = re.compile(
    r",\s(?:the|an?|one of|[A-Z][\w’'-]+[’']s)\s(?:[\w’'-]+\s){0,3}?(?:union|company|firm|party|charity"
    r"|broadcaster|operator|newspaper|airline|bank|group|retailer|maker|lender|insurer|carrier|agency|chain|lobby)\b"
)
_AGED = re.compile(r",\s[1-9]\d,")
_CALENDAR = frozenset([*MONTHS, *(name for name in WEEKDAYS.values())])


class Chunker:
    """Finds the names of one document line by line."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon
        self._segmenter = Segmenter(document, lexicon)

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
            found.extend(self._segmenter.split(line, begin, end))
            place = end
        return found

    def _begin(self, line: Line, place: int) -> int | None:
        words = line.words
        word = words[place]
        if word.blocked or not word.text[0].isalpha():
            return None
        if not word.capital:
            return self._lower_begin(line, place)
        listed = listed_at(line, place, self.lexicon)
        if listed and (listed[0] > 1 or not word.first or not self._clashes(line, place)):
            return place
        if self.lexicon.has("not names", word.text) and not self.lexicon.has("forms of address", word.text):
            return None
        lowered = word.text.lower()
        if lowered in self.lexicon.function_words and not self.lexicon.has("forms of address", word.text):
            return None
        if lowered in _CALENDAR:
            behind = place + 1 < len(words) and words[place + 1].capital and not words[place + 1].blocked
            if not (
                behind
                and word.text in self.lexicon.first_names
                and words[place + 1].text in self.lexicon.surnames
            ):
                return None
        if word.first and self.document.language != "en" and lowered in small_words(self.document.language):
            return None
        if word.first and not self._named_at_start(line, place) and not self._particle_opens(line, place):
            return None
        return place

    def _particle_opens(self, line: Line, place: int) -> bool:
        """Whether a sentence begins with the particle of a surname ("Van den Berg said")."""
        words = line.words
        behind = place + 1
        if not self.lexicon.has("opening particles", words[place].text.lower()):
            return False
        while behind < len(words) and self.lexicon.has("opening particles", words[behind].text):
            behind += 1
        return behind > place + 1 and behind < len(words) and words[behind].capital

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
        inflected = lowered.endswith(("ing", "ed")) and self.lexicon.is_ordinary(lowered)
        return plain or inflected or self.document.lower[lowered] > 0

    def _named_at_start(self, line: Line, place: int) -> bool:
        words, lexicon = line.words, self.lexicon
        text = words[place].text
        lowered = text.lower()
        if lexicon.has("forms of address", text) or (text.isupper() and len(text) > 1):
            return True
        if self._segmenter.title_at(line, place):
            follows = place + self._segmenter.title_at(line, place)
            return follows < len(words) and words[follows].capital
        neighbour = place + 1 < len(words) and words[place + 1].capital and not words[place + 1].blocked
        plain = lexicon.is_ordinary(lowered)
        if not self.document.english and not self.document.capital[text]:
            # Nothing tells the ordinary words of other languages but their own use in the text.
            listed = (text,) in lexicon.listed or text in lexicon.first_names
            return listed and not self.document.lower[lowered]
        if text in self.document.surnames and not self.document.lower[lowered]:
            return True
        if self.document.alone[text] if plain and not neighbour else self.document.capital[text]:
            return not (plain and self.document.lower[lowered])
        if self.document.lower[lowered] and not neighbour:
            return False
        if not plain:
            return not (lowered.endswith("ly") and len(lowered) > 4 and not neighbour)
        if _APPOSED_BODY.match(line.text, words[place].end):
            return True  # "Unite, the trade union, said"
        if not neighbour:
            return False
        second = words[place + 1].text
        person = not lexicon.is_ordinary(second.lower()) or second in lexicon.surnames
        if text in lexicon.first_names and person:
            return True
        if _AGED.match(line.text, words[place + 1].end) and not self._segmenter.title_at(line, place):
            return True
        if lexicon.has("country openers", text) and self._is_country(line, place + 1):
            return True
        if any(lexicon.has(kind, text) for kind in ("soft openers", "event openers", "place openers")):
            return True
        end = self._end(line, place)
        last = words[end - 1].text
        if (
            lexicon.has("organisation heads", last)
            or lexicon.has("place heads", last)
            or lexicon.has("event heads", last)
        ):
            return words[place + 1].text not in lexicon.first_names
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
            if word.capital and self._touches(line, place) and not word.first:
                if word.text.lower() in _CALENDAR:
                    break
                if word.text.lower() in self.lexicon.function_words and word.text.istitle():
                    break
                place += 1
                continue
            joined = self._joined(line, begin, place)
            if joined is None:
                break
            place = joined
        listed = listed_at(line, begin, self.lexicon)
        return max(place, begin + listed[0]) if listed else place

    def _touches(self, line: Line, place: int) -> bool:
        """Whether only a space parts a word from the one before it."""
        gap = line.text[line.words[place - 1].end : line.words[place].start]
        return gap in (" ", "\u00a0") or (not gap and line.words[place - 1].text == "&")

    def _joined(self, line: Line, begin: int, place: int) -> int | None:
        """Return the place behind what joins the sequence at ``place`` to a further capital word, or None."""
        words = line.words
        text = words[place].text

        def capital(at: int) -> bool:
            return at < len(words) and words[at].capital and not words[at].blocked and not words[at].first

        before = words[place - 1].text
        if text == "&" and capital(place + 1):
            return place + 2
        if text in _ELIDED and capital(place + 1):
            return place + 2
        if (
            self.lexicon.has("numbered", before)
            and text.isdigit()
            and len(text) < 5
            and self._touches(line, place)
        ):
            return place + 1
        romance = self.document.language in LANGUAGES
        if romance and not self._holds_particle(line, begin, text):
            return None
        if self.lexicon.has("inner particles", text) and self._touches(line, place):
            at = place + 1
            while at < len(words) and self.lexicon.has("inner particles", words[at].text) and at < place + 3:
                at += 1
            if capital(at) and not self.lexicon.has("roles", before.lower()) and self._touches(line, at):
                return at + 1
        on_something = text == "on" and before in (
            "Court",
            "Commission",
            "Committee",
            "Council",
            "Conference",
        )
        if (text in ("of", "for") and self._connects(before)) or on_something:
            at = place + 1
            if at < len(words) and words[at].text == "the":
                at += 1
            if text == "of" and self._seated(line, begin, place, at):
                return None
            if capital(at) and words[at].text.lower() not in self.lexicon.function_words:
                return at + 1
        heads = {word.text for word in words[begin:place]}
        if text == "and" and capital(place + 1):
            if heads & {"of", "for", "on"} and heads & self.lexicon.sections["joined by and"]:
                return self._and_joined(line, place)
            return self._headed_pair(line, begin, place)
        if text == "," and heads & _LISTING and heads & {"of", "for"}:
            return self._listed_fields(line, place)
        if text == "for" and "Court" in heads and place + 2 < len(words) and words[place + 1].text == "the":
            return place + 3 if capital(place + 2) else None
        if text == "plc" and self._touches(line, place):
            return place + 1
        nicknamed = self._nicknamed(line, place)
        if nicknamed and before in self.lexicon.first_names:
            return nicknamed
        if text in POSSESSIVES and capital(place + 1):
            if place - 2 >= begin and words[place - 2].text in ("St", "St."):
                return place + 2
            ordinary = before not in self.lexicon.surnames and (
                self.lexicon.is_ordinary(before.lower()) or before.endswith(("men", "women", "people"))
            )
            if (before,) not in self.lexicon.listed and self._owned(line, place, ordinary):
                return place + 2
        bare = text in APOSTROPHES and words[place].start == words[place - 1].end and before.endswith("s")
        if bare and capital(place + 1) and self.lexicon.has("organisation heads", words[place + 1].text):
            return place + 2
        return None

    def _holds_particle(self, line: Line, begin: int, text: str) -> bool:
        """Whether "de" and its like belong to a name in a language where they are prepositions.

        They do in names of people and of bodies ("Luis de Oria", "Consejo de Estado").
        """
        first = line.words[begin].text
        person = first in self.lexicon.first_names
        return (text in _OF and (person or opens_body(first))) or (person and text in _OF_LESS)

    def _nicknamed(self, line: Line, place: int) -> int:
        """Return the place behind the surname in ``"Kid" Fallow`` from its opening mark, 0 for none."""
        words = line.words
        closing = {'"': '"', "“": "”", "‘": "’", "'": "'"}.get(words[place].text)
        for end in range(place + 2, min(place + 5, len(words) - 1)):
            if words[end].text == closing:
                surname = words[end + 1]
                touches = line.text[words[end].end : surname.start] == " "
                return end + 2 if touches and surname.capital and words[place + 1].capital else 0
        return 0

    def _seated(self, line: Line, begin: int, place: int, at: int) -> bool:
        """Whether "of" tells where a company with a name of its own sits ("Kestrel Bank of Bahrain")."""
        words, lexicon = line.words, self.lexicon
        if at >= len(words) or place - begin < 2 or not lexicon.has("company heads", words[place - 1].text):
            return False
        listed = listed_at(line, at, lexicon)
        country = bool(listed and listed[1][0] is EntityType.GPE and lexicon.is_country(listed[1][1]))
        own = words[place - 2].text
        entry = lexicon.listed.get((own,))
        plain = lexicon.is_ordinary(own.lower()) or (entry is not None and entry[0] is not EntityType.ORG)
        return country and not plain

    def _headed_pair(self, line: Line, begin: int, place: int) -> int | None:
        """Join "Food and Drug Administration": plain words around "and", a head at the end."""
        words, lexicon = line.words, self.lexicon
        end = place + 1
        while end < len(words) and words[end].capital and not words[end].blocked and self._touches(line, end):
            end += 1
        plain = lexicon.is_ordinary(words[place - 1].text.lower()) and lexicon.is_ordinary(
            words[place + 1].text.lower()
        )
        headed = end - place > 2 and lexicon.has("organisation heads", words[end - 1].text)
        before = words[place - 1].text
        own = lexicon.has("organisation heads", before) and place - begin > 1 and not before.endswith("s")
        return end if plain and headed and not own else None

    def _owned(self, line: Line, place: int, ordinary: bool) -> bool:
        """Whether what stands behind 's makes one name with what stands before ("Queen's College")."""
        words, lexicon = line.words, self.lexicon
        end = place + 1
        while end < len(words) and words[end].capital and not words[end].blocked and self._touches(line, end):
            end += 1
        last = words[end - 1].text
        if lexicon.has("owned heads", last):
            return ordinary or end - place == 2
        return ordinary and any(
            lexicon.has(heads, last) for heads in ("organisation heads", "event heads", "connector heads")
        )

    def _and_joined(self, line: Line, place: int) -> int | None:
        words = line.words
        follows = words[place + 1].text
        if listed_at(line, place + 1, self.lexicon) or follows in self.lexicon.first_names:
            return None
        return place + 2 if self.lexicon.is_ordinary(follows.lower()) else None

    def _listed_fields(self, line: Line, place: int) -> int | None:
        """Return the place behind "Roads, Bridges and Ferries" from its first comma, or None where none is.

        What a ministry is for is listed by plain words in capitals; the last follows "and".
        """
        words, lexicon = line.words, self.lexicon

        def field(at: int) -> int:
            while at < len(words) and words[at].capital and not words[at].blocked:
                if not lexicon.is_ordinary(words[at].text.lower()):
                    return 0
                at += 1
            return at

        while place < len(words) and words[place].text == ",":
            comma = place + 1
            last = comma < len(words) and words[comma].text == "and"
            end = field(comma + last)
            if not end or end == comma + last:
                return None
            if last:
                return end
            place = end
        if place + 1 < len(words) and words[place].text == "and":
            end = field(place + 1)
            return end if end > place + 1 else None
        return None

    def _connects(self, word: str) -> bool:
        return self.lexicon.has("connector heads", word)

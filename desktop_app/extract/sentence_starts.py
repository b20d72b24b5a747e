"""Words in capitals that open a sentence: which of them are or open a name.

The chunker (``chunks``) asks here before it begins a name where only the sentence may have given the capital.
"""

from __future__ import annotations

import re

from desktop_app.extract.body_spans import is_department, is_people, opens_pair
from desktop_app.extract.firms import does_business
from desktop_app.extract.frames import is_body_apposed
from desktop_app.extract.freed import is_given_month
from desktop_app.extract.joins import Joiner
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import POSSESSIVES, listed_at
from desktop_app.extract.neighbours import followed, run_end
from desktop_app.extract.openings import are_things, ends_other, opens_told, told_before, told_whole
from desktop_app.extract.owners import COLLECTIVES
from desktop_app.extract.segments import Segmenter
from desktop_app.extract.told_persons import opens_somebody
from desktop_app.extract.words import Document, Line, is_korean_given
from desktop_app.model import EntityType

_APPOSED_BODY = re.compile(
    r",\s(?:the|an?|one of|[A-Z][\w’'-]+[’']s)\s(?:[\w’'-]+\s){0,3}?(?:union|company|firm|party|charity"
    r"|broadcaster|operator|newspaper|airline|bank|group|retailer|maker|lender|insurer|carrier|agency|chain|lobby"
    r"|watchdog|regulator|pressure\sgroup|consultancy|think\stank|federation|foundation|non-profit|publisher|brewer)\b"
)
_IS_BODY = re.compile(
    r"\sis\s(?:an?|the|one\sof)\s(?:[\w’'-]+\s){0,3}?(?:union|company|firm|party|charity|broadcaster|newspaper|airline|bank|retailer|agency"
    r"|cooperative|non-profit|start-?up)\b"
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
_WHO_BEHIND = re.compile(r",\s(?:who|whose|a|an|the|\d\d)\b|\s\(\d\d\)")
_SOMEBODY = re.compile(r",\s(?:who|whose|[1-9]\d)\b|\s(?:said|says|told)\b(?!\s(?:you|yes|no)\b)")
_AGED = re.compile(r",\s[1-9]\d,")


def _is_body(line: Line, end: int, lexicon: Lexicon) -> bool:
    """Whether an apposition behind ``end`` tells a body."""
    told = _APPOSED_BODY.match(line.text, end) or _IS_BODY.match(line.text, end)
    return bool(told) or is_body_apposed(line.text, end, lexicon)


class SentenceStarts:
    """Tells of the first words of the sentences of one document whether they open names."""

    def __init__(self, document: Document, lexicon: Lexicon, segmenter: Segmenter, joiner: Joiner) -> None:
        """Take a document; ``segmenter`` knows titles in front of names, ``joiner`` where names end."""
        self.document = document
        self.lexicon = lexicon
        self.clubs = joiner.clubs
        self._segmenter = segmenter
        self._joiner = joiner

    def opens_name(self, line: Line, place: int) -> bool:
        """Whether the word in capitals that opens a sentence at ``place`` is or opens a name."""
        if self._surely_opens(line, place):
            return True
        title = self._segmenter.title_at(line, place)
        if title:
            behind = place + title
            return behind < len(line.words) and line.words[behind].capital
        told = self._told(line, place)
        if told is not None:
            return told
        if not self._is_plain(line.words[place].text):
            return self._strange_opens(line, place)
        return self._plain_opens(line, place)

    def opens_particle(self, line: Line, place: int, least: int = 2) -> bool:
        """Whether a sentence begins with the particle of a surname ("Van den Berg said")."""
        words = line.words
        behind = place + 1
        own = words[place].text
        if not self.lexicon.has("opening particles", own if least == 1 else own.lower()):
            return False
        while behind < len(words) and self.lexicon.has("opening particles", words[behind].text):
            behind += 1
        return behind >= place + least and behind < len(words) and words[behind].capital

    def describes(self, line: Line, place: int) -> bool:
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

    def clashes(self, line: Line, place: int) -> bool:
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
        listed = follows in (",", "and") and followed(line, place + 1) and not self.document.lower[lowered]
        if entry and entry[0] is EntityType.ORG and listed:
            return False  # "Meta, Orlan and Dovrey", "Labour and Reform"
        behind = listed_at(line, place + 2, self.lexicon) if listed else None
        if entry and entry[0] is EntityType.GPE and behind and behind[1][0] is EntityType.GPE:
            return False  # "Manila and Tokyo"
        if entry and entry[0] is EntityType.ORG and follows in ("minister", "ministry", "secretary", "law"):
            return not self.document.capital[word]  # "Labour minister Ada Brook"
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

    def _surely_opens(self, line: Line, place: int) -> bool:
        """Whether initials, a form of address or what the document ties open a name."""
        text = line.words[place].text
        if self.lexicon.has("forms of address", text) or (text.isupper() and len(text) > 1):
            return True
        if is_given_month(line, place, self.lexicon) or opens_told(line, place, self.lexicon):
            return True
        if text in COLLECTIVES and line.words[place + 1 : place + 2] and followed(line, place + 1):
            last = line.words[run_end(line, place + 2) - 1].text
            owned = line.words[place + 1].text in POSSESSIVES and place + 2 < len(line.words)
            if owned and self.lexicon.has("organisation heads", last):
                return True  # "People’s National Party"
        if not text.isascii() and followed(line, place):
            return True  # "Équinoxe Énergie"
        alone = not (place + 1 < len(line.words) and line.words[place + 1].capital)
        return (text in self.document.held and alone) or opens_pair(self.document, line, place)

    def _is_plain(self, text: str) -> bool:
        """Whether a word is a common one; a first name only where the list has it ("Will", not "Fred")."""
        lowered = text.lower()
        derived = text in self.lexicon.first_names and lowered not in self.lexicon.words
        strange = not text.isascii() and lowered not in self.lexicon.words  # "Tomé" is no "tome"
        return self.lexicon.is_ordinary(lowered) and not derived and not strange

    def _told(self, line: Line, place: int) -> bool | None:
        """Whether the next word or the rest of the document tells of a name, None where neither decides."""
        words, document, lexicon = line.words, self.document, self.lexicon
        text = words[place].text
        lower = document.lower[text.lower()]
        neighbour = followed(line, place)
        if not neighbour and place + 2 < len(words) and self.opens_particle(line, place + 1, 1):
            return True  # "Sander de Wit"
        plain = self._is_plain(text)
        if not neighbour and plain and self._is_forename(line, place, lower):
            return True
        if self.clubs and not neighbour and not lower and self._plays(line, place):
            return True
        if neighbour and _CLAN.match(words[place + 1].text):
            return True  # "Colt McCoy"
        if not document.english and not document.capital[text]:
            # Nothing tells the ordinary words of other languages but their own use in the text.
            listed = (text,) in lexicon.listed or text in lexicon.first_names
            return listed and not lower
        if text in document.surnames and not lower:
            return True
        if neighbour and document.capital[text] and self._is_repeated(line, place):
            return True
        if document.alone[text] if plain and not neighbour else document.capital[text]:
            return not (plain and lower)
        if plain and not neighbour and told_before(line, place, document, lexicon):
            return True
        if neighbour and is_korean_given(words[place + 1].text, lexicon):
            return True
        if neighbour and self._joiner.capital_inside(line, place + 1):
            return True
        return False if lower and not neighbour else None

    def _is_repeated(self, line: Line, place: int) -> bool:
        """Whether a name opens with a plain word here as it does elsewhere ("Bank Al Rafid said")."""
        return self._times_told(line, place, run_end(line, place + 1)) > 1

    def _times_told(self, line: Line, first: int, last: int) -> int:
        """Return how often the document has the words ``first``..``last`` (exclusive) as one whole."""
        return self.document.sequences[" ".join(word.text for word in line.words[first:last])]

    def _is_forename(self, line: Line, place: int, lower: int) -> bool:
        """Whether a common word is somebody's first name here ("Grace, 22, laughed", "Dawn joked")."""
        word, lexicon = line.words[place], self.lexicon
        if word.text not in lexicon.first_names or (lower and word.text not in self.document.forenames):
            return False
        follows = line.words[place + 1].text if place + 1 < len(line.words) else ""
        if _SOMEBODY.match(line.text, word.end) or lexicon.has("person verbs", follows):
            return True
        known = word.text in self.document.forenames and not lower
        return known and (lexicon.has("auxiliaries", follows) or follows in POSSESSIVES)

    def _strange_opens(self, line: Line, place: int) -> bool:
        """Whether a word that is no common one opens a name: no plural of things and no adverb."""
        if followed(line, place):
            return True
        lowered = line.words[place].text.lower()
        if not self.clubs and are_things(line, place, self.lexicon):
            return False
        return not (lowered.endswith("ly") and len(lowered) > 4)

    def _plain_opens(self, line: Line, place: int) -> bool:
        """Whether a common word opens a name: of a body, of partners, or by the capital word behind it."""
        words, lexicon = line.words, self.lexicon
        if _is_body(line, words[place].end, lexicon):
            return True  # "Unite, the trade union, said"
        if words[place + 1 : place + 2] and words[place + 1].text == "&":
            end = self._joiner.joined(line, place, place + 1)
            last = words[end - 1].text if end else ""
            known = last in _PARTNERS or len(words) > 6
            return known or not lexicon.is_ordinary(last.lower())  # "Stone & Sons"
        if not followed(line, place):
            return False
        person = self._opens_person(line, place)
        return self._opens_body(line, place) if person is None else person

    def _opens_person(self, line: Line, place: int) -> bool | None:
        """Whether a common word and the capital one behind it are a person, None where nothing tells."""
        words, lexicon = line.words, self.lexicon
        text, second = words[place].text, words[place + 1].text
        plain = lexicon.is_ordinary(second.lower())
        person = not plain or second in lexicon.surnames
        # "Grace Cook": two plain words, but one is a first name and the other none that ends other names.
        person = person or (self._joiner.end(line, place) == place + 2 and not ends_other(second, lexicon))
        if text in lexicon.first_names and (person or _WHO_BEHIND.match(line.text, words[place + 1].end)):
            return True
        listed = self._is_listed(line, place + 1)
        surname = text in lexicon.surnames and not lexicon.has("soft openers", text)
        if surname and not listed and not plain and not second.isupper():
            return True  # "Price Marlow"
        if _AGED.match(line.text, words[place + 1].end):
            return True
        if lexicon.has("country openers", text) and self._is_country(line, place + 1):
            return True
        if opens_somebody(line, place, self.document.sequences, lexicon):
            return True
        told = _CALLED_SOMEBODY.match(line.text, words[place + 1].end)
        if told and lexicon.has("roles", told["role"]) and not listed:
            # "Marsh Dunnow, a baker,", but not "Brewer Dunnow, a baker,"
            return not (lexicon.has("roles", text.lower()) or plain)
        return None

    def _opens_body(self, line: Line, place: int) -> bool:
        """Whether a common word and the capital ones behind it are a body, a place or an event."""
        words, lexicon = line.words, self.lexicon
        text, second = words[place].text, words[place + 1].text
        if any(lexicon.has(kind, text) for kind in _OPENERS):
            return True
        end, listed = self._joiner.end(line, place), self._is_listed(line, place + 1)
        if end == place + 2 and not listed and told_whole(text, second, self.document, lexicon):
            return True
        last = words[end - 1]
        if _is_body(line, last.end, lexicon) or is_department(line, place, end, lexicon):
            return True
        if not listed and does_business(line.text, last.end):
            return True  # "Silver Lane posted record sales"
        if any(lexicon.has(kind, last.text) for kind in ("organisation heads", "place heads", "event heads")):
            return end == place + 2 or second not in lexicon.first_names
        return lexicon.has("connector heads", text) and end > place + 1

    def _is_listed(self, line: Line, place: int) -> bool:
        """Whether a word is a listed name or a title."""
        return (line.words[place].text,) in self.lexicon.listed or bool(self._segmenter.title_at(line, place))

    def _known_behind(self, line: Line, place: int) -> bool:
        """Whether the capital words behind one stand elsewhere without it, and never with it."""
        # "Bank Orlan" may be whole.
        least = 1 + self.lexicon.has("organisation openers", line.words[place].text)
        end = run_end(line, place + 1)
        return self._times_told(line, place + 1, end) >= least and self._times_told(line, place, end) < 2

    def _plays(self, line: Line, place: int) -> bool:
        """Whether a common word that opens a sentence is a club here: a nickname, or it beats somebody."""
        word = line.words[place]
        if self.lexicon.has("club nicknames", word.text):
            return True
        return bool(_BEATS.match(line.text, word.end)) and not self.lexicon.has("game sides", word.text)

    def _is_country(self, line: Line, place: int) -> bool:
        listed = listed_at(line, place, self.lexicon)
        return bool(listed and self.lexicon.is_country(listed[1][1]) and listed[1][0] is EntityType.GPE)

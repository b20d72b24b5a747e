"""What joins capital words to one name: small words, marks and figures between them.

The chunker (``chunks``) asks at the end of each sequence of capital words whether it goes on.
"""

from __future__ import annotations

from desktop_app.extract.body_spans import ends_small, paired_end, shouts, tells_leader
from desktop_app.extract.freed import CALENDAR
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.listings import LISTING, joined_by_and, joined_by_comma
from desktop_app.extract.lower_abroad import goes_on_abroad
from desktop_app.extract.name import APOSTROPHES, ELIDED, POSSESSIVES, listed_at
from desktop_app.extract.neighbours import adjoins, capital_at, followed, spaced, touching
from desktop_app.extract.owners import is_owners, joined_by_possessive
from desktop_app.extract.romance import LANGUAGES, opens_body
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType

FOREIGN_AND = frozenset(("et", "en", "und", "och", "og", "ve", "e", "y", "i", "dan"))
"""What "and" is in other languages: in English text it stands in names alone."""

_TO_DO = frozenset(
    ("Campaign", "Committee", "Coalition", "Fund", "Society", "Alliance", "Movement", "Initiative")
)
"""What may go on with what it is there to do."""

_POWERS = frozenset(("Survey", "Police", "Navy", "Army", "Guard", "Gendarmerie", "Prison"))
_SEATS = frozenset(("Senate", "House", "Parliament", "Commons", "Congress"))
_SEATED = frozenset(
    ("Museum", "Academy", "Institute", "College", "Faculty", "University", "Court", "Chamber")
)
_SEATED |= {"School", "Society", "Union", "Federation", "Association", "Confederation", "Syndicate"}
"""Bodies that are called by a field and their town ("Academy of Sciences of Orlan")."""
_OF = frozenset(
    ("de", "del", "di", "della", "delle", "dei", "degli", "du", "des", "da", "do", "dos", "das", "van")
)
_ON_SOMETHING = frozenset(
    ("Court", "Commission", "Committee", "Council", "Conference", "Convention", "Panel", "Forum", "Institute")
) | frozenset(("Group", "Centre", "Center", "Taskforce", "Alliance", "Inquiry", "Authority", "Board"))
_ON_SOMETHING |= {"Congress", "Symposium", "Summit", "Meeting"}
"""What may go on with "on"."""

_FATHERED = frozenset(("kyzy", "qizi", "kizi", "oglu", "ogly", "oğlu", "uulu"))
"""What stands behind a father's name."""

_OF_LESS = frozenset(("von", "la", "y", "e", "al", "bin", "ben", "le", "el"))


def _are_a_people(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is a people's or a creed's in the plural ("Tavians")."""
    entry = lexicon.listed.get((word,))
    return entry is not None and entry[0] is EntityType.NORP and word.endswith("s")


class Joiner:
    """Tells where a sequence of capital words of one document goes on behind a word that is none."""

    def __init__(self, document: Document, lexicon: Lexicon, *, clubs: bool = False) -> None:
        """Take a document; ``clubs`` tells that it reports on games of clubs."""
        self.document = document
        self.lexicon = lexicon
        self.clubs = clubs

    def end(self, line: Line, begin: int) -> int:
        """Return the place behind the capital words from ``begin`` and all that is joined to them."""
        words = line.words
        listed = listed_at(line, begin, self.lexicon)
        place = begin + (listed[0] if listed else 1)
        if not words[begin].capital:
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
            if shouts(line, place, self.document, self.lexicon):
                break
            if word.capital and adjoins(line, place) and not word.first:
                if word.text.lower() in CALENDAR and not (
                    words[place - 1].text in self.lexicon.first_names and word.text in self.document.surnames
                ):
                    break
                if (
                    word.text.lower() in self.lexicon.function_words
                    and word.text.istitle()
                    and not self.capital_inside(line, place)
                    and (self.clubs or not ends_small(line, place, self.lexicon))
                ):
                    break
                place += 1
                continue
            joined = self.joined(line, begin, place)
            if joined is None:
                break
            place = joined
        if not listed:
            return place
        reach = begin + listed[0]
        if reach < place and self.lexicon.is_country(listed[1][1]):  # "the U.S. Food and Drug Administration"
            owned = listed_at(line, reach, self.lexicon)
            reach += owned[0] if owned and owned[1][0] is EntityType.ORG else 0
        return max(place, reach)

    def numbers(self, line: Line, place: int) -> bool:
        """Whether a word is a number in capitals that opens a name ("Three Rivers Towing")."""
        word = line.words[place]
        return self.lexicon.has("number openers", word.text) and not word.first and followed(line, place)

    def _is_small(self, line: Line, place: int) -> bool:
        """Whether a word in capitals is one of the small words, and no noun here ("of Mine Workers")."""
        text = line.words[place].text
        if text.lower() not in self.lexicon.function_words:
            return False
        return not (self.lexicon.has("place heads", text) and touching(line, place + 1))

    def capital_inside(self, line: Line, place: int) -> bool:
        """Whether a small word in capitals stands inside a name ("Doctors Without Borders")."""
        text = line.words[place].text
        noun = text.lower() in self.lexicon.function_words and not self._is_small(line, place)
        inside = noun or self.lexicon.has("inside names", text)
        return (inside or self.numbers(line, place)) and followed(line, place) and adjoins(line, place + 1)

    def joined(self, line: Line, begin: int, place: int) -> int | None:
        """Return the place behind what joins the sequence at ``place`` to a further capital word, or None.

        ``begin`` is the place of the first word of the sequence. What the document itself ties goes first.
        """
        tied = self._tied(line, begin, place)
        if tied:
            return tied
        text = line.words[place].text
        if self.document.english:
            abroad = goes_on_abroad(line, begin, place, self.lexicon)
            if abroad:
                return abroad
        if self.document.language in LANGUAGES and not self._holds_particle(line, begin, text):
            return None
        if text in ("of", "for", "on"):
            return self._joined_by_preposition(line, begin, place)
        if text == "to" and line.words[place - 1].text in _TO_DO and touching(line, place + 2):
            return place + 2 if capital_at(line, place + 1) else None  # "Campaign to Protect Rural Tavia"
        if text == "and":
            return joined_by_and(self.document, line, begin, place, self.lexicon)
        if text == ",":
            return joined_by_comma(line, begin, place, self.lexicon)
        if text in POSSESSIVES:
            return joined_by_possessive(self.document, line, begin, place, self.lexicon)
        particle = self._joined_by_particle(line, place)
        if particle:
            return particle
        if text.islower() and self.lexicon.has("legal suffixes", text) and adjoins(line, place):
            return place + 1
        nicknamed = self._nicknamed(line, place)
        if nicknamed and line.words[place - 1].text in self.lexicon.first_names:
            return nicknamed
        return place + 2 if text in APOSTROPHES and is_owners(line, begin, place, self.lexicon) else None

    def _tied(self, line: Line, begin: int, place: int) -> int:
        """Return the place behind marks, numbers and pairs that need no further sign, 0 for none."""
        words, document = line.words, self.document
        before, text = words[place - 1].text, words[place].text
        further = capital_at(line, place + 1)
        if further and (text == "&" or text in ELIDED):
            return place + 2
        counted = self.lexicon.has("numbered", before) and text.isdigit() and len(text) < 5
        if (counted or (before, text) in document.numbered) and adjoins(line, place):
            return place + 1  # "Forum 21"
        if text == "and" and document.pairs:
            paired = paired_end(document, line, begin, place)
            if paired:
                return paired
        if (before, text, words[place + 1].text if further else "") in document.linked:
            return place + 2
        foreign = text in FOREIGN_AND and document.english and self._joins_foreign(line, begin, place)
        return place + 2 if foreign else 0

    def _joined_by_particle(self, line: Line, place: int) -> int:
        """Return the place behind the particles of a name and what follows them, 0 for none."""
        words, lexicon = line.words, self.lexicon
        text = words[place].text
        if not adjoins(line, place):
            return 0
        if lexicon.has("inner particles", text):
            at = place + 1
            while at < len(words) and at < place + 3 and self._is_inner(words[at].text):
                at += 1
            office = lexicon.has("roles", words[place - 1].text.lower())
            if capital_at(line, at) and not office and (adjoins(line, at) or words[at - 1].text in ELIDED):
                return at + 1
        return place + 1 if text in _FATHERED and not capital_at(line, place + 1) else 0

    def _is_inner(self, text: str) -> bool:
        """Whether a small word may stand in the middle of a name ("de", "l’")."""
        return self.lexicon.has("inner particles", text) or text in ELIDED

    def _joined_by_preposition(self, line: Line, begin: int, place: int) -> int | None:
        """Return the place behind "of", "for" or "on" and the capital word that they join, or None."""
        words, lexicon = line.words, self.lexicon
        before, text = words[place - 1].text, words[place].text
        if text == "of" and self._of_seat(line, begin, place):
            return place + 2  # "Museum of Natural Sciences of Orlan"
        if text == "of" and self._of_country(line, begin, place):
            listed = listed_at(line, place + 1, lexicon)
            return place + 1 + listed[0] if listed else None
        if text == "for" and before in _SEATS:
            return None  # "sat in the Senate for Montana"
        if tells_leader(self.document, line, begin, place, lexicon):
            return None
        if text == "on":
            connects = before in _ON_SOMETHING
        else:
            general = before == "General" and place - begin == 2 and self._connects(words[begin].text)
            land = before in _POWERS and place - begin > 1 and self._is_land(line, place + 1)
            connects = general or land or self._connects(before)  # "Directorate General of"
        if text == "of" and self._is_persons_end(line, begin, place):
            return None
        if connects or self._named_for(line, begin, place):
            at = place + 1
            if at < len(words) and (
                words[at].text == "the" or (words[at].text == "The" and capital_at(line, at + 1))
            ):
                at += 1
            if text == "of" and self._seated(line, begin, place, at):
                return None
            if capital_at(line, at) and not self._is_small(line, at):
                return at + 1
        court = text == "for" and any(word.text == "Court" for word in words[begin:place])
        if court and capital_at(line, place + 2) and words[place + 1].text == "the":
            return place + 3
        return None

    def _is_persons_end(self, line: Line, begin: int, place: int) -> bool:
        """Whether a land's head in front of "of" is a surname ("Dr Orrin Vale of the Orlan Centre")."""
        words, lexicon = line.words, self.lexicon
        before = words[place - 1].text
        if lexicon.has("forms of address", words[begin].text):
            return place - begin > 1
        strange = place - begin == 2 and not lexicon.is_ordinary(words[begin].text.lower())
        land = lexicon.has("place heads", before) and lexicon.has("surname heads", before)
        land = land or before == "Vale"  # a valley opens with it
        return strange and land and (words[begin].text,) not in lexicon.listed

    def _joins_foreign(self, line: Line, begin: int, place: int) -> bool:
        """Whether a foreign "and" joins two words in capitals ("Terre et Eau")."""
        words = line.words
        if words[begin].first or not words[place - 1].text.istitle() or not adjoins(line, place):
            return False
        return touching(line, place + 1) and not words[place + 1].first

    def _named_for(self, line: Line, begin: int, place: int) -> bool:
        """Whether "of" or "for" goes on with a plain word in capitals ("Companions of the Cave").

        In running text a plain word has a capital there only inside a name; offices are none.
        """
        words, lexicon = line.words, self.lexicon
        if words[place].text not in ("of", "for"):
            return False
        at = place + 1 + (place + 1 < len(words) and words[place + 1].text == "the")
        if at == place + 2 and words[place].text == "for":
            return False  # "He left Orlan Towing for the Fourth Army"
        if at >= len(words) or not words[at].capital or words[at].blocked or not words[at].text.istitle():
            return False
        word, before = words[at].text, words[place - 1].text
        if lexicon.has("of a land", before) and not words[place - 1].first:
            return True  # "Heart of Slovenia"
        if not lexicon.is_ordinary(word.lower()) or word.lower() in lexicon.function_words:
            return False
        person = word in lexicon.first_names and touching(line, at + 1)
        if listed_at(line, at, lexicon) or person or word in lexicon.surnames:
            return False
        opens = any(lexicon.has(kind, word) for kind in ("soft openers", "number openers", "generic"))
        end = at
        while end < len(words) and words[end].capital and adjoins(line, end):
            end += 1
        last = words[end - 1].text
        if opens or lexicon.has("organisation heads", last) or lexicon.has("place heads", last):
            return False
        offices = any(lexicon.has("roles", part.text.lower()) for part in words[begin:place])
        titled = (before,) in lexicon.titles or lexicon.has("offices with a field", before)
        person = words[begin].text in lexicon.first_names
        if words[place].text == "for" and place == begin + 1 and _are_a_people(before, lexicon):
            return at == place + 1  # "Tavians for Justice"
        if offices or titled or person or words[begin].first:
            return False
        return lexicon.is_ordinary(before.lower())

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
                capitals = words[end + 1].capital and words[place + 1].capital
                return end + 2 if capitals and spaced(line, end + 1) else 0
        return 0

    def _is_land(self, line: Line, place: int) -> bool:
        """Whether a country stands at ``place``, with its article or not ("National Police of Peru")."""
        words = line.words
        at = place + (place < len(words) and words[place].text == "the")
        listed = listed_at(line, at, self.lexicon) if at < len(words) else None
        return listed is not None and self.lexicon.is_country(listed[1][1])

    def _of_seat(self, line: Line, begin: int, place: int) -> bool:
        """Whether a second "of" tells the town of a body that is called by its field."""
        words, lexicon = line.words, self.lexicon
        if place - begin < 3 or words[begin].text not in _SEATED or words[begin + 1].text != "of":
            return False
        field = [word.text for word in words[begin + 2 : place] if word.text != "and"]
        if not all(lexicon.is_ordinary(word.lower()) for word in field) or not capital_at(line, place + 1):
            return False
        return not lexicon.is_ordinary(words[place + 1].text.lower()) and not touching(line, place + 2)

    def _of_country(self, line: Line, begin: int, place: int) -> bool:
        """Whether "of" tells whose ministry it is ("Ministry of Health of Rwanda")."""
        words = line.words
        if words[begin].text not in LISTING or words[begin + 1].text != "of" or place + 1 >= len(words):
            return False
        listed = listed_at(line, place + 1, self.lexicon)
        return listed is not None and place > begin + 2 and self.lexicon.is_country(listed[1][1])

    def _seated(self, line: Line, begin: int, place: int, at: int) -> bool:
        """Whether "of" tells where a company with a name of its own sits ("Kestrel Bank of Bahrain")."""
        words, lexicon = line.words, self.lexicon
        if at >= len(words) or place - begin < 2 or not lexicon.has("company heads", words[place - 1].text):
            return False
        listed = listed_at(line, at, lexicon)
        country = bool(listed and listed[1][0] is EntityType.GPE)
        own = words[place - 2].text
        entry = lexicon.listed.get((own,))
        plain = lexicon.is_ordinary(own.lower()) or (entry is not None and entry[0] is not EntityType.ORG)
        return country and not plain

    def _connects(self, word: str) -> bool:
        return self.lexicon.has("connector heads", word)

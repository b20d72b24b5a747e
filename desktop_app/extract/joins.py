"""What joins capital words to one name: small words, marks and figures between them."""

from __future__ import annotations

from desktop_app.extract.body_spans import is_department, paired_end, tells_leader, touching
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import APOSTROPHES, POSSESSIVES, listed_at
from desktop_app.extract.romance import LANGUAGES, opens_body
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType

FOREIGN_AND = frozenset(("et", "en", "und", "och", "og", "ve", "e", "y", "i", "dan"))
"""What "and" is in other languages: in English text it stands in names alone."""

_SEATS = frozenset(("Senate", "House", "Parliament", "Commons", "Congress"))
_LISTING = frozenset(
    ("Ministry", "Department", "Bureau", "Office", "Secretariat", "Faculty", "School", "Directorate")
)
_OF = frozenset(
    ("de", "del", "di", "della", "delle", "dei", "degli", "du", "des", "da", "do", "dos", "das", "van")
)
_ON_SOMETHING = frozenset(
    ("Court", "Commission", "Committee", "Council", "Conference", "Convention", "Panel", "Forum", "Institute")
) | frozenset(("Group", "Centre", "Center", "Taskforce", "Alliance", "Inquiry", "Authority", "Board"))
"""What may go on with "on"."""

_COLLECTIVES = frozenset(
    ("People", "Women", "Men", "Children", "Citizen", "Worker", "Farmer", "Nation", "Voter", "Veteran")
)
"""Whose something is in the names of parties and lobbies ("Women's Choice")."""

_PAPERS = frozenset(("Wire", "Times", "Post", "News", "Herald", "Press", "Journal", "Radio", "Television"))
_FATHERED = frozenset(("kyzy", "qizi", "kizi", "oglu", "ogly", "oğlu", "uulu"))
"""What stands behind a father's name."""

SAINTS = frozenset(("St", "St.", "Saint"))
"""What stands in front of a saint’s name."""

_AT_SAINTS = frozenset(("at", "to", "from", "outside", "near", "and", "into"))
_OF_HOUSES = frozenset(
    ("gates", "doors", "wards", "steps", "corridors", "grounds", "entrance", "staff", "roof", "pupils")
)
_OF_SAINTS = frozenset(
    ("hospital", "school", "church", "college", "parish", "hospice", "staff", "wards", "pupils")
)
"""What stands in front of and behind a house that is called after a saint."""

UNITED = frozenset(("United", "Amalgamated", "Associated", "Allied"))
_OF_LESS = frozenset(("von", "la", "y", "e", "al", "bin", "ben", "le", "el"))
_ELIDED = frozenset(("d'", "d’", "l'", "l’", "dell'", "dell’"))


class Joiner:
    """Tells where a sequence of capital words of one document goes on behind a word that is none."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon

    def touches(self, line: Line, place: int) -> bool:
        """Whether only a space parts a word from the one before it."""
        gap = line.text[line.words[place - 1].end : line.words[place].start]
        return gap in (" ", "\u00a0") or (not gap and line.words[place - 1].text == "&")

    def numbers(self, line: Line, place: int) -> bool:
        """Whether a word is a number in capitals that opens a name ("Three Rivers Towing")."""
        words = line.words
        word = words[place]
        return (
            self.lexicon.has("number openers", word.text)
            and not word.first
            and place + 1 < len(words)
            and words[place + 1].capital
            and not words[place + 1].blocked
        )

    def capital_inside(self, line: Line, place: int) -> bool:
        """Whether a small word in capitals stands inside a name ("Doctors Without Borders")."""
        words = line.words
        return (
            (self.lexicon.has("inside names", words[place].text) or self.numbers(line, place))
            and place + 1 < len(words)
            and words[place + 1].capital
            and not words[place + 1].blocked
            and self.touches(line, place + 1)
        )

    def joined(self, line: Line, begin: int, place: int) -> int | None:
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
            and self.touches(line, place)
        ):
            return place + 1
        if (before, text) in self.document.numbered and self.touches(line, place):
            return place + 1  # "Forum 21"
        if text == "and" and self.document.pairs:
            paired = paired_end(self.document, line, begin, place)
            if paired:
                return paired
        if (before, text, words[place + 1].text if capital(place + 1) else "") in self.document.linked:
            return place + 2
        if text in FOREIGN_AND and self.document.english and self._joins_foreign(line, begin, place):
            return place + 2
        romance = self.document.language in LANGUAGES
        if romance and not self._holds_particle(line, begin, text):
            return None
        if self.lexicon.has("inner particles", text) and self.touches(line, place):
            at = place + 1
            while at < len(words) and self.lexicon.has("inner particles", words[at].text) and at < place + 3:
                at += 1
            if capital(at) and not self.lexicon.has("roles", before.lower()) and self.touches(line, at):
                return at + 1
        if text == "of" and self._of_country(line, begin, place):
            listed = listed_at(line, place + 1, self.lexicon)
            return place + 1 + listed[0] if listed else None
        on_something = text == "on" and before in _ON_SOMETHING
        if text in _FATHERED and self.touches(line, place) and not capital(place + 1):
            return place + 1
        general = before == "General" and place - begin == 2 and self._connects(words[begin].text)
        connects = text in ("of", "for") and (general or self._connects(before))  # "Directorate General of"
        if text == "for" and before in _SEATS:
            return None  # "sat in the Senate for Montana"
        if tells_leader(self.document, line, begin, place, self.lexicon):
            return None
        if connects or on_something or self._named_for(line, begin, place):
            at = place + 1
            if at < len(words) and (words[at].text == "the" or (words[at].text == "The" and capital(at + 1))):
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
        if text == "," and place - begin < 3 and capital(place + 1) and not line.words[begin].first:
            return self._listed_trades(line, begin, place)
        if text == "for" and "Court" in heads and place + 2 < len(words) and words[place + 1].text == "the":
            return place + 3 if capital(place + 2) else None
        if text.islower() and self.lexicon.has("legal suffixes", text) and self.touches(line, place):
            return place + 1
        nicknamed = self._nicknamed(line, place)
        if nicknamed and before in self.lexicon.first_names:
            return nicknamed
        if text in POSSESSIVES and capital(place + 1):
            if (before, words[place + 1].text) in self.document.owned:
                return place + 2
            if place - 2 >= begin and words[place - 2].text in SAINTS:
                return place + 2
            ordinary = before not in self.lexicon.surnames and (
                self.lexicon.is_ordinary(before.lower()) or before.endswith(("men", "women", "people"))
            )
            if (before,) not in self.lexicon.listed and self._owned(line, place, ordinary):
                return place + 2
            if before in _COLLECTIVES and place - 1 == begin and self._is_cause(words[place + 1].text):
                return place + 2
        if text in POSSESSIVES and self._is_saints(line, begin, place):
            return place + 1
        bare = text in APOSTROPHES and words[place].start == words[place - 1].end and before.endswith("s")
        if bare and capital(place + 1):
            plain = self.lexicon.is_ordinary(before.lower()) and not words[place - 1].first
            if plain or self.lexicon.has("organisation heads", words[place + 1].text):
                return place + 2  # "Tenants’ Circle"
            if before[:-1] in _COLLECTIVES and place - 1 == begin and self._is_cause(words[place + 1].text):
                return place + 2  # "Farmers' Hope"
        return None

    def _joins_foreign(self, line: Line, begin: int, place: int) -> bool:
        """Whether a foreign "and" joins two words in capitals ("Terre et Eau")."""
        words = line.words
        if words[begin].first or not words[place - 1].text.istitle() or not self.touches(line, place):
            return False
        return touching(line, place + 1) and not words[place + 1].first

    def _is_cause(self, word: str) -> bool:
        """Whether a plain noun has its capital because it is part of a name ("Dawn" in "People's Dawn")."""
        lexicon = self.lexicon
        if not word.istitle() or not lexicon.is_ordinary(word.lower()) or (word,) in lexicon.listed:
            return False
        return not any(lexicon.has(kind, word) for kind in ("titles", "offices with a field", "works"))

    def _is_saints(self, line: Line, begin: int, place: int) -> bool:
        """Whether a saint's name with 's is a hospital's, school's or church's ("at St Orla’s")."""
        words = line.words
        if place - begin != 2 or words[begin].text not in SAINTS or listed_at(line, begin, self.lexicon):
            return False
        before = words[begin - 1].text.lower() if begin else ""
        if before == "of" and begin > 1 and words[begin - 2].text in _OF_HOUSES:
            return True  # "at the gates of St Orla’s"
        behind = words[place + 1].text if place + 1 < len(words) else ""
        return before in _AT_SAINTS or (behind in _OF_SAINTS and before not in ("of", "in"))

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
        while end < len(words) and words[end].capital and self.touches(line, end):
            end += 1
        last = words[end - 1].text
        if opens or lexicon.has("organisation heads", last) or lexicon.has("place heads", last):
            return False
        offices = any(lexicon.has("roles", part.text.lower()) for part in words[begin:place])
        titled = (before,) in lexicon.titles or lexicon.has("offices with a field", before)
        person = words[begin].text in lexicon.first_names
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
                surname = words[end + 1]
                touches = line.text[words[end].end : surname.start] == " "
                return end + 2 if touches and surname.capital and words[place + 1].capital else 0
        return 0

    def _of_country(self, line: Line, begin: int, place: int) -> bool:
        """Whether "of" tells whose ministry it is ("Ministry of Health of Rwanda")."""
        words = line.words
        if words[begin].text not in _LISTING or words[begin + 1].text != "of" or place + 1 >= len(words):
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

    def _headed_pair(self, line: Line, begin: int, place: int) -> int | None:
        """Join "Food and Drug Administration": plain words around "and", a head at the end."""
        words, lexicon = line.words, self.lexicon
        if words[place + 1].text == "The":
            return None  # "The Harbour and The Orlan Times"
        end = place + 1
        while end < len(words) and words[end].capital and not words[end].blocked and self.touches(line, end):
            end += 1
        led = begin > 0 and words[begin - 1].text in ("the", "The")
        plain = all(self._is_topic(words[at].text, led=led) for at in (place - 1, place + 1))
        headed = end - place > 2 and lexicon.has("organisation heads", words[end - 1].text)
        if is_department(line, place + 1, end, lexicon):
            return end  # "Fisheries and Oceans Canada"
        if place - begin > 1 and words[begin].text in UNITED and words[end - 1].text.endswith(("s", "men")):
            headed = True  # "the United Miners and Quarrymen"
        behind = end + 1
        owners = behind < len(words) and words[end].text in APOSTROPHES and words[end - 1].text.endswith("s")
        if owners and words[behind].capital and lexicon.has("organisation heads", words[behind].text):
            headed, end = True, behind + 1  # "Bakers and Millers' Union"
        elif any(word.text in ("of", "for") for word in words[begin:place]):
            return None  # "the League of Voters and Harbour Wire"
        before = words[place - 1].text
        if " ".join(word.text for word in words[begin:place]) in self.document.free:
            return None  # "Tern and Osprey Air", and Tern alone elsewhere
        closed = lexicon.has("club tails", before)  # "Dresna United and Marven Albion"
        own = closed or (lexicon.has("generic", before) and not before.endswith("s"))
        own = own and place - begin > 1
        return end if plain and headed and not own else None

    def _is_topic(self, word: str, *, led: bool) -> bool:
        """Whether a word may tell what a body is about; behind "the" also one that no list knows."""
        lexicon = self.lexicon
        if lexicon.is_ordinary(word.lower()):
            return True
        named = (word,) in lexicon.listed or word in lexicon.first_names or word in lexicon.surnames
        return led and not named and not word.isupper()

    def _owned(self, line: Line, place: int, ordinary: bool) -> bool:
        """Whether what stands behind 's makes one name with what stands before ("Queen's College")."""
        words, lexicon = line.words, self.lexicon
        end = place + 1
        while end < len(words) and words[end].capital and not words[end].blocked and self.touches(line, end):
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
        end = place + 2
        while end < len(words) and words[end].capital and not words[end].blocked and self.touches(line, end):
            end += 1
        last = words[end - 1].text
        if end - place > 2 and (last in _PAPERS or self.lexicon.has("generic", last)):
            return None  # "the League of Women Voters and Harbour Wire"
        listed = listed_at(line, place + 1, self.lexicon)
        people = listed and listed[0] == 1 and end - place > 2 and listed[1][0] is not EntityType.ORG
        if follows in self.lexicon.first_names or (listed and not people):
            return None
        return place + 2 if people or self.lexicon.is_ordinary(follows.lower()) else None

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

    def _listed_trades(self, line: Line, begin: int, place: int) -> int | None:
        """Return the place behind "Rail, Road and Tram Workers' Union" from its first comma, or None."""
        words, lexicon = line.words, self.lexicon
        if not all(lexicon.is_ordinary(word.text.lower()) for word in words[begin:place]):
            return None
        end = self._listed_fields(line, place)
        if end is None or end >= len(words):
            return None
        if lexicon.has("organisation heads", words[end - 1].text) and words[end - 2].text != "and":
            return end
        owners = words[end].text in APOSTROPHES and words[end - 1].text.endswith("s") and end + 1 < len(words)
        return end + 2 if owners and lexicon.has("organisation heads", words[end + 1].text) else None

    def _connects(self, word: str) -> bool:
        return self.lexicon.has("connector heads", word)

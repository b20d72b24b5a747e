"""Part a sequence of capital words: titles, listed names, nationalities, the rest.

The chunker (``chunks``) hands each sequence over once ``joins`` has told where it ends.
"""

from __future__ import annotations

import re

from desktop_app.extract.heads import is_headed
from desktop_app.extract.lexicon import Entry, Lexicon, split_words
from desktop_app.extract.name import APOSTROPHES, POSSESSIVES, Name, listed_at, make_name
from desktop_app.extract.offices import OFFICE_OF, behind_office, is_given, without_desk
from desktop_app.extract.owners import SAINTS
from desktop_app.extract.peoples import is_firm, is_state_body, of_people, plain_behind
from desktop_app.extract.person_parts import is_middle, leads_person, opens_strange_person
from desktop_app.extract.told_persons import behind_place, behind_ruled
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, Kind

_LAST = frozenset(
    ("Bishop", "Judge", "King", "Major", "Prince", "Chancellor", "Deacon", "Marshal", "Abbot", "General")
) | {"Pope"}
"""Titles that are surnames, too."""
_GIVEN = frozenset({"Christian", "Roman", "Norman", "Dane", "Chad", "Jordan", "Israel"})
"""Peoples and countries that are first names more often, in front of a strange word."""
_ON = frozenset(("of", "for", "in", "de", "del", "della", "di", "du", "des", "do", "da", "der"))
"""What a listed body's name goes on with in the name of another one ("El Faro del Sur")."""

_STAGES = frozenset({"Group", "Pool", "Round", "Final", "Game", "Match", "Stage"})
_COMPASS = frozenset({"North", "South", "East", "West", "Central"})
_STATE = frozenset({"State", "Opposition"})
_CROWNED = frozenset({"Queen", "King", "Prince", "Princess", "Pope", "Emperor", "Empress", "Saint"})
_CALLED_AFTER = ("facility heads", "place heads", "organisation heads")
_INSIDE = frozenset({"in", "near", "at", "outside", "off", "around", "through"})
_OFFICERS = frozenset({"Commander", "Officer", "Engineer", "Chief", "Manager", "Captain"})
"""Ranks with one plain word in front that tells their field."""

_CALLED_BODY = re.compile(
    r"\b(?:[Tt]he|[Rr]uling|[Oo]pposition|party|coalition|alliance|union|federation|militia|company|firm|bank|charity)\s$"
)


class Segmenter:
    """Parts the sequences of one document."""

    def __init__(
        self, document: Document, lexicon: Lexicon, *, games: bool = False, clubs: bool = False
    ) -> None:
        """Take a document; ``games`` tells that it reports on games, ``clubs`` on those between clubs."""
        self.document = document
        self.lexicon = lexicon
        self.games = games
        self.clubs = clubs
        document.held |= document.surnames & _LAST

    def title_at(self, line: Line, place: int) -> int:
        """Return how many words from ``place`` are a title, 0 for none."""
        words = line.words
        longest = self.lexicon.title_starts.get(words[place].text, 0)
        for length in range(min(longest, len(words) - place), 0, -1):
            if tuple(word.text for word in words[place : place + length]) in self.lexicon.titles:
                return length
        return 0

    def split(self, line: Line, begin: int, end: int) -> list[Name]:
        """Return the names of the words ``begin``..``end`` (exclusive), with the titles in front as roles."""
        names: list[Name] = []
        place = begin
        titled = ""
        while place < end:
            length = self._real_title(line, place, end)
            if length:
                if (
                    names
                    and names[-1].last == place
                    and self._names_an_office(names[-1], line, place + length)
                ):
                    field = names.pop()
                    people = self._people_of(line, field)
                    names += [people] if people else []
                titled = " ".join(word.text for word in line.words[place : place + length])
                if names and names[-1].last == place:
                    titled = f"{names[-1].text} {titled}"
                place += length
                continue
            stop = place + 1
            while stop < end and not self._real_title(line, stop, end):
                stop += 1
            pieces = self._segment(line, place, stop, bool(titled))
            if pieces and is_given(self.document, line, place, pieces[0].last, self.lexicon):
                pieces[0].settled = EntityType.PERSON
            if titled and pieces:
                pieces[0].role = titled
            elif titled:
                titled = ""
            names.extend(pieces)
            titled = ""
            place = stop
        return names

    def _names_an_office(self, name: Name, line: Line, end: int) -> bool:
        """Whether the plain words in front of a title belong to it ("Mobility Minister", "Circuit Judge")."""
        words = name.words[1:] if self._people_of(line, name) else name.words
        plain = all(self.lexicon.is_ordinary(word.lower()) for word in words)
        office = line.words[end - 1].text
        fielded = self.lexicon.has("offices with a field", office)
        if len(name.words) == 1 and office in _OFFICERS:
            fielded = True  # "Incident Commander"
        if office == "Officer" and not self.lexicon.has("generic", name.words[-1]):
            fielded = True  # "Station House Officer"
        return plain and not name.entry and fielded

    def _people_of(self, line: Line, name: Name) -> Name | None:
        """Return the people that opens the field of an office ("Tavian" of "Tavian Fisheries Minister")."""
        entry = self.lexicon.listed.get(name.words[:1])
        if len(name.words) < 2 or name.entry or entry is None or entry[0] is not EntityType.NORP:
            return None
        return self.make(line, name.first, name.first + 1, entry)

    def _real_title(self, line: Line, place: int, end: int) -> int:
        """Return how many words from ``place`` are somebody's title and no part of a name, 0 for none."""
        length = self.title_at(line, place)
        if not length:
            return 0
        words, lexicon = line.words, self.lexicon
        listed = listed_at(line, place, lexicon)
        if listed and listed[0] > length:
            return 0
        rest = words[place + length : end]
        if words[place].text == "Saint" and rest:
            governed = place and words[place - 1].text.lower() in _INSIDE
            if governed or rest[0].text not in lexicon.first_names:
                return 0  # "in Saint Orla" and "Saint Torvel has a mayor", but "Saint Peter"
        if place and self._goes_on(line, place, bool(rest)):
            return 0
        if length == 1 and rest and is_middle(line, place, lexicon):
            return 0  # "Hassan Sheikh Ali"
        while len(rest) > 1 and lexicon.has("letters behind", rest[-1].text):
            rest.pop()
        if lexicon.has("rare titles", words[place].text) and not leads_person(
            words[place].text, rest, lexicon
        ):
            return 0
        if not rest:
            # "Farid Chancellor": behind a first name alone it is the surname.
            known = words[place].text in self.document.held and words[place - 1].text not in ("the", "The")
            return 0 if place and (known or self._is_last(line, place)) else length
        last = rest[-1].text
        if is_given(self.document, line, place, end, lexicon):
            return 0  # "her coach, Dean Oxley"
        if rest[0].text in ("of", "for", "&", "and", *POSSESSIVES):
            return 0
        headed = 1 < len(rest) < 4 and any(lexicon.has(kind, last) for kind in _CALLED_AFTER)
        if headed and (words[place].text in _CROWNED or not lexicon.has("surname heads", last)):
            return 0  # "Queen Ada Island", "General Bernard Airport", but "General John Park"
        if rest[0].text in lexicon.first_names or self.title_at(line, place + length):
            return length
        if (
            length > 1
            and lexicon.has("surname heads", last)
            and not lexicon.is_ordinary(rest[0].text.lower())
        ):
            return length  # "Chief Executive Lar Power"
        if len(rest) < 3 and any(
            lexicon.has(heads, last) for heads in ("organisation heads", "place heads", "event heads")
        ):
            return 0
        return length

    def _goes_on(self, line: Line, place: int, followed: bool) -> bool:
        """Whether a title is part of the name in front of it; ``followed`` tells that a name follows."""
        words, before = line.words, line.words[place - 1]
        if before.capital and self.lexicon.has("facility openers", before.text):
            return True  # "Calle Mayor"
        if self.lexicon.has("particles", before.text):
            return True  # "bin Haji Daud"
        return before.text in ("of", "for") and (place < 2 or words[place - 2].capital or not followed)

    def _is_last(self, line: Line, place: int) -> bool:
        """Whether a title is a surname ("Dai Bishop") or ends a hospital's name ("Hillyard General")."""
        own, before = line.words[place].text, line.words[place - 1]
        if before.text in self.lexicon.first_names:
            return True
        if not before.capital or before.blocked or line.words[place].start - before.end != 1:
            return False
        strange = not self.lexicon.is_ordinary(before.text.lower()) and not before.text.isupper()
        if own not in _LAST or not strange or (before.text,) in self.lexicon.listed:
            return False
        ends = place < 2 or not line.words[place - 2].capital
        if ends and own != "General":
            self.document.surnames.add(own)
            self.document.held.add(own)
        return ends

    def past_office(self, line: Line, begin: int, end: int) -> tuple[int, str]:
        """Return where a name begins behind the field of an office, and the office.

        "Secretary of State Ada Brook", "Leader of the Opposition Ada Brook"; ``begin`` and "" where none is.
        """
        words, lexicon = line.words, self.lexicon
        if end - begin < 2:
            return begin, ""
        reach = max(0, words[begin].start - 60)
        office = OFFICE_OF.search(line.text[reach : words[begin].start])
        listed = listed_at(line, begin, lexicon) if office else None
        if not office or (listed and listed[0] > 1):
            return begin, ""
        place = begin
        while place < end - 1 and (
            words[place].text not in lexicon.first_names
            or ((words[place].text,) in lexicon.titles and words[place + 1].text in lexicon.first_names)
        ):
            word = words[place].text.lower()
            if not lexicon.is_ordinary(word) or lexicon.has("organisation openers", words[place].text):
                break
            place += 1
        rest = words[place:end]
        if any(word.text in POSSESSIVES for word in words[begin:place]):
            return begin, ""  # "leader of the Nation’s Hope Movement"
        known = rest[0].text in lexicon.first_names
        if place == begin or not rest[0].capital or not 2 - (words[begin].text in _STATE) <= len(rest) < 5:
            return begin, ""
        listed = listed_at(line, place, lexicon)
        if listed and not (known and listed[0] == 1):
            return begin, ""
        if rest[0].text.isupper() or is_headed(line, place, end, self.lexicon):
            return begin, ""
        strange = words[begin].text in _STATE and len(rest) == 2 and "-" in rest[1].text
        plain = sum(lexicon.is_ordinary(word.text.lower()) for word in rest)
        if not known and not strange and plain > (words[begin].text in _STATE and len(rest) == 2):
            return begin, ""
        return place, line.text[reach + office.start() : words[place].start].strip()

    def _segment(self, line: Line, first: int, last: int, titled: bool) -> list[Name]:
        """Part a sequence without titles into names: listed names, nationalities, the rest."""
        words, lexicon = line.words, self.lexicon
        saints = last - first == 3 and words[first].text in SAINTS  # "St Orla’s"
        while (
            last > first
            and not saints
            and (words[last - 1].text in ("of", "for", "and", "the", "&", *POSSESSIVES, *APOSTROPHES))
        ):
            last -= 1
        last = without_desk(line, first, last, lexicon)
        if first >= last:
            return []
        if lexicon.has("forms of address", words[first].text) and last - first > 1:
            named = self.make(line, first, last)
            named.address = words[first].text
            return [named]
        person = behind_office(line, first, last, lexicon)
        if person > first:
            named = self.make(line, person, last)
            named.role = " ".join(word.text for word in words[first:person])
            return [named]
        whole = listed_at(line, first, lexicon)
        if whole and whole[0] == last - first:
            return [self.make(line, first, last, whole[1])]
        if whole and whole[0] == 1 and self._opens_person(line, first, last, whole[1]):
            return [self.make(line, first, last)]
        if not titled:
            parted = self._part_listed(line, first, last, *whole) if whole else []
            if parted:
                return parted
            cut = self._known_prefix(line, first, last) or behind_place(line, first, last, lexicon)
            cut = cut or behind_ruled(self.document, line, first, last, lexicon)
            if cut:
                return [*self._segment(line, first, cut, False), *self._segment(line, cut, last, False)]
        return [self.make(line, first, last)]

    def _part_listed(self, line: Line, first: int, last: int, length: int, entry: Entry) -> list[Name]:
        """Part a sequence that opens with a listed name of ``length`` words; [] where the list does not tell.

        A people or a place may open the name of a body, and may stand in front of another name.
        """
        words, lexicon = line.words, self.lexicon
        rest = first + length
        whole = self.make(line, first, last)
        if entry[0] is EntityType.EVENT and rest < last and words[rest].text in _STAGES:
            return [self.make(line, first, rest, entry)]  # "Champions League Group D"
        if entry[0] is EntityType.NORP:
            if plain_behind(self.document, line, rest, last, lexicon):
                return [whole]  # "Ashanti Deep"
            if rest < last and self._is_ministry(line, rest, last):
                return [self.make(line, first, rest, entry), *self._segment(line, rest, last, False)]
            if is_firm(line, rest, last, lexicon):
                return [self.make(line, first, rest, entry), self.make(line, rest, last)]
            if of_people(line, rest, last, lexicon) or self._is_part(line, first, last):
                return [whole]
        if entry[0] in (EntityType.NORP, EntityType.GPE, EntityType.LOC):
            if behind_place(line, first, last, lexicon) == rest:
                return [self.make(line, first, rest, entry), self.make(line, rest, last)]
            if (
                is_state_body(line, rest, last, entry, lexicon)
                or is_headed(line, rest, last, self.lexicon)
                or self._belongs(line, first, rest, last, entry)
            ):
                return [whole]
            return [self.make(line, first, rest, entry), *self._segment(line, rest, last, False)]
        if rest < last and words[rest].text in _ON:
            return [whole]
        if length > 1 and not (is_headed(line, rest, last, lexicon) or self._goes_on_plain(line, rest, last)):
            return [self.make(line, first, rest, entry), *self._segment(line, rest, last, False)]
        return []

    def _goes_on_plain(self, line: Line, rest: int, last: int) -> bool:
        """Whether a plain noun in the plural makes another body of a listed one."""
        word = line.words[rest].text
        running = line.kind is not Kind.HEADLINE and word.istitle() and word.endswith("s")
        # "Homeland Security Investigations"
        return last - rest == 1 and running and self.lexicon.is_ordinary(word.lower())

    def _is_ministry(self, line: Line, rest: int, last: int) -> bool:
        """Whether a ministry follows a people: it goes by its own name ("Tavian Ministry of Culture")."""
        return "Ministry" in (line.words[rest].text, line.words[last - 1].text)

    def _is_part(self, line: Line, first: int, last: int) -> bool:
        """Whether a direction is part of the name behind it ("Western Caribbean", "Western Foods")."""
        region = listed_at(line, first + 1, self.lexicon) if last > first + 1 else None
        if line.words[first].text != "Western" or last == first + 1:
            return False
        listed = region or self.title_at(line, first + 1)
        if region and region[1][0] is EntityType.GPE and self.lexicon.is_country(region[1][1]):
            return False
        lands = (EntityType.LOC, EntityType.GPE)
        return not listed or bool(region and region[1][0] in lands and region[0] == last - first - 1)

    def _opens_person(self, line: Line, first: int, last: int, entry: Entry) -> bool:
        """Whether a listed word opens somebody's name, as a first name too."""
        if last - first == 2 and self._is_person(line, first):
            return True
        strange = opens_strange_person(line, first, last, entry, self.lexicon)
        return strange and not is_headed(line, first + 1, last, self.lexicon)

    def _is_person(self, line: Line, first: int) -> bool:
        """Whether a place or people that is a first name too is one here: a surname follows."""
        own, surname = (line.words[place].text for place in (first, first + 1))
        if own in _GIVEN and not self.lexicon.is_ordinary(surname.lower()):
            return not listed_at(line, first + 1, self.lexicon)  # "Christian Tarvell"
        return own in self.lexicon.first_names and surname in self.lexicon.surnames

    def _belongs(self, line: Line, first: int, rest: int, last: int, entry: Entry) -> bool:
        """Whether a place and the capital words behind it are one name ("Perth Glory", "West Jersey")."""
        words, lexicon = line.words, self.lexicon
        if rest >= last or entry[0] is EntityType.NORP or words[first].text.isupper():
            return False
        text = words[first].text
        if lexicon.has("soft openers", text) and rest - first == 1:
            return True
        if last - rest == 1 and words[rest].text in _COMPASS:
            return True  # "Sandvik West"
        person = words[rest].text in lexicon.first_names and text not in lexicon.first_names
        lone = last - rest == 1 and rest - first == 1 and not lexicon.is_country(entry[1])
        if person and last - rest > 1 and _CALLED_BODY.search(line.text, 0, words[first].start):
            return True  # "the ruling Goa Jana Morcha"
        if person and not lone and (last - rest > 1 or not lexicon.is_ordinary(words[rest].text.lower())):
            return False  # "Rosario Olivera" is one person, "Karvelia Ilona Marek" a country and a person
        if self.clubs and lexicon.has("club nicknames", words[last - 1].text):
            return True
        behind = listed_at(line, rest, lexicon)
        if behind and self.clubs and behind[0] == last - rest and not lexicon.is_country(entry[1]):
            return True  # "Sparta Rotterdam", "London Irish"
        if behind:
            return rest - first == 1 and text in lexicon.first_names
        return True

    def _known_prefix(self, line: Line, first: int, last: int) -> int:
        """Part "Karvelia Ilona Marek" where a first name follows words that stand alone elsewhere."""
        words, lexicon = line.words, self.lexicon
        for place in range(first + 1, last - 1):
            plain = (lexicon.is_ordinary(words[at].text.lower()) for at in (place, place + 1))
            if all(plain) and words[place + 1].text not in lexicon.surnames:
                continue  # "Federation of Tavian Ward Nurses"
            surname = words[first].text in self.document.surnames and place == first + 1
            if surname and (words[first].text,) not in lexicon.listed:
                continue  # "Cheong Wai Leng", elsewhere Cheong alone
            if words[place].text in lexicon.first_names and words[first].text not in lexicon.first_names:
                prefix = " ".join(word.text for word in words[first:place])
                if (
                    " of " in prefix
                    or self.document.sequences[prefix]
                    or tuple(split_words(prefix)) in lexicon.listed
                ):
                    return place
        return 0

    def make(self, line: Line, first: int, last: int, entry: Entry | None = None) -> Name:
        """Return the name of some words, without honours and offices behind it ("KC", "MP")."""
        words = line.words
        while last - first > 1 and self.lexicon.has("letters behind", words[last - 1].text):
            last -= 1
        return make_name(line, first, last, entry)

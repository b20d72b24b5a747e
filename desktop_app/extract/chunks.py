"""Cut running text into names: sequences of capital words, what joins them and where they part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.extract.lexicon import Entry, Lexicon, split_words
from desktop_app.extract.words import Document, Line, Mode, Word
from desktop_app.model import EntityType
from desktop_app.text.dates import MONTHS, WEEKDAYS

_APOSTROPHES = ("'", "’")
_POSSESSIVES = ("'s", "’s", "'S", "’S")
_JOINED_BY_AND = frozenset(
    "Ministry Department Office Organisation Organization Institute Committee Centers Centre Center School Faculty "
    "Board Agency Council Commission Secretary Chamber Academy Society Museum Institution Association Union".split()
)
_ELIDED = frozenset(("d'", "d’", "l'", "l’", "dell'", "dell’"))
_NUMBERED = frozenset(
    "Terminal District Local Channel Radio FTSE Flight Studio Area Highway Route Platform Unit Gate Interstate Nikkei "
    "Stoxx STOXX Formula Apollo Lodge Pier Platform Precinct Ward Zone Sector Room Division Battalion Brigade CAC S&P "
    "Voyager Chapter Squadron Stream".split()
)
_CALENDAR = frozenset([*MONTHS, *(name for name in WEEKDAYS.values())])
_SINGLE_PARTICLES = frozenset("van von de der den del della di da dos das ter bin ibn bint abu".split())
_SAFE_PARTICLES = frozenset(
    "van von de der den del della di da dos das do du des ter ten zu zum la le el al bin ibn bint ben abu af av e y".split()
)


@dataclass(slots=True)
class Name:
    """A possible name: words of one line from ``first`` to ``last`` (exclusive), offsets and evidence.

    ``scores`` weighs the types, ``entry`` is the listed name it equals, ``role`` the title beside it,
    ``address`` the form of address in front of it, ``kind`` the class decided in the end (None: dropped).
    """

    line: int
    first: int
    last: int
    start: int
    end: int
    text: str
    words: tuple[str, ...]
    scores: dict[EntityType, float] = field(default_factory=dict)
    entry: Entry | None = None
    role: str = ""
    address: str = ""
    doubtful: bool = False
    kind: EntityType | None = None

    def add(self, kind: EntityType, weight: float) -> None:
        """Add evidence for a type."""
        self.scores[kind] = self.scores.get(kind, 0.0) + weight


def listed_at(line: Line, place: int, lexicon: Lexicon, *, upper: bool = False) -> tuple[int, Entry] | None:
    """Return how many words from ``place`` make the longest listed name, and its entry."""
    starts = lexicon.upper_starts if upper else lexicon.listed_starts
    words = line.words
    longest = starts.get(words[place].text, 0)
    for length in range(min(longest, len(words) - place), 0, -1):
        key = tuple(
            "'s" if word.text in _POSSESSIVES else word.text for word in words[place : place + length]
        )
        if upper:
            key = lexicon.listed_upper.get(key, key)
        entry = lexicon.listed.get(key)
        if entry and not any(word.blocked for word in words[place : place + length]):
            return length, entry
    return None


class Chunker:
    """Finds the names of one document line by line."""

    def __init__(self, document: Document, lexicon: Lexicon) -> None:
        self.document = document
        self.lexicon = lexicon

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
            found.extend(self._split(line, begin, end))
            place = end
        return found

    # Where a sequence begins and ends

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
            if not (behind and word.text in self.lexicon.first_names and words[place + 1].text in self.lexicon.surnames):
                return None
        if word.first and not self._named_at_start(line, place):
            return None
        return place

    def _lower_begin(self, line: Line, place: int) -> int | None:
        """Particles and listed names in lower case that open a name ("van Dijk", "al-Shabaab")."""
        words = line.words
        if words[place].text in _SINGLE_PARTICLES and place + 1 < len(words):
            follows = words[place + 1]
            behind = place + 2 if follows.text in _SINGLE_PARTICLES else place + 1
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

    def _clashes(self, line: Line, place: int) -> bool:
        """Whether a listed single word at a sentence start may be an ordinary word here ("Reading")."""
        word = line.words[place].text
        lowered = word.lower()
        entry = self.lexicon.listed.get((word,))
        if self.document.capital[word] or (entry and entry[0] is EntityType.NORP):
            return False
        plain = lowered in self.lexicon.words or lowered in self.lexicon.function_words
        inflected = lowered.endswith(("ing", "ed")) and self.lexicon.is_ordinary(lowered)
        return plain or inflected or self.document.lower[lowered] > 0

    def _named_at_start(self, line: Line, place: int) -> bool:
        words, lexicon = line.words, self.lexicon
        text = words[place].text
        lowered = text.lower()
        if lexicon.has("forms of address", text) or text.isupper() and len(text) > 1:
            return True
        if self._title_at(line, place):
            follows = place + self._title_at(line, place)
            return follows < len(words) and words[follows].capital
        neighbour = place + 1 < len(words) and words[place + 1].capital and not words[place + 1].blocked
        if self.document.capital[text] and not (
            lexicon.is_ordinary(lowered) and self.document.lower[lowered]
        ):
            return True
        if self.document.lower[lowered] and not neighbour:
            return False
        if not lexicon.is_ordinary(lowered):
            return not (lowered.endswith("ly") and len(lowered) > 4 and not neighbour)
        if not neighbour:
            return False
        if text in lexicon.first_names and not lexicon.is_ordinary(words[place + 1].text.lower()):
            return True
        if lexicon.has("soft openers", text):
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
            while place < len(words) and not words[place].capital:
                place += 1
            place = max(place + 1, begin + (listed[0] if listed else 0))
        while place < len(words):
            word = words[place]
            if word.blocked and not (words[place - 1].text in _NUMBERED and word.text.isdigit()):
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
        if before in _NUMBERED and text.isdigit() and len(text) < 5 and self._touches(line, place):
            return place + 1
        if text in _SAFE_PARTICLES and self._touches(line, place):
            at = place + 1
            while at < len(words) and words[at].text in _SAFE_PARTICLES and at < place + 3:
                at += 1
            if capital(at) and not self.lexicon.has("roles", before.lower()) and self._touches(line, at):
                return at + 1
        if text in ("of", "for") and self._connects(before):
            at = place + 1
            if at < len(words) and words[at].text == "the":
                at += 1
            if capital(at) and words[at].text.lower() not in self.lexicon.function_words:
                return at + 1
        heads = {word.text for word in words[begin:place]}
        if (
            text in ("and", "&")
            and capital(place + 1)
            and heads & _JOINED_BY_AND
            and "of" in heads | {"of"} - {"of"}
        ):
            return self._and_joined(line, place)
        if text in _POSSESSIVES and capital(place + 1):
            plain = before.lower()
            listed = self.lexicon.listed.get((before,))
            ordinary = (
                self.lexicon.is_ordinary(plain) or words[place - 2].text in ("St", "St.")
                if place - 2 >= begin
                else self.lexicon.is_ordinary(plain)
            )
            if ordinary and not listed and before not in self.lexicon.surnames:
                return place + 2
        if (
            text in _APOSTROPHES
            and words[place].start == words[place - 1].end
            and before.endswith("s")
            and capital(place + 1)
        ):
            if self.lexicon.has("organisation heads", words[place + 1].text):
                return place + 2
        return None

    def _headed_pair(self, line: Line, begin: int, place: int) -> int | None:
        """Join "Food and Drug Administration": plain words around "and", a head at the end."""
        words, lexicon = line.words, self.lexicon
        end = place + 1
        while end < len(words) and words[end].capital and not words[end].blocked and self._touches(line, end):
            end += 1
        plain = lexicon.is_ordinary(words[place - 1].text.lower()) and lexicon.is_ordinary(words[place + 1].text.lower())
        headed = end - place > 2 and lexicon.has("organisation heads", words[end - 1].text)
        own = lexicon.has("organisation heads", words[place - 1].text) and place - begin > 1
        return end if plain and headed and not own else None

    def _and_joined(self, line: Line, place: int) -> int | None:
        words = line.words
        follows = words[place + 1].text
        if listed_at(line, place + 1, self.lexicon) or follows in self.lexicon.first_names:
            return None
        return place + 2

    def _connects(self, word: str) -> bool:
        return self.lexicon.has("connector heads", word)

    def _title_at(self, line: Line, place: int) -> int:
        """Return how many words from ``place`` are a title, 0 for none."""
        words = line.words
        longest = self.lexicon.title_starts.get(words[place].text, 0)
        for length in range(min(longest, len(words) - place), 0, -1):
            if tuple(word.text for word in words[place : place + length]) in self.lexicon.titles:
                return length
        return 0

    # Where a sequence parts

    def _split(self, line: Line, begin: int, end: int) -> list[Name]:
        names: list[Name] = []
        place = begin
        titled = ""
        while place < end:
            length = self._real_title(line, place, end)
            if length:
                titled = " ".join(word.text for word in line.words[place : place + length])
                if names and names[-1].last == place:
                    titled = f"{names[-1].text} {titled}"
                place += length
                continue
            stop = place + 1
            while stop < end and not self._real_title(line, stop, end):
                stop += 1
            pieces = self._segment(line, place, stop, bool(titled))
            if titled and pieces:
                pieces[0].role = titled
            elif titled:
                titled = ""
            names.extend(pieces)
            titled = ""
            place = stop
        return names

    def _real_title(self, line: Line, place: int, end: int) -> int:
        length = self._title_at(line, place)
        if not length:
            return 0
        words, lexicon = line.words, self.lexicon
        listed = listed_at(line, place, lexicon)
        if listed and listed[0] > length:
            return 0
        rest = words[place + length : end]
        if place and words[place - 1].text in ("of", "for"):
            return 0
        if not rest:
            return length
        last = rest[-1].text
        if rest[0].text in ("of", "for", "&", "and", *_POSSESSIVES):
            return 0
        if rest[0].text in lexicon.first_names or self._title_at(line, place + length):
            return length
        if len(rest) < 3 and any(
            lexicon.has(heads, last) for heads in ("organisation heads", "place heads", "event heads")
        ):
            return 0
        return length

    def _segment(self, line: Line, first: int, last: int, titled: bool) -> list[Name]:
        """Part a sequence without titles into names: listed names, nationalities, the rest."""
        words, lexicon = line.words, self.lexicon
        while last > first and (
            words[last - 1].text in ("of", "for", "and", "the", "&", *_POSSESSIVES, *_APOSTROPHES)
        ):
            last -= 1
        if first >= last:
            return []
        if lexicon.has("forms of address", words[first].text) and last - first > 1:
            person = self._name(line, first, last)
            person.address = words[first].text
            return [person]
        whole = listed_at(line, first, lexicon)
        if whole and whole[0] == last - first:
            return [self._name(line, first, last, whole[1])]
        if whole and not titled:
            length, entry = whole
            rest = first + length
            if entry[0] in (EntityType.NORP, EntityType.GPE, EntityType.LOC):
                if self._headed(line, rest, last) or self._belongs(line, first, rest, last, entry):
                    return [self._name(line, first, last)]
                return [self._name(line, first, rest, entry), *self._segment(line, rest, last, False)]
            elif length > 1 and not self._headed(line, rest, last):
                return [self._name(line, first, rest, entry), *self._segment(line, rest, last, False)]
        if not titled:
            cut = self._known_prefix(line, first, last)
            if cut:
                return [*self._segment(line, first, cut, False), *self._segment(line, cut, last, False)]
        return [self._name(line, first, last)]

    def _belongs(self, line: Line, first: int, rest: int, last: int, entry: Entry) -> bool:
        """Whether a place and the capital words behind it are one name ("Perth Glory", "West Jersey")."""
        words, lexicon = line.words, self.lexicon
        if rest >= last or entry[0] is EntityType.NORP or words[first].text.isupper():
            return False
        text = words[first].text
        if lexicon.has("soft openers", text) and rest - first == 1:
            return True
        if words[rest].text in lexicon.first_names and text not in lexicon.first_names:
            return False
        if listed_at(line, rest, lexicon):
            return rest - first == 1 and text in lexicon.first_names
        return True

    def _headed(self, line: Line, first: int, last: int) -> bool:
        """Whether the words end in (or hold, before "of") the head of an organisation, place or event."""
        words, lexicon = line.words, self.lexicon
        end = words[last - 1].text
        for heads in ("organisation heads", "event heads", "legal suffixes", "place heads"):
            if lexicon.has(heads, end):
                return words[first].text not in lexicon.first_names
        return any(
            lexicon.has("connector heads", words[place].text) and words[place + 1].text in ("of", "for")
            for place in range(first, last - 1)
        )

    def _known_prefix(self, line: Line, first: int, last: int) -> int:
        """Part "Karvelia Ilona Marek" where a first name follows words that stand alone elsewhere."""
        words, lexicon = line.words, self.lexicon
        for place in range(first + 1, last - 1):
            if words[place].text in lexicon.first_names and words[first].text not in lexicon.first_names:
                prefix = " ".join(word.text for word in words[first:place])
                if " of " in prefix or self.document.sequences[prefix] or tuple(split_words(prefix)) in lexicon.listed:
                    return place
        return 0

    def _name(self, line: Line, first: int, last: int, entry: Entry | None = None) -> Name:
        words = line.words
        while last - first > 1 and words[last - 1].text in (
            "KC",
            "QC",
            "MP",
            "MEP",
            "OBE",
            "CBE",
            "MBE",
            "PhD",
            "MD",
            "SC",
        ):
            last -= 1
        start, end = words[first].start, words[last - 1].end
        return Name(
            line.index,
            first,
            last,
            start,
            end,
            line.text[start:end],
            tuple(word.text for word in words[first:last]),
            entry=entry,
        )


def restricted_names(
    line: Line, lexicon: Lexicon, known: dict[tuple[str, ...], int], longest: int
) -> list[Name]:
    """Return the names of a headline or a line in capitals: only listed ones and those known from elsewhere.

    ``known`` holds the names of ordinary text as words (in capitals for a line in capitals).
    """
    chunker = Chunker(Document([]), lexicon)
    upper = line.mode is Mode.CAPITALS
    found: list[Name] = []
    place = 0
    words = line.words
    while place < len(words):
        word = words[place]
        if not word.capital or word.blocked:
            place += 1
            continue
        taken = 0
        for length in range(min(longest, len(words) - place), 0, -1):
            key = tuple(part.text for part in words[place : place + length])
            if key in known and (length > 1 or not _ordinary_title(word, lexicon)):
                taken = length
                break
        listed = listed_at(line, place, lexicon, upper=upper)
        if listed and listed[0] >= taken:
            clash = listed[0] == 1 and len(word.text) > 1 and lexicon.is_ordinary(word.text.lower())
            if not clash or (word.text.isupper() and not upper):
                found.append(chunker._name(line, place, place + listed[0], listed[1]))
                place += listed[0]
                continue
        if not taken and not upper:
            taken = _person_length(line, place, lexicon)
        if taken:
            found.append(chunker._name(line, place, place + taken))
            place += taken
        else:
            place += 1
    return found


def _ordinary_title(word: Word, lexicon: Lexicon) -> bool:
    return lexicon.has("generic", word.text) or word.text.lower() in lexicon.function_words


def _person_length(line: Line, place: int, lexicon: Lexicon) -> int:
    """Return 2 or 3 where a headline shows a first name with a surname that is no ordinary word."""
    words = line.words
    if words[place].text not in lexicon.first_names or place + 1 >= len(words):
        return 0
    length = 2
    if place + 2 < len(words) and re.fullmatch(r"[A-Z]\.", words[place + 1].text):
        length = 3
    last = words[place + length - 1]
    if (
        last.capital
        and not last.blocked
        and not lexicon.is_ordinary(last.text.lower())
        and len(last.text) > 1
    ):
        return length
    return 0

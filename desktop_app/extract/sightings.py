"""What the learned opinion on a name's type looks at: its words, what is beside it, names that share words.

Equal names of a document are seen as one, with all their mentions. None of the rules' evidence is looked at:
the rules were mended on the very texts the opinion is learned from, which would teach it to trust them too
much.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode, Word
from desktop_app.extract.name import APOSTROPHES, POSSESSIVES, Name
from desktop_app.extract.quotations_cues import cues
from desktop_app.extract.words import Document
from desktop_app.model import pulsed

Sightings = dict[str, float]
"""What was seen of a name ("behind=said"), and how much of it."""

_OFTEN = 1.5
"""What is seen again and again counts as much as this; a name of thirty mentions is not thirty names."""
_MENTIONS = 30
_SHARING = 40
"""How many mentions and how many longer names are looked at, enough to know."""

_OWN = (
    *("organisation heads", "place heads", "facility heads", "event heads", "legal suffixes"),
    *("political places", "town heads", "surname heads", "town tails", "company heads", "connector heads"),
    *("soft openers", "organisation openers", "place openers", "facility openers", "town openers"),
    *("event openers", "works", "ends", "club tails", "person suffixes", "foreign nouns"),
)
"""Lists that the first and last words of a name are looked up in."""

_BESIDE = (
    *("roles", "titles", "bodies", "trades", "towns", "lands", "buildings", "events", "storms", "firms"),
    *("person verbs", "person passives", "body verbs", "body passives", "place verbs", "place passives"),
    *("place owns", "body owns", "person owns", "auxiliaries", "speech verbs", "company verbs", "games"),
    *("have", "have as people do", "places have", "do", "do as people do", "of", "minds", "joined", "told"),
    *("told of people", "led", "counted"),
)
"""Lists that the words beside a name are looked up in."""

_ARTICLES = ("a", "an", "the")
_CALLS = (*_ARTICLES, "its", "his", "her", "one", "another")
_ENDS_CALL = frozenset(
    ("who", "which", "whose", "where", "that", "of", "in", "for", "at", "on", "from", "and", "said", "says")
) | frozenset((",", ".", ";", ":", "—", "–", "(", ")", "is", "was"))
_LONGEST_CALL = 9


def sight(names: Sequence[Name], document: Document, lexicon: Lexicon) -> Iterator[tuple[str, Sightings]]:
    """Yield the key of each group of equal names and what is seen of it in the document."""
    return _Sight(names, document, lexicon).seen()


class _Sight:
    def __init__(self, names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
        self._document, self._lexicon = document, lexicon
        self._groups: defaultdict[str, list[Name]] = defaultdict(list)
        self._at: dict[tuple[int, int], Name] = {}
        for name in pulsed(names):
            self._groups[name.key].append(name)
            for place in range(name.first, name.last):
                self._at[name.line, place] = name
        self._holding: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._first: dict[tuple[str, ...], Name] = {}
        for mentions in pulsed(self._groups.values()):
            words = _words(mentions[0])
            self._first.setdefault(words, mentions[0])
            for word in dict.fromkeys(words) if len(words) > 1 else ():
                self._holding[word].append(words)
        self._lists: dict[tuple[str, bool], tuple[str, ...]] = {}

    def seen(self) -> Iterator[tuple[str, Sightings]]:
        for key, mentions in pulsed(self._groups.items(), 32):
            seen: Sightings = defaultdict(float)
            for mention in mentions[:_MENTIONS]:
                self._beside(mention, seen)
            self._sharing(_words(mentions[0]), seen)
            capped = {what: min(amount, _OFTEN) for what, amount in seen.items()}
            capped.update(self._own(mentions[0]))
            yield key, capped

    def _listed(self, word: str, own: bool = False) -> tuple[str, ...]:
        """Return the lists that hold a word."""
        found = self._lists.get((word, own))
        if found is None:
            sections = self._lexicon.sections
            found = tuple(name for name in (_OWN if own else _BESIDE) if word in sections[name])
            self._lists[word, own] = found
        return found

    def _own(self, name: Name) -> Sightings:
        """Return what the words of a name tell by themselves."""
        lexicon, words = self._lexicon, _words(name)
        first, last = words[0], words[-1]
        alone = "alone " if len(words) == 1 else ""
        shape = "".join("o" if lexicon.is_ordinary(word.lower()) else "x" for word in words[:4])
        known = f"{first in lexicon.first_names:d}{last in lexicon.surnames:d}"
        listed = name.entry[0].value if name.entry else "no"
        seen = [
            f"words={min(len(words), 4)}",
            f"shape={shape}",
            f"{alone}known={known}",
            f"{alone}list={listed}",
        ]
        surname = len(words) == 2 and first in lexicon.first_names and lexicon.has("surname heads", last)
        if not alone or shape == "o":
            seen.append(f"first={first.lower()}")
        if surname:
            seen.append("given name, perhaps surname")  # the end of "Ada Bridge" tells little
        else:
            seen += [f"last={last.lower()}"] if not alone or shape == "o" else []
            seen += [f"{alone}last in {section}" for section in self._listed(last, own=True)]
        seen += [f"inner={word.lower()}" for word in words[1:-1]]
        if not alone:
            seen += [f"first in {section}" for section in self._listed(first, own=True)]
            seen += [f"known={known} {shape}"] if "o" in shape else []
        if last.isupper() and len(last) > 1:
            seen.append(f"{alone}capitals")
        if name.entry and lexicon.is_country(name.entry[1]):
            seen.append("country")
        found = dict.fromkeys(["any", *seen], 1.0)
        if name.address:
            found["address"] = _OFTEN
        found |= dict.fromkeys(_ends("end", last), 0.7)
        return found if alone else found | dict.fromkeys(_ends("first end", first), 0.7)

    def _beside(self, name: Name, seen: Sightings) -> None:
        """Add what stands beside a mention in running text."""
        line = self._document.lines[name.line]
        if line.mode is not Mode.NORMAL:
            return
        words, front = line.words, name.first - 1
        article = words[front].text.lower() if front >= 0 else ""
        if article in _ARTICLES:
            seen[f"article={article}"] += 1
            front -= 1
        else:
            seen["no article"] += 0.5
        the = "the " if article == "the" else ""
        before, farther = self._near(name.line, words, front), self._near(name.line, words, front - 1)
        behind, beyond = (self._near(name.line, words, name.last + step) for step in (0, 1))
        seen[f"before={before}"] += 1
        seen[f"before={before} {the}_"] += 1
        seen[f"before={farther} {before}"] += 1
        seen[f"behind={behind}"] += 1
        seen[f"behind={behind} {beyond}"] += 1
        for place in range(front - 3, front):
            seen[f"left={self._near(name.line, words, place)}"] += 0.5
        if name.role:
            seen["role"] += 1
        for section in self._listed(before):
            seen[f"{the}before in {section}"] += 1
        if behind in POSSESSIVES or behind in APOSTROPHES:
            self._owned(name, words, seen)
        else:
            for section in self._listed(behind):
                seen[f"behind in {section}"] += 1
            cue = cues().get(behind)
            if cue and not cue.nounlike:
                seen["behind reports" if cue.strong else "behind may report"] += 1
        if behind == "," and beyond in _CALLS:
            self._called(name, words, seen)
        if before == ",":
            head = self._near(name.line, words, front - 1)
            seen[f"behind call={head}"] += 1
            for section in self._listed(head):
                seen[f"behind call in {section}"] += 1

    def _near(self, line: int, words: Sequence[Word], place: int) -> str:
        """Return a word in small letters, a name by its type or length, a figure as such."""
        if not 0 <= place < len(words):
            return "$"
        name = self._at.get((line, place))
        if name is not None:
            return name.entry[0].value if name.entry else f"NAME{min(len(name.words), 2)}"
        word = words[place]
        return "#" if word.blocked or word.text[0].isdigit() else word.text.lower()

    def _owned(self, name: Name, words: Sequence[Word], seen: Sightings) -> None:
        """Add what is the name's ("Orlan's annual profit")."""
        for step in range(1, 4):
            word = self._near(name.line, words, name.last + step)
            amount = 1.0 if step == 1 else 0.5
            seen[f"has={word}"] += amount
            for section in self._listed(word):
                seen[f"has in {section}"] += amount
            if not self._lexicon.is_ordinary(word):
                return

    def _called(self, name: Name, words: Sequence[Word], seen: Sightings) -> None:
        """Add what a name is called behind a comma ("Orlan, a maker of pumps")."""
        head = ""
        for word in words[name.last + 2 : name.last + _LONGEST_CALL]:
            low = word.text.lower()
            if low in _ENDS_CALL:
                break
            if not word.capital:
                head = low
                for section in self._listed(low):
                    seen[f"call holds {section}"] += 0.5
        if head:
            seen[f"called={head}"] += 1
            for section in self._listed(head):
                seen[f"called in {section}"] += 1

    def _sharing(self, words: tuple[str, ...], seen: Sightings) -> None:
        """Add which longer names of the document hold these words, and which shorter ones they hold."""
        for longer in self._holding.get(words[0], ())[:_SHARING]:
            if len(longer) > len(words) and set(words) <= set(longer):
                place = _place(words, longer)
                seen[f"within {place}"] += 1
                if place != "last":
                    seen[f"within {place} of={longer[-1].lower()}"] += 1
                    for section in self._listed(longer[-1], own=True):
                        seen[f"within {place} in {section}"] += 1
                else:
                    seen["within first name"] += longer[0] in self._lexicon.first_names
                    seen[f"within behind={longer[0].lower()}"] += 1
        parts = (words[:1], words[-1:], words[:2], words[-2:]) if len(words) > 1 else ()
        for shorter in dict.fromkeys(parts):
            name = self._first.get(shorter) if len(shorter) < len(words) else None
            if name is not None:
                listed = name.entry[0].value if name.entry else "no"
                seen[f"holds {_place(shorter, words)} list={listed}"] += 1


def _place(words: Sequence[str], longer: Sequence[str]) -> str:
    return "first" if longer[0] == words[0] else "last" if longer[-1] == words[-1] else "inner"


def _words(name: Name) -> tuple[str, ...]:
    return name.bare or name.words


def _ends(what: str, word: str) -> list[str]:
    return [f"{what}={word[-size:].lower()}" for size in (2, 3, 4) if len(word) > size + 1]

"""A possible name: its words, where it stands and what speaks for its types."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.extract.lexicon import Entry, Lexicon
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, pulsed
from desktop_app.text.normalize import fold

POSSESSIVES = ("'s", "’s", "'S", "’S")
APOSTROPHES = ("'", "’")
ELIDED = frozenset(("d'", "d’", "l'", "l’", "dell'", "dell’"))
"""Small words of French and Italian that no space parts from the word behind them."""

ARABIC_ARTICLE = re.compile(
    r"(?:[Aa]l|[Ee]l|[Aa]s|[Aa]sh|[Aa]d|[Aa]r|[Aa]n|[Aa]z|[Ee]z|[Ee]s)[-‑](?=[A-ZÀ-Þ])"
)
"""The article in front of the last word of Arabic names, which go by that word alone ("Tell el-Rahib")."""
_BRACKET = re.compile(r"\s?\(")


@dataclass(slots=True)
class Name:
    """A possible name: words of one line from ``first`` to ``last`` (exclusive), offsets and evidence.

    ``scores`` weighs the types, ``entry`` is the listed name it equals, ``role`` the title beside it,
    ``address`` the form of address in front of it, ``kind`` the class decided in the end (None: dropped),
    ``shape`` the part of the evidence that all equal names have: lists and its own words, ``placed``
    tells that a word in front takes it for a place ("in", "to"), ``settled`` is the class that its own place
    in the text leaves no doubt of, whatever equal names are; ``ending`` is what the end of the word
    weighs ("Tarnham").
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
    ending: float = 0.0
    kind: EntityType | None = None
    shape: dict[EntityType, float] = field(default_factory=dict)
    placed: bool = False
    settled: EntityType | None = None

    @property
    def bare(self) -> tuple[str, ...]:
        """The words without the form of address; none where there is nothing else ("Mr Mr")."""
        return tuple(word for word in self.words if word != self.address) if self.address else self.words

    @property
    def key(self) -> str:
        """What equal names have in common: the bare words in capitals, without accents."""
        text = " ".join(self.bare)
        return text.upper() if text.isascii() else fold(text).upper()

    def add(self, kind: EntityType, weight: float) -> None:
        """Add evidence for a type."""
        self.scores[kind] = self.scores.get(kind, 0.0) + weight

    def add_to_shape(self, kind: EntityType, weight: float) -> None:
        """Add evidence for a type that all equal names have, so that it is not counted with each of them."""
        self.add(kind, weight)
        self.shape[kind] = self.shape.get(kind, 0.0) + weight


def make_name(line: Line, first: int, last: int, entry: Entry | None = None) -> Name:
    """Return the name that the words ``first``..``last`` (exclusive) of a line make."""
    words = line.words
    start, end = words[first].start, words[last - 1].end
    texts = tuple(word.text for word in words[first:last])
    return Name(line.index, first, last, start, end, line.text[start:end], texts, entry=entry)


def in_brackets(names: Sequence[Name], document: Document) -> Iterator[tuple[Name, Name]]:
    """Yield each name of several words with the one that opens a bracket behind it by one of its initials."""
    by_place = {(name.line, name.start): name for name in pulsed(names)}
    for name in pulsed(names):
        bracket = len(name.words) > 1 and _BRACKET.match(document.lines[name.line].text, name.end)
        short = by_place.get((name.line, bracket.end())) if bracket else None
        if short and short.text[0] in {word[0] for word in name.words}:
            yield name, short


def listed_at(line: Line, place: int, lexicon: Lexicon, *, upper: bool = False) -> tuple[int, Entry] | None:
    """Return how many words from ``place`` make the longest listed name, and its entry."""
    starts = lexicon.upper_starts if upper else lexicon.listed_starts
    words = line.words
    longest = starts.get(words[place].text, 0)
    if not longest:
        return None
    held = words[place : place + longest]
    texts = tuple("'s" if word.text in POSSESSIVES else word.text for word in held)
    for length in range(len(held), 0, -1):
        key = texts[:length]
        if upper:
            key = lexicon.listed_upper.get(key, key)
        entry = lexicon.listed.get(key)
        if entry and not all(word.blocked for word in held[:length]):  # "Winter Olympics" holds a season
            return length, entry
    return None

"""The pieces in which facts are compared: sentences of a link that correspond, as placed words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple, TypeVar

from desktop_app.model import Article, Mention, Span
from desktop_app.text.equal_words import equal_stretches

T = TypeVar("T")

WINDOW = 9
"""Words on each side of a figure, date or name that count as its context."""


class Placed(NamedTuple):
    """A word with its paragraph and half-open offsets, its folded form, its stem, its family or the first
    letters of the stem (for comparing contexts), whether it carries weight, its sentence, and whether a mark
    precedes it.
    """

    paragraph: int
    start: int
    end: int
    low: str
    stem: str
    near: str
    heavy: bool
    sentence: int
    after_mark: bool


@dataclass(slots=True)
class Region:
    """One side of a bead: the words and marks of its sentences in order, and the paragraphs they stand in.

    The words are looked up in indexes made when first asked for; they are complete by then.
    """

    article: Article
    words: list[Placed] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    told: dict[int, Counter[str]] = field(default_factory=dict)
    """How often each word of weight stands in a sentence, filled in when first asked for."""
    _by: dict[str, dict[str, list[int]]] = field(default_factory=dict)

    @property
    def paragraphs(self) -> list[int]:
        """The paragraphs the region touches, in order."""
        return list(dict.fromkeys(span.paragraph for span in self.sentences))

    def edge(self, first: int, second: int) -> bool:
        """Whether a sentence ends between two neighbouring places."""
        if first < 0 or second >= len(self.words):
            return True
        return self.words[first].sentence != self.words[second].sentence

    def with_form(self, forms: Iterable[str]) -> list[int]:
        """Return the places of the words with one of some folded forms, in order."""
        return self._places("low", forms)

    def with_stem(self, stems: Iterable[str]) -> list[int]:
        """Return the places of the words with one of some stems, in order."""
        return self._places("stem", stems)

    def with_near(self, nears: Iterable[str]) -> list[int]:
        """Return the places of the words of some families, in order."""
        return self._places("near", nears)

    def sentence_of(self, place: int) -> range:
        """Return the places of the sentence in which a place is."""
        home = self.words[place].sentence
        first = bisect_left(self.words, home, key=attrgetter("sentence"))
        return range(first, bisect_right(self.words, home, key=attrgetter("sentence")))

    def count(self, stem_: str) -> int:
        """Return how often a stem stands in the region."""
        return len(self._index("stem").get(stem_, ()))

    def count_near(self, near: str) -> int:
        """Return how often a family of words stands in the region."""
        return len(self._index("near").get(near, ()))

    def _index(self, kind: str) -> dict[str, list[int]]:
        index = self._by.get(kind)
        if index is None:
            index = self._by[kind] = {}
            for number, key in enumerate(map(attrgetter(kind), self.words)):
                if key in index:
                    index[key].append(number)
                else:
                    index[key] = [number]
        return index

    def _places(self, kind: str, wanted: Iterable[str]) -> list[int]:
        index = self._index(kind)
        found = [index[key] for key in wanted if key in index]
        return found[0] if len(found) == 1 else sorted(number for each in found for number in each)

    def place(self, span: Span) -> tuple[int, int] | None:
        """Return the first word and the one after the last of a span, or None where it has no word here."""
        first = bisect_right(self.words, (span.paragraph, span.start), key=_end)
        after = bisect_left(self.words, (span.paragraph, span.end), key=_start)
        return (first, after) if first < after else None

    def mention(self, first: int, last: int) -> Mention:
        """Return the words from ``first`` to ``last`` (included) of one paragraph as a mention."""
        return self.article.mention(
            self.words[first].paragraph, self.words[first].start, self.words[last].end
        )


MOST_COUNTERPARTS = 60
"""Words of one family in a bead that are tried for one: a sentence of a story has hardly three."""


def left_first(here: T, there: T, mirrored: bool) -> tuple[T, T]:
    """Return what is found here and there in the order left, right; ``mirrored`` tells that here is right."""
    return (there, here) if mirrored else (here, there)


def nearest(places: Sequence[T], middle: int, key: Callable[[T], int]) -> Sequence[T]:
    """Return some rising places, of very many those around ``middle``; ``key`` tells the place of an item."""
    if len(places) <= MOST_COUNTERPARTS:
        return places
    spot = max(0, bisect_left(places, middle, key=key) - MOST_COUNTERPARTS // 2)
    return places[spot : spot + MOST_COUNTERPARTS]


def _start(span: Placed | Span) -> tuple[int, int]:
    return span.paragraph, span.start


def _end(span: Placed | Span) -> tuple[int, int]:
    return span.paragraph, span.end


@dataclass(slots=True)
class Bead:
    """Sentences of the left and of the right that correspond, within one link."""

    link: int
    left: Region
    right: Region
    _anchors: list[tuple[int, int]] | None = None

    def anchors(self) -> list[tuple[int, int]]:
        """Return the places (left word, right word) of equal words, both rising."""
        if self._anchors is None:
            stretches = equal_stretches([w.near for w in self.left.words], [w.near for w in self.right.words])
            self._anchors = [(i + step, j + step) for i, j, size in stretches for step in range(size)]
        return self._anchors

    def sides(self, mirrored: bool) -> tuple[Region, Region]:
        """Return the side that is looked at and the other; ``mirrored`` tells that it is the right one."""
        return left_first(self.left, self.right, mirrored)

    def counterparts(self, place: int, *, mirrored: bool) -> Sequence[int]:
        """Return the places, in order, of the other side's words of the family of the one at ``place``.

        Of very many, those nearest in the order of both. ``mirrored`` tells that ``place`` is on the right.
        """
        own, other = self.sides(mirrored)
        return nearest(
            other.with_near((own.words[place].near,)), place * len(other.words) // len(own.words), int
        )

    def opposed(self, left: tuple[int, int], right: tuple[int, int], reach: int = 3) -> float:
        """Return how well two stretches face each other: 1 for each side where equal words stand near."""
        before = after = 0.0
        if self.left.edge(left[0] - 1, left[0]) and self.right.edge(right[0] - 1, right[0]):
            before = 0.6
        if self.left.edge(left[1] - 1, left[1]) and self.right.edge(right[1] - 1, right[1]):
            after = 0.6
        anchors = self.anchors()
        for number in range(bisect_left(anchors, (left[0] - reach,)), len(anchors)):
            i, j = anchors[number]
            if i >= left[1] + reach:
                break
            weight = 1.0 if self.left.words[i].heavy else 0.6
            if left[0] - reach <= i < left[0] and right[0] - reach <= j < right[0]:
                near = 1.0 if i == left[0] - 1 and j == right[0] - 1 else 0.8
                before = max(before, weight * near)
            if left[1] <= i < left[1] + reach and right[1] <= j < right[1] + reach:
                near = 1.0 if i == left[1] and j == right[1] else 0.8
                after = max(after, weight * near)
        return before + after

    def alike(self, left: int, right: int) -> bool:
        """Whether the sentences around two words share enough words of weight, in whatever order, besides
        the two, for both to be told of one thing where they stand once.
        """
        a, b = _sentence_words(self.left, left), _sentence_words(self.right, right)
        single = len(self.left.sentences) == len(self.right.sentences) == 1
        words, share = (_SHARED_PAIR, _SHARE_PAIR) if single else (_SHARED_WORDS, _SHARED)
        common = len(a & b)
        return common >= words and common >= share * min(len(a), len(b))

    def beside(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Whether a word of weight stands right beside both stretches."""
        a, b = _around(self.left, left), _around(self.right, right)
        return any(min(a[key], b[key]) >= 1.0 for key in a.keys() & b.keys())

    def common(self, left: int, right: int) -> int:
        """Return how many words of weight the sentences around two words share besides the two."""
        return len(_sentence_words(self.left, left) & _sentence_words(self.right, right))

    def context(self, left: tuple[int, int], right: tuple[int, int]) -> float:
        """Return how many words of weight both stretches have around them, nearer ones counting more."""
        a, b = _around(self.left, left), _around(self.right, right)
        return sum(min(a[key], b[key]) for key in a.keys() & b.keys())


_SHARED_WORDS, _SHARED = 3, 0.5
"""Words of weight that two sentences share, and their share of the shorter, from which they tell one."""

_SHARED_PAIR, _SHARE_PAIR = 2, 0.3
"""The same where the aligner has paired these two sentences and no other."""


def _sentence_words(region: Region, place: int) -> set[str]:
    """Return the words of weight of the sentence around a word, without it."""
    times = region.told.get(region.words[place].sentence)
    if times is None:
        words = (region.words[number] for number in region.sentence_of(place))
        times = Counter(word.near for word in words if word.heavy and not word.low[:1].isdigit())
        region.told[region.words[place].sentence] = times
    own = region.words[place].near
    return times.keys() - {own} if times[own] == 1 else set(times)


def _around(region: Region, place: tuple[int, int]) -> dict[str, float]:
    found: dict[str, float] = {}
    words = region.words
    home = words[place[0]].sentence
    before = range(place[0] - 1, max(-1, place[0] - 1 - WINDOW), -1)
    after = range(place[1], min(len(words), place[1] + WINDOW))
    for side in (before, after):
        for steps, number in enumerate(side, start=1):
            word = words[number]
            if word.sentence != home:
                break
            if word.heavy and not word.low[:1].isdigit():
                found[word.near] = max(found.get(word.near, 0.0), 1.0 if steps <= 3 else 0.6)
    return found

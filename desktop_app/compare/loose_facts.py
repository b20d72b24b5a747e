"""Figures that disagree although their sentences are in no link: a detail that one side tells elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.compare.bead_making import whole_bead
from desktop_app.compare.beads import Bead, left_first
from desktop_app.compare.change_values import value_change
from desktop_app.compare.found_values import Found, ValueReader
from desktop_app.compare.homes import links_by_place
from desktop_app.compare.quotation_words import words_of_text
from desktop_app.compare.value_evidence import evidence, is_slip, near
from desktop_app.compare.value_relations import comparable, explained, same_value
from desktop_app.compare.word_families import family
from desktop_app.model import Alignment, Article, Change, Link, Side, pulse, pulsed
from desktop_app.text.lexicons import read_words

_RARE = 3
"""Sentences of a side in which a word stands that tells which of them is meant."""

_RARE_COUNTS, _RARE_MOST = 0.4, 4
"""Evidence that each rare word adds which both sentences have, and how many of them count."""

_ENOUGH = 4.0
"""Evidence from which two figures are told of one thing. Measured on the open pairs: every pair of figures
above it is one fact told differently."""

_ENOUGH_PAIRED = 6.5
"""The same where both sentences have found a partner already, so that each tells something else as well."""

_LINKED = 0.3
"""Share of the paragraphs of the shorter side that are linked where both sides tell one story."""


@dataclass(slots=True)
class _Sentence:
    """A sentence with figures that the other side has nowhere."""

    paragraph: int
    number: int
    words: frozenset[str]
    values: list[Found]
    lonely: list[Found]


def loose_changes(
    left: Article,
    right: Article,
    alignment: Alignment,
    left_values: ValueReader,
    right_values: ValueReader,
    anchor: tuple[date, int] | None,
    told: Iterable[Change],
    is_quoted: Callable[[Side, Found], bool],
    rejected: Collection[tuple[int, int]] = (),
) -> list[Change]:
    """Return the figures of sentences outside common links that surely are one fact told differently.

    A figure counts only where the other side does not give it anywhere and none of the changes ``told`` has
    it. ``is_quoted`` tells of those that stand in paired quotations, which are the ledger's. In
    ``rejected`` (left, right) paragraph pairs, which tell different things, nothing can disagree.
    """
    if not _is_one_story(left, right, alignment):
        return []
    texts = _Texts(
        {Side.LEFT: left, Side.RIGHT: right}, {Side.LEFT: left_values, Side.RIGHT: right_values}, anchor
    )
    known = texts.given_or_told(told)
    lonely = texts.lonely(Side.LEFT, known[Side.RIGHT], is_quoted)
    facing = texts.lonely(Side.RIGHT, known[Side.LEFT], is_quoted) if lonely else []
    links = links_by_place(alignment)
    parted = frozenset(rejected)
    paired = {(Side.LEFT, p.left_paragraph, p.left_sentence) for p in alignment.sentence_pairs}
    paired |= {(Side.RIGHT, p.right_paragraph, p.right_sentence) for p in alignment.sentence_pairs}
    scored: list[tuple[float, Found, Found]] = []
    for a, b, shared in texts.sharing_rare_words(lonely, facing):
        link = links.get((Side.LEFT, a.paragraph))
        if link is not None and link == links.get((Side.RIGHT, b.paragraph)):
            continue
        if (a.paragraph, b.paragraph) in parted:
            continue
        places = (Side.LEFT, a.paragraph, a.number), (Side.RIGHT, b.paragraph, b.number)
        enough = _ENOUGH_PAIRED if paired.issuperset(places) else _ENOUGH
        scored += texts.scored(a, b, shared, enough)
    changes: list[Change] = []
    used: set[int] = set()
    for _, x, y in sorted(scored, key=lambda item: (-item[0], item[1].paragraph, item[1].value.start)):
        if {id(x), id(y)} & used or texts.gives(Side.RIGHT, x) or texts.gives(Side.LEFT, y):
            continue
        used |= {id(x), id(y)}
        changes.append(value_change(texts.bead(x.paragraph, y.paragraph), x, y))
    return changes


def _is_one_story(left: Article, right: Article, alignment: Alignment) -> bool:
    """Whether so much of the shorter side is linked that both tell one story."""
    linked = min(sum(len(link.on(side)) for link in alignment.links) for side in Side)
    return linked >= _LINKED * min(len(left.paragraphs), len(right.paragraphs))


@dataclass(frozen=True, slots=True)
class _Texts:
    """Both articles, the values read from them, and the day they are of."""

    articles: Mapping[Side, Article]
    readers: Mapping[Side, ValueReader]
    anchor: tuple[date, int] | None

    def given_or_told(self, told: Iterable[Change]) -> dict[Side, set[str | float]]:
        """Return what the figures of each side come to, those of the other in changes ``told`` among them."""
        found = {side: _keys(self.articles[side], self.readers[side]) for side in Side}
        for change in pulsed(told):
            for side in Side:
                mention = change.on(side)
                found[side.other].update(
                    each.value.value
                    for each in self.readers[side].read(mention.paragraph)
                    if mention.start <= each.value.start < mention.end
                )
        return found

    def lonely(
        self, side: Side, others: set[str | float], is_quoted: Callable[[Side, Found], bool]
    ) -> list[_Sentence]:
        """Return the sentences of a side with figures that are not among the ``others``."""
        found: list[_Sentence] = []
        for paragraph in pulsed(self.articles[side].paragraphs, 8):
            values = self.readers[side].read(paragraph.index)
            if not values:
                continue
            for number, span in enumerate(paragraph.sentences):
                inside = [v for v in values if span.start <= v.value.start < span.end]
                lonely = [v for v in inside if _is_lonely(v, others) and not is_quoted(side, v)]
                if lonely:
                    words = _words(paragraph.text[span.start : span.end])
                    found.append(_Sentence(paragraph.index, number, words, inside, lonely))
        return found

    def sharing_rare_words(
        self, left: Sequence[_Sentence], right: Sequence[_Sentence]
    ) -> Iterator[tuple[_Sentence, _Sentence, frozenset[str]]]:
        """Yield sentences of both sides with the rare words they share, where they share any."""
        wanted = _words_of(left) & _words_of(right)
        if not wanted:
            return
        rare = _rare_words(self.articles[Side.LEFT], wanted) & _rare_words(self.articles[Side.RIGHT], wanted)
        by_word: dict[str, list[int]] = {}
        for number, sentence in enumerate(right):
            for word in sentence.words & rare:
                by_word.setdefault(word, []).append(number)
        for a in left:
            pulse()
            for number in sorted({n for word in a.words & rare for n in by_word.get(word, ())}):
                yield a, right[number], a.words & right[number].words & rare

    def scored(
        self, a: _Sentence, b: _Sentence, shared: frozenset[str], enough: float
    ) -> Iterator[tuple[float, Found, Found]]:
        """Yield the figures of two sentences that are one fact told differently, with the evidence for it.

        ``shared`` are the rare words of both.
        """
        fitting = [(x, y) for x in a.lonely for y in b.lonely if comparable(x, y, self.anchor)]
        if not fitting:
            return
        bead = self.bead(a.paragraph, b.paragraph)
        met = [(x, y) for x in a.values for y in b.values if same_value(x, y, self.anchor)]
        values = [self.readers[side].read(s.paragraph) for side, s in ((Side.LEFT, a), (Side.RIGHT, b))]
        for x, y in fitting:
            telling = len(shared - {family(x.value.unit)})
            score = evidence(bead, x, y, near(x, met), alone=False)
            score += _RARE_COUNTS * min(_RARE_MOST, telling)
            if score < enough or telling < (1 if is_slip(x, y) else 2):
                continue
            if not explained(x, y, *values):
                yield score, x, y

    def gives(self, side: Side, found: Found) -> bool:
        """Whether the article on ``side`` gives a figure of the other one anywhere, rounded or converted."""
        return any(
            same_value(*left_first(found, other, side is Side.LEFT), self.anchor)
            for paragraph in self.articles[side].paragraphs
            for other in self.readers[side].read(paragraph.index)
        )

    def bead(self, left: int, right: int) -> Bead:
        """Return two paragraphs as if they were linked."""
        link = Link((left,), (right,), (), 1.0)
        return whole_bead(self.articles[Side.LEFT], self.articles[Side.RIGHT], -1, link)


def _keys(article: Article, reader: ValueReader) -> set[str | float]:
    """Return what the figures of an article come to, as they are printed and as bare numbers."""
    found: set[str | float] = set()
    for paragraph in pulsed(article.paragraphs, 8):
        for value in reader.values(paragraph.index):
            found.add(value.value)
            if value.number is not None:
                found.add(value.number)
    return found


def _is_lonely(found: Found, others: set[str | float]) -> bool:
    """Whether a value is a figure that is not among the ``others``."""
    number = found.value.number
    return found.day is None and number is not None and others.isdisjoint((number, found.value.value))


def _words(text: str) -> frozenset[str]:
    heavy = words_of_text(text).heavy
    return frozenset(family(word) for word in heavy if not word[:1].isdigit() and word not in _LIGHT)


_LIGHT = read_words("disagreement_words.txt", "auxiliaries") | read_words(
    "disagreement_words.txt", "light_verbs"
)


def _words_of(sentences: Iterable[_Sentence]) -> frozenset[str]:
    return frozenset().union(*(sentence.words for sentence in sentences))


def _rare_words(article: Article, wanted: frozenset[str]) -> set[str]:
    """Return those of the wanted words that stand in few sentences of an article."""
    times: Counter[str] = Counter()
    for paragraph in article.paragraphs:
        pulse()
        for span in paragraph.sentences:
            times.update(wanted & _words(paragraph.text[span.start : span.end]))
    return {word for word, count in times.items() if count <= _RARE}

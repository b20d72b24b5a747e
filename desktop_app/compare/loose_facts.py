"""Figures that disagree although their sentences are in no link: a detail that one side tells elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop_app.compare.bead_making import whole_bead
from desktop_app.compare.beads import Bead, left_first
from desktop_app.compare.change_values import value_change
from desktop_app.compare.found_values import Found, ValueReader
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
    lonely: list[Found] = field(default_factory=list)


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
    readers = {Side.LEFT: (left, left_values), Side.RIGHT: (right, right_values)}
    known = {side: _keys(*readers[side]) for side in Side}
    for change in pulsed(told):
        for side in Side:
            mention = change.on(side)
            known[side.other].update(
                found.value.value
                for found in readers[side][1].read(mention.paragraph)
                if mention.start <= found.value.start < mention.end
            )
    sentences: dict[Side, list[_Sentence]] = {}
    for side in Side:
        article, reader = readers[side]
        sentences[side] = list(_with_lonely(article, reader, known[side.other], side, is_quoted))
        if not sentences[side]:
            return []
    parted = frozenset(rejected)
    rare = _rare_words(left) & _rare_words(right)
    owners = {(side, p): n for n, link in enumerate(alignment.links) for side in Side for p in link.on(side)}
    paired = {(Side.LEFT, p.left_paragraph, p.left_sentence) for p in alignment.sentence_pairs}
    paired |= {(Side.RIGHT, p.right_paragraph, p.right_sentence) for p in alignment.sentence_pairs}
    by_word: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences[Side.RIGHT]):
        for word in sentence.words & rare:
            by_word.setdefault(word, []).append(number)
    scored: list[tuple[float, int, Found, Found]] = []
    for a in sentences[Side.LEFT]:
        pulse()
        shared = Counter(number for word in a.words & rare for number in by_word.get(word, ()))
        for number, common in shared.items():
            b = sentences[Side.RIGHT][number]
            owner = owners.get((Side.LEFT, a.paragraph))
            if owner is not None and owner == owners.get((Side.RIGHT, b.paragraph)):
                continue
            if (a.paragraph, b.paragraph) in parted:
                continue
            both = (Side.LEFT, a.paragraph, a.number) in paired and (
                Side.RIGHT,
                b.paragraph,
                b.number,
            ) in paired
            wanted = _ENOUGH_PAIRED if both else _ENOUGH
            for score, x, y in _compared(left, right, a, b, anchor):
                telling = common - (family(x.value.unit) in a.words & b.words & rare)
                score += _RARE_COUNTS * min(_RARE_MOST, telling)
                if score < wanted or telling < (1 if is_slip(x, y) else 2):
                    continue
                if not explained(x, y, left_values.read(a.paragraph), right_values.read(b.paragraph)):
                    scored.append((score, number, x, y))
    changes: list[Change] = []
    used: set[int] = set()
    for _, _, x, y in sorted(scored, key=lambda item: (-item[0], item[2].paragraph, item[2].value.start)):
        if not {id(x), id(y)} & used and not _given(x, right_values, right, anchor, mirrored=False):
            if _given(y, left_values, left, anchor, mirrored=True):
                continue
            used |= {id(x), id(y)}
            changes.append(value_change(_bead(left, right, x.paragraph, y.paragraph), x, y))
    return changes


def _is_one_story(left: Article, right: Article, alignment: Alignment) -> bool:
    """Whether so much of the shorter side is linked that both tell one story."""
    linked = min(sum(len(link.on(side)) for link in alignment.links) for side in Side)
    return linked >= _LINKED * min(len(left.paragraphs), len(right.paragraphs))


def _bead(left: Article, right: Article, one: int, other: int) -> Bead:
    return whole_bead(left, right, -1, Link((one,), (other,), (), 1.0))


def _compared(
    left: Article, right: Article, a: _Sentence, b: _Sentence, anchor: tuple[date, int] | None
) -> Iterable[tuple[float, Found, Found]]:
    """Yield the figures of two sentences that could be one fact, with the evidence that they are."""
    fitting = [(x, y) for x in a.lonely for y in b.lonely if comparable(x, y, anchor)]
    if not fitting:
        return
    bead = _bead(left, right, a.paragraph, b.paragraph)
    met = [(x, y) for x in a.values for y in b.values if same_value(x, y, anchor)]
    for x, y in fitting:
        yield evidence(bead, x, y, near(x, met), alone=False), x, y


def _keys(article: Article, reader: ValueReader) -> set[str | float]:
    """Return what the figures of an article come to, as they are printed and as bare numbers."""
    found: set[str | float] = set()
    for paragraph in pulsed(article.paragraphs, 8):
        for value in reader.values(paragraph.index):
            found.add(value.value)
            if value.number is not None:
                found.add(value.number)
    return found


def _with_lonely(
    article: Article,
    reader: ValueReader,
    others: set[str | float],
    side: Side,
    is_quoted: Callable[[Side, Found], bool],
) -> Iterable[_Sentence]:
    """Yield the sentences with figures that the other side does not have."""
    for paragraph in pulsed(article.paragraphs, 8):
        values = reader.read(paragraph.index)
        if not values:
            continue
        for number, span in enumerate(paragraph.sentences):
            inside = [v for v in values if span.start <= v.value.start < span.end]
            lonely = [
                v
                for v in inside
                if v.day is None
                and v.value.number is not None
                and v.value.number not in others
                and v.value.value not in others
                and not is_quoted(side, v)
            ]
            if lonely:
                words = _words(paragraph.text[span.start : span.end])
                yield _Sentence(paragraph.index, number, words, inside, lonely)


def _words(text: str) -> frozenset[str]:
    heavy = words_of_text(text).heavy
    return frozenset(family(word) for word in heavy if not word[:1].isdigit() and word not in _LIGHT)


_LIGHT = read_words("disagreement_words.txt", "auxiliaries") | read_words(
    "disagreement_words.txt", "light_verbs"
)


def _rare_words(article: Article) -> set[str]:
    times: Counter[str] = Counter()
    for paragraph in article.paragraphs:
        pulse()
        for span in paragraph.sentences:
            times.update(_words(paragraph.text[span.start : span.end]))
    return {word for word, count in times.items() if count <= _RARE}


def _given(
    found: Found, reader: ValueReader, article: Article, anchor: tuple[date, int] | None, *, mirrored: bool
) -> bool:
    """Whether an article gives a figure of the other side anywhere, rounded or converted."""
    for paragraph in article.paragraphs:
        for other in reader.read(paragraph.index):
            if same_value(*left_first(found, other, mirrored), anchor):
                return True
    return False

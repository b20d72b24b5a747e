"""Cutting a link into the beads in which facts are compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.compare.beads import Bead, Placed, Region
from desktop_app.compare.homes import links_by_place
from desktop_app.compare.word_families import families_of, pair_families, root
from desktop_app.model import Alignment, Article, Link, SentencePair, Side, Span, pulsed
from desktop_app.model.groups import connected
from desktop_app.text.lexicons import function_words
from desktop_app.text.normalize import fold
from desktop_app.text.tokens import is_word, tokenize

_MARKS = frozenset(",;:()[]—–…!?")
"""Marks that part the words of a sentence. A full stop inside of one only shortens a word: "Dr."."""
_NEAR = 5
"""Letters of a stem by which words of one family meet ("Korea", "Korean")."""


def make_beads(
    left: Article, right: Article, number: int, link: Link, pairs: Sequence[SentencePair]
) -> list[Bead]:
    """Return the beads of a link in reading order; without sentence pairs the whole link is one.

    ``pairs`` are the sentence pairs of this link.
    """
    groups = [
        ({_ends(pair)[0] for pair in group}, {_ends(pair)[1] for pair in group})
        for group in connected(pairs, _ends)
    ]
    if not groups:
        groups = [(_all_sentences(left, link.left), _all_sentences(right, link.right))]
    groups.sort(key=lambda group: min(group[0]))
    return [_bead(number, left, group[0], right, group[1]) for group in pulsed(groups, 8) if all(group)]


def _ends(pair: SentencePair) -> tuple[tuple[int, int], tuple[int, int]]:
    return (pair.left_paragraph, pair.left_sentence), (pair.right_paragraph, pair.right_sentence)


def whole_bead(left: Article, right: Article, number: int, link: Link) -> Bead:
    """Return all sentences of a link as one bead."""
    return _bead(number, left, _all_sentences(left, link.left), right, _all_sentences(right, link.right))


def sentence_region(article: Article, paragraph: int, sentence: int) -> Region:
    """Return one sentence of an article, which need not be linked, as placed words."""
    return _region(article, _read(article, {(paragraph, sentence)}), frozenset())


def is_whole(left: Article, right: Article, link: Link, beads: Sequence[Bead]) -> bool:
    """Whether every sentence of a link is in one of its beads."""
    paired = sum(len(bead.left.sentences) + len(bead.right.sentences) for bead in beads)
    return paired >= count_sentences(left, right, link)


def count_sentences(left: Article, right: Article, link: Link) -> int:
    """Return how many sentences a link has on both sides together."""
    return sum(len(left.paragraphs[p].sentences) for p in link.left) + sum(
        len(right.paragraphs[p].sentences) for p in link.right
    )


def pairs_by_link(alignment: Alignment) -> list[list[SentencePair]]:
    """Return the sentence pairs of each link."""
    links = links_by_place(alignment)
    found: list[list[SentencePair]] = [[] for _ in alignment.links]
    for pair in alignment.sentence_pairs:
        number = links.get((Side.LEFT, pair.left_paragraph))
        if number is not None and number == links.get((Side.RIGHT, pair.right_paragraph)):
            found[number].append(pair)
    return found


def _all_sentences(article: Article, paragraphs: Sequence[int]) -> set[tuple[int, int]]:
    return {(p, s) for p in paragraphs for s in range(len(article.paragraphs[p].sentences))}


def _bead(
    number: int, left: Article, own: set[tuple[int, int]], right: Article, other: set[tuple[int, int]]
) -> Bead:
    """Make a bead of sentences given as (paragraph, sentence).

    Words of several families count as members of one that the other side has too.
    """
    first, second = _read(left, own), _read(right, other)
    known = _all_families(first), _all_families(second)
    return Bead(number, _region(left, first, known[1]), _region(right, second, known[0]))


class _Word(NamedTuple):
    """A word of a sentence: offsets in it, folded form, stem, whether it carries weight, whether a mark
    precedes it, and the families it is of.
    """

    start: int
    end: int
    low: str
    stem: str
    heavy: bool
    marked: bool
    families: tuple[str, ...]


_Read = list[tuple[Span, tuple[_Word, ...]]]


def _read(article: Article, places: set[tuple[int, int]]) -> _Read:
    """Return some sentences in order, each with its words."""
    found: _Read = []
    for paragraph, sentence in pulsed(sorted(places), 8):
        span = article.paragraphs[paragraph].sentences[sentence]
        text = article.paragraphs[paragraph].text[span.start : span.end]
        found.append((Span(paragraph, span.start, span.end), _words_in(text)))
    return found


def _all_families(sentences: _Read) -> frozenset[str]:
    return frozenset(name for _, words in sentences for word in words for name in word.families)


def _region(article: Article, sentences: _Read, others: frozenset[str]) -> Region:
    region = Region(article)
    for number, (span, words) in enumerate(sentences):
        region.sentences.append(span)
        paragraph, base = span.paragraph, span.start
        for start, end, low, stem, heavy, marked, families in words:
            near = stem[:_NEAR]
            for name in families:
                if name in others:
                    near = name
                    break
            region.words.append(
                Placed(paragraph, base + start, base + end, low, stem, near, heavy, number, marked)
            )
    return region


@lru_cache(maxsize=1024)
def _words_in(text: str) -> tuple[_Word, ...]:
    """Return the words of a sentence."""
    light = function_words()
    found: list[_Word] = []
    marked = False
    for token in tokenize(text):
        if is_word(token):
            low = fold(token.text)
            families = _join(found, low) if found else families_of(low)
            found.append(_Word(token.start, token.end, low, root(low), low not in light, marked, families))
            marked = False
        else:
            marked = marked or token.text in _MARKS
    return tuple(found)


def _join(found: list[_Word], low: str) -> tuple[str, ...]:
    """Return the families of a word; where it is the particle of a verb before it, that one stands for both.

    The verb may be one word back, with what it is done to between: "bring that down", "turned it off".
    """
    verb = len(found) - 2 if len(found) > 1 and found[-1].low in _BETWEEN else len(found) - 1
    joined = pair_families(found[verb].stem, root(low))
    if not joined:
        return families_of(low)
    if low in function_words() or low in _PARTICLES:
        found[verb] = found[verb]._replace(families=joined)
        return families_of(low)
    return joined


_PARTICLES = frozenset(("away", "back", "ahead", "along", "aside", "forward", "apart", "past"))
_BETWEEN = frozenset(("it", "them", "that", "this", "him", "her", "these", "those", "us", "me", "you"))

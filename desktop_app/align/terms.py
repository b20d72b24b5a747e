"""The terms of both articles as sparse rows: words, figures, what they are about, runs, character 4-grams."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from itertools import count as counter

import numpy as np

from desktop_app.align.aliases import aliases
from desktop_app.align.figures import plain_figures
from desktop_app.align.senses import senses_of
from desktop_app.align.sparse import BLOCK_CELLS, Rows, Tick, blocks, count_rows, distinct, expand, no_tick
from desktop_app.align.units import Floats, Ints
from desktop_app.model import pulsed
from desktop_app.text.lexicons import foreign_languages, function_words
from desktop_app.text.normalize import fold
from desktop_app.text.scripts import MARKS, UNSPACED
from desktop_app.text.stems import stem

SAMPLE = 3000
"""Words at either end of both texts that tell their language."""

PREFIX = 5
"""Letters of a word that count: inflected forms of one word share them (measured best of 4, 5 and 6)."""

_LETTER = rf"[^\W\d_{UNSPACED}]"
_WORD = re.compile(rf"\d+(?:[.,]\d+)*|[{UNSPACED}]|{_LETTER}(?:{_LETTER}|[{MARKS}])*")
_ASCII_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-zA-Z]+")
_HAS_UNSPACED = re.compile(f"[{UNSPACED}]")
_MARKS = "“”‘’—–…"
_THOUSANDS = re.compile(r",(?=\d{3}(?!\d))")
_FIGURE = re.compile(r"\d")


def find_words(text: str) -> Iterator[re.Match[str]]:
    """Return the words and figures of a text with their places; unspaced scripts give single characters."""
    plain = _plain_marks(text)
    return (_ASCII_WORD if plain.isascii() else _WORD).finditer(plain)


def list_words(text: str) -> list[str]:
    """Return the words and figures that `find_words` finds."""
    plain = _plain_marks(text)
    return (_ASCII_WORD if plain.isascii() else _WORD).findall(plain)


def _plain_marks(text: str) -> str:
    """Return the text with the commonest marks as ASCII, letter for letter: that pattern is much faster."""
    if not text.isascii():
        for mark in _MARKS:
            text = text.replace(mark, "'")
    return text


def counted_words(text: str) -> list[str]:
    """Return the words of a text for counting, unspaced pairs added."""
    text = _plain_marks(text)
    if "%" in text:
        text = text.replace("%", " percent ")
    if text.isascii():
        return _ASCII_WORD.findall(text)
    words: list[str] = _WORD.findall(text)
    if _HAS_UNSPACED.search(text):
        unspaced = [_HAS_UNSPACED.match(word) is not None for word in words]
        words += [a + b for (a, x), (b, y) in pairwise(zip(words, unspaced, strict=True)) if x and y]
    return words


def plain_words(text: str) -> list[str]:
    """Return the lower-case words of a text for counting, its figures in one notation."""
    return plain_figures(counted_words(text.lower()), _FIGURE.search(text) is not None)


@lru_cache(maxsize=65536)
def term_of(word: str) -> str:
    """Return the term a word counts as: a plain figure, or the beginning of the word in one spelling."""
    if word[0].isdigit():
        plain = _THOUSANDS.sub("", word).replace(",", ".")
        return plain.rstrip("0").rstrip(".") if "." in plain else plain
    folded = fold(word)
    return stem(aliases().get(folded, folded))[:PREFIX]


def language_of(words: Iterable[str]) -> str:
    """Return the language whose function words occur most among the (lower-case) words; "en" if none do."""
    counts = Counter(words)
    shares = {
        name: sum(counts[word] for word in function_words(name)) for name in ("en", *foreign_languages())
    }
    return max(shares, key=lambda name: shares[name])


@dataclass(frozen=True)
class Side:
    """One article's units as rows. ``words`` and ``runs`` hold each term once, ``grams`` have length 1.

    ``senses`` hold the families and fields of the words; a word of k of them weighs one by the root of k.
    """

    words: Rows
    runs: Rows
    grams: Rows
    senses: Rows


@dataclass(frozen=True)
class Terms:
    """Both articles' units and what their words weigh.

    ``units`` counts those of both sides. ``idf`` (smoothed) and ``surprise`` (log of units over occurrences)
    belong to the columns of ``words``, ``run_surprise`` to those of ``runs``; ``occurrences`` counts the
    units a word is in; ``figures`` tells which words are figures, ``small_figures`` which have one digit.
    ``sense_idf`` belongs to the columns of ``senses``, ``own_senses`` to those of ``words``: what a word that
    both sides use adds to the senses they share. All are taken over both sides together. ``names`` are the
    terms themselves.
    """

    left: Side
    right: Side
    units: int
    idf: Floats
    surprise: Floats
    run_surprise: Floats
    occurrences: Ints
    figures: np.ndarray[tuple[int], np.dtype[np.bool_]]
    small_figures: np.ndarray[tuple[int], np.dtype[np.bool_]]
    sense_idf: Floats
    own_senses: Floats
    names: tuple[str, ...]


def read_terms(left: Sequence[str], right: Sequence[str], tick: Tick = no_tick) -> Terms:
    """Return the terms of the units' texts."""
    split, height = len(left), len(left) + len(right)
    flat, starts, names = _number_words([*left, *right], lambda done: tick(0.5 * done))
    terms, term_names = _term_numbers(names, tick)
    language = language_of(names[number] for number in flat[:SAMPLE].tolist() + flat[-SAMPLE:].tolist())
    small = function_words(language)
    telling = np.array([name not in small for name in names], dtype=np.bool_)[flat]
    tick(0.5)
    kept_before = np.concatenate(([0], np.cumsum(telling)))
    tick(0.5)
    words = count_rows(
        kept_before[starts], terms[flat[telling]], len(term_names), lambda done: tick(0.5 + 0.1 * done)
    )
    words = Rows(words.starts, words.terms, np.ones(len(words.terms)), words.width)
    runs = _runs(flat, starts, terms, split, len(term_names), lambda done: tick(0.6 + 0.1 * done))
    grams = _gram_rows(flat, starts, names, lambda done: tick(0.7 + 0.2 * done))
    listed = _senses(names, terms, len(term_names)) if language == "en" else [()] * len(term_names)
    senses, of_term = _sense_rows(words, listed, lambda done: tick(0.9 + 0.1 * done))
    sense_idf = _idf(senses)
    occurrences = words.occurrences()
    tick(1.0)
    sides = [
        Side(*(rows.part(first, end) for rows in (words, runs, grams, senses)))
        for first, end in ((0, split), (split, height))
    ]
    return Terms(
        sides[0],
        sides[1],
        height,
        _idf(words),
        _surprise(words),
        _surprise(runs),
        occurrences,
        np.array([name[0].isdigit() for name in term_names], dtype=np.bool_),
        np.array([len(name) == 1 and name.isdecimal() for name in term_names], dtype=np.bool_),
        sense_idf,
        Rows(
            of_term.starts, of_term.terms, of_term.weights**2 * sense_idf[of_term.terms], of_term.width
        ).sums(),
        tuple(term_names),
    )


def _number_words(texts: Sequence[str], tick: Tick) -> tuple[Ints, Ints, list[str]]:
    """Number the distinct words: flat numbers, where each text starts, and the words by number."""
    numbers: defaultdict[str, int] = defaultdict(counter().__next__)
    flat: list[int] = []
    starts = [0]
    for place, text in enumerate(texts):
        words = plain_words(text)
        flat.extend(map(numbers.__getitem__, words))
        starts.append(len(flat))
        if place % 256 == 0:
            tick(place / len(texts))
    tick(1.0)
    return np.fromiter(flat, np.int64, len(flat)), np.array(starts, dtype=np.int64), list(numbers)


def _term_numbers(names: Sequence[str], tick: Tick) -> tuple[Ints, list[str]]:
    """Number the terms of distinct words: the term's number of each word, and the terms by number."""
    numbers: dict[str, int] = {}
    found = np.empty(len(names), dtype=np.int64)
    for place, name in enumerate(names):
        found[place] = numbers.setdefault(term_of(name), len(numbers))
        if place % 1024 == 0:
            tick(0.5)
    return found, list(numbers)


def _senses(names: Sequence[str], terms: Ints, count: int) -> list[tuple[int, ...]]:
    """Return the senses of each term: those of all words that count as it."""
    found: list[tuple[int, ...]] = [()] * count
    for name, term in pulsed(zip(names, terms.tolist(), strict=True), 1024):
        own = senses_of(name)
        if own:
            found[term] = tuple(sorted({*found[term], *own}))
    return found


def _sense_rows(words: Rows, listed: Sequence[tuple[int, ...]], tick: Tick) -> tuple[Rows, Rows]:
    """Return the senses of each unit, each with the greatest weight of its words, and those of each term."""
    sizes = np.array([len(each) for each in listed], dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(sizes)))
    flat = np.fromiter(chain.from_iterable(listed), np.int64, int(starts[-1]))
    width = int(flat.max()) + 1 if len(flat) else 1
    of_term = Rows(starts, flat, np.repeat(1 / np.sqrt(np.maximum(sizes, 1)), sizes), width)
    kept, weights = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    counts = np.zeros(len(words) + 1, dtype=np.int64)
    for first, end in blocks(words.lengths, BLOCK_CELLS // 4):
        part = words.part(first, end)
        cell, owner = expand(starts, part.terms)
        keys, cells = part.owners[owner] * width + flat[cell], of_term.weights[cell]
        order = np.lexsort((-cells, keys))
        keys, cells = keys[order], cells[order]
        head = np.diff(keys, prepend=-1) != 0
        counts[first + 1 : end + 1] = np.bincount(keys[head] // width, minlength=end - first)
        kept.append(keys[head] % width)
        weights.append(cells[head])
        tick(end / len(words))
    return Rows(np.cumsum(counts), np.concatenate(kept), np.concatenate(weights), width), of_term


def _runs(flat: Ints, starts: Ints, terms: Ints, split: int, width: int, tick: Tick) -> Rows:
    """Return the pairs of neighbouring words that both sides have; others cannot be shared."""
    term = terms[flat]
    tick(0.02)
    row = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    tick(0.05)
    inside = np.flatnonzero(row[1:] == row[:-1])
    tick(0.08)
    keys = term[inside] * width
    tick(0.08)
    keys += term[inside + 1]
    tick(0.1)
    row = row[inside]
    tick(0.1)
    middle = int(np.searchsorted(row, split))
    sides = []
    for side in (keys[:middle], keys[middle:]):
        sides.append(distinct(side))
        tick(0.1 + 0.2 * len(sides))
    common = np.intersect1d(sides[0], sides[1], assume_unique=True)
    tick(0.6)
    shared = np.zeros(len(keys), dtype=np.bool_)
    place = np.zeros(len(keys), dtype=np.int64)
    for low in range(0, len(keys) if len(common) else 0, BLOCK_CELLS):
        part = keys[low : low + BLOCK_CELLS]
        found = np.minimum(np.searchsorted(common, part), len(common) - 1)
        shared[low : low + BLOCK_CELLS] = common[found] == part
        place[low : low + BLOCK_CELLS] = found
        tick(0.6 + 0.3 * low / len(keys))
    row_starts = np.searchsorted(row[shared], np.arange(len(starts))).astype(np.int64)
    runs = count_rows(row_starts, place[shared], max(1, len(common)), lambda done: tick(0.9 + 0.1 * done))
    return Rows(runs.starts, runs.terms, np.ones(len(runs.terms)), runs.width)


def _gram_rows(flat: Ints, starts: Ints, names: Sequence[str], tick: Tick) -> Rows:
    """Return TF-IDF rows of length 1 over the 4-grams inside the words."""
    grams: dict[str, int] = {}
    listed: list[list[int]] = []
    for number, name in enumerate(names):
        listed.append([grams.setdefault(gram, len(grams)) for gram in _grams(fold(name))])
        if number % 1024 == 0:
            tick(0.2 * number / len(names))
    gram_starts = np.concatenate(([0], np.cumsum([len(each) for each in listed]))).astype(np.int64)
    gram_of = np.fromiter(chain.from_iterable(listed), dtype=np.int64)
    tick(0.2)
    sizes = gram_starts[1:][flat] - gram_starts[:-1][flat]
    tick(0.2)
    before = np.concatenate(([0], np.cumsum(sizes)))
    flat_grams = np.empty(int(before[-1]), dtype=np.int64)
    for low in range(0, len(flat), BLOCK_CELLS // 4):
        part = flat[low : low + BLOCK_CELLS // 4]
        flat_grams[before[low] : before[low + len(part)]] = gram_of[expand(gram_starts, part)[0]]
        tick(0.2 + 0.2 * low / len(flat))
    tick(0.4)
    rows = count_rows(before[starts], flat_grams, max(1, len(grams)), lambda d: tick(0.4 + 0.4 * d))
    tick(0.8)
    by_term = _idf(rows)
    weights = rows.weights
    for first, end in blocks(rows.lengths):
        low, high = int(rows.starts[first]), int(rows.starts[end])
        weighed = (1 + np.log(weights[low:high])) * by_term[rows.terms[low:high]]
        owner = np.repeat(np.arange(end - first), np.diff(rows.starts[first : end + 1]))
        norms = np.sqrt(np.bincount(owner, weights=weighed**2, minlength=end - first))
        weights[low:high] = weighed / np.where(norms > 0, norms, 1.0)[owner]
        tick(0.8 + 0.2 * end / len(rows))
    return rows


def _grams(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[at : at + 4] for at in range(max(1, len(padded) - 3))]


def _idf(rows: Rows) -> Floats:
    idf: Floats = np.log((1 + len(rows)) / (1 + rows.occurrences())) + 1
    return idf


def _surprise(rows: Rows) -> Floats:
    surprise: Floats = np.log((1 + len(rows)) / np.maximum(1, rows.occurrences()))
    return surprise

"""The terms of both articles: words folded and stemmed, figures, and character 4-grams, as sparse rows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np

from desktop_app.align.sparse import Rows, Tick, count_rows, expand, no_tick
from desktop_app.align.units import Floats, Ints

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Kana and Han: scripts that put no spaces between words."""

_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W\d_])(?:(?![{_UNSPACED}])[^\W\d_]|[\u0300-\u036f\u0590-\u05c7\u064b-\u065f\u0900-\u0dff])*"
)
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")


def words_of(text: str) -> list[str]:
    """Return the words and figures of a text; unspaced scripts give characters and pairs of neighbours."""
    found = _WORD.findall(text)
    if not _HAS_UNSPACED.search(text):
        return found
    pairs = [a + b for a, b in pairwise(found) if _unspaced(a) and _unspaced(b)]
    return found + pairs


def _unspaced(word: str) -> bool:
    return _HAS_UNSPACED.match(word) is not None


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return a word without case and accents, a figure without thousands separators and idle zeros."""
    if word[0].isdigit():
        plain = re.sub(r",(?=\d{3}(?!\d))", "", word)
        return re.sub(r"(\.\d*?)0+$", r"\1", plain).rstrip(".") if "." in plain else plain
    stripped = "".join(
        c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c)
    )
    return stripped or word


@dataclass(frozen=True)
class Terms:
    """Both articles' units as rows of words (5-letter prefixes) and of 4-grams, with their idf weights."""

    left_words: Rows
    right_words: Rows
    word_idf: Floats
    left_grams: Rows
    right_grams: Rows


def read_terms(left: Sequence[str], right: Sequence[str], tick: Tick = no_tick) -> Terms:
    """Return the terms of the units' texts. Idf is taken over the units of both sides together."""
    words, starts, names = _word_numbers([*left, *right], tick)
    prefixes: dict[str, int] = {}
    folded = [fold_word(name) for name in names]
    prefix_of = np.array([prefixes.setdefault(word[:5], len(prefixes)) for word in folded], dtype=np.int64)
    grams: dict[str, int] = {}
    listed = [[grams.setdefault(gram, len(grams)) for gram in _grams(word)] for word in folded]
    gram_starts = np.concatenate(([0], np.cumsum([len(each) for each in listed]))).astype(np.int64)
    gram_of = np.fromiter(chain.from_iterable(listed), dtype=np.int64)
    height = len(starts) - 1
    row = np.repeat(np.arange(height), np.diff(starts))
    word_rows = count_rows(row, prefix_of[words], height, len(prefixes))
    word_idf = _idf(word_rows)
    cell, owner = expand(gram_starts, words)
    gram_rows = count_rows(row[owner], gram_of[cell], height, len(grams))
    gram_rows = _unit_length(gram_rows, _idf(gram_rows))
    binary = word_rows.weighted(np.ones(len(word_rows.terms)))
    split = len(left)
    return Terms(
        _take(binary, 0, split),
        _take(binary, split, height),
        word_idf,
        _take(gram_rows, 0, split),
        _take(gram_rows, split, height),
    )


def _word_numbers(texts: Sequence[str], tick: Tick) -> tuple[Ints, Ints, list[str]]:
    """Number the distinct words: flat numbers, where each text starts, and the words by number."""
    numbers: dict[str, int] = {}
    flat: list[int] = []
    starts = [0]
    for place, text in enumerate(texts):
        flat += [numbers.setdefault(word, len(numbers)) for word in words_of(text)]
        starts.append(len(flat))
        if place % 512 == 0:
            tick(place / len(texts))
    return np.array(flat, dtype=np.int64), np.array(starts, dtype=np.int64), list(numbers)


def _grams(word: str) -> list[str]:
    padded = f" {word} "
    return [padded[i : i + 4] for i in range(max(1, len(padded) - 3))]


def _idf(rows: Rows) -> Floats:
    df = np.bincount(rows.terms, minlength=rows.width)
    idf: Floats = np.log((1 + len(rows)) / (1 + df)) + 1
    return idf


def _unit_length(rows: Rows, idf: Floats) -> Rows:
    weights = (1 + np.log(rows.weights)) * idf[rows.terms]
    owner = np.repeat(np.arange(len(rows)), rows.lengths)
    norms = np.sqrt(np.bincount(owner, weights=weights**2, minlength=len(rows)))
    return rows.weighted(weights / np.where(norms > 0, norms, 1)[owner])


def _take(rows: Rows, first: int, end: int) -> Rows:
    low, high = int(rows.starts[first]), int(rows.starts[end])
    return Rows(rows.starts[first : end + 1] - low, rows.terms[low:high], rows.weights[low:high], rows.width)

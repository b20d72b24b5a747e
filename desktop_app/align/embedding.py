"""Optional: the meaning of sentences from the reader's own model, as one more kind of evidence.

Nothing is downloaded. A file of word vectors in the text format of word2vec, GloVe or fastText is read
here; a folder is opened with the sentence-transformers package where that is installed.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from desktop_app.align.sparse import Tick, no_tick
from desktop_app.align.terms import find_words
from desktop_app.align.units import Floats, Ints
from desktop_app.model import LoadError
from desktop_app.text.normalize import fold

Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]

MEANING = 1.0
"""Log odds for each spread that two sentences are more alike in meaning than usual; cautious, not fitted."""

MOST_SPREADS = 4.0
_BLOCK = 65_536


class Embedder(Protocol):
    """What turns sentences into vectors."""

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return one row for each text; the angle between rows tells how alike the texts are in meaning."""


class WordVectors:
    """The mean of the vectors of a text's words, common words weighing less (Arora, Liang and Ma, 2017)."""

    def __init__(self, vectors: dict[str, Floats]) -> None:
        self._vectors = vectors
        self._size = len(next(iter(vectors.values()))) if vectors else 1

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return the texts' vectors; a text without a known word gets zeros."""
        words = [[fold(match.group()) for match in find_words(text)] for text in texts]
        counts: dict[str, int] = {}
        for listed in words:
            for word in listed:
                counts[word] = counts.get(word, 0) + 1
        total = max(1, sum(counts.values()))
        rows = np.zeros((len(texts), self._size))
        for row, listed in zip(rows, words, strict=True):
            for word in listed:
                if word in self._vectors:
                    row += self._vectors[word] / (1 + 1000 * counts[word] / total)
        return rows


def load_embedder(path: str | Path) -> Embedder:
    """Open the reader's model: a file of word vectors or a sentence-transformers folder.

    Raises LoadError with a sentence for the reader where that fails.
    """
    path = Path(path)
    if path.is_dir():
        return _sentence_transformer(path)
    vectors: dict[str, Floats] = {}
    size = 0
    try:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                word, *numbers = line.rstrip().split(" ")
                if len(numbers) < 2:  # the first line of the format tells counts
                    continue
                size = size or len(numbers)
                if len(numbers) == size:
                    vectors.setdefault(fold(word), np.array(numbers, dtype=np.float64))
    except (OSError, ValueError) as error:
        raise LoadError(f"The word vectors in {path.name} cannot be read: {error}.") from error
    if not vectors:
        raise LoadError(f"{path.name} holds no word vectors. Choose a file in word2vec or GloVe text format.")
    return WordVectors(vectors)


def _sentence_transformer(path: Path) -> Embedder:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise LoadError(
            f"To use the model in {path.name}, install the Python package sentence-transformers."
        ) from error
    try:
        model = SentenceTransformer(str(path), local_files_only=True)
    except (OSError, ValueError) as error:
        raise LoadError(f"The folder {path.name} holds no model that can be opened: {error}.") from error
    encoder: Embedder = model
    return encoder


def meaning_odds(left: Matrix, right: Matrix, rows: Ints, columns: Ints, tick: Tick = no_tick) -> Floats:
    """Return what meaning adds to the log odds of each pair.

    Models differ in how alike they find any two sentences, so the cosine is measured against its own
    median and spread over the pairs at hand; nothing is taken off.
    """
    left, right = _unit_length(left), _unit_length(right)
    cosine = np.zeros(len(rows))
    for low in range(0, len(rows), _BLOCK):
        part = slice(low, low + _BLOCK)
        cosine[part] = np.einsum("ij,ij->i", left[rows[part]], right[columns[part]])
        tick(low / len(rows))
    if not len(cosine):
        return cosine
    middle, high = np.quantile(cosine, (0.5, 0.9))
    spreads = (cosine - middle) / max(1e-6, high - middle)
    result: Floats = MEANING * np.clip(spreads - 1, 0.0, MOST_SPREADS)
    return result


def _unit_length(rows: Matrix) -> Matrix:
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    result: Matrix = np.asarray(rows, dtype=np.float64) / np.where(norms > 0, norms, 1.0)
    return result

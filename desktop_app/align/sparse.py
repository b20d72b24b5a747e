"""Sparse rows of weighted terms on plain numpy arrays, and what the engine asks of them.

Every heavy step is one numpy call over a block of at most `BLOCK_CELLS` cells, so that a watcher gets a
word in between and the interpreter is free meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from desktop_app.align.units import Floats, Ints

BLOCK_CELLS = 2_000_000
"""Cells of a scratch array in one step: 16 MB, a few milliseconds."""

Tick = Callable[[float], None]
"""``tick(fraction)`` reports progress inside one stage; it may raise to cancel."""


def no_tick(fraction: float) -> None:
    """Ignore the report."""


@dataclass(frozen=True)
class Rows:
    """A sparse matrix by rows: the terms of row r are ``terms[starts[r]:starts[r + 1]]``, sorted."""

    starts: Ints
    terms: Ints
    weights: Floats
    width: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    @property
    def lengths(self) -> Ints:
        """The number of terms of each row."""
        return np.diff(self.starts)

    def weighted(self, weights: Floats) -> Rows:
        """Return the same rows with other weights, one for each stored cell."""
        return Rows(self.starts, self.terms, weights, self.width)

    def row_sums(self) -> Floats:
        """Return the sum of the weights of each row."""
        return sum_segments(self.weights, self.starts)


def sum_segments(values: Floats, starts: Ints) -> Floats:
    """Return the sums of ``values[starts[r]:starts[r + 1]]``; empty segments give 0."""
    total = np.concatenate(([0.0], np.cumsum(values)))
    sums: Floats = total[starts[1:]] - total[starts[:-1]]
    return sums


def expand(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Return the position of each cell of the wanted ``rows``, and for each the place of its row in ``rows``."""
    lengths = starts[rows + 1] - starts[rows]
    owner = np.repeat(np.arange(len(rows)), lengths)
    first = np.cumsum(lengths) - lengths
    return np.arange(len(owner)) - first[owner] + starts[rows][owner], owner


def count_rows(row: Ints, term: Ints, height: int, width: int) -> Rows:
    """Return rows whose weights count how often each (row, term) occurs."""
    keys, counts = np.unique(row * width + term, return_counts=True)
    rows = keys // max(1, width)
    starts = np.searchsorted(rows, np.arange(height + 1)).astype(np.int64)
    return Rows(starts, keys - rows * width, counts.astype(np.float64), width)


def pair_dots(left: Rows, right: Rows, rows: Ints, columns: Ints, tick: Tick = no_tick) -> Floats:
    """Return the dot product of ``left[rows[k]]`` and ``right[columns[k]]`` for every k.

    ``rows`` must be sorted. A block of left rows is laid out densely and the right rows are gathered from
    it, so that time grows with the cells touched and memory stays within a block.
    """
    result = np.zeros(len(rows))
    if not len(rows) or not left.width:
        return result
    tall = max(1, BLOCK_CELLS // left.width)
    right_lengths = right.lengths
    begin = 0
    while begin < len(rows):
        base = int(rows[begin])
        end = int(np.searchsorted(rows, base + tall))
        cells = np.cumsum(right_lengths[columns[begin:end]])
        end = begin + max(1, int(np.searchsorted(cells, BLOCK_CELLS)))
        end = min(end, int(np.searchsorted(rows, base + tall)))
        top = int(rows[end - 1]) + 1
        dense = np.zeros((top - base) * left.width)
        low, high = left.starts[base], left.starts[top]
        local = np.repeat(np.arange(top - base), left.lengths[base:top])
        dense[local * left.width + left.terms[low:high]] = left.weights[low:high]
        cell, owner = expand(right.starts, columns[begin:end])
        shifted = (rows[begin:end] - base) * left.width
        products = dense[shifted[owner] + right.terms[cell]] * right.weights[cell]
        result[begin:end] = np.bincount(owner, weights=products, minlength=end - begin)
        begin = end
        tick(begin / len(rows))
    return result

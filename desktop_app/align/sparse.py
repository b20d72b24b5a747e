"""Sparse rows of weighted terms on plain numpy arrays, and what the engine asks of them.

Every heavy step is one numpy call over a bounded block, so that a watcher gets a word in between.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.align.units import Floats, Ints
from desktop_app.model import pulse, pulsed

BLOCK_CELLS = 400_000
"""Cells touched in one step: a few milliseconds of work."""

SORTED_CELLS = 200_000
"""Cells sorted in one step."""

SCRATCH_CELLS = 4_000_000
"""Cells of the scratch table of `weighted_dots`: 32 MB."""

Tick = Callable[[float], None]
"""``tick(fraction)`` reports progress inside one stage; it may raise to cancel."""


def no_tick(fraction: float) -> None:
    """Ignore the report."""


def part_of_tick(tick: Tick, start: float, share: float) -> Tick:
    """Return a tick whose 0..1 fills ``share`` of ``tick`` from ``start`` on."""
    return lambda done: tick(start + share * done)


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

    @property
    def owners(self) -> Ints:
        """The row of each stored cell."""
        return np.repeat(np.arange(len(self)), self.lengths)

    def weighted(self, by_term: Floats) -> Rows:
        """Return the same rows with the weight of the term (one for each column) in each cell."""
        return Rows(self.starts, self.terms, by_term[self.terms], self.width)

    def sums(self) -> Floats:
        """Return the sum of the weights of each row."""
        sums: Floats = np.bincount(self.owners, weights=self.weights, minlength=len(self)).astype(np.float64)
        return sums

    def occurrences(self) -> Ints:
        """Return in how many rows each term occurs."""
        return np.bincount(self.terms, minlength=self.width)

    def part(self, first: int, end: int) -> Rows:
        """Return the rows ``first`` up to ``end`` (excluded)."""
        low, high = int(self.starts[first]), int(self.starts[end])
        return Rows(
            self.starts[first : end + 1] - low, self.terms[low:high], self.weights[low:high], self.width
        )


def distinct(keys: Ints) -> Ints:
    """Return the distinct keys, sorted (by sorting, which is several times faster here than hashing)."""
    ordered = np.concatenate([np.sort(part) for part in pulsed(_parts(keys), 1)])
    if len(ordered) > SORTED_CELLS:
        ordered.sort(kind="stable")  # only merges what is sorted already
    return ordered[np.diff(ordered, prepend=ordered[0] - 1) != 0] if len(ordered) else ordered


def _parts(keys: Ints) -> Iterator[Ints]:
    return (keys[low : low + SORTED_CELLS] for low in range(0, max(1, len(keys)), SORTED_CELLS))


def side_by_side(first: Rows, second: Rows) -> Rows:
    """Return rows that hold the cells of both, the columns of ``second`` after those of ``first``."""
    owners = np.concatenate((first.owners, second.owners))
    order = np.argsort(owners, kind="stable")
    pulse()
    terms = np.concatenate((first.terms, second.terms + first.width))[order]
    weights = np.concatenate((first.weights, second.weights))[order]
    return Rows(first.starts + second.starts, terms, weights, first.width + second.width)


def expand(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """Return the position of each cell of the wanted ``rows``, and the place of its row in ``rows``."""
    lengths = starts[rows + 1] - starts[rows]
    owner = np.repeat(np.arange(len(rows)), lengths)
    first = np.cumsum(lengths) - lengths
    return np.arange(len(owner)) - first[owner] + starts[rows][owner], owner


def blocks(lengths: Ints, cells: int = BLOCK_CELLS) -> Iterator[tuple[int, int]]:
    """Cut rows of the given lengths into runs (first, end) of at most ``cells`` cells, at least one row."""
    ends = np.cumsum(lengths)
    first = 0
    while first < len(lengths):
        before = int(ends[first - 1]) if first else 0
        end = max(first + 1, int(np.searchsorted(ends, before + cells, side="right")))
        yield first, end
        first = end


def count_rows(starts: Ints, terms: Ints, width: int, tick: Tick = no_tick) -> Rows:
    """Return rows whose weights count how often each term occurs in ``terms[starts[r]:starts[r + 1]]``."""
    lengths = np.diff(starts)
    # As much as there can be, filled block by block: to join the blocks at last would take a breath too long.
    columns = np.empty(len(terms), dtype=np.int64)
    weights = np.empty(len(terms))
    sizes = np.zeros(len(lengths) + 1, dtype=np.int64)
    filled = 0
    for first, end in blocks(lengths, SORTED_CELLS):
        row = np.repeat(np.arange(first, end), lengths[first:end])
        keys, count = np.unique(row * width + terms[starts[first] : starts[end]], return_counts=True)
        rows = keys // max(1, width)
        sizes[first + 1 : end + 1] = np.bincount(rows - first, minlength=end - first)
        columns[filled : filled + len(keys)] = keys - rows * width
        weights[filled : filled + len(keys)] = count
        filled += len(keys)
        tick(end / len(lengths))
    return Rows(np.cumsum(sizes), columns[:filled], weights[:filled], width)


def pair_dots(left: Rows, right: Rows, rows: Ints, columns: Ints, tick: Tick = no_tick) -> Floats:
    """Return the dot product of ``left[rows[k]]`` and ``right[columns[k]]`` for every k (rows sorted)."""
    return weighted_dots(left, right, rows, columns, (np.ones(left.width),), tick)[0]


def weighted_dots(
    left: Rows, right: Rows, rows: Ints, columns: Ints, by_term: Sequence[Floats], tick: Tick = no_tick
) -> list[Floats]:
    """Return for each weighting of the terms the weighted dot products of the pairs of rows.

    ``rows`` must be sorted. A block of left rows is laid out in a dense scratch table and the cells of the
    right rows are looked up in it: time grows with the cells touched, memory stays within the table.
    """
    results = [np.zeros(len(rows)) for _ in by_term]
    if not len(rows) or not left.width:
        return results
    tall = max(1, SCRATCH_CELLS // left.width)
    tall = min(tall, int(rows[-1]) - int(rows[0]) + 1)
    scratch = np.zeros(tall * left.width)
    lengths = right.lengths[columns]
    ends = np.cumsum(lengths)
    begin = 0
    while begin < len(rows):
        base = int(rows[begin])
        before = int(ends[begin - 1]) if begin else 0
        end = max(begin + 1, int(np.searchsorted(ends, before + BLOCK_CELLS // 2, side="right")))
        end = min(end, int(np.searchsorted(rows, base + tall)))
        top = int(rows[end - 1]) + 1
        low, high = int(left.starts[base]), int(left.starts[top])
        local = np.repeat(np.arange(top - base), left.lengths[base:top])
        used = local * left.width + left.terms[low:high]
        scratch[used] = left.weights[low:high]
        cell, owner = expand(right.starts, columns[begin:end])
        place = ((rows[begin:end] - base) * left.width)[owner] + right.terms[cell]
        found = scratch[place]
        hits = np.flatnonzero(found)
        owner, cell = owner[hits], cell[hits]
        products, terms = found[hits] * right.weights[cell], right.terms[cell]
        for result, weights in zip(results, by_term, strict=True):
            result[begin:end] = np.bincount(owner, weights=products * weights[terms], minlength=end - begin)
        scratch[used] = 0.0
        begin = end
        tick(begin / len(rows))
    return results

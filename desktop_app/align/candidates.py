"""Which pairs of units are looked at: all of them in an article, in a book those that share rare terms
and those beside the pairs already believed in."""

from __future__ import annotations

import numpy as np

from desktop_app.align.sparse import BLOCK_CELLS, Rows, Tick, blocks, distinct, expand, no_tick
from desktop_app.align.units import Floats, Ints

ALL_PAIRS = 40_000
"""Up to this many pairs everything is compared with everything."""

PER_UNIT = 8
"""Candidates kept for each unit of either side beyond that."""

POSTINGS = 4_000
"""A term proposes pairs as long as its occurrences left times right stay below this."""

GAP = 12
"""Between two pairs that are believed in, everything is looked at while the gap is at most this long."""

BAND = 2
"""Beside a pair that is believed in, pairs up to this many units away on both sides are looked at too."""

Flags = np.ndarray[tuple[int], np.dtype[np.bool_]]


def all_pairs(height: int, width: int) -> tuple[Ints, Ints]:
    """Return every pair, by rows."""
    return np.repeat(np.arange(height), width), np.tile(np.arange(width), height)


def from_index(left: Rows, right: Rows, idf: Floats, tick: Tick = no_tick) -> tuple[Ints, Ints]:
    """Return for each unit the partners with which it shares most weight of rare terms, sorted.

    An inverted index lists the units of each term; terms that occur too often on both sides propose
    nothing. Time and memory grow with the postings, which the cap keeps linear in the number of units.
    """
    right_df = right.occurrences()
    product = left.occurrences() * right_df
    order = np.argsort(right.terms, kind="stable")
    tick(0.02)
    posting_starts = np.concatenate(([0], np.cumsum(right_df)))
    posted = right.owners[order]
    heavy_left, heavy_right = left.weighted(idf).sums(), right.weighted(idf).sums()
    tick(0.04)
    useful = (product > 0) & (product <= POSTINGS)
    cells = np.flatnonzero(useful[left.terms])
    owners = left.owners[cells]
    terms = left.terms[cells]
    work = np.bincount(owners, weights=right_df[terms], minlength=len(left)).astype(np.int64)
    cell_starts = np.searchsorted(owners, np.arange(len(left) + 1))
    tick(0.06)
    parts: list[tuple[Ints, Ints, Floats]] = []
    for first, end in blocks(work, BLOCK_CELLS // 4):
        low, high = cell_starts[first], cell_starts[end]
        cell, source = expand(posting_starts, terms[low:high])
        keys, inverse = np.unique(owners[low:high][source] * len(right) + posted[cell], return_inverse=True)
        weight = np.bincount(inverse, weights=idf[terms[low:high]][source]).astype(np.float64)
        row, column = keys // len(right), keys % len(right)
        weight /= np.sqrt(heavy_left[row] * heavy_right[column])
        chosen = best_of_group(row, weight, 3 * PER_UNIT)
        parts.append((row[chosen], column[chosen], weight[chosen]))
        tick(0.06 + 0.74 * end / len(left))
    rows, columns = (np.concatenate([part[n] for part in parts]) for n in (0, 1))
    weights = np.concatenate([part[2] for part in parts])
    wanted = best_of_group(rows, weights, PER_UNIT, lambda done: tick(0.8 + 0.1 * done))
    wanted |= best_of_group(columns, weights, PER_UNIT, lambda done: tick(0.9 + 0.1 * done))
    return rows[wanted], columns[wanted]


def around(rows: Ints, columns: Ints, shape: tuple[int, int]) -> tuple[Ints, Ints]:
    """Return the given pairs (sorted by row), the pairs up to `BAND` units away and those in small gaps.

    A gap is the box between two pairs that follow each other in both texts, as long as both its sides are
    at most `GAP` units. The result is sorted, each pair once.
    """
    keys = [np.zeros(0, dtype=np.int64)]
    for down in range(-BAND, BAND + 1):
        for across in range(-BAND, BAND + 1):
            row, column = rows + down, columns + across
            inside = (row >= 0) & (row < shape[0]) & (column >= 0) & (column < shape[1])
            keys.append(row[inside] * shape[1] + column[inside])
    tall, wide = np.diff(rows), np.diff(columns)
    gaps = (tall >= 0) & (wide >= 0) & (tall + wide > BAND) & (tall <= GAP) & (wide <= GAP)
    starts = np.concatenate(([0], np.cumsum((tall[gaps] + 1) * (wide[gaps] + 1))))
    cell, owner = expand(starts, np.arange(int(gaps.sum())))
    inner = cell - starts[owner]
    across_by = wide[gaps][owner] + 1
    row, column = rows[:-1][gaps][owner] + inner // across_by, columns[:-1][gaps][owner] + inner % across_by
    keys.append(row * shape[1] + column)
    merged = distinct(np.concatenate(keys))
    return merged // max(1, shape[1]), merged % max(1, shape[1])


def best_of_group(group: Ints, weight: Floats, number: int, tick: Tick = no_tick) -> Flags:
    """Tell of each entry whether it is among the ``number`` heaviest of its group (ties: the first)."""
    chosen = np.zeros(len(group), dtype=np.bool_)
    if not len(group):
        return chosen
    by_group = np.argsort(group, kind="stable")
    ordered = group[by_group]
    tick(0.3)
    sizes = np.diff(np.append(np.flatnonzero(np.diff(ordered, prepend=-1)), len(group)))
    starts = np.concatenate(([0], np.cumsum(sizes)))
    for first, end in blocks(sizes, BLOCK_CELLS // 4):
        part = by_group[starts[first] : starts[end]]
        order = np.argsort(-weight[part], kind="stable")
        # Few groups fit into a block: small numbers are sorted by their digits, in one go.
        few = np.uint16 if end - first < 65_536 else np.int64
        inside = np.repeat(np.arange(end - first, dtype=few), sizes[first:end])
        order = order[np.argsort(inside[order], kind="stable")]
        rank = np.arange(len(part)) - np.repeat(starts[first:end] - starts[first], sizes[first:end])
        chosen[part[order[rank < number]]] = True
        tick(0.3 + 0.7 * end / len(sizes))
    return chosen

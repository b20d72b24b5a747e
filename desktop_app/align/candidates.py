"""Which pairs of units are looked at: all of them in an article, in a book those that share rare terms."""

from __future__ import annotations

import numpy as np

from desktop_app.align.sparse import Rows, Tick, expand, no_tick
from desktop_app.align.units import Floats, Ints

ALL_PAIRS = 250_000
"""Up to this many pairs everything is compared with everything."""

PER_UNIT = 8
"""Candidates kept for each unit of either side beyond that."""

POSTINGS = 4_000
"""A term proposes pairs as long as its occurrences left times right stay below this."""


def all_pairs(height: int, width: int) -> tuple[Ints, Ints]:
    """Return every pair, by rows."""
    return np.repeat(np.arange(height), width), np.tile(np.arange(width), height)


def propose(left: Rows, right: Rows, idf: Floats, tick: Tick = no_tick) -> tuple[Ints, Ints]:
    """Return the pairs worth scoring, sorted by row and column."""
    if len(left) * len(right) <= ALL_PAIRS:
        return all_pairs(len(left), len(right))
    return from_index(left, right, idf, tick)


def from_index(left: Rows, right: Rows, idf: Floats, tick: Tick = no_tick) -> tuple[Ints, Ints]:
    """Return for each unit the partners with which it shares most weight of rare terms.

    An inverted index lists the units of each term; terms that occur too often on both sides propose
    nothing. Time and memory grow with the postings, which the cap keeps linear in the number of units.
    """
    left_df = np.bincount(left.terms, minlength=left.width)
    right_df = np.bincount(right.terms, minlength=right.width)
    product = left_df * right_df
    useful = (product > 0) & (product <= POSTINGS)
    order = np.argsort(right.terms, kind="stable")
    posting_starts = np.concatenate(([0], np.cumsum(right_df))).astype(np.int64)
    right_owner = np.repeat(np.arange(len(right)), right.lengths)[order]
    left_owner = np.repeat(np.arange(len(left)), left.lengths)
    sums_left = np.bincount(left_owner, weights=idf[left.terms], minlength=len(left))
    sums_right = np.bincount(right_owner, weights=idf[right.terms[order]], minlength=len(right))
    parts: list[tuple[Ints, Ints, Floats]] = []
    block = 1024
    for first in range(0, len(left), block):
        last = min(len(left), first + block)
        cells = np.arange(left.starts[first], left.starts[last])
        cells = cells[useful[left.terms[cells]]]
        cell, source = expand(posting_starts, left.terms[cells])
        keys = left_owner[cells][source] * len(right) + right_owner[cell]
        kept, inverse = np.unique(keys, return_inverse=True)
        weight = np.bincount(inverse, weights=idf[left.terms[cells]][source], minlength=len(kept))
        row, column = kept // len(right), kept % len(right)
        weight = weight / np.sqrt(sums_left[row] * sums_right[column])
        chosen = best_of_group(row, weight, PER_UNIT * 3)
        parts.append((row[chosen], column[chosen], weight[chosen]))
        tick(last / len(left))
    rows = np.concatenate([part[0] for part in parts])
    columns = np.concatenate([part[1] for part in parts])
    weights = np.concatenate([part[2] for part in parts])
    wanted = best_of_group(rows, weights, PER_UNIT) | best_of_group(columns, weights, PER_UNIT)
    return rows[wanted], columns[wanted]


def best_of_group(group: Ints, weight: Floats, number: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Tell of each entry whether it is among the ``number`` heaviest of its group (ties: the first)."""
    order = np.lexsort((np.arange(len(group)), -weight, group))
    ordered = group[order]
    first = np.searchsorted(ordered, ordered)
    chosen = np.zeros(len(group), dtype=np.bool_)
    chosen[order[np.arange(len(group)) - first < number]] = True
    return chosen

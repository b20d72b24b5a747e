"""Two sentences against one: what neighbouring sentences of a paragraph say together.

Where one version says in a sentence what the other says in two, each of the two alone is a weak partner. This
is the 1:2 bead of Gale and Church (1993) as evidence rather than as a step of a monotone programme.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from desktop_app.align.candidates import all_pairs
from desktop_app.align.evidence import Weights, gather
from desktop_app.align.sparse import Rows, Tick, expand, no_tick, part_of_tick
from desktop_app.align.terms import Side, Terms
from desktop_app.align.units import Floats, Ints

COST = 2.0
"""Log odds that two sentences taken together must show more than the better of them alone."""

MOST = 1.0
"""Log odds that a pair gains at most."""

LEAST_ALONE = -1.0
"""Log odds that each of the two must have alone, since otherwise one tells nothing of the other text."""


def lift_joined(
    odds: Floats,
    terms: Terms,
    paragraphs: Sequence[Ints],
    weights: Weights,
    tick: Tick = no_tick,
) -> Floats:
    """Return the log odds of all pairs (by rows), raised where two neighbouring sentences fit together.

    ``paragraphs`` are the paragraphs of the units of each side. Of the two sentences the better one gains.
    """
    shape = len(terms.left.words), len(terms.right.words)
    table = odds.reshape(shape).copy()
    firsts = [np.flatnonzero(side[1:] == side[:-1]) for side in paragraphs]
    if len(firsts[0]):
        wide = replace(terms, left=_joined(terms.left, firsts[0]))
        _raise(table, odds.reshape(shape), firsts[0], _together(wide, weights, part_of_tick(tick, 0.0, 0.5)))
    if len(firsts[1]):
        wide = replace(terms, right=_joined(terms.right, firsts[1]))
        found = _together(wide, weights, part_of_tick(tick, 0.5, 0.5))
        _raise(table.T, odds.reshape(shape).T, firsts[1], found.T)
    return table.ravel()


def _together(terms: Terms, weights: Weights, tick: Tick) -> Floats:
    shape = len(terms.left.words), len(terms.right.words)
    return weights.combine(gather(terms, *all_pairs(*shape), tick)).reshape(shape)


def _raise(table: Floats, alone: Floats, first: Ints, together: Floats) -> None:
    """Enter the joined odds with the better one of each two rows (``first`` and the next)."""
    upper = alone[first] >= alone[first + 1]
    both = np.minimum(alone[first], alone[first + 1]) >= LEAST_ALONE
    for step, better in ((0, upper), (1, ~upper)):
        raised = np.maximum(table[first + step], np.minimum(together - COST, alone[first + step] + MOST))
        table[first + step] = np.where(better & both, raised, table[first + step])


def _joined(side: Side, first: Ints) -> Side:
    """Return the rows of each unit in ``first`` together with the next one's."""
    return Side(
        _union(side.words, first),
        _union(side.runs, first),
        _sum(side.grams, first),
        _union(side.senses, first),
    )


def _both(rows: Rows, first: Ints) -> tuple[Ints, Ints, Ints]:
    """Return sorted distinct (row, term) keys of the joined rows, their cells and each cell's key."""
    wanted = np.stack((first, first + 1), axis=1).ravel()
    cell, owner = expand(rows.starts, wanted)
    keys, inverse = np.unique(owner // 2 * rows.width + rows.terms[cell], return_inverse=True)
    return keys, cell, inverse


def _rows(keys: Ints, weights: Floats, height: int, width: int) -> Rows:
    starts = np.searchsorted(keys, np.arange(height + 1) * width).astype(np.int64)
    return Rows(starts, keys % width, weights, width)


def _union(rows: Rows, first: Ints) -> Rows:
    """Return the terms of both, each with the greater of its weights."""
    keys, cell, inverse = _both(rows, first)
    weights = np.zeros(len(keys))
    np.maximum.at(weights, inverse, rows.weights[cell])
    return _rows(keys, weights, len(first), rows.width)


def _sum(rows: Rows, first: Ints) -> Rows:
    """Return the sums of rows of length 1, each weighing as its number of terms, made length 1 again."""
    keys, cell, inverse = _both(rows, first)
    sizes = np.sqrt(rows.lengths[rows.owners[cell]])
    weights = np.bincount(inverse, weights=rows.weights[cell] * sizes, minlength=len(keys)).astype(np.float64)
    norms = np.sqrt(np.bincount(keys // rows.width, weights=weights**2, minlength=len(first)))
    return _rows(keys, weights / np.where(norms > 0, norms, 1.0)[keys // rows.width], len(first), rows.width)

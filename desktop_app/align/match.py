"""Units of both sides in, belief in each pair of them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.align.candidates import ALL_PAIRS, Flags, all_pairs, around, best_of_group, from_index
from desktop_app.align.evidence import WEIGHTS, Weights, gather
from desktop_app.align.exact import identical_pairs
from desktop_app.align.relax import MANY, VOTES, Graph, Votes, relax
from desktop_app.align.sparse import Tick, no_tick, side_by_side
from desktop_app.align.terms import Terms, read_terms
from desktop_app.align.units import Floats, Ints, Unit
from desktop_app.text.normalize import fold

LIKELY = 0.5
"""Belief from which a pair counts as a place around which to look for more."""


@dataclass(frozen=True)
class Constraints:
    """What must and must not be matched: groups of unit numbers that belong together, and paragraph pairs.

    A unit has the number of its fixed link (-1 for none) in ``left`` and ``right``.
    """

    left: Ints
    right: Ints
    rejected: frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Matches:
    """The pairs looked at, sorted by row and column, with the log odds of their words and the belief."""

    rows: Ints
    columns: Ints
    odds: Floats
    belief: Floats
    terms: Terms
    certain: Flags


def match_units(
    left: Sequence[Unit],
    right: Sequence[Unit],
    constraints: Constraints,
    tick: Tick = no_tick,
    *,
    dense: bool = False,
    weights: Weights = WEIGHTS,
    votes: Votes = VOTES,
) -> Matches:
    """Return the belief in the pairs of units worth looking at; with ``dense`` in all pairs.

    Memory grows with the candidates, which are linear in the number of units of a long text.
    """
    exact = identical_pairs(_folded(left, tick), _folded(right, tick))
    terms = read_terms([unit.text for unit in left], [unit.text for unit in right], _part(tick, 0.02, 0.28))
    shape = (len(left), len(right))
    seeds = [(i, j) for i, j in exact if left[i].headline == right[j].headline]
    judge = _Judge(left, right, terms, constraints, seeds, weights, votes)
    if dense or shape[0] * shape[1] <= ALL_PAIRS:
        rows, columns = all_pairs(*shape)
        odds, certain = judge.odds(rows, columns, _part(tick, 0.3, 0.6))
    else:
        indexed = [side_by_side(side.words, side.runs) for side in (terms.left, terms.right)]
        surprise = np.concatenate((terms.surprise, terms.run_surprise))
        rows, columns = from_index(indexed[0], indexed[1], surprise, _part(tick, 0.3, 0.2))
        odds, certain = judge.odds(rows, columns, _part(tick, 0.5, 0.1))
        belief = judge.belief(odds, rows, columns, _part(tick, 0.6, 0.1))
        near = around(*_backbone(rows, columns, np.where(certain, 1.0, belief)), shape)
        rows, columns = _union(rows, columns, *near, shape[1])
        odds, certain = judge.odds(rows, columns, _part(tick, 0.7, 0.15))
    belief = judge.belief(odds, rows, columns, _part(tick, 0.85, 0.15))
    belief = np.where(certain, 1.0, belief)
    return Matches(rows, columns, odds, belief, terms, certain)


def _folded(units: Sequence[Unit], tick: Tick) -> list[str]:
    folded = []
    for number, unit in enumerate(units):
        folded.append(fold(unit.text))
        if number % 256 == 0:
            tick(0.01 * number / len(units))
    return folded


class _Judge:
    """Scores candidates under the constraints."""

    def __init__(
        self,
        left: Sequence[Unit],
        right: Sequence[Unit],
        terms: Terms,
        constraints: Constraints,
        seeds: Sequence[tuple[int, int]],
        weights: Weights = WEIGHTS,
        votes: Votes = VOTES,
    ) -> None:
        self.weights = weights
        self.votes = votes
        self.shape = (len(left), len(right))
        self.terms = terms
        self.constraints = constraints
        self.headline = tuple(np.array([u.headline for u in side], dtype=np.bool_) for side in (left, right))
        self.paragraph = tuple(
            np.array([u.paragraph for u in side], dtype=np.int64) for side in (left, right)
        )
        self.seeds = np.array(sorted(i * len(right) + j for i, j in seeds), dtype=np.int64)
        bound = max(1, *(int(p.max(initial=0)) + 1 for p in self.paragraph))
        self.bound = bound
        self.rejected = np.array(
            sorted(a * bound + b for a, b in constraints.rejected if 0 <= a < bound and 0 <= b < bound),
            dtype=np.int64,
        )

    def odds(self, rows: Ints, columns: Ints, tick: Tick) -> tuple[Floats, Flags]:
        """Return the log odds of pairs and which are certain."""
        odds = self.weights.combine(gather(self.terms, rows, columns, tick))
        forbidden = self.headline[0][rows] != self.headline[1][columns]
        fixed = self.constraints.left[rows], self.constraints.right[columns]
        forbidden |= fixed[0] != fixed[1]
        if len(self.rejected):
            keys = self.paragraph[0][rows] * self.bound + self.paragraph[1][columns]
            forbidden |= np.isin(keys, self.rejected)
        certain = np.isin(rows * self.shape[1] + columns, self.seeds) & ~forbidden
        odds = np.where(certain, MANY, odds)
        inside = (fixed[0] >= 0) & (fixed[0] == fixed[1])
        odds = np.where(inside, odds + FIXED_GAIN, odds)
        return np.where(forbidden, -MANY, odds), certain

    def belief(self, odds: Floats, rows: Ints, columns: Ints, tick: Tick) -> Floats:
        """Return the belief in pairs of these log odds."""
        headlines = (self.headline[0][rows] & self.headline[1][columns]).astype(np.float64)
        graph = Graph(
            rows, columns, self.shape, self.paragraph[0][rows], self.paragraph[1][columns], headlines
        )
        return relax(odds, graph, self.votes, tick)


FIXED_GAIN = 4.0
"""Log odds that two units of a link made or confirmed by hand gain."""


def _backbone(rows: Ints, columns: Ints, belief: Floats) -> tuple[Ints, Ints]:
    """Return the likely pairs that are the best of their row and of their column."""
    likely = belief >= LIKELY
    rows, columns, belief = rows[likely], columns[likely], belief[likely]
    best = best_of_group(rows, belief, 1) & best_of_group(columns, belief, 1)
    return rows[best], columns[best]


def _union(rows: Ints, columns: Ints, more_rows: Ints, more_columns: Ints, width: int) -> tuple[Ints, Ints]:
    keys = np.unique(np.concatenate((rows * width + columns, more_rows * width + more_columns)))
    return keys // width, keys % width


def _part(tick: Tick, start: float, share: float) -> Callable[[float], None]:
    return lambda done: tick(start + share * done)

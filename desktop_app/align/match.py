"""Units of both sides in, belief in each pair of them out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.align.candidates import ALL_PAIRS, Flags, all_pairs, around, best_of_group, from_index
from desktop_app.align.embedding import Embedder, Matrix, meaning_odds
from desktop_app.align.evidence import WEIGHTS, Weights, gather
from desktop_app.align.exact import identical_pairs
from desktop_app.align.joined import lift_joined
from desktop_app.align.naming import names_alone, naming_terms
from desktop_app.align.relax import MANY, VOTES, Graph, Votes, relax
from desktop_app.align.slips import NearFigures, near_figures
from desktop_app.align.sparse import Tick, distinct, no_tick, part_of_tick, side_by_side
from desktop_app.align.terms import Terms, read_terms
from desktop_app.align.units import Floats, Ints, Unit
from desktop_app.model import pulse
from desktop_app.text.normalize import fold

LEAST_ODDS = -5.0
"""Log odds below which the words of a pair say nothing, so that order alone must not link it (of 9,000 Bible
verses and all development pairs no right link lay below)."""

LIKELY = 0.5
"""Belief from which a pair counts as a place around which to look for more."""

LEAST_SHARE = 0.1
"""Belief from which a sentence adds to what its paragraph is believed to tell; much of little is nothing."""

CONVERTED = 1.0
SLIPPED = 0.5
"""Log odds for the root of the surprise of figures that were converted or slipped. Chosen, not fitted: of the
development texts these figures decide too few pairs."""

NAMES_COST = 8.0
"""Log odds that a pair loses that shares little but names with its partner, as all others do."""

FIXED_GAIN = 4.0
"""Log odds that two units of a link made or confirmed by hand gain. Chosen, not tuned: with it a sentence
finds its partner inside the link in other words, and words that share nothing still do not match."""


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
    """The pairs looked at, sorted by row and column, with the log odds of their words and the belief.

    ``together`` is the belief that each of the two finds its partner in the other's paragraph, be it in this
    sentence or in another. ``terms`` are those of all units, ``naming`` tells which of them are names or say
    what somebody is, ``near`` which figures nearly agree (none of either in a book).
    """

    rows: Ints
    columns: Ints
    odds: Floats
    belief: Floats
    together: Floats
    certain: Flags
    terms: Terms
    naming: Flags
    near: NearFigures


def match_units(
    left: Sequence[Unit],
    right: Sequence[Unit],
    constraints: Constraints,
    tick: Tick = no_tick,
    *,
    dense: bool = False,
    weights: Weights = WEIGHTS,
    votes: Votes = VOTES,
    embedder: Embedder | None = None,
) -> Matches:
    """Return the belief in the pairs of units worth looking at; with ``dense`` in all pairs.

    An ``embedder`` adds what it thinks of the sentences' meaning to the evidence of their words. Memory
    grows with the candidates, which are linear in the number of units of a long text.
    """
    texts = [unit.text for unit in left], [unit.text for unit in right]
    exact = identical_pairs(_folded(left, tick), _folded(right, tick), lambda _: tick(0.01))
    terms = read_terms(*texts, part_of_tick(tick, 0.02, 0.28))
    shape = (len(left), len(right))
    seeds = [(i, j) for i, j in exact if left[i].headline == right[j].headline]
    tick(0.3)
    small = shape[0] * shape[1] <= ALL_PAIRS
    near = near_figures(*texts, terms) if small else NearFigures.none()
    vectors = tuple(embedder.encode(side) for side in texts) if embedder is not None else ()
    read = part_of_tick(tick, 0.3, 0.0)
    judge = _Judge(left, right, terms, near, constraints, seeds, vectors, weights, votes, read)
    if dense or small:
        scored = judge.score(*all_pairs(*shape), part_of_tick(tick, 0.3, 0.6))
    else:
        scored = _score_candidates(judge, tick)
    across, down = judge.sides(scored, part_of_tick(tick, 0.85, 0.14))
    naming = naming_terms(*texts, terms) if small else np.zeros(len(terms.names), dtype=np.bool_)
    if small:
        alone = names_alone(terms, naming, scored.rows, scored.columns, 0.5 * across + 0.5 * down)
        if alone.any():
            scored = replace(scored, odds=scored.odds - NAMES_COST * (alone & ~scored.certain))
            across, down = judge.sides(scored, part_of_tick(tick, 0.85, 0.14))
    together = judge.together(scored, across, down)
    tick(1.0)
    belief = 0.5 * across + 0.5 * down
    return Matches(
        scored.rows, scored.columns, scored.odds, belief, together, scored.certain, terms, naming, near
    )


@dataclass(frozen=True)
class _Scored:
    """Pairs that are not hopeless, sorted by row and column, their log odds, and which are certain."""

    rows: Ints
    columns: Ints
    odds: Floats
    certain: Flags


def _folded(units: Sequence[Unit], tick: Tick) -> list[str]:
    folded = []
    for number, unit in enumerate(units):
        folded.append(fold(unit.text))
        if number % 256 == 0:
            tick(0.01 * number / len(units))
    return folded


class _Judge:
    """Scores candidates under the constraints; ``vectors`` are those of both sides' meanings, or none."""

    def __init__(
        self,
        left: Sequence[Unit],
        right: Sequence[Unit],
        terms: Terms,
        near: NearFigures,
        constraints: Constraints,
        seeds: Sequence[tuple[int, int]],
        vectors: tuple[Matrix, ...],
        weights: Weights,
        votes: Votes,
        tick: Tick,
    ) -> None:
        self.weights = weights
        self.votes = votes
        self.vectors = vectors
        self.shape = (len(left), len(right))
        self.terms = terms
        self.near = near
        self.constraints = constraints
        headline, lead, paragraph = [], [], []
        for side in (left, right):
            headline.append(np.array([unit.headline for unit in side], dtype=np.bool_))
            lead.append(np.array([unit.lead for unit in side], dtype=np.bool_))
            tick(0.0)
            paragraph.append(np.array([unit.paragraph for unit in side], dtype=np.int64))
            tick(0.0)
        self.headline, self.lead, self.paragraph = tuple(headline), tuple(lead), tuple(paragraph)
        self.seeds = np.array(sorted(i * len(right) + j for i, j in seeds), dtype=np.int64)
        bound = max(1, *(int(p.max(initial=0)) + 1 for p in self.paragraph))
        self.bound = bound
        self.rejected = np.array(
            sorted(a * bound + b for a, b in constraints.rejected if 0 <= a < bound and 0 <= b < bound),
            dtype=np.int64,
        )

    def score(self, rows: Ints, columns: Ints, tick: Tick) -> _Scored:
        """Return the pairs that may be matched with their log odds."""
        tick(0.0)
        odds = self.weights.combine(gather(self.terms, rows, columns, tick))
        if len(odds) == self.shape[0] * self.shape[1] <= ALL_PAIRS:
            odds = lift_joined(odds, self.terms, self.paragraph, self.weights, lambda _: tick(1.0))
            odds += CONVERTED * np.sqrt(self.near.converted[rows, columns])
            odds += SLIPPED * np.sqrt(self.near.slipped[rows, columns])
        fixed = self.constraints.left[rows], self.constraints.right[columns]
        allowed = (self.headline[0][rows] == self.headline[1][columns]) & (fixed[0] == fixed[1])
        if len(self.rejected):
            keys = self.paragraph[0][rows] * self.bound + self.paragraph[1][columns]
            allowed &= ~np.isin(keys, self.rejected)
        rows, columns, odds = rows[allowed], columns[allowed], odds[allowed]
        tick(1.0)
        if self.vectors:
            odds += meaning_odds(self.vectors[0], self.vectors[1], rows, columns, tick)
        certain = np.isin(rows * self.shape[1] + columns, self.seeds)
        together = self.constraints.left[rows] >= 0
        odds = np.where(certain, MANY, np.where(together, odds + FIXED_GAIN, odds))
        kept = (odds >= LEAST_ODDS) | self.headline[0][rows]
        return _Scored(rows[kept], columns[kept], odds[kept], certain[kept])

    def belief(self, scored: _Scored, tick: Tick) -> Floats:
        """Return the belief in the pairs; certain ones are believed in wholly."""
        across, down = self.sides(scored, tick)
        return 0.5 * across + 0.5 * down

    def together(self, scored: _Scored, across: Floats, down: Floats) -> Floats:
        """Return the belief that both units of each pair have their partners in each other's paragraphs."""
        total = np.zeros(len(scored.rows))
        left, right = self.paragraph[0][scored.rows], self.paragraph[1][scored.columns]
        for keys, share in (
            (scored.rows * self.bound + right, across),
            (scored.columns * self.bound + left, down),
        ):
            pulse()
            _, place = np.unique(keys, return_inverse=True)
            counted = np.where(share >= LEAST_SHARE, share, 0.0)
            total += 0.5 * np.maximum(share, np.bincount(place, weights=counted)[place])
        return np.minimum(total, 1.0)

    def sides(self, scored: _Scored, tick: Tick) -> tuple[Floats, Floats]:
        """Return the belief in the pairs by row and by column; certain ones are believed in wholly."""
        rows, columns = scored.rows, scored.columns
        headlines = (self.headline[0][rows] & self.headline[1][columns]).astype(np.float64)
        leads = (self.lead[0][rows] & self.lead[1][columns]).astype(np.float64)
        paragraphs = self.paragraph[0][rows], self.paragraph[1][columns]
        graph = Graph(rows, columns, self.shape, *paragraphs, headlines, leads)
        across, down = relax(scored.odds, graph, self.votes, tick)
        return np.where(scored.certain, 1.0, across), np.where(scored.certain, 1.0, down)


def _score_candidates(judge: _Judge, tick: Tick) -> _Scored:
    """Return the pairs worth looking at in a long text: what words propose, then what lies around it."""
    terms, shape = judge.terms, judge.shape
    tick(0.3)
    indexed = [side_by_side(side.words, side.runs) for side in (terms.left, terms.right)]
    tick(0.3)
    surprise = np.concatenate((terms.surprise, terms.run_surprise))
    rows, columns = from_index(indexed[0], indexed[1], surprise, part_of_tick(tick, 0.3, 0.2))
    # What is certain is looked at even if its words are too common to propose it.
    tick(0.5)
    proposed = distinct(np.append(rows * shape[1] + columns, judge.seeds))
    tick(0.5)
    scored = judge.score(proposed // shape[1], proposed % shape[1], part_of_tick(tick, 0.5, 0.1))
    belief = judge.belief(scored, part_of_tick(tick, 0.6, 0.1))
    near = around(*_backbone(scored, belief, part_of_tick(tick, 0.7, 0.01)), shape)
    tick(0.72)
    more = judge.score(*_without(near, scored, shape[1]), part_of_tick(tick, 0.73, 0.12))
    tick(0.85)
    return _merge(scored, more, shape[1])


def _backbone(scored: _Scored, belief: Floats, tick: Tick) -> tuple[Ints, Ints]:
    """Return the likely pairs that are the best of their row and of their column."""
    likely = belief >= LIKELY
    rows, columns, belief = scored.rows[likely], scored.columns[likely], belief[likely]
    best = best_of_group(rows, belief, 1, tick) & best_of_group(columns, belief, 1, tick)
    return rows[best], columns[best]


def _without(pairs: tuple[Ints, Ints], known: _Scored, width: int) -> tuple[Ints, Ints]:
    """Return the pairs that are not known yet. Both are sorted."""
    keys, there = pairs[0] * width + pairs[1], known.rows * width + known.columns
    place = np.minimum(np.searchsorted(there, keys), len(there) - 1)
    fresh = there[place] != keys
    return pairs[0][fresh], pairs[1][fresh]


def _merge(first: _Scored, second: _Scored, width: int) -> _Scored:
    rows, columns = np.append(first.rows, second.rows), np.append(first.columns, second.columns)
    order = np.argsort(rows * width + columns, kind="stable")
    odds, certain = np.append(first.odds, second.odds), np.append(first.certain, second.certain)
    return _Scored(rows[order], columns[order], odds[order], certain[order])

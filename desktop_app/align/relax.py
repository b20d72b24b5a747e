"""Neighbours vote: the order of both texts helps a pair without forbidding any.

Relaxation labelling (Rosenfeld, Hummel and Zucker, 1976) over the sparse graph of candidate pairs: a pair
gains from the belief in pairs beside it in both texts, competes with the other pairs of its row and of its
column and with "no partner at all", and the share of units that have found one sets how ready the engine
is to believe the next.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.align.sparse import Tick, no_tick, part_of_tick
from desktop_app.align.units import Floats, Ints

STREAM = 12
"""How many units to either side the stream around a pair is looked at."""

STREAM_FROM = 150
"""Units of the shorter side from which the stream begins to count; from twice as many it counts in full."""

REACH = 3
"""How many units away a neighbour may be."""


@dataclass(frozen=True)
class Votes:
    """What the order of the texts weighs, in log odds. Found by random search on the development texts.

    ``support`` multiplies the neighbours' belief, at most ``most`` of it; ``beside`` is the weight of the
    pairs that share a unit and lie next to it (negative: they compete). ``prior`` multiplies the log odds
    of the share of units with a partner, shifted by ``prior_zero`` and at most ``prior_most``: two
    different stories match nowhere, so that a chance likeness is not believed.
    ``headline`` is what two headlines gain, times what that share exceeds ``headline_zero`` by: two
    versions of one story nearly always correspond in their headlines, however these are worded. ``lead`` and
    ``lead_zero`` are the same for what may be the leads, which correspond nearly as often. ``crowd`` is what
    a pair loses when both its paragraphs have other partners: a stray clause that echoes another paragraph.
    ``stream`` is what a pair gains when all the units around it flow along it, which tells
    parallel passages of a book apart; it sets in above `STREAM_FROM` units (in an article it only pulls
    strangers in).
    """

    support: float = 2.06
    most: float = 1.4
    beside: float = -0.54
    prior: float = 2.6
    prior_zero: float = 0.226
    prior_most: float = 0.45
    prior_least: float = -4.0
    headline: float = 16.2
    headline_zero: float = 0.2
    lead: float = 5.9
    lead_zero: float = 0.24
    crowd: float = 4.37
    stream: float = 8.0
    rounds: int = 6


VOTES = Votes()
MANY = 50.0
"""Log odds that leave no doubt."""

_NOWHERE = 1 << 30

_Places = np.ndarray[tuple[int, int], np.dtype[np.int32]]


def steps(beside: float) -> list[tuple[int, int, float]]:
    """Return the steps (down, across) to the neighbours with their weight: near and diagonal ones most."""
    near = range(-REACH, REACH + 1)
    listed = [
        (down, across, 1.0 / (abs(down - across) + max(abs(down), abs(across))))
        for down in near
        for across in near
        if down * across > 0
    ]
    return listed + [(down, across, beside) for down, across in ((0, 1), (0, -1), (1, 0), (-1, 0))]


def neighbour_places(rows: Ints, columns: Ints, width: int, tick: Tick = no_tick) -> _Places:
    """Return for each pair the places of its neighbours in the list, or the list's length where missing."""
    stride = width + 2 * REACH
    keys = (rows + REACH) * stride + columns + REACH
    listed = steps(0.0)
    places = np.empty((len(listed), len(keys)), dtype=np.int32)
    for row in places:
        row.fill(len(keys))
        tick(0.0)
    numbers = {(down, across): number for number, (down, across, _) in enumerate(listed)}
    for (down, across), number in numbers.items():
        step = down * stride + across
        if step < 0:  # found with the step the other way
            continue
        back = places[numbers[-down, -across]]
        for low in range(0, len(keys), 262_144):
            wanted = keys[low : low + 262_144] + step
            found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
            there = np.flatnonzero(keys[found] == wanted)
            places[number, low + there] = found[there]
            back[found[there]] = low + there
            tick((number + low / len(keys)) / len(listed))
    return places


@dataclass(frozen=True)
class Graph:
    """The candidate pairs, sorted by row and column: units, paragraphs, 1 where headlines or leads meet."""

    rows: Ints
    columns: Ints
    shape: tuple[int, int]
    left_paragraphs: Ints
    right_paragraphs: Ints
    headlines: Floats
    leads: Floats


def relax(odds: Floats, graph: Graph, votes: Votes = VOTES, tick: Tick = no_tick) -> tuple[Floats, Floats]:
    """Return the belief in each pair among the pairs of its row, and among those of its column.

    ``odds`` are the log odds of their words; a belief is in 0..1.
    """
    if not len(odds):
        return odds, odds
    rows, columns, shape = graph.rows, graph.columns, graph.shape
    tick(0.0)
    places = neighbour_places(rows, columns, shape[1], lambda done: tick(0.4 * done))
    weights = [weight for _, _, weight in steps(votes.beside)]
    others = _Others(graph, lambda done: tick(0.4 + 0.1 * done))
    by_column = np.argsort(columns, kind="stable")
    tick(0.5)
    row_heads = np.flatnonzero(np.diff(rows, prepend=-1))
    column_heads = np.flatnonzero(np.diff(columns[by_column], prepend=-1))
    streaming = votes.stream * min(1.0, max(0.0, min(shape) / STREAM_FROM - 1))
    belief = 1 / (1 + np.exp(-np.clip(odds, -MANY, MANY)))
    across = down = belief
    for turn in range(votes.rounds):
        turn_tick = part_of_tick(tick, 0.5 + 0.5 * turn / votes.rounds, 0.5 / votes.rounds)
        padded = np.append(belief, 0.0)
        support = np.zeros(len(odds))
        for number, weight in enumerate(weights):
            support += weight * padded[places[number]]
            turn_tick(0.5 * number / len(weights))
        partnered = np.maximum.reduceat(belief, row_heads).sum()
        partnered += np.maximum.reduceat(belief[by_column], column_heads).sum()
        share = (1 + partnered) / (2 + sum(shape))
        prior = votes.prior * (np.log(share / (1 - share + 1e-9)) - votes.prior_zero)
        prior = min(votes.prior_most, max(votes.prior_least, prior))
        gain = odds + votes.support * np.minimum(support, votes.most) + prior
        gain += votes.headline * max(0.0, share - votes.headline_zero) * graph.headlines
        gain += votes.lead * max(0.0, share - votes.lead_zero) * graph.leads
        turn_tick(0.6)
        if turn:
            if streaming > 0:
                gain += streaming * _stream(belief, graph, (row_heads, column_heads), by_column, turn_tick)
            gain -= votes.crowd * others.strength(belief)
        turn_tick(0.9)
        power = np.exp(np.clip(gain, -MANY, MANY))
        in_row = np.bincount(rows, weights=power, minlength=shape[0])[rows]
        in_column = np.bincount(columns, weights=power, minlength=shape[1])[columns]
        across, down = power / (1 + in_row), power / (1 + in_column)
        belief = 0.5 * across + 0.5 * down
    return across, down


def _stream(
    belief: Floats, graph: Graph, heads: tuple[Ints, Ints], by_column: Ints, tick: Tick = no_tick
) -> Floats:
    """Return for each pair which share of the units around it have partners along with it, in 0..1."""
    rows, columns = graph.rows, graph.columns
    across = _partners(belief, rows, columns, heads[0], graph.shape[0])
    down = _partners(belief[by_column], columns[by_column], rows[by_column], heads[1], graph.shape[1])
    along = np.zeros(len(belief), dtype=np.int8)
    known = np.zeros(len(belief), dtype=np.int64)
    for partner, here, there in ((across, rows, columns), (down, columns, rows)):
        # How far ahead of each unit its partner is; nothing is near to what units without one are given.
        ahead = np.full(len(partner) + 2 * STREAM, _NOWHERE, dtype=np.int32)
        with_one = np.flatnonzero(partner >= 0)
        ahead[STREAM + with_one] = partner[with_one] - with_one
        place, own = here + STREAM, (there - here).astype(np.int32)
        for step in range(-STREAM, STREAM + 1):
            if step:
                along += np.abs(ahead[place + step] - own) <= 2 + abs(step) // 2
                tick(0.6 + 0.3 * (step + STREAM) / (2 * STREAM))
        known += np.minimum(here, STREAM) + np.minimum(len(partner) - 1 - here, STREAM)
    share: Floats = along / np.maximum(known, 1)
    return share


def _partners(belief: Floats, owner: Ints, other: Ints, heads: Ints, count: int) -> Ints:
    """Return for each unit the partner it believes in most, or -1 where it believes in none."""
    best = np.maximum.reduceat(belief, heads)
    sizes = np.diff(np.append(heads, len(belief)))
    chosen = np.flatnonzero((belief == np.repeat(best, sizes)) & (belief >= 0.4))[::-1]
    partner = np.full(count, -1, dtype=np.int64)
    partner[owner[chosen]] = other[chosen]
    return partner


class _Others:
    """Tells how strongly both paragraphs of each pair are tied to other paragraphs."""

    def __init__(self, graph: Graph, tick: Tick = no_tick) -> None:
        width = int(graph.right_paragraphs.max()) + 1
        keys = graph.left_paragraphs * width + graph.right_paragraphs
        tick(0.1)
        self._order = np.argsort(keys, kind="stable")
        tick(0.3)
        ordered = keys[self._order]
        first = np.diff(ordered, prepend=-1) != 0
        self._heads = np.flatnonzero(first)
        self._group = np.empty(len(keys), dtype=np.int64)
        self._group[self._order] = np.cumsum(first) - 1
        tick(0.6)
        self._left = _Owners(ordered[self._heads] // width)
        tick(0.8)
        self._right = _Owners(ordered[self._heads] % width)

    def strength(self, belief: Floats) -> Floats:
        """Return for each pair the lesser of its two paragraphs' best beliefs in other partners."""
        best = np.maximum.reduceat(belief[self._order], self._heads)
        lesser = np.minimum(self._left.best_other(best), self._right.best_other(best))
        return lesser[self._group]


class _Owners:
    """Entries that belong to owners: finds for each entry the largest value among its owner's others."""

    def __init__(self, owner: Ints) -> None:
        self._order = np.argsort(owner, kind="stable")
        first = np.diff(owner[self._order], prepend=-1) != 0
        self._heads = np.flatnonzero(first)
        self._number = np.cumsum(first) - 1

    def best_other(self, values: Floats) -> Floats:
        """Return the largest other value of the same owner, 0 where there is none."""
        ordered = values[self._order]
        top = np.maximum.reduceat(ordered, self._heads)[self._number]
        is_top = ordered == top
        alone = np.add.reduceat(is_top.astype(np.int64), self._heads)[self._number] == 1
        runner_up = np.maximum.reduceat(np.where(is_top, 0.0, ordered), self._heads)[self._number]
        result = np.empty(len(values))
        result[self._order] = np.where(is_top & alone, runner_up, top)
        return result

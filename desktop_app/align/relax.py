"""Neighbours vote: the order of both texts helps a pair without forbidding any."""

from __future__ import annotations

import numpy as np

from desktop_app.align.sparse import Tick, no_tick
from desktop_app.align.units import Floats, Ints

NEIGHBOURS = tuple(
    (down, across, 1.0 / (abs(down - across) + max(abs(down), abs(across))))
    for down in range(-2, 3)
    for across in range(-2, 3)
    if down * across > 0
)
"""Steps to the pairs that support a pair, with their weight: near ones and diagonal ones most."""

ROUNDS = 6
SUPPORT = 0.10
THRESHOLD = 0.20
TEMPERATURE = 0.03


def neighbour_places(rows: Ints, columns: Ints, width: int) -> Ints:
    """Return for each pair the places of its neighbours in the list, or the list's length where missing."""
    keys = (rows + 4) * (width + 8) + columns + 4
    places = np.empty((len(NEIGHBOURS), len(keys)), dtype=np.int64)
    for number, (down, across, _) in enumerate(NEIGHBOURS):
        wanted = keys + down * (width + 8) + across
        found = np.searchsorted(keys, wanted)
        found[found == len(keys)] = 0
        places[number] = np.where(keys[found] == wanted, found, len(keys)) if len(keys) else found
    return places


def relax(scores: Floats, rows: Ints, columns: Ints, height: int, width: int, tick: Tick = no_tick) -> Floats:
    """Return the probability of each pair after its neighbours voted and its rivals competed.

    ``scores`` are similarities in 0..1 of the pairs (``rows``, ``columns``), sorted by row and column.
    """
    places = neighbour_places(rows, columns, width)
    belief = np.clip(scores, 0, 1)
    for turn in range(ROUNDS):
        padded = np.append(belief, 0.0)
        support = np.zeros(len(scores))
        for number, (_, _, weight) in enumerate(NEIGHBOURS):
            support += weight * padded[places[number]]
        gain = (scores + SUPPORT * np.minimum(support, 2.0) - THRESHOLD) / TEMPERATURE
        gain = np.clip(gain, -60, 60)
        power = np.exp(gain)
        row_sum = np.bincount(rows, weights=power, minlength=height)
        column_sum = np.bincount(columns, weights=power, minlength=width)
        belief = 0.5 * power / (1 + row_sum[rows]) + 0.5 * power / (1 + column_sum[columns])
        tick((turn + 1) / ROUNDS)
    return belief

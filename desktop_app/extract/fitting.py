"""Fit a multinomial logistic regression with a quadratic penalty, by L-BFGS (Nocedal 1980) and numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop_app.extract.sightings import Sightings

Vector = NDArray[Any]

PENALTY = 1.0
SEEN_IN = 3
"""What fewer samples than this show is not learned from."""
_ROUNDS, _MEMORY, _ENOUGH = 60, 8, 2e-5


@dataclass(frozen=True, slots=True)
class Sample:
    """What was seen of a name, and the column of its right type."""

    seen: Sightings
    kind: int


def fit(samples: Sequence[Sample], kinds: int) -> dict[str, list[float]]:
    """Return the weights of each sighting, one per kind; the same samples give the same weights."""
    counts = Counter(what for sample in samples for what in sample.seen)
    places = {what: place for place, what in enumerate(sorted(w for w in counts if counts[w] >= SEEN_IN))}
    if not places:
        return {}
    cells = [
        (row, places[what], amount)
        for row, sample in enumerate(samples)
        for what, amount in sample.seen.items()
        if what in places
    ]
    rows, columns = np.array([cell[0] for cell in cells]), np.array([cell[1] for cell in cells])
    amounts = np.array([[cell[2]] for cell in cells], np.float32)
    begins = np.flatnonzero(np.r_[True, rows[1:] != rows[:-1]])
    wanted = np.eye(kinds, dtype=np.float32)[[samples[row].kind for row in rows[begins]]]
    rows = np.repeat(np.arange(len(begins)), np.diff(np.r_[begins, len(rows)]))
    order = np.argsort(columns, kind="stable")
    ends = np.searchsorted(columns[order], np.arange(len(places)))

    def loss(flat: Vector) -> tuple[float, Vector]:
        weights = flat.reshape(-1, kinds).astype(np.float32)
        sums = np.add.reduceat(weights[columns] * amounts, begins, axis=0)
        sums -= sums.max(axis=1, keepdims=True)
        shares = np.exp(sums)
        whole = shares.sum(axis=1, keepdims=True)
        wrong = shares / whole - wanted
        slope = np.add.reduceat(wrong[rows[order]] * amounts[order], ends, axis=0)
        missed = -float((wanted * (sums - np.log(whole))).sum(dtype=np.float64))
        return missed + 0.5 * PENALTY * float(flat @ flat), slope.astype(np.float64).ravel() + PENALTY * flat

    weights = _least(loss, np.zeros(len(places) * kinds)).reshape(-1, kinds)
    return {what: weights[place].tolist() for what, place in places.items()}


def _least(loss: Callable[[Vector], tuple[float, Vector]], at: Vector) -> Vector:
    """Return where a convex function is least, by its value and slope, to about five digits."""
    value, slope = loss(at)
    steps: list[tuple[Vector, Vector]] = []
    for _ in range(_ROUNDS):
        way = -_bend(slope, steps)
        length, fall = 1.0, float(slope @ way)
        while True:
            new_value, new_slope = loss(at + length * way)
            if new_value <= value + 1e-4 * length * fall or length < 1e-4:
                break
            length /= 2
        moved, turned = length * way, new_slope - slope
        if float(moved @ turned) > 1e-8:
            steps = [*steps[1 - _MEMORY :], (moved, turned)]
        done = abs(value - new_value) < _ENOUGH * abs(new_value)
        at, value, slope = at + moved, new_value, new_slope
        if done:
            break
    return at


def _bend(slope: Vector, steps: Sequence[tuple[Vector, Vector]]) -> Vector:
    """Return the slope bent by the inverse curvature that the last steps have shown (two-loop recursion)."""
    if not steps:
        return 0.5 * slope / max(float(np.linalg.norm(slope)), 1e-12)
    bent, shares = slope.copy(), []
    for moved, turned in reversed(steps):
        share = float(moved @ bent) / float(turned @ moved)
        bent -= share * turned
        shares.append(share)
    moved, turned = steps[-1]
    bent *= float(moved @ turned) / float(turned @ turned)
    for (moved, turned), share in zip(steps, reversed(shares), strict=True):
        bent += moved * (share - float(turned @ bent) / float(turned @ moved))
    return bent

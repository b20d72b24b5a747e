"""The vote of the neighbours against a slow, dense, obvious twin."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.align.relax import MANY, STREAM_FROM, VOTES, Graph, Votes, relax, steps


def believed(odds, graph, votes=VOTES):
    """Return the mean of the belief across and down."""
    across, down = relax(odds, graph, votes)
    return 0.5 * across + 0.5 * down


def slow(
    odds: list[list[float]], left: list[int], right: list[int], heads: set[tuple[int, int]], votes: Votes
) -> np.ndarray:
    """The same votes over a full table, pair by pair."""
    height, width = len(odds), len(odds[0])
    cells = [(i, j) for i in range(height) for j in range(width)]

    def bound(value: float) -> float:
        return min(MANY, max(-MANY, value))

    belief = {(i, j): 1 / (1 + math.exp(-bound(odds[i][j]))) for i, j in cells}
    for turn in range(votes.rounds):
        rows = sum(max(belief[i, j] for j in range(width)) for i in range(height))
        columns = sum(max(belief[i, j] for i in range(height)) for j in range(width))
        share = (1 + rows + columns) / (2 + height + width)
        prior = votes.prior * (math.log(share / (1 - share + 1e-9)) - votes.prior_zero)
        prior = min(votes.prior_most, max(votes.prior_least, prior))
        power = {}
        for i, j in cells:
            support = sum(w * belief.get((i + a, j + b), 0.0) for a, b, w in steps(votes.beside))
            gain = odds[i][j] + votes.support * min(support, votes.most) + prior
            if (i, j) in heads:
                gain += votes.headline * max(0.0, share - votes.headline_zero)
            if turn:
                by_left = [belief[a, b] for a, b in cells if left[a] == left[i] and right[b] != right[j]]
                by_right = [belief[a, b] for a, b in cells if right[b] == right[j] and left[a] != left[i]]
                gain -= votes.crowd * min(max(by_left, default=0.0), max(by_right, default=0.0))
            power[i, j] = math.exp(bound(gain))
        belief = {
            (i, j): 0.5 * power[i, j] / (1 + sum(power[i, b] for b in range(width)))
            + 0.5 * power[i, j] / (1 + sum(power[a, j] for a in range(height)))
            for i, j in cells
        }
    return np.array([[belief[i, j] for j in range(width)] for i in range(height)])


def fast(
    odds: list[list[float]], left: list[int], right: list[int], heads: set[tuple[int, int]], votes: Votes
) -> np.ndarray:
    height, width = len(odds), len(odds[0])
    rows, columns = np.repeat(np.arange(height), width), np.tile(np.arange(width), height)
    marks = np.array(
        [(int(i), int(j)) in heads for i, j in zip(rows, columns, strict=True)], dtype=np.float64
    )
    graph = Graph(
        rows,
        columns,
        (height, width),
        np.array(left)[rows],
        np.array(right)[columns],
        marks,
        np.zeros(len(rows)),
    )
    return believed(np.array(odds).ravel(), graph, votes).reshape(height, width)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[list[float]], list[int], list[int], set[tuple[int, int]]]:
    height, width = draw(st.integers(1, 5)), draw(st.integers(1, 5))
    odds = draw(
        st.lists(
            st.lists(st.integers(-8, 12).map(float), min_size=width, max_size=width),
            min_size=height,
            max_size=height,
        )
    )
    left = sorted(draw(st.lists(st.integers(0, 3), min_size=height, max_size=height)))
    right = sorted(draw(st.lists(st.integers(0, 3), min_size=width, max_size=width)))
    return odds, left, right, {(0, 0)} if draw(st.booleans()) else set()


@settings(max_examples=60)
@given(tables())
def test_the_sparse_vote_equals_the_obvious_one(
    table: tuple[list[list[float]], list[int], list[int], set[tuple[int, int]]],
) -> None:
    assert np.allclose(fast(*table, VOTES), slow(*table, VOTES), atol=1e-9)


def test_a_weak_pair_between_strong_neighbours_is_believed() -> None:
    odds = [[-6.0] * 5 for _ in range(5)]
    for n in range(5):
        odds[n][n] = 8.0
    odds[2][2] = -1.5
    places = list(range(5))
    assert fast(odds, places, places, set(), VOTES)[2, 2] > 0.7
    assert fast([[-1.5]], [0], [0], set(), VOTES)[0, 0] < 0.3


def test_few_matches_make_the_engine_sceptical() -> None:
    odds = [[-6.0] * 12 for _ in range(12)]
    odds[4][9] = 1.5
    places = list(range(12))
    assert fast(odds, places, places, set(), VOTES)[4, 9] < 0.5
    assert fast(odds, places, places, set(), replace(VOTES, prior=0.0))[4, 9] > 0.5


def test_the_stream_tells_parallel_passages_apart() -> None:
    size = 2 * STREAM_FROM + 40
    rows = [*range(size), 100]
    columns = [*range(size), 200]
    odds = [6.0] * size + [9.0]
    odds[100] = 2.0
    order = np.lexsort((columns, rows))
    pairs = np.array(rows)[order], np.array(columns)[order]
    graph = Graph(*pairs, (size, size), *pairs, np.zeros(size + 1), np.zeros(size + 1))
    belief = believed(np.array(odds)[order], graph)
    at = {(int(i), int(j)): float(b) for i, j, b in zip(*pairs, belief, strict=True)}
    assert at[100, 100] > 0.9
    assert at[100, 200] < 0.3


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_anything_to_vote_on(count: int) -> None:
    none = np.zeros(count, dtype=np.int64)
    graph = Graph(none, none, (1, 1), none, none, np.zeros(count), np.zeros(count))
    assert believed(np.full(count, 9.0), graph).shape == (count,)

"""Sparse rows against plain dense arithmetic, and the inverted index against looking at everything."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.align import sparse
from desktop_app.align.candidates import all_pairs, around, best_of_group, from_index
from desktop_app.align.match import Constraints, match_units
from desktop_app.align.relax import STREAM_FROM
from desktop_app.align.sparse import Rows, blocks, count_rows, distinct, expand, pair_dots, side_by_side
from desktop_app.align.units import Unit

LISTS = st.lists(st.lists(st.integers(0, 6), max_size=8), min_size=1, max_size=7)


def rows_of(lists: list[list[int]]) -> Rows:
    starts = np.cumsum([0, *map(len, lists)])
    return count_rows(starts, np.array([term for each in lists for term in each], dtype=np.int64), 7)


def dense(lists: list[list[int]]) -> np.ndarray:
    table = np.zeros((len(lists), 7))
    for row, terms in enumerate(lists):
        for term in terms:
            table[row, term] += 1
    return table


@given(LISTS)
def test_counting_and_sums(lists: list[list[int]]) -> None:
    rows = rows_of(lists)
    assert len(rows) == len(lists)
    assert rows.sums().tolist() == dense(lists).sum(1).tolist()
    assert rows.occurrences().tolist() == (dense(lists) > 0).sum(0).tolist()
    by_term = np.arange(7.0)
    assert rows.weighted(by_term).sums().tolist() == ((dense(lists) > 0) @ by_term).tolist()


@given(LISTS, LISTS, st.sampled_from([1, 5, 1000]))
def test_dot_products_equal_the_dense_ones(left: list[list[int]], right: list[list[int]], cells: int) -> None:
    places = all_pairs(len(left), len(right))
    before = sparse.BLOCK_CELLS, sparse.SCRATCH_CELLS
    sparse.BLOCK_CELLS, sparse.SCRATCH_CELLS = cells, 7 * cells  # small blocks must not change anything
    try:
        found = pair_dots(rows_of(left), rows_of(right), *places)
    finally:
        sparse.BLOCK_CELLS, sparse.SCRATCH_CELLS = before
    assert found.tolist() == (dense(left) @ dense(right).T).ravel().tolist()


@given(LISTS, LISTS)
def test_rows_beside_each_other(first: list[list[int]], second: list[list[int]]) -> None:
    size = min(len(first), len(second))
    first, second = first[:size], second[:size]
    joined = side_by_side(rows_of(first), rows_of(second))
    assert joined.width == 14
    assert joined.sums().tolist() == (dense(first).sum(1) + dense(second).sum(1)).tolist()
    assert joined.lengths.tolist() == (rows_of(first).lengths + rows_of(second).lengths).tolist()


@given(LISTS, st.data())
def test_parts_and_expansion(lists: list[list[int]], data: st.DataObject) -> None:
    rows = rows_of(lists)
    first = data.draw(st.integers(0, len(lists)))
    part = rows.part(first, len(lists))
    assert part.sums().tolist() == rows.sums()[first:].tolist()
    wanted = np.array(data.draw(st.lists(st.integers(0, len(lists) - 1), max_size=5)), dtype=np.int64)
    cells, owner = expand(rows.starts, wanted)
    expected = [
        (cell, place)
        for place, row in enumerate(wanted)
        for cell in range(rows.starts[row], rows.starts[row + 1])
    ]
    assert list(zip(cells.tolist(), owner.tolist(), strict=True)) == expected


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(1, 12))
def test_blocks_cover_everything_once(lengths: list[int], cells: int) -> None:
    cut = list(blocks(np.array(lengths, dtype=np.int64), cells))
    assert [n for first, end in cut for n in range(first, end)] == list(range(len(lengths)))
    assert all(end - first == 1 or sum(lengths[first:end]) <= cells for first, end in cut)


@given(st.lists(st.integers(-5, 5)))
def test_distinct(keys: list[int]) -> None:
    assert distinct(np.array(keys, dtype=np.int64)).tolist() == sorted(set(keys))


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9)), max_size=30), st.integers(1, 3))
def test_best_of_group(entries: list[tuple[int, int]], number: int) -> None:
    group = np.array([g for g, _ in entries], dtype=np.int64)
    chosen = best_of_group(group, np.array([w for _, w in entries], dtype=np.float64), number)
    for name in set(group.tolist()):
        places = [n for n, (g, _) in enumerate(entries) if g == name]
        expected = sorted(places, key=lambda n: (-entries[n][1], n))[:number]
        assert {n for n in places if chosen[n]} == set(expected)


def test_around_fills_bands_and_small_gaps() -> None:
    rows, columns = around(np.array([0, 6]), np.array([0, 7]), (20, 20))
    found = set(zip(rows.tolist(), columns.tolist(), strict=True))
    assert {(0, 0), (2, 2), (3, 4), (6, 7), (8, 9), (1, 7)} <= found
    assert (12, 12) not in found
    assert (10, 3) not in found
    assert len(found) == len(rows)


def units(texts: list[str]) -> list[Unit]:
    return [Unit(number, 0, text, False) for number, text in enumerate(texts)]


def invented(count: int, seed: int) -> tuple[list[str], list[str]]:
    """A long text told twice: most words kept, some units dropped, blocks moved."""
    rng = random.Random(seed)  # noqa: S311 - reproducible texts, no secret
    common = [f"common{n}" for n in range(40)]
    rare = [f"rare{n}x" for n in range(4 * count)]
    left = [
        " ".join([*rng.choices(common, k=8), *rng.choices(rare, k=5)]).capitalize() + "."
        for _ in range(count)
    ]
    right = []
    for text in left:
        words = [word if rng.random() < 0.7 else rng.choice(common) for word in text.rstrip(".").split()]
        if rng.random() > 0.05:
            right.append(" ".join(words) + ".")
    for _ in range(count // 50):
        start = rng.randrange(len(right) - 5)
        block = right[start : start + 4]
        del right[start : start + 4]
        place = rng.randrange(len(right))
        right[place:place] = block
    return left, right


@pytest.mark.parametrize("seed", [1, 2])
def test_sparse_candidates_find_what_the_dense_twin_finds(seed: int) -> None:
    left, right = invented(2 * STREAM_FROM, seed)
    free = Constraints(np.full(len(left), -1), np.full(len(right), -1), frozenset())
    results = []
    for dense_too in (False, True):
        found = match_units(units(left), units(right), free, dense=dense_too)
        kept = found.belief >= 0.5
        results.append(set(zip(found.rows[kept].tolist(), found.columns[kept].tolist(), strict=True)))
    assert len(results[1]) > 0.9 * len(right)
    assert len(results[0] ^ results[1]) <= 0.01 * len(results[1])


def test_the_index_proposes_partners_that_share_rare_words() -> None:
    left = rows_of([[0, 1], [2, 3], [4]])
    right = rows_of([[4, 5], [0, 1, 6], [3]])
    rows, columns = from_index(left, right, np.ones(7))
    assert set(zip(rows.tolist(), columns.tolist(), strict=True)) == {(0, 1), (1, 2), (2, 0)}

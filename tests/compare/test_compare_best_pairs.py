"""Pairs in which nothing stands twice, the best first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.compare.best_pairs import best_pairs

PLACES = st.tuples(st.integers(0, 6), st.integers(0, 6))
SCORES = st.dictionaries(PLACES, st.sampled_from((0.5, 1.0, 2.0)))


def test_the_best_pair_takes_its_places_from_the_others() -> None:
    assert best_pairs([(1.0, 0, 0), (3.0, 0, 1), (2.0, 1, 1), (0.5, 1, 0)]) == [(0, 1), (1, 0)]


def test_of_equal_pairs_those_further_in_front_come_first() -> None:
    assert best_pairs([(1.0, 1, 1), (1.0, 0, 1), (1.0, 0, 0)]) == [(0, 0), (1, 1)]


@given(SCORES)
def test_no_place_stands_twice_and_none_is_left_that_could_be_paired(
    scores: dict[tuple[int, int], float],
) -> None:
    found = best_pairs((score, i, j) for (i, j), score in scores.items())
    lefts, rights = [i for i, _ in found], [j for _, j in found]
    assert len(set(lefts)) == len(lefts)
    assert len(set(rights)) == len(rights)
    assert all(i in lefts or j in rights for i, j in scores)
    assert [scores[pair] for pair in found] == sorted((scores[pair] for pair in found), reverse=True)

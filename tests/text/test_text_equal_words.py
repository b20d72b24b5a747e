"""Tests of the words that two passages share in one order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.equal_words import equal_stretches

WORDS = st.lists(st.sampled_from("abcde"), max_size=12)


def longest(left: list[str], right: list[str]) -> int:
    """Return the length of the longest common subsequence, counted the slow and obvious way."""
    row = [0] * (len(right) + 1)
    for word in left:
        before = 0
        for j, other in enumerate(right, 1):
            before, row[j] = row[j], before + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]


@given(WORDS, WORDS)
def test_as_many_words_as_can_be_are_shared_in_order(left: list[str], right: list[str]) -> None:
    stretches = equal_stretches(left, right)
    reached = (0, 0)
    for i, j, size in stretches:
        assert (i, j) >= reached
        assert i >= reached[0]
        assert j >= reached[1]
        assert left[i : i + size] == right[j : j + size]
        reached = (i + size, j + size)
    assert sum(size for _, _, size in stretches) == longest(left, right)


@given(WORDS, WORDS)
def test_swapped_lists_share_the_same_words(left: list[str], right: list[str]) -> None:
    mirrored = [(j, i, size) for i, j, size in equal_stretches(right, left)]
    assert mirrored == equal_stretches(left, right)


def test_long_passages_are_cut_where_words_stand_once() -> None:
    left = [f"word{number}" for number in range(4000)]
    right = [*left[:1000], *(f"other{number}" for number in range(500)), *left[1000:]]
    shared = [
        (i, j)
        for i, j, size in equal_stretches(left, right)
        for i, j in zip(range(i, i + size), range(j, j + size), strict=True)
    ]
    assert shared == [(i, i if i < 1000 else i + 500) for i in range(4000)]

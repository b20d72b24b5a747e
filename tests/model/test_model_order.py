"""The spine and the movers."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model import Cancelled, Link, Pair
from desktop_app.model.order import mark_moved, moved_pairs, spine


def link(left: list[int], right: list[int], score: float = 0.9) -> Link:
    pairs = tuple(Pair(a, b, score) for a in left for b in right)
    return Link(tuple(left), tuple(right), pairs, score)


def keeps_order(links: list[Link]) -> bool:
    return all(
        (max(a.left) < min(b.left) and max(a.right) < min(b.right))
        or (max(b.left) < min(a.left) and max(b.right) < min(a.right))
        for a, b in combinations(links, 2)
    )


def heaviest(links: list[Link]) -> int:
    """The obvious twin: try every subset."""
    best = 0
    for size in range(len(links) + 1):
        for subset in combinations(links, size):
            if keeps_order(list(subset)):
                best = max(best, sum(len(one.pairs) for one in subset))
    return best


@st.composite
def some_links(draw: st.DrawFn) -> list[Link]:
    """Links in which no paragraph occurs twice, m:n, in any order, some with gaps inside."""
    sides = []
    count = draw(st.integers(0, 7))
    for _ in range(2):
        cuts = draw(st.lists(st.integers(1, 2), min_size=count, max_size=count))
        places = draw(st.permutations(range(sum(cuts))))
        groups, at = [], 0
        for size in cuts:
            groups.append(sorted(places[at : at + size]))
            at += size
        sides.append(groups)
    return [link(a, b) for a, b in zip(*sides, strict=True)]


@given(some_links())
def test_the_spine_is_the_heaviest_subset_in_order(links: list[Link]) -> None:
    kept = [links[number] for number in spine(links)]
    assert keeps_order(kept)
    assert sum(len(one.pairs) for one in kept) == heaviest(links)


@given(some_links())
def test_marking_keeps_every_link_and_sorts_by_the_left(links: list[Link]) -> None:
    marked = mark_moved(links)
    assert sorted((one.left, one.right) for one in links) == [(one.left, one.right) for one in marked]
    assert keeps_order([one for one in marked if not one.moved])
    assert mark_moved(marked) == marked


def test_a_paragraph_pulled_forward_is_the_mover() -> None:
    links = [link([0], [0]), link([1], [2]), link([2], [3]), link([3], [1])]
    assert [one.right for one in mark_moved(links) if one.moved] == [(1,)]


def test_a_link_of_many_pairs_outweighs_single_ones() -> None:
    big, small = link([0, 1], [5, 6]), link([2], [1])
    assert [one.left for one in mark_moved([big, small]) if one.moved] == [(2,)]


def test_of_two_that_changed_places_the_less_probable_moved() -> None:
    links = [link([0], [1], 0.99), link([1], [0], 0.7)]
    assert [one.left for one in mark_moved(links) if one.moved] == [(1,)]
    assert [one.left for one in mark_moved(links[::-1]) if one.moved] == [(1,)]


def test_a_mark_that_no_longer_holds_is_taken_back() -> None:
    stale = Link((0,), (0,), (Pair(0, 0, 1.0),), 1.0, moved=True)
    assert not mark_moved([stale])[0].moved


def in_order(pairs: list[tuple[int, int]]) -> bool:
    return all(a[1] <= b[1] for a, b in combinations(sorted(pairs), 2))


@given(some_links())
def test_moved_pairs_are_the_smallest_set_that_crosses(links: list[Link]) -> None:
    pairs = {(pair.left, pair.right) for one in links for pair in one.pairs}
    moved = moved_pairs(links)
    assert moved <= pairs
    assert in_order(list(pairs - moved))
    if len(pairs) <= 8:
        sizes = [n for n in range(len(pairs) + 1) for kept in combinations(pairs, n) if in_order(list(kept))]
        assert len(pairs) - len(moved) == max(sizes)


def test_a_parted_paragraph_may_have_one_half_moved() -> None:
    links = mark_moved([link([0], [0]), link([1], [1, 4]), link([2], [2]), link([3], [3])])
    assert moved_pairs(links) == {(1, 4)}


@given(some_links())
def test_single_pairs_are_moved_where_their_links_are(links: list[Link]) -> None:
    single = mark_moved([one for one in links if len(one.pairs) == 1])
    assert moved_pairs(single) == {(p.left, p.right) for one in single if one.moved for p in one.pairs}


def test_no_links() -> None:
    assert spine([]) == set()
    assert moved_pairs([]) == frozenset()
    assert mark_moved([]) == ()


def test_a_link_without_one_side_is_no_part_of_the_spine() -> None:
    assert spine([Link((0,), (), (), 1.0), link([1], [1])]) == {1}


def test_it_can_be_cancelled() -> None:
    def stop(*_: object) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        mark_moved([link([0], [0])], stop)

"""What hangs together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.groups import connected

EDGES = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=30)


def joined_one_by_one(edges: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The obvious twin: take in a pair and all groups it touches."""
    groups: list[list[tuple[int, int]]] = []
    for edge in edges:
        touched = [g for g in groups if any(edge[0] == left or edge[1] == right for left, right in g)]
        groups = [g for g in groups if g not in touched] + [[edge, *(e for g in touched for e in g)]]
    return groups


@given(EDGES)
def test_groups_are_those_of_the_obvious_way(edges: list[tuple[int, int]]) -> None:
    found = connected(edges, lambda edge: edge)
    assert sorted(map(sorted, found)) == sorted(map(sorted, joined_one_by_one(edges)))


@given(EDGES)
def test_groups_and_their_pairs_keep_the_order_of_the_pairs(edges: list[tuple[int, int]]) -> None:
    found = connected(list(enumerate(edges)), lambda item: item[1])
    assert [group[0][0] for group in found] == sorted(group[0][0] for group in found)
    assert all(group == sorted(group) for group in found)


def test_left_and_right_ends_of_one_name_are_apart() -> None:
    assert connected([(1, 2), (2, 3)], lambda edge: edge) == [[(1, 2)], [(2, 3)]]

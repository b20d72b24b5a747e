"""What hangs together: pairs of places joined into groups."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from desktop_app.model.progress import pulse

T = TypeVar("T")

_OFTEN = 2048
"""Pairs between two pulses."""


def connected(pairs: Iterable[T], ends: Callable[[T], tuple[Hashable, Hashable]]) -> list[list[T]]:
    """Join the pairs that share an end, directly or through others.

    ``ends`` gives a pair's end on the left and on the right. Groups come in the order of their first pairs,
    and so do the pairs inside. Union-find: about linear time.
    """
    parent: dict[tuple[bool, Hashable], tuple[bool, Hashable]] = {}

    def root(node: tuple[bool, Hashable]) -> tuple[bool, Hashable]:
        while (above := parent.setdefault(node, node)) != node:
            parent[node] = node = parent[above]
        return node

    listed = list(pairs)
    for number, pair in enumerate(listed):
        if number % _OFTEN == 0:
            pulse()
        left, right = ends(pair)
        parent[root((True, right))] = root((False, left))
    groups: dict[tuple[bool, Hashable], list[T]] = {}
    for number, pair in enumerate(listed):
        if number % _OFTEN == 0:
            pulse()
        groups.setdefault(root((False, ends(pair)[0])), []).append(pair)
    return list(groups.values())

"""The best of many pairs of left and right, so that nothing is in two of them."""

from __future__ import annotations

from collections.abc import Iterable

from desktop_app.model import pulsed
from desktop_app.model.sorting import sorted_in_parts


def best_pairs(scored: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Return places (left, right), each at most once, from scored pairs of them: the highest score first.

    Of equally good pairs those further in front come first.
    """
    found: list[tuple[int, int]] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for _, i, j in pulsed(sorted_in_parts((-score, i, j) for score, i, j in scored), 2048):
        if i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            found.append((i, j))
    return found

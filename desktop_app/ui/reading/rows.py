"""Aligned rows: how much space each paragraph gets above it so that linked groups start level. Qt-free."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.model import Side
from desktop_app.ui.reading.structure import Structure


def natural(tops: Sequence[float], extra: dict[int, float]) -> list[float]:
    """Return the tops as they would be without the space already added above some paragraphs."""
    found, added = [], 0.0
    for index, top in enumerate(tops):
        added += extra.get(index, 0.0)
        found.append(top - added)
    return found


def row_space(
    structure: Structure, left_tops: Sequence[float], right_tops: Sequence[float]
) -> dict[Side, dict[int, float]]:
    """Return the space to add above paragraphs, from their natural tops on both sides."""
    extra: dict[Side, dict[int, float]] = {Side.LEFT: {}, Side.RIGHT: {}}
    added = {Side.LEFT: 0.0, Side.RIGHT: 0.0}
    for number in structure.steering:
        link = structure.links[number]
        first = {Side.LEFT: min(link.left), Side.RIGHT: min(link.right)}
        left = left_tops[first[Side.LEFT]] + added[Side.LEFT]
        right = right_tops[first[Side.RIGHT]] + added[Side.RIGHT]
        short = Side.LEFT if left < right else Side.RIGHT
        missing = abs(left - right)
        if missing > 0.01:
            extra[short][first[short]] = missing
            added[short] += missing
    return extra

"""The order in which a reader meets changes and one-sided passages, without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.model import Change, Comparison, Passage, Side


@dataclass(frozen=True, slots=True)
class OnlyHere:
    """A passage that stands on one side only."""

    side: Side
    passage: Passage


def reading_order(comparison: Comparison) -> list[Change | OnlyHere]:
    """Return all changes and one-sided passages in reading order.

    The left's order rules; what stands only on the right comes after the last right paragraph before it
    that has a counterpart on the left.
    """
    keyed: list[tuple[tuple[float, ...], Change | OnlyHere]] = []
    keyed += [((change.left.paragraph, 0, change.left.start), change) for change in comparison.changes]
    keyed += [((p.paragraph, 0, p.start), OnlyHere(Side.LEFT, p)) for p in comparison.only_left]
    last_left = _last_left(comparison)
    keyed += [
        ((last_left[p.paragraph], 1, p.paragraph, p.start), OnlyHere(Side.RIGHT, p))
        for p in comparison.only_right
    ]
    keyed.sort(key=lambda item: item[0])
    return [item for _, item in keyed]


def is_ahead(item: Change | OnlyHere, near: tuple[int, int]) -> bool:
    """Tell whether something stands at or after a place, told by its left and right paragraph."""
    if isinstance(item, OnlyHere):
        return item.passage.paragraph >= near[0 if item.side is Side.LEFT else 1]
    return item.left.paragraph >= near[0]


def _last_left(comparison: Comparison) -> list[int]:
    """For every right paragraph, the left paragraph that a reader has reached there (-1 before the first)."""
    reached: dict[int, int] = {}
    for link in comparison.alignment.links:
        if not link.moved:
            for index in link.right:
                reached[index] = max(link.left)
    found: list[int] = []
    current = -1
    for index in range(len(comparison.right.paragraphs)):
        current = max(current, reached.get(index, current))
        found.append(current)
    return found

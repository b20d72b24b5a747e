"""The order of links: which of them keep the reading order and which stand outside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from desktop_app.model.alignment import Link


def spine(links: Sequence[Link]) -> set[int]:
    """Return the numbers of the links of the heaviest order-keeping subset.

    A link weighs its pairs of paragraphs (at least one). Two links keep the order when all left paragraphs
    of one come before those of the other on both sides. A heaviest increasing chain (a weighted longest
    increasing subsequence): O(n log n).
    """
    order = sorted(range(len(links)), key=lambda n: (min(links[n].left), min(links[n].right)))
    ends = sorted({max(link.right) for link in links})
    best: list[tuple[float, int]] = [(0.0, -1)] * (len(ends) + 1)
    before: dict[int, int] = {}
    total: dict[int, float] = {}
    waiting: list[tuple[int, int]] = []
    for number in order:
        link = links[number]
        ready = [entry for entry in waiting if entry[0] < min(link.left)]
        waiting = [entry for entry in waiting if entry[0] >= min(link.left)]
        for _, done in ready:
            _raise(best, bisect_left(ends, max(links[done].right)) + 1, (total[done], done))
        weight, previous = _highest(best, bisect_left(ends, min(link.right)))
        before[number] = previous
        total[number] = weight + max(1, len(link.pairs))
        waiting.append((max(link.left), number))
    last = max(order, key=lambda n: total[n], default=-1)
    chosen: set[int] = set()
    while last != -1:
        chosen.add(last)
        last = before[last]
    return chosen


def mark_moved(links: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links with ``moved`` set on those outside the spine, in the reading order of the left."""
    kept = spine(links)
    marked = [replace(link, moved=number not in kept) for number, link in enumerate(links)]
    return tuple(sorted(marked, key=lambda link: (min(link.left), min(link.right))))


def _raise(tree: list[tuple[float, int]], place: int, entry: tuple[float, int]) -> None:
    while place < len(tree):
        if entry[0] > tree[place][0]:
            tree[place] = entry
        place += place & -place


def _highest(tree: list[tuple[float, int]], place: int) -> tuple[float, int]:
    best = (0.0, -1)
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best

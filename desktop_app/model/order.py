"""The order of links: which of them keep the reading order and which stand outside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from heapq import heappop, heappush

from desktop_app.model.alignment import Link
from desktop_app.model.progress import Progress, no_progress, pulsed

_Weight = tuple[int, float]
_NOTHING: tuple[_Weight, int] = ((0, 0.0), -1)


def spine(links: Sequence[Link], progress: Progress = no_progress) -> set[int]:
    """Return the numbers of the links of the heaviest order-keeping subset.

    Two links keep the order when all paragraphs of one stand before those of the other on both sides. A
    link weighs its pairs of paragraphs (at least one); among equals the more probable ones stay. Links with
    an empty side are never part of it. A weighted longest increasing chain over a Fenwick tree of maxima:
    O(n log n) time.
    """
    order = sorted(
        (n for n, link in enumerate(pulsed(links)) if link.left and link.right),
        key=lambda n: (min(links[n].left), min(links[n].right), n),
    )
    ends = sorted({max(links[n].right) for n in pulsed(order)})
    tree = [_NOTHING] * (len(ends) + 1)
    total: dict[int, _Weight] = {}
    before: dict[int, int] = {}
    waiting: list[tuple[int, int]] = []  # links whose left paragraphs have not all been passed yet
    for place, number in enumerate(order):
        if place % 512 == 0:
            progress(place / len(order), "Finding what moved")
        link = links[number]
        start = min(link.left)
        passed: list[int] = []
        while waiting and waiting[0][0] < start:
            passed.append(heappop(waiting)[1])
        for done in (order[earlier] for earlier in sorted(passed)):
            _raise(tree, bisect_left(ends, max(links[done].right)) + 1, (total[done], done))
        (pairs, score), before[number] = _highest(tree, bisect_left(ends, min(link.right)))
        total[number] = pairs + max(1, len(link.pairs)), round(score + link.score, 9)
        heappush(waiting, (max(link.left), place))
    last = max(order, key=lambda n: total[n], default=-1)
    chosen: set[int] = set()
    while last != -1:
        chosen.add(last)
        last = before[last]
    return chosen


def mark_moved(links: Sequence[Link], progress: Progress = no_progress) -> tuple[Link, ...]:
    """Return the links with ``moved`` set on those outside the spine, in the reading order of the left."""
    kept = spine(links, progress)
    marked = []
    for number, link in enumerate(links):
        moved = number not in kept
        marked.append(link if link.moved is moved else replace(link, moved=moved))
    return tuple(sorted(marked, key=lambda link: (link.left, link.right)))


def moved_pairs(links: Sequence[Link], progress: Progress = no_progress) -> frozenset[tuple[int, int]]:
    """Return the (left, right) paragraph pairs that stand outside the order of the others.

    The smallest set whose removal leaves no two pairs crossing; among equals those of moved links go first,
    then the less probable ones. A link may hold pairs of both sorts, where a paragraph was parted and one
    half of it moved: ``Link.moved`` speaks for the link as a whole. O(n log n) time.
    """
    pairs = sorted(
        (pair.left, pair.right, 0.0 if link.moved else 1.0, pair.score)
        for link in links
        for pair in link.pairs
    )
    ends = sorted({right for _, right, _, _ in pairs})
    tree = [_NOTHING] * (len(ends) + 1)
    before: list[int] = []
    for number, (_, right, steady, score) in enumerate(pairs):
        if number % 512 == 0:
            progress(number / len(pairs), "Finding what moved")
        place = bisect_left(ends, right) + 1
        (count, weight), last = _highest(tree, place)
        before.append(last)
        _raise(tree, place, ((count + 1, round(weight + 2 * steady + score, 9)), number))
    _, last = _highest(tree, len(ends))
    moved = {(left, right) for left, right, _, _ in pairs}
    while last != -1:
        moved.discard(pairs[last][:2])
        last = before[last]
    return frozenset(moved)


def _raise(tree: list[tuple[_Weight, int]], place: int, entry: tuple[_Weight, int]) -> None:
    """Enter a chain that ends at ``place`` (from 1)."""
    while place < len(tree):
        if entry[0] > tree[place][0]:
            tree[place] = entry
        place += place & -place


def _highest(tree: list[tuple[_Weight, int]], place: int) -> tuple[_Weight, int]:
    """Return the heaviest chain that ends at or before ``place``."""
    best = _NOTHING
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place -= place & -place
    return best

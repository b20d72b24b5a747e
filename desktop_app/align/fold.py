"""From matched sentences to links between paragraphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from desktop_app.align.sparse import Tick, no_tick
from desktop_app.model import Link, Pair
from desktop_app.model.groups import connected

MOST_CANDIDATES = 3
"""Next-best pairs a link names at most."""


def fold_links(
    pairs: Iterable[Pair],
    candidates: Iterable[Pair] = (),
    fixed: Sequence[Link] = (),
    rejected: Collection[tuple[int, int]] = (),
    tick: Tick = no_tick,
) -> list[Link]:
    """Join paragraph pairs that share a paragraph into m:n links, beside the fixed ones.

    A link's score is the mean of its pairs'; its candidates are the best pairs that touch its paragraphs
    but were not chosen. Pairs that touch a fixed link are left out, and so are the weakest of those through
    which two ``rejected`` paragraphs would come together.
    """
    taken_left = {index for link in fixed for index in link.left}
    taken_right = {index for link in fixed for index in link.right}
    chosen = [pair for pair in pairs if pair.left not in taken_left and pair.right not in taken_right]
    groups = connected(chosen, lambda pair: (pair.left, pair.right))
    touching = _by_paragraph(candidates, tick)
    links = list(fixed)
    parts = [part for members in groups for part in _parted(members, rejected)]
    for number, members in enumerate(parts):
        if number % 1024 == 0:
            tick(0.6 + 0.4 * number / len(parts))
        left = tuple(sorted({pair.left for pair in members}))
        right = tuple(sorted({pair.right for pair in members}))
        listed = tuple(sorted(members, key=lambda pair: (pair.left, pair.right)))
        score = round(sum(pair.score for pair in listed) / len(listed), 6)
        links.append(Link(left, right, listed, score, candidates=_next_best(left, right, touching)))
    return sorted(links, key=lambda link: (link.left, link.right))


def _parted(members: list[Pair], rejected: Collection[tuple[int, int]]) -> list[list[Pair]]:
    """Part a group of pairs that holds both paragraphs of a rejected pair; the strongest pairs join first."""
    if len(members) < 2 or not _hold_rejected(members, rejected):
        return [members]
    groups: list[list[Pair]] = []
    for pair in sorted(members, key=lambda pair: (-pair.score, pair.left, pair.right)):
        beside = [g for g in groups if any(p.left == pair.left or p.right == pair.right for p in g)]
        joined = [pair, *(p for group in beside for p in group)]
        if not _hold_rejected(joined, rejected):
            groups = [g for g in groups if g not in beside] + [joined]
    return groups


def _hold_rejected(pairs: Sequence[Pair], rejected: Collection[tuple[int, int]]) -> bool:
    lefts, rights = {pair.left for pair in pairs}, {pair.right for pair in pairs}
    return any(left in lefts and right in rights for left, right in rejected)


def _by_paragraph(pairs: Iterable[Pair], tick: Tick) -> dict[tuple[str, int], list[Pair]]:
    grouped: dict[tuple[str, int], list[Pair]] = {}
    for number, pair in enumerate(pairs):
        if number % 4096 == 0:
            tick(0.5)
        grouped.setdefault(("left", pair.left), []).append(pair)
        grouped.setdefault(("right", pair.right), []).append(pair)
    return grouped


def _next_best(
    left: Sequence[int], right: Sequence[int], touching: Mapping[tuple[str, int], Sequence[Pair]]
) -> tuple[Pair, ...]:
    """Return the best pairs that join one of a link's paragraphs to a paragraph outside it."""
    listed = {pair for index in left for pair in touching.get(("left", index), ()) if pair.right not in right}
    listed |= {
        pair for index in right for pair in touching.get(("right", index), ()) if pair.left not in left
    }
    return tuple(sorted(listed, key=lambda pair: (-pair.score, pair.left, pair.right))[:MOST_CANDIDATES])

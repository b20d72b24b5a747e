"""Texts with known links: pairs with gold, stories told twice, reading levels, two Bibles, and strangers."""

from __future__ import annotations

import itertools
import json
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from gold import SHARED, GoldPair, own_pairs, real_pair, seed_pairs, shared_pairs

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)?")
STORIES = Path(__file__).resolve().parents[1] / "align" / "stories"
Pairs = frozenset[tuple[int, int]]


@dataclass(frozen=True)
class Case:
    """Two texts with the links between them; ``debatable`` pairs count neither way."""

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    links: Pairs
    moved: Pairs = frozenset()
    debatable: Pairs = frozenset()


def _from_gold(pair: GoldPair) -> Case:
    return Case(pair.name, pair.left, pair.right, pair.links, pair.moved, pair.debatable_links)


def _pairs(listed: Iterable[Sequence[int]]) -> Pairs:
    return frozenset((int(a), int(b)) for a, b in listed)


@cache
def gold_cases() -> tuple[Case, ...]:
    """Return the pairs with gold that may not be redistributed, as far as they are at hand."""
    return tuple(_from_gold(pair) for pair in shared_pairs())


@cache
def seed_cases() -> tuple[Case, ...]:
    """Return the sample pairs that ship with the program."""
    return tuple(_from_gold(pair) for pair in seed_pairs())


@cache
def own_cases(*, kept: bool) -> tuple[Case, ...]:
    """Return the pairs that are there for measuring only; ``kept``: those whose errors are never listed."""
    return tuple(_from_gold(pair) for pair in own_pairs(kept=kept))


@cache
def real_case() -> tuple[Case, ...]:
    """Return the real pair, if it is at hand."""
    pair = real_pair()
    return (_from_gold(pair),) if pair else ()


@cache
def story_cases() -> tuple[Case, ...]:
    """Return the invented stories of ``tests/align/stories``, told twice."""
    return tuple(read_story(path) for path in sorted(STORIES.glob("*.txt")))


def read_story(path: Path) -> Case:
    """Read a story told twice: the left paragraphs, then the right ones, each after its left partners.

    A right line is ``0,3 | text`` (partners by index) or ``- | text`` (none); ``#`` starts a comment.
    """
    left: list[str] = []
    right: list[str] = []
    links: set[tuple[int, int]] = set()
    side = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            side = line[3:].strip()
        elif line.strip() and not line.startswith("#") and side == "left":
            left.append(line.strip())
        elif line.strip() and not line.startswith("#"):
            partners, text = line.split(" | ", 1)
            links |= {(int(n), len(right)) for n in partners.split(",") if n.strip() != "-"}
            right.append(text.strip())
    return Case(path.stem, tuple(left), tuple(right), frozenset(links), smallest_moved(frozenset(links)))


def cross_cases() -> tuple[Case, ...]:
    """Return different stories side by side, which have no link: each left with the next pair's right."""
    cases = [*gold_cases(), *real_case(), *story_cases()]
    english = [case for case in cases if case.left[0].isascii()]
    crossed = [
        Case(f"{a.name} x {b.name}", a.left, b.right, frozenset())
        for a, b in zip(english, english[1:] + english[:1], strict=True)
    ]
    levels = onestop_cases("raw")
    named: dict[str, Case] = {case.name.split(":")[1]: case for case in levels}
    listed = list(named.values())
    crossed += [
        Case(f"{a.name} x {b.name}", a.left, b.right, frozenset())
        for a, b in zip(listed, listed[1:] + listed[:1], strict=True)
    ]
    return tuple(crossed)


def same_cast_cases() -> tuple[Case, ...]:
    """Return different stories about the same people: the right's commonest names become the left's."""
    cases = []
    for case in cross_cases():
        ours, theirs = _names(case.left), _names(case.right)
        swap = dict(zip(theirs, ours, strict=False))
        if len(swap) < 4:
            continue
        pattern = re.compile("|".join(re.escape(name) for name in sorted(swap, key=len, reverse=True)))
        right = tuple(pattern.sub(lambda match: swap[match.group()], text) for text in case.right)  # noqa: B023
        cases.append(Case(f"{case.name}, same cast", case.left, right, frozenset()))
    return tuple(cases)


def _names(texts: Iterable[str]) -> list[str]:
    """Return the commonest capitalised words inside sentences, one or two of them together."""
    found = Counter(name for text in texts for name in _NAME.findall(text))
    return [name for name, _ in found.most_common(12)]


@cache
def onestop_cases(mode: str) -> tuple[Case, ...]:
    """Return the articles in two reading levels: mode raw, merge or move."""
    path = SHARED / "data" / "onestop" / "pairs.jsonl"
    if not path.exists():
        return ()
    listed = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return tuple(
        Case(
            f"{e['name']}",
            tuple(e["left"]),
            tuple(e["right"]),
            _pairs(e["links"]),
            smallest_moved(_pairs(e["links"])),
        )
        for e in listed
        if e["mode"] == mode
    )


def smallest_moved(links: Pairs) -> Pairs:
    """Return a smallest set of pairs whose removal leaves no two crossing (patience sorting)."""
    order = sorted(links)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, right) in enumerate(order):
        at = bisect_right(tails, right)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(right)
            ends.append(n)
        else:
            tails[at], ends[at] = right, n
    kept = set()
    at = ends[-1] if ends else -1
    while at != -1:
        kept.add(order[at])
        at = before[at]
    return links - kept


def in_order(links: Iterable[tuple[int, int]]) -> bool:
    """Whether no two pairs cross."""
    rights = [right for _, right in sorted(links)]
    return all(a <= b for a, b in itertools.pairwise(rights))


@cache
def bible(first: int = 0, count: int = 40_000) -> Case | None:
    """Return a stretch of two translations of the Bible, verse by verse."""
    folder = SHARED / "data" / "bible"
    if not folder.exists():
        return None
    sides = []
    for name in ("KJV.tsv", "WEB.tsv"):
        rows = [
            line.split("\t", 1)
            for line in (folder / name).read_text(encoding="utf-8").splitlines()
            if "\t" in line
        ]
        sides.append(rows[first : first + count])
    places = {reference: n for n, (reference, _) in enumerate(sides[1])}
    links = frozenset((n, places[ref]) for n, (ref, _) in enumerate(sides[0]) if ref in places)
    texts = [tuple(text for _, text in side) for side in sides]
    return Case("bible raw", texts[0], texts[1], links)


def disturb(
    case: Case, seed: int, *, merge: float = 0.1, drop: float = 0.05, move: float = 0.0, block: int = 6
) -> Case:
    """Return a case whose right units are dropped, merged with the next one, and moved in blocks, by a seed.

    ``merge``, ``drop`` and ``move`` are shares of the units; a moved block has 1 to ``block`` units.
    """
    rng = random.Random(seed)  # noqa: S311 - a reproducible shuffle, no secret
    kept = [[n] for n in range(len(case.right)) if rng.random() >= drop]
    merged: list[list[int]] = []
    for group in kept:
        if merged and len(merged[-1]) < 3 and rng.random() < merge:
            merged[-1] = merged[-1] + group
        else:
            merged.append(group)
    for _ in range(int(len(merged) * move / ((block + 1) / 2))):
        size = rng.randint(1, block)
        start = rng.randrange(max(1, len(merged) - size))
        taken = merged[start : start + size]
        del merged[start : start + size]
        target = rng.randrange(len(merged) + 1)
        merged[target:target] = taken
    place = {old: new for new, group in enumerate(merged) for old in group}
    links = frozenset((a, place[b]) for a, b in case.links if b in place)
    right = tuple(" ".join(case.right[old] for old in group) for group in merged)
    moved = smallest_moved(links)
    return Case(
        case.name.replace("raw", "") + f"merge {merge} drop {drop} move {move}",
        case.left,
        right,
        links,
        moved,
    )

"""Links measured: F1 over paragraph pairs on every text with gold at hand, beside simple baselines."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from desktop_app.align import align
from desktop_app.assets import seeds_path
from desktop_app.model import Article, Pair

SHARED = Path(__file__).resolve().parents[3] / "shared"
Pairs = frozenset[tuple[int, int]]
REAL_LINKS = "0-0 1-2 2-3 2-4 3-5 4-6 5-7 6-8 7-9 8-10 8-11 9-11 10-12 11-17 12-18"
"""Gold of the real pair, read by hand: left and right paragraph indexes."""


@dataclass(frozen=True)
class Case:
    """Two texts with the links between them; ``debatable`` pairs count neither way."""

    name: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    links: Pairs
    moved: Pairs = frozenset()
    debatable: Pairs = frozenset()


@dataclass(frozen=True)
class Found:
    """What an aligner says: pairs, the moved ones among them, and pairs with their probability."""

    links: Pairs
    moved: Pairs = frozenset()
    scored: tuple[Pair, ...] = ()


@dataclass
class Score:
    """Hits, misses and false alarms, summed over cases."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    per_case: list[tuple[str, float]] = field(default_factory=list)

    def add(self, name: str, found: Pairs, gold: Pairs, debatable: Pairs = frozenset()) -> None:
        """Count one case."""
        found, gold = found - debatable, gold - debatable
        one = Score(len(found & gold), len(found), len(gold))
        self.right, self.found, self.wanted = (
            self.right + one.right,
            self.found + one.found,
            self.wanted + one.wanted,
        )
        self.per_case.append((name, one.f1))

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        total = self.found + self.wanted
        return 2 * self.right / total if total else 1.0

    @property
    def mean(self) -> float:
        """Mean F1 over the cases."""
        return sum(f1 for _, f1 in self.per_case) / len(self.per_case) if self.per_case else 1.0


# Texts with gold


def paragraphs(path: Path) -> tuple[str, ...]:
    """Return the paragraphs of a text file as the gold counts them."""
    return tuple(p.strip() for p in re.split(r"[\r\n]+", path.read_text(encoding="utf-8-sig")) if p.strip())


def _gold_case(folder: Path) -> Case:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    debatable = (gold.get("debatable") or {}).get("links", [])
    return Case(
        folder.name,
        paragraphs(folder / "left.txt"),
        paragraphs(folder / "right.txt"),
        _pairs(gold["links"]),
        _pairs(gold.get("moved", [])),
        _pairs(debatable),
    )


def _pairs(listed: Iterable[Sequence[int]]) -> Pairs:
    return frozenset((int(a), int(b)) for a, b in listed)


@cache
def gold_cases() -> tuple[Case, ...]:
    """Return the pairs with gold, as far as they are at hand."""
    return tuple(_gold_case(f.parent) for f in sorted(SHARED.glob("gold/*/gold.json")))


@cache
def seed_cases() -> tuple[Case, ...]:
    """Return the sample pairs that ship with the program."""
    return tuple(_gold_case(f.parent) for f in sorted(seeds_path().glob("*/gold.json")))


@cache
def real_case() -> tuple[Case, ...]:
    """Return the real pair, if it is at hand."""
    files = sorted(SHARED.glob("seeds/*.txt"))
    if len(files) != 2:
        return ()
    links = _pairs([int(n) for n in item.split("-")] for item in REAL_LINKS.split())
    return (Case("real pair", paragraphs(files[0]), paragraphs(files[1]), links),)


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
    """Return the smallest set of pairs whose removal leaves no two crossing (quadratic, obvious)."""
    order = sorted(links)
    best: list[tuple[int, int]] = []
    for n, (_, right) in enumerate(order):
        choices = [(best[m][0], m) for m in range(n) if order[m][1] <= right]
        size, before = max(choices, default=(0, -1))
        best.append((size + 1, before))
    kept: set[tuple[int, int]] = set()
    at = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    while at != -1:
        kept.add(order[at])
        at = best[at][1]
    return links - kept


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
    moved = _moved_pairs(links)
    return Case(
        case.name.replace("raw", "") + f"merge {merge} drop {drop} move {move}",
        case.left,
        right,
        links,
        moved,
    )


def _moved_pairs(links: Pairs) -> Pairs:
    """The same as `smallest_moved` for many links: patience sorting."""
    from bisect import bisect_right

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


# Aligners


def ours(left: Sequence[str], right: Sequence[str]) -> Found:
    """Run the engine of the program."""
    alignment = align(Article.from_paragraphs(left), Article.from_paragraphs(right))
    pairs = [pair for link in alignment.links for pair in link.pairs]
    moved = [pair for link in alignment.links if link.moved for pair in link.pairs]
    scored = [*pairs, *(pair for link in alignment.links for pair in link.candidates)]
    return Found(
        frozenset((p.left, p.right) for p in pairs),
        frozenset((p.left, p.right) for p in moved),
        tuple(scored),
    )


def measure(
    cases: Iterable[Case], aligner: Callable[[Sequence[str], Sequence[str]], Found]
) -> tuple[Score, Score]:
    """Return the score over all links and the score over the moved ones."""
    links, moved = Score(), Score()
    for case in cases:
        found = aligner(case.left, case.right)
        links.add(case.name, found.links, case.links, case.debatable)
        moved.add(case.name, found.moved, case.moved, case.debatable)
    return links, moved

"""Links measured: F1 over paragraph pairs on every text with gold at hand, beside simple baselines.

`report` is what ``make quality`` prints; the other functions are for tests and experiments.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from link_baselines import BASELINES
from link_cases import (
    Case,
    Pairs,
    bible,
    cross_cases,
    disturb,
    gold_cases,
    in_order,
    onestop_cases,
    own_cases,
    real_case,
    same_cast_cases,
    seed_cases,
    story_cases,
)

from desktop_app.align import align
from desktop_app.model import Alignment, Article, Pair
from desktop_app.model.order import moved_pairs

BINS = (0.0, 0.2, 0.4, 0.55, 0.7, 0.8, 0.9, 0.97, 1.0)
"""Edges of the reliability table; a probability of 1 has a row of its own."""


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


def ours(left: Sequence[str], right: Sequence[str]) -> Found:
    """Run the engine of the program."""
    return found_in(align(Article.from_paragraphs(left), Article.from_paragraphs(right)))


def found_in(alignment: Alignment) -> Found:
    """Return what an alignment says."""
    pairs = [pair for link in alignment.links for pair in link.pairs]
    others = {pair for link in alignment.links for pair in link.candidates}
    return Found(
        frozenset((p.left, p.right) for p in pairs),
        moved_pairs(alignment.links),
        (*pairs, *others),
    )


Aligner = Callable[[Sequence[str], Sequence[str]], Found]


def plain(baseline: Callable[[Sequence[str], Sequence[str]], Pairs]) -> Aligner:
    """Return a baseline as an aligner that knows of no moves."""
    return lambda left, right: Found(baseline(left, right))


@dataclass
class Result:
    """An aligner on one set of cases: links, moved links, what it said with which probability, seconds."""

    links: Score = field(default_factory=Score)
    moved: Score = field(default_factory=Score)
    scored: list[tuple[float, bool]] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)
    seconds: float = 0.0


def measure(cases: Iterable[Case], aligner: Aligner) -> Result:
    """Run an aligner over cases. Where several smallest sets of moved links exist, any is right."""
    result = Result()
    for case in cases:
        start = time.process_time()
        found = aligner(case.left, case.right)
        result.seconds += time.process_time() - start
        result.links.add(case.name, found.links, case.links, case.debatable)
        moved = case.moved
        another = found.moved <= case.links and len(found.moved) == len(moved)
        if another and in_order(case.links - found.moved):
            moved = found.moved
        result.moved.add(case.name, found.moved, moved, case.debatable)
        result.scored += [
            (pair.score, (pair.left, pair.right) in case.links)
            for pair in found.scored
            if (pair.left, pair.right) not in case.debatable
        ]
        wrong = sorted(found.links - case.links - case.debatable)
        missed = sorted(case.links - found.links - case.debatable)
        if (wrong or missed) and not case.name.endswith("_kept"):
            result.mistakes.append(f"{case.name}: wrong {wrong} missed {missed}")
    return result


def case_sets() -> list[tuple[str, tuple[Case, ...]]]:
    """Return the named sets of cases that are at hand."""
    sets = [
        ("samples", seed_cases()),
        ("pairs", own_cases(kept=False)),
        ("pairs kept", own_cases(kept=True)),
        ("gold", gold_cases()),
        ("real pair", real_case()),
        ("stories", story_cases()),
        ("onestop raw", onestop_cases("raw")),
        ("onestop merge", onestop_cases("merge")),
        ("onestop move", onestop_cases("move")),
    ]
    chapters = [bible(first, 60) for first in range(500, 30_000, 1500)]
    pieces = [case for case in chapters if case]
    sets.append(("bible pieces", tuple(disturb(case, n, move=0.2) for n, case in enumerate(pieces))))
    return [(name, cases) for name, cases in sets if cases]


def books() -> list[tuple[str, Case]]:
    """Return the whole Bible in two translations: raw, and disturbed by a seed."""
    whole = bible()
    if whole is None:
        return []
    changed = disturb(whole, 7, merge=0.05, drop=0.03, move=0.05, block=20)
    return [("bible raw", whole), ("bible merged, dropped, moved", changed)]


def reliability(scored: Iterable[tuple[float, bool]]) -> list[str]:
    """Return the reliability table: how often pairs shown with a probability are right."""
    listed = list(scored)
    lines = ["  probability     pairs   mean said   right"]
    rows = [(low, high, f"{low:.2f}-{high:.2f}") for low, high in itertools.pairwise(BINS)]
    for low, high, name in [*rows, (1.0, 1.1, "1.00")]:
        inside = [(p, good) for p, good in listed if low <= p < high]
        if inside:
            said = sum(p for p, _ in inside) / len(inside)
            right = sum(good for _, good in inside) / len(inside)
            lines.append(f"  {name:12s} {len(inside):8d} {said:11.3f} {right:7.3f}")
    error = sum((p - good) ** 2 for p, good in listed) / max(1, len(listed))
    lines.append(f"  Brier score {error:.4f} over {len(listed)} pairs (chosen links and their candidates)")
    return lines


def report(verbose: bool = False) -> list[str]:
    """Return the lines of the report: F1 per set and pair, baselines, strangers, books, reliability."""
    lines = [
        "Links: F1 over paragraph pairs (P precision, R recall), of the moved ones (or how many of none),",
        "and of simple baselines",
        f"  {'set':18s} {'cases':>5s} {'F1':>6s} {'mean':>6s} {'P':>6s} {'R':>6s} {'moved':>6s}   "
        + " ".join(f"{name:>11s}" for name in BASELINES),
    ]
    scored: list[tuple[float, bool]] = []
    for name, cases in case_sets():
        result = measure(cases, ours)
        scored += result.scored
        others = [measure(cases, plain(baseline)).links.f1 for baseline in BASELINES.values()]
        lines.append(
            f"  {name:18s} {len(cases):5d} {result.links.f1:6.3f} {result.links.mean:6.3f} "
            f"{result.links.precision:6.3f} {result.links.recall:6.3f} {_moved(result)}   "
            + " ".join(f"{value:11.3f}" for value in others)
        )
        if len(cases) < 20:
            lines += [f"      {case:24s} {f1:.3f}" for case, f1 in result.links.per_case]
        if verbose:
            lines += [f"      {mistake}" for mistake in result.mistakes[:10]]
    lines.append(f"  different stories side by side: {_false_alarms(cross_cases())}")
    lines.append(f"  the same with the names of the other: {_false_alarms(same_cast_cases())}")
    for name, case in books():
        result = measure([case], ours)
        lines.append(
            f"  {name}: {len(case.left)} x {len(case.right)} units, F1 {result.links.f1:.4f} "
            f"(P {result.links.precision:.4f}, R {result.links.recall:.4f}), moved {_moved(result).strip()}, "
            f"{result.seconds:.1f} s of CPU"
        )
    return [*lines, "Reliability of a link's probability (all sets but the books)", *reliability(scored)]


def _false_alarms(cases: Sequence[Case]) -> str:
    counts = [len(ours(case.left, case.right).links) for case in cases]
    worst = max(counts, default=0)
    return f"{sum(counts)} false pairs in {len(cases)} pairs of articles, at most {worst} in one"


def _moved(result: Result) -> str:
    """The F1 of the moved links; where none moved, how many are called so."""
    return f"{result.moved.f1:6.3f}" if result.moved.wanted else f"{result.moved.found:>4d}/0"

"""Changes measured: precision, recall and F1 by kind, on every pair with gold.

A change is right when a gold entry of the same kind (or with that kind as its second one) stands in the
same paragraphs and the words of both sides meet. Debatable entries are neither rewarded nor punished.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from gold import GoldPair, Score, measure_groups, table, worst

from desktop_app.compare import compare
from desktop_app.model import Change, Comparison, Side

KINDS = {"number": "figure", "quote": "quotation"}
ALL = ("figure", "date", "name", "quotation", "attribution", "negation", "hedge")


def kinds_of(entry: dict[str, Any]) -> set[str]:
    """Return the kinds under which a gold entry counts."""
    return {KINDS.get(kind, kind) for kind in (entry["kind"], entry.get("also")) if kind}


def meets(change: Change, entry: dict[str, Any], pair: GoldPair) -> bool:
    """Whether a change and a gold entry speak of the same words."""
    for side in Side:
        mention = change.on(side)
        if mention.paragraph != entry[f"{side.value}_paragraph"]:
            return False
        text = pair.texts(side)[mention.paragraph]
        wanted = entry[side.value]
        start = text.find(wanted)
        spans = []
        while start >= 0:
            spans.append((start, start + len(wanted)))
            start = text.find(wanted, start + 1)
        if not any(a < mention.end and mention.start < b for a, b in spans):
            return False
    return True


def measure(
    pair: GoldPair, comparison: Comparison | None = None
) -> tuple[dict[str, Score], list[tuple[float, str]]]:
    """Return the scores by kind, and what is wrong or missed, for one pair."""
    if comparison is None:
        comparison = compare(pair.article(Side.LEFT), pair.article(Side.RIGHT))
    wanted = pair.gold.get("changed_facts", [])
    aside = pair.gold.get("debatable", {}).get("changed_facts", [])
    scores: dict[str, Score] = defaultdict(Score)
    cases: list[tuple[float, str]] = []
    left_over = dict(enumerate(wanted))
    for change in comparison.changes:
        hit = next(
            (n for n, e in left_over.items() if change.kind.value in kinds_of(e) and meets(change, e, pair)),
            None,
        )
        what = f"{pair.name} {change.kind.value}: “{change.left.text}” / “{change.right.text}”"
        if hit is not None:
            scores[_main_kind(left_over[hit])] += Score(1, 1, 1)
            del left_over[hit]
        elif any(meets(change, entry, pair) for entry in aside):
            continue
        else:
            scores[change.kind.value] += Score(0, 1, 0)
            cases.append((1.0, f"not in the gold: {what}"))
    for entry in left_over.values():
        scores[_main_kind(entry)] += Score(0, 0, 1)
        cases.append((0.9, f"missed: {pair.name} {entry['kind']}: “{entry['left']}” / “{entry['right']}”"))
    return dict(scores), cases


def _main_kind(entry: dict[str, Any]) -> str:
    return KINDS.get(entry["kind"], entry["kind"])


def measure_all() -> tuple[dict[str, dict[str, Score]], list[tuple[float, str]]]:
    """Return the scores by group of pairs and kind ("all" sums the kinds), and the cases."""
    groups, cases = measure_groups(measure)
    for scores in groups.values():
        scores["all"] = sum(scores.values(), Score())
    return groups, cases


def report(verbose: bool) -> list[str]:
    """Return the lines to print: precision, recall, F1 and count by kind for each group."""
    groups, cases = measure_all()
    lines: list[str] = []
    for group, scores in groups.items():
        rows = [
            (kind, (s.precision, s.recall, s.f1, s.wanted))
            for kind in (*ALL, "all")
            for s in [scores.get(kind, Score())]
            if s.found or s.wanted
        ]
        lines += table(rows, ("precision", "recall", "F1", "in gold"), f"changes, {group}")
    if verbose:
        lines += ["  worst cases", *worst(cases, 60)]
    return lines


if __name__ == "__main__":
    print("\n".join(report("-v" in sys.argv)))

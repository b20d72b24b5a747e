"""Time of the comparison at 20, 200 and 2,000 paragraphs a side, stage by stage, and of the real pair.

``python tests/benchmarks/compare_scale.py [paragraphs ...]``. The time a paragraph must not grow with length;
the longest silence between two progress reports tells how soon a comparison can be cancelled.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

for _folder in Path(__file__).resolve().parents[1:3]:
    sys.path.insert(0, str(_folder))

from helpers import REAL_PAIR  # noqa: E402

from desktop_app.align import align  # noqa: E402
from desktop_app.compare import compare  # noqa: E402
from desktop_app.compare.changes import find_changes  # noqa: E402
from desktop_app.compare.coverage import coverage, only_here  # noqa: E402
from desktop_app.compare.entities import entity_rows  # noqa: E402
from desktop_app.compare.quotations import match_quotations  # noqa: E402
from desktop_app.extract import find_entities, find_quotations  # noqa: E402
from desktop_app.ingest import load  # noqa: E402
from desktop_app.model import Article, Side  # noqa: E402
from desktop_app.text.prepare import prepare  # noqa: E402

SIZES = (20, 200, 2000)
_PLACES = [
    "Tarn",
    "Odrin",
    "Velmar",
    "Sevra",
    "Halden",
    "Brask",
    "Lomna",
    "Ketrin",
    "Orsola",
    "Pindar",
    "Quessa",
    "Rovik",
]
_PEOPLE = [
    "Holm",
    "Brandt",
    "Wik",
    "Sato",
    "Ferro",
    "Lindal",
    "Moreau",
    "Okafor",
    "Petrov",
    "Quist",
    "Ruiz",
    "Tudor",
]
_FIRST = [
    "Greta",
    "Anton",
    "Jonas",
    "Keiko",
    "Lidia",
    "Mats",
    "Nora",
    "Oskar",
    "Petra",
    "Rafael",
    "Sunniva",
    "Tomas",
]
_THINGS = [
    "bridge",
    "harbour",
    "mill",
    "school",
    "railway",
    "hospital",
    "library",
    "theatre",
    "dam",
    "lighthouse",
    "market",
    "quarry",
]
_DEEDS = [
    "closed",
    "repaired",
    "flooded",
    "sold",
    "painted",
    "inspected",
    "reopened",
    "abandoned",
    "insured",
    "measured",
    "rebuilt",
    "leased",
]


def story(paragraphs: int, seed: int = 7) -> tuple[list[str], list[str]]:
    """Return two versions of an invented story of so many paragraphs."""
    random_ = random.Random(seed)  # noqa: S311 - texts, not secrets
    left: list[str] = []
    right: list[str] = []
    for number in range(paragraphs):
        place, person = random_.choice(_PLACES), f"{random_.choice(_FIRST)} {random_.choice(_PEOPLE)}"
        thing, deed = random_.choice(_THINGS), random_.choice(_DEEDS)
        count, year = random_.randint(20, 9000), random_.randint(1950, 2024)
        other = count + 11 if number % 10 == 0 else count
        left.append(
            f"The {thing} number {number} of {place} was {deed} in {year} by {count} workers, officials said."
            f" “We never saw the {thing} of {place} so quiet before case {number},” {person} told reporters."
        )
        right.append(
            f"Officials said {other} workers {deed} the {thing} number {number} of {place} in {year}."
            f" {person} said: “We never saw the {thing} of {place} so calm before case {number}.”"
        )
    return left, right


def stages(left: Article, right: Article) -> dict[str, float]:
    """Return the seconds of processor time each stage takes, which other programs do not lengthen."""
    seconds: dict[str, float] = {}
    last = time.process_time()

    def lap(name: str) -> None:
        nonlocal last
        now = time.process_time()
        seconds[name] = now - last
        last = now

    left, right = prepare(left), prepare(right)
    lap("prepare")
    alignment = align(left, right)
    lap("align")
    left_entities, right_entities = find_entities(left), find_entities(right)
    lap("entities")
    rows = entity_rows(left, right, left_entities, right_entities)
    lap("rows")
    quotations = find_quotations(left, left_entities), find_quotations(right, right_entities)
    lap("quotations")
    ledger = match_quotations(left, right, *quotations, alignment, rows)
    lap("ledger")
    find_changes(left, right, alignment, rows, ledger)
    lap("changes")
    for side, article in ((Side.LEFT, left), (Side.RIGHT, right)):
        coverage(article, alignment, side)
        only_here(article, alignment, side)
    lap("coverage")
    return seconds


def silence(left: Article, right: Article) -> tuple[float, str]:
    """Return the longest processor time between two progress reports, and the message before it."""
    worst, before = (0.0, ""), ""
    last = time.process_time()

    def watch(_done: float, message: str) -> None:
        nonlocal last, worst, before
        now = time.process_time()
        worst = max(worst, (now - last, before))
        last, before = now, message

    compare(left, right, watch)
    return worst


def report(sizes: tuple[int, ...] = SIZES) -> list[str]:
    """Return the lines to print."""
    lines: list[str] = []
    pairs = [
        (f"{size} paragraphs", size, [Article.from_paragraphs(t) for t in story(size)]) for size in sizes
    ]
    if all(path.exists() for path in REAL_PAIR):
        real = [load(path) for path in REAL_PAIR]
        pairs.insert(0, ("real pair", len(real[0].paragraphs), real))
    for name, size, (left, right) in pairs:
        if size <= 200:
            stages(left, right)  # the word lists are read once
        seconds = stages(left, right)
        total = sum(seconds.values())
        parts = "  ".join(f"{stage} {1000 * value:.0f}" for stage, value in seconds.items())
        gap, message = silence(left, right)
        lines.append(f"{name}: {1000 * total:.0f} ms, {1000 * total / size:.2f} ms a paragraph")
        lines.append(f"    {parts}")
        lines.append(f"    longest silence {1000 * gap:.0f} ms after “{message}”")
    return lines


if __name__ == "__main__":
    chosen = tuple(int(argument) for argument in sys.argv[1:]) or SIZES
    print("\n".join(report(chosen)))

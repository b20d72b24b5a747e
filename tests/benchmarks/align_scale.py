"""The aligner at 50, 500, 5,000 and 31,000 units a side: seconds, peak memory, longest silence, baselines.

Each measurement runs in a process of its own with one thread; sizes may be given as words:
``python tests/benchmarks/align_scale.py 500 5000``.
The units are Bible verses in two translations where they are at hand, otherwise invented sentences.
"""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
for folder in (HERE.parent.parent, HERE.parent, HERE.parent / "quality"):
    sys.path.insert(0, str(folder))

SIZES = (50, 500, 5_000, 31_102)
DENSE_UP_TO = {"difflib": 500, "token_set": 500, "4-grams": 500, "Gale-Church": 5_000}
GOALS = (
    "goals: 10x the units <= 13x the time; 31,000 units within 20 s and under 1.5 GB; the real pair <= 40 ms"
)


def texts(count: int) -> tuple[Sequence[str], Sequence[str]]:
    """Return two lists of units that correspond one to one."""
    from link_cases import bible

    case = bible(0, count)
    if case is not None:
        return case.left, case.right
    rng = random.Random(5)  # noqa: S311 - reproducible texts, no secret
    stock = [
        "".join(rng.choice("bdfgklmnprst") + rng.choice("aeiou") for _ in range(3)) for _ in range(20_000)
    ]
    left = [[rng.choice(stock) for _ in range(24)] for _ in range(count)]
    right = [[word if rng.random() < 0.6 else rng.choice(stock) for word in unit] for unit in left]
    return [" ".join(unit) + "." for unit in left], [" ".join(unit) + "." for unit in right]


def run_one(name: str, count: int) -> dict[str, float]:
    """Measure one aligner at one size in this process."""
    from link_baselines import BASELINES

    from desktop_app.align import align
    from desktop_app.model import Article

    left, right = texts(count)
    silence, last = 0.0, 0.0

    def watch(*_: object) -> None:
        nonlocal silence, last
        now = time.process_time()
        silence, last = max(silence, now - last), now

    align(Article.from_paragraphs(left[:20]), Article.from_paragraphs(right[:20]))  # lexicons are read once
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, last = time.process_time(), time.process_time()
    if name == "ours":
        align(Article.from_paragraphs(left), Article.from_paragraphs(right), watch)
    else:
        BASELINES[name](left, right)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "peak": peak / 1024, "grown": (peak - before) / 1024, "silence": silence}


def measure(name: str, count: int) -> dict[str, float]:
    """Measure in a fresh process with one thread."""
    threads = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "OMP", "MKL")}
    command = [sys.executable, __file__, "--one", name, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **threads}, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def real_pair() -> float | None:
    """Return the milliseconds of the best of twenty runs on the real pair, or None where it is not there."""
    from link_cases import real_case

    from desktop_app.align import align
    from desktop_app.model import Article

    best = None
    for case in real_case():
        for _ in range(20):
            start = time.perf_counter()
            align(Article.from_paragraphs(case.left), Article.from_paragraphs(case.right))
            spent = 1000 * (time.perf_counter() - start)
            best = spent if best is None else min(best, spent)
    return best


def main(sizes: Sequence[int]) -> int:
    """Print the table."""
    from link_baselines import BASELINES

    print(f"Aligner, CPU seconds on one core ({GOALS})")
    print(
        f"  {'units':>7s} {'seconds':>8s} {'x before':>8s} {'peak MB':>8s} {'silence ms':>10s}   "
        "baselines, seconds"
    )
    before: tuple[int, float] | None = None
    for count in sizes:
        ours = measure("ours", count)
        growth = "" if before is None else f"{ours['seconds'] / before[1]:.1f}"
        others = [
            f"{name} {measure(name, count)['seconds']:.2f}"
            for name in BASELINES
            if count <= DENSE_UP_TO[name]
        ]
        print(
            f"  {count:7d} {ours['seconds']:8.2f} {growth:>8s} {ours['peak']:8.0f} "
            f"{1000 * ours['silence']:10.0f}   {', '.join(others)}",
            flush=True,
        )
        before = count, ours["seconds"]
    spent = real_pair()
    if spent is not None:
        print(f"  real pair: {spent:.0f} ms")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(run_one(sys.argv[2], int(sys.argv[3]))))
        raise SystemExit(0)
    raise SystemExit(main([int(word) for word in sys.argv[1:]] or SIZES))

"""Damage project files and exported comparisons in every way: each is read or refused with a sentence.

`fuzz_project.py [count] [seed]` (5000, 1 by default). Bytes are flipped, cut, doubled and swapped; values of
the JSON are replaced by others of every kind. Fails on any exception that is not meant for the reader and on
anything that takes longer than ten seconds.
"""

# ruff: noqa: E402, S311 - the paths come first; chance is for tests here

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from made_comparisons import made_comparison

from desktop_app.export import from_json, to_json
from desktop_app.model import TwicetoldError
from desktop_app.project import Judgement, NoteKind, new_project, project_bytes, project_from_bytes
from desktop_app.project.state import link_places, with_mark, with_note

SLOW = 10.0
ODD: list[Any] = [
    None, True, False, 0, -1, 1, 2**31, 2**63, 10**400, 1e308, float("inf"), float("nan"), 0.5,
    "", "x", "left", "\ud800", "\x00", "a" * 10_000, [], {}, [[]], [0, 0], {"a": 1}, "verbatim", "manual",
]  # fmt: skip


def seed_bytes() -> bytes:
    comparison = made_comparison()
    project = new_project(comparison)
    project = with_note(project, NoteKind.LINK, link_places(comparison, 1), "Who counted?")
    return project_bytes(with_mark(project, comparison.changes[0], Judgement.SEEN))


def damaged_bytes(data: bytes, draw: random.Random) -> bytes:
    broken = bytearray(data)
    for _ in range(draw.randint(1, 8)):
        place = draw.randrange(max(1, len(broken)))
        how = draw.randrange(5)
        if how == 0:
            broken[place : place + 1] = bytes([draw.randrange(256)])
        elif how == 1:
            del broken[place : place + draw.randint(1, 200)]
        elif how == 2:
            broken[place:place] = broken[draw.randrange(max(1, len(broken))) :][: draw.randint(1, 400)]
        elif how == 3:
            broken[place:place] = draw.choice(
                [b"[" * 5000, b"{", b'"', b"\\ud800", b"1e999", b"NaN", b"9" * 5000]
            )
        else:
            del broken[place:]
        if not broken:
            break
    return bytes(broken)


def damaged_values(value: Any, draw: random.Random) -> Any:
    """Return a copy of a JSON value in which one place deep down holds something else."""
    if isinstance(value, dict) and value and draw.random() < 0.97:
        key = draw.choice(list(value))
        if draw.random() < 0.03:
            return {name: inner for name, inner in value.items() if name != key}
        return value | {key: damaged_values(value[key], draw)}
    if isinstance(value, list) and value and draw.random() < 0.93:
        place = draw.randrange(len(value))
        if draw.random() < 0.05:
            return value + [value[place]] * draw.randint(1, 3)
        return [*value[:place], damaged_values(value[place], draw), *value[place + 1 :]]
    return draw.choice(ODD)


def main(count: int, seed: int) -> int:
    draw = random.Random(seed)
    data = seed_bytes()
    project, comparison = json.loads(data), to_json(made_comparison())
    counts: Counter[str] = Counter()
    slowest = 0.0
    for number in range(count):
        how = number % 3
        began = time.perf_counter()
        try:
            if how == 0:
                project_from_bytes(damaged_bytes(data, draw), "it")
            elif how == 1:
                changed = damaged_values(project, draw)
                project_from_bytes(json.dumps(changed).encode(), "it")
            else:
                from_json(damaged_values(comparison, draw))
            counts["read"] += 1
        except TwicetoldError as error:
            counts["refused"] += 1
            if not str(error).endswith(".") or len(str(error)) > 400:
                print(f"not a clear sentence: {str(error)[:300]!r}")
                counts["unclear"] += 1
        except Exception as error:
            print(f"case {number} of seed {seed}: {type(error).__name__}: {str(error)[:200]}")
            counts["crashed"] += 1
        slowest = max(slowest, time.perf_counter() - began)
    print(f"{count} damaged files: {dict(counts)}; slowest {slowest:.2f} s")
    return int(counts["crashed"] > 0 or counts["unclear"] > 0 or slowest > SLOW)


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(given + [5000, 1][len(given) :])))

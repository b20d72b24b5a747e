"""Kill a process that saves, at random moments: the project is always the old one or the new one, whole.

`kill_save.py [times]` (200 by default) starts a process that saves two projects in turn as fast as it can,
kills it after a random time, and reads the file back. Prints how often each was found, how many crumbs the
kills left behind and that the next window sweeps them up.
"""

# ruff: noqa: E402, S311 - the paths come first; chance is for tests here

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from made_comparisons import made_comparison

from desktop_app.model import Article, Comparison
from desktop_app.project import Project, ProjectLock, load_project, new_project, save_project


def projects() -> tuple[Project, Project]:
    """Return two projects of different size that a save turns into each other."""
    small = new_project(made_comparison())
    texts = [f"Paragraph {number} of a long text that takes a while to write. " * 8 for number in range(400)]
    long = Article.from_paragraphs(texts)
    large = new_project(
        replace(Comparison(long, long, small.comparison.alignment), left_coverage=1.0, right_coverage=1.0)
    )
    return small, replace(
        large, comparison=replace(large.comparison, alignment=type(small.comparison.alignment)())
    )


def save_without_end(path: Path) -> None:
    pair = projects()
    save_project(pair[0], path)
    print("ready", flush=True)
    turn = 0
    while True:
        turn = 1 - turn
        save_project(pair[turn], path)


def main(times: int) -> int:
    pair = projects()
    draw = random.Random(20)
    found: Counter[str] = Counter()
    crumbs = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "work.twicetold"
        for _ in range(times):
            with subprocess.Popen(
                [sys.executable, __file__, "--save", str(path)], stdout=subprocess.PIPE, text=True
            ) as saver:
                assert saver.stdout is not None
                saver.stdout.readline()
                time.sleep(draw.uniform(0, 0.12))
                saver.send_signal(signal.SIGKILL)
                saver.wait()
            project = load_project(path)
            found["the one" if project == pair[0] else "the other" if project == pair[1] else "neither"] += 1
            crumbs = len(list(Path(folder).iterdir())) - 1
        with ProjectLock(path):
            pass
        left = [entry.name for entry in Path(folder).iterdir() if entry != path]
    print(
        f"killed {times} times: {dict(found)}; crumbs at the end {crumbs}, after the next window {len(left)}"
    )
    return int(found["neither"] > 0 or bool(left))


if __name__ == "__main__":
    if len(sys.argv) == 3 and sys.argv[1] == "--save":
        save_without_end(Path(sys.argv[2]))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))

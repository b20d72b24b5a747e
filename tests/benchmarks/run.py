"""`make benchmark`: run every benchmark of this folder, one after the other, each in a process of its own.

Words on the command line choose benchmarks by name; without them all quick ones run. Those that take minutes
(`LONG`) run when they are named, or all with `--all`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONG = {"fuzz_compare", "fuzz_readers", "fuzz_project", "kill_save"}
NOT_BENCHMARKS = {"run", "screenshots", "accessible_tree"}
ORDER = ("start_up", "scroll", "compare_scale", "huge_text", "long_pair", "align_scale")
"""What is told first; the rest follows by name."""


def main() -> int:
    known = {path.stem: path for path in sorted(HERE.glob("*.py")) if path.stem not in NOT_BENCHMARKS}
    words = sys.argv[1:]
    unknown = [word for word in words if word not in known and word != "--all"]
    if unknown:
        print(f"no such benchmark: {', '.join(unknown)}; there are: {', '.join(known)}", file=sys.stderr)
        return 2
    named = set(known) if "--all" in words else set(words) or set(known) - LONG
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "PYTHONPATH": str(HERE.parent)}
    failed = []
    for name in sorted(named, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name)):
        print(f"\n== {name}", flush=True)
        if subprocess.run(
            [sys.executable, str(known[name])], env=environment, cwd=HERE.parent.parent
        ).returncode:
            failed.append(name)
    if failed:
        print(f"\nfailed: {', '.join(failed)}", file=sys.stderr)
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())

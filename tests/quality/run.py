"""Measure links, entities, quotations, speeches and changes on every pair with gold, and print it.

``python tests/quality/run.py [part ...]``; ``VERBOSE=1`` also lists the ten worst cases of each part.
"""

from __future__ import annotations

import importlib
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

PARTS = ("links", "entities", "quotations", "speeches", "changes")


def main(arguments: list[str]) -> int:
    """Print the named parts' reports (all without a name). Returns 2 for a part that does not exist."""
    unknown = [name for name in arguments if name not in PARTS]
    if unknown:
        print(f"No such part: {', '.join(unknown)}. Choose from {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    verbose = os.environ.get("VERBOSE", "") not in ("", "0")
    for name in arguments or PARTS:
        start = time.perf_counter()
        lines = importlib.import_module(name).report(verbose)
        print("\n".join(lines))
        print(f"  ({time.perf_counter() - start:.1f} s)\n", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""What several tests share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""Articles and gold that may not be redistributed; tests that need them are skipped without them."""

REAL_PAIR = (SHARED / "seeds" / "000_acdfec1abca46bc8.txt", SHARED / "seeds" / "001_05b564ebea0c2e79.txt")


def read_cases(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield the name and the lines of each case of a file: "# name" opens one, what stands before the first
    tells of the file.
    """
    for block in path.read_text(encoding="utf-8").split("\n# ")[1:]:
        name, *lines = block.strip().splitlines()
        yield name, lines

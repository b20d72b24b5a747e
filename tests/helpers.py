"""What several tests share."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
"""Articles and gold that may not be redistributed; tests that need them are skipped without them."""

REAL_PAIR = (SHARED / "seeds" / "000_acdfec1abca46bc8.txt", SHARED / "seeds" / "001_05b564ebea0c2e79.txt")

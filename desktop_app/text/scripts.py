"""Character classes for patterns, where the standard library's ``re`` has none.

The strings are meant to stand between ``[`` and ``]``. A class of thousands of characters takes milliseconds
to compile: see `is_common` for a cheap look first.
"""

from __future__ import annotations

import re
import unicodedata

# Blocks that hold combining marks; asking for each of their characters takes about two milliseconds.
_BLOCKS_WITH_MARKS = (
    (0x0300, 0x1100),
    (0x1700, 0x1E00),
    (0x20D0, 0x2100),
    (0x302A, 0x309B),
    (0xA66F, 0xAC00),
    (0xFB1E, 0xFB1F),
    (0xFE00, 0xFE30),
    (0x11000, 0x11E00),
)


def _marks() -> str:
    runs: list[list[int]] = []
    for first, end in _BLOCKS_WITH_MARKS:
        for code in range(first, end):
            if unicodedata.category(chr(code))[0] != "M":
                continue
            if runs and runs[-1][1] == code - 1:
                runs[-1][1] = code
            else:
                runs.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in runs)


MARKS = _marks()
"""Combining marks: accents, vowel signs, variation selectors."""

JOINERS = "\u200c\u200d\u00ad\u2060"
"""Invisible characters inside words: joiners and the soft hyphen."""

UNSPACED = (
    "\u0e00-\u0e4e\u0e50-\u0eff\u1000-\u109f\u1780-\u17d3\u17e0-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u303b\u3041-\u30fa\u30fc-\u30ff\u3100-\u312f"
    "\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""Letters of scripts that put no space between words: each counts as a word of its own."""

APOSTROPHES = "'’ʼ＇"
HYPHENS = r"\-‐‑"

_UNCOMMON = re.compile("[^\0-\u00ac\u00ae-\u02ff\u2010-\u2027\u202f-\u205f\u20a0-\u20cf]")


def is_common(text: str) -> bool:
    """Return whether a text holds nothing but Latin letters, figures and the usual marks and signs.

    Then it has no combining marks, no joiners and no letters of scripts without spaces. A text of which it is
    not true may be as plain.
    """
    return text.isascii() or not _UNCOMMON.search(text)


_RANGES = tuple((UNSPACED[i], UNSPACED[i + 2]) for i in range(len(UNSPACED) - 2) if UNSPACED[i + 1] == "-")
_SINGLES = frozenset("\u303b")


def is_unspaced(character: str) -> bool:
    """Return whether a character belongs to a script written without spaces between words."""
    if character < "\u0e00":
        return False
    return character in _SINGLES or any(a <= character <= b for a, b in _RANGES)

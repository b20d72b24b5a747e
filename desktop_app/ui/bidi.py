"""Texts that run from right to left amid words of the window. Qt-free."""

from __future__ import annotations

from unicodedata import bidirectional

LOOKED_AT = 200
"""Letters of a text that tell in which direction it runs."""

_APART, _TOGETHER = "\u2068", "\u2069"
_TO_THE_RIGHT = "\u200e"


def runs_to_the_left(text: str) -> bool | None:
    """Return whether the first letter with a direction of its own runs to the left, None without one."""
    for letter in text[:LOOKED_AT]:
        kind = bidirectional(letter)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return None


def isolated(text: str) -> str:
    """Return a text to be put into a line of the window: one that runs to the left keeps its own order there,
    its full stop included."""
    return f"{_APART}{text}{_TOGETHER}" if runs_to_the_left(text) else text


def rightwards(*texts: str) -> str:
    """Return the invisible mark at the head of a line that lets it run to the right with these texts in it;
    nothing where it does so anyway."""
    return _TO_THE_RIGHT if any(runs_to_the_left(text) for text in texts) else ""

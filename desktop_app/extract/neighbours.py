"""What stands beside a word of a line: whether a space parts two words, where capital words end."""

from __future__ import annotations

from desktop_app.extract.words import Line


def spaced(line: Line, place: int) -> bool:
    """Whether nothing but a space parts the word at ``place`` from the one before it."""
    return line.text[line.words[place - 1].end : line.words[place].start] == " "


def touching(line: Line, place: int) -> bool:
    """Whether there is a word in capitals at ``place`` that only a space parts from the one before it."""
    words = line.words
    return place < len(words) and words[place].capital and not words[place].blocked and spaced(line, place)


def capital_at(line: Line, place: int) -> bool:
    """Whether the word at ``place`` may go on with a name: in capitals, not blocked, opening no sentence."""
    words = line.words
    return place < len(words) and words[place].capital and not words[place].blocked and not words[place].first


def followed(line: Line, place: int) -> bool:
    """Whether a word in capitals that is not blocked comes behind ``place``, whatever parts the two."""
    words = line.words
    return place + 1 < len(words) and words[place + 1].capital and not words[place + 1].blocked


def adjoins(line: Line, place: int) -> bool:
    """Whether a word stands a space behind the one before it, also a fixed space, or right behind "&"."""
    before = line.words[place - 1]
    gap = line.text[before.end : line.words[place].start]
    return gap in (" ", "\u00a0") or (not gap and before.text == "&")


def adjoining_end(line: Line, place: int) -> int:
    """Return the place behind the capital words from ``place`` that adjoin each other and the one before."""
    words = line.words
    while place < len(words) and words[place].capital and not words[place].blocked and adjoins(line, place):
        place += 1
    return place


def run_end(line: Line, place: int) -> int:
    """Return the place behind the capital words that begin at ``place``."""
    end = place
    while touching(line, end):
        end += 1
    return end

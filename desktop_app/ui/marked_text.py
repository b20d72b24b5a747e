"""Two wordings as one text: what the left says struck out, what the right says underlined.

The line tells the side without colour; the fill repeats it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum

from PySide6.QtGui import QTextCharFormat, QTextLayout

from desktop_app.model import Side
from desktop_app.text.scripts import is_unspaced
from desktop_app.text.word_diff import DiffRun, Step, diff_words
from desktop_app.ui.theme import Theme
from desktop_app.ui.wording import side_name

READABLE = 0.3
"""Share of common text below which two wordings are shown one after the other, not woven together."""


class Ink(StrEnum):
    """How a piece of a marked text looks."""

    PLAIN = "plain"
    LEFT = "left"
    RIGHT = "right"
    LEFT_LIGHT = "left_light"
    RIGHT_LIGHT = "right_light"
    REORDERED = "reordered"
    MUTED = "muted"
    OF_LEFT = "of_left"
    OF_RIGHT = "of_right"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text in one ink."""

    text: str
    ink: Ink = Ink.PLAIN


def merged(left: str, right: str, *, exact: bool = True) -> tuple[Piece, ...]:
    """Return both wordings as one run of pieces, in the order of the left.

    Without ``exact`` a change of function words alone is passed over: the left's stay, unmarked.
    """
    return pieces_of(diff_words(left, right), left, right, exact=exact)


def pieces_of(runs: Sequence[DiffRun], left: str, right: str, *, exact: bool = True) -> tuple[Piece, ...]:
    """Turn runs of words into pieces; what stands between words is taken from the left."""
    pieces: list[Piece] = []
    place = 0

    def add(text: str, ink: Ink) -> None:
        if not text:
            return
        if pieces and pieces[-1].ink is ink:
            pieces[-1] = Piece(pieces[-1].text + text, ink)
        else:
            pieces.append(Piece(text, ink))

    def space() -> None:
        if pieces and not pieces[-1].text[-1].isspace():
            add(" ", Ink.PLAIN)

    for run in _readable(runs, left, right):
        says_left = left[run.left_start : run.left_end]
        says_right = right[run.right_start : run.right_end]
        if says_left:
            add(left[place : run.left_start], Ink.PLAIN)
            place = run.left_end
        if run.change is _Change.NONE:
            add(says_left, Ink.PLAIN)
        elif run.change is _Change.MOVED:
            add(says_left, Ink.REORDERED)
        elif run.change is _Change.LIGHT and not exact:
            add(says_left, Ink.PLAIN)
            continue
        else:
            light = run.change is _Change.LIGHT
            if says_right and not says_left:
                marks = _marks_to_pass(left, place, right, run.right_start)
                add(left[place:marks], Ink.PLAIN)
                place = marks
            add(says_left, Ink.LEFT_LIGHT if light else Ink.LEFT)
            if says_right:
                space()
                add(says_right, Ink.RIGHT_LIGHT if light else Ink.RIGHT)
        if says_right and not says_left and not place and left and not left[0].isspace():
            add(" ", Ink.PLAIN)
    add(left[place:], Ink.PLAIN)
    return tuple(pieces)


_MARKS = '.,;:!?…”’")]'


_SENTENCE_ENDS = ".!?…"


def _marks_to_pass(left: str, place: int, right: str, start: int) -> int:
    """Return where in the left text the words stand that the right alone has at ``start``.

    Behind the marks at ``place`` where the right has marks there as well: but no sentence ends before words
    that the right tells in the same sentence.
    """
    before = right[:start].rstrip()
    said = before[len(before.rstrip(_MARKS)) :]
    marks = left[place : len(left) - len(left[place:].lstrip(_MARKS))]
    goes_on = not set(said) & set(_SENTENCE_ENDS) and not marks.strip(_SENTENCE_ENDS)
    return place if not said or goes_on else place + len(marks)


class _Change(Enum):
    NONE = 0
    LIGHT = 1  # function words only: told by the line, without a fill
    HEAVY = 2
    MOVED = 3


@dataclass(frozen=True, slots=True)
class _Run:
    change: _Change
    left_start: int
    left_end: int
    right_start: int
    right_end: int

    @property
    def sides(self) -> tuple[bool, bool]:
        return self.left_start < self.left_end, self.right_start < self.right_end


def _readable(runs: Sequence[DiffRun], left: str, right: str) -> list[_Run]:
    """Join what one side says instead of the other, and never let a change begin inside a word.

    "it is" against "it’s" is told as both whole: the words end in the middle of what is written.
    """
    joined: list[_Run] = []
    for diff in runs:
        run = _Run(_kind(diff), diff.left_start, diff.left_end, diff.right_start, diff.right_end)
        last = joined[-1] if joined else None
        if (
            last
            and last.change is run.change is _Change.LIGHT
            and last.sides == (True, False) == run.sides[::-1]
        ):
            joined[-1] = _Run(_Change.LIGHT, last.left_start, last.left_end, run.right_start, run.right_end)
        else:
            joined.append(run)
    whole: list[_Run] = []
    for run in joined:
        last = whole[-1] if whole else None
        if (
            last
            and last.change is _Change.NONE
            and run.change in (_Change.LIGHT, _Change.HEAVY)
            and (
                _inside_word(left, run.left_start, run.left_end)
                or _inside_word(right, run.right_start, run.right_end)
            )
        ):
            left_cut = max(last.left_start, left.rfind(" ", 0, last.left_end) + 1)
            right_cut = max(last.right_start, right.rfind(" ", 0, last.right_end) + 1)
            whole[-1] = _Run(_Change.NONE, last.left_start, left_cut, last.right_start, right_cut)
            run = _Run(
                run.change,
                left_cut,
                max(last.left_end, run.left_end),
                right_cut,
                max(last.right_end, run.right_end),
            )
        whole.append(run)
    return whole


def _kind(run: DiffRun) -> _Change:
    if run.step is Step.REORDERED:
        return _Change.MOVED
    if run.step is not Step.SAME:
        return _Change.HEAVY
    both = run.left_start < run.left_end and run.right_start < run.right_end
    return _Change.NONE if both else _Change.LIGHT


def _inside_word(text: str, start: int, end: int) -> bool:
    if not 0 < start < end or is_unspaced(text[start - 1]) or is_unspaced(text[start]):
        return False
    return text[start - 1].isalnum() and (text[start].isalnum() or text[start] in "'’")


def woven(left: str, right: str, *, exact: bool = True) -> tuple[Piece, ...] | None:
    """Return both wordings woven together, or None when they share too little to be read so."""
    runs = diff_words(left, right)
    same = sum(
        min(run.left_end - run.left_start, run.right_end - run.right_start)
        for run in runs
        if run.step in (Step.SAME, Step.REORDERED)
    )
    if same < READABLE * max(len(left), len(right)):
        return None
    return pieces_of(runs, left, right, exact=exact)


def one_after_the_other(left: str, right: str) -> tuple[Piece, ...]:
    """Return two wordings that share too little to be woven: each whole, with its side before it."""
    return (
        Piece(f"{side_name(Side.LEFT)}  ", Ink.MUTED),
        Piece(left + "\n", Ink.OF_LEFT),
        Piece(f"{side_name(Side.RIGHT)}  ", Ink.MUTED),
        Piece(right, Ink.OF_RIGHT),
    )


def char_format(theme: Theme, ink: Ink) -> QTextCharFormat:
    """Return the character format of an ink."""
    style = QTextCharFormat()
    style.setForeground(theme.color("ink"))
    if ink in (Ink.LEFT, Ink.LEFT_LIGHT):
        style.setForeground(theme.color("left_ink"))
        style.setFontStrikeOut(True)
    elif ink in (Ink.RIGHT, Ink.RIGHT_LIGHT):
        style.setForeground(theme.color("right_ink"))
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        style.setUnderlineColor(theme.color("right_ink"))
    elif ink is Ink.REORDERED:
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        style.setUnderlineColor(theme.color("reordered_line"))
    elif ink in (Ink.OF_LEFT, Ink.OF_RIGHT):
        style.setForeground(theme.color("left_ink" if ink is Ink.OF_LEFT else "right_ink"))
    elif ink is Ink.MUTED:
        style.setForeground(theme.color("muted"))
    if ink is Ink.LEFT:
        style.setBackground(theme.color("left_fill"))
    elif ink is Ink.RIGHT:
        style.setBackground(theme.color("right_fill"))
    return style


def plain_text(pieces: Sequence[Piece]) -> str:
    """Return the pieces as text without marks."""
    return "".join(piece.text for piece in pieces)


def spoken_text(pieces: Sequence[Piece], left: str, right: str) -> str:
    """Return the pieces for the ear: ``left`` and ``right`` name the sides before what each alone says."""
    parts = []
    for piece in pieces:
        if piece.ink in (Ink.LEFT, Ink.LEFT_LIGHT):
            parts.append(f"[{left}: {piece.text}]")
        elif piece.ink in (Ink.RIGHT, Ink.RIGHT_LIGHT):
            parts.append(f"[{right}: {piece.text}]")
        else:
            parts.append(piece.text)
    return "".join(parts)


def format_ranges(theme: Theme, pieces: Sequence[Piece]) -> list[QTextLayout.FormatRange]:
    """Return the formats of all pieces for a text layout; positions count UTF-16 units, as Qt does."""
    ranges = []
    start = 0
    for piece in pieces:
        length = len(piece.text.encode("utf-16-le")) // 2
        span = QTextLayout.FormatRange()
        span.start = start
        span.length = length
        span.format = char_format(theme, piece.ink)
        ranges.append(span)
        start += length
    return ranges

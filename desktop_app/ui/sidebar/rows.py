"""What a list of the sidebar shows: plain values, painted by `RowDelegate`, spoken by the model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from desktop_app.ui.marked_text import Piece


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``key`` says what it stands for, ``spoken`` and ``description`` are for the ear."""

    key: Any = None
    spoken: str = ""
    description: str = ""

    @property
    def selectable(self) -> bool:
        """Whether the row can be chosen."""
        return True


@dataclass(frozen=True, slots=True)
class Heading(Row):
    """The name of a group and what stands at its right end."""

    title: str = ""
    note: str = ""

    @property
    def selectable(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Prose(Row):
    """Some sentences for the reader."""

    text: str = ""

    @property
    def selectable(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class Counted(Row):
    """A name with its counts on both sides; ``peak`` is the largest count of the list."""

    name: str = ""
    left: int = 0
    right: int = 0
    peak: int = 1
    details: tuple[Piece, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Card(Row):
    """A label in a pill, a place at the right, a wording in the reading font, a line below.

    ``tone`` is "plain", "amber", "left", "right", "violet"; ``glyph`` stands before the label, so that the
    tone is never told by colour alone. A ``quiet`` card is one the reader is done with.
    """

    label: str = ""
    tone: str = "plain"
    glyph: str = ""
    place: str = ""
    pieces: tuple[Piece, ...] = ()
    footer: str = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Line(Row):
    """One line of text in the colour of a role."""

    text: str = ""
    role: str = "ink"
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Entry(Row):
    """Some text in the interface font, with something at the right end (keys, a count)."""

    pieces: tuple[Piece, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Later(Row):
    """A row that is made when it is first looked at: comparing two wordings takes time."""

    make: Callable[[], Row] = Row

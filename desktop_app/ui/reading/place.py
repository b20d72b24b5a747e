"""Places that outlive a layout: the word at the reading line of each pane."""

from __future__ import annotations

import json
from dataclasses import dataclass

from PySide6.QtCore import QPointF

from desktop_app.model import Side
from desktop_app.ui.reading.pane import ReadingPane
from desktop_app.ui.reading.pane_paint import text_edges
from desktop_app.ui.reading.shared_scroll import SharedScroll, State

Tops = tuple[tuple[int, int], tuple[int, int]]
"""(paragraph, offset) on the left and on the right."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word and how far the top of its line stands below the reading line (pixels, negative above)."""

    paragraph: int
    offset: int
    below: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: exactly (``state``, good for one layout), and by words, good for all.

    ``edge`` is "start" or "end" when both panes stand there, else empty; ``lead`` the side that counts;
    ``level`` the tops (paragraph, offset per side) that a jump put level, while nothing has moved since.
    """

    state: State
    layout: int
    lead: Side
    anchors: tuple[Anchor | None, Anchor | None]
    edge: str = ""
    link: int = -1
    level: Tops | None = None

    def anchor(self, side: Side) -> Anchor | None:
        """Return one side's word."""
        return self.anchors[0 if side is Side.LEFT else 1]


def find_anchor(pane: ReadingPane, position: float, line: float) -> Anchor | None:
    """Return the word at the reading line of a pane that stands at ``position``."""
    y = position + line
    found = pane.place_at(QPointF(text_edges(pane)[0] + 1.0, y))
    if found is None:
        return None
    return Anchor(*found, below=pane.caret_rect(*found).top() - y)


def position_of(pane: ReadingPane, anchor: Anchor, line: float) -> float:
    """Return the position at which a pane shows an anchor where it was."""
    return pane.caret_rect(anchor.paragraph, anchor.offset).top() - anchor.below - line


def edge_of(scroll: SharedScroll) -> str:
    """Return "start" or "end" when both panes stand there."""
    state = scroll.state
    if state.hold is not None:
        return ""
    if abs(state.left) < 0.5 and abs(state.right) < 0.5:
        return "start"
    ends = [abs(state.on(side) - scroll.reach[side]) < 0.5 for side in Side]
    return "end" if all(ends) else ""


def leading_side(scroll: SharedScroll, active: Side) -> Side:
    """Return the side whose word steers: the active one unless it is stuck at an end."""
    if scroll.is_clamped(active) and not scroll.is_clamped(active.other):
        return active.other
    return active


def to_text(place: Place) -> str:
    """Return a place as a text that `from_text` reads: words only, no pixels of a layout."""
    anchor = place.anchor(place.lead)
    if anchor is None or place.edge == "start":
        return ""
    return json.dumps([str(place.lead), anchor.paragraph, anchor.offset, round(anchor.below, 1), place.edge])


def from_text(text: str) -> Place | None:
    """Return the place that `to_text` wrote, None when the text is not one."""
    try:
        side, paragraph, offset, below, edge = json.loads(text)
        anchor = Anchor(int(paragraph), int(offset), float(below))
        lead = Side(side)
    except (ValueError, TypeError):
        return None
    anchors = (anchor, None) if lead is Side.LEFT else (None, anchor)
    return Place(State(), -1, lead, anchors, edge if edge == "end" else "")

"""Quiet marks on what disagrees: a line under the words, a glyph in the margin, a sentence on hover."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.model import Change, Side

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView

AROUND = 2
"""Windows above and below the one in sight whose marks are set: all those of a long text would cost time
whenever any mark changes."""


class Facts(QObject):
    """Marks changes in both panes, as much of them as is near the reader."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._by_paragraph: dict[Side, dict[int, list[Change]]] = {side: {} for side in Side}
        self._order: dict[Side, list[int]] = {side: [] for side in Side}
        self._marked: dict[Side, tuple[int, float, float]] = {}
        view.place_changed.connect(self._follow)
        for side, pane in view.panes.items():
            pane.hint = lambda paragraph, offset, side=side: self.sentence_at(side, paragraph, offset)

    def show(self, changes: Sequence[Change]) -> None:
        """Mark these changes instead of those before."""
        for side in Side:
            found: dict[int, list[Change]] = {}
            left = side is Side.LEFT
            for change in changes:
                place = change.left if left else change.right
                if place.start < place.end:
                    found.setdefault(place.paragraph, []).append(change)
            self._by_paragraph[side] = found
            self._order[side] = sorted(found)
        self._marked = {}
        self._follow()

    def sentence_at(self, side: Side, paragraph: int, offset: int) -> str:
        """Return what disagrees at a place, "" where nothing does."""
        here = (change for change in self._by_paragraph[side].get(paragraph, ()))
        notes = [c.note for c in here if c.on(side).start <= offset <= c.on(side).end]
        return "\n".join(dict.fromkeys(note for note in notes if note))

    @Slot()
    def _follow(self) -> None:
        """Mark what is near, when the reader has left what was marked."""
        view = self._view
        if view.index is None or view.filler.busy:
            return
        for side, pane in view.panes.items():
            value, window = float(pane.verticalScrollBar().value()), pane.viewport().height()
            number, low, high = self._marked.get(side, (-1, 0.0, 0.0))
            if number == view.layout_number and low <= value and value + window <= high:
                continue
            low, high = value - AROUND * window, value + (AROUND + 1) * window
            self._marked[side] = view.layout_number, low, high
            first, last = bisect_left(pane.bottoms, low), bisect_right(pane.tops, high)
            order = self._order[side]
            near = order[bisect_left(order, first) : bisect_left(order, last)]
            pane.viewport().update()  # the signs stand beside the words
            pane.set_marks("fact", [(c.on(side), "fact") for p in near for c in self._by_paragraph[side][p]])

"""The find bar at work: all hits marked in both panes, walked in reading order."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.model import Side, Span
from desktop_app.ui.find import FindQuery, SlowExpressionError, find_in

if TYPE_CHECKING:
    from desktop_app.ui.find_bar import FindBar
    from desktop_app.ui.reading.reading_view import ReadingView

MARKED = 2000
"""Hits marked at most on each side; counting and walking know them all."""


class Finding(QObject):
    """Looks a query up in both articles."""

    def __init__(self, view: ReadingView, bar: FindBar, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._bar = view, bar
        self._hits: list[tuple[Side, Span]] = []
        self._keys: list[tuple[float, int]] = []
        self._at = -1
        self._layout = -1
        bar.query_changed.connect(self.search)
        bar.next_requested.connect(self.next_hit)
        bar.previous_requested.connect(self.previous_hit)
        bar.closed.connect(self._closed)

    def forget(self) -> None:
        """Another pair is shown: search it when the bar is open."""
        self._hits, self._keys, self._at = [], [], -1

    @Slot(object)
    def search(self, query: FindQuery | None) -> None:
        """Mark and count the places of a query."""
        comparison = self._view.comparison
        self.forget()
        counts = dict.fromkeys(Side, 0)
        slow = False
        if query is not None and comparison is not None:
            try:
                places = {side: find_in(comparison.article(side), query) for side in Side}
            except SlowExpressionError:
                places, slow = {}, True
            for side, found in places.items():
                counts[side] = len(found)
                self._hits += [(side, span) for span in found]
            self._order()
        self._mark()
        if slow:
            self._bar.set_too_slow()
        else:
            self._bar.set_counts(counts[Side.LEFT], counts[Side.RIGHT])

    def _order(self) -> None:
        """Put the hits of both sides in one order: by where they stand on the ruler, left before right."""
        view, current = self._view, self._hits[self._at] if self._at >= 0 else None
        keyed = sorted(
            (
                (view.ruler.map.ruler_at(side, view.panes[side].tops[span.paragraph], 0.0), side, span)
                for side, span in self._hits
                if span.paragraph < len(view.panes[side].tops)
            ),
            key=lambda hit: (round(hit[0]), hit[1] is Side.RIGHT, hit[2].paragraph, hit[2].start),
        )
        self._hits = [(side, span) for _, side, span in keyed]
        self._keys = [(t, n) for n, (t, _, _) in enumerate(keyed)]
        self._at = self._hits.index(current) if current in self._hits else -1
        self._layout = view.layout_number

    @Slot()
    def next_hit(self) -> None:
        """Go to the next place found."""
        self._step(1)

    @Slot()
    def previous_hit(self) -> None:
        """Go to the place found before."""
        self._step(-1)

    def _step(self, step: int) -> None:
        if not self._hits:
            return
        if self._layout != self._view.layout_number and not self._view.filler.busy:
            self._order()  # the links are others now, or the lines are
        if self._at < 0:
            place = bisect_left(self._keys, (self._view.ruler.state.t - self._view.ruler.line, 0))
            self._at = place % len(self._hits) if step > 0 else (place - 1) % len(self._hits)
        else:
            self._at = (self._at + step) % len(self._hits)
        side, span = self._hits[self._at]
        self._mark()
        self._view.moving.show_place(side, span, only_if_hidden=True)
        self._view.panes[side].select(span)
        self._bar.set_position(self._at + 1, len(self._hits))

    def _mark(self) -> None:
        current = self._hits[self._at] if self._at >= 0 else None
        marks: list[tuple[Side, Span, str]] = []
        for side in Side:
            hits = [hit for hit in self._hits if hit[0] is side]
            shown = hits[:MARKED]
            if current is not None and current[0] is side and current not in shown:
                shown.append(current)
            marks += [(*hit, "find_current" if hit == current else "find") for hit in shown]
        self._view.set_marks("find", marks)

    @Slot()
    def _closed(self) -> None:
        self._view.panes[self._hits[self._at][0] if self._at >= 0 else Side.LEFT].setFocus()

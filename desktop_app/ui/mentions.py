"""Names, quotations and changes chosen in the sidebar: marked in both panes, walked one by one."""

from __future__ import annotations

from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.model import EntityRow, Mention, Side, Span

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView
    from desktop_app.ui.sidebar import Sidebar


def walking_order(row: EntityRow) -> list[tuple[Side, Mention]]:
    """Return a name's mentions as one walks them: left 1, right 1, left 2, right 2 ..."""
    left = [(Side.LEFT, mention) for mention in row.left]
    right = [(Side.RIGHT, mention) for mention in row.right]
    return [step for step in chain.from_iterable(zip_longest(left, right)) if step is not None]


class Mentions(QObject):
    """Marks what the sidebar chose."""

    def __init__(self, view: ReadingView, sidebar: Sidebar, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._row: EntityRow | None = None
        self._at = -1
        sidebar.entity_selected.connect(self.select)
        sidebar.mention_activated.connect(self.activate)
        sidebar.places_activated.connect(self.show_places)

    def forget(self) -> None:
        """Another pair is shown."""
        self._row, self._at = None, -1

    @Slot(object)
    def select(self, row: EntityRow | None) -> None:
        """Mark every mention of a name in both panes (None: no name)."""
        self._row, self._at = row, -1
        self._mark()

    @Slot(object)
    def activate(self, place: tuple[Side, Mention]) -> None:
        """Go to one mention."""
        side, mention = place
        if self._row is not None:
            order = walking_order(self._row)
            if (side, mention) in order:
                self._at = order.index((side, mention))
        self._mark((side, mention))
        self._view.moving.show_place(side, mention, only_if_hidden=True)
        self._view.panes[side].select(mention)

    def step(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) mention; False when no name is chosen."""
        if self._row is None:
            return False
        order = walking_order(self._row)
        if not order:
            return False
        self._at = (self._at + step) % len(order) if self._at >= 0 else (0 if step > 0 else len(order) - 1)
        self.activate(order[self._at])
        return True

    @Slot(object)
    def show_places(self, places: list[tuple[Side, Span]]) -> None:
        """Level the places of a quotation or a change and mark them."""
        view = self._view
        if view.comparison is None or not places:
            return
        view.set_marks("quotation", [(side, span, "quotation") for side, span in places])
        numbers = {
            view.structure.link_of(side, span.paragraph)
            for side, span in places
            if view.structure is not None
        } - {-1}
        if len(numbers) == 1:
            view.marking.choose(numbers.pop())
        view.go_to_places(places)

    def _mark(self, current: tuple[Side, Span] | None = None) -> None:
        marks: list[tuple[Side, Span, str]] = []
        if self._row is not None:
            marks = [
                (side, mention, "entity_current" if (side, mention) == current else "entity")
                for side, mention in walking_order(self._row)
            ]
        self._view.set_marks("entity", marks)

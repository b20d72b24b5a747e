"""Names, quotations and changes chosen in the sidebar: marked in both panes, walked one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.model import EntityRow, Mention, Side, Span
from desktop_app.ui.sidebar.entity_view import steps_of

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView
    from desktop_app.ui.sidebar import Sidebar


class Mentions(QObject):
    """Marks what the sidebar chose."""

    def __init__(self, view: ReadingView, sidebar: Sidebar, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._names = sidebar.entity_view
        sidebar.entity_selected.connect(self.select)
        sidebar.mention_activated.connect(self.activate)
        sidebar.places_activated.connect(self.show_places)

    @Slot(object)
    def select(self, row: EntityRow | None) -> None:
        """Mark every mention of a name in both panes (None: no name)."""
        self._mark(row)

    @Slot(object)
    def activate(self, place: tuple[Side, Mention]) -> None:
        """Go to one mention."""
        side, mention = place
        self._mark(self._names.chosen, (side, mention))
        self._view.moving.show_place(side, mention, only_if_hidden=True)
        self._view.panes[side].select(mention)

    def step(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) mention; False when no name is chosen."""
        if self._names.chosen is None:
            return False
        self._names.stepped(step)  # the list says which mention that is
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

    def _mark(self, row: EntityRow | None, current: tuple[Side, Span] | None = None) -> None:
        marks: list[tuple[Side, Span, str]] = []
        if row is not None:
            marks = [
                (side, mention, "entity_current" if (side, mention) == current else "entity")
                for side, mention in steps_of(row)
            ]
        self._view.set_marks("entity", marks)

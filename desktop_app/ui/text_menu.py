"""The menu of the words in a pane: what can be done with the selection, the paragraph and its link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Slot
from PySide6.QtWidgets import QMenu

from desktop_app.model import Span
from desktop_app.ui.reading.pane import ReadingPane

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

_ENTRIES = (
    ("copy", "copyWithSource", "copyPair", "find"),
    ("levelCounterpart", "linkParagraphs", "unlinkParagraphs", "takeFromLink", "confirmLink"),
    ("writeNote", "writeParagraphNote"),
)


class TextMenu(QObject):
    """Shows the menu in both panes, for the paragraph under the pointer or at the caret."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        for pane in window.view.panes.values():
            pane.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            pane.customContextMenuRequested.connect(self._show)

    @Slot(QPoint)
    def _show(self, point: QPoint) -> None:
        pane = self.sender()
        if self._window.shown is None or not isinstance(pane, ReadingPane):
            return
        self._stand_at(pane, point)
        menu = QMenu(pane)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in _ENTRIES:
            menu.addSeparator()
            for name in names:
                if name != "copy" or pane.textCursor().hasSelection():
                    menu.addAction(self._window.actions_table[name])
        menu.popup(pane.viewport().mapToGlobal(point))

    def _stand_at(self, pane: ReadingPane, point: QPoint) -> None:
        """Put the caret to a point and choose the link there, without moving; a selection there stays."""
        view = self._window.view
        pane.setFocus(Qt.FocusReason.PopupFocusReason)
        place = pane.place_at(QPointF(point) + QPointF(0, pane.verticalScrollBar().value()))
        if place is None:
            return
        position, cursor = pane.cursorForPosition(point).position(), pane.textCursor()
        if cursor.hasSelection() and cursor.selectionStart() <= position <= cursor.selectionEnd():
            return
        pane.select(Span(place[0], place[1], place[1]))
        if view.structure is not None and view.structure.compared:
            view.marking.choose(view.structure.link_of(pane.side, place[0]))

"""Copying and finding."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from desktop_app.ui.commands.group import CommandGroup
from desktop_app.ui.reading import copying


class EditCommands(CommandGroup):
    """What the Edit menu does."""

    @Slot()
    def copy(self) -> None:
        """Copy the selected words of the pane that has some."""
        for side in (self._view.active_side(), self._view.active_side().other):
            pane = self._view.panes[side]
            if pane.textCursor().hasSelection():
                pane.copy()
                return
        self._window.announce(self.tr("Select the words to copy first"))

    @Slot()
    def copy_with_source(self) -> None:
        """Copy the selection, or the paragraph at the caret, with its source."""
        side = self._view.active_side()
        if not self._view.panes[side].textCursor().hasSelection():
            other = self._view.panes[side.other]
            side = side.other if other.textCursor().hasSelection() else side
        pane = self._view.panes[side]
        caret = pane.place_of_caret()
        data = copying.mime_with_source(pane, [caret[0]] if caret else [])
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)
            self._window.announce(self.tr("Copied with source"))

    @Slot()
    def copy_pair(self) -> None:
        """Copy both sides of the chosen link."""
        comparison, number = self._window.comparison, self._view.current_link
        if comparison is not None and number >= 0:
            QGuiApplication.clipboard().setMimeData(copying.mime_of_pair(comparison, number))
            self._window.announce(self.tr("Copied both sides"))

    @Slot()
    def find(self) -> None:
        """Open the find bar with the selected words."""
        pane = self._view.panes[self._view.active_side()]
        self._window.find_bar.open_bar(pane.textCursor().selectedText().split("\u2029")[0][:200])

    @Slot()
    def find_next(self) -> None:
        self._show_bar()
        self._window.finding.next_hit()

    @Slot()
    def find_previous(self) -> None:
        self._show_bar()
        self._window.finding.previous_hit()

    def _show_bar(self) -> None:
        """Open the find bar where it is closed: with what was looked for, or to be told what to look for."""
        if self._window.find_bar.isHidden():
            self.find()

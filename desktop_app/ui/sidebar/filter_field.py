"""A field above a list: Down and Enter go into the list, Esc empties the field."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop_app.ui.icons import themed_icon
from desktop_app.ui.theme import ThemeManager


def add_clear_button(field: QLineEdit, themes: ThemeManager) -> None:
    """Give a field the button that empties it, in the colours of the theme."""
    field.setClearButtonEnabled(True)
    action = field.findChild(QAction)
    if action is not None:
        themed_icon(action, "close", themes, "muted")
    for button in field.findChildren(QAbstractButton):
        button.setAccessibleName(QCoreApplication.translate("FilterField", "Empty the field"))


class FilterField(QLineEdit):
    """``left_downwards`` says that the reader goes on in the list."""

    left_downwards = Signal()

    def __init__(self, name: str, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        add_clear_button(self, themes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

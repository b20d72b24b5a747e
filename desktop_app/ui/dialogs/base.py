"""What the dialogs have in common: margins, a column, buttons at the end."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.fonts import interface_font

TITLE_BAR = 40
"""Pixels that the frame around a window may take."""


def fit_on_screen(window: QWidget) -> None:
    """Make a window that is about to be shown small enough for its screen, and high enough for its text."""
    room = window.screen().availableSize() - QSize(0, TITLE_BAR)
    size, layout = window.size().boundedTo(room), window.layout()
    if layout is not None and layout.hasHeightForWidth():
        # Qt makes a dialog narrower on a small screen, but not higher for it.
        needed = min(room.height(), layout.totalHeightForWidth(size.width()))
        size.setHeight(max(size.height(), needed))
    window.resize(size)


class Dialog(QDialog):
    """A dialog with a column for its content (``column``) and a row of buttons (``buttons``)."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 16, 18, 14)
        outer.setSpacing(12)
        self.column = QVBoxLayout()
        self.column.setSpacing(8)
        outer.addLayout(self.column, 1)
        self.buttons = QDialogButtonBox(self)
        outer.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def add_text(self, text: str, *, muted: bool = False, title: bool = False) -> QLabel:
        """Add a paragraph of text to the column."""
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if muted:
            label.setProperty("role", "muted")
        if title:
            label.setFont(interface_font(2, bold=True))
        self.column.addWidget(label)
        return label

    def add_cancel(self) -> QPushButton:
        """Add the button that closes without doing anything."""
        button = self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        button.setText(self.tr("Cancel"))
        button.setIcon(QIcon())  # some desktops add one of their own
        return button

    def add_main(self, text: str) -> QPushButton:
        """Add the button that does what the dialog is for."""
        button = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        button.setProperty("role", "primary")
        button.style().unpolish(button)  # the box has dressed it already, as any other button
        button.style().polish(button)
        button.setDefault(True)
        return button

    def add_close(self) -> QPushButton:
        """Add the button that closes a dialog which only shows something."""
        button = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        button.setText(self.tr("Close"))
        button.setIcon(QIcon())
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Come no larger than the screen, so that the buttons can be reached."""
        if not event.spontaneous():
            fit_on_screen(self)
        super().showEvent(event)

    def open_once(self) -> None:
        """Open without blocking; the dialog goes away for good when it is closed."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open()

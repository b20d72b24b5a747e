"""A bar above the panes for a sentence the reader should act on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from desktop_app.ui.icons import themed_icon
from desktop_app.ui.theme import ThemeManager


class NoticeBar(QFrame):
    """Shows one message until it is closed or another pair opens.

    ``keyboard_left`` tells that it was closed with the keyboard, which needs another place now.
    """

    keyboard_left = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noticeBar")
        self.setAccessibleName(self.tr("Message"))
        self.label = QLabel(self)
        self.label.setObjectName("noticeText")
        self.label.setProperty("role", "error")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        sign = QLabel(self)
        sign.setText("!")
        sign.setProperty("role", "badge")
        close = QToolButton(self)
        close.setObjectName("noticeClose")
        close.setProperty("role", "tool")
        close.setAccessibleName(self.tr("Close the message"))
        close.setToolTip(self.tr("Close the message"))
        themed_icon(close, "close", themes)
        close.clicked.connect(self._close)
        self._close_button = close
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.label, 1)
        row.addWidget(close)
        self.hide()

    def _close(self) -> None:
        by_key = self._close_button.hasFocus()
        self.hide()
        if by_key:
            self.keyboard_left.emit()

    @property
    def text(self) -> str:
        """The message, also when it was closed."""
        return self.label.text()

    def show_message(self, text: str) -> None:
        """Show a sentence."""
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.show()

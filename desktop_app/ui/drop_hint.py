"""What will happen to files that are dragged over the texts, shown where it will happen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.model import Side
from desktop_app.model.files import PROJECT_ENDING
from desktop_app.ui.fonts import interface_font

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class DropHint(QWidget):
    """Lies over the side that a dragged file would replace, or over both."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._role = "focus"
        self.text = ""
        self.setObjectName("dropHint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def aim(self, sources: Sequence[str], at: QPoint) -> None:
        """Show what dropping ``sources`` (none: words) at a point of the window would do."""
        window = self._window
        if window.shown is None:
            self.hide()  # the start page lights its own field
            return
        side = None
        first = Path(sources[0]) if sources else None
        if len(sources) > 1 or (first is not None and first.is_dir()):
            self._say(self.tr("Open both as a pair"), "focus")
        elif first is not None and first.suffix.lower() == PROJECT_ENDING:
            self._say(self.tr("Open this project"), "focus")
        else:
            side = self.side_at(at)
            left = side is Side.LEFT
            self._say(
                self.tr("Read it on the left") if left else self.tr("Read it on the right"),
                "left" if left else "right",
            )
        over: QWidget = window.view if side is None else window.view.panes[side]
        self.setGeometry(QRect(over.mapTo(window, QPoint(0, 0)), over.size()).adjusted(8, 8, -8, -8))
        self.show()
        self.raise_()

    def side_at(self, at: QPoint) -> Side:
        """Return the side over which a point of the window lies."""
        gutter = self._window.view.gutter
        middle = gutter.mapTo(self._window, gutter.rect().center()).x()
        return Side.LEFT if at.x() <= middle else Side.RIGHT

    def _say(self, text: str, role: str) -> None:
        self.text, self._role = text, role
        self.setAccessibleName(text)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._window.themes.current
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(theme.color("paper", 0.86))
            painter.setPen(QPen(theme.color(self._role), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)
            painter.setFont(interface_font(3, bold=True))
            painter.setPen(theme.color("ink"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
        event.accept()

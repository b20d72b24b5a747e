"""What stands in the window for the moment in which the panes are made ready."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.settings import Settings
from desktop_app.ui.theme import Theme

GUTTER, STRIP, HEADER, ACCENT = 72, 16, 58, 3
NARROW = 1100


class Skeleton(QWidget):
    """Paints the paper of both panes, the gutter and the sidebar's ground where they will be."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._settings = theme, settings

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, height = self._theme, self.height()
        with_sidebar = self._settings.sidebar_visible and self.width() >= NARROW
        side = self._settings.sidebar_width if with_sidebar else 0
        pane = (self.width() - side - GUTTER - STRIP) // 2
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme.color("gutter"))
            for left, name in ((0, "left"), (pane + GUTTER, "right")):
                painter.fillRect(left, 0, pane, height, theme.color("paper"))
                painter.fillRect(left, 0, pane, ACCENT, theme.color(name))
                painter.fillRect(left, HEADER, pane, 1, theme.color("line"))
            if side:
                painter.fillRect(self.width() - side, 0, side, height, theme.color("window"))

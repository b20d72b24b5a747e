"""What stands in the window for the moment in which the panes are made ready."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent, QPalette
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

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        theme, height = self._theme, self.height()
        with_sidebar = self._settings.sidebar_visible and self.width() >= NARROW
        side = self._settings.sidebar_width if with_sidebar else 0
        pane = (self.width() - side - GUTTER - STRIP) // 2
        with QPainter(self) as painter:

            def fill(left: int, top: int, width: int, high: int, role: str) -> None:
                # Erasing with a palette's brush: `fillRect` and `QBrush` load all of Qt's names first.
                palette = QPalette()
                palette.setColor(QPalette.ColorRole.Base, theme.color(role))
                painter.setBackground(palette.base())
                painter.eraseRect(left, top, width, high)

            fill(0, 0, self.width(), height, "gutter")
            for left, name in ((0, "left"), (pane + GUTTER, "right")):
                fill(left, 0, pane, height, "paper")
                fill(left, 0, pane, ACCENT, name)
                fill(left, HEADER, pane, 1, "line")
            if side:
                fill(self.width() - side, 0, side, height, "window")

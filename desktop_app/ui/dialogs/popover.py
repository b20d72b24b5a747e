"""A small card over the window that goes away when one turns to something else.

It is a part of its window, not a window of its own: pop-up windows are left out of what assistive tools list,
and some desktops do not let a program say where they open.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

EDGE = 4
"""Pixels that stay free between the card and the edges of its window, and below what it opens from."""


class Popover(QDialog):
    """Keeps the keyboard while it is open; Esc, a click elsewhere or a turn to another window closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # Qt makes a window of every new dialog
        self.setProperty("role", "popover")
        self._before: QWidget | None = None
        self.hide()

    def show_below(self, widget: QWidget, first: QWidget) -> None:
        """Open below a widget, inside the window, with the keyboard on ``first``."""
        around = self.parentWidget() or widget.window()
        self.adjustSize()
        corner = widget.mapTo(around, QPoint(widget.width() - self.width(), widget.height() + EDGE))
        right, bottom = around.width() - self.width() - EDGE, around.height() - self.height() - EDGE
        self.move(max(EDGE, min(corner.x(), right)), max(EDGE, min(corner.y(), bottom)))
        self._before = QApplication.focusWidget()
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to what had it."""
        super().hideEvent(event)
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)
        before, self._before = self._before, None
        now = QApplication.focusWidget()
        if before is not None and (now is None or self.isAncestorOf(now)):
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def focusNextPrevChild(self, onwards: bool) -> bool:  # noqa: N802
        """Tab goes around inside."""
        stops = [w for w in self._chain() if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
        stops = [w for w in stops if w.isEnabled() and w.focusProxy() is None]
        now = QApplication.focusWidget()
        if not stops:
            return False
        place = stops.index(now) + (1 if onwards else -1) if now in stops else 0
        reason = Qt.FocusReason.TabFocusReason if onwards else Qt.FocusReason.BacktabFocusReason
        stops[place % len(stops)].setFocus(reason)
        return True

    def _chain(self) -> list[QWidget]:
        found, widget = [], self.nextInFocusChain()
        while widget is not None and widget is not self:
            if self.isAncestorOf(widget):
                found.append(widget)
            widget = widget.nextInFocusChain()
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See what happens outside; the lists that open from fields of ours are no outside."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            popup = watched.window().windowType() == Qt.WindowType.Popup
            if watched is not self and not self.isAncestorOf(watched) and not popup:
                self.hide()
        elif watched is self.window() and kind in (QEvent.Type.Resize, QEvent.Type.WindowDeactivate):
            self.hide()
        return super().eventFilter(watched, event)

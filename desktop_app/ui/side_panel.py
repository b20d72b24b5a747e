"""Reader and sidebar side by side; in a narrow window the sidebar lies over the reader instead."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from desktop_app.ui.settings import Settings

OVERLAY_BELOW = 1100
"""Windows narrower than this many pixels have no room for a third column."""

MOST_OF_WINDOW = 0.85

_BAR_CHANGED = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize)


class SidePanel(QWidget):
    """Holds the reader and the sidebar, which never covers the ``bar`` on top of the reader.

    ``shown_changed`` tells whether the sidebar can be seen, ``keyboard_left`` that the keyboard
    is to leave it.
    """

    shown_changed = Signal(bool)
    keyboard_left = Signal()

    def __init__(
        self,
        reader: QWidget,
        sidebar: QWidget,
        settings: Settings,
        bar: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._sidebar, self._settings, self._bar = sidebar, settings, bar
        self._wanted = settings.sidebar_visible
        self._over = False
        self._overlay = False
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setObjectName("sideSplitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(reader)
        self.splitter.addWidget(sidebar)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)
        self.splitter.setSizes([2000, settings.sidebar_width])
        self.splitter.splitterMoved.connect(self._moved)
        sidebar.setVisible(self._wanted)
        sidebar.installEventFilter(self)
        bar.installEventFilter(self)

    @property
    def overlay(self) -> bool:
        """Whether the sidebar lies over the reader."""
        return self._overlay

    @property
    def shown(self) -> bool:
        """Whether the sidebar can be seen."""
        return self._over if self._overlay else self._wanted

    def set_shown(self, shown: bool) -> None:
        """Show or hide the sidebar; a wide window remembers the choice."""
        if self._overlay:
            self._over = shown
        else:
            self._wanted = shown
            self._settings.sidebar_visible = shown
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < OVERLAY_BELOW
        if narrow != self._overlay:
            self._overlay = narrow
            self._over = False
            if narrow:
                self._sidebar.setParent(self)
            else:
                self.splitter.addWidget(self._sidebar)
                self.splitter.setStretchFactor(1, 0)
                width = self._settings.sidebar_width
                self.splitter.setSizes([max(1, event.size().width() - width), width])
        self._arrange()

    def _arrange(self) -> None:
        shown = self.shown
        if self._overlay:
            self._lay_over()
            self._sidebar.raise_()
        holder = QApplication.focusWidget()
        if not shown and holder is not None and self._sidebar.isAncestorOf(holder):
            # First: Qt would hand the keyboard to the next widget, a button of the tool bar.
            self.keyboard_left.emit()
        self._sidebar.setVisible(shown)
        self.shown_changed.emit(shown)

    def _lay_over(self) -> None:
        width = min(self._settings.sidebar_width, round(self.width() * MOST_OF_WINDOW))
        top = 0 if self._bar.isHidden() else self._bar.height()
        self._sidebar.setGeometry(self.width() - width, top, width, self.height() - top)

    def _moved(self, *_: int) -> None:
        if not self._overlay and self._sidebar.isVisible():
            self._settings.sidebar_width = self._sidebar.width()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc closes a sidebar that lies over the text, which makes room for the bar."""
        if watched is self._bar:  # Esc closes the bar itself
            if self._overlay and event.type() in _BAR_CHANGED:
                self._lay_over()
            return super().eventFilter(watched, event)
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if self._overlay and self._over and event.key() == Qt.Key.Key_Escape:
            self.set_shown(False)
            return True
        return super().eventFilter(watched, event)

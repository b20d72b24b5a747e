"""The status bar: what the pair holds, how long opening takes, which keys help."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from desktop_app.ui.fonts import interface_font


class ReaderStatusBar(QStatusBar):
    """One line on the pair on the left, keys on the right, progress with a way to cancel while needed."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setObjectName("statusBar")
        self.setAccessibleName(self.tr("Status"))
        font = interface_font(-1)
        self.facts = QLabel(self)
        self.facts.setObjectName("pairFacts")
        self.facts.setFont(font)
        self.hint = QLabel(self)
        self.hint.setObjectName("keyHint")
        self.hint.setFont(font)
        self.work = QLabel(self)
        self.work.setFont(font)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("progress")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.stop = QToolButton(self)
        self.stop.setObjectName("cancelButton")
        self.stop.setProperty("role", "tool")
        self.stop.setText(self.tr("Cancel"))
        self.stop.setFont(font)
        self.stop.clicked.connect(self.cancelled)
        self.setFont(font)
        self.addWidget(self.work)
        self.addWidget(self.bar)
        self.addWidget(self.stop)
        self.addWidget(self.facts, 1)
        self.addPermanentWidget(self.hint)
        self.show_work(False)

    def show_work(self, busy: bool) -> None:
        """Show or hide progress."""
        for part in (self.work, self.bar, self.stop):
            part.setVisible(busy)
        self.facts.setVisible(not busy)
        if busy:
            self.show_progress(0.0, "")

    def show_progress(self, fraction: float, message: str) -> None:
        """Say how far the work is."""
        self.bar.setValue(round(1000 * min(1.0, max(0.0, fraction))))
        if message:
            self.work.setText(message)

    def compact(self, narrow: bool) -> None:
        """Leave the keys out where the window is narrow."""
        self.hint.setVisible(not narrow)

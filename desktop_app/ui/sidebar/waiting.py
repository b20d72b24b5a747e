"""What stands in the sidebar while nothing is found yet: how far comparing is, or that it was stopped."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.fonts import interface_font


class WaitingPage(QWidget):
    """Two faces: comparing, with a way to stop; stopped, with a way to go on and one to go back."""

    cancelled = Signal()
    compare_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("waitingPage")
        self.title = QLabel(self)
        self.title.setFont(interface_font(bold=True))
        self.bar = QProgressBar(self)
        self.bar.setObjectName("compareProgress")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setProperty("role", "muted")
        self.text.setWordWrap(True)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * 2)
        self.text.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.stop = QPushButton(self.tr("Cancel"), self)
        self.stop.setObjectName("stopComparing")
        self.stop.clicked.connect(self.cancelled)
        self.go_on = QPushButton(self.tr("Compare"), self)
        self.go_on.setObjectName("compareNow")
        self.go_on.setProperty("role", "primary")
        self.go_on.clicked.connect(self.compare_wanted)
        self.back = QPushButton(self)
        self.back.setObjectName("backToPair")
        self.back.clicked.connect(self.back_wanted)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.stop, self.go_on, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 26, 18, 18)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.bar)
        column.addWidget(self.text)
        column.addLayout(buttons)
        column.addStretch(1)
        self.show_comparing()

    def show_reading(self) -> None:
        """Tell that the texts are being read."""
        self.title.setText(self.tr("Reading …"))
        self._face(comparing=True)

    def show_comparing(self) -> None:
        """Tell that the texts are being compared."""
        self.title.setText(self.tr("Comparing …"))
        self.show_progress(0.0, "")
        self._face(comparing=True)

    def show_progress(self, fraction: float, message: str) -> None:
        """Say how far the work is."""
        self.bar.setValue(round(1000 * min(1.0, max(0.0, fraction))))
        self.text.setText(message)

    def show_stopped(self, back: str) -> None:
        """Tell that the texts are not compared; ``back`` names where one can go back to."""
        self.title.setText(self.tr("Not compared"))
        self.text.setText(
            self.tr("You can read and search both texts. Links and findings come when they are compared.")
        )
        self.back.setText(back)
        self._face(comparing=False)

    def _face(self, *, comparing: bool) -> None:
        self.setAccessibleName(self.title.text())
        for part in (self.bar, self.stop):
            part.setVisible(comparing)
        for part in (self.go_on, self.back):
            part.setVisible(not comparing)

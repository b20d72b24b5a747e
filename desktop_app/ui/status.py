"""The status bar: what the pair holds, how far opening is, which keys help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QLabel,
    QProgressBar,
    QStatusBar,
    QStyle,
    QStyleOption,
    QToolButton,
    QWidget,
)

from desktop_app.ui.fonts import interface_font

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent, QShowEvent

BETWEEN = 40
"""Pixels at the edges of the bar, and between what it says on the left and on the right."""


class ReaderStatusBar(QStatusBar):
    """One line on the pair on the left, keys on the right, progress with a way to cancel while needed."""

    cancelled = Signal()
    compare_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setObjectName("statusBar")
        self.setAccessibleName(self.tr("Status"))
        self._narrow = False
        self._reading = True
        self._busy = False
        font = interface_font(-1)
        self.facts = QLabel(self)
        self.facts.setObjectName("pairFacts")
        self.facts.setFont(font)
        self.facts.setIndent(0)  # its words begin where the passing words do
        self.hint = QLabel(self)
        self.hint.setObjectName("keyHint")
        self.hint.setFont(font)
        self.work = QLabel(self)
        self.work.setFont(font)
        self.work.setIndent(0)
        self.bar = QProgressBar(self)
        self.bar.setObjectName("progress")
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.stop = self._button("cancelButton", self.tr("Cancel"))
        self.stop.clicked.connect(self.cancelled)
        self.go_on = self._button("statusCompare", self.tr("Compare"))
        self.go_on.clicked.connect(self.compare_wanted)
        self.back = self._button("statusBack", "")
        self.back.clicked.connect(self.back_wanted)
        self.setFont(font)
        self.addWidget(self.work)
        self.addWidget(self.bar)
        self.addWidget(self.stop)
        self.addWidget(self.facts)
        self.addWidget(self.go_on)
        self.addWidget(self.back)
        self.addPermanentWidget(self.hint)
        self.offer(None)
        self.show_work(False)

    def _button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setProperty("role", "tool")
        button.setText(text)
        button.setFont(self.facts.font())
        return button

    def offer(self, back: str | None) -> None:
        """Offer to compare the texts on screen, or to go ``back``; None takes the offer away."""
        self.clearMessage()
        self.back.setText(back or "")
        for button in (self.go_on, self.back):
            button.setVisible(back is not None)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high without the buttons as with them: nothing above may move when they come."""
        super().showEvent(event)
        for label in (self.facts, self.hint):
            label.setMinimumHeight(self.stop.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let passing words begin where the facts begin, and end before the keys."""
        text = self.currentMessage()
        if not text:
            super().paintEvent(event)
            return
        from PySide6.QtCore import Qt  # the first window has no time for all of Qt's names

        with QPainter(self) as painter:
            option = QStyleOption()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option, painter, self)
            # The label knows the place also while it is hidden.
            first = self.work if self._busy else self.facts
            room = first.geometry()
            room.setLeft(first.x() + first.contentsRect().left())
            room.setRight((self.hint.x() if self.hint.isVisible() else self.width()) - 12)
            words = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)

    def show_work(self, busy: bool) -> None:
        """Show or hide progress."""
        self.clearMessage()  # its words would stand on top of what is shown here
        self._busy = busy
        for part in (self.work, self.bar, self.stop):
            part.setVisible(busy)
        self.facts.setVisible(not busy)
        if busy:
            self.show_progress(0.0, "")

    def show_progress(self, fraction: float, message: str) -> None:
        """Say how far the work is."""
        self.bar.setValue(round(1000 * min(1.0, max(0.0, fraction))))
        if message:
            from PySide6.QtCore import Qt

            self.work.setTextFormat(Qt.TextFormat.PlainText)  # names of files may look like markup
            self.work.setText(message)

    def compact(self, narrow: bool) -> None:
        """Leave the keys out where the window is narrow."""
        self._narrow = narrow
        self._fit()

    def _fit(self) -> None:
        """Show the keys where they do not come too near to the facts."""
        taken = sum(label.sizeHint().width() for label in (self.facts, self.hint))
        wanted = self._reading and not self._narrow and taken + BETWEEN <= self.width()
        if wanted == self.hint.isHidden():
            self.hint.setVisible(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_facts(self, text: str) -> None:
        """Say what the pair holds."""
        self.facts.setText(text)
        self._fit()

    def show_keys(self, reading: bool) -> None:
        """Show the keys only where there are texts to read."""
        self._reading = reading
        self._fit()

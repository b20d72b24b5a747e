"""A short glide back from a moved pair, so that the eye can follow where the text went."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Slot
from PySide6.QtWidgets import QStyle

from desktop_app.model import Side

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView


class Glide(QObject):
    """Lets the panes follow the scroll state for a moment instead of leaping; the state itself is there at
    once. A desktop that wants no animations gets none."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._off = dict.fromkeys(Side, 0.0)
        self._share = 0.0
        self._run = QVariantAnimation(self)
        self._run.setStartValue(1.0)
        self._run.setEndValue(0.0)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether the panes are still on their way."""
        return self._share > 0.0

    def start(self) -> None:
        """Glide from where the panes stand to where the state says, from one window away at most."""
        view = self._view
        length = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, view)
        window = view.ruler.window
        for side, pane in view.panes.items():
            off = pane.verticalScrollBar().value() - view.ruler.state.on(side)
            self._off[side] = min(max(off, -window), window)
        if length > 0 and any(self._off.values()):
            self._share = 1.0
            self._run.setDuration(length)
            self._run.start()

    def stop(self) -> None:
        """The reader moved on."""
        self._run.stop()
        self._share = 0.0

    def position(self, side: Side, wanted: float) -> float:
        """Return where a pane stands now that shall stand at ``wanted``."""
        return wanted + self._off[side] * self._share

    @Slot(object)
    def _step(self, share: float) -> None:
        self._share = share
        self._view.apply()

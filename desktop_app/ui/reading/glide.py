"""A short glide out of a moved pair, so that the eye can follow where the text went."""

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

    def start(self, lead: Side | None = None) -> None:
        """Glide from where the panes stand to where the state says, from one window away at most.

        The pane that the reader scrolls (``lead``) is there at once.
        """
        view = self._view
        length = view.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, view)
        window = view.ruler.window
        for side, pane in view.panes.items():
            off = pane.verticalScrollBar().value() - view.ruler.state.on(side)
            self._off[side] = min(max(off, -window), window) if side is not lead else 0.0
        if length > 0 and any(self._off.values()):
            self._share = 1.0
            self._run.setDuration(length)
            self._run.start()

    def stop(self, lead: Side | None = None) -> None:
        """The reader moved on: nobody who scrolls a pane (``lead``) waits for it, the other glides on."""
        if lead is not None:
            self._off[lead] = 0.0
        if lead is None or not any(self._off.values()):
            self._run.stop()
            self._share = 0.0

    def position(self, side: Side, wanted: float) -> float:
        """Return where a pane stands now that shall stand at ``wanted``."""
        return wanted + self._off[side] * self._share

    @Slot(object)
    def _step(self, share: float) -> None:
        self._share = share
        self._view.apply()

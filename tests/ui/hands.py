"""Hands for tests of the reading view: wheels, and where things stand under them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QThreadPool, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.model import Side
from desktop_app.ui.reading.pane import ReadingPane
from desktop_app.ui.reading.reading_view import ReadingView

Show = Callable[..., ReadingView]


def wheel(
    widget: QWidget,
    angle: int = 0,
    pixels: int = 0,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: QPoint | None = None,
) -> None:
    target = widget.viewport() if isinstance(widget, ReadingPane) else widget
    point = QPointF(at or target.rect().center())
    event = QWheelEvent(
        point,
        QPointF(target.mapToGlobal(point.toPoint())),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def settle(widget: QObject) -> None:
    """Let all that is due happen: posted events, and timers without a delay, one after the other."""
    for _ in range(100):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        due = [t for t in widget.findChildren(QTimer) if t.isActive() and t.interval() == 0]
        if not due:
            break
    QApplication.processEvents()


def all_ended(window: QObject, qtbot: QtBot) -> None:
    """Wait until no work runs in the background, and take in what it had to say."""
    pools = window.findChildren(QThreadPool)
    qtbot.waitUntil(lambda: not any(pool.activeThreadCount() for pool in pools), timeout=20_000)
    settle(window)


def values(view: ReadingView) -> tuple[int, int]:
    left, right = (view.panes[side].verticalScrollBar().value() for side in Side)
    return left, right


def screen_top(view: ReadingView, side: Side, paragraph: int) -> float:
    pane = view.panes[side]
    return pane.paragraph_rect(paragraph).top() - pane.verticalScrollBar().value()


def middle_of(view: ReadingView, side: Side, paragraph: int) -> QPoint:
    pane = view.panes[side]
    rect = pane.paragraph_rect(paragraph).translated(0, -pane.verticalScrollBar().value())
    return QPoint(round(rect.left()) + 30, round(rect.top()) + 8)


def word_at_line(view: ReadingView, side: Side) -> tuple[int, int]:
    pane = view.panes[side]
    y = pane.verticalScrollBar().value() + view.ruler.line
    found = pane.place_at(QPointF(pane.document().rootFrame().frameFormat().leftMargin() + 1, y))
    assert found is not None
    return found

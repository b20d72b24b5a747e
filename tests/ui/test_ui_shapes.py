"""Narrow and wide windows, and texts that run from right to left."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import settle
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.compare import compare
from desktop_app.ingest import from_text
from desktop_app.model import Comparison, Side
from desktop_app.ui.editing.dragging import LinkDragging
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reading.article_view import INWARDS, MARGIN_LEFT, MARGIN_RIGHT
from desktop_app.ui.reading.pane import ReadingPane
from desktop_app.ui.reading.pane_paint import text_edges
from desktop_app.ui.reading.reading_view import ReadingView

ARABIC = (
    "افتتاح جسر جديد\n\nافتتحت البلدية يوم الأحد جسراً جديداً فوق النهر.\n\nوحضر الاحتفال مئات السكان.",
    "جسر جديد فوق النهر\n\nافتتحت البلدية الأحد جسراً جديداً فوق النهر.\n\nوتعبره ألف سيارة كل يوم.",
)


@pytest.fixture
def arabic() -> Comparison:
    left, right = (from_text(text) for text in ARABIC)
    return compare(left, right)


def ink(pane: ReadingPane, low: float, high: float) -> bool:
    """Tell whether anything is painted between two columns of a pane, beside its second paragraph."""
    image = pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    top = round(pane.tops[1]) - pane.verticalScrollBar().value()
    paper = image.pixel(1, image.height() - 2)
    return any(
        image.pixel(x, y) != paper for x in range(round(low), round(high)) for y in range(top, top + 16)
    )


def test_numbers_stand_where_lines_begin(
    show_pair: Callable[..., ReadingView], arabic: Comparison, qtbot: QtBot
) -> None:
    view = show_pair(arabic)
    view.set_reading_line(False)
    for pane in view.panes.values():
        left, right = text_edges(pane)
        width = pane.viewport().width()
        assert width - right > left - 1
        assert ink(pane, right + 6, width - 1)
    dragging = LinkDragging(view)
    pane, other = view.panes[Side.LEFT], view.panes[Side.RIGHT]
    start = QPoint(round(text_edges(pane)[1]) + 14, round(pane.tops[1]) + 8)
    end = other.viewport().mapTo(view, QPoint(round(text_edges(other)[1]) - 40, round(other.tops[2]) + 8))
    with qtbot.waitSignal(dragging.linked) as caught:
        QTest.mousePress(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        aim = pane.viewport().mapFrom(view, end)
        QTest.mouseMove(pane.viewport(), (start + aim) / 2)
        QTest.mouseMove(pane.viewport(), aim)
        QTest.mouseRelease(pane.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, aim)
    assert caught.args[:2] == [1, 2]


def test_texts_stay_near_the_gutter_in_a_very_wide_window(pair: MainWindow) -> None:
    for width in (1100, 1600, 2560, 3840):
        pair.resize(width, 800)
        settle(pair)
        left, right = (pair.view.panes[side] for side in Side)
        assert left.viewport().width() - text_edges(left)[1] <= MARGIN_RIGHT + INWARDS
        assert text_edges(right)[0] <= MARGIN_LEFT + INWARDS


def test_every_button_of_the_tool_bar_fits_the_smallest_window(pair: MainWindow) -> None:
    for _ in range(2):
        pair.view.steps.link(1)
    pair.tools.show_count(1234, 3000)
    pair.resize(pair.minimumWidth(), 600)
    settle(pair)
    names = ("openPairButton", "zoomInButton", "toggleSidebarButton")
    buttons = [pair.tools.findChild(QToolButton, name) for name in names]
    assert all(button is not None and button.isVisible() for button in buttons)
    assert pair.tools.counter.text() == "<b>1,234</b> / 3,000"
    assert pair.tools.counter.accessibleDescription() == "Link 1,234 of 3,000"
    pair.resize(1300, 600)
    settle(pair)
    assert "Link" in pair.tools.counter.text()

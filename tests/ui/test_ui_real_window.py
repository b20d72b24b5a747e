"""The window on a real X display, with a real pointer and real keys: what no offscreen platform shows."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ingest.samples import samples
from desktop_app.model import Side
from desktop_app.ui.main_window import MainWindow

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(os.environ.get("QT_QPA_PLATFORM") != "xcb", reason="no X display"),
]
XDOTOOL = shutil.which("xdotool")
WHEEL_DOWN = "5"


@pytest.fixture
def reading(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window on screen with the first sample."""
    window.resize(1200, 800)
    with qtbot.waitExposed(window):
        window.show()
    sample = samples()[0]
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(sample.left, sample.right)
    qtbot.waitUntil(lambda: window.view.index is not None and not window.view.filler.busy)
    return window


def point_at(widget: QWidget, place: QPoint) -> None:
    """Move the real pointer to a place of a widget."""
    at = widget.mapToGlobal(place)
    subprocess.run([str(XDOTOOL), "mousemove", str(at.x()), str(at.y())], check=True)


def offsets(window: MainWindow) -> list[int]:
    return [pane.verticalScrollBar().value() for pane in window.view.panes.values()]


def test_what_the_screen_shows_is_what_the_panes_paint(reading: MainWindow, qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    pane = reading.view.panes[Side.LEFT]
    at = pane.viewport().mapToGlobal(QPoint(0, 0))
    paper = reading.themes.current.color("paper").rgb()
    colours: set[int] = set()

    def shown() -> bool:
        seen = screen.grabWindow(0, at.x(), at.y(), pane.viewport().width(), 300).toImage()
        colours.update(
            seen.pixel(x, y) for x in range(0, seen.width(), 2) for y in range(0, seen.height(), 2)
        )
        return paper in colours and len(colours) > 10

    qtbot.waitUntil(shown)
    assert len(colours) > 10, "letters are drawn with smooth edges"


@pytest.mark.skipif(XDOTOOL is None, reason="xdotool moves the real pointer")
def test_the_real_wheel_moves_both_panes(reading: MainWindow, qtbot: QtBot) -> None:
    before = offsets(reading)
    point_at(reading.view.panes[Side.RIGHT].viewport(), QPoint(120, 200))
    for _ in range(4):
        subprocess.run([str(XDOTOOL), "click", WHEEL_DOWN], check=True)
    qtbot.waitUntil(lambda: all(now > then for now, then in zip(offsets(reading), before, strict=True)))


@pytest.mark.skipif(XDOTOOL is None, reason="xdotool moves the real pointer")
def test_a_real_click_puts_the_partner_level(reading: MainWindow, qtbot: QtBot) -> None:
    pane = reading.view.panes[Side.LEFT]
    link = reading.comparison.alignment.links[3]
    rect = pane.paragraph_rect(link.left[0])
    top = rect.top() - pane.verticalScrollBar().value()
    point_at(pane.viewport(), QPoint(int(rect.left()) + 60, int(top) + 8))
    subprocess.run([str(XDOTOOL), "click", "1"], check=True)
    qtbot.waitUntil(lambda: reading.view.current_link == 3)

    def level() -> bool:
        tops = [
            reading.view.panes[side].paragraph_rect(link.on(side)[0]).top()
            - reading.view.panes[side].verticalScrollBar().value()
            for side in Side
        ]
        return abs(tops[0] - tops[1]) <= 1

    qtbot.waitUntil(level)


@pytest.mark.skipif(XDOTOOL is None, reason="xdotool presses real keys")
def test_real_keys_walk_the_links(reading: MainWindow, qtbot: QtBot) -> None:
    point_at(reading.view.panes[Side.LEFT].viewport(), QPoint(200, 120))
    subprocess.run([str(XDOTOOL), "click", "1"], check=True)
    reading.activateWindow()
    qtbot.waitUntil(reading.isActiveWindow)
    before = reading.view.current_link
    subprocess.run([str(XDOTOOL), "key", "n"], check=True)
    qtbot.waitUntil(lambda: reading.view.current_link not in (before, -1))

"""Hands for tests of the sidebar: what its lists show, typing and clicking in them."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.sidebar.panel import Panel
from desktop_app.ui.sidebar.row_list import RowList


def shown(panel: Panel, kind: type) -> list:
    return [row for row in panel.list.rows if isinstance(row, kind)]


def type_into(panel: Panel, text: str, qtbot: QtBot) -> None:
    panel.filter.clear()
    qtbot.keyClicks(panel.filter, text)
    panel.refresh()


def click_chip(panel: Panel, key: str, qtbot: QtBot) -> None:
    button = next(b for b in panel.chips.findChildren(QToolButton) if b.property("chip") == key)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def click_row(rows: RowList, place: int, qtbot: QtBot) -> None:
    index = rows.model().index(place, 0)
    rows.scrollTo(index)
    middle = rows.visualRect(index).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, middle.y()))

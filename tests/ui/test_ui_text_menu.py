"""The menu of the words in a pane."""

from __future__ import annotations

import pytest
from hands import settle
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.model import Side, Span
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reading.pane import ReadingPane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # no menu without a screen


def ask(pane: ReadingPane, paragraph: int) -> QMenu | None:
    """Ask for the menu on the first word of a paragraph."""
    rect = pane.caret_rect(paragraph, 2).translated(0, -pane.verticalScrollBar().value())
    point = rect.center().toPoint()
    assert pane.viewport().rect().contains(point)
    return ask_at(pane, point)


def ask_at(pane: ReadingPane, point: QPoint) -> QMenu | None:
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, pane.viewport().mapToGlobal(point))
    QApplication.sendEvent(pane.viewport(), asked)
    shown = [menu for menu in pane.findChildren(QMenu) if menu.isVisible()]
    return shown[0] if shown else None


def names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def test_the_menu_is_about_the_paragraph_under_the_pointer(opened: MainWindow) -> None:
    pane = opened.view.panes[Side.LEFT]
    linked = opened.comparison.alignment.links[1].left[0]
    before = pane.verticalScrollBar().value()
    menu = ask(pane, linked)
    assert menu is not None
    assert opened.view.current_link == 1
    assert pane.place_of_caret() is not None
    assert pane.place_of_caret()[0] == linked
    assert pane.verticalScrollBar().value() == before
    assert "copy" not in names(menu)
    assert {"copyWithSource", "copyPair", "unlinkParagraphs", "writeParagraphNote"} <= set(names(menu))
    next(action for action in menu.actions() if action.objectName() == "unlinkParagraphs").trigger()
    menu.close()
    settle(opened)
    assert opened.workbench.stack.count() == 1
    assert opened.comparison.alignment.link_of(Side.LEFT, linked) is None
    opened.workbench.stack.setClean()


def test_a_selection_stays_where_the_menu_is_asked_for_on_it(opened: MainWindow) -> None:
    pane = opened.view.panes[Side.RIGHT]
    pane.select(Span(0, 0, 9), keep=True)
    words = pane.textCursor().selectedText()
    menu = ask(pane, 0)
    assert menu is not None
    assert names(menu)[0] == "copy"
    assert pane.textCursor().selectedText() == words
    menu.close()
    elsewhere = ask(pane, 1)
    assert elsewhere is not None
    assert not pane.textCursor().hasSelection()
    elsewhere.close()


def test_nothing_is_offered_where_nothing_is_open(window: MainWindow) -> None:
    assert ask_at(window.view.panes[Side.LEFT], QPoint(20, 20)) is None


def test_copying_nothing_says_so(opened: MainWindow) -> None:
    for pane in opened.view.panes.values():
        pane.moveCursor(QTextCursor.MoveOperation.Start)
    opened.actions_table["copy"].trigger()
    assert opened.statusBar().currentMessage() == "Select the words to copy first"

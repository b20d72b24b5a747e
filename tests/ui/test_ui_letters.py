"""The letters that choose the entries of menus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.model import Side
from desktop_app.ui.letters import give_letters, letter_of, numbered, unmarked
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sidebar.row_list import RowList


def entries(menu: QMenu) -> list[str]:
    """Return what a menu offers, lines left out."""
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def check(menu: QMenu) -> None:
    """Fail where an entry has no letter, or one that another entry has as well."""
    letters = [letter_of(text) for text in entries(menu)]
    assert letters
    assert all(letters), entries(menu)
    assert len(set(letters)) == len(letters), entries(menu)


def asked(widget: QWidget, point: QPoint) -> QMenu:
    """Ask for the menu at a point and return it."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)
    (menu,) = [m for w in (widget, widget.parent()) for m in w.findChildren(QMenu) if m.isVisible()]
    return menu


def test_a_letter_stands_behind_a_single_mark() -> None:
    assert letter_of("Save &as…") == "A"
    assert letter_of("Smith && Sons") == ""
    assert letter_of("Smith && &Sons") == "S"
    assert unmarked("Smith && &Sons") == "Smith & Sons"


def test_entries_without_a_letter_get_one_that_is_free(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    for text in ("&Note", "News of the day", "Nine && ten", "ooo", "Новости", "Sí", "n", "地铁 (B)"):
        menu.addAction(text)
    give_letters(menu)
    said = ["&Note", "News &of the day", "Nine && &ten", "ooo", "&Новости", "&Sí", "n", "地铁 (&B)"]
    assert entries(menu) == said


def test_lists_are_numbered_as_far_as_digits_go() -> None:
    assert [letter_of(numbered(place, "Pair")) for place in (0, 8, 9)] == ["1", "9", ""]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_no_menu_uses_one_letter_twice(opened: MainWindow) -> None:
    settings = opened.settings
    for number in range(3):
        settings.add_recent_pair(f"/texts/{number}/left.txt", f"/texts/{number}/right.txt")
        settings.add_recent_project(f"/texts/{number}.twicetold")
    bar = [letter_of(action.text()) for action in opened.menuBar().actions()]
    assert all(bar)
    assert len(set(bar)) == len(bar)
    for menu in opened.menus.values():
        menu.aboutToShow.emit()
        check(menu)
    for button in opened.findChildren(QToolButton):
        if button.menu() is not None:
            check(button.menu())


@pytest.mark.qt_log_ignore("This plugin does not support")  # no menu without a screen
def test_no_menu_of_a_list_or_a_text_uses_one_letter_twice(opened: MainWindow) -> None:
    for name in ("entityView", "quotationView", "changeView", "linkView"):
        opened.sidebar.show_tab(name)
        view = opened.sidebar.findChild(QWidget, name)
        assert view is not None
        (rows,) = view.findChildren(RowList)
        rows.enter()
        menu = asked(rows.viewport(), rows.visualRect(rows.currentIndex()).center())
        check(menu)
        menu.close()
    pane = opened.view.panes[Side.LEFT]
    pane.selectAll()
    menu = asked(pane.viewport(), QPoint(40, 40))
    check(menu)
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_letter_runs_its_entry(opened: MainWindow, qtbot: QtBot) -> None:
    opened.view.go_to_link(0)
    menu = opened.menus["Go"]
    with qtbot.waitExposed(menu):
        menu.popup(opened.mapToGlobal(QPoint(0, 0)))
    qtbot.keyClick(menu, Qt.Key.Key_N)
    assert opened.view.current_link == 1


def test_marks_of_letters_are_shown_in_menus_alone(opened: MainWindow) -> None:
    for button in opened.findChildren(QToolButton):
        assert "&" not in button.text()
        assert "&" not in button.toolTip()
        assert "&" not in button.accessibleName()
    for label in opened.findChildren(QLabel):
        assert "&" not in label.text().replace("&nbsp;", "")
    assert not any("&" in menu.accessibleName() for menu in opened.menus.values())

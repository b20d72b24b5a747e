"""What assistive tools and the keyboard find in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import settle
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from ui_pairs import made_pair

from desktop_app.model import Side
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reading.pane import ReadingPane
from desktop_app.ui.session import Opened


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.opening.show_pair(Opened(made_pair(2, count=20, movers=2), "left", "right", lasting=False))
    qtbot.waitUntil(lambda: window.view.index is not None)
    return window


def test_everything_that_takes_the_keyboard_says_what_it_is(opened: MainWindow) -> None:
    silent = []
    for widget in opened.findChildren(QWidget):
        takes_keys = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
        if (takes_keys and isinstance(widget, (QAbstractButton, QLineEdit))) or widget.objectName() in (
            "leftPane", "rightPane", "linkGutter", "overviewStrip", "sidebar", "entityView", "findBar",
        ):  # fmt: skip
            found = QAccessible.queryAccessibleInterface(widget)
            name = found.text(QAccessible.Text.Name)
            if not name:
                silent.append(f"{type(widget).__name__} {widget.objectName()}")
    assert not silent


def test_the_buttons_inside_fields_have_names_as_well(opened: MainWindow) -> None:
    inside = [b for field in opened.findChildren(QLineEdit) for b in field.findChildren(QAbstractButton)]
    assert len(inside) == 5  # that of the find bar and those of the lists
    for button in inside:
        found = QAccessible.queryAccessibleInterface(button)
        assert found.text(QAccessible.Text.Name) == "Empty the field"


def test_panes_are_read_as_text_and_the_strip_as_a_scroll_bar(opened: MainWindow) -> None:
    view = opened.view
    for side in Side:
        found = QAccessible.queryAccessibleInterface(view.panes[side])
        assert found.role() == QAccessible.Role.EditableText
        text = found.textInterface()
        assert opened.comparison.article(side).paragraphs[1].text[:40] in text.text(0, text.characterCount())
    strip = QAccessible.queryAccessibleInterface(view.strip)
    assert strip.role() == QAccessible.Role.ScrollBar
    strip.valueInterface().setCurrentValue(view.strip.maximum())
    for pane in view.panes.values():
        assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()


def test_tab_walks_the_whole_window_and_comes_back(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    left = opened.view.panes[Side.LEFT]
    left.setFocus()
    seen: list[str] = []
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is left:
            break
        seen.append(focus.objectName())
    else:
        pytest.fail(f"Tab never came back to the left pane: {seen[-6:]}")
    assert seen[0] == "rightPane"
    assert "openPairButton" in seen


def tabs(start: QWidget, count: int) -> list[QWidget]:
    """Press Tab so often and return what had the keyboard each time."""
    start.setFocus()
    found = []
    for _ in range(count):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found.append(QApplication.focusWidget())
    return found


def test_tab_goes_through_the_sidebar_and_the_find_bar_as_the_eye_does(
    pair: MainWindow, qtbot: QtBot
) -> None:
    pair.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is pair)
    panel = pair.sidebar.entity_view
    after = tabs(panel.filter, 3)
    assert after[0].objectName() == "entityOrder"
    assert after[1:] == [panel.chips.buttons[0], panel.list]
    pair.sidebar.show_tab("changeView")
    panel = pair.sidebar.change_view
    qtbot.waitUntil(panel.chips.buttons[0].isVisible)
    assert tabs(panel.filter, 2) == [panel.chips.buttons[0], panel.list]
    pair.actions_table["find"].trigger()
    qtbot.keyClicks(pair.find_bar.field, "crane")
    qtbot.waitUntil(lambda: "left" in pair.find_bar.message.text())
    names = [widget.objectName() for widget in tabs(pair.find_bar.field, 7)]
    assert names == [
        "findWholeWord", "findCase", "findExpression", "findPrevious", "findNext", "findClose", "leftPane",
    ]  # fmt: skip


def test_what_has_the_keyboard_can_be_seen(pair: MainWindow, qtbot: QtBot) -> None:
    pair.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is pair)
    start = pair.view.panes[Side.RIGHT]
    for stop in range(20):
        (widget,) = tabs(start, 1)
        with_keyboard = widget.grab().toImage()
        pair.view.panes[Side.LEFT].setFocus()
        if not isinstance(widget, ReadingPane):  # a pane shows its caret
            assert widget.grab().toImage() != with_keyboard, (stop, widget.objectName())
        start = widget
        if widget is pair.view.panes[Side.LEFT]:
            return
    pytest.fail("Tab never came back")


def test_two_fingers_make_the_text_larger(pair: MainWindow) -> None:
    before = pair.settings.font_size
    pane = pair.view.panes[Side.LEFT]
    middle = QPointF(pane.viewport().rect().center())
    for share, larger in ((0.12, True), (0.12, True), (-0.4, False)):
        size = pair.settings.font_size
        pinch = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            middle,
            QPointF(pane.viewport().mapTo(pair, middle.toPoint())),
            QPointF(pane.viewport().mapToGlobal(middle.toPoint())),
            share,
            QPointF(),
        )
        QApplication.sendEvent(pane.viewport(), pinch)
        assert (pair.settings.font_size > size) is larger
        settle(pair)
    assert pair.settings.font_size < before * 1.05
    assert pane.document().defaultFont().pointSizeF() == pytest.approx(pair.settings.font_size, rel=0.15)


def test_the_caret_begins_where_the_reader_does(pair: MainWindow, qtbot: QtBot) -> None:
    for pane in pair.view.panes.values():
        assert pane.place_of_caret() == (0, 0)
    pair.resize(1300, 300)
    pair.view.moving.scroll_by(400.0)
    opened = pair.opened
    pair.actions_table["closePair"].trigger()
    with qtbot.waitSignal(pair.comparison_ready, timeout=20_000):
        pair.open_pair(opened.left, opened.right)
    qtbot.waitUntil(lambda: pair.view.index is not None)
    for pane in pair.view.panes.values():
        caret = pane.cursorRect()
        assert pane.place_of_caret() != (0, 0)
        assert 0 <= caret.top() <= pane.viewport().height()


def test_every_action_stands_in_a_menu_with_its_keys(opened: MainWindow) -> None:
    listed = set()
    for menu in opened.menus.values():
        listed |= {action.objectName() for action in menu.actions()}
    for spec in ACTIONS:
        assert spec.name in listed, spec.name
        if spec.shortcuts:
            assert not opened.actions_table[spec.name].shortcut().isEmpty()


def test_link_jumps_are_told(opened: MainWindow) -> None:
    told: list[str] = []
    opened.view.announced.connect(told.append)
    number = next(n for n, link in enumerate(opened.comparison.alignment.links) if len(link.right) == 2)
    opened.view.go_to_link(number)
    link = opened.comparison.alignment.links[number]
    assert told[-1].startswith(f"Left {link.left[0]} linked with right {link.right[0]} and {link.right[1]}")
    mover = opened.view.structure.movers[0]
    opened.view.go_to_link(mover)
    assert "moved" in told[-1]


def test_a_letter_key_types_in_a_field_and_walks_links_elsewhere(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is opened)
    opened.actions_table["find"].trigger()
    qtbot.keyClicks(opened.find_bar.field, "np")
    assert opened.find_bar.field.text() == "np"
    assert opened.view.current_link == -1
    opened.find_bar.close_bar()
    pane = opened.view.panes[Side.LEFT]
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_N)
    assert opened.view.current_link == opened.view.structure.walk[0]


def test_hostile_letters_keep_their_offsets(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    texts = (
        "Crew 😀 of the “Ada 👩‍👩‍👧 Brenn” said 🎉 it was happy.\n\nתריסר פועלים נפצעו ביום שני 🚑.\n\n"
        "Zwölf e\u0301te\u0301 und\u2028zwei Zeilen.\n\n“Never closed, said the harbour master.",
        "Crew 😀 of the “Ada 👩‍👩‍👧 Brenn” said 🎉 it was glad.\n\nתריסר פועלים נפצעו ביום שלישי 🚑.\n\n"
        "Zwölf e\u0301te\u0301 und\u2028drei Zeilen.\n\n“Never opened, said the harbour master.",
    )
    paths = []
    for number, text in enumerate(texts):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(text, encoding="utf-8")
    with qtbot.waitSignal(window.comparison_ready, timeout=30_000):
        window.open_pair(*paths)
    qtbot.waitUntil(lambda: window.view.index is not None)
    for side in Side:
        pane = window.view.panes[side]
        article = window.comparison.article(side)
        for paragraph in article.paragraphs:
            for offset in range(0, len(paragraph.text), 3):
                position = pane.text_map.position(pane.document(), paragraph.index, offset)
                assert pane.text_map.place(pane.document(), position) == (paragraph.index, offset)
    window.view.go_to_link(window.view.structure.walk[0])
    qtbot.waitUntil(lambda: bool(window.view.panes[Side.LEFT].layers.marks("words")))
    marked = [
        window.comparison.left.text_at(span) for span, _ in window.view.panes[Side.LEFT].layers.marks("words")
    ]
    shown = [s.cursor.selectedText() for s in window.view.panes[Side.LEFT].extraSelections()]
    assert set(marked) <= set(shown)


def test_a_very_long_paragraph_is_shown_in_pieces_that_look_like_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    from desktop_app.model import Alignment, Article, Comparison, Link, Pair

    text = "harbour bridge lantern 😀 " * 4000
    article = Article.from_paragraphs(["Head", text, "After it"])
    links = tuple(Link((n,), (n,), (Pair(n, n, 1.0),), 1.0) for n in range(3))
    comparison = Comparison(article, Article.from_paragraphs(["Head", text, "After it"]), Alignment(links))
    window.opening.show_pair(Opened(comparison, "a", "b", lasting=False))
    qtbot.waitUntil(lambda: window.view.index is not None and not window.view.filler.busy)
    pane = window.view.panes[Side.LEFT]
    assert pane.document().blockCount() > 10
    assert len(pane.tops) == 3
    assert pane.paragraph_rect(2).top() > pane.paragraph_rect(1).bottom() > 5000
    for offset in (0, 5999, 6000, 6001, 50_003, len(text) - 1):
        position = pane.text_map.position(pane.document(), 1, offset)
        assert pane.text_map.place(pane.document(), position) == (1, offset)
    pane.selectAll()
    from desktop_app.ui.reading.copying import selected_spans

    assert [article.text_at(span) for span in selected_spans(pane)] == ["Head", text, "After it"]

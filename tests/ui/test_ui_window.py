"""The main window from opening a pair to closing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import screen_top, settle, wheel
from made_comparisons import LEFT
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ingest.samples import samples
from desktop_app.model import Comparison, Side
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.letters import unmarked
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings
from desktop_app.ui.start_page import EntryButton


def test_a_pair_opens_with_everything_filled(opened: MainWindow) -> None:
    assert isinstance(opened.comparison, Comparison)
    view = opened.view
    assert view.panes[Side.LEFT].document().blockCount() == len(LEFT)
    assert "left.txt" in opened.windowTitle()
    assert "words" in view.headers[Side.LEFT].facts.text()
    assert "link" in opened.status.facts.text()
    names = {
        "leftPane", "rightPane", "linkGutter", "overviewStrip", "sidebar", "entityView", "quotationView",
        "linkView", "findBar", "compareCard",
    }  # fmt: skip
    from PySide6.QtWidgets import QWidget

    for name in names:
        assert opened.findChild(QWidget, name) is not None, name


def test_keys_walk_the_links(opened: MainWindow, qtbot: QtBot) -> None:
    view = opened.view
    pane = view.panes[Side.LEFT]
    pane.setFocus()
    seen = []
    for _ in range(len(view.structure.walk)):
        opened.actions_table["nextLink"].trigger()
        seen.append(view.current_link)
        link = opened.comparison.alignment.links[view.current_link]
        tops = [screen_top(view, side, min(link.on(side))) for side in Side]
        assert abs(tops[0] - tops[1]) <= 1
    assert seen == view.structure.walk
    assert "of" in opened.tools.counter.text()
    opened.actions_table["previousLink"].trigger()
    assert view.current_link == view.structure.walk[-2]
    qtbot.waitUntil(lambda: opened.sidebar.compare_card.isVisible())


def test_every_action_has_words_and_works_without_a_pair(window: MainWindow) -> None:
    asking = {spec.name for spec in ACTIONS if spec.menu in ("File", "Help") or spec.text.endswith("…")}
    for spec in ACTIONS:
        action = window.actions_table[spec.name]
        assert action.text()
        assert action.statusTip(), spec.name
        assert not action.isCheckable() or spec.checkable
        if spec.name not in asking:
            action.trigger()
    settle(window)


def test_shortcuts_are_not_given_twice() -> None:
    keys = [key for spec in ACTIONS for key in spec.shortcuts]
    assert len(keys) == len(set(keys))


def first_ink(widget: QWidget) -> int:
    """Return the first column of a widget in which something is written."""
    image = widget.grab().toImage()
    rows, ground = range(6, image.height() - 6), image.pixelColor(0, image.height() // 2)
    ratio = image.devicePixelRatio()
    return int(
        next(x for x in range(image.width()) if any(image.pixelColor(x, y) != ground for y in rows)) / ratio
    )


def test_no_word_of_the_status_bar_stands_on_another(opened: MainWindow, qtbot: QtBot) -> None:
    opened.view.go_to_link(1)
    assert "linked" in opened.statusBar().currentMessage()
    assert not opened.status.facts.isVisible()
    passing = first_ink(opened.status)
    opened.statusBar().clearMessage()
    assert abs(passing - first_ink(opened.status)) <= 1  # nothing jumps when passing words go
    opened.commands.files.open_sample_named(samples()[0].name)
    for _ in range(2):
        assert not (opened.statusBar().currentMessage() and opened.status.work.isVisible())
        settle(opened)
    with qtbot.waitSignal(opened.comparison_ready, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: opened.view.index is not None and not opened.view.filler.busy)
    assert opened.status.facts.isVisible()
    assert not opened.statusBar().currentMessage()


def test_passing_words_begin_at_the_edge_also_while_a_pair_is_on_its_way(opened: MainWindow) -> None:
    status = opened.status
    status.show_work(True)
    status.show_progress(0.4, "Finding names and figures")
    settle(opened)
    working = first_ink(status)
    opened.statusBar().showMessage("Find words in both articles")  # what a menu entry tells
    settle(opened)
    assert abs(working - first_ink(status)) <= 1
    status.show_work(False)


def test_swap_exchanges_the_sides(opened: MainWindow, qtbot: QtBot) -> None:
    title = opened.comparison.left.title
    with qtbot.waitSignal(opened.comparison_ready, timeout=20_000):
        opened.actions_table["swapSides"].trigger()
    assert opened.comparison.right.title == title


def test_a_sample_is_called_by_its_title(opened: MainWindow, qtbot: QtBot) -> None:
    sample = samples()[1]
    with qtbot.waitSignal(opened.comparison_ready, timeout=20_000):
        opened.commands.files.open_sample_named(sample.name)
    assert opened.windowTitle() == f"{sample.title}[*] — Twicetold"
    opened.commands.files.fill_recent()
    listed = [unmarked(action.text()) for action in opened.menus["Recent pairs"].actions()]
    assert f"1  {sample.title}" in listed
    page = opened.commands.files.make_start_page()
    qtbot.addWidget(page)
    opened.commands.files.fill_start_page(page)
    names = [button.accessibleName() for button in page.findChildren(EntryButton)]
    assert names.count(sample.title) == 1
    assert "left.txt ↔ right.txt" in names


def test_a_swap_is_taken_back_and_is_no_work_to_be_asked_about(opened: MainWindow, qtbot: QtBot) -> None:
    before, heading = opened.comparison, opened.windowTitle()
    with qtbot.waitSignal(opened.comparison_ready, timeout=20_000):
        opened.actions_table["swapSides"].trigger()
    swapped = opened.comparison
    assert swapped.left is before.right
    assert not opened.keeper.dirty
    assert not opened.isWindowModified()
    assert opened.actions_table["undo"].text() == "&Undo: Swap the sides"
    qtbot.keyClick(opened.view.panes[Side.LEFT], Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.comparison == before
    assert opened.windowTitle() == heading
    opened.actions_table["redo"].trigger()
    assert opened.comparison == swapped
    opened.view.go_to_link(0)
    opened.actions_table["confirmLink"].trigger()
    assert opened.keeper.dirty
    opened.actions_table["undo"].trigger()
    assert not opened.keeper.dirty


def test_the_keys_give_way_to_what_the_pair_holds(opened: MainWindow) -> None:
    opened.resize(1300, 700)
    settle(opened)
    assert opened.status.hint.isVisible()
    opened.status.show_facts(" · ".join(["1,234 paragraphs only on the left"] * 4))
    settle(opened)
    assert not opened.status.hint.isVisible()
    assert opened.minimumSizeHint().width() <= 1300
    opened.resize(1900, 700)
    settle(opened)
    assert opened.status.hint.isVisible()


def test_a_wrong_expression_is_told_in_the_window(opened: MainWindow, qtbot: QtBot) -> None:
    bar = opened.find_bar
    opened.actions_table["find"].trigger()
    qtbot.mouseClick(bar.expression, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(bar.field, "(crane")
    qtbot.waitUntil(lambda: bar.message.text().startswith("Not a regular expression"))
    assert bar.field.property("wrong") == "true"
    qtbot.keyClicks(bar.field, ")")
    qtbot.waitUntil(lambda: "left" in bar.message.text())
    assert bar.field.property("wrong") == "false"


def test_find_counts_marks_and_walks_both_sides(opened: MainWindow, qtbot: QtBot) -> None:
    opened.actions_table["find"].trigger()
    assert opened.find_bar.isVisible()
    qtbot.keyClicks(opened.find_bar.field, "crane")
    qtbot.waitUntil(lambda: bool(opened.view.panes[Side.LEFT].layers.marks("find")))
    marks = {side: opened.view.panes[side].layers.marks("find") for side in Side}
    for side in Side:
        article = opened.comparison.article(side)
        hits = sum(p.text.lower().count("crane") for p in article.paragraphs)
        assert len(marks[side]) == hits
    opened.actions_table["findNext"].trigger()
    current = [
        m for side in Side for m in opened.view.panes[side].layers.marks("find") if m[1] == "find_current"
    ]
    assert len(current) == 1
    qtbot.keyClick(opened.find_bar.field, Qt.Key.Key_Escape)
    assert not any(opened.view.panes[side].layers.marks("find") for side in Side)


def test_finding_again_opens_the_closed_bar_with_what_was_looked_for(
    opened: MainWindow, qtbot: QtBot
) -> None:
    pane = opened.view.panes[Side.LEFT]
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_F3)
    bar = opened.find_bar
    assert bar.isVisible()
    qtbot.keyClicks(bar.field, "crane")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    qtbot.keyClick(pane, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert bar.isVisible()
    assert bar.field.text() == "crane"
    assert " of " in bar.message.text()


def test_a_shift_is_kept_or_dropped_where_there_is_one(opened: MainWindow) -> None:
    actions, pane = opened.actions_table, opened.view.panes[Side.RIGHT]
    assert not actions["keepShift"].isEnabled()
    assert not actions["dropShift"].isEnabled()
    opened.resize(1100, 420)
    settle(opened)
    opened.view.moving.scroll_to(opened.view.ruler.map.total * 0.5)
    wheel(pane, -120, keys=Qt.KeyboardModifier.AltModifier)
    assert actions["keepShift"].isEnabled()
    actions["dropShift"].trigger()
    assert not actions["dropShift"].isEnabled()


def test_alt_with_the_wheel_leaves_the_keyboard_in_the_text(opened: MainWindow) -> None:
    pane = opened.view.panes[Side.LEFT]
    pane.setFocus()
    QTest.keyPress(pane, Qt.Key.Key_Alt)
    wheel(pane, -120, keys=Qt.KeyboardModifier.AltModifier)
    QTest.keyRelease(pane, Qt.Key.Key_Alt)
    assert QApplication.focusWidget() is pane
    QTest.keyPress(pane, Qt.Key.Key_Alt)
    QTest.keyRelease(pane, Qt.Key.Key_Alt)
    assert QApplication.focusWidget() is opened.menuBar()
    QTest.keyClick(opened.menuBar(), Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is pane


def test_a_name_in_the_sidebar_lights_its_mentions_and_steps_through_them(
    opened: MainWindow, qtbot: QtBot
) -> None:
    row = next(row for row in opened.comparison.entities if row.left and row.right)
    names = opened.sidebar.entity_view
    names.finish()
    names.list.set_current_key(row, quiet=False)
    for side in Side:
        assert len(opened.view.panes[side].layers.marks("entity")) == len(row.on(side))
    seen = []
    for _ in range(2):
        opened.actions_table["nextMention"].trigger()
        seen += [
            side
            for side in Side
            for mark in opened.view.panes[side].layers.marks("entity")
            if mark[1] == "entity_current"
        ]
    assert seen == [Side.LEFT, Side.RIGHT]
    # The list counts along, and its own arrows go on from there.
    total = len(row.left) + len(row.right)
    assert f"mention 2 of {total}, right" in names.list.rows[names.list.currentIndex().row()].description
    qtbot.keyClick(names.list, Qt.Key.Key_Left)
    assert f"mention 1 of {total}, left" in names.list.rows[names.list.currentIndex().row()].description


def test_a_sidebar_over_the_text_takes_the_keyboard_and_gives_it_back(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.resize(1024, 700)
    settle(opened)
    pane = opened.view.panes[Side.RIGHT]
    pane.setFocus()
    for close in (Qt.Key.Key_Escape, Qt.Key.Key_F9):
        qtbot.keyClick(pane, Qt.Key.Key_F9)
        rows = opened.sidebar.entity_view.list
        assert QApplication.focusWidget() is rows
        assert not rows.currentIndex().isValid()  # nothing is chosen yet
        qtbot.keyClick(rows, close)
        assert not opened.sidebar.isVisible()
        assert QApplication.focusWidget() is pane


def test_a_message_closed_by_key_gives_the_keyboard_back_to_the_text(
    opened: MainWindow, qtbot: QtBot
) -> None:
    opened.view.panes[Side.RIGHT].setFocus()
    opened.notice.show_message("The file is gone. Choose another one.")
    close = opened.notice.findChild(QWidget, "noticeClose")
    close.setFocus()
    qtbot.keyClick(close, Qt.Key.Key_Space)
    assert not opened.notice.isVisible()
    assert QApplication.focusWidget() is opened.view.panes[Side.RIGHT]


def test_the_start_page_gives_the_keyboard_to_its_first_button(opened: MainWindow) -> None:
    opened.view.panes[Side.LEFT].setFocus()
    opened.actions_table["closePair"].trigger()
    settle(opened)
    assert opened.start_page is not None
    assert QApplication.focusWidget() is opened.start_page.open_button


def test_theme_layout_and_size_are_remembered(opened: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    for name in ("themeDark", "layoutRows", "zoomIn", "toggleReadingLine"):
        opened.actions_table[name].trigger()
    settle(opened)
    assert opened.view.theme.dark
    assert opened.view.panes[Side.LEFT].document().defaultFont().pointSizeF() > 12.0
    assert opened.view.panes[Side.LEFT].reading_line is None
    opened.close()
    again = MainWindow(settings)
    qtbot.addWidget(again)
    again.show()
    assert again.view.theme.dark
    assert again.view.layout_name == "rows"
    assert again.actions_table["layoutRows"].isChecked()
    assert not again.actions_table["toggleReadingLine"].isChecked()
    assert again.settings.recent_pairs
    again.close()


def test_a_narrow_window_lays_the_sidebar_over_the_text(opened: MainWindow, qtbot: QtBot) -> None:
    wide = opened.view.width()
    assert wide < opened.width()
    opened.resize(1024, 700)
    settle(opened)
    assert opened.side_panel.overlay
    assert not opened.sidebar.isVisible()
    whole = opened.view.width()
    opened.actions_table["toggleSidebar"].trigger()
    assert opened.sidebar.isVisible()
    assert opened.view.width() == whole
    opened.actions_table["find"].trigger()  # its buttons stay in reach
    settle(opened)
    bar, beside = opened.find_bar, opened.sidebar
    assert beside.mapTo(opened, QPoint(0, 0)).y() >= bar.mapTo(opened, QPoint(0, bar.height())).y()
    assert beside.geometry().bottom() == opened.side_panel.rect().bottom()
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)  # closes the bar, which it was typed into
    settle(opened)
    assert bar.isHidden()
    assert beside.isVisible()
    assert beside.y() == 0
    opened.resize(1500, 800)
    settle(opened)
    assert opened.sidebar.isVisible()
    assert opened.view.width() < opened.width()


def test_sizes_from_small_to_very_wide(opened: MainWindow) -> None:
    for width in (900, 1100, 1920, 3840):
        opened.resize(width, 800)
        settle(opened)
        for side in Side:
            assert opened.view.panes[side].width() >= 200
            frame = opened.view.panes[side].document().rootFrame().frameFormat()
            text = opened.view.panes[side].viewport().width() - frame.leftMargin() - frame.rightMargin()
            assert 200 <= text <= 900


def test_keyboard_goes_to_the_other_side_and_back(opened: MainWindow) -> None:
    left, right = (opened.view.panes[side] for side in Side)
    opened.activateWindow()
    left.setFocus()
    opened.view.go_to_link(2)
    opened.actions_table["otherSide"].trigger()
    assert right.hasFocus()
    link = opened.comparison.alignment.links[2]
    assert right.place_of_caret()[0] in link.right
    QTest.keyClick(right, Qt.Key.Key_Return)
    assert opened.view.current_link == 2


def test_one_sided_passages_and_changes_are_walked(opened: MainWindow) -> None:
    opened.actions_table["nextOnlyHere"].trigger()
    assert opened.statusBar().currentMessage()
    count = len(opened.comparison.only_left) + len(opened.comparison.only_right)
    seen = set()
    for _ in range(count):
        opened.actions_table["nextOnlyHere"].trigger()
        for side in Side:
            seen |= {(side, mark[0]) for mark in opened.view.panes[side].layers.marks("flash")}
    assert len(seen) == count
    marked = set()
    for _ in range(count + len(opened.comparison.changes)):
        opened.actions_table["nextChange"].trigger()
        marked.update(opened.view.panes[Side.LEFT].layers.marks("change"))
    assert len(marked) == len({change.left for change in opened.comparison.changes})


def test_reading_pair_by_pair_visits_every_paragraph_once(opened: MainWindow) -> None:
    from desktop_app.ui.reading.linear import linear_steps

    steps = linear_steps(opened.comparison)
    for side in Side:
        visited = sorted(step.paragraph for step in steps if step.side is side)
        assert visited == [p.index for p in opened.comparison.article(side).paragraphs]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_dialogs_open_and_close(opened: MainWindow) -> None:
    from PySide6.QtWidgets import QDialog

    for name in ("showShortcuts", "showManual", "about", "pastePair", "preferences", "readLinear"):
        opened.actions_table[name].trigger()
        dialog = next(d for d in opened.findChildren(QDialog) if d.isVisible())
        dialog.close()
        settle(opened)
    opened.actions_table["readingLook"].trigger()
    opened.commands.look._popover.close()


def test_place_survives_sidebar_size_and_theme_in_the_window(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.txt"
        text = [f"Paragraph {n} tells of lantern {n} and of river {n}. " * (1 + n % 3) for n in range(60)]
        path.write_text("\n\n".join(text), encoding="utf-8")
        paths.append(path)
    with qtbot.waitSignal(window.comparison_ready, timeout=30_000):
        window.open_pair(*paths)
    view = window.view
    qtbot.waitUntil(lambda: view.index is not None and not view.filler.busy)
    pane = view.panes[Side.LEFT]
    for _ in range(25):
        wheel(pane, angle=-120)
    at = pane.place_at(QPointF(80, pane.verticalScrollBar().value() + view.ruler.line))

    def below() -> float:
        return pane.caret_rect(*at).top() - pane.verticalScrollBar().value() - view.ruler.line

    first = below()
    for name in (
        "toggleSidebar", "zoomIn", "themeDark", "layoutRows", "zoomIn", "toggleSidebar", "toggleStrip",
        "themeLight", "layoutFlow", "zoomReset", "toggleStrip",
    ):  # fmt: skip
        window.actions_table[name].trigger()
        settle(window)
        assert abs(below() - first) <= 2.0, name
    for width in (1024, 1700, 900, 1440):
        window.resize(width, 800 + width % 100)
        settle(window)
        assert abs(below() - first) <= 2.0, width

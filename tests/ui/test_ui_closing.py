"""Closing a pair, what the start page then offers, and passages that reading left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_comparisons import LEFT, RIGHT
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.model import Origin, Side, Span
from desktop_app.ui.dialogs.left_out import LeftOutDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reading.linear import LinearReader
from desktop_app.ui.start_page import EntryButton, StartPage

PAGE = """<html><head><title>Barge freed at Tarn lock</title></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>
<article><h1>Barge freed at Tarn lock</h1>
<p>A barge that had blocked the lock at Tarn for two days was freed on Friday, the river authority said.</p>
<p>Nobody was hurt, and the lock gates were not damaged, said Jorun Fell, who runs the lock for the town.</p>
<p>Thirty boats had waited upstream since the barge turned in the wind on Wednesday evening.</p></article>
<footer><p>Subscribe to the letter of the day</p></footer></body></html>"""


def open_pair(window: MainWindow, left: Path, right: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(left, right)
    qtbot.waitUntil(lambda: window.view.index is not None)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    found = []
    for name, paragraphs in (("left", LEFT), ("right", RIGHT)):
        found.append(tmp_path / f"{name}.txt")
        found[-1].write_text("\n\n".join(text for _, text in paragraphs), encoding="utf-8")
    return found[0], found[1]


def test_closing_a_pair_leads_to_the_start_page_and_leaves_nothing(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    open_pair(window, *files, qtbot)
    window.view.go_to_link(1)
    window.actions_table["find"].trigger()
    window.actions_table["closePair"].trigger()
    assert isinstance(window.stack.currentWidget(), StartPage)
    assert window.comparison is None
    assert window.windowTitle().replace("[*]", "") == "Twicetold"
    assert not window.actions_table["toggleSidebar"].isEnabled()  # nothing to stand beside
    assert not window.find_bar.isVisible()
    assert window.status.facts.text() == ""
    assert window.sidebar.compare_card.isHidden()
    for name in ("nextLink", "exportReport", "saveProject", "undo", "unlinkParagraphs", "closePair"):
        assert not window.actions_table[name].isEnabled(), name
    for side in Side:
        assert window.view.panes[side].toPlainText() == ""
    recent = [b for b in window.stack.currentWidget().findChildren(EntryButton) if "left.txt" in b.text()]
    assert recent or "left.txt" in str(
        [b.data for b in window.stack.currentWidget().findChildren(EntryButton)]
    )
    open_pair(window, *files, qtbot)
    assert window.stack.currentWidget() is window.side_panel
    assert window.view.panes[Side.LEFT].toPlainText()


def test_a_pair_named_from_a_folder_is_found_from_any_other(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(files[0].parent)
    open_pair(window, Path("left.txt"), Path("right.txt"), qtbot)
    assert window.settings.recent_pairs[0] == (str(files[0]), str(files[1]))


def test_the_start_page_says_why_a_pair_did_not_open(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    files[0].write_text("", encoding="utf-8")
    with qtbot.waitSignal(window.session.failed, timeout=20_000):
        window.open_pair(*files)
    assert isinstance(window.stack.currentWidget(), StartPage)
    assert window.notice.isVisible()


def test_cancelling_the_first_pair_leads_back_to_the_start_page(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    window.show_start()
    window.open_pair(*files)
    qtbot.mouseClick(window.status.stop, Qt.MouseButton.LeftButton)
    assert isinstance(window.stack.currentWidget(), StartPage)


def test_what_reading_left_out_is_put_back_and_taken_back(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    page, text = tmp_path / "page.html", tmp_path / "other.txt"
    page.write_text(PAGE, encoding="utf-8")
    text.write_text("Barge freed\n\nA barge at the lock of Tarn was freed on Friday.", encoding="utf-8")
    open_pair(window, text, page, qtbot)
    before = window.comparison
    assert before is not None
    dropped = before.right.dropped
    assert dropped
    assert window.actions_table["listLeftOut"].isEnabled()
    said = "1 passage left out" if len(dropped) == 1 else f"{len(dropped)} passages left out"
    assert window.status.facts.text().endswith(said)
    window.actions_table["listLeftOut"].trigger()
    dialog = window.findChild(LeftOutDialog)
    assert isinstance(dialog, LeftOutDialog)
    assert dialog.list.count() == len(dropped)
    assert not dialog.put_back.isEnabled()
    last = dialog.list.item(dialog.list.count() - 1)
    last.setCheckState(Qt.CheckState.Checked)
    dialog.put_back.click()
    stack = window.workbench.stack
    qtbot.waitUntil(stack.canUndo, timeout=20_000)
    assert dropped[-1] in [p.text for p in window.comparison.right.paragraphs]
    qtbot.waitUntil(lambda: dropped[-1] in window.view.panes[Side.RIGHT].toPlainText())
    text.write_text("Barge freed\n\nA barge at the lock of Tarn was freed on Saturday.", encoding="utf-8")
    window.actions_table["readSourcesAgain"].trigger()
    qtbot.waitUntil(lambda: stack.count() == 2, timeout=20_000)
    assert "Saturday" in window.comparison.left.paragraphs[1].text
    assert dropped[-1] in [p.text for p in window.comparison.right.paragraphs]
    assert dropped[-1] not in window.comparison.right.dropped
    stack.undo()
    stack.undo()
    assert window.comparison.right.paragraphs == before.right.paragraphs
    stack.setClean()


def test_swapping_keeps_what_was_done_by_hand_and_the_place(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    open_pair(window, *files, qtbot)
    assert window.comparison is not None
    left, right = len(window.comparison.left.paragraphs) - 1, len(window.comparison.right.paragraphs) - 1
    window.commands.links.link_pair(left, right, Side.LEFT)
    qtbot.waitUntil(lambda: window.workbench.settled, timeout=10_000)
    made = window.comparison.alignment.link_of(Side.LEFT, left)
    assert window.comparison.alignment.links[made].origin is Origin.MANUAL
    title = window.windowTitle()
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.actions_table["swapSides"].trigger()
    turned = window.comparison.alignment
    link = turned.links[turned.link_of(Side.LEFT, right)]
    assert link.origin is Origin.MANUAL
    assert left in link.right
    assert window.windowTitle() != title
    assert (window.opened.left, window.opened.right) == (str(files[1]), str(files[0]))
    window.actions_table["undo"].trigger()
    assert window.windowTitle() == title
    assert window.comparison.alignment.link_of(Side.LEFT, left) == made
    window.workbench.stack.setClean()


def test_escape_leads_back_to_the_text(window: MainWindow, files: tuple[Path, Path], qtbot: QtBot) -> None:
    open_pair(window, *files, qtbot)
    window.sidebar.show_tab("linkView")
    window.sidebar.link_view.list.setFocus()
    qtbot.keyClick(window.sidebar.link_view.list, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is window.view.panes[Side.LEFT]


def test_escape_in_the_text_closes_a_sidebar_over_it_first(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    open_pair(window, *files, qtbot)
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: window.side_panel.overlay)
    window.view.go_to_link(1)
    window.actions_table["toggleSidebar"].trigger()
    assert window.sidebar.isVisible()
    pane = window.view.panes[Side.LEFT]
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert not window.sidebar.isVisible()
    assert window.view.current_link == 1
    qtbot.keyClick(pane, Qt.Key.Key_Escape)
    assert window.view.current_link == -1


def test_reading_pair_by_pair_begins_at_the_caret(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    open_pair(window, *files, qtbot)
    pane = window.view.panes[Side.LEFT]
    pane.setFocus()
    pane.select(Span(4, 0, 0))
    window.actions_table["readLinear"].trigger()
    reader = window.findChild(LinearReader)
    assert isinstance(reader, LinearReader)
    place = reader.list.current_key()
    step = reader.steps[place]
    assert (step.side, step.paragraph) == (Side.LEFT, 4)
    text = window.comparison.left.paragraphs[4].text
    assert reader.list.rows[place].spoken == f"{step.label}. {text}"
    qtbot.keyClick(reader.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(reader.place_chosen) as chosen:
        qtbot.keyClick(reader.list, Qt.Key.Key_Return)
    after = reader.steps[place + 1]
    assert chosen.args == [after.side, after.paragraph]


def test_an_edit_of_links_puts_the_light_on_partner_sentences_out(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    open_pair(window, *files, qtbot)
    view = window.view
    assert window.comparison is not None
    left = min(window.comparison.alignment.links[1].left)
    view.go_to_link(1)
    view.marking.point_at(Side.LEFT, left, 0)
    assert view.panes[Side.RIGHT].layers.marks("sentence")
    window.actions_table["unlinkParagraphs"].trigger()
    assert not view.panes[Side.RIGHT].layers.marks("sentence")
    window.workbench.stack.undo()
    window.workbench.stack.setClean()


def test_the_lists_of_what_was_opened_can_be_cleared(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    open_pair(window, *files, qtbot)
    assert window.keeper.save_to(tmp_path / "work.twicetold")
    for name, kept in (("Recent pairs", "recent_pairs"), ("Recent projects", "recent_projects")):
        menu = window.menus[name]
        menu.aboutToShow.emit()
        assert getattr(window.settings, kept)
        clear = menu.actions()[-1]
        assert clear.text() == "&Clear the list"
        clear.trigger()
        assert not getattr(window.settings, kept)
        menu.aboutToShow.emit()
        assert [action.isEnabled() for action in menu.actions()] == [False]

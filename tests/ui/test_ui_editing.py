"""Links edited in a real window: keys, mouse, undo; work saved, locked, recovered."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from editing_windows import Opener, press, put_carets, settled
from hands import all_ended
from made_comparisons import LEFT, RIGHT
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QFileDialog, QToolBar
from pytestqt.qtbot import QtBot

from desktop_app.model import Alignment, Article, Link, Origin, Progress, Side, Span
from desktop_app.project import links as edit
from desktop_app.project import load_project
from desktop_app.ui.dialogs.question import Question
from desktop_app.ui.main_window import MainWindow


def alignment_of(window: MainWindow) -> Alignment:
    comparison = window.comparison
    assert comparison is not None
    return comparison.alignment


def groups(window: MainWindow) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.left, link.right) for link in alignment_of(window).links}


def link_at(window: MainWindow, side: Side, paragraph: int) -> Link | None:
    number = alignment_of(window).link_of(side, paragraph)
    return None if number is None else alignment_of(window).links[number]


def test_links_are_made_and_parted_by_keys_and_taken_back(pair: MainWindow, qtbot: QtBot) -> None:
    before = groups(pair)
    assert link_at(pair, Side.RIGHT, 7) is None
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    made = link_at(pair, Side.RIGHT, 7)
    assert made is not None
    assert 3 in made.left
    assert made.origin is Origin.MANUAL
    chosen = alignment_of(pair).links[pair.view.current_link]
    assert 3 in chosen.left
    assert pair.isWindowModified()
    assert pair.actions_table["undo"].text().startswith("Undo: Link ¶3 ↔ ¶7")
    press(pair, qtbot, "U")
    assert link_at(pair, Side.RIGHT, 7) is None
    project = settled(pair, qtbot)
    assert (3, 7) in project.rejected
    press(pair, qtbot, "Ctrl+Z")
    press(pair, qtbot, "Ctrl+Z")
    assert groups(pair) == before
    assert not pair.isWindowModified()
    press(pair, qtbot, "Ctrl+Shift+Z")
    assert link_at(pair, Side.RIGHT, 7) is not None


def test_confirm_take_out_split_merge_and_moved(pair: MainWindow, qtbot: QtBot) -> None:
    number = alignment_of(pair).link_of(Side.LEFT, 1)
    assert number is not None
    pair.view.go_to_link(number)
    press(pair, qtbot, "C")
    confirmed = link_at(pair, Side.LEFT, 1)
    assert confirmed is not None
    assert confirmed.origin is Origin.CONFIRMED
    put_carets(pair, 1, confirmed.right[0])
    press(pair, qtbot, "J")
    merged = link_at(pair, Side.LEFT, 1)
    assert merged is not None
    assert len(merged.left) > 1
    put_carets(pair, merged.left[-1], merged.right[-1])
    press(pair, qtbot, "Shift+J")
    assert link_at(pair, Side.LEFT, 1) != merged
    kept = link_at(pair, Side.LEFT, 1)
    assert kept is not None
    pair.view.marking.choose(alignment_of(pair).links.index(kept))
    moved = kept.moved
    press(pair, qtbot, "Ctrl+M")
    after = link_at(pair, Side.LEFT, 1)
    assert after is not None
    assert after.moved != moved
    put_carets(pair, 1, 0)
    press(pair, qtbot, "Shift+U")
    assert link_at(pair, Side.LEFT, 1) is None


def test_selected_paragraphs_make_a_group(pair: MainWindow, qtbot: QtBot) -> None:
    for side, first, last in ((Side.LEFT, 2, 3), (Side.RIGHT, 5, 7)):
        pane = pair.view.panes[side]
        pane.select(Span(first, 0, 0))
        cursor = pane.textCursor()
        cursor.setPosition(pane.document().findBlockByNumber(last).position() + 4, cursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)
    press(pair, qtbot, "L")
    assert ((2, 3), (5, 6, 7)) in groups(pair)


def test_an_edit_without_sense_says_so_and_changes_nothing(pair: MainWindow, qtbot: QtBot) -> None:
    before = groups(pair)
    pair.view.go_to_link(0)
    put_carets(pair, 0, 0)
    press(pair, qtbot, "Shift+J")
    assert groups(pair) == before
    assert "need a paragraph on each side" in pair.statusBar().currentMessage()
    assert not pair.workbench.stack.canUndo()


def test_findings_follow_the_links(pair: MainWindow, qtbot: QtBot) -> None:
    comparison = pair.comparison
    assert comparison is not None
    before = comparison.right_coverage
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    project = settled(pair, qtbot)
    assert project.comparison.right_coverage > before
    assert not any(passage.paragraph == 7 for passage in project.comparison.only_right)
    assert project.comparison.left is comparison.left
    assert pair.view.comparison is project.comparison


def test_linking_again_keeps_what_a_person_decided(pair: MainWindow, qtbot: QtBot) -> None:
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    number = alignment_of(pair).link_of(Side.LEFT, 2)
    assert number is not None
    parted = alignment_of(pair).links[number]
    pair.view.go_to_link(number)
    press(pair, qtbot, "U")
    settled(pair, qtbot)
    steps = pair.workbench.stack.index()
    pair.actions_table["linkAgain"].trigger()
    all_ended(pair, qtbot)
    made = link_at(pair, Side.RIGHT, 7)
    assert made is not None
    assert 3 in made.left
    assert not edit.pairs_of([parted]) & edit.pairs_of(alignment_of(pair).links)
    assert pair.workbench.stack.index() - steps in (0, 1)


def slow_align(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let the aligner wait for an event, or to be stopped."""
    from desktop_app import align as package

    go_on, real = Event(), package.align

    def slow(left: Article, right: Article, progress: Progress, **rest: Any) -> Alignment:
        while not go_on.wait(0.01):
            progress(0.5, "Linking")
        return real(left, right, progress, **rest)

    monkeypatch.setattr(package, "align", slow)
    return go_on


def test_linking_again_tells_how_far_it_is_and_can_be_stopped(
    pair: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, go_on = settled(pair, qtbot), slow_align(monkeypatch)
    pair.actions_table["linkAgain"].trigger()
    qtbot.waitUntil(lambda: pair.status.work.isVisible() and pair.status.work.text() == "Linking")
    qtbot.mouseClick(pair.status.stop, Qt.MouseButton.LeftButton)
    assert not pair.status.bar.isVisible()
    all_ended(pair, qtbot)
    assert settled(pair, qtbot) is before
    go_on.set()
    pair.actions_table["linkAgain"].trigger()
    qtbot.waitUntil(lambda: pair.statusBar().currentMessage() == "All links stay as they were")
    assert not pair.status.bar.isVisible()
    assert pair.workbench.stack.count() == 0


def test_linking_again_minds_an_edit_that_is_made_meanwhile(
    pair: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = slow_align(monkeypatch)
    number = alignment_of(pair).link_of(Side.LEFT, 2)
    assert number is not None
    parted = alignment_of(pair).links[number]
    pair.actions_table["linkAgain"].trigger()
    qtbot.waitUntil(lambda: pair.status.bar.isVisible())
    pair.view.go_to_link(number)
    press(pair, qtbot, "U")
    assert pair.workbench.stack.count() == 1
    go_on.set()
    all_ended(pair, qtbot)
    qtbot.waitUntil(lambda: not pair.status.bar.isVisible())
    assert not edit.pairs_of([parted]) & edit.pairs_of(alignment_of(pair).links)


def test_what_linking_again_drops_was_not_parted_by_hand(pair: MainWindow, qtbot: QtBot) -> None:
    before = settled(pair, qtbot)
    pair.workbench.edit_links("Again", lambda a: Alignment(a.links[1:]), by_hand=False)
    assert settled(pair, qtbot).rejected == before.rejected == ()


def test_many_random_edits_undo_to_the_start_and_redo_to_the_end(pair: MainWindow, qtbot: QtBot) -> None:
    start = settled(pair, qtbot)
    draw = random.Random(300)  # noqa: S311 - chance for a test
    bench = pair.workbench
    lefts, rights = len(LEFT), len(RIGHT)
    while bench.stack.count() < 300:
        count = len(alignment_of(pair).links)
        left, right = draw.randrange(lefts), draw.randrange(rights)
        side = draw.choice(list(Side))
        number = draw.randrange(max(1, count))
        change: Callable[[Alignment], Alignment] = draw.choice(
            [
                lambda a, left=left, right=right, side=side: edit.link_pair(a, left, right, side),
                lambda a, left=left: edit.take(a, Side.LEFT, left),
                lambda a, number=number: edit.unlink(a, number),
                lambda a, number=number: edit.confirm(a, number),
                lambda a, number=number: edit.merge(a, {number, number + 1}),
                lambda a, number=number: edit.set_moved(a, number, moved=True),
                lambda a, left=left, right=right: edit.link(a, [left], [right, (right + 1) % rights]),
            ]
        )
        bench.edit_links("Edit", change)
    end = settled(pair, qtbot)
    bench.stack.setIndex(0)
    assert settled(pair, qtbot) == start
    bench.stack.setIndex(300)
    assert settled(pair, qtbot) == end


def test_work_is_saved_and_goes_on_in_another_window(
    pair: MainWindow, open_window: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "work"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    project = settled(pair, qtbot)
    press(pair, qtbot, "Ctrl+S")
    file = tmp_path / "work.twicetold"
    assert not pair.isWindowModified()
    assert pair.windowTitle().startswith("work.twicetold")
    saved = load_project(file)
    assert replace(saved, place=None) == replace(project, place=None)
    first = file.read_bytes()
    copy = open_window(file)
    assert copy.keeper.path is None
    assert "open in another window" in copy.notice.label.text()
    assert copy.comparison == project.comparison
    copy.close()
    assert pair.keeper.save()
    assert file.read_bytes() == first
    pair.close()
    assert not list(tmp_path.glob(".~lock*"))
    again = open_window(file)
    assert again.keeper.path == file
    assert again.settings.recent_projects[0] == str(file)
    assert alignment_of(again) == project.comparison.alignment
    put_carets(again, 0, 0)
    press(again, qtbot, "C")
    again.view.go_to_link(0)
    press(again, qtbot, "C")
    assert again.isWindowModified()


@pytest.mark.parametrize(
    ("answer", "closes"),
    [
        ("neither", False),
        ("no", True),
        ("yes", True),
    ],
)
def test_closing_asks_about_unsaved_work(
    pair: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    closes: bool,
) -> None:
    target = tmp_path / "work.twicetold"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    settled(pair, qtbot)

    def reply() -> None:
        question = pair.findChild(Question, "unsavedWork")
        assert question is not None
        qtbot.mouseClick(getattr(question, answer), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, pair, reply)
    assert pair.close() is closes
    assert pair.isVisible() is not closes
    assert target.exists() is (answer == "yes")
    if not closes:
        pair.workbench.stack.setClean()


def test_unsaved_work_is_kept_aside_and_restored(
    pair: MainWindow, open_window: Opener, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "recovery"
    pair.keeper._aside.setInterval(50)
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    project = settled(pair, qtbot)
    qtbot.waitUntil(lambda: folder.exists() and not pair.keeper._aside.isActive())
    pair.keeper.keep_aside()
    kept = list(folder.iterdir())
    assert len(kept) == 1
    # What a killed process leaves: the file, but nobody who owns it.
    data = kept[0].read_text(encoding="utf-8").replace('"pid": ', '"pid": 1000000')
    pair.workbench.stack.setClean()
    pair.close()
    assert not list(folder.iterdir())
    (folder / "00112233445566aa.recovery").write_text(data, encoding="utf-8")
    other = open_window()
    other.notice.show_message("A source of the pair that was opened has changed.")
    other.keeper.offer_recovery()
    offer = other.findChild(Question, "recoveryOffer")
    assert offer is not None
    assert "Harbour of Velmar" in offer.about.text()
    with qtbot.waitSignal(other.comparison_ready, timeout=10_000):
        qtbot.mouseClick(offer.yes, Qt.MouseButton.LeftButton)
    assert alignment_of(other) == project.comparison.alignment
    assert other.isWindowModified()
    assert other.notice.isHidden()
    assert [entry.name for entry in folder.iterdir()] != ["00112233445566aa.recovery"]
    assert len(list(folder.iterdir())) == 1


def test_a_damaged_project_is_refused_with_a_sentence(pair: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "broken.twicetold"
    file.write_text('{"format": "twicetold.project", "version": 99}', encoding="utf-8")
    before = pair.comparison
    pair.open_source((str(file),))
    qtbot.waitUntil(lambda: "newer Twicetold" in pair.notice.label.text(), timeout=5000)
    assert pair.comparison is before


def test_sources_that_changed_are_read_again(
    pair: MainWindow, qtbot: QtBot, sources: tuple[Path, Path]
) -> None:
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    settled(pair, qtbot)
    text = sources[0].read_text(encoding="utf-8")
    sources[0].write_text(text.replace("VELMAR:", "An update comes first.\n\nVELMAR:"), encoding="utf-8")
    pair.actions_table["readSourcesAgain"].trigger()
    qtbot.waitUntil(lambda: pair.workbench.stack.count() == 2, timeout=10_000)
    made = link_at(pair, Side.RIGHT, 7)
    assert made is not None
    assert 4 in made.left
    pair.workbench.stack.undo()
    made = link_at(pair, Side.RIGHT, 7)
    assert made is not None
    assert 3 in made.left


def test_a_link_that_comes_back_is_chosen_again(pair: MainWindow, qtbot: QtBot) -> None:
    pair.view.go_to_link(1)
    group = alignment_of(pair).links[1].left
    press(pair, qtbot, "U")
    settled(pair, qtbot)
    assert pair.view.current_link == -1
    press(pair, qtbot, "Ctrl+Z")
    assert alignment_of(pair).links[pair.view.current_link].left == group
    assert pair.statusBar().currentMessage().startswith("Taken back: Unlink")
    press(pair, qtbot, "Ctrl+Shift+Z")
    assert pair.view.current_link == -1


def test_a_chosen_name_is_walked_on_after_an_edit(pair: MainWindow, qtbot: QtBot) -> None:
    names = pair.sidebar.entity_view
    pair.sidebar.show_tab("entityView")
    assert pair.comparison is not None
    row = next(row for row in pair.comparison.entities if row.left and row.right)
    names.list.set_current_key(row, quiet=False)
    press(pair, qtbot, "M")
    pair.view.go_to_link(1)
    press(pair, qtbot, "U")
    settled(pair, qtbot)
    press(pair, qtbot, "M")
    assert "mention 2 of" in names.list.rows[names.list.currentIndex().row()].description
    current = [m for side in Side for m in pair.view.panes[side].layers.marks("entity") if m[1] != "entity"]
    assert len(current) == 1


def test_what_lost_its_place_is_told_until_that_is_taken_back(
    pair: MainWindow, qtbot: QtBot, sources: tuple[Path, Path]
) -> None:
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    settled(pair, qtbot)
    sources[0].write_text("Nothing of it is left.\n\nNot a word.", encoding="utf-8")
    pair.actions_table["readSourcesAgain"].trigger()
    qtbot.waitUntil(lambda: pair.workbench.stack.count() == 2, timeout=10_000)
    qtbot.waitUntil(lambda: "1 note or link found no certain place" in pair.notice.text)
    assert not pair.notice.isHidden()
    press(pair, qtbot, "Ctrl+Z")
    assert pair.notice.isHidden()


def test_the_preview_shows_the_pages(pair: MainWindow, qtbot: QtBot) -> None:
    pair.actions_table["printPreview"].trigger()
    dialog = pair.findChild(QPrintPreviewDialog)
    assert dialog is not None
    shown = dialog.findChild(QPrintPreviewWidget)
    assert shown is not None
    qtbot.waitUntil(lambda: shown.pageCount() >= 1)
    bar = dialog.findChild(QToolBar)
    assert bar is not None
    room = dialog.screen().availableSize()
    assert dialog.width() <= room.width()
    assert dialog.height() < room.height()
    dialog.resize(980, dialog.height())  # as wide as it comes on a screen that holds it
    qtbot.waitUntil(lambda: bar.width() > 900)
    last = bar.widgetForAction(bar.actions()[-1])  # the one that prints
    assert last.isVisible()
    assert bar.rect().contains(last.geometry())
    dialog.close()


def test_paper_gets_the_report_of_what_is_on_screen(
    pair: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printers: list[QPrinter] = []

    def accept(self: QPrintDialog) -> int:
        printer = self.printer()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "paper.pdf"))
        printers.append(printer)
        return int(QPrintDialog.DialogCode.Accepted.value)

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    pair.actions_table["printReport"].trigger()
    assert printers
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_a_project_tells_that_a_source_has_changed(
    pair: MainWindow, open_window: Opener, sources: tuple[Path, Path], tmp_path: Path
) -> None:
    file = tmp_path / "work.twicetold"
    assert pair.keeper.save_to(file)
    pair.close()
    sources[1].write_text("Something else.", encoding="utf-8")
    again = open_window(file)
    assert "A source has changed" in again.notice.label.text()
    assert again.comparison == pair.comparison


def test_what_was_dismissed_is_not_handed_on(pair: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    comparison = pair.comparison
    assert comparison is not None
    pair.sidebar.mark_requested.emit(comparison.changes[0], "dismissed")
    with qtbot.waitSignal(pair.exporting.written):
        pair.commands.files.write(tmp_path / "out.json")
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert len(data["changes"]) == len(comparison.changes) - 1

"""Work saved, locked, recovered, read again from changed sources, printed and handed on."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from editing_windows import Opener, alignment_of, link_at, link_by_hand, press, put_carets
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QFileDialog, QToolBar
from pytestqt.qtbot import QtBot

from desktop_app.model import Side
from desktop_app.project import load_project
from desktop_app.ui.dialogs.question import Question
from desktop_app.ui.main_window import MainWindow


def test_work_is_saved_and_goes_on_in_another_window(
    pair: MainWindow, open_window: Opener, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "work"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    project = link_by_hand(pair, qtbot, 3, 7)
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
    link_by_hand(pair, qtbot, 3, 7)

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
    project = link_by_hand(pair, qtbot, 3, 7)
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
    link_by_hand(pair, qtbot, 3, 7)
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


def test_what_lost_its_place_is_told_until_that_is_taken_back(
    pair: MainWindow, qtbot: QtBot, sources: tuple[Path, Path]
) -> None:
    link_by_hand(pair, qtbot, 3, 7)
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

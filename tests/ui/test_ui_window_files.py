"""Files that come into the main window and leave it: opened, dropped, copied, exported."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

import pytest
from hands import all_ended, values, wheel
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QUndoCommand,
)
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop_app.ingest.samples import samples
from desktop_app.model import Comparison, Side
from desktop_app.ui.dialogs.question import Question
from desktop_app.ui.letters import unmarked
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings


def test_a_missing_file_is_told_in_a_sentence(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.session.failed):
        window.open_pair(files[0].with_name("absent.txt"), files[1])
    qtbot.waitUntil(lambda: not window.session.busy)
    assert not window.notice.isHidden()
    assert "absent.txt" in window.notice.label.text()
    assert "Traceback" not in window.notice.label.text()


def test_the_menu_of_samples_fits_on_a_small_screen(opened: MainWindow) -> None:
    opened.commands.files.fill_samples()
    menu = opened.menus["Samples"]
    for action, sample in zip(menu.actions(), samples(), strict=True):
        assert unmarked(action.text()).startswith(f"{sample.title}: ")
        assert sample.shows in action.toolTip()
    assert menu.toolTipsVisible()
    assert menu.sizeHint().width() < 760


def test_an_ampersand_in_a_name_is_shown_in_menus(opened: MainWindow) -> None:
    opened.settings.add_recent_project("/stories/Smith & Sons.twicetold")
    opened.settings.add_recent_pair("/stories/Smith & Sons.txt", "/stories/b.txt")
    opened.commands.projects.fill_recent_projects()
    opened.commands.files.fill_recent()
    for name in ("Recent projects", "Recent pairs"):
        assert "Smith && Sons" in opened.menus[name].actions()[0].text()  # a single one would mark a letter
    opened.workbench.stack.push(QUndoCommand("Rename Smith & Sons"))
    assert opened.actions_table["undo"].text() == "&Undo: Rename Smith && Sons"
    opened.workbench.stack.setClean()


def test_the_later_pair_wins(window: MainWindow, files: tuple[Path, Path], qtbot: QtBot) -> None:
    ready: list[Comparison] = []
    window.comparison_ready.connect(ready.append)
    window.open_pair(*files)
    window.open_pair(files[1], files[0])
    window.open_pair(files[0], files[0])
    qtbot.waitUntil(lambda: bool(ready), timeout=20_000)
    all_ended(window, qtbot)
    assert len(ready) == 1
    assert ready[0].left.paragraphs == ready[0].right.paragraphs


def test_cancel_keeps_what_is_on_screen(opened: MainWindow, files: tuple[Path, Path], qtbot: QtBot) -> None:
    before = opened.comparison
    opened.open_pair(files[1], files[0])
    opened.status.stop.click()
    all_ended(opened, qtbot)
    assert opened.comparison is before
    assert opened.status.bar.isHidden()


def test_closing_while_a_pair_opens_leaves_nothing(
    dressed: QApplication, settings: Settings, files: tuple[Path, Path]
) -> None:
    window = MainWindow(settings)
    window.show()
    window.open_pair(*files)
    window.close()
    assert not window.session.busy
    gone = weakref.ref(window)
    window.deleteLater()
    dressed.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    del window
    gc.collect()
    assert gone() is None


def test_copy_stays_in_one_pane_and_names_its_source(opened: MainWindow) -> None:
    pane = opened.view.panes[Side.RIGHT]
    pane.setFocus()
    pane.selectAll()
    opened.actions_table["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "\n\n".join(
        p.text for p in opened.comparison.right.paragraphs
    )
    cursor = pane.textCursor()
    cursor.clearSelection()
    pane.setTextCursor(cursor)
    opened.view.go_to_link(1)
    opened.actions_table["copyWithSource"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert opened.comparison.right.title in data.text()
    assert "paragraph" in data.text()
    assert data.hasHtml()
    opened.actions_table["copyPair"].trigger()
    text = QGuiApplication.clipboard().text()
    link = opened.comparison.alignment.links[1]
    assert opened.comparison.left.paragraphs[link.left[0]].text in text
    assert opened.comparison.right.paragraphs[link.right[0]].text in text


def test_a_pair_opened_again_opens_where_it_was_left(
    dressed: QApplication,  # noqa: ARG001
    settings: Settings,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    paths = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.txt"
        text = [
            f"Paragraph {n} tells of bridge number {n} over river number {n}. It is old." for n in range(80)
        ]
        path.write_text("\n\n".join(text), encoding="utf-8")
        paths.append(path)
    kept = (0, 0)
    for turn in range(2):
        window = MainWindow(settings)
        qtbot.addWidget(window)
        window.resize(1300, 800)
        window.show()
        with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
            window.open_pair(*paths)
        qtbot.waitUntil(lambda window=window: window.view.index is not None and not window.view.filler.busy)
        if turn == 0:
            assert values(window.view) == (0, 0)
            for _ in range(12):
                wheel(window.view.panes[Side.LEFT], angle=-120)
            kept = values(window.view)
            assert kept[0] > 300
        else:
            assert all(abs(a - b) <= 1 for a, b in zip(values(window.view), kept, strict=True))
        window.close()


def dropped(window: MainWindow, paths: list[Path] | str, x: int) -> None:
    data = QMimeData()
    if isinstance(paths, str):
        data.setText(paths)
    else:
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    place = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(x, 400), *place)
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(x, 400), *place))


def test_files_over_the_texts_show_where_they_would_go(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    def drag(paths: list[Path], x: int) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        place = QPoint(x, 400), Qt.DropAction.CopyAction, data
        for kind in (QDragEnterEvent, QDragMoveEvent):
            event = kind(*place, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(window, event)
            assert event.isAccepted()

    hint, view = window.drop_hint, window.view
    drag([files[0]], 100)
    assert not hint.isVisible()
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(*files)
    for x, text, over in (
        (100, "Read it on the left", view.panes[Side.LEFT]),
        (900, "Read it on the right", view.panes[Side.RIGHT]),
    ):
        drag([files[0]], x)
        assert hint.isVisible()
        assert hint.text == text
        assert QRect(over.mapTo(window, QPoint(0, 0)), over.size()).contains(hint.geometry())
    drag(list(files), 100)
    assert hint.text == "Open both as a pair"
    drag([tmp_path / "work.twicetold"], 100)
    assert hint.text == "Open this project"
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not hint.isVisible()


def test_more_documents_than_two_are_not_opened_in_part(window: MainWindow, files: tuple[Path, Path]) -> None:
    dropped(window, [*files, files[0]], 300)
    assert "3 documents" in window.notice.label.text()
    assert not window.session.busy


def test_dropping_two_files_or_one_on_a_pane(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        dropped(window, list(files), 300)
    third = tmp_path / "third.txt"
    third.write_text("A third telling\n\nThe crane fell on Monday in Velmar.", encoding="utf-8")
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        dropped(window, [third], 800)
    assert window.comparison.left.source == str(files[0])
    assert window.comparison.right.source == str(third)
    files[0].unlink()  # what is on screen need not be read again
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        dropped(window, [files[1]], 800)
    assert window.comparison.left.source == str(files[0])
    assert window.settings.recent_pairs[0] == (str(files[0]), str(files[1]))


def test_words_from_elsewhere_take_the_place_of_a_side(
    window: MainWindow, files: tuple[Path, Path], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(*files)
    kept = window.comparison.left
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        dropped(window, "A third telling\n\nThe crane fell on Monday in Velmar.", 800)
    assert window.comparison.right.title == "A third telling"
    assert window.comparison.left is kept
    assert window.windowTitle().startswith("left.txt ↔ pasted text (right)")
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        dropped(window, [files[1]], 100)
    assert window.comparison.left.source == str(files[1])
    assert window.comparison.right.title == "A third telling"
    nothing = QMimeData()
    nothing.setText(" \n")
    keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(100, 400), Qt.DropAction.CopyAction, nothing, *keys)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    assert not entering.isAccepted()


@pytest.mark.parametrize("ending", ["json", "html", "pdf", "csv", "tmx"])
def test_export_from_the_menu_writes_a_file(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot, ending: str
) -> None:
    with qtbot.waitSignal(opened.exporting.written) as caught:
        opened.commands.files.write(tmp_path / f"out.{ending}")
    assert caught.args[0].stat().st_size > 500
    opened.commands.files.write(tmp_path / "no" / "such" / f"out.{ending}")
    qtbot.waitUntil(lambda: not opened.notice.isHidden())
    assert "cannot be written" in opened.notice.label.text()
    opened.commands.files.write(tmp_path / f"late.{ending}")
    opened.exporting.cancel()
    assert not opened.exporting.busy


def test_what_is_written_is_offered_beside_its_texts(
    opened: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *args: (offered.append(args[2]), ("", ""))[1])
    assert opened.opened is not None
    folder = Path(opened.opened.left).parent
    opened.actions_table["exportReport"].trigger()
    opened.actions_table["saveProject"].trigger()
    assert offered == [str(folder / "left.html"), str(folder / "left.twicetold")]
    assert opened.keeper.save_to(folder / "crane.twicetold")
    opened.actions_table["exportReport"].trigger()
    assert offered[-1] == str(folder / "crane.html")


def test_an_export_never_replaces_a_document_on_screen(
    window: MainWindow, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    page = files[0].with_suffix(".html")
    page.write_text(f"<h1>Crane</h1><p>{files[0].read_text(encoding='utf-8')}</p>", encoding="utf-8")
    before = page.read_bytes()
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(page, files[1])
    offered: list[str] = []
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *args: (offered.append(args[2]), (str(page), ""))[1]
    )
    window.actions_table["exportReport"].trigger()
    assert offered == [str(page.with_name("left, compared.html"))]
    assert "is one of the documents" in window.notice.text
    assert not window.exporting.busy
    assert page.read_bytes() == before
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        dropped(window, "A third telling\n\nThe crane fell on Monday in Velmar.", 800)
    assert window.notice.isHidden()
    window.actions_table["exportReport"].trigger()  # beside pasted words too
    assert "is one of the documents" in window.notice.text
    assert not window.notice.isHidden()
    assert page.read_bytes() == before


def test_a_file_that_gets_its_ending_from_us_is_not_replaced_without_a_word(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    named, there = tmp_path / "story.v2", tmp_path / "story.v2.html"
    there.write_text("precious", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(named), ""))

    def answer(button: str) -> None:
        question = opened.findChild(Question, "replaceFile")
        assert question is not None
        assert "story.v2.html" in question.accessibleDescription()
        assert not question.no.isVisible()
        qtbot.mouseClick(getattr(question, button), Qt.MouseButton.LeftButton)

    QTimer.singleShot(0, lambda: answer("neither"))
    opened.actions_table["exportReport"].trigger()
    assert there.read_text(encoding="utf-8") == "precious"
    QTimer.singleShot(0, lambda: answer("yes"))
    with qtbot.waitSignal(opened.exporting.written):
        opened.actions_table["exportReport"].trigger()
    assert there.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")

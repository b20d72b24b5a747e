"""Notes written and found again; changes judged and findings corrected, each a step to take back."""

from __future__ import annotations

from dataclasses import replace

from editing_windows import press, put_carets, settled
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.model import Side
from desktop_app.project import Judgement, NoteKind, Orphan
from desktop_app.project import corrections as correct
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.editing.notes import NoteDialog, NotesDialog
from desktop_app.ui.main_window import MainWindow


def write(window: MainWindow, qtbot: QtBot, text: str) -> NoteDialog:
    """Write a note into the dialog that is open and keep it."""
    dialog = next(found for found in window.findChildren(NoteDialog) if found.isVisible())
    field = dialog.findChild(QPlainTextEdit)
    assert field is not None
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not dialog_is_open(window))
    return dialog


def dialog_is_open(window: MainWindow) -> bool:
    return any(dialog.isVisible() for dialog in window.findChildren(Dialog))


def test_a_note_on_the_chosen_link(pair: MainWindow, qtbot: QtBot) -> None:
    pair.view.go_to_link(1)
    assert pair.commands.notes.strip.isHidden()
    press(pair, qtbot, "T")
    write(pair, qtbot, "Who counted?")
    project = settled(pair, qtbot)
    assert [(note.kind, note.text) for note in project.notes] == [(NoteKind.LINK, "Who counted?")]
    assert "Who counted?" in pair.commands.notes.strip.text()
    assert pair.view.panes[Side.LEFT].layers.marks("note")
    pair.view.go_to_link(0)
    assert pair.commands.notes.strip.isHidden()
    press(pair, qtbot, "Ctrl+Z")
    assert settled(pair, qtbot).notes == ()
    assert not pair.view.panes[Side.LEFT].layers.marks("note")


def test_a_note_goes_with_its_link_when_that_changes(pair: MainWindow, qtbot: QtBot) -> None:
    pair.view.go_to_link(1)
    press(pair, qtbot, "T")
    write(pair, qtbot, "Stays here")
    comparison = pair.comparison
    assert comparison is not None
    left = comparison.alignment.links[1].left[0]
    put_carets(pair, left, 7)
    press(pair, qtbot, "L")
    number = settled(pair, qtbot).comparison.alignment.link_of(Side.LEFT, left)
    assert number is not None
    pair.view.go_to_link(number)
    assert "Stays here" in pair.commands.notes.strip.text()
    press(pair, qtbot, "T")
    write(pair, qtbot, "Changed")
    assert [note.text for note in settled(pair, qtbot).notes] == ["Changed"]


def test_notes_on_a_paragraph_and_a_quotation_are_listed(
    pair: MainWindow,
    qtbot: QtBot,
) -> None:
    put_carets(pair, 4, 7)
    press(pair, qtbot, "Shift+T", Side.RIGHT)
    write(pair, qtbot, "Only here")
    pair.sidebar.show_tab("quotationView")
    quotations = pair.sidebar.quotation_view.list
    quotations.enter()
    assert quotations.current_key() is not None
    qtbot.keyClick(quotations, Qt.Key.Key_T)
    write(pair, qtbot, "Is this the wording?")
    project = settled(pair, qtbot)
    assert {note.kind for note in project.notes} == {NoteKind.PARAGRAPH, NoteKind.QUOTATION}
    orphan = Orphan("note on a paragraph", "Lost", ((Side.LEFT, "Gone."),))
    pair.workbench.push("Lose", replace(project, orphans=(orphan,)))
    pair.actions_table["listNotes"].trigger()
    dialog = pair.findChild(NotesDialog)
    assert dialog is not None
    listed = dialog.findChild(QListWidget)
    assert listed is not None
    texts = [listed.item(row).text() for row in range(listed.count())]
    assert len(texts) == 3
    assert any("Only here" in text for text in texts)
    assert "Without a place" in texts[-1]
    assert "Lost" in texts[-1]
    listed.setCurrentRow(2)
    qtbot.mouseClick(
        next(b for b in dialog.findChildren(QPushButton) if b.text() == "Remove from the list"),
        Qt.MouseButton.LeftButton,
    )
    assert listed.count() == 2
    assert settled(pair, qtbot).orphans == ()
    assert listed.currentRow() == 1  # one can go on
    put_carets(pair, 4, 0)
    note = next(row for row in range(2) if "Only here" in listed.item(row).text())
    middle = listed.visualItemRect(listed.item(note)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    caret = pair.view.panes[Side.RIGHT].place_of_caret()
    assert caret is not None
    assert caret[0] == 7
    dialog.close()


def test_a_note_on_the_headline_is_called_so(pair: MainWindow, qtbot: QtBot) -> None:
    put_carets(pair, 0, 0)
    press(pair, qtbot, "Shift+T")
    dialog = pair.findChild(NoteDialog)
    assert dialog is not None
    assert "Note on Headline, left" in dialog.field.accessibleName()
    dialog.reject()


def test_words_that_lost_their_place_are_cut_between_words(pair: MainWindow, qtbot: QtBot) -> None:
    words = "The harbour office counted every crate twice before noon. " * 5
    orphan = Orphan("link", "", ((Side.LEFT, words),))
    pair.workbench.push("Lose", replace(settled(pair, qtbot), orphans=(orphan,)))
    dialog = NotesDialog(settled(pair, qtbot), pair)
    qtbot.addWidget(dialog)
    (line,) = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert line.endswith(" …")
    assert line.partition("left: ")[2].removesuffix(" …") in [
        words[:at] for at in range(161) if words[at] == " "
    ]


def test_changes_are_judged_undoably(pair: MainWindow, qtbot: QtBot) -> None:
    comparison = pair.comparison
    assert comparison is not None
    change = comparison.changes[0]
    pair.sidebar.mark_requested.emit(change, "dismissed")
    assert settled(pair, qtbot).marks[0].judgement is Judgement.DISMISSED
    assert str(pair.sidebar.change_view.mark_of(change)) == "dismissed"
    press(pair, qtbot, "Ctrl+Z")
    assert str(pair.sidebar.change_view.mark_of(change)) == ""
    pair.sidebar.mark_requested.emit(change, "seen")
    pair.sidebar.mark_requested.emit(change, "")
    assert settled(pair, qtbot).marks == ()


def test_corrections_last_through_edits_of_links(pair: MainWindow, qtbot: QtBot) -> None:
    comparison = pair.comparison
    assert comparison is not None
    row = comparison.entities[0]
    pair.sidebar.correction_requested.emit("Rename", (correct.rename(row, "Quite another name"),))
    assert pair.comparison is not None
    assert pair.comparison.entities[0].name == "Quite another name"
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    project = settled(pair, qtbot)
    assert "Quite another name" in {entity.name for entity in project.comparison.entities}
    press(pair, qtbot, "Ctrl+Z")
    press(pair, qtbot, "Ctrl+Z")
    assert pair.comparison.entities[0].name == row.name

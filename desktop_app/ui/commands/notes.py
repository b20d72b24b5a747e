"""Writing and listing notes; what is judged or corrected in the sidebar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence

from desktop_app.model import Change, QuotationMatch
from desktop_app.project import Judgement, Note, NoteKind, Orphan
from desktop_app.project.corrections import Correction, SidedSpan
from desktop_app.project.state import link_note, note_on, noted_link, with_mark, with_note
from desktop_app.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from desktop_app.ui.editing.notes import NotesDialog
    from desktop_app.ui.main_window import MainWindow


class NoteCommands(CommandGroup):
    """Notes by keys and menu, and the steps that the sidebar asks for."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        from desktop_app.ui.editing.notes import NoteStrip

        self.strip = NoteStrip(window.workbench, window.sidebar)
        layout = window.sidebar.layout()
        if layout is not None:
            layout.addWidget(self.strip)
        self._about: tuple[NoteKind, tuple[SidedSpan, ...]] | None = None
        self._listing: NotesDialog | None = None
        self._view.link_changed.connect(self.strip.show_link)
        window.sidebar.correction_requested.connect(self.correct)
        window.sidebar.mark_requested.connect(self.judge)
        window.workbench.changed.connect(self._refresh_list)
        window.workbench.changed.connect(self.show_marks)
        window.view.laid_out.connect(self.show_marks)

    # -- steps the sidebar asks for -----------------------------------------------------------------------

    @Slot(str, object)
    def correct(self, text: str, corrections: tuple[Correction, ...]) -> None:
        """Correct an entity or the speakers of a quotation."""
        if self._window.workbench.correct(text, corrections):
            self._tell(text)

    @Slot(object, str)
    def judge(self, change: Change, mark: str) -> None:
        """Mark a change as seen or dismissed, or neither."""
        project = self._window.workbench.project
        if project is None:
            return
        text = {
            "seen": self.tr("Mark a change as seen"),
            "dismissed": self.tr("Dismiss a change"),
        }.get(mark, self.tr("Put a change back"))
        judgement = Judgement(mark) if mark else None
        self._window.workbench.push(text, with_mark(project, change, judgement))
        self._tell(text)

    def _tell(self, step: str) -> None:
        """Say what was done and how to take it back: what is dismissed goes out of sight."""
        undo = self._window.actions_table["undo"]
        if undo.isEnabled():
            keys = undo.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            said = self.tr("{step} · {keys} takes it back")
            self._window.announce(said.format(step=step, keys=keys))

    # -- notes --------------------------------------------------------------------------------------------

    @Slot()
    def write_note(self) -> None:
        """Write a note on the quotation in the list, the chosen link, or the paragraph at the caret."""
        from desktop_app.ui.editing.notes import NoteDialog, label_of

        project = self._window.workbench.project
        about = self._what() if project is not None else None
        if project is None or about is None:
            return
        kind, places = about
        self._about = about
        dialog = NoteDialog(
            label_of(project.comparison, kind, places), note_on(project, kind, places), self._window
        )
        dialog.written.connect(self.keep_note)
        dialog.open_once()

    @Slot(str)
    def keep_note(self, text: str) -> None:
        """Keep the note that was just written."""
        project = self._window.workbench.project
        if project is not None and self._about is not None:
            step = self.tr("Write a note") if text.strip() else self.tr("Remove a note")
            self._window.workbench.push(step, with_note(project, *self._about, text))

    def _what(self) -> tuple[NoteKind, tuple[SidedSpan, ...]] | None:
        """Return what the reader is at: a quotation, a link or a paragraph, and where a note on it stands."""
        from desktop_app.ui.editing.notes import places_of_link, places_of_paragraph, places_of_quotation

        project = self._window.workbench.project
        if project is None:
            return None
        comparison = project.comparison
        quotations = self._window.sidebar.quotation_view.list
        chosen = quotations.current_key()
        if quotations.hasFocus() and isinstance(chosen, QuotationMatch):
            return NoteKind.QUOTATION, places_of_quotation(chosen)
        side = self._view.active_side()
        caret = self._view.panes[side].place_of_caret()
        number = self._view.current_link
        if number >= 0:
            note = link_note(project, number)
            return NoteKind.LINK, note.places if note is not None else places_of_link(comparison, number)
        return (
            None if caret is None else (NoteKind.PARAGRAPH, places_of_paragraph(comparison, side, caret[0]))
        )

    @Slot()
    def write_paragraph_note(self) -> None:
        """Write a note on the paragraph at the caret, whatever is chosen."""
        self._view.marking.choose(-1)
        self._view.panes[self._view.active_side()].setFocus()
        self.write_note()

    @Slot()
    def list_notes(self) -> None:
        """List all notes and what found no place."""
        from desktop_app.ui.editing.notes import NotesDialog

        project = self._window.workbench.project
        if project is None:
            return
        dialog = NotesDialog(project, self._window)
        dialog.chosen.connect(self.go_to_note)
        dialog.dropped.connect(self.drop_orphan)
        dialog.destroyed.connect(self._list_closed)
        self._listing = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    @Slot()
    def _list_closed(self) -> None:
        self._listing = None

    @Slot()
    def _refresh_list(self) -> None:
        project = self._window.workbench.project
        if self._listing is not None and project is not None:
            self._listing.show_project(project)

    @Slot()
    def show_marks(self) -> None:
        """Underline what has a note: a quotation's words, or how a paragraph begins."""
        from desktop_app.ui.editing.notes import marked_places

        project = self._window.workbench.project
        places = marked_places(project) if project is not None else []
        self._view.set_marks("note", [(side, span, "note") for side, span in places])

    @Slot(object)
    def go_to_note(self, note: Note) -> None:
        """Show what a note is on."""
        project = self._window.workbench.project
        if project is None:
            return
        number = noted_link(project.comparison.alignment, note)
        if number is not None:
            self._view.go_to_link(number)
        else:
            self._view.go_to_places(list(note.places))

    @Slot(object)
    def drop_orphan(self, orphan: Orphan) -> None:
        """Take an orphan off the list."""
        project = self._window.workbench.project
        if project is not None:
            kept = tuple(other for other in project.orphans if other is not orphan)
            self._window.workbench.push(self.tr("Remove from the list"), replace(project, orphans=kept))

"""Notes on links, paragraphs and quotations: writing one, listing all, showing those of the chosen link."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from desktop_app.model import Comparison, QuotationMatch, Side, Span
from desktop_app.project import Note, NoteKind, Orphan, Project
from desktop_app.project.corrections import SidedSpan
from desktop_app.project.state import link_places, noted_link, whole
from desktop_app.ui import wording
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.fonts import quoted_font

if TYPE_CHECKING:
    from desktop_app.ui.editing.workbench import Workbench

_SHOWN = 400
"""Characters of a note shown beside the card of the chosen link."""

_QUOTED, _ORPHAN_QUOTED, _UNDERLINED = 60, 160, 30
"""Characters shown of a quotation with a note, of words that lost their place, and of a paragraph's mark."""


def places_of_link(comparison: Comparison, number: int) -> tuple[SidedSpan, ...]:
    """Return where a note on a link stands."""
    return link_places(comparison, number)


def places_of_paragraph(comparison: Comparison, side: Side, paragraph: int) -> tuple[SidedSpan, ...]:
    """Return where a note on a paragraph stands."""
    return ((side, whole(comparison.article(side), paragraph)),)


def places_of_quotation(match: QuotationMatch) -> tuple[SidedSpan, ...]:
    """Return where a note on a quotation stands: its pieces on the left, or those on the right."""
    side = Side.LEFT if match.left is not None else Side.RIGHT
    quotation = match.on(side)
    return tuple((side, piece) for piece in quotation.pieces) if quotation is not None else ()


def label_of(comparison: Comparison, kind: NoteKind, places: Sequence[SidedSpan]) -> str:
    """Return what a note is on, in a few words."""
    numbers = {side: sorted({span.paragraph for where, span in places if where is side}) for side in Side}
    label = wording.pair_label(comparison, numbers[Side.LEFT], numbers[Side.RIGHT])
    if kind is NoteKind.LINK:
        return wording.translate("Wording", "Link {0}").format(label)
    side = (
        wording.translate("Wording", "left") if numbers[Side.LEFT] else wording.translate("Wording", "right")
    )
    if kind is NoteKind.PARAGRAPH:
        if all(not comparison.article(where).number_of(span.paragraph) for where, span in places):
            return wording.translate("Wording", "Headline, {0}").format(side)
        return wording.translate("Wording", "Paragraph {0}, {1}").format(label, side)
    words = " ".join(comparison.article(where).text_at(span) for where, span in places)
    return f"“{wording.shortened(words, _QUOTED)}” {label}"


def marked_places(project: Project) -> list[SidedSpan]:
    """Return the words that show where notes are: a quotation's own, or the first of a paragraph."""
    places: list[SidedSpan] = []
    for note in project.notes:
        if note.kind is NoteKind.QUOTATION:
            places += note.places
            continue
        for side, span in note.places[:1]:
            text = project.comparison.article(side).paragraphs[span.paragraph].text
            first = wording.first_words(text.split(" ", 1)[0], _UNDERLINED)
            places.append((side, Span(span.paragraph, 0, len(first))))
    return places


class NoteDialog(Dialog):
    """A field to write a note in. ``written`` carries its text; an empty one removes the note."""

    written = Signal(str)

    def __init__(self, about: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__("noteDialog", self.tr("Note"), parent)
        self.add_text(about, muted=True)
        self.field = _NoteField(self)
        self.field.setObjectName("noteField")
        self.field.setProperty("role", "field")
        self.field.setAccessibleName(self.tr("Note on {0}").format(about))
        self.field.setPlainText(text)
        self.field.setFont(quoted_font(1))
        self.field.setTabChangesFocus(True)
        self.field.finished.connect(self.accept)
        self.column.addWidget(self.field)
        if text:
            remove = self.buttons.addButton(
                self.tr("Remove note"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            remove.clicked.connect(self._remove)
        self.add_cancel()
        self.add_main(self.tr("Keep note"))
        self.accepted.connect(self._write)
        self.resize(440, 260)
        self.field.setFocus()

    @Slot()
    def _write(self) -> None:
        self.written.emit(self.field.toPlainText())

    @Slot()
    def _remove(self) -> None:
        self.field.clear()
        self.accept()


class _NoteField(QPlainTextEdit):
    """Ctrl+Enter keeps the note."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class NotesDialog(Dialog):
    """All notes of the project, and what found no place after its source had changed.

    ``chosen`` carries a `Note` to go to; ``dropped`` an `Orphan` that is done with.
    """

    chosen = Signal(object)
    dropped = Signal(object)

    def __init__(self, project: Project, parent: QWidget | None = None) -> None:
        super().__init__("notesDialog", self.tr("Notes"), parent)
        self.setModal(False)
        self.list = QListWidget(self)
        self.list.setObjectName("noteList")
        self.list.setAccessibleName(self.tr("Notes"))
        self.list.setWordWrap(True)
        self.list.setSpacing(5)
        self.column.addWidget(self.list)
        self.remove = self.buttons.addButton(
            self.tr("Remove from the list"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.add_close()
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._activated)
        self.list.currentItemChanged.connect(self._refresh)
        self.remove.clicked.connect(self._drop)
        self.show_project(project)
        self.resize(460, 380)

    def show_project(self, project: Project) -> None:
        """List the notes and orphans of a project; the line that was chosen stays so, or the next one."""
        row = self.list.currentRow()
        self.list.clear()
        for note in project.notes:
            label = label_of(project.comparison, note.kind, note.places)
            self._add(f"{label}\n{note.text}", note)
        for orphan in project.orphans:
            quotes = "\n".join(
                f"{wording.side_name(side)}: {wording.shortened(text, _ORPHAN_QUOTED)}"
                for side, text in orphan.quotes
            )
            said = f"\n{orphan.text}" if orphan.text else ""
            self._add(self.tr("Without a place: {0}").format(f"{orphan.kind}{said}\n{quotes}"), orphan)
        if not self.list.count():
            self._add(self.tr("No notes yet. T writes one on the chosen link or paragraph."), None)
        elif row >= 0:
            self.list.setCurrentRow(min(row, self.list.count() - 1))
        self._refresh()

    def _add(self, text: str, thing: object) -> None:
        item = QListWidgetItem(text.strip())
        item.setData(Qt.ItemDataRole.UserRole, thing)
        if thing is None:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.list.addItem(item)

    def _current(self) -> object:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item is not None else None

    @Slot()
    def _refresh(self) -> None:
        self.remove.setEnabled(isinstance(self._current(), Orphan))

    @Slot()
    def _activated(self) -> None:
        note = self._current()
        if isinstance(note, Note):
            self.chosen.emit(note)

    @Slot()
    def _drop(self) -> None:
        orphan = self._current()
        if isinstance(orphan, Orphan):
            self.dropped.emit(orphan)


class NoteStrip(QLabel):
    """The notes that belong to the chosen link, below its card; nothing where there are none."""

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteStrip")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setContentsMargins(12, 6, 12, 8)
        self.setAccessibleName(self.tr("Notes on the chosen link"))
        self._bench = bench
        self._number = -1
        bench.changed.connect(self._refresh)
        self.hide()

    @Slot(int)
    def show_link(self, number: int) -> None:
        """Show the notes of a link (-1: none)."""
        self._number = number
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        text = "\n".join(self._texts())
        self.setText(wording.shortened(text, _SHOWN))
        self.setAccessibleDescription(text)
        self.setVisible(bool(text))

    def _texts(self) -> list[str]:
        project = self._bench.project
        if project is None or not 0 <= self._number < len(project.comparison.alignment.links):
            return []
        link = project.comparison.alignment.links[self._number]
        texts = []
        for note in project.notes:
            if note.kind is NoteKind.LINK:
                here = noted_link(project.comparison.alignment, note) == self._number
            else:
                here = any(span.paragraph in link.on(side) for side, span in note.places)
            if here:
                label = label_of(project.comparison, note.kind, note.places)
                texts.append(note.text if note.kind is NoteKind.LINK else f"{label}: {note.text}")
        return [self.tr("Note: {0}").format(text) for text in texts]

"""Choose one of the sample pairs that ship with the program."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.marked_text import Ink, Piece
from desktop_app.ui.sidebar.row_list import RowList
from desktop_app.ui.sidebar.rows import Entry
from desktop_app.ui.theme import ThemeManager


class SamplesDialog(Dialog):
    """A list of samples with one line each on what they show; ``sample_chosen`` carries the name."""

    sample_chosen = Signal(str)

    def __init__(
        self, samples: Sequence[tuple[str, str, str]], themes: ThemeManager, parent: QWidget | None = None
    ) -> None:
        super().__init__("samplesDialog", self.tr("Open a sample"), parent)
        self.add_text(
            self.tr("All samples were written for this program: events, people and words are invented."),
            muted=True,
        )
        self.list = RowList(themes, self)
        self.list.setAccessibleName(self.tr("Samples"))
        self.list.set_rows(
            [
                Entry(
                    key=name,
                    spoken=title,
                    description=shows,
                    pieces=(Piece(title + "\n"), Piece(shows, Ink.MUTED)),
                )
                for name, title, shows in samples
            ]
        )
        self.column.addWidget(self.list, 1)
        self.add_cancel()
        self.open_button = self.add_main(self.tr("Open"))
        self.open_button.setEnabled(False)
        self.list.chosen.connect(self._chosen)
        self.list.activated_again.connect(self._take)
        self.list.doubleClicked.connect(self.accept)
        self.resize(560, 440)
        self.list.enter()

    def accept(self) -> None:
        name = self.list.current_key()
        super().accept()
        if name is not None:
            self.sample_chosen.emit(str(name))

    def _chosen(self) -> None:
        self.open_button.setEnabled(True)

    def _take(self, key: Any) -> None:
        # A second click only chooses; Enter and Space come here as well and open.
        if key is not None and self.list.entered_by_key:
            self.accept()

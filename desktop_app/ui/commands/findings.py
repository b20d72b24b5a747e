"""What the sidebar's lists ask for: names and speakers corrected, changes marked. All of it can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from desktop_app.model import Change
from desktop_app.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from desktop_app.project.corrections import Correction
    from desktop_app.ui.main_window import MainWindow


class FindingCommands(CommandGroup):
    """Hands corrections and marks from the sidebar to the workbench."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        window.sidebar.correction_requested.connect(self.correct)
        window.sidebar.mark_requested.connect(self.mark)

    @Slot(str, object)
    def correct(self, text: str, correction: Correction) -> None:
        """Correct a finding."""
        self._window.workbench.correct(text, correction)

    @Slot(object, str)
    def mark(self, change: Change, mark: str) -> None:
        """Mark a change as "seen" or "dismissed", or take the mark away ("")."""
        from desktop_app.project.state import Judgement, with_mark

        bench = self._window.workbench
        if bench.project is None:
            return
        judgement = Judgement(mark) if mark else None
        text = {
            Judgement.SEEN: self.tr("Mark as seen"),
            Judgement.DISMISSED: self.tr("Dismiss the change"),
            None: self.tr("Take the mark away"),
        }[judgement]
        bench.push(text, with_mark(bench.project, change, judgement))

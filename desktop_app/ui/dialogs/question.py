"""A question with two answers, and the way out that changes nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

from desktop_app.ui.dialogs.base import Dialog


class Question(Dialog):
    """Asks ``text``; ``answer`` is True for ``yes``, False for ``no``, None while it is open and for
    ``neither``, which Esc says too. ``answered`` carries it. An empty ``no`` is not offered."""

    answered = Signal(object)

    def __init__(
        self, name: str, text: str, about: str, answers: tuple[str, str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, "Twicetold", parent)
        self.answer: bool | None = None
        self.add_text(text, title=True)
        self.about = self.add_text(about, muted=True)
        self.setAccessibleDescription(f"{text} {about}")
        yes, no, neither = answers
        self.neither = self.add_cancel()
        self.neither.setText(neither)
        self.no: QPushButton = self.buttons.addButton(no, QDialogButtonBox.ButtonRole.DestructiveRole)
        self.no.setVisible(bool(no))
        self.yes = self.add_main(yes)
        self.no.clicked.connect(self._deny)
        self.finished.connect(self._tell)
        self.setMinimumWidth(420)
        self.yes.setFocus()

    def accept(self) -> None:
        self.answer = True
        super().accept()

    def _deny(self) -> None:
        self.answer = False
        super().accept()

    def _tell(self) -> None:
        self.answered.emit(self.answer)

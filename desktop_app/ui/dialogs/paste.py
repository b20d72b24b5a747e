"""Paste two texts and compare them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.ingest import from_text
from desktop_app.model import LoadError, Side
from desktop_app.text.tokens import count_words
from desktop_app.ui import wording
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.fonts import interface_font, quoted_font
from desktop_app.ui.icons import themed_icon
from desktop_app.ui.theme import ThemeManager

LONGEST_PREVIEW = 200_000
"""Characters up to which paragraphs are counted while one types."""


class _Half(QWidget):
    """One side: a heading, a field, what was understood of it."""

    changed = Signal()

    def __init__(self, side: Side, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Left text") if side is Side.LEFT else self.tr("Right text")
        label = QLabel(title, self)
        label.setFont(interface_font(bold=True))
        button = self.paste_button = QPushButton(self.tr("Paste"), self)
        button.setObjectName(f"{side.value}PasteButton")
        button.setAccessibleName(self.tr("Paste as {0}").format(title.lower()))
        themed_icon(button, "paste", themes)
        button.setAutoDefault(False)
        button.clicked.connect(self.paste)
        self.field = QPlainTextEdit(self)
        self.field.setObjectName(f"{side.value}PasteField")
        self.field.setProperty("role", "field")
        self.field.setAccessibleName(title)
        self.field.setPlaceholderText(self.tr("Paste or type the article, headline first."))
        self.field.setTabChangesFocus(True)
        self.field.setFont(quoted_font(1))
        label.setBuddy(self.field)
        self.about = QLabel(self)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setProperty("role", "muted")
        self.about.setFont(interface_font(-1))
        head = QHBoxLayout()
        head.addWidget(label, 1)
        head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.about)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(250)
        self._typing.timeout.connect(self._count)
        self.field.textChanged.connect(self._typed)
        self._count()

    @property
    def text(self) -> str:
        return self.field.toPlainText()

    def paste(self) -> None:
        """Replace the field's text by the clipboard's."""
        text = QGuiApplication.clipboard().text()
        if text:
            self.field.setPlainText(text)

    def _typed(self) -> None:
        self._typing.start()
        self.changed.emit()

    def _count(self) -> None:
        text = self.text
        if not text.strip():
            self.about.setText(self.tr("nothing yet"))
            return
        if len(text) > LONGEST_PREVIEW:
            self.about.setText(self.tr("{0} characters").format(wording.number(len(text))))
            return
        try:
            article = from_text(text)
        except LoadError as error:
            self.about.setText(str(error))
            return
        words = sum(count_words(paragraph.text) for paragraph in article.paragraphs)
        self.about.setText(f"{wording.paragraphs(len(article.paragraphs))} · {wording.words(words)}")


class PasteDialog(Dialog):
    """Two fields; ``texts_given`` carries the left and the right text."""

    texts_given = Signal(str, str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("pasteDialog", self.tr("Paste two texts"), parent)
        self.left = _Half(Side.LEFT, themes, self)
        self.right = _Half(Side.RIGHT, themes, self)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(self.left)
        halves.addWidget(self.right)
        self.column.addLayout(halves, 1)
        self.cancel_button = self.add_cancel()
        self.compare_button = self.add_main(self.tr("Compare"))
        self.left.changed.connect(self._update)
        self.right.changed.connect(self._update)
        self._order_keys()
        self.resize(860, 520)
        self.left.field.setFocus()
        self._update()

    def accept(self) -> None:
        left, right = self.left.text, self.right.text
        super().accept()
        self.texts_given.emit(left, right)

    def _order_keys(self) -> None:
        """Let Tab lead from text to text and on to comparing them, and last to what Ctrl+V does as well."""
        halves = self.left, self.right
        chain = [*(half.field for half in halves), self.compare_button, self.cancel_button]
        for one, following in pairwise([*chain, *(half.paste_button for half in halves)]):
            self.setTabOrder(one, following)

    def _update(self) -> None:
        self.compare_button.setEnabled(bool(self.left.text.strip() and self.right.text.strip()))

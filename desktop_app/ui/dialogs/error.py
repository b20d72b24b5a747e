"""One sentence about what went wrong, with what a report needs behind a button."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QWidget

from desktop_app.ui.dialogs.base import Dialog


class ErrorDialog(Dialog):
    """Says what is wrong; ``details`` (a traceback, for example) can be shown and copied."""

    def __init__(self, text: str, details: str = "", title: str = "", parent: QWidget | None = None) -> None:
        super().__init__("errorDialog", title or self.tr("That did not work"), parent)
        self._text = text
        self._details_text = details
        label = self.add_text(text)
        label.setMinimumWidth(380)
        self.setAccessibleDescription(text)
        if details:
            self.details_button = QPushButton(self.tr("Details"), self)
            self.details_button.setCheckable(True)
            self.copy_button = QPushButton(self.tr("Copy"), self)
            for each in (self.details_button, self.copy_button):
                each.setAutoDefault(False)
            line = QHBoxLayout()
            line.addWidget(self.details_button)
            line.addWidget(self.copy_button)
            line.addStretch(1)
            self.column.addLayout(line)
            self.details = QPlainTextEdit(details, self)
            self.details.setReadOnly(True)
            self.details.setProperty("role", "field")
            self.details.setAccessibleName(self.tr("Details"))
            self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
            self.details.setMinimumHeight(180)
            self.details.hide()
            self.column.addWidget(self.details, 1)
            self.details_button.toggled.connect(self._show_details)
            self.copy_button.clicked.connect(self._copy)
        self.add_close().setDefault(True)

    def _show_details(self, shown: bool) -> None:
        self.details.setVisible(shown)
        self.adjustSize()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._text}\n\n{self._details_text}")

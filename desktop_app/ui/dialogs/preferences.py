"""The few things one sets once: theme, reading line, what finds the names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme import Choice, ThemeManager

Engine = tuple[str, str, str]
"""Name, label, one sentence on what it needs."""


class PreferencesDialog(Dialog):
    """Takes effect at once, except the engine, which the next comparison uses.

    ``view_changed`` says that something about the view changed, ``engine_changed`` that names should be
    looked for again.
    """

    view_changed = Signal()
    engine_changed = Signal()

    def __init__(
        self,
        settings: Settings,
        themes: ThemeManager,
        engines: Sequence[Engine] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("preferencesDialog", self.tr("Preferences"), parent)
        self._settings = settings
        self._themes = themes
        self._engines = engines
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        self.theme = self._theme_box()
        form.addRow(self.tr("&Theme"), self.theme)
        self.reading_line = QCheckBox(self.tr("Show the &reading line"), self)
        self.reading_line.setChecked(settings.reading_line)
        form.addRow("", self.reading_line)
        self.engine = QComboBox(self)
        self.engine.addItem(self.tr("Built-in"), "")
        for name, label, _ in engines:
            self.engine.addItem(label, name)
        self.engine.setCurrentIndex(max(0, self.engine.findData(settings.engine)))
        self.engine.setAccessibleName(self.tr("Names are found by"))
        self.model = QLineEdit(settings.engine_model, self)
        self.model.setPlaceholderText(self.tr("name or folder of an installed model"))
        self.model.setAccessibleName(self.tr("Model"))
        self.note = QLabel(self)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setProperty("role", "muted")
        self.note.setFont(interface_font(-1))
        if engines:
            form.addRow(self.tr("&Names are found by"), self.engine)
            form.addRow(self.tr("&Model"), self.model)
            form.addRow("", self.note)
        else:
            for widget in (self.engine, self.model, self.note):
                widget.hide()
        self.column.addLayout(form)
        self.add_close()
        self.setMinimumWidth(440)
        self._show_note()
        self.theme.currentIndexChanged.connect(self._theme_chosen)
        self.reading_line.toggled.connect(self._line_toggled)
        self.engine.currentIndexChanged.connect(self._engine_chosen)
        self.model.editingFinished.connect(self._model_given)

    def _theme_box(self) -> QComboBox:
        box = QComboBox(self)
        for choice, text in (
            (Choice.SYSTEM, self.tr("As the system")),
            (Choice.LIGHT, self.tr("Light")),
            (Choice.DARK, self.tr("Dark")),
        ):
            box.addItem(text, choice.value)
        box.setCurrentIndex(box.findData(self._themes.choice.value))
        box.setAccessibleName(self.tr("Theme"))
        return box

    def _theme_chosen(self) -> None:
        choice = str(self.theme.currentData())
        self._settings.theme = choice
        self._themes.set_choice(choice)

    def _line_toggled(self, shown: bool) -> None:
        self._settings.reading_line = shown
        self.view_changed.emit()

    def _engine_chosen(self) -> None:
        self._settings.engine = str(self.engine.currentData())
        self._show_note()
        self.engine_changed.emit()

    def _model_given(self) -> None:
        if self.model.text().strip() != self._settings.engine_model:
            self._settings.engine_model = self.model.text().strip()
            self.engine_changed.emit()

    def _show_note(self) -> None:
        name = str(self.engine.currentData())
        self.model.setEnabled(name not in ("", "rules"))
        needs = {engine: text for engine, _, text in self._engines}
        self.note.setText(needs.get(name, self.tr("Works offline, without anything to install.")))

"""Small dialogs that correct a finding: a name, a choice, some mentions, the speakers of a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.model import Article, Mention, Side
from desktop_app.ui import wording
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.sidebar.filter_field import FilterField
from desktop_app.ui.sidebar.fuzzy import matching
from desktop_app.ui.sidebar.row_list import RowList
from desktop_app.ui.sidebar.rows import Row
from desktop_app.ui.theme import ThemeManager


class NameDialog(Dialog):
    """Asks for a name; ``name_given`` carries it."""

    name_given = Signal(str)

    def __init__(
        self, title: str, text: str, name: str, known: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("nameDialog", title, parent)
        label = self.add_text(wording.as_written(text))
        self.field = QLineEdit(name, self)
        self.field.setAccessibleName(text)
        self.field.selectAll()
        label.setBuddy(self.field)
        _complete(self.field, known)
        self.column.addWidget(self.field)
        self.add_cancel()
        self._main = self.add_main(title)
        self.field.textChanged.connect(self._update)
        self.setMinimumWidth(380)
        self._update()
        self.field.setFocus()

    def accept(self) -> None:
        name = self.field.text().strip()
        if name:
            super().accept()
            self.name_given.emit(name)

    def _update(self) -> None:
        self._main.setEnabled(bool(self.field.text().strip()))


class ChoiceDialog(Dialog):
    """Asks for one of many rows, with a filter; ``chosen`` carries its key."""

    chosen = Signal(object)

    def __init__(
        self,
        title: str,
        text: str,
        rows: Sequence[Row],
        themes: ThemeManager,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("choiceDialog", title, parent)
        self._rows = rows
        self.add_text(text)
        self.filter = FilterField("choiceFilter", themes, self)
        self.filter.setPlaceholderText(self.tr("Filter…"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.list = RowList(themes, self)
        self.list.setAccessibleName(text)
        self.column.addWidget(self.filter)
        self.column.addWidget(self.list, 1)
        self.add_cancel()
        self._main = self.add_main(title)
        self._main.setEnabled(False)
        self.filter.textChanged.connect(self._refresh)
        self.filter.left_downwards.connect(self.list.enter)
        self.list.chosen.connect(self._row_chosen)
        self.list.activated_again.connect(self._row_entered)
        self.list.doubleClicked.connect(self.accept)
        self.list.leaving_top.connect(self.filter.setFocus)
        self.resize(400, 420)
        self._refresh()
        self.filter.setFocus()

    def accept(self) -> None:
        key = self.list.current_key()
        if key is not None:
            super().accept()
            self.chosen.emit(key)

    def _refresh(self) -> None:
        found = matching(self.filter.text().strip(), [row.spoken for row in self._rows])
        self.list.set_rows([self._rows[number] for number in found])
        self._main.setEnabled(self.list.current_key() is not None)

    def _row_chosen(self) -> None:
        self._main.setEnabled(True)

    def _row_entered(self, key: Any) -> None:
        if key is not None and self.list.entered_by_key:
            self.accept()


class SplitDialog(Dialog):
    """Asks which mentions are somebody else's, and whose; ``split_given`` carries them and the name."""

    split_given = Signal(object, str)

    def __init__(
        self,
        name: str,
        mentions: Sequence[tuple[Side, Mention]],
        articles: dict[Side, Article],
        chosen: int = -1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("splitDialog", self.tr("Split"), parent)
        self._mentions = mentions
        self.add_text(self.tr("Which mentions are not {0}?").format(name))
        self.list = QListWidget(self)
        self.list.setProperty("role", "ticks")
        self.list.setAccessibleName(self.tr("Mentions"))
        for place, (side, mention) in enumerate(mentions):
            label = wording.paragraph_label(articles[side], (mention.paragraph,))
            item = QListWidgetItem(f"{mention.text}   {wording.side_name(side)} {label}", self.list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if place == chosen else Qt.CheckState.Unchecked)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Name of the other one"))
        self.field.setAccessibleName(self.tr("Name of the other one"))
        if chosen >= 0 and mentions[chosen][1].text != name:
            self.field.setText(mentions[chosen][1].text)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(self.field)
        self.add_cancel()
        self._main = self.add_main(self.tr("Split"))
        self.list.itemChanged.connect(self._update)
        self.field.textChanged.connect(self._update)
        self.resize(400, 420)
        self._update()

    def accept(self) -> None:
        picked, name = self._picked(), self.field.text().strip()
        if self._main.isEnabled():
            super().accept()
            self.split_given.emit(picked, name)

    def _picked(self) -> list[tuple[Side, Mention]]:
        return [
            mention
            for place, mention in enumerate(self._mentions)
            if self.list.item(place).checkState() is Qt.CheckState.Checked
        ]

    def _update(self) -> None:
        some = 0 < len(self._picked()) < len(self._mentions)
        self._main.setEnabled(some and bool(self.field.text().strip()))


class SpeakerDialog(Dialog):
    """Asks who speaks, on each side that has the quotation; ``speakers_given`` carries {Side: name}."""

    speakers_given = Signal(object)

    def __init__(
        self, speakers: dict[Side, str], known: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__("speakerDialog", self.tr("Correct the speaker"), parent)
        self._before = dict(speakers)
        self.fields: dict[Side, QLineEdit] = {}
        self.add_text(self.tr("Leave a field empty when nobody can tell."), muted=True)
        form = QFormLayout()
        for side, name in speakers.items():
            field = QLineEdit(name, self)
            title = self.tr("Speaker on the left") if side is Side.LEFT else self.tr("Speaker on the right")
            field.setAccessibleName(title)
            _complete(field, known)
            form.addRow(title, field)
            self.fields[side] = field
        self.column.addLayout(form)
        self.add_cancel()
        self.add_main(self.tr("Correct"))
        self.setMinimumWidth(420)

    def accept(self) -> None:
        names = {side: field.text().strip() for side, field in self.fields.items()}
        changed = {side: name for side, name in names.items() if name != self._before[side]}
        super().accept()
        if changed:
            self.speakers_given.emit(changed)


def _complete(field: QLineEdit, known: Sequence[str]) -> None:
    if known:
        completer = QCompleter(list(known), field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        field.setCompleter(completer)

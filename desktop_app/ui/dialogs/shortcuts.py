"""The sheet of keys: every action with its keys, searchable, and Enter runs what is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.letters import unmarked
from desktop_app.ui.marked_text import Ink, Piece
from desktop_app.ui.sidebar.filter_field import FilterField
from desktop_app.ui.sidebar.fuzzy import matching
from desktop_app.ui.sidebar.row_list import RowList
from desktop_app.ui.sidebar.rows import Entry, Heading, Row
from desktop_app.ui.theme import ThemeManager

Extra = tuple[str, tuple[str, ...]]
"""A gesture that is no action: what it does, its keys."""


def plain_name(action: QAction) -> str:
    """Return an action's text without the mark of its access key and without dots at the end."""
    return unmarked(action.text()).rstrip("….")


def keys_of(action: QAction) -> tuple[str, ...]:
    """Return an action's keys as the platform writes them."""
    return tuple(
        keys.toString(QKeySequence.SequenceFormat.NativeText)
        for keys in action.shortcuts()
        if not keys.isEmpty()
    )


class ShortcutSheet(Dialog):
    """Lists groups of actions, and gestures that are no actions, with their keys."""

    def __init__(
        self,
        groups: Sequence[tuple[str, Sequence[QAction]]],
        themes: ThemeManager,
        gestures: Sequence[Extra] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("shortcutSheet", self.tr("Keys"), parent)
        self._groups = groups
        self._gestures = gestures
        self.filter = FilterField("shortcutFilter", themes, self)
        self.filter.setPlaceholderText(self.tr("Search for an action or a key…"))
        self.filter.setAccessibleName(self.tr("Search for an action or a key"))
        self.list = RowList(themes, self)
        self.list.setObjectName("shortcutList")
        self.list.setAccessibleName(self.tr("Actions and their keys"))
        self.column.addWidget(self.filter)
        self.column.addWidget(self.list, 1)
        self.add_close()
        self.filter.textChanged.connect(self._refresh)
        self.filter.left_downwards.connect(self.list.enter)
        self.list.activated_again.connect(self._run)
        self.list.doubleClicked.connect(self._run_current)
        self.list.leaving_top.connect(self.filter.setFocus)
        self.resize(520, 600)
        self._refresh()
        self.filter.setFocus()

    def _refresh(self) -> None:
        query = self.filter.text().strip()
        rows: list[Row] = []
        for title, actions in self._groups:
            shown = [action for action in actions if action.text() and not action.isSeparator()]
            texts = [f"{plain_name(a)} {a.statusTip()} {' '.join(keys_of(a))}" for a in shown]
            found = [self._row(shown[number]) for number in matching(query, texts)]
            if found:
                rows += [Heading(spoken=title, title=title), *found]
        number_of = matching(query, [f"{text} {' '.join(keys)}" for text, keys in self._gestures])
        if number_of:
            title = self.tr("Mouse and others")
            rows.append(Heading(spoken=title, title=title))
            for number in number_of:
                text, keys = self._gestures[number]
                rows.append(
                    Entry(key=text, spoken=f"{text}: {', '.join(keys)}", pieces=(Piece(text),), keys=keys)
                )
        if not rows:
            text = self.tr("No action fits.")
            rows.append(Entry(spoken=text, pieces=(Piece(text, Ink.MUTED),)))
        self.list.set_rows(rows)

    def _row(self, action: QAction) -> Entry:
        name, keys = plain_name(action), keys_of(action)
        pieces = [Piece(name, Ink.PLAIN if action.isEnabled() else Ink.MUTED)]
        tip = action.statusTip()
        if tip and tip != name:
            pieces.append(Piece("\n" + tip, Ink.MUTED))
        told = ", ".join(keys) or self.tr("no key")
        return Entry(
            key=action,
            spoken=f"{name}: {told}",
            description=tip,
            pieces=tuple(pieces),
            keys=keys,
        )

    def _run_current(self) -> None:
        self._start(self.list.current_key())

    def _run(self, key: Any) -> None:
        if self.list.entered_by_key:
            self._start(key)

    def _start(self, key: Any) -> None:
        if isinstance(key, QAction) and key.isEnabled():
            self.accept()
            QTimer.singleShot(0, key.trigger)  # once this dialog has let go of the keyboard

"""Correcting what was found, from the context menus of the sidebar."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.model import EntityRow, EntityType, Quotation, QuotationMatch, Side
from desktop_app.ui import wording
from desktop_app.ui.sidebar.row_list import RowList
from desktop_app.ui.sidebar.rows import Counted, Line

if TYPE_CHECKING:
    from desktop_app.ui.sidebar.entity_view import EntityView
    from desktop_app.ui.sidebar.panel import Panel
    from desktop_app.ui.sidebar.quotation_view import QuotationView

SPEAKING = (EntityType.PERSON, EntityType.ORG, EntityType.NORP, EntityType.GPE)


def add_action(rows: RowList, text: str, keys: str, slot: Callable[[], None]) -> QAction:
    """Give a list an action whose key works while the list has the keyboard."""
    action = QAction(text, rows)
    if keys:
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(slot)
    rows.addAction(action)
    return action


class _Corrections(QObject):
    """Shows the list's actions as its context menu. ``requested`` carries a step: its name, `Correction`s."""

    requested = Signal(str, object)

    def __init__(self, view: Panel) -> None:
        super().__init__(view)
        self._list = view.list
        view.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.list.customContextMenuRequested.connect(self._show_menu)

    def update_actions(self) -> None:
        """Enable what makes sense for the chosen row."""

    def _show_menu(self, position: QPoint) -> None:
        rows = self._list
        if rows.key_under(position) is None:
            return
        self.update_actions()
        menu = QMenu(rows)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(rows.actions())
        menu.popup(rows.viewport().mapToGlobal(position))


class EntityCorrections(_Corrections):
    """Rename, merge, split and dismiss entities, or say of what kind they are."""

    def __init__(self, view: EntityView) -> None:
        super().__init__(view)
        self._view = view
        self.rename_action = add_action(view.list, self.tr("&Rename…"), "F2", self._rename)
        self.merge_action = add_action(view.list, self.tr("&Merge with…"), "G", self._merge)
        self.split_action = add_action(view.list, self.tr("&Split…"), "X", self._split)
        self.retype_action = add_action(view.list, self.tr("Another &kind…"), "K", self._retype)
        self.dismiss_action = add_action(view.list, self.tr("&Dismiss"), "Del", self._dismiss)

    def update_actions(self) -> None:
        row = self._row()
        self.split_action.setEnabled(row is not None and len(row.left) + len(row.right) > 1)

    def _row(self) -> EntityRow | None:
        key = self._view.list.current_key()
        return key if isinstance(key, EntityRow) else None

    def _rename(self) -> None:
        from desktop_app.project import corrections
        from desktop_app.ui.dialogs.correct import NameDialog

        row = self._row()
        if row is None:
            return
        text = self.tr("Another name for {0}").format(row.name)
        known = [*row.surfaces(Side.LEFT), *row.surfaces(Side.RIGHT)]
        dialog = NameDialog(self.tr("Rename"), text, row.name, list(dict.fromkeys(known)), self._view)

        def give(name: str) -> None:
            self.requested.emit(self.tr("Rename {0}").format(row.name), (corrections.rename(row, name),))

        dialog.name_given.connect(give)
        dialog.open_once()

    def _merge(self) -> None:
        from desktop_app.project import corrections
        from desktop_app.ui.dialogs.correct import ChoiceDialog

        row, comparison = self._row(), self._view.comparison
        if row is None or comparison is None:
            return
        others = [other for other in comparison.entities if other is not row]
        peak = max((max(len(other.left), len(other.right)) for other in others), default=1)
        others.sort(key=lambda other: (other.type is not row.type, other.name.casefold()))
        rows = [
            Counted(
                key=other,
                spoken=f"{other.name}, {wording.type_name(other.type)}",
                name=other.name,
                left=len(other.left),
                right=len(other.right),
                peak=peak,
            )
            for other in others
        ]
        text = self.tr("Who or what is {0} as well?").format(row.name)
        dialog = ChoiceDialog(self.tr("Merge"), text, rows, self._view.themes, self._view)

        def give(other: Any) -> None:
            said = self.tr("Merge {0} with {1}").format(row.name, other.name)
            self.requested.emit(said, (corrections.merge((row, other)),))

        dialog.chosen.connect(give)
        dialog.open_once()

    def _retype(self) -> None:
        from desktop_app.project import corrections
        from desktop_app.ui.dialogs.correct import ChoiceDialog

        row = self._row()
        if row is None:
            return
        kinds = [kind for kind in EntityType if kind is not row.type]
        rows = [Line(key=kind, spoken=_kind_name(kind), text=_kind_name(kind)) for kind in kinds]
        text = self.tr("What is {0}?").format(row.name)
        dialog = ChoiceDialog(self.tr("Change the kind"), text, rows, self._view.themes, self._view)

        def give(kind: Any) -> None:
            said = self.tr("Change the kind of {0}").format(row.name)
            self.requested.emit(said, (corrections.retype(row, kind),))

        dialog.chosen.connect(give)
        dialog.open_once()

    def _split(self) -> None:
        from desktop_app.project import corrections
        from desktop_app.ui.dialogs.correct import SplitDialog

        row, comparison = self._row(), self._view.comparison
        if row is None or comparison is None or len(row.left) + len(row.right) < 2:
            return
        articles = {side: comparison.article(side) for side in Side}
        dialog = SplitDialog(row.name, self._view.steps(row), articles, self._view.step_of(row), self._view)

        def give(mentions: Any, name: str) -> None:
            said = self.tr("Split {0}").format(row.name)
            self.requested.emit(said, (corrections.split(row, mentions, name),))

        dialog.split_given.connect(give)
        dialog.open_once()

    def _dismiss(self) -> None:
        from desktop_app.project import corrections

        row = self._row()
        if row is not None:
            self.requested.emit(self.tr("Dismiss {0}").format(row.name), (corrections.dismiss(row),))


def _kind_name(kind: EntityType) -> str:
    name = wording.type_name(kind)
    return name[:1].upper() + name[1:]


class SpeakerCorrections(_Corrections):
    """Say who speaks a quotation."""

    def __init__(self, view: QuotationView) -> None:
        super().__init__(view)
        self._view = view
        self.speaker_action = add_action(view.list, self.tr("&Correct the speaker…"), "F2", self._correct)

    def _correct(self) -> None:
        from desktop_app.project import corrections
        from desktop_app.ui.dialogs.correct import SpeakerDialog

        match, comparison = self._view.list.current_key(), self._view.comparison
        if not isinstance(match, QuotationMatch) or comparison is None:
            return
        found: dict[Side, Quotation] = {
            side: quotation for side in Side if (quotation := match.on(side)) is not None
        }
        speakers = {side: q.speaker_entity or q.speaker or "" for side, q in found.items()}
        known = [row.name for row in comparison.entities if row.type in SPEAKING]
        dialog = SpeakerDialog(speakers, known, self._view)

        def give(names: Any) -> None:
            spoken = [corrections.correct_speaker(side, found[side], name) for side, name in names.items()]
            self.requested.emit(self.tr("Correct the speaker"), tuple(spoken))

        dialog.speakers_given.connect(give)
        dialog.open_once()

"""What reading a page or document left out: menus, captions, notes. Any of it can be put back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop_app.model import Comparison, Side
from desktop_app.ui.dialogs.base import Dialog
from desktop_app.ui.wording import side_name

_PLACE = Qt.ItemDataRole.UserRole
_TICK = Qt.ItemFlag.ItemIsUserCheckable


class LeftOutDialog(Dialog):
    """Lists the passages with a box each; ``chosen`` carries {side: indexes into the article's dropped}."""

    chosen = Signal(object)

    def __init__(self, comparison: Comparison, parent: QWidget | None = None) -> None:
        super().__init__("leftOutDialog", self.tr("Left-out passages"), parent)
        self.add_text(
            self.tr(
                "These passages were left out, since they do not seem to belong to the story. "
                "Tick those that do and put them back where they stood."
            ),
            muted=True,
        )
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Left-out passages"))
        self.list.setWordWrap(True)
        self.list.setSpacing(5)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for side in Side:
            for index, text in enumerate(comparison.article(side).dropped):
                item = QListWidgetItem(f"{side_name(side).capitalize()}: {text}", self.list)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | _TICK)
                item.setCheckState(Qt.CheckState.Unchecked)
                item.setData(_PLACE, (side.value, index))
        self.column.addWidget(self.list, 1)
        self.add_cancel()
        self.put_back = self.add_main(self.tr("Put back"))
        self.put_back.setEnabled(False)
        self.list.itemChanged.connect(self._ticked)
        self.list.setCurrentRow(0)
        self.list.setFocus()
        self.resize(560, 420)

    @property
    def ticked(self) -> dict[Side, list[int]]:
        """The indexes ticked on each side."""
        found: dict[Side, list[int]] = {side: [] for side in Side}
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.checkState() is Qt.CheckState.Checked:
                side, index = item.data(_PLACE)
                found[Side(side)].append(index)
        return found

    def accept(self) -> None:
        ticked = self.ticked
        super().accept()
        if any(ticked.values()):
            self.chosen.emit(ticked)

    def _ticked(self) -> None:
        self.put_back.setEnabled(any(self.ticked.values()))

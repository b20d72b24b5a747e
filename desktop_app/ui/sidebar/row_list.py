"""A list of rows: the model that speaks them and the view that walks them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from desktop_app.ui.sidebar.row_delegate import ROW, RowDelegate
from desktop_app.ui.sidebar.rows import Later, Row
from desktop_app.ui.theme import Theme, ThemeManager

Index = QModelIndex | QPersistentModelIndex
_SPOKEN = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowModel(QAbstractListModel):
    """Holds rows; the display text is what a screen reader says of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def made(self, place: int) -> Row:
        """Return a row, making it now when that was put off."""
        row = self.rows[place]
        if isinstance(row, Later):
            row = self.rows[place] = row.make()
        return row

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def replace_row(self, place: int, row: Row) -> None:
        """Show one row differently."""
        self.rows[place] = row
        index = self.index(place)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role not in _SPOKEN and role != ROW:
            return None
        row = self.made(index.row())
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return row.description
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or index.row() >= len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        if not self.rows[index.row()].selectable:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place_of(self, key: Any) -> int:
        """Return the row that stands for ``key``, or -1."""
        return next(
            (place for place, row in enumerate(self.rows) if row.key == key and row.selectable),
            -1,
        )


class RowList(QListView):
    """Rows of several heights. Headings are passed over by the keyboard.

    ``chosen`` carries the key of the row that became current; ``activated_again`` that of a row clicked or
    entered while it was current already (``entered_by_key`` tells which);
    ``stepped`` carries +1 or -1 for the arrows right and left.
    """

    chosen = Signal(object)
    activated_again = Signal(object)
    stepped = Signal(int)
    leaving_top = Signal()

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = RowModel(self)
        self._delegate = RowDelegate(themes.current, self)
        self._quiet = False
        self.entered_by_key = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(50)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        self._showing = QTimer(self)  # once rows have their new heights
        self._showing.setSingleShot(True)
        self._showing.setInterval(0)
        self._showing.timeout.connect(self._show_current)
        themes.changed.connect(self._recolour)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows shown, all of them made."""
        return tuple(self._model.made(place) for place in range(len(self._model.rows)))

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; what was current stays so when it is still there, without a signal."""
        key = self.current_key()
        top = self.verticalScrollBar().value()
        self._quiet = True
        self._delegate.forget()
        self._model.set_rows(rows)
        if key is not None:
            place = self._model.place_of(key)
            if place >= 0:
                self.setCurrentIndex(self._model.index(place))
        self.verticalScrollBar().setValue(top)
        self._quiet = False

    def replace_row(self, place: int, row: Row) -> None:
        """Show one row differently, perhaps in another height."""
        self._delegate.forget()
        self._model.replace_row(place, row)
        self.scheduleDelayedItemsLayout()
        if place == self.currentIndex().row():
            self._showing.start()

    def replace_keys(self, keys: Collection[Any], make: Callable[[Any], Row]) -> None:
        """Show the rows that stand for some keys differently."""
        for place, row in enumerate(self._model.rows):
            if row.key is not None and row.key in keys and row.selectable:
                self.replace_row(place, make(row.key))

    def key_under(self, position: QPoint) -> Any:
        """Return what the row at a point of the viewport stands for, None where no row can be chosen."""
        place = self.indexAt(position).row()
        return self._model.rows[place].key if place >= 0 and self._model.rows[place].selectable else None

    def current_key(self) -> Any:
        """Return the key of the current row, or None."""
        index = self.currentIndex()
        return self._model.rows[index.row()].key if index.isValid() else None

    def has(self, key: Any) -> bool:
        """Tell whether a row stands for ``key``."""
        return self._model.place_of(key) >= 0

    def set_current_key(self, key: Any, *, quiet: bool = True) -> None:
        """Make the row that stands for ``key`` current (none when there is no such row)."""
        place = self._model.place_of(key) if key is not None else -1
        if place >= 0 and self.currentIndex().row() == place:
            return
        self._quiet = quiet
        if place < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        else:
            index = self._model.index(place)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._quiet = False

    def stand_near(self, place: int) -> None:
        """Make the row at a place current, or the next one that can be chosen, without a signal."""
        places = [n for n, row in enumerate(self._model.rows) if row.selectable]
        if places:
            near = next((n for n in places if n >= place), places[-1])
            self.set_current_key(self._model.rows[near].key)

    def first_place(self, wanted: Callable[[Row], bool] = lambda row: row.selectable) -> int:
        """Return the first row that is wanted, or -1."""
        return next((place for place, row in enumerate(self._model.rows) if wanted(row)), -1)

    def enter(self) -> None:
        """Take the keyboard and stand on a row."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.currentIndex().isValid():
            place = self.first_place()
            if place >= 0:
                self.setCurrentIndex(self._model.index(place))

    # -- Qt -----------------------------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's own name
        super().currentChanged(current, previous)
        if self._quiet or not current.isValid() or not self._model.rows[current.row()].selectable:
            return
        self.chosen.emit(self._model.rows[current.row()].key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows; a list that has the keyboard but no chosen row yet gets a ring of its own."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._delegate.theme.color("focus"), 1.5))
                painter.drawRoundedRect(self.viewport().rect().adjusted(2, 1, -2, -2), 6, 6)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt makes the first row current when the list gets the keyboard; that must not choose anything.
        fresh = not self.currentIndex().isValid()
        self._quiet = True
        super().focusInEvent(event)
        if fresh:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        self._quiet = False
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._model.rows[index.row()].selectable:
            return
        again = index.isValid() and index == self.currentIndex()
        super().mousePressEvent(event)
        if again and event.button() is Qt.MouseButton.LeftButton:
            self.activated_again.emit(self.current_key())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.stepped.emit(1 if key == Qt.Key.Key_Right else -1)
        elif key in _ENTER and self.current_key() is not None:
            self.entered_by_key = True
            self.activated_again.emit(self.current_key())
            self.entered_by_key = False
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(1 if key == Qt.Key.Key_Home else -1, from_edge=True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()  # Qt would ask for the heights again only if ours changed
        elif event.size().height() < event.oldSize().height() and self.currentIndex().isValid():
            self._showing.start()
        super().resizeEvent(event)

    def _show_current(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _walk(self, step: int, *, from_edge: bool = False) -> None:
        rows = self._model.rows
        current = self.currentIndex().row()
        place = current + step
        if from_edge or current < 0:
            place = 0 if step > 0 else len(rows) - 1
        while 0 <= place < len(rows) and not rows[place].selectable:
            place += step
        if 0 <= place < len(rows):
            self.setCurrentIndex(self._model.index(place))
        elif step < 0:
            self.scrollToTop()
            self.leaving_top.emit()

    def _recolour(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self._delegate.forget()
        self.viewport().update()

"""What the tabs of the sidebar have in common: a filter field, chips, a list, a word when it is empty."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from itertools import pairwise
from time import perf_counter
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.model import Comparison
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.sidebar.chips import Chip, ChipRow
from desktop_app.ui.sidebar.filter_field import FilterField
from desktop_app.ui.sidebar.row_list import RowList
from desktop_app.ui.sidebar.rows import Prose, Row
from desktop_app.ui.theme import ThemeManager

AT_ONCE = 600
"""Entries up to which a list is built without a break."""

SLICE_SECONDS = 0.005


class Panel(QWidget):
    """A tab of the sidebar. Subclasses say what chips and rows there are and what choosing a row does.

    ``count_changed`` carries the number shown in the tab.
    """

    count_changed = Signal(int)

    def __init__(self, name: str, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.themes = themes
        self.comparison: Comparison | None = None
        self._stale = False
        self._edited = False
        """Whether the comparison differs from the one that is listed by an edit alone."""
        self._chip_list: Sequence[Chip] | None = None
        self.filter = FilterField(f"{name}Filter", themes, self)
        self.chips = ChipRow(self)
        self.list = RowList(themes, self)
        self.list.setObjectName(f"{name}List")
        self.empty = QLabel(self)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.empty.setMargin(24)  # a style sheet takes contents margins away
        self.empty.hide()
        self._lay_out()

        # Typing rebuilds the list once the fingers rest; 80 ms is below what is felt as a wait.
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(80)
        self._typing.timeout.connect(self.refresh)
        self._building: Iterator[None] = iter(())
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._next_slice)
        self.filter.textChanged.connect(self._typed)
        self.filter.left_downwards.connect(self._enter_list)
        self.filter.setFont(interface_font())
        self.chips.chosen.connect(self._chip_chosen)
        self.list.chosen.connect(self.row_chosen)
        self.list.activated_again.connect(self.row_activated_again)
        self.list.stepped.connect(self.stepped)
        self.list.leaving_top.connect(self.filter.setFocus)

    def _lay_out(self) -> None:
        self.top = QHBoxLayout()
        self.top.setContentsMargins(12, 0, 12, 0)
        self.top.setSpacing(4)
        self.top.addWidget(self.filter, 1)
        chips = QHBoxLayout()
        chips.setContentsMargins(12, 0, 12, 0)
        chips.addWidget(self.chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(7)
        layout.addLayout(self.top)
        layout.addLayout(chips)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty, 1)

    # -- for subclasses -----------------------------------------------------------------------------------

    def count(self) -> int:
        """Return the number shown in the tab."""
        return 0

    def chip_list(self, comparison: Comparison) -> Sequence[Chip]:
        """Return the chips, "" standing for everything."""
        raise NotImplementedError

    def row_list(self, comparison: Comparison, query: str, chip: str) -> Sequence[Row]:
        """Return the rows that answer a query and a chip."""
        raise NotImplementedError

    def listing(self, comparison: Comparison, query: str, chip: str) -> Generator[None, None, Sequence[Row]]:
        """Work the rows out, with a break now and then where they are many."""
        yield from ()
        return self.row_list(comparison, query, chip)

    def empty_text(self, filtered: bool) -> str:
        """Return what to say when there is no row."""
        raise NotImplementedError

    def row_chosen(self, key: Any) -> None:
        """React to a row that became current."""

    def row_activated_again(self, key: Any) -> None:
        """React to a click or Enter on the row that is current already."""
        self.row_chosen(key)

    def stepped(self, step: int) -> None:
        """React to the arrows right (+1) and left (-1)."""

    def forget(self) -> None:
        """Drop what does not belong to the comparison any more."""

    def heir(self, key: Any) -> Any:
        """Return the key that stands for a chosen row since an edit; None when the row is gone for good."""
        return key

    def warm(self, comparison: Comparison) -> Iterator[None]:  # noqa: ARG002
        """Work out in small steps what chips and rows need; a long pair is listed a few steps at a time."""
        yield from ()

    def listed(self) -> None:
        """React to a list that was built anew."""

    # -- common -------------------------------------------------------------------------------------------

    def set_comparison(self, comparison: Comparison | None) -> None:
        """Show another comparison; the list is built when the tab is looked at.

        One of the same two articles (after an edit) keeps filter, place and choice.
        """
        before, self.comparison = self.comparison, comparison
        self._chip_list = None
        self._slices.stop()
        self._edited = (
            before is not None
            and comparison is not None
            and before.left is comparison.left
            and before.right is comparison.right
        )
        if not self._edited:
            self.list.set_rows(())
            self.filter.clear()
        self.forget()
        self.count_changed.emit(self.count())
        self._stale = True
        if self.isVisible():
            self.refresh()

    def chips_changed(self) -> None:
        """Ask for the chips again at the next refresh."""
        self._chip_list = None

    def refresh(self) -> None:
        """Build the list anew, that of a long pair a slice at a time."""
        self._stale = False
        self._building = self._build()
        if self.count() > AT_ONCE:
            self._slices.start()
        else:
            self.finish()

    def finish(self) -> None:
        """Build to the end a list that is being built."""
        self._slices.stop()
        deque(self._building, maxlen=0)

    @Slot()
    def _next_slice(self) -> None:
        until = perf_counter() + SLICE_SECONDS
        for _ in self._building:
            if perf_counter() > until:
                return
        self._slices.stop()

    def _build(self) -> Iterator[None]:
        comparison = self.comparison
        if self._chip_list is None and comparison is not None:
            yield from self.warm(comparison)
            self._chip_list = self.chip_list(comparison)
            yield
        if self.chips.set_chips(self._chip_list or () if comparison is not None else ()):
            self._order_focus()
        query, chip = self.filter.text().strip(), self.chips.current
        rows: Sequence[Row] = ()
        if comparison is not None:
            rows = yield from self.listing(comparison, query, chip)
        some = any(row.selectable for row in rows)
        nothing = self.empty_text(bool(query or chip))
        if rows and not some:  # below what is told anyway, not in the middle of nowhere
            rows = [*rows, Prose(spoken=nothing, text=nothing)]
        yield
        self._show_rows(rows)
        self.list.setVisible(bool(rows))
        self.empty.setText(nothing)
        self.empty.setVisible(not rows)
        self.listed()

    def _show_rows(self, rows: Sequence[Row]) -> None:
        """Put rows into the list. After an edit the chosen row stays so, or the next one where it is gone."""
        key, place = self.list.current_key(), self.list.currentIndex().row()
        heir = self.heir(key) if self._edited and key is not None else key
        self._edited = False
        self.list.set_rows(rows)
        if key is not None and heir is None:
            self.list.stand_near(place)
        elif heir != key:
            self.list.set_current_key(heir)

    def _order_focus(self) -> None:
        """Let Tab go as the eye does: filter, what stands beside it, chips, list."""
        items = [self.top.itemAt(place) for place in range(self.top.count())]
        above = [widget for item in items if item is not None and (widget := item.widget()) is not None]
        for one, next_one in pairwise([*above, *self.chips.buttons, self.list]):
            QWidget.setTabOrder(one, next_one)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def _enter_list(self) -> None:
        if self._typing.isActive():
            self._typing.stop()
            self.refresh()
        self.finish()
        self.list.enter()

    def _typed(self) -> None:
        self._typing.start()

    def _chip_chosen(self) -> None:
        self.refresh()

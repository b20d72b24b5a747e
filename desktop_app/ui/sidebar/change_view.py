"""The tab of changes: facts that disagree, wording that shifted, and what one side leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.model import Change, ChangeKind, Comparison, Passage, Side, Span
from desktop_app.ui import wording
from desktop_app.ui.bidi import isolated, rightwards
from desktop_app.ui.marked_text import Ink, Piece, woven
from desktop_app.ui.sidebar.chips import Chip
from desktop_app.ui.sidebar.corrections import add_action
from desktop_app.ui.sidebar.fuzzy import matching
from desktop_app.ui.sidebar.panel import Panel
from desktop_app.ui.sidebar.reading_order import OnlyHere, is_ahead, reading_order
from desktop_app.ui.sidebar.rows import Card, Heading, Later, Line, Prose, Row
from desktop_app.ui.theme import ThemeManager

_LONG = 40
"""Characters from which two wordings are woven together, not set side by side."""

DISMISSED, ONLY = "dismissed", "only"
_SEVERITY = tuple(ChangeKind)
_FACTS = frozenset({ChangeKind.FIGURE, ChangeKind.DATE, ChangeKind.NAME, ChangeKind.NEGATION})


class Mark(StrEnum):
    """What the reader decided about a change."""

    OPEN = ""
    SEEN = "seen"
    DISMISSED = "dismissed"


class ChangeView(Panel):
    """Changes by kind, the gravest first, then the passages of one side only.

    ``places_activated`` carries the places of the chosen row; ``change_selected`` a `Change`, an `OnlyHere`
    or None; ``mark_requested`` a `Change` and a `Mark`, to be answered by `set_marks`.
    """

    places_activated = Signal(object)
    change_selected = Signal(object)
    mark_requested = Signal(object, str)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("changeView", themes, parent)
        self._marks: dict[Change, Mark] = {}
        self._summary: str | None = None
        self._offered: Any = None
        """The row that became current by itself, which nobody has looked at."""
        self.filter.setPlaceholderText(self.tr("Filter changes…"))
        self.filter.setAccessibleName(self.tr("Filter changes"))
        self.list.setAccessibleName(self.tr("Changes"))
        self.chips.setAccessibleName(self.tr("Which changes"))
        self.seen_action = add_action(self.list, self.tr("Mark as &seen"), "V", self._toggle_seen)
        self.dismiss_action = add_action(self.list, self.tr("&Dismiss"), "Del", self._toggle_dismissed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._show_menu)

    # -- Panel --------------------------------------------------------------------------------------------

    def count(self) -> int:
        if self.comparison is None:
            return 0
        return sum(self.mark_of(change) is not Mark.DISMISSED for change in self.comparison.changes)

    def forget(self) -> None:
        known = set(self.comparison.changes) if self.comparison is not None and self._marks else set()
        self._marks = {change: mark for change, mark in self._marks.items() if change in known}
        self._summary = None

    def chip_list(self, comparison: Comparison) -> Sequence[Chip]:
        shown = [c for c in comparison.changes if self.mark_of(c) is not Mark.DISMISSED]
        passages = len(comparison.only_left) + len(comparison.only_right)
        # The same number as in the tab: a passage on one side only is no change.
        chips = [("", wording.counted(self.tr("All"), len(shown)) if shown else self.tr("All"))]
        for kind in _SEVERITY:
            found = sum(change.kind is kind for change in shown)
            if found:
                chips.append((kind.value, wording.counted(wording.changes_name(kind), found)))
        if passages:
            chips.append((ONLY, wording.counted(self.tr("One side only"), passages)))
        gone = len(comparison.changes) - len(shown)
        if gone:
            chips.append((DISMISSED, wording.counted(self.tr("Dismissed"), gone)))
        return chips

    def row_list(self, comparison: Comparison, query: str, chip: str) -> Sequence[Row]:
        rows: list[Row] = []
        if not query and not chip:
            text = self._summary_of(comparison)
            rows.append(Prose(spoken=text, text=text))
        changes = comparison.changes
        if query:
            found = matching(query, [f"{c.left.text} {c.right.text} {c.note}" for c in changes])
            changes = tuple(changes[number] for number in found)
        for kind in _SEVERITY:
            if chip not in ("", DISMISSED, kind.value):
                continue
            hidden = (Mark.OPEN, Mark.SEEN) if chip == DISMISSED else (Mark.DISMISSED,)
            members = [c for c in changes if c.kind is kind and self.mark_of(c) not in hidden]
            rows.extend(Later(key=c, make=partial(self._card, comparison, c)) for c in members)
        if chip in ("", ONLY):
            for side in Side:
                rows.extend(self._only_rows(comparison, side, query))
        return rows

    def empty_text(self, filtered: bool) -> str:
        if filtered:
            return self.tr("No change fits. Clear the filter to see all.")
        if self.comparison is not None and self.comparison.changes:
            return self.tr("All changes are dismissed. The last chip lists them.")
        if self.comparison is not None:
            return self.tr("No fact, name or quotation disagrees, and neither side leaves anything out.")
        return self.tr("What disagrees between both articles will be listed here.")

    def row_chosen(self, key: Any) -> None:
        self._offered = None
        self.change_selected.emit(key)
        self.places_activated.emit(places_of(key))

    # -- own ----------------------------------------------------------------------------------------------

    def _summary_of(self, comparison: Comparison) -> str:
        if self._summary is None:
            from desktop_app.compare.summary import summarize  # only when somebody looks

            shown = (c for c in comparison.changes if self.mark_of(c) is not Mark.DISMISSED)
            self._summary = " ".join(summarize(replace(comparison, changes=tuple(shown))))
        return self._summary

    def set_marks(self, marks: Mapping[Change, str]) -> None:
        """Show what the reader decided about changes."""
        self._marks = {change: Mark(mark) for change, mark in marks.items()}
        self._summary = None
        self.chips_changed()
        self.count_changed.emit(self.count())
        if self.isVisible():
            key, place = self.list.current_key(), self.list.currentIndex().row()
            self.refresh()
            self.finish()
            if key is not None and not self.list.has(key):
                self.list.stand_near(place)  # so that one can go on dismissing
                self._offered = self.list.current_key()
        else:
            self._stale = True

    def mark_of(self, change: Change) -> Mark:
        """Return what the reader decided about a change."""
        return self._marks.get(change, Mark.OPEN) if self._marks else Mark.OPEN

    def step(self, direction: int) -> bool:
        """Go to the next (+1) or previous (-1) change or one-sided passage; False when there is none."""
        item = self.next_item(direction)
        if item is not None:
            self.row_chosen(item)
        return item is not None

    def next_item(self, direction: int, near: tuple[int, int] = (0, 0)) -> Change | OnlyHere | None:
        """Choose and return the next (+1) or previous (-1) change or one-sided passage, without a signal.

        The order is that of reading, dismissed changes are passed over. With no row chosen the walk begins at
        ``near``, the left and right paragraph that the reader is at.
        """
        if self.comparison is None:
            return None
        order = [
            item
            for item in reading_order(self.comparison)
            if not (isinstance(item, Change) and self.mark_of(item) is Mark.DISMISSED)
        ]
        if not order:
            return None
        if self._stale:
            self.refresh()
        self.finish()
        current = self.list.current_key()
        offered, self._offered = self._offered, None
        if current in order and current is not offered:
            place = order.index(current) + direction
        else:
            ahead = (place for place, item in enumerate(order) if is_ahead(item, near))
            place = next(ahead, 0) - (0 if direction > 0 else 1)
        item = order[place % len(order)]
        if not self.list.has(item):
            self.filter.clear()
            self.chips.choose("")
            self.refresh()
            self.finish()
        self.list.set_current_key(item)
        return item

    def _card(self, comparison: Comparison, change: Change) -> Card:
        mark = self.mark_of(change)
        label = wording.change_name(change.kind)
        if mark is Mark.SEEN:
            label = self.tr("✓ {kind}, seen").format(kind=label)
        place = wording.pair_label(comparison, (change.left.paragraph,), (change.right.paragraph,))
        nothing = self.tr("(nothing)")
        pieces = _pieces(change, nothing)
        spoken = self.tr("{kind}: left {left}, right {right}").format(
            kind=label, left=change.left.text or nothing, right=change.right.text or nothing
        )
        return Card(
            key=change,
            spoken=spoken,
            description=f"{change.note} {place}".strip(),
            label=label,
            tone="amber" if change.kind in _FACTS and mark is Mark.OPEN else "plain",
            place=place,
            pieces=pieces,
            footer="" if change.kind is ChangeKind.QUOTATION else change.note,
            quiet=mark is not Mark.OPEN,
        )

    def _only_rows(self, comparison: Comparison, side: Side, query: str) -> list[Row]:
        article = comparison.article(side)
        passages = comparison.only(side)
        if query:
            texts = [article.text_at(passage) for passage in passages]
            passages = tuple(passages[number] for number in matching(query, texts))
        if not passages:
            return []
        title = self.tr("Only on the left") if side is Side.LEFT else self.tr("Only on the right")
        words = sum(passage.words for passage in passages)
        note = self.tr("{passages} ¶ · {words}").format(
            passages=wording.number(len({passage.paragraph for passage in passages})),
            words=wording.words(words),
        )
        rows: list[Row] = [Heading(spoken=f"{title}, {note}", title=title, note=note)]
        rows.extend(
            Later(key=OnlyHere(side, passage), make=partial(self._only_row, comparison, side, passage))
            for passage in passages
        )
        return rows

    def _only_row(self, comparison: Comparison, side: Side, passage: Passage) -> Line:
        article = comparison.article(side)
        place = wording.paragraph_label(article, (passage.paragraph,))
        text = article.text_at(passage)
        return Line(
            key=OnlyHere(side, passage),
            spoken=f"{place} {text}",
            description=self.tr("{words}, only on the {side}").format(
                words=wording.words(passage.words), side=wording.side_name(side)
            ),
            text=f"{place} {isolated(text)}",
            role="left_ink" if side is Side.LEFT else "right_ink",
        )

    # -- marking ------------------------------------------------------------------------------------------

    def _toggle_seen(self) -> None:
        self._toggle(Mark.SEEN)

    def _toggle_dismissed(self) -> None:
        self._toggle(Mark.DISMISSED)

    def _toggle(self, wanted: Mark) -> None:
        change = self.list.current_key()
        if isinstance(change, Change):
            self.mark_requested.emit(change, Mark.OPEN if self.mark_of(change) is wanted else wanted)

    def _show_menu(self, position: Any) -> None:
        change = self.list.key_under(position)
        if not isinstance(change, Change):
            return
        mark = self.mark_of(change)
        self.seen_action.setText(
            self.tr("Mark as un&seen") if mark is Mark.SEEN else self.tr("Mark as &seen")
        )
        self.dismiss_action.setText(self.tr("&Put back") if mark is Mark.DISMISSED else self.tr("&Dismiss"))
        menu = QMenu(self.list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.list.actions())
        menu.popup(self.list.viewport().mapToGlobal(position))


def _pieces(change: Change, nothing: str) -> tuple[Piece, ...]:
    """Return both wordings, one after the other; long ones that share most words woven together."""
    left, right = change.left.text, change.right.text
    if min(len(left), len(right)) > _LONG and (pieces := woven(left, right)) is not None:
        return pieces
    said = (
        Piece(isolated(left) or nothing, Ink.LEFT if left else Ink.MUTED),
        Piece(" → "),
        Piece(isolated(right) or nothing, Ink.RIGHT if right else Ink.MUTED),
    )
    # The arrow points to the right, so the line runs there too.
    head = rightwards(left, right)
    return (Piece(head), *said) if head else said


def places_of(item: Change | OnlyHere) -> list[tuple[Side, Span]]:
    """Return where a change or a one-sided passage stands."""
    if isinstance(item, OnlyHere):
        return [(item.side, item.passage)]
    return [(side, item.on(side)) for side in Side]

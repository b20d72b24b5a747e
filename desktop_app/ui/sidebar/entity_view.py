"""The tab of names, dates and figures: who and what both sides tell of, and how often."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator, Sequence
from functools import partial
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from desktop_app.model import Comparison, EntityRow, Mention, Side
from desktop_app.ui import wording
from desktop_app.ui.icons import themed_icon
from desktop_app.ui.letters import give_letters
from desktop_app.ui.marked_text import Ink, Piece
from desktop_app.ui.settings import Settings
from desktop_app.ui.sidebar.chips import Chip
from desktop_app.ui.sidebar.corrections import EntityCorrections
from desktop_app.ui.sidebar.fuzzy import matching
from desktop_app.ui.sidebar.panel import Panel
from desktop_app.ui.sidebar.rows import Counted, Heading, Later, Row
from desktop_app.ui.theme import ThemeManager

_ACRONYM = 5
"""Letters up to which a word in capitals is taken for an acronym, not for a dateline."""

BREAK_AFTER = 500
"""Entities listed between two breaks."""

BOTH, ONLY_LEFT, ONLY_RIGHT, DIFFERENT = "both", "only_left", "only_right", "different"


def named_differently(row: EntityRow) -> bool:
    """Tell whether the two sides share no name for the entity."""
    left, right = _names(row, Side.LEFT), _names(row, Side.RIGHT)
    return row.type.is_name and bool(left) and bool(right) and not left & right


def label_of(row: EntityRow) -> str:
    """Return the entity's name, with the other side's name where it is called differently."""
    if not named_differently(row):
        return row.name
    for side in Side:
        if row.name not in _names(row, side):
            surfaces = [_bare(text) for text in row.surfaces(side)]
            other = max(surfaces, key=surfaces.count)
            return f"{row.name} · {other}" if other != row.name else row.name
    return row.name


def steps_of(row: EntityRow) -> list[tuple[Side, Mention]]:
    """Return the mentions in the order left 1, right 1, left 2 ..."""
    steps: list[tuple[Side, Mention]] = []
    for left, right in zip_longest(row.left, row.right):
        if left is not None:
            steps.append((Side.LEFT, left))
        if right is not None:
            steps.append((Side.RIGHT, right))
    return steps


def _bare(text: str) -> str:
    return text.removesuffix("’s").removesuffix("'s")


def _names(row: EntityRow, side: Side) -> set[str]:
    """Return the names used on a side. Whole words in capitals (datelines) count as written small."""
    bare = (_bare(mention.text) for mention in row.on(side))
    return {text.title() if text.isupper() and len(text) > _ACRONYM else text for text in bare}


def _fits(row: EntityRow, chip: str, different: Collection[int]) -> bool:
    if chip == ONLY_LEFT:
        return not row.right
    if chip == ONLY_RIGHT:
        return not row.left
    if chip == BOTH:
        return bool(row.left and row.right)
    return id(row) in different if chip == DIFFERENT else True


class EntityView(Panel):
    """Entities by kind with a count bar to each side.

    ``entity_selected`` carries the `EntityRow` or None, ``mention_activated`` a (Side, Mention),
    ``correction_requested`` a step's name and its `Correction`s.
    """

    entity_selected = Signal(object)
    mention_activated = Signal(object)
    correction_requested = Signal(str, object)

    def __init__(self, themes: ThemeManager, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("entityView", themes, parent)
        self._settings = settings
        self._step = -1
        self._open: EntityRow | None = None
        self._folded: dict[int, Counted] = {}
        self._different: set[int] = set()
        self._differing = False
        """Whether the list is of what is named differently: each row says how, then."""
        self.filter.setPlaceholderText(self.tr("Filter entities…"))
        self.filter.setAccessibleName(self.tr("Filter entities"))
        self.list.setAccessibleName(self.tr("Entities"))
        self.list.setAccessibleDescription(
            self.tr("Arrows right and left go through the mentions, left and right in turn.")
        )
        self.chips.setAccessibleName(self.tr("Which entities"))
        self.top.addWidget(self._order_button())
        self.corrections = EntityCorrections(self)
        self.corrections.requested.connect(self.correction_requested)

    def _order_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("entityOrder")
        button.setProperty("role", "tool")
        themed_icon(button, "sort", self.themes)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolTip(self.tr("Order and kinds of the list"))
        button.setAccessibleName(self.tr("Order and kinds of the list"))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for key, label in (
            ("count", self.tr("Most mentioned first")),
            ("place", self.tr("In reading order")),
            ("name", self.tr("By name")),
        ):
            action = QAction(label, menu)
            action.setCheckable(True)
            action.setData(key)
            action.setChecked(key == self._settings.entity_order)
            group.addAction(action)
            menu.addAction(action)
        group.triggered.connect(self._order_chosen)
        menu.addSeparator()
        self._kinds = QActionGroup(menu)
        for kind, label in (
            (-1, self.tr("All kinds")),
            *((g, wording.group_name(g)) for g in range(wording.GROUPS)),
        ):
            action = menu.addAction(wording.as_written(label))
            action.setCheckable(True)
            action.setData(kind)
            action.setChecked(kind == -1)
            self._kinds.addAction(action)
        give_letters(menu)
        self._kinds.triggered.connect(self._kind_chosen)
        button.setMenu(menu)
        return button

    @property
    def chosen(self) -> EntityRow | None:
        """The entity whose mentions are marked and walked through, None where none is."""
        return self._open

    @property
    def kind(self) -> int:
        """The one group of kinds that is listed, -1 for all."""
        action = self._kinds.checkedAction()
        return -1 if action is None else int(action.data())

    def _kind_chosen(self) -> None:
        self.chips_changed()
        self.refresh()

    def _order_chosen(self, action: QAction) -> None:
        self._settings.entity_order = str(action.data())
        self.refresh()

    # -- Panel --------------------------------------------------------------------------------------------

    def count(self) -> int:
        return len(self.comparison.entities) if self.comparison else 0

    def forget(self) -> None:
        self._folded = {}
        if self.kind >= 0 and (
            self.comparison is None
            or self.kind not in {wording.group_of(r.type) for r in self.comparison.entities}
        ):
            self._kinds.actions()[0].setChecked(True)
        before = self._open
        self._open = self.heir(before) if before is not None else None
        if self._open is None or self._open != before:
            self._step = -1
            if before is not None:
                self.entity_selected.emit(self._open)

    def heir(self, key: EntityRow) -> EntityRow | None:
        """Return the entity that a row became: the same, the one of its name, the one with its mention."""
        rows = self.comparison.entities if self.comparison is not None else ()
        if key in rows:
            return key
        if not self._edited:
            return None
        named = next((row for row in rows if (row.name, row.type) == (key.name, key.type)), None)
        if named is not None:
            return named
        steps = steps_of(key)[:1]
        return next((row for row in rows for side, mention in steps if mention in row.on(side)), None)

    def warm(self, comparison: Comparison) -> Iterator[None]:
        self._different = set()
        for row in comparison.entities:
            if named_differently(row):
                self._different.add(id(row))
            yield

    def chip_list(self, comparison: Comparison) -> Sequence[Chip]:
        kind = self.kind
        rows = [row for row in comparison.entities if kind in (-1, wording.group_of(row.type))]
        labels = (
            (BOTH, self.tr("Both")),
            (ONLY_LEFT, self.tr("Only left")),
            (ONLY_RIGHT, self.tr("Only right")),
            (DIFFERENT, self.tr("Named differently")),
        )
        whole = self.tr("All") if kind < 0 else wording.group_name(kind)
        chips = [("", wording.counted(whole, len(rows)))]
        for key, label in labels:
            found = sum(_fits(row, key, self._different) for row in rows)
            if found and found < len(rows):
                chips.append((key, wording.counted(label, found)))
        return chips

    def listing(self, comparison: Comparison, query: str, chip: str) -> Generator[None, None, Sequence[Row]]:
        rows = comparison.entities
        if query:
            texts = [
                " ".join(dict.fromkeys((row.name, *row.surfaces(Side.LEFT), *row.surfaces(Side.RIGHT))))
                for row in rows
            ]
            rows = tuple(rows[number] for number in matching(query, texts))
        self._differing = chip == DIFFERENT
        groups: dict[int, list[EntityRow]] = {}
        kind = self.kind
        for number, row in enumerate(rows):
            group = wording.group_of(row.type)
            if kind in (-1, group) and _fits(row, chip, self._different):
                groups.setdefault(group, []).append(row)
            if number % BREAK_AFTER == BREAK_AFTER - 1:
                yield
        peak = _peak(comparison)
        yield
        listed: list[Row] = []
        for group in sorted(groups):
            members = self._ordered(groups[group])
            name = wording.group_name(group)
            total = wording.number(len(members))
            listed.append(Heading(spoken=f"{name}, {total}", title=name, note=total))
            for start in range(0, len(members), BREAK_AFTER):
                yield
                part = members[start : start + BREAK_AFTER]
                listed.extend(Later(key=row, make=partial(self._row, row, peak)) for row in part)
        return listed

    def empty_text(self, filtered: bool) -> str:
        if filtered or self.kind >= 0:
            return self.tr("No entity fits. Clear the filter to see all.")
        if self.comparison is not None:
            return self.tr("Neither article names anybody or anything, and neither gives a date or a figure.")
        return self.tr("Names, places, dates and figures of both articles will be listed here.")

    def row_chosen(self, key: Any) -> None:
        self._step = -1
        self._show_open(key)
        self.entity_selected.emit(key)

    def row_activated_again(self, key: Any) -> None:
        if self._open != key:
            self.row_chosen(key)
        self.stepped(1)

    def stepped(self, step: int) -> None:
        row = self._open
        if row is None:
            return
        steps = steps_of(row)
        if not steps:
            return
        self._step = (self._step + step) % len(steps) if self._step >= 0 else (0 if step > 0 else -1)
        self._step %= len(steps)
        self._show_open(row)
        self.mention_activated.emit(steps[self._step])

    # -- own ----------------------------------------------------------------------------------------------

    def steps(self, row: EntityRow) -> list[tuple[Side, Mention]]:
        """Return a row's mentions in the order in which they are stepped through."""
        return steps_of(row)

    def step_of(self, row: EntityRow) -> int:
        """Return which mention of a row one stands at, -1 for none."""
        return self._step if row == self._open else -1

    def _ordered(self, rows: list[EntityRow]) -> list[EntityRow]:
        order = self._settings.entity_order
        if order == "name":
            return sorted(rows, key=lambda row: row.name.casefold())
        if order == "place":
            return sorted(rows, key=_first_place)
        return sorted(rows, key=lambda row: (-len(row.left) - len(row.right), _first_place(row)))

    def _show_open(self, row: EntityRow | None) -> None:
        """Unfold the chosen row and fold the one that was."""
        before, self._open = self._open, row
        peak = _peak(self.comparison) if self.comparison is not None else 1
        self.list.replace_keys((before, row), partial(self._row, peak=peak))

    def _row(self, row: EntityRow, peak: int) -> Counted:
        unfolded = row == self._open and self.comparison is not None
        folded = not unfolded and not self._differing
        if folded and (known := self._folded.get(id(row))) is not None:
            return known
        name = label_of(row)
        spoken = self.tr("{name}, {kind}, {left} left, {right} right").format(
            name=name,
            kind=wording.type_name(row.type),
            left=wording.number(len(row.left)),
            right=wording.number(len(row.right)),
        )
        details: tuple[Piece, ...] = ()
        if unfolded and self.comparison is not None:
            details = self._details(row, self.comparison)
        elif self._differing:
            details = self._wordings(row)
        description = "; ".join(line for line in "".join(piece.text for piece in details).split("\n") if line)
        counted = Counted(
            key=row,
            spoken=spoken,
            description=description,
            name=name,
            left=len(row.left),
            right=len(row.right),
            peak=peak,
            details=details,
        )
        if folded:
            self._folded[id(row)] = counted
        return counted

    def _details(self, row: EntityRow, comparison: Comparison) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        about = ", ".join((*row.roles, *row.related))
        if about:
            pieces.append(Piece(about + "\n", Ink.MUTED))
        pieces += (*self._wordings(row), Piece("\n"))
        steps = steps_of(row)
        if 0 <= self._step < len(steps):
            side, mention = steps[self._step]
            place = wording.paragraph_label(comparison.article(side), (mention.paragraph,))
            text = self.tr("mention {number} of {total}, {side} {place}").format(
                number=wording.number(self._step + 1),
                total=wording.number(len(steps)),
                side=wording.side_name(side),
                place=place,
            )
        else:
            text = self.tr("→ next mention   ← previous")
        pieces.append(Piece(text, Ink.MUTED))
        return tuple(pieces)

    def _wordings(self, row: EntityRow) -> tuple[Piece, ...]:
        """Return what each side calls an entity."""
        pieces: list[Piece] = []
        for side, ink in ((Side.LEFT, Ink.OF_LEFT), (Side.RIGHT, Ink.OF_RIGHT)):
            surfaces = list(dict.fromkeys(_bare(text) for text in row.surfaces(side)))
            said = ", ".join(surfaces) if surfaces else self.tr("not named")
            if pieces:
                pieces.append(Piece("\n"))
            pieces.append(Piece(f"{wording.side_name(side)}  ", Ink.MUTED))
            pieces.append(Piece(said, ink if surfaces else Ink.MUTED))
        return tuple(pieces)


def _peak(comparison: Comparison) -> int:
    """Return the largest count of the list."""
    return max((max(len(row.left), len(row.right)) for row in comparison.entities), default=1)


def _first_place(row: EntityRow) -> tuple[int, int, int]:
    if row.left:
        return (0, row.left[0].paragraph, row.left[0].start)
    first = row.right[0] if row.right else None
    return (1, first.paragraph, first.start) if first else (2, 0, 0)

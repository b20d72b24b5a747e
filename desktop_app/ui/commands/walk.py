"""Going from place to place."""

from __future__ import annotations

from PySide6.QtCore import Slot

from desktop_app.model import Change, Side
from desktop_app.ui.commands.group import CommandGroup


class WalkCommands(CommandGroup):
    """What the Go menu does."""

    @Slot()
    def next_link(self) -> None:
        self._view.steps.link(1)

    @Slot()
    def previous_link(self) -> None:
        self._view.steps.link(-1)

    @Slot()
    def level_counterpart(self) -> None:
        self._view.moving.level_counterpart(self._view.active_side())

    @Slot()
    def other_side(self) -> None:
        """Move the keyboard to the other pane, the caret to the counterpart of where it was."""
        view = self._view
        side = view.active_side()
        other = side if not view.panes[side].hasFocus() else side.other
        caret = view.panes[other.other].place_of_caret()
        number = view.structure.link_of(other.other, caret[0]) if caret and view.structure else -1
        if number >= 0:
            view.moving.clicked(other.other, caret[0] if caret else 0)
        view.panes[other].setFocus()
        self._window.announce(self.tr("Left article") if other is Side.LEFT else self.tr("Right article"))

    @Slot()
    def next_only_here(self) -> None:
        self._view.steps.only_here(1)

    @Slot()
    def previous_only_here(self) -> None:
        self._view.steps.only_here(-1)

    @Slot()
    def next_change(self) -> None:
        self._walk_changes(1)

    @Slot()
    def previous_change(self) -> None:
        self._walk_changes(-1)

    def _walk_changes(self, step: int) -> None:
        """Go through changes and one-sided passages in reading order; the sidebar goes along."""
        here = self._view.moving.here() if self._view.index is not None else None
        begun = here is not None and here.edge != "start"
        anchors = [here.anchor(side) if here is not None and begun else None for side in Side]
        left, right = (anchor.paragraph if anchor is not None else 0 for anchor in anchors)
        item = self._window.sidebar.change_view.next_item(step, (left, right))
        if item is None:
            self._window.announce(self.tr("Nothing disagrees, and neither side leaves anything out"))
        elif isinstance(item, Change):
            self._view.steps.show_change(item)
        else:
            self._view.steps.show_alone(item.side, item.passage)

    @Slot()
    def next_mention(self) -> None:
        self._step_mention(1)

    @Slot()
    def previous_mention(self) -> None:
        self._step_mention(-1)

    def _step_mention(self, step: int) -> None:
        if not self._window.mentions.step(step):
            self._window.announce(self.tr("Choose a name in the sidebar first"))

    @Slot()
    def go_back(self) -> None:
        self._view.moving.go_back()

    @Slot()
    def go_forward(self) -> None:
        self._view.moving.go_forward()

    @Slot()
    def keep_shift(self) -> None:
        self._view.overlays.keep_shift()

    @Slot()
    def drop_shift(self) -> None:
        self._view.moving.drop_shift()

    @Slot()
    def read_linear(self) -> None:
        """Show the pair as one list: each left paragraph, then its partners."""
        from desktop_app.ui.reading.linear import LinearReader

        comparison = self._window.comparison
        if comparison is not None:
            reader = LinearReader(comparison, self._window.themes, self._window)
            reader.place_chosen.connect(self._linear_place)
            side = self._view.active_side()
            place = self._view.panes[side].place_of_caret()
            reader.start(self._view.current_link, side, place[0] if place is not None else 0)
            reader.open_once()

    @Slot(object, int)
    def _linear_place(self, side: Side, paragraph: int) -> None:
        self._view.moving.clicked(side, paragraph)

"""Moving through the pair: scrolling, levelling, jumps and their history, sync."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.model import Side, Span
from desktop_app.ui.reading.history import History
from desktop_app.ui.reading.place import Place, Tops, edge_of, find_anchor, leading_side
from desktop_app.ui.reading.restoring import put_level, restore
from desktop_app.ui.reading.shared_scroll import placed
from desktop_app.ui.reading.wording import alone_sentence, link_sentence

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView


class Moving(QObject):
    """Turns what the reader does into scroll states."""

    history_changed = Signal()
    sync_changed = Signal(bool)
    shift_changed = Signal(float)

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._history: History[Place] = History()
        self._level: Tops | None = None
        self._before_hold: Place | None = None
        self._lead = Side.LEFT
        self._shift_told = 0.0
        for pane in view.panes.values():
            pane.scrolled_by.connect(self._pane_scrolled)
            pane.scrolled_alone.connect(self.scroll_alone)
            pane.moved_itself.connect(self._pane_moved)
            pane.key_wanted.connect(self._key)
            pane.clicked.connect(self._pane_clicked)
        view.gutter.scrolled_by.connect(self.scroll_by)
        view.gutter.link_clicked.connect(self.go_to_link)
        view.strip.scrolled_by.connect(self.scroll_by)
        view.strip.ruler_wanted.connect(self.scroll_to)

    def forget(self) -> None:
        """Another pair is shown."""
        self._view.glide.stop()
        self._history.clear()
        self._level = self._before_hold = None
        self._lead = Side.LEFT
        self.history_changed.emit()

    # -- scrolling ----------------------------------------------------------------------------------------

    @Slot(float)
    def scroll_by(self, pixels: float, side: Side | None = None) -> None:
        """Scroll both panes by pixels of input; without sync only ``side``."""
        lead = self._lead = side or self._lead
        if self._view.index is None:
            self._scroll_early(pixels, Side if self._view.ruler.state.together else (lead,))
            return
        held = self._moved(lead)
        self._view.ruler.scroll_by(pixels, lead)
        self._let_go(held, lead)
        self._finish()

    @Slot(float)
    def scroll_to(self, t: float) -> None:
        """Go to a place of the ruler."""
        if self._view.index is None:
            return
        self._moved()
        self._view.ruler.scroll_to(t)
        self._finish()

    @Slot(object, float)
    def scroll_alone(self, side: Side, pixels: float) -> None:
        """Scroll one pane, however sync stands."""
        if self._view.index is None:
            self._scroll_early(pixels, (side,))
            return
        self._moved()
        self._view.ruler.scroll_one(side, pixels)
        self._finish()

    @Slot(object, int, bool)
    def _pane_moved(self, side: Side, value: int, dragging: bool) -> None:
        if self._view.index is None:
            self._lead = side
            self._stand_early(side, value)
            return
        if self._view.filler.busy:
            return
        self._lead = side
        held = self._moved(side)
        self._view.ruler.moved_to(side, float(value), at_end=not dragging)
        self._let_go(held, side)
        self._finish()

    def _scroll_early(self, pixels: float, sides: Iterable[Side]) -> None:
        """Scroll what is written of a long pair that is not laid out yet: there is no ruler, so both panes go
        as far as the input says."""
        for side in sides:
            self._stand_early(side, self._view.panes[side].scroll_within(pixels))

    def _stand_early(self, side: Side, position: int) -> None:
        ruler = self._view.ruler
        ruler.state = placed(ruler.state, side, float(position))

    def _moved(self, lead: Side | None = None) -> bool:
        """The reader moves on; returns whether a moved pair is held."""
        self._level = None
        self._view.moved_on(lead)
        held = self._view.ruler.state.hold is not None
        if not held:
            self._before_hold = None
        return held

    def _let_go(self, held: bool, lead: Side) -> None:
        """Where a moved pair was left, the other pane glides back beside the one that leads."""
        if held and self._view.ruler.state.hold is None:
            self._view.glide.start(lead)

    def _finish(self) -> None:
        view = self._view
        if view.ruler.state.hold is None:
            self._before_hold = None
        view.apply()
        self._tell_shift()

    # -- levelling ----------------------------------------------------------------------------------------

    def level_link(self, number: int, paragraph: tuple[Side, int] | None = None) -> None:
        """Put a link level: its tops, or a paragraph of it with the first of its own partners."""
        view = self._view
        if view.comparison is None or not 0 <= number < len(view.comparison.alignment.links):
            return
        link = view.comparison.alignment.links[number]
        tops = {side: min(link.on(side)) for side in Side}
        if paragraph is not None and paragraph[1] != tops[paragraph[0]]:
            side, index = paragraph
            partners = [
                (pair.right if side is Side.LEFT else pair.left)
                for pair in link.pairs
                if (pair.left if side is Side.LEFT else pair.right) == index
            ]
            tops = {side: index, side.other: min(partners, default=tops[side.other])}
        self._level_places((tops[Side.LEFT], 0), (tops[Side.RIGHT], 0))

    def _level_places(self, left: tuple[int, int], right: tuple[int, int]) -> None:
        view = self._view
        here = self.here()
        if self._before_hold is None:
            self._before_hold = here
        self._history.leave(here)
        view.moved_on()
        self._level = (left, right)
        put_level(view, self._level)
        self._finish()
        self.history_changed.emit()

    def _tell_shift(self) -> None:
        shift = self._view.ruler.state.shift
        if shift != self._shift_told:
            self._shift_told = shift
            self.shift_changed.emit(shift)

    @Slot(int)
    def go_to_link(self, number: int, paragraph: tuple[Side, int] | None = None) -> None:
        """Choose a link and put it level."""
        view = self._view
        if view.comparison is None or view.index is None:
            return
        if not 0 <= number < len(view.comparison.alignment.links):
            return
        self.level_link(number, paragraph)
        if paragraph is None:  # by keys: what the pointer rests on has gone elsewhere
            view.marking.point_at(Side.LEFT, -1, 0)
        view.marking.choose(number)
        self._stand_in(number, paragraph)

    def _stand_in(self, number: int, wanted: tuple[Side, int] | None = None) -> None:
        """Tell of a link; put carets that are elsewhere into its first paragraph, or the ``wanted`` one."""
        view = self._view
        if view.comparison is None:
            return
        link = view.comparison.alignment.links[number]
        for side, pane in view.panes.items():
            caret = pane.place_of_caret()
            if caret is None or caret[0] not in link.on(side):
                paragraph = wanted[1] if wanted and wanted[0] is side else min(link.on(side))
                pane.select(Span(paragraph, 0, 0))
        view.announced.emit(link_sentence(view.comparison, number))

    def go_to_places(self, places: Sequence[tuple[Side, Span]]) -> None:
        """Level one place of each side; bring a single one to the reading line."""
        view = self._view
        if view.comparison is None or view.index is None or not places:
            return
        first: dict[Side, Span] = {}
        for side, span in places:
            first.setdefault(side, span)
        view.marking.point_at(Side.LEFT, -1, 0)  # what the pointer rests on goes elsewhere
        for side, span in first.items():
            view.panes[side].select(span)
        if len(first) == 2:
            left, right = first[Side.LEFT], first[Side.RIGHT]
            self._level_places((left.paragraph, left.start), (right.paragraph, right.start))
        else:
            side, span = next(iter(first.items()))
            self.show_place(side, span)

    def show_place(self, side: Side, span: Span, only_if_hidden: bool = False) -> None:
        """Bring a place to the reading line, the other pane along with the ruler."""
        view = self._view
        pane = view.panes[side]
        rect = pane.caret_rect(span.paragraph, span.start)
        value = pane.verticalScrollBar().value()
        if only_if_hidden and value + 8 <= rect.top() and rect.bottom() <= value + view.ruler.window - 8:
            return
        self.leave()
        self._lead = side
        wanted = min(max(rect.top() - view.ruler.line, 0.0), view.ruler.reach[side])
        self._moved()
        view.ruler.moved_to(side, wanted)
        self._finish()

    def level_counterpart(self, side: Side) -> None:
        """Level the paragraph at the caret (or the chosen link) with its counterpart."""
        caret = self._view.panes[side].place_of_caret()
        if caret is not None:
            self.clicked(side, caret[0])

    def clicked(self, side: Side, paragraph: int) -> None:
        """A paragraph was chosen: level it with its partner, or tell that it has none."""
        view = self._view
        if view.structure is None or view.comparison is None or view.index is None:
            return
        self._lead = side
        number = view.structure.link_of(side, paragraph)
        if number >= 0:
            self.go_to_link(number, (side, paragraph))
        else:
            view.marking.choose(-1)
            if view.structure.compared:
                view.announced.emit(alone_sentence(view.comparison, side, paragraph))

    @property
    def can_escape(self) -> bool:
        """Whether a moved pair is held that Esc would leave."""
        return self._before_hold is not None

    @Slot()
    def escape(self) -> bool:
        """Leave a moved pair: both panes go back exactly. False when there is nothing to leave."""
        view = self._view
        if view.ruler.state.hold is not None and self._before_hold is not None:
            place, self._before_hold = self._before_hold, None
            self.restore(place)
            view.marking.choose(place.link)
            view.glide.start()
            view.apply()
            self._fetch_carets()
            return True
        if view.ruler.state.shift:
            self.drop_shift()
            return True
        return False

    # -- history and places -------------------------------------------------------------------------------

    def here(self) -> Place:
        """Return where the reader is."""
        view, scroll = self._view, self._view.ruler
        anchors = tuple(find_anchor(view.panes[s], scroll.state.on(s), scroll.line) for s in Side)
        return Place(
            scroll.state,
            view.layout_number,
            leading_side(scroll, self._lead),
            (anchors[0], anchors[1]),
            edge_of(scroll),
            view.current_link,
            self._level,
        )

    def put_carets(self) -> None:
        """Put both carets where the reader is: what is done at the caret must not happen out of sight."""
        here = self.here()
        for side, pane in self._view.panes.items():
            anchor = None if here.edge == "start" else here.anchor(side)
            place = (anchor.paragraph, anchor.offset) if anchor is not None else (0, 0)
            pane.select(Span(place[0], place[1], place[1]))

    def _fetch_carets(self) -> None:
        """Bring the carets along to where one came back to: into the chosen link, or into sight."""
        if self._view.current_link >= 0:
            self._stand_in(self._view.current_link)
            return
        scroll, here = self._view.ruler, self.here()
        for side, pane in self._view.panes.items():
            caret, anchor = pane.place_of_caret(), here.anchor(side)
            if caret is None or anchor is None:
                continue
            # Where it is once the panes stand still.
            below = pane.caret_rect(*caret).top() - scroll.state.on(side)
            if not 0 <= below < scroll.window:
                pane.select(Span(anchor.paragraph, anchor.offset, anchor.offset))

    def restore(self, place: Place) -> None:
        """Go to a place: to the pixel within the same layout, else by its words (`apply` must follow)."""
        self._level = place.level
        restore(self._view, place)

    @property
    def can_go_back(self) -> bool:
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._history.can_go_forward

    def leave(self) -> None:
        """Remember the present place: a jump follows."""
        if self._view.index is not None:
            self._history.leave(self.here())
            self.history_changed.emit()

    def go_back(self) -> None:
        """Go to where the last jump left from."""
        self._walk(self._history.back(self.here()) if self._view.index is not None else None)

    def go_forward(self) -> None:
        """Go where one came back from."""
        self._walk(self._history.forward(self.here()) if self._view.index is not None else None)

    def _walk(self, place: Place | None) -> None:
        if place is not None:
            self._view.moved_on()
            self.restore(place)
            self._view.marking.choose(place.link)
            self._view.apply()
            self._fetch_carets()
            self._tell_shift()
            self.history_changed.emit()

    # -- sync ---------------------------------------------------------------------------------------------

    def set_sync(self, together: bool) -> None:
        """Scroll both panes together, or each alone."""
        scroll = self._view.ruler
        if scroll.state.together != together:
            if self._view.index is None:
                scroll.state = replace(scroll.state, together=together)
            else:
                scroll.set_together(together)
            self._tell_shift()
            self.sync_changed.emit(together)

    def drop_shift(self) -> None:
        """Come back from a shift made by hand."""
        self._view.ruler.drop_shift(self._lead)
        self._moved()
        self._finish()

    # -- receivers ----------------------------------------------------------------------------------------

    @Slot(object, float)
    def _pane_scrolled(self, side: Side, pixels: float) -> None:
        self.scroll_by(pixels, side)

    @Slot(object, int, int)
    def _pane_clicked(self, side: Side, paragraph: int, offset: int) -> None:  # noqa: ARG002
        self.clicked(side, paragraph)

    @Slot(object, str)
    def _key(self, side: Side, name: str) -> None:
        scroll = self._view.ruler
        if name == "escape":
            if not self.escape():
                self._view.marking.choose(-1)
        elif name == "level":
            self.level_counterpart(side)
        elif name in ("start", "end"):
            self._lead = side
            far = -1e9 if name == "start" else 1e9
            if self._view.index is None:
                self.scroll_by(far, side)
            elif scroll.state.together:
                self.scroll_to(0.0 if name == "start" else scroll.map.total)
            else:
                self.scroll_alone(side, far)

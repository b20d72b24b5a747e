"""The reading view: two panes on one ruler, with gutter and overview strip.

The view owns the one scroll state; every input ends in `_apply`, which alone moves the panes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.model import Comparison, Side, Span
from desktop_app.ui.fonts import reading_font
from desktop_app.ui.reading import rows
from desktop_app.ui.reading.facts import Facts
from desktop_app.ui.reading.filler import Filler
from desktop_app.ui.reading.glide import Glide
from desktop_app.ui.reading.gutter import LinkGutter
from desktop_app.ui.reading.header import PaneHeader
from desktop_app.ui.reading.marking import Marking
from desktop_app.ui.reading.moving import Moving
from desktop_app.ui.reading.overlays import Overlays
from desktop_app.ui.reading.pane import ReadingPane
from desktop_app.ui.reading.pane_paint import PAD_X, text_edges
from desktop_app.ui.reading.place import Place
from desktop_app.ui.reading.ribbons import RibbonIndex
from desktop_app.ui.reading.scroll_map import STEP_GROUPS, Group, ScrollMap
from desktop_app.ui.reading.shared_scroll import SharedScroll
from desktop_app.ui.reading.steps import Steps
from desktop_app.ui.reading.strip import OverviewStrip
from desktop_app.ui.reading.structure import Structure
from desktop_app.ui.theme import Theme

SAME_SPACE = 0.75
"""Row spaces that differ by less than this many pixels count as equal."""

MOST_ROW_PASSES = 6
"""How often row spaces are worked out for one change of the layout; two passes are usual."""


class ReadingView(QWidget):
    """Shows a comparison. ``moving`` jumps and scrolls, ``marking`` lights what belongs together."""

    link_changed = Signal(int)
    place_changed = Signal()
    announced = Signal(str)
    zoom_wanted = Signal(int)
    laid_out = Signal()
    filling = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.comparison: Comparison | None = None
        self.structure: Structure | None = None
        self.index: RibbonIndex | None = None
        self.ruler = SharedScroll()
        self.layout_number = 0
        self.layout_name = "flow"
        self._extra: dict[Side, dict[int, float]] = {side: {} for side in Side}
        self._row_passes = 0
        self._kept: Place | None = None
        self._first_place: Place | None = None
        self.panes = {side: ReadingPane(side, theme, self) for side in Side}
        self.headers = {side: PaneHeader(side, theme, self) for side in Side}
        self.gutter = LinkGutter(theme, self)
        self.strip = OverviewStrip(theme, self)
        self.filler = Filler(self.panes, self)
        self._stages: Iterator[str] = iter(())
        self._stage_timer = QTimer(self)
        self._stage_timer.setInterval(0)
        self._stage_timer.timeout.connect(self._next_stage)
        self._resettle = QTimer(self)
        self._resettle.setSingleShot(True)
        self._resettle.setInterval(0)
        self._resettle.timeout.connect(self._settle)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        for column, side in ((0, Side.LEFT), (2, Side.RIGHT)):
            grid.addWidget(self.headers[side], 0, column)
            grid.addWidget(self.panes[side], 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.gutter, 0, 1, 2, 1)
        grid.addWidget(self.strip, 0, 3, 2, 1)
        self.setTabOrder(self.panes[Side.LEFT], self.panes[Side.RIGHT])
        self.glide = Glide(self)
        self.moving = Moving(self)
        self.marking = Marking(self)
        self.steps = Steps(self)
        self.overlays = Overlays(self)
        self.facts = Facts(self)
        for side, pane in self.panes.items():
            pane.setAccessibleName(self.tr("Left article") if side is Side.LEFT else self.tr("Right article"))
            pane.relaid.connect(self._on_relaid)
            pane.about_to_relay.connect(self.keep_place)
            pane.zoomed_by.connect(self.zoom_wanted)
        self.filler.measured.connect(self._on_measured)
        self.filler.progressed.connect(self.filling)
        self.set_reading_line(True)

    # -- content ------------------------------------------------------------------------------------------

    @property
    def current_link(self) -> int:
        """The chosen link, -1 when none is."""
        return self.marking.current_link

    def set_comparison(
        self,
        comparison: Comparison | None,
        place: Place | None = None,
        structure: Structure | None = None,
    ) -> None:
        """Show a comparison (None: nothing), at a remembered place when one is given.

        ``structure`` is the comparison's, when somebody has worked it out already.

        When both articles are those shown already, only the links change and the place is kept.
        """
        same = comparison is not None and self.shows_texts_of(comparison)
        self.comparison = comparison
        if comparison is None:
            self.structure = self.index = None
            self.filler.stop()
            self._stage_timer.stop()
            for pane in self.panes.values():
                pane.show_article(None)
                pane.document().clear()
            for header in self.headers.values():
                header.show_texts("", "")
            self.marking.forget()
            self._forget_layout()
            return
        self.structure = structure or Structure(comparison, before=self.structure)
        for side, header in self.headers.items():
            header.show_comparison(comparison, self.structure.words[side], self.structure.compared)
        if same:
            self.marking.relink()
            if not self.filler.busy:  # otherwise the layout that is under way takes the links in
                self.keep_place()
                self._on_measured()
            return
        self._extra = {side: {} for side in Side}
        self.moving.forget()
        self.marking.forget()
        self._forget_layout()
        self.steps.forget()
        self._kept = self._first_place = None
        self.ruler.state = type(self.ruler.state)(together=self.ruler.state.together)
        self._first_place = place
        self.index = None
        self.ruler.set_layout(ScrollMap([], 0.0, 0.0), self.panes[Side.LEFT].viewport().height(), 0.0, 0.0)
        self.filler.fill({side: comparison.article(side) for side in Side})
        self._fit_headers()  # a long pair is read before it is laid out

    def _forget_layout(self) -> None:
        """Take away what was drawn for the pair before; a long one takes a while to be laid out."""
        self.facts.show(())
        self.gutter.set_index(None, None)
        self.strip.set_layout(None, None, {}, {})

    def shows_texts_of(self, comparison: Comparison) -> bool:
        """Tell whether both articles of a comparison are those on screen."""
        shown = self.comparison
        return shown is not None and all(shown.article(s) is comparison.article(s) for s in Side)

    def set_theme(self, theme: Theme) -> None:
        """Show everything in another theme; nothing moves."""
        self.theme = theme
        for side in Side:
            self.panes[side].set_theme(theme)
            self.headers[side].set_theme(theme)
        self.gutter.set_theme(theme)
        self.strip.set_theme(theme)
        self.marking.retheme()

    # -- layout -------------------------------------------------------------------------------------------

    def set_reading(self, family: str, size: float, line_height: int, column: int) -> None:
        """Choose font family ("" for the program's own), size in points, line height in per cent of the
        font's own and the widest line in characters."""
        self.keep_place()
        font: QFont = reading_font(family, size)
        restyle = line_height != self.filler.line_height
        self.filler.line_height = line_height
        for pane in self.panes.values():
            pane.set_reading_font(font, column)
        space = round(font.pointSizeF() * 1.25)
        if (restyle or space != self.filler.space) and self.comparison is not None:
            self.filler.space = space
            self.filler.restyle(self._extra)
        self.filler.space = space
        if self.comparison is not None:
            self.filler.measure()

    def set_layout_name(self, name: str) -> None:
        """Choose "flow" or "rows" (linked groups start level by added space)."""
        if name != self.layout_name:
            self.keep_place()
            self.layout_name = name
            if self.comparison is not None and not self.filler.busy:
                self._on_measured()

    def set_reading_line(self, shown: bool) -> None:
        """Draw the reading line or hide it."""
        self._line_shown = shown
        self._place_line()

    def _place_line(self) -> None:
        for pane in self.panes.values():
            wanted = self.ruler.line if self._line_shown and self.comparison is not None else None
            if pane.reading_line != wanted:
                pane.reading_line = wanted
                pane.viewport().update()

    def keep_place(self) -> None:
        """Remember the words at the reading line before the layout changes, once until the next scroll."""
        if self._kept is None and self.index is not None:
            self._kept = self.moving.here()

    def moved_on(self, lead: Side | None = None) -> None:
        """The reader moved, by scrolling one pane (``lead``) or otherwise: what was remembered for the layout
        is stale."""
        self._kept = None
        self.glide.stop(lead)

    @Slot()
    def _on_relaid(self) -> None:
        if self.comparison is not None and not self.filler.busy:
            self.filler.measure()

    @Slot()
    def _on_measured(self) -> None:
        if self.structure is None or not self._rows_fit():
            return  # in the second case the filler measures again
        self._stages = self._lay_out(self.structure)
        if self.filler.long:
            self._stage_timer.start()  # a turn of the event loop for each stage instead of one long one
        else:
            self._stage_timer.stop()
            deque(self._stages, maxlen=0)

    @Slot()
    def _next_stage(self) -> None:
        if self.filler.busy or next(self._stages, None) is None:
            self._stage_timer.stop()

    def _lay_out(self, structure: Structure) -> Iterator[str]:
        """Build ruler, strip and ribbons for the measured layout, then put everything in its place."""
        left, right = self.panes[Side.LEFT], self.panes[Side.RIGHT]
        tops = {side: self.panes[side].tops for side in Side}
        bottoms = {side: self.panes[side].bottoms for side in Side}
        extents = {side: (tops[side], bottoms[side]) for side in Side}
        heights = [self.panes[side].document().size().height() for side in Side]
        window = left.viewport().height()
        groups: list[Group] = []
        for start in range(0, len(structure.steering), STEP_GROUPS):
            part = slice(start, start + STEP_GROUPS)
            groups += structure.groups(extents[Side.LEFT], extents[Side.RIGHT], part)
            yield "groups"
        scroll_map = ScrollMap([], 0.0, 0.0)
        for _ in scroll_map.lay(groups, heights[0], heights[1], window / 2):
            yield "ruler"
        index = RibbonIndex(structure, extents[Side.LEFT], extents[Side.RIGHT])
        yield "ribbons"
        first = self.index is None
        if first:
            self.marking.show_kinds()
            yield "kinds"
        # Who scrolled on while the stages ran is where the panes are now.
        here = self._kept or self.moving.here()
        read_on = first and here.edge != "start"  # while the pair was written
        place = self._first_place if first and not read_on else here
        self.ruler.set_layout(scroll_map, window, left.reach, right.reach)
        self.layout_number += 1
        self.index = index
        self.gutter.set_index(index, self.comparison)
        self.strip.set_layout(scroll_map, structure, tops, bottoms)
        if place is not None:
            self.moving.restore(place)
        else:
            self.ruler.scroll_to(self.ruler.state.t)
        if read_on:
            self.glide.start(here.lead)
        self._place_line()
        self.apply()
        if first:
            self._first_place = None
            self.moving.put_carets()
            self.laid_out.emit()
        yield "placed"

    def _rows_fit(self) -> bool:
        """Make the space above paragraphs what the layout wants; False while it changes."""
        structure = self.structure
        if structure is None:
            return True
        wanted: dict[Side, dict[int, float]] = {side: {} for side in Side}
        if self.layout_name == "rows":
            tops = {side: rows.natural(self.panes[side].tops, self._extra[side]) for side in Side}
            wanted = rows.row_space(structure, tops[Side.LEFT], tops[Side.RIGHT])
        old = self._extra
        self._row_passes += 1
        if self._row_passes > MOST_ROW_PASSES or all(
            abs(wanted[side].get(index, 0.0) - old[side].get(index, 0.0)) < SAME_SPACE
            for side in Side
            for index in wanted[side].keys() | old[side].keys()
        ):
            self._row_passes = 0
            return True
        self._extra = wanted
        self.filler.set_spacing(wanted, old)
        return False

    @Slot()
    def _settle(self) -> None:
        if self.index is not None and not self.filler.busy:
            self.apply()

    # -- what the eye sees --------------------------------------------------------------------------------

    def apply(self) -> None:
        """Put panes, gutter and strip where the scroll state says."""
        scroll, state = self.ruler, self.ruler.state
        self._fit_headers()
        for side, pane in self.panes.items():
            pane.place(self.glide.position(side, state.on(side)))
        left, right = self.panes[Side.LEFT], self.panes[Side.RIGHT]
        self.gutter.set_positions(
            left.verticalScrollBar().value(), right.verticalScrollBar().value(), left.y()
        )
        self.strip.set_place(state.t, scroll.first, scroll.last, scroll.window)
        self.place_changed.emit()

    def _fit_headers(self) -> None:
        for side, pane in self.panes.items():
            left, right = text_edges(pane)
            self.headers[side].set_edges(left - PAD_X, pane.width() - right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.overlays.replace_badges()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._resettle.start()

    # -- for the rest of the program ----------------------------------------------------------------------

    def go_to_link(self, number: int) -> None:
        """Choose a link and put its two sides level."""
        self.moving.go_to_link(number)

    def go_to_places(self, places: Sequence[tuple[Side, Span]]) -> None:
        """Show places: one on each side stand level, a single one stands at the reading line."""
        self.moving.go_to_places(places)

    def set_marks(self, layer: str, marks: Sequence[tuple[Side, Span, str]]) -> None:
        """Replace a layer of marks on both sides; each mark has a role that is a key of `layers.STYLES`."""
        for side, pane in self.panes.items():
            pane.set_marks(layer, [(span, role) for where, span, role in marks if where is side])

    def active_side(self) -> Side:
        """Return the side that has the keyboard, or had it last; the left one when neither ever had."""
        return self.side_of(self.focusWidget()) or Side.LEFT

    def side_of(self, thing: QObject | None) -> Side | None:
        """Return the side to which a pane belongs."""
        return next((side for side, pane in self.panes.items() if pane is thing), None)

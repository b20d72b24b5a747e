"""The overview strip: the whole pair on the ruler, one-sided parts, movers, and what the window shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from desktop_app.model import Comparison, Kind, QuotationState, Side
from desktop_app.ui.reading.pane import wheel_pixels
from desktop_app.ui.reading.scroll_map import ScrollMap
from desktop_app.ui.reading.structure import Structure
from desktop_app.ui.theme import Theme

AT_ONCE = 800
"""Paragraphs on both sides together that are drawn without a break."""

SLICE_SECONDS = 0.004
WIDTH = 16
MARGIN = 10

DOT = 4
DOT_STEP = 8
"""Dots nearer to each other than so many pixels count as one: many altered quotations stay dots."""


@dataclass(slots=True)
class _Drawing:
    """A picture of the strip in the making: what is still to come, and which rows of pixels have what."""

    picture: QPixmap
    pieces: Iterator[tuple[float, float, str]]
    drawn: set[tuple[str, int, int]] = field(default_factory=set)
    dots: dict[int, float] = field(default_factory=dict)

    def take_room(self, top: float) -> bool:
        """Keep the place of a dot free of others; False where one that is drawn is too near."""
        row = int(top // DOT_STEP)
        near = (self.dots.get(place) for place in (row - 1, row, row + 1))
        if any(other is not None and abs(other - top) < DOT_STEP for other in near):
            return False
        self.dots[row] = top
        return True


class OverviewStrip(QScrollBar):
    """A scroll bar for the ruler that shows what lies where; one of its units is one ruler pixel."""

    ruler_wanted = Signal(float)
    scrolled_by = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("overviewStrip")
        self.setAccessibleName(self.tr("Overview of both articles"))
        self.setFixedWidth(WIDTH)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._theme = theme
        self._map: ScrollMap | None = None
        self._pieces: list[tuple[float, float, str]] = []
        self._links: dict[int, tuple[float, float]] = {}
        self._selected = -1
        self._picture: QPixmap | None = None
        self._drawing: _Drawing | None = None
        self._collecting: Iterator[tuple[float, float, str] | None] | None = None
        self._slices = QTimer(self)
        self._slices.setInterval(0)
        self._slices.timeout.connect(self._next_slice)
        self._grip = 0.0
        self._moving = False
        self.valueChanged.connect(self._on_value)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def set_theme(self, theme: Theme) -> None:
        """Draw anew in another theme."""
        self._theme = theme
        self._stale()

    def set_layout(
        self,
        scroll_map: ScrollMap | None,
        structure: Structure | None,
        tops: dict[Side, list[float]],
        bottoms: dict[Side, list[float]],
    ) -> None:
        """Take a new layout: tops and bottoms of all paragraphs per side in content pixels."""
        self._map = scroll_map
        self._pieces, self._links = [], {}
        self._collecting = None
        if scroll_map is not None and structure is not None:
            self._collecting = self._collect(scroll_map, structure, tops, bottoms)
            if len(tops[Side.LEFT]) + len(tops[Side.RIGHT]) <= AT_ONCE:
                self._collect_some(None)
            else:
                self._slices.start()
        self._stale()

    @Slot()
    def _next_slice(self) -> None:
        until = perf_counter() + SLICE_SECONDS
        if self._collecting is not None:
            self._collect_some(until)
        elif self._drawing is None or self._draw_some(self._drawing, until):
            self._slices.stop()

    def _collect_some(self, until: float | None) -> None:
        """Take in pieces for a while (None: all), then draw them."""
        if self._collecting is not None:
            for number, piece in enumerate(self._collecting):
                if piece is not None:
                    self._pieces.append(piece)
                if until is not None and number % 50 == 49 and perf_counter() > until:
                    return
        self._collecting = None
        self._stale()

    def _collect(
        self,
        scroll_map: ScrollMap,
        structure: Structure,
        tops: dict[Side, list[float]],
        bottoms: dict[Side, list[float]],
    ) -> Iterator[tuple[float, float, str] | None]:
        """Yield start, end and role of what is drawn; None where there was nothing for a while."""

        def stretch(side: Side, first: int, last: int) -> tuple[float, float]:
            start = scroll_map.ruler_at(side, tops[side][first], 0.0)
            return start, scroll_map.ruler_at(side, bottoms[side][last], scroll_map.total)

        comparison: Comparison = structure.comparison
        for place, number in enumerate(structure.steering):
            link = structure.links[number]
            start = scroll_map.starts[place]
            ends = [stretch(side, min(link.on(side)), max(link.on(side)))[1] for side in Side]
            self._links[number] = (start, min(ends))
            yield start, min(ends), "strip_link"
        for number in structure.movers:
            for side in Side:
                paragraphs = structure.links[number].on(side)
                yield (*stretch(side, min(paragraphs), max(paragraphs)), f"mover_{side}")
        for side in Side:
            for paragraph in comparison.article(side).paragraphs:
                if structure.link_of(side, paragraph.index) >= 0 or (
                    paragraph.kind.linkable and not structure.compared
                ):
                    if paragraph.index % 20 == 0:
                        yield None
                    continue
                role = f"only_{side}" if paragraph.kind.linkable else "strip_dim"
                if paragraph.kind is not Kind.BYLINE:
                    yield (*stretch(side, paragraph.index, paragraph.index), role)
        for match in comparison.quotations:
            altered = match.state is QuotationState.ALTERED and match.is_speech
            if altered and match.left is not None:
                yield (*stretch(Side.LEFT, match.left.paragraph, match.left.paragraph), "altered")

    def set_place(self, t: float, first: float, last: float, window: float) -> None:
        """Follow the ruler: its position, its ends, and the window's height."""
        self._moving = True
        self.setRange(round(first), round(max(first, last)))
        self.setPageStep(max(1, round(window)))
        self.setSingleStep(20)
        self.setValue(round(t))
        self._moving = False
        self.update()

    def set_selected(self, number: int) -> None:
        """Mark the chosen link."""
        if number != self._selected:
            self._selected = number
            self.update()

    def _on_value(self, value: int) -> None:
        if not self._moving:
            self.ruler_wanted.emit(float(value))

    # -- geometry -----------------------------------------------------------------------------------------

    @property
    def _scale(self) -> float:
        total = self._map.total if self._map is not None else 0.0
        return (self.height() - 2 * MARGIN) / total if total > 0 else 0.0

    def viewport_rect(self) -> QRectF:
        """Return the frame that stands for the window, in widget pixels."""
        scale = self._scale
        span = max(1, self.maximum() - self.minimum())
        share = (self.value() - self.minimum()) / span if self.maximum() > self.minimum() else 0.0
        full = self.height() - 2 * MARGIN
        length = min(full, max(24.0, self.pageStep() * scale))
        return QRectF(1.5, MARGIN + share * (full - length), self.width() - 3, length)

    # -- painting -----------------------------------------------------------------------------------------

    def _stale(self) -> None:
        self._picture = self._drawing = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = self._drawing = None

    def _begin_drawing(self) -> QPixmap:
        """Start a picture and return what there is of it; a long pair is drawn in slices."""
        ratio = self.devicePixelRatioF()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color("gutter"))
        drawing = self._drawing = _Drawing(picture, iter(self._pieces))
        if len(self._pieces) <= AT_ONCE:
            self._draw_some(drawing, None)
        elif self._collecting is None:
            self._slices.start()
        return picture

    def _draw_some(self, drawing: _Drawing, until: float | None) -> bool:
        """Draw for a while (None: to the end) and return whether nothing is left."""
        theme, scale, ratio = self._theme, self._scale, drawing.picture.devicePixelRatio()
        self.update()
        with QPainter(drawing.picture) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for number, (start, end, role) in enumerate(drawing.pieces, start=1):
                rect = self._rect(start, end, scale)
                # A long pair has many pieces in one row of pixels; one of each kind is enough.
                key = (role, int(rect.top() * ratio), int(rect.bottom() * ratio))
                if key in drawing.drawn:
                    continue
                drawing.drawn.add(key)
                if role == "strip_link" or role == "strip_dim":
                    painter.setBrush(theme.color(role))
                    painter.drawRoundedRect(rect, 1.5, 1.5)
                elif role.startswith("only_"):
                    # Half as wide, at its own edge: the side shows without colour too.
                    side = role.removeprefix("only_")
                    painter.setBrush(theme.color(f"strip_{side}"))
                    painter.drawRoundedRect(_half(rect, side), 1.5, 1.5)
                elif role.startswith("mover_"):
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(theme.color("mover"), 1, Qt.PenStyle.DashLine))
                    painter.drawRect(_half(rect, role.removeprefix("mover_")))
                    painter.setPen(Qt.PenStyle.NoPen)
                elif drawing.take_room(rect.top()):
                    painter.setBrush(theme.color("strip_altered"))
                    painter.drawEllipse(QRectF((self.width() - DOT) / 2, rect.top(), DOT, DOT))
                if until is not None and number % 20 == 0 and perf_counter() > until:
                    return False
        return True

    def _rect(self, start: float, end: float, scale: float) -> QRectF:
        top = MARGIN + start * scale
        return QRectF(4, top, self.width() - 8, max(1.5, (end - start) * scale - 1))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        if self._picture is None or self._picture.devicePixelRatioF() != self.devicePixelRatioF():
            self._picture = self._begin_drawing()
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chosen = self._links.get(self._selected)
            if chosen is not None:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.color("strip_selected"))
                painter.drawRoundedRect(self._rect(*chosen, self._scale), 1.5, 1.5)
            if self._map is not None and self.maximum() > self.minimum():
                painter.setBrush(self._theme.color("strip_viewport", 0.10))
                painter.setPen(QPen(self._theme.color("strip_viewport"), 1))
                painter.drawRoundedRect(self.viewport_rect(), 3, 3)

    # -- pointer ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._map is None:
            return
        frame, y = self.viewport_rect(), event.position().y()
        if frame.top() <= y <= frame.bottom():
            self._grip = y - frame.top()
        else:
            self._grip = frame.height() * 0.3
            self._drag_to(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and self._map is not None:
            self._drag_to(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _drag_to(self, y: float) -> None:
        frame = self.viewport_rect()
        room = self.height() - 2 * MARGIN - frame.height()
        share = min(1.0, max(0.0, (y - self._grip - MARGIN) / room)) if room > 0 else 0.0
        self.ruler_wanted.emit(self.minimum() + share * (self.maximum() - self.minimum()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = wheel_pixels(event, event.angleDelta().y(), 20)
        if pixels:
            self.scrolled_by.emit(pixels)
        event.accept()


def _half(rect: QRectF, side: str) -> QRectF:
    half = QRectF(rect)
    if side == "left":
        half.setRight(rect.center().x() - 0.5)
    else:
        half.setLeft(rect.center().x() + 0.5)
    return half

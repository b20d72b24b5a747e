"""The gutter between the panes: ribbons from paragraph to paragraph, painted only where they are in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app.model import Comparison, Side
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.reading.pane import wheel_pixels
from desktop_app.ui.reading.pane_paint import PAD_Y
from desktop_app.ui.reading.ribbons import Ribbon, RibbonIndex
from desktop_app.ui.theme import Theme
from desktop_app.ui.wording import paragraph_label

WIDTH = 72
STUB = 13.0
"""How far the short end of a link reaches into the gutter."""


class LinkGutter(QWidget):
    """Draws the links; a click levels one, the wheel scrolls both panes."""

    link_clicked = Signal(int)
    link_pointed_at = Signal(int)
    scrolled_by = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("linkGutter")
        self.setAccessibleName(self.tr("Links between the paragraphs"))
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._comparison: Comparison | None = None
        self._index: RibbonIndex | None = None
        self._positions = (0.0, 0.0)
        self._top = 0
        self._hovered = -1
        self.selected = -1

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another theme."""
        self._theme = theme
        self.update()

    def set_index(self, index: RibbonIndex | None, comparison: Comparison | None) -> None:
        """Take the links in a new layout."""
        self._index, self._comparison = index, comparison
        self.update()

    def set_positions(self, left: float, right: float, top: int) -> None:
        """Follow the panes: their content positions, and where their windows begin in this widget."""
        if (left, right, top) != (*self._positions, self._top):
            self._positions, self._top = (left, right), top
            self.update()

    def set_selected(self, number: int) -> None:
        """Mark a link as the chosen one (-1: none)."""
        if number != self.selected:
            self.selected = number
            self.update()

    def ribbons(self) -> list[Ribbon]:
        """Return the ribbons in sight, in this widget's coordinates below the panes' top."""
        if self._index is None:
            return []
        height = float(self.height() - self._top)
        return list(self._index.in_sight(*self._positions, height, PAD_Y))

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.color("gutter"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, self._top)
            height = float(self.height() - self._top)
            shown = self.ribbons()
            # Stubs come last: their words must not be struck through by a ribbon.
            for ribbon in sorted(
                shown, key=lambda r: (r.stub_side(height) is not None, r.number == self.selected, r.moved)
            ):
                self._paint_ribbon(painter, ribbon, height)

    def _paint_ribbon(self, painter: QPainter, ribbon: Ribbon, height: float) -> None:
        theme, width = self._theme, float(self.width())
        chosen, hovered = ribbon.number == self.selected, ribbon.number == self._hovered
        side = ribbon.stub_side(height)
        if ribbon.moved:
            pen = QPen(theme.color("ribbon_selected_line" if chosen else "mover"), 1.4, Qt.PenStyle.DashLine)
            fill = (
                theme.color("ribbon_selected")
                if chosen
                else theme.color("mover_fill", 0.8 if hovered else 0.45)
            )
            if side is not None:
                self._paint_stub(painter, ribbon, side, pen, fill)
                return
        else:
            role = "ribbon_selected" if chosen else "ribbon_hover" if hovered else "ribbon_fill"
            fill = theme.color(role)
            pen = QPen(
                theme.color("ribbon_selected_line" if chosen else "ribbon_line", 1.0 if chosen else 0.55), 1
            )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(ribbon.path(width), fill)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(ribbon.edges(width))

    def _paint_stub(self, painter: QPainter, ribbon: Ribbon, side: Side, pen: QPen, fill: object) -> None:
        left = side is Side.LEFT
        top, bottom = (
            (ribbon.left_top, ribbon.left_bottom) if left else (ribbon.right_top, ribbon.right_bottom)
        )
        rect = QRectF(-6 if left else self.width() - STUB, top, STUB + 6, bottom - top)
        painter.setBrush(fill)  # type: ignore[arg-type]
        painter.setPen(pen)
        painter.drawRoundedRect(rect, 6, 6)
        font = interface_font(-2.5)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        lines = self.stub_label(ribbon, side)
        y = min(max(top, 0.0), bottom - metrics.height() * len(lines)) + metrics.ascent() + 1
        room = max((metrics.horizontalAdvance(line) for line in lines), default=0.0) + 6
        ground = QRectF(0, y - metrics.ascent() - 1, room, metrics.height() * len(lines) + 2)
        ground.moveLeft(STUB + 1 if left else self.width() - STUB - 1 - room)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("gutter", 0.88))
        painter.drawRoundedRect(ground, 3, 3)
        painter.setPen(self._theme.color("mover_ink"))
        for line in lines:
            x = STUB + 4 if left else self.width() - STUB - 4 - metrics.horizontalAdvance(line)
            painter.drawText(QPointF(x, y), line)
            y += metrics.height()

    def stub_label(self, ribbon: Ribbon, side: Side) -> list[str]:
        """Return the short words beside a stub: where its partner stands, and in which direction."""
        if self._comparison is None:
            return []
        other = side.other
        first = self._comparison.alignment.links[ribbon.number].on(other)[0]
        place = paragraph_label(self._comparison.article(other), (first,))
        above = (ribbon.right_bottom if side is Side.LEFT else ribbon.left_bottom) <= 0
        return [self.tr("moved"), f"{place} {'↑' if above else '↓'}"]

    def sentence_of(self, number: int) -> str:
        """Return one sentence that tells what a link joins."""
        if self._comparison is None:
            return ""
        from desktop_app.ui.reading.wording import link_sentence

        return link_sentence(self._comparison, number)

    # -- pointer ------------------------------------------------------------------------------------------

    def ribbon_at(self, point: QPointF | QPoint) -> int:
        """Return the link under a point, -1 when there is none."""
        at = QPointF(point) - QPointF(0, self._top)
        height = float(self.height() - self._top)
        for ribbon in reversed(self.ribbons()):
            side = ribbon.stub_side(height) if ribbon.moved else None
            if side is not None:
                left = side is Side.LEFT
                top, bottom = (
                    (ribbon.left_top, ribbon.left_bottom) if left else (ribbon.right_top, ribbon.right_bottom)
                )
                near = at.x() <= self.width() * 0.75 if left else at.x() >= self.width() * 0.25
                if near and top <= at.y() <= bottom:
                    return ribbon.number
            elif ribbon.path(self.width()).contains(at):
                return ribbon.number
        return -1

    def _hover(self, number: int) -> None:
        if number != self._hovered:
            self._hovered = number
            self.setCursor(Qt.CursorShape.PointingHandCursor if number >= 0 else Qt.CursorShape.ArrowCursor)
            self.link_pointed_at.emit(number)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.ribbon_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.ribbon_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and number >= 0:
            self.link_clicked.emit(number)

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = wheel_pixels(event, event.angleDelta().y(), 20)
        if pixels:
            self.scrolled_by.emit(pixels)
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Tell in a tool tip what the ribbon under the pointer joins."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.ribbon_at(event.pos())
            if number >= 0:
                QToolTip.showText(event.globalPos(), self.sentence_of(number), self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

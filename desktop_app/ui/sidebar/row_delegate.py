"""Paints and measures the rows of the sidebar in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPainterPath,
    QPen,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from desktop_app.ui.bidi import runs_to_the_left
from desktop_app.ui.fonts import interface_font, quoted_font
from desktop_app.ui.marked_text import Ink, Piece, format_ranges, plain_text
from desktop_app.ui.sidebar.rows import Card, Counted, Entry, Heading, Line, Prose, Row
from desktop_app.ui.theme import Theme
from desktop_app.ui.wording import number, tip

Index = QModelIndex | QPersistentModelIndex

ROW = int(Qt.ItemDataRole.UserRole) + 1
"""The model role that holds a `Row`."""

MARGIN = 14
NUMBER_WIDTH = 26
"""Pixels for a count, more where the largest of the list is wider."""
BAR_WIDTH = 60
GAP = 8
AROUND_NAME = MARGIN + 6
"""Pixels left and right of a name that has counts."""

# tone -> fill, edge, letters
_TONES = {
    "plain": ("", "edge", "muted"),
    "amber": ("badge_fill", "badge_line", "badge_ink"),
    "left": ("left_fill", "only_left_line", "left_ink"),
    "right": ("right_fill", "only_right_line", "right_ink"),
    "violet": ("mover_fill", "mover", "mover_ink"),
}


def paint_pill(painter: QPainter, place: QPointF, text: str, tone: str, theme: Theme, font: QFont) -> QRectF:
    """Paint a label with round ends, its top left at ``place``; return the room it takes."""
    fill, edge, letters = _TONES[tone]
    metrics = QFontMetrics(font)
    room = QRectF(place.x(), place.y(), metrics.horizontalAdvance(text) + 17, metrics.height() + 3)
    inner = room.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(QPen(theme.color(edge), 1))
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    painter.setPen(theme.color(letters))
    painter.setFont(font)
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
    return room


class RowDelegate(QStyledItemDelegate):
    """Paints `Row` values; heights are kept until the list says `forget`."""

    def __init__(self, theme: Theme, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.theme = theme
        self._view = parent
        self._heights: dict[int, int] = {}
        self._set_fonts()

    def forget(self) -> None:
        """Measure again: rows, width or fonts changed."""
        self._heights.clear()
        self._set_fonts()

    def _set_fonts(self) -> None:
        self._name_font = interface_font()
        self._number_font = interface_font(digits=True)
        self._small_font = interface_font(-2)
        self._note_font = interface_font(-1)
        self._heading_font = interface_font(-2)
        self._heading_font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.8)
        self._heading_font.setCapitalization(QFont.Capitalization.AllUppercase)
        self._quote_font = quoted_font(1)

    # -- measuring ----------------------------------------------------------------------------------------

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's own
        place = index.row()
        height = self._heights.get(place)
        if height is None:
            row = index.data(ROW)
            height = self._heights[place] = self._height(row)
        return QSize(10, height)

    def _width(self) -> int:
        return max(60, self._view.viewport().width() - 2 * MARGIN)

    def _height(self, row: Row) -> int:
        width = self._width()
        if isinstance(row, Heading):
            return QFontMetrics(self._heading_font).height() + 18
        if isinstance(row, Counted):
            height = QFontMetrics(self._name_font).height() + 8
            if row.details:
                height += round(self._layout(row.details, self._note_font, width).boundingRect().height()) + 7
            return height
        if isinstance(row, Card):
            height = QFontMetrics(self._small_font).height() + 3 + 20
            if row.pieces:
                height += round(self._layout(row.pieces, self._quote_font, width).boundingRect().height()) + 6
            if row.footer:
                height += round(self._footer(row, width).boundingRect().height()) + 5
            return height
        if isinstance(row, Prose):
            pieces = (Piece(row.text),)
            return round(self._layout(pieces, self._name_font, width, 1.15).boundingRect().height()) + 20
        if isinstance(row, Entry):
            inner = width - (self._keys_width(row.keys) + 12 if row.keys else 0)
            return round(self._layout(row.pieces, self._name_font, inner).boundingRect().height()) + 12
        return QFontMetrics(self._name_font).height() + 9

    def _number_width(self, row: Counted) -> int:
        """Return the room of a count, the same in all rows of a list."""
        return max(NUMBER_WIDTH, QFontMetrics(self._number_font).horizontalAdvance(number(row.peak)))

    def _counts_width(self, numbers: int) -> int:
        """Return how much of the right end of a row its counts take."""
        return MARGIN + 2 * numbers + BAR_WIDTH + 2 * GAP

    def _footer(self, row: Card, width: int) -> QTextLayout:
        return self._layout((Piece(row.footer, Ink.MUTED),), self._small_font, width)

    def _layout(
        self, pieces: tuple[Piece, ...], font: QFont, width: float, leading: float = 1.0
    ) -> QTextLayout:
        text = plain_text(pieces)
        to_the_left = runs_to_the_left(text)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        options = QTextOption()
        options.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        options.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(options)
        layout.setFormats(format_ranges(self.theme, pieces))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(width - line.naturalTextWidth() if to_the_left else 0.0, top))
            top += round(line.height() * leading)
        layout.endLayout()
        return layout

    # -- what was cut off ---------------------------------------------------------------------------------

    def cut_off(self, row: Row, width: int) -> str:
        """Return the words of a row that one line of a width cannot hold, nothing where it holds them."""
        if isinstance(row, Counted):
            text, room = row.name, width - self._counts_width(self._number_width(row)) - AROUND_NAME
        elif isinstance(row, Line):
            text, room = row.text, width - 2 * MARGIN
        else:
            return ""
        return text if QFontMetrics(self._name_font).horizontalAdvance(text) > room else ""

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Show what was cut off to a pointer that rests on it."""
        row = index.data(ROW) if index.isValid() else None
        text = self.cut_off(row, option.rect.width()) if row is not None else ""  # type: ignore[attr-defined]
        if not text:
            QToolTip.hideText()
            return False
        QToolTip.showText(event.globalPos(), tip(text), view)
        return True

    # -- painting -----------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if row is None:
            return
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            room = QRect(option.rect)  # type: ignore[attr-defined]
            state = option.state  # type: ignore[attr-defined]
            self._ground(painter, room, row, state)
            if isinstance(row, Heading):
                self._paint_heading(painter, room, row)
            elif isinstance(row, Counted):
                self._paint_counted(painter, room, row)
            elif isinstance(row, Card):
                self._paint_card(painter, room, row)
            elif isinstance(row, Line):
                self._paint_line(painter, room, row)
            elif isinstance(row, Entry):
                self._paint_entry(painter, room, row)
            elif isinstance(row, Prose):
                layout = self._layout((Piece(row.text),), self._name_font, room.width() - 2 * MARGIN, 1.15)
                layout.draw(painter, QPointF(room.left() + MARGIN, room.top() + 10))
                self._rule(painter, room)
        finally:
            painter.restore()

    def _ground(self, painter: QPainter, room: QRect, row: Row, state: QStyle.StateFlag) -> None:
        if not row.selectable:
            return
        selected = bool(state & QStyle.StateFlag.State_Selected)
        under = bool(state & QStyle.StateFlag.State_MouseOver)
        if selected or under:
            painter.fillRect(room, self.theme.color("row_selected" if selected else "hover"))
        if selected:
            painter.fillRect(QRect(room.left(), room.top(), 3, room.height()), self.theme.color("ink"))
        if selected and state & QStyle.StateFlag.State_HasFocus and self._view.hasFocus():
            painter.setPen(QPen(self.theme.color("focus"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5))

    def _paint_heading(self, painter: QPainter, room: QRect, row: Heading) -> None:
        inner = room.adjusted(MARGIN, 8, -MARGIN, -2)
        painter.setPen(self.theme.color("muted"))
        painter.setFont(self._heading_font)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, row.title)
        painter.setPen(self.theme.color("faint"))
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, row.note)

    def _paint_counted(self, painter: QPainter, room: QRect, row: Counted) -> None:
        theme = self.theme
        top = QRect(room.left(), room.top(), room.width(), QFontMetrics(self._name_font).height() + 8)
        wide = self._number_width(row)
        right_number = top.right() + 1 - MARGIN - wide
        bar_left = right_number - GAP - BAR_WIDTH
        left_number = top.right() + 1 - self._counts_width(wide)
        one_sided = "left_ink" if not row.right else "right_ink" if not row.left else "ink"
        painter.setFont(self._name_font)
        painter.setPen(theme.color(one_sided))
        name = QRect(top.left() + MARGIN, top.top(), left_number - top.left() - AROUND_NAME, top.height())
        metrics = QFontMetrics(self._name_font)
        shown = metrics.elidedText(row.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.setFont(self._number_font)
        middle = Qt.AlignmentFlag.AlignVCenter
        counts = ((left_number, row.left, "AlignRight"), (right_number, row.right, "AlignLeft"))
        for start, value, side in counts:
            painter.setPen(theme.color("muted" if value else "faint"))
            cell = QRect(start, top.top(), wide, top.height())
            painter.drawText(cell, middle | getattr(Qt.AlignmentFlag, side), number(value) if value else "–")
        self._paint_bar(painter, bar_left, top.center().y() + 1, row)
        if row.details:
            layout = self._layout(row.details, self._note_font, room.width() - 2 * MARGIN)
            layout.draw(painter, QPointF(room.left() + MARGIN, top.bottom() + 1))

    def _paint_bar(self, painter: QPainter, left: int, middle: int, row: Counted) -> None:
        centre = left + BAR_WIDTH / 2
        half = BAR_WIDTH / 2
        for value, direction, role in ((row.left, -1, "left"), (row.right, 1, "right")):
            if not value:
                continue
            length = max(4.0, half * value / max(1, row.peak))
            start = centre - length if direction < 0 else centre
            painter.fillPath(
                _half_pill(QRectF(start, middle - 4, length, 8), direction), self.theme.color(role)
            )

    def _paint_card(self, painter: QPainter, room: QRect, row: Card) -> None:
        theme = self.theme
        inner = room.adjusted(MARGIN, 10, -MARGIN, -10)
        if row.quiet:
            painter.setOpacity(0.62)
        label = f"{row.glyph} {row.label}" if row.glyph else row.label
        top = float(inner.top())
        pill = paint_pill(painter, QPointF(inner.left(), top), label, row.tone, theme, self._small_font)
        painter.setPen(theme.color("muted"))
        painter.setFont(self._small_font)
        end = QRectF(pill.right() + 6, top, inner.right() + 1 - pill.right() - 6, pill.height())
        painter.drawText(end, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.place)
        top = pill.bottom() + 5
        if row.pieces:
            layout = self._layout(row.pieces, self._quote_font, inner.width())
            layout.draw(painter, QPointF(inner.left(), top))
            top += layout.boundingRect().height() + 5
        if row.footer:
            self._footer(row, inner.width()).draw(painter, QPointF(inner.left(), top))
        painter.setOpacity(1.0)
        self._rule(painter, room)

    def _paint_line(self, painter: QPainter, room: QRect, row: Line) -> None:
        painter.setFont(self._name_font)
        painter.setPen(self.theme.color(row.role))
        if row.quiet:
            painter.setOpacity(0.62)
        inner = room.adjusted(MARGIN, 0, -MARGIN, 0)
        shown = QFontMetrics(self._name_font).elidedText(row.text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _keys_width(self, keys: tuple[str, ...]) -> int:
        metrics = QFontMetrics(self._small_font)
        return sum(max(20, metrics.horizontalAdvance(key) + 12) + 4 for key in keys)

    def _paint_entry(self, painter: QPainter, room: QRect, row: Entry) -> None:
        inner = room.adjusted(MARGIN, 6, -MARGIN, -6)
        taken = self._keys_width(row.keys) + 12 if row.keys else 0
        self._layout(row.pieces, self._name_font, inner.width() - taken).draw(
            painter, QPointF(inner.left(), inner.top())
        )
        metrics = QFontMetrics(self._small_font)
        painter.setFont(self._small_font)
        left = inner.right() + 1 - self._keys_width(row.keys)
        for key in row.keys:
            width = max(20, metrics.horizontalAdvance(key) + 12)
            cap = QRectF(left + 4, inner.top() - 1, width, metrics.height() + 5)
            painter.setPen(QPen(self.theme.color("edge"), 1))
            painter.setBrush(self.theme.color("segment"))
            painter.drawRoundedRect(cap.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(self.theme.color("ink"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
            left += width + 4

    def _rule(self, painter: QPainter, room: QRect) -> None:
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), QColor(self.theme.color("line")))


def _half_pill(room: QRectF, direction: int) -> QPainterPath:
    """Return a bar that is round at its outer end only."""
    # One outline: a rounded bar with a square one laid over it would show a step at 1.25 pixels a point.
    corner = 2 * min(2.5, room.width())
    outer, inner = (room.left(), room.right()) if direction < 0 else (room.right(), room.left())
    far = outer if direction < 0 else outer - corner
    path = QPainterPath(QPointF(inner, room.top()))
    path.lineTo(outer - direction * corner / 2, room.top())
    path.arcTo(QRectF(far, room.top(), corner, corner), 90, -90 * direction)
    path.lineTo(outer, room.bottom() - corner / 2)
    side = 0 if direction > 0 else 180
    path.arcTo(QRectF(far, room.bottom() - corner, corner, corner), side, -90 * direction)
    path.lineTo(inner, room.bottom())
    path.closeSubpath()
    return path

"""What a pane paints beneath its text: grounds of whole paragraphs, their numbers, the reading line."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from desktop_app.model import Side
from desktop_app.ui.fonts import interface_font

if TYPE_CHECKING:
    from desktop_app.ui.reading.article_view import ArticleView

PAD_X = 8.0
PAD_Y = 4.0
ROUND = 5.0
DISAGREES = "≠"


@dataclass(frozen=True, slots=True)
class Band:
    """A ground behind paragraphs ``first``..``last``; ``role`` is selected, only, mover or hover."""

    first: int
    last: int
    role: str


def paint_under(painter: QPainter, pane: ArticleView, clip: QRect) -> None:
    """Paint grounds, numbers and reading line inside ``clip`` (viewport coordinates)."""
    theme = pane.theme
    painter.fillRect(clip, theme.color("paper"))
    if pane.article is None or not pane.tops:
        return
    offset = pane.verticalScrollBar().value()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for band in pane.bands:
        if band.last >= len(pane.tops):
            continue
        top, bottom = pane.tops[band.first] - offset, pane.bottoms[band.last] - offset
        if bottom + PAD_Y >= clip.top() and top - PAD_Y <= clip.bottom():
            _paint_band(painter, pane, band.role, top, bottom)
    _paint_numbers(painter, pane, clip, offset)
    _paint_glyphs(painter, pane, clip, offset)
    if pane.reading_line is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.color("reading_line", 0.45), 1, Qt.PenStyle.DotLine))
        y = round(pane.reading_line)
        painter.drawLine(0, y, pane.viewport().width(), y)


def text_edges(pane: ArticleView) -> tuple[float, float]:
    """Return the left and right edge of the text column in viewport pixels."""
    frame = pane.document().rootFrame().frameFormat()
    return frame.leftMargin(), pane.viewport().width() - frame.rightMargin()


def on_numbers(pane: ArticleView, x: float) -> bool:
    """Tell whether a place of the viewport is beside the text, where the numbers stand."""
    left, right = text_edges(pane)
    return x > right if pane.right_to_left else x < left


def on_signs(pane: ArticleView, x: float) -> bool:
    """Tell whether a place of the viewport is in the margin where the signs for disagreements stand."""
    left, right = text_edges(pane)
    return x < left - PAD_X if pane.right_to_left else x > right + PAD_X


def _paint_band(painter: QPainter, pane: ArticleView, role: str, top: float, bottom: float) -> None:
    theme, side = pane.theme, pane.side
    left, right = text_edges(pane)
    rect = QRectF(left - PAD_X, top - PAD_Y, right - left + 2 * PAD_X, bottom - top + 2 * PAD_Y)
    rect.adjust(0.5, 0.5, -0.5, -0.5)
    if role == "selected":
        painter.setBrush(theme.color("selected_fill"))
        painter.setPen(QPen(theme.color("selected_line"), 1.25))
        painter.drawRoundedRect(rect, ROUND, ROUND)
    elif role == "only":
        name = "left" if side is Side.LEFT else "right"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"only_{name}_fill"))
        painter.drawRoundedRect(rect, ROUND, ROUND)
        # A bar at the outer edge says the same without colour.
        painter.setBrush(theme.color(f"only_{name}_line"))
        edge = rect.right() - 3 if pane.right_to_left else rect.left()
        painter.drawRoundedRect(QRectF(edge, rect.top(), 3, rect.height()), 1.5, 1.5)
    elif role == "mover":
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("mover"), 1.25, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect, ROUND, ROUND)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ribbon_hover", 0.35))
        painter.drawRoundedRect(rect, ROUND, ROUND)


def _paint_numbers(painter: QPainter, pane: ArticleView, clip: QRect, offset: int) -> None:
    article = pane.article
    if article is None:
        return
    font = interface_font(-2, digits=True)
    painter.setFont(font)
    painter.setPen(pane.theme.color("faint"))
    metrics = QFontMetricsF(font)
    left, right = text_edges(pane)
    body = QFontMetricsF(pane.document().defaultFont())
    count = min(len(pane.tops), len(article.paragraphs))
    number = bisect_left(pane.bottoms, clip.top() + offset, 0, count)
    while number < count and pane.tops[number] - offset <= clip.bottom():
        shown = article.number_of(number)
        if shown:
            text = str(shown)
            y = pane.tops[number] - offset + body.ascent() * 0.62 + metrics.ascent() * 0.5
            width = metrics.horizontalAdvance(text)
            x = right + PAD_X + 5 if pane.right_to_left else left - PAD_X - 5 - width
            painter.drawText(QPointF(x, y), text)
        number += 1


def _paint_glyphs(painter: QPainter, pane: ArticleView, clip: QRect, offset: int) -> None:
    """Set a sign into the margin beside each line in which something disagrees."""
    font = interface_font(-1)
    painter.setFont(font)
    painter.setPen(pane.theme.color("change_line"))
    metrics = QFontMetricsF(font)
    lines = set()
    for span, _ in pane.layers.marks("fact"):
        top, bottom = pane.tops[span.paragraph] - offset, pane.bottoms[span.paragraph] - offset
        if bottom >= clip.top() and top <= clip.bottom():
            lines.add(round(pane.caret_rect(span.paragraph, span.start).center().y()) - offset)
    left, right = text_edges(pane)
    before = left - PAD_X - 4 - metrics.horizontalAdvance(DISAGREES)
    x = before if pane.right_to_left else right + PAD_X + 4
    for y in lines:
        painter.drawText(QPointF(x, y + metrics.ascent() * 0.42), DISAGREES)

"""Linking with the mouse: drag from a paragraph's number, or a ribbon's end, to a paragraph.

Alt lets the drag start anywhere in a paragraph. A plain drag there goes on selecting words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.model import Side
from desktop_app.ui.reading.pane_paint import on_numbers, text_edges
from desktop_app.ui.theme import Theme

if TYPE_CHECKING:
    from desktop_app.ui.reading.reading_view import ReadingView

END_OF_RIBBON = 22
"""Pixels from the edge of the gutter in which a ribbon's end is taken hold of."""


@dataclass(frozen=True, slots=True)
class Grip:
    """What is dragged: a paragraph of a side, or (``link`` >= 0) the end of a link on that side."""

    side: Side
    paragraph: int
    link: int = -1


class DragLine(QWidget):
    """The line that follows the pointer, and a frame around the paragraph it would link."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Line of a link that is being drawn"))
        self.theme: Theme = view.theme
        self.start = QPointF()
        self.end = QPointF()
        self.target: QRectF | None = None
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw over whatever lies beneath."""
        with QPainter(self) as painter:
            painter.setClipRegion(event.region())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(self.theme.color("ribbon_selected_line"), 2)
            if self.target is not None:
                painter.setPen(pen)
                painter.drawRoundedRect(self.target, 5, 5)
            else:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            bend = (self.end.x() - self.start.x()) / 2
            path = QPainterPath(self.start)
            path.cubicTo(self.start + QPointF(bend, 0), self.end - QPointF(bend, 0), self.end)
            painter.drawPath(path)
            painter.setBrush(pen.color())
            painter.drawEllipse(self.start, 4, 4)


class LinkDragging(QObject):
    """Watches panes and gutter. ``linked`` carries (left, right, side that was dragged); ``extended`` carries
    (link, side, paragraph) when a ribbon's end was dropped on a paragraph."""

    linked = Signal(int, int, object)
    extended = Signal(int, object, int)

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self._view = view
        self._grip: Grip | None = None
        self._pressed = QPoint()
        self._dragging = False
        self.line = DragLine(view)
        for pane in view.panes.values():
            pane.viewport().installEventFilter(self)
            pane.installEventFilter(self)
        view.gutter.installEventFilter(self)

    @property
    def dragging(self) -> bool:
        """Whether a link is being drawn."""
        return self._dragging

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take hold of a press on a handle, and of what follows it."""
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            return self._press(watched, event)
        if self._grip is None:
            return False
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return self._move(event)
        if kind == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            return self._release(event)
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or not self._dragging:
            return False
        self._stop()
        event.accept()
        return True

    def _press(self, watched: QObject, event: QMouseEvent) -> bool:
        if self._view.comparison is None or event.button() != Qt.MouseButton.LeftButton:
            return False
        self._grip = self._grip_at(watched, event)
        if self._grip is None:
            return False
        self._pressed = event.globalPosition().toPoint()
        return True

    def _grip_at(self, watched: QObject, event: QMouseEvent) -> Grip | None:
        view = self._view
        at = event.position()
        for side, pane in view.panes.items():
            if watched is pane.viewport():
                handle = on_numbers(pane, at.x())
                if not handle and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                    return None
                paragraph = self._paragraph_at(side, event.globalPosition().toPoint())
                return None if paragraph is None else Grip(side, paragraph)
        if watched is view.gutter and view.structure is not None:
            number = view.gutter.ribbon_at(at)
            near = (
                Side.LEFT
                if at.x() <= END_OF_RIBBON
                else Side.RIGHT
                if at.x() >= view.gutter.width() - END_OF_RIBBON
                else None
            )
            if number >= 0 and near is not None:
                return Grip(near, view.structure.links[number].on(near)[0], number)
        return None

    def _move(self, event: QMouseEvent) -> bool:
        if self._grip is None:
            return False
        at = event.globalPosition().toPoint()
        if not self._dragging:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return True
            self._dragging = True
            self.line.theme = self._view.theme
            self.line.setGeometry(self._view.rect())
            self.line.start = QPointF(self._view.mapFromGlobal(self._pressed))
            self.line.show()
            self.line.raise_()
            self._view.panes[self._grip.side].setFocus()  # Esc goes there
        self.line.end = QPointF(self._view.mapFromGlobal(at))
        found = self._target_at(at)
        self.line.target = None if found is None else self._frame(*found)
        self.line.update()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        grip, dragging = self._grip, self._dragging
        self._stop()
        if grip is None:
            return False
        if not dragging:
            if grip.link >= 0:
                self._view.gutter.link_clicked.emit(grip.link)
            else:
                self._view.panes[grip.side].setFocus()
                self._view.panes[grip.side].clicked.emit(grip.side, grip.paragraph, 0)
            return True
        found = self._found(grip, event.globalPosition().toPoint())
        if found is None:
            return True
        side, paragraph = found
        if grip.link >= 0:
            self.extended.emit(grip.link, side, paragraph)
        elif grip.side is Side.LEFT:
            self.linked.emit(grip.paragraph, paragraph, grip.side)
        else:
            self.linked.emit(paragraph, grip.paragraph, grip.side)
        return True

    def _stop(self) -> None:
        self._grip = None
        self._dragging = False
        self.line.hide()

    def _target_at(self, at: QPoint) -> tuple[Side, int] | None:
        return self._found(self._grip, at) if self._grip is not None else None

    def _found(self, grip: Grip, at: QPoint) -> tuple[Side, int] | None:
        """Return the paragraph under a point that the grip can be linked with."""
        for side, pane in self._view.panes.items():
            if grip.link < 0 and side is grip.side:
                continue
            if pane.viewport().rect().contains(pane.viewport().mapFromGlobal(at)):
                paragraph = self._paragraph_at(side, at)
                return None if paragraph is None else (side, paragraph)
        return None

    def _paragraph_at(self, side: Side, at: QPoint) -> int | None:
        pane = self._view.panes[side]
        point = QPointF(pane.viewport().mapFromGlobal(at))
        left, right = text_edges(pane)
        x = min(max(point.x(), left + 1.0), right - 1.0)
        content = QPointF(x, point.y() + pane.verticalScrollBar().value())
        place = pane.place_at(content)
        if place is None:
            return None
        rect = pane.paragraph_rect(place[0])
        return place[0] if rect.top() - 8 <= content.y() <= rect.bottom() + 8 else None

    def _frame(self, side: Side, paragraph: int) -> QRectF:
        pane = self._view.panes[side]
        rect = pane.paragraph_rect(paragraph).translated(0, -pane.verticalScrollBar().value())
        corner = self._view.mapFromGlobal(pane.viewport().mapToGlobal(QPoint(0, 0)))
        left, right = text_edges(pane)
        frame = QRectF(left - 8, rect.top() - 4, right - left + 16, rect.height() + 8)
        return frame.translated(QPointF(corner)).intersected(QRectF(self._view.rect()))

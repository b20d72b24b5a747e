"""One article to read: a read-only text view that hands every scroll to the shared ruler."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip, QWidget

from desktop_app.model import Side, Span
from desktop_app.ui.reading.article_view import MARGIN_LEFT, ArticleView
from desktop_app.ui.reading.pane_paint import on_signs
from desktop_app.ui.theme import Theme
from desktop_app.ui.wording import tip


class ReadingPane(ArticleView):
    """Turns what hands do to an article into signals; the signals begin with the pane's side."""

    scrolled_by = Signal(object, float)
    scrolled_alone = Signal(object, float)
    zoomed_by = Signal(int)
    clicked = Signal(object, int, int)
    pointed_at = Signal(object, int, int)
    key_wanted = Signal(object, str)

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(side, theme, parent)
        self.hint: Callable[[int, int], str] | None = None
        """What to say of a (paragraph, offset) that the pointer rests on, "" for nothing."""
        self._pressed: QPoint | None = None
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        self.setTabChangesFocus(True)

    # -- wheel and keys -----------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turn wheel and trackpad into pixels for the ruler; Ctrl zooms, Alt moves this pane alone."""
        modifiers = event.modifiers()
        angle = event.angleDelta().y()
        if modifiers & Qt.KeyboardModifier.AltModifier and not angle:
            angle = event.angleDelta().x()  # Qt turns Alt+wheel sideways
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            if angle:
                self.zoomed_by.emit(angle)
            event.accept()
            return
        pixels = wheel_pixels(event, angle, self.verticalScrollBar().singleStep())
        if pixels:
            alone = bool(modifiers & Qt.KeyboardModifier.AltModifier)
            if alone:
                _use_alt()
            (self.scrolled_alone if alone else self.scrolled_by).emit(self.side, pixels)
        event.accept()

    def page_step(self) -> float:
        """Return how far a page goes: the window without the last two lines."""
        line = QFontMetricsF(self.document().defaultFont()).lineSpacing()
        return max(40.0, self.viewport().height() - 2.0 * line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll keys move the ruler, arrows move the caret, the rest goes on."""
        key, plain = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
        none = Qt.KeyboardModifier.NoModifier
        if plain == none and key in (Qt.Key.Key_PageDown, Qt.Key.Key_Space):
            self.scrolled_by.emit(self.side, self.page_step())
        elif (plain == none and key == Qt.Key.Key_PageUp) or (plain == shift and key == Qt.Key.Key_Space):
            self.scrolled_by.emit(self.side, -self.page_step())
        elif key == Qt.Key.Key_Home and plain in (none, control):
            self.key_wanted.emit(self.side, "start")
        elif key == Qt.Key.Key_End and plain in (none, control):
            self.key_wanted.emit(self.side, "end")
        elif plain == control and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = self.verticalScrollBar().singleStep() * (1 if key == Qt.Key.Key_Down else -1)
            self.scrolled_by.emit(self.side, float(step))
        elif key == Qt.Key.Key_Escape and plain == none:
            self.key_wanted.emit(self.side, "escape")
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain == none:
            self.key_wanted.emit(self.side, "level")
        else:
            if key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
                self._fetch_caret()
            before = self.textCursor().position()
            super().keyPressEvent(event)
            place = self.place_of_caret()
            moved = self.textCursor().position() != before  # a lone Ctrl points at nothing
            if moved and place is not None and not self.textCursor().hasSelection():
                self.pointed_at.emit(self.side, *place)
            return
        event.accept()

    def _fetch_caret(self) -> None:
        """A caret out of sight starts anew at the reading line, so that arrows never throw the text about."""
        rect = self.cursorRect()
        if rect.bottom() >= 0 and rect.top() <= self.viewport().height():
            return
        line = self.reading_line if self.reading_line is not None else self.viewport().height() * 0.3
        place = self.place_at(QPointF(MARGIN_LEFT + 1.0, self.verticalScrollBar().value() + line))
        if place is not None:
            self.select(Span(place[0], place[1], place[1]))

    # -- pointer ------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint() if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press and release at one place is a click on the paragraph there."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        if (point - pressed).manhattanLength() > 4 or self.textCursor().hasSelection():
            return
        place = self.place_at(QPointF(point) + QPointF(0, self.verticalScrollBar().value()))
        if place is not None and self._within(place[0], point.y()):
            self.clicked.emit(self.side, *place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() == Qt.MouseButton.NoButton:
            point = event.position() + QPointF(0, self.verticalScrollBar().value())
            place = self.place_at(point)
            if place is not None and self._within(place[0], event.position().y()):
                self.pointed_at.emit(self.side, *place)
            else:
                self.pointed_at.emit(self.side, -1, 0)

    def viewportEvent(self, event: QEvent) -> bool:
        """Take pinches on trackpads and touch screens as zoom; say what the pointer rests on."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell_hint(event)
            return True
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._pinched(event.value())
                return True
        elif isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self._pinched(pinch.scaleFactor() - 1.0)
                event.accept(pinch)
                return True
        return super().viewportEvent(event)

    def _tell_hint(self, event: QHelpEvent) -> None:
        place = self.place_at(QPointF(event.pos()) + QPointF(0, self.verticalScrollBar().value()))
        near = place is not None and self._within(place[0], event.pos().y())
        text = self.hint(*place) if near and place is not None and self.hint is not None else ""
        text = text or self._hint_beside(event.pos())
        if text:
            QToolTip.showText(event.globalPos(), tip(text), self)
        else:
            QToolTip.hideText()

    def _hint_beside(self, point: QPoint) -> str:
        """Return what the sign in the margin under a point stands for, "" where there is none."""
        if self.hint is None or not on_signs(self, point.x()):
            return ""
        hints = []
        for span, _ in self.layers.marks("fact"):
            if self._within(span.paragraph, point.y()):
                line = self.caret_rect(span.paragraph, span.start)
                if line.top() <= point.y() + self.verticalScrollBar().value() <= line.bottom():
                    hints.append(self.hint(span.paragraph, span.start))
        return "\n".join(dict.fromkeys(filter(None, hints)))

    def _pinched(self, share: float) -> None:
        # A tenth larger is one step of the wheel.
        self.zoomed_by.emit(round(share * 1200))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pointed_at.emit(self.side, -1, 0)

    def _within(self, paragraph: int, y: float) -> bool:
        rect = self.paragraph_rect(paragraph).translated(0, -self.verticalScrollBar().value())
        return rect.top() - 6 <= y <= rect.bottom() + 6

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words as plain text and clean HTML, from this pane alone."""
        from desktop_app.ui.reading.copying import mime_of_selection

        return mime_of_selection(self)


def _use_alt() -> None:
    """Keep Alt from giving the keyboard to the menu bar when it is let go: it was not pressed for that.

    The menu bar waits for Alt alone, forgets it over keys and clicks, but not over a wheel. It listens to the
    whole program, so that an event without a meaning, sent to nobody, will do.
    """
    QCoreApplication.sendEvent(QObject(), QEvent(QEvent.Type.ActivationChange))


def wheel_pixels(event: QWheelEvent, angle: int, step: int) -> float:
    """Return how far a wheel event goes, in pixels, downwards positive.

    Trackpads report pixels; on X11 those are not to be relied on, so angles count there (fine ones of
    high-resolution wheels included).
    """
    pixels = event.pixelDelta()
    if not pixels.isNull() and QGuiApplication.platformName() != "xcb":
        return float(-pixels.y())
    return -angle / 120.0 * QApplication.wheelScrollLines() * step

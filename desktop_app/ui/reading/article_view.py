"""One article on the screen: its text, where each of its words stands, its margins and marks."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from desktop_app.model import Article, Side, Span
from desktop_app.ui.reading import pane_paint
from desktop_app.ui.reading.document import ArticleDocument, set_frame
from desktop_app.ui.reading.layers import Layers, Mark
from desktop_app.ui.reading.text_map import TextMap, runs_right_to_left
from desktop_app.ui.theme import Theme

MARGIN_LEFT = 40
"""Room for the paragraph numbers, in pixels at the usual size."""

DIGIT_WIDTH = 7
"""More room for each digit from the fourth on."""

MARGIN_RIGHT = 28

INWARDS = 64
"""Most room between the text and the gutter in a wide window, beyond the margin: the eye goes to and fro."""
MARGIN_TOP = 14
MARGIN_BOTTOM = 40


class ArticleView(QTextEdit):
    """Shows one article and knows its places. It never scrolls by itself: `place` puts it somewhere.

    Content coordinates are those of the document: a point's place on the screen is its content position
    minus the vertical scroll bar's value. ``moved_itself`` tells side, value and whether by dragging.
    """

    moved_itself = Signal(object, int, bool)
    about_to_relay = Signal()
    relaid = Signal()

    def __init__(self, side: Side, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side = side
        self.theme = theme
        self.article: Article | None = None
        self.text_map: TextMap | None = None
        self.layers = Layers()
        self.bands: list[pane_paint.Band] = []
        self.tops: list[float] = []
        self.bottoms: list[float] = []
        self.reading_line: float | None = None
        self.column = 68
        self.space_above = 0.0
        """Room that aligned rows add above the first paragraph: Qt leaves out the first margin."""
        self.right_to_left = False
        """Whether the article is written so: its numbers stand on the right then."""
        self._driving = False
        self.setObjectName("leftPane" if side is Side.LEFT else "rightPane")
        self.setDocument(ArticleDocument(self))
        self.document().setDocumentMargin(0)
        self.setReadOnly(True)
        self.setCursorWidth(0)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setMinimumWidth(200)
        self.verticalScrollBar().valueChanged.connect(self._on_value)

    # -- content ------------------------------------------------------------------------------------------

    def show_article(self, article: Article | None) -> None:
        """Take an article (already written into the document) as the one that is shown."""
        self.article = article
        self.setCursorWidth(0 if article is None else 1)  # no caret where there is nothing to read
        self.text_map = TextMap(article) if article is not None else None
        self.right_to_left = article is not None and runs_right_to_left(article)
        self.layers.clear()
        self.bands = []
        self.tops, self.bottoms = [], []  # nobody knows yet where these paragraphs stand
        self.space_above = 0.0
        self.setExtraSelections([])

    def set_theme(self, theme: Theme) -> None:
        """Repaint in another theme."""
        self.theme = theme
        self.refresh_marks()
        self.viewport().update()

    def set_marks(self, layer: str, marks: list[Mark]) -> None:
        """Replace one layer of marks."""
        if self.layers.set(layer, marks):
            self.refresh_marks()

    def refresh_marks(self) -> None:
        """Hand all layers to the view at once."""
        if self.text_map is not None:
            self.setExtraSelections(self.layers.selections(self.document(), self.text_map, self.theme))

    def set_bands(self, bands: list[pane_paint.Band]) -> None:
        """Replace the grounds painted behind whole paragraphs."""
        if bands != self.bands:
            self.bands = bands
            self.viewport().update()

    # -- geometry -----------------------------------------------------------------------------------------

    def paragraph_rect(self, index: int) -> QRectF:
        """Return a paragraph's rectangle in content coordinates; raises IndexError for no such paragraph."""
        if self.article is None or self.text_map is None or not 0 <= index < len(self.article.paragraphs):
            raise IndexError(index)
        layout, document = self.document().documentLayout(), self.document()
        first, last = self.text_map.first_block(index), self.text_map.last_block(index)
        rect = layout.blockBoundingRect(document.findBlockByNumber(first))
        if last > first:
            rect = rect.united(layout.blockBoundingRect(document.findBlockByNumber(last)))
        return rect

    def caret_rect(self, paragraph: int, offset: int) -> QRectF:
        """Return where a character stands (content coordinates); its width is 1."""
        cursor = QTextCursor(self.document())
        if self.text_map is not None:
            cursor.setPosition(self.text_map.position(self.document(), paragraph, offset))
        rect = QRectF(self.cursorRect(cursor))
        return rect.translated(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def place_at(self, point: QPointF) -> tuple[int, int] | None:
        """Return (paragraph, code point offset) under a content point, None when there is no article."""
        if self.text_map is None:
            return None
        position = self.document().documentLayout().hitTest(point, Qt.HitTestAccuracy.FuzzyHit)
        return self.text_map.place(self.document(), position)

    def place_of_caret(self) -> tuple[int, int] | None:
        """Return (paragraph, offset) of the caret."""
        cursor = self.textCursor()
        if self.text_map is None:
            return None
        return self.text_map.place_in(cursor.block(), cursor.positionInBlock())

    def select(self, span: Span, keep: bool = False) -> None:
        """Put the caret before a span, without scrolling (``keep``: select it)."""
        if self.text_map is None:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.text_map.position(self.document(), span.paragraph, span.start))
        if keep:
            end = self.text_map.position(self.document(), span.paragraph, span.end)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        before, self._driving = self._driving, True
        value = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self._set_value(value)
        self._driving = before

    def measure(self, first: int, count: int) -> int:
        """Lay out and measure paragraphs ``first``.. and return the next one to measure."""
        layout, text_map = self.document().documentLayout(), self.text_map
        if first == 0:
            self.tops, self.bottoms = [], []
        if text_map is None:
            return first + count
        block = self.document().findBlockByNumber(text_map.first_block(first) if first else 0)
        number = first
        total = len(text_map.article.paragraphs)
        while block.isValid() and number < min(first + count, total):
            rect = layout.blockBoundingRect(block)
            self.tops.append(rect.top())
            for _ in range(len(text_map.pieces(number)) - 1):
                block = block.next()
                rect = layout.blockBoundingRect(block)
            self.bottoms.append(rect.bottom())
            block = block.next()
            number += 1
        return number

    @property
    def reach(self) -> int:
        """The largest ordinary scroll value."""
        return max(0, ceil(self.document().size().height()) - self.viewport().height())

    # -- scrolling ----------------------------------------------------------------------------------------

    def place(self, position: float) -> None:
        """Scroll to a position; one outside 0..reach shows blank space."""
        self._driving = True
        try:
            self._set_value(round(position))
        finally:
            self._driving = False

    def scroll_within(self, pixels: float) -> int:
        """Scroll within what is laid out so far, and return where the pane stands then."""
        bar = self.verticalScrollBar()
        self._driving = True
        try:
            bar.setValue(round(min(max(bar.value() + pixels, bar.minimum()), bar.maximum())))
        finally:
            self._driving = False
        return bar.value()

    def _set_value(self, value: int) -> None:
        bar = self.verticalScrollBar()
        low, high = min(0, value), max(self.reach, value)
        if (bar.minimum(), bar.maximum()) != (low, high):
            bar.setRange(low, high)
        bar.setValue(value)

    def _on_value(self, value: int) -> None:
        if not self._driving:
            dragging = bool(QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton)
            self.moved_itself.emit(self.side, value, dragging and self.viewport().underMouse())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll, and repaint what does not scroll along: the reading line."""
        super().scrollContentsBy(dx, dy)
        if self.reading_line is not None:
            width, y = self.viewport().width(), round(self.reading_line)
            self.viewport().update(QRect(0, y - 1, width, 3))
            self.viewport().update(QRect(0, y - 1 + dy, width, 3))

    # -- layout and painting ------------------------------------------------------------------------------

    def set_reading_font(self, font: QFont, column: int) -> None:
        """Change the font and the widest line in characters; the caller measures anew afterwards."""
        self.column = column
        self._driving = True
        try:
            self.document().setDefaultFont(font)
            self.fit_column()
        finally:
            self._driving = False

    def fit_column(self) -> None:
        """Give the text at most the chosen width, in the middle of the pane, not far from the gutter."""
        metrics = QFontMetricsF(self.document().defaultFont())
        wanted = metrics.averageCharWidth() * self.column
        digits = len(str(len(self.article.paragraphs))) if self.article is not None else 0
        numbers = MARGIN_LEFT + DIGIT_WIDTH * max(0, digits - 3)
        spare = max(0.0, self.viewport().width() - numbers - MARGIN_RIGHT - wanted)
        inner = min(spare / 2, INWARDS)
        left, right = (spare - inner, inner) if self.side is Side.LEFT else (inner, spare - inner)
        before, after = (MARGIN_RIGHT, numbers) if self.right_to_left else (numbers, MARGIN_RIGHT)
        top = MARGIN_TOP + self.space_above
        set_frame(self.document(), before + left, after + right, top, MARGIN_BOTTOM)

    def changeEvent(self, event: QEvent) -> None:
        """Keep the reading font: a text view would take over the font of the application or its style."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            QFrame.changeEvent(self, event)
        else:
            super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew without moving, then tell that positions changed."""
        before, self._driving = self._driving, True
        self.about_to_relay.emit()
        try:
            if event.size().width() != event.oldSize().width():
                self.fit_column()
            super().resizeEvent(event)
        finally:
            self._driving = before
        self.relaid.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint grounds and numbers beneath the text."""
        with QPainter(self.viewport()) as painter:
            pane_paint.paint_under(painter, self, event.rect())
        super().paintEvent(event)

"""Writes two articles into their panes and measures them, in slices where they are long."""

from __future__ import annotations

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QTextCursor

from desktop_app.model import Article, Side
from desktop_app.ui.reading.document import DocumentWriter, block_format
from desktop_app.ui.reading.pane import ReadingPane

AT_ONCE_PARAGRAPHS = 400
"""Up to so many paragraphs, and so many characters, on both sides together are laid out in one go."""

AT_ONCE_CHARACTERS = 200_000

SLICE_SECONDS = 0.008
SHORTEST_TURN = 0.002
MEASURED_AT_ONCE = 60


class Filler(QObject):
    """Fills the panes, then measures them; ``measured`` tells that tops and bottoms of all are known.

    ``progressed`` carries 0..1 while that takes more than one slice.
    """

    measured = Signal()
    progressed = Signal(float)

    def __init__(self, panes: dict[Side, ReadingPane], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panes = panes
        self._writers: dict[Side, DocumentWriter] = {}
        self._to_measure: list[Side] = []
        self._measured_to = 0
        self._spacing: list[tuple[Side, int, float]] = []
        self.space = 14.0
        self.line_height = 108
        self.long = False
        """Whether the pair is laid out in slices."""
        self._working = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether documents are being changed or slices are still to come: positions are not final then."""
        return self._working or self._timer.isActive()

    def _is_long(self) -> bool:
        articles = [pane.article for pane in self._panes.values() if pane.article is not None]
        if sum(len(article.paragraphs) for article in articles) > AT_ONCE_PARAGRAPHS:
            return True
        return sum(len(p.text) for article in articles for p in article.paragraphs) > AT_ONCE_CHARACTERS

    def stop(self) -> None:
        """Drop what is still to do."""
        self._timer.stop()
        self._writers.clear()
        self._to_measure.clear()
        self._spacing.clear()

    def fill(self, articles: dict[Side, Article]) -> None:
        """Write both articles, then measure them."""
        self.stop()
        for side, pane in self._panes.items():
            pane.show_article(articles[side])
            if pane.text_map is not None:
                self._writers[side] = DocumentWriter(
                    pane.document(), pane.text_map, self.line_height, self.space
                )
            pane.fit_column()
        self.long = self._is_long()
        self.measure()

    def measure(self) -> None:
        """Measure all paragraphs anew after the layout changed."""
        self._to_measure = [Side.LEFT, Side.RIGHT]
        self._measured_to = 0
        if self.long:
            self._timer.start()
        else:
            self._timer.stop()
            self._work(None)
            self.measured.emit()

    def set_spacing(self, spacing: dict[Side, dict[int, float]], old: dict[Side, dict[int, float]]) -> None:
        """Change the space above paragraphs (pixels; absent means none), then measure."""
        self._spacing = [
            (side, index, spacing[side].get(index, 0.0))
            for side in Side
            for index in sorted(spacing[side].keys() | old[side].keys())
            if spacing[side].get(index) != old[side].get(index)
        ]
        self.measure()

    def restyle(self, above: dict[Side, dict[int, float]]) -> None:
        """Apply a new line height or spacing to documents that are written already; ``above`` is the space
        that rows add above paragraphs."""
        self._working = True
        for side, pane in self._panes.items():
            if side not in self._writers and pane.article is not None:
                self._respace(side, list(range(len(pane.article.paragraphs))), above[side])
        self._working = False

    @Slot()
    def _slice(self) -> None:
        if self._work(perf_counter() + SLICE_SECONDS):
            self._timer.stop()
            self.measured.emit()
        elif self._writers:
            self.progressed.emit(sum(w.fraction for w in self._writers.values()) / 2)

    def _work(self, until: float | None) -> bool:
        self._working = True
        try:
            return self._do(until)
        finally:
            self._working = False

    def _do(self, until: float | None) -> bool:
        while self._writers:
            # In turns, so that both sides can be read from the first slice on.
            side = min(self._writers, key=lambda side: self._writers[side].fraction)
            left = None if until is None else max(0.0, until - perf_counter())
            if self._writers[side].write(None if left is None else max(SHORTEST_TURN, left / 2)):
                del self._writers[side]
            elif left is not None and left < SHORTEST_TURN:
                return False
        while self._spacing:
            side = self._spacing[0][0]
            count = len(self._spacing) if until is None else 40
            part, self._spacing = self._spacing[:count], self._spacing[count:]
            if any(item[0] is not side for item in part):
                self._spacing = [item for item in part if item[0] is not side] + self._spacing
                part = [item for item in part if item[0] is side]
            self._respace(side, [index for _, index, _ in part], {index: space for _, index, space in part})
            if until is not None and perf_counter() > until:
                return False
        while self._to_measure:
            pane = self._panes[self._to_measure[0]]
            count = MEASURED_AT_ONCE if until is not None else 1_000_000_000
            self._measured_to = pane.measure(self._measured_to, count)
            if pane.article is None or self._measured_to >= len(pane.article.paragraphs):
                self._to_measure.pop(0)
                self._measured_to = 0
            if until is not None and perf_counter() > until and self._to_measure:
                return False
        return True

    def _respace(self, side: Side, indexes: list[int], above: dict[int, float]) -> None:
        pane = self._panes[side]
        article, text_map = pane.article, pane.text_map
        if article is None or text_map is None:
            return
        document = pane.document()
        if 0 in indexes:
            pane.space_above = above.get(0, 0.0)
            pane.fit_column()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for index in indexes:
            extra = above.get(index, 0.0) if index else 0.0
            kind = article.paragraphs[index].kind
            block = document.findBlockByNumber(text_map.first_block(index))
            # Qt lets the larger of two neighbouring margins count, so the usual one is added here.
            before = block.previous().blockFormat().bottomMargin() if extra else 0.0
            top = before + extra if extra else 0.0
            pieces = len(text_map.pieces(index))
            for piece in range(pieces):
                cursor.setPosition(block.position())
                space = self.space if piece == pieces - 1 else 0.0
                cursor.setBlockFormat(block_format(kind, self.line_height, space, top if piece == 0 else 0.0))
                block = block.next()
        cursor.endEditBlock()

"""What the printed report is made of: blocks of text in columns, measured in the pixels of the printer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPainter,
    QPen,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLine,
    QTextOption,
)

from desktop_app.export.summary import summary
from desktop_app.export.words import article_line, plural, source_line
from desktop_app.model import Comparison, Side
from desktop_app.ui.fonts import interface_font, reading_font
from desktop_app.ui.theme import Theme, load_theme

Run = tuple[str, "Style"]


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text looks; colours are roles of the theme."""

    ink: str = "ink"
    fill: str = ""
    line: str = ""
    line_style: QTextCharFormat.UnderlineStyle = QTextCharFormat.UnderlineStyle.NoUnderline
    struck: bool = False
    bold: bool = False
    italic: bool = False
    serif: bool = True
    size: float = 9.5
    raised: bool = False


PLAIN = Style()
SMALL = Style(ink="muted", serif=False, size=7.5)
SAID = Style(serif=False, size=8.5)
TITLE = Style(bold=True, serif=False, size=11)
HEADING = Style(bold=True, serif=False, size=12)
SUBHEADING = Style(ink="muted", serif=False, size=8)


class Paper:
    """The device's measure, the colours and the fonts of one report."""

    def __init__(self, device: QPagedPaintDevice, width: float, comparison: Comparison) -> None:
        self.device = device
        self.width = width
        self.theme: Theme = load_theme(dark=False)
        self.serif, self.sans = reading_font().families(), interface_font().families()
        self._scale = device.logicalDpiY() / 72.0
        self._foot = " / ".join(a.title or a.source for a in (comparison.left, comparison.right))
        self._formats: dict[Style, QTextCharFormat] = {}

    def points(self, size: float) -> float:
        """Return a length given in points in device pixels."""
        return size * self._scale

    def color(self, role: str) -> QColor:
        """Return a colour of the light theme."""
        return self.theme.color(role)

    def format_of(self, style: Style) -> QTextCharFormat:
        """Return the text format of a style."""
        found = self._formats.get(style)
        if found is not None:
            return found
        made = QTextCharFormat()
        made.setFontFamilies(self.serif if style.serif else self.sans)
        made.setFontPointSize(style.size)
        made.setFontWeight(QFont.Weight.Bold if style.bold else QFont.Weight.Normal)
        made.setFontItalic(style.italic)
        made.setForeground(self.color(style.ink))
        if style.fill:
            made.setBackground(self.color(style.fill))
        if style.line:
            made.setUnderlineStyle(style.line_style)
            made.setUnderlineColor(self.color(style.line))
        made.setFontStrikeOut(style.struck)
        if style.raised:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        self._formats[style] = made
        return made

    def document(
        self, paragraphs: Sequence[Sequence[Run]], width: float, right: bool = False
    ) -> QTextDocument:
        """Return a document of some paragraphs, each a list of runs, laid out for the device."""
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.documentLayout().setPaintDevice(self.device)
        document.setDocumentMargin(0)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if right:
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        document.setDefaultTextOption(option)
        cursor = QTextCursor(document)
        block = QTextBlockFormat()
        block.setLineHeight(128, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        for number, runs in enumerate(paragraphs):
            block.setTopMargin(4 if number else 0)  # in pixels of a screen: Qt scales it
            if number:
                cursor.insertBlock(block)
            else:
                cursor.setBlockFormat(block)
            for text, style in runs:
                cursor.insertText(_one_line(text), self.format_of(style))
        document.setTextWidth(width)
        return document

    def paint_foot(self, painter: QPainter, area: QRectF, page: int) -> None:
        """Paint the titles and the page's number at the foot of a page."""
        font = QFont(self.sans)
        font.setPointSizeF(7.0)
        painter.setFont(font)
        painter.setPen(self.color("muted"))
        metrics = QFontMetricsF(font, self.device)
        number = QCoreApplication.translate("Report", "Page {0}").format(page)
        room = area.width() - metrics.horizontalAdvance(number) - self.points(12)
        line = QRectF(0, area.height() - metrics.height(), area.width(), metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, number)
        painter.drawText(
            line,
            Qt.AlignmentFlag.AlignLeft,
            metrics.elidedText(self._foot, Qt.TextElideMode.ElideRight, room),
        )


def _one_line(text: str) -> str:
    """Keep a paragraph one block: line ends inside it would start new ones."""
    return (
        text.replace("\r\n", "\u2028")
        .replace("\n", "\u2028")
        .replace("\r", "\u2028")
        .replace("\u2029", "\u2028")
    )


@dataclass(slots=True)
class Cell:
    """Text in a column: its runs, left edge and width in device pixels, and what is painted behind it."""

    paragraphs: Sequence[Sequence[Run]]
    left: float
    width: float
    fill: str = ""
    bar: str = ""
    right: bool = False
    padding: float = 0.0


@dataclass(slots=True)
class Part:
    """A stretch of a block that stands on one page."""

    block: Block
    starts: list[float]
    ends: list[float]
    height: float
    fresh_page: bool

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the stretch with its corner at a point."""
        self.block.paint_stretch(painter, at, self.starts, self.ends, self.height)


@dataclass(slots=True)
class Block:
    """Cells that stand side by side and stay together; ``line`` draws a hairline below."""

    paper: Paper
    cells: list[Cell]
    above: float = 0.0
    below: float = 0.0
    line: bool = False
    keep_with_next: bool = False
    _documents: list[QTextDocument] = field(default_factory=list)
    _height: float = -1.0

    def documents(self) -> list[QTextDocument]:
        """Return the laid out text of the cells."""
        if not self._documents:
            self._documents = [
                self.paper.document(cell.paragraphs, cell.width - 2 * cell.padding, cell.right)
                for cell in self.cells
            ]
        return self._documents

    def height(self) -> float:
        """Return the height in device pixels, space above and below included."""
        if self._height < 0:
            self._height = self.above + self.below + self._inner()
        return self._height

    def _inner(self) -> float:
        heights = [
            document.size().height() + 2 * cell.padding
            for document, cell in zip(self.documents(), self.cells, strict=True)
        ]
        return max(heights, default=0.0)

    def release(self) -> None:
        """Let go of the text: a long report has thousands of blocks."""
        self.height()
        self._documents = []

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Paint the block with its corner at a point."""
        ends = [document.size().height() for document in self.documents()]
        inner = self._inner()
        top = QPointF(at.x(), at.y() + self.above)
        self.paint_stretch(painter, top, [0.0] * len(ends), ends, inner)
        if self.line:
            painter.setPen(QPen(self.paper.color("line"), self.paper.points(0.5)))
            y = top.y() + inner + self.below / 2
            painter.drawLine(QPointF(0, y), QPointF(self.paper.width, y))

    def paint_stretch(
        self, painter: QPainter, at: QPointF, starts: Sequence[float], ends: Sequence[float], height: float
    ) -> None:
        """Paint a vertical stretch of every cell (from ``starts`` to ``ends``) with its corner at a point."""
        for cell, document, start, end in zip(self.cells, self.documents(), starts, ends, strict=True):
            frame = QRectF(at.x() + cell.left, at.y(), cell.width, height)
            if cell.fill:
                painter.fillRect(frame, self.paper.color(cell.fill))
            if cell.bar:
                painter.fillRect(
                    QRectF(frame.left(), frame.top(), self.paper.points(1.6), height),
                    self.paper.color(cell.bar),
                )
            if end <= start:
                continue
            corner = QPointF(frame.left() + cell.padding, at.y() + cell.padding - start)
            for line, top, place in _lines(document):
                if start <= top < end:
                    line.draw(painter, corner + place)

    def parts(self, room: float, page: float) -> Iterator[Part]:
        """Cut a block that is taller than its page at whole lines, first into ``room``, then whole pages."""
        lines = [_line_ends(document) for document in self.documents()]
        padding = 2 * max((cell.padding for cell in self.cells), default=0.0)
        starts = [0.0] * len(lines)
        fresh = False
        while any(ends and start < ends[-1] for start, ends in zip(starts, lines, strict=True)):
            limit = (page if fresh else room) - padding
            ends = [
                _last_fitting(all_ends, start, limit) for all_ends, start in zip(lines, starts, strict=True)
            ]
            if ends == starts:
                if fresh:
                    ends = [
                        _next_line(all_ends, start) for all_ends, start in zip(lines, starts, strict=True)
                    ]
                else:
                    fresh = True
                    continue
            height = max(end - start for start, end in zip(starts, ends, strict=True)) + padding
            yield Part(self, starts, ends, height, fresh)
            starts, fresh = ends, True


def _lines(document: QTextDocument) -> Iterator[tuple[QTextLine, float, QPointF]]:
    """Yield the lines of a document, each with its top and the place of its block, in device pixels.

    They are drawn one by one: asked for a stretch, the document's layout also draws the line before it.
    """
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        place = layout.blockBoundingRect(block).topLeft()
        lines = block.layout()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            yield line, place.y() + line.y(), place
        block = block.next()


def _line_ends(document: QTextDocument) -> list[float]:
    """Return where each line of a document ends and the next begins."""
    return [*[top for _, top, _ in _lines(document)][1:], document.size().height()]


def _last_fitting(ends: list[float], start: float, room: float) -> float:
    return max((end for end in ends if start < end <= start + room), default=start)


def _next_line(ends: list[float], start: float) -> float:
    return next((end for end in ends if end > start), start)


def report_blocks(comparison: Comparison, paper: Paper) -> list[Block]:
    """Return the blocks of the whole report in order."""
    from desktop_app.ui.report_parts import changes, entities, notes, only_here, quotations, texts

    blocks = [_head(comparison, paper)]
    told: list[list[Run]] = [[(sentence, SAID)] for sentence in summary(comparison)]
    if told:
        blocks.append(Block(paper, [Cell(told, 0.0, paper.width)], below=paper.points(4)))
    for section in (texts, quotations, changes, notes, entities, only_here):
        blocks += section(comparison, paper)
    return blocks


def _head(comparison: Comparison, paper: Paper) -> Block:
    half = (paper.width - paper.points(24)) / 2
    cells = []
    for side, left in ((Side.LEFT, 0.0), (Side.RIGHT, half + paper.points(24))):
        article = comparison.article(side)
        lines: list[list[Run]] = [
            [(article.title or article.source or plural(1, "text", "texts"), TITLE)],
            [(source_line(article), SMALL)],
            [(article_line(comparison, side), SMALL)],
        ]
        cells.append(Cell(lines, left, half, bar=side.value, padding=paper.points(6)))
    return Block(paper, cells, below=paper.points(10))

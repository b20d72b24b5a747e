"""The card below the sidebar: the chosen link in short, both wordings woven into one text."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from desktop_app.model import Comparison, Link, QuotationState, Side
from desktop_app.ui import wording
from desktop_app.ui.bidi import isolated
from desktop_app.ui.fonts import interface_font, quoted_font
from desktop_app.ui.marked_text import Ink, Piece, char_format, one_after_the_other, spoken_text, woven
from desktop_app.ui.theme import Theme, ThemeManager

LONGEST = 60
"""Characters of unchanged text that stay at each end of a long unchanged stretch."""

MOST_SHARED = 4
"""Words told of those that made a link."""

SLACK = 2
"""Pixels by which labels turn out higher than they say; one too few would bring a scroll bar."""


def card_pieces(comparison: Comparison, link: Link) -> tuple[Piece, ...]:
    """Return both wordings of a link as pieces: woven together, or one after the other when little is shared.

    Long unchanged stretches are cut to their ends.
    """
    left = " ".join(comparison.left.paragraphs[index].text for index in link.left)
    right = " ".join(comparison.right.paragraphs[index].text for index in link.right)
    pieces = woven(left, right, exact=False)
    if pieces is None:
        return one_after_the_other(left, right)
    return shortened(pieces)


def shortened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Cut long unchanged stretches to what stands next to a difference; one without any stays whole."""
    if not any(piece.ink is not Ink.PLAIN for piece in pieces):
        return pieces
    short: list[Piece] = []
    for place, piece in enumerate(pieces):
        text = piece.text
        first, last = place == 0, place == len(pieces) - 1
        limit = LONGEST if first or last else 2 * LONGEST
        if piece.ink is not Ink.PLAIN or len(text) <= limit + 20:
            short.append(piece)
            continue
        head = "" if first else wording.first_words(text, LONGEST) + " "
        tail = "" if last else " " + wording.last_words(text, LONGEST)
        short.append(Piece(f"{head}…{tail}"))
    return tuple(short)


def _whole_lines(document: QTextDocument, most: float) -> int:
    """Return the height of a document, or of those of its lines that fit into ``most``."""
    height = float(ceil(document.size().height()))
    block = document.lastBlock()
    while height > most and block.isValid():
        layout, top = block.layout(), document.documentLayout().blockBoundingRect(block).top()
        for number in range(layout.lineCount() - 1, -1, -1):
            height = top + layout.lineAt(number).y()
            if height <= most:
                break
        block = block.previous()
    return floor(height)


class _Badge(QLabel):
    """A label in the pill of the theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "badge")
        self.setFont(interface_font(-2))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class CompareCard(QFrame):
    """Shows one link: where, what is notable, the wording of both sides, what made the link."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("compareCard")
        self.setAccessibleName(self.tr("Chosen link"))
        self._theme = themes.current
        self._comparison: Comparison | None = None
        self._link: Link | None = None
        self._place = QLabel(self)
        self._place.setFont(interface_font(-1, bold=True))
        self._badge = _Badge(self)
        self._text = QTextEdit(self)
        self._text.setObjectName("compareText")
        self._text.setReadOnly(True)
        self._text.setFrameShape(QFrame.Shape.NoFrame)
        self._text.setTabChangesFocus(True)
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._text.document().setDocumentMargin(0)
        self._text.setAccessibleName(self.tr("Both wordings of the chosen link"))
        self._text.viewport().setAutoFillBackground(False)
        self._text.installEventFilter(self)
        self._shared = QLabel(self)
        self._shared.setTextFormat(Qt.TextFormat.PlainText)
        self._shared.setProperty("role", "muted")
        self._shared.setFont(interface_font(-2))
        self._shared.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._place)
        head.addWidget(self._badge)
        head.addStretch(1)
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(14, 11, 14, 10)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._shared)
        self.hide()
        themes.changed.connect(self._recolour)

    def set_link(self, comparison: Comparison | None, index: int) -> None:
        """Show a link by its number in the comparison; hide for -1 or without a comparison."""
        if comparison is None or not 0 <= index < len(comparison.alignment.links):
            self._comparison = self._link = None
            self.hide()
            return
        self._comparison = comparison
        self._link = comparison.alignment.links[index]
        self._fill()
        self.show()

    def wanted_height(self, width: int, most: int) -> int:
        """Return the height that shows everything at a width, or the most whole lines that ``most`` holds."""
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        self._tell_shared(width)
        # Measured on a copy: laying the shown text out in another width would unsettle it.
        document = self._text.document().clone()
        document.setTextWidth(inner - 2)
        head = max(part.sizeHint().height() for part in (self._place, self._badge) if not part.isHidden())
        shared = self._shared.heightForWidth(inner)
        gaps = 2 * self._column.spacing() + margins.top() + margins.bottom()
        around = head + shared + gaps + SLACK
        height = _whole_lines(document, most - around)
        cut = height < document.size().height()
        document.deleteLater()
        return height + around - (SLACK if cut else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell_shared(event.size().width())
        self._text.verticalScrollBar().setValue(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("card"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
        if self._text.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.color("focus"), 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(3, 4, -3, -3), 6, 6)
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show with a ring that the wordings have the keyboard: the arrows scroll them."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        comparison, link = self._comparison, self._link
        if comparison is None or link is None:
            return
        self._place.setText(wording.pair_label(comparison, link.left, link.right))
        badge = self._notable(comparison, link)
        self._badge.setText(badge)
        self._badge.setVisible(bool(badge))
        pieces = card_pieces(comparison, link)
        self._write(pieces)
        self._tell_shared(self.width())
        spoken = self.tr("Left {left} linked with right {right}. {badge}").format(
            left=wording.paragraphs_spoken(comparison.left, link.left),
            right=wording.paragraphs_spoken(comparison.right, link.right),
            badge=badge,
        )
        self.setAccessibleDescription(spoken)
        said = spoken_text(pieces, wording.side_name(Side.LEFT), wording.side_name(Side.RIGHT))
        self._text.setAccessibleDescription(said)

    def _tell_shared(self, width: int) -> None:
        """Tell what made the link: as many words as one line of the card holds, one at least."""
        if self._link is None:
            return
        margins = self._column.contentsMargins()
        room = width - margins.left() - margins.right()
        text = score = wording.score(self._link.score)
        for count in range(min(MOST_SHARED, len(self._link.shared)), 0, -1):
            words = isolated(", ".join(self._link.shared[:count]))
            text = self.tr("shared: {words} · {score}").format(words=words, score=score)
            if self._shared.fontMetrics().horizontalAdvance(text) <= room:
                break
        if text != self._shared.text():
            self._shared.setText(text)

    def _notable(self, comparison: Comparison, link: Link) -> str:
        altered = [
            match
            for match in comparison.quotations
            if match.state is QuotationState.ALTERED
            and match.is_speech
            and match.left is not None
            and match.left.paragraph in link.left
        ]
        if altered:
            return self.tr("quote altered") if len(altered) == 1 else self.tr("quotes altered")
        changes = [change for change in comparison.changes if change.left.paragraph in link.left]
        if changes:
            name = wording.change_name(changes[0].kind)
            return self.tr("{name} differs").format(name=name[:1].lower() + name[1:])
        return self.tr("moved") if link.moved else ""

    def _write(self, pieces: tuple[Piece, ...]) -> None:
        document = self._text.document()
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setDefaultFont(quoted_font(1))
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        block = QTextBlockFormat()
        block.setLineHeight(108, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        for piece in pieces:
            cursor.insertText(piece.text.replace("\n", "\u2028"), char_format(self._theme, piece.ink))
        cursor.endEditBlock()
        self._text.verticalScrollBar().setValue(0)

    def _recolour(self, theme: Theme) -> None:
        self._theme = theme
        self._fill()
        self.update()

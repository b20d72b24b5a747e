"""An article as a Qt document: one block a paragraph, written in slices so that the window never waits.

The document holds structure alone (sizes, spacing, slant); every colour comes from extra selections.
"""

from __future__ import annotations

import re
from time import perf_counter
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextOption,
)

from desktop_app.model import Kind
from desktop_app.ui.reading.text_map import TextMap

SLICE_BLOCKS = 24
"""Paragraphs written before they are laid out."""

LEAST_BLOCKS = 8
"""Paragraphs written before the first look at the clock. There is one after each further: while another
thread works, every call into Qt may wait for it, so that they take many times as long as they usually do."""

SLICE_CHARACTERS = 20_000

_SHOWN = {
    **dict.fromkeys((ord("\n"), ord("\r"), 0x0B, 0x0C, 0x85, 0x2029), "\u2028"),
    # Qt keeps these for itself or cannot show them; each stands for one character, so offsets stay true.
    **dict.fromkeys((0x0, 0xFDD0, 0xFDD1, 0xFFFC, *range(0xD800, 0xE000)), "\ufffd"),
}


_HELD = re.compile("[\n\r\x0b\x0c\x85\u2029\x00\ufdd0\ufdd1\ufffc\ud800-\udfff]")


def shown_text(text: str) -> str:
    """Return the text as the document holds it: same length, line breaks as U+2028."""
    return text.translate(_SHOWN) if _HELD.search(text) else text


class ArticleDocument(QTextDocument):
    """A document that never opens a file or an address."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Load nothing, whatever the text may ask for."""
        return None


class DocumentWriter:
    """Writes an article into a document, slice by slice."""

    def __init__(self, document: QTextDocument, text_map: TextMap, line_height: int, space: float) -> None:
        """Prepare; ``line_height`` in per cent, ``space`` between paragraphs in pixels."""
        self._article = text_map.article
        self._text_map = text_map
        self._line_height = line_height
        self._space = space
        self._formats: dict[tuple[Kind, bool], tuple[QTextBlockFormat, QTextCharFormat]] = {}
        self._next = 0
        self._piece = 0
        document.setUndoRedoEnabled(False)
        document.clear()
        document.setDefaultTextOption(_text_option())
        self._cursor = QTextCursor(document)

    @property
    def fraction(self) -> float:
        """How much is written, 0..1."""
        return self._next / max(1, len(self._article.paragraphs))

    def write(self, seconds: float | None = None) -> bool:
        """Write for about ``seconds`` (None: to the end); True when everything is written."""
        until = None if seconds is None else perf_counter() + seconds
        while self._next < len(self._article.paragraphs):
            self._cursor.beginEditBlock()
            written = characters = 0
            while self._next < len(self._article.paragraphs) and (
                until is None or (written < SLICE_BLOCKS and characters < SLICE_CHARACTERS)
            ):
                characters += self._write_piece()
                written += 1
                if until is not None and written >= LEAST_BLOCKS and perf_counter() >= until:
                    break
            self._cursor.endEditBlock()
            if until is not None and perf_counter() >= until:
                break
        return self._next >= len(self._article.paragraphs)

    def _write_piece(self) -> int:
        """Write one block and return its length."""
        paragraph = self._article.paragraphs[self._next]
        starts = self._text_map.pieces(self._next)
        last = self._piece == len(starts) - 1
        text = paragraph.text
        if len(starts) > 1:
            text = text[starts[self._piece] : None if last else starts[self._piece + 1]]
        block, letters = self._formats_of(paragraph.kind, last=last)
        if self._next or self._piece:
            self._cursor.insertBlock(block, letters)
        else:
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(letters)
        self._cursor.insertText(shown_text(text), letters)
        self._piece += 1
        if last:
            self._next += 1
            self._piece = 0
        return len(text)

    def _formats_of(self, kind: Kind, *, last: bool) -> tuple[QTextBlockFormat, QTextCharFormat]:
        """Return how a block of a kind stands and looks, the ``last`` of its paragraph or another."""
        formats = self._formats.get((kind, last))
        if formats is None:
            block = block_format(kind, self._line_height, self._space if last else 0.0)
            formats = self._formats[kind, last] = block, letters_of(kind)
        return formats


def block_format(kind: Kind, line_height: int, space: float, above: float = 0.0) -> QTextBlockFormat:
    """Return how a paragraph of a kind stands: line height in per cent, space below and above in pixels."""
    block = QTextBlockFormat()
    block.setLineHeight(float(line_height), QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    block.setBottomMargin(round(space * (1.25 if kind is Kind.HEADLINE else 1.0)))
    block.setTopMargin(above)
    if kind is Kind.HEADLINE:
        block.setHeadingLevel(1)
    return block


def letters_of(kind: Kind) -> QTextCharFormat:
    """Return how the letters of a kind of paragraph look."""
    letters = QTextCharFormat()
    if kind is Kind.HEADLINE:
        letters.setFontWeight(QFont.Weight.Bold)
        letters.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
    elif kind in (Kind.CAPTION, Kind.BOILERPLATE):
        letters.setFontItalic(True)
    return letters


def set_frame(document: QTextDocument, left: float, right: float, top: float, bottom: float) -> None:
    """Set the document's margins in pixels."""
    root = document.rootFrame()
    frame = QTextFrameFormat(root.frameFormat())
    if (frame.leftMargin(), frame.rightMargin(), frame.topMargin(), frame.bottomMargin()) == (
        left,
        right,
        top,
        bottom,
    ):
        return
    frame.setMargin(0)
    frame.setLeftMargin(left)
    frame.setRightMargin(right)
    frame.setTopMargin(top)
    frame.setBottomMargin(bottom)
    root.setFrameFormat(frame)


def _text_option() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option

"""Places in an article and positions in its Qt document, converted both ways.

A paragraph is one block of the document, except a very long one: Qt shapes a whole block anew whenever it
paints a line of it, so that one is cut into several blocks that look like one.
"""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtGui import QTextBlock, QTextDocument

from desktop_app.model import Article
from desktop_app.text.utf16 import Utf16Map
from desktop_app.ui.bidi import runs_to_the_left

LONGEST_BLOCK = 6000
"""Characters from which a paragraph is cut into pieces of at most so many."""

ASKED = 50
"""Paragraphs that tell in which direction an article is written."""


def cut(text: str) -> list[int]:
    """Return where the pieces of a text begin (the first at 0), cut after a space where there is one."""
    if len(text) <= LONGEST_BLOCK:
        return [0]
    starts, at = [0], 0
    while len(text) - at > LONGEST_BLOCK:
        space = text.rfind(" ", at + LONGEST_BLOCK // 2, at + LONGEST_BLOCK)
        at = space + 1 if space > 0 else at + LONGEST_BLOCK
        starts.append(at)
    return starts


def runs_right_to_left(article: Article) -> bool:
    """Tell whether most of an article's first paragraphs begin in a script that runs from right to left."""
    ways = [way for p in article.paragraphs[:ASKED] if (way := runs_to_the_left(p.text)) is not None]
    return sum(ways) * 2 > len(ways)


class TextMap:
    """Converts for one article and its document."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._pieces = {p.index: cut(p.text) for p in article.paragraphs if len(p.text) > LONGEST_BLOCK}
        self._first: list[int] | None = None
        if self._pieces:
            self._first, number = [], 0
            for paragraph in article.paragraphs:
                self._first.append(number)
                number += len(self._pieces.get(paragraph.index, (0,)))
        self._units: dict[int, Utf16Map] = {}

    def pieces(self, paragraph: int) -> list[int]:
        """Return where the blocks of a paragraph begin in its text."""
        return self._pieces.get(paragraph, [0])

    def first_block(self, paragraph: int) -> int:
        """Return the number of a paragraph's first block."""
        return paragraph if self._first is None else self._first[paragraph]

    def last_block(self, paragraph: int) -> int:
        """Return the number of a paragraph's last block."""
        return self.first_block(paragraph) + len(self.pieces(paragraph)) - 1

    def paragraph_of(self, block: int) -> int:
        """Return the paragraph to which a block belongs (possibly beyond the last one)."""
        return block if self._first is None else bisect_right(self._first, block) - 1

    def position(self, document: QTextDocument, paragraph: int, offset: int) -> int:
        """Return the document position of a code point offset of a paragraph."""
        starts = self.pieces(paragraph)
        piece = bisect_right(starts, offset) - 1 if len(starts) > 1 else 0
        block = document.findBlockByNumber(self.first_block(paragraph) + piece)
        units = self._map(paragraph)
        return block.position() + units.to_utf16(offset) - units.to_utf16(starts[piece])

    def place(self, document: QTextDocument, position: int) -> tuple[int, int] | None:
        """Return (paragraph, code point offset) of a document position, None outside the article."""
        block = document.findBlock(max(0, position))
        if not block.isValid():
            return None
        return self.place_in(block, position - block.position())

    def place_in(self, block: QTextBlock, unit: int) -> tuple[int, int] | None:
        """Return (paragraph, code point offset) of a UTF-16 unit of a block."""
        paragraph = self.paragraph_of(block.blockNumber())
        if not 0 <= paragraph < len(self.article.paragraphs):
            return None
        starts = self.pieces(paragraph)
        piece = min(block.blockNumber() - self.first_block(paragraph), len(starts) - 1)
        units = self._map(paragraph)
        return paragraph, units.to_code_point(unit + units.to_utf16(starts[piece]))

    def _map(self, paragraph: int) -> Utf16Map:
        found = self._units.get(paragraph)
        if found is None:
            found = self._units[paragraph] = Utf16Map(self.article.paragraphs[paragraph].text)
        return found

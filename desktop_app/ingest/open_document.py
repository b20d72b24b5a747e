"""OpenDocument texts (.odt)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ingest.archive import Archive
from desktop_app.ingest.blocks import Block, Document
from desktop_app.ingest.xml import parse_xml
from desktop_app.model import Kind, Progress, no_progress

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = frozenset(
    {f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}table-of-content", f"{_TEXT}note-citation"}
)

_MARKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": " ", f"{_TEXT}s": " "}
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_ROW = f"{_TABLE}table-row"


def read_open_document(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """Return the document of an .odt file: headings, paragraphs, notes, the text of tables.

    Raises LoadError for damaged, locked and oversized files.
    """
    archive = Archive(data, name)
    root = parse_xml(archive.read("content.xml"), name)
    progress(0.4, "Reading the document")
    document = _Walk().read(root)
    if "meta.xml" in archive.names:
        meta = parse_xml(archive.read("meta.xml"), name)
        for key, path in (("author", f"{_DC}creator"), ("date", f"{_DC}date")):
            value = meta.findtext(f".//{path}")
            if value:
                document.metadata[key] = value[:10] if key == "date" else value[:500]
    return document


class _Walk:
    """One walk over the content: what is open at a place, and the document that grows from it."""

    def __init__(self) -> None:
        self._document = Document()
        self._notes: list[str] = []
        self._rows: list[list[str]] = []
        self._texts: list[list[str]] = []
        self._headed = False
        """Whether the headline is the heading at the top, for want of a title so far."""

    def read(self, root: _Element) -> Document:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            left_out = element.tag in _LEFT_OUT
            if event == "end":
                if not left_out:
                    self._leave(element)
            elif left_out:
                walk.skip_subtree()
                self._add(element.tail)
            else:
                self._enter(element)
        self._document.blocks.extend(Block(note, Kind.BODY) for note in self._notes if note.strip())
        return self._document

    def _add(self, text: str | None) -> None:
        if self._texts:
            self._texts[-1].append(text or "")

    def _enter(self, element: _Element) -> None:
        if element.tag == _ROW:
            self._rows.append([])
        elif element.tag in _PARAGRAPHS:
            self._texts.append([])
        self._add(_MARKS.get(element.tag))
        self._add(element.text)

    def _leave(self, element: _Element) -> None:
        if element.tag in _PARAGRAPHS:
            self._end_paragraph(element, "".join(self._texts.pop()))
        elif element.tag == _ROW:
            cells = [cell for cell in self._rows.pop() if cell]
            if cells:
                self._document.blocks.append(Block(" | ".join(cells), Kind.BODY))
        self._add(element.tail)

    def _end_paragraph(self, element: _Element, text: str) -> None:
        plain = " ".join(text.split())
        if self._texts:
            self._notes.append(text)  # a note inside a paragraph
        elif self._rows:
            self._rows[-1].append(plain)
        elif plain:
            blocks, heading = self._document.blocks, element.tag == f"{_TEXT}h"
            title = element.get(f"{_TEXT}style-name", "") == "Title"
            if title and self._headed:  # the heading at the top is none, then
                blocks[0] = Block(blocks[0].text, Kind.BODY)
                self._document.title, self._headed = "", False
            self._headed |= heading and not blocks
            headline = (title or self._headed) and not self._document.title
            if headline:
                self._document.title = plain
            blocks.append(Block(text, Kind.HEADLINE if headline else Kind.BODY if heading else None))

"""Word documents (.docx)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from desktop_app.ingest.archive import Archive
from desktop_app.ingest.blocks import Block, Document
from desktop_app.ingest.patience import patiently
from desktop_app.ingest.xml import parse_xml, refuse_entities
from desktop_app.model import Kind, LoadError, Progress, no_progress

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}tab": " ",
    f"{_W}noBreakHyphen": "‑",
    f"{_W}softHyphen": "",
}
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}rPr", f"{_W}pPr", _FALLBACK})
_WRAPPERS = frozenset({f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"})
"""Content controls and the like, which may stand around whole paragraphs."""
_TEXTS = frozenset({f"{_W}t", f"{_W}delText"})
_NOTES = ("footnotes", "endnotes")


def read_word(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """Return the document of a .docx file: headings, paragraphs, table rows, foot- and endnotes.

    Deleted text of tracked changes is left out, inserted text kept; page heads and feet are listed as
    dropped. Raises LoadError for damaged, locked and oversized files.
    """
    archive = Archive(data, name)
    for part in archive.names:
        if part.endswith((".xml", ".rels")):
            refuse_entities(archive.read(part), name)
    progress(0.2, "Reading the Word document")
    import docx
    from docx.opc.exceptions import OpcError

    try:
        opened = patiently(
            lambda: docx.Document(io.BytesIO(data)), progress, 0.2, "Reading the Word document"
        )
    except (OpcError, KeyError, ValueError) as error:
        raise LoadError(f"“{name}” is damaged and cannot be read. Get another copy of it.") from error
    progress(0.5, "Reading the Word document")
    document = Document()
    properties = opened.core_properties
    if properties.author:
        document.metadata["author"] = str(properties.author)[:500]
    if properties.created:
        document.metadata["date"] = properties.created.date().isoformat()
    styles = {style.style_id: (style.name or "").lower() for style in opened.styles}
    for element in opened.element.body.iterchildren():
        document.blocks.extend(_blocks(element, styles))
    progress(0.8, "Reading the Word document")
    document.blocks.extend(_notes(opened))
    _titled(document, heads=_opens_with_heading(opened.element.body, styles))
    for section in opened.sections:
        for shown, place in ((section.header, 0), (section.footer, len(document.blocks))):
            # One that is that of the section before was listed with it; looking it up goes all the way back.
            if not shown.is_linked_to_previous:
                _drop(document, place, [_text(paragraph._element) for paragraph in shown.paragraphs])
    return document


def _drop(document: Document, place: int, texts: list[str]) -> None:
    text = " ".join(" ".join(texts).split())
    if text and all(text != dropped for _, dropped in document.dropped):
        document.dropped.append((place, text))


def _titled(document: Document, *, heads: bool) -> None:
    """Keep one headline: the first paragraph in a title style, else the first block if that ``heads``."""
    found = False
    if heads and document.blocks and all(block.kind is not Kind.HEADLINE for block in document.blocks):
        document.blocks[0] = Block(document.blocks[0].text, Kind.HEADLINE)
    for index, block in enumerate(document.blocks):
        if block.kind is Kind.HEADLINE:
            if found:
                document.blocks[index] = Block(block.text, Kind.BODY)
            else:
                document.title = " ".join(block.text.split())
            found = True


def _blocks(element: _Element, styles: dict[str, str]) -> Iterator[Block]:
    """The blocks of one element of the body: a paragraph, a table, something that wraps them."""
    if element.tag == f"{_W}p":
        text = _text(element)
        if text.strip():
            yield Block(text, _kind(element, styles))
        return
    if element.tag == f"{_W}tbl":
        for row in _own(element, "tr", "tbl"):
            cells = [" ".join(_text(cell).split()) for cell in _own(row, "tc", "tr")]
            if any(cells):
                yield Block(" | ".join(cell for cell in cells if cell), Kind.BODY)
        return
    if element.tag in _WRAPPERS:
        for child in element.iterchildren():
            yield from _blocks(child, styles)


def _own(element: _Element, part: str, whole: str) -> Iterator[_Element]:
    """The rows of a table or the cells of a row, not those of a table inside one of its cells."""
    for found in element.iter(f"{_W}{part}"):
        if next(found.iterancestors(f"{_W}{whole}")) is element:
            yield found


def _opens_with_heading(body: _Element, styles: dict[str, str]) -> bool:
    """Tell whether the first words of the document are a heading, not one in a table."""
    first = next((p for p in body.iter(f"{_W}p") if _text(p).strip()), None)
    if first is None or next(first.iterancestors(f"{_W}tbl"), None) is not None:
        return False
    return _style(first, styles).startswith("heading")


def _style(paragraph: _Element, styles: dict[str, str]) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return styles.get(style.get(f"{_W}val", ""), "") if style is not None else ""


def _kind(paragraph: _Element, styles: dict[str, str]) -> Kind | None:
    name = _style(paragraph, styles)
    if name in ("title", "titel", "titre", "título", "titolo"):
        return Kind.HEADLINE
    if name.startswith("caption"):
        return Kind.CAPTION
    return Kind.BODY if name.startswith(("heading", "subtitle")) else None


def _text(element: _Element) -> str:
    """The shown text of an element, walked without recursion; paragraphs inside it end lines."""
    from lxml import etree

    parts: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, child in walk:
        tag = child.tag
        if event == "start":
            if tag in _LEFT_OUT:
                walk.skip_subtree()
            elif tag in _TEXTS:
                parts.append(child.text or "")
            elif tag in _BREAKS:
                parts.append(_BREAKS[tag])
        elif tag == f"{_W}p" and child is not element:
            parts.append("\n")
    return "".join(parts)


def _notes(opened: Any) -> Iterator[Block]:
    for relation in opened.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if relation.is_external or kind not in _NOTES:
            continue
        root = parse_xml(relation.target_part.blob, "The document")
        for note in root.iterchildren():
            if note.get(f"{_W}type") in ("separator", "continuationSeparator", "continuationNotice"):
                continue
            text = " ".join(_text(note).split())
            if text:
                yield Block(text, Kind.BODY)

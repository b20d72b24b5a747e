"""OpenDocument texts (.odt)."""

from __future__ import annotations

from desktop_app.ingest.archive import Archive
from desktop_app.ingest.blocks import Block, Document
from desktop_app.ingest.xml import parse_xml
from desktop_app.model import Kind, Progress, no_progress

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_LEFT_OUT = frozenset({f"{_TEXT}tracked-changes", f"{_OFFICE}annotation", f"{_TEXT}table-of-content"})


def read_open_document(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """Return the document of an .odt file: headings, paragraphs, notes, the text of tables.

    Raises LoadError for damaged, locked and oversized files.
    """
    from lxml import etree

    archive = Archive(data, name)
    root = parse_xml(archive.read("content.xml"), name)
    progress(0.4, "Reading the document")
    document = Document()
    notes: list[str] = []
    rows: list[list[str]] = []
    open_texts: list[list[str]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if tag in _LEFT_OUT or tag == f"{_TEXT}note-citation":
                walk.skip_subtree()
                if open_texts:
                    open_texts[-1].append(element.tail or "")
                continue
            if tag == f"{_TABLE}table-row":
                rows.append([])
            elif tag in (f"{_TEXT}p", f"{_TEXT}h"):
                open_texts.append([])
            if open_texts:
                open_texts[-1].append(
                    {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": " ", f"{_TEXT}s": " "}.get(tag, "")
                )
                open_texts[-1].append(element.text or "")
            continue
        if tag in _LEFT_OUT or tag == f"{_TEXT}note-citation":
            continue
        if tag in (f"{_TEXT}p", f"{_TEXT}h"):
            text = "".join(open_texts.pop())
            if open_texts:
                notes.append(text)  # a note inside a paragraph
            elif rows:
                rows[-1].append(" ".join(text.split()))
            elif text.strip():
                style = element.get(f"{_TEXT}style-name", "")
                title = style == "Title" and not document.title
                kind = Kind.HEADLINE if title else Kind.BODY if tag == f"{_TEXT}h" else None
                document.title = document.title or (" ".join(text.split()) if title else "")
                document.blocks.append(Block(text, kind))
        elif tag == f"{_TABLE}table-row":
            cells = [cell for cell in rows.pop() if cell]
            if cells:
                document.blocks.append(Block(" | ".join(cells), Kind.BODY))
        if open_texts:
            open_texts[-1].append(element.tail or "")
    document.blocks.extend(Block(note, Kind.BODY) for note in notes if note.strip())
    if "meta.xml" in archive.names:
        meta = parse_xml(archive.read("meta.xml"), name)
        for key, path in (("author", f"{_DC}creator"), ("date", f"{_DC}date")):
            value = meta.findtext(f".//{path}")
            if value:
                document.metadata[key] = value[:10] if key == "date" else value[:500]
    return document

"""EPUB books: the text of their chapters in reading order."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from desktop_app.ingest.archive import Archive
from desktop_app.ingest.blocks import Document
from desktop_app.ingest.html import read_fragment
from desktop_app.ingest.xml import parse_xml
from desktop_app.model import LoadError, Progress, no_progress

_DC = "{http://purl.org/dc/elements/1.1/}"
_MOST_CHAPTERS = 2000
_MOST_BYTES = 32 * 1024 * 1024
"""Of all chapters together."""
_PAGES = ("application/xhtml+xml", "text/html", "application/html")


def read_epub(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """Return the document of an .epub file: all chapters of its spine, without tables of contents.

    Raises LoadError for damaged, locked and oversized files.
    """
    archive = Archive(data, name)
    if "META-INF/encryption.xml" in archive.names and "META-INF/rights.xml" in archive.names:
        raise LoadError(f"“{name}” is protected against copying and cannot be read here.")
    damaged = LoadError(f"“{name}” is damaged and cannot be read. Get another copy of it.")
    container = parse_xml(archive.read("META-INF/container.xml"), name)
    roots = [element for element in container.iter("{*}rootfile") if element.get("full-path")]
    if not roots:
        raise damaged
    package_name = roots[0].get("full-path", "")
    package = parse_xml(archive.read(package_name), name)
    folder = posixpath.dirname(package_name)
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    document = Document()
    for key, tag in (("title", "title"), ("author", "creator"), ("date", "date"), ("language", "language")):
        value = package.findtext(f".//{_DC}{tag}")
        if value and value.strip():
            document.metadata[key] = " ".join(value.split())[: 10 if key == "date" else 500]
    document.title = document.metadata.pop("title", "")
    spine = [reference for reference in package.iter("{*}itemref") if reference.get("linear") != "no"]
    if len(spine) > _MOST_CHAPTERS:
        raise LoadError(f"“{name}” has more than {_MOST_CHAPTERS} chapters. Open a part of it.")
    size = 0
    seen: set[str] = set()
    for number, reference in enumerate(spine):
        progress(number / len(spine), "Reading the book")
        item = items.get(reference.get("idref", ""))
        if (
            item is None
            or item.get("media-type") not in _PAGES
            or "nav" in (item.get("properties") or "").split()
        ):
            continue
        # A name inside the archive, never a path of this computer.
        part = posixpath.normpath(posixpath.join(folder, unquote(item.get("href", "").split("#")[0])))
        if part not in archive.names or part in seen:
            continue
        seen.add(part)
        data = archive.read(part)
        size += len(data)
        if size > _MOST_BYTES:
            raise LoadError(f"“{name}” is too long. Open a part of it.")
        chapter = read_fragment(data, name, progress, number / len(spine))
        before = len(document.blocks)
        document.blocks.extend(chapter.blocks)
        document.dropped.extend((before + place, text) for place, text in chapter.dropped)
    if not document.blocks:
        raise LoadError(f"“{name}” holds no text. Choose a document with a story in it.")
    return document

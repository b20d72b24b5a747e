"""EPUB books: the text of their chapters in reading order."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from desktop_app.ingest.archive import Archive
from desktop_app.ingest.blocks import Document
from desktop_app.ingest.html import read_fragment
from desktop_app.ingest.xml import parse_xml
from desktop_app.model import LoadError, Progress, no_progress

if TYPE_CHECKING:
    from lxml.etree import _Element

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
    container = parse_xml(archive.read("META-INF/container.xml"), name)
    roots = [element for element in container.iter("{*}rootfile") if element.get("full-path")]
    if not roots:
        raise LoadError(f"“{name}” is damaged and cannot be read. Get another copy of it.")
    package_name = roots[0].get("full-path", "")
    package = parse_xml(archive.read(package_name), name)
    metadata = _metadata(package)
    document = Document(title=metadata.pop("title", ""), metadata=metadata)
    spine = [reference for reference in package.iter("{*}itemref") if reference.get("linear") != "no"]
    if len(spine) > _MOST_CHAPTERS:
        raise LoadError(f"“{name}” has more than {_MOST_CHAPTERS} chapters. Open a part of it.")
    folder = posixpath.dirname(package_name)
    parts = [part for part in _pages_of(spine, package, folder) if part in archive.names]
    size = 0
    for number, part in enumerate(parts):
        progress(number / len(parts), "Reading the book")
        page = archive.read(part)
        size += len(page)
        if size > _MOST_BYTES:
            raise LoadError(f"“{name}” is too long. Open a part of it.")
        chapter = read_fragment(page, name, progress, number / len(parts))
        before = len(document.blocks)
        document.blocks.extend(chapter.blocks)
        document.dropped.extend((before + place, text) for place, text in chapter.dropped)
    if not document.blocks:
        raise LoadError(f"“{name}” holds no text. Choose a document with a story in it.")
    return document


def _metadata(package: _Element) -> dict[str, str]:
    """Return title, author, day and language of the book, as far as its package tells them."""
    found: dict[str, str] = {}
    for key, tag in (("title", "title"), ("author", "creator"), ("date", "date"), ("language", "language")):
        value = package.findtext(f".//{_DC}{tag}")
        if value and value.strip():
            found[key] = " ".join(value.split())[: 10 if key == "date" else 500]
    return found


def _pages_of(spine: list[_Element], package: _Element, folder: str) -> list[str]:
    """Return the names inside the archive of the pages of a spine, each once, in its order.

    They are never paths of this computer.
    """
    items = {item.get("id", ""): item for item in package.iter("{*}item")}
    names: dict[str, None] = {}
    for reference in spine:
        item = items.get(reference.get("idref", ""))
        if item is None or item.get("media-type") not in _PAGES:
            continue
        if "nav" not in (item.get("properties") or "").split():
            href = unquote(item.get("href", "").split("#")[0])
            names[posixpath.normpath(posixpath.join(folder, href))] = None
    return list(names)

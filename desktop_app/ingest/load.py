"""The way in: find out what a source is, fetch and read it."""

from __future__ import annotations

import re
import stat
from collections.abc import Callable
from pathlib import Path

from desktop_app.model import Article, LoadError, Progress, no_progress, part_of

_MOST_BYTES = 64 * 1024 * 1024
_MOST_PAGE_BYTES = 16 * 1024 * 1024
_MOST_MARKDOWN_BYTES = 2 * 1024 * 1024
"""Longer Markdown is read as plain text: its parser would keep the reader waiting."""
_CHUNK = 1024 * 1024


def is_address(source: str) -> bool:
    """Return whether ``source`` is written as an address ("https://..."), not as a file name."""
    return bool(re.match(r"\s*[A-Za-z][A-Za-z0-9+.-]{1,30}://", source)) or bool(
        re.match(r"\s*(?:data|javascript|about|file|mailto|blob):", source, re.IGNORECASE)
    )


def load(source: str | Path, progress: Progress = no_progress, *, allow_private: bool = False) -> Article:
    """Return the article read from a file or from an http or https address.

    What kind of document it is, its content tells. Nothing the document refers to is ever loaded.
    ``allow_private`` lets addresses of this computer and of the local network through, for tests.
    Raises LoadError, whose text is a sentence for the reader; whatever ``progress`` raises goes through.
    """
    watched = _Watched(progress)
    if isinstance(source, str) and is_address(source):
        from desktop_app.ingest.web import fetch

        address = source.strip()
        page = fetch(address, part_of(watched, 0.0, 0.6), allow_private=allow_private)
        return _read(page.data, page.address, page.name, page.encoding, watched, part_of(watched, 0.6, 1.0))
    path = Path(source)
    name = path.name or str(path)
    watched(0.0, f"Reading {name}")
    data = _bytes_of(path, watched)
    return _read(data, str(path), name, "", watched, part_of(watched, 0.3, 1.0))


def from_text(text: str, source: str = "pasted text") -> Article:
    """Return the article made of a text that was pasted; the source of a web page is read as a page.

    Raises LoadError when the text holds no words.
    """
    from desktop_app.ingest.sniff import is_page

    if is_page(text):
        return from_html(text, source)
    from desktop_app.ingest.plain import article_from_text

    return article_from_text(text, source, source)


def from_html(html: str, source: str = "pasted text") -> Article:
    """Return the article made of pasted HTML: all of a selection, the main text of a whole page.

    Raises LoadError when it holds no words.
    """
    watched = _Watched(no_progress)
    data = html.encode("utf-8", "replace")
    if len(data) > _MOST_PAGE_BYTES:
        raise LoadError("The pasted page is too long. Paste only the story.")
    return _guarded(lambda: _read_html(data, source, source, "utf-8", no_progress), source, watched)


class _Watched:
    """Passes progress on and remembers what it raised, to tell a wish to stop from a damaged document."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.raised: BaseException | None = None

    def __call__(self, fraction: float, message: str) -> None:
        try:
            self._progress(fraction, message)
        except BaseException as error:
            self.raised = error
            raise


def _bytes_of(path: Path, progress: Progress) -> bytes:
    shown = path.name or str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise LoadError(f"“{shown}” is a folder. Choose a document instead.")
        if not stat.S_ISREG(status.st_mode):
            raise LoadError(f"“{shown}” is not a file. Choose a document instead.")
        parts = []
        size = 0
        with path.open("rb") as file:
            while part := file.read(_CHUNK):
                size += len(part)
                if size > _MOST_BYTES:
                    raise LoadError(f"“{shown}” is larger than {_MOST_BYTES >> 20} MB. Open a part of it.")
                parts.append(part)
                progress(0.3 * size / max(status.st_size, size), f"Reading {shown}")
    except FileNotFoundError:
        raise LoadError(f"There is no file “{path}”. Check the name and the folder.") from None
    except PermissionError:
        raise LoadError(f"“{shown}” may not be read. Check its permissions.") from None
    except OSError as error:
        raise LoadError(f"“{shown}” cannot be read: {error.strerror or error}.") from None
    except ValueError:
        raise LoadError("That is not a file name. Check the name and the folder.") from None
    return b"".join(parts)


def _guarded(read: Callable[[], Article], name: str, watched: _Watched) -> Article:
    """Turn whatever a damaged document makes a library raise into a sentence."""
    try:
        return read()
    except LoadError:
        raise
    except Exception as error:
        if error is watched.raised:
            raise
        from desktop_app.ingest.patience import TookTooLong

        if isinstance(error, TookTooLong):
            raise LoadError(f"“{name}” takes too long to read. Open a part of it.") from None
        raise LoadError(f"“{name}” is damaged or of an unknown make and cannot be read.") from error


def _read(
    data: bytes, source: str, name: str, encoding: str, watched: _Watched, progress: Progress
) -> Article:
    if not data.strip():
        raise LoadError(f"“{name}” is empty. Choose a document with a story in it.")
    return _guarded(lambda: _read_form(data, source, name, encoding, progress), name, watched)


def _read_form(data: bytes, source: str, name: str, encoding: str, progress: Progress) -> Article:
    from desktop_app.ingest.sniff import Form, form_of

    form = form_of(data, name)
    if form is Form.MARKDOWN and len(data) > _MOST_MARKDOWN_BYTES:
        form = Form.TEXT
    if form is Form.TEXT:
        from desktop_app.ingest.plain import article_from_text, decode

        return article_from_text(decode(data, name, encoding), source, name, progress)
    if form in (Form.HTML, Form.MHTML):
        if len(data) > _MOST_PAGE_BYTES:
            raise LoadError(f"“{name}” is larger than {_MOST_PAGE_BYTES >> 20} MB. Save only the story.")
        if form is Form.MHTML:
            from desktop_app.ingest.html import page_of_mhtml
            from desktop_app.ingest.patience import patiently

            archive = data
            data, encoding = patiently(
                lambda: page_of_mhtml(archive, name), progress, 0.0, "Reading the saved page"
            )
        return _read_html(data, source, name, encoding, progress)
    from desktop_app.ingest import blocks

    document: blocks.Document
    if form is Form.MARKDOWN:
        from desktop_app.ingest.markdown import read_markdown
        from desktop_app.ingest.plain import decode

        document = read_markdown(decode(data, name, encoding), part_of(progress, 0.0, 0.6))
    elif form is Form.WORD:
        from desktop_app.ingest.word import read_word

        document = read_word(data, name, part_of(progress, 0.0, 0.6))
    elif form is Form.OPEN_DOCUMENT:
        from desktop_app.ingest.open_document import read_open_document

        document = read_open_document(data, name, part_of(progress, 0.0, 0.6))
    elif form is Form.EPUB:
        from desktop_app.ingest.epub import read_epub

        document = read_epub(data, name, part_of(progress, 0.0, 0.6))
    else:
        from desktop_app.ingest.pdf_process import read_pdf_apart

        document = read_pdf_apart(data, name, part_of(progress, 0.0, 0.6))
    return blocks.build(document, source, name, part_of(progress, 0.6, 1.0))


def _read_html(data: bytes, source: str, name: str, encoding: str, progress: Progress) -> Article:
    from desktop_app.ingest.blocks import build
    from desktop_app.ingest.html import read_html

    document = read_html(data, name, encoding, part_of(progress, 0.0, 0.6))
    return build(document, source, name, part_of(progress, 0.6, 1.0))

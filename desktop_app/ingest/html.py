"""Web pages: the main text by trafilatura, what surrounds it listed so that it can be put back.

The page is only parsed. No script runs, no picture, style sheet, frame or entity is ever loaded.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from desktop_app.ingest.blocks import Block, Document
from desktop_app.ingest.page_walk import NestedTooDeep, Piece, Region, parse_page, pieces_of
from desktop_app.ingest.patience import TookTooLong, patiently
from desktop_app.ingest.plain import decode, normalise
from desktop_app.model import Kind, LoadError, Progress, no_progress
from desktop_app.text.normalize import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_XML_START = re.compile(r"^\s*<\?xml[^>]{0,300}\?>")
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*?)(?:<!--\s*EndFragment\s*-->|\Z)", re.DOTALL)
_WHOLE_PAGE = re.compile(r"<(?:!doctype|head|title|meta\s+(?:name|property))\b", re.IGNORECASE)

_REPORT_EVERY = 1000
_MOST_ELEMENTS = 60_000
"""In longer pages no story is looked for, which would take minutes: a news page has a few thousand."""
_MOST_DROPPED = 300
"""Passages that are listed as left out; no reader looks through more."""
_LONGEST_DROPPED = 4000
"""Characters of one of them."""
_MOST_SEARCHED = 400_000
"""Characters of a story up to which each passage is looked for inside its paragraphs, which takes long."""
_SMALL_PAGE = 120
"""Words: trafilatura is made for pages; of shorter ones all text outside menus is kept."""


def read_html(data: bytes, name: str, encoding: str = "", progress: Progress = no_progress) -> Document:
    """Return the document of a page's bytes.

    ``encoding`` is what the server said; without it the page's own word counts. Raises LoadError for
    bytes that are no text.
    """
    declared = encoding or _declared(data)
    text = normalise(decode(data, name, declared))
    progress(0.1, "Reading the page")
    fragment = _FRAGMENT.search(text)
    if fragment:
        text = fragment.group(1)
    text = _XML_START.sub("", text)
    whole = fragment is None and bool(_WHOLE_PAGE.search(text[:20_000]))
    tree, deep = _tree(text, name, progress, 0.1)
    if tree is None:
        return Document()
    pieces = []
    for number, piece in enumerate(pieces_of(tree)):
        if number % _REPORT_EVERY == 0:
            progress(0.2, "Reading the page")
        pieces.append(piece)
    progress(0.4, "Finding the story in the page")
    document = None
    if whole and not deep and tree.xpath("count(//*)") <= _MOST_ELEMENTS:
        try:
            page = patiently(lambda: _extract(tree), progress, 0.4, "Finding the story in the page")
        except TookTooLong:
            page = None  # all text is better than none
        document = _main_text(page, pieces) if page is not None else None
    progress(0.9, "Finding the story in the page")
    return document or _everything(pieces)


def read_fragment(
    data: bytes, name: str, progress: Progress = no_progress, fraction: float = 0.0
) -> Document:
    """Return all text of a page outside menus, without looking for a story in it (a chapter of a book)."""
    text = _XML_START.sub("", normalise(decode(data, name, _declared(data))))
    tree, _ = _tree(text, name, progress, fraction)
    return Document() if tree is None else _everything(list(pieces_of(tree)))


def _tree(text: str, name: str, progress: Progress, fraction: float) -> tuple[_Element | None, bool]:
    try:
        return patiently(lambda: parse_page(text), progress, fraction, "Reading the page")
    except NestedTooDeep:
        raise LoadError(f"“{name}” nests its parts too deeply to be read. Open its text alone.") from None


def _declared(data: bytes) -> str:
    match = _CHARSET.search(data[:8192])
    name = match.group(1).decode("ascii", "ignore") if match else ""
    # Where this can be read byte by byte, the page is not as wide as it says; word processors say so.
    return "" if name.lower().replace("_", "-").startswith(("utf-16", "utf-32", "unicode")) else name


def _everything(pieces: list[Piece]) -> Document:
    """All text outside menus and the like, where there is no page to find a story in."""
    document = Document()
    for piece in pieces:
        if piece.region is Region.FRAME:
            continue
        kind = Kind.CAPTION if piece.region is Region.CAPTION else Kind.BODY if piece.row else None
        document.blocks.append(Block(piece.text, kind))
    if not document.blocks:
        document.blocks = [Block(piece.text) for piece in pieces]
    else:
        _list_dropped(document, pieces, [block.text for block in document.blocks])
    return document


def _main_text(page: Any, pieces: list[Piece]) -> Document:
    """The story that trafilatura found, with what the page says of itself."""
    found = list(_blocks_of(page.body)) if page.body is not None else []
    main = [piece for piece in pieces if piece.region is Region.MAIN]
    words = sum(len(piece.text.split()) for piece in main)
    kept = sum(len(block.text.split()) for block in found)
    if words <= _SMALL_PAGE or (len(found) == 1 and len(main) > 2) or kept == 0:
        document = _everything(pieces)
    else:
        document = Document(blocks=found)
        _list_dropped(document, pieces, [block.text for block in found], page.title or "")
    document.title = page.title or ""
    for key, value in (
        ("author", page.author),
        ("date", page.date),
        ("site", page.sitename),
        ("address", page.url),
        ("language", page.language),
    ):
        if value:
            document.metadata[key] = str(value)[:500]
    return document


def _extract(tree: _Element) -> Any:
    """What trafilatura makes of a page; None where it finds no story."""
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return bare_extraction(
        tree,
        include_comments=False,
        include_tables=True,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True},
    )


def _blocks_of(body: _Element) -> Iterator[Block]:
    """Turn trafilatura's elements into blocks: paragraphs, heads, list items, quotations, table rows."""
    from lxml import etree

    buffer: list[str] = []
    cells: list[str] = []
    in_row = 0

    def flush() -> Iterator[Block]:
        joined = "".join(buffer)
        buffer.clear()
        for line in joined.split("\n\n"):
            if text := " ".join(line.split()):
                if in_row:
                    cells.append(text)
                else:
                    yield Block(text)

    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        block = tag in ("p", "head", "item", "quote", "cell", "row", "list", "table", "code", "div", "body")
        if event == "start":
            if block:
                yield from flush()
            in_row += tag == "row"
            if tag == "lb":
                buffer.append("\n")
            buffer.append(element.text or "")
            continue
        if block:
            yield from flush()
        if tag == "row":
            in_row -= 1
            if cells and not in_row:
                yield Block(" | ".join(cells), Kind.BODY)
                cells.clear()
        if tag != "body":
            buffer.append(element.tail or "")


def _list_dropped(document: Document, pieces: list[Piece], kept: list[str], title: str = "") -> None:
    """List what the page shows and the document lacks, each with its place, menus joined to one line.

    The title is put in front of the document later on, so it is not lacking.
    """
    shown = _squash(title)
    squashed = [_squash(text) for text in kept]
    places = {text: index for index, text in reversed(list(enumerate(squashed)))}
    everything = "".join(squashed)
    searchable = len(everything) <= _MOST_SEARCHED and len(pieces) <= 5000
    seen = 0
    container = -1
    for piece in pieces:
        text = _squash(piece.text)
        if text in places:
            seen = max(seen, places[text] + 1)
            container = -1
            continue
        if not text or text == shown or (searchable and text in everything):
            continue
        joins = piece.region is Region.FRAME and piece.container == container and document.dropped
        if joins and len(document.dropped[-1][1]) < _LONGEST_DROPPED:
            place, before = document.dropped[-1]
            document.dropped[-1] = (place, f"{before} · {piece.text}")
        elif len(document.dropped) < _MOST_DROPPED:
            document.dropped.append((seen, piece.text[:_LONGEST_DROPPED]))
        container = piece.container if piece.region is Region.FRAME else -1


def _squash(text: str) -> str:
    return "".join(fold(text).split())


def page_of_mhtml(data: bytes, name: str) -> tuple[bytes, str]:
    """Return the page of a saved web archive (.mhtml) and its encoding. Raises LoadError if there is none."""
    from email import policy
    from email.parser import BytesParser

    message = BytesParser(policy=policy.compat32).parsebytes(data)
    for number, part in enumerate(message.walk()):
        if number > 2000:
            break
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                return payload, str(part.get_content_charset() or "")
    raise LoadError(f"“{name}” is a saved page without text. Save it again as a web page.")

"""The text of a page, block by block in reading order, each with the part of the page it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "head",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "button",
        "select",
        "textarea",
        "audio",
        "video",
        "canvas",
        "map",
        "dialog",
        "input",
    ]
)
_FRAME = frozenset(["nav", "footer", "aside", "form", "menu"])
_FRAME_ROLE = frozenset(
    ["navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "dialog"]
)
_CAPTION = frozenset(["figcaption", "caption"])
_CELLS = frozenset({"td", "th"})
# Stand for a cell's start and for an empty line while a block is gathered; no page holds them.
_CELL = "\x1f"
_BREAK = "\x1e"
# Marks that lead to a note and back; the note itself is kept.
_NOTE_ROLES = frozenset({"doc-noteref", "doc-backlink"})
_NOTE_CLASSES = frozenset({"footnote-ref", "footnote-back", "footnote-backref", "noteref", "mw-editsection"})


class Region(StrEnum):
    """The part of a page in which a block stands."""

    MAIN = "main"
    FRAME = "frame"
    """Menus, footers, asides, forms."""
    CAPTION = "caption"


class NestedTooDeep(Exception):  # noqa: N818 - an outcome that callers have an answer to
    """A page whose parts lie in each other deeper than the parser goes."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of text as it stands in the page, and the part of the page it stands in."""

    text: str
    region: Region
    container: int
    row: bool = False  # a row of a table, its cells between bars


def parse_page(text: str) -> tuple[_Element | None, bool]:
    """Return the tree of a page's source (None where there is none) and whether it is a deep one.

    Nothing that the page refers to is loaded. A deep tree is for code that does not recur. Raises
    NestedTooDeep where a part of the page would be left out.
    """
    tree, whole = _parsed(text, huge=False)
    if whole:
        return tree, False
    tree, whole = _parsed(text, huge=True)
    if not whole:
        raise NestedTooDeep
    return tree, True


def _parsed(text: str, *, huge: bool) -> tuple[_Element | None, bool]:
    """Return the tree and whether it holds the whole page; ``huge`` lifts most bounds of the parser."""
    from lxml import etree
    from lxml.html import HTMLParser

    parser = HTMLParser(  # type: ignore[no-untyped-call]
        encoding="utf-8",
        recover=True,
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=huge,
    )
    try:
        tree = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError):
        tree = None
    # At a bound the parser stops without a word but this one.
    return tree, not any("XML_PARSE_HUGE" in entry.message for entry in parser.error_log)


def pieces_of(tree: _Element) -> Iterator[Piece]:
    """Yield the blocks of text of a page in reading order, without recursion."""
    from lxml import etree

    regions = [Region.MAIN]
    containers = [0]
    skipping = 0
    breaks = 0
    buffer: list[str] = []

    def flush(*, row: bool = False) -> Iterator[Piece]:
        joined = "".join(buffer)
        buffer.clear()
        for line in joined.split(_BREAK):
            if row:
                line = " | ".join(cell for cell in line.split(_CELL) if cell.strip())
            if text := " ".join(line.replace(_CELL, " ").split()):
                yield Piece(text, regions[-1], containers[-1], row)

    for number, (event, element) in enumerate(etree.iterwalk(tree, events=("start", "end"))):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if skipping or tag in _SKIPPED or _is_unseen(element):
                skipping += 1
                continue
            if tag == "br":
                breaks += 1
                buffer.append(_BREAK if breaks == 2 else " ")
            elif _is_plain_cell(element):
                buffer.append(_CELL)
            elif tag in _BLOCKS:
                yield from flush()
                regions.append(_region(element, tag, regions[-1]))
                containers.append(number if tag in _FRAME or tag in ("ul", "ol") else containers[-1])
            if element.text and element.text.strip():
                buffer.append(element.text)
                breaks = 0
            elif element.text:
                buffer.append(" ")
            continue
        if skipping:
            skipping -= 1
        elif tag in _BLOCKS and not _is_plain_cell(element):
            yield from flush(row=tag == "tr")
            regions.pop()
            containers.pop()
        if not skipping and element.tail:
            buffer.append(" " + element.tail if tag == "br" else element.tail)
            breaks = 0 if element.tail.strip() else breaks
    yield from flush()


def _is_plain_cell(element: _Element) -> bool:
    """Whether a cell of a table holds words alone, no blocks of text."""
    return element.tag in _CELLS and not any(child.tag in _BLOCKS for child in element)


def _is_unseen(element: _Element) -> bool:
    attributes = element.attrib
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    if attributes.get("role") in _NOTE_ROLES or not _NOTE_CLASSES.isdisjoint(
        attributes.get("class", "").split()
    ):
        return True
    style = attributes.get("style", "")
    return bool(style) and bool(re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style))


def _region(element: _Element, tag: str, outer: Region) -> Region:
    if outer is Region.FRAME:
        return outer
    if tag in _FRAME or element.get("role", "") in _FRAME_ROLE:
        return Region.FRAME
    if tag in _CAPTION or outer is Region.CAPTION:
        return Region.CAPTION
    return outer

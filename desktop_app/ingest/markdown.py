"""Markdown documents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.ingest.blocks import Block, Document
from desktop_app.ingest.patience import TookTooLong, patiently
from desktop_app.model import Kind, Progress, no_progress
from desktop_app.text.paragraphs import split_paragraphs

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"^(title|author|date|lang|language)\s*:\s*(.{1,500})$", re.IGNORECASE | re.MULTILINE)
_MOST_NESTING = 100
"""What lies deeper (two steps for a list in a list) the parser leaves out."""
_TAGS = re.compile(r"<[^<>]{0,500}>")


def read_markdown(text: str, progress: Progress = no_progress) -> Document:
    """Return the document of a Markdown text: paragraphs, headings, list items, quotations, table rows.

    A front matter block becomes metadata; the description of a picture is listed as dropped. What nests too
    deeply, or takes too long to be parsed, is read as plain text.
    """
    from markdown_it import MarkdownIt

    metadata, text = _front_matter(text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
    document = Document(title=metadata.pop("title", ""), metadata=metadata)
    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _MOST_NESTING}).enable("table")
    try:
        tokens = patiently(lambda: parser.parse(text), progress, 0.3, "Reading the Markdown text")
    except TookTooLong:
        tokens = []
    if not tokens or any(token.level >= _MOST_NESTING - 1 for token in tokens):
        document.blocks = [Block(paragraph) for paragraph in split_paragraphs(text)]
    else:
        _read_tokens(tokens, document)
    return document


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """Return what the block in front of a text says of it, and the text behind that block."""
    front = _FRONT.match(text)
    if not front:
        return {}, text
    found = {}
    for key, value in _FIELD.findall(front.group(1)):
        field = {"lang": "language"}.get(key.lower(), key.lower())
        found[field] = value.strip().strip("\"'")
    return found, text[front.end() :]


def _read_tokens(tokens: list[Token], document: Document) -> None:
    """Add the blocks of a parsed text; the first heading becomes the title of a document without one."""
    row: list[str] | None = None
    heading = ""
    for token in tokens:
        if token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            if row:
                document.blocks.append(Block(" | ".join(row), Kind.BODY))
            row = None
        elif token.type == "heading_open":
            heading = token.tag
        elif token.type == "heading_close":
            heading = ""
        elif token.type == "inline":
            words = _words(token.children or [], document)
            if row is not None:
                row.append(words)
            elif heading == "h1" and not document.title and words and not document.blocks:
                document.title = words
                document.blocks.append(Block(words, Kind.HEADLINE))
            elif words:
                document.blocks.append(Block(words, Kind.BODY if heading else None))
        elif token.type in ("fence", "code_block", "html_block"):
            content = token.content if token.type != "html_block" else _TAGS.sub(" ", token.content)
            if content.strip():
                document.blocks.append(Block(" ".join(content.split())))


def _words(children: list[Token], document: Document) -> str:
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline"):
            parts.append(child.content)
        elif child.type == "softbreak":
            parts.append(" ")
        elif child.type == "hardbreak":
            parts.append("\n")
        elif child.type == "image" and child.content:
            document.dropped.append((len(document.blocks), child.content))
    return "\n".join(" ".join(line.split()) for line in "".join(parts).split("\n")).strip()

"""Read annotated articles: plain paragraphs with marks such as ``[PERSON Ada Oyelaran] told [ORG Radio 5]``.

An article starts with a line ``# id: xyz author: a``; an empty line parts paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.model import EntityType

_MARK = re.compile(r"\[(" + "|".join(kind.value for kind in EntityType) + r") ([^\[\]]+)\]")
_HEAD = re.compile(r"#\s*id:\s*(\S+)(?:\s+author:\s*(\S+))?")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A marked name: half-open code point offsets in its paragraph and its type."""

    start: int
    end: int
    type: EntityType


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article of the corpus: paragraphs without marks, and the marks of each."""

    id: str
    author: str
    paragraphs: tuple[str, ...]
    annotations: tuple[tuple[Annotation, ...], ...]


def parse_paragraph(text: str) -> tuple[str, tuple[Annotation, ...]]:
    """Return a paragraph without its marks, and the marks.

    Raises ValueError for a bracket that is no mark.
    """
    plain: list[str] = []
    found: list[Annotation] = []
    position = length = 0
    for mark in _MARK.finditer(text):
        between = text[position : mark.start()]
        plain += [between, mark[2]]
        start = length + len(between)
        length = start + len(mark[2])
        found.append(Annotation(start, length, EntityType(mark[1])))
        position = mark.end()
    plain.append(text[position:])
    joined = "".join(plain)
    if "[" in joined or "]" in joined:
        raise ValueError(f"a bracket is no mark: {text[:80]}")
    return joined, tuple(found)


def parse_corpus(text: str) -> list[AnnotatedArticle]:
    """Return the articles of one corpus file; raises ValueError where a mark is malformed."""
    articles: list[AnnotatedArticle] = []
    head, blocks = ("", ""), list[str]()

    def close() -> None:
        paragraphs = [parse_paragraph(block) for block in blocks]
        if paragraphs:
            articles.append(
                AnnotatedArticle(
                    *head, tuple(p for p, _ in paragraphs), tuple(marks for _, marks in paragraphs)
                )
            )

    for block in re.split(r"\n\s*\n", text):
        lines = block.strip().splitlines()
        while lines and lines[0].startswith("#"):
            match = _HEAD.match(lines.pop(0))
            if match:
                close()
                head, blocks = (match[1], match[2] or ""), []
        if lines:
            blocks.append(" ".join(line.strip() for line in lines))
    close()
    return articles


def read_corpus(files: Iterable[Path]) -> list[AnnotatedArticle]:
    """Read corpus files in the order of their names; raises ValueError naming the file of a bad mark."""
    articles: list[AnnotatedArticle] = []
    for file in sorted(files):
        try:
            articles += parse_corpus(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise ValueError(f"{file.name}: {error}") from error
    return articles

"""Changes told, and not told, on many invented pairs of sentences (``told*.txt`` beside this file)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop_app.align import align
from desktop_app.compare import compare
from desktop_app.model import Article, Change, Link, Origin, Pair

_MARKED = re.compile(r"\[\[(.*?)\]\]")
Spans = list[tuple[int, int]]


def _cases() -> list[tuple[str, str, str]]:
    files = sorted(Path(__file__).parent.glob("told*.txt"))
    texts = [file.read_text(encoding="utf-8") for file in files]
    blocks = [block.strip().splitlines() for text in texts for block in text.split("\n\n")]
    return [(kind, left[2:], right[2:]) for kind, left, right in (b for b in blocks if len(b) == 3)]


def _plain(marked: str) -> tuple[str, Spans]:
    text, spans, place = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[place : match.start()]
        spans.append((len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        place = match.end()
    return text + marked[place:], spans


def _changes(left: str, right: str) -> tuple[Change, ...]:
    articles = Article.from_paragraphs([left]), Article.from_paragraphs([right])
    link = Link((0,), (0,), (Pair(0, 0, 1.0),), 1.0, origin=Origin.MANUAL)
    return compare(*articles, alignment=align(*articles, fixed=[link])).changes


def _meets(start: int, end: int, spans: Spans) -> bool:
    return not spans or any(a < end and start < b for a, b in spans)


@pytest.mark.parametrize(("kind", "left", "right"), _cases())
def test_changes_are_told_where_readers_see_them(kind: str, left: str, right: str) -> None:
    (first, left_spans), (second, right_spans) = _plain(left), _plain(right)
    told = _changes(first, second)
    assert [change.kind.value for change in told] == ([] if kind == "none" else [kind])
    for change in told:
        assert _meets(change.left.start, change.left.end, left_spans)
        assert _meets(change.right.start, change.right.end, right_spans)
        assert change.note.endswith(".")

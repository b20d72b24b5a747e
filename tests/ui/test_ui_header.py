"""The heads of the panes begin where their texts begin."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QImage
from ui_pairs import made_pair

from desktop_app.compare import compare
from desktop_app.model import Article, Side
from desktop_app.ui.reading.header import ElidedLabel
from desktop_app.ui.reading.reading_view import ReadingView

Show = Callable[..., ReadingView]

ARABIC = [
    "قطار جديد إلى الميناء",
    "أعلن الوزير عن بناء خط قطار جديد إلى الميناء.",
    "سيبدأ العمل في شهر مايو وينتهي بعد ثلاث سنوات.",
]
ENGLISH = ["A train to the port", "The minister announced a railway to the port.", "Work begins in May."]


def inked(label: ElidedLabel) -> tuple[float, float]:
    """Return the shares of a label's width at which its words begin and end, as they are painted."""
    image = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    ground = image.pixelColor(0, 0).value()
    columns = [
        x
        for x in range(image.width())
        if any(abs(image.pixelColor(x, y).value() - ground) > 60 for y in range(image.height()))
    ]
    return columns[0] / image.width(), columns[-1] / image.width()


@pytest.mark.parametrize("rows", [False, True])
def test_title_and_facts_stand_at_the_edge_where_the_text_begins(show_pair: Show, rows: bool) -> None:
    pair = compare(Article.from_paragraphs(ARABIC), Article.from_paragraphs(ENGLISH))
    view = show_pair(pair)
    view.set_layout_name("rows" if rows else "flow")
    for label in (view.headers[Side.LEFT].title, view.headers[Side.LEFT].facts):
        begin, end = inked(label)
        assert begin > 0.1
        assert end > 0.95
    for label in (view.headers[Side.RIGHT].title, view.headers[Side.RIGHT].facts):
        begin, end = inked(label)
        assert begin < 0.05
        assert end < 0.9
    view.set_comparison(compare(Article.from_paragraphs(ENGLISH), Article.from_paragraphs(ARABIC)))
    assert inked(view.headers[Side.LEFT].title)[0] < 0.05


def test_a_narrow_head_keeps_what_both_share(show_pair: Show) -> None:
    pair = compare(Article.from_paragraphs(ENGLISH * 3), Article.from_paragraphs(ENGLISH))
    facts = show_pair(pair).headers[Side.LEFT].facts
    texts = [facts.text(), *facts.shorter]
    assert [text.count("·") for text in texts] == [2, 1, 0]
    assert all(text.endswith("also on the right") for text in texts)
    for text in texts:
        facts.resize(facts.fontMetrics().horizontalAdvance(text) + 1, facts.height())
        begin, end = inked(facts)
        assert begin < 0.05
        assert end > 0.9


def title_edges(view: ReadingView) -> list[int]:
    for header in view.headers.values():
        header.layout().activate()
    return [view.headers[side].title.x() for side in Side]


def test_a_long_pair_has_its_titles_in_place_before_it_is_laid_out(show_pair: Show) -> None:
    view = show_pair(made_pair(3, count=1200))
    edges = title_edges(view)
    view.set_comparison(made_pair(4, count=12))
    assert title_edges(view) != edges  # shorter numbers take less room
    view.set_comparison(made_pair(3, count=1200))
    assert view.filler.busy
    assert title_edges(view) == edges


def test_a_caret_is_shown_only_in_a_text(show_pair: Show) -> None:
    view = show_pair(made_pair(5, count=6))
    assert view.panes[Side.LEFT].cursorWidth() == 1
    view.set_comparison(None)
    assert view.panes[Side.LEFT].cursorWidth() == 0

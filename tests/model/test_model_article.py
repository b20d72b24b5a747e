"""Numbers beside paragraphs, and spans that share text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model import Article, Kind, Span


@pytest.mark.parametrize(
    ("kinds", "numbers"),
    [
        ([Kind.HEADLINE, Kind.BODY, Kind.BODY], [0, 1, 2]),
        ([Kind.BODY, Kind.BODY], [1, 2]),
        ([Kind.BOILERPLATE, Kind.HEADLINE, Kind.BODY], [1, 0, 2]),
        ([], []),
    ],
)
def test_the_headline_takes_no_number_wherever_it_stands(kinds: list[Kind], numbers: list[int]) -> None:
    article = Article.from_paragraphs([f"Text {n}." for n in range(len(kinds))], kinds=kinds)
    assert [article.number_of(n) for n in range(len(kinds))] == numbers


@given(st.lists(st.sampled_from(Kind)))
def test_numbers_have_no_gap(kinds: list[Kind]) -> None:
    article = Article.from_paragraphs(["Text."] * len(kinds), kinds=kinds)
    shown = [n for n in map(article.number_of, range(len(kinds))) if n]
    assert shown == list(range(1, len(shown) + 1))


def test_spans_overlap_where_they_share_text_of_one_paragraph() -> None:
    span = Span(1, 4, 8)
    assert span.overlaps(Span(1, 7, 9))
    assert span.overlaps(Span(1, 0, 20))
    assert not span.overlaps(Span(1, 8, 9))
    assert not span.overlaps(Span(1, 0, 4))
    assert not span.overlaps(Span(2, 4, 8))

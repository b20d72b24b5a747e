"""Words looked up in a bead: the indexes find what going through all words finds."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.compare.bead_making import whole_bead
from desktop_app.compare.beads import Bead, Region
from desktop_app.model import Article, Link, Span
from desktop_app.text.prepare import prepare

TEXT = "the mill of Tarn was closed before workers signed and never refused it open"
WORDS = TEXT.split()


def some_bead(seed: int) -> Bead:
    rng = random.Random(seed)  # noqa: S311 - texts, not secrets

    def article() -> Article:
        lines = []
        for _ in range(rng.randint(1, 3)):
            sentences = [[rng.choice(WORDS) for _ in range(rng.randint(1, 12))] for _ in range(3)]
            lines.append(" ".join(" ".join(words).capitalize() + "." for words in sentences))
        return prepare(Article.from_paragraphs(lines))

    left, right = article(), article()
    link = Link(tuple(range(len(left.paragraphs))), tuple(range(len(right.paragraphs))), (), 0.9)
    return whole_bead(left, right, 0, link)


def obvious_place(region: Region, span: Span) -> tuple[int, int] | None:
    found = [
        number
        for number, word in enumerate(region.words)
        if word.paragraph == span.paragraph and word.start < span.end and word.end > span.start
    ]
    return (found[0], found[-1] + 1) if found else None


@given(st.integers(0, 10_000), st.integers(0, 3), st.integers(0, 90), st.integers(0, 30))
def test_spans_are_found_as_by_going_through_all_words(
    seed: int, paragraph: int, start: int, size: int
) -> None:
    region = some_bead(seed).left
    span = Span(paragraph, start, start + size)
    assert region.place(span) == obvious_place(region, span)


@given(st.integers(0, 10_000))
def test_words_are_found_by_form_stem_and_family(seed: int) -> None:
    region = some_bead(seed).left
    for word in region.words[:4]:
        assert region.with_stem((word.stem,)) == [
            i for i, w in enumerate(region.words) if w.stem == word.stem
        ]
        assert region.with_near((word.near,)) == [
            i for i, w in enumerate(region.words) if w.near == word.near
        ]
        both = {word.low, "mill"}
        assert region.with_form(both) == [i for i, w in enumerate(region.words) if w.low in both]

"""The whole comparison: what must hold for any two texts."""

from __future__ import annotations

import pytest
from helpers import REAL_PAIR
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from desktop_app.compare import compare, summarize
from desktop_app.ingest import load
from desktop_app.model import (
    Article,
    Cancelled,
    ChangeKind,
    Comparison,
    QuotationState,
    Side,
)

STORY = [
    "Ferry sinks off Cape Tarn after storm warning was ignored",
    "The ferry Alma sank off Cape Tarn on Tuesday with 112 passengers on board, the coast guard said.",
    "“The sea rose without any warning and the lamps went out,” Greta Holm, a nurse, told reporters.",
    "Captain Anton Brandt may face charges, prosecutors said. He had never sailed in such weather.",
    "At least 12 lifeboats were launched before the ship went down at 4:30 a.m. nine miles from the shore.",
    "“We did what we could,” said Jonas Wik, who leads the rescue service. “It was not enough.”",
    "The owner, Nordlys Lines, paid 1.2 million crowns for the ship in May 2019.",
]
EXTRA = (
    "A museum in Velmar will show old maps of the mountains from next spring, its director told a magazine."
)


def pair(left: list[str], right: list[str]) -> Comparison:
    return compare(Article.from_paragraphs(left), Article.from_paragraphs(right))


def test_an_article_with_itself() -> None:
    comparison = pair(STORY, STORY)
    assert comparison.changes == ()
    assert {match.state for match in comparison.quotations} == {QuotationState.VERBATIM}
    assert all(match.speaker_differs is None for match in comparison.quotations)
    assert comparison.left_coverage == comparison.right_coverage == 1.0
    assert comparison.only_left == comparison.only_right == ()


def test_changing_one_figure_gives_exactly_that_change() -> None:
    for old, new in (("112", "121"), ("nine", "six"), ("1.2 million", "2.1 million"), ("12 life", "13 life")):
        altered = [text.replace(old, new) for text in STORY]
        comparison = pair(STORY, altered)
        assert [change.kind for change in comparison.changes] == [ChangeKind.FIGURE], (
            old,
            comparison.changes,
        )
        assert old.split()[0] in comparison.changes[0].left.text
        assert new.split()[0] in comparison.changes[0].right.text


def test_adding_a_paragraph_adds_only_one_sided_content() -> None:
    for place in (1, 3, len(STORY)):
        longer = [*STORY[:place], EXTRA, *STORY[place:]]
        comparison = pair(STORY, longer)
        assert comparison.changes == ()
        assert comparison.only_left == ()
        assert {passage.paragraph for passage in comparison.only_right} == {place}
        assert comparison.left_coverage == 1.0
        assert comparison.right_coverage < 1.0


def mirror(comparison: Comparison) -> tuple[object, ...]:
    states = {
        QuotationState.ONLY_LEFT: QuotationState.ONLY_RIGHT,
        QuotationState.ONLY_RIGHT: QuotationState.ONLY_LEFT,
    }
    quotes = {
        (
            states.get(m.state, m.state),
            m.right.text if m.right else None,
            m.left.text if m.left else None,
            m.shortened.other if m.shortened else None,
            m.speaker_differs,
        )
        for m in comparison.quotations
    }
    changes = {(c.kind, c.right, c.left) for c in comparison.changes}
    return quotes, changes, comparison.only_right, comparison.only_left


def plain(comparison: Comparison) -> tuple[object, ...]:
    quotes = {
        (
            m.state,
            m.left.text if m.left else None,
            m.right.text if m.right else None,
            m.shortened,
            m.speaker_differs,
        )
        for m in comparison.quotations
    }
    return (
        quotes,
        {(c.kind, c.left, c.right) for c in comparison.changes},
        comparison.only_left,
        comparison.only_right,
    )


def test_swapping_the_sides_mirrors_everything() -> None:
    other = [
        "Storm warning was ignored before ferry sank off Cape Tarn",
        "With 121 passengers on board the ferry Alma sank off Cape Tarn on Wednesday, the coast guard said.",
        "“The sea rose without warning and the lamps went out,” Greta Holm, a nurse, told reporters.",
        "Captain Anton Brandt will face charges, prosecutors said.",
        EXTRA,
        "“We tried what we could,” said Jonas Vik, who leads the rescue service.",
    ]
    assert mirror(pair(STORY, other)) == plain(pair(other, STORY))


@pytest.mark.skipif(not all(path.exists() for path in REAL_PAIR), reason="the articles are not there")
def test_the_real_pair_mirrors() -> None:
    left, right = (load(path) for path in REAL_PAIR)
    assert mirror(compare(left, right)) == plain(compare(right, left))


sentences = st.sampled_from(
    [
        "Greta Holm said 12 boats were lost.",
        "“We lost 12 boats,” Greta Holm said.",
        "The port may close on Friday.",
        "The port will not close on Monday (Feb 7).",
        "Nobody was hurt, at least 3 people said.",
        "‘No,’ she said.",
        "Anton Brandt paid $5 million in May 2019.",
        "🙂 naïve café “quote",
        "THE PORT IS CLOSED",
        "«Oui», dit-elle.",
    ]
)
texts = st.lists(st.lists(sentences, min_size=1, max_size=4).map(" ".join), max_size=5)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(texts, texts)
def test_offsets_cut_the_shown_text(left: list[str], right: list[str]) -> None:
    check(pair(left, right))


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), max_size=4), st.lists(st.text(max_size=60), max_size=4))
def test_any_unicode(left: list[str], right: list[str]) -> None:
    check(pair(left, right))


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(texts)
def test_any_article_with_itself(paragraphs: list[str]) -> None:
    assume(len(set(paragraphs)) == len(paragraphs))
    comparison = pair(paragraphs, paragraphs)
    assert all(
        match.state is QuotationState.VERBATIM
        for match in comparison.quotations
        if match.left and match.right
    )


def check(comparison: Comparison) -> None:
    for side in Side:
        article = comparison.article(side)
        for change in comparison.changes:
            assert article.text_at(change.on(side)) == change.on(side).text
        for match in comparison.quotations:
            quotation = match.on(side)
            if quotation is not None:
                assert quotation.text == " ".join(article.text_at(piece) for piece in quotation.pieces)
        for passage in comparison.only(side):
            assert article.text_at(passage).strip()
            assert passage.words > 0
        assert 0.0 <= comparison.coverage(side) <= 1.0
    assert all(sentence.endswith(".") for sentence in summarize(comparison))


def test_progress_rises_and_ends_at_one() -> None:
    seen: list[float] = []
    compare(
        Article.from_paragraphs(STORY),
        Article.from_paragraphs(STORY),
        lambda done, _: seen.append(done),
    )
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 10


def test_a_raising_progress_cancels() -> None:
    def stop(done: float, _: str) -> None:
        if done > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        compare(Article.from_paragraphs(STORY), Article.from_paragraphs(STORY), stop)


def test_progress_is_called_often_on_a_long_pair() -> None:
    paragraphs = [
        text.replace("112", str(200 + n)).replace("Alma", f"Alma{n}") for n in range(60) for text in STORY
    ]
    told: list[float] = []
    compare(
        Article.from_paragraphs(paragraphs),
        Article.from_paragraphs(paragraphs),
        lambda done, _: told.append(done),
    )
    assert len(told) > 50


def test_summary_tells_when_only_the_headlines_correspond() -> None:
    left = ["Kilnford ferry raised from the harbour floor", "The hull lay there for eleven winters."]
    right = ["Kilnford ferry raised from the harbour floor", "Tickets for the museum go on sale in May."]
    lines = summarize(pair(left, right))
    assert lines[0] == "No body paragraph of the left is also on the right."


def test_summary_tells_counts_in_plain_sentences() -> None:
    altered = [
        text.replace("112", "121").replace("the lamps went out", "the lights went out") for text in STORY
    ]
    lines = summarize(pair(STORY, [*altered, EXTRA]))
    assert lines[0] == "6 of 6 body paragraphs of the left are also on the right, in the same order."
    assert "1 of 2 shared quotations is worded differently." in lines
    assert "1 figure disagrees." in lines
    assert any(line.startswith("The right adds 1 paragraph") for line in lines)


def test_summary_of_the_same_words() -> None:
    rewrapped = [text.replace(" ", "  ", 1) for text in STORY]
    assert summarize(pair(STORY, rewrapped)) == ["Both tell the story in the same words."]


def test_summary_of_nothing_in_common() -> None:
    lines = summarize(pair(["The moon rose."], ["Quarterly sales of buttons doubled in Velmar."]))
    assert lines == ["No paragraph of the left corresponds to one of the right."]

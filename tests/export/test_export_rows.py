"""The rows and pieces behind a hand-over: nothing lost, nothing twice, in order."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from made_comparisons import comparisons, few, made_comparison

from desktop_app.export.rows import Row, RowKind, cut, pieces_of, places, rows_of
from desktop_app.export.summary import body_counts
from desktop_app.export.words import percent
from desktop_app.model import Comparison, Side
from desktop_app.text.word_diff import Mark, Step


@few
@given(comparisons())
def test_every_paragraph_stands_in_one_row(comparison: Comparison) -> None:
    rows = rows_of(comparison)
    lefts = [p for row in rows for p in row.left]
    assert sorted(lefts) == list(range(len(comparison.left.paragraphs)))
    level = [p for row in rows if row.kind is not RowKind.ELSEWHERE for p in row.right]
    assert sorted(level) == list(range(len(comparison.right.paragraphs)))
    links = [row.link for row in rows if row.link is not None and row.kind is not RowKind.ELSEWHERE]
    assert sorted(links) == list(range(len(comparison.alignment.links)))
    referred = [p for row in rows if row.kind is RowKind.ELSEWHERE for p in row.right]
    assert len(referred) == len(set(referred))


@few
@given(comparisons())
def test_pieces_join_to_the_paragraph(comparison: Comparison) -> None:
    pieces = pieces_of(comparison)
    for side in Side:
        for paragraph in comparison.article(side).paragraphs:
            assert "".join(piece.text for piece in pieces[side, paragraph.index]) == paragraph.text


def test_rows_follow_the_order_of_both_sides() -> None:
    rows = rows_of(made_comparison())
    assert rows == [
        Row(RowKind.LINKED, (0,), (0,), 0),
        Row(RowKind.ASIDE, right=(1,)),
        Row(RowKind.ELSEWHERE, right=(2,), link=4),
        Row(RowKind.LINKED, (1,), (3, 4), 1),
        Row(RowKind.LINKED, (2,), (5,), 2),
        Row(RowKind.LINKED, (3,), (6,), 3),
        Row(RowKind.MOVED, (4,), (2,), 4),
        Row(RowKind.ASIDE, (5,)),
        Row(RowKind.ONLY_RIGHT, right=(7,)),
    ]


def test_pieces_carry_marks_and_facts() -> None:
    text = "one two three"
    pieces = cut(text, [Mark(4, 7, Step.NEW), Mark(0, 3, Step.SAME)], [(0, 7, 5)])
    assert [(p.text, p.step, p.changes, p.ends) for p in pieces] == [
        ("one", None, (5,), ()),
        (" ", None, (5,), ()),
        ("two", Step.NEW, (5,), (5,)),
        (" three", None, (), ()),
    ]


def test_counts_and_places_speak_as_readers_count() -> None:
    comparison = made_comparison()
    assert body_counts(comparison, Side.LEFT) == (4, 4)
    assert body_counts(comparison, Side.RIGHT) == (6, 5)
    assert places(comparison, (3,), (4, 5)) == "¶3 ↔ ¶4, 5"
    headless = replace(comparison, left=replace(comparison.left, paragraphs=comparison.left.paragraphs[1:]))
    assert places(headless, (3,), ()) == "¶4"


def test_a_share_is_never_rounded_to_all_or_nothing() -> None:
    assert [percent(share) for share in (0, 0.001, 0.5, 0.999, 1)] == ["0 %", "1 %", "50 %", "99 %", "100 %"]

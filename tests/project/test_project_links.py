"""Links edited by hand keep what an alignment promises, whatever the edits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_comparisons import comparisons, few, made_comparison

from desktop_app.model import Alignment, Comparison, Link, Origin, Pair, SentencePair, Side
from desktop_app.model.order import mark_moved
from desktop_app.project import links as edit
from desktop_app.project.links import LinkEditError

Edit = Callable[[Alignment], Alignment]


@st.composite
def edits(draw: st.DrawFn, alignment: Alignment, lefts: int, rights: int) -> Edit:
    """Draw one edit, sensible or not."""
    number = draw(st.integers(0, max(0, len(alignment.links))))
    left, right = draw(st.integers(0, lefts - 1)), draw(st.integers(0, rights - 1))
    side = draw(st.sampled_from(Side))
    paragraph = left if side is Side.LEFT else right
    some_left = draw(st.sets(st.integers(0, lefts - 1), max_size=3))
    some_right = draw(st.sets(st.integers(0, rights - 1), max_size=3))
    return draw(
        st.sampled_from(
            [
                lambda a: edit.link(a, some_left, some_right),
                lambda a: edit.link_pair(a, left, right, side),
                lambda a: edit.add(a, number, side, paragraph),
                lambda a: edit.take(a, side, paragraph),
                lambda a: edit.unlink(a, number),
                lambda a: (
                    edit.split(a, number, a.links[number].left[:1], a.links[number].right[:1])
                    if number < len(a.links)
                    else a
                ),
                lambda a: edit.merge(a, {number, number + 1}),
                lambda a: edit.confirm(a, number),
                lambda a: edit.set_moved(a, number, moved=True),
                lambda a: edit.set_moved(a, number, moved=False),
            ]
        )
    )


def check(alignment: Alignment) -> None:
    """Assert what an alignment promises."""
    for side in Side:
        held = [p for link in alignment.links for p in link.on(side)]
        assert len(held) == len(set(held))
    for link in alignment.links:
        assert link.left
        assert link.right
        assert list(link.left) == sorted(link.left)
        assert list(link.right) == sorted(link.right)
        assert {pair.left for pair in link.pairs} == set(link.left)
        assert {pair.right for pair in link.pairs} == set(link.right)
        assert len({(pair.left, pair.right) for pair in link.pairs}) == len(link.pairs)
    starts = [(min(link.left), min(link.right)) for link in alignment.links]
    assert starts == sorted(starts)
    in_order = [link for link in alignment.links if not link.moved]
    for one, two in pairwise(in_order):
        assert max(one.left) < min(two.left)
        assert max(one.right) < min(two.right)
    together = edit.pairs_of(alignment.links)
    assert all((p.left_paragraph, p.right_paragraph) in together for p in alignment.sentence_pairs)


@few
@given(comparisons(), st.data())
def test_any_edits_keep_the_promises(comparison: Comparison, data: st.DataObject) -> None:
    alignment = Alignment(mark_moved(comparison.alignment.links))
    rejected: tuple[tuple[int, int], ...] = ()
    for _ in range(6):
        change = data.draw(
            edits(alignment, len(comparison.left.paragraphs), len(comparison.right.paragraphs))
        )
        try:
            after = change(alignment)
        except LinkEditError:
            continue
        check(after)
        rejected = edit.rejected_after(rejected, alignment, after)
        assert not set(rejected) & edit.pairs_of(after.links)
        assert edit.pairs_of(alignment.links) <= edit.pairs_of(after.links) | set(rejected)
        alignment = after


def small() -> Alignment:
    return made_comparison().alignment


def groups(alignment: Alignment) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.left, link.right) for link in alignment.links]


def test_linking_takes_paragraphs_from_the_links_they_were_in() -> None:
    after = edit.link(small(), [1], [4, 7])
    assert ((1,), (4, 7)) in groups(after)
    assert ((1,), (3, 4)) not in groups(after)
    made = after.links[after.link_of(Side.LEFT, 1)]
    assert made.origin is Origin.MANUAL
    assert Pair(1, 4, 0.7) in made.pairs
    assert after.sentence_pairs == (SentencePair(1, 1, 4, 0, 0.8),)


def test_linking_what_is_linked_confirms_it() -> None:
    after = edit.link(small(), [3], [6])
    assert after.links[3].origin is Origin.CONFIRMED
    assert after.links[3].score == 0.8


def test_a_dragged_paragraph_joins_the_group_it_is_dropped_on() -> None:
    after = edit.link_pair(small(), 3, 5, Side.LEFT)
    assert ((2, 3), (5,)) in groups(after)
    assert after.link_of(Side.RIGHT, 6) is None
    back = edit.link_pair(small(), 3, 5, Side.RIGHT)
    assert ((3,), (5, 6)) in groups(back)
    assert after.links[after.link_of(Side.LEFT, 3)].pairs[-1] == Pair(3, 5, 1.0)


def test_two_free_paragraphs_start_a_link() -> None:
    after = edit.link_pair(small(), 5, 7)
    assert groups(after)[-1] == ((5,), (7,))


def test_dragging_inside_a_group_adds_the_pair_or_confirms() -> None:
    two = edit.link(small(), [2, 3], [5, 6])
    number = two.link_of(Side.LEFT, 2)
    assert number is not None
    assert Pair(2, 6, 1.0) in edit.link_pair(two, 2, 6).links[number].pairs
    assert edit.link_pair(two, 2, 5) == two


def test_only_the_taken_paragraph_leaves() -> None:
    after = edit.take(small(), Side.RIGHT, 3)
    assert ((1,), (4,)) in groups(after)
    assert edit.take(after, Side.RIGHT, 4).link_of(Side.LEFT, 1) is None


def test_split_and_merge_are_each_others_way_back() -> None:
    joined = edit.merge(small(), [2, 3])
    assert ((2, 3), (5, 6)) in groups(joined)
    number = joined.link_of(Side.LEFT, 2)
    assert number is not None
    assert groups(edit.split(joined, number, [2], [5])) == groups(small())


def test_marking_as_moved_lasts_through_other_edits_and_a_new_alignment() -> None:
    marked = edit.set_moved(small(), 3, moved=True)
    assert [link.moved for link in marked.links] == [False, False, False, True, True]
    later = edit.unlink(marked, 0)
    assert later.links[2].moved
    again = Alignment(mark_moved(marked.links))
    assert not again.links[3].moved
    assert edit.with_movers(again, edit.forced_movers(marked.links)).links == marked.links
    back = edit.set_moved(marked, 3, moved=False)
    assert not back.links[3].moved
    with pytest.raises(LinkEditError, match="crosses"):
        edit.set_moved(small(), 4, moved=False)


def test_parted_pairs_are_remembered_until_linked_again() -> None:
    before = small()
    after = edit.unlink(before, 1)
    rejected = edit.rejected_after((), before, after)
    assert rejected == ((1, 3), (1, 4))
    again = edit.link_pair(after, 1, 3)
    assert edit.rejected_after(rejected, after, again) == ((1, 4),)


def test_fixed_links_are_those_of_a_person() -> None:
    assert [link.left for link in edit.fixed_links(small())] == [(1,), (4,)]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda a: edit.link(a, [], [1]),
        lambda a: edit.add(a, 0, Side.LEFT, 0),
        lambda a: edit.add(a, 0, Side.LEFT, 5, partner=7),
        lambda a: edit.take(a, Side.LEFT, 5),
        lambda a: edit.unlink(a, 99),
        lambda a: edit.split(a, 1, [1], [3]),
        lambda a: edit.split(a, 1, [2], [3]),
        lambda a: edit.merge(a, [1]),
    ],
)
def test_an_edit_without_sense_is_refused(wrong: Edit) -> None:
    with pytest.raises(LinkEditError):
        wrong(small())


def test_uncovered_paragraphs_get_a_pair() -> None:
    pairs = (Pair(0, 0, 0.9), Pair(1, 1, 0.8))
    alignment = Alignment((Link((0, 1), (0, 1), pairs, 0.85),))
    after = edit.take(alignment, Side.LEFT, 1)
    assert after.links[0].pairs == (Pair(0, 0, 0.9), Pair(0, 1, 1.0))
    assert replace(after.links[0], pairs=()).origin is Origin.MANUAL

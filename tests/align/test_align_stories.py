"""Invented stories told twice: floors that only rise."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quality"))

from link_cases import cross_cases, in_order, read_story, same_cast_cases, smallest_moved, story_cases
from links import measure, ours


def test_stories_told_twice() -> None:
    result = measure(story_cases(), ours)
    assert result.links.f1 >= 0.93
    assert result.links.precision >= 0.95
    assert result.moved.f1 >= 0.85


def test_two_stories_of_one_cast_give_at_most_one_false_pair() -> None:
    for case in story_cases():
        if case.name.startswith("same_"):
            assert len(ours(case.left, case.right).links - case.links) <= 1


def test_strangers_have_nothing_in_common() -> None:
    for case in cross_cases()[:12]:
        assert not ours(case.left, case.right).links, case.name


def test_strangers_with_the_same_names_share_one_pair_at_most() -> None:
    for case in same_cast_cases()[:12]:
        assert len(ours(case.left, case.right).links) <= 1, case.name


def test_the_smallest_moved_set() -> None:
    links = frozenset({(0, 0), (1, 3), (2, 1), (3, 2), (4, 4)})
    assert smallest_moved(links) == {(1, 3)}
    assert in_order(links - smallest_moved(links))


def test_reading_a_story(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("# note\n== left\nOne.\nTwo.\n== right\n- | Three.\n0,1 | Four.\n", encoding="utf-8")
    case = read_story(path)
    assert (case.left, case.right, case.links) == (("One.", "Two."), ("Three.", "Four."), {(0, 1), (1, 1)})

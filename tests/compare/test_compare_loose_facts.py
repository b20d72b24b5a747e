"""Figures that disagree in sentences of no common link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.compare import compare
from desktop_app.model import Alignment, Article, ChangeKind, Comparison
from desktop_app.project import links as edit
from desktop_app.project import new_project
from desktop_app.project.mirror import mirrored
from desktop_app.project.state import with_alignment

SHARED = (
    "The council of Tarn voted on Monday to close the swimming pool at the end of the season.",
    "Mayor Ida Holm said the town could no longer afford to heat it.",
    "Parents who teach their children to swim there protested outside the town hall.",
)


def _compared(left: str, right: str, *, lead_left: str = "", lead_right: str = "") -> Comparison:
    return compare(
        Article.from_paragraphs([SHARED[0] + lead_left, *SHARED[1:], left]),
        Article.from_paragraphs([SHARED[0] + lead_right, right, *SHARED[1:]]),
    )


def _figures(comparison: Comparison) -> list[tuple[str, str]]:
    kinds = {change.kind for change in comparison.changes}
    assert kinds <= {ChangeKind.FIGURE}
    return [(change.left.text, change.right.text) for change in comparison.changes]


def test_a_slip_in_a_detail_told_elsewhere_is_found() -> None:
    found = _compared(
        "Lessons for beginners are booked out until August.",
        "Built in the seventies beside the railway, it draws 14,300 visitors a year from Wendham.",
        lead_left=" It draws 13,400 visitors from Wendham every year.",
    )
    assert _figures(found) == [("13,400", "14,300")]


def test_figures_of_one_sort_on_different_things_are_left_alone() -> None:
    found = _compared(
        "The ferry to Wendham carries 13,400 passengers in a good month.",
        "A book about the harbour has sold 14,900 copies since spring.",
    )
    assert _figures(found) == []


def test_a_figure_that_the_other_side_gives_too_is_left_alone() -> None:
    found = _compared(
        "The town has 5,200 people, of whom 13,400 visitors a year from Wendham know nothing.",
        "The pool draws 14,300 visitors a year from Wendham, after 13,400 the year before.",
    )
    assert _figures(found) == []


def test_nothing_is_told_where_nothing_is_linked() -> None:
    left = Article.from_paragraphs(["The pool in Tarn draws 13,400 visitors a year.", "It opened in May."])
    right = Article.from_paragraphs(["The pool in Tarn draws 14,300 visitors a year.", "Rain is expected."])
    assert compare(left, right, alignment=Alignment()).changes == ()


def test_figures_of_paragraphs_that_a_reader_parted_are_left_alone() -> None:
    found = _compared(
        "Lessons for beginners are booked out until August.",
        "Built in the seventies beside the railway, it draws 14,300 visitors a year from Wendham.",
        lead_left=" It draws 13,400 visitors from Wendham every year.",
    )
    project = new_project(found)
    edits: tuple[Callable[[Alignment], Alignment], ...] = (
        lambda links: edit.link_pair(links, 0, 1),
        lambda links: edit.unlink(links, next(n for n, link in enumerate(links.links) if 0 in link.left)),
        lambda links: edit.link_pair(links, 0, 0),
    )
    for change in edits:
        alignment = change(project.comparison.alignment)
        project = with_alignment(project, replace(project.comparison, alignment=alignment))
    assert (0, 1) in project.rejected
    left, right, links = found.left, found.right, project.comparison.alignment
    assert _figures(compare(left, right, alignment=links)) == [("13,400", "14,300")]
    assert _figures(compare(left, right, alignment=links, rejected=project.rejected)) == []
    assert _figures(compare(left, right, rejected=project.rejected)) == []
    turned = mirrored(project, lambda a, b, links, parted: compare(a, b, alignment=links, rejected=parted))
    assert _figures(turned.comparison) == []

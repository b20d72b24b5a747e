"""A project whose sides are exchanged keeps all the work on it."""

from __future__ import annotations

from dataclasses import replace

from made_comparisons import made_comparison

from desktop_app.compare import compare
from desktop_app.model import Alignment, Article, Comparison, Side, Span
from desktop_app.project import Judgement, NoteKind, Orphan, Place, Project, new_project
from desktop_app.project import links as edit
from desktop_app.project.mirror import mirrored, mirrored_links
from desktop_app.project.reread import place_after
from desktop_app.project.state import link_places, with_alignment, with_mark, with_note


def compared(
    left: Article, right: Article, links: Alignment, rejected: tuple[tuple[int, int], ...]
) -> Comparison:
    return compare(left, right, alignment=links, rejected=rejected)


def worked_on() -> Project:
    made = made_comparison()
    project = new_project(compare(made.left, made.right, alignment=made.alignment))
    project = with_alignment(
        project, replace(project.comparison, alignment=edit.unlink(project.comparison.alignment, 0))
    )
    linked = edit.link(project.comparison.alignment, [3], [7])
    project = with_alignment(project, replace(project.comparison, alignment=linked))
    project = with_note(project, NoteKind.LINK, link_places(project.comparison, 0), "Who counted?")
    project = with_mark(project, project.comparison.changes[0], Judgement.DISMISSED)
    return replace(
        project,
        orphans=(Orphan("link", "", ((Side.LEFT, "gone"),)),),
        place=Place(Side.LEFT, 2, 5),
    )


def test_links_are_mirrored_exactly() -> None:
    alignment = made_comparison().alignment
    turned = mirrored_links(alignment)
    assert {(one.right, one.left, one.moved, one.origin) for one in turned.links} == {
        (one.left, one.right, one.moved, one.origin) for one in alignment.links
    }
    assert list(turned.links) == sorted(turned.links, key=lambda one: (one.left, one.right))
    again = mirrored_links(mirrored_links(turned))
    assert again == turned


def test_all_work_goes_along_and_comes_back() -> None:
    project = worked_on()
    turned = mirrored(project, compared)
    assert turned.comparison.left == project.comparison.right
    assert turned.rejected == tuple(sorted((right, left) for left, right in project.rejected))
    assert [note.text for note in turned.notes] == ["Who counted?"]
    assert turned.notes[0].places[0][0] is Side.LEFT
    mark, old = turned.marks[0], project.marks[0]
    assert (mark.kind, mark.left, mark.right) == (old.kind, old.right, old.left)
    assert turned.orphans[0].quotes == ((Side.RIGHT, "gone"),)
    assert turned.place == Place(Side.RIGHT, 2, 5)
    back = mirrored(turned, compared)
    assert back.comparison.alignment == mirrored_links(mirrored_links(project.comparison.alignment))
    assert replace(back, comparison=project.comparison) == project


def test_the_reader_stays_at_the_same_words() -> None:
    project = worked_on()
    turned = mirrored(project, compared)
    place = Place(Side.RIGHT, 4, 3)
    assert place_after(place, project.comparison, turned.comparison) == Place(Side.LEFT, 4, 3)
    more = Article.from_paragraphs(
        ["Something new.", *[p.text for p in project.comparison.left.paragraphs]],
    )
    longer = compare(more, project.comparison.right)
    assert place_after(Place(Side.LEFT, 2, 3), project.comparison, longer) == Place(Side.LEFT, 3, 3)


def test_spans_are_told_by_side() -> None:
    project = replace(worked_on(), notes=())
    places = ((Side.LEFT, Span(1, 0, 4)), (Side.RIGHT, Span(3, 0, 4)))
    turned = mirrored(with_note(project, NoteKind.QUOTATION, places, "x"), compared)
    assert turned.notes[0].places == ((Side.LEFT, Span(3, 0, 4)), (Side.RIGHT, Span(1, 0, 4)))

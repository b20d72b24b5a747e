"""Carrying a project over to sources that have changed since."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.model import Article, Comparison, Link, Note, Pair, Side
from desktop_app.project.anchors import Moves
from desktop_app.project.corrections import Correction, CorrectionKind, SidedSpan, apply_all
from desktop_app.project.links import Paragraphs, fixed_links, forced_movers, with_movers
from desktop_app.project.mirror import mirrored_place
from desktop_app.project.state import (
    ChangeMark,
    Orphan,
    Place,
    Project,
    record_of,
)


@dataclass(frozen=True, slots=True)
class Carried:
    """What of a project stands in the new texts, and what does not.

    ``fixed`` and ``rejected`` are for the aligner; `finish` makes the new project from its result. ``movers``
    are those of the fixed links that a person called moved.
    """

    fixed: tuple[Link, ...]
    movers: frozenset[Paragraphs]
    rejected: tuple[tuple[int, int], ...]
    notes: tuple[Note, ...]
    marks: tuple[ChangeMark, ...]
    corrections: tuple[Correction, ...]
    orphans: tuple[Orphan, ...]
    place: Place | None


def carry(project: Project, left: Article, right: Article) -> Carried:
    """Find the work on a project again in newly read texts.

    Links made or confirmed by hand, notes, marks and corrections are placed by their words; whatever is not
    certain becomes an orphan with its words. Orphans of before stay on the list.
    """
    old = project.comparison
    moves = {Side.LEFT: Moves(old.left, left), Side.RIGHT: Moves(old.right, right)}
    orphans = list(project.orphans)
    fixed, movers = _carried_links(old, moves, orphans)
    return Carried(
        fixed,
        movers,
        _carried_rejections(project, moves),
        _carried_notes(project, moves, orphans),
        _carried_marks(project, moves),
        _carried_corrections(project, moves, orphans),
        tuple(orphans),
        _placed_reader(project.place, moves),
    )


def finish(carried: Carried, compared: Comparison) -> Project:
    """Return the new project; ``compared`` is the comparison of the new texts that kept the fixed links."""
    compared = replace(compared, alignment=with_movers(compared.alignment, carried.movers))
    return Project(
        apply_all(compared, carried.corrections),
        record_of(compared.left),
        record_of(compared.right),
        rejected=carried.rejected,
        corrections=carried.corrections,
        marks=carried.marks,
        notes=carried.notes,
        orphans=carried.orphans,
        place=carried.place,
    )


def place_after(place: Place | None, before: Comparison, after: Comparison) -> Place | None:
    """Return the reader's place in a comparison of other texts, or of the same with the sides exchanged."""
    if before.left == after.right and before.right == after.left:
        return mirrored_place(place)
    return _placed_reader(place, {side: Moves(before.article(side), after.article(side)) for side in Side})


_Moves = dict[Side, Moves]


def _carried_links(
    old: Comparison, moves: _Moves, orphans: list[Orphan]
) -> tuple[tuple[Link, ...], frozenset[Paragraphs]]:
    """Return the links made or confirmed by hand, and which of them a person called moved."""
    fixed = []
    movers = set()
    called_moved = forced_movers(old.alignment.links)
    for link in fixed_links(old.alignment):
        placed = _placed_link(link, moves)
        if placed is None:
            orphans.append(Orphan("link", "", _paragraphs(old, link)))
            continue
        fixed.append(placed)
        if (link.left, link.right) in called_moved:
            movers.add((placed.left, placed.right))
    return tuple(fixed), frozenset(movers)


def _carried_rejections(project: Project, moves: _Moves) -> tuple[tuple[int, int], ...]:
    rejected = []
    for first, second in project.rejected:
        one, two = moves[Side.LEFT].paragraph(first), moves[Side.RIGHT].paragraph(second)
        if one is not None and two is not None:
            rejected.append((one, two))
    return tuple(sorted(rejected))


def _carried_notes(project: Project, moves: _Moves, orphans: list[Orphan]) -> tuple[Note, ...]:
    notes = []
    for note in project.notes:
        places = _placed(note.places, moves)
        if places is None:
            words = _quotes(project.comparison, note.places)
            orphans.append(Orphan(f"note on a {note.kind}", note.text, words))
        else:
            notes.append(replace(note, places=places))
    return tuple(notes)


def _carried_marks(project: Project, moves: _Moves) -> tuple[ChangeMark, ...]:
    """Return the marks on changes; a change whose words are gone is gone itself."""
    marks = []
    for mark in project.marks:
        places = _placed(((Side.LEFT, mark.left), (Side.RIGHT, mark.right)), moves)
        if places is not None:
            marks.append(replace(mark, left=places[0][1], right=places[1][1]))
    return tuple(marks)


def _carried_corrections(project: Project, moves: _Moves, orphans: list[Orphan]) -> tuple[Correction, ...]:
    corrections = []
    for correction in project.corrections:
        places = _placed(correction.places, moves)
        if places is None:
            what = "a speaker" if correction.kind is CorrectionKind.SPEAKER else "an entity"
            words = _quotes(project.comparison, correction.places)
            orphans.append(Orphan(f"correction of {what}", correction.name, words))
        else:
            corrections.append(replace(correction, places=places))
    return tuple(corrections)


def _placed(places: tuple[SidedSpan, ...], moves: _Moves) -> tuple[SidedSpan, ...] | None:
    found = []
    for side, span in places:
        there = moves[side].span(span)
        if there is None:
            return None
        found.append((side, there))
    return tuple(found)


def _placed_link(link: Link, moves: _Moves) -> Link | None:
    """Return a link in the new texts, only if every paragraph of it is certain."""
    lefts = [moves[Side.LEFT].paragraph(index) for index in link.left]
    rights = [moves[Side.RIGHT].paragraph(index) for index in link.right]
    left = tuple(sorted(index for index in lefts if index is not None))
    right = tuple(sorted(index for index in rights if index is not None))
    if len(left) < len(lefts) or len(right) < len(rights):
        return None
    pairs = []
    for pair in link.pairs:
        one, two = moves[Side.LEFT].paragraph(pair.left), moves[Side.RIGHT].paragraph(pair.right)
        if one is not None and two is not None:
            pairs.append(Pair(one, two, pair.score))
    return replace(link, left=left, right=right, pairs=tuple(pairs), candidates=())


def _paragraphs(comparison: Comparison, link: Link) -> tuple[tuple[Side, str], ...]:
    return tuple(
        (side, comparison.article(side).paragraphs[index].text) for side in Side for index in link.on(side)
    )


def _quotes(comparison: Comparison, places: tuple[SidedSpan, ...]) -> tuple[tuple[Side, str], ...]:
    return tuple((side, comparison.article(side).text_at(span)) for side, span in places)


def _placed_reader(place: Place | None, moves: _Moves) -> Place | None:
    """Return the reading place in the new texts: where its words are, or those of the nearest paragraph
    above that is certain; None (the start) where there is none."""
    if place is None:
        return None
    there = moves[place.side]
    for index in range(place.paragraph, -1, -1):
        paragraph = there.paragraph(index)
        if paragraph is not None:
            kept = index == place.paragraph and index in there.same
            return replace(place, paragraph=paragraph, offset=place.offset if kept else 0)
    return None

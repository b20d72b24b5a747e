"""A project with left and right exchanged, all work on it included."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop_app.model import Alignment, Article, Comparison, Link, Pair, SentencePair, Side
from desktop_app.project.corrections import SidedSpan, apply_all
from desktop_app.project.state import Place, Project

Rejected = tuple[tuple[int, int], ...]
"""Left and right paragraphs that a person has parted."""

Compare = Callable[[Article, Article, Alignment, Rejected], Comparison]
"""Finds everything but the links in two articles, whose links are given."""


def mirrored(project: Project, compare: Compare) -> Project:
    """Return the project with its sides exchanged. Links stay as they are; findings are told anew, since
    their sentences name the sides."""
    old = project.comparison
    rejected = tuple(sorted((right, left) for left, right in project.rejected))
    compared = compare(old.right, old.left, mirrored_links(old.alignment), rejected)
    corrections = tuple(replace(c, places=_places(c.places)) for c in project.corrections)
    marks = (replace(mark, left=mark.right, right=mark.left) for mark in project.marks)
    return replace(
        project,
        comparison=apply_all(compared, corrections),
        left_source=project.right_source,
        right_source=project.left_source,
        rejected=rejected,
        corrections=corrections,
        marks=tuple(marks),
        notes=tuple(replace(note, places=_places(note.places)) for note in project.notes),
        orphans=tuple(
            replace(orphan, quotes=tuple((side.other, text) for side, text in orphan.quotes))
            for orphan in project.orphans
        ),
        place=mirrored_place(project.place),
    )


def mirrored_links(alignment: Alignment) -> Alignment:
    """Return an alignment with its sides exchanged."""
    links = sorted((_link(link) for link in alignment.links), key=lambda link: (link.left, link.right))
    pairs = (
        SentencePair(p.right_paragraph, p.right_sentence, p.left_paragraph, p.left_sentence, p.score)
        for p in alignment.sentence_pairs
    )
    in_order = sorted(pairs, key=lambda p: (p.left_paragraph, p.left_sentence, p.right_paragraph))
    return Alignment(tuple(links), tuple(in_order))


def mirrored_place(place: Place | None) -> Place | None:
    """Return the reader's place after the sides were exchanged."""
    return None if place is None else replace(place, side=place.side.other)


def _link(link: Link) -> Link:
    return replace(
        link,
        left=link.right,
        right=link.left,
        pairs=_pairs(link.pairs),
        candidates=tuple(Pair(pair.right, pair.left, pair.score) for pair in link.candidates),
    )


def _pairs(pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    turned = (Pair(pair.right, pair.left, pair.score) for pair in pairs)
    return tuple(sorted(turned, key=lambda pair: (pair.left, pair.right)))


def _places(places: tuple[SidedSpan, ...]) -> tuple[SidedSpan, ...]:
    """Return places on the other sides, those of the left first as everywhere."""
    return tuple(sorted(((side.other, span) for side, span in places), key=lambda p: p[0] is Side.RIGHT))

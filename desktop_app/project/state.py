"""What a project holds beside the texts: notes, marks, corrections, the reading place."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.model import (
    Alignment,
    Article,
    Change,
    ChangeKind,
    Comparison,
    Note,
    NoteKind,
    Side,
    Span,
)
from desktop_app.model.files import read_file
from desktop_app.project.corrections import Correction, SidedSpan
from desktop_app.project.links import rejected_after

_MOST_BYTES = 64 * 1024 * 1024
"""No source is larger."""
_ELSEWHERE = ("\\\\", "//")
"""How the names of files on other computers begin."""


class Judgement(StrEnum):
    """What a person thinks of a change."""

    SEEN = "seen"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class ChangeMark:
    """A change, told by its kind and both places, and what a person thinks of it."""

    kind: ChangeKind
    left: Span
    right: Span
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader is: the word at the reading line of the side that steers.

    ``below`` is how far the top of its line stands below the reading line, in pixels (negative above);
    ``at_end`` tells that both texts stand at their ends.
    """

    side: Side
    paragraph: int
    offset: int
    below: float = 0.0
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class Orphan:
    """Something a changed source left without a certain place: what it was, its words, what they stood on."""

    kind: str
    text: str
    quotes: tuple[tuple[Side, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Fingerprints of a source: of the file as it was read (empty where there is none), and of its text."""

    file_sha256: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Project:
    """A pair of articles with all the work done on it. Nothing in it is ever changed in place."""

    comparison: Comparison
    left_source: SourceRecord
    right_source: SourceRecord
    rejected: tuple[tuple[int, int], ...] = ()
    corrections: tuple[Correction, ...] = ()
    marks: tuple[ChangeMark, ...] = ()
    notes: tuple[Note, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    place: Place | None = None

    def source(self, side: Side) -> SourceRecord:
        """Return the fingerprints of one side."""
        return self.left_source if side is Side.LEFT else self.right_source


def new_project(comparison: Comparison) -> Project:
    """Return a project for a comparison on which nobody has worked yet."""
    return Project(comparison, record_of(comparison.left), record_of(comparison.right))


def record_of(article: Article) -> SourceRecord:
    """Return the fingerprints of an article and of the file it came from, if it came from one."""
    return SourceRecord(file_digest(article.source), text_digest(article))


def text_digest(article: Article) -> str:
    """Return the SHA-256 of the paragraphs' texts, each ended by a newline."""
    digest = hashlib.sha256()
    for paragraph in article.paragraphs:
        digest.update(paragraph.text.encode("utf-8", errors="surrogatepass") + b"\n")
    return digest.hexdigest()


def file_digest(source: str) -> str:
    """Return the SHA-256 of a file's bytes, or nothing where the source is no file that can be read."""
    if not source:
        return ""
    try:
        return hashlib.sha256(read_file(source, _MOST_BYTES)).hexdigest()
    except (OSError, ValueError):
        return ""


def changed_sources(project: Project) -> list[Side]:
    """Return the sides whose file has other bytes now than when it was read; a missing file is no change.

    A project that came from elsewhere must not make this computer greet another one: what it says lies on
    one is not looked at.
    """
    changed = []
    for side in Side:
        before, source = project.source(side).file_sha256, project.comparison.article(side).source
        now = file_digest(source) if before and not source.startswith(_ELSEWHERE) else ""
        if now and now != before:
            changed.append(side)
    return changed


# Edits -------------------------------------------------------------------------------------------------


def with_alignment(project: Project, compared: Comparison) -> Project:
    """Return the project after links were edited; ``compared`` holds the new links and what follows."""
    before, after = project.comparison.alignment, compared.alignment
    return replace(project, comparison=compared, rejected=rejected_after(project.rejected, before, after))


def with_note(project: Project, kind: NoteKind, places: tuple[SidedSpan, ...], text: str) -> Project:
    """Return the project with a note written, changed, or (by an empty text) removed."""
    kept = [note for note in project.notes if (note.kind, note.places) != (kind, places)]
    if text.strip():
        kept.append(Note(kind, places, text.strip()))
    order = {side: number for number, side in enumerate(Side)}
    kept.sort(key=lambda n: [(order[s], p.paragraph, p.start, p.end) for s, p in n.places] + [(9, 0, 0, 0)])
    return replace(project, notes=tuple(kept))


def with_mark(project: Project, change: Change, judgement: Judgement | None) -> Project:
    """Return the project with a change seen, dismissed, or neither."""
    kind, left, right = key_of(change)
    kept = [mark for mark in project.marks if (mark.kind, mark.left, mark.right) != (kind, left, right)]
    if judgement is not None:
        kept.append(ChangeMark(kind, left, right, judgement))
    kept.sort(key=lambda m: (m.left.paragraph, m.left.start, m.right.paragraph, m.right.start, m.kind))
    return replace(project, marks=tuple(kept))


def key_of(change: Change) -> tuple[ChangeKind, Span, Span]:
    """Return what tells a change from every other."""
    left, right = change.left, change.right
    return (
        change.kind,
        Span(left.paragraph, left.start, left.end),
        Span(right.paragraph, right.start, right.end),
    )


def judgement_of(project: Project, change: Change) -> Judgement | None:
    """Return what a person thinks of a change, if anybody said."""
    key = key_of(change)
    return next((m.judgement for m in project.marks if (m.kind, m.left, m.right) == key), None)


def handed_on(project: Project) -> Comparison:
    """Return the comparison to export: with the notes, without the changes that a person dismissed."""
    kept = tuple(
        change
        for change in project.comparison.changes
        if judgement_of(project, change) is not Judgement.DISMISSED
    )
    return replace(project.comparison, changes=kept, notes=project.notes)


def note_on(project: Project, kind: NoteKind, places: tuple[SidedSpan, ...]) -> str:
    """Return the text of a note, or nothing."""
    return next((n.text for n in project.notes if (n.kind, n.places) == (kind, places)), "")


def link_places(comparison: Comparison, number: int) -> tuple[SidedSpan, ...]:
    """Return the places of a note on a link: its paragraphs, whole."""
    link = comparison.alignment.links[number]
    return tuple((side, whole(comparison.article(side), p)) for side in Side for p in link.on(side))


def whole(article: Article, paragraph: int) -> Span:
    """Return a paragraph as a span."""
    return Span(paragraph, 0, len(article.paragraphs[paragraph].text))


def link_note(project: Project, number: int) -> Note | None:
    """Return the note on a link: one whose first paragraph the link holds."""
    link = project.comparison.alignment.links[number]
    for note in project.notes:
        if note.kind is NoteKind.LINK and note.places:
            side, place = note.places[0]
            if place.paragraph in link.on(side):
                return note
    return None


def noted_link(alignment: Alignment, note: Note) -> int | None:
    """Return the number of the link that a note on a link goes with now."""
    if note.kind is not NoteKind.LINK or not note.places:
        return None
    side, place = note.places[0]
    return alignment.link_of(side, place.paragraph)

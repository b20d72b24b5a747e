"""The two articles cut into rows of a hand-over: what stands level, in the reading order of both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from desktop_app.model import Article, Comparison, Link, Note, NoteKind, Progress, Side, no_progress
from desktop_app.model.order import spine
from desktop_app.text.word_diff import Mark, Step, diff_passages


class RowKind(StrEnum):
    """What a row holds."""

    LINKED = "linked"
    MOVED = "moved"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"
    ASIDE = "aside"
    """A caption, a byline or boilerplate of one side."""
    ELSEWHERE = "elsewhere"
    """The right-hand place of a moved paragraph, which stands level with its partner in another row."""


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs (indexes) that stand level, and the number of their link, if there is one."""

    kind: RowKind
    left: tuple[int, ...] = ()
    right: tuple[int, ...] = ()
    link: int | None = None


def rows_of(comparison: Comparison) -> list[Row]:
    """Return the rows of a comparison, every paragraph of both sides in one of them.

    Links that keep the reading order and the paragraphs between them follow that order. A link outside it
    stands at its left place; its right place gets a row of its own that only refers to it.
    """
    links = comparison.alignment.links
    maker = _Rows(comparison, spine(links))
    for number in sorted(maker.kept, key=lambda number: min(links[number].left)):
        maker.fill(min(links[number].left), min(links[number].right))
        maker.add(links[number], number)
    maker.fill(len(comparison.left.paragraphs), len(comparison.right.paragraphs))
    return maker.rows


class _Rows:
    """Rows in the making: how far each side is, and what stands already."""

    def __init__(self, comparison: Comparison, kept: set[int]) -> None:
        self.comparison = comparison
        self.kept = kept
        self.rows: list[Row] = []
        self.placed: dict[Side, set[int]] = {side: set() for side in Side}
        self.reached = dict.fromkeys(Side, 0)
        numbered = list(enumerate(comparison.alignment.links))
        self.held = {side: {p: n for n, link in numbered for p in link.on(side)} for side in Side}

    def add(self, link: Link, number: int) -> None:
        """Put a link's paragraphs level."""
        kind = RowKind.MOVED if link.moved or number not in self.kept else RowKind.LINKED
        self.rows.append(Row(kind, link.left, link.right, number))
        self.placed[Side.LEFT].update(link.left)
        if number in self.kept:
            self.placed[Side.RIGHT].update(link.right)

    def fill(self, left_end: int, right_end: int) -> None:
        """Add what stands on either side before the next link in order."""
        for side, end in ((Side.LEFT, left_end), (Side.RIGHT, right_end)):
            for paragraph in range(self.reached[side], end):
                number = self.held[side].get(paragraph)
                if paragraph in self.placed[side] or number in self.kept:
                    continue
                if number is None:
                    self.rows.append(_lonely(self.comparison.article(side), side, paragraph))
                elif side is Side.RIGHT:
                    self.rows.append(Row(RowKind.ELSEWHERE, right=(paragraph,), link=number))
                else:
                    self.add(self.comparison.alignment.links[number], number)
            self.reached[side] = max(self.reached[side], end)


def _lonely(article: Article, side: Side, paragraph: int) -> Row:
    if not article.paragraphs[paragraph].kind.linkable:
        kind = RowKind.ASIDE
    else:
        kind = RowKind.ONLY_LEFT if side is Side.LEFT else RowKind.ONLY_RIGHT
    return Row(kind, (paragraph,)) if side is Side.LEFT else Row(kind, right=(paragraph,))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph's text drawn in one way.

    ``step`` tells how its words differ from the partner's (None: they do not), ``changes`` are the numbers of
    the changes it belongs to and ``ends`` of those that end with it.
    """

    text: str
    step: Step | None = None
    changes: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


Pieces = dict[tuple[Side, int], list[Piece]]


def pieces_of(comparison: Comparison, progress: Progress = no_progress) -> Pieces:
    """Return the pieces of every paragraph of both sides; joined, they give the paragraph's text."""
    marks: dict[tuple[Side, int], list[Mark]] = {}
    links = comparison.alignment.links
    for number, link in enumerate(links):
        progress(number / len(links), "Comparing words")
        texts = {side: [comparison.article(side).paragraphs[p].text for p in link.on(side)] for side in Side}
        for side, found in zip(Side, diff_passages(texts[Side.LEFT], texts[Side.RIGHT]), strict=True):
            marks.update({(side, p): own for p, own in zip(link.on(side), found, strict=True)})
    facts: dict[tuple[Side, int], list[tuple[int, int, int]]] = {}
    for number, change in enumerate(comparison.changes):
        for side in Side:
            words = change.on(side)
            facts.setdefault((side, words.paragraph), []).append((words.start, words.end, number))
    return {
        (side, p.index): cut(p.text, marks.get((side, p.index), []), facts.get((side, p.index), []))
        for side in Side
        for p in comparison.article(side).paragraphs
    }


def cut(text: str, marks: list[Mark], facts: list[tuple[int, int, int]]) -> list[Piece]:
    """Cut a text at the ends of its marks and facts (start, end, number of the change)."""
    stops = {0, len(text)}
    for mark in marks:
        stops |= {mark.start, mark.end}
    for start, end, _ in facts:
        stops |= {start, end}
    bounds = sorted(stop for stop in stops if 0 <= stop <= len(text))
    pieces = []
    for start, end in pairwise(bounds):
        step = next(
            (m.step for m in marks if m.start <= start and end <= m.end and m.step is not Step.SAME), None
        )
        inside = tuple(number for a, b, number in facts if a <= start and end <= b)
        ends = tuple(number for a, b, number in facts if b == end and a < b)
        pieces.append(Piece(text[start:end], step, inside, ends))
    return pieces


def number_of(article: Article, paragraph: int) -> str:
    """Return the number that stands beside a paragraph: nothing for the headline on top."""
    number = article.number_of(paragraph)
    return str(number) if number else ""


def places(comparison: Comparison, left: tuple[int, ...], right: tuple[int, ...]) -> str:
    """Return the paragraphs of both sides as readers call them: "¶3, 4 ↔ ¶5", "headline ↔ headline"."""
    parts = []
    for article, indexes in ((comparison.left, left), (comparison.right, right)):
        numbers = [number_of(article, index) for index in indexes]
        told = ["headline"] if "" in numbers else []
        listed = [number for number in numbers if number]
        told += ["¶" + ", ".join(listed)] if listed else []
        parts += [", ".join(told)] if told else []
    return " ↔ ".join(parts)


def note_places(comparison: Comparison, note: Note) -> str:
    """Return where a note stands: as `places` does, with the side where it stands on one side alone."""
    where = places(comparison, note.paragraphs(Side.LEFT), note.paragraphs(Side.RIGHT))
    sides = [side for side in Side if note.paragraphs(side)]
    return f"{where}, {sides[0]}" if len(sides) == 1 else where


def noted_words(comparison: Comparison, note: Note) -> list[str]:
    """Return the words of a quotation that a note is on; none for other notes."""
    if note.kind is not NoteKind.QUOTATION:
        return []
    return [comparison.article(side).text_at(span) for side, span in note.places]

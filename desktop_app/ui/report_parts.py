"""The sections of the printed report: both texts, quotations, changes, entities, what one side leaves out."""

from __future__ import annotations

from PySide6.QtGui import QTextCharFormat

from desktop_app.export.rows import (
    Piece,
    Row,
    RowKind,
    note_places,
    noted_words,
    number_of,
    pieces_of,
    places,
    rows_of,
)
from desktop_app.export.words import (
    CHANGES,
    GROUPS,
    ORIGINS,
    marks_of,
    percent,
    plural,
    quotation_badges,
    speaker_line,
)
from desktop_app.model import Comparison, Kind, QuotationState, Side
from desktop_app.text.word_diff import Mark, Step, diff_passages
from desktop_app.ui.bidi import isolated, rightwards
from desktop_app.ui.report_blocks import HEADING, PLAIN, SMALL, SUBHEADING, Block, Cell, Paper, Run, Style
from desktop_app.ui.wording import translate

_Line = QTextCharFormat.UnderlineStyle
REWORDED = Style(fill="word_fill", line="word_line", line_style=_Line.SingleUnderline)
NEW = Style(fill="word_fill", line="word_line", line_style=_Line.DashUnderline)
REORDERED = Style(line="reordered_line", line_style=_Line.DotLine)
FACT = Style(line="change_line", line_style=_Line.WaveUnderline)
LEFT_WORDS = Style(ink="left_ink", fill="left_fill", struck=True)
RIGHT_WORDS = Style(ink="right_ink", fill="right_fill", line="right_ink", line_style=_Line.SingleUnderline)
ASIDE = Style(ink="dimmed", italic=True, size=8.5)
HEADLINE = Style(bold=True, size=11)
NUMBER = Style(ink="faint", serif=False, size=6.5)
RAISED = Style(ink="change_line", serif=False, size=7, raised=True)
STEPS = {Step.REWORDED: REWORDED, Step.NEW: NEW, Step.REORDERED: REORDERED}
_GUTTER = 46.0
"""Points between the two columns, where the link's number stands."""

_INDENT = 16.0
"""Points left of a paragraph, where its number stands."""


def _heading(paper: Paper, text: str) -> Block:
    cell = Cell([[(text, HEADING)]], 0.0, paper.width)
    return Block(paper, [cell], paper.points(14), paper.points(8), line=True, keep_with_next=True)


def _columns(paper: Paper) -> tuple[float, float]:
    """Return the width of a column and the left edge of the right one."""
    width = (paper.width - paper.points(_GUTTER)) / 2
    return width, width + paper.points(_GUTTER)


# Both texts --------------------------------------------------------------------------------------------


def texts(comparison: Comparison, paper: Paper) -> list[Block]:
    """Return both texts in rows, linked paragraphs level."""
    legend: list[Run] = [
        (translate("Report", "reworded"), _small(REWORDED)),
        ("    ", SMALL),
        (translate("Report", "only here"), _small(NEW)),
        ("    ", SMALL),
        (translate("Report", "in another order"), _small(REORDERED)),
        ("    ", SMALL),
        (translate("Report", "a fact that disagrees"), _small(FACT)),
    ]
    blocks = [_heading(paper, translate("Report", "Both texts"))]
    blocks.append(
        Block(paper, [Cell([legend], 0.0, paper.width)], below=paper.points(5), keep_with_next=True)
    )
    pieces = pieces_of(comparison)
    blocks += [_row(comparison, paper, row, pieces) for row in rows_of(comparison)]
    return blocks


def _small(style: Style) -> Style:
    return Style(style.ink or "muted", style.fill, style.line, style.line_style, serif=False, size=7.5)


def _row(
    comparison: Comparison, paper: Paper, row: Row, pieces: dict[tuple[Side, int], list[Piece]]
) -> Block:
    width, right_edge = _columns(paper)
    link = None if row.link is None else comparison.alignment.links[row.link]
    if row.kind is RowKind.ELSEWHERE and link is not None and row.link is not None:
        told = translate("Report", "{0} stands beside {1}, as link {2}.").format(
            places(comparison, (), row.right), places(comparison, link.left, ()), row.link + 1
        )
        cell = Cell([[(told, SMALL)]], right_edge, width, padding=paper.points(3))
        return Block(paper, [cell], below=paper.points(2))
    cells: list[Cell] = []
    tints = {
        RowKind.ONLY_LEFT: ("only_left_fill", "only_left_line"),
        RowKind.ONLY_RIGHT: ("only_right_fill", "only_right_line"),
    }
    fill, bar = tints.get(row.kind, ("", ""))
    indent = paper.points(_INDENT)
    for side, edge in ((Side.LEFT, 0.0), (Side.RIGHT, right_edge)):
        paragraphs = row.left if side is Side.LEFT else row.right
        if not paragraphs:
            continue
        article = comparison.article(side)
        lines = [
            _drawn(article.paragraphs[p].kind, number_of(article, p), pieces[side, p]) for p in paragraphs
        ]
        cells.append(Cell(lines, edge + indent, width - indent, fill, bar, padding=paper.points(4)))
    if link is not None and row.link is not None:
        words = [str(row.link + 1)]
        words += [translate("Report", "moved")] if row.kind is RowKind.MOVED else []
        words += [ORIGINS[link.origin]] if ORIGINS[link.origin] else []
        ink = Style(ink="mover_ink" if row.kind is RowKind.MOVED else "muted", serif=False, size=7)
        cells.append(
            Cell(
                [[(word, ink)] for word in words],
                width + paper.points(6),
                paper.points(_GUTTER),
                padding=paper.points(4),
            )
        )
    return Block(paper, cells, below=paper.points(3))


def _drawn(kind: Kind, number: str, pieces: list[Piece]) -> list[Run]:
    plain = HEADLINE if kind is Kind.HEADLINE else PLAIN if kind.linkable else ASIDE
    runs: list[Run] = [(f"{number}  ", NUMBER)] if number else []
    for piece in pieces:
        style = STEPS.get(piece.step, plain) if piece.step is not None else plain
        if piece.changes:
            style = Style(plain.ink, style.fill, FACT.line, FACT.line_style)
        if style is not plain:
            style = Style(
                style.ink, style.fill, style.line, style.line_style, bold=plain.bold, size=plain.size
            )
        runs.append((piece.text, style))
        runs += [(str(number + 1), RAISED) for number in piece.ends]
    return runs


# Findings ----------------------------------------------------------------------------------------------


def quotations(comparison: Comparison, paper: Paper) -> list[Block]:
    """Return the quote ledger."""
    if not comparison.quotations:
        return []
    width, right_edge = _columns(paper)
    blocks = [_heading(paper, translate("Report", "Quotations") + f"  {len(comparison.quotations)}")]
    for match in comparison.quotations:
        marks: dict[Side, list[Mark]] = {side: [] for side in Side}
        if match.state is QuotationState.ALTERED and match.left and match.right:
            left, right = diff_passages((match.left.text,), (match.right.text,))
            marks = {Side.LEFT: left[0], Side.RIGHT: right[0]}
        where = places(
            comparison,
            (match.left.paragraph,) if match.left else (),
            (match.right.paragraph,) if match.right else (),
        )
        head: list[Run] = [(" · ".join([*quotation_badges(match), where]), SUBHEADING)]
        blocks.append(
            Block(paper, [Cell([head], 0.0, paper.width)], above=paper.points(3), keep_with_next=True)
        )
        cells = []
        for side, edge in ((Side.LEFT, 0.0), (Side.RIGHT, right_edge)):
            quotation = match.on(side)
            if quotation is None:
                continue
            first, last = marks_of(quotation)
            words: list[Run] = [(first, PLAIN), *_marked(quotation.text, marks[side]), (last, PLAIN)]
            lines = [words, [(speaker_line(quotation), SMALL)]]
            cells.append(Cell(lines, edge, width, bar=side.value, padding=paper.points(5)))
        blocks.append(Block(paper, cells, below=paper.points(8), line=True))
    return blocks


def _marked(text: str, marks: list[Mark]) -> list[Run]:
    runs: list[Run] = []
    reached = 0
    for mark in marks:
        if mark.step is not Step.SAME:
            runs.append((text[reached : mark.start], PLAIN))
            runs.append((text[mark.start : mark.end], STEPS[mark.step]))
            reached = mark.end
    return [*runs, (text[reached:], PLAIN)]


def changes(comparison: Comparison, paper: Paper) -> list[Block]:
    """Return the changes by kind, numbered as in the texts."""
    if not comparison.changes:
        return []
    numbered = list(enumerate(comparison.changes, 1))
    blocks = [_heading(paper, translate("Report", "Changes") + f"  {len(numbered)}")]
    for kind, label in CHANGES.items():
        own = [(number, change) for number, change in numbered if change.kind is kind]
        if not own:
            continue
        head: list[Run] = [(f"{label}  {len(own)}", SUBHEADING)]
        blocks.append(
            Block(
                paper, [Cell([head], 0.0, paper.width)], paper.points(4), paper.points(3), keep_with_next=True
            )
        )
        for number, change in own:
            where = places(comparison, (change.left.paragraph,), (change.right.paragraph,))
            told = change.left.text, change.right.text
            words: list[Run] = [
                (f"{rightwards(*told)}{number}.  ", SMALL),
                (isolated(change.left.text), LEFT_WORDS),
                ("  →  ", SMALL),
                (isolated(change.right.text), RIGHT_WORDS),
                (f"    {where}", SMALL),
            ]
            lines = [words, [(change.note, SMALL)]] if change.note else [words]
            blocks.append(Block(paper, [Cell(lines, 0.0, paper.width)], below=paper.points(6)))
    return blocks


def notes(comparison: Comparison, paper: Paper) -> list[Block]:
    """Return the reader's notes, each with where it stands."""
    if not comparison.notes:
        return []
    blocks = [_heading(paper, translate("Report", "Notes") + f"  {len(comparison.notes)}")]
    for note in comparison.notes:
        lines: list[list[Run]] = [[(note_places(comparison, note), SUBHEADING)]]
        lines += [[(f"“{words}”", SMALL)] for words in noted_words(comparison, note)]
        lines += [[(line, PLAIN)] for line in note.text.splitlines()]
        blocks.append(Block(paper, [Cell(lines, 0.0, paper.width)], below=paper.points(8), line=True))
    return blocks


def entities(comparison: Comparison, paper: Paper) -> list[Block]:
    """Return the entity table, one block a line."""
    if not comparison.entities:
        return []
    blocks = [_heading(paper, translate("Report", "Entities") + f"  {len(comparison.entities)}")]
    for label, types in GROUPS.items():
        own = [row for row in comparison.entities if row.type in types]
        if not own:
            continue
        titles = (
            label,
            translate("Report", "On the left"),
            translate("Report", "On the right"),
            translate("Report", "Left"),
            translate("Report", "Right"),
        )
        head = _table_line(paper, [[(title, SUBHEADING)] for title in titles])
        head.above, head.keep_with_next = paper.points(6), True
        blocks.append(head)
        for row in own:
            name: list[Run] = [(row.name, Style(serif=False, size=8.5))]
            name += [(f"  {', '.join(row.roles)}", SMALL)] if row.roles else []
            found = [[(", ".join(row.surfaces(side)) or "–", Style(serif=False, size=8.5))] for side in Side]
            counts = [[(str(len(row.on(side)) or "–"), Style(serif=False, size=8.5))] for side in Side]
            blocks.append(_table_line(paper, [name, *found, *counts]))
    return blocks


def _table_line(paper: Paper, columns: list[list[Run]]) -> Block:
    shares = (0.3, 0.27, 0.27, 0.08, 0.08)
    cells, edge = [], 0.0
    for number, (runs, share) in enumerate(zip(columns, shares, strict=True)):
        width = paper.width * share
        cells.append(Cell([runs], edge, width - paper.points(6), right=number > 2))
        edge += width
    return Block(paper, cells, below=paper.points(5), line=True)


def only_here(comparison: Comparison, paper: Paper) -> list[Block]:
    """Return the passages that stand on one side only."""
    blocks = []
    for side in Side:
        passages = comparison.only(side)
        if not passages:
            continue
        words = plural(
            sum(p.words for p in passages), translate("Report", "word"), translate("Report", "words")
        )
        title = (
            translate("Report", "Only on the left")
            if side is Side.LEFT
            else translate("Report", "Only on the right")
        )
        share = percent(1 - comparison.coverage(side))
        blocks.append(_heading(paper, f"{title}  {words}, {share}"))
        article = comparison.article(side)
        for passage in passages:
            number = number_of(article, passage.paragraph)
            runs: list[Run] = [(f"{number}  " if number else "", NUMBER), (article.text_at(passage), PLAIN)]
            fill, bar = f"only_{side}_fill", f"only_{side}_line"
            cell = Cell([runs], 0.0, paper.width, fill, bar, padding=paper.points(5))
            blocks.append(Block(paper, [cell], below=paper.points(4)))
    return blocks

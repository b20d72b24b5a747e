"""Both texts of a comparison as rows of a page, linked paragraphs beside each other."""

from __future__ import annotations

from collections import Counter

from desktop_app.export.page import chips, safe
from desktop_app.export.rows import Piece, Pieces, Row, RowKind, number_of, places, rows_of
from desktop_app.export.words import ORIGINS, language_of
from desktop_app.model import Comparison, Kind, Link, Side

_ROW_KINDS = {
    RowKind.LINKED: "Linked",
    RowKind.MOVED: "Moved",
    RowKind.ONLY_LEFT: "Only left",
    RowKind.ONLY_RIGHT: "Only right",
    RowKind.ASIDE: "Captions and footers",
}


def both_texts(comparison: Comparison, pieces: Pieces) -> tuple[str, str]:
    """Return the section of the texts with the style rules of its filters."""
    rows = rows_of(comparison)
    counts = Counter(row.kind for row in rows)
    options = [(kind.value, label, counts[kind]) for kind, label in _ROW_KINDS.items()]
    bar, rules = chips("Show", "row", options)
    marks = (
        '<fieldset class="bar"><legend>Words</legend><label><input type="checkbox" id="marks" checked>'
        " Mark words that differ</label></fieldset>"
    )
    legend = (
        '<p class="legend"><span><mark class="reworded">reworded</mark></span>'
        '<span><mark class="new">only here</mark></span>'
        '<span><mark class="reordered">in another order</mark></span>'
        '<span><span class="fact">a fact that disagrees</span></span></p>'
    )
    languages = {side: language_of(comparison.article(side)) for side in Side}
    made = "\n".join(_row(comparison, row, pieces, languages) for row in rows)
    return f'<section id="texts"><h2>Both texts</h2>{bar}{marks}{legend}\n{made}</section>', rules


def _row(comparison: Comparison, row: Row, pieces: Pieces, languages: dict[Side, str]) -> str:
    link = None if row.link is None else comparison.alignment.links[row.link]
    if row.kind is RowKind.ELSEWHERE and link is not None and row.link is not None:
        here = places(comparison, (), row.right)
        there = places(comparison, link.left, ())
        told = f'{here} stands beside <a href="#link-{row.link + 1}">{there}</a>, as link {row.link + 1}.'
        return (
            '<div class="row moved elsewhere"><div class="cell empty"></div><div></div>'
            f'<div class="cell">{told}</div></div>'
        )
    identity = "" if row.link is None else f' id="link-{row.link + 1}"'
    label = _row_label(comparison, row)
    cells = {
        side: _cell(comparison, side, row.left if side is Side.LEFT else row.right, pieces, languages[side])
        for side in Side
    }
    return (
        f'<div class="row {row.kind}"{identity} role="group" aria-label="{safe(label)}">{cells[Side.LEFT]}'
        f'<div class="middle">{_badge(row, link)}</div>{cells[Side.RIGHT]}</div>'
    )


def _row_label(comparison: Comparison, row: Row) -> str:
    where = places(comparison, row.left, row.right)
    if row.link is None:
        return f"{_ROW_KINDS[row.kind]}: {where}"
    return f"Link {row.link + 1}{', moved' if row.kind is RowKind.MOVED else ''}: {where}"


def _badge(row: Row, link: Link | None) -> str:
    if row.link is None or link is None:
        return ""
    words = [str(row.link + 1)]
    words += ["moved"] if row.kind is RowKind.MOVED else []
    words += [ORIGINS[link.origin]] if ORIGINS[link.origin] else []
    return f'<span class="number">{"<br>".join(words)}</span>'


def _cell(
    comparison: Comparison, side: Side, paragraphs: tuple[int, ...], pieces: Pieces, language: str
) -> str:
    if not paragraphs:
        return '<div class="cell empty"></div>'
    article = comparison.article(side)
    first = article.paragraphs[paragraphs[0]]
    kind = " headline" if first.kind is Kind.HEADLINE else ""
    made = "".join(
        f'<p dir="auto" lang="{language}" id="{side}-{index}">'
        f'<span class="number" dir="ltr">{number_of(article, index)}</span>'
        f"{_drawn(pieces[side, index])}</p>"
        for index in paragraphs
    )
    return f'<div class="cell{kind}">{made}</div>'


def _drawn(pieces: list[Piece]) -> str:
    made = []
    for piece in pieces:
        text = safe(piece.text)
        if piece.changes:
            text = f'<span class="fact">{text}</span>'
        if piece.step is not None:
            text = f'<mark class="{piece.step}">{text}</mark>'
        notes = "".join(
            f'<sup><a href="#change-{n + 1}" aria-label="change {n + 1}">{n + 1}</a></sup>'
            for n in piece.ends
        )
        made.append(text + notes)
    return "".join(made)

"""A comparison as one HTML file that needs no network, no script and no other file."""

from __future__ import annotations

from collections import Counter

from desktop_app.export.page import chips, page, safe
from desktop_app.export.rows import (
    Piece,
    Pieces,
    Row,
    RowKind,
    body_counts,
    number_of,
    pieces_of,
    places,
    rows_of,
)
from desktop_app.export.words import (
    CHANGES,
    GROUPS,
    ORIGINS,
    STATES,
    article_line,
    marks_of,
    percent,
    plural,
    quotation_badges,
    source_line,
    speaker_line,
)
from desktop_app.model import (
    Change,
    Comparison,
    EntityRow,
    Kind,
    Link,
    Mention,
    NoteKind,
    Progress,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    no_progress,
    part_of,
)
from desktop_app.text.word_diff import Mark, Step, diff_passages

_ROW_KINDS = {
    RowKind.LINKED: "Linked",
    RowKind.MOVED: "Moved",
    RowKind.ONLY_LEFT: "Only left",
    RowKind.ONLY_RIGHT: "Only right",
    RowKind.ASIDE: "Captions and footers",
}


def html_bytes(comparison: Comparison, progress: Progress = no_progress) -> bytes:
    """Return the page in UTF-8: both texts in rows, quote ledger, changes, entities, one-sided text.

    Every word of the articles is escaped. Filters are check boxes with style rules; paper shows everything.
    """
    links = _link_of_places(comparison)
    parts = [_head(comparison)]
    rules = []
    pieces = pieces_of(comparison, part_of(progress, 0.0, 0.8))
    progress(0.8, "Writing the page")
    for section in (
        _texts(comparison, pieces),
        _ledger(comparison, links),
        _changes(comparison),
        (_notes(comparison), ""),
        _entities(comparison),
    ):
        parts.append(section[0])
        rules.append(section[1])
    parts.append(_only_here(comparison))
    parts.append("<footer>Made with Twicetold.</footer>")
    titles = " / ".join(_title(comparison, side) for side in Side)
    return page(titles, "\n".join(part for part in parts if part), "".join(rules)).encode("utf-8")


def _title(comparison: Comparison, side: Side) -> str:
    article = comparison.article(side)
    return article.title or article.source or side.value.capitalize()


def _link_of_places(comparison: Comparison) -> dict[tuple[Side, int], int]:
    numbered = list(enumerate(comparison.alignment.links))
    return {(side, p): number for side in Side for number, link in numbered for p in link.on(side)}


# Head --------------------------------------------------------------------------------------------------


def _head(comparison: Comparison) -> str:
    sides = "".join(
        f'<div class="side {side}"><h1 dir="auto">{safe(_title(comparison, side))}</h1>'
        f'<p class="meta">{safe(source_line(comparison.article(side)))}</p>'
        f'<p class="meta">{safe(article_line(comparison, side))}</p></div>'
        for side in Side
    )
    said = "".join(f"<li>{safe(sentence)}</li>" for sentence in _summary(comparison))
    sections = [
        ("texts", "Both texts", True),
        ("quotations", "Quotations", bool(comparison.quotations)),
        ("changes", "Changes", bool(comparison.changes)),
        ("notes", "Notes", bool(comparison.notes)),
        ("entities", "Entities", bool(comparison.entities)),
        ("only", "Only on one side", bool(comparison.only_left or comparison.only_right)),
    ]
    jumps = "".join(f'<a href="#{name}">{label}</a>' for name, label, there in sections if there)
    return (
        f'<header><div class="sides">{sides}</div><ul class="summary">{said}</ul></header>'
        f'<nav aria-label="Sections">{jumps}</nav>'
    )


def _summary(comparison: Comparison) -> list[str]:
    said = []
    for side in Side:
        total, linked = body_counts(comparison, side)
        many = plural(total, "paragraph", "paragraphs")
        verb = "is" if linked == 1 else "are"
        said.append(f"{linked} of {many} of the {side} story {verb} linked to the {side.other}.")
    moved = sum(link.moved for link in comparison.alignment.links)
    if moved:
        said.append(f"{plural(moved, 'link stands', 'links stand')} in another place.")
    states = Counter(match.state for match in comparison.quotations if _is_speech(match))
    paired = states[QuotationState.VERBATIM] + states[QuotationState.ALTERED]
    if paired:
        altered = states[QuotationState.ALTERED]
        many = plural(paired, "shared quotation", "shared quotations")
        said.append(f"{altered} of {many} {'is' if altered == 1 else 'are'} worded differently.")
    kinds = Counter(change.kind for change in comparison.changes)
    if kinds:
        listed = ", ".join(f"{label.lower()} {kinds[kind]}" for kind, label in CHANGES.items() if kinds[kind])
        total = sum(kinds.values())
        said.append(f"{plural(total, 'change', 'changes')} inside links: {listed}.")
    return said


def _is_speech(match: QuotationMatch) -> bool:
    """Tell whether a quotation is speech in quotation marks, not scare quotes or reported speech."""
    own = match.left or match.right
    return own is not None and own.kind in (QuotationKind.SPEECH, QuotationKind.PARTIAL)


# Texts -------------------------------------------------------------------------------------------------


def _texts(comparison: Comparison, pieces: Pieces) -> tuple[str, str]:
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
    made = "\n".join(_row(comparison, row, pieces) for row in rows)
    return f'<section id="texts"><h2>Both texts</h2>{bar}{marks}{legend}\n{made}</section>', rules


def _row(comparison: Comparison, row: Row, pieces: Pieces) -> str:
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
        side: _cell(comparison, side, row.left if side is Side.LEFT else row.right, pieces) for side in Side
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


def _cell(comparison: Comparison, side: Side, paragraphs: tuple[int, ...], pieces: Pieces) -> str:
    if not paragraphs:
        return '<div class="cell empty"></div>'
    article = comparison.article(side)
    first = article.paragraphs[paragraphs[0]]
    kind = " headline" if first.kind is Kind.HEADLINE else ""
    made = "".join(
        f'<p dir="auto" id="{side}-{index}"><span class="number" dir="ltr">{number_of(article, index)}</span>'
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


# Quotations --------------------------------------------------------------------------------------------


def _ledger(comparison: Comparison, links: dict[tuple[Side, int], int]) -> tuple[str, str]:
    if not comparison.quotations:
        return "", ""
    counts = Counter(match.state for match in comparison.quotations)
    options = [(state.value, label.capitalize(), counts[state]) for state, label in STATES.items()]
    bar, rules = chips("Show", "quote", options)
    items = "\n".join(_quotation(comparison, match, links) for match in comparison.quotations)
    head = f'<h2>Quotations <span class="count">{len(comparison.quotations)}</span></h2>'
    return f'<section id="quotations">{head}{bar}\n{items}</section>', rules


def _quotation(comparison: Comparison, match: QuotationMatch, links: dict[tuple[Side, int], int]) -> str:
    texts = [(match.left.text,) if match.left else (), (match.right.text,) if match.right else ()]
    marks: dict[Side, list[Mark]] = {side: [] for side in Side}
    if match.state is QuotationState.ALTERED:
        for side, found in zip(Side, diff_passages(*texts), strict=True):
            marks[side] = found[0] if found else []
    found_at: dict[Side, tuple[int, ...]] = {Side.LEFT: (), Side.RIGHT: ()}
    cells = []
    for side in Side:
        quotation = match.on(side)
        if quotation is None:
            cells.append('<div class="nothing"></div>')
            continue
        found_at[side] = (quotation.paragraph,)
        first, last = marks_of(quotation)
        words = first + _marked(quotation.text, marks[side]) + last
        cells.append(
            f'<div class="{side}"><p dir="auto">{words}</p>'
            f'<p class="who" dir="auto">{safe(speaker_line(quotation))}</p></div>'
        )
    tone = {
        QuotationState.VERBATIM: "",
        QuotationState.ALTERED: " strong",
        QuotationState.ONLY_LEFT: " left",
        QuotationState.ONLY_RIGHT: " right",
    }[match.state]
    first, *others = quotation_badges(match)
    tags = f'<span class="tag{tone}">{first}</span>'
    tags += "".join(f'<span class="tag strong">{word}</span>' for word in others)
    where = _where(comparison, found_at, links)
    return (
        f'<div class="item quote {match.state}">{where}{tags}<div class="pair">{"".join(cells)}</div></div>'
    )


def _marked(text: str, marks: list[Mark]) -> str:
    made, reached = [], 0
    for mark in marks:
        if mark.step is Step.SAME:
            continue
        made.append(safe(text[reached : mark.start]))
        made.append(f'<mark class="{mark.step}">{safe(text[mark.start : mark.end])}</mark>')
        reached = mark.end
    return "".join(made) + safe(text[reached:])


def _where(
    comparison: Comparison, found_at: dict[Side, tuple[int, ...]], links: dict[tuple[Side, int], int]
) -> str:
    told = places(comparison, found_at[Side.LEFT], found_at[Side.RIGHT])
    side, paragraph = next((side, found_at[side][0]) for side in Side if found_at[side])
    number = links.get((side, paragraph))
    target = f"{side}-{paragraph}" if number is None else f"link-{number + 1}"
    return f'<a class="where" href="#{target}">{told}</a>'


# Changes, entities, what one side leaves out -----------------------------------------------------------


def _changes(comparison: Comparison) -> tuple[str, str]:
    if not comparison.changes:
        return "", ""
    numbered = list(enumerate(comparison.changes, 1))
    counts = Counter(change.kind for change in comparison.changes)
    bar, rules = chips(
        "Show", "change", [(kind.value, label, counts[kind]) for kind, label in CHANGES.items()]
    )
    parts = []
    for kind, label in CHANGES.items():
        own = [_change(comparison, number, change) for number, change in numbered if change.kind is kind]
        if own:
            parts.append(f'<div class="change {kind}"><h3>{label} {len(own)}</h3>{"".join(own)}</div>')
    head = f'<h2>Changes <span class="count">{len(numbered)}</span></h2>'
    return f'<section id="changes">{head}{bar}\n{"".join(parts)}</section>', rules


def _change(comparison: Comparison, number: int, change: Change) -> str:
    where = places(comparison, (change.left.paragraph,), (change.right.paragraph,))
    note = f'<p class="note">{safe(change.note)}</p>' if change.note else ""
    return (
        f'<div class="item" id="change-{number}">'
        f'<a class="where" href="#left-{change.left.paragraph}">{where}</a>'
        f'<p dir="auto">{number}. <del>{safe(change.left.text)}</del><span class="arrow">→</span>'
        f"<ins>{safe(change.right.text)}</ins></p>{note}</div>"
    )


def _notes(comparison: Comparison) -> str:
    if not comparison.notes:
        return ""
    items = []
    for note in comparison.notes:
        where = places(comparison, note.paragraphs(Side.LEFT), note.paragraphs(Side.RIGHT))
        if note.places:
            side, span = note.places[0]
            where = f'<a class="where" href="#{side}-{span.paragraph}">{where}</a>'
        quoted = [
            f'<p class="note" dir="auto">{safe(comparison.article(side).text_at(span))}</p>'
            for side, span in note.places
            if note.kind is NoteKind.QUOTATION
        ]
        text = "<br>".join(safe(line) for line in note.text.splitlines())
        items.append(f'<div class="item">{where}<p dir="auto">{text}</p>{"".join(quoted)}</div>')
    head = f'<h2>Notes <span class="count">{len(items)}</span></h2>'
    return f'<section id="notes">{head}\n{"".join(items)}</section>'


def _entities(comparison: Comparison) -> tuple[str, str]:
    if not comparison.entities:
        return "", ""
    counts = Counter(_presence(row) for row in comparison.entities)
    labels = {"both": "On both sides", "only_left": "Only left", "only_right": "Only right"}
    bar, rules = chips("Show", "entity", [(kind, label, counts[kind]) for kind, label in labels.items()])
    parts = []
    for label, types in GROUPS.items():
        own = [row for row in comparison.entities if row.type in types]
        if not own:
            continue
        parts.append(
            f"<table><thead><tr><th>{label}</th><th>On the left</th><th>On the right</th>"
            '<th class="figure">Left</th><th class="figure">Right</th></tr></thead><tbody>'
            + "".join(_entity(row) for row in own)
            + "</tbody></table>"
        )
    head = f'<h2>Entities <span class="count">{len(comparison.entities)}</span></h2>'
    return f'<section id="entities">{head}{bar}\n{"".join(parts)}</section>', rules


def _presence(row: EntityRow) -> str:
    return "both" if row.left and row.right else "only_left" if row.left else "only_right"


def _entity(row: EntityRow) -> str:
    roles = f' <span class="roles">{safe(", ".join(row.roles))}</span>' if row.roles else ""
    surfaces = "".join(f'<td dir="auto">{safe(", ".join(row.surfaces(side))) or "–"}</td>' for side in Side)
    counts = "".join(f'<td class="figure">{_count(row.on(side))}</td>' for side in Side)
    name = f'<td dir="auto">{safe(row.name)}{roles}</td>'
    return f'<tr class="entity {_presence(row)}">{name}{surfaces}{counts}</tr>'


def _count(mentions: tuple[Mention, ...]) -> str:
    return str(len(mentions)) if mentions else "–"


def _only_here(comparison: Comparison) -> str:
    parts = []
    for side in Side:
        passages = comparison.only(side)
        if not passages:
            continue
        words = sum(passage.words for passage in passages)
        share = percent(1 - comparison.coverage(side))
        parts.append(f"<h3>Only on the {side}: {plural(words, 'word', 'words')}, {share} of its story</h3>")
        article = comparison.article(side)
        for passage in passages:
            where = places(
                comparison, *(((passage.paragraph,), ()) if side is Side.LEFT else ((), (passage.paragraph,)))
            )
            parts.append(
                f'<div class="item"><a class="where" href="#{side}-{passage.paragraph}">{where}</a>'
                f'<p dir="auto">{safe(article.text_at(passage))}</p></div>'
            )
    return f'<section id="only"><h2>Only on one side</h2>{"".join(parts)}</section>' if parts else ""

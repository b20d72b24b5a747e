"""A comparison as one HTML file that needs no network, no script and no other file."""

from __future__ import annotations

from collections import Counter

from desktop_app.export.html_quotations import quote_ledger
from desktop_app.export.html_texts import both_texts
from desktop_app.export.page import chips, page, safe
from desktop_app.export.rows import note_places, noted_words, pieces_of, places
from desktop_app.export.summary import summary
from desktop_app.export.words import CHANGES, GROUPS, article_line, percent, plural, source_line
from desktop_app.model import (
    Change,
    Comparison,
    EntityRow,
    Mention,
    Progress,
    Side,
    no_progress,
    part_of,
)


def html_bytes(comparison: Comparison, progress: Progress = no_progress) -> bytes:
    """Return the page in UTF-8: both texts in rows, quote ledger, changes, entities, one-sided text.

    Every word of the articles is escaped. Filters are check boxes with style rules; paper shows everything.
    """
    parts = [_head(comparison)]
    rules = []
    pieces = pieces_of(comparison, part_of(progress, 0.0, 0.8))
    progress(0.8, "Writing the page")
    for section in (
        both_texts(comparison, pieces),
        quote_ledger(comparison),
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


# Head --------------------------------------------------------------------------------------------------


def _head(comparison: Comparison) -> str:
    sides = "".join(
        f'<div class="side {side}"><h1 dir="auto">{safe(_title(comparison, side))}</h1>'
        f'<p class="meta">{safe(source_line(comparison.article(side)))}</p>'
        f'<p class="meta">{safe(article_line(comparison, side))}</p></div>'
        for side in Side
    )
    said = "".join(f"<li>{safe(sentence)}</li>" for sentence in summary(comparison))
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
        where = note_places(comparison, note)
        if note.places:
            side, span = note.places[0]
            where = f'<a class="where" href="#{side}-{span.paragraph}">{where}</a>'
        quoted = [
            f'<p class="note" dir="auto">“{safe(words)}”</p>' for words in noted_words(comparison, note)
        ]
        text = "<br>".join(safe(line) for line in note.text.splitlines())
        items.append(f'<div class="item">{where}{"".join(quoted)}<p dir="auto">{text}</p></div>')
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

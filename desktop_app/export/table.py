"""A comparison as one table for spreadsheets: links, quotations, changes, notes and entities under
each other.

The first column tells which of them a line is, so that a filter on it gives each table of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from desktop_app.export.words import ORIGINS
from desktop_app.model import Comparison, Mention, Progress, Quotation, Side, no_progress

COLUMNS = (
    "table",
    "number",
    "kind",
    "left_paragraphs",
    "right_paragraphs",
    "left_text",
    "right_text",
    "left_who",
    "right_who",
    "name",
    "left_count",
    "right_count",
    "score",
    "remarks",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(comparison: Comparison, progress: Progress = no_progress) -> bytes:
    """Return the table in UTF-8 with a byte order mark (which spreadsheets need to read it rightly).

    A cell that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    progress(0.0, "Writing the table")
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for line in _lines(comparison):
        writer.writerow({name: _safe(value) for name, value in line.items()})
    return stream.getvalue().encode("utf-8-sig", errors="replace")


def _safe(value: object) -> object:
    if not isinstance(value, str):
        return value
    clean = value.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return f"'{clean}" if clean.lstrip(" \N{NO-BREAK SPACE}").startswith(_FORMULA) else clean


def _numbers(comparison: Comparison, side: Side, paragraphs: tuple[int, ...]) -> str:
    article = comparison.article(side)
    return " ".join(str(article.number_of(paragraph)) for paragraph in paragraphs)


def _lines(comparison: Comparison) -> Iterator[dict[str, object]]:
    yield from _links(comparison)
    yield from _quotations(comparison)
    for number, change in enumerate(comparison.changes, 1):
        line: dict[str, object] = {"table": "change", "number": number, "kind": change.kind.value}
        for side in Side:
            words = change.on(side)
            line[f"{side}_paragraphs"] = _numbers(comparison, side, (words.paragraph,))
            line[f"{side}_text"] = words.text
        yield line | {"remarks": change.note}
    for number, note in enumerate(comparison.notes, 1):
        line = {"table": "note", "number": number, "kind": note.kind.value, "remarks": note.text}
        for side in Side:
            told = [comparison.article(side).text_at(span) for where, span in note.places if where is side]
            line[f"{side}_paragraphs"] = _numbers(comparison, side, note.paragraphs(side))
            line[f"{side}_text"] = "\n".join(told)
        yield line
    for number, row in enumerate(comparison.entities, 1):
        line = {"table": "entity", "number": number, "kind": row.type.value, "name": row.name}
        for side in Side:
            line[f"{side}_paragraphs"] = _numbers(comparison, side, _paragraphs(row.on(side)))
            line[f"{side}_text"] = " | ".join(row.surfaces(side))
            line[f"{side}_count"] = len(row.on(side))
        yield line | {"remarks": "; ".join(part for part in (row.value, *row.roles) if part)}


def _paragraphs(mentions: tuple[Mention, ...]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(mention.paragraph for mention in mentions))


def _links(comparison: Comparison) -> Iterator[dict[str, object]]:
    for number, link in enumerate(comparison.alignment.links, 1):
        line: dict[str, object] = {"table": "link", "number": number, "kind": link.origin.value}
        for side in Side:
            article = comparison.article(side)
            line[f"{side}_paragraphs"] = _numbers(comparison, side, link.on(side))
            line[f"{side}_text"] = "\n".join(article.paragraphs[p].text for p in link.on(side))
        remarks = [word for word in ("moved" if link.moved else "", ORIGINS[link.origin]) if word]
        yield line | {"score": round(link.score, 4), "remarks": "; ".join(remarks)}


def _quotations(comparison: Comparison) -> Iterator[dict[str, object]]:
    for number, match in enumerate(comparison.quotations, 1):
        line: dict[str, object] = {"table": "quotation", "number": number, "kind": match.state.value}
        for side in Side:
            quotation = match.on(side)
            if quotation is not None:
                line[f"{side}_paragraphs"] = _numbers(comparison, side, (quotation.paragraph,))
                line[f"{side}_text"] = quotation.text
                line[f"{side}_who"] = quotation.speaker or ""
        either = match.left or match.right
        remarks = [
            "" if match.shortened is None else f"shortened on the {match.shortened.value}",
            "" if match.speaker_differs is None else f"speaker differs: {match.speaker_differs.value}",
            "" if either is None else either.kind.value,
        ]
        line["name"] = _resolved(match.left, match.right)
        yield line | {
            "score": round(match.similarity, 4),
            "remarks": "; ".join(word for word in remarks if word),
        }


def _resolved(left: Quotation | None, right: Quotation | None) -> str:
    names = [q.speaker_entity for q in (left, right) if q is not None and q.speaker_entity]
    return " | ".join(dict.fromkeys(names))

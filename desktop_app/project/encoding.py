"""A project as JSON values and back. ``resources/manual/project-file.md`` describes the format."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from desktop_app.model import ChangeKind, EntityType, Side
from desktop_app.model.article import Article
from desktop_app.model.decode import decode_comparison, decode_note, decode_places, decode_span
from desktop_app.model.encode import encode_comparison, encode_note, encode_places, encode_span
from desktop_app.model.fields import Field, FieldError
from desktop_app.project.corrections import Correction, CorrectionKind
from desktop_app.project.state import (
    ChangeMark,
    Judgement,
    Orphan,
    Place,
    Project,
    SourceRecord,
    text_digest,
)

FORMAT = "twicetold.project"
VERSION = 1

Json = dict[str, Any]
Step = Callable[[Json], Json]

MIGRATIONS: Mapping[int, Step] = {}
"""For each older version the step that makes the next one of it; there is no older version yet."""


def encode_project(project: Project) -> Json:
    """Return a project as plain JSON values; the same project always gives the same."""
    comparison = encode_comparison(project.comparison)
    return {
        "format": FORMAT,
        "version": VERSION,
        "sources": {
            side.value: {
                "file_sha256": project.source(side).file_sha256,
                "text_sha256": project.source(side).text_sha256,
            }
            for side in Side
        },
        "place": None if project.place is None else _encode_place(project.place),
        "notes": [encode_note(note) for note in project.notes],
        "marks": [
            {
                "kind": mark.kind.value,
                "left": encode_span(mark.left),
                "right": encode_span(mark.right),
                "judgement": mark.judgement.value,
            }
            for mark in project.marks
        ],
        "corrections": [
            {
                "kind": correction.kind.value,
                "entities": [[name, kind.value] for name, kind in correction.entities],
                "name": correction.name,
                "places": encode_places(correction.places),
            }
            for correction in project.corrections
        ],
        "rejected": [list(pair) for pair in project.rejected],
        "orphans": [
            {
                "kind": orphan.kind,
                "text": orphan.text,
                "quotes": [[side.value, text] for side, text in orphan.quotes],
            }
            for orphan in project.orphans
        ],
        "comparison": comparison,
    }


def migrate(data: Json, steps: Mapping[int, Step] = MIGRATIONS, version: int = VERSION) -> Json:
    """Return the data of an older version as the data of ``version``.

    Each step takes the whole document of one version and returns that of the next; raises FieldError where a
    version is unknown.
    """
    found = data.get("version")
    if isinstance(found, bool) or not isinstance(found, int) or not 1 <= found <= version:
        raise FieldError("version is not a known version")
    while found < version:
        step = steps.get(found)
        if step is None:
            raise FieldError(f"version {found} is not one that can still be read")
        found += 1
        data = step(data) | {"version": found}
    return data


def decode_project(data: Json) -> Project:
    """Return the project of a document of the present version; raises FieldError where it is damaged."""
    root = Field(data)
    comparison = decode_comparison(root["comparison"])
    articles = {side: comparison.article(side) for side in Side}
    records = {}
    for side in Side:
        if not articles[side].paragraphs:  # the window has no place for nothing
            raise root["comparison"][side.value]["paragraphs"].fail("a list of at least one paragraph")
        field = root["sources"][side.value]
        records[side] = SourceRecord(field["file_sha256"].text(), field["text_sha256"].text())
        if records[side].text_sha256 != text_digest(articles[side]):
            raise field["text_sha256"].fail("the fingerprint of the text that is kept")
    return Project(
        comparison,
        records[Side.LEFT],
        records[Side.RIGHT],
        rejected=tuple(_pair(entry, articles) for entry in root["rejected"]),
        corrections=tuple(_correction(entry, articles) for entry in root["corrections"]),
        marks=tuple(_mark(entry, articles) for entry in root["marks"]),
        notes=tuple(decode_note(entry, comparison.left, comparison.right) for entry in root["notes"]),
        orphans=tuple(_orphan(entry) for entry in root["orphans"]),
        place=None if (place := root.get("place")) is None else _place(place, articles),
    )


_Articles = Mapping[Side, Article]


def _pair(field: Field, articles: _Articles) -> tuple[int, int]:
    left, right = field.exactly(2)
    return (
        left.integer(0, len(articles[Side.LEFT].paragraphs)),
        right.integer(0, len(articles[Side.RIGHT].paragraphs)),
    )


def _correction(field: Field, articles: _Articles) -> Correction:
    entities = []
    for entry in field["entities"]:
        name, kind = entry.exactly(2)
        entities.append((name.text(), kind.choice(EntityType)))
    return Correction(
        field["kind"].choice(CorrectionKind),
        tuple(entities),
        field["name"].text(),
        decode_places(field["places"], articles[Side.LEFT], articles[Side.RIGHT]),
    )


def _mark(field: Field, articles: _Articles) -> ChangeMark:
    return ChangeMark(
        field["kind"].choice(ChangeKind),
        decode_span(field["left"], articles[Side.LEFT]),
        decode_span(field["right"], articles[Side.RIGHT]),
        field["judgement"].choice(Judgement),
    )


def _orphan(field: Field) -> Orphan:
    quotes = []
    for entry in field["quotes"]:
        side, text = entry.exactly(2)
        quotes.append((side.choice(Side), text.text()))
    return Orphan(field["kind"].text(), field["text"].text(), tuple(quotes))


def _encode_place(place: Place) -> Json:
    return {
        "side": place.side.value,
        "paragraph": place.paragraph,
        "offset": place.offset,
        "below": place.below,
        "at_end": place.at_end,
    }


def _place(field: Field, articles: _Articles) -> Place:
    side = field["side"].choice(Side)
    paragraphs = articles[side].paragraphs
    number = field["paragraph"].integer(0, len(paragraphs))
    offset = field["offset"].integer(0, len(paragraphs[number].text) + 1)
    return Place(side, number, offset, field["below"].number(), field["at_end"].flag())

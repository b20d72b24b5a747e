"""What a person corrects in the findings: entities renamed, merged, split, retyped, dismissed; and speakers.

A correction is remembered as what was done, not as its result, so that it can be applied again after the
texts have been compared anew. One whose entity or quotation is no longer there changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop_app.model import (
    Comparison,
    EntityRow,
    EntityType,
    Mention,
    Quotation,
    QuotationMatch,
    Side,
    Span,
    SpeakerDifference,
)

SidedSpan = tuple[Side, Span]


class CorrectionKind(StrEnum):
    """What was corrected."""

    RENAME = "rename"
    MERGE = "merge"
    SPLIT = "split"
    DISMISS = "dismiss"
    SPEAKER = "speaker"
    RETYPE = "retype"


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction.

    ``entities`` are the (name, type) of the entities it is about, the kept one first; ``name`` the new name
    (of the entity, the part split off, or the speaker: empty for nobody known) or the new type; ``places``
    the mentions that are split off, or the first piece of the quotation whose speaker is corrected.
    """

    kind: CorrectionKind
    entities: tuple[tuple[str, EntityType], ...] = ()
    name: str = ""
    places: tuple[SidedSpan, ...] = ()


def rename(row: EntityRow, name: str) -> Correction:
    """Give an entity another name."""
    return Correction(CorrectionKind.RENAME, ((row.name, row.type),), name.strip())


def merge(rows: Iterable[EntityRow]) -> Correction:
    """Make one entity of several; it keeps name and type of the first."""
    return Correction(CorrectionKind.MERGE, tuple((row.name, row.type) for row in rows))


def split(row: EntityRow, mentions: Iterable[tuple[Side, Mention]], name: str) -> Correction:
    """Make an entity of its own from some mentions of another."""
    places = tuple((side, Span(m.paragraph, m.start, m.end)) for side, m in mentions)
    return Correction(CorrectionKind.SPLIT, ((row.name, row.type),), name.strip(), places)


def retype(row: EntityRow, type: EntityType) -> Correction:  # noqa: A002 - the model's word
    """Give an entity another type."""
    return Correction(CorrectionKind.RETYPE, ((row.name, row.type),), type.value)


def dismiss(row: EntityRow) -> Correction:
    """Take an entity off the list."""
    return Correction(CorrectionKind.DISMISS, ((row.name, row.type),))


def correct_speaker(side: Side, quotation: Quotation, name: str) -> Correction:
    """Say who speaks a quotation; an empty name says that nobody knows."""
    return Correction(CorrectionKind.SPEAKER, (), name.strip(), ((side, quotation.pieces[0]),))


def apply_all(comparison: Comparison, corrections: Iterable[Correction]) -> Comparison:
    """Return the comparison with all corrections, in order."""
    for correction in corrections:
        comparison = apply(comparison, correction)
    return comparison


def apply(comparison: Comparison, correction: Correction) -> Comparison:
    """Return the comparison with one correction; the same one where it no longer applies."""
    if correction.kind is CorrectionKind.SPEAKER:
        return _with_speaker(comparison, correction)
    keys = [(row.name, row.type) for row in comparison.entities]
    found = [keys.index(key) for key in correction.entities if key in keys]
    if not found:
        return comparison
    rows = list(comparison.entities)
    first = rows[found[0]]
    if correction.kind is CorrectionKind.DISMISS:
        del rows[found[0]]
        return replace(comparison, entities=tuple(rows))
    if correction.kind is CorrectionKind.RETYPE:
        if correction.name not in set(EntityType):
            return comparison
        rows[found[0]] = replace(first, type=EntityType(correction.name))
        return replace(comparison, entities=tuple(rows))
    if correction.kind is CorrectionKind.RENAME:
        if not correction.name:
            return comparison
        rows[found[0]] = replace(first, name=correction.name)
        return _with_names(replace(comparison, entities=tuple(rows)), {first.name: correction.name})
    if correction.kind is CorrectionKind.MERGE:
        merged = [rows[place] for place in dict.fromkeys(found)]
        rows[found[0]] = _merged(merged)
        gone = set(found[1:]) - {found[0]}
        kept = tuple(row for place, row in enumerate(rows) if place not in gone)
        renamed = {row.name: first.name for row in merged[1:]}
        return _with_names(replace(comparison, entities=kept), renamed)
    return _with_split(comparison, correction, found[0])


def _merged(rows: list[EntityRow]) -> EntityRow:
    first = rows[0]
    sides = [
        tuple(sorted({m for row in rows for m in row.on(side)}, key=lambda m: (m.paragraph, m.start, m.end)))
        for side in Side
    ]
    return replace(
        first,
        left=sides[0],
        right=sides[1],
        roles=tuple(dict.fromkeys(role for row in rows for role in row.roles)),
        related=tuple(dict.fromkeys(name for row in rows for name in row.related)),
    )


def _with_split(comparison: Comparison, correction: Correction, number: int) -> Comparison:
    row = comparison.entities[number]
    wanted = set(correction.places)
    inside: dict[Side, tuple[Mention, ...]] = {}
    outside: dict[Side, tuple[Mention, ...]] = {}
    for side in Side:
        chosen = [(side, Span(m.paragraph, m.start, m.end)) in wanted for m in row.on(side)]
        inside[side] = tuple(m for m, take in zip(row.on(side), chosen, strict=True) if take)
        outside[side] = tuple(m for m, take in zip(row.on(side), chosen, strict=True) if not take)
    if not any(inside.values()) or not any(outside.values()) or not correction.name:
        return comparison
    part = replace(
        row, name=correction.name, left=inside[Side.LEFT], right=inside[Side.RIGHT], roles=(), related=()
    )
    rest = replace(row, left=outside[Side.LEFT], right=outside[Side.RIGHT])
    rows = [*comparison.entities[:number], rest, part, *comparison.entities[number + 1 :]]
    return replace(comparison, entities=tuple(rows))


def _with_names(comparison: Comparison, names: dict[str, str]) -> Comparison:
    """Carry new names into speakers and into the entities that refer to them."""

    def renamed(quotation: Quotation | None) -> Quotation | None:
        if quotation is None or quotation.speaker_entity not in names:
            return quotation
        return replace(quotation, speaker_entity=names[quotation.speaker_entity])

    rows = tuple(
        replace(row, related=tuple(dict.fromkeys(names.get(name, name) for name in row.related)))
        if any(name in names for name in row.related)
        else row
        for row in comparison.entities
    )
    matches = []
    for match in comparison.quotations:
        both = renamed(match.left), renamed(match.right)
        same = both == (match.left, match.right)
        matches.append(match if same else _judged(replace(match, left=both[0], right=both[1])))
    return replace(comparison, entities=rows, quotations=tuple(matches))


def _with_speaker(comparison: Comparison, correction: Correction) -> Comparison:
    if not correction.places:
        return comparison
    side, place = correction.places[0]
    matches = list(comparison.quotations)
    for number, match in enumerate(matches):
        quotation = match.on(side)
        if quotation is None or quotation.pieces[0] != place:
            continue
        corrected = replace(quotation, speaker_entity=correction.name or None)
        both = (corrected, match.right) if side is Side.LEFT else (match.left, corrected)
        matches[number] = _judged(replace(match, left=both[0], right=both[1]))
        return replace(comparison, quotations=tuple(matches))
    return comparison


def _judged(match: QuotationMatch) -> QuotationMatch:
    """Say anew whether the speakers differ, once both are known by name."""
    if match.left is None or match.right is None:
        return match
    one, two = match.left.speaker_entity, match.right.speaker_entity
    if one is None or two is None:
        return match
    if one != two:
        return replace(match, speaker_differs=SpeakerDifference.ATTRIBUTION)
    if match.speaker_differs is SpeakerDifference.ATTRIBUTION:
        return replace(match, speaker_differs=None)
    return match

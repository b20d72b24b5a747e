"""The whole comparison, step by step, with progress."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from desktop_app.align import align
from desktop_app.compare.changes import find_changes
from desktop_app.compare.coverage import coverage, only_here
from desktop_app.compare.entities import entity_rows
from desktop_app.compare.quotations import match_quotations
from desktop_app.extract import Engine, find_both_entities, find_quotations
from desktop_app.model import (
    Alignment,
    Article,
    Comparison,
    Entity,
    Link,
    Passage,
    Progress,
    Side,
    no_progress,
    part_of,
    pulsed,
    pulsing,
)
from desktop_app.model.collecting import without_full_collections
from desktop_app.text.prepare import prepare


def compare(
    left: Article,
    right: Article,
    progress: Progress = no_progress,
    *,
    alignment: Alignment | None = None,
    fixed: Sequence[Link] = (),
    rejected: Collection[tuple[int, int]] = (),
    engine: Engine | None = None,
) -> Comparison:
    """Compare two articles.

    ``alignment`` replaces the aligner's work; otherwise ``fixed`` links are kept as they are. No ``rejected``
    (left, right) paragraph pair is linked, nor are its figures held against each other. ``engine`` finds the
    entities (None: the built-in rules). Progress is called often; whatever it raises ends the work.
    """
    with pulsing(progress) as report, without_full_collections():
        report(0.0, "Reading both texts")
        left = prepare(left, part_of(report, 0.0, 0.02))
        right = prepare(right, part_of(report, 0.02, 0.05))
        if alignment is None:
            alignment = align(left, right, part_of(report, 0.05, 0.45), fixed=fixed, rejected=rejected)
        finding = part_of(report, 0.45, 0.65)
        left_entities, right_entities = find_both_entities(left, right, finding, engine=engine)
        rest = part_of(report, 0.65, 1.0)
        return compare_linked(left, right, alignment, left_entities, right_entities, rest, rejected=rejected)


def compare_linked(
    left: Article,
    right: Article,
    alignment: Alignment,
    left_entities: tuple[Entity, ...],
    right_entities: tuple[Entity, ...],
    progress: Progress = no_progress,
    *,
    rejected: Collection[tuple[int, int]] = (),
) -> Comparison:
    """Compare two prepared articles whose links and entities are known, as after an edit of a link.

    Figures of ``rejected`` (left, right) paragraph pairs are not held against each other.
    """
    with pulsing(progress) as report, without_full_collections():
        return _compare_linked(left, right, alignment, left_entities, right_entities, report, rejected)


def _compare_linked(
    left: Article,
    right: Article,
    alignment: Alignment,
    left_entities: tuple[Entity, ...],
    right_entities: tuple[Entity, ...],
    progress: Progress,
    rejected: Collection[tuple[int, int]],
) -> Comparison:
    rows = entity_rows(left, right, left_entities, right_entities, part_of(progress, 0.0, 0.2))
    left_quotations = find_quotations(left, left_entities, part_of(progress, 0.2, 0.3))
    if _same_text(left, right) and right_entities == left_entities:
        right_quotations = tuple(replace(quotation) for quotation in pulsed(left_quotations))
    else:
        right_quotations = find_quotations(right, right_entities, part_of(progress, 0.3, 0.4))
    matching = part_of(progress, 0.4, 0.5)
    ledger = match_quotations(left, right, left_quotations, right_quotations, alignment, rows, matching)
    finding = part_of(progress, 0.5, 0.95)
    changes = find_changes(left, right, alignment, rows, ledger, finding, rejected=rejected)
    report = part_of(progress, 0.95, 1.0)
    only: dict[Side, tuple[Passage, ...]] = {}
    carried: dict[Side, float] = {}
    for number, (side, article) in enumerate(((Side.LEFT, left), (Side.RIGHT, right))):
        report(0.5 * number, "Counting what one side leaves out")
        only[side] = only_here(article, alignment, side)
        report(0.5 * number + 0.25, "Counting what one side leaves out")
        carried[side] = coverage(article, alignment, side)
    comparison = Comparison(
        left,
        right,
        alignment,
        entities=rows,
        quotations=ledger,
        changes=changes,
        only_left=only[Side.LEFT],
        only_right=only[Side.RIGHT],
        left_coverage=carried[Side.LEFT],
        right_coverage=carried[Side.RIGHT],
    )
    progress(1.0, "Done")
    return comparison


def _same_text(left: Article, right: Article) -> bool:
    if len(left.paragraphs) != len(right.paragraphs):
        return False
    both = zip(left.paragraphs, right.paragraphs, strict=True)
    return all(one == other for one, other in pulsed(both, 64))

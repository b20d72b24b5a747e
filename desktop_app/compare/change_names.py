"""Names that disagree inside a link: a spelling that is no house style, another person, another office."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.name_evidence import (
    VARIANT,
    longer_form,
    name_evidence,
    office_of,
    same_spelling,
    sort_of,
)
from desktop_app.compare.name_variants import name_variant
from desktop_app.model import Article, Change, ChangeKind, EntityRow, EntityType, Mention, Side, pulse, pulsed
from desktop_app.text.normalize import fold
from desktop_app.text.phrases import say

_MANY = 10_000
"""Pairs of names that only one side has, up to which those of a sentence are compared."""

_ENGLISH = 0.12
_START = 20_000
"""Characters of a paragraph that are enough to tell the language."""

_MARKERS = frozenset(("the", "of", "and", "to", "in", "a", "that", "was", "is", "for", "said", "with"))

_ENDS = ".,;:()\"'“”‘’"

_TYPES = frozenset(
    (
        EntityType.PERSON,
        EntityType.ORG,
        EntityType.GPE,
        EntityType.LOC,
        EntityType.FAC,
        EntityType.EVENT,
        EntityType.NORP,
    )
)
_RANKS = frozenset(("deputy", "vice", "acting"))
"""Words that make another office of one, where others only tell more of it."""


class NameIndex:
    """The mentions of names by paragraph, with their rows."""

    def __init__(self, rows: Sequence[EntityRow]) -> None:
        self._places: dict[tuple[Side, int], list[tuple[Mention, EntityRow]]] = {}
        for row in pulsed(rows):
            if row.type in _TYPES:
                for side in Side:
                    for mention in pulsed(row.on(side), 1024):
                        self._places.setdefault((side, mention.paragraph), []).append((mention, row))
        for names in pulsed(self._places.values()):
            names.sort(key=_place)

    def inside(self, side: Side, region: Region) -> list[tuple[Mention, EntityRow]]:
        """Return the names that stand in a region, in order."""
        found: list[tuple[Mention, EntityRow]] = []
        for sentence in region.sentences:
            names = self._places.get((side, sentence.paragraph), [])
            first = bisect_left(names, sentence.start, key=_place)
            after = bisect_left(names, sentence.end, key=_place)
            found.extend(item for item in names[first:after] if item[0].end <= sentence.end)
        return found

    def in_paragraphs(self, side: Side, paragraphs: Sequence[int]) -> list[tuple[Mention, EntityRow]]:
        """Return the names that stand in some paragraphs."""
        return [item for paragraph in paragraphs for item in self._places.get((side, paragraph), ())]


def _place(name: tuple[Mention, EntityRow]) -> int:
    return name[0].start


def is_english(article: Article) -> bool:
    """Whether a text looks English; elsewhere names are inflected and common nouns take capitals."""
    starts = (paragraph.text[:_START] for paragraph in article.paragraphs[:12])
    words = list(islice((word for start in starts for word in fold(start).split()), 600))
    return bool(words) and sum(word.strip(_ENDS) in _MARKERS for word in words) >= _ENGLISH * len(words)


def name_changes(
    beads: Sequence[Bead],
    left: Sequence[int],
    right: Sequence[int],
    index: NameIndex,
    *,
    english: bool = True,
) -> list[Change]:
    """Return the names of one link that disagree; ``left`` and ``right`` are its paragraphs.

    In other languages than English only variants of a person's full name count.
    """
    left_rows = {id(row) for _, row in index.in_paragraphs(Side.LEFT, left)}
    right_rows = {id(row) for _, row in index.in_paragraphs(Side.RIGHT, right)}
    changes: list[Change] = []
    done: set[tuple[int, int]] = set()
    for bead in beads:
        first = index.inside(Side.LEFT, bead.left)
        second = index.inside(Side.RIGHT, bead.right)
        changes.extend(_offices(bead, first, second))
        rest_left = [(m, row) for m, row in first if id(row) not in right_rows]
        rest_right = [(m, row) for m, row in second if id(row) not in left_rows]
        if len(rest_left) * len(rest_right) > _MANY:
            continue  # a list, not a story
        alone = _alone(rest_left), _alone(rest_right)
        scored: list[tuple[float, int, int]] = []
        for i, (a, x) in enumerate(rest_left):
            pulse()
            for j, (b, y) in enumerate(rest_right):
                score = name_evidence(bead, a, x, b, y, alone=id(x) in alone[0] and id(y) in alone[1])
                if not english and (score < VARIANT or x.type is not EntityType.PERSON or " " not in a.text):
                    continue
                if score:
                    scored.append((score, i, j))
        used: set[tuple[str, int]] = set()
        for _, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
            (a, x), (b, y) = rest_left[i], rest_right[j]
            if ("l", id(x)) in used or ("r", id(y)) in used or (id(x), id(y)) in done:
                continue
            used.update((("l", id(x)), ("r", id(y))))
            done.add((id(x), id(y)))
            changes.append(_change(a, b))
    told = {number for both in done for number in both}
    first = [item for item in index.in_paragraphs(Side.LEFT, left) if id(item[1]) not in told]
    second = [item for item in index.in_paragraphs(Side.RIGHT, right) if id(item[1]) not in told]
    if len(first) * len(second) <= _MANY:
        changes.extend(_misspelt(first, second))
    return changes


def _change(a: Mention, b: Mention) -> Change:
    return Change(
        ChangeKind.NAME, a, b, say("The left names {left}, the right {right}.", left=a.text, right=b.text)
    )


def _misspelt(
    left: Sequence[tuple[Mention, EntityRow]], right: Sequence[tuple[Mention, EntityRow]]
) -> list[Change]:
    """Return the full names of people that are variants of each other, wherever they stand in a link."""
    changes: list[Change] = []
    done: set[int] = set()
    for a, x in left:
        for b, y in right:
            if x.right or y.left or not x.type is y.type is EntityType.PERSON or {id(x), id(y)} & done:
                continue
            if len(a.text.split()) < 2 or len(b.text.split()) < 2 or not name_variant(x.name, y.name):
                continue
            if not (same_spelling(a.text, b.text) or longer_form(a.text, b.text)):
                done.update((id(x), id(y)))
                changes.append(_change(a, b))
    return changes


def _alone(names: Sequence[tuple[Mention, EntityRow]]) -> set[int]:
    """Return the rows (their ids) beside which no other name of the same sort is left over on a side."""
    rows = {id(row): row for _, row in names}
    sorts = Counter(sort_of(row) for row in rows.values())
    return {number for number, row in rows.items() if sorts[sort_of(row)] == 1}


def _offices(
    bead: Bead, left: Sequence[tuple[Mention, EntityRow]], right: Sequence[tuple[Mention, EntityRow]]
) -> list[Change]:
    """Return persons whose office differs: "Foreign Minister X" against "Defence Minister X"."""
    changes: list[Change] = []
    facing: dict[int, list[Mention]] = {}
    for b, y in right:
        facing.setdefault(id(y), []).append(b)
    for a, x in left:
        if x.type is not EntityType.PERSON:
            continue
        for b in facing.get(id(x), ()):
            first, second = office_of(bead.left, a), office_of(bead.right, b)
            if first is None or second is None or first[1] != second[1]:
                continue
            more, less = first[2] - second[2], second[2] - first[2]
            if (more and less) or (more | less) & _RANKS:
                one = bead.left.mention(*first[0])
                other = bead.right.mention(*second[0])
                note = say(
                    "{name} is {left} on the left and {right} on the right.",
                    name=x.name,
                    left=one.text,
                    right=other.text,
                )
                changes.append(Change(ChangeKind.NAME, one, other, note))
                return changes
    return changes

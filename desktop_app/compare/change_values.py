"""Figures and dates that disagree inside a link."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.compare.ballots import BALLOT_ROLES
from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.best_pairs import best_pairs
from desktop_app.compare.bound_changes import bound_changes
from desktop_app.compare.figures import unit_left_out
from desktop_app.compare.found_values import Found
from desktop_app.compare.homes import Homes
from desktop_app.compare.value_evidence import (
    evidence,
    is_slip,
    may_count_one,
    near,
    told_of_other_times,
    transposed,
)
from desktop_app.compare.value_relations import (
    comparable,
    explained,
    is_short,
    same_value,
    takes_unit,
    told_again,
)
from desktop_app.model import Change, ChangeKind, Mention, pulse, pulsed
from desktop_app.text.phrases import say

_ENOUGH = 2.6
"""Evidence from which two figures or dates are told of the same thing. Tuned on invented sentences and the
pairs with gold: below it, unrelated figures of one sentence meet."""

_DATES = 0.5
"""What two dates need less than two figures: there are fewer of them."""

_MANY = 40_000
"""Pairs of figures of one link up to which they are compared."""

_OFTEN = 4
"""Figures of one side, each held against all of the other, between two pulses."""

_APART = 0.7
"""Evidence wanted on top where the two sentences correspond only through their paragraphs."""


_SURE = 1.0
"""Evidence on top from which figures with the same digits in another order are a slip."""

_ALONE, _ALONE_APART = 0.6, 0.75
"""What figures need less that could be no other's, in two sentences that are paired with no other, and where
the sentences correspond only through their paragraphs.
"""


def value_changes(
    beads: Sequence[Bead],
    whole: Callable[[], Bead],
    left: Sequence[Found],
    right: Sequence[Found],
    anchor: tuple[date, int] | None,
) -> list[Change]:
    """Return the figures and dates of one link that disagree.

    ``whole`` makes the bead of the whole link; ``left`` and ``right`` are all values of its paragraphs, those
    inside paired quotations left out.
    """
    if len(left) * len(right) > _MANY:
        return []  # a table, not a story
    pairs = _agreeing(left, right, anchor)
    homes = Homes(beads)
    changes = bound_changes(pairs, left, right, homes)
    agreed = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_left = _telling([v for i, v in enumerate(left) if i not in agreed[0]])
    rest_right = _telling([v for j, v in enumerate(right) if j not in agreed[1]])
    values = _Values(left, right, [(left[i], right[j]) for i, j in pairs], anchor)
    told: set[int] = set()
    for bead, a, b in homes.shared(rest_left, rest_right):
        found = values.disagreeing(bead, a, b, _ENOUGH)
        changes.extend(value_change(bead, x, y) for x, y in _without_conversions(found))
        told.update(id(value) for both in found for value in both)
    rest_left, rest_right = ([v for v in rest if id(v) not in told] for rest in (rest_left, rest_right))
    if rest_left and rest_right:
        bead = whole()
        found = values.disagreeing(bead, rest_left, rest_right, _ENOUGH + _APART)
        changes.extend(value_change(bead, x, y) for x, y in found)
    return changes


def _without_conversions(pairs: Sequence[tuple[Found, Found]]) -> list[tuple[Found, Found]]:
    """Leave out sums that are others of the pairs converted, on both sides: "30 kroner ($3)", "50 ($5)"."""
    return [
        (a, b)
        for a, b in pairs
        if not any(
            x.value.start < a.value.start and _is_converted(x, a) and _is_converted(y, b) for x, y in pairs
        )
    ]


def _is_converted(one: Found, other: Found) -> bool:
    return one.paragraph == other.paragraph and one.value.value in (v.value for v in other.also)


def _telling(values: Sequence[Found]) -> list[Found]:
    """Leave out the figures that are figures of speech: a bare "one"."""
    return [
        v
        for v in values
        if v.value.unit or v.role or v.text[v.value.start : v.value.end].lower() not in ("one", "first")
    ]


def _agreeing(
    left: Sequence[Found], right: Sequence[Found], anchor: tuple[date, int] | None
) -> list[tuple[int, int]]:
    """Pair the values that agree, equal ones first; a value that is told twice may meet one told once."""
    pairs: list[tuple[int, int]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for exact in (True, False):
        for i, a in enumerate(pulsed(left, _OFTEN)):
            if i in used_left:
                continue
            for j, b in enumerate(right):
                if j in used_right or (exact and a.value.value != b.value.value):
                    continue
                if same_value(a, b, anchor):
                    pairs.append((i, j))
                    used_left.add(i)
                    used_right.add(j)
                    break
    for i, a in enumerate(pulsed(left, _OFTEN)):
        if i not in used_left:
            twin = next((j for j, b in enumerate(right) if told_again(a, b, anchor)), None)
            if twin is not None:
                pairs.append((i, twin))
                used_left.add(i)
    for j, b in enumerate(pulsed(right, _OFTEN)):
        if j not in used_right:
            twin = next((i for i, a in enumerate(left) if told_again(a, b, anchor)), None)
            if twin is not None:
                pairs.append((twin, j))
                used_right.add(j)
    return pairs


def _lacks_unit(a: Found, b: Found, met: Sequence[tuple[Found, Found]]) -> bool:
    """Whether one of two figures leaves out the unit that the other has."""
    if a.day is not b.day or is_short(a, b):
        return False
    return unit_left_out(a.value, b.value) or takes_unit(a, b, met)


@dataclass(frozen=True, slots=True)
class _Values:
    """All values of one link, the pairs of them that agree, and the day the texts are of."""

    left: Sequence[Found]
    right: Sequence[Found]
    agreeing: Sequence[tuple[Found, Found]]
    anchor: tuple[date, int] | None

    def disagreeing(
        self, bead: Bead, left: Sequence[Found], right: Sequence[Found], enough: float
    ) -> list[tuple[Found, Found]]:
        """Return pairs of values left over in a bead that disagree, the surest first.

        What no pair has taken may then be the only one of its sort, or one side leaves a unit out.
        """
        found: list[tuple[Found, Found]] = []
        bare = False
        while left and right:
            met = [*self.agreeing, *found]
            fresh = best_pairs(self._scored(bead, left, right, met, enough, bare=bare))
            found += [(left[i], right[j]) for i, j in fresh]
            if bare:
                break
            bare = not fresh
            taken = {i for i, _ in fresh}, {j for _, j in fresh}
            left = [v for i, v in enumerate(left) if i not in taken[0]]
            right = [v for j, v in enumerate(right) if j not in taken[1]]
        return found

    def _scored(
        self,
        bead: Bead,
        left: Sequence[Found],
        right: Sequence[Found],
        met: Sequence[tuple[Found, Found]],
        enough: float,
        *,
        bare: bool,
    ) -> Iterator[tuple[float, int, int]]:
        """Yield the evidence that two values are told of one thing, where it is enough, and their places.

        ``met`` are the pairs found so far; ``bare`` looks at left-out units only.
        """

        def fit(a: Found, b: Found) -> bool:
            return _lacks_unit(a, b, met) if bare else comparable(a, b, self.anchor)

        fits = [[fit(a, b) for b in right] for a in pulsed(left, _OFTEN)]
        rivals = [
            [
                fits_here and (is_slip(a, b) or not told_of_other_times(bead, a, b))
                for b, fits_here in zip(right, row, strict=True)
            ]
            for a, row in zip(pulsed(left, _OFTEN), fits, strict=True)
        ]
        rivals_right = [sum(row[j] for row in rivals) for j in range(len(right))]
        for i, a in enumerate(left):
            pulse()
            rivals_left, beside = sum(rivals[i]), near(a, met)
            for j, b in enumerate(right):
                if not fits[i][j]:
                    continue
                alone = rivals_right[j] == rivals_left == 1
                score = evidence(bead, a, b, beside, alone=alone)
                wanted = _wanted(bead, a, b, enough, alone=alone)
                slip = score >= wanted + _SURE and transposed(a.value, b.value)
                sure = slip or a.value.age or (a.role == b.role and a.role in BALLOT_ROLES)
                if score >= wanted and (sure or not explained(a, b, self.left, self.right)):
                    yield score, i, j


def _wanted(bead: Bead, a: Found, b: Found, enough: float, *, alone: bool) -> float:
    """Return the evidence from which two values are told of one thing."""
    apart = enough > _ENOUGH
    if a.day is not None:
        return enough - _DATES - _ALONE_APART * (alone and apart)
    if not alone or not may_count_one(a.value, b.value):
        return enough
    return enough - (_ALONE_APART if apart else _ALONE * _is_single(bead))


def _is_single(bead: Bead) -> bool:
    return len(bead.left.sentences) == len(bead.right.sentences) == 1


def value_change(bead: Bead, a: Found, b: Found) -> Change:
    """Return the change that two values of a bead tell, with a note."""
    kind = ChangeKind.FIGURE if a.day is None else ChangeKind.DATE
    left = _mention(bead.left, a)
    right = _mention(bead.right, b)
    told = (
        "The left gives the figure as “{left}”, the right as “{right}”."
        if kind is ChangeKind.FIGURE
        else "The left gives the date as “{left}”, the right as “{right}”."
    )
    return Change(kind, left, right, say(told, left=left.text, right=right.text))


def _mention(region: Region, found: Found) -> Mention:
    return region.article.mention(found.paragraph, found.value.start, found.value.end)

"""Figures and dates that disagree inside a link."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.compare.agreement import (
    Day,
    comparable_figures,
    day_of,
    follows_from,
    is_figure,
    same_day,
    same_figure,
)
from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.hedges import bound_before, bounds_disagree
from desktop_app.compare.word_families import families_of, root
from desktop_app.extract.quotations_cues import people_nouns, singular
from desktop_app.model import Article, Change, ChangeKind, EntityType, Mention, Span
from desktop_app.text.values import Value, find_values

_ENOUGH = 2.6
"""Evidence from which two figures or dates are told of the same thing. Tuned on invented sentences and the
pairs with gold: below it, unrelated figures of one sentence meet."""

_DATES = 0.5
"""What two dates need less than two figures: there are fewer of them."""

_MANY = 40_000
"""Pairs of figures of one link up to which they are compared."""

_APART = 0.7
"""Evidence wanted on top where the two sentences correspond only through their paragraphs."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its place: the paragraph, the words before it, and what a date says."""

    paragraph: int
    value: Value
    text: str
    day: Day | None

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.paragraph, self.value.start, self.value.end)


class ValueReader:
    """Reads the values of an article's paragraphs, each paragraph once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._known: dict[int, list[Found]] = {}

    def read(self, paragraph: int) -> list[Found]:
        """Return the values of a paragraph in order."""
        if paragraph not in self._known:
            text = self._article.paragraphs[paragraph].text
            self._known[paragraph] = [
                Found(paragraph, value, text, None if is_figure(value) else day_of(value, text))
                for value in find_values(text)
            ]
        return self._known[paragraph]

    def values(self, paragraph: int) -> list[Value]:
        """Return the bare values of a paragraph in order."""
        return [found.value for found in self.read(paragraph)]


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
    changes: list[Change] = []
    if len(left) * len(right) > _MANY:
        return []  # a table, not a story
    pairs = _agreeing(left, right, anchor)
    changes.extend(_hedged(pairs, left, right, beads))
    rest_left = [v for i, v in enumerate(left) if i not in {i for i, _ in pairs}]
    rest_right = [v for j, v in enumerate(right) if j not in {j for _, j in pairs}]
    met = [(left[i], right[j]) for i, j in pairs]
    rest_left, rest_right = _telling(rest_left), _telling(rest_right)
    for bead in beads:
        a = [v for v in rest_left if bead.left.holds(v.span)]
        b = [v for v in rest_right if bead.right.holds(v.span)]
        found = _disagreeing(bead, a, b, left, right, met, anchor, _ENOUGH)
        changes.extend(_change(bead, x, y) for x, y in found)
        rest_left = [v for v in rest_left if not any(v is x for x, _ in found)]
        rest_right = [v for v in rest_right if not any(v is y for _, y in found)]
    if rest_left and rest_right:
        bead = whole()
        found = _disagreeing(bead, rest_left, rest_right, left, right, met, anchor, _ENOUGH + _APART)
        changes.extend(_change(bead, x, y) for x, y in found)
    return changes


def _telling(values: Sequence[Found]) -> list[Found]:
    """Leave out the figures that are figures of speech: a bare "one"."""
    return [
        v
        for v in values
        if v.value.unit or v.text[v.value.start : v.value.end].lower() not in ("one", "first")
    ]


def _same(a: Found, b: Found, anchor: tuple[date, int] | None) -> bool:
    if a.day is not None and b.day is not None:
        return bool(same_day(a.day, b.day, anchor))
    if a.day is None and b.day is None:
        return same_figure(a.value, b.value)
    return False


def _agreeing(
    left: Sequence[Found], right: Sequence[Found], anchor: tuple[date, int] | None
) -> list[tuple[int, int]]:
    """Pair the values that agree, equal ones first; a value that is told twice may meet one told once."""
    pairs: list[tuple[int, int]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for exact in (True, False):
        for i, a in enumerate(left):
            if i in used_left:
                continue
            for j, b in enumerate(right):
                if j in used_right or (exact and a.value.value != b.value.value):
                    continue
                if _same(a, b, anchor):
                    pairs.append((i, j))
                    used_left.add(i)
                    used_right.add(j)
                    break
    for i, a in enumerate(left):
        if i not in used_left:
            twin = next((j for j, b in enumerate(right) if _same(a, b, anchor)), None)
            if twin is not None:
                pairs.append((i, twin))
                used_left.add(i)
    for j, b in enumerate(right):
        if j not in used_right:
            twin = next((i for i, a in enumerate(left) if _same(a, b, anchor)), None)
            if twin is not None:
                pairs.append((twin, j))
                used_right.add(j)
    return pairs


def _disagreeing(
    bead: Bead,
    left: Sequence[Found],
    right: Sequence[Found],
    all_left: Sequence[Found],
    all_right: Sequence[Found],
    met: Sequence[tuple[Found, Found]],
    anchor: tuple[date, int] | None,
    enough: float,
) -> list[tuple[Found, Found]]:
    scored: list[tuple[float, int, int]] = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            score = _evidence(bead, a, b, left, right, met, anchor)
            wanted = enough if a.day is None else enough - _DATES
            if score >= wanted and (a.value.age or not _explained(a, b, all_left, all_right)):
                scored.append((score, i, j))
    found: list[tuple[Found, Found]] = []
    used_left: set[int] = set()
    used_right: set[int] = set()
    for _, i, j in sorted(scored, key=lambda item: (-item[0], item[1], item[2])):
        if i in used_left or j in used_right:
            continue
        used_left.add(i)
        used_right.add(j)
        found.append((left[i], right[j]))
    return found


_OTHERS = re.compile(
    r"^\W{0,3}(?:other|more|further|previous|earlier|fellow)\b|\bbefore (?:this|him|her|that)\b"
)


def _years_apart(a: Found, b: Found, values: Sequence[Found]) -> bool:
    """Whether two years are told apart by a length of time: "in 2015 ... two years later"."""
    if a.day is None or b.day is None or not a.day.year or not b.day.year:
        return False
    apart = abs(a.day.year - b.day.year)
    return any(v.value.number == apart and v.value.unit == "year" for v in values)


def _explained(a: Found, b: Found, left: Sequence[Found], right: Sequence[Found]) -> bool:
    """Whether one figure follows from others of the other side, or "311 others" meets "312 in all"."""
    if _years_apart(a, b, (*left, *right)):
        return True
    x, y = a.value.number, b.value.number
    if x is None or y is None:
        return False
    if abs(x - y) == 1:
        low, high = (a, b) if x < y else (b, a)
        after = low.text[low.value.end : low.value.end + 32].lower()
        if _OTHERS.search(after):
            return True
        around = high.text[max(0, high.value.start - 30) : high.value.end + 60].lower()
        if (
            "includ" in around
            and "other" in low.text[max(0, low.value.start - 10) : low.value.end + 10].lower()
        ):
            return True
    others_right = [v.value for v in right if v is not b]
    others_left = [v.value for v in left if v is not a]
    return (
        follows_from(b.value, [v.value for v in left])
        or follows_from(a.value, [v.value for v in right])
        or (follows_from(a.value, [*others_left, b.value]) and len(others_left) >= 1 and x > y)
        or (follows_from(b.value, [*others_right, a.value]) and len(others_right) >= 1 and y > x)
    )


def _evidence(
    bead: Bead,
    a: Found,
    b: Found,
    left: Sequence[Found],
    right: Sequence[Found],
    met: Sequence[tuple[Found, Found]],
    anchor: tuple[date, int] | None,
) -> float:
    """Return how surely two values that differ are told of one thing; 0 where they cannot be compared."""
    if (a.day is None) != (b.day is None):
        return 0.0
    if a.day is not None and b.day is not None:
        if same_day(a.day, b.day, anchor) is not False:
            return 0.0
    elif not comparable_figures(a.value, b.value):
        return 0.0
    place_left, place_right = bead.left.place(a.span), bead.right.place(b.span)
    if place_left is None or place_right is None:
        return 0.0
    score = 1.5 * bead.opposed(place_left, place_right)
    score += min(3.0, bead.context(place_left, place_right))
    score += _neighbours(a, b, met)
    if a.day is None:
        score += _nouns(a.value, b.value) + _size(a.value, b.value)
        alike = [v for v in left if v.day is None and comparable_figures(v.value, b.value)]
        unlike = [v for v in right if v.day is None and comparable_figures(a.value, v.value)]
    else:
        alike = [
            v
            for v in left
            if v.day is not None and b.day is not None and same_day(v.day, b.day, anchor) is False
        ]
        unlike = [v for v in right if v.day is not None and same_day(a.day, v.day, anchor) is False]
    if len(alike) == len(unlike) == 1:
        score += 0.8 if a.value.type in (EntityType.CARDINAL, EntityType.ORDINAL) else 1.5
    return score


def _nouns(a: Value, b: Value) -> float:
    if a.type is not EntityType.CARDINAL and a.type is not EntityType.ORDINAL:
        return 0.6
    if not a.unit or not b.unit:
        return 1.0 if not a.unit and not b.unit and max(a.number or 1, b.number or 1) < 1 else 0.0
    if _same_noun(a.unit, b.unit):
        return 1.5
    people = [root(unit) in _PEOPLE or singular(unit) in people_nouns() for unit in (a.unit, b.unit)]
    if all(people) and {root(a.unit), root(b.unit)} & _PEOPLE:
        return 0.8
    return -0.8


_PEOPLE = frozenset(map(root, ("people", "person", "other", "member", "visitor")))


def _same_noun(a: str, b: str) -> bool:
    return root(a) == root(b) or not set(families_of(a)).isdisjoint(families_of(b))


def _size(a: Value, b: Value) -> float:
    if not a.number or not b.number:
        return 0.0
    ratio = max(a.number, b.number) / max(1e-9, min(a.number, b.number))
    first, second = f"{a.number:g}", f"{b.number:g}"
    broken = 0.4 if "." in first and "." in second else 0.0
    if len(first) == len(second) > 1:
        if sorted(first) == sorted(second):
            return 1.6 + broken  # the same digits in another order
        if sum(x != y for x, y in zip(first, second, strict=True)) == 1:
            return 1.0 + broken  # one digit differs
    return 0.3 + broken if ratio <= 3 else (0.0 if ratio <= 10 else -1.0)


def _neighbours(a: Found, b: Found, met: Sequence[tuple[Found, Found]]) -> float:
    """Evidence from a figure beside both that agrees, as the other end of a range does."""
    best = 0.0
    for x, y in met:
        if x.paragraph != a.paragraph or y.paragraph != b.paragraph:
            continue
        if (x.value.start < a.value.start) != (y.value.start < b.value.start):
            continue
        gaps = _gap(x.value, a.value), _gap(y.value, b.value)
        if 0 < gaps[0] <= 12 and 0 < gaps[1] <= 16:
            return 1.2
        if 0 < gaps[0] <= 40 and 0 < gaps[1] <= 40:
            best = 0.6
    return best


def _gap(x: Value, y: Value) -> int:
    return max(y.start - x.end, x.start - y.end)


def _change(bead: Bead, a: Found, b: Found) -> Change:
    kind = ChangeKind.FIGURE if a.day is None else ChangeKind.DATE
    left = _mention(bead.left, a)
    right = _mention(bead.right, b)
    what = "figure" if kind is ChangeKind.FIGURE else "date"
    return Change(
        kind, left, right, f"The left gives the {what} as “{left.text}”, the right as “{right.text}”."
    )


def _mention(region: Region, found: Found) -> Mention:
    return region.article.mention(found.paragraph, found.value.start, found.value.end)


def _told_apart(a: Found, b: Found, beads: Sequence[Bead]) -> bool:
    """Whether two equal figures stand in sentences or among words that are not of one thing."""
    bead = next((bead for bead in beads if bead.left.holds(a.span) and bead.right.holds(b.span)), None)
    if bead is None:
        return True
    first, second = bead.left.place(a.span), bead.right.place(b.span)
    if first is None or second is None:
        return True
    return bead.opposed(first, second) + bead.context(first, second) < _BESIDE


_BESIDE = 0.6
"""Evidence from which two equal figures are told of one thing."""

# "At least 12" against "12" --------------------------------------------------------------------------


def _hedged(
    pairs: Sequence[tuple[int, int]], left: Sequence[Found], right: Sequence[Found], beads: Sequence[Bead]
) -> list[Change]:
    changes: list[Change] = []
    seen: set[tuple[int, int]] = set()
    for i, j in pairs:
        a, b = left[i], right[j]
        if a.value.number is None or (i, j) in seen or a.value.age or b.value.age:
            continue
        if a.value.number != b.value.number:
            continue  # "64" is more than 60
        seen.add((i, j))
        if a.value.type is not b.value.type or _told_apart(a, b, beads):
            continue
        if a.value.type in (EntityType.DATE, EntityType.TIME):
            continue  # "over three weeks" is no bound
        first = bound_before(a.text, a.value.start, a.value.end)
        second = bound_before(b.text, b.value.start, b.value.end)
        if not bounds_disagree(first[0], second[0]):
            continue
        if sum(other is not a and other.value.value == a.value.value for other in left):
            continue  # told twice: which of them meets which is a guess
        own = beads[0].left.article.mention(a.paragraph, first[1], first[2])
        other = beads[0].right.article.mention(b.paragraph, second[1], second[2])
        note = f"The figure is not equally firm: “{own.text}” on the left, “{other.text}” on the right."
        changes.append(Change(ChangeKind.HEDGE, own, other, note))
    return changes

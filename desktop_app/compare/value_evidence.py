"""How surely two figures or dates that differ are told of one thing."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.compare.agreement import Day
from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.figures import is_swapped, seconds
from desktop_app.compare.found_values import Found
from desktop_app.compare.value_frames import (
    counts_elsewhere,
    done_apart,
    in_other_times,
    is_told_ahead,
    sort_of_share,
    words_of_clause,
)
from desktop_app.compare.value_talk import minutes_apart
from desktop_app.compare.word_families import families_of, root
from desktop_app.extract.quotations_cues import people_nouns, singular
from desktop_app.model import EntityType
from desktop_app.text.values import Value


def evidence(bead: Bead, a: Found, b: Found, near: Sequence[tuple[Found, Found]], *, alone: bool) -> float:
    """Return how surely two values that differ are told of one thing.

    ``near`` are the agreeing pairs beside the left one; ``alone`` tells that neither could be another's.
    """
    place_left, place_right = bead.left.place(a.span), bead.right.place(b.span)
    if place_left is None or place_right is None:
        return 0.0
    if not is_slip(a, b) and told_of_other_times(bead, a, b):
        return 0.0
    roles = bool(a.role and b.role)
    if a.role != b.role if roles else _tell_apart(bead, a.value, place_left, b.value, place_right):
        return 0.0
    if not roles and not is_slip(a, b) and _crossed(bead, place_left, place_right):
        return 0.0
    score = 1.5 * bead.opposed(place_left, place_right) + _ROLE * roles
    apart = not roles and _apart(bead, a, place_left, b, place_right)
    if not apart:
        score += min(3.0, bead.context(place_left, place_right))
    score += _neighbours(a, b, near)
    if a.value.age:
        score += 0.6 + _size(a.value, b.value)
    elif a.day is None:
        score += _nouns(a.value, b.value) + _size(a.value, b.value)
    elif b.day is not None:
        score += _nearly(a.day, b.day)
    if apart:
        return score
    if not alone and a.day is not None:
        score += min(_COMMON, 0.5 * _COMMON * bead.common(place_left[0], place_right[0]))
    if alone:
        plain = not a.value.age and {a.value.type, b.value.type} & {EntityType.CARDINAL, EntityType.ORDINAL}
        score += 0.8 if plain else 1.5
        bare = not a.value.unit and not b.value.unit
        if not (bead.opposed(place_left, place_right) or bead.beside(place_left, place_right)):
            return score
        if a.value.type is not EntityType.CARDINAL or bare or _nouns(a.value, b.value) > 0:
            score += min(_COMMON_MOST, _COMMON * bead.common(place_left[0], place_right[0]))
    return score


def told_of_other_times(bead: Bead, a: Found, b: Found) -> bool:
    """Whether one of two dates is of what was done and the other of what will be."""
    if a.day is None or b.day is None:
        return False
    place_left, place_right = bead.left.place(a.span), bead.right.place(b.span)
    if place_left is None or place_right is None:
        return False
    if is_told_ahead(bead.left, place_left) or is_told_ahead(bead.right, place_right):
        return False
    return in_other_times(bead.left, place_left, bead.right, place_right)


_ROLE = 2.4
"""Evidence from two figures that both count those in favour, or both the dead."""

_COMMON, _COMMON_MOST = 0.35, 1.0
"""What each word of weight in both sentences adds to the evidence, and what all of them add at most."""


def _nearly(a: Day, b: Day) -> float:
    """Evidence from the parts of two dates that agree: "9 October 2019" and "19 October 2019"."""
    if misprinted(a, b):
        return 0.8
    if a.other and b.other and a.weekday is not None and b.weekday is not None:
        ways = a.other.split()[0], b.other.split()[0]
        return 1.2 if ways[0] == ways[1] and ways[0] in ("last", "next") else 0.0
    same = [x == y for x, y in ((a.year, b.year), (a.month, b.month), (a.day, b.day)) if x and y]
    one_differs = len(same) > 1 and sum(same) == len(same) - 1
    return 1.2 if one_differs and (a.month == b.month or len(same) > 2) else 0.0


def _crossed(bead: Bead, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether each side tells of what the other does, but elsewhere: "rents rose by 11 percent, faster than
    wages" and "wages rose by 5 percent, slower than rents".
    """
    one, other = _between_marks(bead.left, left), _between_marks(bead.right, right)
    around = [
        {region.words[number].near for number in region.sentence_of(place[0]) if region.words[number].heavy}
        for region, place in ((bead.left, left), (bead.right, right))
    ]
    return bool((one - other) & (around[1] - other)) and bool((other - one) & (around[0] - one))


def _between_marks(region: Region, place: tuple[int, int]) -> set[str]:
    """Return the families of the words of weight around a stretch, as far as no mark parts them from it."""
    home = region.sentence_of(place[0])
    first, after = place
    while first > home.start and not region.words[first].after_mark:
        first -= 1
    while after < home.stop and not region.words[after].after_mark:
        after += 1
    return {word.near for word in region.words[first:after] if word.heavy}


def misprinted(a: Day, b: Day) -> bool:
    """Whether two years, or two minutes of an hour, have the same digits in another order: 1823, 1832."""
    if a.clock and b.clock:
        return a.clock[:3] == b.clock[:3] and sorted(a.clock[:5]) == sorted(b.clock[:5])
    if not a.year or not b.year or (a.month, a.day) != (b.month, b.day):
        return False
    return a.year != b.year and sorted(str(a.year)) == sorted(str(b.year))


def _apart(bead: Bead, a: Found, left: tuple[int, int], b: Found, right: tuple[int, int]) -> bool:
    """Whether two values stand in clauses that have nothing in common."""
    one = words_of_clause(bead.left, left, a.value.unit)
    other = words_of_clause(bead.right, right, b.value.unit)
    if not one or not other or not one.isdisjoint(other):
        return False
    return a.value.type is b.value.type and not is_slip(a, b)


def _tell_apart(bead: Bead, a: Value, left: tuple[int, int], b: Value, right: tuple[int, int]) -> bool:
    """Whether the words that govern two figures are of different things."""
    if a.type is EntityType.PERCENT:
        sorts = sort_of_share(bead.left, left), sort_of_share(bead.right, right)
        return all(sorts) and sorts[0] != sorts[1]
    slip = is_swapped(a.number or 0, b.number or 0)
    if a.type is EntityType.CARDINAL and a.unit and b.unit and not slip and not _same_noun(a.unit, b.unit):
        return counts_elsewhere(bead.right, right, a.unit) or counts_elsewhere(bead.left, left, b.unit)
    if a.type is b.type is EntityType.ORDINAL:
        nouns = _ranked(bead.left, left), _ranked(bead.right, right)
        return all(nouns) and nouns[0].isdisjoint(nouns[1])
    if a.unit == "year" and not a.age:
        return done_apart(bead.left, left, bead.right, right)
    return False


def is_slip(a: Found, b: Found) -> bool:
    """Whether two values are so near to each other that hardly two facts are told: 2,612 and 2,621."""
    if a.day is None or b.day is None:
        return _size(a.value, b.value) >= 1.0 or a.value.value.split()[:2] == b.value.value.split()[:2]
    if a.day.clock and b.day.clock:
        return minutes_apart(a.day.clock, b.day.clock) <= _HOURS
    if a.day.weekday is not None and b.day.weekday is not None:
        return (a.day.weekday - b.day.weekday) % 7 in (1, 2, 5, 6)
    if a.day.year and b.day.year and not (a.day.month or b.day.month):
        return abs(a.day.year - b.day.year) <= _YEARS or sorted(str(a.day.year)) == sorted(str(b.day.year))
    if a.day.month and b.day.month:
        return (a.day.month - b.day.month) % 12 in (0, 1, 11)
    return False


_HOURS, _YEARS = 150, 2
"""Minutes and years between two times of day and two years that are hardly two facts."""


def _ranked(region: Region, place: tuple[int, int]) -> frozenset[str]:
    """Return the families of the two words of weight behind an ordinal: "second leg of the final"."""
    after = region.words[place[1] : min(place[1] + 4, region.sentence_of(place[0]).stop)]
    return frozenset([word.near for word in after if word.heavy][:2])


def _nouns(a: Value, b: Value) -> float:
    if a.type is not EntityType.CARDINAL and a.type is not EntityType.ORDINAL:
        return 0.6
    if a.type is not b.type:  # "70 percent" and "four fifths"; "8 minutes" and "18"
        return 0.6 if EntityType.PERCENT in (a.type, b.type) else -0.3
    if not a.unit or not b.unit:
        return 1.0 if not a.unit and not b.unit and max(a.number or 1, b.number or 1) < 1 else 0.0
    if _same_noun(a.unit, b.unit):
        return 1.5
    people = [_is_people(unit) for unit in (a.unit, b.unit)]
    if "person" in (a.unit, b.unit):
        return 0.8 if all(people) else 0.3
    if all(people):
        other = 0.0 if _size(a, b) >= 1.0 else -0.8  # "13 councillors", "15 representatives"
        return 0.8 if {root(a.unit), root(b.unit)} & _PEOPLE else other
    return -0.8


def may_count_one(a: Value, b: Value) -> bool:
    """Whether two figures may well count the same: not one with a noun of things and one without a noun."""
    if a.type is not b.type or a.type is EntityType.ORDINAL:
        return EntityType.PERCENT in (a.type, b.type)
    if a.type is not EntityType.CARDINAL or _nouns(a, b) > 0:
        return True
    if min(a.number or 0, b.number or 0) >= _LARGE:
        return bool(a.unit) != bool(b.unit) or (_is_people(a.unit) and _is_people(b.unit))
    return (not a.unit or _is_people(a.unit)) and (not b.unit or _is_people(b.unit))


_LARGE = 100


def _is_people(unit: str) -> bool:
    return root(unit) in _PEOPLE or singular(unit) in people_nouns()


_PEOPLE = frozenset(map(root, ("people", "person", "other", "member", "visitor", "man", "worker")))


def _same_noun(a: str, b: str) -> bool:
    """Whether two counted nouns are of one family, or one ends with the other ("bedroom", "room")."""
    if root(a) == root(b) or not set(families_of(a)).isdisjoint(families_of(b)):
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= _TELLING and long.endswith(short)


_TELLING = 4
"""Letters of a noun that another one may be made with."""


def transposed(a: Value, b: Value) -> bool:
    """Whether two figures have the same digits in another order: a slip, whatever they may follow from."""
    first, second = f"{a.number or 0:g}", f"{b.number or 0:g}"
    return a.type is b.type and len(first) > 1 and first != second and sorted(first) == sorted(second)


def _size(a: Value, b: Value) -> float:
    if not a.number or not b.number:
        return 0.0
    if a.type is not b.type:
        return 0.3
    lengths = seconds(a), seconds(b)
    if a.unit != b.unit and all(lengths):
        return 0.3 if max(lengths) <= 3 * min(lengths) else -1.0
    ratio = max(a.number, b.number) / max(1e-9, min(a.number, b.number))
    first, second = f"{a.number:g}", f"{b.number:g}"
    broken = 0.4 if "." in first and "." in second else 0.0
    if len(first) == len(second) > 1:
        if sorted(first) == sorted(second):
            digits = len(first.replace(".", "").rstrip("0"))
            return (1.6 if digits < _DIGITS else _SWAPPED) + broken  # the same digits in another order
        if sum(x != y for x, y in zip(first, second, strict=True)) == 1:
            return 1.0 + broken  # one digit differs
    return 0.3 + broken if ratio <= 3 else (-0.4 if ratio <= 10 else -1.5)


_DIGITS, _SWAPPED = 3, 2.4
"""Digits of a figure that are hardly the same in another order by chance, and what they are evidence of."""

_BESIDE_GAP = 40
"""Letters between two figures that still stand beside each other."""


def near(a: Found, met: Sequence[tuple[Found, Found]]) -> list[tuple[Found, Found]]:
    """Return the agreeing pairs whose left figure stands beside one of the left."""
    return [
        (x, y) for x, y in met if x.paragraph == a.paragraph and 0 < _gap(x.value, a.value) <= _BESIDE_GAP
    ]


def _neighbours(a: Found, b: Found, near: Sequence[tuple[Found, Found]]) -> float:
    """Evidence from figures beside both that agree, as the other end of a range does."""
    before = after = 0.0
    for x, y in near:
        if y.paragraph != b.paragraph:
            continue
        if (x.value.start < a.value.start) != (y.value.start < b.value.start):
            continue
        gaps = _gap(x.value, a.value), _gap(y.value, b.value)
        beside = 0.0
        if gaps[0] <= 12 and 0 < gaps[1] <= 16:
            beside = 1.2
        elif 0 < gaps[1] <= _BESIDE_GAP:
            beside = 0.6
        if x.value.start < a.value.start:
            before = max(before, beside)
        else:
            after = max(after, beside)
    return before + after if before and after else max(before, after)


def _gap(x: Value, y: Value) -> int:
    return max(y.start - x.end, x.start - y.end)

"""Figures and dates that disagree inside a link."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from desktop_app.compare.agreement import same_day
from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.bounds import bound_before, bounds_disagree
from desktop_app.compare.figures import comparable_figures, same_figure, seconds, unit_left_out
from desktop_app.compare.found_values import Found
from desktop_app.compare.homes import Homes
from desktop_app.compare.value_evidence import evidence, near, told_of_other_times
from desktop_app.compare.value_talk import follows_from, reconciled
from desktop_app.model import Change, ChangeKind, EntityType, Mention, pulse
from desktop_app.text.phrases import say

_ENOUGH = 2.6
"""Evidence from which two figures or dates are told of the same thing. Tuned on invented sentences and the
pairs with gold: below it, unrelated figures of one sentence meet."""

_DATES = 0.5
"""What two dates need less than two figures: there are fewer of them."""

_MANY = 40_000
"""Pairs of figures of one link up to which they are compared."""

_APART = 0.7
"""Evidence wanted on top where the two sentences correspond only through their paragraphs."""


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
    homes = Homes(beads)
    changes.extend(_hedged(pairs, left, right, homes))
    agreed = {i for i, _ in pairs}, {j for _, j in pairs}
    rest_left = _telling([v for i, v in enumerate(left) if i not in agreed[0]])
    rest_right = _telling([v for j, v in enumerate(right) if j not in agreed[1]])
    met = [(left[i], right[j]) for i, j in pairs]
    told: set[int] = set()
    for bead, a, b in homes.shared(rest_left, rest_right):
        found = _disagreeing(bead, a, b, left, right, met, anchor, _ENOUGH)
        changes.extend(_change(bead, x, y) for x, y in found)
        told.update(id(value) for both in found for value in both)
    rest_left, rest_right = ([v for v in rest if id(v) not in told] for rest in (rest_left, rest_right))
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
        if v.value.unit or v.vote or v.text[v.value.start : v.value.end].lower() not in ("one", "first")
    ]


def _same(a: Found, b: Found, anchor: tuple[date, int] | None) -> bool:
    if a.day is not None and b.day is not None:
        return bool(same_day(a.day, b.day, anchor))
    if a.day is None and b.day is None:
        return same_figure(a.value, b.value) or _inside_bound(a, b) or _inside_bound(b, a)
    return False


def _inside_bound(a: Found, b: Found) -> bool:
    """Whether a figure lies just inside the bound that the other gives: "640" and "more than 600"."""
    x, y = seconds(a.value) or a.value.number, seconds(b.value) or b.value.number
    if not x or not y or a.value.age or not comparable_figures(a.value, b.value):
        return False
    if a.value.type is not b.value.type:  # "nearly half", "44 percent"
        nearly = _NEARLY.match(a.text, a.value.start) is not None
        return nearly and x < 1 and 0.86 * x <= y / 100 <= x
    bound = bound_before(a.text, a.value.start, a.value.end)[0]
    if not bound or bound_before(b.text, b.value.start, b.value.end)[0]:
        return False
    most = 1.25 if x >= 1000 and f"{x:e}".startswith("1.000000") else 1.1  # "over a million": 1.2 million
    near = (bound == "lower" and x <= y <= most * x) or (bound == "upper" and 0.9 * x <= y <= x)
    return near or (bound == "about" and abs(x - y) <= 0.05 * x)


_NEARLY = re.compile(r"(?:nearly|almost|just under|close to)\b", re.I)


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
            twin = next((j for j, b in enumerate(right) if _told_again(a, b, anchor)), None)
            if twin is not None:
                pairs.append((i, twin))
                used_left.add(i)
    for j, b in enumerate(right):
        if j not in used_right:
            twin = next((i for i, a in enumerate(left) if _told_again(a, b, anchor)), None)
            if twin is not None:
                pairs.append((twin, j))
                used_right.add(j)
    return pairs


def _told_again(a: Found, b: Found, anchor: tuple[date, int] | None) -> bool:
    """Whether a value may be the other side's told once more: small counts must be of the same thing."""
    small = a.value.type is b.value.type is EntityType.CARDINAL and (a.value.number or 0) <= _SMALL
    return (not small or a.value.value == b.value.value) and _same(a, b, anchor)


_SMALL = 12
"""Counts up to which equal ones in a link may well be of different things."""


def _disagreeing(
    bead: Bead,
    left: Sequence[Found],
    right: Sequence[Found],
    all_left: Sequence[Found],
    all_right: Sequence[Found],
    met: Sequence[tuple[Found, Found]],
    anchor: tuple[date, int] | None,
    enough: float,
    *,
    bare: bool = False,
) -> list[tuple[Found, Found]]:
    """Return pairs of values that disagree, the surest first; ``bare`` looks at left-out units only."""
    scored: list[tuple[float, int, int]] = []
    if bare:
        fits = [
            [
                a.day is b.day
                and not _short(a, b)
                and (unit_left_out(a.value, b.value) or _takes_unit(a, b, met))
                for b in right
            ]
            for a in left
        ]
    else:
        fits = [[_comparable(a, b, anchor) for b in right] for a in left]
    rivals = [
        [fit and not told_of_other_times(bead, a, b) for b, fit in zip(right, row, strict=True)]
        for a, row in zip(left, fits, strict=True)
    ]
    alike = [sum(row[j] for row in rivals) for j in range(len(right))]
    for i, a in enumerate(left):
        pulse()
        unlike, beside = sum(rivals[i]), near(a, met)
        for j, b in enumerate(right):
            if not fits[i][j]:
                continue
            score = evidence(bead, a, b, beside, alone=alike[j] == unlike == 1)
            wanted = enough if a.day is None else enough - _DATES
            sure = a.value.age or (a.vote and b.vote)
            if score >= wanted and (sure or not _explained(a, b, all_left, all_right)):
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
    if bare or len(left) == len(found) or len(right) == len(found):
        return found
    # what is left over may now be the only one of its sort, or one side leaves a unit out
    rest_left = [v for i, v in enumerate(left) if i not in used_left]
    rest_right = [v for j, v in enumerate(right) if j not in used_right]
    if rest_left and rest_right:
        told = [*met, *found]
        args = bead, rest_left, rest_right, all_left, all_right, told, anchor, enough
        found += _disagreeing(*args, bare=not found)
    return found


def _short(*values: Found) -> bool:
    """Whether one of some figures is an age without its years, or counts what one before it does: "until he
    was 19", "by 52 votes to 40".
    """
    return any(_LIVED.search(v.text[max(0, v.value.start - 16) : v.value.start]) for v in values)


def _takes_unit(a: Found, b: Found, met: Sequence[tuple[Found, Found]]) -> bool:
    """Whether one figure is bare and the other has the unit of a figure told before both, on which the sides
    agree: "adults pay 12 crowns, children 8".
    """
    bare, full = (a, b) if not a.value.unit else (b, a)
    if bare.value.unit or bare.value.type is not EntityType.CARDINAL or not full.value.unit or bare.vote:
        return False
    if bare.value.number is None or full.value.number is None or bare.value.number == full.value.number:
        return False
    if any(_COMPARING.match(each.text, each.value.end) for each in (a, b)):
        return False
    for pair in met:
        own, other = pair if bare is a else pair[::-1]
        if (own.value.type, own.value.unit) == (full.value.type, full.value.unit) == (
            other.value.type,
            other.value.unit,
        ) and all(
            x.paragraph == y.paragraph and 0 < y.value.start - x.value.end <= _ELLIPSIS
            for x, y in ((own, bare), (other, full))
        ):
            return True
    return False


_COMPARING = re.compile(r"\s(?:more|less|fewer|higher|lower|above|below|times)\b", re.I)
_ELLIPSIS = 50
"""Letters over which a figure still takes the unit of the one before it."""

_LIVED = re.compile(r"\b(?:(?:he|she|who|i) (?:is|was|turned)|to) $", re.I)
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
        beside = high.text[high.value.end : high.value.end + 32].lower()
        if _OTHERS.search(after) and not _OTHERS.search(beside):
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


def _comparable(a: Found, b: Found, anchor: tuple[date, int] | None) -> bool:
    """Whether two values could be one fact told differently."""
    if reconciled(a, b):
        return False
    if a.day is not None and b.day is not None:
        if (a.day.other or b.day.other) and _shifted(a) != _shifted(b):
            return False
        return same_day(a.day, b.day, anchor) is False
    return a.day is b.day and comparable_figures(a.value, b.value)


def _shifted(found: Found) -> str:
    """Return the word before a date that tells of a time beside it ("after the weekend")."""
    before = found.text[: found.value.start].rstrip().rpartition(" ")[2].lower()
    return before if before in ("after", "before") else ""


def _change(bead: Bead, a: Found, b: Found) -> Change:
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


def _told_apart(bead: Bead, a: Found, b: Found) -> bool:
    """Whether two equal figures stand among words that are not of one thing."""
    first, second = bead.left.place(a.span), bead.right.place(b.span)
    if first is None or second is None:
        return True
    return bead.opposed(first, second) + bead.context(first, second) < _BESIDE


_BESIDE = 0.6
"""Evidence from which two equal figures are told of one thing."""

# "At least 12" against "12" --------------------------------------------------------------------------


def _hedged(
    pairs: Sequence[tuple[int, int]], left: Sequence[Found], right: Sequence[Found], homes: Homes
) -> list[Change]:
    changes: list[Change] = []
    times = Counter(found.value.value for found in left)
    seen: set[tuple[int, int]] = set()
    for i, j in pairs:
        a, b = left[i], right[j]
        if a.value.number is None or (i, j) in seen or a.value.age or b.value.age:
            continue
        if a.value.number != b.value.number:
            continue  # "64" is more than 60
        seen.add((i, j))
        bead = homes.of(a.span, b.span) if a.value.type is b.value.type else None
        if bead is None or a.value.type is EntityType.ORDINAL:
            continue
        single = len(bead.left.sentences) == len(bead.right.sentences) == 1
        if _told_apart(bead, a, b) and not single:
            continue
        first = bound_before(a.text, a.value.start, a.value.end)
        second = bound_before(b.text, b.value.start, b.value.end)
        if not bounds_disagree(first[0], second[0]):
            continue
        if a.value.type in (EntityType.DATE, EntityType.TIME) and not (_firm(a, first) or _firm(b, second)):
            continue  # "over three weeks" is no bound
        if _in_brackets(a) or _in_brackets(b):
            continue  # "up to 4.5 metres (15 feet)"
        if times[a.value.value] > 1:
            continue  # told twice: which of them meets which is a guess
        own = bead.left.article.mention(a.paragraph, first[1], first[2])
        other = bead.right.article.mention(b.paragraph, second[1], second[2])
        note = say(
            "The figure is not equally firm: “{left}” on the left, “{right}” on the right.",
            left=own.text,
            right=other.text,
        )
        changes.append(Change(ChangeKind.HEDGE, own, other, note))
    return changes


_FIRM = re.compile(r"\W*(?:at (?:least|most)|(?:no|not) (?:more|less|fewer)|up to|a (?:min|max)imum)\b", re.I)


def _firm(found: Found, bound: tuple[str, int, int]) -> bool:
    """Whether a bound is given in words that mean nothing else, as "over" does before a length of time."""
    return bool(_FIRM.match(found.text[bound[1] : bound[2]]))


def _in_brackets(found: Found) -> bool:
    return found.text[: found.value.start].rstrip().endswith("(")

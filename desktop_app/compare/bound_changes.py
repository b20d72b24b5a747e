"""Figures that one side gives as a bound or as possible only: "at least 12" against "12"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.compare.beads import Bead
from desktop_app.compare.bounds import bound_before, bounds_disagree, is_peak
from desktop_app.compare.found_values import Found
from desktop_app.compare.homes import Homes
from desktop_app.model import Change, ChangeKind, EntityType
from desktop_app.text.phrases import say


def bound_changes(
    pairs: Sequence[tuple[int, int]], left: Sequence[Found], right: Sequence[Found], homes: Homes
) -> list[Change]:
    """Return the figures on which both sides agree, but which one of them calls a bound or only possible.

    ``pairs`` are places in ``left`` and ``right``, the values of a link; ``homes`` its beads.
    """
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
        first = bound_before(a.text, a.value.start, a.value.end)
        second = bound_before(b.text, b.value.start, b.value.end)
        if not first[0] and not second[0]:
            continue
        maybe = _maybe(a), _maybe(b)
        if maybe[0] != maybe[1]:
            first, second = _at_most(a, first, maybe[0]), _at_most(b, second, maybe[1])
        if not bounds_disagree(first[0], second[0]) or _in_places(a) or _in_places(b):
            continue
        if _denies(a) != _denies(b):
            continue  # "not for fewer than ten", "for ten or more"
        upper = {first[0], second[0]} == {"upper", ""}
        if upper and all(maybe):
            continue  # "up to 500 jobs may be created", "could create 500 jobs"
        peaks = is_peak(a.text, first[1]) and is_peak(b.text, second[1])
        if peaks and upper:
            continue
        if a.value.type in (EntityType.DATE, EntityType.TIME) and not (_firm(a, first) or _firm(b, second)):
            continue  # "over three weeks" is no bound
        if _in_brackets(a) or _in_brackets(b):
            continue  # "up to 4.5 metres (15 feet)"
        single = len(bead.left.sentences) == len(bead.right.sentences) == 1
        if not single and _told_apart(bead, a, b):
            continue
        if times[a.value.value] > 1:
            continue  # told twice: which of them meets which is a guess
        if upper and any(maybe):
            first, second = _with_verb(a, first), _with_verb(b, second)
        own = bead.left.article.mention(a.paragraph, first[1], first[2])
        other = bead.right.article.mention(b.paragraph, second[1], second[2])
        note = say(
            "The figure is not equally firm: “{left}” on the left, “{right}” on the right.",
            left=own.text,
            right=other.text,
        )
        changes.append(Change(ChangeKind.HEDGE, own, other, note))
    return changes


_Bound = tuple[str, int, int]


def _clause(found: Found) -> tuple[int, int]:
    """Return the offsets of the clause of a figure, as far as marks tell."""
    start, end = found.value.start, found.value.end
    opening = [match.end() for match in _MARK.finditer(found.text, max(0, start - _CLAUSE), start)]
    closing = _MARK.search(found.text, end, min(len(found.text), end + _CLAUSE))
    first = opening[-1] if opening else max(0, start - _CLAUSE)
    return first, closing.start() if closing else min(len(found.text), end + _CLAUSE)


_CLAUSE = 60
"""Letters before and behind a figure in which its clause says that it is only possible."""

_MARK = re.compile(r"[,;:.—–“”](?=\s|$)|\s(?:and|but|who|which|if|because)\s")


def _maybe(found: Found) -> bool:
    """Whether a figure stands in a clause that only says what may be."""
    return bool(_MAYBE.search(found.text, *_clause(found)))


_MAYBE = re.compile(r"\b(?:may|might|could)\b", re.I)
_AS_MANY = re.compile(r"as (?:many|much) as\b", re.I)
_VERB = re.compile(r"\b(?:may|might|could|will|would|is|are|was|were|has|have)\b(?:\s[\w’'-]+)?", re.I)


def _at_most(found: Found, bound: _Bound, maybe: bool) -> _Bound:
    """Return the bound of a figure, "as many as 12 may" taken for one."""
    most = maybe and _AS_MANY.match(found.text, bound[1])
    return ("upper", *bound[1:]) if most else bound


def _with_verb(found: Found, bound: _Bound) -> _Bound:
    """Return a bound with the verb of its clause: "up to 40 jobs may go"."""
    verb = _VERB.search(found.text, *_clause(found))
    return (bound[0], min(bound[1], verb.start()), max(bound[2], verb.end())) if verb else bound


def _denies(found: Found) -> bool:
    """Whether a figure stands in a clause that is denied."""
    start = max(0, found.value.start - _CLAUSE)
    return bool(re.search(r"\b(?:not|no|never)\b|n[’']t\b", found.text[start : found.value.start]))


def _in_places(found: Found) -> bool:
    """Whether a figure tells how far something goes at most, in other words: "in places 15 metres deep"."""
    start = found.value.start
    return bool(_PLACES.search(found.text, max(0, start - _CLAUSE), start))


_PLACES = re.compile(
    r"\breach(?:es|ing)?\s$|\b(?:in (?:some )?(?:places|parts|spots)|at (?:its|their) \w+est)\b[^.;]*$", re.I
)
_FIRM = re.compile(r"\W*(?:at (?:least|most)|(?:no|not) (?:more|less|fewer)|up to|a (?:min|max)imum)\b", re.I)


def _firm(found: Found, bound: tuple[str, int, int]) -> bool:
    """Whether a bound is given in words that mean nothing else, as "over" does before a length of time."""
    return bool(_FIRM.match(found.text[bound[1] : bound[2]]))


def _in_brackets(found: Found) -> bool:
    return found.text[: found.value.start].rstrip().endswith("(")


def _told_apart(bead: Bead, a: Found, b: Found) -> bool:
    """Whether two equal figures stand among words that are not of one thing."""
    first, second = bead.left.place(a.span), bead.right.place(b.span)
    if first is None or second is None:
        return True
    return bead.opposed(first, second) + bead.context(first, second) < _BESIDE


_BESIDE = 0.6
"""Evidence from which two equal figures are told of one thing."""

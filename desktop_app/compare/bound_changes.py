"""Figures that one side gives as a bound or as possible only: "at least 12" against "12"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from desktop_app.compare.beads import Bead
from desktop_app.compare.bounds import Bound, bound_of, bounds_disagree, is_peak
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
    for i, j in dict.fromkeys(pairs):
        a, b = left[i], right[j]
        if not _is_same_figure(a, b):
            continue
        bead = homes.of(a.span, b.span)
        bounds = _differing_bounds(a, b) if bead is not None else None
        if bead is None or bounds is None or _told_apart(bead, a, b):
            continue
        if times[a.value.value] > 1:
            continue  # told twice: which of them meets which is a guess
        own = bead.left.article.mention(a.paragraph, bounds[0].start, bounds[0].end)
        other = bead.right.article.mention(b.paragraph, bounds[1].start, bounds[1].end)
        note = say(
            "The figure is not equally firm: “{left}” on the left, “{right}” on the right.",
            left=own.text,
            right=other.text,
        )
        changes.append(Change(ChangeKind.HEDGE, own, other, note))
    return changes


def _is_same_figure(a: Found, b: Found) -> bool:
    """Whether two values that agree are one figure of one sort to the last digit: "64" is more than 60."""
    if a.value.number is None or a.value.number != b.value.number:
        return False
    sorts = a.value.type, b.value.type
    return sorts[0] is sorts[1] is not EntityType.ORDINAL and not a.value.age and not b.value.age


def _differing_bounds(a: Found, b: Found) -> tuple[Bound, Bound] | None:
    """Return the bounds of one figure as they are to be marked, None where both may mean the same."""
    first, second = (bound_of(found.text, found.value.start, found.value.end) for found in (a, b))
    if not first.kind and not second.kind:
        return None
    maybe = _maybe(a), _maybe(b)
    if maybe[0] != maybe[1]:
        first, second = _at_most(a, first, maybe[0]), _at_most(b, second, maybe[1])
    if not bounds_disagree(first.kind, second.kind) or _in_places(a) or _in_places(b):
        return None
    if _denies(a) != _denies(b):
        return None  # "not for fewer than ten", "for ten or more"
    if a.value.type in (EntityType.DATE, EntityType.TIME) and not (_firm(a, first) or _firm(b, second)):
        return None  # "over three weeks" is no bound
    if _in_brackets(a) or _in_brackets(b):
        return None  # "up to 4.5 metres (15 feet)"
    if {first.kind, second.kind} == {"upper", ""}:
        if all(maybe):
            return None  # "up to 500 jobs may be created", "could create 500 jobs"
        if maybe[1 if first.kind else 0]:
            return None  # "faces up to 12 years", "could get 12 years"
        if is_peak(a.text, first.start) and is_peak(b.text, second.start):
            return None  # "gusts of up to 90 miles an hour"
        if any(maybe) or _likely(a) != _likely(b):
            return _with_verb(a, first), _with_verb(b, second)
    return first, second


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


def _likely(found: Found) -> bool:
    """Whether a figure stands in a clause of what is only likely to come."""
    return bool(_LIKELY.search(found.text, *_clause(found)))


_LIKELY = re.compile(r"\b(?:should|expected to|likely to)\b", re.I)
_AS_MANY = re.compile(r"as (?:many|much) as\b", re.I)
_VERB = re.compile(r"\b(?:may|might|could|should|will|would|is|are|was|were|has|have)\b(?:\s[\w’'-]+)?", re.I)


def _at_most(found: Found, bound: Bound, maybe: bool) -> Bound:
    """Return the bound of a figure, "as many as 12 may" taken for one."""
    most = maybe and _AS_MANY.match(found.text, bound.start)
    return bound._replace(kind="upper") if most else bound


def _with_verb(found: Found, bound: Bound) -> Bound:
    """Return a bound with the verb of its clause: "up to 40 jobs may go"."""
    verb = _VERB.search(found.text, *_clause(found))
    return Bound(bound.kind, min(bound.start, verb.start()), max(bound.end, verb.end())) if verb else bound


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


def _firm(found: Found, bound: Bound) -> bool:
    """Whether a bound is given in words that mean nothing else, as "over" does before a length of time."""
    return bool(_FIRM.match(found.text[bound.start : bound.end]))


def _in_brackets(found: Found) -> bool:
    return found.text[: found.value.start].rstrip().endswith("(")


def _told_apart(bead: Bead, a: Found, b: Found) -> bool:
    """Whether two equal figures stand among words that are not of one thing, in sentences of several."""
    if len(bead.left.sentences) == len(bead.right.sentences) == 1:
        return False
    first, second = bead.left.place(a.span), bead.right.place(b.span)
    if first is None or second is None:
        return True
    return bead.opposed(first, second) + bead.context(first, second) < _BESIDE


_BESIDE = 0.6
"""Evidence from which two equal figures are told of one thing."""

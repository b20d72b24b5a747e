"""Statements that one side denies and the other makes."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.compare.beads import Bead, Region, left_first
from desktop_app.compare.contradictions import contradictions
from desktop_app.compare.demands import demands
from desktop_app.compare.denial_checks import SAYING, harmless
from desktop_app.compare.denial_frames import met_in_frame
from desktop_app.compare.denial_scopes import denies_no_such_thing, of_other_cases
from desktop_app.compare.denial_spans import denial_span, target_span
from desktop_app.compare.denials import Denial, denies_clause, find_denials, is_aside, is_refusal
from desktop_app.compare.proofs import unproved
from desktop_app.compare.stances import Stance, agree, find_stances, opposed_stances, stance_span
from desktop_app.compare.word_families import is_past, roots
from desktop_app.model import Change, ChangeKind, pulse
from desktop_app.text.lexicons import read_words
from desktop_app.text.phrases import say

_LEFT = "The left denies what the other says: “{left}” on the left, “{right}” on the right."
_RIGHT = "The right denies what the other says: “{left}” on the left, “{right}” on the right."
_ENOUGH = 2.2
"""Evidence (shared words around, equal words beside) from which two predicates are told of the same thing."""


_UNIQUE_ENOUGH = 0.6
"""The same where the predicate stands once on each side."""


_CLAUSE_EXTRA = 0.3
"""What a word of a clause that is denied as a whole needs on top."""


_FAMILY_ENOUGH, _FAMILY_ONCE = 2.6, 2.2
"""The same where the other side uses another word for the predicate; where that word stands there once."""


_CLAUSE_WORDS = 3
"""Words of weight that an embedded clause must share with the other side's."""


_REPORTED = read_words("disagreement_words.txt", "reported")


def negation_changes(bead: Bead, *, strict: float = 0.0) -> list[Change]:
    """Return the statements of a bead that one side denies and the other makes.

    ``strict`` is evidence wanted on top, for sentences that correspond only through their paragraphs.
    """
    left, right = find_denials(bead.left), find_denials(bead.right)
    contrary = [c for c in contradictions(bead, left, right) if not _of_other_cases(bead, c)]
    refusals = [c for c in contrary if is_refusal(c.left.text) or is_refusal(c.right.text)]
    changes = [*refusals, *_one_way(bead, left, right, strict, mirrored=False)]
    changes = [c for i, c in enumerate(changes) if not any(_overlap(c, other) for other in changes[:i])]
    for change in (*_one_way(bead, right, left, strict, mirrored=True), *contrary, *demands(bead)):
        if not any(_overlap(change, other) for other in changes):
            changes.append(change)
    stances = find_stances(bead, left, right) if changes or not strict else ((), ())
    if all(stances):
        changes = [change for change in changes if not _told_alike(bead, change, stances)]
    for a, b in opposed_stances(bead, *stances) if all(stances) and not strict else ():
        change = _opposed(bead, a, b)
        if not _of_other_cases(bead, change) and not any(
            _in_one_sentence(bead, change, other) for other in changes
        ):
            changes.append(change)
    return changes


def _of_other_cases(bead: Bead, change: Change) -> bool:
    """Whether the two sides of a change are told of other cases."""
    left, right = bead.left.place(change.left), bead.right.place(change.right)
    return left is not None and right is not None and of_other_cases(bead, left[1] - 1, right[1] - 1)


def _in_one_sentence(bead: Bead, change: Change, other: Change) -> bool:
    """Whether two changes stand in the same sentence on both sides."""
    return all(
        a is not None and b is not None and region.words[a[0]].sentence == region.words[b[0]].sentence
        for region, one, two in (
            (bead.left, change.left, other.left),
            (bead.right, change.right, other.right),
        )
        for a, b in [(region.place(one), region.place(two))]
    )


def _told_alike(bead: Bead, change: Change, stances: tuple[Sequence[Stance], Sequence[Stance]]) -> bool:
    """Whether both sides say the same of a matter where a change marks them: "not to blame", "cleared"."""
    left, right = bead.left.place(change.left), bead.right.place(change.right)
    return left is not None and right is not None and agree(*stances, (left, right))


def _opposed(bead: Bead, a: Stance, b: Stance) -> Change:
    """Return the change of a matter that one side affirms and the other denies."""
    first, second = (
        bead.left.mention(*stance_span(bead.left, a)),
        bead.right.mention(*stance_span(bead.right, b)),
    )
    return Change(
        ChangeKind.NEGATION,
        first,
        second,
        say(_LEFT if a.sign < 0 else _RIGHT, left=first.text, right=second.text),
    )


def _overlap(a: Change, b: Change) -> bool:
    return a.left.overlaps(b.left) or a.right.overlaps(b.right)


def _one_way(
    bead: Bead, denials: Sequence[Denial], others: Sequence[Denial], strict: float, *, mirrored: bool
) -> list[Change]:
    own, other = bead.sides(mirrored)
    changes: list[Change] = []
    for denial in denials:
        pulse()
        if not denial.denied:
            continue
        extra = strict or _CLAUSE_EXTRA * denies_clause(own.words[denial.first])
        met = ((_counterpart(bead, denial, each, extra, mirrored=mirrored), each) for each in denial.denied)
        target, denied = next((found for found in met if found[0] is not None), (None, denial.denied[0]))
        by_word = target is not None
        if target is None:
            target = _embedded(denial, own, other, others)
        if target is None and not strict:
            target = met_in_frame(bead, denial, mirrored=mirrored)
        if target is None and not strict:
            target = unproved(bead, denial, mirrored=mirrored)
        if target is None or harmless(bead, denial, target, denials, others, mirrored=mirrored):
            continue
        if by_word and denies_no_such_thing(bead, denial, denied, target, mirrored=mirrored):
            continue
        first = own.mention(*denial_span(own, denial, other, target))
        second = other.mention(*target_span(own, denial, other, target))
        left, right = left_first(first, second, mirrored)
        note = say(_RIGHT if mirrored else _LEFT, left=left.text, right=right.text)
        changes.append(Change(ChangeKind.NEGATION, left, right, note))
    return changes


def _is_somebody(region: Region, place: int) -> bool:
    """Whether people without a name do what a word tells: "several people had been hurt"."""
    near = region.words[max(0, place - 6) : place]
    return any(w.low in _SOMEBODY and w.sentence == region.words[place].sentence for w in near)


_WARNING = frozenset(("warn", "inform", "notify", "alert", "brief"))
_NOBODY = frozenset(("nobody", "none", "no"))
_SOMEBODY = read_words("disagreement_words.txt", "somebody")


def _counterpart(bead: Bead, denial: Denial, denied: int, strict: float, *, mirrored: bool) -> int | None:
    """Return the place on the other side of the denied word, if it stands there in the same context."""
    own, other = bead.sides(mirrored)
    nobody = own.words[denial.first].low in _NOBODY
    wanted = own.words[denied].stem
    once = own.count(wanted) == other.count(wanted) == 1 and wanted not in SAYING and not wanted[:1].isdigit()
    family = own.words[denied].near
    once_near = own.count_near(family) == other.count_near(family) == 1
    best: tuple[float, int] | None = None
    for place in bead.counterparts(denied, mirrored=mirrored):
        word = other.words[place]
        if is_aside(other, place):
            continue
        here, there = (denied, denied + 1), (place, place + 1)
        pair = left_first(here, there, mirrored)
        score = bead.context(*pair) + bead.opposed(*pair, reach=4)
        alike = once_near and not strict and bead.alike(pair[0][0], pair[1][0])
        alike = alike or (once_near and nobody and is_past(word.low) and _is_somebody(other, place))
        if word.stem == wanted:
            verbal = is_past(word.low) and is_past(own.words[denied].low)
            enough = (0.0 if alike and verbal else _UNIQUE_ENOUGH) if once else _ENOUGH
        elif own.words[denial.first].low == "without":
            continue  # "closed without warning", "were told to prepare"
        else:
            enough = _UNIQUE_ENOUGH if alike else _FAMILY_ONCE if once_near else _FAMILY_ENOUGH
            if (wanted in SAYING and word.stem not in roots(_WARNING)) or (
                wanted.endswith("er") and word.low.endswith("est")
            ):
                continue  # "the strongest" is "none stronger"
        if score >= enough + strict and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best is not None else None


def _embedded(denial: Denial, own: Region, other: Region, others: Sequence[Denial]) -> int | None:
    """Find the clause after a denied verb of saying: "did not decide whether X" against "held that X"."""
    denied = denial.denied[0]
    words = own.words
    if words[denied].stem not in roots(_REPORTED):
        return None
    that = next(
        (
            i
            for i in range(denied + 1, min(len(words), denied + 4))
            if words[i].low in ("whether", "that", "if")
        ),
        None,
    )
    if that is None:
        return None
    clause = {w.stem for w in words[that + 1 : that + 14] if w.heavy and w.sentence == words[denied].sentence}
    for place in other.with_stem(roots(_REPORTED)):
        word = other.words[place]
        if not any(w.low == "that" for w in other.words[place + 1 : place + 3]):
            continue
        there = {
            w.stem for w in other.words[place + 1 : place + 16] if w.heavy and w.sentence == word.sentence
        }
        if len(clause & there) >= _CLAUSE_WORDS and not any(0 <= place - d.last <= 2 for d in others):
            return place
    return None

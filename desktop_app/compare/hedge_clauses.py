"""Where the other side tells what a hedged clause tells, by whatever verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.denial_settings import is_condition
from desktop_app.compare.hedge_levels import NOT
from desktop_app.compare.hedge_words import (
    PLANNED,
    POSSIBLE,
    SEEMING,
    WEIGHED,
    WILL,
    Hedge,
    is_conditional,
)
from desktop_app.compare.value_frames import clause_of
from desktop_app.compare.word_families import is_past, roots
from desktop_app.extract.quotations_cues import cues
from desktop_app.text.lexicons import read_words

_SHARED, _SHARE, _SHARE_OF_PAIR = 2, 0.5, 0.4
"""Words of weight, figures among them, that two clauses must share to tell of the same things, and their
share of the shorter one; where the aligner has paired the two sentences and no other.
"""

_SHARED_DEEDS = 3
"""The same words where the other side tells without any hedge what was done."""


def by_clause(bead: Bead, hedge: Hedge, others: Sequence[Hedge], *, mirrored: bool) -> int | None:
    """Return the verb of the other side's hedged clause that tells of the same things: "the mast could be
    running by 2031", "by 2031 the mast will be turning".
    """
    own, other = bead.sides(mirrored)
    if hedge.governed[0] < hedge.first:
        return None
    share = _SHARE_OF_PAIR if len(own.sentences) == len(other.sentences) == 1 else _SHARE
    told = _things(own, hedge.first, hedge.governed[0])
    best: tuple[tuple[int, bool], int] | None = None
    for first, verb, target in _facing(other, hedge, others):
        there = _things(other, first, verb)
        shared = (told & there).total()
        if shared < _SHARED or shared < share * min(told.total(), there.total()):
            continue
        fit = shared, _same_end(own, hedge, other, verb)
        if best is None or fit > best[0]:
            best = fit, target
    return best[1] if best is not None else None


def _same_end(own: Region, hedge: Hedge, other: Region, verb: int) -> bool:
    """Whether a word of weight stands behind both verbs: "may reopen in summer", "will run in summer"."""
    ends = (own, hedge.governed[0]), (other, verb)
    one, two = (
        {r.words[i].near for i in range(v + 1, clause_of(r, (v, v + 1))[1]) if r.words[i].heavy}
        for r, v in ends
    )
    return not one.isdisjoint(two)


def _facing(other: Region, hedge: Hedge, others: Sequence[Hedge]) -> Iterator[tuple[int, int, int]]:
    """Yield the clauses of the other side that may face a hedged one: the first word of the hedge, the verb
    behind it, and the place that it governs.
    """
    for facing in others:
        if not facing.governed or {hedge.level, facing.level} == {WEIGHED, PLANNED}:
            continue  # two wishes need not be for the same
        if is_condition(other, facing.first):
            continue
        governed = facing.governed[0]
        if governed > facing.first:
            yield facing.first, governed, governed
        elif facing.level == WILL:
            yield facing.first, facing.last, governed
    if hedge.level != POSSIBLE:
        return
    for place in other.with_form(("would",)):
        denied = any(word.low in NOT for word in other.words[place + 1 : place + 3])
        related = place > 0 and other.words[place - 1].low in ("which", "who", "that")
        if denied or related or is_conditional(other.words, place):
            continue
        near = range(place + 1, min(place + _VERB, other.sentence_of(place).stop))
        verb = next((i for i in near if other.words[i].heavy), None)
        if verb is not None:
            yield place, verb, verb


_VERB = 4
"""Words from "would" on among which its verb stands."""


def by_deed(bead: Bead, hedge: Hedge, others: Sequence[Hedge], *, mirrored: bool) -> int | None:
    """Return the verb of the other side that tells plainly of the same things what was done: "the gate may
    have been opened by a child", "a child lifted the bar of the gate".
    """
    own, other = bead.sides(mirrored)
    if hedge.level not in (POSSIBLE, SEEMING) or hedge.governed[0] < hedge.first or _is_denied(own, hedge):
        return None
    cause = own.words[hedge.governed[0]].stem in roots(_CAUSING)
    if not cause and not _is_done(own, hedge):
        return None
    told = _things(own, hedge.first, hedge.governed[0])
    hedged = {other.words[one.first].sentence for one in others}
    best: tuple[int, int] | None = None
    for place, word in enumerate(other.words):
        if word.sentence in hedged or not _is_deed(other, place):
            continue
        there = _things(other, place, place)
        shared = (told & there).total()
        both = cause and word.stem in roots(_CAUSING)  # "may be linked to", "was caused by"
        enough = shared >= (_SHARED if both else _SHARED_DEEDS) and shared >= _SHARE * min(
            told.total(), there.total()
        )
        if enough and (best is None or shared > best[0]):
            best = shared, place
    return best[1] if best is not None else None


def _is_done(region: Region, hedge: Hedge) -> bool:
    """Whether a hedge governs what would be over: "may have been opened", "had probably got in"."""
    words = region.words
    return any(word.low in _PERFECT for word in words[max(0, hedge.first - 2) : hedge.governed[0] + 1])


def _is_denied(region: Region, hedge: Hedge) -> bool:
    """Whether a denial stands beside a hedge: "may not have been opened"."""
    return any(word.low in NOT for word in region.words[max(0, hedge.first - 2) : hedge.governed[0]])


_CAUSING = frozenset(("cause", "relate", "link", "connect", "trigger", "blame", "tie", "attribute"))
_PERFECT = frozenset(("have", "had", "has", "been"))


def _is_deed(region: Region, place: int) -> bool:
    """Whether a word is the finite verb, or the participle of one, of a plain statement of what was done."""
    words, word = region.words, region.words[place]
    if not is_past(word.low) or not word.heavy or word.low in cues() or place == 0 or word.after_mark:
        return False
    if region.edge(place - 1, place) or not (words[place - 1].low in _PAST or words[place - 1].heavy):
        return False
    home = region.sentence_of(place)
    return not any(words[i].low in _OPEN or words[i].stem in roots(_BELIEFS) for i in home)


_PAST = frozenset(("had", "has", "have", "was", "were", "been"))
_OPEN = read_words("disagreement_words.txt", "modals") | NOT | frozenset(("if", "whether", "unless"))
_BELIEFS = read_words("disagreement_words.txt", "beliefs")


_ASIDE = 4
"""Words up to which a clause between marks may be an aside: "also closed"."""


def _things(region: Region, first: int, verb: int) -> Counter[str]:
    """Return the words of weight and the figures of the clause of a verb, it and what stands before it from
    ``first`` on left out. A clause whose subject stands before an aside is taken with it: "the move, he said,
    would".
    """
    start, after = clause_of(region, (first, verb + 1))
    words, home = region.words, region.sentence_of(first)
    if home.start < start == first:
        aside = clause_of(region, (start - 1, start))[0]
        short = start - aside <= _ASIDE
        if aside > home.start and (short or any(word.low in cues() for word in words[aside:start])):
            start = clause_of(region, (aside - 1, aside))[0]
    return Counter(
        word.near
        for i, word in enumerate(words[start:after], start)
        if word.heavy and word.low not in cues() and not first <= i <= verb
    )

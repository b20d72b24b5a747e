"""How sure a statement is: possible, seeming, planned or certain."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desktop_app.compare.beads import Bead, Region, left_first
from desktop_app.compare.hedge_counterparts import counterpart
from desktop_app.compare.hedge_levels import NOT, front_of, is_doubted, is_hedged_denial, level_without
from desktop_app.compare.hedge_words import (
    CONDITIONED,
    EXPECTED,
    PLANNED,
    POSSIBLE,
    SEEMING,
    SURE,
    WEIGHED,
    WILL,
    Hedge,
    find_hedges,
    is_conditional,
    is_person,
)
from desktop_app.compare.value_frames import clause_of
from desktop_app.compare.word_families import is_past, root, roots
from desktop_app.model import Change, ChangeKind, Mention, pulse
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.phrases import say


def hedge_changes(bead: Bead, *, strict: float = 0.0) -> list[Change]:
    """Return the statements of a bead that one side makes more certain than the other.

    ``strict`` is evidence wanted on top, for sentences that correspond only through their paragraphs.
    """
    left, right = find_hedges(bead.left), find_hedges(bead.right)
    changes = _one_way(bead, left, right, strict, mirrored=False)
    back = _one_way(bead, right, left, strict, mirrored=True)
    return changes + [c for c in back if not any(c.left.overlaps(other.left) for other in changes)]


def _one_way(
    bead: Bead, hedges: Sequence[Hedge], others: Sequence[Hedge], strict: float, *, mirrored: bool
) -> list[Change]:
    own, other = bead.sides(mirrored)
    changes: list[Change] = []
    by_sentence: dict[int, list[Hedge]] = {}
    for one in others:
        by_sentence.setdefault(other.words[one.first].sentence, []).append(one)
    for hedge in hedges:
        pulse()
        if hedge.level in (SURE, WILL) or not hedge.governed:
            continue
        target = counterpart(bead, hedge, others, strict, mirrored=mirrored)
        if target is None:
            continue
        beside = by_sentence.get(other.words[target].sentence, ())
        firm = _firmly_believed(own, hedge, other, target)
        facing = None if firm else _hedge_at(beside, target)
        if not firm and _hedged_too(other, hedge, target, beside):
            continue
        level = _facing_level(own, hedge, other, target, facing)
        if level is None or not _disagree(hedge.level, level):
            continue
        if _is_open(own, hedge, other, target) or (not firm and _believed_too(own, hedge, other, target)):
            continue
        if _is_wish(own, hedge, other, target, facing, level):
            continue
        if facing is None and _claimed_before(own, hedge, other, target):
            continue
        if facing is None and _is_timetabled(own, hedge, other, target):
            continue
        if facing is not None and _told_also(own, hedge, hedges, other, facing):
            continue
        changes.append(_change(own, hedge, other, target, facing, mirrored=mirrored))
    return changes


def _change(
    own: Region, hedge: Hedge, other: Region, target: int, facing: Hedge | None, *, mirrored: bool
) -> Change:
    first = own.mention(*_stretch(own, hedge))
    if facing is not None:
        second = other.mention(*_stretch(other, facing))
    else:
        second = other.mention(_from_proof(other, front_of(other, target)), target)
    return certainty_change(*left_first(first, second, mirrored))


def _from_proof(region: Region, start: int) -> int:
    """Return the verb before a clause which says that it is proved, if any: "have established that"."""
    for that in range(start - 1, max(region.sentence_of(start).start, start - _PROVED), -1):
        if region.words[that].low == "that" and region.words[that - 1].stem in roots(_SETTLING):
            return that - 1
    return start


_PROVED = 8
_SETTLING = read_words("disagreement_words.txt", "settling")


def certainty_change(left: Mention, right: Mention) -> Change:
    """Return the change of a statement that one side makes more certain than the other."""
    note = say(
        "The two differ in how certain they are: “{left}” on the left, “{right}” on the right.",
        left=left.text,
        right=right.text,
    )
    return Change(ChangeKind.HEDGE, left, right, note)


def _hedged_too(other: Region, hedge: Hedge, target: int, beside: Sequence[Hedge]) -> bool:
    """Whether the other side hedges the same, if in other words."""
    if any(target in h.governed and h.level != WILL for h in beside):
        return False
    return any(_alike(h.level, hedge.level) and _covers(other, h, target) for h in beside)


def _facing_level(own: Region, hedge: Hedge, other: Region, target: int, facing: Hedge | None) -> str | None:
    """Return how sure the other side is of what a hedge governs, None where it does not tell."""
    if facing is None:
        # a noun says nothing of certainty
        return None if hedge.governed[0] < hedge.first else level_without(own, hedge, other, target)
    return SURE if _is_ruled_out(other, facing) and is_doubted(own, hedge) else facing.level


def _is_timetabled(own: Region, hedge: Hedge, other: Region, target: int) -> bool:
    """Whether both sides tell what a timetable says: "is to resume on Monday", "resumes on Monday"."""
    word = other.words[target]
    present = not is_past(word.low) and not word.low.endswith("ing") and other.words[target - 1].low != "to"
    return hedge.level == PLANNED and own.words[hedge.first].low in _TIMETABLE and present


_TIMETABLE = frozenset(("is", "are", "due", "scheduled", "slated"))


def _is_open(own: Region, hedge: Hedge, other: Region, target: int) -> bool:
    """Whether the other side denies, allows or makes a condition of what a hedge governs."""
    if _is_denied(other, target) and not is_hedged_denial(own, hedge):
        return True  # "could start on Monday at the earliest", "will not start before Monday"
    if hedge.level == WEIGHED and _is_asked(other, target):
        return True
    could = own.words[hedge.first].low in ("could", "can") and is_past(own.words[hedge.governed[0]].low)
    if could and other.words[target].low.endswith(_ABLE):
        return True  # "could have been foreseen", "was foreseeable"
    if own.words[hedge.first].low in _LEAVE and _is_free(own, other, hedge, target):
        return True
    return hedge.level == CONDITIONED and is_conditional(other.words, target)


_LEAVE = frozenset(("may", "could", "can"))
_ABLE = ("able", "ible")


def _believed_too(own: Region, hedge: Hedge, other: Region, target: int) -> bool:
    """Whether the other side, too, tells what somebody believes, or warns of."""
    if hedge.level in (SEEMING, EXPECTED, POSSIBLE) and _held_off(other, target):
        return True
    before = {word.stem for word in other.words[max(0, target - _HELD) : target]}
    return _is_belief(own, hedge) and "warn" in before  # "fears that it has", "warns that it has"


def _is_belief(own: Region, hedge: Hedge) -> bool:
    return hedge.level == SEEMING and own.words[hedge.first].stem in BELIEFS


def _is_wish(own: Region, hedge: Hedge, other: Region, target: int, facing: Hedge | None, level: str) -> bool:
    """Whether both sides tell of what somebody wants, plans or believes, each in its own way."""
    if facing is not None and _is_one_wish(own, hedge, other, facing):
        return True
    if _is_belief(own, hedge) and level == WILL and _told_before(other, target):
        return True  # what somebody believes will be, he says will be
    if hedge.level == SEEMING and level in (WEIGHED, PLANNED) and _is_wished(own, hedge.governed[0]):
        return True
    if hedge.level not in (WEIGHED, PLANNED):
        return False
    if is_hedged_denial(own, hedge):
        return True  # "did not want to"
    conditions = is_conditional(own.words, hedge.first), is_conditional(other.words, target)
    if conditions[0] != conditions[1] and level != SURE:
        return True
    return (facing is None or facing.level == SEEMING) and _is_wished(other, target)


def _claimed_before(own: Region, hedge: Hedge, other: Region, target: int) -> bool:
    """Whether one side gives to somebody by name what the other gives to nobody ("reportedly"), or only calls
    an opinion what the other lets him say.
    """
    if own.words[hedge.first].low in _OPINION:  # "the critic thinks it was cut", "the critic said it was"
        return _told_before(other, target) or _told_behind(other, target)
    return own.words[hedge.first].low in _CLAIMS and _told_before(other, target)


_OPINION = frozenset(("think", "thinks"))


def _firmly_believed(own: Region, hedge: Hedge, other: Region, target: int) -> bool:
    """Whether both sides only believe, one that it would be, the other that it might: "fears he might"."""
    if hedge.level != POSSIBLE or not {w.low for w in other.words[max(0, target - 2) : target]} & _FIRM:
        return False
    return any(own.words[place].stem in BELIEFS for place in own.sentence_of(hedge.first))


def _is_one_wish(own: Region, hedge: Hedge, other: Region, facing: Hedge) -> bool:
    """Whether both sides tell what somebody is after: "wants to stay", "vows to stay", "plans to stay"."""
    firsts = own.words[hedge.first].low, other.words[facing.first].low
    levels = {hedge.level, facing.level}
    if levels == {WEIGHED, PLANNED}:
        return not _WANTING.isdisjoint(firsts)
    committed = levels == {WEIGHED, WILL} and not _COMMITTING.isdisjoint(firsts)
    return committed and not _WANTING.isdisjoint(firsts)


_WANTING = frozenset(("wants", "want", "wanted"))
_COMMITTING = frozenset(line.split()[0] for line in read_sections("certainty.txt")["committed"])

_FIRM = frozenset(("will", "would", "'ll"))


def _is_free(own: Region, other: Region, hedge: Hedge, target: int) -> bool:
    """Whether "may" gives leave, as the other side says: "may quote a price", "will be able to quote"."""
    if any(word.stem in roots(_FREE) for word in own.words[hedge.last + 1 : hedge.governed[0] + 1]):
        return False
    near = other.words[max(0, target - 3) : target + 1]
    return any(word.stem in roots(_FREE) and word.sentence == other.words[target].sentence for word in near)


_FREE = read_words("certainty.txt", "free")


def _held_off(region: Region, target: int) -> bool:
    """Whether a statement is given as somebody's belief: "investigators believe that ..."."""
    words = region.words
    if _believed_behind(region, target) or _not_ruled_out(region, target) or _is_asked(region, target):
        return True
    return any(
        word.stem in BELIEFS
        and word.sentence == words[target].sentence
        and words[place - 1].low != "to"
        and not is_person(words, place)
        for place, word in enumerate(words[max(0, target - 10) : target], start=max(0, target - 10))
    )


def _believed_behind(region: Region, target: int) -> bool:
    """Whether a sentence ends in whose belief it is: "sold them in Vienna, police believe"."""
    home = region.sentence_of(target)
    last = region.words[home.stop - 1]
    marked = any(region.words[i].after_mark for i in range(max(target + 1, home.stop - _BELIEVER), home.stop))
    return last.stem in BELIEFS and marked


_BELIEVER = 5
"""Words at the end of a sentence that tell whose belief it is."""


def _not_ruled_out(region: Region, target: int) -> bool:
    """Whether somebody only leaves open what is told: "could not rule out that it had been stolen"."""
    start = max(region.sentence_of(target).start, target - _HELD)
    low = [word.low for word in region.words[start:target]]
    return any(pair in (("rule", "out"), ("ruled", "out")) for pair in pairwise(low)) and not NOT.isdisjoint(
        low
    )


def _is_asked(region: Region, target: int) -> bool:
    """Whether somebody asks, or does not say, whether it is so: "could not say if he had been drinking"."""
    start = max(region.sentence_of(target).start, target - _HELD)
    low = [word.low for word in region.words[start:target]]
    if low[:1] == ["whether"]:
        return True
    return any(behind == "whether" or (behind == "if" and word in _ASKED) for word, behind in pairwise(low))


_ASKED = frozenset(("say", "know", "tell", "clear", "known", "sure", "ask", "asked", "see"))
_HELD = 12
"""Words before a statement among which it is left open."""


def _covers(region: Region, hedge: Hedge, target: int) -> bool:
    """Whether a hedge may hold for a word it does not govern: in its clause, or as a belief before it."""
    first, after = clause_of(region, (target, target + 1))
    own = bool(hedge.governed) and hedge.governed[0] > hedge.last and hedge.level == POSSIBLE
    if own and is_past(region.words[target].low) and target < hedge.first:
        return False  # "got past the door before it could be shut"
    return first <= hedge.first < after or (hedge.level == SEEMING and hedge.first < target)


def _is_wished(region: Region, target: int) -> bool:
    """Whether somebody only hopes for what is told: "hope that it will bring"."""
    near = region.words[max(0, target - 8) : target]
    return any(w.stem in roots(_WISHING) and w.sentence == region.words[target].sentence for w in near)


_WISHING = frozenset(("hope", "wish", "dream", "aim"))


def _told_also(own: Region, hedge: Hedge, hedges: Sequence[Hedge], other: Region, facing: Hedge) -> bool:
    """Whether the hedged side also says what the other does, of the same verb, beside what it hedges."""
    said = {other.words[place].near for place in facing.governed}
    return any(
        one.level == facing.level
        and set(hedge.governed).isdisjoint(one.governed)
        and not said.isdisjoint(own.words[place].near for place in one.governed)
        for one in hedges
    )


_CLAIMS = frozenset(
    ("claim", "claims", "claimed", "reportedly", "allegedly", "alleged", "purported", "supposedly")
)
"""Hedges that give a statement to somebody without naming him."""


def _told_before(region: Region, target: int) -> bool:
    """Whether a verb of saying governs a statement: "rebels said they had captured"."""
    near = region.words[max(0, target - 8) : target]
    return any(w.stem in ("say", "claim") and w.sentence == region.words[target].sentence for w in near)


def _told_behind(region: Region, target: int) -> bool:
    """Whether a sentence ends in who says so: "it had been cut, the critic said"."""
    home = region.sentence_of(target)
    marked = any(region.words[i].after_mark for i in range(max(target + 1, home.stop - _BELIEVER), home.stop))
    return region.words[home.stop - 1].low == "said" and marked


BELIEFS = frozenset(map(root, read_words("disagreement_words.txt", "beliefs")))


def _stretch(region: Region, hedge: Hedge) -> tuple[int, int]:
    """Return the first and last word of a hedge with what it governs."""
    if hedge.governed[0] > hedge.last:
        return hedge.first, hedge.governed[-1]
    stop = hedge.last
    while stop < hedge.last + 2 and not region.edge(stop, stop + 1):
        stop += 1
    return hedge.governed[0], stop


def _alike(level: str, other: str) -> bool:
    pair = {level, other}
    return any(pair <= alike for alike in _ALIKE)


_ALIKE = (
    frozenset((POSSIBLE, SEEMING)),
    frozenset((POSSIBLE, WEIGHED)),
    frozenset((SEEMING, EXPECTED)),
    *(frozenset((level,)) for level in (SURE, WILL, PLANNED, CONDITIONED)),
)


def _disagree(level: str, other: str) -> bool:
    """Whether two levels differ by more than a manner of speaking ("plans to" and "will" do not)."""
    if _alike(level, other):
        return False
    if CONDITIONED in (level, other):
        return SURE in (level, other)
    return {level, other} not in ({PLANNED, WILL}, {SEEMING, PLANNED}, {EXPECTED, PLANNED})


def _hedge_at(hedges: Sequence[Hedge], target: int) -> Hedge | None:
    """Return the hedge of a sentence that governs a word of it, or stands near it."""
    governing = next((h for h in hedges if target in h.governed), None)
    if governing is not None:
        return governing
    for hedge in (h for h in hedges if h.governed):
        if hedge.first <= target <= hedge.last:
            return hedge
        if hedge.first - 3 <= target <= hedge.last + 4:
            return hedge
    return None


def _is_ruled_out(region: Region, hedge: Hedge) -> bool:
    """Whether "could" is denied, which leaves nothing open: "could not have affected"."""
    after = region.words[hedge.last + 1 : hedge.last + 2]
    return region.words[hedge.first].low in ("could", "can") and any(w.low in NOT for w in after)


def _is_denied(region: Region, target: int) -> bool:
    near = region.words[max(0, target - 3) : target]
    return any(w.low in NOT and w.sentence == region.words[target].sentence for w in near)

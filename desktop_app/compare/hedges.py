"""How sure a statement is: possible, seeming, planned or certain."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.compare.beads import Bead, Region, left_first
from desktop_app.compare.denials import roots
from desktop_app.compare.hedge_counterparts import AUXILIARIES, counterpart, with_auxiliary
from desktop_app.compare.hedge_words import (
    ADJECTIVES,
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
from desktop_app.compare.word_families import is_past, root
from desktop_app.model import Change, ChangeKind, pulse
from desktop_app.text.lexicons import read_words
from desktop_app.text.phrases import say


def hedge_changes(bead: Bead, *, strict: float = 0.0) -> list[Change]:
    """Return the statements of a bead that one side makes more certain than the other.

    ``strict`` is evidence wanted on top, for sentences that correspond only through their paragraphs.
    """
    left, right = find_hedges(bead.left), find_hedges(bead.right)
    changes = _one_way(bead, left, right, strict, mirrored=False)
    changes += [c for c in _one_way(bead, right, left, strict, mirrored=True) if not _known(c, changes)]
    return changes


def _known(change: Change, others: Sequence[Change]) -> bool:
    return any(
        change.left.paragraph == other.left.paragraph
        and change.left.start < other.left.end
        and other.left.start < change.left.end
        for other in others
    )


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
        governs = any(target in h.governed and h.level != WILL for h in beside)
        firm = _firmly_believed(own, hedge, other, target)
        if (
            not governs
            and not firm
            and any(_alike(h.level, hedge.level) and _covers(other, h, target) for h in beside)
        ):
            continue  # hedged on both sides, if in other words
        facing = None if firm else _hedge_at(beside, target)
        if facing is None and hedge.governed[0] < hedge.first:
            continue  # a noun says nothing of certainty
        level = facing.level if facing is not None else _level_without(own, hedge, other, target)
        if facing is not None and _is_ruled_out(other, facing) and _is_doubted(own, hedge):
            level = SURE
        if level is None or not _disagree(hedge.level, level):
            continue
        if _is_denied(other, target) and not _denied(own, hedge):
            continue  # "could start on Monday at the earliest", "will not start before Monday"
        if own.words[hedge.first].low == "may" and _is_free(own, other, hedge, target):
            continue
        if hedge.level == CONDITIONED and is_conditional(other.words, target):
            continue
        if hedge.level in (SEEMING, EXPECTED, POSSIBLE) and not firm and _held_off(other, target):
            continue
        if hedge.level in (WEIGHED, PLANNED) and _denied(own, hedge):
            continue  # "did not want to"
        conditions = is_conditional(own.words, hedge.first), is_conditional(other.words, target)
        if conditions[0] != conditions[1] and level != SURE and hedge.level in (PLANNED, WEIGHED):
            continue
        if own.words[hedge.first].low in _CLAIMS and facing is None and _told_before(other, target):
            continue
        believed = hedge.level == SEEMING and own.words[hedge.first].stem in BELIEFS
        if believed and level == WILL and _told_before(other, target):
            continue  # what somebody believes will be, he says will be
        hoped = facing is None or facing.level == SEEMING
        if hedge.level in (WEIGHED, PLANNED) and hoped and _is_wished(other, target):
            continue
        if hedge.level == SEEMING and level in (WEIGHED, PLANNED) and _is_wished(own, hedge.governed[0]):
            continue
        if facing is not None and _told_also(own, hedge, hedges, other, facing):
            continue
        first = own.mention(*_stretch(own, hedge))
        if facing is not None:
            second = other.mention(*_stretch(other, facing))
        else:
            second = other.mention(_front_of(other, target), target)
        left, right = left_first(first, second, mirrored)
        note = say(
            "The two differ in how certain they are: “{left}” on the left, “{right}” on the right.",
            left=left.text,
            right=right.text,
        )
        changes.append(Change(ChangeKind.HEDGE, left, right, note))
    return changes


def _firmly_believed(own: Region, hedge: Hedge, other: Region, target: int) -> bool:
    """Whether both sides only believe, one that it would be, the other that it might: "fears he might"."""
    if hedge.level != POSSIBLE or not {w.low for w in other.words[max(0, target - 2) : target]} & _FIRM:
        return False
    return any(own.words[place].stem in BELIEFS for place in own.sentence_of(hedge.first))


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
    return any(
        word.stem in BELIEFS
        and word.sentence == words[target].sentence
        and words[place - 1].low != "to"
        and not is_person(words, place)
        for place, word in enumerate(words[max(0, target - 10) : target], start=max(0, target - 10))
    )


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


def _level_without(own: Region, hedge: Hedge, other: Region, target: int) -> str | None:
    """Return how sure the other side is that says the same without a hedge of its own."""
    level = _plain_level(other, target, denied=_denied(own, hedge))
    if level is not None:
        return level
    words = other.words
    before = [
        words[i].low for i in range(max(0, target - 6), target) if words[i].sentence == words[target].sentence
    ]
    if own.words[hedge.first].low in ADJECTIVES:
        return SURE if before and before[-1] in ("the", "a", "an", *_COPULAS) else None
    if before and before[-1] == "to":
        return None
    if hedge.level == WEIGHED and len(before) > 1 and before[-1] in ("a", "an", "its", "their"):
        return SURE if before[-2] in _DONE and not set(before) & _OPEN_ENDED else None
    linked = any(word.low in _BEING for word in own.words[hedge.last + 1 : hedge.governed[0]])
    if linked and _is_utmost(own, hedge.governed[0]) and before[-1:] == ["the"]:
        return None if set(before) & _OPEN_ENDED else SURE  # "may be the oldest", "the oldest"
    if hedge.first and not own.edge(hedge.first - 1, hedge.first) and hedge.governed[0] > hedge.last:
        linked = linked or own.words[hedge.first - 1].low in _COPULAS  # "was probably an accident"
    if (
        linked
        and (any(low in _COPULAS for low in before) or _has_been(before))
        and not set(before) & _OPEN_ENDED
    ):
        return SURE
    return None


_DONE = frozenset(
    ("made", "launched", "submitted", "filed", "lodged", "tabled", "placed", "signed", "issued")
)
"""Verbs that make what their object names ("made a bid")."""


def _is_utmost(region: Region, place: int) -> bool:
    """Whether a word is a superlative or a rank behind "the", which stands for one thing only."""
    low = region.words[place].low
    the = place > 0 and region.words[place - 1].low == "the"
    return the and (low in _RANKS or (low.endswith("est") and len(low) > _SHORTEST))


_RANKS = frozenset(("first", "last", "only", "most", "least", "worst", "best", "biggest"))
_SHORTEST = 4
"""Letters of a word such as "west" which is no superlative."""


def _has_been(before: Sequence[str]) -> bool:
    """Whether "had been" stands among the words before what something is."""
    return "been" in before[1:] and before[before.index("been") - 1] in ("has", "have", "had")


_PREPOSITIONS = frozenset(("for", "in", "with", "by", "from", "about", "on", "at", "and", "between", "among"))
_UNCHANGED = frozenset(("set", "cut", "put", "hit", "let", "shut", "cost", "spread", "quit", "split", "hurt"))
"""Verbs whose past form is their base form."""

_OWNING = frozenset(("its", "their", "his", "her", "our"))
"""Words after which such a form is a noun ("put their annual cost at ...")."""

BELIEFS = frozenset(map(root, read_words("disagreement_words.txt", "beliefs")))
_BEING = frozenset(("be", "been", "being"))
_COPULAS = frozenset(("is", "are", "was", "were", "'s", "remain", "remains", "remained", "became"))
_OPEN_ENDED = frozenset(("if", "whether", "not", "n't", "never", "no", "unless", "should", "can"))
_USED = 5
"""Words before a verb among which "used" tells that it was done ("used the money to buy")."""
_BINDING = frozenset(("agreed", "decided", "ordered", "forced", "vowed", "resolved", "obliged", "voted"))


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


def _denied(region: Region, hedge: Hedge) -> bool:
    """Whether a denial stands beside a hedge: "did not appear to have been"."""
    near = region.words[max(0, hedge.first - 3) : hedge.governed[0]]
    return _is_doubted(region, hedge) or any(
        w.low in _NOT and w.sentence == region.words[hedge.first].sentence for w in near
    )


def _is_doubted(region: Region, hedge: Hedge) -> bool:
    """Whether a hedge makes a denial likely: "is unlikely to affect" is less than "could not affect"."""
    return region.words[hedge.first].low == "unlikely"


def _is_ruled_out(region: Region, hedge: Hedge) -> bool:
    """Whether "could" is denied, which leaves nothing open: "could not have affected"."""
    after = region.words[hedge.last + 1 : hedge.last + 2]
    return region.words[hedge.first].low in ("could", "can") and any(w.low in _NOT for w in after)


def _is_denied(region: Region, target: int) -> bool:
    near = region.words[max(0, target - 3) : target]
    return any(w.low in _NOT and w.sentence == region.words[target].sentence for w in near)


_NOT = frozenset(("not", "n't", "never", "no"))


def _plain_level(region: Region, target: int, *, denied: bool = False) -> str | None:
    """Return "will" after will or would, "sure" for a plain finite verb; None for a noun or an infinitive."""
    words = region.words
    before = [
        words[i].low for i in range(max(0, target - 4), target) if words[i].sentence == words[target].sentence
    ]
    low = words[target].low
    if any(word in ("would", "will", "'ll", "shall") for word in before[-3:]):
        return WILL
    if denied:
        before = [word for word in before if word not in _NOT]
    if any(
        word in ("should", "can", "cannot", "not", "n't", "never", "if", "whether", "unless")
        for word in before
    ):
        return None
    if before and before[-1] == "to":
        used = "used" in [word.low for word in words[max(0, target - _USED) : target]]
        return SURE if used or (len(before) > 1 and before[-2] in _BINDING) else None
    if before and before[-1] in (
        "the",
        "a",
        "an",
        "this",
        "that",
        "his",
        "her",
        "its",
        "their",
        "of",
        "our",
        "any",
        "no",
        "such",
    ):
        return None
    if before and before[-1] in _PREPOSITIONS and not is_past(low):
        return None
    if "than" in before[-3:] and not is_past(low):
        return None  # "rather than risk"
    if before and before[-1] in ("has", "have", "had") and not low.endswith("ing"):
        return SURE
    if low in _UNCHANGED and before:
        return None if set(before[-2:]) & _OWNING else SURE
    verbal = low.endswith(("ed", "s", "ing")) or (low != region.words[target].stem and not low.endswith("s"))
    if low.endswith("ing") and not (before and before[-1] in AUXILIARIES):
        return None
    return SURE if verbal else None


def _front_of(region: Region, target: int) -> int:
    """Return the first word of a plain predicate: its auxiliaries, or the copula before what something is."""
    start = with_auxiliary(region, target)
    if start < target:
        return start
    for place in range(target - 1, max(-1, target - 7), -1):
        if region.edge(place, place + 1) or region.words[place + 1].after_mark:
            break
        if region.words[place].low in _COPULAS:
            return place
        if region.words[place].low == "been":
            return with_auxiliary(region, place)
    return target

"""How sure a statement without a hedge of its own is: "will", a plain finite verb, what something is."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.compare.auxiliaries import AUXILIARIES, front
from desktop_app.compare.beads import Region
from desktop_app.compare.hedge_words import ADJECTIVES, SURE, WEIGHED, WILL, Hedge
from desktop_app.compare.word_families import is_past


def level_without(own: Region, hedge: Hedge, other: Region, target: int) -> str | None:
    """Return how sure the other side is that says the same without a hedge of its own."""
    level = _plain_level(other, target, denied=is_hedged_denial(own, hedge))
    if level is not None:
        return level
    words = other.words
    before = [
        words[i].low for i in range(max(0, target - 6), target) if words[i].sentence == words[target].sentence
    ]
    if own.words[hedge.first].low in ADJECTIVES:
        return SURE if before and before[-1] in ("the", "a", "an", *_COPULAS) else None
    if before and before[-1] == "to":
        to_blame = before[-2:-1] and before[-2] in _COPULAS and other.words[target].low == "blame"
        return SURE if to_blame else None  # "was probably to blame", "was to blame"
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

_BEING = frozenset(("be", "been", "being"))
_COPULAS = frozenset(("is", "are", "was", "were", "'s", "remain", "remains", "remained", "became"))
_OPEN_ENDED = frozenset(("if", "whether", "not", "n't", "never", "no", "unless", "should", "can"))
_USED = 5
"""Words before a verb among which "used" tells that it was done ("used the money to buy")."""
_BINDING = frozenset(("agreed", "decided", "ordered", "forced", "vowed", "resolved", "obliged", "voted"))


def is_hedged_denial(region: Region, hedge: Hedge) -> bool:
    """Whether a denial stands beside a hedge: "did not appear to have been"."""
    near = region.words[max(0, hedge.first - 3) : hedge.governed[0]]
    return is_doubted(region, hedge) or any(
        w.low in NOT and w.sentence == region.words[hedge.first].sentence for w in near
    )


def is_doubted(region: Region, hedge: Hedge) -> bool:
    """Whether a hedge makes a denial likely: "is unlikely to affect" is less than "could not affect"."""
    return region.words[hedge.first].low == "unlikely"


NOT = frozenset(("not", "n't", "never", "no"))


def _plain_level(region: Region, target: int, *, denied: bool = False) -> str | None:
    """Return "will" after will or would, "sure" for a plain finite verb; None for a noun or an infinitive."""
    words = region.words
    before = [
        words[i].low for i in range(max(0, target - 4), target) if words[i].sentence == words[target].sentence
    ]
    if not _FUTURE.isdisjoint(before[-3:]):
        return WILL
    if "from" in before[-2:] and before[-1] in ("from", "being"):
        return None  # "kept it from being launched"
    if denied:
        before = [word for word in before if word not in NOT]
    if not _UNSAID.isdisjoint(before):
        return None
    low = words[target].low
    if low.endswith("ings"):
        return None  # "annual savings"
    last = before[-1] if before else ""
    if last == "to":
        used = "used" in [word.low for word in words[max(0, target - _USED) : target]]
        return SURE if used or (len(before) > 1 and before[-2] in _BINDING) else None
    if last in _BEFORE_NOUN:
        return None
    if (last in _PREPOSITIONS or "than" in before[-3:]) and not is_past(low):
        return None  # "rather than risk"
    going = low.endswith("ing")
    if last in ("has", "have", "had") and not going:
        return SURE
    if low in _UNCHANGED and before:
        return None if set(before[-2:]) & _OWNING else SURE
    if going:
        # "shot him after mistaking his phone for a gun"
        return SURE if last in ("after", "despite") or last in AUXILIARIES else None
    return SURE if low.endswith(("ed", "s")) or low != words[target].stem else None


_FUTURE = frozenset(("would", "will", "'ll", "shall"))
_UNSAID = frozenset(("should", "can", "cannot", "not", "n't", "never", "if", "whether", "unless"))
"""Words before a verb that do not let it tell what is so."""

_BEFORE_NOUN = frozenset(
    ("the", "a", "an", "this", "that", "his", "her", "its", "their", "of", "our", "any", "no", "such")
)


def front_of(region: Region, target: int) -> int:
    """Return the first word of a plain predicate: its auxiliaries, or the copula before what something is."""
    start = front(region, target, AUXILIARIES)
    if start < target:
        return start
    for place in range(target - 1, max(-1, target - 7), -1):
        if region.edge(place, place + 1) or region.words[place + 1].after_mark:
            break
        if region.words[place].low in _COPULAS:
            return place
        if region.words[place].low == "been":
            return front(region, place, AUXILIARIES)
    return target

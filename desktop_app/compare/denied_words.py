"""What a word that denies denies: the predicate behind it, the verb before it, a clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from desktop_app.compare.auxiliaries import FRONT, PASSIVE
from desktop_app.compare.beads import Placed
from desktop_app.compare.word_families import is_past, root, roots
from desktop_app.extract.quotations_cues import cues
from desktop_app.text.lexicons import read_words

_TRANSPARENT = read_words("disagreement_words.txt", "transparent")
_CLAUSE_STARTS = read_words("disagreement_words.txt", "clause_starts")
JOINING = frozenset(("and", "but", "or"))


def denied_words(words: Sequence[Placed], place: int, last: int) -> tuple[int, ...]:
    """Return the places of what the denial from ``place`` to ``last`` denies, what weighs most first."""
    low = words[place].low
    if low == "nor" and (place == 0 or words[place - 1].sentence != words[place].sentence):
        return _rest(words, place)  # "Nor, it said, was there anything"
    if place < last and [word.low for word in words[last : last + 2]] == ["out", "that"]:
        return _clause_after(words, last)  # "ruled out that any ransom had been paid"
    start = _past_phrase(words, place, last + 1)
    denied = _denied(words, start) if start is not None else ()
    if low == "no" and len(denied) == 1 and is_past(words[denied[0]].low):
        denied = _noun_after(words, denied[0]) or denied
    if denied and low in ("no", "nobody", "none", "neither"):
        denied = (*denied, *(_verb_after(words, denied[0] + 1) or _object_verb(words, place)))
    if low == "nowhere" and place:
        before = place - (words[place - 1].low in _WHERE)
        denied = (*_verb_before(words, before, last), *denied)
    if low in _OBJECTS or (last == place + 1 and low == "no"):
        denied = (*_verb_before(words, place, last), *denied)  # "found nothing"
    return denied


_WHERE = frozenset(("from", "to", "in"))
_OBJECTS = frozenset(("nobody", "nothing", "none"))


def denied_clause(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return the places of what a verb of denying denies: "denied that ...", "denied shelling ..."."""
    return _clause_after(words, place) or _gerund(words, place)


def _gerund(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return what is denied in "denied shelling the village", "denied having shelled it"."""
    after = place + 1 + (place + 1 < len(words) and words[place + 1].low == "having")
    if after >= len(words) or words[after].sentence != words[place].sentence or words[after].after_mark:
        return ()
    done = is_past(words[after].low) if after > place + 1 else words[after].low.endswith("ing")
    return (after,) if done and words[after].heavy else ()


def _noun_after(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return the noun that a participle tells more of: "no added sugar"; () where it is no attribute."""
    after = words[place + 1 : place + 2]
    noun = [w for w in after if w.heavy and w.sentence == words[place].sentence and not w.after_mark]
    return (place + 1,) if noun and not is_past(noun[0].low) and not noun[0].low.endswith("ly") else ()


def _past_phrase(words: Sequence[Placed], place: int, start: int) -> int | None:
    """Step over what tells whom "nobody" is among: "nobody at the firm was" -> "was"; None without a verb."""
    if words[place].low not in ("nobody", "none", "nothing", "no") or start >= len(words):
        return start
    if words[start].low not in ("at", "of", "in", "from", "on"):
        return start
    near = (i for i in _outside_clauses(words, start, start + _SUBJECT) if words[i].low in FRONT)
    verb = next(near, None)
    apart = words[place].low == "none" and words[start].low != "of"  # "none in Wales"
    return start if verb is None and not apart else verb and verb + 1


def _denied(words: Sequence[Placed], start: int) -> tuple[int, ...]:
    """Return the places of the predicate that follows a denying word."""
    for place in range(start, min(len(words), start + 6)):
        if start and (words[place].sentence != words[start - 1].sentence or words[place].after_mark):
            break
        low = words[place].low
        adverb = low.endswith("ly") and low not in _NO_ADVERBS
        if low in JOINING and place > start:
            break
        if words[place].heavy and low not in _TRANSPARENT and not adverb:
            return (place, *_taken_for(words, place), *_where(words, place), *_thought(words, place))
    return ()


def _taken_for(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return what a verb of seeing takes something for: "saw fuel as a risk", "deemed it a risk"."""
    if words[place].stem not in roots(_REGARDING):
        return ()
    for i in range(place + 1, min(len(words) - 1, place + _SEEN_AS)):
        if words[i].sentence != words[place].sentence or words[i].after_mark:
            break
        if words[i].low == "as":
            after = range(i + 1, min(len(words), i + 4))
            return tuple(j for j in after if words[j].heavy and words[j].sentence == words[i].sentence)[:1]
    return ()


def _thought(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return the verb of what somebody is said not to think or mean to do: "did not think it would reach",
    "did not intend to reopen".
    """
    if words[place].stem in roots(_MEANING):
        to = words[place + 1 : place + 2]
        after = place + 2 if to and to[0].low == "to" else 0
    elif words[place].stem in roots(_THINKING):
        reach = range(place + 1, min(len(words), place + _THOUGHT))
        after = next((i + 1 for i in reach if words[i].low in _WOULD), 0)
    else:
        return ()
    near = range(after, min(len(words), after + 3)) if after else range(0)
    return tuple(i for i in near if words[i].heavy and words[i].sentence == words[place].sentence)[:1]


_MEANING = frozenset(("intend", "plan", "mean", "propose"))
_THINKING = frozenset(("think", "believe", "expect"))
_WOULD = frozenset(("would", "will", "was", "were", "is", "are", "had", "has", "have", "to"))
_THOUGHT = 7
"""Words behind a verb of thinking among which the clause of what is thought has its auxiliary."""


def _where(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return what something is said not to be on or in ("was not aboard the ship")."""
    if words[place].low not in ("aboard", "inside", "outside", "near"):
        return ()
    after = range(place + 1, min(len(words), place + 4))
    return tuple(i for i in after if words[i].heavy and words[i].sentence == words[place].sentence)[:1]


_NO_ADVERBS = frozenset(
    ("apply", "supply", "reply", "rely", "fly", "comply", "imply", "multiply", "bully", "rally", "ally")
)
_REGARDING = frozenset(("see", "regard", "view", "treat", "describe", "consider", "count", "class", "rate"))
_SEEN_AS = 6
"""Words behind a verb of seeing among which "as" stands."""


def _clause_after(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return the words of weight in the clause after a verb of denying ("denies that ..."), at most eight."""
    that = next((i for i in range(place + 1, min(len(words), place + 3)) if words[i].low == "that"), None)
    if that is None or (that + 1 < len(words) and words[that + 1].after_mark):
        return ()  # "rejected that, citing"
    start = next((i for i in range(that + 1, min(len(words), that + 7)) if words[i].low in FRONT), that)
    clause = range(start + 1, min(len(words), that + 12))
    return tuple(i for i in clause if words[i].sentence == words[place].sentence and words[i].heavy)[:8]


def _rest(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return the words of weight of the sentence after a word, at most ten."""
    rest = (i for i in range(place + 1, len(words)) if words[i].sentence == words[place].sentence)
    return tuple(i for i in rest if words[i].heavy)[:10]


def _verb_before(words: Sequence[Placed], place: int, last: int) -> tuple[int, ...]:
    """Return the verb right before an object that denies ("found nothing")."""
    before = words[place - 1] if place else None
    after = words[last + 1] if last + 1 < len(words) else None
    if after is not None and (after.low in FRONT or is_past(after.low)):
        return ()  # "said nobody had"
    if before is None or before.sentence != words[place].sentence or words[place].after_mark:
        return ()
    if words[place].low in ("nobody", "none") and before.stem in _saying():
        return ()  # "said nobody from the park had"
    return (place - 1,) if before.heavy and is_past(before.low) else ()


def _verb_after(words: Sequence[Placed], start: int) -> tuple[int, ...]:
    """Return the first word that looks like a past form after a denied noun ("no country was asked")."""
    for place in _outside_clauses(words, start, start + _SUBJECT):
        if words[place].low in _CLAUSE_STARTS:
            break
        if not words[place].heavy:
            continue
        if words[place - 1].low in PASSIVE or words[place - 1].low in FRONT:
            return (place,)
        passive = place + 1 < len(words) and words[place + 1].low == "by"  # "problems caused by it"
        if is_past(words[place].low) and not passive and place - start < _BESIDE:
            return (place,)
    return ()


_BESIDE = 5
"""Words after a denied noun among which a past form without an auxiliary is its verb."""


_SUBJECT = 9
"""Words after "no" or "none" among which the verb stands whose subject they are."""


def _outside_clauses(words: Sequence[Placed], start: int, after: int) -> Iterator[int]:
    """Yield the places from a word on in its clause, an inserted clause left out: "none of it, which ...".

    So many words as from ``start`` to ``after`` are yielded at most.
    """
    place, left = start, after - start
    while left > 0 and place < len(words) and words[place].sentence == words[start - 1].sentence:
        if words[place].after_mark:
            if words[place].low not in _RELATIVES:
                return
            ends = range(place + 1, min(len(words), place + _RELATIVE_WORDS))
            place = next((i for i in ends if words[i].after_mark), len(words))
            if place == len(words) or words[place].sentence != words[start - 1].sentence:
                return
        yield place
        place, left = place + 1, left - 1


_RELATIVES = frozenset(("which", "who", "whose", "whom"))
_RELATIVE_WORDS = 16


def _object_verb(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return the verb whose object a denied noun is: "heard no calls", but not "said no calls"."""
    return tuple(i for i in _verb_before(words, place, place) if words[i].stem not in _saying())


@cache
def _saying() -> frozenset[str]:
    return frozenset(root(cue.base) for cue in cues().values() if cue.strong)

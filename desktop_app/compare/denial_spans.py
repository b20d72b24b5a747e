"""Which words to mark for a denial and for what it denies."""

from __future__ import annotations

from desktop_app.compare.auxiliaries import FRONT, front
from desktop_app.compare.beads import Placed, Region
from desktop_app.compare.denials import Denial, denies_clause
from desktop_app.compare.word_families import is_past, roots
from desktop_app.text.lexicons import read_words

DENYING_SUBJECTS = frozenset(("nobody", "none", "neither", "no", "nothing"))
"""Words that deny as, or in front of, what a verb tells of."""


def denial_span(own: Region, denial: Denial, other: Region, target: int) -> tuple[int, int]:
    """Return the first and last word to mark for a denial, with the verb it hangs on if both have it."""
    start, last = front(own, denial.first), max(denial.last, denial.denied[0])
    if own.words[denial.first].low in DENYING_SUBJECTS and len(denial.denied) > 1:
        last = max(last, denial.denied[-1])  # "no passengers were hurt"
    if (
        start
        and not own.edge(start - 1, start)
        and _shared_verb(own.words[start - 1], other, target) is not None
    ):
        start = front(own, start - 1)
    return start, last


def target_span(own: Region, denial: Denial, other: Region, target: int) -> tuple[int, int]:
    """Return the first and last word to mark for what is denied on the other side."""
    words = other.words
    start = target
    while start > 0 and not other.edge(start - 1, start) and words[start - 1].low in _BETWEEN:
        start -= 1
    start = front(other, start)
    own_start = front(own, denial.first)
    if own_start and not own.edge(own_start - 1, own_start):
        verb = _shared_verb(own.words[own_start - 1], other, target)
        if verb is not None:
            start = min(start, front(other, verb))
    if denies_clause(own.words[denial.first]):
        start = _avowal(other, start)
    first, last = _with_predicate(other, target)
    if own.words[denial.first].low in DENYING_SUBJECTS:
        start = _whole_subject(other, start)
    return min(start, first), last


def _whole_subject(region: Region, start: int) -> int:
    """Return the first word of a subject, at most three words before its noun."""
    words = region.words
    start = _before_aside(region, start)
    for _ in range(_SUBJECT_WORDS):
        if start == 0 or region.edge(start - 1, start) or words[start].after_mark:
            break
        if words[start].low in _DETERMINERS or words[start - 1].low in _NOT_SUBJECT:
            break
        start -= 1
    return start


def _before_aside(region: Region, start: int) -> int:
    """Return the last word before an aside between subject and verb: "some of it, a third, was found"."""
    words = region.words
    if not words[start].after_mark:
        return start
    for place in range(start - 1, max(0, start - _ASIDE), -1):
        if region.edge(place - 1, place):
            break
        if words[place].after_mark:
            return place - 1 if words[place].low in _OPENING_ASIDES else start
    return start


_ASIDE = 12
_OPENING_ASIDES = frozenset(("a", "an", "the", "which", "who", "whose", "including"))
_SUBJECT_WORDS = 3
_NOT_SUBJECT = frozenset(("said", "say", "says", "that", "to", "and", "but", "of", "in", "on", "with"))
_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "some", "several"))


def _with_predicate(region: Region, place: int) -> tuple[int, int]:
    """Return the stretch from a noun to the verb it is the subject of, or from the verb it is an object of.

    A word that is a verb itself stays alone.
    """
    words = region.words
    before = words[place - 1].low if place and not region.edge(place - 1, place) else ""
    if is_past(words[place].low) or before in FRONT or before in ("to", "not", "n't"):
        return place, place
    for there in range(place + 1, min(len(words), place + _PREDICATE)):
        if region.edge(there - 1, there) or words[there].after_mark or words[there].low in _RELATIVE:
            break
        if words[there].low in FRONT:
            after = range(there + 1, min(len(words), there + 4))
            heavy = (i for i in after if words[i].heavy and words[i].sentence == words[place].sentence)
            return place, next(heavy, there)
        if words[there].heavy and is_past(words[there].low):
            return place, there
    for there in range(place - 1, max(-1, place - _OBJECT), -1):
        if region.edge(there, there + 1) or words[there + 1].after_mark:
            break
        helped = there and (words[there - 1].low in FRONT or words[there - 1].low == "to")
        if words[there].heavy and (is_past(words[there].low) or helped):
            return there, place
    return place, place


_PREDICATE, _OBJECT = 8, 5
"""Words from a noun on, and back from it, in which its verb is looked for."""

_RELATIVE = frozenset(("who", "which", "that", "and", "but", "because", "when", "while", "as", "after", "if"))


def _avowal(region: Region, start: int) -> int:
    """Return the place of "admitted" where it governs what starts at a place, or that place."""
    for place in range(start - 1, max(-1, start - _AVOWED), -1):
        if region.edge(place, place + 1):
            break
        if region.words[place].stem in roots(_AVOWING):
            return place
    return start


_AVOWED = 10
_AVOWING = frozenset(("admit", "acknowledge", "concede", "confess", "confirm"))


def _shared_verb(word: Placed, other: Region, target: int) -> int | None:
    """Return the place just before a target where a word of the same family stands."""
    for place in range(target - 1, max(-1, target - 4), -1):
        if other.edge(place, place + 1):
            return None
        if word.heavy and other.words[place].near == word.near:
            return place
    return None


_BETWEEN = read_words("disagreement_words.txt", "between")

"""The clause in which a figure or date stands, and what it says there of what is counted."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from desktop_app.compare.beads import Placed, Region
from desktop_app.compare.word_families import families_of, is_past, root
from desktop_app.extract.quotations_cues import singular
from desktop_app.text.lexicons import read_words
from desktop_app.text.nouns import singular as plain_singular

_OPENERS = read_words("disagreement_words.txt", "clause_starts") - frozenset(("since", "until", "than"))
_JOINING = frozenset(("and", "but", "or", "since", "until", "after", "before"))
_LIGHT = frozenset(
    root(word)
    for section in ("auxiliaries", "light_verbs")
    for word in read_words("disagreement_words.txt", section)
)
_SUBJECT = 5
"""Words behind "after" among which a verb shows that it opens a clause."""

_AHEAD = frozenset(("will", "'ll", "next"))
_NOW = frozenset(("is", "are", "be", "'s", "to"))
_SUBJECTS = frozenset(("he", "she", "it", "they", "we", "i"))


def clause_of(region: Region, place: tuple[int, int]) -> tuple[int, int]:
    """Return the first word of the clause around a stretch of words, and the one after its last."""
    home = region.sentence_of(place[0])
    first, after = place
    while first > home.start and not _opens(region, first, home.stop):
        first -= 1
    while after < home.stop and not _opens(region, after, home.stop):
        after += 1
    return first, after


def _opens(region: Region, place: int, end: int) -> bool:
    """Whether a clause starts at a word: after a mark, at "who" or "that", at "and" with its own verb."""
    word = region.words[place]
    if word.after_mark or (word.low in _OPENERS and word.low not in _JOINING):
        return True
    if word.low not in _JOINING or place + 1 >= end:
        return False
    following = region.words[place + 1].low
    if following in _SUBJECTS:
        return True
    if word.low in ("and", "but", "or"):
        return is_past(following)
    return any(is_past(region.words[n].low) for n in range(place + 1, min(end, place + _SUBJECT)))


def words_of_clause(region: Region, place: tuple[int, int], counted: str = "") -> frozenset[str]:
    """Return the families of the words of weight in the clause around a stretch.

    The stretch itself is left out, and so is the noun right behind it that is ``counted``.
    """
    first, after = clause_of(region, place)
    return frozenset(
        word.near
        for number, word in enumerate(region.words[first:after], first)
        if word.heavy
        and not place[0] <= number < place[1]
        and not word.low[:1].isdigit()
        and not (number < place[1] + _NOUN and singular(word.low) in (counted, "people"))
    )


_NOUN = 4
"""Words behind a figure among which the noun stands that it counts."""


def is_told_ahead(region: Region, place: tuple[int, int]) -> bool:
    """Whether a clause tells of what was then to come: "said it would send them on Friday"."""
    first, after = clause_of(region, place)
    return any(word.low == "would" for word in region.words[first:after])


def in_other_times(left: Region, first: tuple[int, int], right: Region, second: tuple[int, int]) -> bool:
    """Whether one clause tells of what was done and the other of what will be."""
    return {_time_of(left, first), _time_of(right, second)} == {"past", "future"}


def _time_of(region: Region, place: tuple[int, int]) -> str:
    first, after = clause_of(region, place)
    words = [word.low for word in region.words[first:after]]
    if not _AHEAD.isdisjoint(words):
        return "future"
    done = any(
        is_past(word) and word[-1:] != "s" and before not in _NOW for before, word in pairwise(["", *words])
    )
    return "past" if done else ""


def done_apart(left: Region, first: tuple[int, int], right: Region, second: tuple[int, int]) -> bool:
    """Whether different things are done in two clauses: "led the union for nine years", "a baker for 20"."""
    one, other = _verb_beside(left, first), _verb_beside(right, second)
    if _LIGHT & {word.stem for word in (one, other) if word is not None}:
        return False
    if one is None or other is None:
        verb, region, place = (one, right, second) if one is not None else (other, left, first)
        return verb is not None and verb.near not in words_of_clause(region, place)
    return bool(families_of(one.low) and families_of(other.low)) and one.near != other.near


def _verb_beside(region: Region, place: tuple[int, int]) -> Placed | None:
    """Return the verb of the clause around a stretch that is nearest before it, or nearest behind."""
    first, after = clause_of(region, place)
    for number in (*range(place[0] - 1, first - 1, -1), *range(place[1], after)):
        word: Placed = region.words[number]
        if word.stem in _LIGHT or (word.heavy and is_past(word.low)):
            return word
    return None


def counts_elsewhere(region: Region, place: tuple[int, int], noun: str) -> bool:
    """Whether a counted noun of the other side stands in the sentence, but not behind this figure."""
    words = region.words
    return any(
        words[number].low != noun and plain_singular(words[number].low) == noun
        for number in region.sentence_of(place[0])
        if not place[1] <= number < place[1] + _NOUN
    )


def sort_of_share(region: Region, place: tuple[int, int]) -> str:
    """Return whether a percentage is a "part" of something or a "move" by so much, "" where unclear."""
    words = region.words
    home = region.sentence_of(place[0])
    part = place[1] < home.stop and words[place[1]].low == "of"
    beside = [*range(max(home.start, place[0] - 3), place[0]), *range(place[1], min(home.stop, place[1] + 2))]
    moving = (number for number in beside if words[number].low != "by" or number < place[0])
    move = any(words[number].near in _moves() for number in moving)
    return "" if part == move else "part" if part else "move"


@cache
def _moves() -> frozenset[str]:
    words = ("rise", "fall", "grow", "cut", "gain", "lose", "increase", "drop", "up", "down", "by")
    return frozenset(name for word in words for name in (*families_of(word), root(word)[:5]))

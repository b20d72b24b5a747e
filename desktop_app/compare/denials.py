"""Words that deny, and what they deny."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from desktop_app.compare.beads import Placed, Region
from desktop_app.compare.word_families import is_past, root
from desktop_app.extract.quotations_cues import cues
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.units import load_units

_REACH = 6
"""Words after a denial that it still governs."""

_FAR = 40
"""Words around a word beyond which nothing denies it: more than any denial with its clause has."""


_TRANSPARENT = read_words("disagreement_words.txt", "transparent")


_PARTIAL = read_words("disagreement_words.txt", "partial")


_CLAUSE_STARTS = read_words("disagreement_words.txt", "clause_starts")


FRONT = read_words("disagreement_words.txt", "front")


@dataclass(frozen=True, slots=True)
class Denial:
    """A denying word or phrase (first and last word) and the words it denies."""

    first: int
    last: int
    denied: tuple[int, ...]


@cache
def roots(words: frozenset[str]) -> frozenset[str]:
    """Return the roots of words, by which forms of a word are looked up."""
    return frozenset(map(root, words))


@cache
def markers() -> frozenset[str]:
    """Return the words that deny what follows: "not", "no", "without"."""
    return read_words("negations.txt", "markers")


@cache
def refusals() -> frozenset[str]:
    """Return the roots of verbs that deny what follows with "to": "refuse"."""
    return frozenset(root(verb) for verb in read_words("negations.txt", "verbs"))


@cache
def deniers() -> frozenset[str]:
    """Return the roots of verbs that deny the clause that follows: "deny", "dispute"."""
    return frozenset(root(verb) for verb in read_words("negations.txt", "contradict"))


@cache
def _phrases() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(line.split()) for line in read_sections("negations.txt")["phrases"])


def may_deny(region: Region) -> bool:
    """Whether any word of a region may deny something."""
    return any(map(_may_deny, region.words))


def _may_deny(word: Placed) -> bool:
    """Whether a denial may start with a word."""
    return word.low in _openers() or word.stem in _denying()


@cache
def _openers() -> frozenset[str]:
    return markers() | _first_words()


@cache
def _denying() -> frozenset[str]:
    return refusals() | deniers()


def is_refusal(text: str) -> bool:
    """Whether a marked stretch ends in a verb that denies what follows with "to" ("had refused")."""
    return root(text.lower().rpartition(" ")[2]) in refusals()


def denies_clause(word: Placed) -> bool:
    """Whether a word denies the clause that follows: "denied that ..."."""
    return word.stem in deniers()


def find_denials(region: Region) -> list[Denial]:
    """Return the denials of a region in order."""
    found: list[Denial] = []
    after = 0
    for place, word in enumerate(region.words):
        if place < after or not _may_deny(word):
            continue
        size = _phrase_at(region.words, place)
        denial = _denial_at(region.words, place, size)
        if denial is not None:
            found.append(denial)
        after = place + max(1, size)
    return found


def _denial_at(words: Sequence[Placed], place: int, size: int) -> Denial | None:
    """Return the denial that starts at a place, with a phrase of ``size`` words or, if 0, a single word."""
    word = words[place]
    if size == 0 and word.low not in markers():
        if word.stem in deniers():
            clause = () if _is_noun(words, place) else _clause_after(words, place) or _gerund(words, place)
            return Denial(place, clause[0] - 1, clause) if clause else None
        refuses = word.stem in refusals() and place + 1 < len(words) and words[place + 1].low == "to"
        if not refuses:
            return None
    last = place + max(1, size) - 1
    after = [w.low for w in words[last + 1 : last + 3]]
    if after[:1] and (after[0] in _PARTIAL or after[1:] in (["only"], ["first"], ["sole"])):
        return None  # "not only", "not all", "not the first"
    if size == 0 and word.low == "no" and after[:1] and _says_nothing(after):
        return None
    if word.low == "nor" and (place == 0 or words[place - 1].sentence != word.sentence):
        return Denial(place, place, _rest(words, place))  # "Nor, it said, was there anything"
    start = _past_phrase(words, place, last + 1)
    denied = _denied(words, start) if start is not None else ()
    if size and words[last].low == "out" and after[:1] == ["that"]:
        if any(w.low in markers() for w in words[max(0, place - 2) : place]):
            return None  # "could not rule out that" leaves open
        denied = _clause_after(words, last)  # "ruled out that any ransom had been paid"
    if word.low == "no" and len(denied) == 1 and is_past(words[denied[0]].low):
        denied = _noun_after(words, denied[0]) or denied
    if denied and word.low in ("no", "nobody", "none", "neither"):
        denied = (*denied, *(_verb_after(words, denied[0] + 1) or _object_verb(words, place)))
    if word.low == "nowhere" and place:
        before = place - (words[place - 1].low in _WHERE)
        denied = (*_verb_before(words, before, last), *denied)
    if word.low in _OBJECTS or (size == 2 and word.low == "no"):
        denied = (*_verb_before(words, place, last), *denied)  # "found nothing"
    return Denial(place, last, denied)


def _says_nothing(after: Sequence[str]) -> bool:
    """Whether "no" denies nothing before some words: "no matter how", "no doubt", "no fewer than"."""
    return after[0] in ("matter", "doubt", "wonder") or (
        after[0] in ("less", "fewer", "more", "later", "sooner") and after[1:] == ["than"]
    )


def _gerund(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return what is denied in "denied shelling the village", "denied having shelled it"."""
    after = place + 1 + (place + 1 < len(words) and words[place + 1].low == "having")
    if after >= len(words) or words[after].sentence != words[place].sentence or words[after].after_mark:
        return ()
    done = is_past(words[after].low) if after > place + 1 else words[after].low.endswith("ing")
    return (after,) if done and words[after].heavy else ()


def _is_noun(words: Sequence[Placed], place: int) -> bool:
    """Whether "dispute" or "contest" is a noun here: "a pay dispute that could spread"."""
    before = words[max(0, place - 2) : place]
    return words[place].low in ("dispute", "contest") and any(
        word.low in _DETERMINERS and word.sentence == words[place].sentence for word in before
    )


_DETERMINERS = frozenset(("a", "an", "the", "this", "its", "their", "his", "her", "any", "no"))


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


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def _phrase_at(words: Sequence[Placed], place: int) -> int:
    if words[place].low not in _first_words():
        return 0
    if words[place].low in ("yet", "still") and not (place and words[place - 1].low in _PENDING):
        return 0  # "the longest yet to follow a meadow"
    for size in (3, 2):
        part = words[place : place + size]
        if (
            len(part) == size
            and part[0].sentence == part[-1].sentence
            and tuple(w.low for w in part) in _phrases()
        ):
            return 0 if part[0].low == "short" and place and _is_length(words[place - 1].low) else size
    return 0


def _is_length(word: str) -> bool:
    """Whether "short of" after a word tells a distance: "six miles short of the runway"."""
    unit = load_units().units.get(word)
    return unit is not None and unit.dimension == "length"


def _denied(words: Sequence[Placed], start: int) -> tuple[int, ...]:
    """Return the places of the predicate that follows a denying word."""
    for place in range(start, min(len(words), start + 6)):
        if start and (words[place].sentence != words[start - 1].sentence or words[place].after_mark):
            break
        low = words[place].low
        adverb = low.endswith("ly") and low not in _NO_ADVERBS
        if low in _JOINING and place > start:
            break
        if words[place].heavy and low not in _TRANSPARENT and not adverb:
            return (place, *_taken_for(words, place), *_where(words, place))
    return ()


def _taken_for(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return what a verb of seeing takes something for: "saw fuel as a risk", "deemed it a risk"."""
    if words[place].stem not in roots(_REGARDING):
        return ()
    for i in range(place + 1, min(len(words) - 1, place + _REACH)):
        if words[i].sentence != words[place].sentence or words[i].after_mark:
            break
        if words[i].low == "as":
            after = range(i + 1, min(len(words), i + 4))
            return tuple(j for j in after if words[j].heavy and words[j].sentence == words[i].sentence)[:1]
    return ()


def _where(words: Sequence[Placed], place: int) -> tuple[int, ...]:
    """Return what something is said not to be on or in ("was not aboard the ship")."""
    if words[place].low not in ("aboard", "inside", "outside", "near"):
        return ()
    after = range(place + 1, min(len(words), place + 4))
    return tuple(i for i in after if words[i].heavy and words[i].sentence == words[place].sentence)[:1]


_REGARDING = frozenset(("see", "regard", "view", "treat", "describe", "consider", "count", "class", "rate"))
_JOINING = frozenset(("and", "but", "or"))
_WHERE = frozenset(("from", "to", "in"))
_OBJECTS = frozenset(("nobody", "nothing", "none"))
_NO_ADVERBS = frozenset(
    ("apply", "supply", "reply", "rely", "fly", "comply", "imply", "multiply", "bully", "rally", "ally")
)


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


_PENDING = frozenset(("has", "have", "had", "is", "are", "was", "were", "'s", "'ve", "'d", "be", "been"))
PASSIVE = frozenset(("was", "were", "been", "being", "is", "are"))


def is_aside(region: Region, place: int) -> bool:
    """Whether a verb only tells who says so: "the signals were to blame, the inquiry found"."""
    words, home = region.words, region.sentence_of(place)
    finite = is_past(words[place].low) or words[place].low.endswith("s")
    if words[place].low not in cues() or not finite or words[place - 1].low in FRONT:
        return False
    closes = place + 1 == home.stop or words[place + 1].after_mark
    return closes and any(words[i].after_mark for i in range(max(home.start + 1, place - _ASIDE), place))


_ASIDE = 6
"""Words before a reporting verb that closes a sentence among which its clause starts."""


def weight(denials: Sequence[Denial], target: int, region: Region) -> int:
    """Count the denials that govern a word: two of them cancel each other."""
    count = 0
    sentence = region.words[target].sentence
    nearby = bisect_left(denials, target - _FAR, key=attrgetter("first"))
    for denial in denials[nearby : nearby + 2 * _FAR]:
        if region.words[denial.first].sentence != sentence:
            continue
        if count and region.words[denial.first].low == "nor":
            continue  # "neither free nor fair" denies once
        between = region.words[denial.last + 1 : target + 1]
        near = 0 < len(between) <= _REACH and not (
            any(word.after_mark for word in between) or _denied_anew(between)
        )
        if target in denial.denied or denial.first - 1 <= target <= denial.last or near:
            count += 1
    return count


def _denied_anew(between: Sequence[Placed]) -> bool:
    """Whether a denial ends where another one joins it: "no doctor and no chemist"."""
    joined = (i for i, word in enumerate(between) if word.low in _JOINING)
    return any(word.low in _ANEW for i in joined for word in between[i + 1 : i + 4])


_ANEW = frozenset(("no", "not", "never"))


def front(region: Region, place: int) -> int:
    """Return the place of the first auxiliary before a verb, or the verb's own."""
    words = region.words
    while place > 0 and words[place - 1].low in FRONT and words[place - 1].sentence == words[place].sentence:
        place -= 1
    return place

"""How sure a statement is: bounds on figures, and words of possibility, appearance and intention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from desktop_app.compare.beads import Bead, Placed, Region
from desktop_app.compare.word_families import root
from desktop_app.model import Change, ChangeKind
from desktop_app.text.lexicons import read_sections, read_words
from desktop_app.text.normalize import fold

_SURE, _WILL, _PLANNED, _SEEMING, _POSSIBLE = "sure", "will", "planned", "seeming", "possible"
_WEIGHED = "weighed"
_CONDITIONED = "conditioned"
_LIGHT_VERBS = read_words("disagreement_words.txt", "light_verbs")
_UNIQUE_ENOUGH = 1.0
"""The same where the governed verb stands once on each side."""

_FAMILY_ENOUGH = 2.6
"""The same where the other side uses another word of one family."""

_ENOUGH = 2.4
"""Evidence from which a hedged and an unhedged predicate are told of the same thing."""


# Bounds ------------------------------------------------------------------------------------------------


@cache
def _bounds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    sections = read_sections("certainty.txt")
    return tuple(
        (
            name,
            re.compile(
                rf"\b(?:{'|'.join(sorted(map(re.escape, sections[name]), key=len)[::-1])})\s+\W{{0,3}}$"
            ),
        )
        for name in ("upper", "lower", "about", "only")
    )


_LOWER_AFTER = re.compile(r"^\s*(?:or more|or over|at least|plus\b|\+)")
_UPPER_AFTER = re.compile(r"^\s*(?:or less|or fewer|or under|at most)")
_INSIDE = re.compile(r"^(?:(more than|over|at least)|(less than|under|fewer than|up to))\s")


def bound_before(text: str, start: int, end: int) -> tuple[str, int, int]:
    """Return the bound ("lower", "upper", "about" or "") of a figure, and the offsets of both together."""
    before = fold(text[max(0, start - 24) : start])
    inside = _INSIDE.match(text[start:end].lower())
    if inside:
        return ("lower" if inside.group(1) else "upper"), start, end
    after = text[end : end + 14].lower()
    found = [
        (match.start(), name) for name, pattern in _bounds() for match in [pattern.search(before)] if match
    ]
    if found:
        where, name = min(found)
        return name, start - (len(before) - where), end
    if match := _LOWER_AFTER.match(after):
        return "lower", start, end + match.end()
    if match := _UPPER_AFTER.match(after):
        return "upper", start, end + match.end()
    return "", start, end


def bounds_disagree(left: str, right: str) -> bool:
    """Whether two bounds of one figure say different things; a rounding ("about 12" for "12") does not."""
    pair = {left, right}
    return left != right and not pair <= {"", "about", "only"} and pair != {"only", "upper"}


# Predicates --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Hedge:
    """A hedge in a region: its level, its first and last word, and the places of the words it governs."""

    level: str
    first: int
    last: int
    governed: tuple[int, ...]


@cache
def _phrases() -> dict[tuple[str, ...], str]:
    sections = read_sections("certainty.txt")
    names = {
        "possible": _POSSIBLE,
        "seeming": _SEEMING,
        "planned": _PLANNED,
        "weighed": _WEIGHED,
        "certain": _SURE,
    }
    return {tuple(line.split()): level for name, level in names.items() for line in sections[name]}


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in _phrases())


def find_hedges(region: Region) -> list[Hedge]:
    """Return the hedges of a region in order, the longest reading of each."""
    words = region.words
    found: list[Hedge] = []
    place = 0
    while place < len(words):
        if words[place].low not in _first_words():
            place += 1
            continue
        hit = next(
            (
                (size, level)
                for size in (3, 2, 1)
                for level in [_phrases().get(tuple(w.low for w in words[place : place + size]))]
                if level is not None and _together(words[place : place + size])
            ),
            None,
        )
        if hit is None or _month(words, place):
            place += 1
            continue
        size, level = hit
        governed = _governed(words, place, place + size)
        level = _WILL if words[place].low == "will" else level
        if words[place].low == "would":
            if not _conditional(words, place):
                place += 1
                continue
            level = _CONDITIONED
        found.append(Hedge(level, place, place + size - 1, governed))
        place += size
    return found


def _conditional(words: Sequence[Placed], place: int) -> bool:
    """Whether "would" hangs on a condition of its sentence: "would miss the final if the ban stands"."""
    near = words[max(0, place - 14) : place + 15]
    return any(w.low in ("if", "unless") and w.sentence == words[place].sentence for w in near)


def _together(words: Sequence[Placed]) -> bool:
    return len({word.sentence for word in words}) == 1


def _month(words: Sequence[Placed], place: int) -> bool:
    """Whether "May" is the month."""
    word = words[place]
    if word.low != "may":
        return False
    around = [words[i].low for i in (place - 1, place + 1) if 0 <= i < len(words)]
    return any(
        low[:1].isdigit() or low in ("in", "last", "next", "since", "by", "until", "early", "late")
        for low in around
    )


def _governed(words: Sequence[Placed], first: int, after: int) -> tuple[int, ...]:
    """Return the place of the verb after a hedge or, where that says little, of the noun before it."""
    verb = next(
        (
            i
            for i in range(after, min(len(words), after + 5))
            if words[i].sentence == words[first].sentence
            and words[i].heavy
            and words[i].low not in ("also", "well", "then", "not", "whether", "if")
        ),
        None,
    )
    if verb is None:
        return ()
    if words[first].low in _ADJECTIVES:
        return (verb,) if verb == after and not words[verb].after_mark else ()
    if words[verb].stem not in _LIGHT_VERBS and words[verb].low not in _LIGHT_VERBS:
        return (verb,)
    noun = next((i for i in range(first - 1, max(-1, first - 4), -1) if words[i].heavy), None)
    return (noun,) if noun is not None and words[noun].sentence == words[first].sentence else ()


_ADJECTIVES = frozenset(("alleged", "suspected", "presumed", "purported"))


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
    own, other = (bead.right, bead.left) if mirrored else (bead.left, bead.right)
    changes: list[Change] = []
    for hedge in hedges:
        if hedge.level in (_SURE, _WILL) or not hedge.governed:
            continue
        target = _counterpart(bead, hedge, own, other, strict, mirrored=mirrored)
        if target is None and not strict and hedge.governed[0] == hedge.last + 1:
            target = bead.facing_verb(hedge.governed[0], mirrored=mirrored)
        if target is None:
            continue
        governs = any(target in h.governed and h.level != _WILL for h in others)
        if not governs and any(
            _same_sentence(other, h.first, target) and _alike(h.level, hedge.level) for h in others
        ):
            continue  # hedged on both sides, if in other words
        facing = _hedge_at(others, target, other)
        if facing is None and hedge.governed[0] < hedge.first:
            continue  # a noun says nothing of certainty
        level = facing.level if facing is not None else _level_without(own, hedge, other, target)
        if level is None or not _disagree(hedge.level, level):
            continue
        if hedge.level == _CONDITIONED and _conditional(other.words, target):
            continue
        if hedge.level in (_SEEMING, _POSSIBLE) and _held_off(other, target):
            continue
        first = own.mention(*_stretch(own, hedge))
        if facing is not None:
            second = other.mention(*_stretch(other, facing))
        else:
            second = other.mention(_front_of(other, target), target)
        left, right = (second, first) if mirrored else (first, second)
        note = (
            f"The two differ in how certain they are: “{left.text}” on the left, “{right.text}” on the right."
        )
        changes.append(Change(ChangeKind.HEDGE, left, right, note))
    return changes


def _held_off(region: Region, target: int) -> bool:
    """Whether a statement is given as somebody's belief: "investigators believe that ..."."""
    words = region.words
    return any(
        word.stem in BELIEFS and word.sentence == words[target].sentence and words[place - 1].low != "to"
        for place, word in enumerate(words[max(0, target - 10) : target], start=max(0, target - 10))
    )


def _level_without(own: Region, hedge: Hedge, other: Region, target: int) -> str | None:
    """Return how sure the other side is that says the same without a hedge of its own."""
    level = _plain_level(other, target)
    if level is not None:
        return level
    words = other.words
    before = [
        words[i].low for i in range(max(0, target - 6), target) if words[i].sentence == words[target].sentence
    ]
    if own.words[hedge.first].low in _ADJECTIVES:
        return _SURE if before and before[-1] in ("the", "a", "an") else None
    if before and before[-1] == "to":
        return None
    linked = any(word.low in _BEING for word in own.words[hedge.last + 1 : hedge.governed[0]])
    if linked and any(low in _COPULAS for low in before) and not set(before) & _OPEN_ENDED:
        return _SURE
    return None


_UNCHANGED = frozenset(("set", "cut", "put", "hit", "let", "shut", "cost", "spread", "quit", "split", "hurt"))
"""Verbs whose past form is their base form."""

BELIEFS = frozenset(map(root, read_words("disagreement_words.txt", "beliefs")))
_BEING = frozenset(("be", "been", "being"))
_COPULAS = frozenset(("is", "are", "was", "were", "'s", "remain", "remains", "remained", "became"))
_OPEN_ENDED = frozenset(("if", "whether", "not", "n't", "never", "no", "unless", "should", "can"))
_BINDING = frozenset(("agreed", "decided", "ordered", "forced", "vowed", "resolved", "obliged", "voted"))


def _stretch(region: Region, hedge: Hedge) -> tuple[int, int]:
    """Return the first and last word of a hedge with what it governs."""
    if hedge.governed[0] > hedge.last:
        return hedge.first, hedge.governed[-1]
    stop = hedge.last
    while stop < hedge.last + 2 and not region.edge(stop, stop + 1):
        stop += 1
    return hedge.governed[0], stop


def _same_sentence(region: Region, first: int, second: int) -> bool:
    return region.words[first].sentence == region.words[second].sentence


def _alike(level: str, other: str) -> bool:
    return (
        level == other or {level, other} <= {_POSSIBLE, _SEEMING} or {level, other} <= {_POSSIBLE, _WEIGHED}
    )


def _disagree(level: str, other: str) -> bool:
    """Whether two levels differ by more than a manner of speaking ("plans to" and "will" do not)."""
    if _alike(level, other):
        return False
    if _CONDITIONED in (level, other):
        return _SURE in (level, other)
    return {level, other} not in ({_PLANNED, _WILL}, {_SEEMING, _PLANNED})


def _counterpart(
    bead: Bead, hedge: Hedge, own: Region, other: Region, strict: float, *, mirrored: bool
) -> int | None:
    """Return the place on the other side of the word that the hedge governs, or None."""
    governed = hedge.governed[0]
    wanted, family = own.words[governed].stem, own.words[governed].near
    once = own.count_near(family) == other.count_near(family) == 1
    best: tuple[float, int] | None = None
    for place, word in enumerate(other.words):
        if word.near != family:
            continue
        here, there = (governed, governed + 1), (place, place + 1)
        pair = (there, here) if mirrored else (here, there)
        score = bead.context(*pair) + bead.opposed(*pair, reach=4)
        same = word.stem == wanted or family[0] != "="
        alike = once and not strict and bead.alike(pair[0][0], pair[1][0])
        enough = (_UNIQUE_ENOUGH if once else _ENOUGH) if same or alike else _FAMILY_ENOUGH
        if score >= enough + strict and (best is None or score > best[0]):
            best = (score, place)
    return best[1] if best is not None else None


def _hedge_at(hedges: Sequence[Hedge], target: int, region: Region) -> Hedge | None:
    governing = next((h for h in hedges if target in h.governed), None)
    if governing is not None:
        return governing
    for hedge in (h for h in hedges if h.governed):
        if hedge.first <= target <= hedge.last:
            return hedge
        near = hedge.first - 3 <= target <= hedge.last + 4
        if near and region.words[hedge.first].sentence == region.words[target].sentence:
            return hedge
    return None


_AUXILIARIES = read_words("disagreement_words.txt", "auxiliaries")


def _plain_level(region: Region, target: int) -> str | None:
    """Return "will" after will or would, "sure" for a plain finite verb; None for a noun or an infinitive."""
    words = region.words
    before = [
        words[i].low for i in range(max(0, target - 4), target) if words[i].sentence == words[target].sentence
    ]
    low = words[target].low
    if any(word in ("would", "will", "'ll", "shall") for word in before[-3:]):
        return _WILL
    if any(
        word in ("should", "can", "cannot", "not", "n't", "never", "if", "whether", "unless")
        for word in before
    ):
        return None
    if before and before[-1] == "to":
        return _SURE if len(before) > 1 and before[-2] in _BINDING else None
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
    if before and before[-1] in ("has", "have", "had") and not low.endswith("ing"):
        return _SURE
    if low in _UNCHANGED and before:
        return _SURE
    verbal = low.endswith(("ed", "s", "ing")) or (low != region.words[target].stem and not low.endswith("s"))
    if low.endswith("ing") and not (before and before[-1] in _AUXILIARIES):
        return None
    return _SURE if verbal else None


def _front_of(region: Region, target: int) -> int:
    """Return the first word of a plain predicate: its auxiliaries, or the copula before what something is."""
    start = _with_auxiliary(region, target)
    if start < target:
        return start
    for place in range(target - 1, max(-1, target - 7), -1):
        if region.edge(place, place + 1) or region.words[place + 1].after_mark:
            break
        if region.words[place].low in _COPULAS:
            return place
    return target


def _with_auxiliary(region: Region, place: int) -> int:
    while (
        place > 0
        and region.words[place - 1].low in _AUXILIARIES
        and region.words[place - 1].sentence == region.words[place].sentence
    ):
        place -= 1
    return place

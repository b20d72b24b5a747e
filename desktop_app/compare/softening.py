"""Words beside another that come near to denying it, or keep it from coming about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from desktop_app.compare.auxiliaries import FRONT, PASSIVE
from desktop_app.compare.beads import Placed, Region
from desktop_app.compare.denials import deniers, markers
from desktop_app.compare.denied_words import JOINING
from desktop_app.compare.word_families import is_past, root
from desktop_app.text.lexicons import read_words


@cache
def _soft() -> frozenset[str]:
    return frozenset(root(word) for word in read_words("negations.txt", "soft"))


@cache
def _undoing() -> frozenset[str]:
    """The roots of verbs that keep something from coming about, two joined by _ ("turn_down")."""
    return frozenset("_".join(map(root, v.split("_"))) for v in read_words("negations.txt", "undoing"))


def is_softened(region: Region, place: int) -> bool:
    """Whether a word near a place, in its clause, comes close to denying it."""
    words = region.words
    first = next((i for i in range(place - 1, place - 5, -1) if i >= 0 and joins_clause(words, i)), place - 5)
    near = [word for word in words[max(0, first) : place] if word.sentence == words[place].sentence]
    figures = {i for i, word in enumerate(near) if word.low[:1].isdigit()}
    if any(w.stem in _soft() and not (w.low == "than" and i + 1 in figures) for i, w in enumerate(near)):
        return True  # but "older than 70" denies nothing
    if any(word.stem in deniers() for word in near[-3:]):
        return True  # "denied any wrongdoing"
    behind = words[place + 1 : place + 3]
    if any(w.low in HARDLY and w.sentence == words[place].sentence and not w.after_mark for w in behind):
        return True  # "stood to gain little"
    # "kept the fire from spreading"
    if near and near[-1].low == "being":
        near = near[:-1]
    kept = near and near[-1].low == "from" and (words[place].low.endswith("ing") or is_past(words[place].low))
    return bool(kept) and any(word.stem in ("keep", "hold", "discourag", "dissuad", "deter") for word in near)


HARDLY = frozenset(("little", "hardly", "barely", "scarcely"))


def joins_clause(words: Sequence[Placed], place: int) -> bool:
    """Whether "and" or "but" at a place joins another predicate: "and had broken"."""
    if words[place].low not in JOINING or place + 1 >= len(words):
        return False
    return words[place + 1].low in FRONT or is_past(words[place + 1].low)


def undoer(region: Region, place: int) -> int | None:
    """Return the place of the verb that keeps what a word tells from coming about, or None: "rejected the
    plan to merge", "fishing is banned".
    """
    words, home = region.words, region.words[place].sentence
    for i in range(max(0, place - _UNDONE_BEFORE), min(len(words), place + _UNDONE_PASSIVE)):
        if i == place or words[i].sentence != home:
            continue
        follower = words[i + 1].stem if i + 1 < len(words) else ""
        if words[i].stem not in _undoing() and f"{words[i].stem}_{follower}" not in _undoing():
            continue
        if any(word.low in markers() for word in words[max(0, i - 3) : i] if word.sentence == home):
            continue  # "did not rule out an offer"
        passive = _is_passive(words, i)
        if i - place > _UNDONE_AFTER and not (passive and is_past(words[i].low)):
            continue
        between = words[min(i, place) + 1 : max(i, place) + 1]
        if any(word.after_mark for word in between):
            continue
        if (i < place) != passive or (passive and any(word.low in _WHOM for word in between[:_WHOM_NEAR])):
            return i
    return None


def _is_passive(words: Sequence[Placed], place: int) -> bool:
    """Whether a verb tells what is done to its subject: "was banned", "remains for now suspended"."""
    for word in reversed(words[max(0, place - _BE_NEAR) : place]):
        if word.low in PASSIVE or word.low in _STAYING:
            return True
        if word.heavy and not word.low.endswith("ly"):
            return False
    return False


_BE_NEAR = 3
_STAYING = frozenset(("be", "remain", "remains", "remained", "stay", "stays", "stayed"))
_WHOM, _WHOM_NEAR = frozenset(("for", "to")), 2
"""What stands behind a ban before those whom it hits: "is closed to lorries"."""


_UNDONE_BEFORE, _UNDONE_AFTER, _UNDONE_PASSIVE = 5, 5, 10

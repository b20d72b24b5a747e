"""Whether two names are one person's, spelled in two ways or with a slip."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from desktop_app.model import EntityRow, EntityType
from desktop_app.text.normalize import fold


def spelled_apart(a: EntityRow, b: EntityRow) -> bool:
    """Whether the two sides write one person's full name in two ways: that is clear behind a pronoun too."""
    if a is b or not a.type is b.type is EntityType.PERSON:
        return False
    first, second = fold(a.name).split(), fold(b.name).split()
    if not len(first) == len(second) > 1 or first == second:
        return False
    initials = first[0] == second[0] and first[-1][0] == second[-1][0] and len(first[0]) > 2
    return initials or name_variant(a.name, b.name)


def name_variant(left: str, right: str) -> bool:
    """Whether two different names look like one person's: the same first name and surnames that begin alike,
    the same surname with first names that do, or hardly a letter's difference.
    """
    a, b = _folded_parts(left), _folded_parts(right)
    if not a or not b:
        return False
    whole = Levenshtein.normalized_similarity(" ".join(a), " ".join(b))
    if len(a) != len(b) and min(len(a), len(b)) == 1:
        return _surnames_alike(a[-1], b[-1])
    if len(a) < 2 or len(b) < 2:
        return len(a) == len(b) and whole >= 0.75 and min(len(a[0]), len(b[0])) >= 4
    if whole >= 0.85:
        return True
    first, last = (a[0], b[0]), (a[-1], b[-1])
    if first[0] == first[1]:
        return _begins_alike(*last)
    return last[0] == last[1] and (
        _begins_alike(*first)
        or first[0][0] == first[1][0]
        or Levenshtein.normalized_similarity(*first) >= _GIVEN_ALIKE
    )


_GIVEN_ALIKE = 0.4
"""Likeness of two first names before one surname from which they may be a slip: "Greg", "Craig"."""


@lru_cache(maxsize=4096)
def _folded_parts(name: str) -> tuple[str, ...]:
    return tuple(fold(name).split())


def _surnames_alike(left: str, right: str) -> bool:
    """Whether two different surnames are slips of one, where one side gives the first name too."""
    if left == right or left[0] != right[0] or min(len(left), len(right)) < _LONG_NAME:
        return False
    return Levenshtein.normalized_similarity(left, right) >= 0.75


_LONG_NAME = 6
"""Letters of a surname from which a likeness is no chance."""


def given_names_alike(left: str, right: str) -> bool:
    """Whether two bare first names of one quotation's speaker are spellings or slips of one: Marta, Maria."""
    a, b = fold(left), fold(right)
    if " " in a or " " in b or a[:1] != b[:1] or abs(len(a) - len(b)) > 1:
        return False
    return Levenshtein.normalized_similarity(a, b) >= 0.6


def _begins_alike(left: str, right: str) -> bool:
    common = 0
    for x, y in zip(left, right, strict=False):
        if x != y:
            break
        common += 1
    return common >= 3 or Levenshtein.normalized_similarity(left, right) >= 0.6

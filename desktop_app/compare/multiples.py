"""How many times as much something has become: "nearly doubled" against "nearly tripled"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from desktop_app.compare.beads import Bead, Region
from desktop_app.model import Change, ChangeKind
from desktop_app.text.lexicons import read_sections
from desktop_app.text.phrases import say

_NOTE = "The left gives the figure as “{left}”, the right as “{right}”."
_ENOUGH = 0.6
"""Evidence (shared words around, equal words beside) from which two multiples are of one thing."""


def multiple_changes(bead: Bead) -> list[Change]:
    """Return the multiples on which the sides of a bead disagree, where each side tells just one."""
    left, right = list(_multiples(bead.left)), list(_multiples(bead.right))
    if len(left) != 1 or len(right) != 1:
        return []
    (i, multiple), (j, other_multiple) = left[0], right[0]
    if multiple == other_multiple:
        return []
    here, there = (i, i + 1), (j, j + 1)
    if bead.context(here, there) + bead.opposed(here, there) < _ENOUGH and not bead.alike(i, j):
        return []
    one, other = bead.left.mention(i, i), bead.right.mention(j, j)
    note = say(_NOTE, left=one.text, right=other.text)
    return [Change(ChangeKind.FIGURE, one, other, note)]


def _multiples(region: Region) -> Iterator[tuple[int, str]]:
    """Yield the places of the words that multiply, each with the name of its multiple."""
    words = region.words
    for place in region.with_form(_names()):
        low = words[place].low
        before = words[place - 1].low if place and not region.edge(place - 1, place) else ""
        after = words[place + 1].low if not region.edge(place, place + 1) else ""
        if low in _ADVERBS and after not in ("as", "the"):
            continue  # "met twice"
        if low in _ALSO_ADJECTIVES and before not in _BEFORE_VERB:
            continue  # "a double room"
        yield place, _names()[low]


_ADVERBS = frozenset(("twice", "thrice"))
_ALSO_ADJECTIVES = frozenset(("double", "triple", "treble", "quadruple", "quintuple"))
_BEFORE_VERB = frozenset(("to", "will", "would", "could", "may", "might", "than", "nearly", "almost"))


@cache
def _names() -> dict[str, str]:
    """Return the forms of the words that multiply, each with the name of its multiple."""
    lines = [line.split() for line in read_sections("figures.txt")["multiples"]]
    return {form: line[0] for line in lines for form in line[1:]}

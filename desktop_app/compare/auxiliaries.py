"""Auxiliaries, and how far those of a verb reach to its left."""

from __future__ import annotations

from collections.abc import Collection

from desktop_app.compare.beads import Region
from desktop_app.text.lexicons import read_words

FRONT = read_words("disagreement_words.txt", "front")
"""Words in front of a verb in a finite clause: "has", "would", "may"."""

AUXILIARIES = read_words("disagreement_words.txt", "auxiliaries")
"""Words in front of a verb that leave it as certain as it is: "has", "would", "to", but not "may"."""

COPULAS = frozenset(("is", "are", "was", "were"))
PASSIVE = COPULAS | {"been", "being"}


def front(region: Region, place: int, auxiliaries: Collection[str] = FRONT) -> int:
    """Return the place of the first auxiliary before a verb, or the verb's own."""
    words = region.words
    while (
        place > 0
        and words[place - 1].low in auxiliaries
        and words[place - 1].sentence == words[place].sentence
    ):
        place -= 1
    return place

"""Two shares that make one whole: what a third did not do, two thirds did."""

from __future__ import annotations

from itertools import pairwise

from desktop_app.compare.beads import Bead, Region
from desktop_app.model import EntityType
from desktop_app.text.values import find_values


def shares_add_up(bead: Bead, left: int, right: int) -> bool:
    """Whether the sentences give two shares of one whole: "a third were against", "two thirds in favour"."""
    first, second = _shares(bead.left, left), _shares(bead.right, right)
    return any(abs(one + other - 1) <= _WHOLE for one in first for other in second)


_WHOLE = 0.021


def _shares(region: Region, place: int) -> list[float]:
    """Return the shares, as parts of one, that the sentence around a word gives."""
    span = region.sentences[region.words[place].sentence]
    text = region.article.paragraphs[span.paragraph].text[span.start : span.end]
    found: list[float] = []
    values = find_values(text)
    for one, other in pairwise(values):  # "one in five"
        if one.number and other.number and text[one.end : other.start].split() in (["in"], ["out", "of"]):
            found.append(one.number / other.number)
    for value in values:
        if value.number is None:
            continue
        if value.type is EntityType.PERCENT:
            found.append(value.number / 100)
        elif value.type is EntityType.CARDINAL and 0 < value.number < 1:
            found.append(value.number)
    return found

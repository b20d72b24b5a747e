"""Two shares that make one whole: what a third did not do, two thirds did."""

from __future__ import annotations

import re
from itertools import pairwise

from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.ratios import join_ratios, share_of
from desktop_app.text.values import find_values


def shares_add_up(bead: Bead, left: int, right: int) -> bool:
    """Whether the sentences give two shares of one whole: "a third were against", "two thirds in favour"."""
    parts = _parts(bead.left, left), _parts(bead.right, right)
    if any(one + other == whole for one, whole in parts[0] for other, all_ in parts[1] if all_ == whole):
        return True  # "one of the five took part", "four of the five stayed away"
    first, second = _shares(bead.left, left), _shares(bead.right, right)
    return any(abs(one + other - 1) <= _WHOLE for one in first for other in second)


_WHOLE = 0.021


def _parts(region: Region, place: int) -> list[tuple[float, float]]:
    """Return the figures that the sentence around a word gives as parts of others: "one of the five"."""
    text = _sentence(region, place)
    found = [(value.start, value.end, value.number) for value in find_values(text) if value.number]
    parts = [
        (part, whole)
        for (_, end, part), (start, _, whole) in pairwise(found)
        if part and whole and part < whole and _OF.fullmatch(text[end:start])
    ]
    parts += [
        (part, whole)
        for (first, _, whole), (_, _, part) in pairwise(found)
        if part and whole and part < whole and _OUT_OF.search(text[:first])
    ]
    return parts


_OUT_OF = re.compile(r"\b[Oo]f (?:the |its |their |all )?$")
_OF = re.compile(r"\s(?:out )?of (?:the |its |their |all )?(?:\w+ )?")


def _sentence(region: Region, place: int) -> str:
    span = region.sentences[region.words[place].sentence]
    return region.article.paragraphs[span.paragraph].text[span.start : span.end]


def _shares(region: Region, place: int) -> list[float]:
    """Return the shares, as parts of one, that the sentence around a word gives."""
    text = _sentence(region, place)
    return [share for value in join_ratios(text, find_values(text)) if (share := share_of(value))]

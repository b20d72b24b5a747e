"""Two shares that make one whole: what a third did not do, two thirds did."""

from __future__ import annotations

from desktop_app.compare.beads import Bead, Region
from desktop_app.compare.ratios import join_ratios, share_of
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
    return [share for value in join_ratios(text, find_values(text)) if (share := share_of(value))]

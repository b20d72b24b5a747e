"""Which link a paragraph stands in, and which bead of a link a place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from math import inf
from typing import Protocol, TypeVar

from desktop_app.compare.beads import Bead
from desktop_app.model import Alignment, Side, Span


class _Placed(Protocol):
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=_Placed)


def links_by_place(alignment: Alignment) -> dict[tuple[Side, int], int]:
    """Return the number of the link of each linked paragraph."""
    return {(side, p): n for n, link in enumerate(alignment.links) for side in Side for p in link.on(side)}


class Homes:
    """The beads of a link, found by what stands in them; no sentence is in two of them."""

    def __init__(self, beads: Sequence[Bead]) -> None:
        self._beads = beads
        self._sentences = {
            side: sorted(
                (span.paragraph, span.start, span.end, number)
                for number, bead in enumerate(beads)
                for span in (bead.left if side is Side.LEFT else bead.right).sentences
            )
            for side in Side
        }

    def _number(self, side: Side, span: Span) -> int:
        sentences = self._sentences[side]
        spot = bisect_right(sentences, (span.paragraph, span.start, inf)) - 1
        if spot < 0:
            return -1
        paragraph, _, end, number = sentences[spot]
        return number if paragraph == span.paragraph and span.end <= end else -1

    def of(self, left: Span, right: Span) -> Bead | None:
        """Return the bead in which a place of the left and one of the right stand."""
        number = self._number(Side.LEFT, left)
        return self._beads[number] if number >= 0 and number == self._number(Side.RIGHT, right) else None

    def shared(self, left: Sequence[T], right: Sequence[T]) -> Iterator[tuple[Bead, list[T], list[T]]]:
        """Yield the beads, in order, that hold items of both sides, with those items in their order."""
        held: dict[Side, dict[int, list[T]]] = {Side.LEFT: {}, Side.RIGHT: {}}
        for side, items in ((Side.LEFT, left), (Side.RIGHT, right)):
            for item in items:
                held[side].setdefault(self._number(side, item.span), []).append(item)
        for number in sorted((held[Side.LEFT].keys() & held[Side.RIGHT].keys()) - {-1}):
            yield self._beads[number], held[Side.LEFT][number], held[Side.RIGHT][number]

"""The shapes in the gutter: which links are in sight, and where their edges run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from desktop_app.model import Side
from desktop_app.ui.reading.structure import Structure

FAR = 4000.0
"""Edges are drawn no farther than this beyond the window, in pixels."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A link in window pixels: its stretch on the left edge and on the right edge of the gutter."""

    number: int
    left_top: float
    left_bottom: float
    right_top: float
    right_bottom: float
    moved: bool

    def stub_side(self, height: float) -> Side | None:
        """Return the side on which only this ribbon's end is in sight, None when both or neither are."""
        left = self.left_bottom > 0 and self.left_top < height
        right = self.right_bottom > 0 and self.right_top < height
        return None if left == right else Side.LEFT if left else Side.RIGHT

    def path(self, width: float) -> QPainterPath:
        """Return the closed shape: straight ends, long edges with level tangents (as Meld draws them)."""
        a, b, c, d = (
            min(max(y, -FAR), FAR)
            for y in (self.left_top, self.right_top, self.right_bottom, self.left_bottom)
        )
        path = QPainterPath()
        path.moveTo(0, a)
        _edge(path, 0, a, width, b)
        path.lineTo(width, c)
        _edge(path, width, c, 0, d)
        path.closeSubpath()
        return path

    def edges(self, width: float) -> QPainterPath:
        """Return the two long edges alone."""
        path = QPainterPath()
        path.moveTo(0, self.left_top)
        _edge(path, 0, self.left_top, width, self.right_top)
        path.moveTo(0, self.left_bottom)
        _edge(path, 0, self.left_bottom, width, self.right_bottom)
        return path


class RibbonIndex:
    """Finds the ribbons in sight by bisection; rebuilt when the layout or the links change."""

    def __init__(
        self,
        structure: Structure,
        left: tuple[list[float], list[float]],
        right: tuple[list[float], list[float]],
    ) -> None:
        """Take the tops and bottoms of all paragraphs on both sides, in content pixels."""
        self._ordered = structure.steering
        self._moved = structure.movers
        self._movers = frozenset(structure.movers)
        self._extent: dict[int, tuple[float, float, float, float]] = {}
        for number in [*self._ordered, *self._moved]:
            link = structure.links[number]
            self._extent[number] = (
                left[0][min(link.left)],
                left[1][max(link.left)],
                right[0][min(link.right)],
                right[1][max(link.right)],
            )
        self._tops = [[self._extent[n][k] for n in self._ordered] for k in (0, 2)]
        self._bottoms = [[self._extent[n][k] for n in self._ordered] for k in (1, 3)]

    def in_sight(self, left: float, right: float, height: float, pad: float = 0.0) -> Iterator[Ribbon]:
        """Yield the ribbons that touch the window at content positions ``left`` and ``right``.

        Movers come last, so that they lie on top.
        """
        first = min(bisect_left(self._bottoms[0], left - pad), bisect_left(self._bottoms[1], right - pad))
        last = max(
            bisect_right(self._tops[0], left + height + pad),
            bisect_right(self._tops[1], right + height + pad),
        )
        for number in [*self._ordered[first:last], *self._moved]:
            a, b, c, d = self._extent[number]
            ribbon = Ribbon(
                number,
                a - left - pad,
                b - left + pad,
                c - right - pad,
                d - right + pad,
                number in self._movers,
            )
            if _touches(ribbon, height):
                yield ribbon


def _touches(ribbon: Ribbon, height: float) -> bool:
    top = min(ribbon.left_top, ribbon.right_top)
    bottom = max(ribbon.left_bottom, ribbon.right_bottom)
    if ribbon.moved:
        return ribbon.stub_side(height) is not None or (
            ribbon.left_bottom > 0 and ribbon.left_top < height and ribbon.right_bottom > 0
        )
    return bottom > 0 and top < height


def _edge(path: QPainterPath, x0: float, y0: float, x1: float, y1: float) -> None:
    if abs(y0 - y1) < 0.5:
        path.lineTo(x1, y1)
    else:
        bend = (x1 - x0) * 0.45
        path.cubicTo(x0 + bend, y0, x1 - bend, y1, x1, y1)

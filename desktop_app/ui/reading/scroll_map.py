"""The shared ruler: one axis on which both texts are laid. Mathematics only, no Qt.

Every group of linked paragraphs, and every gap between two groups, occupies on the ruler the taller of its
two heights (the axis of Kompare's ``KompareListView``). Content positions are linear between the knots, so no
side ever moves faster than the ruler, and never backwards. All lengths are pixels of the real layout.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.model import Side

RAMP_STEPS = 6
"""Straight pieces that draw one ramp of an eased stretch."""

LONG_STRETCH = 0.25
"""A one-sided stretch longer than this part of the easing length is eased."""


STEP_GROUPS = 1000
"""Groups laid between two steps."""


@dataclass(frozen=True, slots=True)
class Group:
    """A linked group in both layouts: tops and bottoms in content pixels."""

    left_top: float
    left_bottom: float
    right_top: float
    right_bottom: float


class ScrollMap:
    """Content positions of both sides as functions of the ruler position.

    ``ruler``, ``left`` and ``right`` are the coordinates of the knots, each never falling. ``starts`` holds
    the ruler position at which each group begins.
    """

    __slots__ = ("left", "right", "ruler", "starts", "total")

    def __init__(
        self, groups: Sequence[Group], left_height: float, right_height: float, ease: float = 0.0
    ) -> None:
        """Lay ``groups`` (in order on both sides) on a ruler; ``ease`` is the length in pixels over which
        a waiting side slows down and takes up speed around a one-sided stretch, 0 for a dead stop."""
        deque(self.lay(groups, left_height, right_height, ease), maxlen=0)

    def lay(
        self, groups: Sequence[Group], left_height: float, right_height: float, ease: float = 0.0
    ) -> Iterator[None]:
        """Lay the ruler anew, in steps of some milliseconds; it is good for use when they are done."""
        self.ruler: list[float] = [0.0]
        self.left: list[float] = [0.0]
        self.right: list[float] = [0.0]
        self.starts: list[float] = []
        for number, group in enumerate(groups):
            if number % STEP_GROUPS == STEP_GROUPS - 1:
                yield
            if number and ease > 0.0:
                self._eased_gap(groups[number - 1], group, ease)
            self._knot(group.left_top, group.right_top)
            self.starts.append(self.ruler[-1])
            self._knot(group.left_bottom, group.right_bottom)
        self._knot(left_height, right_height)
        self.total = self.ruler[-1]

    def content(self, side: Side, t: float) -> float:
        """Return the content position of a side at ruler position ``t`` (clamped to the ruler)."""
        return _interpolate(self.ruler, self.left if side is Side.LEFT else self.right, t)

    def ruler_at(self, side: Side, y: float, near: float = 0.0) -> float:
        """Return a ruler position at which a side's content position is ``y``.

        Where the side waits, many fit: the one nearest to ``near`` is taken.
        """
        values = self.left if side is Side.LEFT else self.right
        y = min(max(y, values[0]), values[-1])
        first, behind = bisect_left(values, y), bisect_right(values, y)
        if first == behind:
            low, high = values[first - 1], values[first]
            share = (y - low) / (high - low)
            return self.ruler[first - 1] + share * (self.ruler[first] - self.ruler[first - 1])
        return min(max(near, self.ruler[first]), self.ruler[behind - 1])

    def _knot(self, left: float, right: float) -> None:
        # Rounding in a layout may give a top that lies a hair above the previous bottom.
        left, right = max(left, self.left[-1]), max(right, self.right[-1])
        self.ruler.append(self.ruler[-1] + max(left - self.left[-1], right - self.right[-1]))
        self.left.append(left)
        self.right.append(right)

    def _eased_gap(self, before: Group, after: Group, ease: float) -> None:
        """Let the waiting side slow down from the middle of the group before and speed up towards the next.

        The tops of both groups stay exact; only the lower half of the group before stands less than level.
        """
        excess = (after.right_top - before.right_bottom) - (after.left_top - before.left_bottom)
        if abs(excess) <= ease * LONG_STRETCH:
            return
        waits_left = excess > 0
        waiting, moving = (self.left, self.right) if waits_left else (self.right, self.left)
        goal = after.left_top if waits_left else after.right_top
        moving_goal = after.right_top if waits_left else after.left_top
        start = max((self.ruler[-2] + self.ruler[-1]) / 2, self.ruler[-1] - ease / 2)
        waiting_from = _interpolate(self.ruler, waiting, start)
        moving_from = _interpolate(self.ruler, moving, start)
        slope_moving = (moving[-1] - moving[-2]) / max(self.ruler[-1] - self.ruler[-2], 1e-9)
        if slope_moving < 1.0 - 1e-9:
            return  # the group before is taller on the waiting side: there the other side waits already
        length = moving_goal - moving_from
        rise = goal - waiting_from
        speed = (waiting[-1] - waiting[-2]) / max(self.ruler[-1] - self.ruler[-2], 1e-9)
        heights = (after.left_bottom - after.left_top, after.right_bottom - after.right_top)
        next_speed = heights[0 if waits_left else 1] / max(*heights, 1e-9)
        ramp = min(ease / 2, length / 3, 1.8 * rise / max(speed + next_speed, 1e-9))
        if ramp < 1.0 or length <= ramp:
            return
        slow = (rise - (speed + next_speed) * ramp / 2) / (length - ramp)
        if not 0.0 <= slow <= min(speed, next_speed):
            return
        # The bottom of the group before is no knot any more: the waiting side passes it later.
        for axis in (self.ruler, self.left, self.right):
            axis.pop()
        self._add(start, moving_from, waiting_from, waits_left)
        for step in range(1, RAMP_STEPS + 1):
            along = ramp * step / RAMP_STEPS
            risen = speed * along + (slow - speed) * along * along / (2 * ramp)
            self._add(start + along, moving_from + along, waiting_from + risen, waits_left)
        for step in range(RAMP_STEPS):
            ahead = ramp * (RAMP_STEPS - step) / RAMP_STEPS
            missing = next_speed * ahead + (slow - next_speed) * ahead * ahead / (2 * ramp)
            self._add(start + length - ahead, moving_goal - ahead, goal - missing, waits_left)

    def _add(self, t: float, moving: float, waiting: float, waits_left: bool) -> None:
        left, right = (waiting, moving) if waits_left else (moving, waiting)
        self.ruler.append(max(t, self.ruler[-1]))
        self.left.append(max(left, self.left[-1]))
        self.right.append(max(right, self.right[-1]))


def _interpolate(xs: list[float], ys: list[float], x: float) -> float:
    if x <= xs[0]:
        return ys[0]
    if x >= xs[-1]:
        return ys[-1]
    place = bisect_right(xs, x)
    low, high = xs[place - 1], xs[place]
    return ys[place - 1] + (ys[place] - ys[place - 1]) * (x - low) / (high - low)

"""The one state of the reading view: where on the ruler it stands, and what shifts a pane away from it.

Qt-free. Positions are content positions of the top edge of each window, in pixels; a position below 0 or
beyond ``reach`` shows blank space, which happens only where a link could not stand level otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.model import Side
from desktop_app.ui.reading.scroll_map import ScrollMap

READING_LINE = 0.3
"""Where the reading line lies, as a part of the window's height."""

SIDES = (Side.LEFT, Side.RIGHT)


@dataclass(frozen=True, slots=True)
class Hold:
    """Both panes move together at a constant offset while the reader stays in a paragraph pair.

    ``tops`` and ``bottoms`` are content positions (left, right), ``line`` the screen line they stand on.
    """

    tops: tuple[float, float]
    bottoms: tuple[float, float]
    line: float


@dataclass(frozen=True, slots=True)
class State:
    """A complete place: ruler position, both positions, the shift of the right pane by hand, a hold."""

    t: float = 0.0
    left: float = 0.0
    right: float = 0.0
    shift: float = 0.0
    hold: Hold | None = None
    together: bool = True

    def on(self, side: Side) -> float:
        """Return one pane's position."""
        return self.left if side is Side.LEFT else self.right


class SharedScroll:
    """Moves both panes by one ruler position.

    `scroll_by` and its kin change ``state``; the view then puts both panes where the state says.
    """

    def __init__(self) -> None:
        self.map = ScrollMap([], 0.0, 0.0)
        self.window = 1.0
        self.reach = {Side.LEFT: 0.0, Side.RIGHT: 0.0}
        self.state = State()

    # -- layout -------------------------------------------------------------------------------------------

    def set_layout(self, scroll_map: ScrollMap, window: float, left_reach: float, right_reach: float) -> None:
        """Take a new layout: its map, the window's height, the largest position of each pane."""
        self.map = scroll_map
        self.window = max(1.0, window)
        self.reach = {Side.LEFT: max(0.0, left_reach), Side.RIGHT: max(0.0, right_reach)}

    @property
    def line(self) -> float:
        """The reading line's distance from the window's top."""
        return self.window * READING_LINE

    @property
    def first(self) -> float:
        """The ruler position of the very start: from here on a pane moves."""
        total = self.map.total
        return min((self.map.ruler_at(s, self._line_of(s), total) for s in self._movable()), default=0.0)

    @property
    def last(self) -> float:
        """The ruler position of the very end: from here on no pane moves."""
        ends = (self.map.ruler_at(s, self.reach[s] + self._line_of(s), 0.0) for s in self._movable())
        return max(self.first, max(ends, default=0.0))

    def _movable(self) -> list[Side]:
        return [side for side in SIDES if self.reach[side] > 0.0]

    def target(self, side: Side, t: float) -> float:
        """Return the position the ruler gives a pane at ``t``."""
        wanted = self.map.content(side, t) - self._line_of(side)
        return min(max(wanted, 0.0), self.reach[side])

    def is_clamped(self, side: Side) -> bool:
        """Whether a pane stands at or beyond one of its ends."""
        return not 0.5 < self.state.on(side) < self.reach[side] - 0.5

    def _line_of(self, side: Side) -> float:
        return self.line - (self.state.shift if side is Side.RIGHT else 0.0)

    # -- moving -------------------------------------------------------------------------------------------

    def scroll_by(self, distance: float, side: Side | None = None) -> None:
        """Move by ``distance`` pixels of input; without sync only ``side`` moves."""
        state = self.state
        if not state.together:
            self.scroll_one(side or Side.LEFT, distance)
            return
        if state.hold is not None:
            if self._held_by(distance, state.hold):
                return
            self.release(side or Side.LEFT)
            state = self.state
        first, last = self.first, self.last
        low, high = min(0.0, distance), max(0.0, distance)
        here = min(max(state.t, first), last)
        lag = {s: (self.target(s, here) - state.on(s)) * (1 if distance >= 0 else -1) for s in SIDES}
        # A pane that is behind the ruler catches up: the ruler goes at half speed meanwhile.
        step = distance / 2 if max(lag.values()) > 1.0 else distance
        t = min(max(here + step, first), last)
        if t in (first, last) and t == here:
            low, high = -abs(distance), abs(distance)
        moved = {s: state.on(s) + min(max(self.target(s, t) - state.on(s), low), high) for s in SIDES}
        self.state = replace(state, t=t, left=moved[Side.LEFT], right=moved[Side.RIGHT])

    def scroll_to(self, t: float) -> None:
        """Go to a ruler position (clamped) and leave every hold."""
        t = min(max(t, self.first), self.last)
        self.state = replace(
            self.state, t=t, left=self.target(Side.LEFT, t), right=self.target(Side.RIGHT, t), hold=None
        )

    def scroll_one(self, side: Side, distance: float) -> None:
        """Move one pane alone; the shift between the panes changes with it."""
        state = replace(self.state, hold=None)
        position = min(max(state.on(side) + distance, 0.0), self.reach[side])
        self.state = placed(state, side, position)
        self._take_shift()

    def moved_to(self, side: Side, position: float, at_end: bool = False) -> None:
        """Follow a pane that something else moved (selection drag, find, a screen reader).

        With ``at_end`` a pane put at one of its ends takes the other one along to its end.
        """
        state = self.state
        if not state.together:
            self.state = placed(replace(state, hold=None), side, position)
            self._take_shift()
            return
        self.state = replace(state, hold=None)
        if at_end and position <= 0.0:
            self.scroll_to(self.first)
        elif at_end and position >= self.reach[side]:
            self.scroll_to(self.last)
        else:
            near = state.t
            t = self.map.ruler_at(side, position + self._line_of(side), near)
            if position <= 0.0:
                t = min(t, near)
            elif position >= self.reach[side]:
                t = max(t, near)
            other = self.target(side.other, t)
            self.state = placed(placed(replace(self.state, t=t), side, position), side.other, other)

    # -- levelling ----------------------------------------------------------------------------------------

    def common_line(self, left_top: float, right_top: float) -> float:
        """Return the screen line on which both tops can stand, the nearest to the reading line.

        Where no line suits both, the line that needs the least blank space.
        """
        low = max(left_top - self.reach[Side.LEFT], right_top - self.reach[Side.RIGHT])
        high = min(left_top, right_top)
        return min(max(self.line, min(low, high)), max(low, high))

    def level(
        self,
        left_top: float,
        right_top: float,
        left_bottom: float | None = None,
        right_bottom: float | None = None,
    ) -> None:
        """Put two content positions level on one screen line.

        Two places far off the ruler (a moved paragraph) are held at a constant offset.
        """
        line = self.common_line(left_top, right_top)
        left, right = left_top - line, right_top - line
        near = self.map.ruler_at(Side.LEFT, left_top)
        # Where the two tops make a knot of the ruler, both sides give the same position; else take the left.
        knot = self.map.ruler_at(Side.LEFT, left_top, self.map.ruler_at(Side.RIGHT, right_top, near))
        t = min(max(knot + self.line - line, 0.0), self.map.total)
        state = replace(self.state, t=t, left=left, right=right, hold=None, shift=0.0)
        self.state = state
        off = max(
            abs(self.map.content(Side.LEFT, knot) - left_top),
            abs(self.map.content(Side.RIGHT, knot) - right_top),
        )
        if off > self.window / 4 or not state.together:
            bottoms = (left_bottom or left_top, right_bottom or right_top)
            self.state = replace(state, hold=Hold((left_top, right_top), bottoms, line))

    def release(self, side: Side) -> None:
        """Leave a hold: the ruler resumes from where ``side`` stands."""
        if self.state.hold is not None:
            position = self.state.on(side)
            self.state = replace(self.state, hold=None)
            self.moved_to(side, position)

    def _held_by(self, distance: float, hold: Hold) -> bool:
        """Move at a constant offset; False when the reading line would leave both paragraphs."""
        left, right = self.state.left + distance, self.state.right + distance
        inside = (
            hold.tops[0] - self.window / 4 <= left + hold.line <= hold.bottoms[0] + self.window / 8
            or hold.tops[1] - self.window / 4 <= right + hold.line <= hold.bottoms[1] + self.window / 8
        )
        if inside:
            self.state = replace(self.state, left=left, right=right)
        return inside

    # -- sync ---------------------------------------------------------------------------------------------

    def set_together(self, together: bool) -> None:
        """Switch sync; switched on it resumes from where both panes stand."""
        self.state = replace(self.state, together=together, hold=None)
        if together:
            self._take_shift()

    def drop_shift(self, side: Side = Side.LEFT) -> None:
        """Forget the shift made by hand: the other pane comes back beside ``side``."""
        position = self.state.on(side)
        self.state = replace(self.state, shift=0.0, hold=None)
        if self.state.together:
            self.moved_to(side, position)

    def _take_shift(self) -> None:
        """Let the present pairing stand: keep on the right pane what the ruler does not explain."""
        state = self.state
        ranges = [self._standing_at(side, state.on(side)) for side in SIDES]
        low, high = max(ranges[0][0], ranges[1][0]), min(ranges[0][1], ranges[1][1])
        if low <= high + 1.0:
            self.state = replace(state, t=min(max(state.t, low), max(low, high)), shift=0.0)
            return
        t = min(max(state.t, ranges[0][0]), ranges[0][1])
        shift = state.right + self.line - self.map.content(Side.RIGHT, t)
        self.state = replace(state, t=t, shift=shift)

    def _standing_at(self, side: Side, position: float) -> tuple[float, float]:
        """Return the stretch of the ruler on which an unshifted pane stands at ``position``."""
        total = self.map.total
        low = 0.0 if position <= 0.0 else self.map.ruler_at(side, position + self.line, 0.0)
        at_end = position >= self.reach[side]
        return low, total if at_end else self.map.ruler_at(side, position + self.line, total)


def placed(state: State, side: Side, position: float) -> State:
    """Return a state with one pane at another position."""
    return replace(state, left=position) if side is Side.LEFT else replace(state, right=position)

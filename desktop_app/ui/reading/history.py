"""Back and forth through jumps. Qt-free."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST = 200


class History(Generic[T]):
    """Two stacks of places, as in a web browser."""

    def __init__(self) -> None:
        self._back: list[T] = []
        self._forward: list[T] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._forward)

    def clear(self) -> None:
        """Forget everything."""
        self._back.clear()
        self._forward.clear()

    def leave(self, place: T) -> None:
        """Remember the place that a jump leaves; what lay ahead is gone."""
        if not self._back or self._back[-1] != place:
            self._back.append(place)
            del self._back[:-LONGEST]
        self._forward.clear()

    def back(self, here: T) -> T | None:
        """Return the place before, keeping ``here`` for the way forward; None at the start."""
        if not self._back:
            return None
        self._forward.append(here)
        return self._back.pop()

    def forward(self, here: T) -> T | None:
        """Return the place ahead, keeping ``here`` for the way back; None at the end."""
        if not self._forward:
            return None
        self._back.append(here)
        return self._forward.pop()

"""Offsets in code points (Python) and in UTF-16 units (Qt), converted both ways."""

from __future__ import annotations

from bisect import bisect_left


class Utf16Map:
    """Converts offsets of one text. Costs nothing where every character is one unit."""

    __slots__ = ("_code_points", "_length", "_units")

    def __init__(self, text: str) -> None:
        """Prepare the conversion for ``text``."""
        self._length = len(text)
        # Offsets of the characters that take two units, and the unit at which each of them starts.
        wide = () if text.isascii() else [i for i, character in enumerate(text) if character > "\uffff"]
        self._code_points = list(wide)
        self._units = [offset + number for number, offset in enumerate(wide)]

    def to_utf16(self, offset: int) -> int:
        """Return the UTF-16 unit of a code point offset, which is first clamped to the text."""
        offset = min(max(offset, 0), self._length)
        return offset + bisect_left(self._code_points, offset)

    def to_code_point(self, unit: int) -> int:
        """Return the code point offset of a UTF-16 unit; a unit inside a pair gives the pair's character."""
        unit = min(max(unit, 0), self._length + len(self._code_points))
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] == unit - 1:
            return self._code_points[before - 1]  # between the two halves
        return unit - before

    @property
    def length(self) -> int:
        """The length of the text in UTF-16 units."""
        return self._length + len(self._code_points)

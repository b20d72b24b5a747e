"""Reading untrusted JSON: every value knows where it stands, so that an error can say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite
from typing import Any, TypeVar

_Choice = TypeVar("_Choice", bound=StrEnum)


class FieldError(ValueError):
    """A value that is missing or not of the wanted kind; the text names its place."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value of a JSON document with its place in it ("links[3].left")."""

    value: Any
    place: str = ""

    def fail(self, wanted: str) -> FieldError:
        """Return the error that says what was expected here."""
        return FieldError(f"{self.place or 'the top level'} is not {wanted}")

    def __getitem__(self, name: str) -> Field:
        """Return a member of an object; raises FieldError where it is missing."""
        if not isinstance(self.value, dict):
            raise self.fail("an object")
        place = f"{self.place}.{name}" if self.place else name
        if name not in self.value:
            raise FieldError(f"{place} is missing")
        return Field(self.value[name], place)

    def get(self, name: str) -> Field | None:
        """Return a member of an object, or None where it is missing or null."""
        if not isinstance(self.value, dict):
            raise self.fail("an object")
        return None if self.value.get(name) is None else self[name]

    def __iter__(self) -> Iterator[Field]:
        """Walk the elements of a list."""
        if not isinstance(self.value, list):
            raise self.fail("a list")
        for number, element in enumerate(self.value):
            yield Field(element, f"{self.place}[{number}]")

    def exactly(self, count: int) -> list[Field]:
        """Return the elements of a list that must have ``count`` of them."""
        listed = list(self)
        if len(listed) != count:
            raise self.fail(f"a list of {count}")
        return listed

    def text(self) -> str:
        """Return a string."""
        if not isinstance(self.value, str):
            raise self.fail("a text")
        return self.value

    def integer(self, low: int = 0, high: int | None = None) -> int:
        """Return a whole number, at least ``low`` and below ``high``."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.fail("a whole number")
        if value < low or (high is not None and value >= high):
            raise self.fail(f"a number from {low} to {high - 1}" if high is not None else f"at least {low}")
        return value

    def number(self) -> float:
        """Return a finite number."""
        value = self.value
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fail("a number")
        try:
            number = float(value)
        except OverflowError:
            raise self.fail("a usable number") from None
        if not isfinite(number):
            raise self.fail("a usable number")
        return number

    def flag(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            raise self.fail("true or false")
        return self.value

    def choice(self, kind: type[_Choice]) -> _Choice:
        """Return a member of an enumeration."""
        try:
            return kind(self.text())
        except ValueError:
            raise self.fail("one of " + ", ".join(kind)) from None

    def texts(self) -> tuple[str, ...]:
        """Return a list of strings."""
        return tuple(element.text() for element in self)

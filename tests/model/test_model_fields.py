"""Reading untrusted JSON: every value is checked, and an error names its place."""

from __future__ import annotations

from typing import Any

import pytest

from desktop_app.model import Side
from desktop_app.model.fields import Field, FieldError


@pytest.mark.parametrize(
    ("read", "value", "words"),
    [
        (lambda f: f["a"], [], "the top level is not an object"),
        (lambda f: f["a"]["b"], {"a": {}}, "a.b is missing"),
        (lambda f: f.get("a"), 3, "the top level is not an object"),
        (lambda f: list(f["a"]), {"a": 3}, "a is not a list"),
        (lambda f: f["a"].exactly(2), {"a": [1]}, "a is not a list of 2"),
        (lambda f: f["a"].text(), {"a": None}, "a is not a text"),
        (lambda f: [e.text() for e in f["a"]], {"a": ["x", 1]}, r"a\[1\] is not a text"),
        (lambda f: f["a"].integer(), {"a": True}, "a is not a whole number"),
        (lambda f: f["a"].integer(), {"a": -1}, "a is not at least 0"),
        (lambda f: f["a"].integer(0, 3), {"a": 3}, "a is not a number from 0 to 2"),
        (lambda f: f["a"].number(), {"a": "1"}, "a is not a number"),
        (lambda f: f["a"].number(), {"a": float("inf")}, "a is not a usable number"),
        (lambda f: f["a"].number(), {"a": 10**400}, "a is not a usable number"),
        (lambda f: f["a"].flag(), {"a": 1}, "a is not true or false"),
        (lambda f: f["a"].choice(Side), {"a": "top"}, "a is not one of left, right"),
        (lambda f: f["a"].choice(Side), {"a": []}, "a is not one of left, right"),
    ],
)
def test_a_wrong_value_is_named(read: Any, value: Any, words: str) -> None:
    with pytest.raises(FieldError, match=f"^{words}$"):
        read(Field(value))


def test_right_values_come_through() -> None:
    field = Field({"a": ["x", "y"], "b": 2, "c": None, "d": "left", "e": False})
    assert field["a"].texts() == ("x", "y")
    assert field["b"].integer(0, 3) == 2
    assert field["b"].number() == 2.0
    assert field.get("c") is None
    assert field.get("z") is None
    assert field["d"].choice(Side) is Side.LEFT
    assert field["e"].flag() is False

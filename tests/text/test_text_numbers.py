"""Numbers in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.numbers import find_numbers, format_number, parse_digits, parse_words


@pytest.mark.parametrize(
    ("text", "surface", "value"),
    [
        ("about 100,000 of them", "100,000", 100_000),
        ("nearly 4.5 billion", "4.5 billion", 4.5e9),
        ("two hundred and fifty thousand", "two hundred and fifty thousand", 250_000),
        ("half a million", "half a million", 500_000),
        ("a dozen eggs", "a dozen", 12),
        ("twenty-one guns", "twenty-one", 21),
        ("two-thirds of it", "two-thirds", 2 / 3),
        ("a third of it", "a third", 1 / 3),
        ("2½ hours", "2½", 2.5),
        ("6 3/4 inches", "6 3/4", 6.75),
        ("raised to 66-1/2 by law", "66-1/2", 66.5),
        ("the 21st floor", "21st", 21),
        ("the twenty-first floor", "twenty-first", 21),
        ("1.234.567,89 in all", "1.234.567,89", 1234567.89),
        ("3,5 Prozent", "3,5", 3.5),
        ("12\u00a0000 people", "12\u00a0000", 12_000),
        ("٣٤ homes", "٣٤", 34),
    ],
)
def test_value_and_place(text: str, surface: str, value: float) -> None:
    (number,) = find_numbers(text)
    assert text[number.start : number.end] == surface
    assert number.value == pytest.approx(value)


def test_numbers_side_by_side_stay_apart() -> None:
    assert [number.value for number in find_numbers("one two three hundred")] == [1, 2, 300]


def test_bare_article_is_no_number() -> None:
    assert find_numbers("a house, an egg, hundreds of them") == []


@pytest.mark.parametrize(("value", "text"), [(100_000.0, "100000"), (4.5, "4.5"), (1 / 3, "0.333333")])
def test_format(value: float, text: str) -> None:
    assert format_number(value) == text


def test_parse_refuses_what_is_no_number() -> None:
    assert parse_digits("1-2") is None
    assert parse_words("a house") == (0.0, 0)


@given(st.text())
def test_numbers_cut_the_text_in_order(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        end = number.end

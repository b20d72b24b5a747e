"""Sorting in parts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model.progress import pulsing
from desktop_app.model.sorting import sorted_in_parts


@given(st.lists(st.integers(0, 50), max_size=60))
def test_few_items_are_sorted(numbers: list[int]) -> None:
    assert sorted_in_parts((number, 1) for number in numbers) == sorted((number, 1) for number in numbers)


def test_many_items_are_sorted_with_pulses_between() -> None:
    items = [(number * 7919 % 10_007, number % 3) for number in range(20_000)]
    pulses: list[float] = []
    with pulsing(lambda fraction, _: pulses.append(fraction)) as progress:
        progress(0.5, "Sorting")
        assert sorted_in_parts(items) == sorted(items)
    assert len(pulses) > 8

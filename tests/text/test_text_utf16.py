"""Offsets in code points and UTF-16 units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.utf16 import Utf16Map

TEXTS = st.text(alphabet=st.sampled_from("aé\u0301漢👍🏽\U0001d11e "), max_size=40)


@given(TEXTS)
def test_agrees_with_the_encoder_and_goes_both_ways(text: str) -> None:
    units = Utf16Map(text)
    for offset in range(len(text) + 1):
        unit = len(text[:offset].encode("utf-16-le")) // 2
        assert units.to_utf16(offset) == unit
        assert units.to_code_point(unit) == offset
    assert units.length == units.to_utf16(len(text))


def test_half_a_pair_gives_its_character_and_places_outside_are_clamped() -> None:
    units = Utf16Map("a👍b")
    assert [units.to_code_point(unit) for unit in range(6)] == [0, 1, 1, 2, 3, 3]
    assert units.to_utf16(-5) == 0
    assert units.to_utf16(99) == 4

"""Two wordings woven into one: nothing invented, nothing lost, readable without colour."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ui.marked_text import (
    Ink,
    Piece,
    char_format,
    format_ranges,
    merged,
    one_after_the_other,
    plain_text,
    spoken_text,
    woven,
)
from desktop_app.ui.theme import load_theme

VOCABULARY = ("the", "bridge", "it’s", "it", "is", "don’t", "not", "12", "“late”", "😀", "mayor,", "said.")
WORDS = st.lists(st.sampled_from(VOCABULARY), max_size=12).map(" ".join)


def told(left: str, right: str, *, exact: bool = True) -> list[tuple[str, str]]:
    return [(piece.text, piece.ink.value) for piece in merged(left, right, exact=exact)]


def test_whole_words_are_struck_out_and_underlined() -> None:
    assert told("We will go home", "We will walk home") == [
        ("We will ", "plain"),
        ("go", "left"),
        (" ", "plain"),
        ("walk", "right"),
        (" home", "plain"),
    ]


@pytest.mark.parametrize(
    ("left", "right", "first", "second"),
    [("It is late", "It’s late", "It is", "It’s"), ("We don’t go", "We do not go", "don’t", "do not")],
)
def test_a_change_never_begins_inside_a_word(left: str, right: str, first: str, second: str) -> None:
    pieces = merged(left, right)
    assert first in [piece.text for piece in pieces if piece.ink in (Ink.LEFT, Ink.LEFT_LIGHT)]
    assert second in [piece.text for piece in pieces if piece.ink in (Ink.RIGHT, Ink.RIGHT_LIGHT)]


def test_what_only_the_right_says_stands_behind_the_full_stop() -> None:
    text = plain_text(merged("One came home. He slept.", "One came home. Then he slept."))
    assert text == "One came home. Then He slept."


def test_what_the_right_adds_to_a_sentence_stands_before_its_full_stop() -> None:
    text = plain_text(merged("She works at the mill.", "She works at the mill, which is old."))
    assert text == "She works at the mill which is old."
    text = plain_text(merged("“It was late.” He left.", "“It was late,” said Mia. He left."))
    assert text.startswith("“It was late.” said Mia")


def test_a_script_without_spaces_is_marked_sign_by_sign() -> None:
    left, right = "船长说，船队明天从旧港出发。", "船长说，船队今天从旧港出发。"
    assert [text for text, ink in told(left, right) if ink == "left"] == ["明"]
    assert [text for text, ink in told(left, right) if ink == "right"] == ["今"]


def test_function_words_can_be_passed_over() -> None:
    assert told("a dog ran", "the dog ran", exact=False) == [("a dog ran", "plain")]
    assert ("the", "right_light") in told("a dog ran", "the dog ran")


def test_little_in_common_is_not_woven() -> None:
    assert woven("One thing happened here today", "Nobody ever saw another place") is None
    assert woven("same words", "same words") == (Piece("same words"),)


def test_one_side_may_be_empty() -> None:
    assert told("", "new words") == [("new words", "right")]
    assert told("gone words", "") == [("gone words", "left")]
    assert told("", "") == []


def test_sides_are_named_for_the_ear() -> None:
    said = spoken_text(merged("We go home", "We walk home"), "left", "right")
    assert said == "We [left: go] [right: walk] home"


@given(WORDS, WORDS)
def test_the_left_stays_whole_and_the_rights_words_are_there(left: str, right: str) -> None:
    pieces = merged(left, right)
    of_left = "".join(p.text for p in pieces if p.ink not in (Ink.RIGHT, Ink.RIGHT_LIGHT))
    assert "".join(of_left.split()) == "".join(left.split())
    assert merged(left, left) == ((Piece(left),) if left else ())


@pytest.mark.parametrize("dark", [False, True])
def test_sides_differ_in_line_not_only_in_colour(dark: bool) -> None:
    theme = load_theme(dark)
    left, right = char_format(theme, Ink.LEFT), char_format(theme, Ink.RIGHT)
    assert left.fontStrikeOut()
    assert not right.fontStrikeOut()
    assert right.underlineStyle() != left.underlineStyle()
    light = char_format(theme, Ink.RIGHT_LIGHT)
    assert light.underlineStyle() == right.underlineStyle()
    assert light.background() != right.background()


def test_ranges_count_as_qt_does() -> None:
    ranges = format_ranges(load_theme(False), (Piece("a😀"), Piece("b", Ink.LEFT)))
    assert [(span.start, span.length) for span in ranges] == [(0, 3), (3, 1)]


def test_wordings_apart_name_their_sides() -> None:
    text = plain_text(one_after_the_other("One thing", "Another"))
    assert text == "left  One thing\nright  Another"

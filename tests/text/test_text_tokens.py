"""Tokens: what stays whole, what is split off, and that offsets are true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.tokens import Token, count_words, is_word, tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S.-led force", ["the", "U.S.-led", "force"]),
        ("a $3bn deal, up 3.5%", ["a", "$3bn", "deal", ",", "up", "3.5", "%"]),
        ("Orr’s NKr1.73bn", ["Orr", "’s", "NKr1.73bn"]),
        ("don't we’re", ["do", "n't", "we", "’re"]),
        ("at 10:30 on 7/2, 100,000 strong...", ["at", "10:30", "on", "7/2", ",", "100,000", "strong", "..."]),
        ("well-known COVID-19", ["well-known", "COVID-19"]),
        ("at Tala‘ofa, al-‘Awra ‘no’", ["at", "Tala‘ofa", ",", "al-‘Awra", "‘", "no", "’"]),
        ("l’été O’Hara", ["l’", "été", "O’Hara"]),
        ("see https://orme.example/a?b=1.", ["see", "https://orme.example/a?b=1", "."]),
        ("普京说 नमस्ते", ["普", "京", "说", "नमस्ते"]),
        ("cafe\u0301 👍🏽!", ["cafe\u0301", "👍", "🏽", "!"]),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_words_and_marks_are_told_apart() -> None:
    assert [is_word(token) for token in tokenize("No, 3 — $5")] == [True, False, True, False, True]


def test_words_are_counted_as_people_count_them() -> None:
    assert count_words("The U.S.-led force didn’t move — yet.") == 6
    assert count_words("普京说") == 3
    assert count_words("") == 0


@given(st.text())
def test_every_shown_character_is_in_exactly_one_token(text: str) -> None:
    end = 0
    for token in tokenize(text):
        assert isinstance(token, Token)
        assert end <= token.start < token.end
        assert not text[end : token.start].strip()
        assert text[token.start : token.end] == token.text
        end = token.end
    assert not text[end:].strip()

"""Paragraphs of plain text, wrapped and not."""

from __future__ import annotations

import re
import textwrap

import pytest
from helpers import REAL_PAIR, SHARED
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.paragraphs import LONGEST_PART, join_lines, split_paragraphs, wrap_width

STORY = [
    "Ferry to the outer islands stopped after engine fire",
    "ORME HARBOUR - The ferry that links the outer islands with the mainland was taken out of service "
    "on Tuesday after a fire broke out in its engine room, and the harbour office said it would not sail "
    "again this week.",
    "Nobody was hurt. “We were lucky that it happened at the quay and not at sea,” said harbour master "
    "Ilse Brandt, who had been on board when the alarm sounded shortly before six in the morning.",
    "The company that runs the ferry has asked a yard in the next county for a replacement. It may take "
    "until the end of the month to arrive, however, because the yard is busy with two boats and a tug.",
    "Islanders have been told to expect shortages of milk, bread and newspapers.",
]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("between", ["\n\n", "\n \n"])
def test_hard_wrapped_text_is_joined(width: int, between: str) -> None:
    wrapped = between.join(textwrap.fill(p, width, break_on_hyphens=False) for p in STORY)
    assert split_paragraphs(wrapped) == STORY


def test_indents_and_short_lines_separate_wrapped_paragraphs() -> None:
    wrapped = "\n".join(
        textwrap.fill(p, 66, initial_indent="    ", break_on_hyphens=False) for p in STORY[1:]
    )
    assert split_paragraphs(wrapped) == STORY[1:]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\u2028", "\x0c"])
def test_every_line_is_a_paragraph_otherwise(end: str) -> None:
    assert split_paragraphs(end.join(STORY)) == STORY


def test_verse_and_lists_keep_their_lines() -> None:
    verse = [
        "The lamp is low, the tide is late,",
        "The boats lie dark along the quay,",
        "And no one opens any gate",
        "For those who come in from the sea.",
        "The bell has called, the bell is dumb,",
        "The gulls are folded, every one,",
        "And those who said that they would come",
        "Have other errands to be done.",
    ]
    assert split_paragraphs("\n".join(verse)) == verse
    shopping = ["milk", "bread", "two newspapers", "a new rope", "tar"]
    assert split_paragraphs("\n".join(shopping)) == shopping


def test_hyphens_at_line_ends() -> None:
    assert (
        join_lines(["an inter-", "national well-", "known agree\u00ad", "ment"])
        == "an international well-known agreement"
    )
    assert join_lines(["the cross-", "border road"], {"cross-border"}) == "the cross-border road"
    assert join_lines(["the Jean-", "Luc affair"]) == "the Jean-Luc affair"


def test_lines_of_scripts_without_spaces_are_joined_without() -> None:
    assert join_lines(["今日は天気が", "いいです。"]) == "今日は天気がいいです。"


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8"), max_size=30), max_size=12))
def test_nothing_shown_is_lost(lines: list[str]) -> None:
    text = "\n".join(lines)
    kept = "".join("".join(split_paragraphs(text)).split())
    shown = "".join(re.sub("[\x00-\x08\x0e-\x1f\x7f\ufeff]", "", text).split())
    # A hyphen at a line's end may go.
    assert kept.replace("-", "").replace("\u00ad", "").replace("‐", "") == shown.replace("-", "").replace(
        "\u00ad", ""
    ).replace("‐", "")


@given(st.lists(st.text(max_size=40), max_size=20))
def test_width_is_never_invented_for_single_lines(lines: list[str]) -> None:
    spaced = [part for line in lines for part in (line.replace("\n", " "), "")]
    assert wrap_width(spaced) == 0


@pytest.mark.skipif(not SHARED.exists(), reason="the shared articles are not here")
def test_the_articles_with_gold_come_out_with_the_indexes_of_the_gold() -> None:
    for path in (*REAL_PAIR, *sorted((SHARED / "gold").glob("*/*.txt"))):
        text = path.read_text(encoding="utf-8")
        expected = [part.strip() for part in re.split(r"\n+", text) if part.strip()]
        assert split_paragraphs(text) == expected, path


def test_a_text_without_line_ends_is_parted_at_sentences() -> None:
    sentences = [f"The ferry left quay {number} at dawn and came back late." for number in range(2000)]
    parts = split_paragraphs(" ".join(sentences))
    assert " ".join(parts) == " ".join(sentences)
    assert all(len(part) <= LONGEST_PART and part.endswith("late.") for part in parts)


def test_a_long_paragraph_stays_whole() -> None:
    paragraph = " ".join(["The ferry left at dawn and came back late."] * 300)
    assert split_paragraphs(paragraph) == [paragraph]


def test_a_text_without_any_mark_or_space_is_parted() -> None:
    parts = split_paragraphs("x" * 50_000)
    assert "".join(parts) == "x" * 50_000
    assert max(map(len, parts)) <= LONGEST_PART

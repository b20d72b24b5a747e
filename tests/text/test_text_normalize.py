"""Folding and house spelling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.text.normalize import fold, fold_spelling, fold_with_offsets
from desktop_app.text.stems import stem


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Gdańsk “İzmir” – STRASSE", 'gdansk "izmir" - strasse'),
        ("Straße, naïve, Ærø", "strasse, naive, aero"),
        ("ﬁne…", "fine..."),
        ("l’été\u00a0", "l'ete "),
        ("한국", "한국"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_and_offsets_point_back(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert folded == fold(text)
    assert fold(folded) == folded
    assert len(offsets) == len(folded) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for character, offset in zip(folded, offsets, strict=False):
        assert character in fold(text[offset])


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organised", "organized"),
        ("colours", "colors"),
        ("Centre", "center"),
        ("travelling", "traveling"),
        ("defence", "defense"),
        ("programme", "program"),
        ("catalogue", "catalog"),
        ("analyse", "analyze"),
        ("grey", "gray"),
        ("neighbourhood", "neighborhood"),
        ("kilometres", "kilometers"),
        ("fulfil", "fulfill"),
    ],
)
def test_house_styles_meet(british: str, american: str) -> None:
    assert fold_spelling(british) == fold_spelling(american)


@pytest.mark.parametrize(
    ("one", "other"), [("four", "for"), ("tour", "tor"), ("prise", "prize"), ("poured", "pored")]
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold_spelling(one) != fold_spelling(other)


def test_stems_bring_inflections_together() -> None:
    groups = (
        "visit visits visited visiting",
        "stop stops stopped stopping",
        "study studies studied studying",
    )
    more = ("hope hopes hoped", "box boxes", "carry carried carries", "happy happily", "quick quickly")
    for group in (*groups, *more):
        assert len({stem(word) for word in group.split()}) == 1, group
    assert stem("news") == "news"
    assert stem("during") == "during"
    assert stem("река") == "река"


@given(st.text(max_size=20))
def test_stem_never_fails(word: str) -> None:
    assert isinstance(stem(word), str)

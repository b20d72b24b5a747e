"""The smaller parts: exact matches, folding, deciding, probabilities, the reader's own model."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.align import align, load_embedder
from desktop_app.align.calibrate import ACCEPT, probability
from desktop_app.align.candidates import all_pairs
from desktop_app.align.embedding import meaning_odds
from desktop_app.align.evidence import WEIGHTS, gather
from desktop_app.align.exact import identical_pairs
from desktop_app.align.figures import add_shares, join_number_words
from desktop_app.align.fold import fold_links
from desktop_app.align.joined import lift_joined
from desktop_app.align.terms import read_terms
from desktop_app.align.units import story_units
from desktop_app.model import Article, Kind, Link, LoadError, Origin, Pair


def test_repeated_lines_find_their_own_place() -> None:
    left = ["the first verse of it", "refrain", "the second verse of it", "refrain"]
    right = ["something new is here", *left]
    assert identical_pairs(left, right) == [(0, 1), (1, 2), (2, 3), (3, 4)]


def test_a_short_line_alone_is_not_certain() -> None:
    assert identical_pairs(["Yes.", "a line of some length"], ["something else", "Yes."]) == []


def test_moved_lines_are_still_the_same() -> None:
    assert identical_pairs(
        ["line number one", "line number two"], ["line number two", "line number one"]
    ) == [
        (0, 1),
        (1, 0),
    ]


@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_equal_lists_match_one_to_one(texts: list[str]) -> None:
    assert identical_pairs(texts, list(texts)) == [(n, n) for n in range(len(texts))]


def test_pairs_that_share_a_paragraph_become_one_link() -> None:
    pairs = [Pair(0, 0, 0.9), Pair(0, 1, 0.7), Pair(1, 1, 0.8), Pair(3, 4, 1.0)]
    others = [Pair(3, 5, 0.3), Pair(0, 4, 0.2), Pair(2, 2, 0.4)]
    first, second = fold_links(pairs, others)
    assert (first.left, first.right, first.score) == ((0, 1), (0, 1), 0.8)
    assert first.pairs == tuple(pairs[:3])
    assert [(p.left, p.right) for p in second.candidates] == [(3, 5), (0, 4)]


def test_pairs_that_touch_a_fixed_link_are_left_out() -> None:
    fixed = Link((0,), (1,), (Pair(0, 1, 1.0),), 1.0, origin=Origin.MANUAL)
    assert fold_links([Pair(0, 0, 0.9), Pair(2, 1, 0.9), Pair(2, 2, 0.9)], fixed=[fixed]) == [
        fixed,
        Link((2,), (2,), (Pair(2, 2, 0.9),), 0.9),
    ]


def test_rejected_paragraphs_do_not_meet_through_others() -> None:
    chain = [Pair(0, 0, 0.9), Pair(1, 0, 0.6), Pair(1, 1, 0.8), Pair(2, 1, 0.7)]
    assert len(fold_links(chain)) == 1
    parted = fold_links(chain, rejected={(0, 1)})
    assert [(link.left, link.right) for link in parted] == [((0,), (0,)), ((1, 2), (1,))]


@given(st.lists(st.floats(0, 1), min_size=2, max_size=20))
def test_probability_rises_with_belief_and_is_one_only_for_the_same_words(values: list[float]) -> None:
    belief = np.sort(np.array(values))
    certain = np.zeros(len(values), dtype=np.bool_)
    chances = probability(belief, certain)
    assert (np.diff(chances) >= 0).all()
    assert ((chances >= 0) & (chances < 1)).all()
    assert (probability(belief, ~certain) == 1).all()
    assert 0.5 < ACCEPT < 0.6


@pytest.mark.parametrize(
    ("words", "joined"),
    [
        (["sixty", "one", "boats"], ["61", "boats"]),
        (["seventeen"], ["17"]),
        (["one", "boat"], ["one", "boat"]),
        (["twenty", "eleven"], ["20", "11"]),
        (["thirty"], ["30"]),
        (["nineteen", "hundred", "dockers"], ["1900", "dockers"]),
        (["three", "hundred", "and", "twelve", "of", "them"], ["312", "of", "them"]),
        (["two", "thousand", "four", "hundred"], ["2400"]),
        (["one", "hundred"], ["100"]),
        (["two", "and", "three"], ["2", "and", "3"]),
        (["4", "thousand"], ["4", "thousand"]),
        (["twenty", "thirty"], ["20", "30"]),
        (["five", "six"], ["5", "6"]),
        (["and"], ["and"]),
    ],
)
def test_number_words_become_figures(words: list[str], joined: list[str]) -> None:
    assert join_number_words(words) == joined


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("2.50 per cent of them", "2.50 per 2.5% of them"),
        ("some 2,5 percent", "some 2,5 2.5%"),
        ("one in 50", "one in 2%"),
        ("7 out of 10 towns", "7 out of 70% towns"),
        ("3 quarters of it", "3 75% of it"),
        ("a quarter to 9", "a quarter to 9"),
        ("in 2014", "in 2014"),
        ("9 of 12", "9 of 12"),
        ("² in 5 percent", "² in 5 5%"),
        ("1.2.3 percent", "1.2.3 1.2.3"),
    ],
)
def test_shares_are_percentages(words: str, written: str) -> None:
    assert add_shares(words.split()) == written.split()


def test_only_paragraphs_that_tell_the_story_give_units() -> None:
    kinds = [Kind.HEADLINE, Kind.BYLINE, Kind.BODY, Kind.CAPTION, Kind.BOILERPLATE, Kind.BODY]
    one = Article.from_paragraphs([f"Words {n}." for n in range(5)] + [" "], kinds=kinds)
    assert [(unit.paragraph, unit.headline) for unit in story_units(one)] == [(0, True), (2, False)]


VECTORS = """7 3
cat 1 0 0
feline 0.9 0.1 0
ship 0 1 0
vessel 0 0.9 0.1
rain 0 0 1
drizzle 0.1 0 0.9
a 0.1 0.1 0.1
"""


@pytest.fixture
def vectors(tmp_path: Path) -> Path:
    path = tmp_path / "tiny.vec"
    path.write_text(VECTORS, encoding="utf-8")
    return path


def test_word_vectors_tell_meaning(vectors: Path) -> None:
    rows = load_embedder(vectors).encode(["A cat", "a feline", "The ship", "?"])
    lengths = np.linalg.norm(rows, axis=1)
    assert lengths[3] == 0
    assert rows[0] @ rows[1] / (lengths[0] * lengths[1]) > 0.9
    assert rows[0] @ rows[2] / (lengths[0] * lengths[2]) < 0.5


def test_likeness_counts_against_what_is_usual(vectors: Path) -> None:
    model = load_embedder(vectors)
    left = model.encode(["cat", "ship", "rain"] * 4)
    right = model.encode(["feline", "vessel", "drizzle"] * 4)
    rows, columns = np.repeat(np.arange(12), 12), np.tile(np.arange(12), 12)
    odds = meaning_odds(left, right, rows, columns)
    assert (odds >= 0).all()
    assert meaning_odds(left, right, rows[:0], columns[:0]).shape == (0,)


def test_the_readers_model_joins_what_shares_no_word(vectors: Path) -> None:
    left = [
        "The market opened at six on Quay Street.",
        "A cat slept there.",
        "Trade ended in Hallow Bay at nine.",
    ]
    right = [
        "At six the market on Quay Street opened.",
        "Some feline dozed.",
        "In Hallow Bay trade ended at nine.",
    ]
    articles = Article.from_paragraphs(left), Article.from_paragraphs(right)
    model = load_embedder(vectors)
    told = [{(link.left, link.right) for link in align(*articles, embedder=e).links} for e in (None, model)]
    assert told[0] == {((0,), (0,)), ((2,), (2,))}
    assert told[1] == {((0,), (0,)), ((1,), (1,)), ((2,), (2,))}


@pytest.mark.parametrize(
    ("content", "message"),
    [("", "holds no word vectors"), ("cat 1 0 zero\n", "cannot be read"), ("2 3\n", "holds no word vectors")],
)
def test_a_file_that_is_no_model_is_refused(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "model.vec"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LoadError, match=message):
        load_embedder(path)


def test_a_folder_needs_its_package_or_a_model(tmp_path: Path) -> None:
    with pytest.raises(LoadError):
        load_embedder(tmp_path)


def test_two_sentences_that_say_together_what_one_says_gain() -> None:
    others = [f"{word} were counted elsewhere." for word in ("Geese", "Tiles", "Coins", "Masts", "Pears")]
    left = ["Odile Brandt has left Port Ansel.", "Tomas Weil will move there in July from Mirren.", *others]
    right = ["Tomas Weil of Mirren follows Odile Brandt at Port Ansel in July.", *others]
    paragraphs = np.array([0, 0, 1, 2, 3, 4, 5]), np.arange(6)
    terms = read_terms(left, right)
    odds = WEIGHTS.combine(gather(terms, *all_pairs(7, 6)))
    lifted = lift_joined(odds, terms, paragraphs, WEIGHTS)
    assert np.flatnonzero(lifted != odds).tolist() == [int(np.argmax([odds[0], odds[6]])) * 6]
    assert np.all(lifted >= odds)
    assert np.array_equal(lift_joined(odds, terms, (np.arange(7), np.arange(6)), WEIGHTS), odds)
    mirrored = read_terms(right, left)
    back = WEIGHTS.combine(gather(mirrored, *all_pairs(6, 7)))
    back = lift_joined(back, mirrored, paragraphs[::-1], WEIGHTS)
    assert np.allclose(back.reshape(6, 7).T.ravel(), lifted)

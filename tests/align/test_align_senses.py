"""Other words for the same: fields of meaning, figures in other notations, and where the lead stands."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.align import align
from desktop_app.align.candidates import all_pairs
from desktop_app.align.evidence import gather
from desktop_app.align.figures import SCALES, join_scales, plain_figures, plain_times
from desktop_app.align.match import Constraints, match_units
from desktop_app.align.relax import VOTES
from desktop_app.align.senses import LEXICONS, senses_of
from desktop_app.align.terms import read_terms
from desktop_app.align.units import lead_paragraphs, story_units
from desktop_app.model import Alignment, Article, Kind
from desktop_app.text.lexicons import read_sections
from desktop_app.text.prepare import prepare


def pairs(alignment: Alignment) -> set[tuple[int, int]]:
    return {(pair.left, pair.right) for link in alignment.links for pair in link.pairs}


def senses_shared(left: list[str], right: list[str]) -> np.ndarray:
    evidence = gather(read_terms(left, right), *all_pairs(len(left), len(right)))
    return evidence.senses.reshape(len(left), len(right))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("jailed", "prison"),
        ("Ferries", "vessel"),
        ("annual", "yearly"),
        ("drowned", "sank"),
        ("bakers", "bread"),
        ("mourned", "grief"),
        ("posting", "mail"),
    ],
)
def test_words_of_one_field_have_a_sense_in_common(one: str, other: str) -> None:
    assert set(senses_of(one)) & set(senses_of(other))


@pytest.mark.parametrize(("one", "other"), [("violin", "harbour"), ("tax", "whale"), ("in", "of")])
def test_words_of_different_matters_have_none(one: str, other: str) -> None:
    assert not set(senses_of(one)) & set(senses_of(other))


def test_every_field_has_at_least_two_words_and_none_twice() -> None:
    for line in read_sections(LEXICONS[0])[""]:
        words = line.split()
        assert len(words) == len(set(words)) >= 2, line


LEFT = [
    "The bakery burned down before dawn.",
    "Two drivers were taken to hospital.",
    "The mayor promised a new market hall.",
]


def test_other_words_for_the_same_speak_for_a_pair() -> None:
    shared = senses_shared(LEFT, ["A blaze destroyed the bread shop.", "Nothing was said about pensions."])
    assert shared[0, 0] > 0.1
    assert shared[0, 0] > shared[1:, 0].max()
    assert shared[1, 1] == 0


def test_what_the_same_word_is_about_says_nothing_new() -> None:
    assert senses_shared(["The ferry was late."], ["A ferry turned back."])[0, 0] == 0
    assert senses_shared(["The ferry was late."], ["A vessel turned back."])[0, 0] > 0


def test_senses_are_known_in_english_only() -> None:
    german = [
        "Der Bus und der Hund sind nicht mehr da.",
        "Das Dorf hat die Post nicht mehr und ist sehr klein.",
    ]
    assert not senses_shared(german, german[::-1]).any()


words = st.lists(st.sampled_from(["ferry", "boat", "fire", "blaze", "court", "judge", "the", "Anna", "7"]))


@given(st.lists(words, min_size=1, max_size=4), st.lists(words, min_size=1, max_size=4))
def test_senses_are_the_same_both_ways(left: list[list[str]], right: list[list[str]]) -> None:
    a, b = [" ".join(each) for each in left], [" ".join(each) for each in right]
    assert np.allclose(senses_shared(a, b), senses_shared(b, a).T)
    assert (senses_shared(a, b) >= 0).all()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("4.2 lakh bricks", "420000 bricks"),
        ("3 crore", "30000000"),
        ("1.5 million", "1500000"),
        ("2.5 bn", "2500000000"),
        ("a million", "a million"),
        ("100 m hurdles", "100 100000000 hurdles"),
        ("1.2.3 million", "1.2.3 million"),
    ],
)
def test_scales_become_part_of_their_figure(written: str, plain: str) -> None:
    assert join_scales(written.split()) == plain.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("90 days", "3 months"),
        ("14 days", "a fortnight"),
        ("48 hours", "2 days"),
        ("24 months", "2 years"),
        ("ten years", "a decade"),
        ("two decades", "20 years"),
        ("sixty minutes", "1 hour"),
    ],
)
def test_lengths_of_time_are_told_in_the_greatest_unit(one: str, other: str) -> None:
    def singular(text: str) -> list[str]:
        return [word.rstrip("s") for word in plain_figures(text.split(), has_digits=True)]

    assert singular(one) == singular(other)


@pytest.mark.parametrize("text", ["45 minutes", "day after day", "the decade", "days", "a day", "5 apples"])
def test_other_lengths_of_time_keep_their_figure(text: str) -> None:
    assert [word.rstrip("s") for word in plain_times(text.split())] == [w.rstrip("s") for w in text.split()]


@given(
    st.lists(
        st.sampled_from([*SCALES, "day", "weeks", "decades", "a", "one", "0", "7", "90", "2.5", "1.2.3"])
    )
)
def test_figures_survive_any_order_of_words(text: list[str]) -> None:
    assert all(plain_figures(text, has_digits=True))


def kinds(*listed: Kind) -> tuple[int, ...]:
    return lead_paragraphs(
        Article.from_paragraphs([f"Text {n}." for n in range(len(listed))], kinds=list(listed))
    )


def test_the_lead_is_the_first_of_the_body_or_the_first_after_the_byline() -> None:
    head, body, byline, caption = Kind.HEADLINE, Kind.BODY, Kind.BYLINE, Kind.CAPTION
    assert kinds(head, body, body) == (1,)
    assert kinds(head, byline, body, body) == (2,)
    assert kinds(head, body, byline, body, body) == (1, 3)
    assert kinds(head, body, caption, byline, body) == (1, 4)
    assert kinds(Kind.BOILERPLATE, head, body) == (2,)
    assert kinds(body, body) == (0,)
    assert kinds(head) == ()


FOUNDRY = [
    "Last bell foundry in Tessin closes",
    "After 340 years the Maroni family is putting out the furnace of its foundry in Tessin for good.",
    "“We were eleven, then five, then my son and I,” said Carlo Maroni, 71.",
    "The foundry cast the bells of 212 churches, the heaviest of them in Como.",
    "The moulds go to the museum in Lugano.",
]
FOUNDRY_AGAIN = [
    "The bells fall silent: a foundry gives up",
    "Nobody will pour bronze on the shore of the lake again, where one household did so for generations.",
    "“We were eleven, then five, then my son and I,” said Maroni, who is 71.",
    "Bells from here hang in 212 churches; Como has the heaviest.",
    "A museum in Lugano will keep the moulds.",
]


def test_lead_goes_with_lead_however_worded_where_the_rest_corresponds() -> None:
    found = pairs(align(Article.from_paragraphs(FOUNDRY), Article.from_paragraphs(FOUNDRY_AGAIN)))
    assert {(1, 1), (2, 2), (3, 3), (4, 4)} <= found


def test_it_is_the_lead_that_counts() -> None:
    left, right = (story_units(prepare(Article.from_paragraphs(texts))) for texts in (FOUNDRY, FOUNDRY_AGAIN))
    free = Constraints(np.full(len(left), -1), np.full(len(right), -1), frozenset())
    beliefs = []
    for votes in (VOTES, replace(VOTES, lead=0.0)):
        found = match_units(left, right, free, votes=votes)
        beliefs.append(found.belief[(found.rows == 1) & (found.columns == 1)].sum())
    assert beliefs[0] > beliefs[1] + 0.2


def test_leads_of_different_stories_are_no_pair() -> None:
    other = [
        "Ski club elects a chair",
        "Members of the ski club in Arosa chose a new chair on Friday by 61 votes to 40.",
        "She wants cheaper lessons for beginners.",
    ]
    assert not pairs(align(Article.from_paragraphs(FOUNDRY), Article.from_paragraphs(other)))


def test_a_link_without_shared_words_names_those_of_one_sense() -> None:
    left = [
        "The driver was jailed.",
        "Anna Roth, 41, sold 300 clocks in Bergen.",
        "Rain fell on Bergen for 9 days.",
    ]
    right = [
        "Prison for the motorist.",
        "In Bergen Anna Roth, 41, sold 300 clocks.",
        "For 9 days rain fell on Bergen.",
    ]
    links = align(Article.from_paragraphs(left), Article.from_paragraphs(right)).links
    assert [link.left for link in links] == [(0,), (1,), (2,)]
    assert set(links[0].shared) == {"driver / motorist", "jailed / prison"}
    assert not any("/" in word for link in links[1:] for word in link.shared)

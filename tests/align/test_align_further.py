"""The second look: what is told twice, figures that slipped or were converted, names that tell nothing."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.align import align
from desktop_app.align.slips import converted_figures, slip_likeness, slipped_figures
from desktop_app.align.terms import read_terms
from desktop_app.model import Article


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("18240", "18420"),
        ("14.6", "16.4"),
        ("14", "40"),
        ("30", "13"),
        ("2020", "2021"),
        ("5000", "15000"),
        ("90", "190"),
        ("300", "3000"),
        ("17%", "71%"),
        ("1217", "127"),
        ("45", "54"),
    ],
)
def test_a_slip_of_one_digit(one: str, other: str) -> None:
    assert 0 < slip_likeness(one, other) == slip_likeness(other, one) <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("3", "8"),
        ("3", "30"),
        ("18240", "28041"),
        ("17%", "71"),
        ("14.6", "1.64"),
        ("12", "21000"),
        ("x", "y"),
        ("1.2.3", "1.2.4"),
        ("54", "541"),
    ],
)
def test_other_figures_are_no_slip(one: str, other: str) -> None:
    assert slip_likeness(one, other) == slip_likeness(other, one) == 0


def test_years_and_two_digits_are_near_by_chance() -> None:
    assert slip_likeness("1987", "1988") < slip_likeness("3987", "3988")
    assert slip_likeness("41", "43") < slip_likeness("411", "413")


def test_a_slip_needs_a_word_in_common_and_figures_that_one_side_knows() -> None:
    left = [
        "About 14,000 lorries crossed the pass.",
        "The toll rose to 250 crowns.",
        "It is 318 metres long.",
    ]
    right = [
        "Some 41,000 lorries used the pass.",
        "He is 255 weeks old.",
        "At 318 metres it leads, not at 381.",
    ]
    found = slipped_figures(left, right, read_terms(left, right))
    assert found[0, 0] > 0
    assert np.count_nonzero(found) == 1


def test_the_same_length_in_other_units() -> None:
    left = ["The drive took them 30 miles.", "It rises 230 feet.", "A field of 10 acres."]
    right = [
        "They had come 48km by car.",
        "The mast is 70 metres tall.",
        "He bought 10 hectares.",
        "70 km on.",
    ]
    found = converted_figures(left, right, read_terms(left, right))
    assert {(int(i), int(j)) for i, j in np.argwhere(found > 0)} == {(0, 0), (1, 1)}


OPENING = (
    "The council of Marrick closed the swimming pool on Friday after a pipe burst under the deep end, and "
    "said that swimmers would be taken to the lake by bus until the repair was paid for."
)
FRAME = [
    "Engineers found that the pipe was laid in 1964 and had rusted through along its whole length.",
    "Petra Lunde, who teaches children to swim, said that her classes would be held in a school gym.",
    "The pool was opened by a princess and has appeared in two films about the town.",
]
FRAME_AGAIN = [
    "Along its whole length the pipe, laid in 1964, had rusted through, engineers found.",
    "Children will be taught in the gym of a school, said swimming teacher Petra Lunde.",
    "Two films about the town show the pool, which was opened by a princess.",
]


def links(left: list[str], right: list[str]) -> set[tuple[int, int]]:
    alignment = align(Article.from_paragraphs(left), Article.from_paragraphs(right))
    return {(pair.left, pair.right) for link in alignment.links for pair in link.pairs}


@pytest.fixture(params=[False, True], ids=["left first", "right first"])
def swapped(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def linked(left: list[str], right: list[str], swapped: bool) -> set[tuple[int, int]]:
    return {(a, b) for b, a in links(right, left)} if swapped else links(left, right)


def test_the_second_half_of_a_lead_is_told_in_a_paragraph_of_its_own(swapped: bool) -> None:
    right = [
        "A burst pipe under the deep end has forced the council of Marrick to close its swimming pool.",
        FRAME_AGAIN[0],
        "Until the repair has been paid for, a bus will take swimmers to the lake.",
        *FRAME_AGAIN[1:],
    ]
    found = linked([OPENING, *FRAME], right, swapped)
    assert {(0, 0), (0, 2), (1, 1), (2, 3), (3, 4)} <= found


def test_an_echo_of_the_lead_is_no_link(swapped: bool) -> None:
    right = [
        "A burst pipe under the deep end has forced the council of Marrick to close its swimming pool.",
        *FRAME_AGAIN,
        "The council of Marrick has three members who swim.",
    ]
    found = linked([OPENING, *FRAME], right, swapped)
    assert (0, 4) not in found


CAST = [
    "Odd Hagen, the culture secretary, opened a bakery in the old customs house on Tuesday.",
    "Brigitte Sorley, the head of the Marrick Chamber of Trade, brought salt and a loaf.",
    "Judge Emil Aldous praised the rolls and asked for two more.",
    "The Northern Savings Bank has lent the bakers what they needed for the ovens.",
    "Nobody but Tilda Renn, the mayor of Marrick, thought the coffee too strong.",
]
CAST_AGAIN = [
    "Odd Hagen, the culture secretary, broke his leg while skiing with a school class.",
    "Judge Emil Aldous waited with him for the helicopter and sang to him.",
    "Brigitte Sorley, the head of the Marrick Chamber of Trade, has taken over his dog.",
    "Tilda Renn, the mayor of Marrick, will speak in his place at the opening of the theatre.",
    "A branch of the Northern Savings Bank was shut for an hour because the helicopter landed in front.",
]


def test_two_stories_with_one_cast_share_no_more_than_names(swapped: bool) -> None:
    left = ["Bakers move into customs house at Marrick", *CAST]
    right = ["Minister hurt on class trip near Marrick", *CAST_AGAIN]
    assert len(linked(left, right, swapped)) <= 1


def test_capitals_throughout_are_no_names() -> None:
    left = [OPENING.upper(), *[text.upper() for text in FRAME]]
    right = [OPENING.upper(), *[text.upper() for text in FRAME_AGAIN]]
    assert linked(left, right, False) == {(n, n) for n in range(4)}


def test_a_rejected_pair_is_not_looked_at_again() -> None:
    left = [OPENING, *FRAME]
    right = [
        "A burst pipe under the deep end has forced the council of Marrick to close its swimming pool.",
        FRAME_AGAIN[0],
        "Until the repair has been paid for, a bus will take swimmers to the lake.",
        *FRAME_AGAIN[1:],
    ]
    articles = Article.from_paragraphs(left), Article.from_paragraphs(right)
    alignment = align(*articles, rejected=[(0, 2)])
    assert (0, 2) not in {(pair.left, pair.right) for link in alignment.links for pair in link.pairs}

"""Which dates and figures are listed as facts, and over which words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.compare.entities import entity_rows
from desktop_app.extract import find_entities
from desktop_app.extract.facts import told_values
from desktop_app.model import Article, EntityType
from desktop_app.text.values import find_values

_WORDS = [
    "half",
    "a",
    "dozen",
    "one",
    "in",
    "out",
    "of",
    "nine",
    "50",
    "quarters",
    "early",
    "Monday",
    "night",
    "minutes",
    "left",
    "year",
    "ago",
    "people",
    "under",
]


def told(text: str) -> list[str]:
    return [text[value.start : value.end] for value in told_values(text, find_values(text))]


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Around one in eight had a cough.", ["one in eight"]),
        ("Nearly seven in ten liked it.", ["seven in ten"]),
        ("It failed in 3 out of 8 trials.", ["3 out of 8"]),
        ("She sold seven in 2021.", ["seven", "2021"]),
        ("Only one train in three ran.", ["one train in three"]),
        ("It lasted about three weeks.", ["three weeks"]),
        ("Nurses at four hospitals struck.", ["four"]),
        ("It lasted almost three weeks.", ["almost three weeks"]),
        ("The worst storm in a decade came.", ["a decade"]),
        ("The base shrank by almost half, he said.", ["almost half"]),
        ("Two in three schools closed.", ["Two in three"]),
        ("He won two in three years.", ["three years"]),
    ],
)
def test_a_share_of_two_counts_is_one_value(text: str, listed: list[str]) -> None:
    assert told(text) == listed


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Half of the bakers had left.", ["Half"]),
        ("He sleeps half of every day.", []),
        ("Prices fell by at least half.", []),
        ("Just over half were bakers.", ["half"]),
        ("At half-time they were drawing.", []),
        ("A third of the bakers had left.", ["A third"]),
    ],
)
def test_a_half_tells_when_it_is_of_people_or_things(text: str, listed: list[str]) -> None:
    assert told(text) == listed


@pytest.mark.parametrize(
    "text",
    [
        "Members aged 20 to 55 may vote.",
        "Members between the ages of 20 and 55 may vote.",
        "It is common in people under 40.",
        "Anyone over 70 rides for nothing.",
        "She swims two to three times a week.",
        "The Phase 2 trial ended.",
        "They scored with five minutes left.",
        "It was quiet in the first ten minutes.",
        "Profit was higher than a year ago.",
        "Output was twice last year's level.",
        "It sold less in the same quarter of last year.",
        "Three people close to the mayor said so.",
        "They had failed with three other coats.",
        "The bank employs three clerks.",
        "The four clerks have left.",
        "One of six clerks has left.",
        "It was her third visit.",
        "He flew a Boeing 737 along Route 66.",
        "They met on the Fifth Avenue.",
        "A Category 5 storm came.",
        "Results are on pages 4-7.",
        "They finished with ten men.",
        "They have had three of them.",
        "It sold less in the corresponding quarter of the previous year.",
        "It is open 24 hours a day, seven days a week.",
        "“She did not lose today,” he said.",
        "It rained in the northern half of the strait.",
        "A six-figure sum was paid.",
        "Three elderly Kenyans sang.",
        "It was a top five hit.",
        "2. Ana, a cook: it pays.",
        "At 15, he left. By 14, she had won.",
        "He is 93 years of age.",
        "Each one-euro move costs jobs.",
        "They scored in the first half, said the coach.",
    ],
)
def test_ages_labels_play_and_passing_counts_tell_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("He wrote to the council a month ago.", ["a month ago"]),
        ("The bank employs nine clerks.", ["nine"]),
        ("Three people were killed.", ["Three"]),
        ("The storm injured four sailors.", ["four"]),
        ("Sales grew six quarters running.", ["six"]),
        ("The club went five games without a goal.", ["five"]),
        ("It was her eleventh visit.", ["eleventh"]),
        ("The mill closed last year.", ["last year"]),
        ("The hens laid a fifth less.", ["a fifth"]),
        ("The barn burnt down early Monday.", ["Monday"]),
        ("The barn burnt down on Friday night.", ["Friday"]),
        ("He bought a dozen eggs.", ["dozen"]),
        ("Four members of the house abstained.", ["Four"]),
        ("The bill fell by five votes.", ["five"]),
        ("It was their fourth final in a row.", ["fourth"]),
        ("The mud can drift for dozens of kilometres.", ["dozens of kilometres"]),
        ("He owes hundreds of thousands of dollars.", ["hundreds of thousands of dollars"]),
        ("She scored two minutes from the end.", ["two minutes"]),
        ("She finished third, behind her sister.", ["third"]),
        ("It took less than four minutes.", ["four minutes"]),
        ("A boat came about 50 minutes later.", ["50 minutes"]),
        ("It happened two hours ago.", ["two hours ago"]),
        ("They talked for almost five hours.", ["almost five hours"]),
        ("They left after nearly four months.", ["nearly four months"]),
        ("Staff work up to five nights a month.", ["five"]),
        ("Sales fell in the first half of 2024.", ["the first half of 2024"]),
        ("The paper was published today.", ["today"]),
        ("Blast Injures 12 in Old Market", ["12"]),
    ],
)
def test_facts_are_listed_by_their_own_words(text: str, listed: list[str]) -> None:
    assert told(text) == listed


def test_a_day_and_its_part_are_the_same_day() -> None:
    text = "The barn burnt on Friday night, and on Friday it rained."
    assert {value.value for value in told_values(text, find_values(text))} == {"friday"}


def test_shares_of_two_counts_are_the_same_only_when_both_counts_are() -> None:
    left = Article.from_paragraphs(["Ferry", "About 1 in 8 passengers was ill."])
    right = Article.from_paragraphs(["Ferry", "One in eight was ill.", "Around one in nine slept."])
    rows = entity_rows(left, right, find_entities(left), find_entities(right))
    shared = [(len(row.left), len(row.right)) for row in rows if row.type is EntityType.CARDINAL]
    assert shared == [(1, 1), (0, 1)]


@given(st.lists(st.sampled_from(_WORDS), max_size=14))
def test_values_stay_inside_the_text_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    values = told_values(text, find_values(text))
    ends = [0, *(value.end for value in values)]
    assert all(end <= value.start < value.end <= len(text) for end, value in zip(ends, values, strict=False))

"""The entity table of a pair."""

from __future__ import annotations

import pytest

from desktop_app.compare.entities import entity_rows
from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article, EntityRow, EntityType, Kind, Side
from desktop_app.text.prepare import prepare


def rows(left: list[str], right: list[str]) -> dict[str, EntityRow]:
    """Return the rows of two articles by name."""
    filler = "The committee met in the morning and it was said that the work would go on for a while."
    articles = [Article.from_paragraphs([*texts, filler]) for texts in (left, right)]
    entities = [RuleEngine().find(article) for article in articles]
    return {row.name: row for row in entity_rows(articles[0], articles[1], entities[0], entities[1])}


def test_aliases_meet_across_the_sides() -> None:
    table = rows(
        ["Ilona Marek flew to Kiev on Monday.", "NATO sent 140 metres of cable and some 100,000 troops."],
        [
            "Mrs Marek flew to Kyiv on Monday (Feb 7).",
            "Nato sent 460 feet of cable and about 100,000 troops.",
        ],
    )
    assert table["Ilona Marek"].surfaces(Side.RIGHT) == ("Mrs Marek",)
    assert table["Kyiv"].surfaces(Side.LEFT) == ("Kiev",)
    assert table["NATO"].surfaces(Side.RIGHT) == ("Nato",)
    assert table["100,000 troops"].value == "100000 troop"
    assert {row.name for row in table.values() if not row.left or not row.right} == set()


def test_figures_that_differ_make_two_rows() -> None:
    table = rows(["The motion drew 119 votes."], ["The motion drew 191 votes."])
    assert not table["119 votes"].right
    assert not table["191 votes"].left


def test_crowns_of_one_amount_meet() -> None:
    table = rows(["Profit was 1.73 billion crowns."], ["Profit was NKr1.73bn."])
    (money,) = [row for row in table.values() if row.type is EntityType.MONEY]
    assert money.left
    assert money.right
    assert money.value == "1730000000 NOK"


def test_sides_that_disagree_on_a_type_get_one() -> None:
    table = rows(
        ["The lawyer Petra Halmes spoke. Halmes smiled."],
        ["Halmes was heard, and then the panel rose.", "He thanked the panel, said Halmes."],
    )
    assert [row.type for row in table.values()] == [EntityType.PERSON]
    assert len(table["Petra Halmes"].right) == 2


def test_nationality_keeps_its_country() -> None:
    table = rows(["A Norwegian ship sank."], ["The ship sank off Norway."])
    assert table["Norwegian"].related == ("Norway",)
    assert table["Norway"].left == ()


def test_mentions_keep_their_side_and_order() -> None:
    table = rows(["Oslo slept.", "In Oslo it rained."], ["It rained in Oslo."])
    assert [(m.paragraph, m.start) for m in table["Oslo"].left] == [(0, 0), (1, 3)]
    assert [(m.paragraph, m.start) for m in table["Oslo"].right] == [(0, 13)]


@pytest.mark.parametrize(
    "opening", ["Hollis Tells Senators of Her Plans", "Hollis’s Plans Are Told to Senators"]
)
def test_a_headline_borrows_the_names_of_the_other_side(opening: str) -> None:
    left, right = (
        prepare(Article.from_paragraphs(texts, kinds=[Kind.HEADLINE, *[Kind.BODY] * (len(texts) - 1)]))
        for texts in (
            [
                f"{opening} for the Harbour and the Market",
                "The senator spoke at noon.",
            ],
            [
                "Senators Hear of Plans",
                "Clara Hollis told senators of her plans.",
                "Mrs Hollis spoke at noon.",
            ],
        )
    )
    find = RuleEngine().find
    (row,) = [row for row in entity_rows(left, right, find(left), find(right)) if "Hollis" in row.name]
    assert [mention.text for mention in row.left] == ["Hollis"]
    assert len(row.right) == 2


def test_an_acronym_in_brackets_is_the_name_before_it_whatever_its_letters() -> None:
    table = rows(
        ["The National Institute of Civil Rescue (INARECI) sent boats. INARECI said ten roads were cut."],
        ["INARECI sent boats, the mayor said, and INARECI counted the roads."],
    )
    row = table["National Institute of Civil Rescue"]
    assert (len(row.left), len(row.right)) == (3, 2)
    assert "Inareci" not in table
    assert "INARECI" not in table


def test_a_body_that_only_goes_by_its_letters_keeps_its_capitals() -> None:
    table = rows(["INARECI sent boats, the mayor said, and INARECI counted the roads."], ["Nobody came."])
    assert "INARECI" in table


def test_a_head_in_front_and_one_behind_make_one_name() -> None:
    table = rows(
        ["The Castle of Brenna burned, the Ministry of Defence said. The Bay of Corvo is cold."],
        ["Brenna Castle burned, the Defense Ministry said. Corvo Bay is cold."],
    )
    assert sorted((len(row.left), len(row.right)) for row in table.values()) == [(1, 1)] * 3


def test_a_name_that_the_other_side_ties_is_not_cut() -> None:
    table = rows(
        ["The centrist Land and Hearth left. Land and Hearth has 16 lawmakers."],
        ["Ministers spoke with Land and Hearth in Orlan on Monday night."],
    )
    assert table["Land and Hearth"].surfaces(Side.RIGHT) == ("Land and Hearth",)
    assert not {"Land", "Hearth"} & table.keys()


def test_the_word_for_its_people_on_one_side_tells_of_a_land_on_both() -> None:
    table = rows(
        ["The Ostavian vote is near. Police in Ostavia said so."],
        ["Ostavia will sell its shares. Ostavia lost money, and Ostavia shareholders left."],
    )
    assert table["Ostavia"].type is EntityType.GPE

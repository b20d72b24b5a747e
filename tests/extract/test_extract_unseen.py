"""Types of names no list knows, told by the words beside them and the whole document; all invented."""

from __future__ import annotations

import pytest
from found_names import FILLER, found

from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Clara Hollis left early. Brentaline said on Monday that Clara Hollis had resigned.",
            {"Clara Hollis": "PERSON", "Brentaline": "ORG"},
            id="a lone word among introduced people is a company",
        ),
        pytest.param(
            "Analysts at Corvanta called the price fair, said Clara Hollis of the pension fund.",
            {"Corvanta": "ORG", "Clara Hollis": "PERSON"},
            id="analysts at a company",
        ),
        pytest.param(
            "Orlando Tech, which makes pumps, hired Clara Hollis. Vodrin, a maker of valves, did not.",
            {"Vodrin": "ORG"},
            id="apposition names a trade",
        ),
        pytest.param(
            "They rowed along the Wemmick for a day. A path runs up the Wemmick valley.",
            {"Wemmick": "LOC"},
            id="a river is rowed along",
        ),
        pytest.param("Goats graze on the island of Tarvo.", {"Tarvo": "LOC"}, id="island of"),
        pytest.param(
            "Police closed the Grobel bridge and searched the Lindell building.",
            {"Grobel": "FAC", "Lindell": "FAC"},
            id="buildings by the noun behind",
        ),
        pytest.param(
            "A Tovari farmer sold honey to the Tovari people of the hills.",
            {"Tovari": "NORP"},
            id="people no list knows",
        ),
        pytest.param(
            "A Norwegian-Korean company builds the ship.",
            {"Norwegian": "NORP", "Korean": "NORP"},
            id="two peoples tied by a hyphen",
        ),
        pytest.param(
            "The mason of Delvane Bank of Bahrain and the clerk of the Bank of Ghana met.",
            {"Delvane Bank": "ORG", "Bahrain": "GPE", "Bank of Ghana": "ORG"},
            id="of tells the seat of a company with a name of its own",
        ),
        pytest.param(
            "They rented rooms on Calle Moraleda and in Puerto Salcedo.",
            {"Calle Moraleda": "FAC", "Puerto Salcedo": "GPE"},
            id="openers of other languages",
        ),
        pytest.param(
            "MS. HOLLIS: Good morning to all of you in this room.",
            {"MS. HOLLIS": "PERSON"},
            id="speaker of a transcript",
        ),
        pytest.param(
            "He left Three Rivers Towing for the Fourth Army. The 10th Circuit Court of Appeals agreed.",
            {"Three Rivers Towing": "ORG", "Fourth Army": "ORG", "10th Circuit Court of Appeals": "ORG"},
            id="numbers open names",
        ),
        pytest.param(
            "Leader of the Opposition Thandeka Zulu met Secretary of State Paul Whitcomb.",
            {"Thandeka Zulu": "PERSON", "Paul Whitcomb": "PERSON", "State Paul Whitcomb": None},
            id="offices with a field",
        ),
        pytest.param(
            "The office of President Grace Solanke was built for President Omar Tavo.",
            {"Grace Solanke": "PERSON", "Omar Tavo": "PERSON"},
            id="titles behind of and for",
        ),
        pytest.param(
            "Josephine May left. On Friday May wept. It ended last May, May said.",
            {"Josephine May": "PERSON", "May": "PERSON"},
            id="a month that is a surname",
        ),
        pytest.param(
            "Park Ji-hoon came. Park said no.",
            {"Park Ji-hoon": "PERSON", "Park": "PERSON"},
            id="surname before a given name",
        ),
        pytest.param(
            "Conservation Without Borders, a charity, paid. The United Miners and Quarrymen did not.",
            {"Conservation Without Borders": "ORG", "United Miners and Quarrymen": "ORG"},
            id="small words inside names",
        ),
        pytest.param(
            "She was taken to Hillyard General. The Bakers and Millers' Union sent flowers.",
            {"Hillyard General": "ORG", "Bakers and Millers' Union": "ORG"},
            id="hospitals and unions",
        ),
        pytest.param(
            "The US consulate shut. They stopped at Norbury services by the Helm estuary, near Queen Street.",
            {
                "US consulate": "ORG",
                "Norbury services": "FAC",
                "Helm estuary": "LOC",
                "Queen Street": "FAC",
            },
            id="heads in lower case",
        ),
        pytest.param(
            'The boss, known as "The Bull", sailed aboard the Vestrel for Dunlow, Ohio.',
            {"Bull": None, "Vestrel": None, "Dunlow": "GPE"},
            id="nicknames and ships are no names here",
        ),
        pytest.param(
            "The ruling Unity Party (UP) met. Some in the UP left.", {"UP": "ORG"}, id="initials like a word"
        ),
        pytest.param(
            "Smoke rose in the Lowdern district of Madrid and in Madrid's Vostrel neighbourhood.",
            {"Lowdern": "LOC", "Vostrel": "LOC", "Madrid": "GPE"},
            id="districts of a city",
        ),
        pytest.param(
            "He spoke for the Rail, Road and Tram Workers' Union.",
            {"Rail, Road and Tram Workers' Union": "ORG"},
            id="a union lists its trades",
        ),
        pytest.param("Apple said it would pay.", {"Apple": "ORG"}, id="ordinary word that said something"),
    ],
)
def test_types_by_context(text: str, wanted: dict[str, str | None]) -> None:
    names = found(text)
    assert {surface: names.get(surface) for surface in wanted} == wanted


def test_a_city_that_plays_is_a_club_and_a_country_is_itself() -> None:
    names = found(
        "Bergamo beat Lecce 2-1 after a penalty in the second half, and the coach praised the goalkeeper.",
        "The match in Verona between France and Denmark ended in a draw.",
    )
    assert names["Bergamo"] == names["Lecce"] == "ORG"
    assert names["Verona"] == names["France"] == names["Denmark"] == "GPE"


def test_unknown_members_of_a_list_follow_the_known_ones() -> None:
    assert found("Trains run to Vienna, Lemgrad and Prague.")["Lemgrad"] == "GPE"


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        pytest.param(
            "Lawmakers passed the Bank of Ghana (Amendment) Act.",
            {"Bank of Ghana": "ORG"},
            ("Amendment", "Act"),
            id="nested title of a law",
        ),
        pytest.param(
            "An Iraqi Kurdish leader spoke.",
            {"Iraqi": "NORP", "Kurdish": "NORP"},
            (),
            id="two peoples side by side",
        ),
        pytest.param(
            "He is the Custodian of the Two Holy Mosques.", {}, ("Two", "Holy"), id="Two Holy Mosques"
        ),
    ],
)
def test_known_traps(text: str, wanted: dict[str, str], unwanted: tuple[str, ...]) -> None:
    names = found(text)
    assert {surface: names.get(surface) for surface in wanted} == wanted
    assert not set(unwanted) & set(names)


@pytest.mark.parametrize("marks", ['""', "“”", "‘’"])
def test_a_nickname_in_marks_belongs_to_the_name(marks: str) -> None:
    text = f"The boxer Martin {marks[0]}Kid{marks[1]} Fallow lost his crown. Fallow did not mind."
    entities = RuleEngine().find(Article.from_paragraphs([text, FILLER]))
    people = [entity for entity in entities if entity.type.value == "PERSON"]
    assert [[mention.text for mention in person.mentions] for person in people] == [
        [f"Martin {marks[0]}Kid{marks[1]} Fallow", "Fallow"]
    ]


def test_a_byline_in_the_first_person_names_its_author() -> None:
    names = found(
        "By Clara Hollis", "I first met Dario Fallow in Verona, and I have written about him since."
    )
    assert names["Clara Hollis"] == names["Dario Fallow"] == "PERSON"


def test_a_photo_credit_names_no_more_than_it_says() -> None:
    names = found("A ship leaves port. Photograph: Clara Hollis/Harbour Images")
    assert names.get("Clara Hollis") == "PERSON"
    assert "Photograph" not in names

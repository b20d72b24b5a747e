"""The known ways in which name finders fail, one by one; every sentence is invented."""

from __future__ import annotations

import pytest

from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article


def found(*paragraphs: str) -> dict[str, str]:
    """Return the surfaces of all names with their types."""
    entities = RuleEngine().find(Article.from_paragraphs(paragraphs))
    return {m.text: e.type.value for e in entities if e.type.is_name for m in e.mentions}


def people(*paragraphs: str) -> list[str]:
    """Return the shown names of all people."""
    entities = RuleEngine().find(Article.from_paragraphs(paragraphs))
    return [e.name for e in entities if e.type.value == "PERSON"]


FILLER = "The committee met in the morning and it was said that the work would go on for a while."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "The actor Elias Washington arrived late. Washington said the train had been slow.",
            {"Elias Washington": "PERSON", "Washington": "PERSON"},
            id="surname that is a city",
        ),
        pytest.param(
            "The singer Amelia Jordan was born in Leeds. Critics praised Jordan for her voice.",
            {"Amelia Jordan": "PERSON", "Leeds": "GPE"},
            id="surname that is a country, full name beside",
        ),
        pytest.param(
            "Perth Glory beat Adelaide United on a wet evening in Perth.",
            {"Perth Glory": "ORG", "Adelaide United": "ORG", "Perth": "GPE"},
            id="club that holds a city",
        ),
        pytest.param(
            "Shares in the chip maker Quandrix fell. Quandrix shares had risen before.",
            {"Quandrix": "ORG"},
            id="unknown company of one word",
        ),
        pytest.param(
            "The White House said it would reply.", {"White House": "ORG"}, id="the White House said"
        ),
        pytest.param(
            "Officials of the Bank of Ghana welcomed the step.",
            {"Bank of Ghana": "ORG"},
            id="organisation that holds a country",
        ),
        pytest.param(
            "A Hong Kong-based trader met a Dubai-registered firm.",
            {"Hong Kong": "GPE", "Dubai": "GPE"},
            id="place tied to a lower-case word",
        ),
        pytest.param("She wrote to the City of Aldermere.", {"City of Aldermere": "GPE"}, id="City of X"),
        pytest.param(
            "Reading is a joy. Will it rain? Bush fires spread in the hills.",
            {},
            id="ordinary words that open sentences",
        ),
        pytest.param(
            "MOSCOW/PARIS (HARBOUR WIRE) - The talks went on.",
            {"MOSCOW": "GPE", "PARIS": "GPE", "HARBOUR WIRE": "ORG"},
            id="dateline of two places in capitals",
        ),
        pytest.param(
            "TESSIN BAY, Norway, Oct 24 (Harbour Wire) - Boats came home.",
            {"TESSIN BAY": "GPE", "Norway": "GPE", "Harbour Wire": "ORG"},
            id="dateline with country and date",
        ),
        pytest.param(
            "Defender Joost van Hallem and Farid al-Rasheed left early.",
            {"Joost van Hallem": "PERSON", "Farid al-Rasheed": "PERSON"},
            id="names with parts in lower case",
        ),
        pytest.param(
            "Envoys met Park Dong-woo and Lim Su-ah in Seoul.",
            {"Park Dong-woo": "PERSON", "Lim Su-ah": "PERSON", "Seoul": "GPE"},
            id="family name first, hyphenated given name",
        ),
        pytest.param(
            "French President Luc Tarrou met Lt. Col. Ada Brunt and Norwegian Foreign Minister Kari Moe.",
            {
                "French": "NORP",
                "Luc Tarrou": "PERSON",
                "Ada Brunt": "PERSON",
                "Norwegian": "NORP",
                "Kari Moe": "PERSON",
            },
            id="nationality, title, name",
        ),
        pytest.param(
            "Nations of Eastern Europe joined NATO, the U.S.-led alliance.",
            {"Eastern Europe": "LOC", "NATO": "ORG", "U.S.": "GPE"},
            id="country with dots tied to a word",
        ),
        pytest.param(
            "Speakers from the Food and Safety Agency and the Court of Appeal agreed.",
            {"Food and Safety Agency": "ORG", "Court of Appeal": "ORG"},
            id="and inside a name, and between names",
        ),
        pytest.param(
            "The Lydham Swimmers’ Association and St Oswald's College sued Brackwell Holdings plc.",
            {"Lydham Swimmers’ Association": "ORG", "Brackwell Holdings plc": "ORG"},
            id="apostrophe inside a name, legal suffix",
        ),
        pytest.param(
            "Doctors of the Northern Lung Trust (NLT) said so. The NLT was founded here.",
            {"Northern Lung Trust": "ORG", "NLT": "ORG"},
            id="initials introduced in brackets",
        ),
        pytest.param(
            "The Velmarian premier spoke for Velmaria. Two Velmarians listened in Velmaria.",
            {"Velmarian": "NORP", "Velmaria": "GPE", "Velmarians": "NORP"},
            id="unlisted country and its people",
        ),
        pytest.param(
            "Queues formed at Terminal 2 and outside the Castle of Brannoch.",
            {"Terminal 2": "FAC", "Castle of Brannoch": "FAC"},
            id="numbered and headed buildings",
        ),
    ],
)
def test_known_failures(text: str, wanted: dict[str, str]) -> None:
    names = found(text, FILLER)
    assert {surface: names.get(surface) for surface in wanted} == wanted
    if not wanted:
        assert names == {}


def test_forms_of_address_stay_and_possessives_go() -> None:
    names = found("Mrs Harrow's plan and Dr Ines Calder’s reply pleased Sir Miles Oakden.", FILLER)
    assert names == {"Mrs Harrow": "PERSON", "Dr Ines Calder": "PERSON", "Sir Miles Oakden": "PERSON"}


def test_offices_are_roles_and_not_part_of_the_name() -> None:
    article = Article.from_paragraphs(
        ["Prime Minister Ilka Dorn met the chancellor.", "Dorn smiled.", FILLER]
    )
    (entity,) = [e for e in RuleEngine().find(article) if e.type.value == "PERSON"]
    assert entity.name == "Ilka Dorn"
    assert entity.roles == ("Prime Minister",)
    assert [mention.text for mention in entity.mentions] == ["Ilka Dorn", "Dorn"]


def test_two_people_with_one_surname_stay_two() -> None:
    text = [
        "Anna Felder and her brother Tomas Felder run the inn.",
        "Ms Felder cooks; Mr Felder keeps the books.",
        FILLER,
    ]
    entities = {
        e.name: [m.text for m in e.mentions] for e in RuleEngine().find(Article.from_paragraphs(text))
    }
    assert entities["Anna Felder"] == ["Anna Felder", "Ms Felder"]
    assert entities["Tomas Felder"] == ["Tomas Felder", "Mr Felder"]


def test_spanish_double_surname_is_one_person() -> None:
    text = "Marta Ruiz Calderón opened the fair. “It is warm,” Ruiz said. Later Marta Ruiz left."
    assert people(text, FILLER) == ["Marta Ruiz Calderón"]


def test_nationality_knows_its_country() -> None:
    entities = RuleEngine().find(Article.from_paragraphs(["A Norwegian ship left Bergen.", FILLER]))
    (people_of,) = [e for e in entities if e.type.value == "NORP"]
    assert people_of.related == ("Norway",)


def test_headline_in_title_case_borrows_from_the_text() -> None:
    text = [
        "Marek Survives Vote as Gas Deal Splits Her Fragile Coalition",
        "Prime Minister Ilona Marek won.",
        FILLER,
    ]
    assert found(*text) == {"Marek": "PERSON", "Ilona Marek": "PERSON"}


def test_line_in_capitals_trusts_only_known_names() -> None:
    text = ["FERRY FROM OSLO RUNS AGROUND NEAR THE OLD HARBOUR", "The ferry came from Oslo.", FILLER]
    assert found(*text) == {"OSLO": "GPE", "Oslo": "GPE"}


@pytest.mark.parametrize("line", ["READ MORE: Ten beaches to avoid", "Follow us on Telegram"])
def test_calls_to_the_reader_name_nothing(line: str) -> None:
    assert found("The boat sank off the coast, the harbour master said on Monday.", FILLER, line) == {}


def test_months_and_weekdays_are_no_people() -> None:
    names = found(
        "In April the Friday market moves. A “Super April” of votes follows; then comes May.", FILLER
    )
    assert names == {}

"""Words in capitals that name nothing told of, and papers, people and bodies beside them; all invented."""

from __future__ import annotations

import pytest
from found_names import found

BOOKISH = "The novel sold well, the novelist said. Its publisher plans a paperback and a film of the novel."


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Please share the story on WhatsApp and Telegram.", ("WhatsApp", "Telegram")),
        ("Clara Hollis joined the hearing via Zoom on Monday.", ("Zoom",)),
        ("Clara Hollis sent them a WhatsApp message before dawn.", ("WhatsApp",)),
        ("The ministry wrote on Telegram that the road was open.", ("Telegram",)),
        ("The teacher spoke over Skype with her pupils.", ("Skype",)),
        ("Share this on Facebook, Instagram and Reddit today.", ("Facebook", "Instagram", "Reddit")),
        ("The clip was posted on Instagram by a neighbour.", ("Instagram",)),
        ("They had met on a Zoom call in the spring.", ("Zoom",)),
        ("Residents set up a Telegram channel for the valley.", ("Telegram",)),
        ("Lessons were given through WeChat and Viber.", ("WeChat", "Viber")),
    ],
)
def test_apps_that_only_serve_are_no_names(text: str, gone: tuple[str, ...]) -> None:
    assert not set(gone) & set(found(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Telegram said on Monday that it would appeal.", "Telegram"),
        ("Regulators put a heavy fine on WhatsApp in June.", "WhatsApp"),
        ("Analysts cut their forecasts on Telegram in June.", "Telegram"),
        ("The owner of WhatsApp will appeal in Dublin.", "WhatsApp"),
        ("Telegram was fined. Clara Hollis had written on Telegram before.", "Telegram"),
    ],
)
def test_companies_behind_apps_are_bodies(text: str, name: str) -> None:
    assert found(text).get(name) == "ORG"


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Clara Hollis won it for The Copper Station, which came out in May.", ("Copper Station",)),
        ("She wrote “The Copper Station” and moved to Oslo.", ("Copper Station",)),
        (
            "The jury praised A Short Walk to Ferries by a young poet.",
            ("Short Walk", "Ferries", "Short Walk to Ferries"),
        ),
        ("The jury praised “Letters from Lisbon”, by Clara Hollis.", ("Lisbon", "Letters")),
        ("Her novel Harbour Office, about a clerk, was praised.", ("Harbour Office",)),
        ("He directed the film Winter Bank, which won.", ("Winter Bank",)),
        ('The documentary "Northern Bridge" was shown.', ("Northern Bridge",)),
        ("She was given the Lantern Prize for Fiction.", ("Lantern Prize for Fiction", "Lantern Prize")),
        ("The Dovrey Medal went to Clara Hollis.", ("Dovrey Medal", "Dovrey")),
        ("They shared the Orlan Award in Oslo.", ("Orlan Award", "Orlan")),
    ],
)
def test_works_and_prizes_are_no_names(text: str, gone: tuple[str, ...]) -> None:
    assert not set(gone) & set(found(text, BOOKISH))


def test_a_title_is_one_wherever_it_stands() -> None:
    names = found(
        "Clara Hollis wrote “The Copper Station”.", "The Copper Station was printed in Oslo.", BOOKISH
    )
    assert names == {"Clara Hollis": "PERSON", "Oslo": "GPE"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Copper Bank Foundation gave the prize.", "Copper Bank Foundation"),
        ("The Lantern Prize Foundation chose the jury.", "Lantern Prize Foundation"),
        ("Clara Hollis sold it to The Copper Lamp Company last year.", "Copper Lamp Company"),
        ("Judges met at Harbour Books on Monday.", "Harbour Books"),
        ("Clara Hollis told The Copper Gazette about it.", "The Copper Gazette"),
    ],
)
def test_bodies_stay_names_in_reports_on_books(text: str, name: str) -> None:
    assert found(text, BOOKISH).get(name) == "ORG"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“It was cold,” she told The Harbour Post.", "The Harbour Post"),
        ("He said in a chat with The Dovrey Herald that he would go.", "The Dovrey Herald"),
        ("It was first reported by The Orlan Times on Friday.", "The Orlan Times"),
        ("According to The Weekly Lantern, the mill will close.", "The Weekly Lantern"),
        ("The Harbour Post", "The Harbour Post"),
        ("She told the Harbour Post that it was cold.", "Harbour Post"),
        ("The Harbour Post said it was cold.", "Harbour Post"),
    ],
)
def test_papers_take_in_a_capital_article_only(text: str, name: str) -> None:
    names = found("Clara Hollis went home after the vote.", text)
    assert name in names
    assert f"The {name}" not in names


def test_two_papers_are_two_names() -> None:
    names = found("Clara Hollis reads The Harbour Gazette and The Dovrey Times.")
    assert names == {"Clara Hollis": "PERSON", "The Harbour Gazette": "ORG", "The Dovrey Times": "ORG"}


@pytest.mark.parametrize(
    ("given", "family"),
    [("Tae-gyu", "Moon"), ("Ji-hoon", "Moon"), ("Soo-min", "Jordan"), ("Min-jae", "Chad")],
)
def test_full_names_with_the_surname_in_front_win(given: str, family: str) -> None:
    names = found(f"{family} {given}, the chief executive, bowed.", f"It was late, {family} said on Monday.")
    assert names == {f"{family} {given}": "PERSON", family: "PERSON"}


def test_places_stay_places_beside_such_people() -> None:
    names = found("Jordan Soo-min, the chief executive, bowed.", "The firm has an office in Jordan as well.")
    assert names["Jordan"] == "GPE"


@pytest.mark.parametrize(
    "name",
    [
        "Daol Mobile",
        "Vantar Telecom",
        "Sorvik Motors",
        "Orlan Shipping",
        "Dovrey Travels",
        "Tarvo Technical",
        "Veldra Power",
        "Transmisora del Sorel",
        "Distribuidora Malvera",
        "Compagnie Dorval",
        "Acciaierie Torvela",
        "Brauerei Hollmar",
        "Stocznia Torwin",
        "Transmissora Veldar",
        "Brasserie Dorval",
    ],
)
def test_business_words_make_companies(name: str) -> None:
    assert (
        found(f"Clara Hollis resigned. The grid operator {name} said its lines were safe.").get(name) == "ORG"
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Burned-out cars stood on the stairs.",
        "Worn-down tyres were to blame.",
        "Cybercrime costs firms a lot.",
        "Microplastics were found in the milk.",
        "Snow-bound roads were closed.",
        "Half-built homes stand along the road.",
        "Cyberattacks on firms rose.",
        "Dispersants were used at once.",
        "Overfishing by trawlers goes on.",
        "Drug-related arrests rose.",
    ],
)
def test_compounds_that_open_a_sentence_are_no_names(opening: str) -> None:
    assert found(opening) == {}


@pytest.mark.parametrize("opening", ["Cyberhaven said it had won.", "Ji-hoon said it had won."])
def test_strange_words_that_act_stay_names(opening: str) -> None:
    assert len(found(opening)) == 1


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A spokesman for the Oyo State police said so.", "Oyo State police", "ORG"),
        ("The Kano State police command made arrests.", "Kano State police command", "ORG"),
        ("The spokesman of the Benue State command said so.", "Benue State command", "ORG"),
        ("Dorvane County police are looking for a van.", "Dorvane County police", "ORG"),
        ("A car of an Oyo State police officer was found.", "Oyo State", "GPE"),
        ("Schools in Oyo State closed.", "Oyo State", "GPE"),
    ],
)
def test_police_of_a_state_is_a_body(text: str, name: str, kind: str) -> None:
    assert found(text).get(name) == kind

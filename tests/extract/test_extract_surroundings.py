"""Names told by the words beside them, case by case; people, places and bodies are invented."""

from __future__ import annotations

import pytest
from found_names import found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Zorvan Keltemir of China won and Oksa Vantrill lost.",
            {"Zorvan Keltemir": "PERSON", "Oksa Vantrill": "PERSON", "China": "GPE"},
            id="two strange words are a person, and of tells the country",
        ),
        pytest.param(
            "A nurse from Quellmoor, Ann Tarrow, 34, of Dunvale, lives in Prenderby Crossfield.",
            {"Quellmoor": "GPE", "Ann Tarrow": "PERSON", "Dunvale": "GPE", "Prenderby Crossfield": "GPE"},
            id="where people are from",
        ),
        pytest.param(
            "Tovrel, Nevada, has one road. They met at Lannick Springs, a town of 800.",
            {"Tovrel": "GPE", "Lannick Springs": "GPE"},
            id="a country or state behind a town",
        ),
        pytest.param(
            "Divers of the Marine Rescue Inquiry Circle came. On Monday Grace Rose Hunter did not.",
            {"Marine Rescue Inquiry Circle": "ORG", "Grace Rose Hunter": "PERSON"},
            id="three plain words are a body, unless two are given names",
        ),
        pytest.param(
            "Supporters of People’s Harvest cheered, and Farmers' Choice lost. The people's hopes were high.",
            {"People’s Harvest": "ORG", "Farmers' Choice": "ORG"},
            id="a cause with a capital belongs to whose it is",
        ),
        pytest.param(
            "“We wait,” said Incident Commander Ada Brook. The Area Manager, Tom Bell, did not.",
            {"Ada Brook": "PERSON", "Tom Bell": "PERSON"},
            id="a plain word in front of a rank is its field",
        ),
        pytest.param(
            "The title Duke of Ravenor and the Bishop of Torsk del Vento are no more.",
            {"Ravenor": "GPE", "Torsk del Vento": "GPE"},
            id="dukes and bishops are of places",
        ),
        pytest.param(
            "The river lies on the Ring of Fire. The orders of Dovrey s.r.o. and Orlan Vest d.o.o. fell.",
            {"Ring of Fire": "LOC", "Dovrey s.r.o.": "ORG", "Orlan Vest d.o.o.": "ORG"},
            id="regions by their figures, and small letters behind companies",
        ),
        pytest.param(
            "Marsh Dunnow, the baker, wept. Early Tarrovin, a town in the hills, slept.",
            {"Marsh Dunnow": "PERSON", "Tarrovin": "GPE"},
            id="who is called a baker has a first name",
        ),
        pytest.param(
            "The takeover bid by Corvel Hasse failed. The bid by Iker Dunvale to be mayor did not.",
            {"Corvel Hasse": "ORG", "Iker Dunvale": "PERSON"},
            id="bids are made by companies, and paintings bought by people",
        ),
        pytest.param(
            "They came from Zorn, Kivelle, Marrek, Paris and Rome.",
            dict.fromkeys(("Zorn", "Kivelle", "Marrek", "Paris", "Rome"), "GPE"),
            id="the sure ones of a list tell of all",
        ),
        pytest.param(
            "The Danube, the Orsila, the Marrek and the Tarnel rose. She likes Torvan, Kivel and France.",
            {"Danube": "LOC", "Orsila": "LOC", "Marrek": "LOC", "Tarnel": "LOC", "France": "GPE"},
            id="a list of rivers",
        ),
        pytest.param(
            "Tarrow Vance raised its forecast by 3.5%. Silver Sorrel, which runs 40 homes, cut 1,200 jobs. "
            "Redfern Castle reported a loss. Northgate Walden said its margins rose.",
            dict.fromkeys(("Tarrow Vance", "Silver Sorrel", "Redfern Castle", "Northgate Walden"), "ORG"),
            id="what only companies do tells those that are called like people and places",
        ),
        pytest.param(
            "Osgrim Vale closed the meeting and cut taxes. Iris Marsh cut her hair. Premier Corvel Tarn "
            "cut 300 jobs. They visited Redfern Castle.",
            {
                "Osgrim Vale": "PERSON",
                "Iris Marsh": "PERSON",
                "Corvel Tarn": "PERSON",
                "Redfern Castle": "FAC",
            },
            id="what people do, and what ministers do as companies do",
        ),
        pytest.param(
            "Saint Torvel has a mayor, and they left Saint Orva. Bells rang in Saint Mary. They saw Södra "
            "Varn and Kampong Torl. They prayed to Saint Peter.",
            {"Saint Torvel": "GPE", "Saint Orva": "GPE", "Saint Mary": "GPE", "Kampong Torl": "GPE"}
            | {"Södra Varn": "GPE", "Peter": "PERSON"},
            id="towns of saints, and saints",
        ),
        pytest.param(
            "Flights to Marvek airport and Zagreb airfield stopped, as Kenya airport workers know.",
            {"Marvek airport": "FAC", "Zagreb airfield": "FAC", "Kenya": "GPE"},
            id="airports of towns in small letters, but not of countries",
        ),
        pytest.param(
            "They landed on Queen Bess Island, and he lay at Queen Maud Hospital. Planes left General "
            "Bernard Airport. General John Park and President Anna House came.",
            {"Queen Bess Island": "LOC", "General Bernard Airport": "FAC"}
            | {"John Park": "PERSON", "Anna House": "PERSON"},
            id="what is called after queens and generals",
        ),
        pytest.param(
            "Shares in Tarnwell Copper fell.", {"Tarnwell Copper": "ORG"}, id="shares in are no place"
        ),
        pytest.param(
            "He was taught at Lunmark Academy. The road to Lunmark was closed.",
            {"Lunmark Academy": "ORG", "Lunmark": "GPE"},
            id="bodies are called after towns",
        ),
        pytest.param(
            "Trains left Lunmark Central and Dovrey Parkway empty.",
            {"Lunmark Central": "FAC", "Dovrey Parkway": "FAC"},
            id="stations",
        ),
        pytest.param(
            "Mobility Minister Anna Brandt wrote to Senior Sergeant Paul Grimm.",
            {"Anna Brandt": "PERSON", "Paul Grimm": "PERSON"},
            id="offices with a field or rank in front",
        ),
        pytest.param(
            "The Panhellenic Seamen’s Federation and the Ministry of Roads, Bridges and Ferries agreed.",
            {"Panhellenic Seamen’s Federation": "ORG", "Ministry of Roads, Bridges and Ferries": "ORG"},
            id="possessives and lists inside bodies",
        ),
        pytest.param(
            "Unite, the trade union, said no. Air Malta flew on. Tarvel, a maker of pumps, did not.",
            {"Unite": "ORG", "Air Malta": "ORG", "Tarvel": "ORG"},
            id="bodies told by apposition and by their country",
        ),
        pytest.param(
            "Elders of the Yamorro met. Six are Yamorros, and a Yamorro farmer spoke.",
            {"Yamorro": "NORP", "Yamorros": "NORP"},
            id="peoples no list knows",
        ),
        pytest.param(
            "The storm, named Odrun, grew. A band played at the Spielmark festival.",
            {"Odrun": "EVENT", "Spielmark": "EVENT"},
            id="storms and festivals",
        ),
        pytest.param(
            "The World Congress of Sleep Medicine opens in May.",
            {"World Congress of Sleep Medicine": "EVENT"},
            id="a congress that is held",
        ),
        pytest.param("They fished in the Niger and in Niger.", {"Niger": "GPE"}, id="a country"),
        pytest.param(
            "Grace Cook paid. Hatcher said nothing, and Dolores Hatcher left. Hatcher wept.",
            {"Grace Cook": "PERSON", "Dolores Hatcher": "PERSON", "Hatcher": "PERSON"},
            id="names that are words at the start of a sentence",
        ),
        pytest.param(
            "She asked Farid Engineer, and Van den Orley spoke.",
            {"Farid Engineer": "PERSON", "Van den Orley": "PERSON"},
            id="surnames that look like titles and particles in front",
        ),
        pytest.param(
            "Both the Wemmick and the Little Tove burst their banks. Te Harou (population 800) was hit.",
            {"Wemmick": "LOC", "Little Tove": "LOC", "Te Harou": "GPE"},
            id="rivers flood and towns have a population",
        ),
        pytest.param(
            "The Wemmick River rose. Boats left the Wemmick.",
            {"Wemmick River": "LOC", "Wemmick": "LOC"},
            id="a river called by half its name",
        ),
        pytest.param(
            "The A83 and the M25 were shut, Police Scotland said. It leads to Kelvarn and Nether Tovrel.",
            {"A83": "FAC", "M25": "FAC", "Police Scotland": "ORG", "Kelvarn": "GPE", "Nether Tovrel": "GPE"},
            id="roads and where they lead",
        ),
        pytest.param(
            "Shares of oil producer Petrovak fell in northern Corvan, said film producer Ann Tarrow.",
            {"Petrovak": "ORG", "Corvan": "GPE", "Ann Tarrow": "PERSON"},
            id="producers of oil and of films",
        ),
        pytest.param(
            "Martin Weir was fined. They met in Preston Park and near Tarrow Flat.",
            {"Martin Weir": "PERSON", "Preston Park": "FAC", "Tarrow Flat": "GPE"},
            id="surnames that end the names of places",
        ),
    ],
)
def test_names_by_their_surroundings(text: str, wanted: dict[str, str]) -> None:
    names = found(text)
    assert {surface: names.get(surface) for surface in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        pytest.param(
            "The tanker Sea Lark sank. The Ana Luz, a ferry, came.", ("Sea Lark", "Ana Luz"), id="ships"
        ),
        pytest.param("He spoke in Russian, and she knew Welsh.", ("Russian",), id="a language"),
        pytest.param(
            "Books come from Tamil, Welsh and Quechua.", ("Tamil", "Welsh", "Quechua"), id="languages"
        ),
        pytest.param(
            "He told Ann Tarrow, Plant Head, and Paul Grimm, Head of Human Resources.",
            ("Plant Head", "Head", "Human Resources"),
            id="offices behind people",
        ),
        pytest.param("They amended the Harbour Lights Act.", ("Harbour Lights Act",), id="laws"),
        pytest.param("ROWING: Ann Tarrow won twice.", ("ROWING",), id="the name of a desk"),
        pytest.param(
            "Conversion of the line, an X-ray and a T-shirt.", ("Conversion", "X-ray", "T-shirt"), id="nouns"
        ),
        pytest.param(
            "Organisers said so. Neighbouring Chile agreed.",
            ("Organisers", "Neighbouring Chile"),
            id="British",
        ),
        pytest.param(
            "It rained at Christmas and on Easter Monday.", ("Christmas", "Easter"), id="holidays are dates"
        ),
        pytest.param(
            "Defoamicides have been sprayed. The children's Biscuit tins and the people's hopes sank.",
            ("Defoamicides", "Children", "People"),
            id="things in the plural that open a sentence",
        ),
    ],
)
def test_what_names_nothing(text: str, unwanted: tuple[str, ...]) -> None:
    assert not set(unwanted) & set(found(text))


def test_peoples_before_nouns_stay_peoples_where_languages_go() -> None:
    names = found("Talks about Russian gas went on in Russian, and in French politics little changed.")
    assert names == {"Russian": "NORP", "French": "NORP"}


def test_an_apposition_is_about_its_last_noun() -> None:
    names = found("They met Zorvan Keltemir, a company lawyer, and Oksa Vantrill, the union leader.")
    assert names["Zorvan Keltemir"] == names["Oksa Vantrill"] == "PERSON"


def test_speakers_of_an_interview_are_people() -> None:
    names = found(
        "Tarrow: How did it begin?", "Vantrill: With a boat.", "Tarrow: And then?", "Vantrill: A storm."
    )
    assert names["Tarrow"] == names["Vantrill"] == "PERSON"


def test_lines_of_results_name_clubs_and_countries_themselves() -> None:
    names = found("Handball results: Kiel 30, Bergamo 28; Ulm 31, Linz 31; Italy 25, Wales 20.")
    assert [names[name] for name in ("Kiel", "Bergamo", "Ulm", "Linz")] == ["ORG"] * 4
    assert names["Italy"] == names["Wales"] == "GPE"


def test_a_ship_has_an_article_where_boats_are_the_matter() -> None:
    names = found(
        "The Stella Marguera capsized with 40 aboard. The ferry had a crew of six, and lifeboats came.",
        "Paul Grimm saw the Stella Marguera go down. The Vantrill Foundation sent a boat.",
    )
    assert "Stella Marguera" not in names
    assert names["Paul Grimm"] == "PERSON"
    assert names["Vantrill Foundation"] == "ORG"


def test_a_club_called_like_a_harbour() -> None:
    names = found(
        "Ann Tarrow headed the goal that beat Grimmel Harbour 2-1 before half-time, and the referee smiled.",
        "Grimmel Harbour had a man sent off in the final. The goalkeeper lives in Tovey Harbour.",
    )
    assert names["Grimmel Harbour"] == "ORG"
    assert names["Tovey Harbour"] != "ORG"


def test_towns_in_other_news_are_no_clubs() -> None:
    names = found("The council of Ulm beat the deadline. Linz has 200,000 people and Bergamo fewer.")
    assert {names[name] for name in ("Ulm", "Linz", "Bergamo")} == {"GPE"}

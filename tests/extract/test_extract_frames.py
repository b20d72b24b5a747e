"""Names told by the noun they are called by, what they do and what they own; all are invented."""

from __future__ import annotations

import pytest
from found_names import found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Orsa Velmi, the brewery in the north, closed. Lanvic is a dairy owned by farmers.",
            {"Orsa Velmi": "ORG", "Lanvic": "ORG"},
            id="bodies by apposition and copula",
        ),
        pytest.param(
            "Sveti Ivo, an islet that both claim, is bare. Boats met off Tarnik, a skerry.",
            {"Sveti Ivo": "LOC", "Tarnik": "LOC"},
            id="lands by apposition",
        ),
        pytest.param(
            "The volcano on São Tormé, in the south, sleeps.",
            {"São Tormé": "LOC"},
            id="an island called after a saint",
        ),
        pytest.param(
            "Water came from Kellern, the dam on which the city depends.",
            {"Kellern": "FAC"},
            id="buildings by apposition",
        ),
        pytest.param(
            "One of them was Brusk, a dog. A horse called Tamerlo won.",
            {"Brusk": "PERSON", "Tamerlo": "PERSON"},
            id="animals have names as people have",
        ),
        pytest.param(
            "Skylark Oru, the Dutch brewer, said no. Ulla Brandvik, a brewer, said yes.",
            {"Skylark Oru": "ORG", "Ulla Brandvik": "PERSON"},
            id="a trade is a body's where its nation goes with it",
        ),
        pytest.param(
            "In Lannick, the bakery has closed. In Dovrey, a bank was robbed.",
            {"Lannick": "GPE", "Dovrey": "GPE"},
            id="what follows a place at the start of a sentence is no apposition",
        ),
        pytest.param(
            "Vodamar said it would hire 300 people. Torvik said she would not go.",
            {"Vodamar": "ORG", "Torvik": "PERSON"},
            id="the pronoun that takes the name up again",
        ),
        pytest.param(
            "Tarrow smiled. Kessary's widow wept. Lorvane's mayor resigned. Ombrix's shareholders agreed.",
            {"Tarrow": "PERSON", "Kessary": "PERSON", "Lorvane": "GPE", "Ombrix": "ORG"},
            id="verbs of people and what is owned",
        ),
        pytest.param(
            "Casks at the Orlan Distillery. Photograph: Ada Tarrow",
            {"Orlan Distillery": "ORG", "Ada Tarrow": "PERSON"},
            id="a caption is no headline",
        ),
        pytest.param(
            "By the wall, Sydney Vranek keeps bees. Sydney Harbour was calm, and Sydney slept.",
            {"Sydney Vranek": "PERSON", "Sydney": "GPE"},
            id="a first name that is a city",
        ),
        pytest.param(
            "Police want film from drivers who were on the R512 at noon.",
            {"R512": "FAC"},
            id="a road is no sum of rand",
        ),
    ],
)
def test_frames(text: str, wanted: dict[str, str]) -> None:
    names = found(text)
    assert {name: names.get(name) for name in wanted} == wanted

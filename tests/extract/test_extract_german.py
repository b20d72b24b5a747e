"""German names, told from nouns that have capitals too; people and most places are invented."""

from __future__ import annotations

import found_names as names
import pytest

from desktop_app.extract.german_words import is_common

FILLER = (
    "Die Verhandlungen dauerten bis zum Abend, und am Ende wollte sich niemand zu den Kosten äußern. Der"
    " Ausschuss hatte lange über den Antrag gestritten, weil die Mehrheit eine andere Lösung besser fand."
)


def found(*paragraphs: str) -> dict[str, str]:
    """Return the surfaces of all names with their types."""
    return names.found(*paragraphs, filler=FILLER)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "WIESENAU (dpa) - Im thüringischen Wiesenau brannte ein Lager der Firma Holzer & Söhne.",
            {"WIESENAU": "GPE", "dpa": "ORG", "Wiesenau": "GPE", "Holzer & Söhne": "ORG"},
            id="dateline and company",
        ),
        pytest.param(
            "Landrätin Beate Kirchler (CDU) dankte Helfern. Anwohnerin Dilek Yıldırım, 47, lobte Kirchler.",
            {"Beate Kirchler": "PERSON", "CDU": "ORG", "Dilek Yıldırım": "PERSON", "Kirchler": "PERSON"},
            id="titles and surnames",
        ),
        pytest.param(
            "Die Piloten der Fluggesellschaft Nordluft streiken. Die Nordluft AG schwieg zu Nordluft.",
            {"Nordluft": "ORG", "Nordluft AG": "ORG"},
            id="a company that is a compound",
        ),
        pytest.param(
            "Der SV Rattenau verlor in Wien. Am Samstag reist er nach Graz, was in Rattenau keinen stört.",
            {"SV Rattenau": "ORG", "Wien": "GPE", "Graz": "GPE"},
            id="clubs",
        ),
        pytest.param(
            "Das Verwaltungsgericht Mannheim und der Bund für Umwelt und Naturschutz widersprachen.",
            {"Verwaltungsgericht Mannheim": "ORG", "Bund für Umwelt und Naturschutz": "ORG"},
            id="bodies with places and fields",
        ),
        pytest.param(
            "Die Ostthüringer Zeitung schrieb über die Clara-Wendt-Stiftung und den Flughafen Hohenau.",
            {"Ostthüringer Zeitung": "ORG", "Clara-Wendt-Stiftung": "ORG", "Flughafen Hohenau": "FAC"},
            id="papers, foundations, airports",
        ),
        pytest.param(
            "Der 900 Meter hohe Hirschstein lockt viele an. Am Hirschstein soll ein Lift stehen.",
            {"Hirschstein": "LOC"},
            id="a mountain",
        ),
        pytest.param(
            "Die Initiative „Wald bleibt Wald“ klagte beim Hotel- und Gaststättenverband.",
            {"Wald bleibt Wald": "ORG", "Hotel- und Gaststättenverband": "ORG"},
            id="names in marks and cut compounds",
        ),
        pytest.param(
            "Der Brasilianer traf, die Österreicher hatten in Bayern verloren.",
            {"Brasilianer": "NORP", "Österreicher": "NORP", "Bayern": "GPE"},
            id="peoples and a land called like one",
        ),
    ],
)
def test_german_names(text: str, wanted: dict[str, str]) -> None:
    names = found(text)
    assert {surface: names.get(surface) for surface in wanted} == wanted


def test_german_text_without_names_has_none() -> None:
    text = (
        "Die Wahlbeteiligung lag bei einem Drittel. In der Küche standen Teller, und nach Angaben der"
        " Polizei war die Tür offen. Oder war es das Fenster? Zeugen sprachen von Lärm und von Rauch."
    )
    assert found(text) == {}


@pytest.mark.parametrize(
    "word", ["Wahlbeteiligung", "Stadtrat", "Freiheit", "Kosten", "Busfahrer", "Gebühren"]
)
def test_common_nouns(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Wiesenau", "Kirchler", "Mannheim", "Rattenbach"])
def test_names_are_no_common_nouns(word: str) -> None:
    assert not is_common(word)

"""Dates and figures of other languages in Latin letters."""

from __future__ import annotations

import pytest

from desktop_app.text.values import find_values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Am 12. Mai kamen rund 1.200 Menschen, 3,5 Millionen Euro wurden gesammelt.",
            {"12. Mai": "--05-12", "1.200": "1200", "3,5 Millionen Euro": "3500000 EUR"},
        ),
        ("Um 14 Uhr und um 14.30 Uhr begann es.", {"14 Uhr": "14:00", "14.30 Uhr": "14:30"}),
        (
            "Die Firma zahlt elf Millionen Euro, das sind zwanzig Prozent.",
            {"elf Millionen Euro": "11000000 EUR", "zwanzig Prozent": "20 %"},
        ),
        ("Der Umzug hatte zwölf Wagen.", {"zwölf": "12"}),
        ("Im März und seit Ostern war es ruhig.", {"März": "--03", "Ostern": "easter"}),
        ("Die Reise dauert drei Stunden.", {"drei Stunden": "3 hour"}),
        (
            "Le 3 mars, à 14 h 30, 12 000 habitants ont versé 3,5 millions d'euros pour la ville.",
            {
                "3 mars": "--03-03",
                "14 h 30": "14:30",
                "12 000": "12000 habitant",
                "3,5 millions d'euros": "3500000 EUR",
            },
        ),
        ("Lundi 3 mars 2025, le maire est venu.", {"Lundi 3 mars 2025": "2025-03-03"}),
        (
            "El 3 de mayo de 2021, a las 14:30, unas 1.200 personas pagaron 10 millones de euros.",
            {
                "3 de mayo de 2021": "2021-05-03",
                "14:30": "14:30",
                "1.200": "1200 persona",
                "10 millones de euros": "10000000 EUR",
            },
        ),
        ("La semana pasada trabajaron tres días.", {"La semana pasada": "last week", "tres días": "3 day"}),
        (
            "Il 12 maggio, alle 14.30, la città ha pagato 3,5 milioni di euro.",
            {"12 maggio": "--05-12", "14.30": "14:30", "3,5 milioni di euro": "3500000 EUR"},
        ),
        (
            "Het kostte 3,5 miljoen euro om 14.30 uur.",
            {"3,5 miljoen euro": "3500000 EUR", "14.30 uur": "14:30"},
        ),
    ],
)
def test_dates_and_figures(text: str, found: dict[str, str]) -> None:
    assert {text[value.start : value.end]: value.value for value in find_values(text)} == found


@pytest.mark.parametrize(
    "text", ["The elf sat once in the den.", "Otto and the dos men, due in Cento, ate a mille-feuille."]
)
def test_english_words_are_no_foreign_numbers(text: str) -> None:
    assert find_values(text) == []


def test_three_decimals_in_english_are_no_thousands() -> None:
    (value,) = find_values("It holds 1.200 litres of the oil.")
    assert value.value == "1.2 litre"

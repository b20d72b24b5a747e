"""Aliases: which mentions are one thing, and what it is called."""

from __future__ import annotations

import pytest

from desktop_app.extract import find_entities
from desktop_app.extract.aliases import Grouper, best_name
from desktop_app.extract.lexicon import load_lexicon
from desktop_app.extract.name_keys import name_key
from desktop_app.model import Article, EntityType, Mention

PERSON, ORG, GPE, NORP = EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.NORP


def grouped(kind: EntityType, *surfaces: str) -> dict[str, list[str]]:
    """Group surfaces of one type, one a paragraph, and return shown name -> surfaces."""
    grouper = Grouper(load_lexicon())
    for paragraph, surface in enumerate(surfaces):
        grouper.add(Mention(paragraph, 0, len(surface), surface), kind)
    return {best_name(group, load_lexicon()): [m.text for m in group.mentions] for group in grouper.merge()}


@pytest.mark.parametrize(
    ("kind", "surfaces", "name"),
    [
        (PERSON, ("Ilona Marek", "Marek", "Mrs Marek", "I. Marek"), "Ilona Marek"),
        (PERSON, ("MAREK", "Ilona Marek"), "Ilona Marek"),
        (PERSON, ("Ursula von der Heide", "von der Heide", "Heide"), "Ursula von der Heide"),
        (PERSON, ("Ana Ruiz Vidal", "Ana Ruiz", "Ruiz"), "Ana Ruiz Vidal"),
        (PERSON, ("Mats Ekelöf", "Mats Ekelof", "Ekelöf"), "Mats Ekelof"),
        (ORG, ("NATO", "Nato"), "NATO"),
        (ORG, ("Nordhavn Marine", "Nordhavn"), "Nordhavn Marine"),
        (ORG, ("Northern Lung Trust", "NLT"), "Northern Lung Trust"),
        (ORG, ("European Union", "EU"), "European Union"),
        (ORG, ("Brackwell Holdings Ltd", "Brackwell Holdings"), "Brackwell Holdings Ltd"),
        (GPE, ("Kiev", "Kyiv"), "Kyiv"),
        (GPE, ("Odessa", "Odesa"), "Odesa"),
        (GPE, ("US", "U.S.", "United States", "America"), "United States"),
        (GPE, ("UK", "Britain"), "Britain"),
        (GPE, ("Gdansk", "Gdańsk"), "Gdańsk"),
        (GPE, ("BERGEN", "Bergen"), "Bergen"),
    ],
)
def test_one_thing(kind: EntityType, surfaces: tuple[str, ...], name: str) -> None:
    groups = grouped(kind, *surfaces)
    assert list(groups) == [name]
    assert sorted(groups[name]) == sorted(surfaces)


@pytest.mark.parametrize(
    ("kind", "surfaces"),
    [
        (PERSON, ("Anna Felder", "Tomas Felder")),
        (PERSON, ("Ingrid Holm", "Mr Holm")),
        (ORG, ("Ministry of Trade", "Ministry of Health")),
        (ORG, ("Supreme Court", "High Court")),
        (GPE, ("Guinea", "Guinea-Bissau")),
        (NORP, ("Norwegian", "Swedish")),
    ],
)
def test_two_things(kind: EntityType, surfaces: tuple[str, ...]) -> None:
    assert len(grouped(kind, *surfaces)) == 2


def test_lone_surname_goes_to_the_latest_full_name_before_it() -> None:
    groups = grouped(PERSON, "Anna Felder", "Tomas Felder", "Felder")
    assert groups == {"Anna Felder": ["Anna Felder"], "Tomas Felder": ["Tomas Felder", "Felder"]}


def test_lone_surname_stays_with_the_one_it_was_used_for() -> None:
    groups = grouped(PERSON, "Anna Felder", "Felder", "Tomas Felder", "Felder")
    assert groups == {"Anna Felder": ["Anna Felder", "Felder", "Felder"], "Tomas Felder": ["Tomas Felder"]}


def test_key_ignores_case_dots_accents_and_articles() -> None:
    lexicon = load_lexicon()
    assert name_key("The Économie Bank Inc.", ORG, lexicon) == name_key("economie bank", ORG, lexicon)


def test_a_body_behind_a_romance_opening_is_shortened_to_its_second_word() -> None:
    text = "Workers at Lácteos Sorano went on strike. Sorano said its plant was shut."
    (entity,) = [e for e in find_entities(Article.from_paragraphs([text])) if e.type.is_name]
    assert (entity.type, entity.surfaces) == (ORG, ("Lácteos Sorano", "Sorano"))

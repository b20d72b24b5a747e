"""Who wrote a report, where and for whom: lines of a report that are no sentences."""

from __future__ import annotations

import pytest

from desktop_app.extract import find_entities
from desktop_app.model import Article, EntityType

PERSON, ORG, GPE, LOC, FAC = EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.LOC, EntityType.FAC


def named(line: str) -> dict[str, EntityType]:
    texts = (
        "Court tells the mine to drain its pond",
        line,
        "The court told the mine to drain its pond, which has leaked for years, and to pay the families.",
        "The mine said it would read the ruling before it did anything else about the water.",
    )
    entities = find_entities(Article.from_paragraphs(texts))
    return {m.text: e.type for e in entities for m in e.mentions if m.paragraph == 1 and e.type.is_name}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Oslo | Matti Kerning, Nordmark News Service", {"Oslo": GPE, "Matti Kerning": PERSON}),
        ("Bess Wakeley, Lowland Coast Bulletin", {"Bess Wakeley": PERSON, "Lowland Coast Bulletin": ORG}),
        ("By RUBY SALTREN and KATE LINDER, United Dispatch", {"RUBY SALTREN": PERSON, "KATE LINDER": PERSON}),
        ("By Ada Quill at Kelman Park", {"Ada Quill": PERSON, "Kelman Park": FAC}),
        ("Ada Quill, Senior Reporter, Lannick Times", {"Ada Quill": PERSON, "Lannick Times": ORG}),
        ("Ada Quill, Ireland correspondent", {"Ada Quill": PERSON, "Ireland": GPE}),
        ("Pensions reporter, OSLO", {"OSLO": GPE}),
        ("By Ada Quill in Kellomar", {"Ada Quill": PERSON, "Kellomar": GPE}),
    ],
)
def test_parts_of_a_byline(line: str, names: dict[str, EntityType]) -> None:
    found = named(line)
    assert {name: found.get(name) for name in names} == names


@pytest.mark.parametrize("line", ["Monitoring Desk", "Our Staff Reporter", "By our Foreign Staff"])
def test_a_desk_is_no_name(line: str) -> None:
    assert named(line) == {}


def test_a_sentence_is_no_byline() -> None:
    assert named("In Kellomar, Ada Quill, a nurse, waited.")["Kellomar"] is GPE

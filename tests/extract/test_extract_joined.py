"""Two articles on one story: what either tells of a name counts in both."""

from __future__ import annotations

import pytest

from desktop_app.extract import find_both_entities, find_entities
from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article, Entity, EntityType

FILL = "The talks went on for a second day while the families of the miners waited for news at the gate."


def kinds(entities: tuple[Entity, ...]) -> dict[str, EntityType]:
    return {mention.text: entity.type for entity in entities for mention in entity.mentions}


def both(left: list[str], right: list[str]) -> tuple[dict[str, EntityType], dict[str, EntityType]]:
    one, other = find_both_entities(
        Article.from_paragraphs([*left, FILL]), Article.from_paragraphs([*right, FILL]), engine=RuleEngine()
    )
    return kinds(one), kinds(other)


@pytest.mark.parametrize(
    ("dark", "clear", "name", "kind"),
    [
        (
            "The visit to Kellomar was put off again, it was said on Monday.",
            "Kellomar, a town of 9,000 people, lost its mayor in the flood.",
            "Kellomar",
            EntityType.GPE,
        ),
        (
            "Workers met on Monday to hear what Varo Lint wants of them.",
            "Shares in Varo Lint fell 4 per cent after the company cut its forecast.",
            "Varo Lint",
            EntityType.ORG,
        ),
    ],
)
@pytest.mark.parametrize("swapped", [False, True])
def test_the_other_article_tells_the_type(
    dark: str, clear: str, name: str, kind: EntityType, swapped: bool
) -> None:
    sides = ([clear], [dark]) if swapped else ([dark], [clear])
    assert [found[name] for found in both(*sides)] == [kind, kind]


def test_mentions_keep_their_places() -> None:
    left = Article.from_paragraphs(["Ada Brenn spoke in Kellomar.", FILL])
    right = Article.from_paragraphs([FILL, FILL, "In Kellomar, Ada Brenn spoke."])
    for article, entities in zip((left, right), find_both_entities(left, right), strict=True):
        mentions = [mention for entity in entities for mention in entity.mentions]
        assert {mention.text for mention in mentions} >= {"Ada Brenn", "Kellomar"}
        assert all(article.text_at(mention) == mention.text for mention in mentions)


def test_one_text_twice_and_two_languages_are_read_alone() -> None:
    article = Article.from_paragraphs(["Ada Brenn spoke in Kellomar.", FILL])
    one, other = find_both_entities(article, article)
    assert one is other
    assert one == find_entities(article)
    told = "Der Hafen von Kellomar soll nach dem Sturm erst im Herbst öffnen, wie die Behörde mitteilte."
    german = Article.from_paragraphs([told] * 3)
    one, other = find_both_entities(article, german)
    assert (one, other) == (find_entities(article), find_entities(german))


def test_two_articles_need_twice_the_boats_to_be_about_boats() -> None:
    told = "Two boats left with the Orlan Dovrey."
    found = both([told], [told.replace("left", "came")])
    assert all("Orlan Dovrey" in side for side in found)


def test_a_body_behind_a_ship_and_a_comma_is_no_ship() -> None:
    (found, _) = both(["He had asked for a second tug, the Kellomar Harbour Trust said."], [FILL])
    assert found["Kellomar Harbour Trust"] is EntityType.ORG

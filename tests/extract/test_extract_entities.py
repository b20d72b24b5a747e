"""Entities of an article: offsets, grouping, any input."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.extract import find_entities
from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article, Entity

SOUP = """
French The Ilona Marek said Mr Oslo U.S. NATO Bank of Norway
Monday sub-Saharan al-Shabaab easyJet 3 million $5m and (NLT) - “ ” ' ’s president President
van der é Ł 東京 مصر \u200d 👩‍🚀 MOSCOW/PARIS : . , Reading 12% Lt. Col. & for in
"""
WORDS = st.sampled_from(SOUP.split())


def check(article: Article, entities: tuple[Entity, ...]) -> None:
    """Assert that mentions cut the text, are in order within an entity and never overlap."""
    taken: set[tuple[int, int]] = set()
    for entity in entities:
        assert entity.name
        assert entity.mentions
        places = [(mention.paragraph, mention.start) for mention in entity.mentions]
        assert places == sorted(places)
        for mention in entity.mentions:
            assert mention.start < mention.end
            assert article.paragraphs[mention.paragraph].text[mention.start : mention.end] == mention.text
            covered = {(mention.paragraph, offset) for offset in range(mention.start, mention.end)}
            assert not covered & taken
            taken |= covered


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=4))
def test_any_text(texts: list[str]) -> None:
    article = Article.from_paragraphs(texts)
    check(article, find_entities(article))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=4))
def test_any_words(texts: list[str]) -> None:
    article = Article.from_paragraphs(texts)
    check(article, RuleEngine().find(article))


def test_no_capitals_and_nothing_but_capitals() -> None:
    text = "a ferry from oslo ran aground near the old harbour, the harbour master said, and nobody was hurt."
    for shown in (text, text.upper()):
        article = Article.from_paragraphs([shown] * 3)
        entities = find_entities(article)
        check(article, entities)
        assert {entity.name for entity in entities} <= {"Oslo"}


def test_empty_article() -> None:
    assert find_entities(Article.from_paragraphs([])) == ()


def test_counts_in_passing_and_ages_are_left_out() -> None:
    text = "Two men, one aged 71 and one 54-year-old, said that 1,200 people and twelve dogs left by 9 p.m."
    names = {entity.name for entity in find_entities(Article.from_paragraphs([text]))}
    assert names == {"1,200 people", "twelve dogs", "9 p.m."}

"""Engines: the protocol, and what happens when a package or model is missing."""

from __future__ import annotations

import sys

import pytest

from desktop_app.extract import find_both_entities, find_entities
from desktop_app.extract.engines import ENGINES, BuiltInEngine, RuleEngine, make_engine
from desktop_app.model import Article, TwicetoldError

ARTICLE = Article.from_paragraphs(
    ["The ferry Anna Brandt left for the Lydham’s quay on Monday, Radio Fjord said.", "Brandt paid $5."]
)


def test_rules_need_nothing() -> None:
    engine = make_engine("rules")
    assert engine.name == "rules"
    assert engine.find(ARTICLE) == find_entities(ARTICLE, engine=RuleEngine())


def test_unknown_engine_lists_the_choices() -> None:
    with pytest.raises(TwicetoldError, match=", ".join(ENGINES)):
        make_engine("oracle")


@pytest.mark.parametrize(("choice", "package"), [("spacy", "spacy"), ("gliner", "gliner")])
def test_missing_package_is_one_clear_sentence(
    choice: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(TwicetoldError, match="is not installed") as caught:
        make_engine(choice, "somewhere")
    assert str(caught.value).count(".") <= 1


def test_the_built_in_engine_is_asked_unless_another_is_given() -> None:
    other = Article.from_paragraphs(["Anna Brandt paid, Radio Fjord said of the ferry on Monday."])
    assert BuiltInEngine().find(ARTICLE) == find_entities(ARTICLE)
    assert BuiltInEngine().find_both(ARTICLE, other) == find_both_entities(ARTICLE, other)

"""Who finds the names: the built-in rules, or a model the reader installed, behind one protocol."""

from __future__ import annotations

from typing import Protocol

from desktop_app.extract.entities import rule_entities
from desktop_app.model import Article, Entity


class Engine(Protocol):
    """Finds the entities of one article."""

    name: str

    def find(self, article: Article) -> tuple[Entity, ...]:
        """Return the entities in the order of their first mention; mentions never overlap."""
        ...


class RuleEngine:
    """The built-in engine: rules and word lists, no model."""

    name = "rules"

    def find(self, article: Article) -> tuple[Entity, ...]:
        """Return the entities of an article (see `desktop_app.extract.entities`)."""
        return rule_entities(article)


def find_entities(article: Article, *, engine: Engine | None = None) -> tuple[Entity, ...]:
    """Return the entities of an article, by the built-in rules unless another engine is given."""
    return (engine or RuleEngine()).find(article)

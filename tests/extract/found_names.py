"""The names that the rules find in a few sentences, for tests."""

from __future__ import annotations

from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article

FILLER = "The committee met in the morning and it was said that the work would go on for a while."
"""A paragraph without names, so that a short text has words enough to be read as running text."""


def found(*paragraphs: str, filler: str = FILLER) -> dict[str, str]:
    """Return the surfaces of all names of some paragraphs with their types."""
    entities = RuleEngine().find(Article.from_paragraphs([*paragraphs, filler]))
    return {m.text: e.type.value for e in entities if e.type.is_name for m in e.mentions}

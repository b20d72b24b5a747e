"""One article to its entities and quotations."""

from desktop_app.extract.engines import Engine, find_both_entities, find_entities
from desktop_app.extract.quotations import find_quotations

__all__ = ["Engine", "find_both_entities", "find_entities", "find_quotations"]

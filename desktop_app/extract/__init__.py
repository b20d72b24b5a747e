"""One article to its entities and quotations."""

from desktop_app.extract.engines import Engine, find_entities

__all__ = ["Engine", "find_entities"]

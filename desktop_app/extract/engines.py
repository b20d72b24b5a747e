"""Who finds the names: the built-in rules with what was learned of names, or alone, or a reader's own model.

All stand behind one protocol.
"""

from __future__ import annotations

from typing import Protocol

from desktop_app.extract.entities import Both, gather_entities, gather_pair
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.names import find_names
from desktop_app.extract.opinion import no_opinions
from desktop_app.extract.words import Document
from desktop_app.model import Article, Entity, Progress, TwicetoldError, no_progress, pulsed

ENGINES = ("rules", "spacy", "gliner")
"""The names an engine is chosen by."""


class Engine(Protocol):
    """Finds the entities of one article, or of two that tell one story."""

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        ...

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities in the order of their first mention; mentions never overlap."""
        ...

    def find_both(self, left: Article, right: Article, progress: Progress = no_progress) -> Both:
        """Return the entities of two articles on one story, each side's in the order of first mention."""
        ...


class BuiltInEngine:
    """Rules and word lists, and the weights that ship with the program; needs nothing else."""

    name = "built-in"

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities of an article."""
        return gather_entities(article, self._names, progress)

    def find_both(self, left: Article, right: Article, progress: Progress = no_progress) -> Both:
        """Return the entities of two articles on one story; what one tells of a name counts in both."""
        return gather_pair(left, right, self._names, progress)

    def _names(self, document: Document, lexicon: Lexicon) -> list[Name]:
        return find_names(document, lexicon)


class RuleEngine(BuiltInEngine):
    """Rules and word lists alone."""

    name = "rules"

    def _names(self, document: Document, lexicon: Lexicon) -> list[Name]:
        return find_names(document, lexicon, no_opinions)


def make_engine(choice: str, model: str = "") -> Engine:
    """Return the engine of a name in `ENGINES`; ``model`` is the path or name of the reader's own model.

    Raises TwicetoldError, one clear sentence, where it is unknown or something is missing; the caller
    shows it and goes on with `RuleEngine`.
    """
    if choice == "rules":
        return RuleEngine()
    if choice in ("spacy", "gliner"):
        from desktop_app.extract.reader_models import GlinerEngine, SpacyEngine

        return SpacyEngine(model) if choice == "spacy" else GlinerEngine(model)
    raise TwicetoldError(f"There is no engine “{choice}”; choose one of {', '.join(ENGINES)}.")


def find_entities(
    article: Article, progress: Progress = no_progress, *, engine: Engine | None = None
) -> tuple[Entity, ...]:
    """Return the entities of an article, by the built-in engine unless another is given.

    What ``progress`` raises ends the work.
    """
    return (engine or BuiltInEngine()).find(article, progress)


def find_both_entities(
    left: Article, right: Article, progress: Progress = no_progress, *, engine: Engine | None = None
) -> Both:
    """Return the entities of two articles on one story, by the same engine as `find_entities`.

    The built-in engine lets what either article tells of a name count in both. Articles of one text are
    read once.
    """
    chosen = engine or BuiltInEngine()
    if len(left.paragraphs) == len(right.paragraphs):
        both = zip(left.paragraphs, right.paragraphs, strict=True)
        if all(one == other for one, other in pulsed(both, 64)):
            entities = chosen.find(left, progress)
            return entities, entities
    return chosen.find_both(left, right, progress)

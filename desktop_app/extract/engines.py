"""Who finds the names: the built-in rules, the built-in tagger, or a model the reader installed.

All stand behind one protocol. Values, aliases and the document's own spelling rules stay the program's:
another model only says where names are and what they are.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol

from desktop_app.assets import resource_path
from desktop_app.extract.entities import NameFinder, gather_entities
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.names import find_names
from desktop_app.extract.tagger import MODEL, Tagger
from desktop_app.extract.words import Document, Line
from desktop_app.model import Article, Entity, EntityType, Progress, TwicetoldError, no_progress, watched

ENGINES = ("rules", "tagger", "spacy", "gliner")
"""The names an engine is chosen by."""

_ALIASES = {
    "PER": EntityType.PERSON,
    "MISC": EntityType.EVENT,
    "ORGANIZATION": EntityType.ORG,
    "ORGANISATION": EntityType.ORG,
    "LOCATION": EntityType.LOC,
    "FACILITY": EntityType.FAC,
    "NATIONALITY": EntityType.NORP,
}
_ASKED = {
    "person": EntityType.PERSON,
    "organization": EntityType.ORG,
    "country or city": EntityType.GPE,
    "location": EntityType.LOC,
    "nationality, religious or political group": EntityType.NORP,
    "building or facility": EntityType.FAC,
    "event": EntityType.EVENT,
}


class Engine(Protocol):
    """Finds the entities of one article."""

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        ...

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities in the order of their first mention; mentions never overlap."""
        ...


class RuleEngine:
    """Rules and word lists; needs no model."""

    name = "rules"

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities of an article."""
        return gather_entities(article, find_names, progress)


class TaggerEngine:
    """The rules' names, corrected by the program's own small tagger."""

    name = "tagger"

    def __init__(self, path: Path | None = None) -> None:
        """Open the shipped model, or the one at ``path``; raises TwicetoldError where that fails."""
        self._tagger = Tagger(path or shipped_model())

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities of an article."""

        def names(document: Document, lexicon: Lexicon) -> list[Name]:
            return self._tagger.retag(document, find_names(document, lexicon), lexicon)

        return gather_entities(article, names, progress)


class SpacyEngine:
    """A spaCy pipeline with a named-entity component, from a folder or an installed package."""

    name = "spacy"

    def __init__(self, model: str) -> None:
        """Load the pipeline; raises TwicetoldError where the package or the model is missing."""
        spacy = _package("spacy", "spaCy", "pip install spacy")
        if not model:
            raise TwicetoldError("Choose a spaCy model: the folder or the name of an installed one.")
        try:
            self._pipeline: Any = spacy.load(model)
        except (OSError, ValueError, ImportError) as error:
            raise TwicetoldError(f"The spaCy model “{model}” cannot be loaded.") from error
        if not _labels_entities(self._pipeline):
            raise TwicetoldError(f"The spaCy model “{model}” finds no names.")

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities of an article."""
        return gather_entities(article, _from_spans(self._spans), progress)

    def _spans(self, line: Line) -> Iterable[tuple[int, int, str]]:
        return [(span.start_char, span.end_char, span.label_) for span in self._pipeline(line.text).ents]


class GlinerEngine:
    """A GLiNER model, asked for the program's types of names."""

    name = "gliner"

    def __init__(self, model: str) -> None:
        """Load the model from a folder; raises TwicetoldError where the package or the model is missing."""
        gliner = _package("gliner", "GLiNER", "pip install gliner")
        if not model:
            raise TwicetoldError("Choose a GLiNER model: the folder that holds it.")
        try:
            self._model: Any = gliner.GLiNER.from_pretrained(model, local_files_only=True)
        except Exception as error:  # the package raises whatever its backends raise
            raise TwicetoldError(f"The GLiNER model “{model}” cannot be loaded.") from error

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities of an article."""
        return gather_entities(article, _from_spans(self._spans), progress)

    def _spans(self, line: Line) -> Iterable[tuple[int, int, str]]:
        found = self._model.predict_entities(line.text, list(_ASKED), threshold=0.5)
        return [
            (span["start"], span["end"], _ASKED[span["label"]].value)
            for span in found
            if span["label"] in _ASKED
        ]


def _package(module: str, shown: str, install: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise TwicetoldError(f"{shown} is not installed ({install}).") from None


def _labels_entities(pipeline: Any) -> bool:
    return any(name in ("ner", "entity_ruler", "span_ruler") for name in pipeline.pipe_names)


def _from_spans(spans_of: Callable[[Line], Iterable[tuple[int, int, str]]]) -> NameFinder:
    """Make a name finder of a function that gives (start, end, label) for a line."""

    def find(document: Document, lexicon: Lexicon) -> list[Name]:
        rules = {(name.line, name.start, name.end): name for name in find_names(document, lexicon)}
        names: list[Name] = []
        for number, line in enumerate(watched(document.progress, document.lines, "Finding names", every=1)):
            end_before = 0
            for start, end, label in sorted(spans_of(line)):
                kind = kind_of(label)
                trimmed = _trim(line, start, end)
                if kind is None or trimmed is None or trimmed[0] < end_before:
                    continue
                names.append(_name(number, line, trimmed, kind, rules))
                end_before = names[-1].end
        return names

    return find


def kind_of(label: str) -> EntityType | None:
    """Return the type of name a model's label stands for, or None for values and unknown labels."""
    plain = label.upper().removeprefix("B-").removeprefix("I-")
    if plain in _ALIASES:
        return _ALIASES[plain]
    kind = EntityType(plain) if plain in EntityType.__members__ else None
    return kind if kind and kind.is_name else None


def _trim(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Return a model's span without spaces, a leading "the" and a final 's; None where nothing is left."""
    start, end = max(0, start), min(end, len(line.text))
    text = line.text[start:end]
    for lead in ("the ", "The "):
        if text.startswith(lead):
            start += len(lead)
    for tail in ("'s", "’s"):
        if text.endswith(tail):
            end -= len(tail)
    while start < end and line.text[start].isspace():
        start += 1
    while end > start and line.text[end - 1].isspace():
        end -= 1
    overlaps_value = any(value.start < end and start < value.end for value in line.values)
    return (start, end) if start < end and not overlaps_value else None


def _name(
    number: int, line: Line, span: tuple[int, int], kind: EntityType, rules: dict[tuple[int, int, int], Name]
) -> Name:
    start, end = span
    words = tuple(word.text for word in line.words if word.start < end and start < word.end)
    name = Name(number, 0, 0, start, end, line.text[start:end], words or (line.text[start:end],), kind=kind)
    rule = rules.get((number, start, end))
    if rule is not None:
        name.role, name.address = rule.role, rule.address
    return name


def shipped_model() -> Path:
    """Return the path of the shipped tagger model; raises TwicetoldError where there is none."""
    try:
        return resource_path(MODEL)
    except FileNotFoundError:
        raise TwicetoldError("This copy of Twicetold ships no name tagger.") from None


def make_engine(choice: str, model: str = "") -> Engine:
    """Return the engine of a name in `ENGINES`; ``model`` is the path or name of the reader's own model.

    Raises TwicetoldError, one clear sentence, where it is unknown or something is missing; the caller
    shows it and goes on with `RuleEngine`.
    """
    if choice == "rules":
        return RuleEngine()
    if choice == "tagger":
        return TaggerEngine(Path(model) if model else None)
    if choice == "spacy":
        return SpacyEngine(model)
    if choice == "gliner":
        return GlinerEngine(model)
    raise TwicetoldError(f"There is no engine “{choice}”; choose one of {', '.join(ENGINES)}.")


def default_engine() -> Engine:
    """Return the tagger where its model and package are there, otherwise the rules."""
    try:
        return TaggerEngine()
    except TwicetoldError:
        return RuleEngine()


def find_entities(
    article: Article, progress: Progress = no_progress, *, engine: Engine | None = None
) -> tuple[Entity, ...]:
    """Return the entities of an article, by the best built-in engine unless another is given.

    What ``progress`` raises ends the work.
    """
    return (engine or _built_in()).find(article, progress)


@lru_cache(maxsize=1)
def _built_in() -> Engine:
    """Open the built-in engine once; it keeps nothing of an article."""
    return default_engine()

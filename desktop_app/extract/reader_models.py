"""Engines on a model that the reader installed: spaCy and GLiNER.

Such a model says where names are and what they are; values, aliases and the document's own spelling rules
stay the program's. Nothing is downloaded, and a model's folder is not allowed to run code.
"""

from __future__ import annotations

import importlib
import json
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.extract.entities import Both, NameFinder, gather_entities, gather_pair
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.names import find_names
from desktop_app.extract.words import Document, Line
from desktop_app.model import Article, Entity, EntityType, Progress, TwicetoldError, no_progress, watched
from desktop_app.text.sentences import split_sentences

Span = tuple[int, int, str]
"""Where a name is in a text, in code points, and the model's label."""

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

_FILES = ("model.safetensors", "tokenizer_config.json")
_OWN = {
    "model_name": "encoder_config",
    "labels_encoder": "labels_encoder_config",
    "labels_decoder": "labels_decoder_config",
}
"""The models a GLiNER model is made of, and where it describes them itself."""

_LONGEST = 150
"""Words a model reads at once: most take 512 parts of words, the labels among them."""

_PIECE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]|\w{1,12}|\S")
"""What counts as a word: never fewer than a model counts, whether or not the script parts words."""


class SpacyEngine:
    """A spaCy pipeline with a named-entity component, from a folder or an installed package."""

    name = "spacy"

    def __init__(self, model: str) -> None:
        """Load the pipeline; raises TwicetoldError where the package or the model is missing."""
        spacy = _package("spacy", "spaCy")
        if not model:
            raise TwicetoldError("Choose a spaCy model: the folder or the name of an installed one.")
        try:
            self._pipeline: Any = spacy.load(model)
        except (OSError, ValueError, ImportError) as error:
            raise TwicetoldError(f"The spaCy model “{model}” cannot be loaded.") from error
        if not {"ner", "entity_ruler", "span_ruler"}.intersection(self._pipeline.pipe_names):
            raise TwicetoldError(f"The spaCy model “{model}” finds no names.")

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities of an article."""
        return gather_entities(article, name_finder(self._spans, _LONGEST * 4), progress)

    def find_both(self, left: Article, right: Article, progress: Progress = no_progress) -> Both:
        """Return the entities of two articles on one story."""
        return gather_pair(left, right, name_finder(self._spans, _LONGEST * 4), progress)

    def _spans(self, text: str) -> list[Span]:
        return [(span.start_char, span.end_char, span.label_) for span in self._pipeline(text).ents]


class GlinerEngine:
    """A GLiNER model, asked for the program's types of names."""

    name = "gliner"

    def __init__(self, model: str) -> None:
        """Load the model from a folder; raises TwicetoldError where the package or the model is missing."""
        gliner = _package("gliner", "GLiNER")
        if not model:
            raise TwicetoldError("Choose a GLiNER model: the folder that holds it.")
        folder = Path(model).expanduser()
        check_gliner(folder, model)
        try:
            self._model: Any = gliner.GLiNER.from_pretrained(str(folder), local_files_only=True)
            self._longest = max(1, min(_LONGEST, int(self._model.config.max_len)))
        except Exception as error:  # the package raises whatever its backends raise
            raise TwicetoldError(f"The GLiNER model “{model}” cannot be loaded.") from error

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        """Return the entities of an article."""
        return gather_entities(article, name_finder(self._spans, self._longest), progress)

    def find_both(self, left: Article, right: Article, progress: Progress = no_progress) -> Both:
        """Return the entities of two articles on one story."""
        return gather_pair(left, right, name_finder(self._spans, self._longest), progress)

    def _spans(self, text: str) -> list[Span]:
        found = self._model.predict_entities(text, list(_ASKED), threshold=0.5)
        return [
            (span["start"], span["end"], _ASKED[span["label"]].value)
            for span in found
            if span["label"] in _ASKED
        ]


def _package(module: str, shown: str) -> Any:
    try:
        return importlib.import_module(module)
    except ImportError:
        raise TwicetoldError(f"{shown} is not installed (pip install {module}).") from None


def check_gliner(folder: Path, shown: str) -> None:
    """Raise TwicetoldError unless a folder holds a whole GLiNER model that cannot run code.

    The package would look up what is missing elsewhere, unpickle weights, and run the program code that
    a configuration names: it trusts every model it is given.
    """
    if not (folder / "gliner_config.json").is_file():
        raise TwicetoldError(f"There is no GLiNER model in the folder “{shown}”.")
    try:
        configs = {path: json.loads(path.read_bytes()) for path in folder.rglob("*config*.json")}
    except (OSError, ValueError, RecursionError) as error:
        raise TwicetoldError(f"The GLiNER model “{shown}” cannot be loaded.") from error
    if _names_code(list(configs.values())):
        raise TwicetoldError(f"The GLiNER model “{shown}” asks to run code of its own; it is not loaded.")
    config = configs[folder / "gliner_config.json"]
    whole = isinstance(config, dict) and all(
        isinstance(config.get(own), dict) for other, own in _OWN.items() if config.get(other)
    )
    if not whole or not all((folder / part).is_file() for part in _FILES):
        raise TwicetoldError(
            f"The GLiNER model “{shown}” is not complete: save it with its tokenizer and as safetensors."
        )


def _names_code(config: Any) -> bool:
    """Whether a configuration names code to run: classes of its own, or an attention kernel to fetch."""
    if isinstance(config, dict):
        return any(
            (key == "auto_map" and value)
            or (key.endswith("attn_implementation") and "/" in str(value))
            or _names_code(value)
            for key, value in config.items()
        )
    return isinstance(config, list) and any(_names_code(value) for value in config)


def name_finder(spans_of: Callable[[str], Iterable[Span]], longest: int) -> NameFinder:
    """Make a name finder of what gives a model's spans in a text of ``longest`` words at most."""

    def find(document: Document, lexicon: Lexicon) -> list[Name]:
        rules = {(name.line, name.start, name.end): name for name in find_names(document, lexicon)}
        names: list[Name] = []
        for number, line in enumerate(watched(document.progress, document.lines, "Finding names", every=1)):
            found: list[Span] = []
            for start, end in stretches(line.text, longest):
                document.progress(number / len(document.lines), "Finding names")
                found += ((start + a, start + b, label) for a, b, label in spans_of(line.text[start:end]))
            end_before = 0
            # Where stretches overlap, a name that one of them cuts off is whole in the other.
            for start, end, label in sorted(found, key=lambda span: (span[0], -span[1])):
                kind = kind_of(label)
                trimmed = _trim(line, start, end)
                if kind is None or trimmed is None or trimmed[0] < end_before:
                    continue
                names.append(_name(number, line, trimmed, kind, rules))
                end_before = names[-1].end
        return names

    return find


def stretches(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text a model reads at once: whole sentences of ``longest`` words together.

    A sentence that is longer is read in stretches that overlap by a quarter.
    """
    words = [match.span() for match in _PIECE.finditer(text)]
    if len(words) <= longest:
        yield 0, len(text)
        return
    begins = {sentence.start for sentence in split_sentences(text)}
    heads = [number for number, (start, _) in enumerate(words) if start in begins]
    first = 0
    while first < len(words):
        stop = follows = min(first + longest, len(words))
        if stop < len(words):
            head = heads[bisect_right(heads, stop) - 1] if heads else 0
            stop, follows = (head, head) if head > first else (stop, stop - longest // 4)
        yield words[first][0], words[stop - 1][1]
        first = follows


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

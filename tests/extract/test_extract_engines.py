"""Engines: the protocol, what happens when a package or model is missing, and labels of other models."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from desktop_app.extract import find_entities
from desktop_app.extract.engines import (
    ENGINES,
    GlinerEngine,
    RuleEngine,
    SpacyEngine,
    TaggerEngine,
    default_engine,
    kind_of,
    make_engine,
)
from desktop_app.model import Article, EntityType, TwicetoldError

ARTICLE = Article.from_paragraphs(
    ["The ferry Anna Brandt left for the Lydham’s quay on Monday, Radio Fjord said.", "Brandt paid $5."]
)


def test_rules_need_nothing() -> None:
    engine = make_engine("rules")
    assert engine.name == "rules"
    assert engine.find(ARTICLE) == find_entities(ARTICLE, engine=RuleEngine())


def test_default_engine_always_works() -> None:
    assert default_engine().find(ARTICLE)


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


def test_missing_crf_package_is_one_clear_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    with pytest.raises(TwicetoldError, match="python-crfsuite"):
        TaggerEngine(Path("anything"))
    assert default_engine().find(ARTICLE)


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PER", EntityType.PERSON),
        ("B-ORG", EntityType.ORG),
        ("GPE", EntityType.GPE),
        ("LOCATION", EntityType.LOC),
        ("MONEY", None),
        ("nonsense", None),
    ],
)
def test_labels(label: str, kind: EntityType | None) -> None:
    assert kind_of(label) is kind


class FakePipeline:
    """What the adapter needs of a spaCy pipeline: names of components, and spans for a text."""

    pipe_names = ("ner",)

    def __call__(self, text: str) -> Any:
        found = [
            ("the Lydham’s", "FAC"),
            ("Radio Fjord", "ORG"),
            ("Anna Brandt", "PERSON"),
            ("Monday", "DATE"),
        ]
        spans = [
            SimpleNamespace(start_char=text.index(part), end_char=text.index(part) + len(part), label_=label)
            for part, label in found
            if part in text
        ]
        return SimpleNamespace(ents=spans)


@pytest.fixture
def spacy_module(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A module that stands where spaCy is not installed."""
    module = ModuleType("spacy")
    module.load = lambda _model: FakePipeline()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "spacy", module)
    return module


@pytest.mark.usefixtures("spacy_module")
def test_spans_of_another_model_become_entities() -> None:
    entities = make_engine("spacy", "some_model").find(ARTICLE)
    found = {mention.text: entity.type.value for entity in entities for mention in entity.mentions}
    assert found == {
        "Anna Brandt": "PERSON",
        "Lydham": "FAC",
        "Radio Fjord": "ORG",
        "Monday": "DATE",
        "$5": "MONEY",
    }


def test_bad_spacy_model_is_one_clear_sentence(spacy_module: ModuleType) -> None:
    def refuse(model: str) -> None:
        raise OSError(f"no {model}")

    spacy_module.load = refuse  # type: ignore[attr-defined]
    with pytest.raises(TwicetoldError, match="cannot be loaded"):
        SpacyEngine("nowhere")
    with pytest.raises(TwicetoldError, match="Choose a spaCy model"):
        SpacyEngine("")


def test_gliner_model(monkeypatch: pytest.MonkeyPatch) -> None:
    class Model:
        def predict_entities(self, text: str, labels: list[str], threshold: float) -> list[dict[str, Any]]:
            assert "person" in labels
            assert 0 < threshold < 1
            start = text.find("Brandt")
            return [{"start": start, "end": start + 6, "label": "person"}] if start >= 0 else []

    module = ModuleType("gliner")
    module.GLiNER = SimpleNamespace(from_pretrained=lambda _path, **_options: Model())  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gliner", module)
    names = [e for e in GlinerEngine("folder").find(ARTICLE) if e.type.is_name]
    assert [(e.name, len(e.mentions)) for e in names] == [("Brandt", 2)]


@pytest.mark.skipif(importlib.util.find_spec("spacy") is None, reason="spaCy is not installed")
def test_real_spacy_model_trained_here(tmp_path: Path) -> None:
    import spacy
    from spacy.training import Example

    pipeline = spacy.blank("en")
    recogniser = pipeline.add_pipe("ner")
    taught = [
        ("The ferry Anna Brandt left on Monday.", "Anna Brandt"),
        ("Anna Brandt left for the quay.", "Anna Brandt"),
        ("Brandt paid the fine.", "Brandt"),
        ("Brandt paid $5.", "Brandt"),
        ("The ferry left for the Lydham’s quay on Monday, Radio Fjord said.", ""),
        ("Radio Fjord said it paid.", ""),
    ]
    recogniser.add_label("PERSON")
    examples = [
        Example.from_dict(
            pipeline.make_doc(text),
            {"entities": [(text.index(name), text.index(name) + len(name), "PERSON")] if name else []},
        )
        for text, name in taught
    ]
    spacy.util.fix_random_seed(1)
    pipeline.initialize(lambda: examples)
    for _ in range(40):
        pipeline.update(examples, drop=0.0)
    pipeline.to_disk(tmp_path / "model")

    entities = make_engine("spacy", str(tmp_path / "model")).find(ARTICLE)
    people = [entity for entity in entities if entity.type is EntityType.PERSON]
    assert [(person.name, len(person.mentions)) for person in people] == [("Anna Brandt", 2)]
    assert {entity.name for entity in entities if not entity.type.is_name} == {"Monday", "$5"}

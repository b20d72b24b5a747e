"""An engine that cannot be opened is told in one sentence, and the built-in one goes on."""

from __future__ import annotations

from desktop_app.ui.engine_choice import EngineChoice, choices


def test_the_built_in_engine_needs_no_choice() -> None:
    choice = EngineChoice()
    assert choice.open() is None
    assert not choice.trouble


def test_an_unknown_engine_is_told_once_and_replaced() -> None:
    choice = EngineChoice("oracle")
    assert choice.open() is None
    assert choice.trouble.startswith("There is no engine “oracle”")
    assert choice.trouble.endswith("The built-in engine finds the names.")
    choice.use("rules", "")
    assert choice.open() is not None
    assert choice.open() is choice.open()
    assert not choice.trouble


def test_a_model_that_is_not_there_is_told() -> None:
    choice = EngineChoice("spacy", "/no/such/model")
    assert choice.open() is None
    assert choice.trouble.endswith((".", "”."))


def test_an_open_engine_is_used_as_it_is() -> None:
    engine = object()
    assert EngineChoice(engine).open() is engine


def test_every_choice_is_explained() -> None:
    assert all(name and label and note for name, label, note in choices())

"""Which engine finds the names: chosen by name, opened when first needed; the built-in one goes on."""

from __future__ import annotations

from threading import Lock
from typing import Any

from desktop_app.model import TwicetoldError
from desktop_app.ui.wording import translate


def choices() -> list[tuple[str, str, str]]:
    """Return the engines beside the built-in one: name, label, what it needs."""

    return [
        (
            "rules",
            translate("EngineChoice", "Rules alone"),
            translate("EngineChoice", "The built-in rules without the weights learned from articles."),
        ),
        (
            "spacy",
            translate("EngineChoice", "spaCy"),
            translate(
                "EngineChoice", "Needs the package spacy and a model you installed, such as en_core_web_md."
            ),
        ),
        (
            "gliner",
            translate("EngineChoice", "GLiNER"),
            translate("EngineChoice", "Needs the package gliner and a model folder on this computer."),
        ),
    ]


class EngineChoice:
    """Opens the chosen engine once; may be asked from a worker.

    ``trouble`` is the sentence that says why the built-in engine goes on instead, empty when all is well.
    """

    def __init__(self, engine: Any = None, model: str = "") -> None:
        """``engine`` is a name, an engine that is open already, or nothing for the built-in one."""
        self.trouble = ""
        self._lock = Lock()
        self._name = engine if isinstance(engine, str) else ""
        self._engine = None if isinstance(engine, str) else engine
        self._model = model
        self._tried = not self._name

    def use(self, name: str, model: str) -> None:
        """Choose another engine for the next comparison; an empty name means the built-in one."""
        with self._lock:
            self._name, self._model = name, model
            self._engine, self._tried, self.trouble = None, not name, ""

    def open(self) -> Any:
        """Return the engine, or None for the built-in one."""
        with self._lock:
            if not self._tried:
                self._tried = True
                from desktop_app.extract.engines import make_engine

                try:
                    self._engine = make_engine(self._name, self._model)
                except TwicetoldError as error:
                    self.trouble = " ".join(
                        (
                            str(error),
                            translate("EngineChoice", "The built-in engine finds the names."),
                        )
                    )
            return self._engine

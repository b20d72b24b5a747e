"""What packages without a window say is told in the window's language."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app.compare import compare, summarize
from desktop_app.ingest import load
from desktop_app.text import phrases
from desktop_app.ui.app import prepare


class Shouting(QTranslator):
    """Another language: the same in capitals, the names in braces as they are."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:  # noqa: ARG002
        parts = re.split(r"(\{\w+\})", text)
        return "".join(part if part.startswith("{") else part.upper() for part in parts)


def test_the_summary_speaks_the_language_of_the_window(
    dressed: QApplication, sources: tuple[Path, Path]
) -> None:
    comparison = compare(*(load(source) for source in sources))
    prepare(dressed)
    shouting = Shouting(dressed)
    english = summarize(comparison)
    try:
        dressed.installTranslator(shouting)
        names = {name for row in comparison.entities for name in (row.name, row.name.upper())}
        told = " ".join(summarize(comparison))
        for name in names:
            told = told.replace(name, name.upper())
        assert told == " ".join(english).upper()
    finally:
        dressed.removeTranslator(shouting)
        phrases.install()
    assert summarize(comparison) == english

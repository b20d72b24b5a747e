"""What packages without a window say is told in the window's language."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from said_templates import PACKAGE, said_templates

from desktop_app.compare import compare, summarize
from desktop_app.ingest import load
from desktop_app.text import phrases
from desktop_app.ui import phrase_list
from desktop_app.ui.actions import ACTIONS, MENUS
from desktop_app.ui.app import prepare
from desktop_app.ui.commands.files import EXPORTS
from desktop_app.ui.main_window import MainWindow


class Shouting(QTranslator):
    """Another language: the same in capitals, the names in braces as they are."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:  # noqa: ARG002
        parts = re.split(r"(\{\w+\})", text)
        return "".join(part if part.startswith("{") else part.upper() for part in parts)


class Listening(QTranslator):
    """Another language that knows no word yet, but hears what it is asked for."""

    def __init__(self, asked: set[tuple[str, str]], parent: QObject) -> None:
        super().__init__(parent)
        self._asked = asked

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str | None:  # noqa: ARG002
        if text:
            self._asked.add((context, text))
        return None


def test_every_sentence_of_the_other_packages_is_listed() -> None:
    plain, counted = said_templates()
    assert len(plain) > 10
    assert set(phrase_list.SENTENCES) == plain
    assert set(phrase_list.COUNTED_SENTENCES) == counted
    for one in (phrase_list.SENTENCES, phrase_list.COUNTED_SENTENCES):
        assert list(one) == sorted(set(one))


def test_every_text_of_the_tables_is_listed() -> None:
    assert set(phrase_list.ACTIONS) == {text for spec in ACTIONS for text in (spec.text, spec.tip) if text}
    assert set(phrase_list.MENUS) >= {f"&{name}" for name in MENUS}
    assert set(phrase_list.EXPORTS) == set(EXPORTS.values())


def test_the_translators_tool_finds_every_text_in_its_context(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "words.ts"
    sources = [str(path) for path in sorted((PACKAGE / "ui").rglob("*.py"))]
    tool = Path(PySide6.__file__).parent / "lupdate"
    if not tool.exists():
        pytest.skip("lupdate is not where this platform keeps it")
    subprocess.run([tool, "-silent", *sources, "-ts", target], check=True, timeout=60)
    listed: dict[str, set[str]] = {}
    root = ElementTree.parse(target).getroot()  # noqa: S314 - written a moment ago
    for context in root.iter("context"):
        texts = {str(source.text) for source in context.iter("source")}
        listed[context.findtext("name") or ""] = texts
    assert "" not in listed  # a text without a context is never looked up
    assert set(phrase_list.SENTENCES) <= listed["Phrases"]
    asked: set[tuple[str, str]] = set()
    listening = Listening(asked, opened)
    QCoreApplication.installTranslator(listening)
    try:
        window = MainWindow(opened.settings)
        qtbot.addWidget(window)
        window.opening.show_pair(opened.opened)
        qtbot.waitUntil(lambda: window.view.index is not None)
        for name in ("quotationView", "changeView", "linkView", "entityView"):
            window.sidebar.show_tab(name)
        window.view.go_to_link(2)
        window.sidebar.compare_card.set_link(window.comparison, 1)
        window.find_bar.show()
        window.commands.files.make_start_page()
        window.close()
    finally:
        QCoreApplication.removeTranslator(listening)
    # A text of a class is asked for by the names of its bases as well, and Qt asks for its own.
    ours = {text for context, text in asked if not re.match(r"Q[A-Z]", context)}
    assert len(ours) > 150
    assert not ours - {text for context, text in asked if text in listed.get(context, ())}


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

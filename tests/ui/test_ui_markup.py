"""Markup in what was opened is words to the window: it shows them, and loads and runs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hands import settle
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings

PICTURE = '<img src="file:///there/x.png">'
STORY = (
    "Ferry {0} stopped\n\nMayor <b>Ada Holm</b> of {0} Velmar said on {1}: “We left at {0} five.”\n\n"
    "The ferry cost {2} million crowns, {0} said Ada Holm.\n"
)


def taken_for_markup() -> list[str]:
    """Return the texts in labels and tool tips that Qt would read as markup with the picture in it."""
    found = []
    for widget in QApplication.allWidgets():
        texts = [widget.toolTip()]
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            texts.append(widget.text())
        found += [text for text in texts if "<img" in text and Qt.mightBeRichText(text)]
    return found


@pytest.fixture
def window(dressed: QApplication, settings: Settings, qtbot: QtBot) -> MainWindow:
    assert dressed is not None
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made


def test_markup_in_texts_and_names_stays_words(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    left, right = tmp_path / "<img src=a><b>left.txt", tmp_path / "<img src=b>right.txt"
    left.write_text(STORY.format(PICTURE, "Monday", 30), encoding="utf-8")
    right.write_text(STORY.format(PICTURE, "Tuesday", 40), encoding="utf-8")
    said: list[str] = []
    window.session.progressed.connect(lambda _fraction, message: said.append(message))
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(str(left), str(right))
    for name in ("nextChange", "nextLink", "nextOnlyHere"):
        window.actions_table[name].trigger()
        settle(window)
        assert taken_for_markup() == []
    assert said
    header = window.findChild(QWidget, "leftHeader")
    assert header is not None
    assert "&lt;img" in header.toolTip()
    assert PICTURE in header.accessibleDescription()


@pytest.mark.parametrize("content", [None, b"\x7fELF", b""])
def test_markup_in_the_name_of_what_cannot_be_opened_stays_words(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, content: bytes | None
) -> None:
    there = tmp_path / "there.txt"
    there.write_text("Ferry stopped", encoding="utf-8")
    bad = tmp_path / "<img src=a><b>story.txt"
    if content is not None:
        bad.write_bytes(content)
    with qtbot.waitSignal(window.session.failed, timeout=20_000):
        window.open_pair(str(bad), str(there))
    assert "<img src=a>" in window.notice.label.text()
    assert taken_for_markup() == []

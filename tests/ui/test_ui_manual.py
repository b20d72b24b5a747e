"""The manual: pages lead to each other, nothing else is opened."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt, QUrl
from pytestqt.qtbot import QtBot

from desktop_app.assets import resource_path
from desktop_app.ui.dialogs.manual import ManualDialog


@pytest.fixture
def manual(qtbot: QtBot) -> ManualDialog:
    dialog = ManualDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_links_lead_from_page_to_page_and_back(manual: ManualDialog, qtbot: QtBot) -> None:
    first = manual.page.toPlainText()
    assert not manual.back.isEnabled()
    manual.page.anchorClicked.emit(QUrl("quotes.md"))
    assert manual.page.toPlainText() != first
    qtbot.mouseClick(manual.back, Qt.MouseButton.LeftButton)
    assert manual.page.toPlainText() == first
    assert not manual.back.isEnabled()


@pytest.mark.parametrize(
    "target", ["https://example.org/x.md", "../schema/x.md", "/etc/passwd", "file:///x.md"]
)
def test_nothing_but_pages_is_opened(manual: ManualDialog, target: str) -> None:
    first = manual.page.toPlainText()
    manual.page.anchorClicked.emit(QUrl(target))
    assert manual.page.toPlainText() == first


def test_every_page_can_be_reached(manual: ManualDialog) -> None:
    pages = {path.name for path in resource_path("manual").glob("*.md")}
    seen, waiting = set(), ["index.md"]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        text = resource_path(f"manual/{name}").read_text(encoding="utf-8")
        waiting += re.findall(r"\]\(([\w-]+\.md)\)", text)
        manual.page.anchorClicked.emit(QUrl(name))
        assert len(manual.page.toPlainText()) > 200
    assert seen == pages

"""The empty window offers drop, open, paste, samples and what was read before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.paste import PasteDialog
from desktop_app.ui.dropping import dropped_sources
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.start_page import EntryButton, StartPage
from desktop_app.ui.theme import ThemeManager


@pytest.fixture
def page(dressed: QApplication, qtbot: QtBot) -> StartPage:
    made = StartPage(ThemeManager(dressed, "light", dressed))
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    return made


def files(*names: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(name) for name in names])
    return data


def test_buttons_ask_for_dialogs(page: StartPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_requested):
        qtbot.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.paste_requested):
        page.paste_button.setFocus()
        qtbot.keyClick(page.paste_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(page.paste_requested):
        qtbot.keyClick(page.paste_button, Qt.Key.Key_Return)


def test_samples_and_recent_pairs_are_chosen(page: StartPage, qtbot: QtBot) -> None:
    page.set_samples([("01_bridge", "A bridge", "Merged paragraphs")])
    page.set_recent([("/a/one.txt", "/a/two.txt"), ("https://example.org/news/story", "/b/three.txt")])
    buttons = {button.accessibleName(): button for button in page.findChildren(EntryButton)}
    assert list(buttons) == ["A bridge", "one.txt ↔ two.txt", "story ↔ three.txt"]
    assert buttons["story ↔ three.txt"].accessibleDescription() == "example.org · /b"
    with qtbot.waitSignal(page.sample_chosen) as chosen:
        qtbot.mouseClick(buttons["A bridge"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["01_bridge"]
    with qtbot.waitSignal(page.recent_chosen) as chosen:
        buttons["one.txt ↔ two.txt"].setFocus()
        qtbot.keyClick(buttons["one.txt ↔ two.txt"], Qt.Key.Key_Space)
    assert chosen.args == ["/a/one.txt", "/a/two.txt"]
    with qtbot.waitSignal(page.sample_chosen) as chosen:
        buttons["A bridge"].setFocus()
        qtbot.keyClick(buttons["A bridge"], Qt.Key.Key_Enter)
    assert chosen.args == ["01_bridge"]
    page.set_recent([])
    assert [b.accessibleName() for b in page.findChildren(EntryButton) if b.isVisible()] == ["A bridge"]


def test_what_an_entry_is_about_is_told_whole_and_a_path_in_one_line(page: StartPage, qtbot: QtBot) -> None:
    page.set_samples(
        [("a", "Short", "Figures"), ("b", "Long", "Figures that rise and names that change " * 4)]
    )
    page.set_recent([(f"/stories/{'deep' * 60}/one.txt", "/stories/two.txt")])
    short, long = (b for b in page.findChildren(EntryButton) if b.accessibleName() in ("Short", "Long"))
    path = next(b for b in page.findChildren(EntryButton) if "one.txt" in b.accessibleName())
    qtbot.waitUntil(lambda: long.height() > short.height())
    assert path.height() == short.height()
    before = long.height()
    page.resize(360, 700)
    qtbot.waitUntil(lambda: long.height() > before)
    assert page.horizontalScrollBar().maximum() == 0


def test_recent_projects_are_offered_first(page: StartPage, qtbot: QtBot) -> None:
    page.set_recent([("/a/one.txt", "/a/two.txt")])
    page.set_projects([f"/stories/{name}.twicetold" for name in ("crane", "ferry", "a", "b", "c", "d")])
    buttons = [button for button in page.findChildren(EntryButton) if button.isVisible()]
    buttons.sort(key=lambda button: button.mapTo(page, QPoint(0, 0)).y())
    assert [b.accessibleName() for b in buttons][:2] == ["crane.twicetold", "ferry.twicetold"]
    assert len(buttons) == 6
    with qtbot.waitSignal(page.project_chosen) as chosen:
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == ["/stories/ferry.twicetold"]


def test_files_are_dropped(page: StartPage, qtbot: QtBot) -> None:
    data = files("/a/one.txt", "/a/two.txt")
    where, copy = QPoint(300, 200), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(where, copy, data, buttons, keys)
    QApplication.sendEvent(page.viewport(), enter)
    assert enter.isAccepted()
    with qtbot.waitSignal(page.sources_dropped) as dropped:
        QApplication.sendEvent(page.viewport(), QDropEvent(where, copy, data, buttons, keys))
    assert dropped.args == [["/a/one.txt", "/a/two.txt"]]


def test_words_dropped_wait_for_the_other_text(window: MainWindow) -> None:
    window.show_start()
    assert window.start_page is not None
    data = QMimeData()
    data.setText("A story\n\nThe crane fell on Monday.")
    where, copy = QPoint(300, 200), Qt.DropAction.CopyAction
    hands = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    area = window.start_page.viewport()
    for kind in (QDragEnterEvent, QDropEvent):
        event = kind(where, copy, data, *hands)
        QApplication.sendEvent(area, event)
        assert event.isAccepted()
    dialog = window.findChild(PasteDialog)
    assert dialog is not None
    assert dialog.left.text.startswith("A story")
    assert dialog.focusWidget() is dialog.right.field
    dialog.reject()


def test_an_address_dropped_as_text_is_an_address() -> None:
    data = QMimeData()
    data.setText(" https://example.org/story \n")
    assert dropped_sources(data) == ["https://example.org/story"]


def test_only_files_and_addresses_are_taken() -> None:
    data = files("/a/one.txt")
    data.setUrls([*data.urls(), QUrl("https://example.org/x"), QUrl("mailto:somebody@example.org")])
    assert dropped_sources(data) == ["/a/one.txt", "https://example.org/x"]
    assert dropped_sources(QMimeData()) == []
    data.setUrls([QUrl("file://"), QUrl("file:"), QUrl("file:///a/two.txt")])
    assert dropped_sources(data) == ["/a/two.txt"]

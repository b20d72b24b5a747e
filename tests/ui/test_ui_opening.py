"""Reading while a pair is compared: both texts at once, links later, and what cancelling leaves."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import all_ended, settle, values, wheel, word_at_line
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_pairs import made_pair

from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article, Entity, Progress, Side, no_progress
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings
from desktop_app.ui.start_page import StartPage

Files = tuple[Path, Path]


class SlowEngine(RuleEngine):
    """Finds names only while its gate is open."""

    def __init__(self) -> None:
        self.gate = threading.Event()

    def find(self, article: Article, progress: Progress = no_progress) -> tuple[Entity, ...]:
        while not self.gate.wait(0.01):
            progress(0.1, "Waiting for the gate")
        return super().find(article, progress)


@pytest.fixture
def engine() -> SlowEngine:
    return SlowEngine()


@pytest.fixture
def slow(dressed: QApplication, settings: Settings, qtbot: QtBot, engine: SlowEngine) -> Iterator[MainWindow]:
    """A window that compares only when the engine's gate is open."""
    assert dressed is not None
    made = MainWindow(settings, engine)
    qtbot.addWidget(made, before_close_func=lambda window: window.workbench.stack.setClean())
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()


def write(folder: Path, name: str, number: int, count: int = 60) -> Files:
    comparison = made_pair(number, count=count)
    paths = []
    for side in Side:
        paths.append(folder / f"{name}-{side}.txt")
        text = "\n\n".join(paragraph.text for paragraph in comparison.article(side).paragraphs)
        paths[-1].write_text(text, encoding="utf-8")
    return paths[0], paths[1]


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return write(tmp_path, "first", 3)


@pytest.fixture
def others(tmp_path: Path) -> Files:
    return write(tmp_path, "second", 4)


def wait_for_texts(window: MainWindow, qtbot: QtBot) -> None:
    opening, view = window.opening, window.view
    qtbot.waitUntil(lambda: opening.texts is not None and view.index is not None, timeout=10_000)


def open_whole(window: MainWindow, engine: SlowEngine, files: Files, qtbot: QtBot) -> None:
    engine.gate.set()
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(*files)
    qtbot.waitUntil(lambda: window.view.index is not None)
    engine.gate.clear()


def screen_y(window: MainWindow, side: Side, at: tuple[int, int]) -> float:
    pane = window.view.panes[side]
    return pane.caret_rect(*at).top() - pane.verticalScrollBar().value()


def test_both_texts_are_read_and_scrolled_while_they_are_compared(
    slow: MainWindow, files: Files, qtbot: QtBot
) -> None:
    view, waiting = slow.view, slow.sidebar.waiting
    slow.open_pair(*files)
    wait_for_texts(slow, qtbot)
    assert waiting.isVisible()
    assert waiting.stop.isVisible()
    assert not waiting.go_on.isVisible()
    assert slow.status.bar.isVisible()
    assert "first-left.txt" in slow.windowTitle()
    assert slow.comparison is None
    for side in Side:
        assert view.panes[side].article.paragraphs[5].text in view.panes[side].toPlainText()
        assert view.panes[side].bands == []
        assert "also on" not in view.headers[side].facts.text()
    for name, can in {"find": True, "copy": True, "nextLink": False, "exportReport": False}.items():
        assert slow.actions_table[name].isEnabled() is can, name
    for _ in range(9):
        wheel(view.panes[Side.LEFT], -120)
    assert min(values(view)) > 200


def test_links_come_in_without_moving_the_word_that_is_read(
    slow: MainWindow, engine: SlowEngine, files: Files, qtbot: QtBot
) -> None:
    view = slow.view
    slow.open_pair(*files)
    wait_for_texts(slow, qtbot)
    for side in (Side.LEFT, Side.RIGHT):
        for _ in range(8):
            wheel(view.panes[side], -120)
        if side is Side.RIGHT:
            break
        assert values(view)[0] > 0
    word = word_at_line(view, Side.RIGHT)
    before = screen_y(slow, Side.RIGHT, word)
    slow.actions_table["find"].trigger()
    slow.find_bar.field.setText("harbour")
    qtbot.waitUntil(lambda: slow.finding._hits != [])
    with qtbot.waitSignal(slow.comparison_ready, timeout=20_000):
        engine.gate.set()
    assert len(view.structure.links) > 20
    assert abs(screen_y(slow, Side.RIGHT, word) - before) <= 1.0 + slow.find_bar.height() * 0.3
    assert slow.finding._hits != []
    assert not slow.sidebar.waiting.isVisible()
    assert slow.sidebar.entity_view.isVisible()
    assert slow.actions_table["nextLink"].isEnabled()
    assert "also on" in view.headers[Side.LEFT].facts.text()


def test_a_reader_at_the_top_sees_nothing_move(
    slow: MainWindow, engine: SlowEngine, files: Files, qtbot: QtBot
) -> None:
    slow.open_pair(*files)
    wait_for_texts(slow, qtbot)
    with qtbot.waitSignal(slow.comparison_ready, timeout=20_000):
        engine.gate.set()
    assert values(slow.view) == (0, 0)


def test_cancelling_leaves_the_texts_and_a_way_back_to_the_pair_before(
    slow: MainWindow, engine: SlowEngine, files: Files, others: Files, qtbot: QtBot
) -> None:
    open_whole(slow, engine, files, qtbot)
    slow.view.go_to_link(9)
    slow.actions_table["confirmLink"].trigger()
    slow.workbench.stack.setClean()
    before, at = slow.comparison, values(slow.view)
    slow.open_pair(*others)
    wait_for_texts(slow, qtbot)
    assert not slow.actions_table["undo"].isEnabled()
    assert not slow.actions_table["saveProject"].isEnabled()
    slow.sidebar.waiting.stop.setFocus()
    slow.sidebar.waiting.stop.click()
    qtbot.waitUntil(lambda: not slow.session.busy)
    assert slow.focusWidget() in slow.view.panes.values()  # one can read on
    assert "second-left.txt" in slow.windowTitle()
    assert slow.status.go_on.isVisible()
    assert slow.sidebar.waiting.go_on.isVisible()
    assert "before" in slow.status.back.text()
    slow.status.back.click()
    assert slow.comparison is before
    qtbot.waitUntil(lambda: slow.view.index is not None)
    assert values(slow.view) == at
    assert "first-left.txt" in slow.windowTitle()
    assert slow.actions_table["undo"].isEnabled()
    assert not slow.status.go_on.isVisible()
    assert slow.sidebar.entity_view.isVisible()


def test_texts_that_were_not_compared_can_be_compared_after_all(
    slow: MainWindow, engine: SlowEngine, files: Files, qtbot: QtBot
) -> None:
    slow.open_pair(*files)
    wait_for_texts(slow, qtbot)
    slow.status.stop.click()
    qtbot.waitUntil(lambda: slow.status.go_on.isVisible())
    assert slow.status.facts.text() == "Not compared"
    wheel(slow.view.panes[Side.LEFT], -480)
    at = values(slow.view)[0]
    engine.gate.set()
    with qtbot.waitSignal(slow.comparison_ready, timeout=20_000):
        slow.sidebar.waiting.go_on.setFocus()
        qtbot.mouseClick(slow.sidebar.waiting.go_on, Qt.MouseButton.LeftButton)
        assert slow.focusWidget() in slow.view.panes.values()
    assert values(slow.view)[0] == at
    assert slow.comparison is not None
    assert not slow.status.go_on.isVisible()


def test_closing_the_first_texts_leads_to_the_start_page(
    slow: MainWindow, files: Files, qtbot: QtBot
) -> None:
    slow.open_pair(*files)
    wait_for_texts(slow, qtbot)
    slow.status.stop.click()
    assert slow.status.back.text() == "Close"
    assert slow.status.hint.isVisible()
    slow.actions_table["closePair"].trigger()
    assert not slow.status.hint.isVisible()  # its keys are for texts
    assert isinstance(slow.stack.currentWidget(), StartPage)
    assert slow.opening.texts is None
    assert slow.windowTitle().replace("[*]", "") == "Twicetold"


def test_a_third_pair_still_leads_back_to_the_first(
    slow: MainWindow, engine: SlowEngine, files: Files, others: Files, tmp_path: Path, qtbot: QtBot
) -> None:
    open_whole(slow, engine, files, qtbot)
    before = slow.comparison
    slow.open_pair(*others)
    wait_for_texts(slow, qtbot)
    third = write(tmp_path, "third", 5)
    slow.open_pair(*third)
    qtbot.waitUntil(lambda: slow.opening.texts is not None and "third" in slow.opening.texts.left)
    slow.actions_table["closePair"].trigger()
    assert slow.comparison is before


def test_sources_read_again_keep_the_word_and_can_be_given_up(
    slow: MainWindow, engine: SlowEngine, files: Files, qtbot: QtBot
) -> None:
    view = slow.view
    open_whole(slow, engine, files, qtbot)
    wheel(view.panes[Side.LEFT], -1200)
    word = word_at_line(view, Side.LEFT)
    text = view.panes[Side.LEFT].article.paragraphs[word[0]].text
    y, before, at = screen_y(slow, Side.LEFT, word), slow.comparison, values(view)
    new = "The harbour office adds a line that stands above all others.\n\n"
    files[0].write_text(new + files[0].read_text(encoding="utf-8"), encoding="utf-8")

    def again() -> tuple[int, int]:
        return next((p.index, word[1]) for p in view.panes[Side.LEFT].article.paragraphs if p.text == text)

    slow.actions_table["readSourcesAgain"].trigger()
    wait_for_texts(slow, qtbot)
    assert view.panes[Side.LEFT].toPlainText().startswith(new.strip())
    assert again()[0] == word[0] + 1
    assert abs(screen_y(slow, Side.LEFT, again()) - y) <= 1
    slow.status.stop.click()
    qtbot.waitUntil(lambda: slow.comparison is before)
    qtbot.waitUntil(lambda: view.index is not None)
    assert values(view) == at
    assert not slow.sidebar.waiting.isVisible()
    engine.gate.set()
    slow.actions_table["readSourcesAgain"].trigger()
    qtbot.waitUntil(lambda: slow.workbench.stack.count() == 1, timeout=10_000)
    qtbot.waitUntil(lambda: view.index is not None)
    assert abs(screen_y(slow, Side.LEFT, again()) - y) <= 1
    slow.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: view.index is not None)
    assert abs(screen_y(slow, Side.LEFT, word) - y) <= 1
    assert not slow.status.bar.isVisible()


def test_closing_sources_read_again_gives_them_up(
    slow: MainWindow, engine: SlowEngine, files: Files, qtbot: QtBot
) -> None:
    open_whole(slow, engine, files, qtbot)
    before = slow.comparison
    files[1].write_text("A new line.\n\n" + files[1].read_text(encoding="utf-8"), encoding="utf-8")
    slow.actions_table["readSourcesAgain"].trigger()
    wait_for_texts(slow, qtbot)
    slow.actions_table["closePair"].trigger()
    engine.gate.set()
    all_ended(slow, qtbot)
    assert slow.comparison is before
    assert slow.workbench.stack.count() == 0
    assert not slow.status.bar.isVisible()


def test_sources_that_did_not_change_are_not_compared_again(
    slow: MainWindow, engine: SlowEngine, files: Files, qtbot: QtBot
) -> None:
    open_whole(slow, engine, files, qtbot)
    said: list[str] = []
    slow.statusBar().messageChanged.connect(said.append)
    slow.actions_table["readSourcesAgain"].trigger()  # the gate is closed: a comparison would never end
    qtbot.waitUntil(lambda: any("not changed" in text for text in said), timeout=10_000)
    assert slow.workbench.stack.count() == 0
    assert slow.opening.texts is None


def test_reading_is_told_where_nothing_else_is_on_screen(
    slow: MainWindow, engine: SlowEngine, files: Files, tmp_path: Path, qtbot: QtBot
) -> None:
    waiting = slow.sidebar.waiting
    slow.opening._slow.setInterval(0)
    slow.open_pair(*files)
    qtbot.waitUntil(lambda: waiting.isVisible() and waiting.title.text() == "Reading …")
    wait_for_texts(slow, qtbot)
    assert waiting.title.text() == "Comparing …"
    engine.gate.set()
    with qtbot.waitSignal(slow.comparison_ready, timeout=20_000):
        pass
    assert not waiting.isVisible()
    slow.open_pair(*write(tmp_path, "another", 6))  # the pair on screen stays until the texts are there
    settle(slow)
    assert not waiting.isVisible() or waiting.title.text() == "Comparing …"


def test_what_cannot_be_read_leaves_nothing_waiting(slow: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    slow.opening._slow.setInterval(0)
    slow.open_pair(tmp_path / "gone.txt", tmp_path / "lost.txt")
    qtbot.waitUntil(lambda: isinstance(slow.stack.currentWidget(), StartPage))
    slow.show_reader()
    assert not slow.sidebar.waiting.isVisible()

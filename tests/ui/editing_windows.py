"""Windows to edit in: two files that tell of the same crane, opened for real."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from made_comparisons import LEFT, RIGHT
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.model import Alignment, Link, Side, Span
from desktop_app.project import Project
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings

Opener = Callable[..., MainWindow]


@pytest.fixture
def sources(tmp_path: Path) -> tuple[Path, Path]:
    """Two files that tell of the same crane."""
    files = tmp_path / "left.txt", tmp_path / "right.txt"
    for file, paragraphs in zip(files, (LEFT, RIGHT), strict=True):
        file.write_text("\n\n".join(text for _, text in paragraphs), encoding="utf-8")
    return files


@pytest.fixture
def open_window(
    dressed: QApplication, settings: Settings, qtbot: QtBot, sources: tuple[Path, Path], tmp_path: Path
) -> Opener:
    """Open windows on the two files or on a project; unsaved work in them is thrown away at the end."""

    assert dressed.applicationName() is not None

    def forget(window: MainWindow) -> None:
        window.workbench.stack.setClean()

    def opened(*source: Path) -> MainWindow:
        window = MainWindow(settings)
        window.keeper._folder = tmp_path / "recovery"
        qtbot.addWidget(window, before_close_func=forget)
        window.resize(1300, 800)
        window.show()
        with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
            window.open_source(tuple(str(path) for path in (source or sources)))
        qtbot.waitUntil(lambda: window.view.index is not None and not window.view.filler.busy, timeout=20_000)
        return window

    return opened


@pytest.fixture
def pair(open_window: Opener) -> MainWindow:
    """A window with the pair open."""
    return open_window()


def put_carets(window: MainWindow, left: int, right: int) -> None:
    window.view.panes[Side.LEFT].select(Span(left, 1, 1))
    window.view.panes[Side.RIGHT].select(Span(right, 1, 1))


def press(window: MainWindow, qtbot: QtBot, keys: str, side: Side = Side.LEFT) -> None:
    """Press keys in a pane, as a person would."""
    pane = window.view.panes[side]
    window.activateWindow()
    pane.setFocus()
    qtbot.keySequence(pane, keys)


def settled(window: MainWindow, qtbot: QtBot) -> Project:
    qtbot.waitUntil(lambda: window.workbench.settled, timeout=10_000)
    project = window.workbench.project
    assert project is not None
    return project


def link_by_hand(window: MainWindow, qtbot: QtBot, left: int, right: int) -> Project:
    """Link two paragraphs by the carets and L, and return the project once all is compared anew."""
    put_carets(window, left, right)
    press(window, qtbot, "L")
    return settled(window, qtbot)


def alignment_of(window: MainWindow) -> Alignment:
    comparison = window.comparison
    assert comparison is not None
    return comparison.alignment


def groups(window: MainWindow) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(link.left, link.right) for link in alignment_of(window).links}


def link_at(window: MainWindow, side: Side, paragraph: int) -> Link | None:
    number = alignment_of(window).link_of(side, paragraph)
    return None if number is None else alignment_of(window).links[number]

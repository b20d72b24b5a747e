"""Fixtures for windows: our fonts, a fixed theme, settings of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from editing_windows import open_window, pair, sources  # noqa: F401 - fixtures
from made_comparisons import LEFT, RIGHT
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from ui_comparison import make_comparison

from desktop_app.model import Comparison
from desktop_app.ui import fonts
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reading.reading_view import ReadingView
from desktop_app.ui.settings import Settings
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.theme import ThemeManager, load_theme


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application with the program's own fonts."""
    fonts.install(qapp)
    return qapp


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard() -> Iterator[None]:
    """Leave nothing of ours on the clipboard: the offscreen platform destroys it after the interpreter."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings in a file of the test."""
    stored = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    stored.theme = "light"
    return stored


@pytest.fixture
def show_pair(dressed: QApplication, qtbot: QtBot) -> Callable[..., ReadingView]:  # noqa: ARG001
    """Show a comparison in a reading view of its own."""

    def show(comparison: Comparison, width: int = 1000, height: int = 760) -> ReadingView:
        view = ReadingView(load_theme(dark=False))
        qtbot.addWidget(view)
        view.resize(width, height)
        view.show()
        view.set_reading("", 12.0, 108, 68)
        view.set_comparison(comparison)
        qtbot.waitUntil(lambda: view.index is not None and not view.filler.busy, timeout=20_000)
        return view

    return show


@pytest.fixture
def window(dressed: QApplication, settings: Settings, qtbot: QtBot) -> Iterator[MainWindow]:  # noqa: ARG001
    """A main window without a pair."""
    made = MainWindow(settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    yield made
    made.close()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = []
    for name, paragraphs in (("left", LEFT), ("right", RIGHT)):
        path = tmp_path / f"{name}.txt"
        path.write_text("\n\n".join(text for _, text in paragraphs), encoding="utf-8")
        paths.append(path)
    return paths[0], paths[1]


@pytest.fixture
def opened(window: MainWindow, files: tuple[Path, Path], qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(*files)
    qtbot.waitUntil(lambda: window.view.index is not None, timeout=20_000)
    return window


@pytest.fixture
def themes(dressed: QApplication) -> ThemeManager:
    return ThemeManager(dressed, "light", dressed)


@pytest.fixture
def comparison() -> Comparison:
    return make_comparison()


@pytest.fixture
def sidebar(themes: ThemeManager, settings: Settings, comparison: Comparison, qtbot: QtBot) -> Sidebar:
    made = Sidebar(themes, settings)
    qtbot.addWidget(made)
    made.resize(352, 820)
    made.show()
    made.set_comparison(comparison)
    return made

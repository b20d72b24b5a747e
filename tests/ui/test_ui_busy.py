"""Progress is shown while there is work, and gone when the pair can be read."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from ui_comparison import LEFT, RIGHT

from desktop_app.ui.main_window import MainWindow


def test_progress_goes_when_the_pair_is_there(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    left, right = tmp_path / "left.txt", tmp_path / "right.txt"
    left.write_text("\n\n".join(LEFT), "utf-8")
    right.write_text("\n\n".join(RIGHT), "utf-8")
    busy: list[bool] = []
    window.session.opened.connect(lambda _: busy.append(window.session.busy))
    with qtbot.waitSignal(window.comparison_ready, timeout=20_000):
        window.open_pair(left, right)
        assert window.status.bar.isVisible()
    qtbot.waitUntil(lambda: window.view.index is not None)
    assert busy == [False]
    qtbot.waitUntil(lambda: not window.status.bar.isVisible())
    assert window.status.facts.isVisible()

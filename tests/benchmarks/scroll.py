"""One scroll step, with ribbons, against a bare pair of text views doing setValue; opening, theme, resize.

Goals: p99 of a step at most 8 ms on a news pair (at most 2 times the bare pair) and 16 ms at 3,000 paragraphs
a side (at most 3 times).
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui"))

from helpers import REAL_PAIR  # noqa: E402
from PySide6.QtCore import QPoint, QPointF, Qt  # noqa: E402
from PySide6.QtGui import QWheelEvent  # noqa: E402
from PySide6.QtWidgets import QApplication, QHBoxLayout, QTextEdit, QWidget  # noqa: E402
from ui_pairs import made_pair  # noqa: E402

from desktop_app.model import Comparison, Side  # noqa: E402
from desktop_app.ui import fonts  # noqa: E402
from desktop_app.ui.reading.reading_view import ReadingView  # noqa: E402
from desktop_app.ui.theme import load_theme  # noqa: E402

STEPS = 300


def news_pair() -> Comparison:
    """Return the real pair where it is at hand, else an invented one of the same length."""
    if not all(path.exists() for path in REAL_PAIR):
        return made_pair(1, count=16)
    from desktop_app.compare import compare
    from desktop_app.ingest import load

    return compare(load(REAL_PAIR[0]), load(REAL_PAIR[1]))


def wait(until: Callable[[], bool]) -> None:
    application = QApplication.instance()
    while not until():
        application.processEvents()


def steps_of(move: Callable[[int], None]) -> tuple[float, float]:
    """Return median and 99th percentile of a step with its painting, in milliseconds."""
    application = QApplication.instance()
    times = []
    for number in range(STEPS):
        begin = time.perf_counter()
        move(number)
        application.processEvents()
        times.append(1000 * (time.perf_counter() - begin))
    times.sort()
    return times[STEPS // 2], times[int(STEPS * 0.99)]


def wheel(target: QWidget, angle: int) -> None:
    at = QPointF(target.rect().center())
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, angle), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(target, event)


def measure(name: str, comparison: Comparison) -> None:
    application = QApplication.instance()
    view = ReadingView(load_theme(dark=False))
    view.resize(1080, 820)
    view.show()
    view.set_reading("", 12.0, 108, 68)
    begin = time.perf_counter()
    view.set_comparison(comparison)
    application.processEvents()
    painted = time.perf_counter() - begin
    wait(lambda: view.index is not None and not view.filler.busy)
    whole = time.perf_counter() - begin
    view.go_to_link(view.structure.walk[0])
    target = view.panes[Side.LEFT].viewport()
    # Up and down inside the text, so that every step paints.
    room = view.ruler.last - view.ruler.first
    there = max(4, min(STEPS // 2, int(room * 0.7 / 60)))
    view.moving.scroll_to(view.ruler.first)

    def turn(number: int) -> None:
        wheel(target, -120 if number % (2 * there) < there else 120)

    ours = steps_of(turn)
    bare = QWidget()
    row = QHBoxLayout(bare)
    edits = [QTextEdit(), QTextEdit()]
    for edit, side in zip(edits, Side, strict=True):
        edit.setFont(view.panes[side].document().defaultFont())
        edit.setPlainText("\n\n".join(p.text for p in comparison.article(side).paragraphs))
        row.addWidget(edit)
    bare.resize(1080, 820)
    bare.show()
    for _ in range(200):
        application.processEvents()

    def move(number: int) -> None:
        for edit in edits:
            bar = edit.verticalScrollBar()
            bar.setValue(bar.value() + (60 if number % (2 * there) < there else -60))

    plain = steps_of(move)
    begin = time.perf_counter()
    view.set_theme(load_theme(dark=True))
    application.processEvents()
    theme = time.perf_counter() - begin
    begin = time.perf_counter()
    view.resize(900, 700)
    application.processEvents()
    wait(lambda: not view.filler.busy)
    resized = time.perf_counter() - begin
    print(
        f"{name}: step p50 {ours[0]:.1f} p99 {ours[1]:.1f} ms; bare {plain[0]:.1f} and {plain[1]:.1f} ms; "
        f"ratio {ours[0] / plain[0]:.2f} (p99 {ours[1] / plain[1]:.2f}); opened to first paint "
        f"{painted * 1000:.0f} ms, laid out {whole * 1000:.0f} ms; theme {theme * 1000:.0f} ms; "
        f"resize {resized * 1000:.0f} ms"
    )
    bare.close()
    view.close()


def main() -> int:
    application = QApplication.instance() or QApplication([])
    fonts.install(application)
    measure("news pair", news_pair())
    measure("3,000 paragraphs a side", made_pair(7, count=3000, movers=5))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The longest stretch without the event loop while a pair of 10,000 paragraphs a side loads and compares.

Goal: at most 50 ms. Prints the longest stretches and the phase in which each fell.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "ui"))

from PySide6.QtCore import QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402
from ui_pairs import made_pair  # noqa: E402

from desktop_app.model import Side  # noqa: E402
from desktop_app.ui import fonts  # noqa: E402
from desktop_app.ui.main_window import MainWindow  # noqa: E402
from desktop_app.ui.settings import Settings  # noqa: E402

LONGEST = 600


def main() -> int:
    count = int(os.environ.get("PARAGRAPHS", "10000"))
    application = QApplication.instance() or QApplication([])
    fonts.install(application)
    with tempfile.TemporaryDirectory() as folder:
        made = made_pair(3, count=count, movers=8)
        paths = []
        for side in Side:
            path = Path(folder) / f"{side}.txt"
            path.write_text("\n\n".join(p.text for p in made.article(side).paragraphs), encoding="utf-8")
            paths.append(path)
        window = MainWindow(Settings(QSettings(f"{folder}/s.ini", QSettings.Format.IniFormat)))
        window.resize(1440, 900)
        window.show()
        for _ in range(20):
            application.processEvents()
        gaps: list[tuple[float, str]] = []
        phase = ["compare"]
        last = [time.perf_counter()]

        def beat() -> None:
            now = time.perf_counter()
            gaps.append((now - last[0], phase[0]))
            last[0] = now

        def ready() -> None:
            phase[0] = "lay out"

        timer = QTimer()
        timer.setInterval(2)
        timer.timeout.connect(beat)
        timer.start()
        window.comparison_ready.connect(ready)
        window.session.progressed.connect(lambda _, message: phase.__setitem__(0, message or phase[0]))
        begin = time.perf_counter()
        last[0] = begin
        window.open_pair(*paths)
        done = 0.0
        while time.perf_counter() - begin < LONGEST:
            application.processEvents()
            if window.view.index is not None and not window.view.filler.busy and not window.session.busy:
                if not done:
                    done = time.perf_counter()
                if time.perf_counter() - done > 0.5:
                    break
        timer.stop()
        gaps.sort(reverse=True)
        worst = "; ".join(f"{1000 * gap:.0f} ms ({name})" for gap, name in gaps[:8])
        print(f"{count} paragraphs a side: ready after {done - begin:.1f} s; longest stretches: {worst}")
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

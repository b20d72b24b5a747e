"""The longest stretch without the event loop while a pair of 10,000 paragraphs a side loads and compares.

Goal: at most 50 ms. Prints when both texts can be read; the longest stretches, and the phase in which each
fell: as the clock saw them, and as processor time of the window's own thread, which other programs do not
lengthen.
``PARAGRAPHS=3000`` in the environment measures a shorter pair.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[1])]

from compare_scale import story  # noqa: E402
from PySide6.QtCore import QEventLoop, QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

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
        paths = []
        for side, texts in zip(Side, story(count), strict=True):
            path = Path(folder) / f"{side}.txt"
            path.write_text("\n\n".join(texts), encoding="utf-8")
            paths.append(path)
        window = MainWindow(Settings(QSettings(f"{folder}/s.ini", QSettings.Format.IniFormat)))
        window.resize(1440, 900)
        window.show()
        for _ in range(20):
            application.processEvents()
        gaps: list[tuple[float, str]] = []
        own: list[tuple[float, str]] = []
        phase = ["compare"]
        last = [time.perf_counter(), time.thread_time()]

        def beat() -> None:
            now = [time.perf_counter(), time.thread_time()]
            gaps.append((now[0] - last[0], phase[0]))
            own.append((now[1] - last[1], phase[0]))
            last[:] = now

        def ready() -> None:
            phase[0] = "lay out"

        timer = QTimer()
        timer.setInterval(2)
        timer.timeout.connect(beat)
        timer.start()
        window.comparison_ready.connect(ready)
        window.session.progressed.connect(lambda _, message: phase.__setitem__(0, message or phase[0]))
        begin = time.perf_counter()
        last[:] = [begin, time.thread_time()]
        window.open_pair(*paths)
        done = shown = scrolls = 0.0
        while time.perf_counter() - begin < LONGEST:
            # Sleeps between events, as a program that nobody touches does.
            application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            now = time.perf_counter()
            if not shown and window.view.comparison is not None:
                shown = now
            if not scrolls and window.view.index is not None:
                scrolls = now
            if window.view.index is not None and not window.view.filler.busy and not window.session.busy:
                if not done:
                    done = time.perf_counter()
                if time.perf_counter() - done > 0.5:
                    break
        timer.stop()
        print(
            f"{count} paragraphs a side: both texts are shown after {shown - begin:.1f} s and laid out after "
            f"{scrolls - begin:.1f} s, links follow after {done - begin:.0f} s (goal for stretches 50 ms)"
        )
        for name, found in (("by the clock", gaps), ("the window's own", own)):
            found.sort(reverse=True)
            worst = "; ".join(f"{1000 * gap:.0f} ms ({phase})" for gap, phase in found[:4])
            print(f"  longest stretches {name}: {worst}")
        window.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""From the start of the process to the first painted window, as a ratio to a bare window with two text views.

Goal: at most 1.5. Each is started several times in turn; the median of the ratios counts, since what else
runs on the machine slows two starts in a row alike.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 9
GOAL = 1.5

BARE = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QTextEdit, QWidget

class Seen(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched is window:
            QTimer.singleShot(0, painted)
        return False

def painted():
    print(time.time(), flush=True)
    application.quit()

application = QApplication([])
window = QMainWindow()
middle = QWidget()
row = QHBoxLayout(middle)
views = [QTextEdit(), QTextEdit()]
for view in views:
    row.addWidget(view)
window.setCentralWidget(middle)
window.resize(1440, 900)
seen = Seen()
window.installEventFilter(seen)
window.show()
application.exec()
"""

# The first paint is seen in the window's own paintEvent: a filter on the application would make PySide build
# a Python class for every kind of object an event goes to.
OURS = """
import sys, time
from desktop_app import cli
from desktop_app.ui import main_window
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

class Watched(main_window.MainWindow):
    done = False
    def paintEvent(self, event):
        if not self.done:
            self.done = True
            QTimer.singleShot(0, painted)
        super().paintEvent(event)

def painted():
    print(time.time(), flush=True)
    QTimer.singleShot(0, finish)

def finish():
    for window in QApplication.topLevelWidgets():
        window.close()
    QApplication.quit()

main_window.MainWindow = Watched
cli.main(sys.argv[1:])
"""


def measure(code: str, environment: dict[str, str]) -> float:
    """Return the seconds from starting a process to what it prints as the time of the first paint."""
    begin = time.time()
    out = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    return float(out.stdout.split()[0]) - begin


def main() -> int:
    root = Path(__file__).resolve().parent.parent.parent
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "PYTHONDONTWRITEBYTECODE": "",  # as installed: modules are compiled once
            "PYTHONPATH": str(root),
            "XDG_CONFIG_HOME": home,
            "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        }
        times: dict[str, list[float]] = {"bare": [], "twicetold": []}
        for turn in range(ROUNDS + 1):
            for name, code in (("bare", BARE), ("twicetold", OURS)):
                seconds = measure(code, environment)
                if turn:  # the first start warms the disk cache
                    times[name].append(seconds)
    bare, ours = (statistics.median(times[name]) * 1000 for name in ("bare", "twicetold"))
    pairs = zip(times["twicetold"], times["bare"], strict=True)
    ratio = statistics.median(one / other for one, other in pairs)
    print(f"bare window {bare:.0f} ms, Twicetold {ours:.0f} ms, ratio {ratio:.2f} (goal {GOAL})")
    return 0


if __name__ == "__main__":
    sys.exit(main())

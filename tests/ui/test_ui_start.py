"""The start of the program: what the first window waits for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from helpers import ROOT
from PySide6.QtCore import Qt

from desktop_app.ui import toolbar


def test_the_numbers_of_the_tool_bar_are_those_of_qt() -> None:
    faces = Qt.ToolButtonStyle
    assert faces(toolbar.ICON_ONLY) is faces.ToolButtonIconOnly
    assert faces(toolbar.TEXT_ONLY) is faces.ToolButtonTextOnly
    assert faces(toolbar.TEXT_BESIDE_ICON) is faces.ToolButtonTextBesideIcon
    assert Qt.FocusPolicy(toolbar.TAB_FOCUS) is Qt.FocusPolicy.TabFocus
    assert Qt.AlignmentFlag(toolbar.CENTRED) == Qt.AlignmentFlag.AlignCenter
    assert Qt.ContextMenuPolicy(toolbar.NO_CONTEXT_MENU) is Qt.ContextMenuPolicy.PreventContextMenu


def test_the_first_window_waits_for_none_of_the_slow_parts(tmp_path: Path) -> None:
    """What takes long to load comes after the first paint."""
    program = """
import sys
from PySide6 import QtCore
from PySide6.QtWidgets import QApplication
from desktop_app import cli
from desktop_app.ui import app
from desktop_app.ui.main_window import MainWindow
application = QApplication(["twicetold", "-style", "fusion"])
app.prepare(application)
window = MainWindow(at_once=False)
slow = []
class Seen(QtCore.QObject):
    def eventFilter(self, watched, event):
        if event.type() == QtCore.QEvent.Type.Paint and not slow:
            slow.append([n for n in ("Qt",) if n in vars(QtCore)])
            names = ("desktop_app.options", "socket", "numpy", "desktop_app.ui.reading.pane")
            slow.append([n for n in names if n in sys.modules])
            QtCore.QTimer.singleShot(0, application.quit)
        return False
seen = Seen()
window.installEventFilter(seen)
window.show()
application.exec()
print(slow)
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[[], []]", done.stderr

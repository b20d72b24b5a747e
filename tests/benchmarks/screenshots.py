"""`make screenshots`: pictures of the real window on the first sample, and those the README shows.

Every picture goes to screenshots/; `--readme` also renews resources/screenshots/. Words choose another pair.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.ingest.samples import samples
from desktop_app.ui.app import prepare
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.settings import Settings

ROOT = Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / "screenshots"
SIZES = {"1440x900": (1440, 900), "1024x700": (1024, 700)}
README = {
    "light-1440x900-flow": "window-light",
    "dark-1440x900-flow": "window-dark",
    "light-1440x900-rows": "window-rows",
}
LINK = 3


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def take(sources: tuple[str, str], theme: str, size: str, layout: str, folder: str) -> Path:
    """Open the pair, choose a link, and save a picture of the window; returns its path."""
    settings = Settings(QSettings(f"{folder}/{theme}{size}{layout}.ini", QSettings.Format.IniFormat))
    window = MainWindow(settings)
    window.themes.set_choice(theme)
    window.resize(*SIZES[size])
    window.show()
    loop = QEventLoop()
    window.comparison_ready.connect(loop.quit)
    window.open_pair(*sources)
    loop.exec()
    wait(600)
    if layout == "rows":
        window.actions_table["layoutRows"].trigger()
        window.sidebar.show_tab("changeView")
    elif theme == "dark":
        window.sidebar.show_tab("quotationView")
    window.view.go_to_link(LINK)
    wait(800)
    path = TARGET / f"{theme}-{size}-{layout}.png"
    window.grab().save(str(path))
    window.close()
    window.deleteLater()
    return path


def main() -> int:
    if not os.environ.get("DISPLAY") and os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        if shutil.which("xvfb-run"):
            command = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1600x1000x24", sys.executable]
            return subprocess.run([*command, *sys.argv]).returncode
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    words = [word for word in sys.argv[1:] if word != "--readme"]
    first = samples()[0]
    sources = (words[0], words[1]) if len(words) == 2 else (str(first.left), str(first.right))
    application = QApplication(sys.argv[:1])
    prepare(application)
    TARGET.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for theme in ("light", "dark"):
            for size in SIZES:
                for layout in ("flow", "rows"):
                    path = take(sources, theme, size, layout, folder)
                    print(path.relative_to(ROOT))
                    name = README.get(path.stem)
                    if name and "--readme" in sys.argv:
                        kept = ROOT / "resources" / "screenshots"
                        kept.mkdir(exist_ok=True)
                        shutil.copyfile(path, kept / f"{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main())

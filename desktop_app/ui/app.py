"""Starting the program: application, fonts, theme, the window, and what happens when something breaks."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import __version__
from desktop_app.ui import fonts


def run(source: Sequence[str] = (), engine: str | None = None) -> int:
    """Open the window, with a pair (two sources) or a project (one) when given; returns the exit status."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise RuntimeError("the reader needs an application with windows")
    prepare(application)
    from desktop_app.ui.main_window import MainWindow

    window = MainWindow(engine=engine)
    sys.excepthook = _Hook(window)
    window.show()
    if source:
        # The window is painted first; reading and comparing need libraries that take a while to load.
        QTimer.singleShot(0, window, _Opening(window, tuple(source)))
    try:
        return application.exec()
    finally:
        sys.excepthook = sys.__excepthook__


def prepare(application: QApplication) -> None:
    """Name the application and give it its fonts."""
    application.setApplicationName("Twicetold")
    application.setApplicationDisplayName("Twicetold")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("twicetold")
    fonts.install(application)


def show_trouble(parent: object, error: BaseException, details: str) -> None:
    """Show an error that should not have happened, with the details to copy; the reader may go on."""
    from desktop_app.ui.dialogs.error import ErrorDialog

    text = QCoreApplication.translate("Trouble", "Something went wrong. You can go on reading.")
    text += f"\n\n{type(error).__name__}: {error}"
    ErrorDialog(text, details, parent=parent if isinstance(parent, QWidget) else None).open_once()


class _Opening:
    def __init__(self, window: object, source: tuple[str, ...]) -> None:
        self._window, self._source = window, source

    def __call__(self) -> None:
        from desktop_app.ui.main_window import MainWindow

        if isinstance(self._window, MainWindow):
            self._window.open_source(self._source)


class _Hook:
    """Shows an error nobody caught, once at a time, with the details to copy; the program goes on."""

    def __init__(self, window: object) -> None:
        self._window = window
        self._showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(details)
        if issubclass(kind, KeyboardInterrupt):
            application = QApplication.instance()
            if application is not None:
                application.quit()
            return
        if self._showing:
            return
        self._showing = True
        try:
            show_trouble(self._window, error, details)
        finally:
            self._showing = False

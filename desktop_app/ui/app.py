"""Starting the program: application, fonts, theme, the window, and what happens when something breaks."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import __version__
from desktop_app.ui import fonts

if TYPE_CHECKING:
    from desktop_app.extract import Engine


def run(source: Sequence[str] | None = (), engine: Engine | None = None) -> int:
    """Open the window and return the exit status.

    ``source`` is a pair (two sources), a project (one), nothing to open, or None for the first sample.
    ``engine`` finds the names instead of the one chosen in the preferences.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(application, QApplication):
        raise RuntimeError("the reader needs an application with windows")
    prepare(application)
    from desktop_app.ui.main_window import MainWindow

    window = MainWindow(engine=engine, at_once=False)
    sys.excepthook = _Hook(window)
    # The frame is painted first; panes, sidebar and comparing need more, and follow by themselves.
    window.open_source(None if source is None else tuple(source))
    window.show()
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


class _Hook:
    """Shows an error nobody caught, once at a time, with the details to copy; the program goes on."""

    def __init__(self, window: object) -> None:
        self._window = window
        self._showing = False

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        import traceback

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

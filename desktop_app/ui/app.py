"""Starting the program: application, fonts, theme, the window, and what happens when something breaks."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app import __version__
from desktop_app.text import phrases
from desktop_app.ui import fonts
from desktop_app.ui.style_sheet import STYLE_NAME

if TYPE_CHECKING:
    from desktop_app.extract import Engine


def run(source: Sequence[str] | None = (), engine: Engine | None = None) -> int:
    """Open the window and return the exit status.

    ``source`` is a pair (two sources), a project (one), nothing to open, or None for the first sample.
    ``engine`` finds the names instead of the one chosen in the preferences. Raises KeyboardInterrupt where
    Ctrl+C in the terminal closed the window.
    """
    application = QApplication.instance() or QApplication([*sys.argv[:1], "-style", STYLE_NAME])
    if not isinstance(application, QApplication):
        raise RuntimeError("the reader needs an application with windows")
    interrupts = _Interrupts()
    prepare(application)
    from desktop_app.ui.main_window import MainWindow

    window = MainWindow(engine=engine, at_once=False)
    sys.excepthook = _Hook(window)
    # The frame is painted first; panes, sidebar and comparing need more, and follow by themselves.
    window.open_source(None if source is None else tuple(source))
    window.show()
    try:
        status = application.exec()
    finally:
        interrupts.close()
        sys.excepthook = sys.__excepthook__
    if interrupts.came:
        raise KeyboardInterrupt
    return status


def prepare(application: QApplication) -> None:
    """Name the application, give it its fonts, and let every package speak the reader's language."""
    application.setApplicationName("Twicetold")
    application.setApplicationDisplayName("Twicetold")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("twicetold")
    fonts.install(application)
    phrases.install(_translated)


def _translated(template: str, count: int | None) -> str:
    """Translate what a package without a window says."""
    return QCoreApplication.translate("Phrases", template, None, -1 if count is None else count)


def show_trouble(parent: object, error: BaseException, details: str) -> None:
    """Show an error that should not have happened, with the details to copy; the reader may go on."""
    from desktop_app.ui.dialogs.error import ErrorDialog

    text = QCoreApplication.translate("Trouble", "Something went wrong. You can go on reading.")
    text += f"\n\n{type(error).__name__}: {error}"
    ErrorDialog(text, details, parent=parent if isinstance(parent, QWidget) else None).open_once()


class _Interrupts:
    """Makes Ctrl+C in the terminal close the window, which may still ask about unsaved work.

    Python hears of a signal only when some of its code runs, and Qt's loop runs none while nothing happens;
    so the signal also writes into a pipe, and the notifier at its end is such code.
    """

    def __init__(self) -> None:
        self.came = False
        self._pipe = _Pipe()
        self._notifier = QSocketNotifier(self._pipe.reader, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._pipe.empty)
        self._wakeup = signal.set_wakeup_fd(self._pipe.writer, warn_on_full_buffer=False)
        self._before = signal.getsignal(signal.SIGINT)
        if self._before is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._quit)

    def close(self) -> None:
        """Leave signals as they were."""
        signal.signal(signal.SIGINT, self._before)
        signal.set_wakeup_fd(self._wakeup)
        self._notifier.setEnabled(False)
        self._pipe.close()

    def _quit(self, _number: int, _frame: object) -> None:
        self.came = True
        QTimer.singleShot(0, QCoreApplication.quit)  # not amid whatever was being done


class _Pipe:
    """Two ends that do not block: a pipe, or two sockets on Windows, where Qt and signals ask for those."""

    def __init__(self) -> None:
        self._sockets: tuple[Any, ...] = ()
        if sys.platform == "win32":
            import socket

            self._sockets = socket.socketpair()
            for end in self._sockets:
                end.setblocking(False)
            self.reader, self.writer = (end.fileno() for end in self._sockets)
        else:
            self.reader, self.writer = os.pipe()
            os.set_blocking(self.reader, False)
            os.set_blocking(self.writer, False)

    def empty(self) -> None:
        """Read what was written."""
        with contextlib.suppress(OSError):
            if self._sockets:
                self._sockets[0].recv(64)
            else:
                os.read(self.reader, 64)

    def close(self) -> None:
        """Close both ends."""
        for end in self._sockets:
            end.close()
        if not self._sockets:
            os.close(self.reader)
            os.close(self.writer)


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

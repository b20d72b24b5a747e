"""Writing a comparison to a file in the background, with progress and cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop_app.model import Comparison, Progress, TwicetoldError
from desktop_app.ui.jobs import Jobs

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class Exporting(QObject):
    """Writes one file at a time; ``written`` carries its path."""

    written = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._on_written)
        self._jobs.failed.connect(self._on_failed)
        self._jobs.progressed.connect(self._on_progress)
        window.status.cancelled.connect(self.cancel)

    @property
    def busy(self) -> bool:
        """Whether a file is being written."""
        return self._jobs.busy

    def start(self, comparison: Comparison, path: Path) -> None:
        """Write a comparison; the file's ending names the format."""

        def work(progress: Progress) -> Path:
            if path.suffix.lower() == ".pdf":
                from desktop_app.ui.report import write_pdf

                write_pdf(comparison, path, progress)
            else:
                from desktop_app.export import write

                write(comparison, path, progress=progress)
            return path

        self._window.notice.hide()
        self._window.status.show_work(True)
        self._jobs.start(work)

    @Slot()
    def cancel(self) -> None:
        """Stop; no file is left behind."""
        if self.busy:
            self._jobs.cancel()
            self._window.status.show_work(False)

    def close(self) -> None:
        """Stop and wait: the window goes."""
        self._jobs.close()

    @Slot(float, str)
    def _on_progress(self, fraction: float, message: str) -> None:
        self._window.status.show_progress(fraction, message)

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._window.status.show_work(False)
        self._window.announce(self.tr("Written to {file}").format(file=path.name))
        self.written.emit(path)

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._window.status.show_work(False)
        if isinstance(error, TwicetoldError):
            self._window.notice.show_message(str(error))
            self._window.announce(str(error))
        else:
            self._window.session.broke.emit(error)

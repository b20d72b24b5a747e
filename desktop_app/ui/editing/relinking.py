"""Linking the rest of a pair anew, in the background, around what a person decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.model import Alignment, Progress
from desktop_app.project import Project, links
from desktop_app.ui.jobs import Jobs

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class Relinking(QObject):
    """Works with progress in the status bar; an edit meanwhile begins it anew, another pair ends it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._about: Project | None = None
        self._jobs = Jobs(self)
        self._jobs.finished.connect(self._on_found)
        self._jobs.failed.connect(self._on_failed)
        self._jobs.progressed.connect(self._on_progress)
        window.status.cancelled.connect(self.cancel)
        window.session.busy_changed.connect(self._on_session)
        window.workbench.changed.connect(self._on_changed)

    def start(self) -> None:
        """Link anew what nobody linked, confirmed or parted by hand."""
        project = self._window.workbench.project
        if project is None:
            return
        comparison = project.comparison

        def work(progress: Progress) -> Alignment:
            from desktop_app.align import align

            found = align(
                comparison.left,
                comparison.right,
                progress,
                fixed=links.fixed_links(comparison.alignment),
                rejected=project.rejected,
            )
            return links.with_movers(found, links.forced_movers(comparison.alignment.links))

        self._about = project
        self._window.status.show_work(True)
        self._jobs.start(work)

    @Slot()
    def cancel(self) -> None:
        """Stop; all links stay as they are."""
        if self._jobs.busy:
            self._jobs.cancel()
            self._window.status.show_work(False)

    def close(self) -> None:
        """Stop what runs: the window goes."""
        self._jobs.close()

    @Slot(bool)
    def _on_session(self, busy: bool) -> None:
        if busy:  # another pair is on its way, and shows its own progress
            self._jobs.cancel()

    @Slot()
    def _on_changed(self) -> None:
        project, about = self._window.workbench.project, self._about
        if self._jobs.busy and about is not None and project is not about:
            if project is None:
                self.cancel()
            elif _same_links(project, about):
                self._about = project
            else:
                self.start()

    @Slot(float, str)
    def _on_progress(self, fraction: float, message: str) -> None:
        self._window.status.show_progress(fraction, message)

    @Slot(object)
    def _on_found(self, found: Alignment) -> None:
        self._window.status.show_work(False)
        bench, text = self._window.workbench, self.tr("Link the rest again")
        steps = bench.stack.index()
        if bench.edit_links(text, lambda _: found, by_hand=False):
            changed = bench.stack.index() > steps
            self._window.announce(text if changed else self.tr("All links stay as they were"))

    @Slot(object)
    def _on_failed(self, error: BaseException) -> None:
        self._window.status.show_work(False)
        self._window.session.broke.emit(error)


def _same_links(one: Project, other: Project) -> bool:
    ours, theirs = one.comparison, other.comparison
    same_texts = ours.left is theirs.left and ours.right is theirs.right
    return same_texts and ours.alignment == theirs.alignment and one.rejected == other.rejected

"""Keeping the work: save, open, lock, unsaved work kept aside and offered again after a crash."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, QStandardPaths, QTimer, Signal, Slot

from desktop_app.model import Comparison, Progress, ProjectError, Side
from desktop_app.project import (
    ENDING,
    Project,
    ProjectLock,
    ProjectLocked,
    Recovered,
    Recovery,
    changed_sources,
    forget,
    left_behind,
    load_project,
    save_project,
)
from desktop_app.project.reread import place_after
from desktop_app.project.state import Place
from desktop_app.ui.editing.workbench import Workbench
from desktop_app.ui.reading.place import Anchor
from desktop_app.ui.reading.place import Place as ReadingPlace
from desktop_app.ui.reading.shared_scroll import State as ScrollState
from desktop_app.ui.session import Opened

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

ASIDE_AFTER_MS = 4000
"""Unsaved work is kept aside when nothing has been edited for so long ..."""

ASIDE_AT_LAST_S = 20.0
"""... and at the latest so long after the first edit."""


class Keeper(QObject):
    """The file of the project on screen. ``path_changed`` follows when it gets another one."""

    path_changed = Signal()

    def __init__(self, window: MainWindow, bench: Workbench, folder: Path | None = None) -> None:
        super().__init__(window)
        self._window, self._bench = window, bench
        self.path: Path | None = None
        self._lock: ProjectLock | None = None
        self._folder = folder
        self._recovery: Recovery | None = None
        self._first_edit = 0.0
        self._aside = QTimer(self)
        self._aside.setSingleShot(True)
        self._aside.setInterval(ASIDE_AFTER_MS)
        self._aside.timeout.connect(self.keep_aside)
        bench.stack.indexChanged.connect(self._on_edit)
        bench.stack.cleanChanged.connect(self._on_clean)

    @property
    def dirty(self) -> bool:
        """Whether there is work that no file holds."""
        return not self._bench.stack.isClean() and (self.path is not None or self._bench.worked)

    # -- opening ------------------------------------------------------------------------------------------

    def open(self, path: str | Path) -> None:
        """Read a project file in the background and show it."""
        target = Path(path)

        def work(progress: Progress) -> Opened:
            progress(0.2, "Opening the project")
            return opened_project(load_project(target), target)

        self._window.notice.hide()
        self._window.show_reader()
        self._window.session.run(work)

    def began(self, opened: Opened) -> None:
        """Take over a pair or project that was just opened: its file, its lock."""
        self._let_go()
        self.path = None
        if opened.path is not None:
            self._take(opened.path)
        if opened.recovered is not None:
            self.restored(opened.recovered)
        self.path_changed.emit()
        project = self._bench.project
        if opened.project is not None and project is not None and changed_sources(project):
            self._window.notice.show_message(
                self.tr(
                    "A source has changed since this project was saved. “Read sources again” takes it up."
                )
            )

    def _take(self, path: Path) -> None:
        """Lock a project file and make it ours; one that is open elsewhere becomes a copy."""
        lock = ProjectLock(path)
        try:
            lock.acquire()
        except ProjectLocked:
            self._window.notice.show_message(
                self.tr(
                    "“{0}” is open in another window, so this is a copy: save it under another name."
                ).format(path.name)
            )
            return
        except ProjectError as error:
            self._window.notice.show_message(str(error))
            return
        self._lock = lock
        self.path = path
        self._window.settings.add_recent_project(str(path.absolute()))

    # -- saving -------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; asks where to when there is no file yet. Returns whether the work is saved."""
        return self.save_as() if self.path is None else self._write(self.path)

    def save_as(self) -> bool:
        """Ask for a file and save there."""
        from desktop_app.ui.dialogs.target import ask_target, suggested

        path = ask_target(
            self._window,
            self.tr("Save the project"),
            suggested(self._window, ENDING),
            self.tr("Twicetold projects (*{0})").format(ENDING),
            ENDING,
            (ENDING,),
        )
        return path is not None and self.save_to(path)

    def save_to(self, path: Path) -> bool:
        """Save to a file and go on with it; the file before is let go."""
        if self.path is not None and path.absolute() == self.path.absolute():
            return self._write(self.path)
        lock = ProjectLock(path)
        try:
            lock.acquire()
        except ProjectError as error:
            self._window.notice.show_message(str(error))
            return False
        if not self._write(path):
            lock.release()
            return False
        if self._lock is not None:
            self._lock.release()
        self._lock, self.path = lock, path
        self._window.settings.add_recent_project(str(path.absolute()))
        self.path_changed.emit()
        return True

    def _write(self, path: Path) -> bool:
        project = self._bench.held
        if project is None:
            return False
        try:
            save_project(replace(project, place=self.place_now()), path)
        except ProjectError as error:
            self._window.notice.show_message(str(error))
            return False
        self._bench.stack.setClean()
        self._drop_aside()
        self._window.notice.hide()
        self._window.announce(self.tr("Saved {0}").format(path.name))
        return True

    def may_leave(self) -> bool:
        """Ask what to do with unsaved work; False means stay."""
        if not self.dirty:
            return True
        answer = self.ask_about_work()
        return self.save() if answer else answer is False

    def ask_about_work(self) -> bool | None:
        """Ask whether to save (True) or to lose the work (False) before leaving; None means to stay."""
        from desktop_app.ui.dialogs.question import Question

        question = Question(
            "unsavedWork",
            self.tr("Save your work on this pair?"),
            self.tr("Links, notes and corrections that you made are not in a file yet."),
            (self.tr("Save"), self.tr("Do not save"), self.tr("Cancel")),
            self._window,
        )
        question.exec()
        question.deleteLater()
        return question.answer

    def ended(self) -> None:
        """The pair was closed: its file and lock are let go."""
        self._let_go()
        self.path = None
        self.path_changed.emit()

    def close(self) -> None:
        """The window goes: give the lock back, forget what was kept aside."""
        self._let_go()

    def _let_go(self) -> None:
        self._drop_aside()
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def place_now(self) -> Place | None:
        """Return where the reader is, None at the start."""
        view = self._window.view
        here = self._window.opening.left_at
        if here is None and view.index is None:
            return None
        here = here or view.moving.here()
        anchor = here.anchor(here.lead)
        if anchor is None or here.edge == "start":
            return None
        return Place(here.lead, anchor.paragraph, anchor.offset, round(anchor.below, 1), here.edge == "end")

    def place_after(self, before: Comparison, after: Comparison) -> ReadingPlace | None:
        """Return where the reader is once other texts are shown, None where the texts are the same."""
        if all(before.article(side) is after.article(side) for side in Side):
            return None
        return reading_place(place_after(self.place_now(), before, after))

    # -- kept aside ---------------------------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """The folder of unsaved work."""
        if self._folder is None:
            place = QStandardPaths.StandardLocation.AppLocalDataLocation
            self._folder = Path(QStandardPaths.writableLocation(place)) / "recovery"
        return self._folder

    @Slot()
    def _on_edit(self) -> None:
        if not self.dirty:
            return
        now = time.monotonic()
        if not self._aside.isActive():
            self._first_edit = now
        if not self._aside.isActive() or now - self._first_edit < ASIDE_AT_LAST_S:
            self._aside.start()

    @Slot(bool)
    def _on_clean(self, clean: bool) -> None:
        if clean:
            self._drop_aside()
        self.path_changed.emit()

    @Slot()
    def keep_aside(self) -> None:
        """Keep unsaved work in the recovery folder."""
        project = self._bench.held
        if project is None or not self.dirty:
            return
        if self._recovery is None:
            self._recovery = Recovery(self.folder)
        try:
            self._recovery.keep(replace(project, place=self.place_now()), self.path)
        except ProjectError as error:
            self._window.notice.show_message(str(error))

    def _drop_aside(self) -> None:
        self._aside.stop()
        if self._recovery is not None:
            self._recovery.discard()
            self._recovery = None

    def offer_recovery(self) -> None:
        """Offer the work that a crash left behind, the newest first; the rest waits for the next start."""
        found = left_behind(self.folder)
        if not found:
            return
        from desktop_app.ui.dialogs.question import Question

        question = Question(
            "recoveryOffer",
            self.tr("Restore the work of last time?"),
            self.tr("Twicetold ended before it was saved.") + f"\n{_describe(found[0])}",
            (self.tr("Restore"), self.tr("Throw away"), self.tr("Later")),
            self._window,
        )
        self._offered = found[0]
        question.answered.connect(self._answered)
        question.open_once()

    _offered: Recovered | None = None

    @Slot(object)
    def _answered(self, restore: bool | None) -> None:
        if restore:
            self._restore()
        elif restore is False and self._offered is not None:
            forget(self._offered)

    def _restore(self) -> None:
        offered = self._offered
        if offered is None:
            return

        def work(progress: Progress) -> Opened:
            progress(0.5, "Restoring your work")
            return replace(opened_project(offered.project, offered.path), recovered=offered)

        self._window.notice.hide()  # it was about the pair that opened before
        self._window.show_reader()
        self._window.session.run(work)

    def restored(self, recovered: Recovered) -> None:
        """Restored work is unsaved: keep it aside anew, then forget the old file."""
        self._bench.stack.resetClean()
        self.keep_aside()
        forget(recovered)


def opened_project(project: Project, path: Path | None) -> Opened:
    """Return a project as something to open."""
    comparison = project.comparison
    left, right = comparison.left.source, comparison.right.source
    lasting = bool(project.left_source.file_sha256 and project.right_source.file_sha256)
    return Opened(comparison, left, right, lasting, project=project, path=path)


def reading_place(place: Place | None) -> ReadingPlace | None:
    """Return a project's place as the reading view understands it."""
    if place is None:
        return None
    anchor = Anchor(place.paragraph, place.offset, place.below)
    anchors = (anchor, None) if place.side is Side.LEFT else (None, anchor)
    return ReadingPlace(ScrollState(), -1, place.side, anchors, "end" if place.at_end else "")


def _describe(recovered: Recovered) -> str:
    comparison = recovered.project.comparison
    titles = " ↔ ".join(article.title or article.source for article in (comparison.left, comparison.right))
    when = QLocale().toString(
        QDateTime.fromSecsSinceEpoch(int(recovered.saved)), QLocale.FormatType.ShortFormat
    )
    name = f"{recovered.path.name}\n" if recovered.path is not None else ""
    return f"{name}{titles}\n{when}"

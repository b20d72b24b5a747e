"""What the File menu does with projects and paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QMarginsF, Qt, Slot
from PySide6.QtGui import QAction, QPageLayout
from PySide6.QtWidgets import QFileDialog, QMenu

from desktop_app.model import (
    Article,
    Cancelled,
    Comparison,
    ExportError,
    Progress,
    Side,
    TwicetoldError,
    part_of,
)
from desktop_app.project import ENDING, Project
from desktop_app.project.mirror import mirrored
from desktop_app.project.reread import Carried, carry, finish
from desktop_app.project.state import record_of
from desktop_app.ui.commands.group import CommandGroup, close_list
from desktop_app.ui.jobs import Jobs, Report
from desktop_app.ui.letters import numbered
from desktop_app.ui.session import Opened, texts_alone
from desktop_app.ui.wording import as_written

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from desktop_app.ui.engine_choice import EngineChoice
    from desktop_app.ui.main_window import MainWindow


class Step(NamedTuple):
    """A step to be made: its name, what to say of it, and whether it is worth saving."""

    text: str
    told: str
    worked: bool = True


class ProjectCommands(CommandGroup):
    """Save, open, read sources again, print."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._jobs = Jobs(self)
        self._jobs.handed_over.connect(self._on_texts)
        self._jobs.progressed.connect(self._on_progress)
        self._jobs.finished.connect(self._on_read_again)
        self._jobs.failed.connect(self._on_not_read)
        window.status.cancelled.connect(self.cancel)
        window.session.busy_changed.connect(self._on_session)
        self._reading: Project | None = None
        self._step: Step | None = None
        self._told = 0, ""
        """The place in the history from which on a message is true, and the message."""
        window.workbench.stack.indexChanged.connect(self._on_history)
        self._previewed: QPrinter | None = None

    @Slot()
    def save_project(self) -> None:
        """Save the project."""
        self._window.keeper.save()

    @Slot()
    def save_project_as(self) -> None:
        """Save the project in another file."""
        self._window.keeper.save_as()

    @Slot()
    def open_project(self) -> None:
        """Ask for a project file and open it."""
        wanted = self.tr("Twicetold projects (*{0});;All files (*)").format(ENDING)
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a project"), "", wanted)
        if name:
            self._window.keeper.open(name)

    @Slot()
    def fill_recent_projects(self) -> None:
        """List the projects opened or saved last."""
        menu = self._window.menus.get("Recent projects")
        if menu is None:
            return
        menu.clear()
        for place, name in enumerate(self._window.settings.recent_projects):
            action = menu.addAction(numbered(place, as_written(Path(name).name)))
            action.setStatusTip(name)
            action.setData(name)
            action.triggered.connect(self._recent_chosen)
        close_list(menu, self._window.settings.clear_recent_projects)

    @Slot()
    def _recent_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.keeper.open(str(action.data()))

    def add_recent_menu(self) -> None:
        """Put the list of recent projects behind the command that opens one."""
        window = self._window
        menu = QMenu(self.tr("Rece&nt projects"), window.menus["File"])
        menu.setObjectName("menuRecentProjects")
        window.menus["Recent projects"] = menu
        entries = window.menus["File"].actions()
        after = entries.index(window.actions_table["openProject"]) + 1
        window.menus["File"].insertMenu(entries[after], menu)
        menu.aboutToShow.connect(self.fill_recent_projects)

    # -- sources read again -------------------------------------------------------------------------------

    @Slot()
    def read_sources_again(self) -> None:
        """Read both sources again and place all work anew in their texts."""
        project = self._window.workbench.project
        if project is None:
            return

        def read(progress: Progress) -> dict[Side, Article]:
            from desktop_app.ingest import load, restore_as_in
            from desktop_app.text.prepare import prepare

            articles = {}
            for part, side in enumerate(Side):
                before = project.comparison.article(side)
                again = bool(project.source(side).file_sha256) or "://" in before.source
                reading = part_of(progress, 0.5 * part, 0.5 * part + 0.5)
                if again:
                    articles[side] = restore_as_in(prepare(load(before.source, reading)), before)
                else:
                    articles[side] = before
            return articles

        self._start(project, self._other_texts(project, read), None)

    def _other_texts(
        self, project: Project, read: Callable[[Progress], dict[Side, Article]]
    ) -> Callable[[Report], Project]:
        """Return work that shows other texts of the pair as soon as they are read, and compares them."""
        engines, opened = self._window.session.engines, self._window.opened

        def work(report: Report) -> Project:
            articles = read(part_of(report, 0.0, 0.2))
            left, right = articles[Side.LEFT], articles[Side.RIGHT]
            if opened is None or all(record_of(articles[s]) == project.source(s) for s in Side):
                return project
            report.hand_over(texts_alone(left, right, opened.left, opened.right, opened.lasting))
            return _with_texts(project, articles, engines, part_of(report, 0.2, 1.0))

        return work

    def _start(self, project: Project, work: Callable[[Report], Project], step: Step | None) -> None:
        """Begin work on the project; ``step`` what it will be (None: sources read again)."""
        window = self._window
        self._reading, self._step = project, step
        window.session.cancel()
        window.notice.hide()
        window.status.show_work(True)
        self._jobs.start(work)

    @Slot(bool)
    def _on_session(self, busy: bool) -> None:
        if busy:  # another pair is on its way
            self._jobs.cancel()

    @Slot()
    def cancel(self) -> None:
        """Stop reading; all stays as it is."""
        if self._jobs.busy:
            self._jobs.cancel()
            self._window.status.show_work(False)

    @Slot(object)
    def _on_texts(self, read: Opened) -> None:
        self._window.opening.expect(read, again=True)

    @Slot(float, str)
    def _on_progress(self, fraction: float, message: str) -> None:
        self._window.status.show_progress(fraction, message)
        self._window.sidebar.waiting.show_progress(fraction, message)

    @Slot(object)
    def _on_read_again(self, found: Project) -> None:
        window, before = self._window, self._reading
        window.status.show_work(False)
        window.opening.end()
        if before is None or window.workbench.project is not before:
            return
        if self._step:
            window.workbench.push(self._step.text, found, fresh=True, worked=self._step.worked)
            window.comparison_ready.emit(found.comparison)
            window.announce(self._step.told)
            return
        same = all(found.source(side) == before.source(side) for side in Side)
        if same:
            window.announce(self.tr("The sources have not changed."))
            return
        window.workbench.push(self.tr("Read sources again"), found, fresh=True)
        lost = len(found.orphans) - len(before.orphans)
        if lost:
            text = self.tr("Both sources were read again. {0} found no certain place; see Link > Notes.")
            things = self.tr("1 note or link") if lost == 1 else self.tr("{0} notes and links").format(lost)
            window.notice.show_message(text.format(things))
            self._told = window.workbench.stack.index(), window.notice.text
        else:
            window.announce(self.tr("Both sources were read again; everything found its place."))

    @Slot(int)
    def _on_history(self, index: int) -> None:
        """Take back what was said of sources read again, when that is taken back."""
        since, said = self._told
        if index < since and self._window.notice.text == said:
            self._window.notice.hide()

    @Slot(object)
    def _on_not_read(self, error: BaseException) -> None:
        self._window.status.show_work(False)
        if isinstance(error, TwicetoldError):
            self._window.session.failed.emit(str(error))
        else:
            self._window.session.broke.emit(error)

    # -- left out when the sources were read --------------------------------------------------------------

    @Slot()
    def list_left_out(self) -> None:
        """List what reading the documents left out, and put back what the reader ticks."""
        from desktop_app.ui.dialogs.left_out import LeftOutDialog

        comparison = self._window.comparison
        if comparison is not None:
            dialog = LeftOutDialog(comparison, self._window)
            dialog.chosen.connect(self.put_back)
            dialog.open_once()

    @Slot(object)
    def put_back(self, chosen: dict[Side, list[int]]) -> None:
        """Put passages back into the articles, by side and place in the list of what was left out."""
        project = self._window.workbench.project
        if project is None:
            return

        def read(progress: Progress) -> dict[Side, Article]:
            from desktop_app.ingest import restore

            progress(0.0, "Putting back what was left out")
            articles = {side: project.comparison.article(side) for side in Side}
            for side, indexes in chosen.items():
                for index in sorted(indexes, reverse=True):
                    articles[side] = restore(articles[side], index)
            return articles

        told = self.tr("The passages stand in the text again.")
        self._start(
            project, self._other_texts(project, read), Step(self.tr("Put back what was left out"), told)
        )

    # -- sides exchanged ----------------------------------------------------------------------------------

    def mirror(self) -> None:
        """Exchange the sides of the project, a step that can be taken back."""
        project = self._window.workbench.project
        if project is None:
            return
        engines = self._window.session.engines

        def work(progress: Progress) -> Project:
            from desktop_app.compare import compare

            return mirrored(
                project,
                lambda left, right, links, rejected: compare(
                    left, right, progress, alignment=links, rejected=rejected, engine=engines.open()
                ),
            )

        step = Step(self.tr("Swap the sides"), self.tr("Left and right are exchanged."), worked=False)
        self._start(project, work, step)

    # -- paper --------------------------------------------------------------------------------------------

    @Slot()
    def print_report(self) -> None:
        """Ask for a printer and print the report."""
        from PySide6.QtPrintSupport import QPrintDialog

        printer = self._printer()
        dialog = QPrintDialog(printer, self._window)
        if self._window.comparison is not None and dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.paint_on(printer)

    @Slot()
    def print_preview(self) -> None:
        """Show the report as it will be printed."""
        from PySide6.QtPrintSupport import QPrintPreviewDialog

        from desktop_app.ui.dialogs.base import fit_on_screen

        if self._window.comparison is None:
            return
        self._previewed = self._printer()  # the dialog paints on it but does not keep it
        dialog = QPrintPreviewDialog(self._previewed, self._window)
        dialog.setObjectName("printPreview")
        dialog.setWindowTitle(self.tr("Print preview"))
        dialog.resize(980, 800)  # narrower, its tool bar would hide the button that prints
        fit_on_screen(dialog)
        dialog.paintRequested.connect(self.paint_on)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def paint_on(self, printer: QPrinter) -> None:
        """Paint the report on a printer."""
        from desktop_app.ui.report import paint_report

        comparison = self._window.workbench.handed_on
        if comparison is None:
            return
        try:
            paint_report(comparison, printer)
        except (ExportError, Cancelled) as error:
            self._window.notice.show_message(str(error))

    def _printer(self) -> QPrinter:
        from PySide6.QtPrintSupport import QPrinter

        from desktop_app.ui.report import MARGIN_MM

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._window.windowTitle().replace("[*]", ""))
        margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
        printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        return printer

    def close(self) -> None:
        """Stop what runs: the window goes."""
        self._jobs.close()


def _with_texts(
    project: Project, articles: dict[Side, Article], engines: EngineChoice, progress: Progress
) -> Project:
    """Return the project with other texts: work done by hand is placed anew, the rest is found anew."""
    from desktop_app.ui.compare_process import compare_texts

    left, right = articles[Side.LEFT], articles[Side.RIGHT]
    carried: Carried = carry(project, left, right)
    compared: Comparison = compare_texts(
        left, right, progress, fixed=carried.fixed, rejected=carried.rejected, engine=engines.open()
    )
    return finish(carried, compared)

"""Opening, pasting, exporting."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.model import Side
from desktop_app.model.files import PROJECT_ENDING
from desktop_app.ui.commands.group import CommandGroup, close_list
from desktop_app.ui.letters import give_letters, numbered
from desktop_app.ui.wording import as_written, shortened

if TYPE_CHECKING:
    from desktop_app.ui.start_page import StartPage

EXPORTS = {
    "html": "Web page to hand over (*.html)",
    "pdf": "PDF (*.pdf)",
    "csv": "Table (*.csv)",
    "json": "JSON (*.json)",
    "tmx": "Translation memory (*.tmx)",
}
"""What the export dialog offers, by ending."""


SAMPLE_LETTERS = 100
"""A line of the menu of samples has no more, so that it fits beside the File menu on a small screen."""


class FileCommands(CommandGroup):
    """What the File menu does."""

    @Slot()
    def open_pair(self) -> None:
        """Ask for two documents and open them."""
        from desktop_app.ingest.sources import DOCUMENT_ENDINGS

        listed = " ".join(f"*{ending}" for ending in DOCUMENT_ENDINGS)
        wanted = self.tr("Documents ({0});;All files (*)").format(listed)
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Choose two documents"), "", wanted)
        if len(names) == 1:
            second, _ = QFileDialog.getOpenFileName(
                self._window, self.tr("Choose the document for the right"), str(Path(names[0]).parent), wanted
            )
            names += [second] if second else []
        if len(names) >= 2:
            self.take_sources(names, None)

    @Slot()
    def swap_sides(self) -> None:
        """Exchange left and right, a step that can be taken back; work done on the pair goes with it."""
        self._window.commands.projects.mirror()

    @Slot()
    def close_pair(self) -> None:
        """Close the pair and show what to do next."""
        self._window.opening.close_pair()

    @Slot()
    def close_window(self) -> None:
        """Close the window."""
        self._window.close()

    def take_sources(self, sources: list[str], at: QPoint | None) -> None:
        """Open what was dropped or chosen: two documents, or one in place of the side it fell on."""
        window = self._window
        if len(sources) > 2:
            window.notice.show_message(
                self.tr("These are {0} documents. Choose the two to read side by side.").format(len(sources))
            )
            return
        if len(sources) == 2:
            window.open_pair(sources[0], sources[1])
            return
        if Path(sources[0]).suffix.lower() == PROJECT_ENDING:
            window.keeper.open(sources[0])
            return
        if Path(sources[0]).is_dir():
            from desktop_app.ingest.sources import documents_in
            from desktop_app.model import LoadError

            try:
                window.open_pair(*documents_in(Path(sources[0])))
            except LoadError as error:
                window.notice.show_message(str(error))
            return
        opened = window.shown
        if opened is None or at is None:
            window.notice.show_message(self.tr("Drop two documents together, or choose two with Open pair."))
            return
        window.notice.hide()
        window.session.open_beside(opened, window.drop_hint.side_at(at), sources[0])

    def take_words(self, words: str, at: QPoint | None) -> None:
        """Read words that were dropped in place of the side they fell on, or with others to be pasted."""
        window, opened = self._window, self._window.shown
        if opened is None or at is None:
            self.paste_pair(words)
            return
        side = window.drop_hint.side_at(at)
        window.notice.hide()
        window.session.open_beside(opened, side, words, self._pasted(side))

    def make_start_page(self) -> StartPage:
        """Return the page that is shown while nothing is open."""
        from desktop_app.ingest.samples import samples
        from desktop_app.ui.start_page import StartPage

        page = StartPage(self._window.themes, self._window)
        page.set_samples([(s.name, s.title, s.shows) for s in samples()])
        page.open_requested.connect(self.open_pair)
        page.paste_requested.connect(self.paste_pair)
        page.sample_chosen.connect(self.open_sample_named)
        page.recent_chosen.connect(self._window.open_pair)
        page.project_chosen.connect(self._window.keeper.open)
        page.sources_dropped.connect(self._dropped_on_start)
        page.words_dropped.connect(self.paste_pair)
        return page

    def fill_start_page(self, page: StartPage) -> None:
        """Offer the projects and pairs opened last; the samples are offered there anyway."""
        from desktop_app.ingest.samples import sample_of

        settings = self._window.settings
        page.set_projects(settings.recent_projects)
        page.set_recent([pair for pair in settings.recent_pairs if sample_of(*pair) is None])

    @Slot(object)
    def _dropped_on_start(self, sources: list[str]) -> None:
        self.take_sources(sources, None)

    def open_first_sample(self) -> None:
        """Open the sample that is shown when nothing else was asked for."""
        from desktop_app.ingest.samples import samples

        known = samples()
        if known:
            self._window.open_pair(known[0].left, known[0].right)
        else:
            self._window.show_start()
            self._window.notice.show_message(self.tr("The sample pairs are missing; open two files."))

    @Slot(str)
    def open_sample_named(self, name: str) -> None:
        """Open a sample pair."""
        from desktop_app.ingest.samples import find_sample

        sample = find_sample(name)
        self._window.open_pair(sample.left, sample.right)

    @Slot()
    def fill_samples(self) -> None:
        """List the samples, each with what it shows."""
        from desktop_app.ingest.samples import samples

        menu = self._window.menus["Samples"]
        menu.clear()
        menu.setToolTipsVisible(True)
        for sample in samples():
            told = f"{sample.title}: {sample.shows}"
            action = menu.addAction(as_written(shortened(told, SAMPLE_LETTERS)))
            action.setToolTip(told)
            action.setStatusTip(sample.shows)
            action.setData(sample.name)
            action.triggered.connect(self._sample_chosen)
        give_letters(menu)

    @Slot()
    def _sample_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open_sample_named(action.data())

    @Slot()
    def fill_recent(self) -> None:
        """List the pairs opened last."""
        from desktop_app.ingest.samples import sample_of

        menu = self._window.menus["Recent pairs"]
        menu.clear()
        for place, (left, right) in enumerate(self._window.settings.recent_pairs):
            sample = sample_of(left, right)
            folders = dict.fromkeys(Path(source).parent.name for source in (left, right))
            names = f"{Path(left).name} ↔ {Path(right).name}   ({', '.join(folders)})"
            action = menu.addAction(numbered(place, as_written(names if sample is None else sample.title)))
            action.setStatusTip(f"{left}  ·  {right}")
            action.setData((left, right))
            action.triggered.connect(self._recent_chosen)
        close_list(menu, self._window.settings.clear_recent_pairs)

    @Slot()
    def _recent_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.open_pair(*action.data())

    def window_title(self) -> str:
        """Return what the title bar says."""
        opened = self._window.shown
        if opened is None:
            return "Twicetold"
        if self._window.keeper.path is not None and opened is self._window.opened:
            return f"{self._window.keeper.path.name} — Twicetold"
        from desktop_app.ingest.samples import sample_of
        from desktop_app.ui.session import can_be_read_again

        sample = sample_of(opened.left, opened.right)
        if sample is not None:  # all of them are called left.txt and right.txt
            return f"{sample.title} — Twicetold"
        names = [Path(name).name if can_be_read_again(name) else name for name in (opened.left, opened.right)]
        return self.tr("{left} ↔ {right} — Twicetold").format(left=names[0], right=names[1])

    # -- pasting and exporting ----------------------------------------------------------------------------

    @Slot()
    @Slot(str)
    def paste_pair(self, left: object = "") -> None:
        """Ask for two texts and compare them; ``left`` is there already."""
        from desktop_app.ui.dialogs.paste import PasteDialog

        dialog = PasteDialog(self._window.themes, self._window)
        if isinstance(left, str) and left:  # an action tells whether it is checked instead
            dialog.left.field.setPlainText(left)
            dialog.right.field.setFocus()
        dialog.texts_given.connect(self._texts_given)
        dialog.open_once()

    @Slot(str, str)
    def _texts_given(self, left: str, right: str) -> None:
        window = self._window
        window.notice.hide()
        window.show_reader()
        window.session.open_texts(left, right, self._pasted(Side.LEFT), self._pasted(Side.RIGHT))

    def _pasted(self, side: Side) -> str:
        """Return what a text without a file of its own is called."""
        return self.tr("pasted text (left)") if side is Side.LEFT else self.tr("pasted text (right)")

    @Slot()
    def export_report(self) -> None:
        """Ask where to and write the comparison there."""
        self._export("html")

    @Slot()
    def export_as(self) -> None:
        """Write the format that the chosen menu entry names."""
        action = self.sender()
        if isinstance(action, QAction):
            self._export(str(action.data()))

    def export_choices(self, parent: QWidget) -> list[QAction]:
        """Return one action for each format."""
        made = []
        for ending, text in EXPORTS.items():
            action = QAction(self.tr("{format}…").format(format=self.tr(text).partition(" (")[0]), parent)
            action.setData(ending)
            action.triggered.connect(self.export_as)
            made.append(action)
        return made

    def _export(self, ending: str) -> None:
        window = self._window
        if window.comparison is None:
            return
        from desktop_app.ui.dialogs.target import ask_target, suggested

        target = ask_target(
            window,
            self.tr("Export the comparison"),
            suggested(window, f".{ending}"),
            f"{self.tr(EXPORTS[ending])};;{self.tr('All files (*)')}",
            f".{ending}",
            [f".{known}" for known in EXPORTS],
        )
        if target is not None:
            self.write(target)

    def write(self, target: Path) -> None:
        """Write the comparison in the background; the file's ending names the format."""
        comparison = self._window.workbench.handed_on
        if comparison is not None:
            self._window.exporting.start(comparison, target)

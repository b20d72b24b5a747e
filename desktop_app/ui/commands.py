"""What each action does. Handlers are methods named like the actions, in snake_case."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.model import Side
from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.reading import copying

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

NEEDS_PAIR = {
    "swapSides", "copy", "copyWithSource", "find", "findNext", "findPrevious", "nextLink", "previousLink",
    "levelCounterpart", "otherSide", "nextOnlyHere", "previousOnlyHere", "nextChange", "previousChange",
    "nextMention", "previousMention", "readLinear",
}  # fmt: skip
NEEDS_LINK = {"copyPair"}


class Commands(QObject):
    """Connects the window's actions to what they do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.view
        for spec in ACTIONS:
            handler = getattr(self, snake_case(spec.name), None)
            if spec.name in window.actions_table and handler is not None:
                window.actions_table[spec.name].triggered.connect(handler)
        window.themes.changed.connect(self.refresh)
        self._view.moving.history_changed.connect(self.refresh)
        self._view.moving.sync_changed.connect(self.refresh)
        window.side_panel.shown_changed.connect(self.refresh)
        window.menus["Samples"].aboutToShow.connect(self._fill_samples)
        window.menus["Recent pairs"].aboutToShow.connect(self._fill_recent)

    @Slot()
    def refresh(self) -> None:
        """Enable and check the actions as things stand."""
        window, actions = self._window, self._window.actions_table
        pair, view = window.comparison is not None, self._view
        for spec in ACTIONS:
            if spec.name not in actions:
                continue
            if spec.name in NEEDS_PAIR:
                actions[spec.name].setEnabled(pair)
            elif spec.name in NEEDS_LINK:
                actions[spec.name].setEnabled(pair and view.current_link >= 0)
        actions["goBack"].setEnabled(pair and view.moving.can_go_back)
        actions["goForward"].setEnabled(pair and view.moving.can_go_forward)
        actions["nextChange"].setEnabled(pair and bool(window.comparison and window.comparison.changes))
        actions["previousChange"].setEnabled(actions["nextChange"].isEnabled())
        actions["toggleSync"].setChecked(view.ruler.state.together)
        actions["layoutRows" if view.layout_name == "rows" else "layoutFlow"].setChecked(True)
        actions[f"theme{str(window.themes.choice).capitalize()}"].setChecked(True)
        actions["toggleReadingLine"].setChecked(window.settings.reading_line)
        actions["toggleSidebar"].setChecked(window.side_panel.shown)
        actions["toggleStrip"].setChecked(window.settings.strip_visible)

    # -- file ---------------------------------------------------------------------------------------------

    @Slot()
    def open_pair(self) -> None:
        """Ask for two documents and open them."""
        tr = self.tr
        wanted = tr(
            "Documents (*.txt *.text *.md *.markdown *.html *.htm *.xhtml *.docx *.pdf);;All files (*)"
        )
        names, _ = QFileDialog.getOpenFileNames(self._window, tr("Choose two documents"), "", wanted)
        if len(names) == 1:
            second, _ = QFileDialog.getOpenFileName(
                self._window, tr("Choose the document for the right"), str(Path(names[0]).parent), wanted
            )
            names += [second] if second else []
        if len(names) >= 2:
            self.take_sources(names[:2], None)

    @Slot()
    def swap_sides(self) -> None:
        """Exchange left and right."""
        opened = self._window.opened
        if opened is not None:
            self._window.session.open_articles(
                opened.comparison.right, opened.comparison.left, opened.lasting
            )

    @Slot()
    def close_window(self) -> None:
        """Close the window."""
        self._window.close()

    def take_sources(self, sources: list[str], at: QPoint | None) -> None:
        """Open what was dropped or chosen: two documents, or one in place of the side it fell on."""
        window = self._window
        if len(sources) >= 2:
            window.open_pair(sources[0], sources[1])
            return
        if Path(sources[0]).is_dir():
            from desktop_app.cli import documents_in
            from desktop_app.model import LoadError

            try:
                window.open_pair(*documents_in(Path(sources[0])))
            except LoadError as error:
                window.notice.show_message(str(error))
            return
        opened = window.opened
        if opened is None or at is None:
            window.notice.show_message(self.tr("Drop two documents together, or choose two with Open pair."))
            return
        middle = self._view.gutter.mapTo(window, self._view.gutter.rect().center()).x()
        if at.x() <= middle:
            window.open_pair(sources[0], opened.right)
        else:
            window.open_pair(opened.left, sources[0])

    def make_start_page(self) -> QWidget:
        """Return the page that is shown while nothing is open."""
        from desktop_app.ingest.samples import samples
        from desktop_app.ui.start_page import StartPage

        page = StartPage(self._window.themes, self._window)
        page.set_samples([(s.name, s.title, s.shows) for s in samples()])
        page.set_recent(self._window.settings.recent_pairs)
        page.open_requested.connect(self.open_pair)
        page.sample_chosen.connect(self.open_sample_named)
        page.recent_chosen.connect(self._window.open_pair)
        page.sources_dropped.connect(self._dropped_on_start)
        return page

    @Slot(object)
    def _dropped_on_start(self, sources: list[str]) -> None:
        self.take_sources(sources, None)

    @Slot(str)
    def open_sample_named(self, name: str) -> None:
        """Open a sample pair."""
        from desktop_app.ingest.samples import find_sample

        sample = find_sample(name)
        self._window.open_pair(sample.left, sample.right)

    @Slot()
    def _fill_samples(self) -> None:
        from desktop_app.ingest.samples import samples

        menu = self._window.menus["Samples"]
        menu.clear()
        for sample in samples():
            action = menu.addAction(f"{sample.title}: {sample.shows}")
            action.setStatusTip(sample.shows)
            action.setData(sample.name)
            action.triggered.connect(self._sample_chosen)

    @Slot()
    def _sample_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.open_sample_named(action.data())

    @Slot()
    def _fill_recent(self) -> None:
        menu = self._window.menus["Recent pairs"]
        menu.clear()
        for left, right in self._window.settings.recent_pairs:
            action = menu.addAction(f"{Path(left).name} ↔ {Path(right).name}")
            action.setStatusTip(f"{left}  ·  {right}")
            action.setData((left, right))
            action.triggered.connect(self._recent_chosen)
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)

    @Slot()
    def _recent_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._window.open_pair(*action.data())

    def window_title(self) -> str:
        """Return what the title bar says."""
        opened = self._window.opened
        if opened is None:
            return "Twicetold"
        names = [Path(name).name if opened.lasting else name for name in (opened.left, opened.right)]
        return self.tr("{left} ↔ {right} – Twicetold").format(left=names[0], right=names[1])

    # -- edit ---------------------------------------------------------------------------------------------

    @Slot()
    def copy(self) -> None:
        """Copy the selected words of the pane that has some."""
        for side in (self._view.active_side(), self._view.active_side().other):
            pane = self._view.panes[side]
            if pane.textCursor().hasSelection():
                pane.copy()
                return

    @Slot()
    def copy_with_source(self) -> None:
        """Copy the selection, or the paragraph at the caret, with its source."""
        side = self._view.active_side()
        if not self._view.panes[side].textCursor().hasSelection():
            other = self._view.panes[side.other]
            side = side.other if other.textCursor().hasSelection() else side
        pane = self._view.panes[side]
        caret = pane.place_of_caret()
        data = copying.mime_with_source(pane, [caret[0]] if caret else [])
        if data is not None:
            QGuiApplication.clipboard().setMimeData(data)
            self._window.announce(self.tr("Copied with source"))

    @Slot()
    def copy_pair(self) -> None:
        """Copy both sides of the chosen link."""
        comparison, number = self._window.comparison, self._view.current_link
        if comparison is not None and number >= 0:
            QGuiApplication.clipboard().setMimeData(copying.mime_of_pair(comparison, number))
            self._window.announce(self.tr("Copied both sides"))

    @Slot()
    def find(self) -> None:
        """Open the find bar with the selected words."""
        pane = self._view.panes[self._view.active_side()]
        self._window.find_bar.open_bar(pane.textCursor().selectedText().split("\u2029")[0][:200])

    @Slot()
    def find_next(self) -> None:
        self._window.finding.next_hit()

    @Slot()
    def find_previous(self) -> None:
        self._window.finding.previous_hit()

    # -- view ---------------------------------------------------------------------------------------------

    @Slot()
    def layout_flow(self) -> None:
        self._set_layout("flow")

    @Slot()
    def layout_rows(self) -> None:
        self._set_layout("rows")

    def _set_layout(self, name: str) -> None:
        self._window.settings.layout = name
        self._view.set_layout_name(name)
        self.refresh()

    @Slot(bool)
    def toggle_sync(self, together: bool) -> None:
        self._window.settings.scroll_together = together
        self._view.moving.set_sync(together)

    @Slot(bool)
    def toggle_reading_line(self, shown: bool) -> None:
        self._window.settings.reading_line = shown
        self._view.set_reading_line(shown)

    @Slot(bool)
    def toggle_sidebar(self, shown: bool) -> None:
        self._view.keep_place()
        self._window.side_panel.set_shown(shown)

    @Slot(bool)
    def toggle_strip(self, shown: bool) -> None:
        self._view.keep_place()
        self._window.settings.strip_visible = shown
        self._view.strip.setVisible(shown)

    @Slot()
    def zoom_in(self) -> None:
        self._window.memory.zoom(1)

    @Slot()
    def zoom_out(self) -> None:
        self._window.memory.zoom(-1)

    @Slot()
    def zoom_reset(self) -> None:
        self._window.memory.zoom(0)

    @Slot()
    def theme_system(self) -> None:
        self._set_theme("system")

    @Slot()
    def theme_light(self) -> None:
        self._set_theme("light")

    @Slot()
    def theme_dark(self) -> None:
        self._set_theme("dark")

    def _set_theme(self, choice: str) -> None:
        self._view.keep_place()
        self._window.settings.theme = choice
        self._window.themes.set_choice(choice)
        self.refresh()

    # -- go -----------------------------------------------------------------------------------------------

    @Slot()
    def next_link(self) -> None:
        self._view.steps.link(1)

    @Slot()
    def previous_link(self) -> None:
        self._view.steps.link(-1)

    @Slot()
    def level_counterpart(self) -> None:
        self._view.moving.level_counterpart(self._view.active_side())

    @Slot()
    def other_side(self) -> None:
        """Move the keyboard to the other pane, the caret to the counterpart of where it was."""
        view = self._view
        side = view.active_side()
        other = side if not view.panes[side].hasFocus() else side.other
        caret = view.panes[other.other].place_of_caret()
        number = view.structure.link_of(other.other, caret[0]) if caret and view.structure else -1
        if number >= 0:
            view.moving.clicked(other.other, caret[0] if caret else 0)
        view.panes[other].setFocus()
        self._window.announce(self.tr("Left article") if other is Side.LEFT else self.tr("Right article"))

    @Slot()
    def next_only_here(self) -> None:
        self._view.steps.only_here(1)

    @Slot()
    def previous_only_here(self) -> None:
        self._view.steps.only_here(-1)

    @Slot()
    def next_change(self) -> None:
        self._view.steps.change(1)

    @Slot()
    def previous_change(self) -> None:
        self._view.steps.change(-1)

    @Slot()
    def next_mention(self) -> None:
        self._step_mention(1)

    @Slot()
    def previous_mention(self) -> None:
        self._step_mention(-1)

    def _step_mention(self, step: int) -> None:
        if not self._window.mentions.step(step):
            self._window.announce(self.tr("Choose a name in the sidebar first"))

    @Slot()
    def go_back(self) -> None:
        self._view.moving.go_back()

    @Slot()
    def go_forward(self) -> None:
        self._view.moving.go_forward()

    @Slot()
    def drop_shift(self) -> None:
        self._view.moving.drop_shift()


def available() -> set[str]:
    """Return the names of the actions that do something."""
    return {s.name for s in ACTIONS if s.name == "openSample" or hasattr(Commands, snake_case(s.name))}


def snake_case(name: str) -> str:
    """Return "nextLink" as "next_link"."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()

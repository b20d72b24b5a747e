"""What each action does, menu by menu. Handlers are methods named like the actions, in snake_case."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop_app.ui.actions import ACTIONS
from desktop_app.ui.commands.edit import EditCommands
from desktop_app.ui.commands.files import FileCommands
from desktop_app.ui.commands.group import CommandGroup
from desktop_app.ui.commands.help import HelpCommands
from desktop_app.ui.commands.links import LinkCommands
from desktop_app.ui.commands.look import LookCommands
from desktop_app.ui.commands.notes import NoteCommands
from desktop_app.ui.commands.projects import ProjectCommands
from desktop_app.ui.commands.walk import WalkCommands
from desktop_app.ui.wording import as_written

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow

NEEDS_TEXTS = {"copy", "copyWithSource", "find", "findNext", "findPrevious", "closePair"}
"""What can be done while two texts are not compared yet."""

NEEDS_PAIR = {
    "swapSides", "nextLink", "previousLink",
    "levelCounterpart", "otherSide", "nextOnlyHere", "previousOnlyHere", "nextChange", "previousChange",
    "nextMention", "previousMention", "readLinear", "exportReport",
}  # fmt: skip
NEEDS_LINK = {"copyPair"}
NEEDS_PAIR |= {
    "saveProject", "saveProjectAs", "readSourcesAgain", "printReport", "printPreview",
    "linkParagraphs", "takeFromLink", "linkAgain", "writeNote", "writeParagraphNote", "listNotes",
}  # fmt: skip
NEEDS_LINK |= {"unlinkParagraphs", "confirmLink", "splitLink", "mergeLinks", "markMoved"}
GROUPS = (
    FileCommands,
    ProjectCommands,
    EditCommands,
    LookCommands,
    WalkCommands,
    LinkCommands,
    NoteCommands,
    HelpCommands,
)


class Commands(QObject):
    """Connects the window's actions to what they do and keeps them enabled and checked as things stand."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.view
        self.files = FileCommands(window)
        self.edit = EditCommands(window)
        self.look = LookCommands(window)
        self.walk = WalkCommands(window)
        self.links = LinkCommands(window)
        self.notes = NoteCommands(window)
        self.projects = ProjectCommands(window)
        self.help = HelpCommands(window)
        for spec in ACTIONS:
            for group in self.groups():
                handler = getattr(group, snake_case(spec.name), None)
                if spec.name in window.actions_table and handler is not None:
                    window.actions_table[spec.name].triggered.connect(handler)
        window.tools.add_export(self.files.export_choices(window))
        window.themes.changed.connect(self.refresh)
        self._view.moving.history_changed.connect(self.refresh)
        self._view.moving.sync_changed.connect(self.refresh)
        self._view.moving.shift_changed.connect(self._refresh_shift)
        window.side_panel.shown_changed.connect(self.refresh)
        window.stack.currentChanged.connect(self.refresh)
        window.menus["Samples"].aboutToShow.connect(self.files.fill_samples)
        window.menus["Recent pairs"].aboutToShow.connect(self.files.fill_recent)
        self.projects.add_recent_menu()
        for name in ("confirmLink", "unlinkParagraphs", "mergeLinks", "markMoved", "writeNote"):
            window.sidebar.link_view.list.addAction(window.actions_table[name])
        window.sidebar.quotation_view.list.addAction(window.actions_table["writeNote"])
        window.sidebar.link_view.link_chosen_instead.connect(self.links.take_instead)

    def groups(self) -> tuple[CommandGroup, ...]:
        """Return the groups of handlers."""
        return (self.files, self.projects, self.edit, self.look, self.walk, self.links, self.notes, self.help)

    def close(self) -> None:
        """Stop what runs: the window goes."""
        self.links.close()
        self.projects.close()

    @Slot()
    def refresh(self) -> None:
        """Enable and check the actions as things stand."""
        window, actions = self._window, self._window.actions_table
        pair, view = window.comparison is not None, self._view
        for spec in ACTIONS:
            if spec.name not in actions:
                continue
            if spec.name in NEEDS_TEXTS:
                actions[spec.name].setEnabled(window.shown is not None)
            elif spec.name in NEEDS_PAIR:
                actions[spec.name].setEnabled(pair)
            elif spec.name in NEEDS_LINK:
                actions[spec.name].setEnabled(pair and view.current_link >= 0)
        window.tools.allow_export(pair)
        actions["goBack"].setEnabled(pair and view.moving.can_go_back)
        actions["goForward"].setEnabled(pair and view.moving.can_go_forward)
        found = window.comparison
        some = found is not None and bool(found.changes or found.only_left or found.only_right)
        actions["nextChange"].setEnabled(some)
        actions["listLeftOut"].setEnabled(
            found is not None and bool(found.left.dropped or found.right.dropped)
        )
        actions["previousChange"].setEnabled(actions["nextChange"].isEnabled())
        stack = window.workbench.stack
        for name, can, step in (
            ("undo", stack.canUndo(), stack.undoText()),
            ("redo", stack.canRedo(), stack.redoText()),
        ):
            actions[name].setEnabled(can and window.opening.texts is None)
            word = self.tr("&Undo") if name == "undo" else self.tr("&Redo")
            actions[name].setText(f"{word}: {as_written(step)}" if can else word)
        actions["toggleSync"].setChecked(view.ruler.state.together)
        actions["layoutRows" if view.layout_name == "rows" else "layoutFlow"].setChecked(True)
        actions[f"theme{str(window.themes.choice).capitalize()}"].setChecked(True)
        actions["moreContrast"].setChecked(window.themes.stark)
        actions["toggleReadingLine"].setChecked(window.settings.reading_line)
        self._refresh_shift()
        reading = window.stack.currentWidget() is window.side_panel
        actions["toggleSidebar"].setEnabled(reading)
        actions["toggleSidebar"].setChecked(reading and window.side_panel.shown)
        actions["toggleStrip"].setChecked(window.settings.strip_visible)

    @Slot()
    def _refresh_shift(self) -> None:
        """Let a shift be kept or dropped where there is one."""
        for name in ("keepShift", "dropShift"):
            self._window.actions_table[name].setEnabled(bool(self._view.ruler.state.shift))


def snake_case(name: str) -> str:
    """Return "nextLink" as "next_link"."""
    return re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower()

"""The sheet of keys and what the program is."""

from __future__ import annotations

from PySide6.QtCore import Slot

from desktop_app.ui.actions import ACTIONS, MENUS
from desktop_app.ui.commands.group import CommandGroup
from desktop_app.ui.letters import unmarked
from desktop_app.ui.wording import translate

FIRST = ("Go", "Link", "Edit", "View", "File", "Help")
"""The menus in the order in which somebody who reads asks for their keys."""


class HelpCommands(CommandGroup):
    """What the Help menu does."""

    @Slot()
    def show_shortcuts(self) -> None:
        """Show every action with its keys, and the gestures that are no actions."""
        from desktop_app.ui.dialogs.shortcuts import ShortcutSheet

        actions = self._window.actions_table
        groups = [
            (
                unmarked(translate("Menus", f"&{menu}")),
                [
                    actions[spec.name]
                    for spec in ACTIONS
                    if spec.menu == menu and spec.name in actions and spec.name != "openSample"
                ],
            )
            for menu in sorted(MENUS, key=FIRST.index)
        ]
        gestures = (
            (self.tr("Level the paragraph with its counterpart"), (self.tr("Click"), self.tr("Enter"))),
            (
                self.tr("Scroll both articles"),
                (self.tr("Wheel"), self.tr("Page Up"), self.tr("Page Down"), self.tr("Space")),
            ),
            (self.tr("Go to the beginning or the end"), (self.tr("Home"), self.tr("End"))),
            (self.tr("Scroll one article alone"), (self.tr("Alt+wheel"),)),
            (self.tr("Text size"), (self.tr("Ctrl+wheel"), self.tr("Pinch"))),
            (self.tr("Leave a moved pair, or nothing chosen"), (self.tr("Esc"),)),
            (
                self.tr("Move the caret word by word, select"),
                (self.tr("Arrows"), self.tr("Ctrl+arrows"), self.tr("Shift+arrows")),
            ),
        )
        ShortcutSheet(groups, self._window.themes, gestures, self._window).open_once()

    def key_hint(self) -> str:
        """Return the keys worth knowing first."""
        names = {
            "nextLink": self.tr("next link"),
            "previousLink": self.tr("previous"),
            "linkParagraphs": self.tr("link"),
            "unlinkParagraphs": self.tr("unlink"),
            "nextChange": self.tr("next change"),
            "showShortcuts": self.tr("all keys"),
        }
        actions = self._window.actions_table
        parts = [
            f"{actions[name].shortcut().toString()} {text}" for name, text in names.items() if name in actions
        ]
        return " · ".join([*parts[:2], self.tr("Enter level with counterpart"), *parts[2:]])

    @Slot()
    def show_manual(self) -> None:
        """Open the manual at its first page."""
        from desktop_app.ui.dialogs.manual import ManualDialog

        ManualDialog(self._window).open_once()

    @Slot()
    def about(self) -> None:
        """Tell version and licence."""
        from desktop_app.ui.dialogs.about import AboutDialog

        AboutDialog(self._window).open_once()

"""What groups of commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from desktop_app.ui.main_window import MainWindow


class CommandGroup(QObject):
    """Handlers of actions: a method ``next_link`` handles the action ``nextLink``."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.view


def close_list(menu: QMenu, clear: Callable[[], None]) -> None:
    """End a menu of things opened before: with what empties it, or with a word that there are none."""
    if menu.isEmpty():
        menu.addAction(QCoreApplication.translate("Menus", "None yet")).setEnabled(False)
        return
    menu.addSeparator()
    menu.addAction(QCoreApplication.translate("Menus", "&Clear the list")).triggered.connect(clear)

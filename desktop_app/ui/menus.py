"""The menu bar, filled from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop_app.ui.actions import ACTIONS, MENUS, Actions
from desktop_app.ui.letters import unmarked

BREAKS = {
    "openProject",
    "exportReport",
    "linkAgain",
    "writeNote",
    "closePair",
    "copy",
    "find",
    "preferences",
    "toggleSync",
    "zoomIn",
    "themeSystem",
    "otherSide",
    "nextOnlyHere",
    "nextMention",
    "goBack",
    "readLinear",
    "about",
}
"""A line stands above each of these."""


def fill_menu_bar(window: QMainWindow, actions: Actions) -> dict[str, QMenu]:
    """Build the menus; returns them by their English names, with "Samples" and "Recent pairs"."""
    bar = window.menuBar()
    bar.setAccessibleName(_tr("Menus"))
    menus: dict[str, QMenu] = {}
    for name in MENUS:
        specs = [spec for spec in ACTIONS if spec.menu == name and spec.name in actions]
        if not specs:
            continue
        menu = bar.addMenu(_tr("&" + name))
        menu.setObjectName(f"menu{name}")
        menus[name] = menu
        for spec in specs:
            if spec.name in BREAKS and not menu.isEmpty():
                menu.addSeparator()
            if spec.name == "openSample":
                menus["Samples"] = QMenu(unmarked(actions["openSample"].text()), menu)
                menus["Samples"].setObjectName("menuSamples")
                actions["openSample"].setMenu(menus["Samples"])
                menu.addAction(actions["openSample"])
                menus["Recent pairs"] = menu.addMenu(_tr("&Recent pairs"))
                menus["Recent pairs"].setObjectName("menuRecent")
            else:
                menu.addAction(actions[spec.name])
    for menu in menus.values():
        menu.setAccessibleName(unmarked(menu.title()))
    return menus


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)

"""Every action of the program in one table: name, text, icon, shortcuts, tip.

Tool bar, menus, shortcut sheet and tests read this table; nothing else makes a QAction for a command.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_app.ui.icons import themed_icon
from desktop_app.ui.letters import unmarked
from desktop_app.ui.theme import ThemeManager


class ActionSpec(NamedTuple):
    """One command. ``text`` marks its letter in the menu with "&", ``menu`` is the menu it stands in,
    ``group`` makes checkable ones exclude each other, ``reading`` limits the shortcut to the reading view,
    so that lists and fields keep their keys."""

    name: str
    text: str
    menu: str
    shortcuts: tuple[str, ...] = ()
    tip: str = ""
    icon: str = ""
    checkable: bool = False
    group: str = ""
    reading: bool = False


MENUS = ("File", "Edit", "View", "Go", "Link", "Help")

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("openPair", "&Open pair…", "File", ("Ctrl+O",), "Open two documents to read together", "open"),
    ActionSpec("openSample", "Sa&mples", "File", (), "Open one of the sample pairs", "samples"),
    ActionSpec(
        "pastePair",
        "Paste &two texts…",
        "File",
        ("Ctrl+Shift+V",),
        "Paste two stories and read them",
        "paste",
    ),
    ActionSpec("swapSides", "S&wap", "File", ("Ctrl+Shift+X",), "Exchange left and right", "swap"),
    ActionSpec(
        "openProject", "Open pro&ject…", "File", ("Ctrl+Shift+O",), "Go on with work that was saved", "open"
    ),
    ActionSpec(
        "saveProject", "&Save", "File", ("Ctrl+S",), "Save links, notes and place in a project file", "save"
    ),
    ActionSpec("saveProjectAs", "Save &as…", "File", ("Ctrl+Shift+S",), "Save in another project file"),
    ActionSpec(
        "readSourcesAgain",
        "Read sources a&gain",
        "File",
        ("Ctrl+F5",),
        "Read both sources again and place links and notes anew",
    ),
    ActionSpec(
        "listLeftOut",
        "&Left-out passages…",
        "File",
        ("Ctrl+Shift+D",),
        "See what reading the documents left out, and put it back",
    ),
    ActionSpec("exportReport", "&Export…", "File", ("Ctrl+E",), "Write the comparison to a file", "export"),
    ActionSpec("printPreview", "Print pre&view…", "File", ("Ctrl+Alt+P",), "See the report on paper"),
    ActionSpec("printReport", "&Print…", "File", ("Ctrl+P",), "Print the report"),
    ActionSpec("closePair", "&Close pair", "File", ("Ctrl+W",), "Close the pair and go to the start page"),
    ActionSpec("closeWindow", "&Quit", "File", ("Ctrl+Q",), "Close the window"),
    ActionSpec("undo", "&Undo", "Edit", ("Ctrl+Z",), "Take the last step back", "undo"),
    ActionSpec("redo", "&Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), "Make the step again", "redo"),
    ActionSpec("copy", "&Copy", "Edit", ("Ctrl+C",), "Copy the selected words", "", reading=True),
    ActionSpec(
        "copyWithSource",
        "Copy with &source",
        "Edit",
        ("Ctrl+Shift+C",),
        "Copy the selected words, or the paragraph, with title and paragraph number",
    ),
    ActionSpec("copyPair", "Copy &pair", "Edit", ("Ctrl+Alt+C",), "Copy both sides of the chosen link"),
    ActionSpec("find", "&Find", "Edit", ("Ctrl+F",), "Find in both articles", "find"),
    ActionSpec("findNext", "Find &next", "Edit", ("F3", "Ctrl+G"), "Go to the next place found"),
    ActionSpec(
        "findPrevious", "Find pre&vious", "Edit", ("Shift+F3", "Ctrl+Shift+G"), "Go to the place found before"
    ),
    ActionSpec(
        "layoutFlow", "&Flow", "View", ("Ctrl+1",), "Each text flows on its own", "flow", True, "layout"
    ),
    ActionSpec(
        "layoutRows",
        "&Aligned rows",
        "View",
        ("Ctrl+2",),
        "Linked paragraphs start level",
        "rows",
        True,
        "layout",
    ),
    ActionSpec("toggleSync", "S&ync scroll", "View", ("S",), "Scroll both articles together", "sync", True),
    ActionSpec(
        "toggleReadingLine",
        "Reading &line",
        "View",
        ("Ctrl+Shift+L",),
        "Show the line on which links stand level",
        "",
        True,
    ),
    ActionSpec("toggleSidebar", "&Sidebar", "View", ("F9",), "Show or hide the sidebar", "sidebar", True),
    ActionSpec(
        "toggleStrip", "&Overview strip", "View", ("Shift+F9",), "Show or hide the overview strip", "", True
    ),
    ActionSpec("zoomIn", "La&rger text", "View", ("Ctrl++", "Ctrl+="), "Make the text larger", "zoom-in"),
    ActionSpec("zoomOut", "S&maller text", "View", ("Ctrl+-",), "Make the text smaller", "zoom-out"),
    ActionSpec("zoomReset", "&Usual text size", "View", ("Ctrl+0",), "Go back to the usual size"),
    ActionSpec(
        "readingLook",
        "Readi&ng font…",
        "View",
        ("Ctrl+Shift+F",),
        "Font, line height and column width",
        "reading",
    ),
    ActionSpec("themeSystem", "Syst&em theme", "View", (), "Follow the system", "theme", True, "theme"),
    ActionSpec(
        "themeLight", "Li&ght theme", "View", (), "Dark letters on light paper", "light", True, "theme"
    ),
    ActionSpec("themeDark", "&Dark theme", "View", (), "Light letters on dark paper", "dark", True, "theme"),
    ActionSpec(
        "moreContrast",
        "More &contrast",
        "View",
        (),
        "Black letters on white, or white ones on black",
        "",
        True,
    ),
    ActionSpec("nextLink", "&Next link", "Go", ("N",), "Put the next linked paragraphs level", "next"),
    ActionSpec(
        "previousLink", "&Previous link", "Go", ("P",), "Put the linked paragraphs before level", "previous"
    ),
    ActionSpec(
        "levelCounterpart",
        "Le&vel with counterpart",
        "Go",
        ("Ctrl+Return",),
        "Put the paragraph at the caret level with its counterpart (Enter in a pane)",
    ),
    ActionSpec(
        "otherSide",
        "Go to the &other side",
        "Go",
        ("F6",),
        "Move the caret to the counterpart on the other side",
    ),
    ActionSpec(
        "nextOnlyHere",
        "Next passa&ge on one side only",
        "Go",
        ("O",),
        "Go to the next passage the other side leaves out",
    ),
    ActionSpec(
        "previousOnlyHere",
        "Previous pa&ssage on one side only",
        "Go",
        ("Shift+O",),
        "Go to the passage before that the other side leaves out",
    ),
    ActionSpec(
        "nextChange",
        "Next &change",
        "Go",
        ("F8",),
        "Go to the next fact that disagrees or passage on one side only",
    ),
    ActionSpec(
        "previousChange",
        "Previous c&hange",
        "Go",
        ("Shift+F8",),
        "Go to the disagreement or one-sided passage before",
    ),
    ActionSpec(
        "nextMention",
        "Next &mention",
        "Go",
        ("M",),
        "Step through the chosen name: left 1, right 1, left 2 …",
    ),
    ActionSpec(
        "previousMention", "Previous men&tion", "Go", ("Shift+M",), "Step back through the chosen name"
    ),
    ActionSpec("goBack", "&Back", "Go", ("Alt+Left",), "Go back to where the last jump left from", "back"),
    ActionSpec("goForward", "&Forward", "Go", ("Alt+Right",), "Go forward again", "forward"),
    ActionSpec(
        "keepShift",
        "&Keep the shift",
        "Go",
        ("K",),
        "Keep both articles as they stand after one was scrolled alone",
        "",
        reading=True,
    ),
    ActionSpec(
        "dropShift",
        "Come b&ack from the shift",
        "Go",
        ("Backspace",),
        "Put the panes together again after one was scrolled alone",
        "",
        reading=True,
    ),
    ActionSpec(
        "readLinear",
        "&Read pair by pair…",
        "Go",
        ("Ctrl+R",),
        "A list that gives each left paragraph, then its partners",
    ),
    ActionSpec(
        "linkParagraphs",
        "&Link",
        "Link",
        ("L",),
        "Link the paragraphs at both carets, or all that are selected",
        "link",
    ),
    ActionSpec("unlinkParagraphs", "&Unlink", "Link", ("U",), "Take the chosen link apart", "unlink"),
    ActionSpec(
        "takeFromLink", "&Take out of its link", "Link", ("Shift+U",), "Take out the paragraph at the caret"
    ),
    ActionSpec("confirmLink", "C&onfirm link", "Link", ("C",), "Mark the chosen link as right", "confirm"),
    ActionSpec(
        "splitLink",
        "&Split link",
        "Link",
        ("Shift+J",),
        "Make the paragraphs at both carets a link of their own",
    ),
    ActionSpec(
        "mergeLinks",
        "&Merge links",
        "Link",
        ("J",),
        "Make one link of those at both carets, or with the next",
    ),
    ActionSpec(
        "markMoved", "Mo&ved", "Link", ("Ctrl+M",), "Say that the chosen paragraphs were moved, or not"
    ),
    ActionSpec(
        "linkAgain",
        "Link the rest &again",
        "Link",
        ("Ctrl+Shift+K",),
        "Link anew; what you linked, confirmed or parted stays as it is",
    ),
    ActionSpec(
        "writeNote",
        "&Note…",
        "Link",
        ("T",),
        "Write a note on the chosen link, the quotation in the list or the paragraph",
    ),
    ActionSpec(
        "writeParagraphNote",
        "Note on the para&graph…",
        "Link",
        ("Shift+T",),
        "Write a note on the paragraph at the caret",
    ),
    ActionSpec("listNotes", "Not&es", "Link", ("Ctrl+Shift+T",), "List all notes and what lost its place"),
    ActionSpec("showManual", "&Manual", "Help", ("Shift+F1",), "How to read, check and correct"),
    ActionSpec(
        "showShortcuts", "&Keyboard shortcuts", "Help", ("F1", "?"), "All keys, searchable", "keyboard"
    ),
    ActionSpec("preferences", "Pr&eferences…", "Edit", ("Ctrl+,",), "Theme, reading line, names", "settings"),
    ActionSpec("about", "&About Twicetold", "Help", (), "Version and licence"),
)


ON_TOOL_BAR = frozenset({"swapSides", "previousLink", "nextLink", "toggleSidebar"})
"""Actions whose icons a wide tool bar shows."""


class Actions:
    """The actions of one window by name, made from the table."""

    def __init__(self, window: QWidget, themes: ThemeManager) -> None:
        self._themes = themes
        self._by_name: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for spec in ACTIONS:
            action = QAction(_tr(spec.text), window)
            action.setObjectName(spec.name)
            action.setShortcuts([QKeySequence(keys) for keys in spec.shortcuts])
            tip = _tr(spec.tip) if spec.tip else unmarked(action.text())
            action.setStatusTip(tip)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{tip} ({keys})" if keys else tip)
            action.setIconText(unmarked(action.text()))
            action.setCheckable(spec.checkable)
            action.setMenuRole(
                QAction.MenuRole.QuitRole if spec.name == "closeWindow" else QAction.MenuRole.NoRole
            )
            action.setAutoRepeat(True)
            if spec.icon and spec.name in ON_TOOL_BAR:
                themed_icon(action, spec.icon, themes)
            if spec.group:
                group = self._groups.setdefault(spec.group, QActionGroup(window))
                group.addAction(action)
            self._by_name[spec.name] = action

    def add_icons(self) -> None:
        """Draw the icons that only menus show: the tool bar did not have to wait for them."""
        for spec in ACTIONS:
            if spec.icon and spec.name not in ON_TOOL_BAR:
                themed_icon(self._by_name[spec.name], spec.icon, self._themes)

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its name; raises KeyError."""
        return self._by_name[name]

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def attach(self, window: QWidget, reading: QWidget) -> None:
        """Give every action its place: the window's keys everywhere, a few in the reading view alone."""
        from PySide6.QtCore import Qt

        for spec in ACTIONS:
            action = self._by_name.get(spec.name)
            if action is None:
                continue
            if spec.reading:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                reading.addAction(action)
            else:
                window.addAction(action)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)

"""The tool bar, filled from the table of actions."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from desktop_app.ui.actions import Actions
from desktop_app.ui.fonts import interface_font
from desktop_app.ui.icons import themed_icon
from desktop_app.ui.letters import give_letters, unmarked
from desktop_app.ui.theme import ThemeManager

COMPACT_BELOW = 1160
"""Windows narrower than this many pixels show icons instead of words."""

ICON_ONLY, TEXT_ONLY, TEXT_BESIDE_ICON = 0, 1, 2
TAB_FOCUS = 1
CENTRED = 0x84
NO_CONTEXT_MENU = 4
"""Values of ``Qt.ToolButtonStyle``, ``Qt.FocusPolicy``, ``Qt.AlignmentFlag`` and ``Qt.ContextMenuPolicy``.
Loading the namespace ``Qt`` takes a tenth of the time to the first window, which waits for the tool bar."""


class ReaderToolBar(QToolBar):
    """Open, swap, sync and layout on the left, the links in the middle, find, size, theme, export right."""

    def __init__(self, actions: Actions, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("toolBar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setFloatable(False)
        self.setIconSize(QSize(16, 16))
        self.setProperty("contextMenuPolicy", NO_CONTEXT_MENU)
        self._with_words: list[tuple[QToolButton, bool]] = []
        self._compact = False
        self._counted: tuple[int, int] | None = None
        self._button(actions["openPair"])
        self._button(actions["swapSides"], icon=True)
        self._button(actions["toggleSync"])
        self._add_segments([actions["layoutFlow"], actions["layoutRows"]])
        self._stretch()
        self._button(actions["previousLink"], only_icon=True)
        self.counter = QLabel(self)
        self.counter.setObjectName("linkCounter")
        self.counter.setAccessibleName(self.tr("Chosen link"))
        self.counter.setProperty("alignment", CENTRED)
        self._fit_counter()
        self.addWidget(self.counter)
        self._button(actions["nextLink"], only_icon=True)
        self._stretch()
        self._button(actions["find"])
        self._button(actions["zoomOut"], text="A−", never_icon=True)
        self._button(actions["zoomIn"], text="A+", never_icon=True)
        self._theme_button = self._menu_button(
            self.tr("Theme"),
            "theme",
            themes,
            [actions[n] for n in ("themeSystem", "themeLight", "themeDark", "moreContrast")],
        )
        if "readingLook" in actions:
            menu = self._theme_button.menu()
            menu.addSeparator()
            menu.addAction(actions["readingLook"])
        self._export = self._menu_button(self.tr("Export"), "export", themes, [])
        self._export.setEnabled(False)
        self._button(actions["toggleSidebar"], only_icon=True)

    def add_export(self, choices: list[QAction]) -> None:
        """Offer the ways to export."""
        self._export.menu().addActions(choices)
        give_letters(self._export.menu())

    def allow_export(self, allowed: bool) -> None:
        """Let the reader export, or not while nothing is open."""
        self._export.setEnabled(allowed)

    def show_count(self, place: int, total: int) -> None:
        """Say which link is chosen: ``place`` counts from 1, 0 is none; ``total`` is -1 as long
        as nobody knows."""
        from desktop_app.ui.wording import number  # here, so that the first window opens without it

        self._counted = place, total
        if total < 0:
            text, spoken = "\N{NO-BREAK SPACE}", ""  # words make the tool bar take in the room they need
        elif total == 0:
            text = spoken = self.tr("No links")
        elif place:
            spoken = self.tr("Link {place} of {total}").format(place=number(place), total=number(total))
            long = self.tr("<b>Link {place}</b>&nbsp; of {total}")
            short = self.tr("<b>{place}</b> / {total}")
            text = (short if self._compact else long).format(place=number(place), total=number(total))
        else:
            text = self.tr("1 link") if total == 1 else self.tr("{total} links").format(total=number(total))
            spoken = text
        self.counter.setText(text)
        self.counter.setAccessibleDescription(spoken)

    def _fit_counter(self) -> None:
        """Keep the arrows beside the counter where they are while the numbers change."""
        widest = "888 / 888" if self._compact else "Link 888 of 888"
        room = 8 if self._compact else 24
        self.counter.setMinimumWidth(self.fontMetrics().horizontalAdvance(widest) + room)

    def compact(self, narrow: bool) -> None:
        """Show icons instead of words where the window is narrow."""
        if narrow == self._compact:
            return
        self._compact = narrow
        self._fit_counter()
        if self._counted is not None:
            self.show_count(*self._counted)
        for button, with_icon in self._with_words:
            _set_face(button, ICON_ONLY if narrow else TEXT_BESIDE_ICON if with_icon else TEXT_ONLY)

    def _button(
        self,
        action: QAction,
        *,
        icon: bool = False,
        only_icon: bool = False,
        never_icon: bool = False,
        text: str = "",
        parent: QWidget | None = None,
    ) -> QToolButton:
        button = QToolButton(parent or self)
        button.setObjectName(f"{action.objectName()}Button")
        button.setDefaultAction(action)
        button.setFont(interface_font())
        button.setProperty("focusPolicy", TAB_FOCUS)
        button.setAccessibleName(unmarked(action.text()).rstrip("…"))
        button.setAccessibleDescription(action.statusTip())
        if text:
            action.setIconText(text)
        if only_icon:
            _set_face(button, ICON_ONLY)
        elif never_icon:
            _set_face(button, TEXT_ONLY)
        else:
            self._with_words.append((button, icon))
            _set_face(button, TEXT_BESIDE_ICON if icon else TEXT_ONLY)
        if parent is None:
            self.addWidget(button)
        return button

    def _add_segments(self, actions: list[QAction]) -> None:
        frame = QFrame(self)
        frame.setProperty("role", "segments")
        frame.setAccessibleName(self.tr("Layout"))
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for action in actions:
            row.addWidget(self._button(action, parent=frame))
        self.addWidget(frame)

    def _menu_button(self, text: str, icon: str, themes: ThemeManager, actions: list[QAction]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        button.setFont(interface_font())
        button.setProperty("focusPolicy", TAB_FOCUS)
        themed_icon(button, icon, themes)
        menu = QMenu(button)
        menu.addActions(actions)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        _set_face(button, TEXT_BESIDE_ICON)
        self._with_words.append((button, True))
        self.addWidget(button)
        return button

    def _stretch(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)


def _set_face(button: QToolButton, face: int) -> None:
    """Show icon, words or both."""
    button.setProperty("toolButtonStyle", face)

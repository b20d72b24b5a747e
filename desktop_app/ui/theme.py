"""Themes: a table of roles, each with a light and a dark colour, applied to the whole application at once.

Every colour the program paints comes from a role, so switching the theme leaves no old colour behind.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop_app.assets import resource_path
from desktop_app.ui.style_sheet import STYLE_NAME, style_sheet

DEFAULT = "paper"
STARK = "contrast"
"""The look for eyes that need more contrast."""

# All that the files hold. Python's own reader of TOML takes longer to load than anything else of the frame.
_TITLE = re.compile(r'^name = "(.+)"$', re.MULTILINE)
_ROLE = re.compile(r'^(\w+) = \{ light = "(#\w+)", dark = "(#\w+)" \}', re.MULTILINE)


class Choice(StrEnum):
    """What the reader asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """How far letters stand out, as the reader asked for."""

    SYSTEM = "system"
    USUAL = "usual"
    MORE = "more"


class Theme:
    """One look in one lightness: role name -> colour (as #rrggbb). Not to be changed."""

    __slots__ = ("_colors", "dark", "name", "roles")

    def __init__(self, name: str, dark: bool, roles: Mapping[str, str]) -> None:
        self.name = name
        self.dark = dark
        self.roles = roles
        self._colors: dict[str, QColor] = {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Theme) and (self.name, self.dark, dict(self.roles)) == (
            other.name,
            other.dark,
            dict(other.roles),
        )

    def __hash__(self) -> int:
        return hash((self.name, self.dark))

    def color(self, role: str, alpha: float = 1.0) -> QColor:
        """Return the colour of a role, made see-through with ``alpha`` below 1.

        Raises KeyError for a role that the theme does not have.
        """
        color = self._colors.get(role)
        if color is None:
            color = self._colors[role] = QColor(self.roles[role])
        color = color.toRgb()  # a copy; the other ways to one load all of Qt's names first
        if alpha < 1.0:
            color.setAlphaF(alpha)
        return color


def load_theme(dark: bool, name: str = DEFAULT) -> Theme:
    """Read a theme from ``resources/themes`` in its light or dark form.

    Raises FileNotFoundError for an unknown name and ValueError for a file without one.
    """
    text = resource_path(f"themes/{name}.toml").read_text(encoding="utf-8")
    title = _TITLE.search(text)
    if title is None:
        raise ValueError(f"the theme {name} says no name")
    roles = {role: values[dark] for role, *values in _ROLE.findall(text)}
    return Theme(title[1], dark, MappingProxyType(roles))


def palette_of(theme: Theme) -> QPalette:
    """Return the full palette that makes Fusion speak the theme's colours."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "paper",
        QPalette.ColorRole.AlternateBase: "hover",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.PlaceholderText: "faint",
        QPalette.ColorRole.Button: "window",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "error",
        QPalette.ColorRole.ToolTipBase: "card",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "selection_ink",
        QPalette.ColorRole.Accent: "focus",
        QPalette.ColorRole.Link: "link",
        QPalette.ColorRole.LinkVisited: "link",
        QPalette.ColorRole.Light: "field",
        QPalette.ColorRole.Midlight: "hover",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "field_line",
        QPalette.ColorRole.Shadow: "field_line",
    }
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role, name in roles.items():
            palette.setColor(group, role, theme.color(name))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, theme.color("disabled"))
    return palette


class ThemeManager(QObject):
    """Keeps the choice system / light / dark, follows the system, and dresses the application.

    ``changed`` carries the new `Theme` after palette and style sheet stand.
    """

    changed = Signal(object)

    def __init__(
        self,
        application: QApplication | None = None,
        choice: str = Choice.SYSTEM,
        parent: QObject | None = None,
        *,
        contrast: str = Contrast.SYSTEM,
        at_once: bool = True,
    ) -> None:
        """Dress the application; without ``at_once`` by what its palette tells, and `settle` follows."""
        super().__init__(parent)
        found = application or QApplication.instance()
        if not isinstance(found, QApplication):
            raise RuntimeError("a ThemeManager needs a QApplication")
        self._application = found
        self._hints = QGuiApplication.styleHints()
        # Read before our own palette hides what the desktop said.
        self._palette_is_dark = _is_dark(found.palette())
        self._palette_is_stark = _is_stark(found.palette())
        self._choice = Choice(choice)
        self._contrast = Contrast(contrast)
        if at_once:
            self._announce()
            self._take_style()
        dark = self._wanted_dark() if at_once else self._likely_dark()
        self._stark = self._wanted_stark() if at_once else self._likely_stark()
        self._current = load_theme(dark, STARK if self._stark else DEFAULT)
        self._dress()
        if at_once:
            self._listen()

    def settle(self) -> None:
        """Ask and tell Qt what the first window need not wait for: loading its words for it takes long."""
        self._announce()
        self._take_style()
        self._resolve()
        self._listen()

    def _listen(self) -> None:
        self._hints.colorSchemeChanged.connect(self._resolve)
        wishes = self._wishes()
        if wishes is not None:
            wishes.contrastPreferenceChanged.connect(self._resolve)

    @property
    def current(self) -> Theme:
        """The theme in use."""
        return self._current

    @property
    def choice(self) -> Choice:
        """What the reader chose: system, light or dark."""
        return self._choice

    def set_choice(self, choice: str) -> None:
        """Choose "system", "light" or "dark"; raises ValueError for anything else."""
        self._choice = Choice(choice)
        self._announce()
        self._resolve()

    @property
    def contrast(self) -> Contrast:
        """What contrast the reader chose."""
        return self._contrast

    @property
    def stark(self) -> bool:
        """Whether the look with more contrast is in use."""
        return self._stark

    def set_contrast(self, contrast: str) -> None:
        """Choose "system", "usual" or "more"; raises ValueError for anything else."""
        self._contrast = Contrast(contrast)
        self._resolve()

    def _announce(self) -> None:
        """Tell Qt, so that title bars and native dialogs go along (from Qt 6.8)."""
        from PySide6.QtCore import Qt

        scheme = {Choice.LIGHT: Qt.ColorScheme.Light, Choice.DARK: Qt.ColorScheme.Dark}.get(self._choice)
        if scheme is None:
            self._hints.unsetColorScheme()
        else:
            self._hints.setColorScheme(scheme)

    def _likely_dark(self) -> bool:
        """Tell what is wanted by the choice or by the palette that the desktop gave."""
        return self._palette_is_dark if self._choice is Choice.SYSTEM else self._choice is Choice.DARK

    def _wanted_dark(self) -> bool:
        from PySide6.QtCore import Qt

        scheme = self._hints.colorScheme()
        if self._choice is not Choice.SYSTEM or scheme is Qt.ColorScheme.Unknown:
            return self._likely_dark()
        return scheme is Qt.ColorScheme.Dark

    def _wishes(self) -> Any:
        """Return what the desktop tells of special wishes; older versions of Qt do not (before 6.10)."""
        told = getattr(self._hints, "accessibility", None)
        return told() if told is not None else None

    def _likely_stark(self) -> bool:
        """Tell whether more contrast is wanted by the choice or by the palette that the desktop gave."""
        return (
            self._palette_is_stark if self._contrast is Contrast.SYSTEM else self._contrast is Contrast.MORE
        )

    def _wanted_stark(self) -> bool:
        wishes = self._wishes()
        if self._contrast is not Contrast.SYSTEM or wishes is None:
            return self._likely_stark()
        from PySide6.QtCore import Qt

        return wishes.contrastPreference() is Qt.ContrastPreference.HighContrast or self._palette_is_stark

    @Slot()
    def _resolve(self) -> None:
        dark, stark = self._wanted_dark(), self._wanted_stark()
        if (dark, stark) == (self._current.dark, self._stark):
            return
        self._stark = stark
        self._current = load_theme(dark, STARK if stark else DEFAULT)
        self._dress()
        self.changed.emit(self._current)

    def _take_style(self) -> None:
        """Draw everything in the one style that our style sheet knows."""
        if self._application.style().name() != STYLE_NAME:
            self._application.setStyle(STYLE_NAME)

    def _dress(self) -> None:
        application = self._application
        application.setPalette(palette_of(self._current))
        application.setStyleSheet(style_sheet(self._current.roles, self._current.dark))


def _is_stark(palette: QPalette) -> bool:
    """Tell whether a desktop gave black on white or white on black all over: nobody does without need."""
    roles = QPalette.ColorRole
    grounds = {palette.color(role).lightness() for role in (roles.Window, roles.Base, roles.Button)}
    letters = {palette.color(role).lightness() for role in (roles.WindowText, roles.Text)}
    return (grounds, letters) in (({0}, {255}), ({255}, {0}))


def _is_dark(palette: QPalette) -> bool:
    return (
        palette.color(QPalette.ColorRole.Window).lightness()
        < palette.color(QPalette.ColorRole.WindowText).lightness()
    )

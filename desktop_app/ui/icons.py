"""Icons: own drawings in SVG whose ``currentColor`` takes a colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QAction, QColor, QGuiApplication, QIcon, QPixmap
from PySide6.QtWidgets import QAbstractButton

from desktop_app.assets import resource_path
from desktop_app.ui.theme import Theme, ThemeManager

SIZE = 18


def icon(name: str, theme: Theme, role: str = "ink") -> QIcon:
    """Return an icon in a colour of the theme, dimmed where it is disabled.

    Raises FileNotFoundError for a name without a drawing.
    """
    return _icon(name, theme.roles[role], theme.roles["disabled"], _scales())


def program_icon() -> QIcon:
    """Return the program's own sign, for title bars and docks."""
    source = resource_path("icons/twicetold.svg").read_bytes()
    drawn = QIcon()
    for size in (16, 32, 48, 128):
        drawn.addPixmap(_pixmap(source, "", size, 1.0))
    return drawn


def _scales() -> tuple[float, ...]:
    """Return the device pixel ratios to draw for: 1 and 2, and what the screens have."""
    return tuple(sorted({1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}))


@lru_cache(maxsize=256)
def _icon(name: str, color: str, disabled: str, scales: tuple[float, ...]) -> QIcon:
    source = resource_path(f"icons/{name}.svg").read_bytes()
    drawn = QIcon()
    for scale in scales:
        pixmap = _pixmap(source, color, SIZE, scale)
        drawn.addPixmap(pixmap)
        drawn.addPixmap(_tinted(pixmap, disabled), QIcon.Mode.Disabled)
    return drawn


def _tinted(pixmap: QPixmap, color: str) -> QPixmap:
    """Return the drawing in another colour: quicker than to draw it again."""
    from PySide6.QtGui import QPainter

    other = QPixmap(pixmap)
    painter = QPainter(other)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(other.rect(), QColor(color))
    painter.end()
    return other


def _pixmap(source: bytes, color: str, size: int, scale: float) -> QPixmap:
    # Only where an icon is drawn: the first window need not wait for it.
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(source.replace(b"currentColor", color.encode())))
    pixels = round(size * scale)
    pixmap = QPixmap(QSize(pixels, pixels))
    pixmap.fill(_transparent())
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _transparent() -> QColor:
    return QColor(0, 0, 0, 0)


_held: list[_Recolour] | None = None


def hold_icons() -> None:
    """Let icons stay blank, in their size, until `draw_icons`: what draws SVG takes long to load, and the
    first window need not wait for it."""
    global _held
    _held = []


def draw_icons() -> None:
    """Draw the icons that were held back, and all others at once from now on."""
    global _held
    held, _held = _held, None
    for recolour in held or ():
        recolour.draw()


@lru_cache(maxsize=1)
def _blank() -> QIcon:
    pixmap = QPixmap(QSize(SIZE, SIZE))
    pixmap.fill(_transparent())
    return QIcon(pixmap)


class _Recolour(QObject):
    """Gives a button or an action its icon again when the theme changes."""

    def __init__(self, owner: QAbstractButton | QAction, name: str, themes: ThemeManager, role: str) -> None:
        super().__init__(owner)
        self._owner = owner
        self._name = name
        self._role = role
        self._themes = themes
        if _held is None:
            self.draw()
        else:
            owner.setIcon(_blank())
            _held.append(self)
        themes.changed.connect(self._apply)

    def draw(self) -> None:
        """Give the icon in the colours of today."""
        self._apply(self._themes.current)

    def _apply(self, theme: Theme) -> None:
        self._owner.setIcon(icon(self._name, theme, self._role))


def themed_icon(owner: QAbstractButton | QAction, name: str, themes: ThemeManager, role: str = "ink") -> None:
    """Give a button or an action an icon that follows the theme; calling it again replaces the icon."""
    for child in owner.children():
        if isinstance(child, _Recolour):
            child.setParent(None)
            child.deleteLater()
    _Recolour(owner, name, themes, role)
    if isinstance(owner, QAbstractButton):
        owner.setIconSize(QSize(SIZE, SIZE))

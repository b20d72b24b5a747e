"""The fonts the program brings along, and what stands in for them."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo
from PySide6.QtWidgets import QApplication

from desktop_app.assets import resource_path

FILES = (
    "Inter-Regular.otf",
    "Inter-Bold.otf",
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
    "NotoSerif-Italic.ttf",
)
INTERFACE = (
    "Inter",
    "Segoe UI Variable Text",
    "Segoe UI",
    "Helvetica Neue",
    "Ubuntu",
    "Cantarell",
    "Noto Sans",
)
READING = (
    "Noto Serif",
    "Charter",
    "Georgia",
    "Source Serif 4",
    "Cambria",
    "Liberation Serif",
    "DejaVu Serif",
)
# Fonts made for long reading that systems may have; only those found are offered.
READING_CHOICES = (
    *READING,
    "Literata",
    "Merriweather",
    "Iowan Old Style",
    "Palatino",
    "Palatino Linotype",
    "Book Antiqua",
    "PT Serif",
    "Crimson Pro",
    "EB Garamond",
    "Constantia",
    "Times New Roman",
    "Atkinson Hyperlegible",
    "OpenDyslexic",
    "Inter",
)
SMALLEST_INTERFACE = 13
"""Pixels; a larger system font is respected."""


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts once and return the families that are ready; a missing file is no error."""
    return tuple(dict.fromkeys(family for name in FILES for family in _load(name)))


@cache
def _load(name: str) -> tuple[str, ...]:
    try:
        number = QFontDatabase.addApplicationFont(str(resource_path(f"fonts/{name}")))
    except FileNotFoundError:
        return ()
    return tuple(QFontDatabase.applicationFontFamilies(number)) if number >= 0 else ()


def install(application: QApplication) -> None:
    """Make the interface font the application's own; the fonts for reading are loaded when asked for."""
    for name in FILES:
        if name.startswith(INTERFACE[0]):
            _load(name)
    size = max(SMALLEST_INTERFACE, QFontInfo(application.font()).pixelSize())
    font = QFont()
    font.setFamilies(list(INTERFACE))
    font.setPixelSize(size)
    application.setFont(font)


def interface_font(delta: float = 0, *, bold: bool = False, digits: bool = False) -> QFont:
    """Return the interface font, ``delta`` pixels larger or smaller; ``digits`` makes them equally wide."""
    font = QFont(QApplication.font())
    size = font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()
    font.setPixelSize(max(9, round(size + delta)))
    font.setBold(bold)
    if digits:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def reading_font(family: str = "", size: float = 12.0) -> QFont:
    """Return the font for reading: ``family`` first when given, then ours; ``size`` in points."""
    load_fonts()
    font = QFont()
    font.setFamilies([family, *READING] if family else list(READING))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(size)
    return font


def quoted_font(delta: float = 1) -> QFont:
    """Return the reading font in a size that sits beside the interface font."""
    font = reading_font()
    font.setPixelSize(interface_font(delta).pixelSize())
    return font


def reading_families() -> list[str]:
    """Return the reading fonts that can be chosen here, ours first."""
    load_fonts()
    found = set(QFontDatabase.families())
    return [family for family in dict.fromkeys(READING_CHOICES) if family in found]

"""Icons and fonts: all there, licensed, in the theme's colours, sharp at every ratio."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from helpers import ROOT
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontInfo, QIcon, QImage
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui import fonts
from desktop_app.ui.icons import SIZE, icon, program_icon, themed_icon
from desktop_app.ui.theme import ThemeManager, load_theme

ICONS = sorted((ROOT / "resources" / "icons").glob("*.svg"))


def ink_of(drawn: QIcon, ratio: float, mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
    """Return the colour of the most opaque pixel."""
    picture = drawn.pixmap(QSize(SIZE, SIZE), ratio, mode).toImage()
    pixels = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(pixels, key=lambda color: color.alpha())


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_every_drawing_can_be_drawn(path: Path) -> None:
    assert QSvgRenderer(str(path)).isValid()
    text = path.read_text("utf-8")
    assert "href" not in text
    tinted = path.stem.endswith(("-light", "-dark")) or path.stem == "twicetold"
    assert tinted or ("currentColor" in text and not re.search(r"#[0-9a-f]{3}", text))


@pytest.mark.usefixtures("dressed")
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_icons_take_the_themes_colour(dark: bool) -> None:
    theme = load_theme(dark)
    drawn = icon("find", theme)
    for ratio in (1.0, 2.0):
        picture = drawn.pixmap(QSize(SIZE, SIZE), ratio)
        assert picture.size() == QSize(round(SIZE * ratio), round(SIZE * ratio))
        ink, wanted = ink_of(drawn, ratio), theme.color("ink")
        assert abs(ink.lightness() - wanted.lightness()) < 12
    off = ink_of(drawn, 1.0, QIcon.Mode.Disabled)
    assert abs(off.lightness() - theme.color("disabled").lightness()) < 12


def test_icons_follow_the_theme(dressed: QApplication, qtbot: QtBot) -> None:
    themes = ThemeManager(dressed, "light", dressed)
    button = QToolButton()
    qtbot.addWidget(button)
    action = QAction(button)
    for owner in (button, action):
        themed_icon(owner, "find", themes)
        themed_icon(owner, "close", themes)
        before = ink_of(owner.icon(), 1.0).lightness()
        themes.set_choice("dark")
        assert ink_of(owner.icon(), 1.0).lightness() > before + 80
        themes.set_choice("light")


@pytest.mark.usefixtures("dressed")
def test_an_icon_without_a_drawing_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icon("no such icon", load_theme(False))


def test_our_fonts_are_the_ones_in_use(dressed: QApplication) -> None:
    assert set(fonts.load_fonts()) == {"Inter", "Noto Serif"}
    assert QFontInfo(dressed.font()).family() == "Inter"
    assert QFontInfo(fonts.reading_font()).family() == "Noto Serif"
    assert QFontInfo(fonts.reading_font("No Such Font")).family() == "Noto Serif"
    assert fonts.reading_font(size=14.5).pointSizeF() == 14.5
    assert fonts.reading_families()[0] == "Noto Serif"
    assert fonts.interface_font(-2).pixelSize() == dressed.font().pixelSize() - 2
    assert fonts.interface_font(bold=True).bold()


def test_fonts_are_light_and_licensed() -> None:
    folder = ROOT / "resources" / "fonts"
    shipped = {path.name for path in folder.iterdir()} - {"OFL.txt", "README.md"}
    assert shipped == set(fonts.FILES)
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 3_000_000
    assert "SIL OPEN FONT LICENSE" in (folder / "OFL.txt").read_text("utf-8")
    source = (folder / "README.md").read_text("utf-8")
    assert all(name in source for name in fonts.FILES)


@pytest.mark.usefixtures("dressed")
def test_the_programs_sign_comes_in_the_usual_sizes() -> None:
    sizes = {size.width() for size in program_icon().availableSizes()}
    assert sizes == {16, 32, 48, 128}


@pytest.mark.usefixtures("themes")
def test_a_button_with_the_keyboard_has_one_ring_alone(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    row = QHBoxLayout(around)
    button, other = QPushButton("Paste texts", around), QPushButton("Open", around)
    for one in (button, other):
        row.addWidget(one)
    with qtbot.waitActive(around):
        around.show()

    def inside() -> QImage:
        return button.grab(button.rect().adjusted(3, 3, -3, -3)).toImage()

    other.setFocus()
    plain, edge = inside(), button.grab().toImage()
    qtbot.keyClick(other, Qt.Key.Key_Backtab)
    assert button.hasFocus()
    assert inside() == plain
    assert button.grab().toImage() != edge

"""Both forms of the theme can be read by everybody, and switching leaves nothing behind."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from helpers import ROOT
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from ui_colours import VISION, contrast, distance, linear, simulated

from desktop_app.assets import resource_path
from desktop_app.ui.style_sheet import STYLE, style_sheet
from desktop_app.ui.theme import DEFAULT, STARK, Choice, Theme, ThemeManager, load_theme

SURFACES = ("window", "paper", "field", "card", "hover", "pressed", "segment", "segment_on", "row_selected")
INK_ON = (
    *SURFACES,
    *("only_left_fill", "only_right_fill", "selected_fill", "word_fill", "rewritten_fill", "sentence_fill"),
    *("entity_fill", "entity_current", "quote_fill", "change_fill", "find_fill", "find_current", "flash"),
    *("ribbon_fill", "ribbon_hover", "gutter"),
)
TEXT = [
    *(("ink", ground) for ground in INK_ON),
    *(("muted", ground) for ground in SURFACES),
    *(("faint", ground) for ground in ("window", "paper", "field", "card")),
    *((role, ground) for role in ("error", "link") for ground in ("window", "paper", "card", "field")),
    *((f"{side}_ink", g) for side in ("left", "right") for g in ("window", "paper", "card", "row_selected")),
    *((f"{side}_ink", f"{side}_fill") for side in ("left", "right")),
    ("dimmed", "paper"),
    ("badge_ink", "badge_fill"),
    ("mover_ink", "mover_fill"),
    ("mover_ink", "gutter"),
    ("mover_ink", "paper"),
    ("selection_ink", "selection"),
    ("paper", "left"),
    ("paper", "left_ink"),
    ("stub", "gutter"),
]
MARKS = [
    *((side, ground) for side in ("left", "right") for ground in ("window", "paper", "row_selected")),
    *(("focus", ground) for ground in ("window", "paper", "card", "field")),
    *((line, "paper") for line in ("only_left_line", "only_right_line", "selected_line", "entity_line")),
    *((line, "paper") for line in ("quote_line", "change_line", "find_line", "word_line", "reordered_line")),
    *(
        (line, "gutter")
        for line in ("ribbon_line", "ribbon_selected_line", "mover", "stub", "strip_viewport")
    ),
    *((part, "gutter") for part in ("strip_left", "strip_right", "strip_selected", "strip_altered")),
    ("selected_line", "selected_fill"),
    ("word_line", "word_fill"),
    ("word_line", "selected_fill"),
    ("badge_line", "badge_fill"),
    ("entity_line", "entity_fill"),
    ("quote_line", "quote_fill"),
    ("change_line", "change_fill"),
    ("change_line", "selected_fill"),
    ("find_line", "find_fill"),
    ("reading_line", "paper"),
    ("field_line", "window"),
]
# What a reader has to tell apart at one glance, beside line style and glyph.
TOLD_APART = [("left", "right"), ("strip_left", "strip_right"), ("left_ink", "right_ink")]
GROUPS = [("left", "right", "mover", "selected_line"), ("strip_left", "strip_right", "strip_selected")]


@pytest.fixture(params=[(name, dark) for name in (DEFAULT, STARK) for dark in (False, True)], ids=str)
def theme(request: pytest.FixtureRequest) -> Theme:
    name, dark = request.param
    return load_theme(dark, name)


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    palette, sheet = QPalette(qapp.palette()), qapp.styleSheet()
    yield qapp
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def test_text_can_be_read(theme: Theme) -> None:
    weak = {(a, b): round(contrast(theme.roles[a], theme.roles[b]), 2) for a, b in TEXT}
    least = 7 if theme.name == "Contrast" else 4.5
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < least}


def test_marks_can_be_seen(theme: Theme) -> None:
    weak = {(a, b): round(contrast(theme.roles[a], theme.roles[b]), 2) for a, b in MARKS}
    least = 4.5 if theme.name == "Contrast" else 3
    assert not {pair: ratio for pair, ratio in weak.items() if ratio < least}


@pytest.mark.parametrize("vision", VISION)
def test_colours_stay_apart_for_other_colour_visions(theme: Theme, vision: str) -> None:
    pairs = {*TOLD_APART, *(pair for group in GROUPS for pair in combinations(group, 2))}
    close = {}
    for one, other in pairs:
        apart = distance(simulated(theme.roles[one], vision), simulated(theme.roles[other], vision))
        # The two sides are told by colour most often and must lie furthest apart.
        if apart < (25 if (one, other) in TOLD_APART else 10):
            close[one, other] = round(apart, 1)
    assert not close


def test_measures_agree_with_known_values() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert distance(linear("#ff0000"), linear("#00ff00")) == pytest.approx(170.6, abs=1)


@pytest.mark.parametrize("name", [DEFAULT, STARK])
def test_both_forms_have_the_same_roles_and_whole_colours(name: str) -> None:
    light, dark = load_theme(False, name), load_theme(True, name)
    table = tomllib.loads(resource_path(f"themes/{name}.toml").read_text(encoding="utf-8"))
    assert table["name"] == light.name == dark.name
    assert {role: values["light"] for role, values in table["roles"].items()} == light.roles
    assert {role: values["dark"] for role, values in table["roles"].items()} == dark.roles
    assert light.roles.keys() == dark.roles.keys() == load_theme(False).roles.keys()
    for value in (*light.roles.values(), *dark.roles.values()):
        assert re.fullmatch(r"#[0-9a-f]{6}", value)
    assert not light.dark
    assert dark.dark


def test_the_style_sheet_names_known_roles_only(theme: Theme) -> None:
    sheet = style_sheet(theme.roles, theme.dark)
    assert "$" not in sheet
    named = set(re.findall(r"\$(\w+)", STYLE.template)) - {"check", "down", "tick"}
    assert named <= theme.roles.keys()
    assert all(Path(path).is_file() for path in re.findall(r"url\(([^)]+)\)", sheet))


def test_no_colour_is_written_outside_the_theme() -> None:
    """A colour written into the code would survive a switch of the theme."""
    found = []
    for path in (ROOT / "desktop_app" / "ui").rglob("*.py"):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if re.search(r"""["']#[0-9a-fA-F]{3,8}["']|GlobalColor\.(?!transparent)""", line):
                found.append(f"{path.name}:{number}")
    assert not found


def test_switching_dresses_the_application_once(application: QApplication) -> None:
    manager = ThemeManager(application, "light")
    seen: list[Theme] = []
    manager.changed.connect(seen.append)
    manager.set_choice("dark")
    assert [theme.dark for theme in seen] == [True]
    assert application.palette().color(QPalette.ColorRole.Window) == manager.current.color("window")
    assert manager.current.roles["window"] in application.styleSheet()
    manager.set_choice("dark")
    assert len(seen) == 1
    assert manager.choice is Choice.DARK
    with pytest.raises(ValueError, match="pink"):
        manager.set_choice("pink")
    manager.set_choice("light")
    manager.deleteLater()


def test_an_unknown_system_is_judged_by_its_palette(application: QApplication) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, load_theme(True).color("window"))
    palette.setColor(QPalette.ColorRole.WindowText, load_theme(True).color("ink"))
    application.setStyleSheet("")
    application.setPalette(palette)
    manager = ThemeManager(application, "system")
    unknown = application.styleHints().colorScheme().name == "Unknown"
    assert manager.current.dark or not unknown
    manager.deleteLater()


@pytest.mark.parametrize("dark", [False, True])
def test_a_desktop_of_black_and_white_gets_more_contrast(application: QApplication, dark: bool) -> None:
    stark = QPalette()
    ground, ink = ("#000000", "#ffffff") if dark else ("#ffffff", "#000000")
    for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Base, QPalette.ColorRole.Button):
        stark.setColor(role, QColor(ground))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text):
        stark.setColor(role, QColor(ink))
    application.setStyleSheet("")
    application.setPalette(stark)
    manager = ThemeManager(application, "dark" if dark else "light")
    assert manager.stark
    assert manager.current == load_theme(dark, STARK)
    seen: list[Theme] = []
    manager.changed.connect(seen.append)
    manager.set_contrast("usual")
    assert seen == [load_theme(dark)]
    assert not manager.stark
    manager.set_contrast("more")
    manager.set_choice("light" if dark else "dark")
    assert seen[-1] == load_theme(not dark, STARK)
    with pytest.raises(ValueError, match="pink"):
        manager.set_contrast("pink")
    manager.deleteLater()


def test_an_ordinary_desktop_gets_the_usual_contrast(application: QApplication) -> None:
    application.setStyleSheet("")
    application.setPalette(application.style().standardPalette())
    manager = ThemeManager(application, "system")
    assert not manager.stark
    manager.deleteLater()


def test_colours_handed_out_cannot_spoil_the_theme(theme: Theme) -> None:
    color = theme.color("ink")
    color.setRed(1)
    assert theme.color("ink").name() == theme.roles["ink"]
    assert theme.color("ink", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    with pytest.raises(KeyError):
        theme.color("no such role")

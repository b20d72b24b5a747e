"""Settings come back as what they were, also from an INI file and when somebody wrote nonsense into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from desktop_app.ui.settings import MAX_RECENT, Settings


def store(path: Path) -> Settings:
    return Settings(QSettings(str(path / "s.ini"), QSettings.Format.IniFormat))


def test_defaults(tmp_path: Path) -> None:
    settings = store(tmp_path)
    assert settings.theme == "system"
    assert settings.font_size == 12
    assert settings.layout == "flow"
    assert settings.scroll_together
    assert settings.sidebar_visible
    assert settings.recent_pairs == []
    assert settings.geometry.isEmpty()


def test_values_come_back_from_the_file(tmp_path: Path) -> None:
    first = store(tmp_path)
    first.theme = "dark"
    first.font_size = 14.5
    first.scroll_together = False
    first.sidebar_visible = False
    first.geometry = QByteArray(b"\x00\x01\xff")
    first.add_recent_pair("a b.txt", "c,d.txt")
    first.keep_place("a b.txt", "c,d.txt", "3:0.5")
    first.sync()
    again = store(tmp_path)
    assert again.theme == "dark"
    assert again.font_size == 14.5
    assert not again.scroll_together
    assert not again.sidebar_visible
    assert bytes(again.geometry.data()) == b"\x00\x01\xff"
    assert again.recent_pairs == [("a b.txt", "c,d.txt")]
    assert again.place_of("a b.txt", "c,d.txt") == "3:0.5"
    assert again.place_of("other", "pair") == ""


@pytest.mark.parametrize("nonsense", ["", "abc", "nan", "1e999", "-5", "true"])
def test_nonsense_is_kept_out(tmp_path: Path, nonsense: str) -> None:
    raw = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    for key in ("look/theme", "reading/font_size", "reading/line_height", "window/sidebar_width"):
        raw.setValue(key, nonsense)
    raw.setValue("pairs/recent", nonsense)
    settings = Settings(raw)
    assert settings.theme == "system"
    assert 8 <= settings.font_size <= 48
    assert 90 <= settings.line_height <= 220
    assert 220 <= settings.sidebar_width <= 900
    assert settings.recent_pairs == []


def test_recent_pairs_are_few_and_latest_first(tmp_path: Path) -> None:
    settings = store(tmp_path)
    for number in range(MAX_RECENT + 5):
        settings.add_recent_pair(f"l{number}", f"r{number}")
    settings.add_recent_pair("l10", "r10")
    pairs = settings.recent_pairs
    assert len(pairs) == MAX_RECENT
    assert pairs[0] == ("l10", "r10")
    assert len(set(pairs)) == MAX_RECENT
    settings.clear_recent_pairs()
    assert settings.recent_pairs == []


def test_recent_projects_are_latest_first_and_forgotten_apart(tmp_path: Path) -> None:
    settings = store(tmp_path)
    settings.add_recent_pair("l", "r")
    for name in ("a", "b", "a"):
        settings.add_recent_project(name)
    assert settings.recent_projects == ["a", "b"]
    settings.clear_recent_projects()
    assert settings.recent_projects == []
    assert settings.recent_pairs == [("l", "r")]


def test_reading_goes_back_to_its_defaults(tmp_path: Path) -> None:
    settings = store(tmp_path)
    settings.font_family = "Georgia"
    settings.font_size = 20
    settings.column_width = 90
    settings.reset_reading()
    assert (settings.font_family, settings.font_size, settings.column_width) == ("", 12, 68)

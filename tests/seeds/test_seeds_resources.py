"""What describes the program fits the program: desktop entry, metainfo, manual, changelog."""

from __future__ import annotations

import configparser
import re
import tomllib
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from helpers import ROOT

from desktop_app.assets import resource_path

MANUAL = sorted(resource_path("manual").glob("*.md"))
METAINFO = resource_path("io.github.twicetold.Twicetold.metainfo.xml")


def scripts() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {*project["scripts"], *project["gui-scripts"]}


def test_the_desktop_entry_starts_a_program_that_is_installed() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(resource_path("twicetold.desktop").read_text(encoding="utf-8"))
    section = entry["Desktop Entry"]
    assert section["Type"] == "Application"
    assert section["Exec"].split()[0] in scripts()
    assert section["MimeType"].endswith(";")


def test_the_metainfo_names_the_desktop_entry_and_the_version() -> None:
    component = ElementTree.fromstring(METAINFO.read_text(encoding="utf-8"))  # noqa: S314 - our own file
    assert component.findtext("id") == "io.github.twicetold.Twicetold"
    assert component.findtext("launchable") == "twicetold.desktop"
    assert component.findtext("provides/binary") in scripts()
    assert component.find("releases/release") is not None
    assert component.findtext("project_license") == "MIT"


@pytest.mark.parametrize("page", MANUAL, ids=lambda page: page.name)
def test_links_of_the_manual_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_manual_is_complete() -> None:
    names = {page.stem for page in MANUAL}
    assert {"index", "reading", "links", "quotes", "changes", "names", "export"} <= names
    index = resource_path("manual/index.md").read_text(encoding="utf-8")
    assert all(f"({name}.md)" in index for name in names - {"index"})


def test_the_changelog_keeps_its_form() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)
    assert headings
    assert headings[0] == "Unreleased"
    groups = set(re.findall(r"^### (.+)$", text, re.MULTILINE))
    assert groups <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_manual_names_keys_that_exist() -> None:
    from desktop_app.ui.actions import ACTIONS

    keys = {key for action in ACTIONS for key in action.shortcuts}
    for page in MANUAL:
        for key in re.findall(
            r"(?:Ctrl|Shift|Alt)\+(?:[A-Z][a-z]*\d*|\d)(?:\+[A-Z]\b)?", page.read_text("utf-8")
        ):
            assert key in keys | {"Shift+Enter", "Ctrl+Enter"}, f"{page.name}: {key}"

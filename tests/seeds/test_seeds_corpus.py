"""The corpus that types of names are learned from keeps its form, whoever wrote it."""

from __future__ import annotations

import itertools
import re
from pathlib import Path

import pytest

from desktop_app.assets import resource_path

LABELS = {"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "EVENT"}
MARK = re.compile(r"\[([A-Z]+) ([^\[\]\n]+)\]")
HEAD = re.compile(r"# id: (?P<id>\S+) author: (?P<author>[a-z])")
TITLES = ("President ", "Judge ", "Gov. ", "Col. ", "Senator ", "Mayor ", "Minister ", "Father ")

FILES = sorted(resource_path("corpus").glob("*.txt"))
every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


def read(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_there_is_a_corpus() -> None:
    assert len(FILES) >= 16


@every_file
def test_articles_are_headed_and_parted_by_blank_lines(path: Path) -> None:
    lines = read(path)
    assert HEAD.fullmatch(lines[0])
    for line, following in itertools.pairwise(lines):
        assert not line.startswith("#") or HEAD.fullmatch(line), line
        assert not (line and following), f"no blank line after {line[:60]!r}"


def test_identifiers_are_unique() -> None:
    heads = [match["id"] for path in FILES for line in read(path) if (match := HEAD.fullmatch(line))]
    assert len(heads) == len(set(heads))


@every_file
def test_marks_are_whole_and_labels_known(path: Path) -> None:
    for line in read(path):
        assert not set("[]") & set(MARK.sub("", line)), line
        for label, surface in MARK.findall(line):
            assert label in LABELS, line
            assert surface == surface.strip(), line


@every_file
def test_offices_stay_outside_a_persons_name(path: Path) -> None:
    for line in read(path):
        for label, surface in MARK.findall(line):
            assert label != "PERSON" or not surface.startswith(TITLES), line

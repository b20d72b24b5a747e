"""Choosing a format and writing it, whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from made_comparisons import made_comparison

from desktop_app.export import FORMATS, format_for, render, write
from desktop_app.model import ExportError


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_known_by_its_ending_and_renders(name: str, tmp_path: Path) -> None:
    assert format_for(f"some.thing.{name.upper()}") == name
    write(made_comparison(), tmp_path / f"out.{name}")
    assert (tmp_path / f"out.{name}").read_bytes() == render(made_comparison(), name)


@pytest.mark.parametrize(("path", "words"), [("notes.doc", r"\.doc file"), ("notes", "no ending")])
def test_an_unknown_ending_is_a_clear_sentence(path: str, words: str) -> None:
    with pytest.raises(ExportError, match=words) as caught:
        write(made_comparison(), path)
    assert ".json" in str(caught.value)


def test_a_stream_needs_a_known_format() -> None:
    with pytest.raises(ExportError, match="which format"):
        write(made_comparison(), io.BytesIO())
    with pytest.raises(ExportError, match="xyz"):
        write(made_comparison(), io.BytesIO(), "xyz")


def test_a_place_that_cannot_be_written_is_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="” cannot be written"):
        write(made_comparison(), tmp_path / "missing" / "out.json")


def test_the_wanted_format_wins_over_the_ending() -> None:
    assert format_for("page.html", "CSV") == "csv"
    assert format_for("-", ".pdf") == "pdf"
    with pytest.raises(ExportError, match="no export format “doc”"):
        format_for("page.html", "doc")
    with pytest.raises(ExportError, match="--format"):
        format_for("-")


def test_pdf_is_known_but_laid_out_elsewhere() -> None:
    assert format_for("page.PDF") == "pdf"
    with pytest.raises(ExportError, match="“pdf” cannot be written here"):
        render(made_comparison(), "pdf")

"""What is no document, or too much of one, is refused with a sentence; limits choose how it is read."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from desktop_app.ingest import from_text, load
from desktop_app.model import LoadError


def test_folders_and_missing_files_have_their_sentence(tmp_path: Path) -> None:
    with pytest.raises(LoadError, match="is a folder"):
        load(tmp_path)
    with pytest.raises(LoadError, match="There is no file"):
        load(tmp_path / "none.txt")
    with pytest.raises(LoadError, match="not a file name"):
        load("a\0b.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a matter of Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LoadError, match="is not a file"):
        load(tmp_path / "pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("Nobody was hurt.")
    path.chmod(0)
    with pytest.raises(LoadError, match="may not be read"):
        load(path)


@pytest.mark.parametrize(
    ("name", "start", "megabytes", "words"),
    [("story.txt", b"A story.", 64, "larger than 64 MB"), ("page.html", b"<html>", 16, "larger than 16 MB")],
)
def test_what_is_too_large_is_refused(
    tmp_path: Path, name: str, start: bytes, megabytes: int, words: str
) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(start)
        file.truncate(megabytes * 1024 * 1024 + 1)
    with pytest.raises(LoadError, match=words):
        load(path)


def test_a_pasted_page_has_a_limit_too() -> None:
    with pytest.raises(LoadError, match="too long"):
        from_text("<html>" + "x" * (16 * 1024 * 1024))


def test_an_archive_of_countless_parts_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "many.docx"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}", b"")
    with pytest.raises(LoadError, match="unpack to far more"):
        load(path)


def test_markdown_of_a_book_is_read_as_plain_text(tmp_path: Path) -> None:
    line = "The *ferry* left the pier at noon, and nobody on board was hurt that day.\n\n"
    path = tmp_path / "book.md"
    path.write_text(line * 3)
    assert (
        load(path).paragraphs[0].text
        == "The ferry left the pier at noon, and nobody on board was hurt that day."
    )
    path.write_text(line * (2 * 1024 * 1024 // len(line) + 1))
    assert load(path).paragraphs[0].text == line.strip()


@pytest.mark.parametrize(
    ("kind", "sentence"), [("project", "project, not a document"), ("comparison", "exported")]
)
def test_our_own_files_are_no_stories(tmp_path: Path, kind: str, sentence: str) -> None:
    path = tmp_path / "work.twicetold"
    path.write_text(f'{{\n "format": "twicetold.{kind}",\n "version": 1}}', encoding="utf-8")
    with pytest.raises(LoadError, match=sentence):
        load(path)

"""What a person may name: two documents, a folder of two, a project, a sample."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.ingest.samples import find_sample, sample_of, samples
from desktop_app.ingest.sources import documents_in, pair_of
from desktop_app.model import LoadError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.HTML", "notes.csv", ".hidden.txt"):
        (tmp_path / name).write_text("Nobody was hurt.")
    (tmp_path / "more.txt").mkdir()
    return tmp_path


def test_two_documents_of_a_folder_in_the_order_of_their_names(folder: Path) -> None:
    both = (str(folder / "a.HTML"), str(folder / "b.txt"))
    assert documents_in(folder) == pair_of([str(folder)]) == both
    assert pair_of(both[::-1]) == both[::-1]


def test_a_project_stands_alone(folder: Path) -> None:
    project = folder / "Work.TWICETOLD"
    project.touch()
    assert pair_of([str(project)]) == (str(project),)


def test_addresses_are_not_looked_for_among_the_files(folder: Path) -> None:
    given = ["https://paper.example/story", str(folder / "b.txt")]
    assert pair_of(given) == tuple(given)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["b.txt"], "Give two documents, a folder"),
        (["none"], "no file or folder"),
        (["b.txt", "none.txt"], "There is no file"),
        (["b.txt", "more.txt"], "is a folder"),
        (["b.txt", "a.HTML", "b.txt"], "not more"),
        (["more.txt"], "holds no document"),
    ],
)
def test_what_cannot_be_opened_is_said(
    folder: Path, monkeypatch: pytest.MonkeyPatch, given: list[str], words: str
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(LoadError, match=words):
        pair_of(given)


def test_a_folder_holds_two(folder: Path) -> None:
    (folder / "c.md").touch()
    with pytest.raises(LoadError, match="holds 3 documents"):
        documents_in(folder)
    for name in ("a.HTML", "b.txt"):
        (folder / name).unlink()
    with pytest.raises(LoadError, match="holds one document"):
        documents_in(folder)


def test_two_sources_are_known_as_a_sample_in_either_order(tmp_path: Path) -> None:
    known = samples()[2]
    assert sample_of(str(known.left), str(known.right)) == known
    assert sample_of(str(known.right), str(known.left)) == known
    assert sample_of(str(known.left), str(known.left)) is None
    assert sample_of(str(known.left), str(samples()[1].right)) is None
    assert sample_of("https://example.org/left.txt", "https://example.org/right.txt") is None
    assert sample_of(str(tmp_path / "left.txt"), str(tmp_path / "right.txt")) is None
    assert sample_of(str(known.left.parent / "gone.txt"), str(known.right)) is None


def test_a_sample_is_found_by_any_part_that_fits_it_alone() -> None:
    known = samples()
    assert len(known) >= 5
    assert all(sample.left.is_file() and sample.right.is_file() for sample in known)
    assert find_sample(known[1].name) == known[1]
    assert find_sample(known[1].name[3:].upper()) == known[1]
    for name in ("", "no such sample"):
        with pytest.raises(LoadError, match=known[0].name):
            find_sample(name)

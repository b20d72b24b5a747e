"""The project file: the same bytes for the same work, nothing taken on trust, nothing overwritten."""

from __future__ import annotations

import json
import os
import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from json_schema import validate
from made_comparisons import comparisons, few, made_comparison

from desktop_app.assets import resource_path
from desktop_app.model import Comparison, EntityType, ProjectError, Side, Span
from desktop_app.project import (
    Judgement,
    NoteKind,
    Orphan,
    Place,
    Project,
    changed_sources,
    handed_on,
    load_project,
    new_project,
    project_bytes,
    project_from_bytes,
    save_project,
)
from desktop_app.project import corrections as correct
from desktop_app.project.state import (
    judgement_of,
    link_note,
    link_places,
    note_on,
    noted_link,
    whole,
    with_alignment,
    with_mark,
    with_note,
)

SCHEMA = json.loads(resource_path("schema/project.json").read_text(encoding="utf-8"))


def worked() -> Project:
    """Return a project with one of everything."""
    comparison = made_comparison()
    project = new_project(comparison)
    project = with_note(project, NoteKind.LINK, link_places(comparison, 1), "Who counted?")
    project = with_note(project, NoteKind.PARAGRAPH, ((Side.RIGHT, whole(comparison.right, 7)),), "Only here")
    project = with_mark(project, comparison.changes[0], Judgement.DISMISSED)
    corrections = (
        correct.retype(comparison.entities[-1], EntityType.EVENT),
        correct.rename(comparison.entities[0], "Ada Brenn-Holt"),
        correct.correct_speaker(Side.RIGHT, comparison.quotations[0].right, "Ada Brenn-Holt"),  # type: ignore[arg-type]
    )
    return replace(
        project,
        comparison=correct.apply_all(comparison, corrections),
        corrections=corrections,
        rejected=((2, 7), (3, 3)),
        orphans=(Orphan("note on a paragraph", "Check", ((Side.LEFT, "Gone."),)),),
        place=Place(Side.RIGHT, 5, 12, -3.5),
    )


def test_saving_loading_and_saving_again_gives_the_same_bytes(tmp_path: Path) -> None:
    project = worked()
    path = tmp_path / "work.twicetold"
    save_project(project, path)
    first = path.read_bytes()
    loaded = load_project(path)
    assert loaded == project
    save_project(loaded, path)
    assert path.read_bytes() == first
    validate(json.loads(first) | {"comparison": {}}, SCHEMA)


@few
@given(comparisons())
def test_any_comparison_survives(comparison: Comparison) -> None:
    project = new_project(comparison)
    data = project_bytes(project)
    assert project_from_bytes(data, "x") == project
    assert project_bytes(project_from_bytes(data, "x")) == data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a Twicetold project"),
        (b"\x00\xff binary", "not a Twicetold project"),
        (b"[]", "not a Twicetold project"),
        (b'{"format": "twicetold.comparison", "version": 1}', "not a Twicetold project"),
        (b'{"format": "twicetold.project", "version": 99}', "newer"),
        (b'{"format": "twicetold.project", "version": 0}', "damaged"),
        (b'{"format": "twicetold.project", "version": null}', "damaged"),
        (b'{"format": "twicetold.project", "version": 1', "damaged"),
        (b'{"format": "twicetold.project", "version": 1}', "comparison is missing"),
        (b"[" * 100_000, "not a Twicetold project"),
    ],
)
def test_other_files_are_refused_and_never_overwritten(data: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "work.twicetold"
    path.write_bytes(data)
    with pytest.raises(ProjectError, match=words):
        load_project(path)
    if data:
        with pytest.raises(ProjectError, match="save under another name"):
            save_project(worked(), path)
        assert path.read_bytes() == data
    else:
        save_project(worked(), path)
        assert load_project(path) == worked()


def test_a_side_without_a_text_is_damage() -> None:
    values = json.loads(project_bytes(worked()))
    values["comparison"]["left"]["paragraphs"] = []
    for name in ("links", "entities", "quotations", "changes", "sentence_pairs"):
        values["comparison"][name] = []
    values["comparison"]["only_here"] = None
    values |= {"notes": [], "marks": [], "corrections": [], "rejected": [], "place": None}
    with pytest.raises(ProjectError, match=r"damaged .*left\.paragraphs is not a list of at least one"):
        project_from_bytes(json.dumps(values).encode(), "it")


def test_a_text_changed_inside_the_file_is_noticed() -> None:
    data = project_bytes(worked()).replace(
        b"Ferries go to Old Quay for now", b"Ferries go to New Quay for now"
    )
    with pytest.raises(ProjectError, match=r"damaged .*fingerprint"):
        project_from_bytes(data, "it")


def test_missing_and_unwritable_places_are_clear_sentences(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be read"):
        load_project(tmp_path / "none.twicetold")
    with pytest.raises(ProjectError, match="cannot be saved"):
        save_project(worked(), tmp_path / "no folder" / "work.twicetold")


def test_older_versions_are_brought_up_step_by_step() -> None:
    def second(data: dict[str, Any]) -> dict[str, Any]:
        return data | {"rejected": data.pop("parted")}

    def third(data: dict[str, Any]) -> dict[str, Any]:
        assert data["version"] == 2
        return data | {"orphans": []}

    old = json.loads(project_bytes(worked()))
    old["parted"] = old.pop("rejected")
    del old["orphans"]
    steps = {1: second, 2: third}
    project = project_from_bytes(json.dumps(old).encode(), "it", steps=steps, version=3)
    assert project == replace(worked(), orphans=())
    with pytest.raises(ProjectError, match="can still be read"):
        project_from_bytes(json.dumps(old).encode(), "it", steps={2: third}, version=3)


def test_damage_anywhere_is_refused_with_a_sentence_and_never_crashes() -> None:
    data = project_bytes(worked())
    draw = random.Random(7)  # noqa: S311 - chance for a test
    sentences = []
    for _ in range(300):
        broken = bytearray(data)
        for _ in range(draw.randint(1, 4)):
            place = draw.randrange(len(broken))
            if draw.random() < 0.3:
                del broken[place : place + draw.randint(1, 60)]
            else:
                broken[place] = draw.randrange(256)
        try:
            project_from_bytes(bytes(broken), "it")
        except ProjectError as error:
            sentences.append(str(error))
    assert len(sentences) > 150
    assert all(sentence.endswith(".") for sentence in sentences)


def test_sources_that_changed_are_told(tmp_path: Path) -> None:
    source = tmp_path / "left.txt"
    source.write_text("one", encoding="utf-8")
    comparison = made_comparison()
    project = new_project(replace(comparison, left=replace(comparison.left, source=str(source))))
    assert changed_sources(project) == []
    source.write_text("two", encoding="utf-8")
    assert changed_sources(project) == [Side.LEFT]
    source.unlink()
    assert changed_sources(project) == []


def test_a_project_makes_nobody_look_at_other_computers_or_at_what_is_no_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "left.txt"
    source.write_text("one", encoding="utf-8")
    comparison = made_comparison()
    there = new_project(replace(comparison, left=replace(comparison.left, source=f"/{source}")))
    here = new_project(replace(comparison, left=replace(comparison.left, source=str(source))))
    source.write_text("two", encoding="utf-8")
    assert changed_sources(there) == []
    monkeypatch.setattr("desktop_app.project.state._MOST_BYTES", 2)
    assert changed_sources(here) == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a matter of Unix")
def test_what_is_no_file_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.twicetold")
    (tmp_path / "endless.twicetold").symlink_to("/dev/zero")
    for name in ("pipe", "endless"):
        with pytest.raises(ProjectError, match=r"cannot be read: it is not a file\."):
            load_project(tmp_path / f"{name}.twicetold")


def test_notes_are_written_changed_and_removed() -> None:
    project = worked()
    comparison = project.comparison
    places = link_places(comparison, 1)
    assert note_on(project, NoteKind.LINK, places) == "Who counted?"
    note = link_note(project, 1)
    assert note is not None
    assert noted_link(comparison.alignment, note) == 1
    assert link_note(project, 0) is None
    changed = with_note(project, NoteKind.LINK, places, " Counted twice ")
    assert note_on(changed, NoteKind.LINK, places) == "Counted twice"
    assert len(changed.notes) == 2
    gone = with_note(changed, NoteKind.LINK, places, "")
    assert [note.kind for note in gone.notes] == [NoteKind.PARAGRAPH]
    assert noted_link(comparison.alignment, gone.notes[0]) is None


def test_changes_are_marked_and_unmarked() -> None:
    project = worked()
    change = project.comparison.changes[0]
    assert judgement_of(project, change) is Judgement.DISMISSED
    project = with_mark(project, change, Judgement.SEEN)
    assert judgement_of(project, change) is Judgement.SEEN
    assert handed_on(project) == replace(project.comparison, notes=project.notes)
    assert handed_on(worked()).changes == ()
    assert with_mark(project, change, None).marks == ()


def test_parted_pairs_are_remembered_with_the_project() -> None:
    project = new_project(made_comparison())
    links = project.comparison.alignment.links
    compared = replace(project.comparison, alignment=replace(project.comparison.alignment, links=links[1:]))
    assert with_alignment(project, compared).rejected == ((0, 0),)


def test_a_span_is_a_whole_paragraph() -> None:
    assert whole(made_comparison().left, 5) == Span(5, 0, 9)


def test_a_file_too_large_or_too_deep_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "work.twicetold"
    save_project(worked(), path)
    monkeypatch.setattr("desktop_app.project.file.LARGEST", 10)
    with pytest.raises(ProjectError, match="too large"):
        load_project(path)


def test_half_a_surrogate_pair_survives_saving() -> None:
    comparison = made_comparison()
    project = new_project(replace(comparison, left=replace(comparison.left, title="half \ud83d mark")))
    assert project_from_bytes(project_bytes(project), "it") == project

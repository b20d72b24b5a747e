"""The comparison as JSON: exact both ways, described by its schema, nothing taken on trust."""

from __future__ import annotations

import copy
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from json_schema import validate
from made_comparisons import comparisons, few, made_comparison

from desktop_app.assets import resource_path
from desktop_app.export import from_json, to_json, write
from desktop_app.model import Comparison, LoadError

SCHEMA = json.loads(resource_path("schema/comparison.json").read_text(encoding="utf-8"))


@few
@given(comparisons())
def test_any_comparison_comes_back_exactly_and_meets_the_schema(comparison: Comparison) -> None:
    text = json.dumps(to_json(comparison), allow_nan=False)
    assert from_json(json.loads(text)) == comparison
    validate(json.loads(text), SCHEMA)


def test_the_document_has_the_agreed_shape() -> None:
    data = to_json(made_comparison())
    assert data["format"] == "twicetold.comparison"
    assert data["version"] == 1
    assert data["left"]["coverage"] == 0.97
    assert data["links"][1]["pairs"] == [[1, 3, 0.88], [1, 4, 0.7]]
    assert data["links"][4]["moved"] is True
    assert data["quotations"][0]["speaker_differs"] == "name_variant"
    assert data["quotations"][0]["left"]["pieces"] == [{"paragraph": 2, "start": 1, "end": 52}]
    assert data["changes"][0]["left"]["text"] == "Twelve workers"
    assert data["only_here"]["right"][0]["words"] == 11


def test_a_link_that_only_a_person_called_moved_has_its_pairs_among_the_moved() -> None:
    comparison = made_comparison()
    links = comparison.alignment.links
    called = replace(links[1], moved=True)
    alignment = replace(comparison.alignment, links=(links[0], called, *links[2:]))
    data = to_json(replace(comparison, alignment=alignment))
    assert data["links"][1]["moved_pairs"] == [[1, 3], [1, 4]]
    assert to_json(comparison)["links"][1]["moved_pairs"] == []


def test_written_file_and_stream_hold_the_same_bytes(tmp_path: Path) -> None:
    comparison = made_comparison()
    write(comparison, tmp_path / "out.json")
    stream, text = io.BytesIO(), io.StringIO()
    write(comparison, stream, "json")
    write(comparison, text, "json")
    assert (tmp_path / "out.json").read_bytes() == stream.getvalue() == text.getvalue().encode()
    assert from_json(json.loads(stream.getvalue())) == comparison


def test_half_a_surrogate_pair_survives(tmp_path: Path) -> None:
    data = to_json(made_comparison())
    data["left"]["title"] = "broken \ud83d mark"
    comparison = from_json(data)
    write(comparison, tmp_path / "out.json")
    assert from_json(json.loads((tmp_path / "out.json").read_bytes())) == comparison


def test_unknown_keys_are_passed_over() -> None:
    data = to_json(made_comparison())
    data["later"] = {"anything": 1}
    data["links"][0]["colour"] = "blue"
    assert from_json(data) == made_comparison()


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        (("links", 0, "left"), [99], "links[0].left[0]"),
        (("links", 0, "left"), [], "links[0].left"),
        (("links", 1, "left"), [0], "links[1]"),
        (("links", 0, "origin"), "oracle", "links[0].origin"),
        (("links", 0, "score"), float("nan"), "links[0].score"),
        (("links", 0, "moved"), 1, "links[0].moved"),
        (("left", "paragraphs"), {}, "left.paragraphs"),
        (("left", "paragraphs", 2, "index"), 3, "left.paragraphs[2].index"),
        (("left", "paragraphs", 2, "sentences"), [[5, 2]], "left.paragraphs[2].sentences[0][1]"),
        (("changes", 0, "left", "text"), "Ten workers", "changes[0].left.text"),
        (("quotations", 0, "right"), None, "quotations[0].right"),
        (("quotations", 0, "left", "pieces"), [], "quotations[0].left.pieces"),
        (("sentence_pairs", 0), [1, 9, 3, 0, 0.5], "sentence_pairs[0][1]"),
        (("left", "coverage"), 10**400, "left.coverage"),
        (("left", "metadata"), [], "left.metadata"),
        (("left", "dropped_at"), [0], "left.dropped_at"),
        (("left", "dropped_at"), [99], "left.dropped_at[0]"),
    ],
)
def test_damage_is_named(path: tuple[Any, ...], value: Any, place: str) -> None:
    data = copy.deepcopy(to_json(made_comparison()))
    where = data
    for step in path[:-1]:
        where = where[step]
    where[path[-1]] = value
    with pytest.raises(LoadError, match="damaged") as caught:
        from_json(data)
    assert f"({place} " in str(caught.value)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ([], "not a comparison"),
        ({"format": "something else", "version": 1}, "not a comparison"),
        ({"format": "twicetold.comparison", "version": 2}, "newer"),
        ({"format": "twicetold.comparison", "version": "1"}, "version"),
        ({"format": "twicetold.comparison", "version": True}, "version"),
        ({"format": "twicetold.comparison", "version": 1}, "left is missing"),
    ],
)
def test_other_documents_are_refused_with_a_sentence(data: Any, words: str) -> None:
    with pytest.raises(LoadError, match=words):
        from_json(data)

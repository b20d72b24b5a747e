"""The table for spreadsheets and the translation memory."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from made_comparisons import comparisons, few, made_comparison

from desktop_app.export import render
from desktop_app.export.tmx import segments
from desktop_app.model import (
    Alignment,
    Article,
    Comparison,
    Link,
    Note,
    NoteKind,
    Pair,
    SentencePair,
    Side,
    Span,
)

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def table(comparison: Comparison) -> list[dict[str, str]]:
    data = render(comparison, "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_lists_links_quotations_changes_and_entities() -> None:
    lines = table(made_comparison())
    assert [line["table"] for line in lines] == ["link"] * 5 + ["quotation", "change"] + ["entity"] * 2
    assert lines[1]["left_paragraphs"] == "1"
    assert lines[1]["right_paragraphs"] == "3 4"
    assert lines[1]["kind"] == "confirmed"
    assert lines[1]["right_text"].count("\n") == 1
    assert lines[4]["remarks"] == "moved; by hand"
    assert lines[5]["left_who"] == "harbour master Ada Brenn"
    assert lines[6]["left_text"] == "Twelve workers"
    assert lines[7]["name"] == "Ada Brenn"
    assert lines[8]["right_count"] == "0"


def test_notes_are_lines_of_their_own() -> None:
    places = ((Side.LEFT, Span(1, 0, 6)), (Side.RIGHT, Span(3, 0, 3)))
    note = Note(NoteKind.QUOTATION, places, "Who counted?\nAsk.")
    (line,) = [one for one in table(replace(made_comparison(), notes=(note,))) if one["table"] == "note"]
    assert (line["left_paragraphs"], line["right_paragraphs"]) == ("1", "3")
    assert (line["left_text"], line["right_text"]) == ("VELMAR", "The")
    assert line["remarks"] == "Who counted?\nAsk."


@few
@given(comparisons())
def test_any_text_gives_one_line_a_finding_and_no_formula(comparison: Comparison) -> None:
    lines = table(comparison)
    found = (
        comparison.alignment.links, comparison.quotations, comparison.changes, comparison.entities,
        comparison.notes,
    )  # fmt: skip
    assert len(lines) == sum(map(len, found))
    for line in lines:
        assert all(
            not value.lstrip(" \xa0").startswith(("=", "+", "-", "@", "\t")) for value in line.values()
        )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "\t="])
def test_a_cell_that_would_run_is_disarmed(start: str) -> None:
    article = Article.from_paragraphs([f'{start}HYPERLINK("file:///x")'])
    comparison = Comparison(article, article, Alignment((Link((0,), (0,), (Pair(0, 0, 1.0),), 1.0),)))
    assert table(comparison)[0]["left_text"].startswith("'")


def test_the_memory_holds_sentence_groups_and_whole_paragraphs() -> None:
    comparison = made_comparison()
    comparison = replace(
        comparison,
        left=replace(comparison.left, metadata={"language": "en-GB"}),
        right=replace(comparison.right, metadata={"language": "no such thing"}),
    )
    root = ElementTree.fromstring(render(comparison, "tmx"))  # noqa: S314 - our own bytes
    units = root.findall("body/tu")
    assert [unit.get("segtype") for unit in units] == ["paragraph", "sentence", "sentence"] + [
        "paragraph"
    ] * 3
    both = [[variant.findtext("seg") for variant in unit.findall("tuv")] for unit in units]
    assert both[2] == ["Twelve workers were hurt.", "Thirteen workers were hurt, the rescue service said."]
    assert [variant.get(_LANGUAGE) for variant in units[0].findall("tuv")] == ["en-GB", "en"]
    assert root.find("header").get("srclang") == "en-GB"  # type: ignore[union-attr]


def test_a_memory_of_two_languages_names_both() -> None:
    left = Article.from_paragraphs(
        ["Мост закрыли на три месяца, и людям придётся ездить, сказал он, на пароме."]
    )
    right = Article.from_paragraphs(["Bridge"])
    alignment = Alignment((Link((0,), (0,), (Pair(0, 0, 1.0),), 1.0),))
    root = ElementTree.fromstring(render(Comparison(left, right, alignment), "tmx"))  # noqa: S314 - ours
    (unit,) = root.findall("body/tu")
    assert [variant.get(_LANGUAGE) for variant in unit.findall("tuv")] == ["ru", "und"]


def test_sentences_that_share_a_partner_make_one_segment() -> None:
    comparison = made_comparison()
    pairs = (SentencePair(1, 0, 3, 0, 0.9), SentencePair(1, 1, 4, 0, 0.8), SentencePair(1, 1, 3, 0, 0.4))
    merged = replace(comparison, alignment=replace(comparison.alignment, sentence_pairs=pairs))
    found = [segment for segment in segments(merged) if segment.link == 1]
    assert len(found) == 1
    assert found[0].left == comparison.left.paragraphs[1].text
    assert found[0].score == pytest.approx(0.7)


@few
@given(comparisons())
def test_any_text_gives_a_readable_memory(comparison: Comparison) -> None:
    root = ElementTree.fromstring(render(comparison, "tmx"))  # noqa: S314 - our own bytes
    assert len(root.findall("body/tu")) == len(segments(comparison))

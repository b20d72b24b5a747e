"""What one side leaves out, and how much the other carries, counted again from the JSON alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from helpers import ROOT

from desktop_app.compare import compare
from desktop_app.export import to_json
from desktop_app.model import Article, Kind
from desktop_app.text.tokens import count_words

OUT = {kind.value for kind in Kind if not kind.linkable}
Sentences = dict[tuple[int, int], str]


def _read(file: Path) -> Article:
    texts = [part.strip() for part in re.split(r"\n+", file.read_text("utf-8")) if part.strip()]
    return Article.from_paragraphs(texts)


def _told(side: dict[str, Any]) -> Sentences:
    """Return the sentences of one side that tell the story, by paragraph and number."""
    return {
        (place, number): paragraph["text"][start:end]
        for place, paragraph in enumerate(side["paragraphs"])
        if paragraph["kind"] not in OUT
        for number, (start, end) in enumerate(paragraph["sentences"])
    }


def _carried(data: dict[str, Any], side: str, sentences: Sentences) -> set[tuple[int, int]]:
    linked = {place for link in data["links"] for place in link[side]}
    at = 0 if side == "left" else 2
    paired = {(pair[at], pair[at + 1]) for pair in data["sentence_pairs"]}
    whole = linked - {place for place, _ in paired}
    return {key for key in sentences if key in paired or key[0] in whole}


def _check(data: dict[str, Any]) -> None:
    for side in ("left", "right"):
        sentences = _told(data[side])
        carried = _carried(data, side, sentences)
        words = {key: count_words(text) for key, text in sentences.items()}
        shared, total = sum(words[key] for key in carried), sum(words.values())
        assert data[side]["coverage"] == pytest.approx(shared / total if total else 0.0)
        alone = [text for key, text in sorted(sentences.items()) if key not in carried]
        passages = data["only_here"][side]
        assert "".join("".join(p["text"] for p in passages).split()) == "".join("".join(alone).split())
        assert sum(p["words"] for p in passages) == total - shared
        assert [(p["paragraph"], p["start"]) for p in passages] == sorted(
            (p["paragraph"], p["start"]) for p in passages
        )
        for passage in passages:
            paragraph = data[side]["paragraphs"][passage["paragraph"]]
            assert paragraph["text"][passage["start"] : passage["end"]] == passage["text"]


@pytest.mark.parametrize("folder", sorted((ROOT / "seeds").glob("*/left.txt")), ids=lambda f: f.parent.name)
def test_what_only_one_side_tells_is_in_the_json(folder: Path) -> None:
    _check(to_json(compare(_read(folder), _read(folder.with_name("right.txt")))))


def test_boilerplate_counts_on_neither_side() -> None:
    left = [
        "Ferry sinks off Cape Tarn after storm warning",
        "By Greta Holm",
        "The ferry Alma sank off Cape Tarn on Tuesday with 112 passengers on board. The captain had been "
        "warned twice. A museum in Velmar will show old maps of the mountains.",
        "Read more: The best beaches of the coast",
        "Jonas Wik, who leads the rescue service, said the sea was too rough for the boats.",
    ]
    right = [
        "Ferry Alma goes down off Cape Tarn",
        "The ferry Alma sank off Cape Tarn on Tuesday, with 112 passengers on board. The captain had twice "
        "been warned.",
        "The sea was too rough for the boats, said Jonas Wik, who leads the rescue service.",
        "Share this article",
    ]
    data = to_json(compare(Article.from_paragraphs(left), Article.from_paragraphs(right)))
    _check(data)
    assert [(p["text"], p["words"]) for p in data["only_here"]["left"]] == [
        ("A museum in Velmar will show old maps of the mountains.", 11)
    ]
    assert data["only_here"]["right"] == []
    assert data["right"]["coverage"] == 1.0
    assert data["left"]["coverage"] == pytest.approx(1 - 11 / 54, abs=0.01)

"""Names and their types in short passages of all desks and continents (``named.txt``,
``named_far.txt``), all invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from found_names import FILLER

from desktop_app.extract.engines import RuleEngine
from desktop_app.model import Article

_MARKED = re.compile(r"\[(PERSON|NORP|FAC|ORG|GPE|LOC|EVENT) ([^]]*)\]")


def _passages() -> list[str]:
    files = ("named.txt", "named_far.txt")
    texts = ((Path(__file__).parent / file).read_text(encoding="utf-8") for file in files)
    lines = [line for text in texts for line in text.splitlines() if not line.startswith(";")]
    return "\n".join(lines).strip().split("\n\n")


def _read(passage: str) -> tuple[list[str], set[tuple[int, int, str, str]]]:
    """Return the paragraphs of a passage, and its names: paragraph, offset, text and type."""
    paragraphs, names = [], set()
    for number, line in enumerate(passage.splitlines()):
        plain, place = "", 0
        for match in _MARKED.finditer(line):
            plain += line[place : match.start()]
            names.add((number, len(plain), match[2], match[1]))
            plain += match[2]
            place = match.end()
        paragraphs.append(plain + line[place:])
    return paragraphs, names


@pytest.mark.parametrize("passage", _passages(), ids=lambda passage: _MARKED.sub(r"\2", passage)[:40])
def test_names_of_a_passage(passage: str) -> None:
    paragraphs, wanted = _read(passage)
    entities = RuleEngine().find(Article.from_paragraphs([*paragraphs, FILLER]))
    found = {
        (mention.paragraph, mention.start, mention.text, entity.type.value)
        for entity in entities
        if entity.type.is_name
        for mention in entity.mentions
    }
    assert found == wanted

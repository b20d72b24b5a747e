"""Who speaks, by which word and how, in passages of all styles of news prose."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import read_cases

from desktop_app.extract import find_quotations
from desktop_app.model import Article, Quotation, QuotationKind

_PASSAGES = sorted(Path(__file__).parent.glob("spoken*.txt"))
_FIELDS = ("speaker", "speaker_entity", "cue", "kind")


def read_passages() -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Yield the name of each passage, its paragraphs, and the fields of each quotation."""
    for name, lines in (case for path in _PASSAGES for case in read_cases(path)):
        wanted = [[field.strip() for field in line[2:].split("|")] for line in lines if line.startswith("> ")]
        yield name, [line for line in lines if not line.startswith("> ")], wanted


def fits(wanted: str, field: str, quotation: Quotation) -> bool:
    got = getattr(quotation, field)
    for value in wanted.split("~"):
        if value == "?" or (value == "-" and got is None):
            return True
        if got is not None and (got.endswith(value) if field == "speaker" else got == value):
            return True
    return False


@pytest.mark.parametrize(
    ("paragraphs", "wanted"), [pytest.param(texts, rows, id=name) for name, texts, rows in read_passages()]
)
def test_who_speaks(paragraphs: list[str], wanted: list[list[str]]) -> None:
    found = find_quotations(Article.from_paragraphs(paragraphs))
    direct = [quotation for quotation in found if quotation.kind is not QuotationKind.INDIRECT]
    assert len(direct) == len(wanted), direct
    for quotation, (start, *fields) in zip(direct, wanted, strict=True):
        assert quotation.text.startswith(start)
        for field, value in zip(_FIELDS, fields, strict=True):
            assert fits(value, field, quotation), (field, value, quotation)

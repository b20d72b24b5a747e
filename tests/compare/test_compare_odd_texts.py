"""A small seeded run of odd texts; `tests/benchmarks/fuzz_compare.py` runs as many as wanted."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from desktop_app.compare import compare
from desktop_app.model import Article

_SPEC = importlib.util.spec_from_file_location(
    "fuzz_compare", Path(__file__).parent.parent / "benchmarks" / "fuzz_compare.py"
)
assert _SPEC is not None
assert _SPEC.loader is not None
fuzz_compare = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(fuzz_compare)


@pytest.mark.parametrize("seed", [1, 2])
def test_odd_texts_are_compared(seed: int) -> None:
    for left, right in fuzz_compare.odd_pairs(12, seed):
        fuzz_compare.try_one(left, right)


@pytest.mark.parametrize(
    "text",
    [
        "Holm met Dr. Mr. and Mr Mr at the mill of Tarn. Mr Dr. Mr said so.",  # nothing but forms of address
        "It cost 5 İDR, 3 mıllıon dollarſ and sıxty K after 7 ſeconds.",  # letters that count as others
        "Some 230 people claimed a refund for it.",  # a word that tells of the dead only before a figure
    ],
)
def test_texts_that_once_failed_are_compared(text: str) -> None:
    fuzz_compare.try_one(Article.from_paragraphs([text]), Article.from_paragraphs([text, "Nobody knew."]))
    assert not compare(Article.from_paragraphs([text]), Article.from_paragraphs([text])).changes


def test_sentences_that_are_nothing_but_a_mark_are_compared() -> None:
    left = Article.from_paragraphs(["“We lost the mill to the sea.” !"])
    right = Article.from_paragraphs(["Then. “We lost the mill to the sea.” !"])
    assert compare(left, right).changes == ()

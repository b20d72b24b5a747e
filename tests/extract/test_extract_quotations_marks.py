"""Quotation marks of every kind, paired, continued, forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers import read_cases
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extract import find_quotations
from desktop_app.extract.quotations_dash import dash_stretches
from desktop_app.extract.quotations_marks import find_stretches
from desktop_app.model import Article, Kind, QuotationKind
from desktop_app.text.prepare import prepare


def inside(*paragraphs: str) -> list[str]:
    article = prepare(Article.from_paragraphs(paragraphs))
    return [article.paragraphs[s.paragraph].text[s.start : s.end] for s in find_stretches(article)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“We shall rebuild it,” the mayor said.", ["We shall rebuild it,"]),
        ('"We shall rebuild it," the mayor said.', ["We shall rebuild it,"]),
        ("‘We shall rebuild it,’ the mayor said.", ["We shall rebuild it,"]),
        ("'We shall rebuild it,' the mayor said.", ["We shall rebuild it,"]),
        ("„Wir bauen sie wieder auf“, sagte die Bürgermeisterin.", ["Wir bauen sie wieder auf"]),
        ("»Wir bauen sie wieder auf«, sagte sie.", ["Wir bauen sie wieder auf"]),
        ("« Nous la rebâtirons », a dit le maire.", ["Nous la rebâtirons"]),
        ("”Vi bygger upp den igen”, sade hon.", ["Vi bygger upp den igen"]),
        ("「私たちは再建します」と市長は述べた。", ["私たちは再建します"]),
        ('“We shall rebuild it," he said.', ["We shall rebuild it,"]),
    ],
)
def test_all_kinds_of_marks(text: str, wanted: list[str]) -> None:
    assert inside(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "It was rock ’n’ roll in the ‘90s, ’tis true, at the fishermen’s hall.",
        "The farmers' cows and James' 5' fence stood in the '80s.",
        'A 27" screen stood in the hall.',
        "No marks at all.",
    ],
)
def test_apostrophes_and_inches_are_no_quotations(text: str) -> None:
    assert inside(text) == []


def test_possessive_plural_inside_single_marks() -> None:
    text = "‘The drivers’ pay was never the point,’ she said of the ‘ghost buses’ and the passengers’ anger."
    assert inside(text) == ["The drivers’ pay was never the point,", "ghost buses"]


def test_nested_quotation_belongs_to_the_outer_one() -> None:
    assert inside("“He shouted, ‘Get out!’ and we ran,” she said.") == ["He shouted, ‘Get out!’ and we ran,"]
    assert inside("‘He shouted, “Get out!” and we ran,’ she said.") == ["He shouted, “Get out!” and we ran,"]
    assert inside("“He called it “a gift” twice,” she said.") == ["He called it “a gift” twice,"]


def test_paragraphs_that_open_again_without_closing() -> None:
    article = prepare(
        Article.from_paragraphs(
            ["“The first day was long.", "“The second was longer.", "“Then it was over,” he said."]
        )
    )
    assert [s.goes_on for s in find_stretches(article)] == [True, True, False]


def test_boilerplate_between_two_paragraphs_of_a_quotation() -> None:
    article = prepare(
        Article.from_paragraphs(
            ["“The first day was long.", "ADVERTISEMENT", "“Then it was over,” he said."],
            kinds=[Kind.BODY, Kind.BOILERPLATE, Kind.BODY],
        )
    )
    assert [s.goes_on for s in find_stretches(article)] == [True, False]


def test_missing_closing_mark_ends_before_the_attribution() -> None:
    assert inside("“The water came at night, she said. “We ran.”") == ["The water came at night,", "We ran."]


def test_missing_closing_mark_ends_with_its_sentence() -> None:
    assert inside("He wrote: “The tower will be sold. The sale is set for May.") == [
        "The tower will be sold."
    ]


def test_dash_dialogue() -> None:
    article = prepare(
        Article.from_paragraphs(
            ["— Nobody asked the miners, the old man said.", "— Nobody ever did.", "– 3 km of track"]
        )
    )
    found = [
        article.paragraphs[s.paragraph].text[s.start : s.end] for s in dash_stretches(article, frozenset())
    ]
    assert found == ["Nobody asked the miners,", "Nobody ever did."]


@given(st.lists(st.text(alphabet="ab ,.!?“”‘’\"'«»„「」—s\n", max_size=40), max_size=4))
def test_stretches_never_overlap_and_cut_the_text(paragraphs: list[str]) -> None:
    article = prepare(Article.from_paragraphs(paragraphs))
    last: tuple[int, int] = (-1, -1)
    for stretch in find_stretches(article):
        text = article.paragraphs[stretch.paragraph].text
        assert 0 <= stretch.outer_start <= stretch.start <= stretch.end <= stretch.outer_end <= len(text)
        assert (stretch.paragraph, stretch.outer_start) >= last
        last = (stretch.paragraph, stretch.outer_end)


def read_passages() -> Iterator[tuple[str, list[str], str]]:
    """Yield the name of each passage, its paragraphs, and the pieces that are spoken."""
    for name, lines in read_cases(Path(__file__).with_name("marked.txt")):
        yield name, lines[:-1], lines[-1].removeprefix("=").strip()


@pytest.mark.parametrize(
    ("paragraphs", "wanted"),
    [pytest.param(texts, spoken, id=name) for name, texts, spoken in read_passages()],
)
def test_pieces_of_what_is_spoken(paragraphs: list[str], wanted: str) -> None:
    article = Article.from_paragraphs(paragraphs)
    spoken = [q for q in find_quotations(article) if q.kind in (QuotationKind.SPEECH, QuotationKind.PARTIAL)]
    pieces = (
        " / ".join(article.paragraphs[p.paragraph].text[p.start : p.end] for p in quotation.pieces)
        for quotation in spoken
    )
    assert " | ".join(pieces) == wanted

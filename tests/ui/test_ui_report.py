"""The printed report: every word on paper, pairs kept together, long paragraphs carried over."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from made_comparisons import made_comparison
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter

from desktop_app.model import (
    Alignment,
    Article,
    Cancelled,
    Comparison,
    ExportError,
    Link,
    Note,
    NoteKind,
    Pair,
    Side,
    Span,
)
from desktop_app.ui.report import paint_report, pdf_bytes, write_pdf

pytestmark = pytest.mark.usefixtures("qapp")


def pages_of(data: bytes) -> list[str]:
    """Return the words of each page, letters and figures only."""
    document = pypdfium2.PdfDocument(data)
    try:
        texts = []
        for page in document:
            words = page.get_textpage()
            texts.append(re.sub(r"[\W\ufffe]+", "", words.get_text_range()))
            words.close()
            page.close()
        return texts
    finally:
        document.close()


def test_the_report_holds_both_texts_and_every_finding() -> None:
    comparison = made_comparison()
    text = "".join(pages_of(pdf_bytes(comparison)))
    for wanted in (
        "HarbourofVelmarclosedaftercranefalls",
        "4of4bodyparagraphsoftheleftarelinkedtotheright",
        "Nobodyknowshowlong",
        "confirmed",
        "moved",
        "speakernameddifferently",
        "12ontheleft13ontheright",
        "MsBrenn",
        "Onlyontheright",
        "Page1",
    ):
        assert wanted in text


def test_notes_are_printed() -> None:
    note = Note(NoteKind.PARAGRAPH, ((Side.RIGHT, Span(3, 0, 3)),), "Who counted?")
    span = Span(2, 0, 12)
    quoted = Note(NoteKind.QUOTATION, ((Side.LEFT, span),), "Is this the wording?")
    comparison = replace(made_comparison(), notes=(note, quoted))
    text = "".join(pages_of(pdf_bytes(comparison)))
    assert "3rightWhocounted" in text
    words = "".join(filter(str.isalnum, comparison.left.text_at(span)))
    assert f"2left{words}Isthisthewording" in text


def test_linked_paragraphs_stand_on_one_page() -> None:
    count = 40
    lefts = [f"L{n:03} begins " + "some words of a paragraph " * 12 + f"L{n:03}ends" for n in range(count)]
    rights = [text.replace("L", "R", 1).replace("L", "R") for text in lefts]
    links = tuple(Link((n,), (n,), (Pair(n, n, 1.0),), 1.0) for n in range(count))
    comparison = Comparison(Article.from_paragraphs(lefts), Article.from_paragraphs(rights), Alignment(links))
    pages = pages_of(pdf_bytes(comparison))
    assert len(pages) > 4
    for n in range(count):
        holding = [page for page in pages if f"L{n:03}" in page or f"R{n:03}" in page]
        assert len(holding) == 1
        assert all(f"{side}{n:03}ends" in holding[0] for side in "LR")


def test_a_paragraph_taller_than_a_page_goes_on() -> None:
    words = [f"w{n:05}" for n in range(3000)]
    article = Article.from_paragraphs([" ".join(words)])
    comparison = Comparison(article, article, Alignment((Link((0,), (0,), (Pair(0, 0, 1.0),), 1.0),)))
    pages = pages_of(pdf_bytes(comparison))
    text = "".join(pages)
    assert len(pages) > 3
    assert all(text.count(word) == 2 for word in words)


def test_a_tiny_page_still_ends(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "tiny.pdf"))
    writer.setResolution(72)
    writer.setPageSize(QPageSize(QSizeF(60, 40), QPageSize.Unit.Millimeter))
    assert paint_report(made_comparison(), writer) > 10


def test_stopping_leaves_no_file(tmp_path: Path) -> None:
    def stop(fraction: float, message: str) -> None:
        assert message
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_pdf(made_comparison(), tmp_path / "out.pdf", stop)
    assert not list(tmp_path.iterdir())
    write_pdf(made_comparison(), tmp_path / "out.pdf")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(ExportError, match="” cannot be written"):
        write_pdf(made_comparison(), tmp_path / "none" / "out.pdf")


def test_hostile_and_empty_texts_are_just_words() -> None:
    left = Article.from_paragraphs(["<b>bold</b> & <img src='file:///x'>", "a\nb\u2029c\x00d", "😀 e\u0301"])
    comparison = replace(made_comparison(), left=left, alignment=Alignment(), changes=(), quotations=())
    comparison = replace(comparison, entities=(), only_left=())
    assert "bboldbimgsrcfilex" in "".join(pages_of(pdf_bytes(comparison)))
    empty = Article.from_paragraphs([])
    assert pages_of(pdf_bytes(Comparison(empty, empty, Alignment())))

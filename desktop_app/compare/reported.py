"""Quotations that the other side does not quote but reports in its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.compare.quotation_words import words_of_text
from desktop_app.compare.speakers import Speakers
from desktop_app.model import (
    Alignment,
    Article,
    Quotation,
    QuotationKind,
    QuotationMatch,
    Side,
    Span,
)
from desktop_app.text.stems import stem

_SAME_SPEAKER, _LINKED, _PLAIN = 0.4, 0.5, 0.75
"""Share of a quotation's telling words that a report must hold: same speaker and linked, one of the two,
and for a sentence of a linked paragraph without any reporting word."""


def find_reported(
    left: Article,
    right: Article,
    ledger: Sequence[QuotationMatch],
    left_reports: Sequence[Quotation],
    right_reports: Sequence[Quotation],
    alignment: Alignment,
    speakers: Speakers,
) -> list[QuotationMatch]:
    """Return the ledger with reporting sentences put beside quotations that have no counterpart.

    Such rows keep their state (only left, only right): the words are quoted on one side only.
    """
    found: list[QuotationMatch] = []
    taken: set[int] = set()
    for match in ledger:
        if match.left is not None and match.right is not None:
            found.append(match)
            continue
        side = Side.LEFT if match.left is not None else Side.RIGHT
        own = match.on(side)
        article, reports = (right, right_reports) if side is Side.LEFT else (left, left_reports)
        report = None
        if own is not None and own.kind is not QuotationKind.SCARE:
            free = [r for r in reports if id(r) not in taken]
            report = _best(own, side, free, alignment, speakers) or _plain(own, side, article, alignment)
        if report is None:
            found.append(match)
            continue
        taken.add(id(report))
        found.append(replace(match, left=report) if side is Side.RIGHT else replace(match, right=report))
    return found


def _telling(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of_text(text).heavy)


def _best(
    quotation: Quotation, side: Side, reports: Sequence[Quotation], alignment: Alignment, speakers: Speakers
) -> Quotation | None:
    wanted = _telling(quotation.text)
    if len(wanted) < 2:
        return None
    partners = _partners(quotation, side, alignment)
    best: tuple[float, Quotation] | None = None
    for report in reports:
        linked = report.paragraph in partners
        pair = (quotation, report) if side is Side.LEFT else (report, quotation)
        agree = speakers.agree(*pair)
        if not (linked or agree):
            continue
        share = len(wanted & _telling(report.text)) / len(wanted)
        enough = share >= (_SAME_SPEAKER if linked and agree else _LINKED)
        if enough and share * len(wanted) >= 2 and (best is None or share > best[0]):
            best = (share, report)
    return best[1] if best else None


def _plain(quotation: Quotation, side: Side, article: Article, alignment: Alignment) -> Quotation | None:
    wanted = _telling(quotation.text)
    if len(wanted) < 3:
        return None
    for paragraph in sorted(_partners(quotation, side, alignment)):
        text = article.paragraphs[paragraph].text
        for sentence in article.paragraphs[paragraph].sentences:
            words = text[sentence.start : sentence.end]
            if len(wanted & _telling(words)) >= _PLAIN * len(wanted):
                span = Span(paragraph, sentence.start, sentence.end)
                return Quotation(words, QuotationKind.INDIRECT, (span,))
    return None


def _partners(quotation: Quotation, side: Side, alignment: Alignment) -> set[int]:
    partners: set[int] = set()
    for piece in quotation.pieces:
        number = alignment.link_of(side, piece.paragraph)
        if number is not None:
            partners.update(alignment.links[number].on(side.other))
    return partners

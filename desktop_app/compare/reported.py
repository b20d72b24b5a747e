"""Quotations that the other side does not quote but reports in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from desktop_app.compare.quotation_words import words_of_text
from desktop_app.compare.speakers import Speakers
from desktop_app.model import (
    Alignment,
    Article,
    Link,
    Progress,
    Quotation,
    QuotationKind,
    QuotationMatch,
    Side,
    Span,
    no_progress,
    watched,
)
from desktop_app.text.stems import stem

_SAME_SPEAKER, _LINKED, _PLAIN = 0.4, 0.5, 0.75
"""Share of a quotation's telling words that a report must hold: same speaker and linked, one of the two,
and for a sentence of a linked paragraph without any reporting word."""


_NAMED = 40
"""Reports of one speaker that are looked at outside the linked paragraphs."""

_MANY = 24
"""Paragraphs of a link up to which all count as linked with one another."""


def find_reported(
    left: Article,
    right: Article,
    ledger: Sequence[QuotationMatch],
    left_reports: Sequence[Quotation],
    right_reports: Sequence[Quotation],
    alignment: Alignment,
    speakers: Speakers,
    progress: Progress = no_progress,
) -> list[QuotationMatch]:
    """Return the ledger with reporting sentences put beside quotations that have no counterpart.

    Such rows keep their state (only left, only right): the words are quoted on one side only.
    """
    found: list[QuotationMatch] = []
    taken: set[int] = set()
    partners = _Partners(alignment)
    candidates = {Side.LEFT: _Reports(right_reports), Side.RIGHT: _Reports(left_reports)}
    for match in watched(progress, ledger, "Looking for quotations that are only reported"):
        if match.left is not None and match.right is not None:
            found.append(match)
            continue
        side = Side.LEFT if match.left is not None else Side.RIGHT
        own = match.on(side)
        article = right if side is Side.LEFT else left
        report = None
        if own is not None and own.kind is not QuotationKind.SCARE:
            near = partners.of(side, own)
            free = [r for r in candidates[side].near(near, own) if id(r) not in taken]
            report = _best(own, side, free, near, speakers) or _plain(own, article, near)
        if report is None:
            found.append(match)
            continue
        taken.add(id(report))
        found.append(replace(match, left=report) if side is Side.RIGHT else replace(match, right=report))
    return found


@lru_cache(maxsize=8192)
def _telling(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words_of_text(text).heavy)


def _best(
    quotation: Quotation,
    side: Side,
    reports: Sequence[Quotation],
    partners: frozenset[int],
    speakers: Speakers,
) -> Quotation | None:
    wanted = _telling(quotation.text)
    if len(wanted) < 2:
        return None
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


def _plain(quotation: Quotation, article: Article, partners: frozenset[int]) -> Quotation | None:
    wanted = _telling(quotation.text)
    if len(wanted) < 3:
        return None
    for paragraph in sorted(partners):
        text = article.paragraphs[paragraph].text
        for sentence in article.paragraphs[paragraph].sentences:
            words = text[sentence.start : sentence.end]
            if len(wanted & _telling(words)) >= _PLAIN * len(wanted):
                span = Span(paragraph, sentence.start, sentence.end)
                return Quotation(words, QuotationKind.INDIRECT, (span,))
    return None


class _Reports:
    """The reporting sentences of one side, by paragraph and by speaker."""

    def __init__(self, reports: Sequence[Quotation]) -> None:
        self._by_paragraph: dict[int, list[Quotation]] = {}
        self._by_name: dict[str, list[Quotation]] = {}
        for report in reports:
            self._by_paragraph.setdefault(report.paragraph, []).append(report)
            if report.speaker_entity is not None:
                self._by_name.setdefault(report.speaker_entity, []).append(report)

    def near(self, paragraphs: frozenset[int], quotation: Quotation) -> list[Quotation]:
        """Return the reports of some paragraphs, and the first ones of the quotation's speaker."""
        found = [report for p in sorted(paragraphs) for report in self._by_paragraph.get(p, ())]
        known = {id(report) for report in found}
        named = self._by_name.get(quotation.speaker_entity or "", [])[:_NAMED]
        return found + [report for report in named if id(report) not in known]


class _Partners:
    """The paragraphs linked with each paragraph."""

    def __init__(self, alignment: Alignment) -> None:
        self._linked: dict[tuple[Side, int], Iterable[int]] = {}
        for link in alignment.links:
            for side in Side:
                if len(link.on(side.other)) <= _MANY:
                    self._linked.update(((side, p), link.on(side.other)) for p in link.on(side))
            if max(len(link.left), len(link.right)) > _MANY:
                self._link_directly(link)

    def _link_directly(self, link: Link) -> None:
        """Of a link of very many paragraphs, take those that are paired with each other."""
        beside: dict[tuple[Side, int], set[int]] = {}
        for pair in link.pairs:
            beside.setdefault((Side.LEFT, pair.left), set()).add(pair.right)
            beside.setdefault((Side.RIGHT, pair.right), set()).add(pair.left)
        for place, others in beside.items():
            self._linked.setdefault(place, others)

    def of(self, side: Side, quotation: Quotation) -> frozenset[int]:
        """Return the other side's paragraphs that are linked with those of a quotation."""
        return frozenset(
            p for piece in quotation.pieces for p in self._linked.get((side, piece.paragraph), ())
        )

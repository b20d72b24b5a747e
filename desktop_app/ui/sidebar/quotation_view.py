"""The quote ledger: every quotation of both sides, its state, its speaker, both wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.model import (
    Comparison,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    Span,
    SpeakerDifference,
)
from desktop_app.ui import wording
from desktop_app.ui.marked_text import Piece, one_after_the_other, spoken_text, woven
from desktop_app.ui.sidebar.chips import Chip
from desktop_app.ui.sidebar.corrections import SpeakerCorrections
from desktop_app.ui.sidebar.fuzzy import matching
from desktop_app.ui.sidebar.panel import Panel
from desktop_app.ui.sidebar.rows import Card, Heading, Later, Row
from desktop_app.ui.theme import ThemeManager

SPEAKER, INDIRECT, SCARE = "speaker", "indirect", "scare"

_ORDER = (
    QuotationState.ALTERED,
    QuotationState.VERBATIM,
    QuotationState.ONLY_LEFT,
    QuotationState.ONLY_RIGHT,
)
_TONE = {
    QuotationState.ALTERED: "amber",
    QuotationState.VERBATIM: "plain",
    QuotationState.ONLY_LEFT: "left",
    QuotationState.ONLY_RIGHT: "right",
}


def places_of(match: QuotationMatch) -> list[tuple[Side, Span]]:
    """Return where a quotation stands on each side, all its pieces."""
    return [
        (side, piece)
        for side in Side
        if (quotation := match.on(side)) is not None
        for piece in quotation.pieces
    ]


def wording_pieces(match: QuotationMatch) -> tuple[Piece, ...]:
    """Return the quotation as shown: one wording, or both woven into each other."""
    left, right = match.left, match.right
    if left is None or right is None:
        only = left or right
        return (Piece(_in_marks(only)),) if only is not None else ()
    if match.state is QuotationState.VERBATIM:
        return (Piece(_in_marks(left)),)
    indirect = [quotation.kind is QuotationKind.INDIRECT for quotation in (left, right)]
    pieces = woven(left.text, right.text) if indirect[0] == indirect[1] else None
    if pieces is None:
        return one_after_the_other(_in_marks(left), _in_marks(right))
    return pieces if indirect[0] else (Piece("“"), *pieces, Piece("”"))


def _in_marks(quotation: Quotation) -> str:
    return quotation.text if quotation.kind is QuotationKind.INDIRECT else f"“{quotation.text}”"


class QuotationView(Panel):
    """Quotations with state, speaker and wording.

    ``places_activated`` carries the places of the chosen one, [(Side, Span), ...]; ``quotation_selected``
    its `QuotationMatch` or None, ``correction_requested`` a step's name and its `Correction`s.
    """

    places_activated = Signal(object)
    correction_requested = Signal(str, object)
    quotation_selected = Signal(object)

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__("quotationView", themes, parent)
        self.filter.setPlaceholderText(self.tr("Filter quotes…"))
        self.filter.setAccessibleName(self.tr("Filter quotes"))
        self.list.setAccessibleName(self.tr("Quotes"))
        self.chips.setAccessibleName(self.tr("Which quotes"))
        self.corrections = SpeakerCorrections(self)
        self.corrections.requested.connect(self.correction_requested)

    # -- Panel --------------------------------------------------------------------------------------------

    def count(self) -> int:
        return len(self.comparison.quotations) if self.comparison else 0

    def heir(self, key: QuotationMatch) -> QuotationMatch | None:
        """Return the row of the quotation that a row was of, with another speaker perhaps."""
        matches = self.comparison.quotations if self.comparison is not None else ()
        places = places_of(key)
        return next((m for m in matches if any(place in places for place in places_of(m))), None)

    def chip_list(self, comparison: Comparison) -> Sequence[Chip]:
        matches = comparison.quotations
        labels = {
            QuotationState.ALTERED: self.tr("Altered"),
            QuotationState.VERBATIM: self.tr("Verbatim"),
            QuotationState.ONLY_LEFT: self.tr("Only left"),
            QuotationState.ONLY_RIGHT: self.tr("Only right"),
        }
        chips = [("", wording.counted(self.tr("All"), len(matches)))]
        kinds = Counter(kind_of(match) for match in matches)
        spoken = Counter(match.state for match in matches if not kind_of(match))
        for state, label in labels.items():
            if spoken[state]:
                chips.append((state.value, wording.counted(label, spoken[state])))
        for kind, label in ((SCARE, self.tr("Scare quotes")), (INDIRECT, self.tr("Indirect"))):
            if kinds[kind]:
                chips.append((kind, wording.counted(label, kinds[kind])))
        other = sum(match.speaker_differs is SpeakerDifference.ATTRIBUTION for match in matches)
        if other:
            chips.append((SPEAKER, wording.counted(self.tr("Other speaker"), other)))
        return chips

    def row_list(self, comparison: Comparison, query: str, chip: str) -> Sequence[Row]:
        numbers = range(len(comparison.quotations))
        if query:
            texts = [self._searched(match) for match in comparison.quotations]
            numbers = matching(query, texts)  # type: ignore[assignment]
        matches = [comparison.quotations[n] for n in sorted(numbers)]
        matches = [match for match in matches if _fits(match, chip)]
        matches.sort(key=lambda match: _ORDER.index(match.state))
        rows: list[Row] = []
        for kind, title in (
            ("", ""),
            (SCARE, self.tr("Scare quotes")),
            (INDIRECT, self.tr("Indirect speech")),
        ):
            members = [match for match in matches if kind_of(match) == kind]
            if members and kind and chip != kind:
                note = wording.number(len(members))
                rows.append(Heading(spoken=f"{title}, {note}", title=title, note=note))
            rows += [Later(key=match, make=partial(self._card, comparison, match)) for match in members]
        return rows

    def empty_text(self, filtered: bool) -> str:
        if filtered:
            return self.tr("No quote fits. Clear the filter to see all.")
        if self.comparison is not None:
            return self.tr("Neither article quotes anybody.")
        return self.tr("What both articles quote will be listed here.")

    def row_chosen(self, key: Any) -> None:
        self.quotation_selected.emit(key)
        self.places_activated.emit(places_of(key))

    # -- own ----------------------------------------------------------------------------------------------

    def _searched(self, match: QuotationMatch) -> str:
        parts: list[str] = []
        for quotation in (match.left, match.right):
            if quotation is not None:
                parts += [quotation.text, quotation.speaker or "", quotation.speaker_entity or ""]
        return " ".join(parts)

    def _card(self, comparison: Comparison, match: QuotationMatch) -> Card:
        label = wording.state_name(match.state)
        if match.shortened is not None:
            label = self.tr("shortened on the {side}").format(side=wording.side_name(match.shortened))
        place = wording.pair_label(
            comparison,
            (match.left.paragraph,) if match.left else (),
            (match.right.paragraph,) if match.right else (),
        )
        pieces = wording_pieces(match)
        footer = self._footer(match)
        said = spoken_text(pieces, wording.side_name(Side.LEFT), wording.side_name(Side.RIGHT))
        return Card(
            key=match,
            spoken=f"{label}: {said}",
            description=f"{footer}. {place}",
            label=label,
            tone=_TONE[match.state],
            place=place,
            pieces=pieces,
            footer=footer,
        )

    def _footer(self, match: QuotationMatch) -> str:
        parts: list[str] = []
        if match.left and match.right and match.speaker_differs is not None:
            for side, quotation in ((Side.LEFT, match.left), (Side.RIGHT, match.right)):
                parts.append(f"{wording.side_name(side)}: {self._speaker(quotation)}")
        else:
            known = [q for q in (match.left, match.right) if q is not None]
            best = next((q for q in known if q.speaker), known[0])
            parts.append(self._speaker(best))
        kinds = {q.kind for q in (match.left, match.right) if q is not None}
        if QuotationKind.INDIRECT in kinds:
            sides = [side for side in Side if (q := match.on(side)) and q.kind is QuotationKind.INDIRECT]
            parts.append(
                self.tr("indirect speech on the {side}").format(side=wording.side_name(sides[0]))
                if len(kinds) > 1
                else self.tr("indirect speech")
            )
        return " · ".join(part for part in parts if part)

    def _speaker(self, quotation: Quotation) -> str:
        if quotation.kind is QuotationKind.SCARE and not quotation.speaker:
            return self.tr("scare quotes")
        printed, known = quotation.speaker, quotation.speaker_entity
        if not printed:
            return known or self.tr("speaker not named")
        printed = printed[:1].upper() + printed[1:]
        if known and known.casefold() not in printed.casefold():
            return f"{printed} ({known})"
        return printed


def kind_of(match: QuotationMatch) -> str:
    """Return `SCARE`, `INDIRECT`, or "" for speech in quotation marks: the summary counts that alone."""
    kinds = {QuotationKind.SCARE: SCARE, QuotationKind.INDIRECT: INDIRECT}
    return kinds.get(match.own.kind, "") if match.own is not None else ""


def _fits(match: QuotationMatch, chip: str) -> bool:
    if chip == SPEAKER:
        return match.speaker_differs is SpeakerDifference.ATTRIBUTION
    if chip in (SCARE, INDIRECT):
        return kind_of(match) == chip
    return not chip or (match.state.value == chip and not kind_of(match))

"""What disagrees inside links: figures, dates, names, quotations, sources, denials, certainty."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from desktop_app.compare.agreement import anchor_of
from desktop_app.compare.bead_making import (
    count_sentences,
    is_whole,
    make_beads,
    pairs_by_link,
    whole_bead,
)
from desktop_app.compare.beads import Bead
from desktop_app.compare.change_names import NameIndex, is_english, name_changes
from desktop_app.compare.change_quotes import quotation_changes
from desktop_app.compare.change_sources import source_changes
from desktop_app.compare.change_values import value_changes
from desktop_app.compare.denials import may_deny
from desktop_app.compare.found_sources import SourceReader
from desktop_app.compare.found_values import Found, ValueReader
from desktop_app.compare.hedge_words import may_hedge
from desktop_app.compare.hedges import hedge_changes
from desktop_app.compare.loose_facts import loose_changes
from desktop_app.compare.multiples import multiple_changes
from desktop_app.compare.negations import negation_changes
from desktop_app.compare.proofs import proof_changes
from desktop_app.model import (
    Alignment,
    Article,
    Change,
    ChangeKind,
    EntityRow,
    Link,
    Mention,
    Progress,
    QuotationKind,
    QuotationMatch,
    Side,
    Span,
    let_go,
    no_progress,
    part_of,
    pulse,
    pulsed,
    watched,
)
from desktop_app.text.value import Taken

_ORDER = tuple(ChangeKind)

_APART = 0.3
"""Evidence wanted on top for sentences that correspond only through their paragraphs."""

_PROSE = 3000
"""Words of corresponding sentences up to which they are compared."""

_LONG_LINK = 24
"""Sentences of a link up to which those that have no partner of their own are compared with all others."""


def find_changes(
    left: Article,
    right: Article,
    alignment: Alignment,
    rows: Sequence[EntityRow],
    ledger: Sequence[QuotationMatch],
    progress: Progress = no_progress,
    *,
    rejected: Collection[tuple[int, int]] = (),
) -> tuple[Change, ...]:
    """Return the disagreements of two articles in the reading order of the left.

    Linked passages are compared, and the figures of sentences outside common links that surely tell one
    fact. More or less detail, roundings and conversions that agree, house style and plain paraphrase are no
    changes. Words inside paired quotations are the ledger's: they are told once, as a change of the
    quotation. Of ``rejected`` (left, right) paragraph pairs, which a person has parted, no figures are told.
    """
    progress(0.0, "Looking for facts that disagree")
    finder = _Finder(left, right, alignment, rows, ledger)
    changes: list[Change] = []
    for match in watched(part_of(progress, 0.0, 0.1), ledger, "Looking for facts that disagree"):
        changes.extend(quotation_changes(left, right, match))
    numbers = range(len(alignment.links))
    for number in watched(part_of(progress, 0.1, 1.0), numbers, "Looking for facts that disagree", every=1):
        changes.extend(finder.link(number))
    changes.extend(finder.outside_links(changes, rejected))
    finder.let_go()
    return tuple(sorted(_without_doubles(changes), key=_place))


def _place(change: Change) -> tuple[int, int, int, int]:
    return change.left.paragraph, change.left.start, change.right.start, _ORDER.index(change.kind)


class _Finder:
    """Compares the links of one pair of articles."""

    def __init__(
        self,
        left: Article,
        right: Article,
        alignment: Alignment,
        rows: Sequence[EntityRow],
        ledger: Sequence[QuotationMatch],
    ) -> None:
        self._left, self._right, self._alignment = left, right, alignment
        self._pairs = pairs_by_link(alignment)
        self._names = NameIndex(rows)
        self._sources = SourceReader(self._names)
        self._left_values, self._right_values = ValueReader(left), ValueReader(right)
        self._english = is_english(left) and is_english(right)
        self._anchor = anchor_of(left, self._left_values.values) or anchor_of(
            right, self._right_values.values
        )
        self._quoted = _quoted_on_both(ledger)

    def link(self, number: int) -> list[Change]:
        """Return the changes of one link, without those of its quotations."""
        link = self._alignment.links[number]
        if self._is_same(link):
            return []
        beads = make_beads(self._left, self._right, number, link, self._pairs[number])
        whole = cache(lambda: whole_bead(self._left, self._right, number, link))
        if any(max(len(bead.left.words), len(bead.right.words)) > _PROSE for bead in beads):
            return []  # a sentence of thousands of words is no prose
        found = value_changes(
            beads,
            whole,
            self._values(Side.LEFT, link.left),
            self._values(Side.RIGHT, link.right),
            self._anchor,
        )
        found.extend(name_changes(beads, link.left, link.right, self._names, english=self._english))
        told = _Told(found)
        for bead in beads:
            pulse()
            found.extend(told.fresh(_wording(bead, 0.0)))
            if self._english:
                found.extend(multiple_changes(bead))
                found.extend(source_changes(bead, self._sources))
        long = count_sentences(self._left, self._right, link) > _LONG_LINK
        if not long and beads and self._is_open(link, beads):
            found.extend(told.fresh(_wording(whole(), _APART)))
        return [
            change
            for change in found
            if not (self._inside(Side.LEFT, change) or self._inside(Side.RIGHT, change))
        ]

    def let_go(self) -> None:
        """Free what was read, bit by bit."""
        for values in (self._left_values, self._right_values):
            let_go(values.known)
        let_go(self._quoted)

    def _is_open(self, link: Link, beads: Sequence[Bead]) -> bool:
        """Whether the sentences of a link may tell something of others than those they are paired with."""
        if not is_whole(self._left, self._right, link, beads):
            return True
        regions = [region for bead in beads for region in (bead.left, bead.right)]
        return len(beads) > 1 and any(may_deny(region) or may_hedge(region) for region in regions)

    def outside_links(self, told: Sequence[Change], rejected: Collection[tuple[int, int]]) -> list[Change]:
        """Return the figures that disagree in sentences of no common link, if not told already."""
        return loose_changes(
            self._left,
            self._right,
            self._alignment,
            self._left_values,
            self._right_values,
            self._anchor,
            told,
            lambda side, found: self._is_quoted(side, found.paragraph, found.value.start),
            rejected,
        )

    def _is_same(self, link: Link) -> bool:
        """Whether a link has the same text on both sides, in which nothing can disagree."""
        return len(link.left) == len(link.right) and all(
            self._left.paragraphs[a].text == self._right.paragraphs[b].text
            for a, b in zip(link.left, link.right, strict=True)
        )

    def _values(self, side: Side, paragraphs: Sequence[int]) -> list[Found]:
        reader = self._left_values if side is Side.LEFT else self._right_values
        return [
            value
            for paragraph in paragraphs
            for value in reader.read(paragraph)
            if not self._is_quoted(side, paragraph, value.value.start)
        ]

    def _inside(self, side: Side, change: Change) -> bool:
        return self._is_quoted(side, change.on(side).paragraph, change.on(side).start)

    def _is_quoted(self, side: Side, paragraph: int, offset: int) -> bool:
        quoted = self._quoted.get((side, paragraph))
        return quoted is not None and quoted.touches(offset, offset + 1)


def _quoted_on_both(ledger: Sequence[QuotationMatch]) -> dict[tuple[Side, int], Taken]:
    """Return what quotations that both sides have, scare quotes left out, cover in each paragraph."""
    pieces: dict[tuple[Side, int], list[Span]] = {}
    for match in pulsed(ledger):
        if match.left is None or match.right is None:
            continue
        if QuotationKind.INDIRECT in (match.left.kind, match.right.kind):
            continue
        for side, quotation in ((Side.LEFT, match.left), (Side.RIGHT, match.right)):
            if quotation.kind is not QuotationKind.SCARE:
                for piece in quotation.pieces:
                    pieces.setdefault((side, piece.paragraph), []).append(piece)
    return {place: _covered(inside) for place, inside in pulsed(pieces.items(), 32)}


def _covered(pieces: Sequence[Span]) -> Taken:
    """Return what some pieces of a paragraph, which may overlap, cover together."""
    joined: list[tuple[int, int]] = []
    for piece in sorted(pieces, key=lambda piece: piece.start):
        if joined and piece.start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], piece.end))
        else:
            joined.append((piece.start, piece.end))
    return Taken(joined)


def _wording(bead: Bead, strict: float) -> Iterator[Change]:
    yield from negation_changes(bead, strict=strict)
    yield from hedge_changes(bead, strict=strict)
    yield from proof_changes(bead)


class _Told:
    """The words that changes mark already, by paragraph."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._marked: dict[tuple[Side, int], list[Mention]] = {}
        for change in changes:
            self._mark(change)

    def _mark(self, change: Change) -> None:
        for side in Side:
            self._marked.setdefault((side, change.on(side).paragraph), []).append(change.on(side))

    def fresh(self, changes: Iterable[Change]) -> list[Change]:
        """Return the changes that share no words on either side with one told before them."""
        found: list[Change] = []
        for change in changes:
            if not any(
                own.overlaps(other)
                for side in Side
                for own in [change.on(side)]
                for other in self._marked.get((side, own.paragraph), ())
            ):
                found.append(change)
                self._mark(change)
        return found


def _without_doubles(changes: Sequence[Change]) -> list[Change]:
    """Leave out a change that says again what a weightier one at the same places says."""
    kept: list[Change] = []
    beside: dict[int, list[Change]] = {}
    for change in sorted(pulsed(changes), key=_weight):
        near = beside.setdefault(change.left.paragraph, [])
        if any(_hedged_twice(change, other) for other in near):
            continue
        if not any(change.left.overlaps(other.left) and _says_again(change, other) for other in near):
            near.append(change)
            kept.append(change)
    return kept


def _says_again(change: Change, other: Change) -> bool:
    """Whether a change at the same words of the left tells of the same: there, or by the same source, which
    may be marked with its office or without.
    """
    if change.kind is other.kind is ChangeKind.ATTRIBUTION:
        return True
    return change.right.overlaps(other.right)


def _hedged_twice(change: Change, other: Change) -> bool:
    """Whether two hedges stand beside each other on both sides: "may cost up to 40", "will cost 40"."""
    return change.kind is other.kind is ChangeKind.HEDGE and all(
        change.on(side).paragraph == other.on(side).paragraph
        and max(change.on(side).start, other.on(side).start)
        <= min(change.on(side).end, other.on(side).end) + _BESIDE
        for side in Side
    )


_BESIDE = 16
"""Letters between a hedge and a bound that belong to one statement."""


def _weight(change: Change) -> tuple[bool, int]:
    return change.kind is not ChangeKind.ATTRIBUTION, _ORDER.index(change.kind)

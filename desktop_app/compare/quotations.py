"""The quote ledger: every quotation of one side with its counterpart on the other, and what became of it.

Thresholds follow what was judged on thousands of unrelated quotations of one election: edit ratios alone
mistake idioms for quotations, long common word runs and the share of aligned words do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import LCSseq

from desktop_app.compare.attributions import pair_reports
from desktop_app.compare.quotation_words import QuoteWords, quote_words
from desktop_app.compare.reported import find_reported
from desktop_app.compare.speakers import Speakers
from desktop_app.model import (
    Alignment,
    Article,
    EntityRow,
    Progress,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    no_progress,
    part_of,
    watched,
)
from desktop_app.text.lexicons import read_words

RUN_WORDS = 6
"""A common run of so many words that is all of the shorter quotation makes a pair anywhere."""

ALIGNED_WORDS, ALIGNED_SHARE = 8, 0.8
"""From so many words on, so large a share of the shorter in the same order makes a pair anywhere."""

NEAR_SHARE = 0.6
"""The share that is enough where the paragraphs are linked or the speakers agree."""

SAME_PLACE_SHARE = 0.34
"""The share that is enough where the paragraphs are linked and the speakers agree."""

_DENIALS = read_words("negations.txt", "markers")

_POSTINGS = 40
"""Quotations that may share a word pair before it says nothing."""

_OFTEN = 64
"""Pairs of quotations between two progress reports."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    order: float
    similarity: float
    left: int
    right: int


def match_quotations(
    left: Article,
    right: Article,
    left_quotations: Sequence[Quotation],
    right_quotations: Sequence[Quotation],
    alignment: Alignment,
    rows: Sequence[EntityRow] = (),
    progress: Progress = no_progress,
) -> tuple[QuotationMatch, ...]:
    """Pair the quotations of both sides one to one, best first.

    Direct quotations come first, by their place on the left, then those that stand only on the right;
    indirect speech follows in the same order, where both sides report it. A quotation whose words the
    other side only reports keeps the state "only left" or "only right" and shows the reporting sentence
    as its counterpart, of kind indirect.
    """
    speakers = Speakers(rows)
    links = _link_numbers(alignment)
    left_quotations = [speakers.named(Side.LEFT, q) for q in left_quotations]
    right_quotations = [speakers.named(Side.RIGHT, q) for q in right_quotations]
    direct_left = [q for q in left_quotations if q.kind is not QuotationKind.INDIRECT]
    direct_right = [q for q in right_quotations if q.kind is not QuotationKind.INDIRECT]
    ledger = _Ledger(direct_left, direct_right, links, speakers, part_of(progress, 0.0, 0.7)).pair()
    looking, counting = part_of(progress, 0.7, 0.9), part_of(progress, 0.9, 1.0)
    indirect_left = [q for q in left_quotations if q.kind is QuotationKind.INDIRECT]
    indirect_right = [q for q in right_quotations if q.kind is QuotationKind.INDIRECT]
    ledger = find_reported(left, right, ledger, indirect_left, indirect_right, alignment, speakers, looking)
    shown = {id(q) for match in ledger for q in (match.left, match.right)}
    reports = pair_reports(
        [q for q in indirect_left if id(q) not in shown],
        [q for q in indirect_right if id(q) not in shown],
        alignment,
        speakers,
        part_of(counting, 0.0, 0.5),
    )
    last = part_of(counting, 0.5, 1.0)
    both = [compare_pair(a, b, speakers) for a, b in watched(last, reports, "Comparing what is reported")]
    return (*_in_order(ledger), *_in_order(both))


def compare_pair(left: Quotation, right: Quotation, speakers: Speakers) -> QuotationMatch:
    """Return the ledger's row for two quotations that are counterparts."""
    a, b = quote_words(left), quote_words(right)
    state, shortened, similarity = _state(a, b)
    return QuotationMatch(state, left, right, similarity, shortened, speakers.difference(left, right))


def _state(a: QuoteWords, b: QuoteWords) -> tuple[QuotationState, Side | None, float]:
    if a.keys == b.keys:
        return QuotationState.VERBATIM, None, 1.0
    common = LCSseq.similarity(a.keys, b.keys)
    total = len(a.keys) + len(b.keys)
    similarity = 2 * common / total if total else 0.0
    shortened: Side | None = None
    if common == len(b.keys) < len(a.keys):
        shortened = Side.RIGHT
    elif common == len(a.keys) < len(b.keys):
        shortened = Side.LEFT
    if shortened is not None and _turns(a.keys, b.keys):
        shortened = None
    return QuotationState.ALTERED, shortened, round(min(similarity, 0.999), 4)


def _turns(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether a denial is among what one side leaves out, alone or with one word: more than a cut."""
    long, short = (a, b) if len(a) > len(b) else (b, a)
    cuts = (step for step in LCSseq.opcodes(long, short) if step.tag == "delete")
    return any(
        cut.src_end - cut.src_start <= 2 and not _DENIALS.isdisjoint(long[cut.src_start : cut.src_end])
        for cut in cuts
    )


def _link_numbers(alignment: Alignment) -> dict[tuple[Side, int], int]:
    return {
        (side, paragraph): number
        for number, link in enumerate(alignment.links)
        for side in Side
        for paragraph in link.on(side)
    }


def _in_order(matches: Sequence[QuotationMatch]) -> list[QuotationMatch]:
    def place(match: QuotationMatch) -> tuple[int, int, int]:
        own = 1 if match.left is None or match.state is QuotationState.ONLY_RIGHT else 0
        anchor = match.right if own else match.left
        if anchor is None:
            return own, 0, 0
        return own, anchor.pieces[0].paragraph, anchor.pieces[0].start

    return sorted(matches, key=place)


class _Ledger:
    """Pairs two lists of quotations."""

    def __init__(
        self,
        left: list[Quotation],
        right: list[Quotation],
        links: dict[tuple[Side, int], int],
        speakers: Speakers,
        progress: Progress = no_progress,
    ) -> None:
        self.progress = progress
        self.left, self.right = left, right
        self.links, self.speakers = links, speakers
        reading = (part_of(progress, 0.0, 0.1), part_of(progress, 0.1, 0.2))
        self.left_words = [quote_words(q) for q in watched(reading[0], left, "Comparing quotations")]
        self.right_words = [quote_words(q) for q in watched(reading[1], right, "Comparing quotations")]

    def pair(self) -> list[QuotationMatch]:
        """Return one row for each pair and for each quotation left over."""
        chosen: dict[int, int] = {}
        taken: set[int] = set()
        for candidate in sorted(self._candidates(), key=lambda c: (-c.order, c.left, c.right)):
            if candidate.left not in chosen and candidate.right not in taken:
                chosen[candidate.left] = candidate.right
                taken.add(candidate.right)
        self._join_parts(chosen, taken)
        rows = [
            compare_pair(self.left[i], self.right[j], self.speakers)
            for i, j in watched(part_of(self.progress, 0.9, 1.0), [*chosen.items()], "Comparing quotations")
            if i not in self._dropped_left
        ]
        rows += [
            QuotationMatch(QuotationState.ONLY_LEFT, q, None)
            for i, q in enumerate(self.left)
            if i not in chosen and i not in self._dropped_left
        ]
        rows += [
            QuotationMatch(QuotationState.ONLY_RIGHT, None, q)
            for j, q in enumerate(self.right)
            if j not in taken and j not in self._dropped_right
        ]
        return rows

    # Candidates ---------------------------------------------------------------------------------------

    def _candidates(self) -> list[_Candidate]:
        pairs = self._by_words() | self._by_place()
        found: list[_Candidate] = []
        for number, (i, j) in enumerate(sorted(pairs)):
            if number % _OFTEN == 0:
                self.progress(0.3 + 0.6 * number / len(pairs), "Comparing quotations")
            candidate = self._judge(i, j)
            if candidate is not None:
                found.append(candidate)
        return found

    def _by_words(self) -> set[tuple[int, int]]:
        index: dict[object, list[int]] = {}
        for j, words in enumerate(self.right_words):
            for key in words.index_keys():
                index.setdefault(key, []).append(j)
        pairs: set[tuple[int, int]] = set()
        for i, words in enumerate(self.left_words):
            for key in words.index_keys():
                places = index.get(key, [])
                if len(places) <= _POSTINGS:
                    pairs.update((i, j) for j in places)
                else:  # the same words over and over: keep those nearest in the order of the article
                    near = bisect_left(places, int(i / max(1, len(self.left)) * len(self.right)))
                    pairs.update((i, j) for j in places[max(0, near - 2) : near + 2])
        return pairs

    def _by_place(self) -> set[tuple[int, int]]:
        places: dict[int, list[int]] = {}
        for j, quotation in enumerate(self.right):
            for number in self._links_of(Side.RIGHT, quotation):
                places.setdefault(number, []).append(j)
        pairs: set[tuple[int, int]] = set()
        for i, quotation in enumerate(self.left):
            for number in self._links_of(Side.LEFT, quotation):
                near = places.get(number, [])
                pairs.update((i, j) for j in near[:_POSTINGS])
        return pairs

    def _links_of(self, side: Side, quotation: Quotation) -> set[int]:
        numbers = {self.links.get((side, piece.paragraph)) for piece in quotation.pieces}
        return {number for number in numbers if number is not None}

    def _judge(self, i: int, j: int) -> _Candidate | None:
        a, b = self.left_words[i], self.right_words[j]
        left, right = self.left[i], self.right[j]
        if not a.keys or not b.keys:
            return None
        linked = bool(self._links_of(Side.LEFT, left) & self._links_of(Side.RIGHT, right))
        agree = self.speakers.agree(left, right)
        place = abs(i / max(1, len(self.left)) - j / max(1, len(self.right)))
        bonus = 0.3 * linked + 0.15 * agree - 0.05 * place
        if a.keys == b.keys:
            return _Candidate(2.0 + bonus, 1.0, i, j)
        common = LCSseq.similarity(a.keys, b.keys)
        shorter, longer = sorted((len(a.keys), len(b.keys)))
        share = common / shorter
        similarity = 2 * common / (shorter + longer)
        known = left.speaker_entity is not None and right.speaker_entity is not None
        if known and not agree and not (shorter >= RUN_WORDS and share >= ALIGNED_SHARE):
            return None  # two people say alike things more often than one sentence is given to two people
        if not self._enough(a, b, share, shorter, linked=linked, agree=agree):
            return None
        return _Candidate(similarity + 0.5 * share + bonus, similarity, i, j)

    @staticmethod
    def _enough(
        a: QuoteWords, b: QuoteWords, share: float, shorter: int, *, linked: bool, agree: bool
    ) -> bool:
        if shorter >= RUN_WORDS and share == 1.0 and a.contains(b):
            return True
        if shorter >= ALIGNED_WORDS and share >= ALIGNED_SHARE:
            return True
        heavy = len(a.heavy & b.heavy)
        fewest = min(len(a.heavy), len(b.heavy))
        if shorter < 4:  # fragments: only where they stand in the same place, and share what carries them
            return linked and share >= 0.5 and heavy >= 1 and heavy * 2 >= fewest
        if (linked or agree) and share >= NEAR_SHARE and (heavy >= 2 or heavy == fewest > 0):
            return True
        return (
            linked
            and agree
            and ((share >= SAME_PLACE_SHARE and heavy >= 2) or (share >= NEAR_SHARE and heavy >= 1))
        )

    # Quotations that one side splits --------------------------------------------------------------------

    def _join_parts(self, chosen: dict[int, int], taken: set[int]) -> None:
        """Join a left-over quotation to its neighbour where the other side has both as one."""
        self._dropped_left: set[int] = set()
        self._dropped_right: set[int] = set()
        partner = {j: i for i, j in chosen.items()}
        for j in [j for j in range(len(self.right)) if j not in taken]:
            host = self._host(self.right_words[j], chosen, self.left_words, self.right_words, self.right, j)
            if host is not None:
                i = host
                self.right[chosen[i]] = _joined(self.right[chosen[i]], self.right[j])
                self.right_words[chosen[i]] = quote_words(self.right[chosen[i]])
                self._dropped_right.add(j)
        for i in [i for i in range(len(self.left)) if i not in chosen]:
            host = self._host(self.left_words[i], partner, self.right_words, self.left_words, self.left, i)
            if host is not None:
                j = host
                self.left[partner[j]] = _joined(self.left[partner[j]], self.left[i])
                self.left_words[partner[j]] = quote_words(self.left[partner[j]])
                self._dropped_left.add(i)

    def _host(
        self,
        part: QuoteWords,
        pairs: dict[int, int],
        other_words: list[QuoteWords],
        own_words: list[QuoteWords],
        own: list[Quotation],
        number: int,
    ) -> int | None:
        """Return the other side's quotation that holds the left-over part beside its partner."""
        if len(part.keys) < 3 or len(part.heavy) < 2:
            return None
        for other, mine in pairs.items():
            if abs(own[mine].paragraph - own[number].paragraph) > 1 or own[mine].kind is QuotationKind.SCARE:
                continue
            whole = other_words[other]
            if len(whole.keys) < len(own_words[mine].keys) + 0.6 * len(part.keys):
                continue
            rest = [
                key for key in whole.keys if key not in set(own_words[mine].keys) or key in set(part.keys)
            ]
            common = LCSseq.similarity(rest, part.keys)
            speaker = own[number].speaker_entity
            if speaker and own[mine].speaker_entity and speaker != own[mine].speaker_entity:
                continue
            joined_before = LCSseq.similarity(whole.keys, own_words[mine].keys)
            joined_after = max(
                LCSseq.similarity(whole.keys, [*own_words[mine].keys, *part.keys]),
                LCSseq.similarity(whole.keys, [*part.keys, *own_words[mine].keys]),
            )
            if common >= 0.8 * len(part.keys) and joined_after - joined_before >= 0.75 * len(part.keys):
                return other
        return None


def _joined(first: Quotation, second: Quotation) -> Quotation:
    if (second.pieces[0].paragraph, second.pieces[0].start) < (
        first.pieces[0].paragraph,
        first.pieces[0].start,
    ):
        head, tail = second, first
    else:
        head, tail = first, second
    source = first if first.speaker is not None else second
    return replace(
        source,
        text=f"{head.text} {tail.text}",
        kind=QuotationKind.SPEECH,
        pieces=(*head.pieces, *tail.pieces),
    )

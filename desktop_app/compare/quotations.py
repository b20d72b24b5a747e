"""The quote ledger: every quotation of one side with its counterpart on the other, and what became of it.

Thresholds follow what was judged on thousands of unrelated quotations of one election: edit ratios alone
mistake idioms for quotations, long common word runs and the share of aligned words do not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import LCSseq

from desktop_app.compare.attributions import pair_reports
from desktop_app.compare.best_pairs import best_pairs
from desktop_app.compare.homes import links_by_place
from desktop_app.compare.quotation_words import QuoteWords, quote_words, runs_of
from desktop_app.compare.reported import find_reported
from desktop_app.compare.speaker_gaps import with_speakers
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
    pulse,
    pulsed,
    watched,
)
from desktop_app.model.sorting import sorted_in_parts
from desktop_app.text.lexicons import read_words

RUN_WORDS = 6
"""A common run of so many words that is all of the shorter quotation makes a pair anywhere."""

ALIGNED_WORDS, ALIGNED_SHARE = 8, 0.8
"""From so many words on, so large a share of the shorter in the same order makes a pair anywhere."""

LONG_RUN = 9
"""A common run of so many words makes a pair anywhere, whatever stands around it and whoever says it."""

FRAGMENT_WORDS = 4
"""Fewer words are a fragment: many people use the same."""

NEAR_SHARE = 0.6
"""The share that is enough where the paragraphs are linked or the speakers agree."""

SAME_PLACE_SHARE = 0.34
"""The share that is enough where the paragraphs are linked and the speakers agree."""

_TURNING = read_words("negations.txt", "markers") | read_words("reporting_grammar.txt", "turning")

_EXCLUDING = frozenset(("no", "without", "every"))
"""Behind these a word left out changes what is excluded or meant."""

_POSTINGS = 40
"""Quotations that may share a word pair before it says nothing."""

_NEAREST = 8
"""Quotations before and after in the order of the article that are looked at where a link holds very many."""


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
    speakers = Speakers(rows, {Side.LEFT: left, Side.RIGHT: right})
    links = links_by_place(alignment)
    left_quotations = [speakers.named(Side.LEFT, q) for q in left_quotations]
    right_quotations = [speakers.named(Side.RIGHT, q) for q in right_quotations]
    direct_left = [q for q in left_quotations if q.kind is not QuotationKind.INDIRECT]
    direct_right = [q for q in right_quotations if q.kind is not QuotationKind.INDIRECT]
    ledger = _Ledger(direct_left, direct_right, links, speakers, part_of(progress, 0.0, 0.7)).pair()
    looking, counting = part_of(progress, 0.7, 0.9), part_of(progress, 0.9, 1.0)
    indirect_left = [q for q in left_quotations if q.kind is QuotationKind.INDIRECT]
    indirect_right = [q for q in right_quotations if q.kind is QuotationKind.INDIRECT]
    ledger = [with_speakers(match, speakers) for match in pulsed(ledger, 64)]
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
    return _row(left, right, (quote_words(left), quote_words(right)), speakers)


def _row(
    left: Quotation, right: Quotation, words: tuple[QuoteWords, QuoteWords], speakers: Speakers
) -> QuotationMatch:
    state, shortened, similarity = _state(*words)
    if shortened is not None:
        whole, cut = words if shortened is Side.RIGHT else words[::-1]
        part = right if shortened is Side.RIGHT else left
        if _turns(whole.keys, cut.keys, fragment=part.kind is QuotationKind.PARTIAL):
            shortened = None
    return QuotationMatch(state, left, right, similarity, shortened, speakers.difference(left, right))


def _state(a: QuoteWords, b: QuoteWords) -> tuple[QuotationState, Side | None, float]:
    """Return the state of a pair, the side that only leaves words out, and the likeness from 0 to 1."""
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
    return QuotationState.ALTERED, shortened, round(min(similarity, 0.999), 4)


def _turns(whole: Sequence[str], cut: Sequence[str], *, fragment: bool) -> bool:
    """Whether a word that turns the sense is left out, alone or with one other: more than a cut.

    Before and behind a ``fragment`` the reporter tells in his own words what was left out of the quotation.
    """
    gaps = [step for step in LCSseq.opcodes(whole, cut) if step.tag == "delete"]
    if any(0 < gap.src_start == gap.src_end - 1 and whole[gap.src_start - 1] in _EXCLUDING for gap in gaps):
        return True  # "no lethal weapon", "no weapon"
    return any(
        gap.src_end - gap.src_start <= 2
        and not _TURNING.isdisjoint(whole[gap.src_start : gap.src_end])
        and not (fragment and (gap.src_start == 0 or gap.src_end == len(whole)))
        for gap in gaps
    )


def _some(places: Sequence[int], middle: int, nearest: int) -> Sequence[int]:
    """Return rising places, where they are very many so many on either side of ``middle``."""
    if len(places) <= _POSTINGS:
        return places
    spot = bisect_left(places, middle)
    return places[max(0, spot - nearest) : spot + nearest]


def _in_order(matches: Sequence[QuotationMatch]) -> list[QuotationMatch]:
    """Return rows in the order of the left article, those of the right alone behind them."""

    def place(match: QuotationMatch) -> tuple[int, int, int]:
        own = 1 if match.left is None or match.state is QuotationState.ONLY_RIGHT else 0
        anchor = match.right if own else match.left
        if anchor is None:
            return own, 0, 0
        return own, anchor.pieces[0].paragraph, anchor.pieces[0].start

    order = sorted_in_parts((*place(match), number) for number, match in enumerate(matches))
    return [matches[number] for *_, number in order]


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
        known = {q.text: words for q, words in zip(left, self.left_words, strict=True)}
        self.right_words = [
            known.get(q.text) or quote_words(q) for q in watched(reading[1], right, "Comparing quotations")
        ]
        self.left_links = [self._links_of(Side.LEFT, quotation) for quotation in pulsed(left)]
        self.right_links = [self._links_of(Side.RIGHT, quotation) for quotation in pulsed(right)]

    def pair(self) -> list[QuotationMatch]:
        """Return one row for each pair and for each quotation left over."""
        chosen = dict(best_pairs(self._candidates()))
        joined_left, joined_right = self._join_parts(chosen)
        rows = [
            _row(self.left[i], self.right[j], (self.left_words[i], self.right_words[j]), self.speakers)
            for i, j in watched(part_of(self.progress, 0.9, 1.0), [*chosen.items()], "Comparing quotations")
        ]
        told_left, told_right = joined_left.union(chosen), joined_right.union(chosen.values())
        rows += [
            QuotationMatch(QuotationState.ONLY_LEFT, q, None)
            for i, q in enumerate(pulsed(self.left))
            if i not in told_left
        ]
        rows += [
            QuotationMatch(QuotationState.ONLY_RIGHT, None, q)
            for j, q in enumerate(pulsed(self.right))
            if j not in told_right
        ]
        return rows

    # Candidates ---------------------------------------------------------------------------------------

    def _candidates(self) -> Iterator[tuple[float, int, int]]:
        """Yield the pairs that may be one quotation: how surely they are, left and right number."""
        by_words: dict[object, list[int]] = {}
        by_link: dict[int, list[int]] = {}
        for j, words in enumerate(pulsed(self.right_words)):
            for key in words.index_keys():
                by_words.setdefault(key, []).append(j)
            for number in self.right_links[j]:
                by_link.setdefault(number, []).append(j)
        progress = part_of(self.progress, 0.3, 0.9)
        for i, words in enumerate(watched(progress, self.left_words, "Comparing quotations", every=1)):
            middle = int(i / max(1, len(self.left)) * len(self.right))
            near: set[int] = set()
            for key in words.index_keys():  # of the same words over and over, those nearest in the article
                near.update(_some(by_words.get(key, []), middle, 2))
            for number in self.left_links[i]:
                near.update(_some(by_link.get(number, []), middle, _NEAREST))
            runs = frozenset(runs_of(words, LONG_RUN))
            for j in near:
                score = self._judge(i, j, runs)
                if score is not None:
                    yield score, i, j

    def _links_of(self, side: Side, quotation: Quotation) -> frozenset[int]:
        numbers = {self.links.get((side, piece.paragraph)) for piece in quotation.pieces}
        return frozenset(number for number in numbers if number is not None)

    def _judge(self, i: int, j: int, runs: frozenset[tuple[str, ...]]) -> float | None:
        """Return how surely two quotations are one, the left one with its long ``runs`` of words; None where
        that is not sure enough.
        """
        a, b = self.left_words[i], self.right_words[j]
        left, right = self.left[i], self.right[j]
        if not a.keys or not b.keys:
            return None
        linked = not self.left_links[i].isdisjoint(self.right_links[j])
        agree = self.speakers.agree(left, right)
        bonus = 0.3 * linked + 0.15 * agree - 0.05 * abs(i / len(self.left) - j / len(self.right))
        short, long = (a, b) if len(a.keys) <= len(b.keys) else (b, a)
        shorter, longer = len(short.keys), len(long.keys)
        known = left.speaker_entity is not None and right.speaker_entity is not None
        if a.keys == b.keys:
            elsewhere = known and not agree and not linked and shorter < FRAGMENT_WORDS
            return None if elsewhere else 2.0 + bonus  # two people call different things "a mistake"
        heavy = len(a.heavy & b.heavy)
        may_run = heavy * 3 >= LONG_RUN
        most = 1 - len(short.heavy - long.heavy) / shorter  # the share that could be common at best
        if not may_run and not self._enough(a, b, most, heavy, linked=linked, agree=agree, known=known):
            return None
        common = LCSseq.similarity(a.keys, b.keys)
        share = common / shorter
        enough = self._enough(a, b, share, heavy, linked=linked, agree=agree, known=known)
        if not enough and not (may_run and common >= LONG_RUN and not runs.isdisjoint(runs_of(b, LONG_RUN))):
            return None
        return 2 * common / (shorter + longer) + 0.5 * share + bonus

    @staticmethod
    def _enough(
        a: QuoteWords, b: QuoteWords, share: float, heavy: int, *, linked: bool, agree: bool, known: bool
    ) -> bool:
        """Whether a share of the shorter one's words, common in order, ``heavy`` of them of weight, makes two
        one; more of it does too.
        """
        shorter = min(len(a.keys), len(b.keys))
        fewest = min(len(a.heavy), len(b.heavy))
        if known and not agree:
            # two people say alike things more often than one sentence is given to two people
            least = RUN_WORDS - 1 if linked and heavy >= 2 else RUN_WORDS
            if shorter < least or share < ALIGNED_SHARE:
                alike = share >= NEAR_SHARE and heavy >= max(3, NEAR_SHARE * fewest)
                return linked and shorter >= ALIGNED_WORDS and alike
        if shorter >= RUN_WORDS and share == 1.0 and a.contains(b):
            return True
        if shorter >= ALIGNED_WORDS and share >= ALIGNED_SHARE:
            return True
        if shorter < FRAGMENT_WORDS:  # only where they stand in the same place, and share what carries them
            return linked and share >= 0.5 and heavy >= 1 and heavy * 2 >= fewest
        if (linked or agree) and share >= NEAR_SHARE and (heavy >= 2 or heavy == fewest > 0):
            return True
        enough = (
            (share >= SAME_PLACE_SHARE and heavy >= 2)
            or (share >= NEAR_SHARE and heavy >= 1)
            or (share >= 0.5 and heavy == fewest > 0)
        )
        return linked and agree and enough

    # Quotations that one side splits --------------------------------------------------------------------

    def _join_parts(self, chosen: dict[int, int]) -> tuple[set[int], set[int]]:
        """Join each left-over quotation to its neighbour where the other side has both as one.

        Return the numbers, left and right, of those that are told with their neighbour now.
        """
        joined_left: set[int] = set()
        joined_right: set[int] = set()
        partner = {j: i for i, j in chosen.items()}
        for own, own_words, other_words, pairs, joined in (
            (self.right, self.right_words, self.left_words, chosen, joined_right),
            (self.left, self.left_words, self.right_words, partner, joined_left),
        ):
            by_paragraph: dict[int, list[tuple[int, int, int]]] = {}
            for order, (other, mine) in enumerate(pulsed(pairs.items(), 2048)):
                by_paragraph.setdefault(own[mine].paragraph, []).append((order, other, mine))
            paired = set(pairs.values())
            for number in [n for n in range(len(own)) if n not in paired]:
                pulse()
                home = own[number].paragraph
                beside = sorted(item for p in (home - 1, home, home + 1) for item in by_paragraph.get(p, ()))
                host = self._host(number, beside, own, own_words, other_words)
                if host is not None:
                    mine = host[2]
                    by_paragraph[own[mine].paragraph].remove(host)
                    own[mine] = _joined(own[mine], own[number])
                    own_words[mine] = quote_words(own[mine])
                    by_paragraph.setdefault(own[mine].paragraph, []).append(host)
                    joined.add(number)
        return joined_left, joined_right

    @staticmethod
    def _host(
        number: int,
        beside: Sequence[tuple[int, int, int]],
        own: list[Quotation],
        own_words: list[QuoteWords],
        other_words: list[QuoteWords],
    ) -> tuple[int, int, int] | None:
        """Return the pair (in ``beside``: order, other, own number) that a left-over quotation belongs to:
        the other side has both as one.
        """
        part = own_words[number]
        if len(part.keys) < 3 or len(part.heavy) < 2:
            return None
        for host in beside:
            _, other, mine = host
            if own[mine].kind is QuotationKind.SCARE:
                continue
            whole = other_words[other]
            if len(whole.keys) < len(own_words[mine].keys) + 0.6 * len(part.keys):
                continue
            held, wanted = set(own_words[mine].keys), set(part.keys)
            rest = [key for key in whole.keys if key not in held or key in wanted]
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
                return host
        return None


def _joined(first: Quotation, second: Quotation) -> Quotation:
    """Return two quotations of one article as one, in reading order, with the first known speaker."""
    head, tail = sorted((first, second), key=lambda q: (q.pieces[0].paragraph, q.pieces[0].start))
    source = first if first.speaker is not None else second
    return replace(
        source,
        text=f"{head.text} {tail.text}",
        kind=QuotationKind.SPEECH,
        pieces=(*head.pieces, *tail.pieces),
    )

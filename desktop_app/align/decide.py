"""From belief in pairs of sentences to chosen paragraph pairs and sentence pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.align.calibrate import ACCEPT, NEARLY_CERTAIN, probability
from desktop_app.align.further import look_again
from desktop_app.align.match import Matches
from desktop_app.align.sparse import Tick, no_tick
from desktop_app.align.units import Unit
from desktop_app.model import Pair, SentencePair

WORTH_NAMING = 0.02
"""Probability from which a pair that was not chosen is named as a candidate."""

FURTHER = 0.6
"""Probability from which a second look links; what it finds weakly is doubtful as a rule."""

MOST_FURTHER = 0.95
"""The probability of a pair that only a second look links is at most this."""

INSIDE_ODDS = -1.0
"""Log odds from which a sentence left over in a linked paragraph joins its best partner in the link. Read off
the sentences left over in the development pairs: right ones lie above, wrong ones below."""


@dataclass(frozen=True)
class Decision:
    """The paragraph pairs that are linked, the next-best ones, and the sentence pairs underneath."""

    pairs: tuple[Pair, ...]
    others: tuple[Pair, ...]
    sentences: tuple[SentencePair, ...]


def decide(
    left: Sequence[Unit],
    right: Sequence[Unit],
    matches: Matches,
    given: Collection[tuple[int, int]] = (),
    tick: Tick = no_tick,
) -> Decision:
    """Choose the pairs with a probability of at least `ACCEPT`.

    A paragraph pair is as probable as its best sentence pair, or as a second look finds it (see `further`),
    but 1 only where all its sentences are the same: a score of 1 reads as "identical". Sentences that are
    left over in linked paragraphs join the partner whose words fit best: that the paragraphs tell the same
    is known by then. ``given`` paragraph pairs are linked already.
    """
    best, chosen = _likely(left, right, matches, lambda done: tick(0.6 * done))
    linked = set(given) | {key for key, chance in best.items() if chance >= ACCEPT}
    for (row, column), chance in _further(left, right, matches, linked).items():
        key = left[row].paragraph, right[column].paragraph
        best[key] = max(best.get(key, 0.0), chance)
        linked.add(key)
        chosen[row, column] = chance
    chosen.update(_left_over(left, right, matches, linked, chosen, lambda done: tick(0.6 + 0.4 * done)))
    tick(1.0)
    sentences = []
    for number, ((i, j), chance) in enumerate(sorted(chosen.items())):
        a, b = left[i], right[j]
        sentences.append(SentencePair(a.paragraph, a.sentence, b.paragraph, b.sentence, chance))
        if number % 4096 == 0:
            tick(1.0)
    tick(1.0)
    pairs: list[Pair] = []
    others: list[Pair] = []
    for number, ((a_index, b_index), chance) in enumerate(best.items()):
        (pairs if chance >= ACCEPT else others).append(Pair(a_index, b_index, chance))
        if number % 8192 == 0:
            tick(1.0)
    return Decision(tuple(pairs), tuple(others), tuple(sentences))


def _likely(
    left: Sequence[Unit], right: Sequence[Unit], matches: Matches, tick: Tick
) -> tuple[dict[tuple[int, int], float], dict[tuple[int, int], float]]:
    """Return the probability of the paragraph pairs worth naming, and of the sentence pairs to be chosen."""
    chances = probability(matches.belief, matches.certain)
    together = probability(matches.together, matches.certain)
    same = _same_paragraphs(left, right, matches)
    paragraphs: dict[tuple[int, int], float] = {}
    sentences: dict[tuple[int, int], float] = {}
    worth = np.flatnonzero(together >= WORTH_NAMING).tolist()
    for number, k in enumerate(worth):
        if number % 2048 == 0:
            tick(number / len(worth))
        row, column, chance = int(matches.rows[k]), int(matches.columns[k]), round(float(chances[k]), 6)
        if chance >= ACCEPT:
            sentences[row, column] = chance
        key = left[row].paragraph, right[column].paragraph
        chance = round(float(together[k]), 6)
        paragraphs[key] = max(
            paragraphs.get(key, 0.0), chance if key in same else min(chance, NEARLY_CERTAIN)
        )
    return paragraphs, sentences


def _further(
    left: Sequence[Unit], right: Sequence[Unit], matches: Matches, linked: Collection[tuple[int, int]]
) -> dict[tuple[int, int], float]:
    """Return the pairs that a second look links, the best one of each pair of paragraphs."""
    looked = look_again(left, right, matches, linked)
    chances = looked.chances()
    likely = np.flatnonzero(chances >= FURTHER)
    found: dict[tuple[int, int], tuple[float, int, int]] = {}
    for k in likely[np.argsort(chances[likely], kind="stable")].tolist():
        row, column = int(looked.rows[k]), int(looked.columns[k])
        found[left[row].paragraph, right[column].paragraph] = float(chances[k]), row, column
    return {(row, column): round(min(chance, MOST_FURTHER), 6) for chance, row, column in found.values()}


def _same_paragraphs(left: Sequence[Unit], right: Sequence[Unit], matches: Matches) -> set[tuple[int, int]]:
    """Return the paragraph pairs of which every sentence is certain to have its twin in the other."""
    twins = Counter(
        (left[row].paragraph, right[column].paragraph)
        for row, column in zip(
            matches.rows[matches.certain].tolist(), matches.columns[matches.certain].tolist(), strict=True
        )
    )
    sizes = [Counter(unit.paragraph for unit in side) for side in (left, right)]
    return {pair for pair, count in twins.items() if count == sizes[0][pair[0]] == sizes[1][pair[1]]}


def _left_over(
    left: Sequence[Unit],
    right: Sequence[Unit],
    matches: Matches,
    linked: set[tuple[int, int]],
    chosen: dict[tuple[int, int], float],
    tick: Tick,
) -> dict[tuple[int, int], float]:
    """Return the best pair of each sentence without partner inside the linked paragraphs."""
    taken_left, taken_right = {i for i, _ in chosen}, {j for _, j in chosen}
    fitting: dict[tuple[str, int], tuple[float, int, int]] = {}
    places = np.flatnonzero(matches.odds >= INSIDE_ODDS).tolist()
    for number, k in enumerate(places):
        if number % 4096 == 0:
            tick(number / len(places))
        i, j = int(matches.rows[k]), int(matches.columns[k])
        if (i in taken_left and j in taken_right) or (left[i].paragraph, right[j].paragraph) not in linked:
            continue
        entry = (float(matches.odds[k]), -i, -j)
        if i not in taken_left:
            fitting["left", i] = max(fitting.get(("left", i), entry), entry)
        if j not in taken_right:
            fitting["right", j] = max(fitting.get(("right", j), entry), entry)
    return {(-i, -j): _inside_chance(odds) for odds, i, j in fitting.values()}


def _inside_chance(odds: float) -> float:
    """Return the probability of a sentence pair whose paragraphs are linked."""
    return round(float(max(ACCEPT, 1 / (1 + np.exp(-(odds - INSIDE_ODDS) / 2)))), 6)

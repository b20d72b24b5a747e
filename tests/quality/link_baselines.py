"""Simple aligners to stand beside: each takes two lists of paragraphs and returns linked index pairs."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

import numpy as np
from rapidfuzz import fuzz, process

Texts = Sequence[str]
Pairs = frozenset[tuple[int, int]]
Matrix = np.ndarray[tuple[int, int], np.dtype[np.float64]]

# The lowest similarity that counts as a link: the best of a grid on the development pairs.
DIFFLIB_LEAST = 0.20
TOKEN_SET_LEAST = 0.50
GRAMS_LEAST = 0.16


def best_either_way(similarity: Matrix, least: float) -> Pairs:
    """Link each unit to its most similar partner, from both sides, if it is similar enough."""
    if not similarity.size:
        return frozenset()
    pairs = {(i, int(j)) for i, j in enumerate(similarity.argmax(1)) if similarity[i, j] >= least}
    pairs |= {(int(i), j) for j, i in enumerate(similarity.argmax(0)) if similarity[i, j] >= least}
    return frozenset(pairs)


def difflib_words(left: Texts, right: Texts) -> Pairs:
    """difflib's ratio over words, best partner either way."""
    matcher: SequenceMatcher[str] = SequenceMatcher(autojunk=False)
    similarity = np.zeros((len(left), len(right)))
    for j, text in enumerate(right):
        matcher.set_seq2(text.lower().split())
        for i, other in enumerate(left):
            matcher.set_seq1(other.lower().split())
            if matcher.quick_ratio() >= DIFFLIB_LEAST:
                similarity[i, j] = matcher.ratio()
    return best_either_way(similarity, DIFFLIB_LEAST)


def token_set(left: Texts, right: Texts) -> Pairs:
    """rapidfuzz's token_set_ratio, best partner either way."""
    folded = [[text.lower() for text in side] for side in (left, right)]
    similarity = process.cdist(folded[0], folded[1], scorer=fuzz.token_set_ratio, dtype=np.float64) / 100
    return best_either_way(similarity, TOKEN_SET_LEAST)


def gram_cosine(left: Texts, right: Texts) -> Pairs:
    """Cosine of TF-IDF over character 4-grams inside padded words, best partner either way."""
    counts = [
        Counter(
            f" {word} "[at : at + 4] for word in text.lower().split() for at in range(max(1, len(word) - 1))
        )
        for text in (*left, *right)
    ]
    numbers = {gram: n for n, gram in enumerate(sorted({gram for each in counts for gram in each}))}
    weights = np.zeros((len(counts), max(1, len(numbers))))
    for row, each in enumerate(counts):
        for gram, count in each.items():
            weights[row, numbers[gram]] = 1 + math.log(count)
    weights *= np.log((1 + len(counts)) / (1 + (weights > 0).sum(0))) + 1
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    return best_either_way(weights[: len(left)] @ weights[len(left) :].T, GRAMS_LEAST)


_BEADS = ((1, 1, 0.0), (1, 0, 4.5), (0, 1, 4.5), (2, 1, 2.4), (1, 2, 2.4), (2, 2, 4.5))
"""Left units, right units, and the cost of such a bead (Gale and Church, 1993: -log of their priors)."""


def gale_church(left: Texts, right: Texts) -> Pairs:
    """Gale and Church's aligner: lengths only, in order."""
    before = [np.concatenate(([0], np.cumsum([len(text) for text in side]))) for side in (left, right)]
    height, width = len(left) + 1, len(right) + 1
    cost = np.full((height, width), math.inf)
    cost[0, 0] = 0.0
    step: dict[tuple[int, int], tuple[int, int]] = {}
    for i in range(height):
        for j in range(max(0, i - 200), min(width, i + 200)):
            for down, across, price in _BEADS:
                if i < down or j < across:
                    continue
                a = before[0][i] - before[0][i - down]
                b = before[1][j] - before[1][j - across]
                total = cost[i - down, j - across] + price + _length_cost(float(a), float(b))
                if total < cost[i, j]:
                    cost[i, j] = total
                    step[i, j] = down, across
    pairs: set[tuple[int, int]] = set()
    i, j = len(left), len(right)
    while (i, j) in step:
        down, across = step[i, j]
        pairs |= {(i - 1 - a, j - 1 - b) for a in range(down) for b in range(across)}
        i, j = i - down, j - across
    return frozenset(pairs)


def _length_cost(left: float, right: float) -> float:
    mean = (left + right) / 2
    if not mean:
        return 0.0
    deviation = abs(right - left) / math.sqrt(mean * 6.8)
    tail = 1 - math.erf(deviation / math.sqrt(2))
    return -math.log(max(tail, 1e-12))


BASELINES: dict[str, Callable[[Texts, Texts], Pairs]] = {
    "difflib": difflib_words,
    "token_set": token_set,
    "4-grams": gram_cosine,
    "Gale-Church": gale_church,
}

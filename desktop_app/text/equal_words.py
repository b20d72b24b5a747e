"""The words that two passages share in one order.

A longest common subsequence over word numbers (rapidfuzz's bit-parallel one); long passages are first cut at
words that stand once on each side, as in Bram Cohen's patience diff, so that time grows about linearly with
length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

_LARGE = 1500
"""Words on one side from which a passage is cut at anchors before it is compared."""

_HUGE = 6_000_000
"""Product of the two lengths above which a stretch without anchors counts as rewritten."""


def equal_stretches(left: Sequence[str], right: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return the equal stretches (left place, right place, length) of two lists of words, in order.

    Swapping the lists mirrors the answer.
    """
    from rapidfuzz.distance import LCSseq  # here, so that the first window opens without it

    if list(right) < list(left):
        return [(i, j, size) for j, i, size in equal_stretches(right, left)]
    numbers: dict[str, int] = {}
    left_ids = [numbers.setdefault(word, len(numbers)) for word in left]
    right_ids = [numbers.setdefault(word, len(numbers)) for word in right]
    found: list[tuple[int, int, int]] = []
    for i1, i2, j1, j2 in _stretches(left_ids, right_ids):
        if (i2 - i1) * (j2 - j1) > _HUGE:
            continue
        blocks = LCSseq.opcodes(left_ids[i1:i2], right_ids[j1:j2]).as_matching_blocks()
        found.extend((i1 + block.a, j1 + block.b, block.size) for block in blocks if block.size)
    return found


def _stretches(left: list[int], right: list[int]) -> list[tuple[int, int, int, int]]:
    """Cut two long word lists into stretches at words that stand once on each side and keep their order."""
    if max(len(left), len(right)) < _LARGE:
        return [(0, len(left), 0, len(right))]
    left_counts, right_counts = Counter(left), Counter(right)
    place = {word: j for j, word in enumerate(right) if right_counts[word] == 1}
    pairs = [(i, place[word]) for i, word in enumerate(left) if left_counts[word] == 1 and word in place]
    cuts = _increasing(pairs)
    found: list[tuple[int, int, int, int]] = []
    i1 = j1 = 0
    for i, j in cuts:
        if i - i1 >= _LARGE // 10:
            found.append((i1, i, j1, j))
            i1, j1 = i, j
    found.append((i1, len(left), j1, len(right)))
    return found


def _increasing(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of the pairs whose second members increase."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        spot = bisect_left(tails, j)
        before.append(last[spot - 1] if spot else -1)
        if spot == len(tails):
            tails.append(j)
            last.append(number)
        else:
            tails[spot] = j
            last[spot] = number
    chain: list[tuple[int, int]] = []
    number = last[-1] if last else -1
    while number >= 0:
        chain.append(pairs[number])
        number = before[number]
    return chain[::-1]

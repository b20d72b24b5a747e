"""Units that stand on both sides word for word: certain matches, also of a text with itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop_app.align.sparse import Tick, no_tick
from desktop_app.model import pulsed

LEAST_LETTERS = 12
"""A shorter unit ("Yes.") is certain only beside another certain one or if everything is the same."""


def identical_pairs(left: Sequence[str], right: Sequence[str], tick: Tick = no_tick) -> list[tuple[int, int]]:
    """Return the (left, right) numbers of units that are certainly the same, each at most once, sorted.

    Texts that occur once on each side match; from there matches grow to neighbours with the same text, so
    that repeated lines find their own place (the idea of Cohen's patience diff, without forbidding moves).
    Two equal lists match one to one.
    """
    if list(left) == list(right):
        return [(number, number) for number in range(len(left))]
    left_count, right_count = Counter(left), Counter(right)
    place = {text: number for number, text in enumerate(pulsed(right, 2048)) if right_count[text] == 1}
    partner: dict[int, int] = {}
    for number, text in enumerate(pulsed(left, 2048)):
        if left_count[text] == 1 and text in place and len(text) >= LEAST_LETTERS:
            partner[number] = place[text]
    taken = set(partner.values())
    tick(0.5)
    for step in (1, -1):
        order = range(len(left)) if step == 1 else range(len(left) - 1, -1, -1)
        for number in pulsed(order, 2048):
            if number in partner or number - step not in partner:
                continue
            other = partner[number - step] + step
            if 0 <= other < len(right) and other not in taken and left[number] == right[other]:
                partner[number] = other
                taken.add(other)
    tick(1.0)
    return sorted(partner.items())

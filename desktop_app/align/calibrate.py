"""From belief to probability: a link shown as 0.8 is right in about 8 of 10 cases."""

from __future__ import annotations

import numpy as np

from desktop_app.align.candidates import Flags
from desktop_app.align.units import Floats

BELIEF = (0.0, 0.1, 0.3, 0.5, 0.545, 0.6, 0.7, 0.85, 0.95, 0.99, 1.0)
PROBABILITY = (0.0, 0.02, 0.06, 0.10, 0.55, 0.75, 0.78, 0.86, 0.96, 0.985, 0.999)
"""A monotone curve through the share of right pairs by belief (isotonic, smoothed by hand), fitted on 29,000
paragraph pairs: samples, pairs with gold, invented stories, articles in two reading levels with paragraphs
merged and moved, and pieces of two Bibles with verses merged, dropped and moved."""

NEARLY_CERTAIN = PROBABILITY[-1]
"""The probability of a pair that is not word for word the same is at most this."""

ACCEPT = 0.55
"""Probability from which a pair is linked; the curve is steep there, so that little depends on it."""


def probability(belief: Floats, certain: Flags) -> Floats:
    """Return the probability of each pair; 1 for word for word the same text."""
    result: Floats = np.where(certain, 1.0, np.interp(belief, BELIEF, PROBABILITY))
    return result

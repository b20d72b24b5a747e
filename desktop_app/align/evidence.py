"""How strongly two units speak for each other, as log odds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.align.sparse import Tick, no_tick, pair_dots
from desktop_app.align.terms import Terms
from desktop_app.align.units import Floats, Ints

RARE_UNITS = 3
"""A word is rare while at most this many units of both sides hold it, in a text of `RARE_AT` units."""

RARE_AT = 50

LEAST_WEIGHT = 4.0
"""A unit counts as at least this heavy, so that two words alone never match it wholly."""


@dataclass(frozen=True)
class Weights:
    """Log odds of a pair: a bias and what each kind of evidence adds.

    Fitted by logistic regression on sentence pairs and then by random search on the links of the
    development texts (pairs with gold, samples, invented stories, half of the articles in two reading
    levels with paragraphs merged and moved), with other people's stories as negatives.
    """

    bias: float = -6.0
    likeness: float = 12.0
    coverage: float = 6.0
    rare: float = 0.96
    figures: float = 1.89
    runs: float = 0.23


WEIGHTS = Weights()


def log_odds(
    terms: Terms, rows: Ints, columns: Ints, weights: Weights = WEIGHTS, tick: Tick = no_tick
) -> Floats:
    """Return the log odds of each pair (``rows[k]``, ``columns[k]``), rows sorted.

    Likeness is the cosine of TF-IDF weighted character 4-grams; coverage the idf of the shared words over
    that of the longer side. Rare words, figures and runs of words that both sides share are specific
    evidence: the square root of their summed surprise counts, so that a topic in common is no match.
    """
    left, right = terms.left, terms.right
    likeness = pair_dots(left.grams, right.grams, rows, columns, lambda done: tick(0.5 * done))
    weighted = left.words.weighted(terms.idf)
    shared = pair_dots(weighted, right.words, rows, columns, lambda done: tick(0.5 + 0.2 * done))
    longer = np.maximum(weighted.sums()[rows], right.words.weighted(terms.idf).sums()[columns])
    most = RARE_UNITS * max(1.0, np.sqrt((len(left.words) + len(right.words)) / RARE_AT))
    rare = np.where(terms.occurrences <= most, terms.surprise, 0.0)
    figures = np.where(terms.figures, terms.surprise, 0.0)
    result = weights.bias + weights.likeness * likeness
    result += weights.coverage * shared / np.maximum(longer, LEAST_WEIGHT)
    for by_term, weight, start in ((rare, weights.rare, 0.7), (figures, weights.figures, 0.8)):
        mass = pair_dots(left.words.weighted(by_term), right.words, rows, columns, _part(tick, start, 0.1))
        result += weight * np.sqrt(mass)
    runs = pair_dots(left.runs.weighted(terms.run_surprise), right.runs, rows, columns, _part(tick, 0.9, 0.1))
    result += weights.runs * np.sqrt(runs)
    return result


def _part(tick: Tick, start: float, share: float) -> Tick:
    return lambda done: tick(start + share * done)

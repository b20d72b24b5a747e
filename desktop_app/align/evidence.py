"""How strongly two units speak for each other, as log odds."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from desktop_app.align.sparse import Tick, no_tick, pair_dots, part_of_tick, weighted_dots
from desktop_app.align.terms import Terms
from desktop_app.align.units import Floats, Ints

RARE_UNITS = 3
"""A word is rare while at most this many units of both sides hold it, in a text of `RARE_AT` units."""

RARE_AT = 50

SMALL_FIGURE = 0.5
"""What a figure of one digit is worth beside others: "three" is said of many things."""

LEAST_WEIGHT = 4.0
"""A unit counts as at least this heavy, so that two words alone never match it wholly."""


@dataclass(frozen=True)
class Weights:
    """Log odds of a pair: a bias and what each kind of evidence adds.

    Fitted by logistic regression on sentence pairs and then by random search on the links of the
    development texts (pairs with gold, samples, invented stories, half of the articles in two reading
    levels with paragraphs merged and moved), with other people's stories as negatives.
    """

    bias: float = -6.35
    likeness: float = 8.06
    coverage: float = 6.06
    rare: float = 1.2
    figures: float = 1.83
    runs: float = 0.1
    senses: float = 22.7

    def combine(self, evidence: Evidence) -> Floats:
        """Return the log odds of the pairs."""
        result: Floats = self.bias + self.likeness * evidence.likeness + self.coverage * evidence.coverage
        result += self.rare * np.sqrt(evidence.rare)
        result += self.figures * np.sqrt(evidence.figures)
        result += self.runs * np.sqrt(evidence.runs)
        result += self.senses * evidence.senses
        return result


WEIGHTS = Weights()


@dataclass(frozen=True)
class Evidence:
    """What speaks for each pair of units.

    ``likeness`` is the cosine of TF-IDF weighted character 4-grams (0..1), ``coverage`` the idf of the
    shared words over that of the longer unit (0..1). ``rare``, ``figures`` and ``runs`` are the summed
    surprise (nats) of the rare words, figures and neighbouring words both share: specific evidence, so
    that a topic in common is no match. ``senses`` is the idf of what different words of both are about,
    over the weight of the longer unit.
    """

    likeness: Floats
    coverage: Floats
    rare: Floats
    figures: Floats
    runs: Floats
    senses: Floats


def gather(terms: Terms, rows: Ints, columns: Ints, tick: Tick = no_tick) -> Evidence:
    """Return the evidence for the pairs (``rows[k]``, ``columns[k]``), rows sorted."""
    left, right = terms.left, terms.right
    likeness = pair_dots(left.grams, right.grams, rows, columns, part_of_tick(tick, 0.0, 0.5))
    tick(0.5)
    heavy_left, heavy_right = (side.words.weighted(terms.idf).sums() for side in (left, right))
    longer = np.maximum(np.maximum(heavy_left[rows], heavy_right[columns]), LEAST_WEIGHT)
    most = RARE_UNITS * max(1.0, np.sqrt(terms.units / RARE_AT))
    surprise = np.where(terms.small_figures, SMALL_FIGURE * terms.surprise, terms.surprise)
    weightings = (
        terms.idf,
        np.where(terms.occurrences <= most, surprise, 0.0),
        np.where(terms.figures, surprise, 0.0),
        terms.own_senses,
    )
    coverage, rare, figures, own_senses = weighted_dots(
        left.words, right.words, rows, columns, weightings, part_of_tick(tick, 0.5, 0.2)
    )
    (runs,) = weighted_dots(
        left.runs, right.runs, rows, columns, (terms.run_surprise,), part_of_tick(tick, 0.7, 0.1)
    )
    (senses,) = weighted_dots(
        left.senses, right.senses, rows, columns, (terms.sense_idf,), part_of_tick(tick, 0.8, 0.2)
    )
    # What the same word is about on both sides says nothing new.
    senses = np.maximum(0.0, senses - own_senses)
    return Evidence(likeness, coverage / longer, rare, figures, runs, senses / longer)

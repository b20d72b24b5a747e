"""A second look at pairs that were voted down: does one tell the other what no partner of it does?

A lead is linked with the other lead, and what its second half says is told once more in a paragraph of its
own, which has a better partner too. In the first look each sentence spends its belief on its best partner.
Here only such words count as its partners do not explain ("explaining away": Pearl, 1988); names and offices
count less than what is said of them, since a person is introduced in many places.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.align.candidates import ALL_PAIRS, Flags
from desktop_app.align.evidence import SMALL_FIGURE
from desktop_app.align.match import Matches
from desktop_app.align.naming import telling_terms
from desktop_app.align.sparse import Rows
from desktop_app.align.terms import Terms
from desktop_app.align.units import Floats, Ints, Unit
from desktop_app.model import pulse, pulsed

_Table = np.ndarray[tuple[int, int], np.dtype[np.bool_]]
"""Which paragraphs are linked: those of the left by those of the right."""

LEAST_WEIGHT = 8.0
"""A unit counts as at least this heavy where the share of its words is taken."""

LEAST_LINKED = 0.25
"""Share of the shorter text's paragraphs that must be linked: two different stories have no further pairs."""


@dataclass(frozen=True)
class Weights:
    """Log odds of what speaks for a further pair.

    ``told``, ``named`` and ``figures`` multiply the root of the surprise of shared words that no partner of
    either explains, by kind; ``slips`` and ``converted`` that of figures that nearly agree; ``cover`` is the
    share of the lighter unit that these words are. ``one_taken`` and ``both_taken`` tell whether the
    paragraphs have partners, ``diagonal`` and ``beside`` how many links stand around the pair; a ``hole`` is
    two paragraphs without any, between links.
    Fitted by logistic regression on the pairs of paragraphs not linked at first and on those with a further
    partner, of all development texts, and tested across authors.
    """

    bias: float = -4.43
    odds: float = 0.08
    belief: float = 4.55
    told: float = 0.67
    named: float = 0.45
    figures: float = 1.27
    slips: float = 3.14
    converted: float = 1.76
    cover: float = 3.89
    one_taken: float = -2.22
    both_taken: float = -4.15
    hole: float = 0.49
    diagonal: float = 0.27
    beside: float = 1.17


WEIGHTS = Weights()


@dataclass(frozen=True)
class Looked:
    """The pairs of units looked at, by number, and a column of evidence for each weight but the bias."""

    rows: Ints
    columns: Ints
    evidence: dict[str, Floats]

    def chances(self) -> Floats:
        """Return the probability of each pair; names alone make none."""
        odds = np.full(len(self.rows), WEIGHTS.bias)
        for name, values in self.evidence.items():
            odds += getattr(WEIGHTS, name) * values
        said = sum(self.evidence.get(name, 0.0) for name in ("told", "figures", "slips", "converted"))
        result: Floats = np.where(said > 0, 1 / (1 + np.exp(-odds)), 0.0)
        return result


def look_again(
    left: Sequence[Unit], right: Sequence[Unit], matches: Matches, linked: Collection[tuple[int, int]]
) -> Looked:
    """Return the evidence for those matched pairs of units whose paragraphs are not ``linked`` yet.

    Books are not looked at again.
    """
    nothing = np.zeros(0, dtype=np.int64)
    sides = _Side.of(left), _Side.of(right)
    if len(left) * len(right) > ALL_PAIRS or not linked or not (sides[0].paragraphs and sides[1].paragraphs):
        return Looked(nothing, nothing, {})
    table = np.zeros((len(sides[0].paragraphs), len(sides[1].paragraphs)), dtype=np.bool_)
    for a, b in linked:
        if a in sides[0].place and b in sides[1].place:  # headlines are no part of the story's order
            table[sides[0].place[a], sides[1].place[b]] = True
    if table.any(axis=1).sum() + table.any(axis=0).sum() < 2 * LEAST_LINKED * min(table.shape):
        return Looked(nothing, nothing, {})
    places = sides[0].of_unit[matches.rows], sides[1].of_unit[matches.columns]
    open_ones = (places[0] >= 0) & (places[1] >= 0) & ~table[places]
    rows, columns = matches.rows[open_ones], matches.columns[open_ones]
    places = places[0][open_ones], places[1][open_ones]
    evidence = {"odds": matches.odds[open_ones], "belief": matches.belief[open_ones]}
    told, cover = _unexplained(sides, table, matches.terms, matches.naming)
    for name, values in told.items():
        evidence[name] = np.sqrt(values[rows, columns])
    evidence["cover"] = cover[rows, columns]
    evidence["slips"] = np.sqrt(matches.near.slipped[rows, columns])
    evidence["converted"] = np.sqrt(matches.near.converted[rows, columns])
    evidence |= {name: values[places] for name, values in _order(table).items()}
    return Looked(rows, columns, evidence)


@dataclass(frozen=True)
class _Side:
    """The paragraphs below the headline in order, the place of each, and that of each unit's (or -1)."""

    paragraphs: tuple[int, ...]
    place: dict[int, int]
    of_unit: Ints

    @staticmethod
    def of(units: Sequence[Unit]) -> _Side:
        paragraphs = tuple(dict.fromkeys(unit.paragraph for unit in units if not unit.headline))
        place = {paragraph: number for number, paragraph in enumerate(paragraphs)}
        return _Side(paragraphs, place, np.array([place.get(unit.paragraph, -1) for unit in units], np.int64))


def _dense(rows: Rows) -> Floats:
    table = np.zeros((len(rows), rows.width))
    table[rows.owners, rows.terms] = 1.0
    return table


def _unexplained(
    sides: tuple[_Side, _Side], table: _Table, terms: Terms, naming: Flags
) -> tuple[dict[str, Floats], Floats]:
    """Return the surprise of the shared words that no partner of either has, by kind, and their share."""
    words = _dense(terms.left.words), _dense(terms.right.words)
    by_paragraph = [np.zeros((len(side.paragraphs), words[0].shape[1])) for side in sides]
    for each, side, own in zip(by_paragraph, sides, words, strict=True):
        np.maximum.at(each, side.of_unit[side.of_unit >= 0], own[side.of_unit >= 0])
    pulse()
    explained = (
        (table @ by_paragraph[1] > 0)[sides[0].of_unit],
        (table.T @ by_paragraph[0] > 0)[sides[1].of_unit],
    )
    left, right = (np.where(known, 0.0, own) for own, known in zip(words, explained, strict=True))
    surprise = np.where(terms.small_figures, SMALL_FIGURE * terms.surprise, terms.surprise)
    kinds = {
        "told": telling_terms(terms, naming) & ~terms.figures,
        "named": naming,
        "figures": terms.figures,
    }
    told = {
        kind: (left * np.where(flags, surprise, 0.0)) @ right.T for kind, flags in pulsed(kinds.items(), 1)
    }
    pulse()
    lighter = np.minimum((words[0] @ terms.idf)[:, None], (words[1] @ terms.idf)[None])
    return told, (left * terms.idf) @ right.T / np.maximum(lighter, LEAST_WEIGHT)


def _order(table: _Table) -> dict[str, Floats]:
    """Return what the links around each pair of paragraphs tell of it."""
    taken = table.sum(axis=1, keepdims=True).clip(max=1) + table.sum(axis=0, keepdims=True).clip(max=1)
    padded = np.pad(table.astype(np.float64), 2)
    height, width = table.shape

    def at(down: int, across: int) -> Floats:
        part: Floats = padded[2 + down : 2 + down + height, 2 + across : 2 + across + width]
        return part

    diagonal = at(-1, -1) + at(1, 1)
    for down, across in ((2, 2), (1, 2), (2, 1)):
        diagonal = diagonal + 0.5 * (at(down, across) + at(-down, -across))
    beside = at(-1, 0) + at(1, 0) + at(0, -1) + at(0, 1)
    return {
        "one_taken": (taken == 1).astype(np.float64),
        "both_taken": (taken == 2).astype(np.float64),
        "hole": ((taken == 0) & (diagonal >= 1)).astype(np.float64),
        "diagonal": np.minimum(diagonal, 2.0),
        "beside": np.minimum(beside, 2.0),
    }

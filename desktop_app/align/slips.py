"""Figures that two versions give differently: a slip of one digit, or another unit of measure.

"18,240 spectators" and "18,420" tell the same although no figure is shared, and so do "30 miles" and
"48 km". What looks alike by chance is kept out by asking for figures that only one side knows, and for a
word in common beside them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from desktop_app.align.figures import join_number_words
from desktop_app.align.terms import Terms, counted_words, plain_words, term_of
from desktop_app.align.units import Floats
from desktop_app.model import pulsed
from desktop_app.text.lexicons import function_words
from desktop_app.text.units import Unit as Measure
from desktop_app.text.units import load_units

AROUND = 4
"""Words to either side of a figure in which a common word is looked for."""

MOST_FIGURES = 400
"""Figures of one side beyond which it is a table, whose figures are all near to others."""

ROUNDED = 0.06
"""Share by which a converted figure may be off: "six miles" for 10 km."""

_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_MONEY = re.compile(r"[£$€¥₹]")
_TEENS = frozenset(frozenset((f"1{digit}", f"{digit}0")) for digit in range(3, 10))
_DIMENSIONS = frozenset(("length", "area", "mass", "volume"))


@dataclass(frozen=True)
class NearFigures:
    """For each pair of units (rows by columns) the surprise of figures that slipped or were converted."""

    slipped: Floats
    converted: Floats

    @staticmethod
    def none() -> NearFigures:
        """Return an empty table, for books."""
        return NearFigures(np.zeros((0, 0)), np.zeros((0, 0)))


@dataclass(frozen=True)
class _Figure:
    """A figure of a unit: the unit's number, the term, and the telling terms around it."""

    unit: int
    term: str
    around: frozenset[str]


def near_figures(left: Sequence[str], right: Sequence[str], terms: Terms) -> NearFigures:
    """Return what the units' texts tell by figures that only nearly agree."""
    return NearFigures(slipped_figures(left, right, terms), converted_figures(left, right, terms))


def slipped_figures(left: Sequence[str], right: Sequence[str], terms: Terms) -> Floats:
    """Return for each pair of units (rows by columns) the surprise of figures that differ by a slip."""
    found = np.zeros((len(left), len(right)))
    sides = [_figures(texts) for texts in (left, right)]
    known = [{figure.term for figure in side} for side in sides]
    own = [[f for f in side if f.term not in other] for side, other in zip(sides, known[::-1], strict=True)]
    if not own[0] or not own[1] or max(len(own[0]), len(own[1])) > MOST_FIGURES:
        return found
    surprise = {name: float(terms.surprise[n]) for n, name in enumerate(terms.names) if name[0].isdigit()}
    likeness: dict[tuple[str, str], float] = {}
    for one in pulsed(own[0], 16):
        for other in own[1]:
            key = one.term, other.term
            if key not in likeness:
                likeness[key] = slip_likeness(*key)
            if likeness[key] and one.around & other.around:
                weight = min(surprise.get(one.term, 0.0), surprise.get(other.term, 0.0))
                found[one.unit, other.unit] += likeness[key] * weight
    return found


def slip_likeness(one: str, other: str) -> float:
    """Return how likely one figure was written for the other, in 0..1: 0 unless they differ by a slip.

    A slip is one digit changed, left out, put in or exchanged with its neighbour, or "-teen" for "-ty". Two
    digits that differ in one, and years, are often near each other by chance.
    """
    if one.endswith("%") and other.endswith("%"):
        one, other = one[:-1], other[:-1]
    if not _PLAIN.fullmatch(one) or not _PLAIN.fullmatch(other) or one.find(".") != other.find("."):
        return 0.0
    if frozenset((one, other)) in _TEENS:
        return 1.0
    if len(one) == len(other):
        changed = [a + b for a, b in zip(one, other, strict=True) if a != b]
        if len(changed) == 2 and changed[0] == changed[1][::-1]:
            return 1.0
        if len(one) < 2 or len(changed) != 1:
            return 0.0
        return 0.5 if len(one) == 2 or _is_year(one) else 1.0
    shorter, longer = sorted((one, other), key=len)
    if len(longer) != len(shorter) + 1 or len(shorter) < 2 or "." in shorter:
        return 0.0
    if len(shorter) > 2:
        dropped = {longer[:place] + longer[place + 1 :] for place in range(len(longer))}
    else:
        dropped = {longer[1:], longer[:-1] if longer[-1] == "0" else ""}
    return 0.75 if shorter in dropped else 0.0


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure[:2] in ("19", "20")


def _figures(texts: Sequence[str]) -> list[_Figure]:
    """Return the figures of the units' texts."""
    small = function_words("en")
    found = []
    for number, text in enumerate(pulsed(texts, 16)):
        words = plain_words(text)
        listed = [term_of(word) for word in words]
        for place, term in enumerate(listed):
            if term[0].isdigit():
                near = range(max(0, place - AROUND), min(len(words), place + AROUND + 1))
                around = frozenset(
                    _measure_name(words[n]) or listed[n]
                    for n in near
                    if n != place and words[n] not in small and not listed[n][0].isdigit()
                )
                found.append(_Figure(number, term, around))
    return found


def _measure_name(word: str) -> str:
    measure = load_units().units.get(word)
    return measure.name if measure else ""


def converted_figures(left: Sequence[str], right: Sequence[str], terms: Terms) -> Floats:
    """Return for each pair of units the surprise of measures that are the same in other units."""
    found = np.zeros((len(left), len(right)))
    by_dimension: defaultdict[str, tuple[list[tuple[int, float, str]], list[tuple[int, float, str]]]]
    by_dimension = defaultdict(lambda: ([], []))
    for side, texts in enumerate((left, right)):
        for number, text in enumerate(pulsed(texts, 16)):
            for amount, measure in _measures(text):
                by_dimension[measure.dimension][side].append((number, amount * measure.factor, measure.name))
    surprise = float(np.log(1 + terms.units))
    for ours, theirs in by_dimension.values():
        if max(len(ours), len(theirs)) > MOST_FIGURES:
            continue
        for row, one, unit in ours:
            for column, other, other_unit in theirs:
                if unit != other_unit and 0 < abs(one - other) <= ROUNDED * max(one, other):
                    found[row, column] = surprise
    return found


def _measures(text: str) -> list[tuple[float, Measure]]:
    """Return the amounts of a text that stand right before a unit of measure."""
    found = []
    money = _MONEY.search(text) is not None
    for figure, word in pairwise(join_number_words(counted_words(text.lower()))):
        if not figure[0].isdecimal() or (money and word == "m"):  # "£70m" are no metres
            continue
        measure = load_units().units.get(word)
        amount = figure.replace(",", "")
        if measure and measure.dimension in _DIMENSIONS and _PLAIN.fullmatch(amount):
            found.append((float(amount), measure))
    return found

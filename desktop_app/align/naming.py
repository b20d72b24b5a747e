"""Words that name people and bodies or say what they are, and stories that share nothing else.

Two reports about one minister introduce the same people in the same words and may tell nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from desktop_app.align.candidates import Flags
from desktop_app.align.sparse import weighted_dots
from desktop_app.align.terms import Terms, language_of, list_words, plain_words, term_of
from desktop_app.align.units import Floats, Ints
from desktop_app.model import pulsed
from desktop_app.text.calendar_words import MONTHS, WEEKDAYS
from desktop_app.text.lexicons import read_words

LEAST_SMALL = 0.5
"""Share of the words that are written small; where fewer are, capitals tell no names."""

LEAST_TOLD = 0.35
"""Share of what matched passages have in common that is more than names. Of the development texts two
versions of one story lie above 0.5, two stories about one cast below 0.25."""

LEAST_UNITS = 6
"""Sentences of the shorter text from which this can be judged; a snippet may well share little but a name."""


def naming_terms(left: Sequence[str], right: Sequence[str], terms: Terms) -> Flags:
    """Tell which terms of the units' texts are names (never in small letters) or say what somebody is."""
    found = [word for text in pulsed([*left, *right], 16) for word in list_words(text)]
    language = language_of(word.lower() for word in found)
    small = {word for word in found if word[0].islower()}
    if language == "de" or sum(word in small for word in found) < LEAST_SMALL * len(found):
        return np.zeros(len(terms.names), dtype=np.bool_)
    large = {word.lower() for word in found if word[0].isupper()}
    names = {term_of(word) for word in large - small - _calendar()} - {term_of(word) for word in small}
    if language == "en":
        names |= _roles() | _fields(plain_words(text) for text in pulsed([*left, *right], 16))
    return np.array([name in names and not name[0].isdigit() for name in terms.names], dtype=np.bool_)


def telling_terms(terms: Terms, naming: Flags) -> Flags:
    """Tell which terms are more than names, what people are called by, and verbs that report speech."""
    reporting = _reporting()
    return ~naming & np.array([name not in reporting for name in terms.names], dtype=np.bool_)


def names_alone(terms: Terms, naming: Flags, rows: Ints, columns: Ints, belief: Floats) -> Flags:
    """Tell which pairs of units (rows sorted) share little but names, if that holds for all together.

    All are those that are believed in. Where they have more in common, no pair is told: in two versions of
    one story a name is evidence enough.
    """
    surprise = np.where(naming | telling_terms(terms, naming), terms.surprise, 0.0)
    both, told = weighted_dots(
        terms.left.words, terms.right.words, rows, columns, (surprise, np.where(naming, 0.0, surprise))
    )
    likely = belief >= 0.5
    short = min(len(terms.left.words), len(terms.right.words)) < LEAST_UNITS
    if short or told[likely].sum() >= LEAST_TOLD * both[likely].sum():
        return np.zeros(len(rows), dtype=np.bool_)
    alone: Flags = (both > 0) & (told < LEAST_TOLD * both)
    return alone


@cache
def _calendar() -> frozenset[str]:
    return frozenset((*MONTHS, *WEEKDAYS, *WEEKDAYS.values()))


@cache
def _roles() -> frozenset[str]:
    words = read_words("source_nouns.txt", "people") | read_words("source_nouns.txt", "bodies")
    return frozenset(term_of(word) for word in words)


@cache
def _reporting() -> frozenset[str]:
    return frozenset(term_of(word.split(":")[0]) for word in read_words("reporting_verbs.txt", "strong"))


def _fields(texts: Iterable[Sequence[str]]) -> set[str]:
    """Return the terms that stand only in front of what somebody is: "culture" in "culture secretary"."""
    before: set[str] = set()
    elsewhere: set[str] = set()
    for words in texts:
        terms = [term_of(word) for word in words]
        for term, following in pairwise([*terms, ""]):
            (before if following in _roles() else elsewhere).add(term)
    return before - elsewhere

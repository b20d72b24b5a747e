"""Finding words in both articles. Needs no Qt."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.model import Article, Comparison, Side, Span
from desktop_app.text.normalize import fold, fold_with_offsets

MOST = 20_000
"""Hits on one side after which the search stops: nobody walks through more."""


class WrongExpressionError(ValueError):
    """A regular expression that cannot be used. ``reason`` is short, ``place`` counts from 1 (or is None)."""

    def __init__(self, reason: str, place: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What to look for. Without ``match_case`` accents and the shape of quotation marks do not count."""

    text: str
    whole_word: bool = False
    match_case: bool = False
    expression: bool = False

    def compiled(self) -> re.Pattern[str]:
        """Return the pattern; raises `WrongExpressionError` when it is not a regular expression."""
        flags = re.NOFLAG if self.match_case else re.IGNORECASE
        if self.expression:
            source = self.text
        else:
            wanted = self.text if self.match_case else fold(self.text)
            source = r"\s+".join(re.escape(part) for part in wanted.split())
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # "[[" and the like: odd, but what was typed
                re.compile(source)  # alone first, so that places are those the reader typed
                return re.compile(rf"(?<!\w)(?:{source})(?!\w)" if self.whole_word else source, flags)
        except (re.error, OverflowError, RecursionError) as error:
            place = getattr(error, "pos", None)
            reason = getattr(error, "msg", "") or str(error)
            raise WrongExpressionError(reason, None if place is None else place + 1) from error


def find_in(article: Article, query: FindQuery) -> list[Span]:
    """Return all places of a query in reading order, at most `MOST`; empty hits are left out.

    Raises `WrongExpressionError`.
    """
    if not query.text.strip():
        return []
    pattern = query.compiled()
    return _first(_places(article, query, pattern))


def find_both(comparison: Comparison, query: FindQuery) -> dict[Side, list[Span]]:
    """Return the places of a query on each side; raises `WrongExpressionError`."""
    return {side: find_in(comparison.article(side), query) for side in Side}


def _places(article: Article, query: FindQuery, pattern: re.Pattern[str]) -> Iterator[Span]:
    plain = query.expression or query.match_case
    for paragraph in article.paragraphs:
        if plain:
            for hit in pattern.finditer(paragraph.text):
                if hit.end() > hit.start():
                    yield Span(paragraph.index, hit.start(), hit.end())
            continue
        text, offsets = fold_with_offsets(paragraph.text)
        for hit in pattern.finditer(text):
            # A folded letter may come from a longer one ("ﬁ"): end behind the last letter touched.
            start, end = offsets[hit.start()], offsets[hit.end() - 1] + 1
            while end < len(paragraph.text) and end < offsets[hit.end()]:
                end += 1
            if hit.end() > hit.start():
                yield Span(paragraph.index, start, end)


def _first(places: Iterator[Span]) -> list[Span]:
    found = []
    for place in places:
        found.append(place)
        if len(found) == MOST:
            break
    return found

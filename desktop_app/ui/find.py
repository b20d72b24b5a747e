"""Finding words in both articles.

Expressions are matched by Qt's engine: it gives up after so many steps, where Python's would try for years
on one such as ``(a+)+$`` and could not be stopped meanwhile.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

from PySide6.QtCore import QRegularExpression

from desktop_app.model import Article, Span
from desktop_app.text.normalize import fold, fold_with_offsets
from desktop_app.text.utf16 import Utf16Map

MOST = 20_000
"""Hits on one side after which the search stops: nobody walks through more."""

PATIENCE = 0.5
"""Seconds that an expression may take on one side; a sensible one takes a hundredth of that."""

_Option = QRegularExpression.PatternOption


class WrongExpressionError(ValueError):
    """A regular expression that cannot be used. ``reason`` is short, ``place`` counts from 1 (or is None)."""

    def __init__(self, reason: str, place: int | None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


class SlowExpressionError(ValueError):
    """A regular expression that would take too long on these texts."""


@dataclass(frozen=True, slots=True)
class FindQuery:
    """What to look for. Without ``match_case`` accents and the shape of quotation marks do not count."""

    text: str
    whole_word: bool = False
    match_case: bool = False
    expression: bool = False

    def words(self) -> re.Pattern[str]:
        """Return the pattern of a query that is no expression."""
        wanted = self.text if self.match_case else fold(self.text)
        source = r"\s+".join(re.escape(part) for part in wanted.split())
        flags = re.NOFLAG if self.match_case else re.IGNORECASE
        return re.compile(rf"(?<!\w)(?:{source})(?!\w)" if self.whole_word else source, flags)

    def compiled(self) -> QRegularExpression:
        """Return the expression; raises `WrongExpressionError` when it is none."""
        options = _Option.UseUnicodePropertiesOption
        if not self.match_case:
            options |= _Option.CaseInsensitiveOption
        alone = QRegularExpression(self.text, options)  # so that places are those the reader typed
        if not alone.isValid():
            raise _explained(self.text, alone)
        if not self.whole_word:
            return alone
        return QRegularExpression(rf"(?<!\w)(?:{self.text})(?!\w)", options)


def _explained(source: str, wrong: QRegularExpression) -> WrongExpressionError:
    """Say what is wrong with an expression: Python names the place that opens what is not closed."""
    reason, place = wrong.errorString(), wrong.patternErrorOffset() + 1
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "[[" and the like: odd, but what was typed
            re.compile(source)
    except re.error as error:
        reason, place = error.msg, (error.pos or 0) + 1
    except (OverflowError, RecursionError):
        pass
    return WrongExpressionError(reason, min(place, len(source)))


def find_in(article: Article, query: FindQuery) -> list[Span]:
    """Return all places of a query in reading order, at most `MOST`; empty hits are left out.

    Raises `WrongExpressionError` and `SlowExpressionError`.
    """
    if not query.text.strip():
        return []
    return _first(_matches(article, query.compiled()) if query.expression else _places(article, query))


def _matches(article: Article, pattern: QRegularExpression) -> Iterator[Span]:
    until = monotonic() + PATIENCE
    for paragraph in article.paragraphs:
        units = Utf16Map(paragraph.text)
        found = pattern.globalMatch(paragraph.text)
        reached = -1
        while found.hasNext():
            hit = found.next()
            reached = hit.capturedEnd()
            if reached > hit.capturedStart():
                start, end = units.to_code_point(hit.capturedStart()), units.to_code_point(reached)
                yield Span(paragraph.index, start, end)
            if monotonic() > until:
                raise SlowExpressionError
        # Short of the end the walk becomes invalid only where the engine gave up.
        if (not found.isValid() and reached < units.length) or monotonic() > until:
            raise SlowExpressionError


def _places(article: Article, query: FindQuery) -> Iterator[Span]:
    pattern = query.words()
    for paragraph in article.paragraphs:
        if query.match_case:
            for hit in pattern.finditer(paragraph.text):
                yield Span(paragraph.index, hit.start(), hit.end())
            continue
        text, offsets = fold_with_offsets(paragraph.text)
        for hit in pattern.finditer(text):
            if hit.end() == hit.start():
                continue
            # A folded letter may come from a longer one ("ﬁ"): end behind the last letter touched.
            start, end = offsets[hit.start()], offsets[hit.end() - 1] + 1
            while end < len(paragraph.text) and end < offsets[hit.end()]:
                end += 1
            yield Span(paragraph.index, start, end)


def _first(places: Iterator[Span]) -> list[Span]:
    found = []
    for place in places:
        found.append(place)
        if len(found) == MOST:
            break
    return found

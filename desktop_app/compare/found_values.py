"""The figures and dates of an article with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.compare.agreement import Day, day_of
from desktop_app.compare.ballots import roles_of, split_scores
from desktop_app.compare.figures import is_figure
from desktop_app.compare.ratios import join_ratios
from desktop_app.compare.tolls import fates_of
from desktop_app.model import Article, EntityType, Span
from desktop_app.text.values import Value, find_values


@dataclass(frozen=True, slots=True)
class Found:
    """A value with its place: the paragraph, its text, what a date says, and the role of those it counts."""

    paragraph: int
    value: Value
    text: str
    day: Day | None
    role: str = ""
    """How those counted voted, or what became of them; "" where that is not told."""
    also: tuple[Value, ...] = ()
    """The same sum in other currencies, as the article itself gives it: "3 million crowns ($280,000)"."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.paragraph, self.value.start, self.value.end)


class ValueReader:
    """Reads the values of an article's paragraphs, each paragraph once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._sums: dict[str, list[Value]] | None = None
        self.known: dict[int, list[Found]] = {}

    def read(self, paragraph: int) -> list[Found]:
        """Return the values of a paragraph in order."""
        if paragraph not in self.known:
            text = self._article.paragraphs[paragraph].text
            values = join_ratios(text, split_scores(text, find_values(text)))
            self.known[paragraph] = [
                Found(
                    paragraph,
                    value,
                    text,
                    None if is_figure(value) else day_of(value, text),
                    vote or fate,
                    tuple(self._converted(value)),
                )
                for value, vote, fate in zip(
                    values, roles_of(text, values), fates_of(text, values), strict=True
                )
            ]
        return self.known[paragraph]

    def values(self, paragraph: int) -> list[Value]:
        """Return the bare values of a paragraph in order."""
        return [found.value for found in self.read(paragraph)]

    def _converted(self, value: Value) -> Sequence[Value]:
        """Return what a sum of money is in other currencies, if the article gives it anywhere."""
        if value.type is not EntityType.MONEY:
            return ()
        if self._sums is None:
            self._sums = {}
            for paragraph in self._article.paragraphs:
                for one, other in conversions(paragraph.text):
                    self._sums.setdefault(one.value, []).append(other)
                    self._sums.setdefault(other.value, []).append(one)
        return self._sums.get(value.value, ())


def conversions(text: str) -> Iterator[tuple[Value, Value]]:
    """Yield the sums of money of a text that stand beside their conversion: "3 million crowns ($280,000)"."""
    if _OPENING.search(text) is None:
        return
    for one, other in pairwise(v for v in find_values(text) if v.type is EntityType.MONEY):
        if one.unit != other.unit and _OPENING.fullmatch(text, one.end, other.start):
            yield one, other


_OPENING = re.compile(
    r"(?:\s?[(\[]|,? or |, the equivalent of )"
    r"(?:(?:about|around|roughly|some|nearly|almost|or|approximately) )*",
    re.I,
)
"""What stands between a sum and the same in another currency."""

"""The figures and dates of an article with their places."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.compare.agreement import Day, day_of
from desktop_app.compare.ballots import roles_of, split_scores
from desktop_app.compare.figures import is_figure
from desktop_app.compare.ratios import join_ratios
from desktop_app.compare.tolls import fates_of
from desktop_app.model import Article, Span
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

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.paragraph, self.value.start, self.value.end)


class ValueReader:
    """Reads the values of an article's paragraphs, each paragraph once."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self.known: dict[int, list[Found]] = {}

    def read(self, paragraph: int) -> list[Found]:
        """Return the values of a paragraph in order."""
        if paragraph not in self.known:
            text = self._article.paragraphs[paragraph].text
            values = join_ratios(text, split_scores(text, find_values(text)))
            self.known[paragraph] = [
                Found(paragraph, value, text, None if is_figure(value) else day_of(value, text), vote or fate)
                for value, vote, fate in zip(
                    values, roles_of(text, values), fates_of(text, values), strict=True
                )
            ]
        return self.known[paragraph]

    def values(self, paragraph: int) -> list[Value]:
        """Return the bare values of a paragraph in order."""
        return [found.value for found in self.read(paragraph)]

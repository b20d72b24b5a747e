"""Finding a passage again in a text that has changed.

A passage is told by its words and by what stands before and after them (the quote selector of the W3C Web
Annotation model). What cannot be placed for certain is not placed: a look-alike is worse than nothing.
"""

from __future__ import annotations

import difflib
from collections import Counter
from dataclasses import dataclass

from desktop_app.model import Article, Span

CONTEXT = 32
"""Code points of context kept on each side of a passage."""

_LONG = 24
"""Code points from which words that stand once in both texts count as the same passage wherever they are."""

_KIN = 0.6
"""Share of common words from which a paragraph between two unchanged neighbours is the same one, reworded."""


@dataclass(frozen=True, slots=True)
class QuoteSelector:
    """A passage by its words and its surroundings inside the paragraph."""

    exact: str
    prefix: str
    suffix: str


def selector_for(article: Article, span: Span) -> QuoteSelector:
    """Return the selector of a passage."""
    text = article.paragraphs[span.paragraph].text
    before = text[max(0, span.start - CONTEXT) : span.start]
    return QuoteSelector(text[span.start : span.end], before, text[span.end : span.end + CONTEXT])


class Moves:
    """Where the paragraphs and passages of an old text stand in a new one."""

    def __init__(self, old: Article, new: Article) -> None:
        self.old = old
        self.new = new
        self.same: dict[int, int] = {}
        """Old paragraphs whose text stands unchanged in the new text."""
        self.kin: dict[int, int] = {}
        """Old paragraphs that were reworded between unchanged neighbours."""
        self._match_same()
        self._match_kin()

    def paragraph(self, index: int) -> int | None:
        """Return the new place of an old paragraph, unchanged or reworded; None where it is not certain."""
        return self.same.get(index, self.kin.get(index))

    def span(self, span: Span) -> Span | None:
        """Return the new place of a passage, or None where it is not certain."""
        target = self.same.get(span.paragraph)
        if target is not None:
            return Span(target, span.start, span.end)
        whole = span.start == 0 and span.end == len(self.old.paragraphs[span.paragraph].text)
        near = self.kin.get(span.paragraph)
        if whole and near is not None:
            return Span(near, 0, len(self.new.paragraphs[near].text))
        selector = selector_for(self.old, span)
        if not selector.exact.strip():
            return None
        if near is not None:
            inside = _find(self.new, selector.exact, near)
            if len(inside) == 1 and len(_find(self.old, selector.exact, span.paragraph)) == 1:
                return inside[0]
        return self._anywhere(selector)

    def _anywhere(self, selector: QuoteSelector) -> Span | None:
        places = _find(self.new, selector.exact)
        if len(places) == 1 and len(selector.exact) >= _LONG and len(_find(self.old, selector.exact)) == 1:
            return places[0]
        framed = [
            place
            for place in places
            if (selector.prefix or selector.suffix) and selector_for(self.new, place) == selector
        ]
        return framed[0] if len(framed) == 1 else None

    def _match_same(self) -> None:
        """Match paragraphs by their text.

        A long text that stands once on both sides is certain. A short or repeated one is so only beside a
        neighbour that is; where the two directions disagree about it, it stays open.
        """
        olds = [paragraph.text for paragraph in self.old.paragraphs]
        news = [paragraph.text for paragraph in self.new.paragraphs]
        old_counts, new_counts = Counter(olds), Counter(news)
        at = {text: index for index, text in enumerate(news) if new_counts[text] == 1}
        for index, text in enumerate(olds):
            if len(text) >= _LONG and old_counts[text] == 1 and text in at:
                self.same[index] = at[text]
        downwards = self._beside(olds, news, range(len(olds)), -1, {-1: -1} | self.same)
        upwards = self._beside(
            olds, news, range(len(olds) - 1, -1, -1), 1, {len(olds): len(news)} | self.same
        )
        claims = Counter(target for _, target in {*downwards.items(), *upwards.items()})
        for index in downwards.keys() | upwards.keys():
            targets = {found[index] for found in (downwards, upwards) if index in found}
            if len(targets) == 1 and claims[target := targets.pop()] == 1:
                self.same[index] = target

    def _beside(
        self, olds: list[str], news: list[str], indexes: range, step: int, known: dict[int, int]
    ) -> dict[int, int]:
        """Return the paragraphs that stand unchanged beside a known neighbour, walking one way."""
        taken = set(known.values())
        found: dict[int, int] = {}
        for index in indexes:
            neighbour = known.get(index + step, found.get(index + step))
            if index in known or neighbour is None:
                continue
            target = neighbour - step
            if 0 <= target < len(news) and news[target] == olds[index] and target not in taken:
                found[index] = target
        return found

    def _match_kin(self) -> None:
        taken = set(self.same.values())
        last_old, last_new = len(self.old.paragraphs), len(self.new.paragraphs)
        for index in range(last_old):
            if index in self.same:
                continue
            before = -1 if index == 0 else self.same.get(index - 1)
            after = last_new if index == last_old - 1 else self.same.get(index + 1)
            if before is None or after is None or after - before != 2 or before + 1 in taken:
                continue
            if last_old == 1:
                continue  # nothing unchanged beside it
            old_words = self.old.paragraphs[index].text.split()
            new_words = self.new.paragraphs[before + 1].text.split()
            if difflib.SequenceMatcher(None, old_words, new_words, autojunk=False).ratio() >= _KIN:
                self.kin[index] = before + 1


def _find(article: Article, words: str, paragraph: int | None = None) -> list[Span]:
    """Return all places of some words, in one paragraph or in all of them."""
    found = []
    looked = article.paragraphs if paragraph is None else (article.paragraphs[paragraph],)
    for candidate in looked:
        start = candidate.text.find(words)
        while start >= 0:
            found.append(Span(candidate.index, start, start + len(words)))
            start = candidate.text.find(words, start + 1)
    return found

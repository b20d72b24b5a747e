"""Which words light up: the differing words of the chosen link, and partner sentences. Qt-free."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from desktop_app.model import Article, Comparison, Kind, Side, Span
from desktop_app.text.word_diff import Step, diff_passages

REWRITTEN_SHARE = 0.6
"""From this share of a sentence's letters marked, one band covers it instead of many marks."""

LONGEST_MARKED = 60_000
"""Characters on both sides together beyond which the words of a link are not compared for marks."""

Marks = dict[Side, list[tuple[Span, str]]]


@lru_cache(maxsize=64)
def _diff(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[list[list], list[list]]:  # type: ignore[type-arg]
    return diff_passages(left, right)


def word_marks(comparison: Comparison, number: int) -> Marks:
    """Return the differing words of a link on both sides, calmly: whole words, one band for a rewritten
    sentence."""
    link = comparison.alignment.links[number]
    texts = {side: tuple(comparison.article(side).paragraphs[p].text for p in link.on(side)) for side in Side}
    if sum(len(text) for side in Side for text in texts[side]) > LONGEST_MARKED:
        return {side: [] for side in Side}
    found: Marks = {}
    for side, marked in zip(Side, _diff(texts[Side.LEFT], texts[Side.RIGHT]), strict=True):
        found[side] = []
        for paragraph, marks in zip(link.on(side), marked, strict=True):
            spans = [(mark.start, mark.end, mark.step) for mark in marks]
            found[side] += _calm(comparison.article(side), paragraph, spans)
    return found


def _calm(article: Article, paragraph: int, marks: list[tuple[int, int, Step]]) -> list[tuple[Span, str]]:
    found = []
    bands = []
    for sentence in article.paragraphs[paragraph].sentences:
        inside = [
            m for m in marks if m[0] < sentence.end and m[1] > sentence.start and m[2] is not Step.REORDERED
        ]
        covered = sum(min(m[1], sentence.end) - max(m[0], sentence.start) for m in inside)
        if len(inside) > 1 and covered >= REWRITTEN_SHARE * max(1, sentence.end - sentence.start):
            bands.append((sentence.start, sentence.end))
            found.append((Span(paragraph, sentence.start, sentence.end), "rewritten"))
    for start, end, step in marks:
        if not any(low <= start and end <= high for low, high in bands):
            found.append((Span(paragraph, start, end), str(step)))
    return sorted(found, key=lambda mark: mark[0].start)


def shared_marks(comparison: Comparison, number: int, words: Marks) -> Marks:
    """Return where the names and figures that made a link stand, apart from the words marked already."""
    link = comparison.alignment.links[number]
    wanted = [word for word in link.shared if len(word) > 1 and (word[0].isupper() or word[0].isdigit())][:12]
    found: Marks = {side: [] for side in Side}
    if not wanted:
        return found
    ordered = sorted(map(re.escape, wanted), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", re.IGNORECASE)
    for side in Side:
        taken = defaultdict(list)
        for span, _ in words[side]:
            taken[span.paragraph].append((span.start, span.end))
        for paragraph in link.on(side):
            for hit in pattern.finditer(comparison.article(side).paragraphs[paragraph].text):
                if not any(hit.start() < end and hit.end() > start for start, end in taken[paragraph]):
                    found[side].append((Span(paragraph, hit.start(), hit.end()), "shared"))
    return found


def dim_marks(article: Article) -> list[tuple[Span, str]]:
    """Return the paragraphs that do not tell the story, to be shown dimmed."""
    return [
        (Span(p.index, 0, len(p.text)), "byline" if p.kind is Kind.BYLINE else "dim")
        for p in article.paragraphs
        if not p.kind.linkable
    ]


class SentencePartners:
    """Finds the sentences that correspond to one sentence."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._partners: dict[tuple[Side, int, int], list[tuple[int, int]]] = defaultdict(list)
        for pair in comparison.alignment.sentence_pairs:
            left = (pair.left_paragraph, pair.left_sentence)
            right = (pair.right_paragraph, pair.right_sentence)
            self._partners[Side.LEFT, *left].append(right)
            self._partners[Side.RIGHT, *right].append(left)

    def lit(self, side: Side, paragraph: int, offset: int) -> dict[Side, list[Span]]:
        """Return the sentence at a place and its partners; empty where it has none."""
        sentence = self._comparison.article(side).paragraphs[paragraph].sentence_at(offset)
        if sentence is None:
            return {}
        partners = self._partners.get((side, paragraph, sentence))
        if not partners:
            return {}
        return {
            side: [self._span(side, paragraph, sentence)],
            side.other: [self._span(side.other, *partner) for partner in sorted(partners)],
        }

    def _span(self, side: Side, paragraph: int, sentence: int) -> Span:
        found = self._comparison.article(side).paragraphs[paragraph].sentences[sentence]
        return Span(paragraph, found.start, found.end)

"""Invented pairs of any length for tests of the reading view, with links known by construction."""

from __future__ import annotations

import random

from desktop_app.model import (
    Alignment,
    Article,
    Comparison,
    Kind,
    Link,
    Pair,
    Paragraph,
    Sentence,
    SentencePair,
)

WORDS = [
    "harbour",
    "bridge",
    "council",
    "lantern",
    "river",
    "market",
    "ferry",
    "engine",
    "orchard",
    "winter",
    "ledger",
    "copper",
    "signal",
    "garden",
    "tower",
    "minister",
    "baker",
    "pilot",
    "teacher",
    "gardener",
    "said",
    "that",
    "the",
    "a",
    "new",
    "old",
    "quiet",
    "early",
    "plan",
    "road",
    "vote",
    "report",
    "was",
    "would",
    "after",
    "before",
    "with",
    "into",
    "from",
    "over",
    "under",
    "against",
    "between",
    "morning",
    "evening",
    "season",
]


def _sentence(chance: random.Random) -> str:
    words = [chance.choice(WORDS) for _ in range(chance.randint(6, 24))]
    return " ".join(words).capitalize() + "."


def _paragraph(index: int, sentences: list[str], kind: Kind = Kind.BODY) -> Paragraph:
    cuts, at = [], 0
    for sentence in sentences:
        cuts.append(Sentence(at, at + len(sentence)))
        at += len(sentence) + 1
    return Paragraph(index, " ".join(sentences), kind, tuple(cuts))


def made_pair(seed: int, count: int = 30, movers: int = 1, long_run: bool = False) -> Comparison:
    """Return a pair of about ``count`` paragraphs with merges, splits, one-sided runs and movers."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    left: list[list[str]] = []
    right: list[list[str]] = []
    groups: list[tuple[list[int], list[int]]] = []

    def add(side: list[list[str]], sentences: list[str]) -> int:
        side.append(sentences)
        return len(side) - 1

    head = [_sentence(chance)]
    groups.append(([add(left, head)], [add(right, head)]))
    while len(left) < count:
        kind = chance.random()
        text = [_sentence(chance) for _ in range(chance.randint(2, 5))]
        changed = [s if chance.random() < 0.5 else s.replace("the", "this") for s in text]
        if kind < 0.1:
            add(left, text)
        elif kind < 0.2:
            for _ in range(8 if long_run else chance.randint(1, 3)):
                add(right, [_sentence(chance) for _ in range(chance.randint(2, 5))])
        elif kind < 0.3:
            groups.append(([add(left, text)], [add(right, changed[:1]), add(right, changed[1:])]))
        elif kind < 0.4:
            groups.append(([add(left, text[:1]), add(left, text[1:])], [add(right, changed)]))
        else:
            groups.append(([add(left, text)], [add(right, changed)]))
    links = [Link(tuple(a), tuple(b), tuple(Pair(x, y, 0.9) for x in a for y in b), 0.9) for a, b in groups]
    for number in range(movers):
        early = [_sentence(chance) for _ in range(3)]
        left.insert(2 + number, early)
        links = [_shifted(link, 2 + number) for link in links]
        place = add(right, early)
        links.append(Link((2 + number,), (place,), (Pair(2 + number, place, 0.95),), 0.95, moved=True))
    links.sort(key=lambda link: link.left)
    articles = []
    for side in (left, right):
        paragraphs = [
            _paragraph(n, sentences, Kind.HEADLINE if n == 0 else Kind.BODY)
            for n, sentences in enumerate(side)
        ]
        articles.append(Article(tuple(paragraphs), title=paragraphs[0].text, source="made"))
    pairs = tuple(
        SentencePair(link.left[0], 0, link.right[0], 0, 0.9) for link in links if link.left and link.right
    )
    return Comparison(
        articles[0], articles[1], Alignment(tuple(links), pairs), left_coverage=0.8, right_coverage=0.7
    )


def _shifted(link: Link, place: int) -> Link:
    left = tuple(p + (p >= place) for p in link.left)
    pairs = tuple(Pair(p.left + (p.left >= place), p.right, p.score) for p in link.pairs)
    return Link(left, link.right, pairs, link.score, link.moved)

"""Quotations whose words or speakers differ, as changes with the differing words marked."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from desktop_app.extract.quotations_cues import cues
from desktop_app.extract.quotations_phrases import PRONOUNS
from desktop_app.model import (
    Article,
    Change,
    ChangeKind,
    Mention,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Span,
    SpeakerDifference,
)
from desktop_app.text.equal_words import equal_stretches
from desktop_app.text.phrases import say
from desktop_app.text.word_diff import Word, words_of

_WIDE = 8
"""Equal words between two differing places from which on they count as two."""

_CLOSE = 2
"""Equal words over which a replaced and a left-out stretch are still one place."""

_SMALL = 4
"""Words of a second differing place: longer ones are a free rendering of the whole."""

_Place = tuple[int, int, int, int]
"""A differing place: left words from and to, right words from and to."""


def quotation_changes(left: Article, right: Article, match: QuotationMatch) -> list[Change]:
    """Return what differs between counterparts: the words, unless one side only cuts some, and the source."""
    if match.left is None or match.right is None:
        return []
    if match.state in (QuotationState.ONLY_LEFT, QuotationState.ONLY_RIGHT):
        return []
    kinds = (match.left.kind, match.right.kind)
    if QuotationKind.SCARE in kinds:
        return []
    changes: list[Change] = []
    if (
        match.state is QuotationState.ALTERED
        and match.shortened is None
        and QuotationKind.INDIRECT not in kinds
    ):
        changes.extend(_wording(left, right, match.left, match.right))
    if match.speaker_differs is SpeakerDifference.ATTRIBUTION:
        changes.extend(_source(left, right, match.left, match.right))
    return changes


def _source(left: Article, right: Article, a: Quotation, b: Quotation) -> list[Change]:
    if a.speaker_span is None or b.speaker_span is None:
        return []
    reported = QuotationKind.INDIRECT in (a.kind, b.kind)
    if reported and (_speaks_elsewhere(left, a, b) or _speaks_elsewhere(right, b, a)):
        return []
    first, second = _named(left, a, a.speaker_span), _named(right, b, b.speaker_span)
    one, other = a.speaker_entity or first.text, b.speaker_entity or second.text
    note = say(
        "The same statement is given to {left} on the left and to {right} on the right.",
        left=one,
        right=other,
    )
    return [Change(ChangeKind.ATTRIBUTION, first, second, note)]


def _speaks_elsewhere(article: Article, own: Quotation, other: Quotation) -> bool:
    """Whether the other side's speaker says something else in a paragraph, so that the two stand for what
    was read as one: "The ministry said tents were sent. Aid workers said few arrived."
    """
    text = article.paragraphs[own.paragraph].text
    home = next(s for s in article.paragraphs[own.paragraph].sentences if own.pieces[0].start < s.end)
    words = (other.speaker or "").split()
    if not words or words[-1].lower() in PRONOUNS:
        return False
    pattern = re.compile(rf"\b{re.escape(words[-1])}\s(\w+)(?:\s(\w+))?", re.I)
    told = (match for match in pattern.finditer(text) if not home.start <= match.start() < home.end)
    return any(word.lower() in cues() for match in told for word in match.groups(""))


def _named(article: Article, quotation: Quotation, span: Span) -> Mention:
    """Return the printed speaker, or instead of a pronoun the name before it that it stands for."""
    name = quotation.speaker_entity
    if name is not None and (quotation.speaker or "").lower() in PRONOUNS:
        text = article.paragraphs[span.paragraph].text
        for part in (name, name.split()[-1]):
            start = text.rfind(part, 0, span.start)
            if start >= 0:
                return article.mention(span.paragraph, start, start + len(part))
    return _mention(article, span)


def _mention(article: Article, span: Span) -> Mention:
    return article.mention(span.paragraph, span.start, span.end)


def _wording(left: Article, right: Article, a: Quotation, b: Quotation) -> list[Change]:
    """Return the differing places: those where words of weight are replaced, or else the largest."""
    first, second = words_of(a.text), words_of(b.text)
    ends = _ends(a, first), _ends(b, second)
    places = _joined(_inner(_differing(first, second), len(first), len(second)), ends[0])
    replaced = [_within_sentence(p, ends, (len(first), len(second))) for p in places if _replaces(p)]
    if replaced:
        main = max(replaced, key=lambda p: _replaced(first[p[0] : p[1]], second[p[2] : p[3]]))
        places = [
            p
            for p in replaced
            if p == main
            or (
                max(p[1] - p[0], p[3] - p[2]) <= _SMALL
                and _replaced(first[p[0] : p[1]], second[p[2] : p[3]])[0]
            )
        ]
    elif places:
        places = [max(places, key=lambda p: p[1] - p[0] + p[3] - p[2])]
    else:
        places = [(0, len(first), 0, len(second))]
    changes: list[Change] = []
    for place in places:
        i1, i2, j1, j2 = _not_empty(place, len(first), len(second))
        one = _cut(left, a, *_whole(a.text, first, i1, i2))
        other = _cut(right, b, *_whole(b.text, second, j1, j2))
        note = say(
            "The quotation reads “{left}” on the left and “{right}” on the right.",
            left=one.text,
            right=other.text,
        )
        changes.append(Change(ChangeKind.QUOTATION, one, other, note))
    return changes


def _ends(quotation: Quotation, words: Sequence[Word]) -> frozenset[int]:
    """Return the places of the words, but the last, behind which a sentence or piece of a quotation ends."""
    pieces = list(accumulate(piece.end - piece.start + 1 for piece in quotation.pieces))
    return frozenset(
        place
        for place, (word, follower) in enumerate(pairwise(words))
        if _STOP.search(quotation.text, word.end, follower.start)
        or bisect_right(pieces, word.end) < bisect_right(pieces, follower.start)
    )


_STOP = re.compile(r"[.!?]\W*\s")


def _within_sentence(
    place: _Place, ends: tuple[frozenset[int], frozenset[int]], sizes: tuple[int, int]
) -> _Place:
    """Leave out of a differing place the sentences that only one side quotes before or after all the rest:
    "for itself. We have waited years" against "for half of it".
    """
    i1, i2, j1, j2 = place
    if j2 == sizes[1]:
        i2 = min((end + 1 for end in ends[0] if i1 <= end < i2 - 1), default=i2)
    elif i2 == sizes[0]:
        j2 = min((end + 1 for end in ends[1] if j1 <= end < j2 - 1), default=j2)
    if j1 == 0:
        i1 = max((end + 1 for end in ends[0] if i1 <= end < i2 - 1), default=i1)
    elif i1 == 0:
        j1 = max((end + 1 for end in ends[1] if j1 <= end < j2 - 1), default=j1)
    return i1, i2, j1, j2


def _replaced(left: Sequence[Word], right: Sequence[Word]) -> tuple[int, int]:
    """How much one place replaces: words of weight on the side that has fewer of them, then all its words."""
    heavy = min(sum(word.heavy for word in left), sum(word.heavy for word in right))
    return heavy, len(left) + len(right)


def _differing(left: Sequence[Word], right: Sequence[Word]) -> list[_Place]:
    places: list[_Place] = []
    i = j = 0
    stretches = equal_stretches([word.key for word in left], [word.key for word in right])
    for a, b, size in [*stretches, (len(left), len(right), 0)]:
        if a > i or b > j:
            places.append((i, a, j, b))
        i, j = a + size, b + size
    return places


def _inner(places: list[_Place], left: int, right: int) -> list[_Place]:
    """Leave out what only one side quotes before or after all the rest, where anything else differs."""
    kept = [
        place
        for place in places
        if _replaces(place)
        or max(place[1] - place[0], place[3] - place[2]) <= _SMALL
        or not (place[0] == place[2] == 0 or (place[1] == left and place[3] == right))
    ]
    return kept or places


def _replaces(place: _Place) -> bool:
    return place[0] < place[1] and place[2] < place[3]


def _joined(places: Sequence[_Place], ends: frozenset[int]) -> list[_Place]:
    """Join differing places that few equal words keep apart, and no end of a sentence (``ends``: the left
    words before one).
    """
    joined: list[_Place] = []
    for place in places:
        gap = max(place[0] - joined[-1][1], place[2] - joined[-1][3]) if joined else _WIDE + 1
        near = gap <= _WIDE and not any(joined[-1][1] <= end < place[0] for end in ends)
        if gap <= _CLOSE or (near and _replaces(place) == _replaces(joined[-1])):
            joined[-1] = (joined[-1][0], place[1], joined[-1][2], place[3])
        else:
            joined.append(place)
    return joined


def _not_empty(place: _Place, left: int, right: int) -> _Place:
    """Take in the words beside where one side has nothing, so that there is something to mark."""
    i1, i2, j1, j2 = place
    if i1 == i2 or j1 == j2:
        i1, j1 = max(0, i1 - 1), max(0, j1 - 1)
        i2, j2 = max(i2, min(left, i1 + 1)), max(j2, min(right, j1 + 1))
    return i1, i2, j1, j2


def _whole(text: str, words: Sequence[Word], start: int, end: int) -> tuple[int, int]:
    """Return the offsets of words from ``start`` to ``end``, taking in what an apostrophe ties to them."""

    def tied(i: int) -> bool:
        between = text[words[i].end : words[i + 1].start]
        return not between.strip("’'") and not any(mark.isspace() for mark in between)

    while start > 0 and tied(start - 1):
        start -= 1
    while end < len(words) and tied(end - 1):
        end += 1
    return words[start].start, words[end - 1].end


def _cut(article: Article, quotation: Quotation, start: int, end: int) -> Mention:
    """Return the part of a quotation's joined text as a mention inside the piece that holds most of it."""
    offset = 0
    best: tuple[int, Span] | None = None
    for piece in quotation.pieces:
        length = piece.end - piece.start
        inner_start, inner_end = max(0, start - offset), min(length, end - offset)
        if inner_end > inner_start and (best is None or inner_end - inner_start > best[0]):
            best = (
                inner_end - inner_start,
                Span(piece.paragraph, piece.start + inner_start, piece.start + inner_end),
            )
        offset += length + 1
    return _mention(article, best[1] if best else quotation.pieces[0])

"""Quotations whose words or speakers differ, as changes with the differing words marked."""

from __future__ import annotations

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
from desktop_app.text.word_diff import DiffRun, Step, diff_words

_WIDE = 14
"""Words between two differing places from which on only the larger of them is marked."""


def quotation_changes(left: Article, right: Article, match: QuotationMatch) -> list[Change]:
    """Return what differs between two counterparts: the words, unless one side only leaves some out, and the source."""
    if match.left is None or match.right is None:
        return []
    if match.state in (QuotationState.ONLY_LEFT, QuotationState.ONLY_RIGHT):
        return []
    changes: list[Change] = []
    if QuotationKind.SCARE not in (match.left.kind, match.right.kind):
        indirect = QuotationKind.INDIRECT in (match.left.kind, match.right.kind)
        if match.state is QuotationState.ALTERED and match.shortened is None and not indirect:
            changes.append(_wording(left, right, match.left, match.right))
        if match.speaker_differs is SpeakerDifference.ATTRIBUTION:
            source = _source(left, right, match.left, match.right)
            if source is not None:
                changes.append(source)
    return changes


def _source(left: Article, right: Article, a: Quotation, b: Quotation) -> Change | None:
    if a.speaker_span is None or b.speaker_span is None:
        return None
    first, second = _mention(left, a.speaker_span), _mention(right, b.speaker_span)
    one, other = a.speaker_entity or first.text, b.speaker_entity or second.text
    note = f"The same statement is given to {one} on the left and to {other} on the right."
    return Change(ChangeKind.ATTRIBUTION, first, second, note)


def _mention(article: Article, span: Span) -> Mention:
    return article.mention(span.paragraph, span.start, span.end)


def _wording(left: Article, right: Article, a: Quotation, b: Quotation) -> Change:
    runs = [run for run in diff_words(a.text, b.text) if run.step is not Step.SAME]
    if not runs:
        first, second = _mention(left, a.pieces[0]), _mention(right, b.pieces[0])
    else:
        group = _largest(_groups(runs, a.text, b.text), a.text, b.text)
        start_a, end_a = _outer(group, left=True)
        start_b, end_b = _outer(group, left=False)
        start_a, end_a, start_b, end_b = _not_empty(a.text, b.text, start_a, end_a, start_b, end_b)
        first = _cut(left, a, start_a, end_a)
        second = _cut(right, b, start_b, end_b)
    note = f"The quotation reads “{first.text}” on the left and “{second.text}” on the right."
    return Change(ChangeKind.QUOTATION, first, second, note)


def _groups(runs: list[DiffRun], a: str, b: str) -> list[list[DiffRun]]:
    groups: list[list[DiffRun]] = []
    for run in runs:
        if groups:
            last = groups[-1][-1]
            between = max(
                len(a[last.left_end : run.left_start].split()), len(b[last.right_end : run.right_start].split())
            )
            if between <= _WIDE:
                groups[-1].append(run)
                continue
        groups.append([run])
    return groups


def _largest(groups: list[list[DiffRun]], a: str, b: str) -> list[DiffRun]:
    def weight(group: list[DiffRun]) -> int:
        return sum(
            len(a[run.left_start : run.left_end].split()) + len(b[run.right_start : run.right_end].split())
            for run in group
        )

    return max(groups, key=weight)


def _outer(group: list[DiffRun], *, left: bool) -> tuple[int, int]:
    if left:
        return min(run.left_start for run in group), max(run.left_end for run in group)
    return min(run.right_start for run in group), max(run.right_end for run in group)


def _not_empty(a: str, b: str, s1: int, e1: int, s2: int, e2: int) -> tuple[int, int, int, int]:
    """Take in the word before where one side has nothing at the place, so that there is something to mark."""
    if s1 < e1 and s2 < e2:
        return s1, e1, s2, e2
    return _back(a, s1), _forth(a, e1), _back(b, s2), _forth(b, e2)


def _back(text: str, place: int) -> int:
    start = len(text[:place].rstrip())
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start


def _forth(text: str, place: int) -> int:
    end = place
    if end == 0:
        while end < len(text) and not text[end].isspace():
            end += 1
    return max(end, min(len(text), place))


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

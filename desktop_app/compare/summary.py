"""The comparison in a few plain sentences, made from the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from desktop_app.model import (
    ChangeKind,
    Comparison,
    Kind,
    Passage,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    SpeakerDifference,
)
from desktop_app.text.phrases import listed, say

_FACTS = {
    ChangeKind.FIGURE: ("{count} figure disagrees.", "{count} figures disagree."),
    ChangeKind.DATE: ("{count} date disagrees.", "{count} dates disagree."),
    ChangeKind.NAME: ("{count} name disagrees.", "{count} names disagree."),
    ChangeKind.ATTRIBUTION: (
        "{count} statement is given to another source.",
        "{count} statements are given to other sources.",
    ),
    ChangeKind.NEGATION: (
        "{count} statement differs in what it denies.",
        "{count} statements differ in what they deny.",
    ),
    ChangeKind.HEDGE: (
        "{count} statement is more certain on one side.",
        "{count} statements are more certain on one side.",
    ),
}
_NAMES = 3


def summarize(comparison: Comparison) -> list[str]:
    """Return plain sentences: what both carry and in which order, quotations, facts, what each side adds."""
    if not comparison.alignment.links:
        return [say("No paragraph of the left corresponds to one of the right.")]
    if _told_alike(comparison):
        return [say("Both tell the story in the same words.")]
    sentences = [_carried(comparison)]
    sentences += _quotations(comparison.quotations)
    facts = Counter(change.kind for change in comparison.changes)
    sentences += [say(*forms, count=facts[kind]) for kind, forms in _FACTS.items() if facts[kind]]
    for side in Side:
        sentences += _added(comparison, side)
    return sentences


def _told_alike(comparison: Comparison) -> bool:
    """Whether both sides say the same, but for captions and the like."""
    left, right = (
        [p.text.split() for p in article.paragraphs if p.kind.linkable]
        for article in (comparison.left, comparison.right)
    )
    return left == right


def _carried(comparison: Comparison) -> str:
    body = {p.index for p in comparison.left.paragraphs if p.kind is Kind.BODY}
    linked = {p for link in comparison.alignment.links for p in link.left} & body
    if not linked:
        return say("No body paragraph of the left is also on the right.")
    moved = sum(link.moved for link in comparison.alignment.links)
    order = (
        say("one of them in another place", "{count} of them in other places", count=moved)
        if moved
        else say("in the same order")
    )
    return say(
        "{count} of {paragraphs} of the left is also on the right, {order}.",
        "{count} of {paragraphs} of the left are also on the right, {order}.",
        count=len(linked),
        paragraphs=say("{count} body paragraph", "{count} body paragraphs", count=len(body)),
        order=order,
    )


def _quotations(matches: Sequence[QuotationMatch]) -> list[str]:
    spoken = [match for match in matches if _is_speech(match)]
    shared = [match for match in spoken if match.state in (QuotationState.VERBATIM, QuotationState.ALTERED)]
    sentences = _wording(shared)
    others = sum(match.speaker_differs is SpeakerDifference.ATTRIBUTION for match in shared)
    if others:
        sentences.append(
            say(
                "{count} quotation has another speaker.",
                "{count} quotations have another speaker.",
                count=others,
            )
        )
    counts = Counter(match.state for match in spoken)
    return sentences + [say(*forms, count=counts[state]) for state, forms in _ALONE.items() if counts[state]]


_ALONE = {
    QuotationState.ONLY_LEFT: (
        "{count} quotation stands only on the left.",
        "{count} quotations stand only on the left.",
    ),
    QuotationState.ONLY_RIGHT: (
        "{count} quotation stands only on the right.",
        "{count} quotations stand only on the right.",
    ),
}


def _wording(shared: Sequence[QuotationMatch]) -> list[str]:
    """Return sentences on how quotations that both sides have are worded and cut."""
    if not shared:
        return []
    cut = sum(match.shortened is not None for match in shared)
    altered = sum(match.state is QuotationState.ALTERED and match.shortened is None for match in shared)
    if not altered and not cut:
        return [
            say(
                "The shared quotation reads the same on both sides.",
                "All {count} shared quotations read the same on both sides.",
                count=len(shared),
            )
        ]
    sentences: list[str] = []
    if altered:
        sentences.append(
            say(
                "{count} of {quotations} is worded differently.",
                "{count} of {quotations} are worded differently.",
                count=altered,
                quotations=say("{count} shared quotation", "{count} shared quotations", count=len(shared)),
            )
        )
    if cut:
        sentences.append(
            say(
                "{count} quotation is shortened on one side.",
                "{count} quotations are shortened on one side.",
                count=cut,
            )
        )
    return sentences


def _is_speech(match: QuotationMatch) -> bool:
    own = match.right if match.state is QuotationState.ONLY_RIGHT else match.left
    return own is not None and own.kind in (QuotationKind.SPEECH, QuotationKind.PARTIAL)


def _added(comparison: Comparison, side: Side) -> list[str]:
    passages = comparison.only(side)
    if not passages:
        return []
    linked = {p for link in comparison.alignment.links for p in link.on(side)}
    whole = {passage.paragraph for passage in passages} - linked
    words = sum(passage.words for passage in passages)
    what = (
        say("{count} paragraph", "{count} paragraphs", count=len(whole))
        if whole
        else say("{count} passage", "{count} passages", count=len(passages))
    )
    names = _names(comparison, side, passages)
    if names:
        what = say("{what} on {names}", what=what, names=listed(names))
    size = say("{count} word", "{count} words", count=words)
    share = round(100 * (1 - comparison.coverage(side)))
    if side is Side.LEFT:
        return [say("The left adds {what} ({words}, {share} % of it).", what=what, words=size, share=share)]
    return [say("The right adds {what} ({words}, {share} % of it).", what=what, words=size, share=share)]


def _names(comparison: Comparison, side: Side, passages: Sequence[Passage]) -> list[str]:
    """Return the names told most often in some passages, those of one side first."""
    inside: dict[int, list[Passage]] = {}
    for passage in passages:
        inside.setdefault(passage.paragraph, []).append(passage)
    counts: list[tuple[bool, int, int, str]] = []
    for place, row in enumerate(comparison.entities):
        if row.type.is_name:
            times = sum(
                passage.start <= mention.start < passage.end
                for mention in row.on(side)
                for passage in inside.get(mention.paragraph, ())
            )
            if times:
                counts.append((bool(row.on(side.other)), -times, place, row.name))
    return [name for *_, name in sorted(counts)[:_NAMES]]

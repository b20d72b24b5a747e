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

_FACTS = {
    ChangeKind.FIGURE: ("figure disagrees", "figures disagree"),
    ChangeKind.DATE: ("date disagrees", "dates disagree"),
    ChangeKind.NAME: ("name disagrees", "names disagree"),
    ChangeKind.ATTRIBUTION: ("statement is given to another source", "statements are given to other sources"),
    ChangeKind.NEGATION: ("statement differs in what it denies", "statements differ in what they deny"),
    ChangeKind.HEDGE: ("statement is more certain on one side", "statements are more certain on one side"),
}
_NAMES = 3


def summarize(comparison: Comparison) -> list[str]:
    """Return plain sentences: what both carry and in which order, quotations, facts, what each side adds."""
    if not comparison.alignment.links:
        return ["No paragraph of the left corresponds to one of the right."]
    sentences = [_carried(comparison)]
    sentences += _quotations(comparison.quotations)
    facts = Counter(change.kind for change in comparison.changes)
    sentences += [
        f"{facts[kind]} {one if facts[kind] == 1 else many}."
        for kind, (one, many) in _FACTS.items()
        if facts[kind]
    ]
    for side in Side:
        sentences += _added(comparison, side)
    return sentences


def _carried(comparison: Comparison) -> str:
    body = {p.index for p in comparison.left.paragraphs if p.kind is Kind.BODY}
    linked = {p for link in comparison.alignment.links for p in link.left} & body
    moved = sum(link.moved for link in comparison.alignment.links)
    if not moved:
        order = "in the same order"
    elif moved == 1:
        order = "one of them in another place"
    else:
        order = f"{moved} of them in other places"
    verb = "is" if len(linked) == 1 else "are"
    paragraphs = _count(len(body), "body paragraph")
    return f"{len(linked)} of {paragraphs} of the left {verb} also on the right, {order}."


def _quotations(matches: Sequence[QuotationMatch]) -> list[str]:
    spoken = [match for match in matches if _is_speech(match)]
    shared = [match for match in spoken if match.state in (QuotationState.VERBATIM, QuotationState.ALTERED)]
    sentences: list[str] = []
    if shared:
        altered = [m for m in shared if m.state is QuotationState.ALTERED and m.shortened is None]
        cut = [m for m in shared if m.shortened is not None]
        verb = "is" if len(altered) == 1 else "are"
        if altered:
            sentences.append(
                f"{len(altered)} of {_count(len(shared), 'shared quotation')} {verb} worded differently."
            )
        elif not cut:
            sentences.append(
                "The shared quotation reads the same on both sides."
                if len(shared) == 1
                else f"All {len(shared)} shared quotations read the same on both sides."
            )
        if cut:
            sentences.append(
                f"{_count(len(cut), 'quotation')} {'is' if len(cut) == 1 else 'are'} shortened on one side."
            )
    others = sum(m.speaker_differs is SpeakerDifference.ATTRIBUTION for m in shared)
    if others:
        sentences.append(f"{_count(others, 'quotation')} {'has' if others == 1 else 'have'} another speaker.")
    for state, side in ((QuotationState.ONLY_LEFT, "left"), (QuotationState.ONLY_RIGHT, "right")):
        alone = sum(match.state is state for match in spoken)
        if alone:
            sentences.append(
                f"{_count(alone, 'quotation')} {'stands' if alone == 1 else 'stand'} only on the {side}."
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
    what = _count(len(whole), "paragraph") if whole else _count(len(passages), "passage")
    about = _names(comparison, side, passages)
    share = round(100 * (1 - comparison.coverage(side)))
    tail = f" on {about}" if about else ""
    return [f"The {side} adds {what}{tail} ({_count(words, 'word')}, {share} % of it)."]


def _names(comparison: Comparison, side: Side, passages: Sequence[Passage]) -> str:
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
    names = [name for *_, name in sorted(counts)[:_NAMES]]
    if len(names) < 2:
        return names[0] if names else ""
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")

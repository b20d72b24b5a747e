"""What a hand-over says of the pair on top, in sentences with figures."""

from __future__ import annotations

from collections import Counter

from desktop_app.export.words import CHANGES, plural
from desktop_app.model import Comparison, Kind, QuotationState, Side


def summary(comparison: Comparison) -> list[str]:
    """Return sentences on the paragraphs of both sides, what moved, quotations and changes."""
    said = []
    for side in Side:
        total, linked = body_counts(comparison, side)
        if total:
            many = plural(total, "body paragraph", "body paragraphs")
            verb = "is" if linked == 1 else "are"
            said.append(f"{linked} of {many} of the {side} {verb} linked to the {side.other}.")
    moved = sum(link.moved for link in comparison.alignment.links)
    if moved:
        said.append(f"{plural(moved, 'link stands', 'links stand')} in another place.")
    states = Counter(match.state for match in comparison.quotations if match.is_speech)
    paired = states[QuotationState.VERBATIM] + states[QuotationState.ALTERED]
    if paired:
        said.append(_wording(paired, states[QuotationState.ALTERED]))
    kinds = Counter(change.kind for change in comparison.changes)
    if kinds:
        listed = ", ".join(f"{label.lower()} {kinds[kind]}" for kind, label in CHANGES.items() if kinds[kind])
        said.append(f"{plural(sum(kinds.values()), 'change', 'changes')}: {listed}.")
    return said


def _wording(paired: int, altered: int) -> str:
    if altered:
        many = plural(paired, "shared quotation", "shared quotations")
        return f"{altered} of {many} {'is' if altered == 1 else 'are'} worded differently."
    if paired == 1:
        return "The shared quotation reads the same on both sides."
    return f"All {paired} shared quotations read the same on both sides."


def body_counts(comparison: Comparison, side: Side) -> tuple[int, int]:
    """Return how many body paragraphs a side has and how many of them are linked."""
    linked = {p for link in comparison.alignment.links for p in link.on(side)}
    own = [p.index for p in comparison.article(side).paragraphs if p.kind is Kind.BODY]
    return len(own), sum(index in linked for index in own)

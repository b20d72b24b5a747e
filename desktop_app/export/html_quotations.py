"""The quote ledger of a comparison as a section of a page."""

from __future__ import annotations

from collections import Counter

from desktop_app.export.page import chips, safe
from desktop_app.export.rows import places
from desktop_app.export.words import STATES, marks_of, quotation_badges, speaker_line
from desktop_app.model import Comparison, QuotationKind, QuotationMatch, QuotationState, Side
from desktop_app.text.word_diff import Mark, Step, diff_passages

_NO_SPEECH = {QuotationKind.SCARE.value: "Scare quotes", QuotationKind.INDIRECT.value: "Indirect speech"}
"""What is listed apart from speech in quotation marks, by the group in the filter."""


def quote_ledger(comparison: Comparison) -> tuple[str, str]:
    """Return the section of the quotations with the style rules of its filters; empty without any."""
    if not comparison.quotations:
        return "", ""
    links = _link_of_places(comparison)
    counts = Counter(_group(match) for match in comparison.quotations)
    groups = {**{state.value: label.capitalize() for state, label in STATES.items()}, **_NO_SPEECH}
    options = [(group, label, counts[group]) for group, label in groups.items()]
    bar, rules = chips("Show", "quote", options)
    items = "\n".join(_quotation(comparison, match, links) for match in comparison.quotations)
    head = f'<h2>Quotations <span class="count">{len(comparison.quotations)}</span></h2>'
    return f'<section id="quotations">{head}{bar}\n{items}</section>', rules


def _group(match: QuotationMatch) -> str:
    """Return what a row is filtered by: the state of speech, or the kind of what is none."""
    kind = match.own.kind.value if match.own is not None else ""
    return kind if kind in _NO_SPEECH else match.state.value


def _quotation(comparison: Comparison, match: QuotationMatch, links: dict[tuple[Side, int], int]) -> str:
    texts = [(match.left.text,) if match.left else (), (match.right.text,) if match.right else ()]
    marks: dict[Side, list[Mark]] = {side: [] for side in Side}
    if match.state is QuotationState.ALTERED:
        for side, found in zip(Side, diff_passages(*texts), strict=True):
            marks[side] = found[0] if found else []
    found_at: dict[Side, tuple[int, ...]] = {Side.LEFT: (), Side.RIGHT: ()}
    cells = []
    for side in Side:
        quotation = match.on(side)
        if quotation is None:
            cells.append('<div class="nothing"></div>')
            continue
        found_at[side] = (quotation.paragraph,)
        first, last = marks_of(quotation)
        words = first + _marked(quotation.text, marks[side]) + last
        cells.append(
            f'<div class="{side}"><p dir="auto">{words}</p>'
            f'<p class="who" dir="auto">{safe(speaker_line(quotation))}</p></div>'
        )
    tone = {
        QuotationState.VERBATIM: "",
        QuotationState.ALTERED: " strong",
        QuotationState.ONLY_LEFT: " left",
        QuotationState.ONLY_RIGHT: " right",
    }[match.state]
    first, *others = quotation_badges(match)
    tags = f'<span class="tag{tone}">{first}</span>'
    tags += "".join(f'<span class="tag strong">{word}</span>' for word in others)
    where = _where(comparison, found_at, links)
    return (
        f'<div class="item quote {_group(match)}">{where}{tags}<div class="pair">{"".join(cells)}</div></div>'
    )


def _marked(text: str, marks: list[Mark]) -> str:
    made, reached = [], 0
    for mark in marks:
        if mark.step is Step.SAME:
            continue
        made.append(safe(text[reached : mark.start]))
        made.append(f'<mark class="{mark.step}">{safe(text[mark.start : mark.end])}</mark>')
        reached = mark.end
    return "".join(made) + safe(text[reached:])


def _where(
    comparison: Comparison, found_at: dict[Side, tuple[int, ...]], links: dict[tuple[Side, int], int]
) -> str:
    told = places(comparison, found_at[Side.LEFT], found_at[Side.RIGHT])
    side, paragraph = next((side, found_at[side][0]) for side in Side if found_at[side])
    number = links.get((side, paragraph))
    target = f"{side}-{paragraph}" if number is None else f"link-{number + 1}"
    return f'<a class="where" href="#{target}">{told}</a>'


def _link_of_places(comparison: Comparison) -> dict[tuple[Side, int], int]:
    numbered = list(enumerate(comparison.alignment.links))
    return {(side, p): number for side in Side for number, link in numbered for p in link.on(side)}

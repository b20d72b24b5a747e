"""Sentences the reading view speaks: headers, announcements, tool tips."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.model import Comparison, Kind, Origin, Side
from desktop_app.ui.wording import number, translate

if TYPE_CHECKING:
    from desktop_app.ui.reading.structure import Structure


def side_name(side: Side) -> str:
    """Return "left" or "right" in the reader's language."""
    return translate("Reading", "left") if side is Side.LEFT else translate("Reading", "right")


def numbers_text(comparison: Comparison, side: Side, paragraphs: Sequence[int]) -> str:
    """Return "headline", "4", "6 and 7", "6 to 9" for paragraphs of one side."""
    article = comparison.article(side)
    shown = [
        translate("Reading", "headline")
        if article.paragraphs[p].kind is Kind.HEADLINE
        else str(article.number_of(p))
        for p in paragraphs
    ]
    if len(shown) > 2 and list(paragraphs) == list(range(paragraphs[0], paragraphs[-1] + 1)):
        return translate("Reading", "{first} to {last}").format(first=shown[0], last=shown[-1])
    if len(shown) < 2:
        return "".join(shown)
    return translate("Reading", "{first} and {last}").format(first=", ".join(shown[:-1]), last=shown[-1])


def link_sentence(comparison: Comparison, number: int) -> str:
    """Return "Left 4 linked with right 6 and 7, reworded"."""
    link = comparison.alignment.links[number]
    text = translate("Reading", "Left {left} linked with right {right}").format(
        left=numbers_text(comparison, Side.LEFT, link.left),
        right=numbers_text(comparison, Side.RIGHT, link.right),
    )
    left = " ".join(comparison.left.paragraphs[p].text.strip() for p in link.left)
    right = " ".join(comparison.right.paragraphs[p].text.strip() for p in link.right)
    parts = [
        text,
        translate("Reading", "word for word") if left == right else translate("Reading", "reworded"),
    ]
    if link.moved:
        parts.append(translate("Reading", "moved"))
    if link.origin is Origin.CONFIRMED:
        parts.append(translate("Reading", "confirmed"))
    elif link.origin is Origin.MANUAL:
        parts.append(translate("Reading", "made by hand"))
    return ", ".join(parts)


def alone_sentence(comparison: Comparison, side: Side, paragraph: int, part: bool = False) -> str:
    """Return what to say of a paragraph without a counterpart; ``part``: only some of its sentences."""
    article = comparison.article(side)
    kind = article.paragraphs[paragraph].kind
    name = side_name(side).capitalize()
    number = numbers_text(comparison, side, [paragraph])
    if part:
        return translate("Reading", "{side} {number}: part of it stands on this side only").format(
            side=name, number=number
        )
    if kind.linkable:
        return translate("Reading", "{side} {number} stands on this side only").format(
            side=name, number=number
        )
    label = {Kind.BYLINE: translate("Reading", "byline"), Kind.CAPTION: translate("Reading", "caption")}.get(
        kind, translate("Reading", "not part of the story")
    )
    return translate("Reading", "{side} {number}: {kind}, not linked").format(
        side=name, number=number, kind=label
    )


def coverage_sentence(comparison: Comparison, side: Side) -> str:
    """Return "72 % of its text is also on the left"."""
    share = comparison.coverage(side)
    other = side_name(side.other)
    if share >= 0.9995:
        return translate("Reading", "all of its text is also on the {side}").format(side=other)
    if share <= 0.0005:
        return translate("Reading", "nothing of it is also on the {side}").format(side=other)
    percent = min(99, max(1, round(share * 100)))
    return translate("Reading", "{percent} % of its text is also on the {side}").format(
        percent=percent, side=other
    )


def status_sentence(structure: Structure) -> str:
    """Return "13 links · 4 paragraphs only on the right · none moved · 2 passages left out"."""
    if not structure.compared:
        return translate("Reading", "Not compared")
    count = len(structure.links)
    links = (
        translate("Reading", "1 link")
        if count == 1
        else translate("Reading", "{count} links").format(count=number(count))
    )
    parts = [links if count else translate("Reading", "No links")]
    for side in Side:
        alone = structure.count_only(side)
        if alone:
            parts.append(
                translate("Reading", "1 paragraph only on the {side}").format(side=side_name(side))
                if alone == 1
                else translate("Reading", "{count} paragraphs only on the {side}").format(
                    count=number(alone), side=side_name(side)
                )
            )
    movers = len(structure.movers)
    if count:
        parts.append(
            translate("Reading", "none moved")
            if not movers
            else translate("Reading", "{count} moved").format(count=number(movers))
        )
    dropped = sum(len(structure.comparison.article(side).dropped) for side in Side)
    if dropped:
        parts.append(
            translate("Reading", "1 passage left out")
            if dropped == 1
            else translate("Reading", "{count} passages left out").format(count=number(dropped))
        )
    return " · ".join(parts)

"""What is matched underneath: the sentences of the paragraphs that tell the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.model import Article, Kind

OPENING = 7
"""Paragraphs after the headline among which the lead is looked for."""

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a linkable paragraph: where it stands, its words, and whether it may open the story."""

    paragraph: int
    sentence: int
    text: str
    headline: bool
    lead: bool = False


def story_units(article: Article, tick: Callable[[float], None] = lambda _: None) -> list[Unit]:
    """Return the sentences of the headline and body paragraphs of a prepared article, in reading order.

    A paragraph without sentences counts as one. Captions, bylines and boilerplate give no units, which is
    why adding them changes nothing.
    """
    units: list[Unit] = []
    leads = lead_paragraphs(article)
    for paragraph in article.paragraphs:
        if paragraph.index % 1024 == 0:
            tick(paragraph.index / len(article.paragraphs))
        if not paragraph.kind.linkable or not paragraph.text.strip():
            continue
        headline = paragraph.kind is Kind.HEADLINE
        if not paragraph.sentences:
            units.append(Unit(paragraph.index, 0, paragraph.text, headline, paragraph.index in leads))
        for number, sentence in enumerate(paragraph.sentences):
            text = paragraph.text[sentence.start : sentence.end]
            lead = number == 0 and paragraph.index in leads
            units.append(Unit(paragraph.index, number, text, headline, lead))
    return units


def lead_paragraphs(article: Article) -> tuple[int, ...]:
    """Return the paragraphs that may be the lead: the first of the body, and the first after the byline.

    What stands between headline and byline is a standfirst as a rule, and sometimes the lead.
    """
    start = next((p.index + 1 for p in article.paragraphs if p.kind is Kind.HEADLINE), 0)
    opening = article.paragraphs[start : start + OPENING]
    body = [p.index for p in opening if p.kind is Kind.BODY]
    credit = max((p.index for p in opening if p.kind in (Kind.BYLINE, Kind.CAPTION)), default=-1)
    return tuple(dict.fromkeys([*body[:1], *[index for index in body if index > credit][:1]]))

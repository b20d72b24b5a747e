"""What is matched underneath: the sentences of the paragraphs that tell the story."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from desktop_app.model import Article, Kind

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence of a linkable paragraph: where it stands and its words."""

    paragraph: int
    sentence: int
    text: str
    headline: bool


def story_units(article: Article, tick: Callable[[float], None] = lambda _: None) -> list[Unit]:
    """Return the sentences of the headline and body paragraphs of a prepared article, in reading order.

    A paragraph without sentences counts as one. Captions, bylines and boilerplate give no units, which is
    why adding them changes nothing.
    """
    units: list[Unit] = []
    for paragraph in article.paragraphs:
        if paragraph.index % 1024 == 0:
            tick(paragraph.index / len(article.paragraphs))
        if not paragraph.kind.linkable or not paragraph.text.strip():
            continue
        headline = paragraph.kind is Kind.HEADLINE
        if not paragraph.sentences:
            units.append(Unit(paragraph.index, 0, paragraph.text, headline))
        for number, sentence in enumerate(paragraph.sentences):
            text = paragraph.text[sentence.start : sentence.end]
            units.append(Unit(paragraph.index, number, text, headline))
    return units

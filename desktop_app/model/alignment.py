"""Links between the paragraphs of two articles."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.model.article import Side


class Origin(StrEnum):
    """Who made a link."""

    AUTOMATIC = "automatic"
    CONFIRMED = "confirmed"
    MANUAL = "manual"


@dataclass(frozen=True, slots=True)
class Pair:
    """A left and a right paragraph (indexes) that correspond, with a probability in 0..1."""

    left: int
    right: int
    score: float


@dataclass(frozen=True, slots=True)
class SentencePair:
    """Two sentences that correspond: paragraph and sentence index on each side, probability in 0..1."""

    left_paragraph: int
    left_sentence: int
    right_paragraph: int
    right_sentence: int
    score: float


@dataclass(frozen=True, slots=True)
class Link:
    """A group of left and right paragraphs that correspond (m:n).

    ``pairs`` are the paragraph pairs that carry the evidence, ``score`` a probability in 0..1, ``moved``
    tells that the link stands outside the order of the others, ``shared`` lists the names, figures,
    quoted and rare words that made it, most telling first, ``candidates`` the next-best pairs that were
    not chosen.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    pairs: tuple[Pair, ...]
    score: float
    moved: bool = False
    origin: Origin = Origin.AUTOMATIC
    shared: tuple[str, ...] = ()
    candidates: tuple[Pair, ...] = ()

    def on(self, side: Side) -> tuple[int, ...]:
        """Return the link's paragraphs on one side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links of a pair of articles, in the reading order of the left, and the sentences underneath.

    A paragraph belongs to at most one link.
    """

    links: tuple[Link, ...] = ()
    sentence_pairs: tuple[SentencePair, ...] = ()

    def link_of(self, side: Side, paragraph: int) -> int | None:
        """Return the number of the link that holds a paragraph, or None."""
        for number, link in enumerate(self.links):
            if paragraph in link.on(side):
                return number
        return None

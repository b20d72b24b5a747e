"""Both sides together: what they share and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.model.alignment import Alignment
from desktop_app.model.article import Article, Mention, Side, Span
from desktop_app.model.findings import EntityType, Quotation, QuotationKind


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One entity of the pair with its mentions on each side, in reading order. A side may be empty."""

    name: str
    type: EntityType
    left: tuple[Mention, ...]
    right: tuple[Mention, ...]
    value: str = ""
    roles: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    def on(self, side: Side) -> tuple[Mention, ...]:
        """Return the mentions on one side."""
        return self.left if side is Side.LEFT else self.right

    def surfaces(self, side: Side) -> tuple[str, ...]:
        """Return the distinct texts used on one side, in reading order."""
        return tuple(dict.fromkeys(mention.text for mention in self.on(side)))


class QuotationState(StrEnum):
    """State of a quotation across the two sides."""

    VERBATIM = "verbatim"
    ALTERED = "altered"
    ONLY_LEFT = "only_left"
    ONLY_RIGHT = "only_right"


class SpeakerDifference(StrEnum):
    """How the speakers of a paired quotation differ."""

    ATTRIBUTION = "attribution"
    NAME_VARIANT = "name_variant"


@dataclass(frozen=True, slots=True)
class QuotationMatch:
    """A row of the quote ledger: a quotation with its counterpart, if there is one.

    ``shortened`` names the side that merely leaves words out; ``similarity`` is in 0..1 (0 when one-sided).
    Words that are quoted on one side only (state only left, only right) but reported on the other carry the
    reporting sentence there, as a quotation of kind indirect.
    """

    state: QuotationState
    left: Quotation | None
    right: Quotation | None
    similarity: float = 0.0
    shortened: Side | None = None
    speaker_differs: SpeakerDifference | None = None

    def on(self, side: Side) -> Quotation | None:
        """Return the quotation on one side."""
        return self.left if side is Side.LEFT else self.right

    @property
    def own(self) -> Quotation | None:
        """The quotation that the row is of; the other side's may be the sentence that reports its words."""
        return self.right if self.state is QuotationState.ONLY_RIGHT else self.left

    @property
    def is_speech(self) -> bool:
        """Whether words are quoted as spoken: no scare quotes, no reported speech."""
        return self.own is not None and self.own.kind in (QuotationKind.SPEECH, QuotationKind.PARTIAL)


class ChangeKind(StrEnum):
    """What disagrees inside a link, facts before wording."""

    FIGURE = "figure"
    DATE = "date"
    NAME = "name"
    QUOTATION = "quotation"
    ATTRIBUTION = "attribution"
    NEGATION = "negation"
    HEDGE = "hedge"


@dataclass(frozen=True, slots=True)
class Change:
    """A disagreement inside a link: the words on each side and one sentence that says what disagrees."""

    kind: ChangeKind
    left: Mention
    right: Mention
    note: str = ""

    def on(self, side: Side) -> Mention:
        """Return the words on one side."""
        return self.left if side is Side.LEFT else self.right


@dataclass(frozen=True, slots=True)
class Passage(Span):
    """A run of sentences of one paragraph that the other side does not carry; ``words`` counts them."""

    words: int


class NoteKind(StrEnum):
    """What a note is written on."""

    LINK = "link"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Note:
    """A reader's note on a link, a paragraph or a quotation.

    ``places`` say where it belongs: the whole paragraphs of a link or the one paragraph, or the pieces of a
    quotation. A note on a link goes with the link that holds its first paragraph.
    """

    kind: NoteKind
    places: tuple[tuple[Side, Span], ...]
    text: str

    def paragraphs(self, side: Side) -> tuple[int, ...]:
        """Return the paragraphs of one side that the note is on."""
        return tuple(dict.fromkeys(span.paragraph for where, span in self.places if where is side))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything known of a pair of articles.

    Coverage is the share (0..1) of one side's words, boilerplate left out, whose sentences have a
    counterpart on the other. ``notes`` are a reader's own, handed on with the rest; comparing finds none.
    """

    left: Article
    right: Article
    alignment: Alignment
    entities: tuple[EntityRow, ...] = ()
    quotations: tuple[QuotationMatch, ...] = ()
    changes: tuple[Change, ...] = ()
    only_left: tuple[Passage, ...] = ()
    only_right: tuple[Passage, ...] = ()
    left_coverage: float = 0.0
    right_coverage: float = 0.0
    notes: tuple[Note, ...] = ()

    def article(self, side: Side) -> Article:
        """Return the article of one side."""
        return self.left if side is Side.LEFT else self.right

    def only(self, side: Side) -> tuple[Passage, ...]:
        """Return the passages that stand on one side only."""
        return self.only_left if side is Side.LEFT else self.only_right

    def coverage(self, side: Side) -> float:
        """Return the coverage of one side."""
        return self.left_coverage if side is Side.LEFT else self.right_coverage

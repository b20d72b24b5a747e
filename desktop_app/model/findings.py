"""What one article holds: entities and quotations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop_app.model.article import Mention, Span


class EntityType(StrEnum):
    """OntoNotes labels."""

    PERSON = "PERSON"
    NORP = "NORP"
    FAC = "FAC"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    EVENT = "EVENT"
    DATE = "DATE"
    TIME = "TIME"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    QUANTITY = "QUANTITY"
    CARDINAL = "CARDINAL"
    ORDINAL = "ORDINAL"

    @property
    def is_name(self) -> bool:
        """Whether the type names something, as against dates and figures."""
        return self in _NAMES


_NAMES = frozenset(
    {
        EntityType.PERSON,
        EntityType.NORP,
        EntityType.FAC,
        EntityType.ORG,
        EntityType.GPE,
        EntityType.LOC,
        EntityType.EVENT,
    }
)


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions refer to, within one article.

    ``name`` is the best surface, ``value`` a normalised value where there is one ("2022-02-07", "100000
    troops", "1730000000 NOK"), ``roles`` the titles and offices found beside it ("French President"),
    ``related`` names cross-linked entities (a nationality's country).
    """

    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    value: str = ""
    roles: tuple[str, ...] = ()
    related: tuple[str, ...] = ()

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The distinct texts of the mentions, in reading order."""
        return tuple(dict.fromkeys(mention.text for mention in self.mentions))


class QuotationKind(StrEnum):
    """How words are quoted. Scare quotes (and titles) are marked, not counted as speech."""

    SPEECH = "speech"
    PARTIAL = "partial"
    SCARE = "scare"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted content of one article.

    ``pieces`` are the spans between the marks (several when "he said" interrupts or paragraphs go on),
    ``text`` their words joined by one space. ``speaker`` is as printed (the words for an unnamed
    source where a pronoun stands for it), ``speaker_entity`` the resolved name, ``cue`` the reporting
    word; each None where the article does not tell.
    """

    text: str
    kind: QuotationKind
    pieces: tuple[Span, ...]
    speaker: str | None = None
    speaker_span: Span | None = None
    speaker_entity: str | None = None
    cue: str | None = None
    cue_span: Span | None = None

    @property
    def paragraph(self) -> int:
        """The paragraph of the first piece."""
        return self.pieces[0].paragraph

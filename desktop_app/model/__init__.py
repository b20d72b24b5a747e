"""The words everything speaks: frozen dataclasses on the standard library alone."""

from desktop_app.model.alignment import Alignment, Link, Origin, Pair, SentencePair
from desktop_app.model.article import Article, Kind, Mention, Paragraph, Sentence, Side, Span
from desktop_app.model.comparison import (
    Change,
    ChangeKind,
    Comparison,
    EntityRow,
    Passage,
    QuotationMatch,
    QuotationState,
    SpeakerDifference,
)
from desktop_app.model.errors import ExportError, LoadError, ProjectError, TwicetoldError
from desktop_app.model.findings import Entity, EntityType, Quotation, QuotationKind
from desktop_app.model.progress import Cancelled, Progress, no_progress, part_of

__all__ = [
    "Alignment",
    "Article",
    "Cancelled",
    "Change",
    "ChangeKind",
    "Comparison",
    "Entity",
    "EntityRow",
    "EntityType",
    "ExportError",
    "Kind",
    "Link",
    "LoadError",
    "Mention",
    "Origin",
    "Pair",
    "Paragraph",
    "Passage",
    "Progress",
    "ProjectError",
    "Quotation",
    "QuotationKind",
    "QuotationMatch",
    "QuotationState",
    "Sentence",
    "SentencePair",
    "Side",
    "Span",
    "SpeakerDifference",
    "TwicetoldError",
    "no_progress",
    "part_of",
]

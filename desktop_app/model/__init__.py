"""The words everything speaks: frozen dataclasses on the standard library alone.

The names are fetched from their modules when they are first asked for: making dataclasses takes time, and a
program that only shows its window or its version needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.model.alignment import Alignment, Link, Origin, Pair, SentencePair
    from desktop_app.model.article import Article, Kind, Mention, Paragraph, Sentence, Side, Span
    from desktop_app.model.comparison import (
        Change,
        ChangeKind,
        Comparison,
        EntityRow,
        Note,
        NoteKind,
        Passage,
        QuotationMatch,
        QuotationState,
        SpeakerDifference,
    )
    from desktop_app.model.errors import ExportError, LoadError, ProjectError, TwicetoldError
    from desktop_app.model.findings import Entity, EntityType, Quotation, QuotationKind
    from desktop_app.model.progress import (
        Cancelled,
        Progress,
        let_go,
        no_progress,
        part_of,
        pulse,
        pulsed,
        pulsing,
        watched,
    )
else:
    _MODULES = {
        "alignment": "Alignment Link Origin Pair SentencePair",
        "article": "Article Kind Mention Paragraph Sentence Side Span",
        "comparison": "Change ChangeKind Comparison EntityRow Note NoteKind Passage "
        "QuotationMatch QuotationState SpeakerDifference",
        "errors": "ExportError LoadError ProjectError TwicetoldError",
        "findings": "Entity EntityType Quotation QuotationKind",
        "progress": "Cancelled Progress let_go no_progress part_of pulse pulsed pulsing watched",
    }
    _HOME = {name: module for module, names in _MODULES.items() for name in names.split()}

    def __getattr__(name: str) -> object:
        """Return a name of this package, imported on first use."""
        home = _HOME.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(f"{__name__}.{home}"), name)
        return found


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
    "Note",
    "NoteKind",
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
    "let_go",
    "no_progress",
    "part_of",
    "pulse",
    "pulsed",
    "pulsing",
    "watched",
]

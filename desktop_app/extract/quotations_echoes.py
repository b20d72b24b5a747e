"""A quotation that repeats words of another one of the same article, as headlines do, has its speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.model import Quotation, QuotationKind
from desktop_app.text.lexicons import function_words
from desktop_app.text.normalize import fold
from desktop_app.text.tokens import is_word, tokenize

_LEAST = 3
"""Words of the shortest quotation that counts as a repetition of another one."""


def name_speakers_of_echoes(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations of an article, those without a known speaker with that of what they repeat.

    A short stretch taken for a label is speech where the article quotes the same words as speech.
    """
    sources = [
        (quotation, "\0".join(("", *_words(quotation), "")))
        for quotation in quotations
        if quotation.speaker is not None and quotation.kind is not QuotationKind.INDIRECT
    ]
    if not sources:
        return list(quotations)
    return [
        quotation
        if quotation.speaker_entity is not None or quotation.kind is QuotationKind.INDIRECT
        else _with_source(quotation, sources)
        for quotation in quotations
    ]


def _with_source(quotation: Quotation, sources: Sequence[tuple[Quotation, str]]) -> Quotation:
    words = _words(quotation)
    light = function_words()
    if len(words) < _LEAST or all(word in light for word in words):
        return quotation
    wanted = "\0".join(("", *words, ""))
    for source, held in sources:
        if source is quotation or wanted not in held:
            continue
        kind = QuotationKind.PARTIAL if quotation.kind is QuotationKind.SCARE else quotation.kind
        if quotation.speaker is not None:
            return replace(quotation, kind=kind, speaker_entity=source.speaker_entity)
        span, entity = source.speaker_span, source.speaker_entity
        return replace(quotation, kind=kind, speaker=source.speaker, speaker_span=span, speaker_entity=entity)
    return quotation


def _words(quotation: Quotation) -> list[str]:
    return [fold(token.text) for token in tokenize(quotation.text) if is_word(token)]

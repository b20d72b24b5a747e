"""A quotation that repeats words of another one of the same article, as headlines do, has its speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop_app.model import Quotation, QuotationKind, pulsed
from desktop_app.text.lexicons import function_words
from desktop_app.text.normalize import fold
from desktop_app.text.tokens import is_word, tokenize

_LEAST = 3
"""Words of the shortest quotation that counts as a repetition of another one."""


_Key = tuple[str, ...]
_Source = tuple[Quotation, str]


def name_speakers_of_echoes(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Return the quotations of an article, those without a known speaker with that of what they repeat.

    A short stretch taken for a label is speech where the article quotes the same words as speech.
    """
    wanting = {
        id(quotation): words
        for quotation in pulsed(quotations, 64)
        if quotation.speaker_entity is None
        and quotation.kind is not QuotationKind.INDIRECT
        and _tells(words := _words(quotation))
    }
    wanted = {key for words in pulsed(wanting.values()) for key in _keys(words)}
    sources: dict[_Key, list[_Source]] = {key: [] for key in wanted}
    for quotation in pulsed(quotations if wanted else (), 64):
        if quotation.speaker is not None and quotation.kind is not QuotationKind.INDIRECT:
            words = _words(quotation)
            for key in wanted.intersection(_keys(words)):
                sources[key].append((quotation, _joined(words)))
    return [
        _with_source(quotation, wanting[id(quotation)], sources) if id(quotation) in wanting else quotation
        for quotation in pulsed(quotations, 64)
    ]


def _with_source(
    quotation: Quotation, words: Sequence[str], sources: Mapping[_Key, list[_Source]]
) -> Quotation:
    wanted = _joined(words)
    for source, held in min((sources[key] for key in _keys(words)), key=len):
        if source is quotation or wanted not in held:
            continue
        kind = QuotationKind.PARTIAL if quotation.kind is QuotationKind.SCARE else quotation.kind
        if quotation.speaker is not None:
            return replace(quotation, kind=kind, speaker_entity=source.speaker_entity)
        span, entity = source.speaker_span, source.speaker_entity
        return replace(quotation, kind=kind, speaker=source.speaker, speaker_span=span, speaker_entity=entity)
    return quotation


def _tells(words: Sequence[str]) -> bool:
    light = function_words()
    return len(words) >= _LEAST and not all(word in light for word in words)


def _keys(words: Sequence[str]) -> Iterator[_Key]:
    """Yield the runs of `_LEAST` words, by which quotations are looked up."""
    return zip(*(words[start:] for start in range(_LEAST)), strict=False)


def _joined(words: Sequence[str]) -> str:
    return "\0".join(("", *words, ""))


def _words(quotation: Quotation) -> list[str]:
    return [fold(token.text) for token in tokenize(quotation.text) if is_word(token)]

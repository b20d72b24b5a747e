"""A quotation that repeats words of another one of the same article, as headlines do, has its speaker."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop_app.model import Quotation, QuotationKind, pulsed
from desktop_app.text.lexicons import function_words
from desktop_app.text.normalize import fold
from desktop_app.text.tokens import is_word, tokenize

_LEAST = 3
"""Words of the shortest quotation that counts as a repetition of another one."""


_TELLING = 5
"""Letters of the shortest word of a heading that tells whose speech it is taken from."""

_Key = tuple[str, ...]
_Source = tuple[Quotation, str]


def name_speakers_of_echoes(
    quotations: Sequence[Quotation], headings: Collection[int] = ()
) -> list[Quotation]:
    """Return the quotations of an article, those without a known speaker with that of what they repeat.

    A short stretch taken for a label is speech where the article quotes the same words as speech. In the
    paragraphs that are ``headings`` fewer words tell a repetition.
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
    quotations = [
        _from_speech(quotation, quotations)
        if quotation.paragraph in headings and id(quotation) not in wanting
        else quotation
        for quotation in quotations
    ]
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


def _from_speech(heading: Quotation, quotations: Sequence[Quotation]) -> Quotation:
    """Return one or two words of a heading with the one speaker whose speech below holds them."""
    words = _words(heading)
    telling = [word for word in words if word not in function_words() and len(word) >= _TELLING]
    known = heading.speaker_entity is not None or heading.kind is QuotationKind.SCARE
    if known or not telling or len(words) >= _LEAST:
        return heading
    wanted = _joined(words)
    sources = [
        each
        for each in quotations
        if each.paragraph > heading.paragraph
        and each.kind in (QuotationKind.SPEECH, QuotationKind.PARTIAL)
        and wanted in _joined(_words(each))
    ]
    if not sources or len({source.speaker_entity for source in sources}) > 1 or not sources[0].speaker:
        return heading
    found = replace(heading, speaker_entity=sources[0].speaker_entity)
    if heading.speaker is not None:
        return found
    return replace(found, speaker=sources[0].speaker, speaker_span=sources[0].speaker_span)


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

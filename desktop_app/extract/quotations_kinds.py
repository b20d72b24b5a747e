"""Tell speech, fragments of speech, and words held at arm's length apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.quotations_cues import cues, document_nouns, naming_words
from desktop_app.extract.quotations_lines import Word
from desktop_app.extract.quotations_verbs import Attribution
from desktop_app.model import QuotationKind
from desktop_app.text.lexicons import read_words
from desktop_app.text.tokens import count_words

SPEECH_WORDS = 4
"""Quoted stretches of so many words are speech: 97 % of them are on public sets of attributed quotations."""

_NEAR = 8
"""Words between a reporting verb and a fragment of up to three words that it still governs."""

_FAR = 14
_JUDGEMENTS = read_words("reporting_grammar.txt", "judgements")
"""Verbs that govern a fragment as far as `_FAR` words away: "slammed the club for playing in an “oven”"."""

_SMALL = read_words("reporting_grammar.txt", "small")
_DETERMINERS = read_words("reporting_grammar.txt", "determiners")
_AFTER = read_words("reporting_grammar.txt", "after")
_WORKS = read_words("reporting_grammar.txt", "works")
"""What a title in quotation marks follows."""

_PERFORMED = read_words("reporting_grammar.txt", "performed")
_WRITTEN = _WORKS | document_nouns()


def kind_of(
    text: str, words: Sequence[Word], place: int, attribution: Attribution | None, *, pieces: int, family: str
) -> QuotationKind:
    """Return the kind of a quotation that stands at ``place`` of its sentence."""
    count = count_words(text)
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    starts_low = re.sub(r"^[….\s]+", "", text)[:1].islower()
    ended = text.rstrip().rstrip("’'”\"»")[-1:] in ",.?!…—–"
    # marks of other languages stand outside the quotation: « ... », dit-il
    ended = ended or (place == 0 and after is not None and after.text in (",", "—", "–", ":"))
    if family == "dash" or pieces > 1:
        return QuotationKind.SPEECH
    if before is not None and before.low in naming_words() and count < SPEECH_WORDS:
        return QuotationKind.SCARE
    named = text[:1].isupper() and (count < SPEECH_WORDS or _title(text))
    if named and before is not None and before.low in _WORKS:
        return QuotationKind.SCARE
    spoken = attribution is not None and (attribution.speaker or attribution.cue) and not attribution.naming
    work = before is not None and before.text == "," and place > 1 and words[place - 2].low in _WRITTEN
    if _title(text) and work and not (attribution is not None and attribution.side == "right"):
        return QuotationKind.SCARE  # the report, “Night on the Pier,”
    if _title(text) and _cue(words, attribution) in _PERFORMED:
        return QuotationKind.SCARE
    if attribution is not None and attribution.naming and count < SPEECH_WORDS:
        return QuotationKind.SCARE
    if _title(text) and not ended and not (spoken and attribution is not None and attribution.distance <= 2):
        return QuotationKind.SCARE
    if count >= SPEECH_WORDS:
        built_in = before is not None and before.is_word and not ended
        return QuotationKind.PARTIAL if starts_low or built_in else QuotationKind.SPEECH
    if not spoken or attribution is None:
        alone = len(words) == 1 and ended
        return QuotationKind.SPEECH if alone else QuotationKind.SCARE
    if attribution.side == "left" and attribution.distance > _reach(words, attribution):
        return QuotationKind.SCARE
    modifier = (
        before is not None
        and before.low in _DETERMINERS
        and after is not None
        and after.is_word
        and after.low not in _AFTER
    )
    if modifier and attribution.side != "right" and attribution.distance > 2:
        return QuotationKind.SCARE
    between_names = before is not None and after is not None and before.person and after.person
    if between_names:
        return QuotationKind.SCARE
    return QuotationKind.SPEECH if ended and not starts_low else QuotationKind.PARTIAL


def _cue(words: Sequence[Word], attribution: Attribution | None) -> str:
    """Return the reporting word of an attribution, lower case, where it stands in the sentence."""
    if attribution is None or attribution.cue is None:
        return ""
    return next((word.low for word in words if word.start == attribution.cue[0]), "")


def _reach(words: Sequence[Word], attribution: Attribution) -> int:
    """Return how far from its fragment a reporting verb may stand: farther where it passes judgement."""
    cue = _cue(words, attribution)
    return _FAR if cue in cues() and cues()[cue].base in _JUDGEMENTS else _NEAR


def _title(text: str) -> bool:
    """Whether a stretch is set like the title of a work: every long word with a capital."""
    parts = [part.strip(".,:;!?’'\"") for part in text.split()]
    long_words = [part for part in parts if part and part.lower() not in _SMALL]
    return 2 <= len(long_words) <= 9 and all(part[:1].isupper() or part[:1].isdigit() for part in long_words)

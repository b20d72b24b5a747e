"""Who asks whom, and whose turn it is in an exchange of questions and answers."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_attribution import opening_person
from desktop_app.extract.quotations_cues import cues, singular, speaking_nouns
from desktop_app.extract.quotations_interviews import introduces
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_phrases import Part, is_personal
from desktop_app.extract.quotations_subjects import HE, SHE, personal_after, subject_before
from desktop_app.extract.quotations_verbs import Attribution, reports
from desktop_app.text.lexicons import read_words

_ASKED = frozenset(("asked", "asks", "pressed", "presses", "questioned", "questions"))
_CONTENT = read_words("reporting_grammar.txt", "asked_content")
_QUESTIONERS = read_words("source_nouns.txt", "questioners")
_SHORT = 8
"""Words of the longest answer that is one by its shortness."""


def asked(line: Line) -> tuple[Part, Part | None] | None:
    """Return who asks in a sentence, and who is asked if it is one person: "X asked the dealer why ..."."""
    words = line.words
    if words[0].low in _ASKED and words[1:2] and words[1].low == "by":  # "Asked by X why ..., he replied"
        asker = personal_after(words, 2, len(words))
        return (asker, None) if asker is not None else None
    for at in range(len(words)):
        wondered = tuple(word.low for word in words[at : at + 3]) == ("wanted", "to", "know")
        if not wondered and (words[at].low not in _ASKED or not reports(words, at, 0)):
            continue
        low = next((i + 1 for i in range(at - 1, -1, -1) if words[i].quote >= 0), 0)
        asker = subject_before(words, at, low)
        inverted = asker is None and at == low
        if inverted:
            asker = personal_after(words, at + 1, len(words))
        if asker is None or not is_personal(words, asker):
            continue
        if wondered:
            return asker, None
        start = asker[1] + 1 if inverted else at + 1
        high = next(
            (i for i in range(start, len(words)) if words[i].low in _CONTENT or not words[i].low), len(words)
        )
        if _requested(words, high):
            continue
        listener = personal_after(words, start, high)
        return asker, listener if listener is not None and _one(words, listener) else None
    return None


def _requested(words: Sequence[Word], place: int) -> bool:
    """Whether somebody is asked to do something, not to say something: "asked X to carry out a review"."""
    asked_to = [word.low for word in words[place : place + 2]]
    return asked_to[:1] == ["to"] and asked_to[1:] != [] and asked_to[1] not in cues()


def is_questioner(words: Sequence[Word], asker: Part) -> bool:
    """Whether somebody asks by calling: "the prosecutor", "a reporter"."""
    return any(word.low in _QUESTIONERS for word in words[asker[0] : asker[1] + 1])


def is_short(count: int) -> bool:
    """Whether a quotation of so many words may well be an answer to the question before it."""
    return count <= _SHORT


def _one(words: Sequence[Word], part: Part) -> bool:
    """Whether a listener is one person: a name, "him", "the dealer", but no crowd."""
    inside = words[part[0] : part[1] + 1]
    if any(word.person for word in inside) or inside[0].low in HE | SHE:
        return True
    last = inside[-1].low
    return last in speaking_nouns() and singular(last) == last and last not in cues()


def introduced(paragraphs: Sequence[Sequence[Line]]) -> Attribution | None:
    """Return the person who opens the paragraph that tells of an interview, among those before an answer."""
    for lines in paragraphs:
        found = opening_person(lines[0]) if lines and introduces(lines) else None
        if found is not None and found.speaker is not None:
            end = found.speaker[1]
            if any(word.person and word.end == end for word in lines[0].words):
                return found
    return None

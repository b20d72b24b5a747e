"""What somebody is told, and by whom: "they were told by X: ...", "described by X as ...", "cries of ..."."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_clauses import clause_subject
from desktop_app.extract.quotations_cues import cues
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_phrases import Part
from desktop_app.extract.quotations_subjects import personal_after
from desktop_app.extract.quotations_verbs import Attribution, made, participle
from desktop_app.text.lexicons import read_words

_PASSIVE = read_words("reporting_grammar.txt", "passive")
_TOLD = read_words("reporting_grammar.txt", "told")
_LISTENERS = read_words("reporting_grammar.txt", "listeners")
_NAMING = read_words("reporting_grammar.txt", "naming_verbs")
_AUDIENCE = 5
"""Words of the longest audience and time between a verb and its "that": "told reporters on Monday that"."""

_OUTCRIES = read_words("reporting_grammar.txt", "outcries")


def told_by(line: Line, at: int, low: int, place: int) -> Attribution | None:
    """Return who tells in "they were told by X: ..."; of "they were told ..." and "cries of ..." the word
    alone, since nobody is named.
    """
    words = line.words
    if words[at].low in _OUTCRIES and at + 1 < place and words[at + 1].low == "of" and place - at == 2:
        crowd = clause_subject(words, at - 1) if at > 1 and words[at - 1].low == "with" else None
        if crowd is not None and not any(word.person for word in words[crowd[0] : crowd[1] + 1]):
            return made(line, crowd, (at, at), "left", 1)  # "the fans left with shouts of"
        return Attribution(line.paragraph, None, (words[at].start, words[at].end), "left", 1)
    agent = _agent(words, at, place)
    if agent is not None:
        return made(line, agent, (at, at), "left", back_to(words, "that", place, at))
    if words[at].low not in _TOLD or at <= low:
        return None
    before = at - 2 if words[at - 1].low.endswith("ly") and at - 2 >= low else at - 1
    listened = words[at].low == "told" and before == low and words[before].low in _LISTENERS
    if words[before].low not in _PASSIVE and not listened:
        return None
    if listened and words[at + 1].low in ("of", "about"):
        return Attribution(line.paragraph, None, None, "left", place - at, naming=True)
    return Attribution(line.paragraph, None, (words[at].start, words[at].end), "left", place - at)


def _agent(words: Sequence[Word], at: int, place: int) -> Part | None:
    """Return by whom: "described by X as ...", "was called ... by X"; None where a verb has no such agent."""
    word = words[at]
    if word.low not in cues() or word.name is not None or word.quote >= 0 or not participle(word.low):
        return None
    if at + 1 < place and words[at + 1].low == "by":
        first, high = at + 2, place
    elif (
        place + 2 < len(words)
        and words[place + 1].low == "by"
        and (at == 0 or words[at - 1].low in _PASSIVE or words[at - 1].text == ",")
    ) and (cues()[word.low].base in _NAMING or not _is_reported(words, at)):
        first, high = place + 2, len(words)
    else:
        return None
    return personal_after(words, first, high)


def _is_reported(words: Sequence[Word], at: int) -> bool:
    """Whether a verb stands in a clause that somebody reports: "X said that it was accepted"."""
    opened = next((i for i in range(at - 1, 0, -1) if words[i].low == "that" or words[i].quote >= 0), 0)
    told = words[max(0, opened - _AUDIENCE) : opened] if words[opened].low == "that" else ()
    return any(word.low in cues() and word.name is None and cues()[word.low].strong for word in told)


def back_to(words: Sequence[Word], opener: str, place: int, at: int) -> int:
    """Return how many words a quotation stands behind what opens its clause, or else behind its verb."""
    return place - next((i for i in range(place - 1, at, -1) if words[i].low == opener), at)

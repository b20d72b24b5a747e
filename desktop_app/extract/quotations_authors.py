"""Who stands behind "the letter said": the one whom the article told to have written or sent it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop_app.extract.quotations_clauses import clause_subject
from desktop_app.extract.quotations_cues import singular
from desktop_app.extract.quotations_lines import POSSESSIVES, Line, Word
from desktop_app.extract.quotations_verbs import reports
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words

_AUTHORED = read_words("source_nouns.txt", "authored")
_SENT = read_words("reporting_grammar.txt", "issued") | {"wrote", "writes", "penned", "delivered", "shared"}
_WRITTEN = read_words("reporting_grammar.txt", "sent")
_BY = frozenset(("from", "by"))
_OWN = frozenset(("his", "her"))
_BEHIND = 6
"""Words behind a letter among which its writer is named: "a letter to staff signed by X"."""

_INSIDE = 4
"""Words between "in a" and the letter: "in a strongly worded letter"."""

_BACK = 4
"""Paragraphs back to where a letter is told of first."""


def author(
    lines: Sequence[Sequence[Line]],
    words: Sequence[Word],
    paragraph: int,
    person: Callable[[Word], str | None],
) -> str | None:
    """Return the name of who wrote what is printed as ``words`` ("the letter"), None where it is not told.

    ``lines`` are the sentences of each paragraph; only what stands in front of the words is read.
    ``person`` gives the name behind "his" and "her".
    """
    noun = singular(words[-1].low)
    if words[0].low not in ("the", "this") or len(words) > 3 or noun not in _AUTHORED:
        return None
    for index in range(paragraph, max(-1, paragraph - _BACK - 1), -1):
        for line in reversed(lines[index]):
            if index == paragraph and line.words[0].start >= words[0].start:
                continue
            for place, word in enumerate(line.words):
                before = index < paragraph or word.start < words[0].start
                if before and singular(word.low) == noun and not reports(line.words, place, 0):
                    owned = next(
                        (w for w in line.words[max(0, place - _INSIDE) : place] if w.low in _OWN), None
                    )
                    told = person(owned) if owned is not None else _author_at(line.words, place)
                    if told is not None or line.words[max(0, place - 1)].low in ("a", "an"):
                        return told
    return None


def _author_at(words: Sequence[Word], place: int) -> str | None:
    """Return the name of who wrote the letter that is told of at a place."""
    if place > 1 and words[place - 1].text in POSSESSIVES:
        return _name(words[place - 2])
    for at in range(place + 1, min(len(words) - 1, place + _BEHIND)):
        near = at == place + 1 or words[at - 1].low in _WRITTEN or words[at].low == "from"
        if near and words[at].low in _BY:
            return next((_name(w) for w in words[at + 1 : at + _BEHIND] if _name(w) is not None), None)
    near_by = range(place - 1, max(-1, place - _INSIDE), -1)
    opened = next((at for at in near_by if words[at].low == "in"), None)
    sent = next((at for at in range(place - 1, 0, -1) if words[at].low in _SENT), None)
    told = [at for at in range(len(words)) if reports(words, at, 0)] if opened is not None else []
    if sent is None and not told:
        return None
    rest = words[place + 1 :] if opened == 0 else words  # "In a letter, X said"
    subject = clause_subject(rest, (told[0] if told else sent or 0) - len(words) + len(rest))
    if subject is None:
        return None
    inside = rest[subject[0] : subject[1] + 1]
    return next((_name(word) for word in reversed(inside) if _name(word) is not None), None)


def _name(word: Word) -> str | None:
    speaks = word.name is not None and word.name.entity.type in (EntityType.PERSON, EntityType.ORG)
    return word.name.entity.name if speaks and word.name is not None else None

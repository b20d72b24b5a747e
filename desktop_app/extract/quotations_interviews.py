"""Interviews: answers in quotation marks to questions that the writer prints without any."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_lines import Line

_TALKS = frozenset(("spoke", "speaks", "talks", "talked", "tells", "told", "explains", "answers", "reflects"))
_TALKED_TO = frozenset(("to", "with", "us", "me", "why", "how", "our", "about", "on"))
_ADDRESSED = frozenset(("you", "your", "yours", "yourself"))


def puts_question(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph puts a question, or a statement, to somebody: "What next?", "You left Rome."

    It holds no quotation, so that the writer speaks.
    """
    if not paragraph or any(word.quote >= 0 for line in paragraph for word in line.words):
        return False
    if paragraph[-1].words[-1].text == "?":
        return True
    return any(word.low in _ADDRESSED for line in paragraph for word in line.words)


def introduces(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph of the writer tells that somebody gives an interview: "She spoke to Tom Lee." """
    words = [word for line in paragraph for word in line.words]
    if any(word.quote >= 0 for word in words):
        return False
    talks = (at for at, word in enumerate(words[:-1]) if word.low in _TALKS)
    return is_interview(paragraph) or any(words[at + 1].low in _TALKED_TO for at in talks)


def ends_in_question(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph of the writer closes with a question, whatever it quotes before."""
    return bool(paragraph) and paragraph[-1].words[-1].text == "?" and paragraph[-1].words[-1].quote < 0


def is_interview(heading: Sequence[Line]) -> bool:
    """Whether a heading calls what follows an interview: "The big interview: ..."."""
    return any(word.low in ("interview", "q&a") for line in heading for word in line.words)

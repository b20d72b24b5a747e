"""Indirect speech with a clear reporting verb: "The mayor said the bridge would close"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.extract.quotations_cues import body_nouns, cues, speaking_nouns
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_phrases import is_personal
from desktop_app.extract.quotations_subjects import subject_after, subject_before
from desktop_app.extract.quotations_verbs import reports
from desktop_app.model import Article, Progress, no_progress, watched
from desktop_app.text.lexicons import read_words

_MOST = 400
"""Words of the longest sentence that is read."""

_LEAST = 4
"""Words of the shortest statement that counts."""

_THAT_NEAR = 9
"""Words behind a reporting verb among which its "that" stands."""

_TO_SOMEBODY = frozenset(("tell", "remind", "inform", "assure"))
_AUDIENCE = read_words("reporting_grammar.txt", "audience")
_ASIDES = read_words("reporting_grammar.txt", "aside_words")
_TIMES = frozenset(("on", "in", "during", "last", "yesterday"))
_OCCASIONS = frozenset(("week", "month", "year", "statement", "interview"))
_OBJECTS = read_words("reporting_grammar.txt", "objects")
_NOT_AFTER = read_words("reporting_grammar.txt", "not_after")
_WITHOUT_THAT = read_words("reporting_grammar.txt", "without_that")
_REPORTING = read_words("reporting_grammar.txt", "reporting")
_NO_SOURCE = read_words("reporting_grammar.txt", "no_source")
"""What things happen according to without anybody saying so."""


@dataclass(frozen=True, slots=True)
class Report:
    """A sentence that reports speech: speaker, reporting word and statement, as offsets in its paragraph."""

    line: Line
    speaker: tuple[int, int]
    cue: tuple[int, int]
    start: int
    end: int


def find_reports(
    article: Article, lines: Sequence[Sequence[Line]], progress: Progress = no_progress
) -> list[Report]:
    """Return the reporting sentences of an article in reading order, at most one a sentence."""
    found: list[Report] = []
    for paragraph in watched(progress, article.paragraphs, "Finding quotations"):
        if paragraph.kind.linkable:
            for line in lines[paragraph.index]:
                report = _report(line)
                if report is not None:
                    found.append(report)
    return found


def _report(line: Line) -> Report | None:
    words = line.words
    if len(words) > _MOST:
        return None  # no sentence of prose
    return _according(line) or next(
        (
            report
            for at in range(len(words))
            if reports(words, at, 0) and _clear(words, at)
            for report in [_any_order(line, at)]
            if report is not None
        ),
        None,
    )


def _any_order(line: Line, at: int) -> Report | None:
    words = line.words
    follows = words[at + 1].low if at + 1 < len(words) else ""
    if follows in ("on", "in", "at", "to", ""):
        return _closing(line, at) or _leading(line, at) or _inverted(line, at)
    return _leading(line, at) or _closing(line, at) or _inverted(line, at)


def _clear(words: Sequence[Word], at: int) -> bool:
    """Whether the reporting verb at a place surely reports: strong, or with "that" behind a source."""
    cue = cues()[words[at].low]
    before = {word.low for word in words[max(0, at - 3) : at]}
    if words[at].low.endswith("ing") or before & {"not", "n't", "never", "who", "declined"}:
        return False
    follows = words[at + 1].low if at + 1 < len(words) else ""
    if cue.strong and cue.base in _WITHOUT_THAT:
        return True
    if cue.strong:
        return any(word.low == "that" for word in words[at + 1 : at + 8]) or (
            at > 2 and words[at - 1].text != ","
        )
    if cue.base not in _REPORTING:
        return False
    if follows == "that":
        return not cue.nounlike or (at > 0 and _is_source(words[at - 1]))
    return follows in ("", ".") and at > 0 and _is_source(words[at - 1])


def _is_source(word: Word) -> bool:
    """Whether a word is the name of somebody who may speak, or a noun for one."""
    return word.name is not None or word.low in speaking_nouns() or word.low in body_nouns()


def _leading(line: Line, at: int) -> Report | None:
    """SUBJECT CUE (to whom) (that) STATEMENT."""
    words = line.words
    subject = subject_before(words, at, 0)
    if subject is None or not is_personal(words, subject) or words[subject[0]].low == "who":
        return None
    start = at + 1
    if start < len(words) and words[start].low in _NOT_AFTER:
        return None
    if [word.low for word in words[start : start + 2]] == ["on", "condition"]:
        return None
    addressed = cues()[words[at].low].base in _TO_SOMEBODY
    told = _after_listener(words, start) if addressed else _after_aside(words, start)
    if told is None:
        return None
    if told < len(words) and words[told].low == "that":
        told += 1
    if told < len(words) and words[told].text in (":", ","):
        told += 1
    return _made(line, subject, at, told, len(words))


def _after_listener(words: Sequence[Word], start: int) -> int | None:
    """Return where a statement begins behind "told": at its "that" or after who was told; else None."""
    that = _that(words, start, _THAT_NEAR + 1)
    if that is not None:
        return that
    place = start
    while place < len(words) and (words[place].low in _OBJECTS or words[place].name is not None):
        place += 1
    if place == start and place < len(words) and words[place].low in _AUDIENCE:
        place += 1
    return place if place > start else None


def _after_aside(words: Sequence[Word], start: int) -> int:
    """Return where a statement begins behind "said", after when or where: "on Monday that ..."."""
    that = _that(words, start, _THAT_NEAR)
    if that is not None and words[start].low in _ASIDES:
        return that
    timed = start < len(words) and (words[start].low in _TIMES or words[start].low.endswith("day"))
    return _after_time(words, start) if timed else start


def _that(words: Sequence[Word], start: int, reach: int) -> int | None:
    return next((i for i in range(start, min(len(words), start + reach)) if words[i].low == "that"), None)


def _after_time(words: Sequence[Word], start: int) -> int:
    """Return the place behind the time or occasion that opens at ``start``, else ``start``."""
    for place in range(start, min(len(words), start + 4)):
        if words[place].low.endswith("day") or words[place].low in _OCCASIONS:
            return place + 1
    return start


def _closing(line: Line, at: int) -> Report | None:
    """STATEMENT, SUBJECT CUE."""
    words = line.words
    subject = subject_before(words, at, 0)
    if subject is None or subject[0] < _LEAST or words[subject[0] - 1].text != ",":
        return None
    if not is_personal(words, subject):
        return None
    rest = [word for word in words[at + 1 :] if word.is_word]
    if len(rest) > 10 or any(word.quote >= 0 for word in words):
        return None
    return _made(line, subject, at, 0, subject[0] - 1)


def _inverted(line: Line, at: int) -> Report | None:
    """STATEMENT, said SUBJECT; or a statement that is interrupted so."""
    words = line.words
    cue = cues()[words[at].low]
    if at < 2 or words[at - 1].text != "," or not cue.strong or cue.base in _TO_SOMEBODY:
        return None
    subject = subject_after(words, at + 1, len(words))
    if subject is None or not is_personal(words, subject) or any(word.quote >= 0 for word in words):
        return None
    if at - 1 >= _LEAST:
        return _made(line, subject, at, 0, at - 1)
    if subject[1] + 1 < len(words):
        return _made(line, subject, at, 0, len(words))
    return None


def _according(line: Line) -> Report | None:
    """According to SUBJECT, STATEMENT; or STATEMENT, according to SUBJECT."""
    words = line.words
    for at in range(len(words) - 2):
        if (words[at].low, words[at + 1].low) not in (("according", "to"), ("as", "per")):
            continue
        subject = subject_after(words, at + 2, len(words))
        if subject is None or words[subject[1]].low in _NO_SOURCE:
            continue
        if at == 0:
            comma = next(
                (i for i in range(subject[1], min(len(words), subject[1] + 12)) if words[i].text == ","), None
            )
            if comma is not None:
                return _made(line, subject, (0, 1), comma + 1, len(words))
        elif at >= _LEAST:
            end = at - 1 if words[at - 1].text == "," else at
            return _made(line, subject, (at, at + 1), 0, end)
    return None


def _made(
    line: Line, subject: tuple[int, int], cue: int | tuple[int, int], start: int, end: int
) -> Report | None:
    """Return the report of the words from ``start`` up to ``end``, None where they are too few."""
    words = line.words
    first, last = (cue, cue) if isinstance(cue, int) else cue
    while start < end and not (words[start].is_word or words[start].quote >= 0):
        start += 1
    while end > start and not (words[end - 1].is_word or words[end - 1].quote >= 0):
        end -= 1
    if (
        sum(word.is_word for word in words[start:end]) + 4 * any(w.quote >= 0 for w in words[start:end])
        < _LEAST
    ):
        return None
    return Report(
        line,
        (words[subject[0]].start, words[subject[1]].end),
        (words[first].start, words[last].end),
        words[start].start,
        words[end - 1].end,
    )

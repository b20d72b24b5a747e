"""Speaker and reporting word in front of a quotation: X said: "..."; X called it "..."."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import cues, foreign_cues, naming_words
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_sources import source_phrase
from desktop_app.extract.quotations_subjects import PRONOUNS, Part, is_personal, subject_after, subject_before
from desktop_app.extract.quotations_verbs import PARTICIPLES, Attribution, made, reports
from desktop_app.text.lexicons import read_words

_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")


def look_left(line: Line, place: int) -> Attribution | None:
    """Return the attribution in front of a quotation."""
    words = line.words
    low = next((i + 1 for i in range(place - 1, -1, -1) if words[i].quote >= 0), 0)
    if low and place - low <= 3 and all(words[i].low in ("and", ",", "or", "but") for i in range(low, place)):
        return None  # "X" and "Y": shares the attribution of the first
    if place > low and words[place - 1].text == ":":
        spoken = _before_colon(line, place, low)
        if spoken is not None:
            return spoken
    if place >= low + 2 and words[place - 1].text == "(" and words[place - 2].person:
        name = words[place - 2].name  # "Mr Webb (“I have never been so cold”) was rescued"
        first = next(at for at in range(low, place) if words[at].name is name)
        return made(line, _with_title(words, first, place - 2, low), None, "left", 1)
    source = source_phrase(words, low, place)
    if source is not None and place - source[1][1] <= 2:
        return made(line, source[1], source[0], "left", place - source[1][1])
    naming = any(word.low in naming_words() for word in words[max(low, place - 3) : place])
    for at in range(place - 1, low - 1, -1):
        word = words[at]
        if word.text in (";",) or (word.text in (".", "!", "?") and at < place - 1):
            break
        if (
            word.low in _SPEECH_NOUNS
            and at >= 2
            and words[at - 1].text in ("'s", "’s", "’")
            and words[at - 2].name
        ):
            start = at - 2
            while start > low and words[start - 1].name is words[start].name:
                start -= 1
            if place - at <= 8:
                return made(line, _with_title(words, start, at - 2, low), (at, at), "left", place - at)
        if not reports(words, at, low):
            continue
        subject = _left_subject(words, at, low)
        abroad = words[at].low in foreign_cues()  # "den Plan nannte X"
        if subject is None and at + 1 < place and (at == low or words[at - 1].text == "," or abroad):
            subject = subject_after(words, at + 1, place)  # "it is now, says X, ..."
            if subject is not None and not is_personal(words, subject):
                subject = None
        if subject is None:
            continue
        right_after = low and words[low].text == "," and subject[0] <= low + 1
        opens = words[place - 1].text in (",", ":") or place - at <= 2
        if right_after and words[at].low not in PARTICIPLES and not opens:
            continue  # the words after a quotation report that one
        that = next((i for i in range(place - 1, at, -1) if words[i].low == "that"), at)
        found = made(line, subject, (at, at), "left", place - that)
        return Attribution(found.paragraph, found.speaker, found.cue, "left", found.distance, naming)
    if source is not None and not naming:
        return made(line, source[1], source[0], "left", place - source[1][1])
    if low == 0 or naming:
        return Attribution(line.paragraph, None, None, "left", 0, naming) if naming else None
    return None


def _left_subject(words: Sequence[Word], at: int, low: int) -> Part | None:
    if words[at].low in PARTICIPLES:
        for earlier in range(at - 1, -1, -1):
            if reports(words, earlier, 0) and words[earlier].low not in PARTICIPLES:
                subject = subject_before(words, earlier, 0)
                if subject is None and earlier + 1 < at:
                    subject = subject_after(words, earlier + 1, at)
                if subject is not None:
                    return subject
        return _sentence_subject(words, at)
    cue = cues()[words[at].low]
    if cue.nounlike:
        before = words[at - 1] if at else None
        if before is None or not (before.low in PRONOUNS or before.name is not None):
            return None
    return subject_before(words, at, low)


def _sentence_subject(words: Sequence[Word], high: int) -> Part | None:
    for place in range(min(high, 12)):
        word = words[place]
        if word.low in PRONOUNS and word.low not in ("it", "who"):
            return (place, place)
        if word.name is not None and word.name.entity.type.value in ("PERSON", "ORG", "NORP", "GPE"):
            if place and words[place - 1].low in (
                "of",
                "for",
                "to",
                "in",
                "on",
                "at",
                "by",
                "with",
                "from",
                "after",
            ):
                continue
            end = place
            while end + 1 < high and words[end + 1].name is word.name:
                end += 1
            return _with_title(words, place, end, 0)
    return None


def _with_title(words: Sequence[Word], start: int, end: int, low: int) -> Part:
    while start > low and words[start - 1].low in (
        "mr",
        "mrs",
        "ms",
        "dr",
        "sir",
        "lady",
        "lord",
        "prof",
        "judge",
        "president",
    ):
        start -= 1
    return (start, end)


def _before_colon(line: Line, place: int, low: int) -> Attribution | None:
    """Find "X said in a statement:", "X:" and their kin right before a quotation."""
    words = line.words
    verbs = cues()
    for at in range(place - 2, low - 1, -1):
        if reports(words, at, low) and not verbs[words[at].low].nounlike:
            subject = _left_subject(words, at, low)
            if subject is not None:
                return made(line, subject, (at, at), "left", place - at)
    subject = subject_before(words, place - 1, low) if place - 1 - low <= 8 else None
    if subject is None or subject[0] != low:
        subject = _sentence_subject(words, place - 1)  # "She is clear about it: ..."
    return made(line, subject, None, "left", 1) if subject is not None else None

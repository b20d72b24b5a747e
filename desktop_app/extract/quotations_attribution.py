"""Speaker and reporting word of a quotation, from the sentence around it.

The order of the rules follows what was found to matter most on public sets of attributed quotations: look
right where the quotation ends in a comma, question or exclamation mark, otherwise left first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.extract.quotations_cues import (
    Cue,
    body_nouns,
    cues,
    foreign_cues,
    naming_words,
    people_nouns,
)
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_sources import source_phrase
from desktop_app.extract.quotations_subjects import PRONOUNS, Part, is_personal, subject_after, subject_before
from desktop_app.text.lexicons import function_words, read_words

_REACH = 26
"""Words after a quotation among which its reporting verb may stand."""

_TAIL = 12
"""Words that may follow a reporting verb that closes the sentence of a quotation without comma."""

_CALLING = 4
"""Words of the longest calling in front of a name: "former deputy fire chief"."""

_PARTICIPLES = read_words("reporting_grammar.txt", "participles")
_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_BEFORE_PARTICIPLE = frozenset(
    (",", "as", "—", "–", "-", "by", "and", "", "he", "she", "they", "it", "is", "was", "were", "are")
)
_HAVE_ABROAD = frozenset(("a", "ont", "ha", "han", "hat", "haben"))
_WITH_BACK = frozenset(("shot", "shoots", "hit", "hits", "fired", "fires"))
"""Report speech only with "back"."""

_PASSIVE = read_words("reporting_grammar.txt", "passive")


@dataclass(frozen=True, slots=True)
class Attribution:
    """The speaker's and the reporting word's offsets in a paragraph; each None where there is none.

    ``side`` tells where it was found ("left", "right" or ""), ``distance`` how many words lie between.
    """

    paragraph: int
    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    side: str = ""
    distance: int = 0
    naming: bool = False


def attribute(line: Line, place: int, text: str, *, closes_sentence: bool = False) -> Attribution | None:
    """Return the attribution of the quotation at ``place`` of its sentence, or None.

    ``text`` is what stands inside the marks, ``closes_sentence`` whether it ends in a full stop.
    """
    words = line.words
    ends = text.rstrip().rstrip("’'”\"»")[-1:]
    after = words[place + 1].text if place + 1 < len(words) else ""
    looks_right = ends in ",?!—–-…" or after in ("—", "–", "-") or (after == "," and ends != ".")
    right = _right(line, place, open_end=not (looks_right or closes_sentence))
    left = _left(line, place)
    if looks_right and right is not None:
        return right
    if left is not None and (right is None or not _weak(left, words)):
        return left
    return right or left


def _weak(attribution: Attribution, words: Sequence[Word]) -> bool:
    if attribution.cue is None:
        return True
    cue = next(word for word in words if word.start == attribution.cue[0])
    return not cues().get(cue.low, Cue("", True, False)).strong and attribution.distance > 3


# To the right ------------------------------------------------------------------------------------------


def _right(line: Line, place: int, *, open_end: bool) -> Attribution | None:
    words = line.words
    high = next((i for i in range(place + 1, len(words)) if words[i].quote >= 0), len(words))
    first = place + 1
    while first < high and words[first].text in (",", "—", "–", "-", ";"):
        first += 1
    if first >= high:
        return None
    source = source_phrase(words, first, high)
    if source is not None:
        return _made(line, source[1], source[0], "right", source[0][0] - place)
    verbs = cues()
    if first + 1 < high and words[first].low in _HAVE_ABROAD and words[first + 1].low in foreign_cues():
        first += 1  # "a déclaré X"
    head = words[first]
    hyphened = _hyphened(line, first)
    if hyphened is not None:
        return hyphened
    if head.low in verbs and not verbs[head.low].nounlike and head.name is None and not open_end:
        subject = subject_after(words, first + 1, high)
        if subject is not None and (verbs[head.low].strong or is_personal(words, subject)):
            return _made(line, subject, (first, first), "right", 1)
    if open_end:
        return _closing_clause(line, place, first, high)
    for at in range(first + 1, min(high, first + _REACH)):
        if not _reports(words, at, first):
            continue
        subject = subject_before(words, at, first, lenient=True)
        if subject is None:
            continue
        if _titles_between(words, first, subject[0]):
            subject = (first, subject[1])  # "Lt. Col. X told"
        explained = words[at - 1].text == "," and words[subject[0] - 1].text == ","  # "the mayor, X, said"
        if subject[0] != first and not explained and not _only_between(words, first, subject[0]):
            if at + 1 < high and words[at].low in verbs:  # "on Monday, said X"
                continue
            continue
        return _made(line, subject, (at, at), "right", at - place)
    for at in range(first + 1, min(high, first + 8)):  # "in a statement on Monday, said X"
        if words[at - 1].text == "," and words[at].low in verbs and verbs[words[at].low].strong:
            subject = subject_after(words, at + 1, high)
            if subject is not None and is_personal(words, subject):
                return _made(line, subject, (at, at), "right", at - place)
    return None


def _hyphened(line: Line, place: int) -> Attribution | None:
    """Return the attribution of French "dit-elle" and "a-t-il déclaré"."""
    word = line.words[place]
    verb, hyphen, pronoun = word.low.rpartition("-")
    if not hyphen or pronoun not in ("il", "elle", "ils", "elles"):
        return None
    speaker = word.end - len(pronoun), word.end
    following = line.words[place + 1] if place + 1 < len(line.words) else None
    if verb.removesuffix("-t") in foreign_cues():
        return Attribution(line.paragraph, speaker, (word.start, word.start + len(verb)), "right", 1)
    if following is not None and following.low in foreign_cues():
        return Attribution(line.paragraph, speaker, (following.start, following.end), "right", 1)
    return None


def _closing_clause(line: Line, place: int, first: int, high: int) -> Attribution | None:
    """Find ", X said" at the end of the sentence of a quotation that is part of the sentence."""
    words = line.words
    for at in range(high - 1, first, -1):
        if not _reports(words, at, first) or high - at > _TAIL:
            continue
        subject = subject_before(words, at, first)
        closes = words[high - 1].text not in (":", ",")
        if subject is not None and subject[0] > first and words[subject[0] - 1].text == "," and closes:
            return _made(line, subject, (at, at), "right", at - place)
        if words[at - 1].text == ",":
            after = subject_after(words, at + 1, high)
            if after is not None and is_personal(words, after) and cues()[words[at].low].strong:
                return _made(line, after, (at, at), "right", at - place)
    return None


def _only_between(words: Sequence[Word], first: int, subject: int) -> bool:
    """Whether nothing but a conjunction or adverb stands between the quotation and the subject."""
    return all(word.low in ("and", "but", "then", "so", "as", "or", "yet") for word in words[first:subject])


def _titles_between(words: Sequence[Word], first: int, subject: int) -> bool:
    """Whether nothing but a title or a calling stands between the quotation and a person: "Lt. Col.",
    "mail sorter".
    """
    person = next((place for place in range(subject, len(words)) if words[place].name is not None), first)
    while first + 1 < person and words[first].name is not None:
        first += 1  # "Labour’s Jill Abbott"
    if words[first].text in ("'s", "’s"):
        first += 1
    titles = words[first:person]
    if not words[person].person or any(word.name is not None for word in titles):
        return False
    shortened = all(word.text == "." or word.text[:1].isupper() for word in titles)
    calling = len(titles) <= _CALLING and all(
        word.is_word and word.low not in function_words() and word.low not in cues() for word in titles
    )
    return shortened or (calling and not titles[-1].low.endswith("ly"))


# To the left -------------------------------------------------------------------------------------------


def _left(line: Line, place: int) -> Attribution | None:
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
        return _made(line, _with_title(words, first, place - 2, low), None, "left", 1)
    source = source_phrase(words, low, place)
    if source is not None and place - source[1][1] <= 2:
        return _made(line, source[1], source[0], "left", place - source[1][1])
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
                return _made(line, _with_title(words, start, at - 2, low), (at, at), "left", place - at)
        if not _reports(words, at, low):
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
        if right_after and words[at].low not in _PARTICIPLES and not opens:
            continue  # the words after a quotation report that one
        that = next((i for i in range(place - 1, at, -1) if words[i].low == "that"), at)
        found = _made(line, subject, (at, at), "left", place - that)
        return Attribution(found.paragraph, found.speaker, found.cue, "left", found.distance, naming)
    if source is not None and not naming:
        return _made(line, source[1], source[0], "left", place - source[1][1])
    if low == 0 or naming:
        return Attribution(line.paragraph, None, None, "left", 0, naming) if naming else None
    return None


def _left_subject(words: Sequence[Word], at: int, low: int) -> Part | None:
    if words[at].low in _PARTICIPLES:
        for earlier in range(at - 1, -1, -1):
            if _reports(words, earlier, 0) and words[earlier].low not in _PARTICIPLES:
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
        if _reports(words, at, low) and not verbs[words[at].low].nounlike:
            subject = _left_subject(words, at, low)
            if subject is not None:
                return _made(line, subject, (at, at), "left", place - at)
    subject = subject_before(words, place - 1, low) if place - 1 - low <= 8 else None
    if subject is None or subject[0] != low:
        subject = _sentence_subject(words, place - 1)  # "She is clear about it: ..."
    return _made(line, subject, None, "left", 1) if subject is not None else None


def opening_person(line: Line) -> Attribution | None:
    """Return the person or office that opens a sentence, as the one who goes on to speak."""
    words = line.words
    subject = subject_after(words, 0, min(len(words), 14))
    if subject is None or not is_personal(words, subject):
        return None
    inside = words[subject[0] : subject[1] + 1]
    person = next((word for word in inside if word.person), None)
    if person is not None and person.name is not None:
        return Attribution(line.paragraph, (inside[0].start, person.name.end), None)
    if inside[0].low in ("he", "she"):
        return Attribution(line.paragraph, (inside[0].start, inside[0].end), None)
    office = next((word for word in inside if word.low in people_nouns()), None)
    if inside[0].low != "the" or office is None:
        return None
    return Attribution(line.paragraph, (inside[0].start, office.end), None)


# Shared ------------------------------------------------------------------------------------------------


def reports(words: Sequence[Word], at: int, low: int) -> bool:
    """Whether the word at a place is a reporting verb in active use."""
    return _reports(words, at, low)


def _reports(words: Sequence[Word], at: int, low: int) -> bool:
    word = words[at]
    if word.quote >= 0 or word.name is not None or word.low not in cues() or word.text.isupper():
        return False
    if word.low in foreign_cues():
        return True
    if word.low in _WITH_BACK:
        return at + 1 < len(words) and words[at + 1].low == "back"
    before = words[at - 1].low if at > low else ""
    if before in _PASSIVE or (
        before and at - 1 > low and words[at - 2].low in _PASSIVE and before.endswith("ly")
    ):
        return word.low in _PARTICIPLES
    if before in (
        "to",
        "the",
        "a",
        "an",
        "his",
        "her",
        "its",
        "their",
        "of",
        "this",
        "that",
        "'s",
        "’s",
        "in",
        "for",
        "with",
        "no",
    ):
        return False
    if word.low.endswith("ing") and before not in _BEFORE_PARTICIPLE:
        earlier = words[at - 1] if at > low else None
        return earlier is not None and (earlier.quote >= 0 or earlier.low in body_nouns())
    return not (before in ("'s", "’s", "’") and cues()[word.low].nounlike)


def _made(line: Line, subject: Part, cue: Part | None, side: str, distance: int) -> Attribution:
    words = line.words
    return Attribution(
        line.paragraph,
        (words[subject[0]].start, words[subject[1]].end),
        (words[cue[0]].start, words[cue[1]].end) if cue else None,
        side,
        distance,
    )

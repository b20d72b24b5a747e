"""Speaker and reporting word of a quotation, from the sentence around it.

The order of the rules follows what was found to matter most on public sets of attributed quotations: look
right where the quotation ends in a comma, question or exclamation mark, otherwise left first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.extract.quotations_cues import Cue, cues, document_nouns, people_nouns
from desktop_app.extract.quotations_left import look_left
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_right import look_right
from desktop_app.extract.quotations_subjects import is_personal, subject_after
from desktop_app.extract.quotations_verbs import Attribution, made
from desktop_app.text.lexicons import read_words

_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_POINTING = frozenset(("that", "those", "these", "this", "such", "it", "the"))


def attribute(line: Line, place: int, text: str, *, closes_sentence: bool = False) -> Attribution | None:
    """Return the attribution of the quotation at ``place`` of its sentence, or None.

    ``text`` is what stands inside the marks, ``closes_sentence`` whether it ends in a full stop.
    """
    words = line.words
    ends = text.rstrip().rstrip("’'”\"»")[-1:]
    after = words[place + 1].text if place + 1 < len(words) else ""
    looks_right = ends in ",?!—–-…" or after in ("—", "–", "-") or (after == "," and ends != ".")
    right = look_right(line, place, open_end=not (looks_right or closes_sentence))
    left = look_left(line, place)
    if left is not None and left.naming and right is not None:
        right = replace(right, naming=True)
    if looks_right and right is not None:
        return left if _left_is_nearer(left, right, words, place, ends) else right
    if left is not None and left.speaker is None and right is not None:
        return right
    if left is not None and (right is None or not _weak(left, words)):
        return left
    return right or left


def _left_is_nearer(
    left: Attribution | None, right: Attribution, words: Sequence[Word], place: int, ends: str
) -> bool:
    """Whether the left tells who uttered a fragment and the right only goes on with the sentence, or only
    names the paper that tells so: 'He agreed it was "a toy", but said ...', '..., court records show'.
    """
    if left is None or left.speaker is None or left.cue is None or left.distance > 4 or ends in ",?!—–-…":
        return False
    if right.speaker is None or right.speaker[0] < words[place].start:
        return True
    inside = [word for word in words if right.speaker[0] <= word.start < right.speaker[1]]
    return not any(word.person for word in inside) and any(word.low in document_nouns() for word in inside)


def _weak(attribution: Attribution, words: Sequence[Word]) -> bool:
    if attribution.cue is None:
        return True
    cue = next(word for word in words if word.start == attribution.cue[0])
    return not cues().get(cue.low, Cue("", True, False)).strong and attribution.distance > 3


def opening_person(line: Line) -> Attribution | None:
    """Return the person or office that opens a sentence, as the one who goes on to speak."""
    words = line.words
    first = 1 if words[0].low == "for" else 0  # "For X, a teacher, the answer is simple."
    subject = subject_after(words, first, min(len(words), 14))
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


def credited_after(line: Line) -> Attribution | None:
    """Return who is credited by the sentence behind a quotation: "Those were the words of X", "So says X"."""
    words = line.words
    if len(words) > 2 and words[0].low in ("so", "thus") and words[1].low in cues():
        subject = subject_after(words, 2, len(words))
        if subject is not None and is_personal(words, subject):
            return made(line, subject, (1, 1), "right", 1)
    if words[0].low not in _POINTING or (words[0].low == "the" and words[1:2] and words[1].low != "words"):
        return None
    for at in range(2, min(len(words) - 2, 9)):
        spoken = words[at].low in _SPEECH_NOUNS or (words[at].low == "those" and words[0].low == "the")
        if spoken and words[at + 1].low in ("of", "from"):
            subject = subject_after(words, at + 2, len(words))
            if subject is not None and is_personal(words, subject):
                return made(line, subject, (at, at), "right", 1)
    return None

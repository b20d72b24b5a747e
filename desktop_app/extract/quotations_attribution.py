"""Speaker and reporting word of a quotation, from the sentence around it.

The order of the rules follows what was found to matter most on public sets of attributed quotations: look
right where the quotation ends in a comma, question or exclamation mark, otherwise left first.
"""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import Cue, cues, people_nouns
from desktop_app.extract.quotations_left import look_left
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_right import look_right
from desktop_app.extract.quotations_subjects import is_personal, subject_after
from desktop_app.extract.quotations_verbs import Attribution


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

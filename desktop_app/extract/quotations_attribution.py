"""Speaker and reporting word of a quotation, from the sentence around it.

The order of the rules follows what was found to matter most on public sets of attributed quotations: look
right where the quotation ends in a comma, question or exclamation mark, otherwise left first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop_app.extract.quotations_cues import Cue, body_nouns, cues, document_nouns, speaking_nouns
from desktop_app.extract.quotations_left import ISSUED, look_left
from desktop_app.extract.quotations_lines import Line, Word
from desktop_app.extract.quotations_marks import last_mark
from desktop_app.extract.quotations_owners import owner_of
from desktop_app.extract.quotations_phrases import is_personal
from desktop_app.extract.quotations_right import look_right
from desktop_app.extract.quotations_subjects import personal_after, subject_before
from desktop_app.extract.quotations_verbs import Attribution, made, reports
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words

_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_GIVES = frozenset(("gave", "gives", "give", "giving", "her", "his", "first", "only", "with"))
_GIVEN = 16
"""Words behind an unnamed speaker among which the given name stands."""

_CLAUSE = 8
"""Words between a reporting verb and its fragment at most where a paper is named behind it."""

_PLAIN = 16
"""Words of the longest sentence that only says who has just spoken."""

_SHORT = 12
"""Words of the longest sentence that ends in who says something: "Not so, says X."."""

_ASIDES = frozenset((".", "in", "on", "at", "during", "after"))
_LEADING = frozenset(
    ("for", "and", "but", "yet", "then", "now", "still", "so", "meanwhile", "later", "today")
)
_COORDINATE = frozenset(("and", "but", "while", "whereas", "yet"))
_WHILE = frozenset(
    ("asked", "told", "pressed", "questioned", "when", "while", "as", "after", "before", "once")
)
_NAMED = frozenset(("named", "identified", "known"))
_PAPERS = document_nouns() | {"audit", "study", "survey", "review", "inquiry"}
_HE_OR_SHE = frozenset(("he", "she"))
_LINKS = read_words("reporting_grammar.txt", "links") | {"and", "or", "who", "whose"}
_SOMEBODY = frozenset(("the", "a", "an", "one", "another"))
_POINTING = frozenset(("that", "those", "these", "this", "such", "it", "the"))


def attribute(line: Line, place: int, text: str) -> Attribution | None:
    """Return the attribution of the quotation at ``place`` of its sentence, or None.

    ``text`` is what stands inside the marks.
    """
    found = _attribution(line, place, last_mark(text))
    return _by_given_name(line, found) if found is not None else None


def _attribution(line: Line, place: int, ends: str) -> Attribution | None:
    """Return the likelier one of the attributions left and right of a quotation; a mark ``ends`` it."""
    words = line.words
    after = words[place + 1].text if place + 1 < len(words) else ""
    if place + 1 < len(words) and words[place + 1].low in ("was", "is", "were", "are"):
        named = _by_noun(line, place + 1) or _by_clause(line, place + 1)
        if named is not None:
            return named  # “Never again!” was the message from X
    looks_right = ends in ",?!—–-…" or after in ("—", "–", "-") or (after == "," and ends != ".")
    right = look_right(line, place, open_end=not (looks_right or ends == "."))
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


def _by_given_name(line: Line, found: Attribution) -> Attribution:
    """Return an attribution with the name that an unnamed speaker gave: "said the woman, who gave her name
    only as X", "who identified himself as X".
    """
    if found.speaker is None or found.paragraph != line.paragraph:
        return found
    words = line.words
    first = next((i for i, word in enumerate(words) if word.start >= found.speaker[1]), len(words))
    inside = [word for word in words if found.speaker[0] <= word.start < found.speaker[1]]
    if any(word.person for word in inside):
        return found
    for at in range(first, min(first + _GIVEN, len(words) - 1)):
        own = words[at].low in ("himself", "herself") and words[at - 1].low.startswith(("identif", "call"))
        own = own or (words[at].low == "name" and words[at - 2].low in _GIVES)
        if words[at].quote >= 0 or not (own or _is_named(words, first, at)):
            continue
        name = at + 1
        while name < len(words) and words[name].low in ("only", "simply", "just", "as", ","):
            name += 1
        if name < len(words) and words[name].text[:1].isupper():
            last = name
            while last + 1 < len(words) and words[last + 1].text[:1].isupper():
                last += 1
            return replace(found, speaker=(words[name].start, words[last].end))
    return found


def _is_named(words: Sequence[Word], first: int, at: int) -> bool:
    """Whether "named locally as" follows right behind the words for who speaks, and a person's name comes."""
    if words[at].low != "as" or words[first].text != "," or not first < at <= first + 3:
        return False
    return words[first + 1].low in _NAMED and at + 1 < len(words) and words[at + 1].person


def _left_is_nearer(
    left: Attribution | None, right: Attribution, words: Sequence[Word], place: int, ends: str
) -> bool:
    """Whether the left tells who uttered a fragment and the right only goes on with the sentence, or only
    names the paper that tells so: 'He agreed it was "a toy", but said ...', '..., court records show'.
    """
    if left is None or left.speaker is None or left.cue is None or ends in ",?!—–-…":
        return False
    if left.distance <= 4 and right.cue is not None and _tells_itself(left, words):
        return True
    if left.distance > 4:
        return left.distance <= _CLAUSE and _is_document(right, words)
    if right.speaker is None or right.speaker[0] < words[place].start or right.speaker == left.speaker:
        return True
    behind = [word.low or word.text for word in words[place + 1 : place + 3]]
    if len(behind) == 2 and behind[0] == "," and behind[1] in _COORDINATE:
        return True  # X called it “...”, and Y complained that ...
    if right.cue is not None:
        at = next(i for i, word in enumerate(words) if right.cue[0] <= word.start)
        following = next((i for i in range(at, len(words)) if words[i].quote >= 0), 0)
        if following and all(word.is_word for word in words[at:following]):
            return True  # X calls them “...”, Y calls them “...”
    return _is_document(right, words)


def _tells_itself(left: Attribution, words: Sequence[Word]) -> bool:
    """Whether a paper holds what somebody passes on: the audit found that it was “bare”, she said."""
    (start, end), cue = left.speaker or (0, 0), left.cue or (0, 0)
    that = any(word.low == "that" and word.start >= cue[1] for word in words)
    inside = [word for word in words if start <= word.start < end]
    return that and not any(w.person for w in inside) and any(w.low in _PAPERS for w in inside)


def _is_document(found: Attribution, words: Sequence[Word]) -> bool:
    """Whether the source is a paper in which somebody's words stand: "according to a document"."""
    start, end = found.speaker or (0, 0)
    inside = [word for word in words if start <= word.start < end]
    return not any(word.person for word in inside) and any(word.low in document_nouns() for word in inside)


def _weak(attribution: Attribution, words: Sequence[Word]) -> bool:
    if attribution.cue is None:
        return True
    cue = next(word for word in words if word.start == attribution.cue[0])
    return not cues().get(cue.low, Cue("", True, False)).strong and attribution.distance > 3


def opening_person(line: Line) -> Attribution | None:
    """Return the person or office that opens a sentence, as the one who goes on to speak."""
    words = line.words
    first = 1 if words[0].low in _LEADING else 0  # "For X, a teacher, the answer is simple.", "And she ..."
    if first and len(words) > 2 and words[1].text == ",":
        first = 2
    if words[0].low in _WHILE:  # "When he had gone, she shook her head."
        first = next((i + 1 for i in range(1, min(len(words) - 1, _PLAIN)) if words[i].text == ","), 0)
        if not first:
            return None
    subject = personal_after(words, first, min(len(words), first + 14))
    if subject is None:
        return None
    inside = words[subject[0] : subject[1] + 1]
    called = _called_first(inside)
    if called is not None:
        return Attribution(line.paragraph, (inside[0].start, called.end), None)
    person = next((word for word in inside if word.person), None)
    if person is not None and person.name is not None:
        return Attribution(line.paragraph, (inside[0].start, person.name.end), None)
    if inside[0].low in _HE_OR_SHE:
        return Attribution(line.paragraph, (inside[0].start, inside[0].end), None)
    office = next((word for word in inside if word.low in speaking_nouns()), None)
    if inside[0].low not in _SOMEBODY or office is None:
        return None
    return Attribution(line.paragraph, (inside[0].start, office.end), None)


def _called_first(inside: Sequence[Word]) -> Word | None:
    """Return the word by which "the" calls who opens a sentence: "the Spaniard smiled", "the coach left"."""
    if inside[0].low != "the" or len(inside) < 2:
        return None
    after = inside[2] if len(inside) > 2 else None
    nouns = speaking_nouns() | body_nouns()
    calls = inside[1].low in speaking_nouns() or inside[1].low.endswith(("man", "woman"))
    verb = after is None or (after.text.islower() and after.low not in nouns and after.name is None)
    linked = after is not None and after.low in _LINKS
    return inside[1] if verb and not linked and (calls or _is_people(inside[1])) else None


def _is_people(word: Word) -> bool:
    """Whether a word calls somebody by nation: "Spaniard", but not "Spanish"."""
    people = word.name is not None and word.name.entity.type is EntityType.NORP
    return people and not word.low.endswith(("ish", "ese", "ch", "s"))


def credited_after(line: Line) -> Attribution | None:
    """Return who is credited by the sentence behind a quotation: "Those were the words of X", "So says X"."""
    words = line.words
    if len(words) > 2 and words[0].low in ("so", "thus") and words[1].low in cues():
        subject = personal_after(words, 2, len(words))
        if subject is not None:
            return made(line, subject, (1, 1), "right", 1)
    if words[0].low == "with" and len(words) > 4 and words[1].low in _POINTING:  # "With that, X rose."
        first = next((at for at in (2, 3, 4) if words[at].low != "words" and words[at].text != ","), 2)
        subject = personal_after(words, first, len(words))
        return made(line, subject, None, "right", 1) if subject is not None else None
    for at in range(1, min(len(words) - 1, 8)):
        if words[at + 1].low in ("this", "so") and reports(words, at, 0):
            subject = subject_before(words, at, 0)  # "X said this with a shrug"
            if subject is not None and subject[0] == 0:
                return made(line, subject, (at, at), "right", 1)
    plain = len(words) <= _PLAIN and not any(word.low == "that" or word.quote >= 0 for word in words)
    if plain and words[0].low in cues() and cues()[words[0].low].strong:  # “...” Said X.
        subject = personal_after(words, 1, len(words))
        if subject is not None:
            return made(line, subject, (0, 0), "right", 1)
    for at in range(1, min(len(words) - 1, 8)) if plain else ():
        if words[at + 1].low in _ASIDES and reports(words, at, 0) and cues()[words[at].low].strong:
            subject = subject_before(words, at, 0)  # “...” X wrote in a piece for the paper.
            if subject is not None and subject[0] == 0 and is_personal(words, subject):
                return made(line, subject, (at, at), "right", 1)
    if words[0].low in _POINTING and (words[0].low != "the" or (words[1:2] and words[1].low == "words")):
        return _by_noun(line, 1)
    return None


def _by_noun(line: Line, start: int) -> Attribution | None:
    """Return who is credited in "was the verdict of X", "were those of X", "was X's verdict"."""
    words = line.words
    for at in range(start + 2, min(len(words), start + 8)):
        owner = owner_of(words, at, start + 1)
        if owner is not None:
            return made(line, owner, (at, at), "right", 1)
    for at in range(start + 1, min(len(words) - 2, start + 8)):
        spoken = words[at].low in _SPEECH_NOUNS or (words[at].low == "those" and words[0].low == "the")
        by = next((i for i in (at + 1, at + 2) if words[i].low in ("of", "from", "by")), 0)
        if spoken and by:
            subject = personal_after(words, by + 1, len(words))
            if subject is not None:
                return made(line, subject, (at, at), "right", 1)
    return None


def _by_clause(line: Line, start: int) -> Attribution | None:
    """Return who is credited in "was how X put it", "was all X would say", from the place of "was" on."""
    words = line.words
    if start + 2 >= len(words) or words[start + 1].low not in ("how", "all", "what"):
        return None
    for at in range(start + 3, min(len(words), start + _PLAIN)):
        if reports(words, at, start + 2):
            subject = subject_before(words, at, start + 2, lenient=True)
            return made(line, subject, (at, at), "right", at - start) if subject is not None else None
    return None


def announced(line: Line) -> Attribution | None:
    """Return who is about to speak after a sentence: "X told the families:", "His answer to them?"."""
    words = line.words
    if words[-1].text == ":":
        return look_left(line, len(words))
    for at in range(max(1, len(words) - _PLAIN), len(words)):
        if words[at].low in ISSUED and any(word.low in document_nouns() for word in words[at:]):
            subject = subject_before(words, at, 0)  # "X issued a dignified statement."
            if subject is not None and is_personal(words, subject):
                return made(line, subject, (at, at), "left", 1)
    for at in range(2, len(words) - 2 if len(words) <= _SHORT else 0):
        if words[at - 1].text == "," and words[at].low in cues() and cues()[words[at].low].strong:
            subject = personal_after(words, at + 1, len(words))  # "Not so, says X."
            if subject is not None and subject[1] >= len(words) - 2:
                return made(line, subject, (at, at), "left", 1)
    if words[-1].text == "?":
        for at in range(1, min(5, len(words))):
            owner = owner_of(words, at, 0)
            if owner is not None:
                return made(line, owner, (at, at), "left", 1)
    return None

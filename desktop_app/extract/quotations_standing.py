"""How a person stands in a sentence: as its subject, an owner, one of a pair, or beside somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import cues, singular, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Word, last_of_name, owns
from desktop_app.extract.quotations_phrases import Part
from desktop_app.text.lexicons import read_words
from desktop_app.text.scripts import is_unspaced

_PREPOSITIONS = read_words("reporting_grammar.txt", "prepositions")
_SUBJECT_OF = frozenset(
    ("of", "about", "to", "against", "regarding", "asked", "pressed", "questioned", "told")
)
"""Open a sentence that tells what somebody else says of a person: "Of Lee, he said", "Asked if Lee ..."."""
_LINKS = read_words("reporting_grammar.txt", "links")
_AFTER_OBJECT = read_words("reporting_grammar.txt", "after_object")
_SUBORDINATE = read_words("reporting_grammar.txt", "parting") - {"and", "or"} | {"who", "which", "that", "as"}
_INVERTED = read_words("reporting_grammar.txt", "inverted")
_OPENERS = read_words("reporting_grammar.txt", "openers")
_CLAUSE = 24
"""Words behind a name among which its clause goes on."""

_OFFICE = 8
"""Words of the longest office in front of a name."""

_BEFORE_VERB = _PREPOSITIONS | _OPENERS | {"there", "here", "among"}
"""Open a sentence whose subject stands behind its verb."""


def answers(question: tuple[Part, Part | None], place: int) -> float:
    """Return how far a question speaks for the person at a place as who answers: "X asked Y why ..."."""
    asker, listener = question
    if listener is not None and listener[0] <= place <= listener[1]:
        return 1.0
    return -1.0 if listener is not None and asker[0] <= place <= asker[1] else 0.0


def acts_on_another(words: Sequence[Word], place: int, wanted: str) -> bool:
    """Whether a person does something to whom the pronoun stands for: X in "X gave her the job"."""
    for at in range(place + 1, min(len(words), place + _CLAUSE)):
        word = words[at]
        if word.quote >= 0 or word.text in (".", ";", ":") or word.low in _SUBORDINATE:
            return False
        if words[at - 1].low in _PREPOSITIONS:
            continue  # "with her daughter beside her"
        if word.low == "him" and wanted == "m":
            return True
        if word.low == "her" and wanted == "f" and _is_object(words, at):
            return True
    return False


def _is_object(words: Sequence[Word], place: int) -> bool:
    """Whether "her" is no owner: a mark, an article or a small word follows."""
    if place + 1 == len(words):
        return True
    after = words[place + 1]
    return not after.is_word or after.low in _AFTER_OBJECT


def set_aside(words: Sequence[Word], place: int) -> bool:
    """Whether a name stands in the opening of "Of X, a former referee, he said", whom others speak of."""
    if words[0].low not in _SUBJECT_OF:
        return False
    comma = next((at for at, word in enumerate(words) if word.text == ","), 0)
    return 0 < place < comma


def ends_role(words: Sequence[Word], place: int) -> bool:
    """Whether a noun for a person stands at a place that no name, owner's mark or other noun follows."""
    if words[place].low not in speaking_nouns() or singular(words[place].low) != words[place].low:
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    return after is None or (
        after.name is None and after.text not in POSSESSIVES and after.low not in speaking_nouns()
    )


def opens_sentence(words: Sequence[Word], place: int) -> bool:
    """Whether nothing but a title, or an opening phrase up to its comma, stands before a name."""
    comma = next((at for at, word in enumerate(words) if word.text == ","), None)
    # "Refusing bail, Judge X ...", "Asked by Lee, the dealer ..."
    acts = words[0].low.endswith("ing") or (words[0].low.endswith("ed") and words[1].low in _LINKS)
    opener = acts or words[0].low in _OPENERS
    if comma is not None and place < comma and acts:
        return False
    if comma is not None and opener and place > comma:
        words, place = words[comma + 1 :], place - comma - 1
    before = words[:place]
    if any(map(is_unspaced, words[place].text)):
        return not any(word.person and word.name is not words[place].name for word in before)
    called = place - (place > 1 and words[place - 1].low in speaking_nouns())
    if place > 1 and words[called - 1].text == "," and _explained(words, called):
        return True  # "The town's fire chief, X, thanked ...", "The man in question, driver X, ..."
    if place and words[place - 1].low in _INVERTED and words[0].low in _BEFORE_VERB:
        return True  # "Among those at the gate was X"
    if place > 6:
        return False
    if before and before[-1].low in speaking_nouns():  # "Retired bus driver X"
        return all(word.is_word and word.low not in _LINKS and word.low not in cues() for word in before)
    return all(word.text[:1].isupper() or word.low in ("the", "a") for word in before)


def _explained(words: Sequence[Word], place: int) -> bool:
    """Whether an office that opens a sentence and a comma lead up to a name, with another comma behind it."""
    if place > _OFFICE or not any(word.low in speaking_nouns() for word in words[1 : place - 1]):
        return False
    last = last_of_name(words, place, len(words))
    plain = all(word.is_word or word.text in POSSESSIVES for word in words[: place - 1])
    verbs = any(word.low in cues() and word.low not in speaking_nouns() for word in words[: place - 1])
    return plain and not verbs and last + 1 < len(words) and words[last + 1].text == ","


def coupled(words: Sequence[Word], place: int) -> bool:
    """Whether a person is one of two or more that open a sentence together: "X and Y walked out"."""
    name = words[place].name
    if name is None:
        return False
    first = next(at for at in range(len(words)) if words[at].name is name)
    last = max(at for at in range(len(words)) if words[at].name is name)
    behind = last + 2 < len(words) and words[last + 1].low == "and" and words[last + 2].person
    ahead = first >= 2 and words[first - 1].low == "and" and words[first - 2].person
    return behind or ahead


def standing(words: Sequence[Word], place: int) -> int:
    """Return 1 for the only person of a sentence or its subject, -1 for one beside a subject, else 0."""
    name = words[place].name
    others = [
        at
        for at, word in enumerate(words)
        if word.person and word.name is not name and not is_owner(words, at)  # "Lee's lawyer, X, was ..."
    ]
    if not others or (opens_sentence(words, place) and others[0] > place):
        return 1
    return -1 if others[0] < place and opens_sentence(words, others[0]) else 0


def is_owner(words: Sequence[Word], place: int) -> bool:
    """Whether a name, or a word at a place, is the owner of what follows."""
    named = words[place].name is not None
    return owns(words, last_of_name(words, place, len(words)) if named else place)

"""Whose words a noun tells: "the coach's verdict", "her first answer"."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import body_nouns, cues, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Word
from desktop_app.extract.quotations_phrases import Part
from desktop_app.extract.quotations_roles import OWNERS
from desktop_app.extract.quotations_subjects import subject_before
from desktop_app.text.lexicons import function_words, read_words

_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_OWN = POSSESSIVES | {"'"}


def owner_of(words: Sequence[Word], at: int, low: int) -> Part | None:
    """Return whose words a noun tells: "the coach's verdict", "her first answer", "shouts of"."""
    if words[at].low not in _SPEECH_NOUNS or words[at].name is not None:
        return None
    if at + 1 < len(words) and _content_noun(words[at + 1]):
        return None  # "their own warning flags"
    if at and words[at - 1].low in speaking_nouns():
        return None  # "her critics call it"
    place = at - 1
    while place > low and at - place <= 3 and words[place].is_word and words[place].low not in OWNERS | _OWN:
        named = words[place].name is not None
        if named or (words[place].low in function_words() and words[place].low != "own"):
            return None
        place -= 1
    if place >= low and words[place].low in OWNERS:
        return (place, place)
    if place <= low or words[place].low not in _OWN:
        return None
    owner = subject_before(words, place, low)
    if owner is None or (words[owner[1]].name is None and not _body_owner(words, owner, at)):
        return None
    return owner


def _body_owner(words: Sequence[Word], owner: Part, at: int) -> bool:
    """Whether "the ministry's" is followed by what is said: "the ministry's promise to ..."."""
    if at + 1 >= len(words) or words[at + 1].low not in ("to", "that", "of"):
        return False
    return words[owner[0]].low == "the" and words[owner[1]].low in speaking_nouns() | body_nouns()


def _content_noun(word: Word) -> bool:
    """Whether a word is a plain one that may be the head behind another noun."""
    small = word.low in function_words() or word.low in cues() or word.low in _SPEECH_NOUNS
    return word.is_word and word.text.islower() and not small


def tells_content(words: Sequence[Word], noun: int, place: int) -> bool:
    """Whether a quotation is part of what was said: "Lee's talk of a “new order”", "Lee's claim that ..."."""
    between = [word.low for word in words[noun + 1 : place]]
    return between[:1] in (["of"], ["that"]) and "as" not in between

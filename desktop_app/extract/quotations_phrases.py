"""Noun phrases that can speak: where one begins, and whether it is a person, a name or a body."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.extract.quotations_cues import body_nouns, cues, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Word
from desktop_app.model import EntityType
from desktop_app.text.lexicons import read_words

PRONOUNS = frozenset(
    ("he", "she", "they", "it", "i", "we", "who", "он", "она", "они", "er", "il", "elle", "ella", "él")
)
_BREAKS = read_words("reporting_grammar.txt", "breaks")
_CHAIN = read_words("reporting_grammar.txt", "chain")
_OPENING = read_words("reporting_grammar.txt", "opening")
_LINKING = read_words("reporting_grammar.txt", "linking")
_VAGUE = read_words("reporting_grammar.txt", "vague")
_TITLES = read_words("reporting_grammar.txt", "titles")
_INSIDE = POSSESSIVES | {"'", "&", "-"}
"""Marks inside a subject."""

_MAX_SUBJECT = 14
"""Words of the longest subject that is looked for."""

Part = tuple[int, int]
"""First and last place (both included) among the words of a line."""


def is_personal(words: Sequence[Word], part: Part) -> bool:
    """Whether the words can speak: a pronoun, a name, a noun for people or bodies."""
    start, end = part
    inside = words[start : end + 1]
    if len(inside) == 1 and inside[0].low in PRONOUNS:
        return True
    head = next((i for i, word in enumerate(inside) if word.low in _LINKING and i), len(inside))
    front = inside[:head]
    people, bodies = speaking_nouns(), body_nouns()
    if len(front) == 1 and front[0].low in _OPENING and end - start == 2 and inside[2].low == "them":
        return True  # "four of them"
    if front and front[-1].low.endswith("-year-old"):
        return True
    return any(
        word.low in people
        or word.low.partition("-of-")[0] in people
        or word.low in bodies
        or word.low in _VAGUE
        or (word.name is not None and word.name.entity.type is not EntityType.EVENT)
        or (word.text.isupper() and len(word.text) > 1)
        for word in front
    )


def noun_phrase(words: Sequence[Word], end: int, low: int, *, lenient: bool) -> Part | None:
    """Return the noun phrase that ends at a place, where it can speak; ``lenient``: whether it can or not."""
    start = end
    while start - 1 >= low and end - start < _MAX_SUBJECT:
        steps = _steps_left(words, start, low)
        if not steps:
            break
        start -= steps
    # a preposition in front belongs to what comes before
    while start < end and (
        words[start].low in _CHAIN or not words[start].is_word or words[start].low == "and"
    ):
        start += 1
    start = _trim_front(words, start, end)
    part = (start, end)
    return part if lenient or is_personal(words, part) else None


def _steps_left(words: Sequence[Word], start: int, low: int) -> int:
    """Return how many words in front of a place belong to the noun phrase there; 0 where it begins there."""
    word = words[start - 1]
    if (word.name is not None and word.name is words[start].name) or word.text in _INSIDE:
        return 1
    if word.text == ")" and start - 3 >= low and words[start - 3].text == "(":
        return 3  # "a European Union (EU) source"
    if not word.is_word:
        shortened = word.text == "." and start - 2 >= low and len(words[start - 2].text) <= 4
        return int(shortened and words[start - 2].text[:1].isupper())
    if word.low in _CHAIN:
        return 1
    if word.low == "and":
        return int(_joins(words, start - 1, low))
    if word.name is not None:
        return 1
    verb = cues().get(word.low)
    reporting = verb is not None and not verb.nounlike and word.low not in speaking_nouns()
    if reporting and start - 2 >= low and words[start - 2].low in ("the", "a", "an"):
        reporting = word.low != cues()[word.low].base  # "the fire service"
    return int(not reporting and word.low not in _BREAKS)


def _joins(words: Sequence[Word], place: int, low: int) -> bool:
    """Whether "and" joins two names or nouns of one subject, rather than two clauses."""
    if place - 1 < low or place + 1 >= len(words):
        return False
    left, right = words[place - 1], words[place + 1]
    if left.name is not None or left.low in speaking_nouns() or left.low in body_nouns():
        opening = place - 1
        while opening - 1 >= low and words[opening - 1].is_word and words[opening - 1].low not in _BREAKS:
            if words[opening - 1].low in cues() and words[opening - 1].name is None:
                return False
            opening -= 1
        return right.name is not None or right.low in _OPENING
    return False


def with_role(words: Sequence[Word], first: int, start: int) -> int:
    """Return where the title or office before a name begins ("its deputy leader X"), or the name itself."""
    before = first - 1
    if before < start:
        return first
    if before > start and words[before].text == ".":
        before -= 1
    word = words[before]
    if word.low in ("the", "a", "an"):
        return before
    office = word.name is None and (word.low in speaking_nouns() or word.low in _TITLES)
    if not office and not (word.name is None and word.text[:1].isupper() and before > start):
        return first
    place = before
    while place > start and words[place - 1].low not in _CHAIN:
        left, right = words[place - 1], words[place]
        if not left.is_word and left.text not in ("'s", "’s", "&"):
            break
        plain = left.text.islower() and left.low not in speaking_nouns() and left.low not in _OPENING
        if plain and right.text[:1].isupper():
            break
        place -= 1
    return place


def _trim_front(words: Sequence[Word], start: int, end: int) -> int:
    """Leave out what stands before the subject: "In a speech on Monday the minister" -> "the minister"."""
    last = words[end]
    if last.name is not None:
        name = last.name
        first = end
        while first > start and words[first - 1].name is name:
            first -= 1
        titled = with_role(words, first, start)
        if titled - 2 > start and words[titled - 1].low == "and":
            return _trim_front(words, start, titled - 2)  # "the X and the Y said"
        link = titled - 1
        while (
            link > start
            and titled - link < 5
            and words[link].text.islower()
            and words[link].low not in _LINKING
        ):
            link -= 1  # "X of the charity Y"
        if link < titled - 1 and not (
            link > start and words[link].low in _LINKING and words[link - 1].person
        ):
            link = titled - 1
        before = words[link].low if titled > start else ""
        if before in _LINKING or before in ("in", "on"):
            opening = next(
                (
                    i
                    for i in range(start, titled)
                    if words[i].low in _OPENING or words[i].low in speaking_nouns() or words[i].person
                ),
                None,
            )
            return titled if opening is None else opening
        return titled
    chained = [i for i in range(start, end + 1) if words[i].low in _OPENING and words[i].name is None]
    for place in chained:
        follows = place == start or words[place - 1].low not in _LINKING
        if follows:
            return place
    return start

"""What an article says its people are: offices and callings beside their names, and their likely gender."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from desktop_app.extract.lexicon import load_lexicon
from desktop_app.extract.quotations_cues import singular, speaking_nouns
from desktop_app.extract.quotations_lines import POSSESSIVES, Line, Word, last_of_name
from desktop_app.model import Entity, EntityType, pulsed
from desktop_app.text.lexicons import function_words, read_sections, read_words

_FEMALE = read_words("reporting_grammar.txt", "female") | read_words("reporting_grammar.txt", "female_roles")
_MALE = read_words("reporting_grammar.txt", "male") | read_words("reporting_grammar.txt", "male_roles")
_DETERMINERS = read_words("reporting_grammar.txt", "determiners")
_TITLES = frozenset(
    ("dr", "prof", "professor", "capt", "captain", "gov", "sen", "judge", "justice", "father", "sister")
)
_LINKS = read_words("reporting_grammar.txt", "links") | {"who", "whose", "and", "was", "is"}
_ENDINGS = {
    "ová": "f",
    "dóttir": "f",
    "owska": "f",
    "ewska": "f",
    "alska": "f",
    " Kaur": "f",
    "aitė": "f",
    "ienė": "f",
}
"""Endings of surnames that only women have: Czech and Slovak, Icelandic, Polish, Sikh, Lithuanian."""

_LONGEST = 6
"""Words of a description that count: "the town's deputy fire chief"."""

_FARTHEST = 14
"""Words back to where "the head of the town's fire service," in front of a name may open."""

_TEASED, _OPENED = 6, 14
"""Paragraphs of a story that may open with somebody who is named later; words before, such as a dateline."""

_DATELINE = frozenset(("on", "in", "at", "press", "reuters"))
_TO_VERB = 5
"""Words behind a name among which its verb stands."""

_BE = frozenset(("is", "was", "been", "being", "stands"))
_BEFORE_VERB = read_words("reporting_grammar.txt", "before_verb")
OWNERS = frozenset(("his", "her", "their"))
_OF_ANOTHER = frozenset(("in", "of", "for", "to", "about", "against", "by", "at"))
_RELATIVE = frozenset(("who", "whose", "which", "that", "as"))
_COPULAS = frozenset(("is", "was", "became"))


@cache
def _same() -> dict[str, str]:
    """Return words for offices with the common word for the same: "attorney" -> "lawyer", "capt" -> ..."""
    return {
        word: common
        for line in read_sections("source_nouns.txt")["same_office"]
        for common, _, words in [line.partition(":")]
        for word in words.split()
    }


@cache
def _agents(section: str = "agents") -> dict[str, str]:
    """Return verbs for what holders of an office do, "chairs" -> "chair", or ("undergone") have suffered."""
    return {
        verb: office
        for line in read_sections("source_nouns.txt")[section]
        for office, _, verbs in [line.partition(":")]
        for verb in verbs.split()
    }


def _by_deed(words: Sequence[Word], place: int) -> str:
    """Return the role of whom a sentence tells what was done by or to: "X won", "X is accused of", or ""."""
    passive = False
    for word in words[place : place + _TO_VERB]:
        if word.low in _BE:
            passive = True
        elif word.low not in _BEFORE_VERB and not word.low.endswith("ly"):
            return _agents("undergone" if passive else "agents").get(word.low, "")
    return ""


def same_role(noun: str) -> str:
    """Return the common word for an office or calling: "attorney" -> "lawyer"."""
    return _same().get(noun, noun)


def roles_by_name(lines: Sequence[Sequence[Line]], people: Iterable[Entity]) -> dict[str, set[str]]:
    """Return the words for what each person is, lower case: titles, and descriptions beside the name.

    Descriptions are "X, the town's fire chief," and "the fire chief X"; both must hold a noun for people.
    So must the opening of a story that names its person in the next paragraph: "A dealer was charged ...".
    ``lines`` are the sentences of each paragraph.
    """
    found = {person.name: _words_of(person) for person in pulsed(people, 8)}
    told = [paragraph for paragraph in lines if paragraph]
    for before, after in pairwise(told[:_TEASED]):
        name = _opening_name(after[0].words)
        if name in found:
            found[name] |= _teased(before) or _acted_on(before, after[0].words)
    for line in pulsed((line for paragraph in lines for line in paragraph), 64):
        for place, word in enumerate(line.words):
            if not word.person or word.name is None or word.name.entity.name not in found:
                continue
            described = found[word.name.entity.name]
            if place == 0 or line.words[place - 1].name is not word.name:
                described |= _before(line.words, place)
            if place + 1 == len(line.words) or line.words[place + 1].name is not word.name:
                described |= _after(line.words, place + 1)
    return {name: words | {same_role(word) for word in words} for name, words in found.items()}


def _opening_name(words: Sequence[Word]) -> str:
    first = next((word for word in words[:2] if word.person and word.name is not None), None)
    return first.name.entity.name if first is not None and first.name is not None else ""


def _teased(paragraph: Sequence[Line]) -> set[str]:
    """Return the words of "A violin dealer" where such words open a paragraph that names no person."""
    words = paragraph[0].words
    if any(word.person for line in paragraph for word in line.words):
        return set()
    start = next((at for at in range(min(_OPENED, len(words))) if words[at].low in ("a", "an")), None)
    if start is None or any(word.low not in _DATELINE and word.text.islower() for word in words[:start]):
        return set()
    for at in range(start + 1, min(start + 5, len(words))):
        if words[at].low in _LINKS or not words[at].is_word:
            return set()
        if words[at].low in speaking_nouns() and singular(words[at].low) == words[at].low:
            compound = at + 1 < len(words) and words[at + 1].low in speaking_nouns()
            if not compound:
                return {word.low for word in words[start + 1 : at + 1]}
    return set()


def _acted_on(paragraph: Sequence[Line], following: Sequence[Word]) -> set[str]:
    """Return the words of "a surgeon" in "A tribunal has cleared a surgeon", the only one it tells of.

    Not where the name that opens the ``following`` sentence has a calling of its own beside it.
    """
    words = paragraph[0].words
    if any(word.person for line in paragraph for word in line.words):
        return set()
    told = [
        (start, at)
        for at, word in enumerate(words)
        if word.low in speaking_nouns() and singular(word.low) == word.low and _stands_alone(words, at)
        for start in range(at - 1, max(-1, at - 4), -1)
        if words[start].low in ("a", "an")
    ]
    name = next((at for at, word in enumerate(following[:2]) if word.person), 0)
    behind = last_of_name(following, name, len(following)) + 1
    if len(told) != 1 or _before(following, name) or _after(following, behind):
        return set()
    start, at = told[0]
    return {word.low for word in words[start + 1 : at + 1]} if start else set()


def _stands_alone(words: Sequence[Word], place: int) -> bool:
    """Whether a noun stands at a place as the head of its phrase: neither owner nor part of a compound."""
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or after.text in POSSESSIVES:
        return after is None
    return (
        not after.is_word
        or after.low in function_words()
        or after.low in _LINKS
        or after.low.endswith(("ed", "ing"))
    )


def gender_of(person: Entity) -> str:
    """Return "f" or "m" where a title or an office tells it, else ""."""
    words = _words_of(person)
    words |= {surface.split()[0].strip(".").lower() for surface in person.surfaces if surface.split()}
    if words & _FEMALE:
        return "f"
    return "m" if words & _MALE else ""


def names_itself(name: str, spoken: str) -> bool:
    """Whether a quotation names the person of a full name by the surname, as others do."""
    surname = name.split()[-1] if name else ""
    return len(surname) > 2 and re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", spoken) is not None


def gender_of_noun(noun: str) -> str:
    """Return "f" or "m" where a noun for a person tells it, else ""."""
    if noun in _FEMALE or noun.endswith("woman"):
        return "f"
    return "m" if noun in _MALE or noun.endswith("man") else ""


def gender_of_surname(name: str) -> str:
    """Return "f" or "m" where the form of a surname tells it ("Nováková"), else ""."""
    return next((gender for ending, gender in _ENDINGS.items() if name.endswith(ending)), "")


def likely_gender(name: str) -> str:
    """Return "f" or "m" where the first name of a full name is mostly given to one of them, else ""."""
    told = gender_of_surname(name)
    if told:
        return told
    lexicon = load_lexicon()
    first = name.split()[0] if len(name.split()) > 1 else ""
    if (first in lexicon.female) == (first in lexicon.male):
        return ""
    return "f" if first in lexicon.female else "m"


def _words_of(person: Entity) -> set[str]:
    words = {word.strip(".,").lower() for role in person.roles for word in role.split()}
    first = (surface.split()[0].strip(".").lower() for surface in person.surfaces if " " in surface)
    return words | {word for word in first if word in _TITLES}


def _before(words: Sequence[Word], place: int) -> set[str]:
    """Return the words of "the fire chief" or "the fire chief," in front of a name."""
    if place and words[place - 1].text[:1].isupper() and _nationality(words[place - 1]):
        return {words[place - 1].low}
    comma = place >= 3 and words[place - 1].text == "," and _ends(words, place)
    place -= comma
    if comma:
        opened = _before_comma(words, place)
        if opened:
            return opened
    if not place or words[place - 1].low not in speaking_nouns() or words[place - 1].name is not None:
        return set()
    start = place - 1
    while start > 0 and place - start < _LONGEST and words[start - 1].text.islower():
        if words[start - 1].low in _DETERMINERS | _LINKS or words[start - 1].text in POSSESSIVES:
            break
        start -= 1
    owned = start > 0 and words[start - 1].text in POSSESSIVES  # "Lee's chief executive, X,"
    if comma and (start == 0 or not (owned or words[start - 1].low in _DETERMINERS)):
        return set()  # a list
    return {word.low for word in words[start:place] if word.is_word}


def _before_comma(words: Sequence[Word], comma: int) -> set[str]:
    """Return the words for the office in "the head of the town's fire service," up to its first link."""
    for start in range(comma - 1, max(-1, comma - _FARTHEST), -1):
        word = words[start]
        if not (word.is_word or word.text in POSSESSIVES | {"-", "&"}):
            return set()
        if (
            word.low in _DETERMINERS
            and word.low != "of"
            and (start == 0 or words[start - 1].low not in _LINKS | {"'s"})
        ):
            head = next((i for i in range(start + 1, comma) if words[i].low in _LINKS), comma)
            described = {each.low for each in words[start + 1 : head] if each.is_word and each.name is None}
            office = head > start + 1 and words[head - 1].low in speaking_nouns()
            return described if office and head - start <= _LONGEST + 1 else set()
    return set()


def _nationality(word: Word) -> bool:
    return word.low.endswith(("man", "woman")) or (
        word.name is not None and word.name.entity.type is EntityType.NORP
    )


def _ends(words: Sequence[Word], place: int) -> bool:
    """Whether a comma or the sentence's end closes the name at a place."""
    following = next((word.text for word in words[place:] if word.name is not words[place].name), ".")
    return following in (",", ".", ";", ")")


def _after(words: Sequence[Word], place: int) -> set[str]:
    """Return the words of ", 43, the town's fire chief," behind a name, up to its noun for people."""
    aged: set[str] = set()
    if place + 2 < len(words) and words[place].text == "," and words[place + 1].text.isdigit():
        aged.add(f"{words[place + 1].text}-year-old")
        place += 2
    if place + 2 >= len(words):
        return aged
    deed = _by_deed(words, place)
    if deed:
        return {deed, *aged}  # "X chairs the panel", "X was stabbed"
    if words[place].low in _COPULAS and words[place + 1].low in _DETERMINERS:  # "is the ..."
        place += 1
    elif words[place].text != ",":
        return aged
    if words[place + 1].low == "who":
        done = _by_deed(words, place + 2)
        return {done, *aged} if done else aged
    described: set[str] = set()
    last = ""
    for word in words[place + 1 : place + 2 + _LONGEST]:
        if word.text in ("'s", "’s", "-"):
            continue
        if not word.is_word or word.person:
            break
        if word.low in _LINKS or (word.low in function_words() and word.low not in _DETERMINERS):
            break
        if word.is_word and word.low not in _DETERMINERS:
            last = singular(word.low)
            described.add(last)
    return described | aged if last in speaking_nouns() else aged  # not "X, the dealer wept"


def genders_by_own(lines: Sequence[Sequence[Line]]) -> dict[str, str]:
    """Return "f" or "m" for people of whom a sentence that names nobody else tells what is "his" or "her"."""
    votes: dict[str, int] = {}
    for line in pulsed((line for paragraph in lines for line in paragraph), 64):
        names = {word.name.entity.name for word in line.words if word.person and word.name is not None}
        if len(names) != 1:
            continue
        last = max(at for at, word in enumerate(line.words) if word.person)
        named = line.words[last + 1 : last + 3]
        apart = 2 * ([w.text for w in named[:1]] == [","] and named[-1].low in OWNERS)  # "X, his widow, ..."
        first = last + 1 + apart
        for at, word in enumerate(line.words[first:], first):
            after = line.words[at - 1].low in _OF_ANOTHER  # "a piece in his memory"
            if word.low in ("his", "himself", "her", "herself") and not after:
                name = next(iter(names))
                votes[name] = votes.get(name, 0) + (1 if word.low.startswith("hi") else -1)
            if word.quote >= 0 or word.low in speaking_nouns() or word.low in OWNERS | _RELATIVE:
                break  # "treated the driver for his burns"
    return {name: "m" if count > 0 else "f" for name, count in votes.items() if count}

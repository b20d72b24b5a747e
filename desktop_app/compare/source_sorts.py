"""Whether two nouns for unnamed sources may stand for the same people: "scientists", "marine biologists"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from desktop_app.compare.word_families import families_of
from desktop_app.extract.lexicon import load_lexicon
from desktop_app.extract.quotations_cues import people_nouns, singular
from desktop_app.text.lexicons import function_words, read_sections, read_words
from desktop_app.text.normalize import fold

_ALIKE = tuple(frozenset(line.split()) for line in read_sections("source_nouns.txt")["alike"])
"""Nouns that may stand for one source, group by group."""

_STUDENTS = ("ologist", "ographer", "onomist", "onomer")
"""Endings of words for people who study something."""


def same_kind_of_source(first: str, second: str) -> bool:
    """Whether two nouns (singular) may stand for one source: "officer" and "police", "study" and "author"."""
    if first == second or any(first in group and second in group for group in _ALIKE):
        return True
    return not set(families_of(first)).isdisjoint(families_of(second))


def one_voice(first: str, second: str) -> bool:
    """Whether two nouns (singular) may name one source without a name in the words of two reporters."""
    if same_kind_of_source(first, second) or not _voices_of(first).isdisjoint(_voices_of(second)):
        return True
    kin = read_words("disagreement_words.txt", "kin")
    return first in kin and second in kin and not _ANY_KIN.isdisjoint((first, second))


_ANY_KIN = frozenset(("relative", "family", "parent", "kin"))


def studies(noun: str) -> bool:
    """Whether a noun is for somebody who studies something: "botanist", "historian"."""
    return noun.endswith(_STUDENTS) or noun in _SCHOLARS


_SCHOLARS = frozenset(
    ("botanist", "historian", "scientist", "researcher", "physicist", "chemist", "analyst", "academic")
)


def _voices_of(noun: str) -> frozenset[int]:
    found = _voices().get(noun, frozenset())
    return found | _voices()["scientist"] if studies(noun) else found


@cache
def _voices() -> dict[str, frozenset[int]]:
    """Return the numbers of the groups of one voice in which each noun is."""
    lines = [line.split() for line in read_sections("disagreement_words.txt")["voices"]]
    return {
        noun: frozenset(n for n, line in enumerate(lines) if noun in line) for each in lines for noun in each
    }


def opposed(first: str, second: str) -> bool:
    """Whether two nouns never name one source: "prosecution" and "defence"."""
    return frozenset((first, second)) in _opponents()


@cache
def _opponents() -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset((one, other))
        for line in read_sections("disagreement_words.txt")["antagonists"]
        for first, second in [line.split("/")]
        for one in first.split()
        for other in second.split()
    )


def of_other_peoples(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sources of a kind are of different nations: "a French diplomat", "an Italian diplomat"."""
    peoples = [_peoples() & set(words) for words in (one, other)]
    if not all(peoples) or peoples[0] & peoples[1]:
        return False
    return any(
        first == second
        for first in set(one) - peoples[0]
        for second in set(other) - peoples[1]
        if first in people_nouns()
    )


@cache
def _peoples() -> frozenset[str]:
    """Return the folded adjectives of nations, those of one word."""
    return frozenset(fold(name) for name in load_lexicon().country_of if " " not in name)


def speaks_for(first: str, one: Sequence[str], second: str, other: Sequence[str]) -> bool:
    """Whether one of two sources (noun and printed words, folded) may speak for the other.

    So "a transcript" does for whoever is in it, and "its director" for "the company".
    """
    if any(noun in _papers() and not _is_owned(words) for noun, words in ((first, one), (second, other))):
        return True
    pairs = ((first, one, second), (second, other, first))
    for own, speaker, noun in ((one, first, second), (other, second, first)):
        if own and own[0] in _PERSONAL and speaker in _MOUTHPIECES and noun in people_nouns():
            return True  # "her office", "the mayor"
        if heads(speaker, noun) and len(own) <= _BARE:
            return True  # "the head teacher", "the school"
    if not _HOUSES.isdisjoint(one) and not _HOUSES.isdisjoint(other) and "statement" in (first, second):
        return True  # "the airline", "a company statement"
    return any(
        w[0] in ("its", "their") and noun in people_nouns() and house in _HOUSES | _OFFICIAL
        for noun, w, house in pairs
        if w
    )


def heads(officer: str, house: str) -> bool:
    """Whether the holder of an office may speak for a body: "head" or "manager" for "school" or "club"."""
    return officer in _OFFICERS and house in _HOUSES


def _is_owned(words: Sequence[str]) -> bool:
    """Whether it is told whose a paper is: "minutes of the council", "its report"."""
    told = [
        w for w in words if w not in function_words() and w not in _ANY_PAPER and singular(w) not in _papers()
    ]
    return words[0] in THEIRS or not _OWNERS.isdisjoint(words) or bool(told)


@cache
def _papers() -> frozenset[str]:
    listed = read_words("source_nouns.txt", "documents") | read_words("source_nouns.txt", "papers")
    return frozenset(singular(word) for word in listed) - _NO_PAPERS


_ANY_PAPER = frozenset(
    ("court", "official", "internal", "confidential", "leaked", "new", "seen", "entered", "published")
)
"""Words beside a paper that do not tell whose it is."""

_OWNERS = frozenset(("of", "by", "from", "for"))
THEIRS = frozenset(("its", "their", "his", "her"))
_NO_PAPERS = frozenset(
    ("prosecution", "defence", "defense", "guard", "coastguard", "poll", "survey", "register", "study")
)
_PERSONAL = THEIRS - {"its"}
_OFFICIAL = frozenset(("agency", "authority", "council", "government", "commission"))
_MOUTHPIECES = frozenset(("office", "spokesman", "spokeswoman", "spokesperson", "aide", "secretary"))
_OFFICERS = read_words("disagreement_words.txt", "officers")
_BARE = 3
"""Words of a source that tell no more than its office."""

_HOUSES = read_words("disagreement_words.txt", "houses")
"""Bodies that somebody of their own speaks for."""

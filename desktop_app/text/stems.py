"""A light stemmer: enough to see that two forms belong to one word, never so much that two words meet."""

from __future__ import annotations

from functools import lru_cache

from desktop_app.text.lexicons import read_words
from desktop_app.text.normalize import fold_spelling

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the stem of a word for comparing: folded, one spelling, without inflection.

    Plurals, -ed, -ing and -ly are taken off, in the manner of Harman's S stemmer and the first step of
    Porter's; irregular forms are left alone. Words of other alphabets come back folded.
    """
    word = fold_spelling(word)
    if len(word) < 4 or word in read_words("unstemmed.txt") or not word.isascii() or not word.isalpha():
        return word
    return _without_final_e(_without_ending(_without_plural(word)))


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_ending(word: str) -> str:
    for ending in ("edly", "ingly", "ing", "ed"):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if len(rest) < 3 or not any(letter in _VOWELS for letter in rest):
                return word
            if rest[-1] == rest[-2] and rest[-1] not in "lsz":
                return rest[:-1]
            if rest.endswith("i"):
                return rest[:-1] + "y"
            # "hoped" belongs to "hope", as "hopping" has shown its second p above.
            short = (
                len(rest) == 3 and rest[1] in _VOWELS and rest[0] not in _VOWELS and rest[2] not in "aeiouywx"
            )
            return rest + "e" if short else rest
    if word.endswith("ily") and len(word) > 5:
        return word[:-3] + "y"
    if word.endswith("ly") and len(word) > 5:
        return word[:-2]
    return word


def _without_final_e(word: str) -> str:
    return word[:-1] if word.endswith("e") and len(word) > 4 else word

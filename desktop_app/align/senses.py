"""What words are about: the families of near synonyms and the wider fields of meaning they belong to."""

from __future__ import annotations

from functools import cache, lru_cache

from desktop_app.align.aliases import aliases
from desktop_app.text.lexicons import read_sections
from desktop_app.text.normalize import fold
from desktop_app.text.stems import stem

LEXICONS = ("fields.txt", "synonyms.txt")
LEAST_LETTERS = 3


@cache
def senses() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the families and fields of each English word that has any, by its root."""
    found: dict[str, list[int]] = {}
    number = 0
    for lexicon in LEXICONS:
        for line in read_sections(lexicon).get("", ()):
            for word in line.split():
                listed = found.setdefault(root(fold(word)), [])
                if "_" not in word and number not in listed:
                    listed.append(number)
            number += 1
    return {word: tuple(listed) for word, listed in found.items() if listed}


def root(word: str) -> str:
    """Return the form of a folded word that its inflected forms share: "paid" and "paying" give "pay"."""
    return stem(aliases().get(word, word))


@lru_cache(maxsize=65536)
def senses_of(word: str) -> tuple[int, ...]:
    """Return the numbers of the families and fields of an English word, none for most names."""
    return senses().get(root(fold(word)), ()) if len(word) >= LEAST_LETTERS else ()

"""Names of other languages that go on in small letters: "Hospodářská banka", "Mouvement pour la terre".

Most languages give a capital to the first word of a body's name alone, and English news leaves such names as
they are. The words stand in ``lexicons/heads_abroad.txt``.
"""

from __future__ import annotations

from functools import lru_cache

from desktop_app.extract.heads_abroad import ADJECTIVES, opens_body_abroad
from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import ELIDED
from desktop_app.extract.neighbours import adjoins
from desktop_app.extract.words import Line
from desktop_app.text.lexicons import read_lists
from desktop_app.text.normalize import fold

_MOST = 7
"""Names do not go on over more words."""
_LEAST = 4
"""Shorter words of other languages are left to lists, as short English words are many."""
_OF = frozenset(("de", "des", "du", "del", "della", "delle", "dei", "degli", "dos", "das", "d’", "d'"))
"""Behind them a word that looks English is none ("Conseil des transports")."""

_ARTICLES = frozenset(("la", "le", "les", "los", "las", "el", "il", "lo"))
_ENGLISH_ENDS = ("ed", "ing", "ly", "ness", "able", "ish")
_ENGLISH_MARKED = frozenset(("née", "né", "vis-à-vis", "señor", "señora", "piñata", "jalapeño", "über"))
"""Words with marks that English uses itself, beside those that lists know without their marks."""


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    return frozenset(read_lists("heads_abroad.txt")["small words going on"])


@lru_cache(maxsize=1)
def _adjectives() -> frozenset[str]:
    return frozenset(read_lists("heads_abroad.txt")["adjectives going on"])


def goes_on_abroad(line: Line, begin: int, place: int, lexicon: Lexicon) -> int:
    """Return the place behind the small foreign words that end the name from ``begin``, 0 where none do.

    ``place`` is that of the first word without a capital, in an English text.
    """
    words = line.words
    first, text = words[begin].text, words[place].text
    if not (first[:1].isupper() and text[:1].islower()) or not adjoins(line, place):
        return 0
    headed = opens_body_abroad(first)
    if not headed and not (first.endswith(ADJECTIVES) and _is_marked(text, lexicon)):
        return 0
    if first in lexicon.first_names or (place - begin > 1 and not headed):
        return 0
    end, at = 0, place
    while at < len(words) and at - place < _MOST and (adjoins(line, at) or words[at - 1].text in ELIDED):
        if words[at].blocked or words[at].first:
            break
        if _is_part(line, at, lexicon, opens=at == place, headed=headed, end=end):
            end = at + 1
        elif words[at].text not in _small():
            break
        at += 1
    return end


def _is_part(line: Line, at: int, lexicon: Lexicon, *, opens: bool, headed: bool, end: int) -> bool:
    """Whether the word at ``at`` belongs to a foreign name; ``opens`` tells that it is the first small one.

    ``headed`` tells that the name begins with a noun of bodies; it has come to ``end``, 0 for its capitals.
    """
    words = line.words
    word, before = words[at].text, words[at - 1].text
    if not headed:
        return _is_marked(word, lexicon)
    if opens:
        known = word in _adjectives() and _follows(line, at, lexicon)
        return known or _is_strange(word, lexicon)
    if words[at].capital:
        return 0 < end < at and before in _small()
    led = before in _OF or (before in _ARTICLES and words[at - 2].text in _small())
    return _is_strange(word, lexicon) or (led and word.isalpha() and word not in _small())


def _follows(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether what stands around an adjective that is English too is not English."""
    words = line.words
    if not lexicon.is_ordinary(words[place - 1].text.lower()):
        return True
    behind = words[place + 1].text if place + 1 < len(words) else ""
    return _is_strange(behind, lexicon) or (behind in _small() and not lexicon.is_ordinary(behind))


def _is_strange(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in small letters is none of English."""
    if len(word) < _LEAST or not word.replace("-", "").isalpha() or not word.islower():
        return False
    if not word.isascii():
        return word not in _ENGLISH_MARKED  # "Comité régional"
    if word.endswith(_ENGLISH_ENDS):
        return False
    return not lexicon.is_ordinary(word) and not all(map(lexicon.is_ordinary, word.split("-")))


def _is_marked(word: str, lexicon: Lexicon) -> bool:
    """Whether a word has marks on its letters that no word of English has."""
    if word.isascii() or not word.islower() or not word.replace("-", "").isalpha() or len(word) < _LEAST:
        return False
    bare = fold(word)
    known = bare in lexicon.words or bare.removesuffix("s") in lexicon.words  # "cafés"
    return not known and word not in _ENGLISH_MARKED and not lexicon.is_ordinary(word)

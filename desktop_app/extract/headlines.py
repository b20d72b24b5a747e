"""Names in headlines and lines in capitals, where a capital letter tells nothing."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Entry, Lexicon
from desktop_app.extract.line_modes import Mode, Word
from desktop_app.extract.name import Name, listed_at, make_name
from desktop_app.extract.words import Line
from desktop_app.model import EntityType


def restricted_names(
    line: Line, lexicon: Lexicon, known: dict[tuple[str, ...], int], longest: int
) -> list[Name]:
    """Return the names of a headline or a line in capitals: only listed ones and those known from elsewhere.

    ``known`` holds the names of ordinary text as words (in capitals for a line in capitals).
    """
    upper = line.mode is Mode.CAPITALS
    found: list[Name] = []
    place = 0
    words = line.words
    while place < len(words):
        word = words[place]
        if not word.capital or word.blocked:
            place += 1
            continue
        taken = 0
        for length in range(min(longest, len(words) - place), 0, -1):
            key = tuple(part.text for part in words[place : place + length])
            if key in known and (length > 1 or not _ordinary_title(word, lexicon)):
                taken = length
                break
        listed = listed_at(line, place, lexicon, upper=upper)
        if listed and listed[0] >= taken:
            clash = (
                listed[0] == 1 and len(word.text) > 1 and _is_common(word, listed[1], lexicon, upper=upper)
            )
            if not clash or (word.text.isupper() and not upper):
                found.append(make_name(line, place, place + listed[0], listed[1]))
                place += listed[0]
                continue
        if not taken:
            taken = _person_length(line, place, lexicon)
            if taken and upper:
                found.append(make_name(line, place, place + taken))
                found[-1].add(EntityType.PERSON, 6.0)
                place += taken
                continue
        if taken:
            entry = listed[1] if listed and listed[0] == taken else None
            found.append(make_name(line, place, place + taken, entry))
            place += taken
        else:
            place += 1
    return found


_COMMON = frozenset({"POLISH", "POLE", "POLES", "CAR", "SCOTCH", "SWEDE"})
"""Peoples and countries that are words of headlines first."""
_HEADS = ("generic", "facility heads", "place heads", "organisation heads")


def _is_common(word: Word, entry: Entry, lexicon: Lexicon, *, upper: bool) -> bool:
    """Whether a listed word is more likely a common one in a headline; in capitals countries are none."""
    if upper and (
        entry[0] is EntityType.NORP or (entry[0] is EntityType.GPE and lexicon.is_country(entry[1]))
    ):
        return word.text in _COMMON
    return lexicon.is_ordinary(word.text.lower())


def _ordinary_title(word: Word, lexicon: Lexicon) -> bool:
    heads = any(lexicon.has(section, word.text.capitalize()) for section in _HEADS) and word.text.isupper()
    return heads or lexicon.has("generic", word.text) or word.text.lower() in lexicon.function_words


def _person_length(line: Line, place: int, lexicon: Lexicon) -> int:
    """Return 2 or 3 where a headline shows a first name with a surname that is no ordinary word.

    In capitals the name must be all there is: who a part of the text is about.
    """
    words = line.words
    upper = line.mode is Mode.CAPITALS
    first = words[place].text.capitalize() if upper else words[place].text
    if first not in lexicon.first_names or place + 1 >= len(words) or (upper and len(words) > 3):
        return 0
    length = 2
    if place + 2 < len(words) and re.fullmatch(r"[A-Z]\.", words[place + 1].text):
        length = 3
    last = words[place + length - 1]
    if (
        last.capital
        and not last.blocked
        and not lexicon.is_ordinary(last.text.lower())
        and len(last.text) > 1
        and (not upper or (place == 0 and length == len(words)))
    ):
        return length
    return 0

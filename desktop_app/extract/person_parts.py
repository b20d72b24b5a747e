"""Words that are titles or peoples elsewhere and parts of somebody's name here ("Hassan Sheikh Ali").

Asked by ``segments`` while sequences of capital words are parted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Entry, Lexicon
from desktop_app.extract.line_modes import Word
from desktop_app.extract.words import Line
from desktop_app.model import EntityType

_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_MIDDLE = frozenset(
    ("Sheikh", "Haji", "Hajji", "Imam", "Malik", "Sardar", "Mullah", "Prince", "Sultan", "Guru", "Pandit")
)
"""Titles that are given names and names of the father too."""
_LAWYERS = frozenset(("Advocate", "Warden", "Recorder", "Prefect", "Collector", "Regent", "Commandant"))


def leads_person(title: str, rest: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words behind a rare title are somebody: a first name, initials, or a police rank."""
    if rest and (rest[0].text in lexicon.first_names or _INITIALS.fullmatch(rest[0].text)):
        return True
    if len(rest) < 2 or not (title in _LAWYERS or (len(title) > 2 and title.isupper())):
        return False
    return not any(lexicon.is_ordinary(word.text.lower()) or word.text.isupper() for word in rest[:3])


def is_middle(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether a title behind a first name is a name itself, as it is in Somalia and India."""
    word, before = line.words[place], line.words[place - 1] if place else None
    if before is None or word.text not in _MIDDLE or word.start - before.end != 1:
        return False
    if (before.text,) in lexicon.titles:
        return False
    strange = before.capital and not lexicon.is_ordinary(before.text.lower())
    return before.text in lexicon.first_names or (strange and (before.text,) not in lexicon.listed)


def opens_strange_person(line: Line, first: int, last: int, entry: Entry, lexicon: Lexicon) -> bool:
    """Whether a people's word that is a first name too opens a strange name ("Issa Tombal Keri")."""
    words = line.words[first:last]
    if entry[0] is not EntityType.NORP or words[0].text not in lexicon.first_names:
        return False
    if not 2 <= len(words) <= 4 or lexicon.is_ordinary(words[0].text.lower()):
        return False
    return not any(
        lexicon.is_ordinary(word.text.lower()) or word.text.isupper() or (word.text,) in lexicon.listed
        for word in words[1:]
    )

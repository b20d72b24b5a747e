"""Words that stand in a date or figure and belong to a name: "April Dunmore", "Three Rivers Towing"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from desktop_app.extract.lexicon import Lexicon
from desktop_app.model import pulsed
from desktop_app.text.dates import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from desktop_app.extract.words import Document, Line

CALENDAR = frozenset([*MONTHS, *WEEKDAYS.values()]) - {"mar"}
"""Months and days in lower case; "Mar" is the sea in Spanish names."""

_UNCOUNTED = CALENDAR | {"mar", "thousand", "million", "billion", "trillion", "quarter", "half"}
_BEFORE_GIVEN = frozenset((",", "and", "one", "named", "called", "by", "against", "with"))
"""What stands between a clause and the somebody whose first name is a day ("one Sunday Tarvo")."""

_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_UNITS = frozenset(("Brigade", "Regiment", "Battalion", "Squadron", "Division", "Corps", "Army", "Fleet"))
"""Parts of an army, which are told apart by number ("the 1st Aviation Brigade")."""

_NUMBERED_THING = re.compile(r"(?:Two|Three|Four|Five|Six|Seven|Eight|Ten)-[A-Z][a-z]+")


def is_given_month(line: Line, place: int, lexicon: Lexicon) -> bool:
    """Whether a month or day is a first name: "April Dunmore said", but not "in April Dunmore said"."""
    word = line.words[place]
    if not lexicon.has("given months", word.text) or place + 1 >= len(line.words):
        return False
    follows = line.words[place + 1].text
    before = line.words[place - 1].text if place else ""
    if before.lower() in lexicon.sections["before dates"] or before[:1].isdigit():
        return False
    called = before in _BEFORE_GIVEN or lexicon.has("roles", before) or (before,) in lexicon.titles
    if word.text.endswith("day") and not word.first and not called:
        return False
    strange = follows in lexicon.surnames or not lexicon.is_ordinary(follows.lower())
    return strange and follows.istitle() and (follows,) not in lexicon.listed


def free_named_numbers(line: Line, lexicon: Lexicon) -> None:
    """Give numbers back to the names that open with them ("Three Rivers Towing", "10th Circuit Court")."""
    for place, (word, follows) in enumerate(pairwise(line.words)):
        if not word.blocked or not follows.capital or follows.start - word.end != 1:
            continue
        if is_given_month(line, place, lexicon) or (_NUMBERED_THING.fullmatch(word.text) and not word.first):
            word.blocked = False
        if lexicon.has("number openers", word.text) and not word.first:
            if follows.text.lower() not in _UNCOUNTED and not lexicon.has("number openers", follows.text):
                word.blocked = follows.blocked = False
        elif _ORDINAL.fullmatch(word.text):
            behind = line.words[place + 2].text if place + 2 < len(line.words) else ""
            told = follows.text == "U.S." or lexicon.has("told apart by number", follows.text)
            if told or behind in _UNITS:
                word.capital, word.blocked = True, False
        elif follows.text in _UNITS and word.text.isdigit() and len(word.text) < 4 and place:
            if line.words[place - 1].text not in ("the", "The"):
                continue
            word.capital, word.blocked = True, False  # "444 Brigade"


def free_surnames(document: Document, lexicon: Lexicon) -> None:
    """Give back the months that are somebody's surname: "Josephine May" and, behind her, "May said"."""
    months = [
        (line, place)
        for line in pulsed(document.lines, 64)
        for place, word in enumerate(line.words)
        if word.blocked and place and lexicon.has("surname months", word.text)
    ]
    for line, place in months:
        before = line.words[place - 1]
        named = before.text in lexicon.first_names or lexicon.has("forms of address", before.text)
        if named and not before.blocked and line.words[place].start - before.end == 1:
            document.surnames.add(line.words[place].text)
    for line, place in months:
        before, word = line.words[place - 1], line.words[place]
        behind = line.words[place + 1].text if place + 1 < len(line.words) else ""
        dated = (
            before.text[0].isdigit()
            or lexicon.has("before dates", before.text.lower())
            or behind[:1].isdigit()
        )
        if word.text in document.surnames and not dated:
            word.blocked = False

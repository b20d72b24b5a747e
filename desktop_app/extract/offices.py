"""Offices in front of a person's name that no list holds whole, and titles that are first names.

Asked by ``segments``, which leaves titles and offices out of names.
"""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import listed_at
from desktop_app.extract.words import Document, Line

OFFICE_OF = re.compile(
    r"\b(?:[Ss]ecretary|[Mm]inister|[Hh]ead|[Ll]eader|[Dd]irector(?:[\s-][Gg]eneral)?|[Cc]hief|[Pp]resident"
    r"|[Ss]peaker|[Cc]hair\w*|[Cc]ommissioner|[Ss]uperintendent|[Ii]nspector(?:[\s-][Gg]eneral)?|[Cc]omptroller"
    r"|[Aa]dviser|[Dd]ean|[Mm]aster)\s(?:of|for)\s(?:the\s)?$"
)
"""An office that goes on behind "of" ("Secretary of State", "Director General of Police")."""

_CALLED_ROLE = re.compile(
    r"\b(?:coach|trainer|lawyer|agent|manager|captain|brother|father|son|husband|partner|friend|neighbou?r|owner|director|chairman|boss"
    r"|spokesman|farmer|driver|teacher|colleague|widower|uncle|cousin|nephew|grandfather|striker|defender|keeper)(?:,|,\s\d\d,)?\s$",
    re.IGNORECASE,
)
_DESKS = frozenset(("Correspondent", "Editor", "Reporter", "Writer", "Columnist", "Producer"))
_NO_PERSON = ("organisation heads", "event heads", "legal suffixes")
_ROLE_BEFORE = re.compile(r"(?:^|[\s“(])(?P<role>[A-Za-z][a-z-]+)\s$")
_AGED = re.compile(r",\s(?:aged\s)?[1-9]\d,|\s\([1-9]\d\)")
_RARE_OFFICES = frozenset(("Dean", "Earl", "Duke", "Deacon"))
"""Titles that are first names more often, unless the text has somebody else of that surname."""

_GIVEN = _RARE_OFFICES | frozenset(
    ("Major", "Marshal", "Judge", "Bishop", "Justice", "Prince", "Baron", "Sheriff", "King")
)
"""Titles that are first names too."""


def behind_office(line: Line, first: int, last: int, lexicon: Lexicon) -> int:
    """Return the place behind plain words in capitals that tell somebody's office, ``first`` for none.

    "District Collector Minati Kar", "Senior Counsel Audrey Mok": the last of the plain words is a role, and
    what follows it is a person of two words or more.
    """
    words = line.words
    for place in range(first + 1, min(last - 1, first + 6)):
        word = words[place - 1].text
        lowered = word.lower()
        if not word.istitle() or not lexicon.is_ordinary(lowered):
            return first
        called = word in lexicon.first_names or (place == first + 1 and word in lexicon.surnames)
        called = called or (word,) in lexicon.titles
        if lexicon.has("roles", lowered) and not called and _is_person(line, place, last, lexicon):
            return place
    return first


def _is_person(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words of a sequence are a person's by their first name, or all strange."""
    texts = [word.text for word in line.words[first:last]]
    if not 2 <= len(texts) <= 4 or listed_at(line, first, lexicon) or texts[0].isupper():
        return False
    if any(lexicon.has(heads, texts[-1]) for heads in _NO_PERSON):
        return False
    if texts[0] in lexicon.first_names:
        return True
    return all(text[0].isupper() and not lexicon.is_ordinary(text.lower()) for text in texts)


def is_given(document: Document, line: Line, place: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a title in front of one word is a first name ("driver Dean Oxley", "Earl Tarvell, 44, said").

    Somebody with an office is named in full first; who is "Dean Oxley" from the beginning, with no other
    Oxley in the text, goes by that name.
    """
    word = line.words[place].text
    if word not in _GIVEN or end != place + 2:
        return False
    surname = line.words[place + 1].text
    if (surname,) in lexicon.listed:
        return False
    known = document.given.get((word, surname))
    if known is None:
        known = _told_given(document, word, surname, lexicon)
        document.given[word, surname] = known
    return known


def _calls(role: str, word: str, lexicon: Lexicon) -> bool:
    """Whether a role in front of a title tells that it is none ("Referee Bishop Oxley")."""
    known = lexicon.has("roles", role.lower()) and role.lower() != word.lower()
    return known and (role,) not in lexicon.titles


def without_desk(line: Line, first: int, last: int, lexicon: Lexicon) -> int:
    """Return where a sequence ends without the desk of a writer, ``first`` where nothing else is left.

    "Indonesia Correspondent", "Health and Science Editor", "China Bureau" in front of "Chief".
    """
    words = line.words
    if last - first < 2 or (first and words[first - 1].text in ("the", "The")):
        return last
    tail = words[last - 1].text
    chief = tail == "Bureau" and last < len(words) and words[last].text == "Chief"
    if not chief and tail not in _DESKS:
        return last
    rest = [word.text for word in words[first : last - 1]]
    listed = listed_at(line, first, lexicon)
    if listed and listed[0] == len(rest):
        return last - 1
    return first if all(lexicon.is_ordinary(text.lower()) for text in rest) else last


def _told_given(document: Document, word: str, surname: str, lexicon: Lexicon) -> bool:
    """Whether a document tells that a title and a surname are a person's two names."""
    rest = f" {surname}"
    for run in document.sequences:
        if run.endswith(rest) and not run.endswith(f"{word}{rest}"):
            before = run[: -len(rest)].split()[-1]
            if not lexicon.has("forms of address", before) and (before,) not in lexicon.titles:
                return False  # the dean is Ada Oxley
    alone = re.compile(rf"\b[Tt]he\s{word}\b|\b{word}\sof\b")
    office = bool(document.lower[word.lower()] or any(alone.search(line.text) for line in document.lines))
    if word in _RARE_OFFICES and not office and surname not in lexicon.first_names:
        return True
    both = f"{word}{rest}"
    for line in document.lines:
        start = line.text.find(both)
        while start >= 0:
            before = line.text[max(0, start - 40) : start]
            role = _ROLE_BEFORE.search(before)
            called = role is not None and _calls(role["role"], word, lexicon)
            aged = not office and _AGED.match(line.text, start + len(both))
            if called or aged or _CALLED_ROLE.search(before):
                return True
            start = line.text.find(both, start + 1)
    return False

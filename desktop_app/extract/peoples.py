"""What stands behind a people's name: a body of its own, or more of one name.

Asked by ``segments``, which parts "the German Elbmark Bank" and keeps "Philippine Red Cross" whole.
"""

from __future__ import annotations

from desktop_app.extract.lexicon import Entry, Lexicon
from desktop_app.extract.name import listed_at
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType

_NOT_PLAIN = (
    "generic",
    "titles",
    "roles",
    "works",
    "event heads",
    "organisation heads",
    "not names",
    "soft openers",
)
"""Sections of words that have a capital behind a people's name without being part of it."""


def plain_behind(document: Document, line: Line, rest: int, last: int, lexicon: Lexicon) -> bool:
    """Whether one plain word in capitals that is no office, body or event follows a people's name."""
    if last - rest != 1 or line.words[rest].first:
        return False
    word = line.words[rest].text
    if document.sequences[f"{line.words[rest - 1].text} {word}"] < 2 or not word.istitle():
        return False
    known = any(lexicon.has(kind, word) or lexicon.has(kind, word.lower()) for kind in _NOT_PLAIN)
    person = word in lexicon.first_names or word in lexicon.surnames
    return not known and not person and (word,) not in lexicon.listed and lexicon.is_ordinary(word.lower())


def of_people(line: Line, rest: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a body of plain words follows a people ("Philippine Red Cross", "Tavians for Justice")."""
    if last - rest < 2:
        return False
    if line.words[rest].text == "for":
        return True
    plain = all(lexicon.is_ordinary(word.text.lower()) for word in line.words[rest:last])
    return plain and _is_listed_body(line, rest, last, lexicon)


def is_firm(line: Line, rest: int, last: int, lexicon: Lexicon) -> bool:
    """Whether a company with a name of its own follows a people ("the German Elbmark Bank")."""
    texts = [word.text for word in line.words[rest:last]]
    if len(texts) != 2 or not lexicon.has("company heads", texts[1]):
        return False
    own = texts[0]
    known = (own,) in lexicon.listed or own.isupper() or lexicon.is_ordinary(own.lower())
    return not known and own[0].isupper()


def is_state_body(line: Line, rest: int, last: int, entry: Entry, lexicon: Lexicon) -> bool:
    """Whether a listed body of several words goes by the country in front ("UK Competition Agency")."""
    return last - rest > 1 and lexicon.is_country(entry[1]) and _is_listed_body(line, rest, last, lexicon)


def _is_listed_body(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether the words from ``first`` up to ``last`` (exclusive) are a listed body, all of them."""
    listed = listed_at(line, first, lexicon)
    return bool(listed and listed[0] == last - first and listed[1][0] is EntityType.ORG)

"""Words of a paragraph, and how it uses capitals: in running text, a headline or a line all in capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from desktop_app.extract.lexicon import Lexicon

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_STOPS = frozenset(".;,:")
_WRITING = frozenset(
    ("reporting", "editing", "writing", "photography", "photograph", "compiled", "additional")
)
_DASHES = frozenset("-–—")
_OPENING = 14
"""Words within which a dateline ends."""
_CLOSERS = frozenset("\"'”’»)")


class Mode(Enum):
    """How a paragraph uses capitals."""

    NORMAL = "normal"
    TITLE = "title"
    CAPITALS = "capitals"


@dataclass(slots=True)
class Word:
    """A word or mark: half-open offsets in its paragraph, text, and what is known of its case.

    ``first`` tells that a capital here means nothing (sentence start, after a colon or an opening mark),
    ``blocked`` that a date or figure holds it.
    """

    start: int
    end: int
    text: str
    capital: bool = False
    first: bool = False
    blocked: bool = False


def mode_of(words: list[Word], lexicon: Lexicon, *, headline: bool = False) -> Mode:
    """Return how the words of a paragraph use capitals; a caption may hold more than its first sentence.

    A ``headline`` may be in Title Case though it is short.
    """
    mode = _mode_of(words, lexicon, headline=headline)
    if mode is Mode.TITLE and _is_credit(words):
        return Mode.NORMAL
    if mode is not Mode.TITLE:
        return mode
    stop = next((place for place, word in enumerate(words) if word.text == "." and place > 3), len(words))
    if stop < len(words) - 2:
        return _mode_of(words[:stop], lexicon)  # "Casks at the Orlan Distillery. Photograph: Ann Tarrow"
    return mode


def _is_credit(words: list[Word]) -> bool:
    """Whether a line tells who wrote or pictured it ("By Ada Tarrow and Bo Falk", "(Editing by ...)")."""
    if words[0].text in ("By", "BY", "("):
        return True
    return any(one.text.lower() in _WRITING and two.text == "by" for one, two in pairwise(words))


def _mode_of(words: list[Word], lexicon: Lexicon, *, headline: bool = False) -> Mode:
    # The words of a slug are written small ("UPDATE 2-").
    lettered = [
        word
        for word in words
        if (word.capital or not word.text[0].isupper())
        and ((len(word.text) > 1 and word.text.isalpha()) or _LETTERS.search(word.text))
    ]
    upper = sum(word.text.isupper() for word in lettered)
    if len(lettered) < 3 and not (len(lettered) == 2 == upper and len(words) < 4):
        return Mode.NORMAL
    if upper >= 0.75 * len(lettered):
        return Mode.CAPITALS
    if any(one.text == ")" and two.text in _DASHES for one, two in pairwise(words[:_OPENING])):
        return Mode.NORMAL  # "Dec 6 (AP) - Scores from the Tavian Open"
    ends = [word.text for word in words[-2:]]
    if not headline and (ends[-1] in _STOPS or (ends[-1] in _CLOSERS and ends[0] in _STOPS)):
        return Mode.NORMAL  # headlines bear no full stop
    long = [
        word for word in lettered if len(word.text) > 3 and word.text.lower() not in lexicon.function_words
    ]
    capital = sum(word.capital for word in long)
    ordinary = sum(word.capital and lexicon.is_ordinary(word.text.lower()) for word in long[1:])
    if len(long) >= 4 and capital >= 0.85 * len(long) and ordinary >= 2:
        return Mode.TITLE
    if headline and 2 <= len(long) == capital and ordinary:
        return Mode.TITLE  # "Tavia Counts Its Bridges"
    return Mode.NORMAL

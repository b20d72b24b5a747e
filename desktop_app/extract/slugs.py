"""What agencies tie to a name with a hyphen: a slug ("Soccer-", "UPDATE 2-"), a seed, a shirt number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.extract.lexicon import Lexicon

if TYPE_CHECKING:
    from desktop_app.extract.line_modes import Word

_NUMBERED = re.compile(r"(T?\d{1,3}|F1)[-‑](?=[^\W\d_]{2})")
_PARTICIPLE = re.compile(r"[^\W\d_]{3}-(?:[A-Z]{2,}ED|BORN|LED|RUN|MADE|WIDE|HELD|BUILT|SPEAKING)$")
_DASHES = frozenset("-–—")
_LONGEST = 5
"""A slug ends within this many words of the line's start ("Olympics-Ice hockey-")."""


def part_slugs(words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words of a line with slugs and numbers cut off the names they are tied to by a hyphen.

    "Soccer-Dresna beat", "UPDATE 2-Tavia's", "1-Ilona Marek". The words of a slug count as written small,
    so no name begins with them.
    """
    found: list[Word] = []
    opening = True
    for place, word in enumerate(words):
        tied = "-" in word.text or "‑" in word.text
        if not (opening or tied):
            found.append(word)
            continue
        rest, tail = word, None
        if tied and word.text.isupper() and _PARTICIPLE.search(word.text):
            cut = word.text.rindex("-")
            tail = replace(word, start=word.start + cut, text=word.text[cut:], capital=False)
            word = rest = replace(word, end=word.start + cut, text=word.text[:cut])
        number = _number_length(word.text, lexicon) if tied else 0
        if number:
            found.append(replace(word, end=word.start + number, text=word.text[:number], capital=False))
            rest = _behind(word, number + 1)
            if opening and place:
                _write_small(found)
            opening = opening and place > 0
        if (
            opening
            and place
            and word.text in _DASHES
            and _in_slug(words[place - 1].text, found[:-1], lexicon)
        ):
            _write_small(found)
            opening = False
        while opening and place < _LONGEST:
            head, mark, name = rest.text.partition("-")
            if mark and name[:1].isupper() and _ends_slug(head, found, lexicon):
                found.append(replace(rest, end=rest.start + len(head), text=head))
                _write_small(found)
                rest = _behind(rest, len(head) + 1)
            else:
                opening = not mark and _in_slug(head, found, lexicon)
                break
        found.append(rest)
        if tail:
            found.append(tail)
    return found


def _number_length(text: str, lexicon: Lexicon) -> int:
    """Return how long the number is that a name is tied to, 0 for none ("7-Eleven" is one name)."""
    match = _NUMBERED.match(text)
    if not match or (text,) in lexicon.listed:
        return 0
    name = text[match.end() :]
    known = name in lexicon.surnames or name in lexicon.first_names
    return len(match[1]) if name[0].isupper() and (known or not lexicon.is_ordinary(name.lower())) else 0


def _ends_slug(text: str, before: Sequence[Word], lexicon: Lexicon) -> bool:
    lowered = text.lower()
    return lexicon.has("slugs", lowered) or (bool(before) and lexicon.has("slug tails", lowered))


def _in_slug(text: str, before: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a word belongs to a slug that the words ``before`` begin."""
    lowered = text.lower()
    within = bool(before) and (text.isdigit() or lexicon.has("slug tails", lowered))
    return within or lexicon.has("slugs", lowered) or lexicon.has("slug openers", lowered)


def _write_small(words: Sequence[Word]) -> None:
    for word in words:
        word.capital, word.blocked = False, True


def _behind(word: Word, cut: int) -> Word:
    return replace(word, start=word.start + cut, text=word.text[cut:], capital=word.text[cut].isupper())

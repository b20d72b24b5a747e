"""Words, numbers and marks of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from desktop_app.text.scripts import APOSTROPHES, HYPHENS, JOINERS, MARKS, UNSPACED


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark: half-open code point offsets and the text between them."""

    start: int
    end: int
    text: str


_LETTER = rf"(?:[^\W_{UNSPACED}][{MARKS}{JOINERS}]*)"
_CURRENCY = r"(?:[A-Z]{1,3})?[$£€¥₹₽₩₪₫₴₦₱฿₺]"


@cache
def _token_pattern() -> re.Pattern[str]:
    """The pattern, compiled when first needed: its character classes are large."""
    return re.compile(
        rf"""
        (?P<address> https?://[^\s<>"“”»]*[\w/] | [\w.+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}})+ )
      | (?P<number> (?:{_CURRENCY}|[A-Z][A-Za-z]{{0,2}})? \d+ (?:[.,:/]\d+)* {_LETTER}*
            (?:[{HYPHENS}]{_LETTER}+)* )
      | (?P<dotted> (?:[^\W\d_]\.){{2,}} (?:[^\W\d_](?!\w))? (?:[{HYPHENS}]{_LETTER}+)* )
      | (?P<unspaced> [{UNSPACED}][{MARKS}{JOINERS}]* )
      | (?P<word> {_LETTER}+ (?:[{APOSTROPHES}{HYPHENS}·]{_LETTER}+)* )
      | (?P<dots> \.{{2,}} )
      | (?P<mark> [^\s] [{MARKS}{JOINERS}]* )
        """,
        re.VERBOSE,
    )


# English endings that are words of their own, and French or Italian articles before a word.
_ENDING = re.compile(rf"(?:n[{APOSTROPHES}]t|[{APOSTROPHES}](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_ELISION = re.compile(rf"(?:[cdjlmnst]|qu|dell|nell|dall|sull|all|un)[{APOSTROPHES}](?=\w\w)")


@cache
def _plain_word() -> re.Pattern[str]:
    return re.compile(
        rf"[{UNSPACED}][{MARKS}{JOINERS}]*|{_LETTER}+(?:[{APOSTROPHES}{HYPHENS}.,:/_]+{_LETTER}+)*"
    )


def tokenize(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order; everything but white space belongs to exactly one.

    Kept whole: "U.S.", "U.S.-led", hyphenated words, "$3bn", "3.5", "100,000", "10:30", addresses.
    Split off: "'s", "’s", "n't" and their kin ("re", "ve", "ll", "d", "m"), the French "l’". Scripts
    without spaces between words give one token a character.
    """
    return list(iter_tokens(text))


def iter_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of `tokenize` one by one, so that a long text can be left half-way."""
    for match in _token_pattern().finditer(text):
        start, end = match.span()
        word = match.group()
        if match.lastgroup != "word":
            yield Token(start, end, word)
            continue
        elided = _ELISION.match(word)
        if elided:
            yield Token(start, start + elided.end(), elided.group())
            start, word = start + elided.end(), word[elided.end() :]
        ending = _ENDING.search(word)
        if ending and ending.start() > 0:
            cut = start + ending.start()
            yield Token(start, cut, text[start:cut])
            yield Token(cut, end, text[cut:end])
        else:
            yield Token(start, end, word)


def is_word(token: Token) -> bool:
    """Return whether a token is a word or a number, as against a mark."""
    return any(character.isalnum() for character in token.text)


def count_words(text: str) -> int:
    """Return how many words a person would count: "don't" and "U.S.-led" are one each, marks none."""
    return len(_plain_word().findall(text))

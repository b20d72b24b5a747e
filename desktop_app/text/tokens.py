"""Words, numbers and marks of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop_app.text.scripts import APOSTROPHES, HYPHENS, JOINERS, MARKS, UNSPACED, is_common


class Token(NamedTuple):
    """A word, a number or a mark: half-open code point offsets and the text between them."""

    start: int
    end: int
    text: str


_CURRENCY = r"(?:[A-Z]{1,3})?[$£€¥₹₽₩₪₫₴₦₱฿₺]"


@cache
def _rare() -> re.Pattern[str]:
    """Whatever may be a mark, a joiner or a letter of a script without spaces, and little else."""
    return re.compile(
        "[\u00ad\u0300-\u036f\u0483-\u0489\u0590-\u1dff\u200b-\u200f\u2060-\u206f\u20d0-\u20ff"
        "\u2e80-\U0010ffff]"
    )


def _letter(plain: bool) -> str:
    return r"[^\W_]" if plain else rf"(?:[^\W_{UNSPACED}][{MARKS}{JOINERS}]*)"


# A word that ends before a space or a comma: most words are such, whatever else the pattern knows.
_EASY = r"[A-Za-z]++(?=[\s,])"
_ADDRESS = r"""https?://[^\s<>"“”»]*[\w/] | [\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"""


@cache
def _token_pattern(plain: bool, addresses: bool) -> re.Pattern[str]:
    """The pattern, made when first needed: its character classes are large unless the text is ``plain``.

    Where there are no ``addresses`` in a text, it need not look for one at each word.
    """
    letter = _letter(plain)
    marks = "" if plain else f"[{MARKS}{JOINERS}]*"
    unspaced = "(?!)" if plain else f"[{UNSPACED}]"
    return re.compile(
        rf"""
        {_EASY} | (?P<address> {_ADDRESS if addresses else "(?!)"} )
      | (?P<number> (?:{_CURRENCY}|[A-Z][A-Za-z]{{0,2}})? \d+ (?:[.,:/]\d+)* {letter}*
            (?:[{HYPHENS}]{letter}+)* )
      | (?P<dotted> (?:[^\W\d_]\.){{2,}} (?:[^\W\d_](?!\w))? (?:[{HYPHENS}]{letter}+)* )
      | (?P<unspaced> {unspaced}{marks} )
      | (?P<word> {letter}+ (?:(?:[{_INNER}{HYPHENS}·]|{_AYN}){letter}+)* )
      | (?P<dots> \.{{2,}} )
      | (?P<mark> [^\s]{marks} )
        """,
        re.VERBOSE,
    )


# A glottal stop is often typed as an opening mark: "Ha‘apai", "al-‘Ula".
_INNER = f"{APOSTROPHES}‘"
_AYN = rf"(?<=[AEae][lnrsdtz])[{HYPHENS}][{_INNER}](?=[A-ZÀ-Þ])"

# English endings that are words of their own, and French or Italian articles before a word.
_ENDING = re.compile(rf"(?:n[{_INNER}]t|[{_INNER}](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_ELISION = re.compile(rf"(?:[cdjlmnst]|qu|dell|nell|dall|sull|all|un)[{APOSTROPHES}](?=\w\w)")


@cache
def _counted_word(plain: bool) -> re.Pattern[str]:
    letter = _letter(plain)
    unspaced = "" if plain else f"[{UNSPACED}][{MARKS}{JOINERS}]*|"
    return re.compile(rf"{unspaced}{letter}+(?:[{_INNER}{HYPHENS}.,:/_]+{letter}+)*")


def _is_plain(text: str) -> bool:
    return is_common(text) or not _rare().search(text)


def tokenize(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order; everything but white space belongs to exactly one.

    Kept whole: "U.S.", "U.S.-led", "Ha‘apai", hyphenated words, "$3bn", "3.5", "100,000", "10:30", addresses.
    Split off: "'s", "’s", "n't" and their kin ("re", "ve", "ll", "d", "m"), the French "l’". Scripts
    without spaces between words give one token a character.
    """
    return list(iter_tokens(text))


def iter_tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of `tokenize` one by one, so that a long text can be left half-way."""
    pattern = _token_pattern(_is_plain(text), "@" in text or "://" in text)
    make = tuple.__new__  # what Token(...) comes to, without a call of its own for each word
    for match in pattern.finditer(text):
        start, end = match.span()
        word = match.group()
        if match.lastgroup != "word" or (word.isascii() and word.isalpha()):
            yield make(Token, (start, end, word))
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
    return token.text.isalnum() or any(map(str.isalnum, token.text))


def count_words(text: str) -> int:
    """Return how many words a person would count: "don't" and "U.S.-led" are one each, marks none."""
    return len(_counted_word(_is_plain(text)).findall(text))

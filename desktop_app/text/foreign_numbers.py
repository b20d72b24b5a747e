"""Number words of languages other than English, and when they are meant as such."""

from __future__ import annotations

import re
from collections.abc import Iterable

from desktop_app.text.lexicons import function_words, read_sections

_LANGUAGES = ("de", "fr", "es", "it", "pt", "nl")
_REACH = 160
"""How many characters on either side tell the language."""


def _read(section: str) -> dict[str, float]:
    rows = (line.split("|") for line in read_sections("number_words.txt")[section])
    return {word.strip().lower(): float(value) for value, words in rows for word in words.split(",")}


def _german(words: dict[str, float]) -> dict[str, float]:
    """Add what German writes in one word: "einundzwanzig", "zweihundert", "fünftausend"."""
    ones = {word: value for word, value in words.items() if value < 10} | {"ein": 1.0}
    tens = {word: value for word, value in words.items() if value in range(20, 100, 10)}
    small = {f"{one}und{ten}": a + b for one, a in ones.items() for ten, b in tens.items()}
    large = {
        f"{word}{scale}": value * times
        for word, value in words.items()
        if value < 100
        for scale, times in (("hundert", 100.0), ("tausend", 1000.0))
        if value < 10 or times > 100
    }
    return words | small | large


_BY_LANGUAGE = {language: _read(language) for language in _LANGUAGES}
_BY_LANGUAGE["de"] = _german(_BY_LANGUAGE["de"])

FOREIGN_UNITS = {word: value for words in _BY_LANGUAGE.values() for word, value in words.items()}
"""Number words in lower case, what they come to."""

FOREIGN_SCALES = _read("scales")
"""Words for thousands and more, in lower case, what they multiply by."""


_WORD = re.compile(r"[^\W\d_]+")


def is_foreign_number(text: str, start: int, end: int) -> bool:
    """Whether the number word at ``text[start:end]`` stands among small words of its own language."""
    word = text[start:end].lower()
    return _is_among(text, start, end, [name for name, words in _BY_LANGUAGE.items() if word in words])


def is_foreign_text(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` stands among small words of a language that is not English."""
    return _is_among(text, start, end, _LANGUAGES)


def _is_among(text: str, start: int, end: int, languages: Iterable[str]) -> bool:
    around = {found[0].lower() for found in _WORD.finditer(text, max(0, start - _REACH), end + _REACH)}
    english = len(around & function_words())
    return any(len(around & function_words(language)) > english for language in languages)

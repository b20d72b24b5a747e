"""The noun a figure counts, and English nouns in singular and plural."""

from __future__ import annotations

import re

from desktop_app.text.lexicons import read_words

_WORD = re.compile(r"[\s\u00a0-]([^\W\d_][\w’'-]*)")
_ABOUT = re.compile(r"\+|\sor\sso(?=\s)|-(?:odd|strong|plus)(?=\s)")
"""What may stand between a figure and its noun: "1,200 or so workers", "a 300-strong crowd", "50+ people"."""
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life"}
_REACH = 4


def counted_noun(text: str, end: int) -> str:
    """Return the plural noun that a figure ending at ``end`` counts, in the singular; "" without one.

    "100,000 Russian troops" counts troops, "242-seat" seats.
    """
    plurals = read_words("figures.txt", "plurals")
    not_nouns = read_words("figures.txt", "not nouns")
    stops = read_words("figures.txt", "stops")
    about = _ABOUT.match(text, end)
    position = about.end() if about else end
    hyphen = text[position : position + 1] == "-"
    for _ in range(_REACH):
        match = _WORD.match(text, position)
        if not match:
            return ""
        word = match[1]
        lowered = word.lower()
        if lowered in stops:
            return ""
        if hyphen and word.islower():
            return singular(lowered.split("-")[0])
        if word[0].islower() and (
            lowered in plurals or (_looks_plural(lowered) and lowered not in not_nouns)
        ):
            return singular(lowered)
        position = match.end()
    return ""


def _looks_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "'s", "’s", "ous"))


def singular(noun: str) -> str:
    """Return an English plural noun in the singular, by rule."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def plural(noun: str) -> str:
    """Return an English noun in the plural, by rule."""
    for many, one in _IRREGULAR.items():
        if noun == one:
            return many
    if noun in read_words("figures.txt", "plurals"):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")

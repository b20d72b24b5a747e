"""Units of measure and currencies: how they are written and what they come to.

The two tables are read from ``resources/lexicons``; see there for their form.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.assets import resource_path


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: canonical name, dimension and the factor to the dimension's base unit."""

    name: str
    dimension: str
    factor: float


@dataclass(frozen=True, slots=True)
class Units:
    """Lookup tables and the patterns made from them.

    ``sign_ends`` are the last characters of what stands before a figure. ``quantity`` and
    ``currency_after`` match at the end of a number, ``currency_before`` up to its start.
    """

    units: dict[str, Unit]
    currencies: dict[str, str]
    sign_ends: frozenset[str]
    quantity: re.Pattern[str]
    currency_after: re.Pattern[str]
    currency_before: re.Pattern[str]


def _rows(name: str) -> list[list[str]]:
    lines = resource_path(f"lexicons/{name}").read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.split("|")]
        for line in lines
        if line.strip() and not line.startswith("#")
    ]


def _alternatives(words: Iterable[str]) -> str:
    """Return a pattern for the longest of the words, parted by first letters so that few are tried."""
    by_letter: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"[\s\u00a0-]"))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


def _lowered(words: list[str]) -> set[str]:
    """Return the words as a pattern that ignores case needs them."""
    return {word.lower() for word in words}


@lru_cache(maxsize=1)
def load_units() -> Units:
    """Read ``units.txt`` and ``currencies.txt`` once."""
    units: dict[str, Unit] = {}
    exact: list[str] = []
    words: list[str] = []
    for name, dimension, factor, spellings in _rows("units.txt"):
        unit = Unit(name, dimension, float(factor))
        for spelling in [name, *spellings.split(",")]:
            plain = spelling.strip()
            if not plain:
                continue
            if plain.startswith("="):
                exact.append(plain[1:])
                units[plain[1:]] = unit
            else:
                words.append(plain)
                units[plain.lower()] = unit
    currencies: dict[str, str] = {}
    after: list[str] = []
    before: list[str] = []
    for code, signs, names in _rows("currencies.txt"):
        for sign in [code, *signs.split(",")]:
            if sign.strip():
                before.append(sign.strip())
                currencies[sign.strip()] = currencies[sign.strip().lower()] = code
        for name in [code, *signs.split(","), *names.split(",")]:
            if name.strip():
                after.append(name.strip())
                currencies.setdefault(name.strip().lower(), code)
    return Units(
        units=units,
        currencies=currencies,
        sign_ends=frozenset(sign[-1] for sign in before),
        quantity=re.compile(
            rf"[\s\u00a0-]?(?:(?i:(?P<word>{_alternatives(_lowered(words))}))|(?P<exact>{_alternatives(exact)}))(?![\w²³])"
        ),
        currency_after=re.compile(
            rf"[\s\u00a0-]?(?P<letter>bn|mn|mln|bln|tn|trn|m|k)?[\s\u00a0-]?(?:de\s|di\s|d['’])?"
            rf"(?P<lead>(?-i:[A-Z][a-z]+(?:an|ish|ese|ss|ic))\s)?"
            rf"(?P<name>{_alternatives(_lowered(after))})(?!\w)",
            re.IGNORECASE,
        ),
        currency_before=re.compile(rf"(?<![A-Za-z])(?P<sign>{_alternatives(before)})[\s\u00a0]?$"),
    )

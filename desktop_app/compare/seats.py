"""One source under two names: a country and its capital, a body and its short form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from desktop_app.text.lexicons import function_words, read_sections
from desktop_app.text.normalize import fold

_FEWEST = 2
"""Words of a description whose first letters must stand in a short form."""


def same_seat(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two sources (printed words, folded) are of one state, and one of them is called by its name
    only: "Bangkok" and "the Thai government", "Downing Street" and "the British government".
    """
    found = [_seats(words) for words in (one, other)]
    return any(
        bool(alone) and not alone.isdisjoint(rest[1])
        for alone, rest in ((found[0][0], found[1]), (found[1][0], found[0]))
    )


def _seats(words: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Return the states of which a source is nothing but a name, and those of which it names one."""
    told = [word for word in words if word not in ("the", "of", "by", "from")]
    whole = _states().get(" ".join(told), frozenset())
    parts = (" ".join(told[i : i + size]) for size in (1, 2) for i in range(len(told) - size + 1))
    return whole, whole.union(*(_states().get(part, frozenset()) for part in parts))


@cache
def _states() -> dict[str, frozenset[str]]:
    """Return the states by the names of each: its own, those of its people, capital and rulers."""
    found: dict[str, set[str]] = {}
    for line in read_sections("countries.txt")[""]:
        cells = [cell.strip() for cell in line.split("|")]
        for name in _names(cells):
            found.setdefault(name, set()).add(cells[0])
    for line in read_sections("disagreement_words.txt")["seats"]:
        state, _, names = line.partition(":")
        for name in names.split(","):
            found.setdefault(fold(name.strip()), set()).add(state)
    return {name: frozenset(states) for name, states in found.items()}


def _names(cells: Sequence[str]) -> Iterator[str]:
    for cell in cells:
        yield from (fold(name.strip()) for name in cell.split(",") if name.strip())


def is_short_for(short: str, words: Sequence[str]) -> bool:
    """Whether a name of capitals is short for a described body: "the MDC", "the medical devices committee".

    The letters may stand in another order, as they do where the name is official and the description is not.
    """
    letters = [letter.lower() for letter in short if letter.isalpha()]
    if not short.isupper() or len(letters) < _FEWEST:
        return False
    told: list[str] = []
    for word in words:
        if told and word in ("of", "at", "for", "in"):
            break
        if word not in function_words():
            told.append(word)
    if len(told) < _FEWEST:
        return False
    for word in told:
        if word[0] not in letters:
            return False
        letters.remove(word[0])
    return True

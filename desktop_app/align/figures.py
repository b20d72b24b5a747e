"""Figures in one notation: number words, scales, shares and lengths of time."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.text.numbers import SCALES, SHORT_SCALES, TENS, UNITS

_NUMBER_WORDS = frozenset(UNITS) | frozenset(TENS)
_HUNDREDS = {"hundred": 100, "thousand": 1000}
_WHOLE_SCALES = {word: scale for word, scale in SCALES.items() if scale >= 1000}
_PLURALS = {word + "s": scale for word, scale in _WHOLE_SCALES.items()}
_SCALES = _WHOLE_SCALES | _PLURALS | SHORT_SCALES
"""What multiplies the figure in front of it."""

_ONE = frozenset(("a", "an", "one"))
_COLLECTIVES = {"fortnight": (2, "week"), "decade": (10, "year")}
_TIMES = {word + ending: what for word, what in _COLLECTIVES.items() for ending in ("", "s")}
_LONGER = {
    "minute": ((60, "hour"),),
    "hour": ((24, "day"),),
    "day": ((30, "month"), (7, "week")),
    "week": ((52, "year"),),
    "month": ((12, "year"),),
}
_LARGER = {unit + ending: sizes for unit, sizes in _LONGER.items() for ending in ("", "s")}
_PERCENT = frozenset(("percent", "prozent", "procent"))
_PARTS = {"half": 50, "third": 100 / 3, "quarter": 25, "quarters": 25, "fifth": 20, "tenth": 10}
_SHARES = _PERCENT | frozenset(_PARTS) | {"cent"}
_COUNTED = (_NUMBER_WORDS | frozenset(_TIMES) | frozenset(_HUNDREDS)) - {"one"}
"""Words that make figures of others; "one" alone makes none, nor does a hundred of nothing."""


def plain_figures(words: Sequence[str], has_digits: bool) -> list[str]:
    """Return lower-case words with their figures in one notation; ``has_digits`` spares a look for them."""
    if not _COUNTED.isdisjoint(words):
        words = join_number_words(words)
    elif not has_digits and _SHARES.isdisjoint(words):
        return list(words)
    return add_shares(plain_times(join_scales(words)))


def join_scales(words: Sequence[str]) -> list[str]:
    """Write a figure and its scale as one figure: "4.2", "lakh" and "420,000" are both "420000".

    Since "100", "m" may be metres, the figure in front of a letter stays beside the great one.
    """
    joined: list[str] = []
    for word in words:
        scale = _SCALES.get(word)
        if scale and joined and joined[-1][0].isdecimal():
            amount = _amount(joined[-1])
            if amount is not None:
                kept = [joined[-1]] if len(word) == 1 else []
                joined[-1:] = [*kept, f"{amount * scale:.10g}"]
                continue
        joined.append(word)
    return joined


def plain_times(words: Sequence[str]) -> list[str]:
    """Write lengths of time in the greatest unit that they fill: "90", "days" as "3", "month"."""
    written = list(words)
    for place, word in enumerate(words):
        if not place or (word not in _TIMES and word not in _LARGER):
            continue
        before = words[place - 1]
        count = int(before) if before.isdecimal() and len(before) <= 4 else int(before in _ONE)
        if not count:
            continue
        if word in _TIMES:
            size, unit = _TIMES[word]
            written[place - 1 : place + 1] = [str(count * size), unit]
        elif before not in _ONE:
            fits = [(count // size, unit) for size, unit in _LARGER[word] if count % size == 0]
            number, unit = fits[0] if fits else (count, _singular(word))
            written[place - 1 : place + 1] = [str(number), unit]
    return written


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") else word


def _amount(figure: str) -> float | None:
    try:
        return float(figure.replace(",", ""))
    except ValueError:  # "1.2.3"
        return None


def join_number_words(words: Sequence[str]) -> list[str]:
    """Write number words as digits: "sixty", "one" -> "61"; "nineteen", "hundred" -> "1900".

    "One" that is no part of a greater number stays a word, and so do scales after digits.
    """
    joined: list[str] = []
    value = 0  # of the number being read, 0 outside
    for place, word in enumerate(words):
        small, tens, scale = UNITS.get(word, 0), TENS.get(word, 0), _HUNDREDS.get(word, 0)
        follows = place + 1 < len(words) and words[place + 1] in _HUNDREDS
        if small == 1 and not value and not follows:
            small = 0
        if scale and value:
            joined[-1] = str(value := value // 1000 * 1000 + value % 1000 * scale)
        elif value and ((tens and value % 100 == 0) or (small and value % (10 if small < 10 else 100) == 0)):
            joined[-1] = str(value := value + tens + small)
        elif tens or small:
            joined.append(str(value := tens + small))
        elif word == "and" and value >= 100 and place + 1 < len(words) and words[place + 1] in _NUMBER_WORDS:
            continue
        else:
            joined.append(word)
            value = 0
    return joined


def add_shares(words: Sequence[str]) -> list[str]:
    """Write shares as percentages in the place of their last word, the figures before them as they are.

    "2", "per", "cent" ends in "2%", and so does "1", "in", "50"; "quarter", "of" begins with "25%". Number
    words are digits already but for a lone "one".
    """
    written = list(words)
    for place, word in enumerate(words):
        if word not in _SHARES and not word[0].isdecimal():
            continue
        before = words[max(0, place - 3) : place]
        if word in _PERCENT or (word == "cent" and before[-1:] == ["per"]):
            figure = before[-2:-1] if word == "cent" else before[-1:]
            if figure and figure[0][0].isdecimal():
                written[place] = _percent(figure[0])
        elif word in _PARTS and words[place + 1 : place + 2] == ["of"]:
            times = _small_number(before[-1:]) or 1
            written[place] = _percent(str(times * _PARTS[word]))
        elif word[0].isdecimal() and before[-1:] in (["in"], ["of"]):
            out_of = before[-2:] == ["out", "of"]
            part, whole = _small_number(before[:1] if out_of else before[-2:-1]), _small_number([word])
            if (out_of or before[-1] == "in") and 0 < part < whole:
                written[place] = _percent(str(100 * part / whole))
    return written


def _small_number(words: Sequence[str]) -> int:
    """Return the number a list of one word says, 0 if none or a great one."""
    if list(words) == ["one"]:
        return 1
    return int(words[0]) if words and words[0].isdecimal() and len(words[0]) <= 3 else 0


def _percent(figure: str) -> str:
    try:
        return f"{float(figure.replace(',', '.')):.3g}%"
    except ValueError:  # "1.2.3"
        return figure

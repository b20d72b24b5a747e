"""The words of a quotation as the ledger compares them: case, marks and house style folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_app.model import Quotation
from desktop_app.text.lexicons import function_words
from desktop_app.text.normalize import fold, fold_spelling
from desktop_app.text.numbers import TENS, UNITS
from desktop_app.text.tokens import is_word, tokenize

_NUMBER_WORDS = {word: str(number) for word, number in (UNITS | TENS).items() if number != 1}
"""Not "one", which is mostly no figure."""

_DOTTED = re.compile(r"(?:[a-z]\.)+[a-z]?\.?")

_PERCENT = frozenset("%٪％")

_JOINED = {
    ("per", "cent"): "percent",
    ("any", "more"): "anymore",
    ("for", "ever"): "forever",
    ("all", "right"): "alright",
    ("under", "way"): "underway",
    ("some", "time"): "sometime",
    ("can", "not"): "cannot",
}
"""Words that house styles write apart or together."""
_SECONDS = frozenset(second for _, second in _JOINED)


@dataclass(frozen=True, slots=True)
class QuoteWords:
    """The folded words of a quotation in order, and those among them that carry weight."""

    keys: tuple[str, ...]
    heavy: frozenset[str]

    def contains(self, other: QuoteWords) -> bool:
        """Whether one of the two holds the other as one run of words."""
        first, second = ("\0".join(("", *each.keys, "")) for each in (self, other))
        return first in second or second in first

    def index_keys(self) -> Iterator[object]:
        """Yield what to look the quotation up by: all its words at once, and pairs of neighbouring words."""
        yield self.keys
        seen: set[object] = set()
        for pair in zip(self.keys, self.keys[1:], strict=False):
            if pair not in seen and (pair[0] in self.heavy or pair[1] in self.heavy):
                seen.add(pair)
                yield pair


def runs_of(words: QuoteWords, length: int) -> list[tuple[str, ...]]:
    """Return the runs of so many words in a quotation."""
    return [words.keys[at : at + length] for at in range(len(words.keys) - length + 1)]


def quote_words(quotation: Quotation) -> QuoteWords:
    """Return the words of a quotation for comparing."""
    return words_of_text(quotation.text)


@lru_cache(maxsize=4096)
def words_of_text(text: str) -> QuoteWords:
    """Return the words of a text for comparing: "per cent" and "%" are one, "US" and "U.S." too."""
    keys: list[str] = []
    for token in tokenize(text):
        if not is_word(token):
            if token.text in _PERCENT:
                keys.append("percent")
            continue
        folded = fold(token.text)
        for part in folded.split("-") if "-" in folded else (folded,):
            plain = part.replace(".", "") if "." in part and _DOTTED.fullmatch(part) else part
            plain = plain.strip("'")
            joined = _JOINED.get((keys[-1], plain)) if plain in _SECONDS and keys else None
            if joined:
                keys[-1] = joined
            elif plain:
                keys.append(_NUMBER_WORDS.get(plain) or fold_spelling(plain))
    light = function_words()
    return QuoteWords(tuple(keys), frozenset(key for key in keys if key not in light))

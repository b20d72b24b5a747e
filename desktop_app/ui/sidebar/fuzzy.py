"""Forgiving search in the sidebar's lists: parts of words first, then words with a slip of the finger."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from desktop_app.text.normalize import fold

_CLOSE = 82
"""rapidfuzz ratio (0..100) from which a word counts as meant; "macorn" meets "macron" with 83."""

_SHORTEST = 4
"""Letters below which nothing but exact parts are found: a slip in three letters is another word."""


@lru_cache(maxsize=20_000)
def _folded(text: str) -> str:
    return fold(text)


def matching(query: str, texts: Sequence[str]) -> list[int]:
    """Return which of ``texts`` answer a query, in their order.

    Every word of the query has to be found: as a part of the text, or, from four letters on, in one of
    the text's words but for a slip. An empty query finds everything.
    """
    words = fold(query).split()
    if not words:
        return list(range(len(texts)))
    folded = [_folded(text) for text in texts]
    found = [number for number, text in enumerate(folded) if all(word in text for word in words)]
    if found:
        return found
    from rapidfuzz import fuzz, process

    left = list(range(len(folded)))
    for word in words:
        exact = {number for number in left if word in folded[number]}
        if len(word) >= _SHORTEST:
            rest = [number for number in left if number not in exact]
            close = process.extract(
                word,
                [folded[number] for number in rest],
                scorer=fuzz.partial_ratio,
                score_cutoff=_CLOSE,
                limit=None,
            )
            exact.update(rest[place] for _, _, place in close)
        left = sorted(exact)
    return left

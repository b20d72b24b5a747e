"""Sources named by a phrase instead of a reporting verb: "according to X", "laut X", "по словам X"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from desktop_app.extract.quotations_lines import Word
from desktop_app.extract.quotations_phrases import Part, is_personal
from desktop_app.extract.quotations_subjects import HE, SHE, subject_after
from desktop_app.text.lexicons import read_sections, read_words

_SPEECH_NOUNS = read_words("reporting_grammar.txt", "speech_nouns")
_LONGEST = 5
"""Words of a source of another language, where no name tells how far it goes."""


def source_phrase(words: Sequence[Word], low: int, high: int) -> tuple[Part, Part] | None:
    """Return phrase and source of "according to X", "as X put it", "in the words of X" and their kin.

    ``words`` are those of a sentence; only the places from ``low`` up to ``high`` are read. Both parts give
    first and last place, both included.
    """
    for at in range(low, high - 1):
        found = _english(words, at, low, high) or _abroad(words, at, low, high)
        if found is not None:
            return found
    return None


def _english(words: Sequence[Word], at: int, low: int, high: int) -> tuple[Part, Part] | None:
    """Return the phrase and the source that open at a place: "according to X", "in the words of X"."""
    if at + 2 >= high:
        return None
    if words[at].low == "of" and at >= low + 2 and words[at - 1].low in _SPEECH_NOUNS:
        named = subject_after(words, at + 1, high)
        if words[at - 2].low == "the" and named is not None and is_personal(words, named):
            return (at - 1, at - 1), named
    if (words[at].low, words[at + 1].low) in (("according", "to"), ("as", "per")):
        subject = subject_after(words, at + 2, high)
        if subject is not None and words[at + 2].low not in ("whom", "which"):
            return (at, at + 1), subject
    if at == low and (words[at].low, words[at + 1].low) == ("to", "quote"):
        subject = subject_after(words, at + 2, high)
        if subject is not None and is_personal(words, subject):
            return (at + 1, at + 1), subject
    if words[at].low == "as" and at + 3 < high:
        put = next((i for i in range(at + 2, min(high, at + 7)) if words[i].low in ("put", "puts")), None)
        if put is not None and put + 1 < len(words) and words[put + 1].low == "it":
            return (put, put), (at + 1, put - 1)
    return None


@cache
def _phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of other languages by their first word, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in read_sections("reporting_verbs.txt")["sources"]:
        for phrase in line.split(", "):
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in found.items()}


def _abroad(words: Sequence[Word], at: int, low: int, high: int) -> tuple[Part, Part] | None:
    """Return the same for other languages: "laut X", "selon X"; a comma or dash, or nothing, is in front."""
    opens = at == low or words[at - 1].text in (",", "—", "–")
    if opens and words[at].low == "по" and words[at + 1].low in HE | SHE and at + 2 < high:
        return (at, at + 2), (at + 1, at + 1)  # "по его словам"
    for phrase in _phrases().get(words[at].low, ()) if opens else ():
        start = at + len(phrase)
        if start < high and tuple(word.low for word in words[at:start]) == phrase:
            end = _end_of_source(words, start, high)
            return ((at, start - 1), (start, end)) if end is not None else None
    return None


def _end_of_source(words: Sequence[Word], start: int, high: int) -> int | None:
    """Return the last place of a source: the end of its name, or the word before the next mark."""
    end = start
    while end < high and words[end].is_word and end - start <= _LONGEST:
        name = words[end].name
        if name is not None:
            while end + 1 < high and words[end + 1].name is name:
                end += 1
            return end
        end += 1
    return end - 1 if start < end <= start + _LONGEST and (end == high or not words[end].is_word) else None

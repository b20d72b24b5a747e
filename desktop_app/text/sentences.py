"""Cut a paragraph into sentences.

A rule cutter in the manner of Punkt's last stage (Kiss and Strunk 2006): every end mark is judged by the word
before it (abbreviation, initial, number), the word after it (small letter, usual first word of a sentence) and
the closing marks between them. Nothing of the text is changed; a sentence is a pair of offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.model import Sentence
from desktop_app.text.lexicons import read_words
from desktop_app.text.scripts import is_unspaced

_CLOSERS = "\"'”’»›)\\]}」』）】〉》〕］｣“"
_ENDS = "。！？｡．।॥۔։።፧။៕᙮᠃"  # marks that need no space after them
_STOP = re.compile(
    rf"(?:[.!?…؟\u037e;‼⁇⁈⁉{_ENDS}]+(?:[ \u00a0]?\.(?=[ \u00a0]\.|[ \u00a0]?\.\s|[ \u00a0]?\.$))*"
    rf"|\n\s*\n|(?<=[\u0e00-\u0e7f])\s+(?=[\u0e00-\u0e7f]))"
)
_CLOSING = re.compile(rf"[{_CLOSERS}]*(?:[ \u00a0\u202f][»›](?![^\W\d_]))?[{_CLOSERS}]*")
_OPENING = re.compile(r"[\s\"'“”‘’«»‹›„‚¿¡(\[{「『（【《〈—–―\-•*…]*")
_WORD_BEFORE = re.compile(r"(?:[^\W_]|[.&’'\-])+$")
_WORD_AFTER = re.compile(r"[^\W_]+(?:['’][^\W_]+)?\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")

_LOOK_BACK = 32
_LONGEST = 4000
"""A "sentence" longer than this has no usable marks; it is cut at a space, so that later stages stay quick."""
_THAI_SHORTEST = 30
"""Thai puts a space between sentences and between clauses; stretches shorter than this are clauses."""


@cache
def _words(section: str) -> frozenset[str]:
    return read_words("abbreviations.txt", section)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph, in order, without the white space around them.

    Together they hold every character that is not white space. Closing quotation marks and brackets belong
    to the sentence they close. A text without end marks is one sentence, an empty text none.
    """
    sentences: list[Sentence] = []
    start = 0
    for cut in _cuts(text):
        _add(sentences, text, start, cut)
        start = cut
    _add(sentences, text, start, len(text))
    return tuple(sentences)


def _add(sentences: list[Sentence], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        sentences.append(Sentence(start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        sentences.append(Sentence(start, end))


def _cuts(text: str) -> Iterator[int]:
    """Yield the offsets at which a new sentence begins."""
    last = 0
    end = 0
    for match in _STOP.finditer(text):
        if match.start() < end:
            continue
        mark = match.group()
        if mark.isspace():
            if "\n" in mark or match.start() - last >= _THAI_SHORTEST:
                last = match.end()
                yield last
            continue
        closing = _CLOSING.match(text, match.end())
        end = closing.end() if closing else match.end()
        if end < len(text) and _ends_sentence(text, last, match.start(), mark, match.end(), end):
            last = end
            yield end


def _ends_sentence(text: str, last: int, at: int, mark: str, after_mark: int, end: int) -> bool:
    """Judge one end mark: ``at`` is its place, ``end`` the place after the marks that close with it."""
    following = text[end]
    spaced = following.isspace()
    final = mark[-1]
    if ";" in mark or "\u037e" in mark:
        return spaced and at > 0 and "\u0370" <= text[at - 1] <= "\u1fff" and text[at - 1].isalpha()
    if final in _ENDS:
        # "「...。」と述べた": the particle goes on with the sentence.
        return not (end > after_mark and "\u3041" <= following <= "\u309f")
    opening = _OPENING.match(text, end)
    begin = opening.end() if opening else end
    if begin >= len(text):
        return False
    first = text[begin]
    if first.islower() and not is_unspaced(first):
        return False
    if not spaced:
        if final in "!?؟" and (is_unspaced(first) or end > after_mark):
            return True
        return _glued(text, at, end, begin)
    if set(mark) != {"."} or len(mark) > 1:
        return first.isalnum() or end > after_mark or begin > end + 1
    return _stop_ends(text, last, at, end, begin)


def _glued(text: str, at: int, end: int, begin: int) -> bool:
    """Whether "invasion.The" lacks its space: two small letters before, a capital and a small one after."""
    before = text[max(0, at - 2) : at]
    after = text[begin : begin + 2]
    return (
        len(before) == 2
        and before.isalpha()
        and before.islower()
        and len(after) == 2
        and after[0].isupper()
        and after[1].islower()
        and not text[max(0, at - _LOOK_BACK) : at].rpartition(" ")[2].count(".")
        and (begin == end or text[begin - 1] not in "-/")
    )


def _stop_ends(text: str, last: int, at: int, end: int, begin: int) -> bool:
    """Judge a single full stop followed by a space and no small letter."""
    match = _WORD_BEFORE.search(text, max(last, at - _LOOK_BACK), at)
    if match is None:
        return True
    word = match.group().lstrip("'’-&.")
    following = _WORD_AFTER.match(text, begin)
    after = following.group() if following else ""
    quoted = text[end - 1] != "."  # a closing mark stands between
    starts = after in _words("starters")
    if not word:
        return True
    if word.isdigit():
        if not text[last : match.start()].strip():
            return False  # "1. The" numbers a list
        return not (len(word) <= 2 and after.lower().rstrip(".") in _words("months"))
    lower = word.lower()
    if quoted:
        return lower not in _words("titles")
    if lower in _words("titles"):
        return False
    if lower in _words("before numbers"):
        return not (after and after[0].isdigit())
    if lower in _words("anywhere"):
        return starts
    if lower in _words("clock"):
        return not (after.lower().rstrip(".") in _words("after clock"))
    if lower in _words("months"):
        return not after[:1].isdigit() and not (len(word) <= 4 and not starts)
    if _INITIALS.fullmatch(word) and (word[-1].isupper() or "." in word):
        return starts and not after.endswith(".")
    return True

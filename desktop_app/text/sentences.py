"""Cut a paragraph into sentences.

A rule cutter in the manner of Punkt's last stage (Kiss and Strunk 2006): every end mark is judged by the
word before it (abbreviation, initial, number), the word after it (small letter, usual first word of a
sentence) and the closing marks between them. The text is never changed; a sentence is a pair of offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.model import Progress, Sentence, no_progress
from desktop_app.text.lexicons import read_words
from desktop_app.text.scripts import MARKS, is_unspaced

_CLOSERS = "\"'”’»›)\\]}」』）】〉》〕］｣"
_ENDS = "。！？｡．।॥۔։።፧།។៕᙮᠃။"
"""Marks that end a sentence whatever follows and need no space after them."""

_STOP = re.compile(
    rf"[.!?…؟\u037e;‼⁇⁈⁉{_ENDS}]+(?:[ \u00a0]\.)*"
    r"|\n[^\S\n]*\n|(?<=[\u0e00-\u0e7f])\s+(?=[\u0e00-\u0e7f])"
)
# At most a few at a time: a page of them must not be walked again and again.
_CLOSING = re.compile(rf"(?:[{_CLOSERS}]|“(?![^\W_])){{0,8}}(?:[ \u00a0\u202f][»›](?![^\W\d_]))?")
_OPENING = re.compile(r"[\s\"'“”‘’«»‹›„‚¿¡(\[{「『（【《〈—–―\-•*…]{0,12}")
_WORD_BEFORE = re.compile(rf"(?:[^\W_{MARKS}][{MARKS}]*|[.&’'\-])+$")
_WORD_AFTER = re.compile(r"[^\W_]{1,40}(?:['’][^\W_]{1,20})?\.?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
_SHORT_NUMBER = re.compile(r"\d{1,2}")
_NO_VOWEL = re.compile(r"[A-Z]?[b-df-hj-np-tv-xz]{1,3}")
_ONLY_SPACE = re.compile(r"\s{0,40}")
# “Who knows?” Anna Marsh asked. - a name and a reporting verb, and no more of a clause than that.
_REPORTING = re.compile(
    r"[\s\"'”’»]+(?:(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Minister|Judge)\.? )?"
    r"(?:[^\W\d_][\w.'’-]{0,30} ){1,3}"
    r"(?:said|asked|says|asks|added|replied|wrote|told|cried|shouted|tweeted|wondered)(?=[.,;]|$"
    r"| (?:in|on|at|to|during|after|when|while|before|as|from|last|this|later|reporters|us|them|him|her)\b)"
)

_LOOK_BACK = 32
_REPORT_EVERY = 2000
_LONGEST = 4000
"""A "sentence" longer than this has no usable marks; it is cut at a space to keep later stages quick."""
_THAI_SHORTEST = 30
"""Thai puts a space between sentences and between clauses; stretches shorter than this are clauses."""


@cache
def _words(section: str) -> frozenset[str]:
    return read_words("abbreviations.txt", section)


def split_sentences(text: str, progress: Progress = no_progress) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph, in order, without the white space around them.

    Together they hold every character that is not white space. Closing quotation marks and brackets
    belong to the sentence they close. A text without end marks is one sentence, an empty text none.
    """
    sentences: list[Sentence] = []
    start = 0
    for cut in _cuts(text, progress):
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
        last = cut
        while text[last - 1].isspace():
            last -= 1
        sentences.append(Sentence(start, last))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        sentences.append(Sentence(start, end))


def _cuts(text: str, progress: Progress) -> Iterator[int]:
    """Yield the offsets at which a new sentence begins, white space before it included."""
    last = 0
    end = 0
    for number, match in enumerate(_STOP.finditer(text), start=1):
        if number % _REPORT_EVERY == 0:
            progress(match.start() / len(text), "Cutting paragraphs into sentences")
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
        if final in "!?؟" and is_unspaced(first):
            return True
        return _glued(text, at, end, begin)
    if mark == ".":
        return _stop_ends(text, last, at, end, begin)
    if not (first.isalnum() or end > after_mark or begin > end + 1):
        return False
    if (
        final in ".…"
        and text.startswith(("I ", "I’", "I'"), begin)
        and text[max(0, at - 2) : at].strip()[-1:].isalpha()
    ):
        return False  # "I ... I do not know"
    return not (
        end > after_mark and final in "!?…" and _REPORTING.match(text, end) and not _is_starter(text, begin)
    )


def _is_starter(text: str, begin: int) -> bool:
    following = _WORD_AFTER.match(text, begin)
    return following is not None and following.group() in _words("starters")


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
        and "." not in text[max(0, at - _LOOK_BACK) : at].rpartition(" ")[2]
        and (begin == end or text[begin - 1] not in "-/")
    )


def _stop_ends(text: str, last: int, at: int, end: int, begin: int) -> bool:
    """Judge a single full stop followed by a space and no small letter."""
    nearest = max(last, at - _LOOK_BACK)
    match = _WORD_BEFORE.search(text, max(nearest, text.rfind(" ", nearest, at) + 1), at)
    word = match.group().lstrip("'’-&.") if match else ""
    if match is None or not word:
        return True
    before = match.end() - len(word)
    following = _WORD_AFTER.match(text, begin)
    after = following.group() if following else ""
    quoted = end > at + 1  # a closing mark stands between
    if word.isdigit():
        return quoted or not _is_ordinal(text, last, before, word, after)
    lower = word.lower()
    if quoted:
        return lower not in _words("titles")
    if word in ("M", "MM") or lower in _words("lower titles"):
        return False
    capital = not word[0].islower()
    if capital and lower in _words("titles"):
        return False
    if lower in _words("before numbers") and after[:1].isdigit():
        return False
    starts = after in _words("starters")
    if lower in _words("clock"):
        if "(" in text[end:begin] and (after[:1].isdigit() or after.isupper()):
            return False  # "7:40 a.m. (2340 GMT)", "7 p.m. (ET)"
        return after.lower().rstrip(".") not in _words("after clock")
    if lower in _words("short months") or lower in _words("anywhere"):
        return starts
    if capital and lower in _words("places"):
        return starts
    if _INITIALS.fullmatch(word):
        return _initial_ends(text, word, before, after, starts)
    if _NO_VOWEL.fullmatch(word) and not text[max(0, before - 2) : before].strip()[-1:].isdigit():
        return starts  # an abbreviation nobody listed: "Bd.", "Hbf."
    return True


def _is_ordinal(text: str, last: int, before: int, number: str, after: str) -> bool:
    """Whether the stop belongs to the number: "1. The" (a list), "7. Februar", "im 19. Jahrhundert"."""
    if before - last <= 40 and _ONLY_SPACE.fullmatch(text, last, before):
        return True
    if not _SHORT_NUMBER.fullmatch(number):
        return False
    plain = after.lower().rstrip(".")
    if plain in _words("months") or plain in _words("short months"):
        return True
    article = text[max(0, before - 8) : before].split()
    return (
        bool(article) and article[-1].lower() in _words("before ordinals") and after not in _words("starters")
    )


def _initial_ends(text: str, word: str, before: int, after: str, starts: bool) -> bool:
    """Judge a single letter, or several with stops between: "J.", "U.S.", "z. B.", "№ 5 г."."""
    if len(word) == 1 and word.islower():
        if after[:1].isdigit() or _INITIALS.fullmatch(after.rstrip(".")):
            return False  # "(b. 1950)", "z. B."
        return text[max(0, before - 2) : before].strip()[-1:].isdigit() or word.isascii()
    if not word[-1].isupper() and not word[-1].islower() and "\uac00" <= word[-1] <= "\ud7a3":
        return True  # a Korean syllable is a word
    return starts and not (after.endswith(".") and len(after) == 2)

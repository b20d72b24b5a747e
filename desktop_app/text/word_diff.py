"""Which words differ between two passages, told calmly: whole words, few marks, four steps.

Equal words come from `equal_words`; here the rest is joined into runs and named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise, zip_longest
from typing import NamedTuple

from desktop_app.text.equal_words import equal_stretches
from desktop_app.text.lexicons import function_words
from desktop_app.text.normalize import fold, fold_spelling
from desktop_app.text.scripts import is_unspaced
from desktop_app.text.tokens import is_word, tokenize

_CRUMB_WORDS = 2
"""A run of at most so many equal words without weight, between two changes, belongs to the change."""

_SPEECH_ENDS = re.compile(r"""[”»」』]|["“«](?=.)|[,.!?…]['’](?=.)""", re.DOTALL)
"""A mark that closes a quotation, looked for in what stands between two words."""


_PERCENT = re.compile(r"\s?[%٪％]|\sper\s?cent\b", re.IGNORECASE)
"""Makes one word with the figure before it: "12%" and "12 per cent" are house style."""


class Step(StrEnum):
    """How far the words of a run are from the other side."""

    SAME = "same"
    REORDERED = "reordered"
    REWORDED = "reworded"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class DiffRun:
    """A run of words on both sides, or on one (the other range is then empty): half-open offsets."""

    step: Step
    left_start: int
    left_end: int
    right_start: int
    right_end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of words of one text with its step; offsets are half-open code points of that text."""

    start: int
    end: int
    step: Step


class Word(NamedTuple):
    """A word of a text: half-open offsets, its folded form, and whether it carries weight of its own.

    ``apart`` tells that a quotation ends between the word before and this one, ``letter`` that it is a letter
    of a script without spaces, most of which are only parts of words.
    """

    start: int
    end: int
    key: str
    heavy: bool
    apart: bool = False
    letter: bool = False


def words_of(text: str) -> list[Word]:
    """Return the words of a text, folded for case, marks and spelling house style."""
    light = function_words()
    found: list[Word] = []
    before = 0
    for token in tokenize(text):
        if is_word(token) and token.start >= before:
            key = "-".join(map(fold_spelling, fold(token.text).split("-")))
            spaced = not found or text[before : token.start] == " "
            apart = not spaced and _SPEECH_ENDS.search(text, before, token.start) is not None
            before = token.end
            if text[before - 1].isdigit() and (sign := _PERCENT.match(text, before)):
                key, before = f"{key}%", sign.end()
            letter = is_unspaced(token.text[0])
            found.append(Word(token.start, before, key, key not in light, apart, letter))
    return found


def diff_words(left: str, right: str) -> list[DiffRun]:
    """Compare two texts word by word.

    Returns runs that cover all words of both, those of the left (and what replaces or joins them) in the
    order of the left, moved words where they stand on the left. Case, typographic marks and US/UK spelling
    do not count as differences; function words alone are never marked. A difference that runs over the end
    of a quotation is told in two: what is quoted, and what the article says.
    """
    left_words, right_words = words_of(left), words_of(right)
    return [_as_run(block, left_words, right_words) for block in _diff(left_words, right_words)]


def diff_passages(
    left_texts: Sequence[str], right_texts: Sequence[str]
) -> tuple[list[list[Mark]], list[list[Mark]]]:
    """Compare several texts of one side with several of the other, as in merged and split paragraphs.

    Returns the marks of every left text and of every right text; a mark never crosses from one text into
    the next, and words that moved within the group are marked as reordered, not as new.
    """
    left_words, left_owner = _words_of_all(left_texts)
    right_words, right_owner = _words_of_all(right_texts)
    left_marks: list[list[Mark]] = [[] for _ in left_texts]
    right_marks: list[list[Mark]] = [[] for _ in right_texts]
    for step, i1, i2, j1, j2 in _diff(left_words, right_words):
        _put_marks(left_marks, left_words, left_owner, i1, i2, step)
        _put_marks(right_marks, right_words, right_owner, j1, j2, step)
    return [_in_order(marks) for marks in left_marks], [_in_order(marks) for marks in right_marks]


def _in_order(marks: list[Mark]) -> list[Mark]:
    """Return marks in the order of the text; one that reached back into the one before begins behind it."""
    ordered: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end)):
        start = max(mark.start, ordered[-1].end) if ordered else mark.start
        if start < mark.end:
            ordered.append(replace(mark, start=start))
    return ordered


_Block = tuple[Step, int, int, int, int]


def _words_of_all(texts: Sequence[str]) -> tuple[list[Word], list[int]]:
    words: list[Word] = []
    owner: list[int] = []
    for number, text in enumerate(texts):
        found = words_of(text)
        words.extend(found)
        owner.extend([number] * len(found))
    return words, owner


def _put_marks(
    marks: list[list[Mark]], words: list[Word], owner: list[int], start: int, end: int, step: Step
) -> None:
    if step is Step.SAME:
        return
    while start < end:
        stop = start
        while stop < end and owner[stop] == owner[start]:
            stop += 1
        first = _whole_start(words, owner, start)
        if any(word.heavy for word in words[max(first, start) : stop]):
            marks[owner[start]].append(Mark(words[first].start, words[stop - 1].end, step))
        start = stop


def _whole_start(words: list[Word], owner: list[int], start: int) -> int:
    """Return the word at which a mark begins that would begin inside what is written as one word.

    The end of "court’s" is left to what stands before it; that of "don’t" says enough to take the rest along.
    """
    if not start or owner[start - 1] != owner[start] or words[start].start > words[start - 1].end:
        return start
    if words[start].letter or words[start - 1].letter:
        return start
    return start - 1 if words[start].heavy else start + 1


def _as_run(block: _Block, left: list[Word], right: list[Word]) -> DiffRun:
    step, i1, i2, j1, j2 = block
    left_start, left_end = _offsets(left, i1, i2)
    right_start, right_end = _offsets(right, j1, j2)
    return DiffRun(step, left_start, left_end, right_start, right_end)


def _offsets(words: list[Word], start: int, end: int) -> tuple[int, int]:
    if start < end:
        return words[start].start, words[end - 1].end
    place = words[start - 1].end if start else 0
    return place, place


def _diff(left: list[Word], right: list[Word]) -> list[_Block]:
    matches = equal_stretches([word.key for word in left], [word.key for word in right])
    gaps = _change_blocks(matches, left, right)
    blocks = _calm(gaps, left, right)
    return _name_blocks(blocks, left, right)


# Changes -----------------------------------------------------------------------------------------------


def _change_blocks(
    matches: list[tuple[int, int, int]], left: list[Word], right: list[Word]
) -> list[tuple[bool, int, int, int, int]]:
    """Return alternating stretches (equal, left range, right range) that cover both texts."""
    blocks: list[tuple[bool, int, int, int, int]] = []
    i = j = 0
    for a, b, size in [*matches, (len(left), len(right), 0)]:
        if a > i or b > j:
            blocks.append((False, i, a, j, b))
        if size:
            if blocks and blocks[-1][0] and blocks[-1][2] == a and blocks[-1][4] == b:
                _, i1, _, j1, _ = blocks.pop()
                blocks.append((True, i1, a + size, j1, b + size))
            else:
                blocks.append((True, a, a + size, b, b + size))
        i, j = a + size, b + size
    return blocks


def _calm(
    blocks: list[tuple[bool, int, int, int, int]], left: list[Word], right: list[Word]
) -> list[tuple[bool, int, int, int, int]]:
    """Join changes that only crumbs of equal words keep apart."""
    calm: list[tuple[bool, int, int, int, int]] = []
    for number, block in enumerate(blocks):
        equal, i1, i2, _, j2 = block
        crumb = False
        if equal and calm and number + 1 < len(blocks):
            before, after = calm[-1], blocks[number + 1]
            heavy = sum(word.heavy for word in left[i1:i2])
            around = min(_weight(before, left, right), _weight(after, left, right))
            crumb = i2 - i1 <= _CRUMB_WORDS and around >= 1 + 3 * heavy and heavy <= 1
            crumb |= i2 - i1 == 1 and left[i1].letter and around > 1
        if calm and not calm[-1][0] and (crumb or not equal):
            _, a1, _, b1, _ = calm.pop()
            calm.append((False, a1, i2, b1, j2))
        else:
            calm.append(block)
    return calm


def _weight(block: tuple[bool, int, int, int, int], left: list[Word], right: list[Word]) -> int:
    _, i1, i2, j1, j2 = block
    return max(sum(word.heavy for word in left[i1:i2]), sum(word.heavy for word in right[j1:j2]))


def _name_blocks(
    blocks: list[tuple[bool, int, int, int, int]], left: list[Word], right: list[Word]
) -> list[_Block]:
    moves = _moved(blocks, left, right)
    left_moved = {i for i1, _, size in moves for i in range(i1, i1 + size)}
    right_moved = {j for _, j1, size in moves for j in range(j1, j1 + size)}
    partner = {i1: (j1, size) for i1, j1, size in moves}
    named: list[_Block] = []
    for equal, i1, i2, j1, j2 in blocks:
        if equal:
            named.append((Step.SAME, i1, i2, j1, j2))
            continue
        left_parts = _parts(i1, i2, left_moved)
        right_parts = _parts(j1, j2, right_moved)
        left_heavy = any(word.heavy for start, end in left_parts for word in left[start:end])
        right_heavy = any(word.heavy for start, end in right_parts for word in right[start:end])
        if len(left_parts) == 1 and len(right_parts) == 1 and left_heavy and right_heavy:
            named.append((Step.REWORDED, *left_parts[0], *right_parts[0]))
        else:
            step = Step.REWORDED if left_heavy and right_heavy else Step.NEW
            at_right, at_left = j1, i2
            named.extend(_one_sided(left_parts, left, step, at_right, left_side=True))
            named.extend(_one_sided(right_parts, right, step, at_left, left_side=False))
        for i in range(i1, i2):
            if i in partner:
                j, size = partner[i]
                named.append((Step.REORDERED, i, i + size, j, j + size))
    named = [part for block in named for part in _cut_at_speech(block, left, right)]
    named.sort(key=lambda block: (block[1], block[2], block[3]))
    return named


def _cut_at_speech(block: _Block, left: list[Word], right: list[Word]) -> list[_Block]:
    """Cut a difference where a quotation ends: words of a source and words of the paper are not one mark."""
    step, i1, i2, j1, j2 = block
    if step is Step.SAME:
        return [block]
    if step is Step.REORDERED:
        cuts = {k for k in range(1, i2 - i1) if left[i1 + k].apart or right[j1 + k].apart}
        found = [(i1 + a, i1 + b, j1 + a, j1 + b) for a, b in pairwise([0, *sorted(cuts), i2 - i1])]
    else:
        lefts, rights = _ranges(left, i1, i2), _ranges(right, j1, j2)
        found = [(*(a or (i2, i2)), *(b or (j2, j2))) for a, b in zip_longest(lefts, rights, fillvalue=None)]
    if len(found) == 1:
        return [block]
    parts: list[_Block] = []
    for a1, a2, b1, b2 in found:
        if any(word.heavy for word in (*left[a1:a2], *right[b1:b2])):
            parts.append((step, a1, a2, b1, b2))
        elif step is Step.REORDERED or a1 == a2 or b1 == b2:
            parts.append((Step.SAME, a1, a2, b1, b2))
        else:  # function words on both sides, and not the same ones
            parts += [(Step.SAME, a1, a2, b1, b1), (Step.SAME, a2, a2, b1, b2)]
    return parts


def _ranges(words: list[Word], start: int, end: int) -> list[tuple[int, int]]:
    if start == end:
        return []
    return list(pairwise([start, *(k for k in range(start + 1, end) if words[k].apart), end]))


def _one_sided(
    parts: list[tuple[int, int]], words: list[Word], step: Step, place: int, *, left_side: bool
) -> list[_Block]:
    found: list[_Block] = []
    for start, end in parts:
        here = step if any(word.heavy for word in words[start:end]) else Step.SAME
        found.append((here, start, end, place, place) if left_side else (here, place, place, start, end))
    return found


def _parts(start: int, end: int, without: set[int]) -> list[tuple[int, int]]:
    parts: list[tuple[int, int]] = []
    for index in range(start, end):
        if index in without:
            continue
        if parts and parts[-1][1] == index:
            parts[-1] = (parts[-1][0], index + 1)
        else:
            parts.append((index, index + 1))
    return parts


def _moved(
    blocks: list[tuple[bool, int, int, int, int]], left: list[Word], right: list[Word]
) -> list[tuple[int, int, int]]:
    """Return the runs (left index, right index, length) that both sides have, but in different places.

    A run of two words or more with one of weight counts; so does a single word of weight that is left over
    once on each side.
    """
    left_over = [i for equal, i1, i2, _, _ in blocks if not equal for i in range(i1, i2)]
    right_over = [j for equal, _, _, j1, j2 in blocks if not equal for j in range(j1, j2)]
    if not left_over or not right_over:
        return []
    left_set, right_set = set(left_over), set(right_over)
    places: dict[str, list[int]] = {}
    for j in right_over:
        places.setdefault(right[j].key, []).append(j)
    left_counts = Counter(left[i].key for i in left_over)
    found: list[tuple[int, int, int]] = []
    for i in left_over:
        if i not in left_set:
            continue
        best: tuple[int, int, int] | None = None
        for j in places.get(left[i].key, ())[:20]:
            size = 0
            while (
                i + size in left_set and j + size in right_set and left[i + size].key == right[j + size].key
            ):
                size += 1
            if size and (best is None or size > best[2]):
                best = (i, j, size)
        if best is None:
            continue
        heavy = sum(word.heavy for word in left[i : i + best[2]])
        alone = left[i].heavy and not left[i].letter
        alone &= left_counts[left[i].key] == 1 and len(places[left[i].key]) == 1
        if (best[2] >= 2 and heavy) or (best[2] == 1 and alone):
            found.append(best)
            left_set.difference_update(range(i, i + best[2]))
            right_set.difference_update(range(best[1], best[1] + best[2]))
    return found

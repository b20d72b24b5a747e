"""Cut a plain text into paragraphs, and join lines that were broken to fit a width.

Every line is a paragraph unless the text is clearly hard-wrapped: nearly every line is as full as the
next word allows (the test of a greedy line breaker), and lines break in the middle of sentences.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from desktop_app.text.scripts import is_unspaced
from desktop_app.text.sentences import split_sentences

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufeff]")
ENDS_SENTENCE = re.compile(r"[.!?:…。！？।۔؟][\"'”’»)\]」』]*$")
_PIECE = 100_000
"""Characters that are gone over at once: a few milliseconds."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FIRST_WORD = re.compile(r"\S{1,60}")
_BULLET = re.compile(r"(?:[*•·▪‣]|\d{1,3}[.)]|[a-z]\))\s+\S")
_DASH = re.compile(r"[-–—]\s+\S")

# What counts as clearly hard-wrapped. Chosen so that greedy and balanced breakers (fold, fmt, mail
# programs) pass and verse, lists and one-line paragraphs do not.
_WIDTHS = range(20, 132)
_SLACK = 0.1
"""A line may stop this share of the width short of full: balanced breakers do."""
_FULL_SHARE = 0.8
_BROKEN_SHARE = 0.5
"""Of the lines inside a block, at least so many must not end a sentence."""
_SMALL_SHARE = 0.3
"""... and so many must be followed by a line that starts with a small letter (where letters have case)."""
_FEWEST_LINES = 3

LONGEST_PARAGRAPH = 20_000
"""Characters: a longer paragraph is no paragraph, but a text whose line ends were lost."""
LONGEST_PART = 4_000
"""Characters of one part of it, unless a single sentence is longer."""


def clean(text: str) -> str:
    """Return the text with every kind of line end as a line feed, without control characters."""
    return "".join(_CONTROLS.sub("", _LINE_END.sub("\n", piece)) for piece in pieces(text))


def pieces(text: str) -> Iterator[str]:
    """Cut a long text where no character joins its neighbour: after a line feed, else before a blank.

    Going over it piece by piece leaves the interpreter to others in between.
    """
    start = 0
    while len(text) - start > 2 * _PIECE:
        low, high = start + _PIECE, start + 2 * _PIECE
        cut = text.find("\n", low, high) + 1 or text.find(" ", low)
        if cut < 0:
            break
        yield text[start:cut]
        start = cut
    yield text[start:]


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: separated by one or more line ends, stripped, empty ones dropped.

    A hard-wrapped text is joined first; there, blank lines, indents and lines left short separate. What
    is longer than any paragraph is parted, see `part_long`.
    """
    lines = clean(text).split("\n")
    width = wrap_width(lines)
    if width:
        paragraphs = _join_wrapped(lines, width)
    else:
        paragraphs = [stripped for line in lines if (stripped := line.strip())]
    return [part for paragraph in paragraphs for part in part_long(paragraph)]


def part_long(text: str) -> list[str]:
    """Return a stripped paragraph as it is, or in parts that end with sentences where it is a whole book.

    Nobody can find a place in a paragraph of many pages, and whatever compares the words of two
    paragraphs would take minutes on it.
    """
    if len(text) <= LONGEST_PARAGRAPH:
        return [text]
    parts: list[str] = []
    start = end = 0
    for sentence in split_sentences(text):
        if end > start and sentence.end - start > LONGEST_PART:
            parts.append(text[start:end])
            start = sentence.start
        end = sentence.end
    parts.append(text[start:end])
    return parts


def wrap_width(lines: Sequence[str]) -> float:
    """Return the width (characters) that a line and the next word overflow, or 0 if nothing was wrapped."""
    pairs = [pair for block in _blocks(lines) for pair in pairwise(block)]
    if len(pairs) < _FEWEST_LINES:
        return 0
    lengths = sorted(len(line.rstrip()) for line, _ in pairs)
    width = lengths[-1]
    usual = lengths[int(0.95 * (len(lengths) - 1))]
    if width > 1.15 * usual:
        width = usual  # a web address or the like stands out
    if width not in _WIDTHS:
        return 0
    if sum(1 for line in lines if len(line.rstrip()) > 1.3 * width and " " in line.strip()) > 0.05 * len(
        lines
    ):
        return 0
    exact = [pair for pair in pairs if _is_full(*pair, width)]
    loose = [pair for pair in pairs if _is_full(*pair, width * (1 - _SLACK))]
    # A greedy breaker passes the exact test, which also tells the ends of paragraphs best.
    greedy = len(exact) >= 0.9 * len(loose)
    full = exact if greedy else loose
    if len(full) < _FULL_SHARE * len(pairs):
        # Without blank lines between them, paragraphs end in short lines that close a sentence.
        known = set(full)
        ends = sum(1 for pair in pairs if pair not in known and ENDS_SENTENCE.search(pair[0].rstrip()))
        if len(full) + ends < 0.95 * len(pairs) or len(full) < max(ends, 2 * _FEWEST_LINES):
            return 0
    broken = [pair for pair in full if not ENDS_SENTENCE.search(pair[0].rstrip())]
    if len(broken) < _BROKEN_SHARE * len(full):
        return 0
    small = sum(
        1 for _, after in broken if not (first := after.strip()[:1]).isalpha() or first == first.lower()
    )
    if small < _SMALL_SHARE * len(full):
        return 0
    return width if greedy else width * (1 - _SLACK)


def _blocks(lines: Sequence[str]) -> list[list[str]]:
    blocks: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            blocks[-1].append(line)
        elif blocks[-1]:
            blocks.append([])
    return blocks if blocks[-1] else blocks[:-1]


def _is_full(line: str, after: str, width: float) -> bool:
    """Whether the first word of the next line would not have fitted at the end of this one."""
    first = _FIRST_WORD.match(after.strip())
    if first is None:
        return False
    room = 1 if is_unspaced(after.strip()[0]) else len(first.group()) + 1
    return len(line.rstrip()) + room > width


def _join_wrapped(lines: Sequence[str], width: float) -> list[str]:
    vocabulary = vocabulary_of(lines)
    paragraphs: list[str] = []
    for block in _blocks(lines):
        indent = min(len(line) - len(line.lstrip()) for line in block)
        current = [block[0]]
        for line, after in pairwise(block):
            indented = len(after) - len(after.lstrip()) > indent and len(line) - len(line.lstrip()) == indent
            full = _is_full(line, after, width)
            running = not ENDS_SENTENCE.search(line.rstrip()) and after.strip()[:1].islower()
            item = _BULLET.match(after.strip()) or (not full and _DASH.match(after.strip()))
            if (full or running) and not (indented and not running) and not item:
                current.append(after)
            else:
                paragraphs.append(join_lines(current, vocabulary))
                current = [after]
        paragraphs.append(join_lines(current, vocabulary))
    return [paragraph for paragraph in paragraphs if paragraph]


def vocabulary_of(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of some lines in small letters, hyphenated ones whole, for `join_lines`."""
    return frozenset(word.lower() for line in lines for word in _WORD.findall(line))


def join_lines(lines: Sequence[str], vocabulary: Collection[str] = ()) -> str:
    """Return the lines of one paragraph as one line.

    A hyphen at a line's end goes when the word is known without it, or not known with it; ``vocabulary``
    holds the words of the whole text in small letters. Scripts without spaces are joined without.
    """
    parts: list[str] = []
    tail = ""
    for raw in lines:
        line = raw.strip()
        if not line:
            continue
        if not parts:
            parts.append(line)
        elif tail == "\u00ad":
            parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif tail in "-‐" and len(parts[-1]) > 1 and parts[-1][-2].isalpha() and line[0].isalpha():
            if line[0].islower() and _hyphen_goes(parts[-1], line, vocabulary):
                parts[-1] = parts[-1][:-1]
            parts.append(line)
        elif (is_unspaced(tail) or tail in "，。、；：！？」』）") and (
            is_unspaced(line[0]) or line[0] in "「『（"
        ):
            parts.append(line)
        else:
            parts.append(" " + line)
        tail = line[-1]
    return "".join(parts)


def _hyphen_goes(before: str, after: str, vocabulary: Collection[str]) -> bool:
    head = before[-60:-1].split()[-1:]
    tail = _WORD.match(after)
    if not head or tail is None:
        return True
    start, end = head[0].lstrip("\"'“‘«„(").lower(), tail.group().lower()
    if start + end in vocabulary:
        return True
    return f"{start}-{end}" not in vocabulary and "-" not in start and start not in _KEEPS_HYPHEN


_KEEPS_HYPHEN = frozenset(
    {"self", "well", "non", "ex", "anti", "mid", "half", "vice", "co", "so", "semi", "all"}
)

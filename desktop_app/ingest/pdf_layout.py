"""From the lines of printed pages to paragraphs: columns, running heads, joined lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from desktop_app.ingest.blocks import Block, Document
from desktop_app.model import Kind
from desktop_app.text.paragraphs import ENDS_SENTENCE, join_lines, vocabulary_of


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its box in points (the origin is at the lower left), font size and text."""

    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    text: str


_PAGE_NUMBER = re.compile(
    r"(?:page|seite|p\.|página|pagina)?\s?[-–—|·]?\s?(?:\d{1,4}|[ivxl]{1,6})"
    r"(?:\s?(?:/|of|von|de|sur)\s?\d{1,4})?\s?[-–—|·]?",
    re.IGNORECASE,
)
# What browsers print above and below a page: date and title, address and number.
_PRINTED = re.compile(
    r"(?:https?|file)://\S+(?:\s\d+/\d+)?"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d(?: ?[AP]M)?(?: .{1,120})?"
)
_BULLET = re.compile(r"(?:[•▪‣●■○*]|\d{1,2}[.)])\s\S")

# Judged on pages by LaTeX, word processors and browsers; all in font sizes or shares.
_BIGGER = 1.12
_TITLE_SIZE = 1.25
_WIDER_GAP = 1.35
_INDENT = 0.7
_ZONE = 2
"""So many lines at the top and at the bottom of a page may be heads and feet."""
_CROSSING = 0.3
_FAR_FROM_FULL = 0.6
"""A paragraph's first line that takes less of its column is its last if one with a capital takes more."""
_AROUND = 30
"""Lines before and after, among which the edge of a column is looked for."""


def lay_out(lines: Sequence[Line], pages: int) -> Document:
    """Return the document of the lines of ``pages`` pages, in the order in which the file holds them.

    Page numbers go, running heads and feet are listed as dropped, columns are read one after the other,
    lines are joined, hyphens at their ends undone.
    """
    document = Document()
    by_page: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    heads = _running(by_page, pages)
    ordered: list[Line] = []
    for number in sorted(by_page):
        kept = []
        for line in by_page[number]:
            if line in heads:
                text = heads[line]
                if text and all(text != dropped for _, dropped in document.dropped):
                    document.dropped.append((0, text))
            else:
                kept.append(line)
        ordered.extend(_merge_rows(_in_columns(kept)))
    if not ordered:
        ordered = list(lines)
    weights: Counter[float] = Counter()
    for line in ordered:
        weights[round(line.size * 2) / 2] += len(line.text)
    usual = weights.most_common(1)[0][0] or 1.0
    vocabulary = vocabulary_of(line.text for line in ordered)
    groups = _paragraphs(ordered, usual)
    _find_title(groups, usual, document)
    for group in groups:
        text = join_lines([line.text for line in group], vocabulary)
        title = bool(document.title) and text == document.title
        document.blocks.append(Block(text, Kind.HEADLINE if title else None))
        if title:
            document.title = ""
    return document


def _find_title(groups: Sequence[Sequence[Line]], usual: float, document: Document) -> None:
    """The largest print on the first page is its title, if it is larger than the rest."""
    first = [group for group in groups[:12] if group[0].page == groups[0][0].page]
    if len(groups) < 2 or not first:
        return
    largest = max(first, key=lambda group: group[0].size)
    if largest[0].size >= _TITLE_SIZE * usual and len(largest) <= 6:
        document.title = join_lines([line.text for line in largest])


def _running(by_page: dict[int, list[Line]], pages: int) -> dict[Line, str]:
    """Return the lines that are no part of the story, with the text to list ("" for page numbers)."""
    zones: dict[tuple[bool, str], list[Line]] = defaultdict(list)
    found: dict[Line, str] = {}
    for page in by_page.values():
        ranked = sorted(page, key=lambda line: -line.top)
        edges = [(True, line) for line in ranked[:_ZONE]] + [(False, line) for line in ranked[::-1][:_ZONE]]
        for top, line in edges:
            alone = sum(1 for other in ranked if abs(other.bottom - line.bottom) < 0.3 * line.size) == 1
            if len(page) > 1 and alone and _PAGE_NUMBER.fullmatch(line.text):
                found[line] = ""
            elif len(page) > 1 and _PRINTED.fullmatch(line.text):
                found[line] = line.text
            elif len(line.text) <= 150:
                zones[top, re.sub(r"\d+", "#", line.text.lower())].append(line)
        printed = [line.bottom for line in page if line in found and _PRINTED.fullmatch(line.text)]
        for line in page:
            if line not in found and any(abs(line.bottom - level) < 0.3 * line.size for level in printed):
                found[line] = "" if _PAGE_NUMBER.fullmatch(line.text) else line.text
    for same in zones.values():
        on_pages = {line.page for line in same}
        level = max(line.top for line in same) - min(line.top for line in same) <= 2 * same[0].size
        enough = len(on_pages) >= 3 if pages > 4 else len(on_pages) == pages > 1
        if enough and level and len(on_pages) >= 0.25 * pages:
            text = "" if _PAGE_NUMBER.fullmatch(same[0].text) else same[0].text
            found.update(dict.fromkeys(same, text))
    return found


def _in_columns(lines: list[Line]) -> list[Line]:
    """Return a page's lines in reading order, if the file holds two columns line by line across."""
    if len(lines) < 8:
        return lines
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        x = left + width * step / 100
        crossing = sum(1 for line in lines if line.left < x - 1 and line.right > x + 1)
        if best is None or crossing < best[0]:
            best = (crossing, x)
    if best is None or best[0] > _CROSSING * len(lines):
        return lines
    x = best[1]
    sides = [0 if line.right <= x + 1 else 1 if line.left >= x - 1 else 2 for line in lines]
    if sides.count(0) < 3 or sides.count(1) < 3:
        return lines
    narrow = [side for side in sides if side != 2]
    switches = sum(1 for a, b in pairwise(narrow) if a != b)
    # The gutter of a table is crossed row by row as well, but its cells are short.
    filled = median(line.right - line.left for line, side in zip(lines, sides, strict=True) if side != 2)
    if switches <= 0.4 * len(narrow) or filled < 0.3 * width:
        return lines
    result: list[Line] = []
    band: list[tuple[int, Line]] = []
    for side, line in sorted(zip(sides, lines, strict=True), key=lambda pair: -pair[1].top):
        if side == 2:
            result.extend(_band(band))
            band = []
            result.append(line)
        else:
            band.append((side, line))
    result.extend(_band(band))
    return result


def _band(band: Sequence[tuple[int, Line]]) -> list[Line]:
    return [line for side in (0, 1) for own, line in band if own == side]


def _merge_rows(lines: Sequence[Line]) -> list[Line]:
    """Put pieces of one printed line back together (cells of a table, wide gaps)."""
    merged: list[Line] = []
    for line in lines:
        before = merged[-1] if merged else None
        if (
            before is not None
            and line.left >= before.right - line.size
            and abs(line.bottom - before.bottom) < 0.3 * line.size
            and abs(line.size - before.size) < 0.3 * line.size
        ):
            text = f"{before.text} {line.text}"
            top, bottom = max(before.top, line.top), min(before.bottom, line.bottom)
            merged[-1] = Line(line.page, before.left, line.right, top, bottom, before.size, text)
        else:
            merged.append(line)
    return merged


def _paragraphs(lines: Sequence[Line], usual: float) -> list[list[Line]]:
    gap = _usual_gap(lines, usual)
    margins = _margins(lines)
    groups: list[list[Line]] = [[lines[0]]]
    for index in range(1, len(lines)):
        line = lines[index]
        edge = _column_right(lines, index - 1)
        if _continues(groups[-1], line, gap, edge, margins[line.page]):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _margins(lines: Sequence[Line]) -> dict[int, list[float]]:
    """The left edges at which many lines of a page start: those of its columns, not of first lines."""
    lefts: dict[int, Counter[int]] = defaultdict(Counter)
    for line in lines:
        lefts[line.page][round(line.left)] += 1
    return {
        page: [edge for edge, count in counts.items() if count >= 0.25 * counts.total()]
        for page, counts in lefts.items()
    }


def _column_right(lines: Sequence[Line], index: int) -> float:
    """How far the lines around one reach that stand above or below it."""
    line = lines[index]
    near = [
        other.right
        for other in lines[max(0, index - _AROUND) : index + _AROUND]
        if other.page == line.page and other.left < line.right and other.right > line.left
    ]
    ordered = sorted(near)
    return ordered[int(0.9 * (len(ordered) - 1))]


def _usual_gap(lines: Sequence[Line], usual: float) -> float:
    gaps = [
        before.bottom - line.bottom
        for before, line in pairwise(lines)
        if before.page == line.page
        and 0 < before.bottom - line.bottom < 3 * usual
        and abs(line.size - usual) < 0.1 * usual
    ]
    # Gaps between paragraphs may outnumber those within them; the lower quarter holds none of them.
    return sorted(gaps)[len(gaps) // 4] if gaps else 1.2 * usual


def _continues(group: Sequence[Line], line: Line, gap: float, right: float, margins: Sequence[float]) -> bool:
    """Whether a line goes on with a paragraph; ``right`` is the edge of its column."""
    before = group[-1]
    if max(line.size, before.size) > _BIGGER * min(line.size, before.size) or _BULLET.match(line.text):
        return False
    ended = bool(ENDS_SENTENCE.search(before.text))
    first = line.text.split()[0]
    fitted = right - before.right > (0.4 * len(first) + 1.2) * line.size
    drop = before.bottom - line.bottom
    if before.page != line.page or drop < 0 or drop > 12 * line.size:
        # A new page or column.
        return not fitted and (not ended or line.text[0].islower())
    # Large print is set wider than the text on which the gap was measured.
    if drop > _WIDER_GAP * max(gap, 1.15 * line.size):
        return False
    left = group[1].left if len(group) > 1 else before.left
    if line.left > max(left, before.left) + _INDENT * line.size:
        return False
    # A byline or a heading in the print of the text: one line far from full, and the next begins anew.
    full = left + _FAR_FROM_FULL * (right - left)
    if len(group) == 1 and fitted and line.text[0].isupper() and before.right < full < line.right:
        return False
    indented = any(_INDENT < (line.left - margin) / line.size < 5 for margin in margins)
    return not (ended and (fitted or (indented and line.left >= left - 1)))

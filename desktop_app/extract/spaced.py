"""Text as annotated corpora print it, a space in front of each mark and all in one, set right for reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from desktop_app.model import Article, Mention

_SPACED = re.compile(r"\w (?:,(?=\s)|\.(?=\s|$))")
_TIGHT = re.compile(r"\w\w(?:,(?=\s)|\.(?=\s|$))")
_DOTTED = re.compile(r"\b[A-Z][a-z]{1,3}\.(?=\s)")
_SPACE = re.compile(
    r" (?=(?:[,.;:?!%)\]}]|\.\.\.|['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t|T)?|n['’]t|N['’]T|['’]{2})(?:\s|$))"
    r"|(?<=[(\[{$£€]) |(?<=``) "
)
_LAND = r"(?: ?, [A-ZÀ-Þ][\w.]+(?: [A-ZÀ-Þ][\w.]+)?){0,2}"
_DATELINE = re.compile(
    r"(?<=[\w.?!'’\"”)] )(?<!\b(?:the|and) )(?<!\b(?:in|of|to|at|by) )"
    r"(?P<places>[A-ZÀ-Þ]{2}[A-ZÀ-Þ.'’-]*(?:[ /][A-ZÀ-Þ.'’-]{2,}){0,4})"
    r"(?:(?P<day> \d{4}-\d{2}-\d{2} )"
    rf"|{_LAND}(?: ?, \w+\.? \d{{1,2}})? \( ?[A-Z][\w ]{{1,30}} ?\) [-–—]{{1,2}} "
    rf"|{_LAND} ?, \w+\.? \d{{1,2}} [-–—]{{1,2}} "
    rf"|(?<=[A-ZÀ-Þ]{{4}}){_LAND} [-–—]{{1,2}} (?=[A-ZÀ-Þ\"“]))"
)
_REACH = 400
"""How far into an article that is one paragraph its dateline may stand."""
_ENOUGH = 400
"""Paragraphs, and characters of each, that tell how a text is printed."""
_MARK = re.compile(r'(?:^|(?<=\s))"(?=\s|$)')


@dataclass(frozen=True, slots=True)
class Tidied:
    """An article as it would be printed, and where its characters stand in the original.

    ``places`` holds for each paragraph the original one and the offset it was cut from, ``dropped`` the
    offsets in it behind which a space was dropped.
    """

    original: Article
    article: Article
    places: tuple[tuple[int, int], ...]
    dropped: tuple[tuple[int, ...], ...]

    def mention(self, paragraph: int, start: int, end: int) -> Mention:
        """Return the mention in the original for offsets in the tidied article."""
        dropped = self.dropped[paragraph]
        number, base = self.places[paragraph]
        first = base + start + bisect_right(dropped, start)
        last = base + end - 1 + bisect_right(dropped, end - 1) + 1
        return self.original.mention(number, first, last)


def is_spaced(texts: Sequence[str]) -> bool:
    """Whether nearly every comma and full stop of a text stands behind a space."""
    sample = [text[:_ENOUGH] for text in texts[:_ENOUGH]]
    spaced = sum(len(_SPACED.findall(text)) for text in sample)
    if not spaced:
        return False
    tight = sum(len(_TIGHT.findall(text)) - len(_DOTTED.findall(text)) for text in sample)
    return spaced > 4 * tight


def tidy(article: Article) -> Tidied | None:
    """Return the article as it would be printed, None where it already is.

    Spaces in front of marks are dropped; where all of it is one paragraph, the headline and the dateline are
    parted from the text.
    """
    texts = [paragraph.text for paragraph in article.paragraphs]
    spaced = is_spaced(texts)
    cuts = _cuts(texts[0]) if len(texts) == 1 else []
    if not spaced and not cuts:
        return None
    tidied: list[str] = []
    places: list[tuple[int, int]] = []
    dropped: list[tuple[int, ...]] = []
    for number, text in enumerate(texts):
        for start, end in pairwise([0, *cuts, len(text)]):
            part, spaces = _close_up(text[start:end]) if spaced else (text[start:end], ())
            tidied.append(part)
            places.append((number, start))
            dropped.append(spaces)
    kinds = [article.paragraphs[number].kind for number, _ in places]
    return Tidied(article, Article.from_paragraphs(tidied, kinds=kinds), tuple(places), tuple(dropped))


def _cuts(text: str) -> list[int]:
    """Return where the headline and the dateline of a report end that are run into its text."""
    opening = _DATELINE.search(text[:_REACH])
    if not opening:
        return []
    ends = opening.end() if opening["day"] else opening.start()
    return [place for place in sorted({opening.start(), ends}) if 0 < place < len(text)]


def _close_up(text: str) -> tuple[str, tuple[int, ...]]:
    """Return a text without the spaces in front of its marks, and where they were dropped."""
    spaces = sorted({*(match.start() for match in _SPACE.finditer(text)), *_inside_marks(text)})
    kept: list[str] = []
    place = 0
    for space in spaces:
        kept.append(text[place:space])
        place = space + 1
    return "".join([*kept, text[place:]]), tuple(space - count for count, space in enumerate(spaces))


def _inside_marks(text: str) -> list[int]:
    """Return where the spaces on the inner sides of straight quotation marks stand."""
    found: list[int] = []
    for count, match in enumerate(_MARK.finditer(text)):
        place = match.end() if count % 2 == 0 else match.start() - 1
        if 0 <= place < len(text) and text[place] == " ":
            found.append(place)
    return found

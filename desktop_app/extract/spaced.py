"""Text as annotated corpora print it, with a space in front of each mark, set right for reading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.model import Article, Mention

_SPACED = re.compile(r"\w (?:,(?=\s)|\.(?=\s|$))")
_TIGHT = re.compile(r"\w(?:,(?=\s)|\.(?=\s|$))")
_DOTTED = re.compile(r"(?:\b[A-Z]|\b[A-Z][a-z]{1,3})\.(?=\s)")
_SPACE = re.compile(
    r" (?=(?:[,.;:?!%)\]}]|\.\.\.|['’](?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M|t|T)?|n['’]t|N['’]T|['’]{2})(?:\s|$))"
    r"|(?<=[(\[{$£€]) |(?<=``) "
)
_ENOUGH = 400
"""Paragraphs, and characters of each, that tell how a text is printed."""
_MARK = re.compile(r'(?:^|(?<=\s))"(?=\s|$)')


@dataclass(frozen=True, slots=True)
class Tidied:
    """An article without the spaces in front of its marks, and where its characters stand in the original.

    ``starts`` holds for each paragraph the offsets in the tidied text behind which a space was dropped.
    """

    original: Article
    article: Article
    starts: tuple[tuple[int, ...], ...]

    def mention(self, paragraph: int, start: int, end: int) -> Mention:
        """Return the mention in the original for offsets in the tidied article."""
        dropped = self.starts[paragraph]
        first = start + bisect_right(dropped, start)
        last = end - 1 + bisect_right(dropped, end - 1) + 1
        return self.original.mention(paragraph, first, last)


def is_spaced(texts: Sequence[str]) -> bool:
    """Whether nearly every comma and full stop of a text stands behind a space."""
    spaced = tight = 0
    for text in (text[:_ENOUGH] for text in texts[:_ENOUGH]):
        spaced += len(_SPACED.findall(text))
        tight += len(_TIGHT.findall(text)) - len(_DOTTED.findall(text))
    return spaced > 0 and spaced > 4 * tight


def tidy(article: Article) -> Tidied | None:
    """Return the article as it would be printed, None where it already is."""
    texts = [paragraph.text for paragraph in article.paragraphs]
    if not is_spaced(texts):
        return None
    tidied: list[str] = []
    starts: list[tuple[int, ...]] = []
    for text in texts:
        spaces = sorted({*(match.start() for match in _SPACE.finditer(text)), *_inside_marks(text)})
        kept: list[str] = []
        place = 0
        for space in spaces:
            kept.append(text[place:space])
            place = space + 1
        tidied.append("".join([*kept, text[place:]]))
        starts.append(tuple(space - count for count, space in enumerate(spaces)))
    kinds = [paragraph.kind for paragraph in article.paragraphs]
    return Tidied(article, Article.from_paragraphs(tidied, kinds=kinds), tuple(starts))


def _inside_marks(text: str) -> list[int]:
    """Return where the spaces on the inner sides of straight quotation marks stand."""
    found: list[int] = []
    for count, match in enumerate(_MARK.finditer(text)):
        place = match.end() if count % 2 == 0 else match.start() - 1
        if 0 <= place < len(text) and text[place] == " ":
            found.append(place)
    return found

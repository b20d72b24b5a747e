"""An article: paragraphs, their kinds and sentences, and spans of their text.

All offsets are half-open and count code points inside a paragraph's text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Side(StrEnum):
    """One of the two articles of a pair. Neither is the source of the other."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Kind(StrEnum):
    """What a paragraph is. Captions, bylines and boilerplate are never linked."""

    HEADLINE = "headline"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"

    @property
    def linkable(self) -> bool:
        """Whether a paragraph of this kind tells the story and may be linked."""
        return self in _TELLING


_TELLING = (Kind.HEADLINE, Kind.BODY)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one paragraph's text: paragraph index and half-open code point offsets."""

    paragraph: int
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share text."""
        return self.paragraph == other.paragraph and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A span together with the words it covers: one occurrence of an entity, one side of a change."""

    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: half-open offsets inside its paragraph's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as shown and linked.

    ``sentences`` is empty while nobody has cut the text yet (see `desktop_app.text.prepare`).
    """

    index: int
    text: str
    kind: Kind = Kind.BODY
    sentences: tuple[Sentence, ...] = ()

    def sentence_at(self, offset: int) -> int | None:
        """Return the index of the sentence that holds ``offset``, or None between sentences."""
        for number, sentence in enumerate(self.sentences):
            if sentence.start <= offset < sentence.end:
                return number
        return None


@dataclass(frozen=True, slots=True)
class Article:
    """One text of a pair.

    ``source`` is where it came from (a path, an address, "pasted text"), ``metadata`` what the document
    said of itself (author, date, site ...), ``dropped`` the passages that the reader of a web page or
    document left out (menus, captions), kept so that they can be put back; ``dropped_at`` holds the index
    of the paragraph before which each of them stood (the end where it is shorter).
    """

    paragraphs: tuple[Paragraph, ...]
    title: str = ""
    source: str = ""
    metadata: Mapping[str, str] = field(default_factory=dict, hash=False)
    dropped: tuple[str, ...] = ()
    dropped_at: tuple[int, ...] = ()
    headlines: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """The paragraphs that are headlines, looked up once: every number shown depends on them."""

    def __post_init__(self) -> None:
        found = tuple(n for n, paragraph in enumerate(self.paragraphs) if paragraph.kind is Kind.HEADLINE)
        object.__setattr__(self, "headlines", found)

    @classmethod
    def from_paragraphs(
        cls,
        texts: Iterable[str],
        *,
        kinds: Iterable[Kind] | None = None,
        title: str = "",
        source: str = "",
        metadata: Mapping[str, str] | None = None,
    ) -> Article:
        """Build an article from ready units, each of which becomes one paragraph, unchanged.

        Without ``kinds`` every paragraph counts as body; raises ValueError when the two lengths differ.
        """
        listed = list(texts)
        given = [Kind.BODY] * len(listed) if kinds is None else list(kinds)
        paragraphs = tuple(
            Paragraph(index, text, kind) for index, (text, kind) in enumerate(zip(listed, given, strict=True))
        )
        return cls(paragraphs, title=title, source=source, metadata=dict(metadata or {}))

    def number_of(self, paragraph: int) -> int:
        """Return the number readers see beside a paragraph.

        A headline is 0, wherever it stands; the others are counted from 1 without a gap.
        """
        before = bisect_left(self.headlines, paragraph)
        if before < len(self.headlines) and self.headlines[before] == paragraph:
            return 0
        return paragraph + 1 - before

    def text_at(self, span: Span) -> str:
        """Return the words a span covers."""
        return self.paragraphs[span.paragraph].text[span.start : span.end]

    def mention(self, paragraph: int, start: int, end: int) -> Mention:
        """Return the span of a paragraph with its words."""
        return Mention(paragraph, start, end, self.paragraphs[paragraph].text[start:end])

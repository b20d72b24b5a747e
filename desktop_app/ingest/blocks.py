"""What every reader of documents hands over, and the article made of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from desktop_app.ingest.plain import normalise, refuse_empty
from desktop_app.model import Article, Kind, Paragraph, Progress, no_progress, part_of
from desktop_app.text.kinds import classify
from desktop_app.text.normalize import fold
from desktop_app.text.paragraphs import part_long
from desktop_app.text.prepare import prepare
from desktop_app.text.tokens import is_word, tokenize

_TITLE_WITHIN = 6
"""A title that stands among so many first paragraphs is not put in once more."""
_TITLE_SHARE = 0.6
"""Of their words, title and headline must share so many."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a document. ``kind`` is None where its words and place decide."""

    text: str
    kind: Kind | None = None


@dataclass(slots=True)
class Document:
    """What a reader found: blocks in reading order, what the document says of itself, what was left out.

    ``dropped`` pairs each passage with the number of blocks before it.
    """

    blocks: list[Block] = field(default_factory=list)
    title: str = ""
    metadata: dict[str, str] = field(default_factory=dict)
    dropped: list[tuple[int, str]] = field(default_factory=list)


def build(document: Document, source: str, name: str, progress: Progress = no_progress) -> Article:
    """Return the prepared article of a document.

    A title that the blocks do not show is put in front as the headline. Raises LoadError when the
    document holds no words.
    """
    texts: list[str] = []
    given: list[Kind | None] = []
    places: list[int] = []
    for block in document.blocks:
        places.append(len(texts))
        for line in normalise(block.text).split("\n"):
            if line.strip():
                parts = part_long(line.strip())
                texts.extend(parts)
                given.extend([block.kind] * len(parts))
    places.append(len(texts))
    refuse_empty(texts, name)
    title = " ".join(normalise(document.title).split())
    headline = _find_title(texts, title)
    shift = 0
    if title and headline is None:
        texts.insert(0, title)
        given.insert(0, Kind.HEADLINE)
        shift = 1
    elif headline is not None:
        given[headline] = Kind.HEADLINE
    has_headline = Kind.HEADLINE in given
    kinds = []
    for kind, own in zip(classify(texts, part_of(progress, 0.0, 0.5)), given, strict=True):
        judged = Kind.BODY if kind is Kind.HEADLINE and has_headline else kind
        kinds.append(own or judged)
    article = Article.from_paragraphs(
        texts, kinds=kinds, title=title, source=source, metadata=document.metadata
    )
    kept = [(place, text) for place, text in document.dropped if text.strip()]
    article = replace(
        article,
        dropped=tuple(" ".join(normalise(text).split()) for _, text in kept),
        dropped_at=tuple(places[min(place, len(places) - 1)] + shift for place, _ in kept),
    )
    return prepare(article, part_of(progress, 0.5, 1.0))


def _find_title(texts: list[str], title: str) -> int | None:
    """Return the place of the title among the first paragraphs, as printed or worded a little otherwise."""
    wanted = fold(title)
    if not wanted:
        return None
    for index, text in enumerate(texts[:_TITLE_WITHIN]):
        if fold(text) == wanted:
            return index
    words = _words(title)
    for index, text in enumerate(texts[:_TITLE_WITHIN]):
        own = _words(text)
        # What a page calls itself and what stands over its story often differ by a few words.
        if len(own & words) >= _TITLE_SHARE * max(len(own), len(words)):
            return index
    return None


def _words(text: str) -> set[str]:
    return {fold(token.text) for token in tokenize(text) if is_word(token)}


def restore(article: Article, dropped_index: int) -> Article:
    """Return the article with one of its dropped passages put back where it stood, as body text.

    Captions stay captions. Raises IndexError where there is no such passage.
    """
    text = article.dropped[dropped_index]
    dropped_index %= len(article.dropped)
    ends = len(article.paragraphs)
    places = [*article.dropped_at, *[ends] * (len(article.dropped) - len(article.dropped_at))]
    place = min(places[dropped_index], ends)
    # Of several passages dropped at one place the later ones move on, so that any order of restoring
    # gives the order of the document.
    kind = Kind.CAPTION if classify([text, "A", "B"])[0] is Kind.CAPTION else Kind.BODY
    texts = [*article.paragraphs[:place], Paragraph(place, text, kind), *article.paragraphs[place:]]
    rest = [index for index in range(len(places)) if index != dropped_index]
    moved = [
        places[index] + (places[index] > place or (places[index] == place and index > dropped_index))
        for index in rest
    ]
    restored = replace(
        article,
        paragraphs=_numbered(texts),
        dropped=tuple(article.dropped[index] for index in rest),
        dropped_at=tuple(moved),
    )
    return prepare(restored)


def restore_as_in(article: Article, before: Article) -> Article:
    """Return a newly read article with those dropped passages put back that stood in it ``before``.

    A passage was put back by a person when the article of before has its text more often than the new one.
    """
    missing = Counter(p.text for p in before.paragraphs)
    missing.subtract(p.text for p in article.paragraphs)
    wanted = []
    for index, text in enumerate(article.dropped):
        if missing[text] > 0:
            missing[text] -= 1
            wanted.append(index)
    for index in reversed(wanted):
        article = restore(article, index)
    return article


def _numbered(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(
        paragraph if paragraph.index == index else replace(paragraph, index=index)
        for index, paragraph in enumerate(paragraphs)
    )

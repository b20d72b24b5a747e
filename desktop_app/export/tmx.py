"""The linked segments of a comparison as a translation memory (TMX 1.4b)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

import desktop_app
from desktop_app.export.words import language_of
from desktop_app.model import Alignment, Article, Comparison, Progress, SentencePair, Side, no_progress

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Segment:
    """Text of both sides that corresponds, with the number of its link; ``unit`` is sentence or paragraph."""

    left: str
    right: str
    unit: str
    link: int
    score: float


def segments(comparison: Comparison) -> list[Segment]:
    """Return the linked segments: groups of sentences where they are known, whole paragraphs elsewhere.

    Sentence pairs that share a sentence make one segment (a merge or a split).
    """
    found = []
    known = _pairs_by_link(comparison.alignment)
    for number, link in enumerate(comparison.alignment.links):
        groups = list(_sentence_groups(known.get(number, ())))
        for lefts, rights, score in groups:
            texts = _sentences(comparison.left, lefts), _sentences(comparison.right, rights)
            found.append(Segment(*texts, "sentence", number, score))
        if not groups:
            texts = _paragraphs(comparison.left, link.left), _paragraphs(comparison.right, link.right)
            found.append(Segment(*texts, "paragraph", number, link.score))
    return [segment for segment in found if segment.left.strip() and segment.right.strip()]


_Places = list[tuple[int, int]]


def _pairs_by_link(alignment: Alignment) -> dict[int, list[SentencePair]]:
    """Return the sentence pairs of each link, by its number."""
    lefts, rights = (
        {paragraph: number for number, link in enumerate(alignment.links) for paragraph in link.on(side)}
        for side in Side
    )
    found: dict[int, list[SentencePair]] = {}
    for pair in alignment.sentence_pairs:
        number = lefts.get(pair.left_paragraph)
        if number is not None and number == rights.get(pair.right_paragraph):
            found.setdefault(number, []).append(pair)
    return found


def _sentence_groups(inside: Iterable[SentencePair]) -> Iterator[tuple[_Places, _Places, float]]:
    """Return the sentences of both sides that belong together, with their mean score."""
    group_of: dict[tuple[Side, int, int], list[SentencePair]] = {}
    for pair in inside:
        keys = [(Side.LEFT, *_left(pair)), (Side.RIGHT, *_right(pair))]
        merged: list[SentencePair] = [pair]
        for old in {id(group_of[key]): group_of[key] for key in keys if key in group_of}.values():
            merged += old
        for member in merged:
            group_of[(Side.LEFT, *_left(member))] = merged
            group_of[(Side.RIGHT, *_right(member))] = merged
    groups = {id(group): group for group in group_of.values()}.values()
    for group in sorted(groups, key=lambda group: min(_left(pair) for pair in group)):
        lefts, rights = {_left(pair) for pair in group}, {_right(pair) for pair in group}
        yield sorted(lefts), sorted(rights), sum(pair.score for pair in group) / len(group)


def _left(pair: SentencePair) -> tuple[int, int]:
    return pair.left_paragraph, pair.left_sentence


def _right(pair: SentencePair) -> tuple[int, int]:
    return pair.right_paragraph, pair.right_sentence


def _sentences(article: Article, places: _Places) -> str:
    texts = []
    for paragraph, number in places:
        sentence = article.paragraphs[paragraph].sentences[number]
        texts.append(article.paragraphs[paragraph].text[sentence.start : sentence.end])
    return " ".join(texts)


def _paragraphs(article: Article, indexes: tuple[int, ...]) -> str:
    return " ".join(article.paragraphs[index].text for index in indexes)


def tmx_bytes(comparison: Comparison, progress: Progress = no_progress) -> bytes:
    """Return the memory in UTF-8. The left is the source side; an unclear language is ``und``."""
    progress(0.0, "Writing the memory")
    languages = language_of(comparison.left), language_of(comparison.right)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<tmx version="1.4">',
        f' <header creationtool="Twicetold" creationtoolversion={quoteattr(desktop_app.__version__)}'
        f' segtype="block" o-tmf="twicetold.comparison" adminlang="en" srclang={quoteattr(languages[0])}'
        ' datatype="plaintext"/>',
        " <body>",
    ]
    for number, segment in enumerate(segments(comparison), 1):
        lines.append(f'  <tu tuid="{number}" segtype="{segment.unit}">')
        lines.append(f'   <prop type="x-link">{segment.link + 1}</prop>')
        lines.append(f'   <prop type="x-score">{segment.score:.4f}</prop>')
        for language, text in zip(languages, (segment.left, segment.right), strict=True):
            lines.append(f"   <tuv xml:lang={quoteattr(language)}><seg>{_clean(text)}</seg></tuv>")
        lines.append("  </tu>")
    lines += [" </body>", "</tmx>", ""]
    return "\n".join(lines).encode("utf-8")


def _clean(text: str) -> str:
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split())))

"""The data model as plain JSON values (dictionaries, lists, strings, numbers).

Offsets are code points inside a paragraph's text. `desktop_app.model.decode` is the way back.
"""

from __future__ import annotations

from typing import Any

from desktop_app.model.alignment import Alignment, Link, Pair
from desktop_app.model.article import Article, Mention, Side, Span
from desktop_app.model.comparison import Change, Comparison, EntityRow, Note, Passage, QuotationMatch
from desktop_app.model.findings import Quotation
from desktop_app.model.order import moved_pairs

Json = dict[str, Any]


def encode_article(article: Article) -> Json:
    """Return an article with its paragraphs."""
    return {
        "source": article.source,
        "title": article.title,
        "metadata": dict(article.metadata),
        "paragraphs": [
            {
                "index": paragraph.index,
                "kind": paragraph.kind.value,
                "text": paragraph.text,
                "sentences": [[sentence.start, sentence.end] for sentence in paragraph.sentences],
            }
            for paragraph in article.paragraphs
        ],
        "dropped": list(article.dropped),
        "dropped_at": list(article.dropped_at),
    }


def _pairs(pairs: tuple[Pair, ...]) -> list[list[float]]:
    return [[pair.left, pair.right, pair.score] for pair in pairs]


def encode_link(link: Link) -> Json:
    """Return a link; its pairs are ``[left, right, score]``."""
    return {
        "left": list(link.left),
        "right": list(link.right),
        "pairs": _pairs(link.pairs),
        "score": link.score,
        "moved": link.moved,
        "origin": link.origin.value,
        "shared": list(link.shared),
        "candidates": _pairs(link.candidates),
    }


def encode_sentence_pairs(alignment: Alignment) -> list[list[float]]:
    """Return ``[left paragraph, sentence, right paragraph, sentence, score]`` for each sentence pair."""
    return [
        [p.left_paragraph, p.left_sentence, p.right_paragraph, p.right_sentence, p.score]
        for p in alignment.sentence_pairs
    ]


def encode_span(span: Span) -> Json:
    """Return a span; a mention also carries its words."""
    data: Json = {"paragraph": span.paragraph, "start": span.start, "end": span.end}
    if isinstance(span, Mention):
        data["text"] = span.text
    return data


def encode_entity(row: EntityRow) -> Json:
    """Return one row of the entity table."""
    return {
        "name": row.name,
        "type": row.type.value,
        "left": [encode_span(mention) for mention in row.left],
        "right": [encode_span(mention) for mention in row.right],
        "value": row.value,
        "roles": list(row.roles),
        "related": list(row.related),
    }


def encode_quotation(quotation: Quotation | None) -> Json | None:
    """Return one side of a quotation, or None."""
    if quotation is None:
        return None
    return {
        "paragraph": quotation.paragraph,
        "text": quotation.text,
        "kind": quotation.kind.value,
        "pieces": [encode_span(piece) for piece in quotation.pieces],
        "speaker": quotation.speaker,
        "speaker_span": None if quotation.speaker_span is None else encode_span(quotation.speaker_span),
        "speaker_entity": quotation.speaker_entity,
        "cue": quotation.cue,
        "cue_span": None if quotation.cue_span is None else encode_span(quotation.cue_span),
    }


def encode_quotation_match(match: QuotationMatch) -> Json:
    """Return a row of the quote ledger. ``speaker_differs`` is false or names how they differ."""
    return {
        "state": match.state.value,
        "shortened": None if match.shortened is None else match.shortened.value,
        "speaker_differs": False if match.speaker_differs is None else match.speaker_differs.value,
        "similarity": match.similarity,
        "left": encode_quotation(match.left),
        "right": encode_quotation(match.right),
    }


def encode_change(change: Change) -> Json:
    """Return a disagreement."""
    return {
        "kind": change.kind.value,
        "left": encode_span(change.left),
        "right": encode_span(change.right),
        "note": change.note,
    }


def _passage(article: Article, passage: Passage) -> Json:
    return encode_span(passage) | {"words": passage.words, "text": article.text_at(passage)}


def encode_places(places: tuple[tuple[Side, Span], ...]) -> list[Json]:
    """Return spans of both sides, each with its side."""
    return [{"side": side.value} | encode_span(span) for side, span in places]


def encode_note(note: Note) -> Json:
    """Return a reader's note with its places."""
    return {"kind": note.kind.value, "places": encode_places(note.places), "text": note.text}


def _moved_pairs(link: Link, moved: frozenset[tuple[int, int]]) -> list[list[int]]:
    """Return a link's pairs that stand outside the order; all of one that only a person called moved."""
    found = [[p.left, p.right] for p in link.pairs if (p.left, p.right) in moved]
    return found or ([[p.left, p.right] for p in link.pairs] if link.moved else [])


def encode_comparison(comparison: Comparison) -> Json:
    """Return a comparison without the two keys that name format and version."""
    data: Json = {}
    for side in Side:
        article = encode_article(comparison.article(side))
        data[side.value] = {
            "source": article.pop("source"),
            "title": article.pop("title"),
            "coverage": comparison.coverage(side),
        } | article
    links = comparison.alignment.links
    moved = moved_pairs(links)
    data["links"] = [encode_link(link) | {"moved_pairs": _moved_pairs(link, moved)} for link in links]
    data["sentence_pairs"] = encode_sentence_pairs(comparison.alignment)
    data["entities"] = [encode_entity(row) for row in comparison.entities]
    data["quotations"] = [encode_quotation_match(match) for match in comparison.quotations]
    data["changes"] = [encode_change(change) for change in comparison.changes]
    data["only_here"] = {
        side.value: [_passage(comparison.article(side), passage) for passage in comparison.only(side)]
        for side in Side
    }
    if comparison.notes:
        data["notes"] = [encode_note(note) for note in comparison.notes]
    return data

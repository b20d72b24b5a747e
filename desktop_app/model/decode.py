"""The data model from plain JSON values, nothing taken on trust.

Every function raises `FieldError`, whose text names the place, where a value is missing, of the wrong kind or
points outside the texts.
"""

from __future__ import annotations

from desktop_app.model.alignment import Alignment, Link, Origin, Pair, SentencePair
from desktop_app.model.article import Article, Kind, Mention, Paragraph, Sentence, Side, Span
from desktop_app.model.comparison import (
    Change,
    ChangeKind,
    Comparison,
    EntityRow,
    Note,
    NoteKind,
    Passage,
    QuotationMatch,
    QuotationState,
    SpeakerDifference,
)
from desktop_app.model.fields import Field, FieldError
from desktop_app.model.findings import EntityType, Quotation, QuotationKind


def decode_article(field: Field) -> Article:
    """Return an article whose paragraphs are numbered in order and whose sentences lie inside them."""
    paragraphs = []
    for number, entry in enumerate(field["paragraphs"]):
        if entry["index"].integer() != number:
            raise entry["index"].fail(f"{number}, the place of the paragraph")
        text = entry["text"].text()
        sentences = []
        for pair in entry["sentences"]:
            first, last = pair.exactly(2)
            start, end = _bounds(first, last, len(text))
            sentences.append(Sentence(start, end))
        paragraphs.append(Paragraph(number, text, entry["kind"].choice(Kind), tuple(sentences)))
    metadata = field.get("metadata")
    dropped = () if (listed := field.get("dropped")) is None else listed.texts()
    places = field.get("dropped_at")
    dropped_at = () if places is None else tuple(place.integer(0, len(paragraphs) + 1) for place in places)
    if places is not None and len(dropped_at) > len(dropped):
        raise places.fail("at most as long as dropped")
    if metadata is not None and not isinstance(metadata.value, dict):
        raise metadata.fail("an object")
    return Article(
        tuple(paragraphs),
        title=field["title"].text(),
        source=field["source"].text(),
        metadata={} if metadata is None else {name: metadata[name].text() for name in metadata.value},
        dropped=dropped,
        dropped_at=dropped_at,
    )


def _bounds(first: Field, second: Field, length: int) -> tuple[int, int]:
    start = first.integer(0, length + 1)
    return start, second.integer(start, length + 1)


def decode_span(field: Field, article: Article) -> Span:
    """Return a span that lies inside the article."""
    paragraph = field["paragraph"].integer(0, len(article.paragraphs))
    text = article.paragraphs[paragraph].text
    return Span(paragraph, *_bounds(field["start"], field["end"], len(text)))


def decode_mention(field: Field, article: Article) -> Mention:
    """Return a mention whose words are the ones that stand there."""
    span = decode_span(field, article)
    words = article.text_at(span)
    if field["text"].text() != words:
        raise field["text"].fail("what stands at its place")
    return Mention(span.paragraph, span.start, span.end, words)


def _pair(field: Field, left: int, right: int) -> Pair:
    first, second, score = field.exactly(3)
    return Pair(first.integer(0, left), second.integer(0, right), score.number())


def decode_link(field: Field, left: int, right: int) -> Link:
    """Return a link between articles of ``left`` and ``right`` paragraphs."""
    candidates = field.get("candidates")
    shared = field.get("shared")
    return Link(
        left=tuple(entry.integer(0, left) for entry in field["left"]),
        right=tuple(entry.integer(0, right) for entry in field["right"]),
        pairs=tuple(_pair(entry, left, right) for entry in field["pairs"]),
        score=field["score"].number(),
        moved=field["moved"].flag(),
        origin=field["origin"].choice(Origin),
        shared=() if shared is None else shared.texts(),
        candidates=() if candidates is None else tuple(_pair(entry, left, right) for entry in candidates),
    )


def decode_alignment(links: Field, sentence_pairs: Field | None, left: Article, right: Article) -> Alignment:
    """Return an alignment; a paragraph may belong to one link only."""
    counts = len(left.paragraphs), len(right.paragraphs)
    decoded = []
    seen: set[tuple[Side, int]] = set()
    for field in links:
        link = decode_link(field, *counts)
        for side in Side:
            if not link.on(side):
                raise field[side.value].fail("a list of at least one paragraph")
            for paragraph in link.on(side):
                if (side, paragraph) in seen:
                    raise FieldError(f"{field.place} holds a paragraph that another link holds already")
                seen.add((side, paragraph))
        decoded.append(link)
    pairs = () if sentence_pairs is None else tuple(_sentence_pair(p, left, right) for p in sentence_pairs)
    return Alignment(tuple(decoded), pairs)


def _sentence_pair(field: Field, left: Article, right: Article) -> SentencePair:
    a, b, c, d, score = field.exactly(5)
    first = a.integer(0, len(left.paragraphs))
    second = c.integer(0, len(right.paragraphs))
    return SentencePair(
        first,
        b.integer(0, len(left.paragraphs[first].sentences)),
        second,
        d.integer(0, len(right.paragraphs[second].sentences)),
        score.number(),
    )


def decode_entity(field: Field, left: Article, right: Article) -> EntityRow:
    """Return a row of the entity table."""
    value, roles, related = field.get("value"), field.get("roles"), field.get("related")
    return EntityRow(
        name=field["name"].text(),
        type=field["type"].choice(EntityType),
        left=tuple(decode_mention(entry, left) for entry in field["left"]),
        right=tuple(decode_mention(entry, right) for entry in field["right"]),
        value="" if value is None else value.text(),
        roles=() if roles is None else roles.texts(),
        related=() if related is None else related.texts(),
    )


def decode_quotation(field: Field, article: Article) -> Quotation:
    """Return one side of a quotation."""
    pieces = tuple(decode_span(entry, article) for entry in field["pieces"])
    if not pieces:
        raise field["pieces"].fail("a list of at least one piece")
    if field["paragraph"].integer() != pieces[0].paragraph:
        raise field["paragraph"].fail("the paragraph of the first piece")
    optional = {name: field.get(name) for name in ("speaker", "speaker_entity", "cue")}
    words = {name: None if entry is None else entry.text() for name, entry in optional.items()}
    spans = {name: field.get(name) for name in ("speaker_span", "cue_span")}
    places = {name: None if entry is None else decode_span(entry, article) for name, entry in spans.items()}
    return Quotation(
        text=field["text"].text(),
        kind=field["kind"].choice(QuotationKind),
        pieces=pieces,
        speaker=words["speaker"],
        speaker_span=places["speaker_span"],
        speaker_entity=words["speaker_entity"],
        cue=words["cue"],
        cue_span=places["cue_span"],
    )


def decode_quotation_match(field: Field, left: Article, right: Article) -> QuotationMatch:
    """Return a row of the quote ledger; the sides it has must fit its state.

    The side without quotation marks may be empty or hold the sentence that reports the words.
    """
    state = field["state"].choice(QuotationState)
    first, second, shortened = field.get("left"), field.get("right"), field.get("shortened")
    for name, entry, lacking in (
        ("left", first, QuotationState.ONLY_RIGHT),
        ("right", second, QuotationState.ONLY_LEFT),
    ):
        reported = entry is not None and entry["kind"].choice(QuotationKind) is QuotationKind.INDIRECT
        if (entry is None and state is not lacking) or (
            entry is not None and state is lacking and not reported
        ):
            raise field[name].fail(f"what the state {state} needs")
    differs = field["speaker_differs"]
    return QuotationMatch(
        state=state,
        left=None if first is None else decode_quotation(first, left),
        right=None if second is None else decode_quotation(second, right),
        similarity=field["similarity"].number(),
        shortened=None if shortened is None else shortened.choice(Side),
        speaker_differs=None if differs.value is False else differs.choice(SpeakerDifference),
    )


def decode_change(field: Field, left: Article, right: Article) -> Change:
    """Return a disagreement."""
    return Change(
        field["kind"].choice(ChangeKind),
        decode_mention(field["left"], left),
        decode_mention(field["right"], right),
        field["note"].text(),
    )


def decode_passage(field: Field, article: Article) -> Passage:
    """Return a passage that stands on one side only."""
    span = decode_span(field, article)
    return Passage(span.paragraph, span.start, span.end, field["words"].integer())


def decode_places(field: Field, left: Article, right: Article) -> tuple[tuple[Side, Span], ...]:
    """Return spans of both sides, each with its side."""
    found: list[tuple[Side, Span]] = []
    for entry in field:
        side = entry["side"].choice(Side)
        found.append((side, decode_span(entry, left if side is Side.LEFT else right)))
    return tuple(found)


def decode_note(field: Field, left: Article, right: Article) -> Note:
    """Return a reader's note."""
    places = decode_places(field["places"], left, right)
    return Note(field["kind"].choice(NoteKind), places, field["text"].text())


def decode_comparison(field: Field) -> Comparison:
    """Return the comparison that `encode_comparison` wrote."""
    left, right = decode_article(field["left"]), decode_article(field["right"])
    only, notes = field.get("only_here"), field.get("notes")
    return Comparison(
        left,
        right,
        decode_alignment(field["links"], field.get("sentence_pairs"), left, right),
        entities=tuple(decode_entity(entry, left, right) for entry in field["entities"]),
        quotations=tuple(decode_quotation_match(entry, left, right) for entry in field["quotations"]),
        changes=tuple(decode_change(entry, left, right) for entry in field["changes"]),
        only_left=() if only is None else tuple(decode_passage(entry, left) for entry in only["left"]),
        only_right=() if only is None else tuple(decode_passage(entry, right) for entry in only["right"]),
        left_coverage=field["left"]["coverage"].number(),
        right_coverage=field["right"]["coverage"].number(),
        notes=() if notes is None else tuple(decode_note(entry, left, right) for entry in notes),
    )

"""A small comparison of two invented reports, built by hand, for tests of the window's parts."""

from __future__ import annotations

from desktop_app.model import (
    Alignment,
    Article,
    Change,
    ChangeKind,
    Comparison,
    EntityRow,
    EntityType,
    Kind,
    Link,
    Mention,
    Origin,
    Pair,
    Passage,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    Span,
    SpeakerDifference,
)

LEFT = (
    "Harbour bridge to close for repairs, mayor says",
    "VELMOUTH - The old harbour bridge will close for six weeks from Monday, Mayor Ilse Varga said, after "
    "engineers found cracks in 12 of its cables.",
    "“We’re going to lose some patience, but nobody will lose a life,” Varga told reporters.",
    "About 40,000 people cross the bridge every day. "
    "The Kiyev quarter on the far bank has no other crossing.",
    "The Port Company said it would run two ferries. “It is a juggling act,” said its head, Tomas Reyl.",
    "Shops near the bridge fear for their trade, the Chamber of Commerce said.",
    "Read more",
)
RIGHT = (
    "Velmouth mayor shuts harbour bridge for six weeks",
    "The harbour bridge in Velmouth will be shut for six weeks from Monday (May 4) after cracks were found "
    "in 14 of its cables, Mayor Ilse Varga said.",
    "“We’re heading to lose some patience, but nobody will lose a life,” Ms Varga told reporters.",
    "Some 40,000 people use the bridge each day.",
    "The Kyiv quarter on the far bank has no other crossing.",
    "“We asked for money three years ago and were told to wait,” "
    "said a city engineer who asked not to be named.",
    "The Ministry of Works in the capital did not answer calls on Sunday.",
    "The Port Company will run two ferries. “It’s a juggling trick,” its chairman, Tomas Reyl, said.",
)
LEFT_KINDS = (Kind.HEADLINE, *[Kind.BODY] * 5, Kind.BOILERPLATE)
RIGHT_KINDS = (Kind.HEADLINE, *[Kind.BODY] * 7)


def _article(texts: tuple[str, ...], kinds: tuple[Kind, ...], name: str) -> Article:
    return Article.from_paragraphs(texts, kinds=kinds, title=texts[0], source=name)


def _mentions(article: Article, *texts: str) -> tuple[Mention, ...]:
    found = []
    for paragraph in article.paragraphs:
        for text in texts:
            start = paragraph.text.find(text)
            if start >= 0:
                found.append(Mention(paragraph.index, start, start + len(text), text))
                break
    return tuple(found)


def _one(article: Article, paragraph: int, text: str) -> Mention:
    start = article.paragraphs[paragraph].text.index(text)
    return Mention(paragraph, start, start + len(text), text)


def _quotation(
    article: Article, paragraph: int, text: str, kind: QuotationKind, speaker: str, entity: str | None = None
) -> Quotation:
    piece = _one(article, paragraph, text)
    return Quotation(text, kind, (Span(paragraph, piece.start, piece.end),), speaker, None, entity)


def make_comparison() -> Comparison:
    """Return the comparison; every state of quotation and several kinds of change occur."""
    left = _article(LEFT, LEFT_KINDS, "left.txt")
    right = _article(RIGHT, RIGHT_KINDS, "right.txt")

    def link(a: tuple[int, ...], b: tuple[int, ...], score: float, *shared: str, **rest: object) -> Link:
        pairs = tuple(Pair(i, j, score) for i in a for j in b)
        return Link(a, b, pairs, score, shared=shared, **rest)  # type: ignore[arg-type]

    links = (
        link((0,), (0,), 0.91, "harbour bridge", "mayor"),
        link((1,), (1,), 0.93, "Ilse Varga", "six weeks", "cables"),
        link((2,), (2,), 0.95, "Varga", "lose some patience", origin=Origin.CONFIRMED),
        link((3,), (3, 4), 0.88, "40,000", "far bank", candidates=(Pair(3, 6, 0.12), Pair(3, 5, 0.07))),
        link((4,), (7,), 0.81, "Port Company", "Tomas Reyl", "ferries", moved=True),
    )

    def entity(name: str, kind: EntityType, *texts: str, **rest: object) -> EntityRow:
        said = texts or (name,)
        return EntityRow(name, kind, _mentions(left, *said), _mentions(right, *said), **rest)  # type: ignore[arg-type]

    entities = (
        entity("Ilse Varga", EntityType.PERSON, "Ilse Varga", "Varga", roles=("Mayor",)),
        entity("Tomas Reyl", EntityType.PERSON),
        entity("Velmouth", EntityType.GPE, "VELMOUTH", "Velmouth"),
        entity("Kyiv", EntityType.GPE, "Kiyev", "Kyiv"),
        entity("Port Company", EntityType.ORG),
        entity("Chamber of Commerce", EntityType.ORG),
        entity("Ministry of Works", EntityType.ORG),
        entity("Monday", EntityType.DATE, "Monday (May 4)", "Monday", value="2026-05-04"),
        entity("six weeks", EntityType.DATE),
        entity("40,000 people", EntityType.CARDINAL, value="40000 people"),
    )
    speech, partial = QuotationKind.SPEECH, QuotationKind.PARTIAL
    quotations = (
        QuotationMatch(
            QuotationState.ALTERED,
            _quotation(
                left,
                2,
                "We’re going to lose some patience, but nobody will lose a life,",
                speech,
                "Varga",
                "Ilse Varga",
            ),
            _quotation(
                right,
                2,
                "We’re heading to lose some patience, but nobody will lose a life,",
                speech,
                "Ms Varga",
                "Ilse Varga",
            ),
            0.9,
        ),
        QuotationMatch(
            QuotationState.ALTERED,
            _quotation(left, 4, "It is a juggling act,", speech, "its head, Tomas Reyl", "Tomas Reyl"),
            _quotation(right, 7, "It’s a juggling trick,", speech, "its chairman, Tomas Reyl", "Tomas Reyl"),
            0.7,
            speaker_differs=SpeakerDifference.NAME_VARIANT,
        ),
        QuotationMatch(
            QuotationState.ONLY_RIGHT,
            None,
            _quotation(
                right,
                5,
                "We asked for money three years ago and were told to wait,",
                speech,
                "a city engineer",
            ),
        ),
        QuotationMatch(
            QuotationState.VERBATIM,
            _quotation(left, 3, "no other crossing", partial, ""),
            _quotation(right, 4, "no other crossing", partial, ""),
            1.0,
        ),
    )
    changes = (
        Change(
            ChangeKind.FIGURE,
            _one(left, 1, "12 of its cables"),
            _one(right, 1, "14 of its cables"),
            "12 on the left, 14 on the right",
        ),
        Change(
            ChangeKind.NAME, _one(left, 3, "Kiyev"), _one(right, 4, "Kyiv"), "Another spelling of the place"
        ),
        Change(
            ChangeKind.QUOTATION,
            _one(left, 2, "going"),
            _one(right, 2, "heading"),
            "The quotation is altered",
        ),
        Change(ChangeKind.HEDGE, _one(left, 3, "About 40,000"), _one(right, 3, "Some 40,000"), "Both hedge"),
    )
    only_right = tuple(Passage(index, 0, len(RIGHT[index]), len(RIGHT[index].split())) for index in (5, 6))
    only_left = (Passage(5, 0, len(LEFT[5]), len(LEFT[5].split())),)
    return Comparison(
        left, right, Alignment(links), entities, quotations, changes, only_left, only_right, 0.86, 0.74
    )


__all__ = ["LEFT", "RIGHT", "Side", "make_comparison"]

"""Comparisons made for tests: one written by hand with every phenomenon, and a Hypothesis strategy."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import settings
from hypothesis import strategies as st

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
    Note,
    NoteKind,
    Origin,
    Pair,
    Paragraph,
    Passage,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Sentence,
    SentencePair,
    Side,
    Span,
    SpeakerDifference,
)

LEFT = (
    (Kind.HEADLINE, "Harbour of Velmar closed after crane falls"),
    (Kind.BODY, "VELMAR: The harbour was closed on Monday after a crane fell. Twelve workers were hurt."),
    (Kind.BODY, "“We will not open the gates before the inquiry ends,” harbour master Ada Brenn said."),
    (Kind.BODY, "The crane was 30 years old. It had been checked in March."),
    (Kind.BODY, "Ferries go to Old Quay in the meantime."),
    (Kind.BOILERPLATE, "Read more"),
)
RIGHT = (
    (Kind.HEADLINE, "Crane collapse shuts Velmar harbour"),
    (Kind.CAPTION, "The fallen crane. PHOTO: HARBOUR WATCH"),
    (Kind.BODY, "Ferries go to Old Quay for now."),
    (Kind.BODY, "The harbour of Velmar was shut on Monday after a crane fell."),
    (Kind.BODY, "Thirteen workers were hurt, the rescue service said."),
    (Kind.BODY, "“We shall not open the gates before the inquiry ends,” said Ms Brenn, the harbour master."),
    (Kind.BODY, "The crane, 30 years old, had passed a check in March."),
    (Kind.BODY, "A second crane stands idle until it has been looked at. 😀 Nobody knows how long."),
)


def made_article(paragraphs: tuple[tuple[Kind, str], ...], source: str) -> Article:
    """Return an article with sentences cut at full stops."""
    made = []
    for index, (kind, text) in enumerate(paragraphs):
        cuts = [Sentence(m.start(), m.end()) for m in re.finditer(r"\S[^.]*(?:\.[”\"]?|$)", text)]
        made.append(Paragraph(index, text, kind, tuple(cuts)))
    return Article(tuple(made), title=paragraphs[0][1], source=source, metadata={"site": "Harbour Watch"})


def mention(article: Article, paragraph: int, words: str) -> Mention:
    """Return the first place of some words in a paragraph."""
    start = article.paragraphs[paragraph].text.index(words)
    return article.mention(paragraph, start, start + len(words))


def span(article: Article, paragraph: int, words: str) -> Span:
    """Return the first place of some words in a paragraph, without the words."""
    found = mention(article, paragraph, words)
    return Span(found.paragraph, found.start, found.end)


def made_comparison() -> Comparison:
    """Return a small comparison with a split, a mover, one-sided text, quotations and changes."""
    left, right = made_article(LEFT, "left.txt"), made_article(RIGHT, "right.txt")
    links = (
        Link((0,), (0,), (Pair(0, 0, 0.9),), 0.9, shared=("Velmar", "harbour", "crane")),
        Link((1,), (3, 4), (Pair(1, 3, 0.88), Pair(1, 4, 0.7)), 0.79, origin=Origin.CONFIRMED),
        Link((2,), (5,), (Pair(2, 5, 0.95),), 0.95, candidates=(Pair(2, 7, 0.1),)),
        Link((3,), (6,), (Pair(3, 6, 0.8),), 0.8),
        Link((4,), (2,), (Pair(4, 2, 0.9),), 0.9, moved=True, origin=Origin.MANUAL),
    )
    quoted = (
        Quotation(
            "We will not open the gates before the inquiry ends,",
            QuotationKind.SPEECH,
            (span(left, 2, "We will not open the gates before the inquiry ends,"),),
            "harbour master Ada Brenn",
            span(left, 2, "harbour master Ada Brenn"),
            "Ada Brenn",
            "said",
            span(left, 2, "said"),
        ),
        Quotation(
            "We shall not open the gates before the inquiry ends,",
            QuotationKind.SPEECH,
            (span(right, 5, "We shall not open the gates before the inquiry ends,"),),
            "Ms Brenn",
            span(right, 5, "Ms Brenn"),
            "Ada Brenn",
            "said",
            span(right, 5, "said"),
        ),
    )
    extra = span(right, 7, "A second crane stands idle until it has been looked at.")
    return Comparison(
        left,
        right,
        Alignment(links, (SentencePair(1, 0, 3, 0, 0.9), SentencePair(1, 1, 4, 0, 0.8))),
        entities=(
            EntityRow(
                "Ada Brenn",
                EntityType.PERSON,
                (mention(left, 2, "Ada Brenn"),),
                (mention(right, 5, "Ms Brenn"),),
                roles=("harbour master",),
            ),
            EntityRow("March", EntityType.DATE, (mention(left, 3, "March"),), (), value="XXXX-03"),
        ),
        quotations=(
            QuotationMatch(
                QuotationState.ALTERED,
                *quoted,
                similarity=0.92,
                speaker_differs=SpeakerDifference.NAME_VARIANT,
            ),
        ),
        changes=(
            Change(
                ChangeKind.FIGURE,
                mention(left, 1, "Twelve workers"),
                mention(right, 4, "Thirteen workers"),
                "12 on the left, 13 on the right.",
            ),
        ),
        only_right=(Passage(extra.paragraph, extra.start, extra.end, 11),),
        left_coverage=0.97,
        right_coverage=0.75,
    )


few = settings(max_examples=40)
"""Whole comparisons are slow to draw."""

_TEXT = st.text(min_size=1, max_size=40)
_SCORE = st.floats(0, 1, allow_nan=False)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """Draw an article of any text whose sentences lie inside its paragraphs."""
    paragraphs = []
    for index, text in enumerate(draw(st.lists(_TEXT, min_size=1, max_size=6))):
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)))
        sentences = tuple(Sentence(a, b) for a, b in pairwise(cuts))
        paragraphs.append(Paragraph(index, text, draw(st.sampled_from(Kind)), sentences))
    dropped = draw(st.lists(_TEXT, max_size=2))
    places = draw(st.lists(st.integers(0, len(paragraphs)), max_size=len(dropped)))
    return Article(
        tuple(paragraphs),
        title=draw(_TEXT),
        source=draw(_TEXT),
        metadata=draw(st.dictionaries(_TEXT, _TEXT, max_size=2)),
        dropped=tuple(dropped),
        dropped_at=tuple(places),
    )


@st.composite
def alignments(draw: st.DrawFn, left: Article, right: Article) -> Alignment:
    """Draw links that hold each paragraph at most once, in the reading order of the left."""
    lefts = draw(st.permutations(range(len(left.paragraphs))))
    rights = draw(st.permutations(range(len(right.paragraphs))))
    links = []
    while lefts and rights and draw(st.booleans()):
        one = tuple(sorted(lefts.pop() for _ in range(draw(st.integers(1, min(2, len(lefts)))))))
        two = tuple(sorted(rights.pop() for _ in range(draw(st.integers(1, min(2, len(rights)))))))
        pairs = tuple(Pair(a, b, draw(_SCORE)) for a in one for b in two)
        links.append(Link(one, two, pairs, draw(_SCORE), draw(st.booleans()), draw(st.sampled_from(Origin))))
    return Alignment(tuple(sorted(links, key=lambda link: (link.left, link.right))))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Draw a comparison with links, entities, quotations, changes and one-sided passages."""
    left, right = draw(articles()), draw(articles())

    def some_mention(article: Article) -> Mention:
        paragraph = draw(st.sampled_from(article.paragraphs))
        start = draw(st.integers(0, len(paragraph.text)))
        return article.mention(paragraph.index, start, draw(st.integers(start, len(paragraph.text))))

    def some_span(article: Article) -> Span:
        found = some_mention(article)
        return Span(found.paragraph, found.start, found.end)

    def some_quotation(article: Article) -> Quotation:
        told = st.none() | _TEXT
        pieces = tuple(some_span(article) for _ in range(draw(st.integers(1, 3))))
        cue = some_span(article) if draw(st.booleans()) else None
        kind = draw(st.sampled_from(QuotationKind))
        return Quotation(draw(_TEXT), kind, pieces, draw(told), None, draw(told), draw(told), cue)

    def some_match() -> QuotationMatch:
        state = draw(st.sampled_from(QuotationState))
        return QuotationMatch(
            state,
            None if state is QuotationState.ONLY_RIGHT else some_quotation(left),
            None if state is QuotationState.ONLY_LEFT else some_quotation(right),
            draw(_SCORE),
            draw(st.none() | st.sampled_from(Side)),
            draw(st.none() | st.sampled_from(SpeakerDifference)),
        )

    def passage(article: Article) -> Passage:
        found = some_span(article)
        return Passage(found.paragraph, found.start, found.end, draw(st.integers(0, 9)))

    few = range(draw(st.integers(0, 2)))
    entity_type = st.sampled_from(EntityType)
    kind = st.sampled_from(ChangeKind)
    return Comparison(
        left,
        right,
        draw(alignments(left, right)),
        tuple(
            EntityRow(draw(_TEXT), draw(entity_type), (some_mention(left),), (some_mention(right),))
            for _ in few
        ),
        tuple(some_match() for _ in few),
        tuple(Change(draw(kind), some_mention(left), some_mention(right), draw(_TEXT)) for _ in few),
        tuple(passage(left) for _ in few),
        tuple(passage(right) for _ in few),
        draw(_SCORE),
        draw(_SCORE),
        tuple(
            Note(draw(st.sampled_from(NoteKind)), ((Side.LEFT, some_span(left)),), draw(_TEXT)) for _ in few
        ),
    )

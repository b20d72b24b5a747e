"""Quotations with their kinds, speakers and reporting words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.extract import find_quotations
from desktop_app.model import Article, Quotation, QuotationKind
from desktop_app.text.prepare import prepare


def found(*paragraphs: str) -> list[Quotation]:
    return list(find_quotations(prepare(Article.from_paragraphs(paragraphs))))


def direct(*paragraphs: str) -> list[Quotation]:
    return [q for q in found(*paragraphs) if q.kind is not QuotationKind.INDIRECT]


def one(*paragraphs: str) -> Quotation:
    quotations = direct(*paragraphs)
    assert len(quotations) == 1, quotations
    return quotations[0]


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“We will not sell the mill,” Greta Holm said.", "Greta Holm", "said"),
        ("“We will not sell the mill,” said Greta Holm, who owns it.", "Greta Holm", "said"),
        ("“We will not sell the mill,” said Greta Holm on Tuesday in Tarn.", "Greta Holm", "said"),
        (
            "“We will not sell the mill,” Greta Holm, a miller from Tarn, told reporters.",
            "Greta Holm",
            "told",
        ),
        ("Greta Holm said: “We will not sell the mill.”", "Greta Holm", "said"),
        ("Greta Holm told a local paper, “We will not sell the mill.”", "Greta Holm", "told"),
        ("Greta Holm, a miller, insisted: “We will not sell the mill.”", "Greta Holm", "insisted"),
        ("“We will not sell the mill,” according to Greta Holm.", "Greta Holm", "according to"),
        ("According to Greta Holm, “we will not sell the mill”.", "Greta Holm", "According to"),
        ("Greta Holm: “We will not sell the mill.”", "Greta Holm", None),
        ("“Who would buy the old mill?” asked Greta Holm.", "Greta Holm", "asked"),
        ("“We will not sell the mill,” Greta Holm quickly added.", "Greta Holm", "added"),
        (
            "“We will not sell the mill,” one source close to Greta Holm said.",
            "one source close to Greta Holm",
            "said",
        ),
        (
            "Two officials of the water board said: “We will not sell it.”",
            "Two officials of the water board",
            "said",
        ),
        (
            "“We will not sell the mill,” said a spokesman for the Tarn council.",
            "a spokesman for the Tarn council",
            "said",
        ),
        ("“We will not sell the mill,” she said.", "she", "said"),
        ("“We will not sell the mill,” police said on Monday.", "police", "said"),
    ],
)
def test_speaker_and_cue(text: str, speaker: str, cue: str | None) -> None:
    quotation = one(text)
    assert quotation.speaker is not None
    assert quotation.speaker.endswith(speaker), quotation
    assert quotation.cue == cue


def test_speaker_and_cue_spans_cut_the_text() -> None:
    text = "“We will not sell the mill,” said Greta Holm, who owns it."
    quotation = one(text)
    assert quotation.speaker_span is not None
    assert quotation.cue_span is not None
    assert text[quotation.speaker_span.start : quotation.speaker_span.end] == quotation.speaker
    assert text[quotation.cue_span.start : quotation.cue_span.end] == "said"


def test_unnamed_source_is_never_the_person_it_is_close_to() -> None:
    quotation = one("“He will resign,” a person close to Prime Minister Anton Brandt said.")
    assert quotation.speaker == "a person close to Prime Minister Anton Brandt"
    assert quotation.speaker_entity is None


def test_interrupted_quotation_is_one_with_two_pieces() -> None:
    quotation = one("“The valley has paid enough,” said Greta Holm. “It will not pay again.”")
    assert quotation.text == "The valley has paid enough, It will not pay again."
    assert len(quotation.pieces) == 2
    middle = one("“The valley,” said Greta Holm, “has paid enough for this.”")
    assert middle.text == "The valley, has paid enough for this."


def test_another_sentence_between_makes_two_quotations() -> None:
    text = "“The valley has paid enough,” said Greta Holm. She left the hall. “It will not pay,” she said."
    assert len(direct(text)) == 2


def test_two_speakers_in_one_paragraph_stay_apart() -> None:
    text = "“Sell the old mill today,” said Anton Brandt. “We will never sell it,” Greta Holm replied."
    first, second = direct(text)
    assert first.speaker == "Anton Brandt"
    assert second.speaker == "Greta Holm"


def test_quotation_over_several_paragraphs() -> None:
    quotation = one("“We came at night.", "“We left at dawn.", "“Nobody saw us,” Greta Holm said.")
    assert [piece.paragraph for piece in quotation.pieces] == [0, 1, 2]
    assert quotation.text == "We came at night. We left at dawn. Nobody saw us,"
    assert quotation.speaker == "Greta Holm"


def test_pronoun_is_resolved_to_the_person_who_spoke_before() -> None:
    quotations = direct(
        "Mrs Greta Holm, a miller, opened the meeting in Tarn.",
        "“The valley has paid enough,” she said.",
    )
    assert quotations[0].speaker == "she"
    assert quotations[0].speaker_entity is not None
    assert quotations[0].speaker_entity.endswith("Greta Holm")


def test_unclear_pronoun_stays_unknown() -> None:
    quotation = direct("“The valley has paid enough,” he said.")[0]
    assert quotation.speaker_entity is None


def test_quotation_without_cue_inherits_the_speaker_before() -> None:
    quotations = direct(
        "“The valley has paid enough,” Greta Holm said.", "“It will not pay again for the dam.”"
    )
    assert quotations[1].speaker_entity == quotations[0].speaker_entity
    assert quotations[1].speaker == "Greta Holm"


def test_short_terms_are_scare_quotes_and_long_ones_speech() -> None:
    assert one("The “ghost bus” was late again in Tarn.").kind is QuotationKind.SCARE
    assert one("The so-called “ghost bus” was late, officials said.").kind is QuotationKind.SCARE
    assert one("Brandt spoke of “a bus that nobody has ever seen”.").kind is QuotationKind.PARTIAL
    assert one("“A bus that nobody has seen,” Brandt said.").kind is QuotationKind.SPEECH


def test_short_words_of_a_speaker_are_a_fragment() -> None:
    quotation = one("Anton Brandt called the plan “a disgrace”.")
    assert quotation.kind is QuotationKind.PARTIAL
    assert quotation.speaker == "Anton Brandt"
    assert quotation.cue == "called"


def test_titles_are_not_speech() -> None:
    assert one("The choir sang “The Long Road Home” in the square.").kind is QuotationKind.SCARE


def test_indirect_speech_is_kept_apart() -> None:
    quotations = found("Two sources close to the minister said one aim of the visit was to win time.")
    assert [q.kind for q in quotations] == [QuotationKind.INDIRECT]
    assert quotations[0].speaker == "Two sources close to the minister"
    assert quotations[0].text == "one aim of the visit was to win time"


@pytest.mark.parametrize(
    "text",
    [
        "The report of the committee was long and dull.",
        "He has not said how he will vote in the council.",
        "The United States and its allies met in Tarn.",
    ],
)
def test_no_indirect_speech_without_a_clear_cue(text: str) -> None:
    assert found(text) == []


def test_words_in_capitals_and_without_capitals() -> None:
    assert direct("“WE WILL NOT SELL THE MILL,” GRETA HOLM SAID.")[0].text == "WE WILL NOT SELL THE MILL,"
    assert direct("“we will not sell the mill,” greta holm said.")[0].text == "we will not sell the mill,"


parts = st.sampled_from(
    [
        "“We will stay here,” ",
        "said ",
        "Greta Holm ",
        "he ",
        ". ",
        ", ",
        "‘no’ ",
        "told ",
        "“",
        "”",
        "the minister ",
        "according to ",
        "— ",
        "🙂 ",
    ]
)


@settings(max_examples=120)
@given(st.lists(st.lists(parts, max_size=12).map("".join) | st.text(max_size=50), max_size=4))
def test_offsets_cut_the_shown_text(paragraphs: list[str]) -> None:
    article = prepare(Article.from_paragraphs(paragraphs))
    for quotation in find_quotations(article):
        assert quotation.text == " ".join(article.text_at(piece) for piece in quotation.pieces)
        if quotation.speaker_span is not None:
            assert article.text_at(quotation.speaker_span) == quotation.speaker
        if quotation.cue_span is not None:
            assert article.text_at(quotation.cue_span) == quotation.cue

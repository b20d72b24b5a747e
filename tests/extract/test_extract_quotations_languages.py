"""Quotations and their speakers in other languages, and very many of them in one paragraph."""

from __future__ import annotations

import pytest

from desktop_app.extract import find_quotations
from desktop_app.model import Article, QuotationKind

CASES = [
    ("„Wir haben lange gewartet“, sagte Bürgermeisterin Anke Vogt am Montag.", "Anke Vogt", "sagte"),
    ("Vogt erklärte: „Das war nicht unser Ziel.“", "Vogt", "erklärte"),
    ("»Das reicht nicht«, sagte ein Sprecher der Polizei.", "ein Sprecher der Polizei", "sagte"),
    ("„Wir haben lange gewartet“, so Trainer Anke Vogt am Montag.", "Anke Vogt", "so"),
    ("„Wir haben lange gewartet“, hieß es bei der Polizei.", "Polizei", "hieß es bei der"),
    ("« On a tout perdu », selon Claire Fabre.", "Claire Fabre", "selon"),
    ("«Lo hemos perdido todo», según Ana Robles.", "Ana Robles", "según"),
    ("据市长李明介绍，“我们等了很久。”", "李明", "介绍"),
    ("« Nous n'avons pas dormi », a déclaré Claire Fabre.", "Claire Fabre", "déclaré"),
    ("« C'est fini pour nous », dit-elle.", "elle", "dit"),
    ("« On a tout perdu », a-t-il déclaré à la presse.", "il", "déclaré"),
    ("«No hemos dormido nada», dijo Ana Robles, alcaldesa de Orea.", "Ana Robles", "dijo"),
    ("“Abbiamo aspettato a lungo”, ha detto Marco Villa.", "Marco Villa", "detto"),
    ("Директор музея Анна Ким заявила: «Выставка откроется в мае».", "Анна Ким", "заявила"),
    ("— Мы ждали, — сказала она. — И дождались.", "она", "сказала"),
    ("市长李明说：“我们等了很久。”", "李明", "说"),
    ("“我们等了很久。”李明在会上表示。", "李明", "表示"),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), CASES)
def test_speakers_of_other_languages(text: str, speaker: str, cue: str) -> None:
    (quotation,) = find_quotations(Article.from_paragraphs([text]))
    assert quotation.kind is QuotationKind.SPEECH
    assert quotation.speaker is not None
    assert quotation.speaker.endswith(speaker)
    assert quotation.cue == cue
    assert quotation.speaker_span is not None
    span = quotation.speaker_span
    assert text[span.start : span.end] == quotation.speaker


def test_a_statement_according_to_plan_has_no_source() -> None:
    assert find_quotations(Article.from_paragraphs(["The bridge was finished, according to plan."])) == ()


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Den Plan nannte Anke Vogt „ein gefährliches Spiel mit der Zeit“.", "Anke Vogt"),
        ("Den Plan nannte ein Gutachter der Stadt „ein gefährliches Spiel“.", "ein Gutachter der Stadt"),
        ("По словам Анны Ким, мост «уже никогда не откроют».", "Анны Ким"),
    ],
)
def test_speakers_of_fragments_in_other_languages(text: str, speaker: str) -> None:
    (quotation,) = find_quotations(Article.from_paragraphs([text]))
    assert quotation.kind is QuotationKind.PARTIAL
    assert quotation.speaker == speaker


def test_the_person_speaks_not_the_body_in_the_name() -> None:
    text = "Petra Holm of the charity Coast Watch called the plan “the worst idea in a decade”."
    (quotation,) = find_quotations(Article.from_paragraphs([text]))
    assert quotation.speaker is not None
    assert quotation.speaker.startswith("Petra Holm")


def test_one_paragraph_of_thousands_of_quotations_is_read() -> None:
    text = " ".join(f"“We saw {number} things go by,” she said." for number in range(3000))
    found = find_quotations(Article.from_paragraphs([text]), ())
    assert len(found) == 3000
    assert all(quotation.speaker == "she" for quotation in found)

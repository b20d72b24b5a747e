"""Sentences: where they end in many styles and languages, and that they never touch the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model import Cancelled
from desktop_app.text.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


# "|" shows where a sentence ends.
CASES = [
    "Mr. Hale met Dr. Orr at 5 p.m. on Friday.|They talked.",
    "It left at 7:40 a.m. (2340 GMT) on Friday.|Polls close at 7 p.m. (ET) there.",
    "It began at 9 a.m.|(Hale had said 10.)",
    "Lt. Col. Ada Finch of the U.S. Army left at 5 p.m. Monday.|Nobody saw her.",
    "He lives in the U.S.|The rest live in the U.K.|Nobody moves.",
    "The U.S. Senate voted.|Acme Corp.|The firm paid.|Acme Inc. said no.",
    "“Will it hold?” Ada Finch asked.|“It will!”|He left.",
    "“Is it over?” she asked.|“No.”",
    '"It is done."|The crowd cheered.|(He left.)|She stayed.',
    "It rose 3.5 percent to $4.2 billion.|Then it fell to 1.2.",
    "J. K. Orr and Anna B. Hale met.|They chose plan B.|The end.",
    "He waited...|Then he left.|But... he came back.|I ... I do not know.",
    "No. 10 said no.|He is No. 1.|We won.",
    "In June.|Hale said no.|He became ill.|Hale left.|On Jan. 6 he was back.",
    "1. First item.|2. Second item.",
    "She earned a Ph.D. in 1999.|Orr (b. 1950) spoke.",
    "Oh!|What?|Yes!!|No?!",
    "It ended badly.|The mayor of St. Orme spoke.|He fell on Main St.|He cried.",
    "Am 7. Februar kam er an.|Im 19. Jahrhundert war es z. B. Sitte.|Es waren 12.|Dann ging er.",
    "« Bonjour. »|Il est parti.|M. Le Fur est là.|Fin !|Oui.",
    "„Das ist es.“|Er ging.|„Nein!“|Sie blieb.",
    "El Sr. Paz viajó a EE. UU.|El martes volvió.|¿Qué?|¡No!|Sí.",
    "他走了。|她来了！|“我们不会。”|他说。|为什么？|不知道。",
    "「行かない。」と彼は述べた。|彼女は帰った。",
    "قال نعم.|هل هذا صحيح؟|لا.|وہ گیا۔|وہ آیا۔",
    "राम घर गया।|वह सो गया॥|डॉ. सिंह आए।",
    "Τι είναι αυτό;|Δεν ξέρω.|Ναι· όχι.",
    "Он родился в 1950 г.|Позже уехал.|А. С. Орлов писал.",
    "วันนี้อากาศดีมากและเราจะไปเที่ยวทะเล|พรุ่งนี้ฝนจะตกหนักมาก",
    "그는 떠났다.|그녀는 남았다.|왜?|모른다.",
]


@pytest.mark.parametrize("marked", CASES)
def test_ends_where_a_reader_would_end_it(marked: str) -> None:
    sentences = marked.split("|")
    unspaced = any("\u3000" <= c <= "\u9fff" for c in marked)
    text = ("" if unspaced else " ").join(sentences)
    assert cut(text) == sentences


def test_a_missing_space_is_forgiven_but_not_in_addresses() -> None:
    assert cut("It was over.The crowd left. See www.orme.example today.") == [
        "It was over.",
        "The crowd left.",
        "See www.orme.example today.",
    ]


def test_text_without_marks_is_one_sentence_and_empty_text_none() -> None:
    assert cut("live pictures") == ["live pictures"]
    assert cut("") == []
    assert cut(" \n ") == []


def test_very_long_text_without_marks_is_cut_at_spaces() -> None:
    text = "word " * 5000
    sentences = split_sentences(text)
    assert len(sentences) > 1
    assert all(s.end - s.start <= 4000 for s in sentences)


def test_very_long_text_without_spaces_is_cut_too_and_loses_nothing() -> None:
    text = "a" * 9000
    assert "".join(cut(text)) == text
    spaced = "a" * 3000 + "  " + "b" * 3000
    assert cut(spaced) == ["a" * 3000, "b" * 3000]


def test_blank_lines_inside_a_unit_end_a_sentence() -> None:
    assert cut("One line\nruns on\n\nanother begins") == ["One line\nruns on", "another begins"]


def test_cancels_inside_one_long_paragraph() -> None:
    def stop(fraction: float, message: str) -> None:
        raise Cancelled(f"{message} {fraction}")

    with pytest.raises(Cancelled):
        split_sentences("It was. " * 5000, stop)


PIECES = ".?!…。！？؟۔।;\"'“”‘’«»„()[]「」- \n\u00a0Mr.U.S.p.m.12żАあก"
MARKS = st.sampled_from([*PIECES, "Mr. ", "U.S. ", ". "])


@given(st.lists(st.one_of(MARKS, st.text(max_size=8)), max_size=40).map("".join))
def test_sentences_hold_every_shown_character_in_order(text: str) -> None:
    sentences = split_sentences(text)
    end = 0
    for sentence in sentences:
        assert end <= sentence.start < sentence.end <= len(text)
        assert not text[end : sentence.start].strip()
        piece = text[sentence.start : sentence.end]
        assert piece == piece.strip()
        end = sentence.end
    assert not text[end:].strip()

"""Wire forms around names: slugs, seeds, shirt numbers, text with a space before each mark (all invented)."""

from __future__ import annotations

import pytest
from found_names import FILLER, found
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.extract.engines import RuleEngine
from desktop_app.extract.spaced import is_spaced, tidy
from desktop_app.model import Article


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Soccer-Sampdoria held in Lisbon", {"Sampdoria": "ORG", "Lisbon": "GPE"}, id="sport"),
        pytest.param(
            "Motor racing-Kessler leaves Bahrain", {"Bahrain": "GPE", "Motor": None}, id="two words"
        ),
        pytest.param(
            "Olympics-Ice hockey-Finland beat Latvia", {"Finland": "GPE", "Latvia": "GPE"}, id="two slugs"
        ),
        pytest.param("UPDATE 2-Ghana's shares fall", {"Ghana": "GPE"}, id="number"),
        pytest.param("BRIEF-Siemens wins order", {"Siemens": "ORG"}, id="brief"),
        pytest.param(
            "SOCCER - Norway beat Malta by a late goal", {"Norway": "GPE", "SOCCER": None}, id="dash"
        ),
        pytest.param("Ice-Cream-Makers of Oslo met", {"Oslo": "GPE"}, id="no slug"),
        pytest.param("The Union-Tribune said so", {"Union-Tribune": "ORG"}, id="newspaper"),
        pytest.param(
            "Seeds: 1-Rosa Keller (Spain) beat 16-Anke de Wilder (Belgium) 6-1 6-2",
            {"Rosa Keller": "PERSON", "Anke de Wilder": "PERSON", "Spain": "GPE"},
            id="seeds",
        ),
        pytest.param("They bought it at 7-Eleven on Friday", {"Eleven": None}, id="a number that belongs"),
        pytest.param("Q. de Ruyter batted", {"Q. de Ruyter": "PERSON"}, id="initial and particle"),
    ],
)
def test_what_is_tied_by_a_hyphen(text: str, wanted: dict[str, str | None]) -> None:
    names = found(text)
    assert {name: names.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("OSLO 2020-12-06", {"OSLO": "GPE"}, id="place and day"),
        pytest.param(
            "NEW YORK/GRIMMEL, Dec 6", {"NEW YORK": "GPE", "GRIMMEL": "GPE"}, id="two places and a day"
        ),
        pytest.param(
            "Order of play on Friday (from 1000 GMT): Rosa Keller", {"Rosa Keller": "PERSON"}, id="no place"
        ),
        pytest.param("Factbox: Oslo in figures", {"Oslo": "GPE", "Factbox": None}, id="a label"),
        pytest.param("Olympics-Oslo to host", {"Oslo": "GPE", "Olympics": None}, id="a slug like an event"),
        pytest.param(
            "Dec 6 (AP) - Scores from the Grobel Open on Sunday in Oslo",
            {"AP": "ORG", "Grobel Open": "EVENT", "Oslo": "GPE"},
            id="no headline",
        ),
        pytest.param("ROSA KELLER", {"ROSA KELLER": "PERSON"}, id="a person as a heading"),
        pytest.param("MARK DOWN", {"MARK DOWN": None}, id="a heading that is none"),
        pytest.param(
            "Siemens AG <SIEGn.DE> fell.", {"Siemens AG": "ORG", "SIEGn": None, "DE": None}, id="share code"
        ),
        pytest.param(
            "Kestrel Bank (NYSE: KSB) fell.", {"KSB": None, "NYSE": "ORG"}, id="code behind an exchange"
        ),
        pytest.param("Kestrel Bank (KSB.L) fell.", {"KSB": None}, id="code in brackets"),
        pytest.param("The U.N. and Kestrel Bank (KSB) agreed.", {"U.N.": "ORG", "KSB": "ORG"}, id="initials"),
        pytest.param(
            "(Reporting by Ivo Tarrant in Oslo; Editing by Rosa Keller)",
            {"Ivo Tarrant": "PERSON", "Oslo": "GPE", "Rosa Keller": "PERSON"},
            id="who reported",
        ),
    ],
)
def test_lines_and_codes(text: str, wanted: dict[str, str | None]) -> None:
    names = found(text)
    assert {name: names.get(name) for name in wanted} == wanted


BODY = "The mayor of Grimmel met Tsiga Vlaskova on Friday. Shares in Vodamax, a company, fell."
"""Tells the names of the headlines below."""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("DANISH SHIP LEAVES CHINA FOR OSLO", ("NORP", "GPE", "GPE"), id="words that are names"),
        pytest.param("VLASKOVA SUES VODAMAX OVER BILL", ("PERSON", "ORG"), id="surname of a full name"),
        pytest.param(
            "HONG KONG-BASED SHIPPER ORDERS SIX VESSELS", ("GPE",), id="participle tied by a hyphen"
        ),
        pytest.param("POLISH THE AIRPORT CAR, MAYOR SAYS", (), id="common words"),
        pytest.param("Ghana Counts Bridges", ("GPE",), id="a short headline in Title Case"),
        pytest.param("Minister Resigns Over Swan", (), id="one without names"),
        pytest.param("Soccer-Grimmel Beat Oslo on Penalties", ("GPE", "GPE"), id="behind a slug"),
    ],
)
def test_names_in_headlines(text: str, wanted: tuple[str, ...]) -> None:
    entities = RuleEngine().find(Article.from_paragraphs([text, BODY, FILLER]))
    names = sorted(
        (m.start, e.type.value) for e in entities if e.type.is_name for m in e.mentions if not m.paragraph
    )
    assert tuple(kind for _, kind in names) == wanted


def test_a_surname_that_is_a_title() -> None:
    names = found("Pope knew it. Trainers of the boxer Marcus Pope met on Friday. Then Pope left.")
    assert names["Pope"] == "PERSON"
    assert "Pope" not in found("The Pope said Mass. On Friday the Pope left.")


def test_spaced_text_is_read_as_printed_text() -> None:
    spaced = (
        'Mayor Ilse Brandt , 45 , of Oslo , said on Tuesday : " We \'ve begun . "',
        "Kestrel Bank 's shares ( up 3.5 % ) rose , the U.S. company said .",
    )
    entities = RuleEngine().find(Article.from_paragraphs(spaced))
    surfaces = {m.text: e.type.value for e in entities for m in e.mentions}
    wanted = {
        "Ilse Brandt": "PERSON",
        "Oslo": "GPE",
        "Kestrel Bank": "ORG",
        "U.S.": "GPE",
        "3.5 %": "PERCENT",
    }
    assert {name: surfaces.get(name) for name in wanted} == wanted
    for entity in entities:
        for mention in entity.mentions:
            assert spaced[mention.paragraph][mention.start : mention.end] == mention.text


def test_tidy_text() -> None:
    tidied = tidy(Article.from_paragraphs(['He said , " I ca n\'t ( now ) pay $ 5 , " and left .']))
    assert tidied is not None
    assert tidied.article.paragraphs[0].text == 'He said, "I can\'t (now) pay $5," and left.'


@pytest.mark.parametrize(
    "text",
    [
        "Minister Resigns Over Swan OSLO, Norway (AP) - The minister left. It was said that he was ill.",
        "Minister resigns over swan OSLO 2020-12-06 The minister left. It was said that he was ill.",
        "Minister resigns over swan OSLO, Norway — The minister left. It was said that he was ill.",
        "Minister resigns over swan OSLO - The minister left. It was said that he was ill.",
        "Minister resigns over swan OSLO 2020-12-06 The minister left . It was said , too , that he was .",
    ],
)
def test_a_report_that_is_run_into_one_paragraph(text: str) -> None:
    tidied = tidy(Article.from_paragraphs([text]))
    assert tidied is not None
    assert tidied.article.paragraphs[0].text.strip().lower() == "minister resigns over swan"
    entities = RuleEngine().find(Article.from_paragraphs([text]))
    names = {m.text: e.type.value for e in entities if e.type.is_name for m in e.mentions}
    assert names.pop("OSLO") == "GPE"
    assert set(names) <= {"Norway", "AP"}
    assert all(text[m.start : m.end] == m.text for e in entities for m in e.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "OSLO, Norway (AP) - The minister left. It was said that he was ill.",
        "The minister of the USA - a friend - left.",
        "The minister met NASA - a friend - and left in the USSR - Moscow said.",
        "He came, he saw, and he left.",
        "Il a dit : « Non ; pourquoi ? » et puis, plus rien.",
        "no mark at all",
        "One slip , in a text that is, all in all, printed well, as it should be. Yes.",
    ],
)
def test_printed_text_stays(text: str) -> None:
    assert not is_spaced([text])
    assert tidy(Article.from_paragraphs([text])) is None


@given(st.lists(st.sampled_from(["Oslo", "won", ",", ".", "(", ")", "'s", '"', "$", "5", "%", "n't", ":"])))
def test_places_in_spaced_text_stay_true(words: list[str]) -> None:
    text = " ".join([*words, "and", "so", ",", "so", "."])
    tidied = tidy(Article.from_paragraphs([text]))
    assert tidied is not None
    clean = tidied.article.paragraphs[0].text
    assert clean.replace(" ", "") == text.replace(" ", "")
    for place, mark in enumerate(clean):
        if mark != " ":
            mention = tidied.mention(0, place, place + 1)
            assert mention.text == mark

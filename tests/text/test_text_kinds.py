"""Kinds: the frame around a story is told from the story, and prose is never hidden."""

from __future__ import annotations

import json
import re

import pytest
from helpers import REAL_PAIR, SHARED
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model import Article, Kind
from desktop_app.text.kinds import classify
from desktop_app.text.lexicons import read_sections
from desktop_app.text.prepare import prepare

HEADLINE = "Ferry to the outer islands stopped after engine fire"
BODY = [
    "The ferry that links the outer islands with the mainland was taken out of service after a fire.",
    "“We were lucky that it happened at the quay and not at sea,” said harbour master Ilse Brandt.",
    "The company that runs the ferry has asked a yard in the next county for a replacement boat.",
]


def kind_of(line: str) -> Kind:
    """The kind of a line in the middle of a story."""
    return classify([HEADLINE, *BODY, line, BODY[0]])[4]


BOILERPLATE = [
    "live TV",
    "WATCH LIVE",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Anzeige",
    "Publicité",
    "广告",
    "Read next: The islands that nobody leaves",
    "Read more about the islands",
    "READ | Harbour budget doubled",
    "Also read | Harbour budget doubled",
    "Lesen Sie auch: Die Fähre",
    "Lire aussi : La traversée",
    "Leia também: A travessia",
    "Читайте также: Паром",
    "延伸阅读：渡轮",
    "Join the Beacon's WhatsApp channel for news from the valley.",
    "Follow the Beacon on Telegram and have every morning's headlines delivered.",
    "Join our WhatsApp channel",
    "Follow us on Twitter and Facebook",
    "Follow Ada Finch on X @adafinch",
    "Sign up to our newsletter here",
    "Get the latest news delivered to your inbox",
    "Click here to read more",
    "Share this article",
    "Facebook Twitter WhatsApp Email",
    "Share on Facebook | Tweet | Email",
    "Teilen Facebook X WhatsApp",
    "(Reporting by Ada Finch in Orme; editing by Tom Hale)",
    "Reporting by Ada Finch; Editing by Tom Hale",
    "Additional reporting by Piet Moll",
    "With inputs from agencies",
    "(With inputs from PTI)",
    "This story has been published from a wire agency feed without modifications to the text.",
    "Courier writer Ada Finch in Orme contributed to this report.",
    "Copyright The Vale Beacon Limited 2023. All rights reserved.",
    "The Vale Beacon belongs to its readers. Support us from two crowns a week.",
    "© 2024 The Orme Courier",
    "© RIPRODUZIONE RISERVATA",
    "($1 = 10.74 Norwegian crowns)",
    "€1 = $1.08",
    "($1 = 0.92 euros)",
    "Updated 3 hours ago",
    "Published: Feb 7, 2022 10:15 am",
    "7 February 2022, 10:15 GMT",
    "5 min read",
    "Related stories",
    "Tags: ferry, islands",
    "Video: the night the engine burned",
    "Companies | Industrials",
    "News > World > Europe",
    "Editor's note: This story has been corrected.",
    "责任编辑：王芳",
    "（编辑 王芳）",
    "Trending now",
    "Download our app",
    "- with files from The Coast Press",
    "Mit Informationen der dpa",
    "Suivez-nous sur Facebook",
    "Listen to this article",
    "Coast Wire writers Ada Finch and Tom Hale contributed.",
    "EMBARGOED until 0900 GMT, 3 May",
    "Follow our island desk for more stories of the sea",
]

BYLINES = [
    "By Ada Finch",
    "EXCLUSIVE by Ada Finch",
    "BY ADA FINCH AND TOM HALE",
    "By Ada Finch in Orme",
    "By Ada Finch at Quay House",
    "By Ada Finch, political editor",
    "By Anna van der Moll | Agency",
    "By Our Correspondent",
    "Reuters",
    "Ada Finch, Legal affairs correspondent",
    "Text: Anna Moll",
    "《外岛日报》记者 王芳",
    "홍길동 기자",
]

CAPTIONS = [
    "The ferry at the quay in May. PHOTO: REUTERS",
    "The harbour master on board on Tuesday. (File image: Courier)",
    "The quay in winter. Photograph: Ada Finch/The Courier",
    "The ferry at the quay (AP Photo/Ada Finch)",
    "The ferry at the quay. REUTERS/Ada Finch",
    "Islanders wait at the quay on Tuesday (file photo)",
    "Islanders at the quay. Credit: AFP via Getty Images",
    "FILE PHOTO: A view of the harbour",
    "Image source, Getty Images",
    "Foto: dpa",
    "图：新华社",
    "A woman waits at the quay. OC PHOTO: ADA FINCH",
    "Credit...Ada Finch for The Courier",
    "图为渡轮停靠码头。王芳 摄",
    "Паром у причала. Фото автора",
]

PROSE = [
    "“Read more.”",
    "“We lost everything,” he said.",
    "‘No way back’",
    "Read more books, he told the pupils.",
    "Follow the river to the sea.",
    "Join the party, he said.",
    "Listen, he said, this is the end.",
    "Share prices fell on Monday.",
    "Shares in Acme fell 3%.",
    "By Monday morning the crowd had gone",
    "By Ada at night and alone",
    "By George, they did it",
    "By faith the old man stayed.",
    "Get the best seats, he said.",
    "The report was first published by the Courier.",
    "He works for Reuters/Ipsos polls.",
    "He bought the photo by the pier.",
    "Source close to the firm said no.",
    "Terms of the deal were not disclosed.",
    "Writing by hand is dying, teachers say.",
    "Copyright law is hard to follow, the judge said.",
    "Subscribe to that view if you like.",
    "Video shows the attack.",
    "Amen.",
    "This report was produced by the council, he said.",
    "No.",
    "She wept.",
    "They had no photographs of the house.",
    "In May 2020 he left.",
    "The lamp is low, the tide is late,",
]


@pytest.mark.parametrize("line", BOILERPLATE)
def test_boilerplate(line: str) -> None:
    assert kind_of(line) is Kind.BOILERPLATE


@pytest.mark.parametrize("line", BYLINES)
def test_bylines(line: str) -> None:
    assert kind_of(line) is Kind.BYLINE


@pytest.mark.parametrize("line", CAPTIONS)
def test_captions(line: str) -> None:
    assert kind_of(line) is Kind.CAPTION


@pytest.mark.parametrize("line", PROSE)
def test_prose_stays_body(line: str) -> None:
    assert kind_of(line) is Kind.BODY


def test_the_top_of_a_page() -> None:
    texts = ["World", "Europe | Islands", HEADLINE, "Islanders wait for a boat", "Ada Finch in Orme", *BODY]
    assert classify(texts) == [
        Kind.BOILERPLATE,
        Kind.BOILERPLATE,
        Kind.HEADLINE,
        Kind.BODY,
        Kind.BYLINE,
        *[Kind.BODY] * len(BODY),
    ]


@pytest.mark.parametrize(
    "line", ["Coast Wire, Little Orme", "Von Anna Moll", "Ada Finch and Tom Hale in Orme"]
)
def test_bylines_that_their_place_gives_away(line: str) -> None:
    assert classify([HEADLINE, line, *BODY])[1] is Kind.BYLINE
    assert classify([HEADLINE, *BODY, line, *BODY])[4] is Kind.BODY


@pytest.mark.parametrize("line", ["BUSINESS & MONEY", "Science and health", "Arts / Books"])
def test_two_sections_in_one_label_are_no_headline(line: str) -> None:
    assert classify([line, HEADLINE, *BODY])[:2] == [Kind.BOILERPLATE, Kind.HEADLINE]
    assert classify(["Money and mud", *BODY])[0] is Kind.HEADLINE


@pytest.mark.parametrize(
    "line", ["Marine life", "Foreign affairs", "Telescopes", "Oil & Gas", "FERRIES AND OWNERS"]
)
def test_names_of_sections_in_no_list(line: str) -> None:
    assert classify([line, HEADLINE, *BODY])[:2] == [Kind.BOILERPLATE, Kind.HEADLINE]


@pytest.mark.parametrize("line", ["UPDATE 3", "WRAPUP 2-UPDATE 1", "Refile", "BREAKING NEWS:", "Exclusive"])
def test_the_mark_of_a_dispatch_is_no_headline(line: str) -> None:
    assert classify([line, HEADLINE, *BODY])[:2] == [Kind.BOILERPLATE, Kind.HEADLINE]
    assert classify([f"{line} {HEADLINE}", *BODY])[0] is Kind.HEADLINE


@pytest.mark.parametrize("line", ["Matter of life", "Ferry lost", "Nine lives!", "All lost at sea"])
def test_a_short_headline_over_a_standfirst(line: str) -> None:
    told = "The ferry sank off the coast after nine hours, and the owner lost it all"
    assert classify([line, told, *BODY])[0] is Kind.HEADLINE


@pytest.mark.parametrize("line", ["Sunken ferry", "Storm damage"])
def test_a_short_headline_over_the_lead(line: str) -> None:
    assert classify([line, *BODY])[0] is Kind.HEADLINE


@pytest.mark.parametrize(
    "line",
    ["Media release: for immediate publication", "News Release", "MEDIA STATEMENT - 4 May", "Press notice"],
)
def test_the_mark_of_a_release_is_no_headline(line: str) -> None:
    assert classify([line, HEADLINE, *BODY])[:2] == [Kind.BOILERPLATE, Kind.HEADLINE]


def test_a_label_before_the_colon_may_open_the_headline() -> None:
    assert classify(["Video: Ferry fire filmed from the quay", *BODY])[0] is Kind.HEADLINE


def test_a_question_may_be_a_headline_over_longer_paragraphs() -> None:
    assert classify(["Who pays for the ferry?", *BODY])[0] is Kind.HEADLINE
    assert classify(["Who pays for it?", "The state does.", "So it does.", "It must."])[0] is Kind.BODY


@pytest.mark.parametrize(
    "units",
    [
        ["And it came to pass that the old man spoke,", "And the sea was still;", "And nobody answered him."],
        [
            "The lamp is low, the tide is late",
            "The boats lie dark along the quay",
            "And no one opens any gate",
        ],
        ["“Go home,” she said.", "“No.”", "“Why not?”"],
        ["One word"],
        [BODY[0]],
    ],
)
def test_ready_units_stay_body(units: list[str]) -> None:
    assert classify(units) == [Kind.BODY] * len(units)


def test_rows_of_digits_and_names_take_no_time() -> None:
    lines = ["9" * 69 + "x", "Mon" * 20 + "!", "May 1 " * 11 + "!", "Ada " * 120, "By " + "Ada, " * 90 + "!"]
    assert classify([HEADLINE, *lines, *BODY])[-1] is Kind.BODY


def test_where_all_is_boilerplate_nothing_is_hidden() -> None:
    assert classify(["live TV", "Read more"]) == [Kind.BODY, Kind.BODY]
    assert classify([]) == []


def test_prepare_fills_in_and_is_idempotent() -> None:
    article = prepare(Article.from_paragraphs([HEADLINE, *BODY, "live TV"]))
    assert [p.kind for p in article.paragraphs][::4] == [Kind.HEADLINE, Kind.BOILERPLATE]
    assert article.title == HEADLINE
    assert all(p.sentences for p in article.paragraphs)
    assert prepare(article) is article


def test_prepare_keeps_given_kinds_and_texts() -> None:
    given_kinds = [Kind.HEADLINE, Kind.BODY, Kind.CAPTION]
    article = prepare(Article.from_paragraphs(["live TV", "live TV", " odd  text "], kinds=given_kinds))
    assert [p.kind for p in article.paragraphs] == given_kinds
    assert [p.text for p in article.paragraphs] == ["live TV", "live TV", " odd  text "]


@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_units_are_classified_and_prepared_unchanged(texts: list[str]) -> None:
    kinds = classify(texts)
    assert len(kinds) == len(texts)
    assert kinds.count(Kind.HEADLINE) <= 1
    assert not texts or any(kind.linkable for kind in kinds)
    article = prepare(Article.from_paragraphs(texts))
    assert [p.text for p in article.paragraphs] == texts
    assert prepare(article) == article


@pytest.mark.skipif(not SHARED.exists(), reason="the shared articles are not here")
def test_the_gold_pairs_and_the_real_pair() -> None:
    for folder in sorted((SHARED / "gold").iterdir()):
        if not (folder / "gold.json").exists():
            continue
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        for side in ("left", "right"):
            lines = (folder / f"{side}.txt").read_text(encoding="utf-8").split("\n")
            kinds = classify([line.strip() for line in lines if line.strip()])
            found = [index for index, kind in enumerate(kinds) if not kind.linkable]
            assert found == gold[f"boilerplate_{side}"], folder.name
    for path, expected in zip(REAL_PAIR, ([13], [1, 19]), strict=True):
        lines = path.read_text(encoding="utf-8").split("\n")
        kinds = classify([line.strip() for line in lines if line.strip()])
        assert [index for index, kind in enumerate(kinds) if not kind.linkable] == expected
        assert kinds[0] is Kind.HEADLINE


def test_what_is_looked_for_first_stands_in_every_line_it_spares() -> None:
    sections = read_sections("boilerplate.txt")
    words = "|".join(sections["contained"]).split("|")
    for line in sections["contains"]:
        plain = re.sub(r"\(\?:([^)|]*)\|[^)]*\)", r"\1", line.lstrip("^"))
        assert any(word in plain for word in words), line

"""Web pages: main text, what is dropped and put back, pasted pages, hostile pages."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.ingest import from_text, load, restore, restore_as_in
from desktop_app.ingest import html as reader
from desktop_app.ingest.load import from_html
from desktop_app.model import Cancelled, Kind, LoadError

STORY = [
    "The ferry that links the outer islands with the mainland was taken out of service on Tuesday after a "
    "fire broke out in its engine room, and the harbour office said it would not sail again this week.",
    "Nobody was hurt. “We were lucky that it happened at the quay and not at sea,” said harbour master Ilse "
    "Brandt, who had been on board when the alarm sounded shortly before six in the morning.",
    "The company that runs the ferry has asked a yard in the next county for a replacement. It may take "
    "until the end of the month to arrive, however, because the yard is busy with two fishing boats and a "
    "tug.",
    "Islanders have been told to expect shortages of milk, bread and newspapers until then. The insurers "
    "have sent two surveyors, and nobody at the harbour wants to say what set the engine alight.",
]
CAPTION = "The ferry at the quay on Tuesday. Photo: Ada Finch"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ferry stopped after fire | The Orme Courier</title>
<meta name="author" content="Ada Finch"><meta property="og:site_name" content="The Orme Courier">
<meta property="article:published_time" content="2024-05-03T10:00:00Z">
<script>document.write("<p>written by a script</p>")</script><style>p {{ color: red }}</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li>
<li><a href="/s">Sport</a></li></ul></nav></header>
<main><article><h1>Ferry stopped after engine fire</h1>
<p>{STORY[0]}</p>
<figure><img src="http://127.0.0.1:9/ferry.jpg"><figcaption>{CAPTION}</figcaption></figure>
<p>{STORY[1].replace("harbour master", "harbour <b>master</b>").replace(" who ", chr(10) + "who ")}</p>
<h2>Replacement wanted</h2>
<p>{STORY[2]}</p><p>{STORY[3]}</p>
<p style="display:none">never shown</p></article></main>
<aside><h3>Most read</h3><ul><li><a href="/a">Why the bells rang on Monday</a></li></ul></aside>
<footer><p>© 2024 The Orme Courier</p></footer></body></html>"""


def texts_of(path: Path) -> list[str]:
    return [paragraph.text for paragraph in load(path).paragraphs]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_main_text_with_what_the_page_says_of_itself(page: Path) -> None:
    article = load(page)
    texts = [paragraph.text for paragraph in article.paragraphs]
    assert texts == ["Ferry stopped after engine fire", *STORY[:2], "Replacement wanted", *STORY[2:]]
    assert article.paragraphs[0].kind is Kind.HEADLINE
    assert article.title == "Ferry stopped after engine fire"
    assert article.metadata["author"] == "Ada Finch"
    assert article.metadata["date"] == "2024-05-03"
    assert article.metadata["site"] == "The Orme Courier"


def test_dropped_passages_are_listed_and_can_be_put_back_where_they_stood(page: Path) -> None:
    article = load(page)
    assert "Home · World · Sport" in article.dropped
    assert CAPTION in article.dropped
    assert any("bells rang" in text for text in article.dropped)
    assert not any("never shown" in text or "script" in text for text in article.dropped)
    restored = restore(article, article.dropped.index(CAPTION))
    assert restored.paragraphs[2].text == CAPTION
    assert restored.paragraphs[2].kind is Kind.CAPTION
    assert restored.paragraphs[2].sentences
    assert [p.index for p in restored.paragraphs] == list(range(len(restored.paragraphs)))
    assert CAPTION not in restored.dropped
    assert len(restored.dropped) == len(article.dropped) - 1


def test_what_was_put_back_stays_when_the_page_is_read_again(page: Path) -> None:
    article = load(page)
    before = restore(article, article.dropped.index(CAPTION))
    assert restore_as_in(load(page), before) == before
    assert restore_as_in(load(page), article) == article


def test_everything_dropped_can_be_put_back_in_page_order_from_either_end(page: Path) -> None:
    article = load(page)
    forward = backward = article
    for _ in article.dropped:
        forward = restore(forward, 0)
        backward = restore(backward, len(backward.dropped) - 1)
    assert [p.text for p in forward.paragraphs] == [p.text for p in backward.paragraphs]
    assert not forward.dropped
    with pytest.raises(IndexError):
        restore(forward, 0)


def test_a_title_worded_a_little_otherwise_is_not_a_second_headline() -> None:
    """The page calls itself "Island ferry ..."; over its story stands no "island"."""
    named = PAGE.replace(
        "<head>", '<head><meta property="og:title" content="Island ferry stopped after engine fire">'
    )
    article = from_html(named)
    assert [p.kind for p in article.paragraphs].count(Kind.HEADLINE) == 1
    assert sum("stopped after" in p.text for p in article.paragraphs) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-1"])
def test_the_encoding_a_page_names(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.html"
    text = PAGE.replace("“", '"').replace("”", '"').replace("—", "-")
    path.write_bytes(text.replace("utf-8", encoding).encode(encoding))
    assert texts_of(path)[1] == STORY[0]


@pytest.mark.parametrize("named", ["utf-16", "UTF_16LE", "unicode", "utf-32"])
def test_a_page_that_names_a_wide_encoding_is_not_as_wide(tmp_path: Path, named: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("utf-8", named), encoding="utf-8")
    assert texts_of(path)[1] == STORY[0]


@pytest.mark.parametrize("tag", ["font", "div", "blockquote"])
def test_tags_that_nobody_closed_cost_no_text(tag: str) -> None:
    story = "".join(f"<{tag}>Pier {number} is shut.\n" for number in range(600))
    for html in (story, f"<!doctype html><html><head><title>Piers</title></head><body>{story}"):
        text = " ".join(p.text for p in from_html(html).paragraphs)
        assert [number for number in range(600) if f"Pier {number} is shut." not in text] == []


def test_a_page_that_cannot_be_read_whole_is_refused() -> None:
    with pytest.raises(LoadError, match="nests its parts too deeply"):
        from_html("<div>word" * 5000)


def test_a_page_longer_than_any_story_is_shown_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "_MOST_ELEMENTS", 5)
    monkeypatch.setattr(reader, "_extract", lambda _: pytest.fail("takes minutes"))
    assert STORY[0] in [p.text for p in from_html(PAGE).paragraphs]


def test_reading_a_page_can_be_cancelled_at_any_time(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<p " + " ".join(f"a{number}" for number in range(30_000)) + ">word", encoding="utf-8")
    begun = time.monotonic()

    def stop(_fraction: float, message: str) -> None:
        if message == "Reading the page" and time.monotonic() - begun > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(path, stop)
    assert time.monotonic() - begun < 2.0


def test_unpacking_a_saved_page_can_be_cancelled_at_any_time(tmp_path: Path) -> None:
    path = tmp_path / "page.mhtml"
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n'
    path.write_text(head + "--b\nContent-Type: text/plain\n\nx\n" * 60_000, encoding="utf-8")
    begun = time.monotonic()

    def stop(_fraction: float, message: str) -> None:
        if message == "Reading the saved page" and time.monotonic() - begun > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(path, stop)
    assert time.monotonic() - begun < 2.0


def test_the_content_tells_a_page_not_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(PAGE, encoding="utf-8")
    assert texts_of(path)[1] == STORY[0]
    path.write_text("1 < 2 <p is not a page\n\nand 3 > 2", encoding="utf-8")
    assert texts_of(path) == ["1 < 2 <p is not a page", "and 3 > 2"]


def test_a_saved_page_in_one_file(tmp_path: Path) -> None:
    import quopri

    body = quopri.encodestring(PAGE.encode()).decode()
    path = tmp_path / "page.mhtml"
    path.write_text(
        "From: <Saved by a browser>\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="XX"\n\n'
        '--XX\nContent-Type: text/html; charset="utf-8"\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{body}\n"
        "--XX\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\nAAAA\n--XX--\n"
    )
    assert texts_of(path)[:3] == ["Ferry stopped after engine fire", *STORY[:2]]


def test_pasted_selection_keeps_all_of_it() -> None:
    article = from_html(
        "<html><body><!--StartFragment--><h2>Ferry stopped</h2>\n<p>Nobody was\nhurt.</p>"
        "<p>One<br>line</p><p>Two<br><br>parts</p><table><tr><td>Orme</td><td>4</td></tr></table>"
        "<ul><li>First</li><li>Second</li></ul><!--EndFragment--></body></html>"
    )
    assert [p.text for p in article.paragraphs] == [
        "Ferry stopped",
        "Nobody was hurt.",
        "One line",
        "Two",
        "parts",
        "Orme | 4",
        "First",
        "Second",
    ]
    assert article.source == "pasted text"


def test_pasted_whole_page_gives_its_story() -> None:
    assert [p.text for p in from_text(PAGE).paragraphs][1] == STORY[0]
    assert [p.text for p in from_text("1 < 2 <p is no page").paragraphs] == ["1 < 2 <p is no page"]


@pytest.mark.parametrize(
    "html", ["", "<p></p>", "<html><body><script>x</script></body></html>", "<img src=x>"]
)
def test_pages_without_words_are_refused(html: str) -> None:
    with pytest.raises(LoadError, match="holds no text"):
        from_html(html)


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000 + "deep" + "</div>" * 20_000,
        "<b>" * 20_000 + "deep",
        "<p>word" * 20_000,
        "<table><tr><td>" * 3_000 + "deep",
        '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><p>&b; word',
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><p>&e; word</html>',
        "<p>&#0;&#xD800;&#x110000; word</p>",
        "<html><head><title>" + "x" * 100_000 + "</title></head><p>word",
    ],
)
def test_hostile_pages_open_or_are_refused_and_load_nothing(html: str) -> None:
    try:
        article = from_html(html)
    except LoadError:
        return
    text = " ".join(p.text for p in article.paragraphs)
    assert "root:" not in text
    assert "aaaaaaaaaaaa" not in text
    text.encode()


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<li>",
        "<td>",
        "<tr>",
        "<table>",
        "<h1>",
        "<nav>",
        "</nav>",
        "&amp;",
    ]
)


@given(st.lists(st.one_of(TAGS, st.text(max_size=20)), max_size=30).map("".join))
def test_any_markup_opens_or_is_refused(html: str) -> None:
    try:
        article = from_html(html)
    except LoadError:
        return
    assert all(p.text.strip() and "\n" not in p.text for p in article.paragraphs)

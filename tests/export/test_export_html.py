"""The hand-over page: self-contained, escaped, every paragraph and finding in it."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from made_comparisons import comparisons, few, made_comparison

from desktop_app.export import render
from desktop_app.export.page import style
from desktop_app.model import (
    Alignment,
    Article,
    Comparison,
    Note,
    NoteKind,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    Span,
)

_VOID = {"meta", "input", "br"}


class Page(HTMLParser):
    """Collects tags, ids, targets and text, and checks that tags are closed in order."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.texts: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[str] = []
        self.feed(source)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag == "a":
            self.targets.append(given.get("href") or "")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] not in ("style", "title"):
            self.texts.append(data)


def read(comparison: Comparison) -> Page:
    return Page(render(comparison, "html").decode("utf-8"))


@few
@given(comparisons())
def test_any_text_gives_a_closed_page_whose_links_lead_somewhere(comparison: Comparison) -> None:
    page = read(comparison)
    assert len(page.ids) == len(set(page.ids))
    assert all(target.startswith("#") and target[1:] in page.ids for target in page.targets)
    assert "script" not in page.tags
    assert not any(name.startswith("on") or name in ("src", "style") for name, _ in page.attributes)


def test_the_page_holds_both_texts_and_every_finding() -> None:
    comparison = made_comparison()
    source = render(comparison, "html").decode("utf-8")
    text = "".join(Page(re.sub("<sup>.*?</sup>", "", source)).texts)
    for article in (comparison.left, comparison.right):
        for paragraph in article.paragraphs[2:]:
            words = re.sub(r"\W+", "", paragraph.text)
            assert words in re.sub(r"\W+", "", text)
    for wanted in (
        "altered",
        "speaker named differently",
        "12 on the left, 13 on the right.",
        "harbour master",
    ):
        assert wanted in text
    assert "¶2 stands beside ¶4, as link 5." in text
    assert "11 words" in text
    assert "4 of 4 body paragraphs of the left are linked to the right." in text


def test_notes_stand_in_the_page_with_where_they_belong() -> None:
    note = Note(NoteKind.LINK, ((Side.LEFT, Span(1, 0, 6)), (Side.RIGHT, Span(3, 0, 3))), "Who <i>counted?")
    comparison = replace(made_comparison(), notes=(note,))
    page = read(comparison)
    assert "notes" in page.ids
    assert "Who <i>counted?" in "".join(page.texts)
    assert "notes" not in read(made_comparison()).ids


def test_a_note_on_a_quotation_shows_its_words_and_its_side() -> None:
    span = Span(2, 0, 12)
    note = Note(NoteKind.QUOTATION, ((Side.LEFT, span),), "Is this the wording?")
    comparison = replace(made_comparison(), notes=(note,))
    text = "".join(read(comparison).texts)
    assert f"¶2, left“{comparison.left.text_at(span)}”Is this the wording?" in text


def test_the_page_counts_speech_as_the_window_does() -> None:
    comparison = made_comparison()
    first = next(m for m in comparison.quotations if m.state is QuotationState.ALTERED and m.left)
    told = replace(first, left=replace(first.left, kind=QuotationKind.INDIRECT))
    more = replace(comparison, quotations=(*comparison.quotations, told))
    line = re.search(r"\d+ of \d+ shared quotations?", "".join(read(more).texts))
    assert line is not None
    assert line[0] in "".join(read(comparison).texts)


def test_what_is_no_speech_has_filters_of_its_own() -> None:
    comparison = made_comparison()
    kinds = {
        QuotationKind.SPEECH: ("Altered", "quote altered"),
        QuotationKind.SCARE: ("Scare quotes", "quote scare"),
        QuotationKind.INDIRECT: ("Indirect speech", "quote indirect"),
    }
    said = Quotation("so they say", QuotationKind.SPEECH, (Span(1, 0, 11),))
    both = [replace(said, kind=kind) for kind in kinds]
    matches = tuple(QuotationMatch(QuotationState.ALTERED, one, one) for one in both)
    source = render(replace(comparison, quotations=matches), "html").decode("utf-8")
    for label, group in kinds.values():
        assert re.search(rf'checked> {label} <span class="count">1</span>', source)
        assert source.count(f'class="item {group}"') == 1
    text = "".join(Page(source).texts)
    assert "speaker not named · indirect speech" in text
    assert "not named · scare quotes" not in text


def test_hostile_words_stay_words() -> None:
    evil = '<script>alert(1)</script><img src=x onerror="x()">\x00\x1b</style>&amp;'
    left = Article.from_paragraphs([evil, "Second"], title=evil, source=f'"><b>{evil}', metadata={"a": evil})
    comparison = Comparison(left, Article.from_paragraphs([evil]), Alignment())
    source = render(comparison, "html").decode("utf-8")
    page = Page(source)
    assert "<script" not in source
    assert not {"script", "img", "b"} & set(page.tags)
    assert "\x00" not in source
    assert "alert(1)" in "".join(page.texts)


def test_nothing_comes_from_elsewhere() -> None:
    source = render(made_comparison(), "html").decode("utf-8")
    assert "default-src 'none'" in source
    assert not re.search(r"(https?:)?//[a-z]|@import|url\(", source)


def test_colours_come_from_the_theme_for_both_schemes() -> None:
    sheet = style()
    assert sheet.count("--paper:") == 2
    assert set(re.findall(r"var\((--\w+)\)", sheet)) <= set(re.findall(r"(--\w+):", sheet))


def test_each_filter_has_a_box_and_a_rule() -> None:
    source = render(made_comparison(), "html").decode("utf-8")
    for kind in ("linked", "moved", "only_right", "aside"):
        assert f'id="row-{kind}" checked' in source
        assert f"body:has(#row-{kind}:not(:checked)) .row.{kind} {{ display: none; }}" in source


def test_a_pair_with_nothing_in_common_is_still_a_page() -> None:
    comparison = replace(
        made_comparison(), alignment=Alignment(), entities=(), quotations=(), changes=(), only_right=()
    )
    text = "".join(read(comparison).texts)
    assert "0 of 4 body paragraphs of the left are linked to the right." in text


def test_a_finding_outside_every_link_leads_to_its_paragraph() -> None:
    comparison = made_comparison()
    alone = replace(comparison, alignment=Alignment())
    assert "#left-2" in read(alone).targets


def test_a_moved_quotation_and_sources_are_told_without_folders() -> None:
    comparison = made_comparison()
    left = replace(comparison.left, source="/home/somebody/private/left.txt", metadata={"author": "R. Holt"})
    right = replace(comparison.right, source="https://example.org/story", metadata={})
    text = "".join(read(replace(comparison, left=left, right=right)).texts)
    assert "left.txt · R. Holt" in text
    assert "private" not in text
    assert "https://example.org/story" in text


def test_a_paragraph_says_what_language_it_is_in() -> None:
    left = Article.from_paragraphs(["部长说大桥将关闭三个月。"])
    right = replace(Article.from_paragraphs(["Le pont sera fermé."]), metadata={"language": "fr"})
    made = render(Comparison(left, right, Alignment()), "html").decode()
    assert '<p dir="auto" lang="zh" id="left-0">' in made
    assert '<p dir="auto" lang="fr" id="right-0">' in made


def test_the_page_says_where_all_quotations_read_the_same() -> None:
    same = replace(made_comparison().quotations[0], state=QuotationState.VERBATIM)
    for quotations, said in (
        ((same,), "The shared quotation reads the same on both sides."),
        ((same, same), "All 2 shared quotations read the same on both sides."),
        (made_comparison().quotations, "worded differently."),
    ):
        assert said in "".join(read(replace(made_comparison(), quotations=quotations)).texts)

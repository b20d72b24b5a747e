"""Finding in both articles: folded, whole words, case, expressions, counts, keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.model import Article
from desktop_app.ui.find import FindQuery, SlowExpressionError, WrongExpressionError, find_in
from desktop_app.ui.find_bar import FindBar
from desktop_app.ui.theme import ThemeManager


@pytest.fixture
def bar(dressed: QApplication, qtbot: QtBot) -> FindBar:
    made = FindBar(ThemeManager(dressed, "light", dressed))
    qtbot.addWidget(made)
    made.resize(900, 44)
    made.open_bar()
    return made


def hits(text: str, query: FindQuery) -> list[str]:
    article = Article.from_paragraphs([text])
    return [article.text_at(span) for span in find_in(article, query)]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("The mayor’s Mayor", FindQuery("mayor"), ["mayor", "Mayor"]),
        ("The mayor’s Mayor", FindQuery("mayor", match_case=True), ["mayor"]),
        ("It’s late", FindQuery("it's"), ["It’s"]),
        ("Ångström in Café", FindQuery("cafe"), ["Café"]),
        ("a ﬁne day", FindQuery("fine"), ["ﬁne"]),
        ("Strasse, Straße", FindQuery("strasse"), ["Strasse", "Straße"]),
        ("form platform", FindQuery("form", whole_word=True), ["form"]),
        ("new  York and New\u00a0York", FindQuery("new york"), ["new  York", "New\u00a0York"]),
        ("12 and 14", FindQuery(r"\d+", expression=True), ["12", "14"]),
        ("12 a12", FindQuery(r"\d+", expression=True, whole_word=True), ["12"]),
        ("a.b axb", FindQuery("a.b"), ["a.b"]),
        ("😀 word 😀", FindQuery("word"), ["word"]),
        ("anything", FindQuery("x+", expression=True), []),
        ("bxx", FindQuery("x*", expression=True), ["xx"]),
        ("anything", FindQuery("   "), []),
    ],
)
def test_what_is_found(text: str, query: FindQuery, found: list[str]) -> None:
    assert hits(text, query) == found


def test_a_wrong_expression_says_where() -> None:
    with pytest.raises(WrongExpressionError) as caught:
        FindQuery("ab(c", expression=True).compiled()
    assert caught.value.place == 3
    with pytest.raises(WrongExpressionError) as caught:
        FindQuery("ab(c", expression=True, whole_word=True).compiled()
    assert caught.value.place == 3


@pytest.mark.parametrize("expression", ["(a+)+$", r"(\w+\s?)+$", "(x+x+)+[yz]"])
@pytest.mark.timeout(10)
def test_an_expression_without_end_is_given_up(expression: str) -> None:
    article = Article.from_paragraphs(
        ["a" * 60 + "!", "x" * 60 + "!", "the boat came home and stayed " * 60 + "!"]
    )
    with pytest.raises(SlowExpressionError):
        find_in(article, FindQuery(expression, expression=True))


def test_expressions_count_letters_of_two_units_once() -> None:
    assert hits("😀 first 😀 second", FindQuery("s[a-z]+d", expression=True)) == ["second"]


@given(st.text(max_size=60), st.text(max_size=4), st.booleans(), st.booleans())
def test_any_text_and_query_give_spans_of_the_text(text: str, query: str, word: bool, case: bool) -> None:
    article = Article.from_paragraphs([text])
    last = 0
    for span in find_in(article, FindQuery(query, word, case)):
        assert last <= span.start < span.end <= len(text)
        last = span.start


@given(st.text(min_size=1, max_size=40))
def test_every_text_finds_itself_letter_by_letter(text: str) -> None:
    if text.strip():
        assert hits(text, FindQuery(text, match_case=True))


def test_typing_asks_once_the_fingers_rest(bar: FindBar, qtbot: QtBot) -> None:
    asked: list[FindQuery | None] = []
    bar.query_changed.connect(asked.append)
    qtbot.keyClicks(bar.field, "bridge")
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [FindQuery("bridge")]
    bar.set_counts(2, 3)
    assert bar.message.text() == "2 left · 3 right"
    bar.set_position(2, 5)
    assert bar.message.text() == "2 of 5  ·  2 left · 3 right"
    bar.set_counts(0, 0)
    assert bar.message.text() == "nothing found"


def test_switches_ask_again(bar: FindBar, qtbot: QtBot) -> None:
    asked: list[FindQuery | None] = []
    bar.field.setText("bridge")
    bar.query_changed.connect(asked.append)
    for switch in (bar.whole_word, bar.match_case):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert asked[-1] == FindQuery("bridge", whole_word=True, match_case=True)


def test_a_wrong_expression_is_explained(bar: FindBar, qtbot: QtBot) -> None:
    asked: list[FindQuery | None] = []
    bar.query_changed.connect(asked.append)
    qtbot.mouseClick(bar.expression, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(bar.field, "(ab")
    qtbot.waitUntil(lambda: "Not a regular expression" in bar.message.text())
    assert "character 1" in bar.message.text()
    assert asked[-1] is None
    qtbot.keyClicks(bar.field, ")")
    qtbot.waitUntil(lambda: asked[-1] is not None)
    assert "Not a regular" not in bar.message.text()


def test_enter_walks_and_escape_closes(bar: FindBar, qtbot: QtBot) -> None:
    walked: list[str] = []
    bar.next_requested.connect(lambda: walked.append("next"))
    bar.previous_requested.connect(lambda: walked.append("previous"))
    bar.closed.connect(lambda: walked.append("closed"))
    bar.field.setText("bridge")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert walked == ["next", "previous", "closed"]
    assert not bar.isVisible()

"""Texts from right to left, and scripts without spaces, in cards and lists."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.compare import compare
from desktop_app.model import Article, Change, ChangeKind, Comparison, Mention, Side
from desktop_app.ui.bidi import isolated, rightwards, runs_to_the_left
from desktop_app.ui.compare_card import CompareCard, shortened
from desktop_app.ui.marked_text import Ink, Piece
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.sidebar.rows import Card
from desktop_app.ui.theme import ThemeManager
from desktop_app.ui.wording import first_words, last_words

LEFT = ["גשר הנמל נסגר", "ראש העיר אמרה כי הגשר ייסגר לשישה שבועות.", "רק כאן נאמר משהו על הרוכלים."]
RIGHT = ["גשר הנמל ייסגר", "ראש העיר אמרה כי הגשר ייסגר לשמונה שבועות."]


def pair() -> Comparison:
    return compare(Article.from_paragraphs(LEFT), Article.from_paragraphs(RIGHT))


def ink_edges(widget: QWidget, rect: QRect) -> tuple[int, int]:
    """Return how far from the left and the right edge of a widget its first dark pixels stand."""
    picture: QImage = widget.grab(rect).toImage()
    dark = [
        x
        for x in range(picture.width())
        for y in range(picture.height())
        if QColor(picture.pixel(x, y)).lightness() < 110
    ]
    return min(dark), picture.width() - 1 - max(dark)


def test_a_text_amid_words_of_the_window_keeps_its_own_order() -> None:
    assert runs_to_the_left("12 רוכלים") is True
    assert runs_to_the_left("12 vendors") is False
    assert runs_to_the_left("12.") is None
    assert isolated("vendors.") == "vendors."
    assert isolated("רוכלים.") == "\u2068רוכלים.\u2069"


def test_a_card_keeps_its_margin_where_the_text_begins(themes: ThemeManager, qtbot: QtBot) -> None:
    card = CompareCard(themes)
    qtbot.addWidget(card)
    card.resize(340, 200)
    card.set_link(pair(), 1)
    card.show()
    text = card.findChild(QWidget, "compareText")
    place = QRect(QPoint(0, text.y()), text.size()).united(QRect(0, text.y(), card.width(), 30))
    assert 12 <= ink_edges(card, place)[1] <= 20


def test_rows_that_run_to_the_left_begin_at_the_right(sidebar: Sidebar) -> None:
    comparison = pair()
    sidebar.set_comparison(comparison)
    sidebar.show_tab("linkView")
    rows = sidebar.link_view.list
    rect = rows.visualRect(rows.model().index(1))
    assert 12 <= ink_edges(rows.viewport(), rect.adjusted(0, 30, 0, -24))[1] <= 24
    sidebar.show_tab("changeView")
    row = sidebar.change_view.list.rows[-1]
    assert row.key.side is Side.LEFT
    assert row.text == f"¶2 {isolated(LEFT[2])}"


def test_an_arrow_points_from_the_left_to_the_right(sidebar: Sidebar) -> None:
    left = ["גשר הנמל נסגר", "ראש העיר דנה כהן אמרה כי 12 ספינות ייכנסו לנמל ביום שלישי."]
    right = [left[0], left[1].replace("12", "14")]
    found = compare(Article.from_paragraphs(left), Article.from_paragraphs(right))
    names = [Mention(1, 9, 16, name) for name in ("דנה כהן", "דינה כהן")]
    change = Change(ChangeKind.NAME, names[0], names[1])
    sidebar.set_comparison(replace(found, changes=(change,)))
    sidebar.show_tab("changeView")
    row = next(row for row in sidebar.change_view.list.rows if isinstance(row, Card))
    assert [piece.text for piece in row.pieces] == [
        "\u200e",
        isolated("דנה כהן"),
        " → ",
        isolated("דינה כהן"),
    ]
    assert rightwards("Dana", "Dina") == ""


def test_texts_without_spaces_are_cut_where_they_must() -> None:
    assert first_words("one two three four", 9) == "one two"
    assert last_words("one two three four", 10) == "three four"
    assert first_words("船队明天从旧港出发", 4) == "船队明天"
    assert last_words("船队明天从旧港出发", 4) == "旧港出发"
    cut = shortened((Piece("海" * 300), Piece("新", Ink.RIGHT), Piece("山" * 300)))
    assert cut[0].text.endswith("海" * 60)
    assert cut[2].text.startswith("山" * 60)
    assert len(cut[0].text) < 70

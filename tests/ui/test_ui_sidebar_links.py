"""Links in the sidebar: their list, and the card of the chosen one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hands import settle
from pytestqt.qtbot import QtBot
from sidebar_hands import click_chip, click_row, shown

from desktop_app.model import (
    Comparison,
    QuotationKind,
)
from desktop_app.ui import wording
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.sidebar.rows import Card
from desktop_app.ui.theme import ThemeManager


def test_only_what_is_certain_is_shown_as_one() -> None:
    assert [wording.score(value) for value in (0.0, 0.554, 0.9949, 0.999, 0.999999, 1.0)] == [
        *("0.00", "0.55", "0.99", "0.99", "0.99", "1.00"),
    ]


def test_links_say_what_they_rest_on(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.show_tab("linkView")
    view = sidebar.link_view
    assert view.list.rows[0].spoken == "The right tells paragraph 4 last."
    cards = shown(view, Card)
    assert [card.label for card in cards] == [
        *("automatic", "automatic", "✓ confirmed", "automatic", "⤨ moved"),
    ]
    assert cards[0].place == "headline ↔ headline   0.91"
    assert cards[3].place == "¶3 ↔ ¶3–4   0.88"
    chosen: list[int] = []
    sidebar.link_activated.connect(chosen.append)
    click_row(view.list, 4, qtbot)
    assert chosen == [3]
    unfolded = shown(view, Card)[3].footer
    assert "next best: ¶3 ↔ ¶6 0.12, ¶3 ↔ ¶5 0.07" in unfolded
    assert "rests on: ¶3 ↔ ¶3 0.88, ¶3 ↔ ¶4 0.88" in unfolded
    click_chip(view, "moved", qtbot)
    assert [card.key for card in shown(view, Card)] == [4]


def test_the_chosen_link_is_shown_in_card_and_list(sidebar: Sidebar) -> None:
    sidebar.show_tab("linkView")
    activated: list[int] = []
    sidebar.link_activated.connect(activated.append)
    sidebar.set_current_link(2)
    assert not activated
    assert sidebar.link_view.list.current_key() == 2
    card = sidebar.compare_card
    assert card.isVisible()
    assert "[left: going] [right: heading]" in card._text.accessibleDescription()
    assert card._badge.text() == "quote altered"
    assert card.accessibleDescription().startswith("Left 2 linked with right 2")
    sidebar.set_current_link(-1)
    assert not card.isVisible()


def test_a_ring_shows_that_the_card_has_the_keyboard(sidebar: Sidebar, themes: ThemeManager) -> None:
    sidebar.set_current_link(2)
    card = sidebar.compare_card

    def ring() -> bool:
        settle(sidebar)
        image = card.grab().toImage()
        return image.pixelColor(3, image.height() // 2) != themes.current.color("card")

    assert not ring()
    card._text.setFocus()
    assert ring()
    card._text.clearFocus()
    assert not ring()


@pytest.mark.parametrize("kind", [QuotationKind.INDIRECT, QuotationKind.SCARE])
def test_the_card_tells_of_altered_speech_alone(
    sidebar: Sidebar, comparison: Comparison, kind: QuotationKind
) -> None:
    matches = []
    for match in comparison.quotations:
        left, right = (None if q is None else replace(q, kind=kind) for q in (match.left, match.right))
        matches.append(replace(match, left=left, right=right))
    sidebar.set_comparison(replace(comparison, quotations=tuple(matches), changes=()))
    sidebar.set_current_link(2)
    assert not sidebar.compare_card._badge.isVisible()


def test_the_card_tells_as_many_shared_words_as_one_line_holds(sidebar: Sidebar) -> None:
    sidebar.set_current_link(2)
    card = sidebar.compare_card
    told = []
    for width in (600, 340, 262):
        card.resize(width, 200)
        line = card._shared.fontMetrics().height()
        assert card._shared.heightForWidth(card._shared.width()) < 2 * line or "," not in card._shared.text()
        told.append(len(card._shared.text()))
    assert told == sorted(told, reverse=True)


def test_the_card_shows_whole_lines_and_scrolls_only_where_it_must(sidebar: Sidebar) -> None:
    card, seen = sidebar.compare_card, set()
    for height in (820, 560, 400):
        for width in (352, 262):
            sidebar.resize(width, height)
            for number in range(3):
                sidebar.set_current_link(number)
                settle(sidebar)
                text = card._text
                room, document = text.viewport().height(), text.document()
                block, layout = document.begin(), document.documentLayout()
                assert block.layout().lineCount() > 0
                ends = [block.layout().lineAt(n).y() for n in range(1, block.layout().lineCount())]
                ends = [layout.blockBoundingRect(block).top() + end for end in ends]
                scrolls = text.verticalScrollBar().maximum() > 0
                seen.add(scrolls)
                if not scrolls:
                    assert room >= document.size().height()
                else:
                    assert document.size().height() - room > 15  # not for a pixel
                    assert min(abs(room - end) for end in ends) < 2.5
    assert seen == {True, False}


def test_a_link_chosen_while_another_tab_is_shown_is_chosen_in_the_list(sidebar: Sidebar) -> None:
    sidebar.show_tab("entityView")
    sidebar.set_current_link(2)
    sidebar.show_tab("linkView")
    assert sidebar.link_view.list.current_key() == 2

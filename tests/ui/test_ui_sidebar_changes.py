"""Quotations and changes in the sidebar, with real mouse and keys."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sidebar_hands import click_chip, click_row, shown, type_into

from desktop_app.model import (
    Change,
    ChangeKind,
    Comparison,
    QuotationKind,
    QuotationState,
    Side,
)
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.sidebar.reading_order import OnlyHere, reading_order
from desktop_app.ui.sidebar.rows import Card, Heading, Line, Prose


def test_the_ledger_lists_altered_quotations_first(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.show_tab("quotationView")
    view = sidebar.quotation_view
    cards = shown(view, Card)
    assert [card.label for card in cards] == ["altered", "altered", "verbatim", "only right"]
    assert cards[0].place == "¶2 ↔ ¶2"
    assert cards[0].footer == "Varga (Ilse Varga)"
    assert "[left: going] [right: heading]" in cards[0].spoken
    assert cards[1].footer == "left: Its head, Tomas Reyl · right: Its chairman, Tomas Reyl"
    places: list[list] = []
    sidebar.places_activated.connect(places.append)
    click_row(view.list, 0, qtbot)
    assert [(side, span.paragraph) for side, span in places[0]] == [(Side.LEFT, 2), (Side.RIGHT, 2)]
    click_chip(view, QuotationState.ONLY_RIGHT.value, qtbot)
    assert [card.label for card in shown(view, Card)] == ["only right"]
    type_into(view, "engineer", qtbot)
    assert len(shown(view, Card)) == 1


def test_speech_is_counted_as_the_summary_counts_it(
    sidebar: Sidebar, comparison: Comparison, qtbot: QtBot
) -> None:
    altered, told = comparison.quotations[0], comparison.quotations[1]
    assert altered.left is not None
    assert told.left is not None
    indirect = replace(altered, left=replace(altered.left, kind=QuotationKind.INDIRECT))
    scare = replace(told, left=replace(told.left, kind=QuotationKind.SCARE))
    found = (*comparison.quotations, indirect, scare)
    sidebar.set_comparison(replace(comparison, quotations=found))
    sidebar.show_tab("quotationView")
    view = sidebar.quotation_view
    assert [row.title for row in shown(view, Heading)] == ["Scare quotes", "Indirect speech"]
    assert shown(view, Card)[-1].key is indirect
    labels = [label for _, label in view.chip_list(view.comparison)]
    assert labels == ["All 6", "Altered 2", "Verbatim 1", "Only right 1", "Scare quotes 1", "Indirect 1"]
    click_chip(view, "indirect", qtbot)
    assert [card.key for card in shown(view, Card)] == [indirect]
    click_chip(view, "altered", qtbot)
    assert len(shown(view, Card)) == 2


def test_all_counts_what_the_tab_counts(sidebar: Sidebar, comparison: Comparison) -> None:
    for view in (sidebar.entity_view, sidebar.quotation_view, sidebar.change_view, sidebar.link_view):
        sidebar.show_tab(view.objectName())
        first = view.chip_list(comparison)[0]
        assert first == ("", f"All {view.count()}")
    alone = replace(comparison, changes=())
    assert sidebar.change_view.chip_list(alone)[0] == ("", "All")


def test_changes_come_gravest_first_then_what_one_side_leaves_out(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.show_tab("changeView")
    view = sidebar.change_view
    assert isinstance(view.list.rows[0], Prose)
    assert view.list.rows[0].text.endswith(".")
    assert [card.label for card in shown(view, Card)] == ["Figure", "Name", "Quotation", "Hedge"]
    assert [row.title for row in shown(view, Heading)] == ["Only on the left", "Only on the right"]
    assert [row.text[:3] for row in shown(view, Line)] == ["¶5 ", "¶5 ", "¶6 "]
    places: list[list] = []
    sidebar.places_activated.connect(places.append)
    click_row(view.list, 1, qtbot)
    (left, right) = places[0]
    assert (left[1].text, right[1].text) == ("12 of its cables", "14 of its cables")
    click_row(view.list, len(view.list.rows) - 1, qtbot)
    assert [(side, span.paragraph) for side, span in places[1]] == [(Side.RIGHT, 6)]


def test_one_change_after_another_is_dismissed_by_keys(
    sidebar: Sidebar, comparison: Comparison, qtbot: QtBot
) -> None:
    sidebar.show_tab("changeView")
    view = sidebar.change_view
    marks: dict[Change, str] = {}

    def judge(change: Change, mark: str) -> None:
        marks[change] = mark
        view.set_marks(marks)

    sidebar.mark_requested.connect(judge)
    assert "1 figure disagrees." in view.list.rows[0].text
    view.list.enter()
    view.list.set_current_key(comparison.changes[0])
    for change, following in pairwise(comparison.changes):
        assert view.list.current_key() == change
        qtbot.keyClick(view.list, Qt.Key.Key_Delete)
        assert view.list.current_key() == following
    assert "figure" not in view.list.rows[0].text
    assert view.count() == 1
    assert view.next_item(1, (0, 0)) == reading_order(replace(comparison, changes=comparison.changes[-1:]))[0]


def test_changes_are_marked_seen_and_dismissed(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.show_tab("changeView")
    view = sidebar.change_view
    marks: dict[Change, str] = {}

    def keep(change: Change, mark: str) -> None:
        marks[change] = mark
        view.set_marks({change: mark for change, mark in marks.items() if mark})

    view.mark_requested.connect(keep)
    click_row(view.list, 1, qtbot)
    qtbot.keyClick(view.list, Qt.Key.Key_V)
    first = shown(view, Card)[0]
    assert first.label == "✓ Figure, seen"
    assert first.quiet
    qtbot.keyClick(view.list, Qt.Key.Key_V)
    assert shown(view, Card)[0].label == "Figure"
    qtbot.keyClick(view.list, Qt.Key.Key_Delete)
    assert [card.label for card in shown(view, Card)] == ["Name", "Quotation", "Hedge"]
    assert sidebar.tabs.tabText(2) == "Changes 3"
    click_chip(view, "dismissed", qtbot)
    assert [card.key.kind for card in shown(view, Card)] == [ChangeKind.FIGURE]


def test_changes_are_walked_in_reading_order(sidebar: Sidebar, comparison: Comparison) -> None:
    order = reading_order(comparison)
    told = [
        item.kind.value if isinstance(item, Change) else f"{item.side.value} {item.passage.paragraph}"
        for item in order
    ]
    assert told == ["figure", "quotation", "hedge", "name", "right 5", "right 6", "left 5"]
    walked: list[object] = []
    sidebar.change_view.change_selected.connect(walked.append)
    for _ in range(len(order) + 1):
        assert sidebar.change_view.step(1)
    assert walked == [*order, order[0]]
    assert sidebar.change_view.step(-1)
    assert walked[-1] == order[-1]
    assert isinstance(walked[-1], OnlyHere)


def test_a_list_of_dismissed_changes_does_not_say_that_nothing_disagrees(
    sidebar: Sidebar, comparison: Comparison
) -> None:
    view = sidebar.change_view
    sidebar.show_tab("changeView")
    alone = replace(comparison, only_left=(), only_right=())
    sidebar.set_comparison(alone)
    view.set_marks(dict.fromkeys(alone.changes, "dismissed"))
    assert shown(view, Prose)[-1].text == "All changes are dismissed. The last chip lists them."
    sidebar.set_comparison(replace(alone, changes=()))
    assert shown(view, Prose)[-1].text.startswith("No fact, name or quotation disagrees")

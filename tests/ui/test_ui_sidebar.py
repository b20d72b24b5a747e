"""The sidebar with real mouse and keys: filter, chips, stepping, ledger, changes, links."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot
from ui_comparison import make_comparison

from desktop_app.model import (
    Change,
    ChangeKind,
    Comparison,
    EntityRow,
    QuotationKind,
    QuotationState,
    Side,
)
from desktop_app.ui import wording
from desktop_app.ui.settings import Settings
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.sidebar.entity_view import label_of, steps_of
from desktop_app.ui.sidebar.panel import Panel
from desktop_app.ui.sidebar.reading_order import OnlyHere, reading_order
from desktop_app.ui.sidebar.row_list import RowList
from desktop_app.ui.sidebar.rows import Card, Counted, Heading, Line, Prose
from desktop_app.ui.theme import ThemeManager


@pytest.fixture
def themes(dressed: QApplication) -> ThemeManager:
    return ThemeManager(dressed, "light", dressed)


@pytest.fixture
def comparison() -> Comparison:
    return make_comparison()


@pytest.fixture
def sidebar(themes: ThemeManager, settings: Settings, comparison: Comparison, qtbot: QtBot) -> Sidebar:
    made = Sidebar(themes, settings)
    qtbot.addWidget(made)
    made.resize(352, 820)
    made.show()
    made.set_comparison(comparison)
    return made


def shown(panel: Panel, kind: type) -> list:
    return [row for row in panel.list.rows if isinstance(row, kind)]


def type_into(panel: Panel, text: str, qtbot: QtBot) -> None:
    panel.filter.clear()
    qtbot.keyClicks(panel.filter, text)
    panel.refresh()


def click_chip(panel: Panel, key: str, qtbot: QtBot) -> None:
    button = next(b for b in panel.chips.findChildren(QToolButton) if b.property("chip") == key)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def click_row(rows: RowList, place: int, qtbot: QtBot) -> None:
    index = rows.model().index(place, 0)
    rows.scrollTo(index)
    middle = rows.visualRect(index).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, middle.y()))


def test_models_keep_qts_rules(sidebar: Sidebar) -> None:
    for panel in (sidebar.entity_view, sidebar.quotation_view, sidebar.change_view, sidebar.link_view):
        tester = QAbstractItemModelTester(
            panel.list.model(), QAbstractItemModelTester.FailureReportingMode.Fatal
        )
        sidebar.show_tab(panel.objectName())
        panel.refresh()
        tester.deleteLater()


def test_tabs_count_and_are_remembered(sidebar: Sidebar, settings: Settings, qtbot: QtBot) -> None:
    assert [sidebar.tabs.tabText(i) for i in range(4)] == ["Entities 10", "Quotes 4", "Changes 4", "Links 5"]
    sidebar.tabs.setFocus()
    qtbot.keyClick(sidebar.tabs, Qt.Key.Key_Right)
    assert sidebar.quotation_view.isVisible()
    assert settings.sidebar_tab == "quotationView"


def test_tabs_with_long_names_share_the_room_there_is(sidebar: Sidebar, qtbot: QtBot) -> None:
    def inside() -> bool:
        rooms = [sidebar.tabs.tabRect(place) for place in range(sidebar.tabs.count())]
        return rooms[0].left() >= 0 and rooms[-1].right() <= sidebar.tabs.width()

    assert inside()
    for width in (300, 270, 500):
        sidebar.resize(width, 820)
        qtbot.waitUntil(inside)
    assert sidebar.tabs.tabRect(0).width() == sidebar.tabs._wanted_width(0)


def test_entities_are_grouped_and_counted(sidebar: Sidebar) -> None:
    titles = [row.title for row in shown(sidebar.entity_view, Heading)]
    assert titles == ["People", "Places", "Organisations", "Dates & figures"]
    varga = next(row for row in shown(sidebar.entity_view, Counted) if row.name == "Ilse Varga")
    assert (varga.left, varga.right) == (2, 2)
    assert varga.spoken == "Ilse Varga, person, 2 left, 2 right"


def test_one_kind_alone_is_listed(sidebar: Sidebar, comparison: Comparison) -> None:
    view = sidebar.entity_view
    menu = view.findChild(QToolButton, "entityOrder").menu()
    kinds = {action.text(): action for action in menu.actions()}
    kinds["Places"].trigger()
    assert [row.title for row in shown(view, Heading)] == ["Places"]
    sidebar.set_comparison(replace(comparison, quotations=()))  # after an edit the choice stays
    assert [row.title for row in shown(view, Heading)] == ["Places"]
    kinds["Events"].trigger()
    assert not shown(view, Counted)
    assert view.empty_text(True) in {view.empty.text(), *(row.text for row in shown(view, Prose))}
    kinds["All kinds"].trigger()
    assert len(shown(view, Heading)) == 4


def test_both_names_are_shown_where_the_sides_differ(comparison: Comparison) -> None:
    rows = {row.name: row for row in comparison.entities}
    assert label_of(rows["Kyiv"]) == "Kyiv · Kiyev"
    assert label_of(rows["Velmouth"]) == "Velmouth"  # a dateline in capitals is no other name


def test_filter_forgives_a_slip(sidebar: Sidebar, qtbot: QtBot) -> None:
    view = sidebar.entity_view
    type_into(view, "chamber", qtbot)
    assert [row.name for row in shown(view, Counted)] == ["Chamber of Commerce"]
    type_into(view, "chmaber", qtbot)
    assert [row.name for row in shown(view, Counted)] == ["Chamber of Commerce"]
    type_into(view, "kiyev", qtbot)
    assert [row.name for row in shown(view, Counted)] == ["Kyiv · Kiyev"]
    type_into(view, "zzzzzz", qtbot)
    assert view.empty.isVisible()
    assert "Clear the filter" in view.empty.text()
    qtbot.keyClick(view.filter, Qt.Key.Key_Escape)
    view.refresh()
    assert len(shown(view, Counted)) == 10


def test_chips_choose_a_side(sidebar: Sidebar, qtbot: QtBot) -> None:
    view = sidebar.entity_view
    click_chip(view, "only_right", qtbot)
    assert [row.name for row in shown(view, Counted)] == ["Ministry of Works"]
    click_chip(view, "different", qtbot)
    assert [row.name for row in shown(view, Counted)] == ["Kyiv · Kiyev"]
    button = next(b for b in view.chips.findChildren(QToolButton) if b.isChecked())
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Right)
    assert view.chips.current == ""


@pytest.mark.parametrize(
    ("order", "first"), [("count", "Ilse Varga"), ("name", "Ilse Varga"), ("place", "Ilse Varga")]
)
def test_orders(sidebar: Sidebar, settings: Settings, order: str, first: str) -> None:
    settings.entity_order = order
    sidebar.entity_view.refresh()
    rows = shown(sidebar.entity_view, Counted)
    assert rows[0].name == first
    values = [row.name for row in rows if row.key.type.name in ("DATE", "CARDINAL")]
    assert (
        values
        == {
            "count": ["six weeks", "Monday", "40,000 people"],
            "name": ["40,000 people", "Monday", "six weeks"],
            "place": ["six weeks", "Monday", "40,000 people"],
        }[order]
    )


def test_clicks_and_arrows_step_left_right_left(sidebar: Sidebar, qtbot: QtBot) -> None:
    view = sidebar.entity_view
    chosen: list[EntityRow | None] = []
    steps: list[tuple[Side, str]] = []
    sidebar.entity_selected.connect(chosen.append)
    sidebar.mention_activated.connect(lambda step: steps.append((step[0], step[1].paragraph)))
    click_row(view.list, 1, qtbot)
    assert [row.name for row in chosen] == ["Ilse Varga"]
    assert not steps
    click_row(view.list, 1, qtbot)
    for _ in range(3):
        qtbot.keyClick(view.list, Qt.Key.Key_Right)
    assert steps == [(Side.LEFT, 1), (Side.RIGHT, 1), (Side.LEFT, 2), (Side.RIGHT, 2)]
    qtbot.keyClick(view.list, Qt.Key.Key_Right)
    assert steps[-1] == (Side.LEFT, 1)
    qtbot.keyClick(view.list, Qt.Key.Key_Left)
    assert steps[-1] == (Side.RIGHT, 2)
    row = next(row for row in shown(view, Counted) if row.details)
    assert "mention 4 of 4, right ¶2" in row.description
    assert "Mayor" in row.description
    assert len(chosen) == 1


def test_keys_pass_over_headings_and_back_to_the_filter(sidebar: Sidebar, qtbot: QtBot) -> None:
    view = sidebar.entity_view
    view.filter.setFocus()
    qtbot.keyClick(view.filter, Qt.Key.Key_Down)
    assert view.list.current_key().name == "Ilse Varga"
    for _ in range(2):
        qtbot.keyClick(view.list, Qt.Key.Key_Down)
    assert view.list.current_key().name == "Velmouth"
    qtbot.keyClick(view.list, Qt.Key.Key_End)
    assert view.list.current_key().name == "40,000 people"
    qtbot.keyClick(view.list, Qt.Key.Key_Home)
    qtbot.keyClick(view.list, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is view.filter or not view.list.hasFocus()


def test_tabbing_into_a_list_chooses_nothing(sidebar: Sidebar) -> None:
    chosen: list[object] = []
    sidebar.entity_selected.connect(chosen.append)
    sidebar.entity_view.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert not chosen
    assert sidebar.entity_view.list.current_key() is None


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


def test_a_link_chosen_while_another_tab_is_shown_is_chosen_in_the_list(sidebar: Sidebar) -> None:
    sidebar.show_tab("entityView")
    sidebar.set_current_link(2)
    sidebar.show_tab("linkView")
    assert sidebar.link_view.list.current_key() == 2


def test_everything_has_a_name(sidebar: Sidebar) -> None:
    for panel in (sidebar.entity_view, sidebar.quotation_view, sidebar.change_view, sidebar.link_view):
        sidebar.show_tab(panel.objectName())
        panel.refresh()
        assert panel.filter.accessibleName()
        assert panel.list.accessibleName()
        model = panel.list.model()
        for place in range(model.rowCount()):
            assert model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_another_pair_replaces_everything(sidebar: Sidebar, comparison: Comparison) -> None:
    sidebar.entity_view.row_chosen(comparison.entities[0])
    sidebar.set_comparison(replace(comparison, entities=comparison.entities[:2], quotations=(), changes=()))
    assert len(shown(sidebar.entity_view, Counted)) == 2
    assert sidebar.tabs.tabText(1) == "Quotes"
    sidebar.show_tab("quotationView")
    assert sidebar.quotation_view.empty.text() == "Neither article quotes anybody."
    sidebar.set_comparison(None)
    assert not sidebar.entity_view.list.rows


def test_a_theme_switch_repaints_in_the_new_colours(
    sidebar: Sidebar, themes: ThemeManager, qtbot: QtBot
) -> None:
    themes.set_choice("dark")
    qtbot.wait(10)
    picture = sidebar.grab().toImage()
    assert picture.pixelColor(2, 400).name() == themes.current.roles["window"]
    themes.set_choice("light")
    qtbot.wait(10)
    picture = sidebar.grab().toImage()
    assert picture.pixelColor(2, 400).name() == themes.current.roles["window"]


def test_five_thousand_entities_are_rows_not_widgets(
    sidebar: Sidebar, comparison: Comparison, qtbot: QtBot
) -> None:
    row = comparison.entities[0]
    many = tuple(replace(row, name=f"Name {number}") for number in range(5000))
    before = len(sidebar.findChildren(QToolButton))
    sidebar.set_comparison(replace(comparison, entities=many))
    qtbot.waitUntil(lambda: len(shown(sidebar.entity_view, Counted)) == 5000)
    assert len(sidebar.findChildren(QToolButton)) <= before + 4
    assert len(sidebar.entity_view.list.viewport().children()) == 0


def test_steps_when_one_side_says_more(comparison: Comparison) -> None:
    row = comparison.entities[0]
    uneven = replace(row, right=row.right[:1])
    assert [side for side, _ in steps_of(uneven)] == [Side.LEFT, Side.RIGHT, Side.LEFT]


def test_assistive_tools_read_rows_and_tabs(sidebar: Sidebar) -> None:
    rows = QAccessible.queryAccessibleInterface(sidebar.entity_view.list)
    assert rows.role() in (QAccessible.Role.List, QAccessible.Role.Table)
    names = [rows.child(place).text(QAccessible.Text.Name) for place in range(rows.childCount())]
    assert "Ilse Varga, person, 2 left, 2 right" in names
    tabs = QAccessible.queryAccessibleInterface(sidebar.tabs)
    said = [tabs.child(place).text(QAccessible.Text.Name) for place in range(tabs.childCount())]
    assert said[:4] == ["Entities 10", "Quotes 4", "Changes 4", "Links 5"]
    field = QAccessible.queryAccessibleInterface(sidebar.entity_view.filter)
    assert field.text(QAccessible.Text.Name) == "Filter entities"

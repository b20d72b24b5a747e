"""The sidebar with real mouse and keys: tabs, filter, chips, stepping, names."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hands import settle
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QHelpEvent, QImage
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolButton, QToolTip
from pytestqt.qtbot import QtBot
from sidebar_hands import click_chip, click_row, shown, type_into

from desktop_app.model import (
    Alignment,
    Comparison,
    EntityRow,
    Side,
)
from desktop_app.ui import wording
from desktop_app.ui.letters import unmarked
from desktop_app.ui.settings import Settings
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.sidebar.entity_view import label_of, steps_of
from desktop_app.ui.sidebar.rows import Counted, Heading, Prose
from desktop_app.ui.sidebar.sidebar import Numbers
from desktop_app.ui.theme import ThemeManager


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


def test_names_of_tabs_stay_whole_beside_large_numbers(sidebar: Sidebar, qtbot: QtBot) -> None:
    tabs = sidebar.tabs
    for place in range(tabs.count()):
        tabs.set_count(place, 5337 + place)
    sidebar.resize(352, 820)
    qtbot.waitUntil(lambda: tabs.tabRect(tabs.count() - 1).right() <= tabs.width())
    for place in range(tabs.count()):
        assert tabs.tabRect(place).width() >= tabs._wanted_width(place, Numbers.BRIEF)
        assert tabs._number(place, Numbers.BRIEF) == "5k"
    assert tabs.tabToolTip(0) == tabs.accessibleTabName(0) == "Entities 5,337"
    sidebar.resize(270, 820)  # where even that does not fit, the tip tells the number
    qtbot.waitUntil(lambda: tabs.tabRect(tabs.count() - 1).right() <= tabs.width())
    for place in range(tabs.count()):
        assert tabs.tabRect(place).width() >= tabs._wanted_width(place, Numbers.NONE)
    assert tabs.tabToolTip(0) == "Entities 5,337"
    for place in range(tabs.count()):
        tabs.set_count(place, 42)
    assert tabs.tabToolTip(0) == "Entities 42"
    sidebar.resize(500, 820)
    qtbot.waitUntil(lambda: not tabs.tabToolTip(0))


def test_entities_are_grouped_and_counted(sidebar: Sidebar) -> None:
    titles = [row.title for row in shown(sidebar.entity_view, Heading)]
    assert titles == ["People", "Places", "Organisations", "Dates & figures"]
    varga = next(row for row in shown(sidebar.entity_view, Counted) if row.name == "Ilse Varga")
    assert (varga.left, varga.right) == (2, 2)
    assert varga.spoken == "Ilse Varga, person, 2 left, 2 right"


def test_one_kind_alone_is_listed(sidebar: Sidebar, comparison: Comparison, qtbot: QtBot) -> None:
    view = sidebar.entity_view
    menu = view.findChild(QToolButton, "entityOrder").menu()
    kinds = {unmarked(action.text()): action for action in menu.actions()}
    kinds["Places"].trigger()
    assert [row.title for row in shown(view, Heading)] == ["Places"]
    sidebar.set_comparison(replace(comparison, quotations=()))  # after an edit the choice stays
    assert [row.title for row in shown(view, Heading)] == ["Places"]
    chips = [button.text() for button in view.chips.buttons]
    places = len(shown(view, Counted))
    assert chips[0] == f"Places {places}"
    click_chip(view, "different", qtbot)
    assert chips[-1] == f"Named differently {len(shown(view, Counted))}"
    click_chip(view, "", qtbot)
    kinds["Dates & figures"].trigger()
    assert view.chips.buttons[0].text() == f"Dates && figures {len(shown(view, Counted))}"
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


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_name_that_was_cut_off_is_told_to_a_pointer_that_rests(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.show_tab("entityView")
    rows, delegate = sidebar.entity_view.list, sidebar.entity_view.list.itemDelegate()
    place = next(n for n, row in enumerate(rows.rows) if isinstance(row, Counted))
    name = rows.rows[place].name
    width = rows.visualRect(rows.model().index(place)).width()
    assert delegate.cut_off(rows.rows[place], width) == ""
    long = replace(rows.rows[place], name=f"{name} " * 12)
    assert delegate.cut_off(long, width) == long.name
    rows.replace_row(place, long)
    settle(sidebar)
    at = rows.visualRect(rows.model().index(place)).center()
    rest = QHelpEvent(QEvent.Type.ToolTip, at, rows.viewport().mapToGlobal(at))
    QApplication.sendEvent(rows.viewport(), rest)
    qtbot.waitUntil(lambda: name in QToolTip.text())
    QToolTip.hideText()


def test_the_keyboard_follows_from_list_to_list_when_a_tab_is_clicked(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.entity_view.list.setFocus()
    for place, view in ((1, sidebar.quotation_view), (3, sidebar.link_view)):
        point = sidebar.tabs.tabRect(place).center()
        qtbot.mouseClick(sidebar.tabs, Qt.MouseButton.LeftButton, pos=point)
        assert view.list.hasFocus()
        assert not view.list.currentIndex().isValid()


def test_kinds_are_written_out_in_the_menu(sidebar: Sidebar) -> None:
    button = sidebar.entity_view.findChild(QToolButton, "entityOrder")
    assert button is not None
    assert wording.group_name(wording.GROUPS - 1) == unmarked(button.menu().actions()[-1].text())


def test_large_counts_are_shown_to_the_last_digit(sidebar: Sidebar) -> None:
    sidebar.show_tab("entityView")
    rows = sidebar.entity_view.list
    place = next(n for n, row in enumerate(rows.rows) if isinstance(row, Counted))

    def picture(left: int, right: int) -> QImage:
        rows.replace_row(place, replace(rows.rows[place], name="", left=left, right=right, peak=9_999_999))
        settle(sidebar)
        area = rows.visualRect(rows.model().index(place))
        image = rows.viewport().grab(area).toImage()
        return image.copy(0, 0, image.width(), 20)

    one = picture(27_114, 27_114)
    assert one != picture(97_114, 27_114)  # the first digit of the left
    assert one != picture(27_114, 27_119)  # the last digit of the right


def test_the_list_of_different_names_says_how_they_differ(sidebar: Sidebar) -> None:
    view = sidebar.entity_view
    sidebar.show_tab("entityView")
    view.chips.choose("different")
    view.refresh()
    view.finish()
    rows = [row for row in view.list.rows if isinstance(row, Counted)]
    assert rows
    for row in rows:
        told = "".join(piece.text for piece in row.details).splitlines()
        assert [line.split()[0] for line in told] == ["left", "right"]
        assert told[0].split("  ")[1] != told[1].split("  ")[1]
    view.chips.choose("")
    view.refresh()
    view.finish()
    assert not any(row.details for row in view.list.rows if isinstance(row, Counted))


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
    sidebar.set_comparison(replace(comparison, entities=()))
    sidebar.show_tab("entityView")
    assert sidebar.entity_view.empty.text().startswith("Neither article names anybody")
    sidebar.set_comparison(None)
    assert not sidebar.entity_view.list.rows


def test_a_theme_switch_repaints_in_the_new_colours(sidebar: Sidebar, themes: ThemeManager) -> None:
    themes.set_choice("dark")
    settle(sidebar)
    picture = sidebar.grab().toImage()
    assert picture.pixelColor(2, 400).name() == themes.current.roles["window"]
    themes.set_choice("light")
    settle(sidebar)
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


def test_unrelated_texts_are_told_of_once(sidebar: Sidebar, comparison: Comparison) -> None:
    sidebar.set_comparison(replace(comparison, alignment=Alignment((), ()), changes=()))
    sidebar.show_tab("linkView")
    panel = sidebar.link_view
    assert not panel.list.isVisible()
    assert panel.empty.isVisible()
    assert "link two by hand" in panel.empty.text()
    image = panel.empty.grab().toImage()
    ground = image.pixelColor(0, 0)
    edges = [image.pixelColor(x, y) for x in range(12) for y in range(image.height())]
    assert all(colour == ground for colour in edges)  # not pressed against the edge

"""Names and speakers are corrected from the lists, by keys and dialogs; the project's model says the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot
from ui_comparison import make_comparison

from desktop_app.model import Comparison, EntityRow, EntityType, Side
from desktop_app.project.corrections import Correction, CorrectionKind, apply_all
from desktop_app.ui.dialogs.correct import ChoiceDialog, NameDialog, SpeakerDialog, SplitDialog
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.session import Opened
from desktop_app.ui.settings import Settings
from desktop_app.ui.sidebar import Sidebar
from desktop_app.ui.sidebar.reading_order import reading_order
from desktop_app.ui.sidebar.rows import Card, Counted, Heading
from desktop_app.ui.theme import ThemeManager


@pytest.fixture
def comparison() -> Comparison:
    return make_comparison()


class Bench:
    """Applies what the sidebar asks for, as the window does."""

    def __init__(self, sidebar: Sidebar, comparison: Comparison) -> None:
        self.sidebar, self.comparison = sidebar, comparison
        self.asked: list[tuple[str, tuple[Correction, ...]]] = []
        sidebar.correction_requested.connect(self.correct)
        sidebar.set_comparison(comparison)

    def correct(self, text: str, corrections: tuple[Correction, ...]) -> None:
        self.asked.append((text, corrections))
        self.comparison = apply_all(self.comparison, corrections)
        self.sidebar.set_comparison(self.comparison)

    def names(self) -> list[str]:
        return [row.name for row in self.sidebar.entity_view.list.rows if isinstance(row, Counted)]


@pytest.fixture
def bench(dressed: QApplication, settings: Settings, comparison: Comparison, qtbot: QtBot) -> Bench:
    sidebar = Sidebar(ThemeManager(dressed, "light", dressed), settings)
    qtbot.addWidget(sidebar)
    sidebar.resize(352, 820)
    sidebar.show()
    return Bench(sidebar, comparison)


T = TypeVar("T", bound=QDialog)


def dialog_of(kind: type[T], sidebar: Sidebar, qtbot: QtBot) -> T:
    found: list[T] = []

    def there() -> bool:
        found[:] = [dialog for dialog in sidebar.findChildren(kind) if dialog.isVisible()]
        return bool(found)

    qtbot.waitUntil(there)
    return found[0]


def choose(sidebar: Sidebar, name: str) -> None:
    view = sidebar.entity_view
    row = next(row for row in view.list.rows if isinstance(row, Counted) and row.name == name)
    view.list.setFocus()
    view.list.set_current_key(row.key, quiet=False)


def test_an_entity_is_renamed(bench: Bench, qtbot: QtBot) -> None:
    choose(bench.sidebar, "Port Company")
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_F2)
    dialog = dialog_of(NameDialog, bench.sidebar, qtbot)
    dialog.field.clear()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.field, "Velmouth Port Company")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert [text for text, _ in bench.asked] == ["Rename Port Company"]
    assert "Velmouth Port Company" in bench.names()


def test_two_entities_are_merged(bench: Bench, qtbot: QtBot) -> None:
    choose(bench.sidebar, "Ministry of Works")
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_G)
    dialog = dialog_of(ChoiceDialog, bench.sidebar, qtbot)
    qtbot.keyClicks(dialog.filter, "chamb")
    dialog.list.enter()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert bench.asked[0][1][0].kind is CorrectionKind.MERGE
    assert "Chamber of Commerce" not in bench.names()
    merged = next(row for row in bench.comparison.entities if row.name == "Ministry of Works")
    assert (len(merged.left), len(merged.right)) == (1, 1)


def test_an_entity_is_of_another_kind(bench: Bench, qtbot: QtBot) -> None:
    choose(bench.sidebar, "Port Company")
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_K)
    dialog = dialog_of(ChoiceDialog, bench.sidebar, qtbot)
    assert "Organisation" not in [row.spoken for row in dialog.list.rows]
    qtbot.keyClicks(dialog.filter, "build")
    dialog.list.enter()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert [text for text, _ in bench.asked] == ["Change the kind of Port Company"]
    changed = next(row for row in bench.comparison.entities if row.name == "Port Company")
    assert changed.type is EntityType.FAC


def test_the_button_that_does_it_is_dressed_as_such(bench: Bench, qtbot: QtBot) -> None:
    choose(bench.sidebar, "Port Company")
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_F2)
    dialog = dialog_of(NameDialog, bench.sidebar, qtbot)
    button = dialog._main
    fill = bench.sidebar.entity_view.themes.current.color("left").rgb()
    picture = button.grab().toImage()
    assert picture.pixel(button.width() // 2, 4) == fill
    dialog.reject()


@pytest.mark.qt_log_ignore("This plugin does not support")  # no menu without a screen
def test_a_menu_belongs_to_the_row_under_the_pointer(bench: Bench) -> None:
    choose(bench.sidebar, "Ilse Varga")
    rows = bench.sidebar.entity_view.list
    heading = next(n for n, row in enumerate(rows.rows) if isinstance(row, Heading))

    def ask(place: int) -> list[QMenu]:
        point = rows.visualRect(rows.model().index(place, 0)).center()
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, rows.viewport().mapToGlobal(point))
        QApplication.sendEvent(rows.viewport(), event)
        return [menu for menu in rows.findChildren(QMenu) if menu.isVisible()]

    assert not ask(heading)
    (menu,) = ask(rows.currentIndex().row())
    assert "&Rename…" in [action.text() for action in menu.actions()]
    menu.close()


def test_some_mentions_become_another_entity(bench: Bench, qtbot: QtBot) -> None:
    choose(bench.sidebar, "Ilse Varga")
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_Right)
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_X)
    dialog = dialog_of(SplitDialog, bench.sidebar, qtbot)
    assert dialog.list.item(0).checkState() is Qt.CheckState.Checked
    assert dialog.list.item(0).text() == "Ilse Varga   left ¶1"
    assert dialog.field.text() == ""  # the same name again would be no other one
    dialog.field.setText("Ilse Varga the elder")
    dialog.accept()
    assert "Ilse Varga the elder" in bench.names()
    rest = next(row for row in bench.comparison.entities if row.name == "Ilse Varga")
    assert (len(rest.left), len(rest.right)) == (1, 2)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_boxes_to_be_ticked_can_be_seen(bench: Bench, qtbot: QtBot, theme: str) -> None:
    themes = bench.sidebar.entity_view.themes
    themes.set_choice(theme)
    choose(bench.sidebar, "Ilse Varga")
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_X)
    dialog = dialog_of(SplitDialog, bench.sidebar, qtbot)
    line = dialog.list.visualItemRect(dialog.list.item(1))
    box = dialog.list.viewport().grab(line.adjusted(4, 4, 30 - line.width(), -4)).toImage()
    seen = {box.pixel(x, y) for x in range(box.width()) for y in range(box.height())}
    assert themes.current.color("field_line").rgb() in seen
    dialog.reject()


def test_a_split_needs_some_but_not_all(bench: Bench, qtbot: QtBot) -> None:
    row = bench.comparison.entities[0]
    steps = bench.sidebar.entity_view.steps(row)
    articles = {side: bench.comparison.article(side) for side in Side}
    dialog = SplitDialog(row.name, steps, articles)
    qtbot.addWidget(dialog)
    dialog.field.setText("Another")
    assert not dialog._main.isEnabled()
    for place in range(len(steps)):
        dialog.list.item(place).setCheckState(Qt.CheckState.Checked)
    assert not dialog._main.isEnabled()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog._main.isEnabled()


def test_an_entity_is_dismissed(bench: Bench, qtbot: QtBot) -> None:
    choose(bench.sidebar, "Monday")
    selected: list[object] = []
    bench.sidebar.entity_selected.connect(selected.append)
    qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_Delete)
    assert "Monday" not in bench.names()
    assert selected == [None]
    assert bench.sidebar.tabs.tabText(0) == "Entities 9"


def test_what_is_corrected_stays_chosen_for_the_next_correction(bench: Bench, qtbot: QtBot) -> None:
    view = bench.sidebar.entity_view
    choose(bench.sidebar, "Port Company")
    selected: list[EntityRow | None] = []
    bench.sidebar.entity_selected.connect(selected.append)
    qtbot.keyClick(view.list, Qt.Key.Key_F2)
    dialog = dialog_of(NameDialog, bench.sidebar, qtbot)
    dialog.field.setText("Velmouth Port Company")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert view.list.current_key().name == "Velmouth Port Company"
    assert [row.name for row in selected if row is not None] == ["Velmouth Port Company"]
    qtbot.keyClick(view.list, Qt.Key.Key_K)
    kinds = dialog_of(ChoiceDialog, bench.sidebar, qtbot)
    qtbot.keyClicks(kinds.filter, "person")
    kinds.list.enter()
    qtbot.keyClick(kinds.list, Qt.Key.Key_Return)
    row = view.list.current_key()
    assert (row.name, row.type) == ("Velmouth Port Company", EntityType.PERSON)
    shown = next(r for r in view.list.rows if isinstance(r, Counted) and r.key == row)
    assert shown.details  # unfolded, with its wordings
    bench.sidebar.set_comparison(make_comparison())
    assert view.list.current_key() is None


def test_one_can_go_on_dismissing_entities(bench: Bench, qtbot: QtBot) -> None:
    before = bench.names()
    choose(bench.sidebar, before[1])
    for _ in range(3):
        qtbot.keyClick(bench.sidebar.entity_view.list, Qt.Key.Key_Delete)
    assert bench.names() == [before[0], *before[4:]]


def speaker_dialog(bench: Bench, row: int, qtbot: QtBot) -> SpeakerDialog:
    """Choose a quotation and press the key that corrects its speaker."""
    bench.sidebar.show_tab("quotationView")
    view = bench.sidebar.quotation_view
    view.list.setFocus()
    view.list.set_current_key(view.list.rows[row].key)
    qtbot.keyClick(view.list, Qt.Key.Key_F2)
    return dialog_of(SpeakerDialog, bench.sidebar, qtbot)


def test_a_quotation_whose_speaker_was_corrected_stays_chosen(bench: Bench, qtbot: QtBot) -> None:
    dialog = speaker_dialog(bench, 1, qtbot)
    next(iter(dialog.fields.values())).setText("Tomas Reyl")
    dialog.accept()
    assert bench.sidebar.quotation_view.list.currentIndex().row() == 1


def test_a_speaker_is_corrected(bench: Bench, qtbot: QtBot) -> None:
    dialog = speaker_dialog(bench, 0, qtbot)
    assert dialog.fields[Side.LEFT].text() == "Ilse Varga"
    dialog.fields[Side.RIGHT].setText("Tomas Reyl")
    dialog.accept()
    assert len(bench.asked) == 1
    card = bench.sidebar.quotation_view.list.rows[0]
    assert isinstance(card, Card)
    assert "Tomas Reyl" in card.footer


def test_an_edit_keeps_filter_place_and_choice(bench: Bench, comparison: Comparison) -> None:
    view = bench.sidebar.entity_view
    view.filter.setText("varga")
    view.refresh()
    choose(bench.sidebar, "Ilse Varga")
    view.stepped(1)
    bench.sidebar.set_comparison(replace(bench.comparison, quotations=()))
    assert view.filter.text() == "varga"
    assert view.list.current_key() == comparison.entities[0]
    assert next(row for row in view.list.rows if isinstance(row, Counted)).details
    other = make_comparison()
    bench.sidebar.set_comparison(other)
    assert view.filter.text() == ""
    assert view.list.current_key() is None


@pytest.fixture
def edited(window: MainWindow, comparison: Comparison) -> MainWindow:
    """A window with the pair; its history must be clean at the end, or closing would ask."""
    window.opening.show_pair(Opened(comparison, "left.txt", "right.txt", lasting=False))
    return window


def test_the_window_takes_corrections_and_marks_back(
    edited: MainWindow, comparison: Comparison, qtbot: QtBot
) -> None:
    sidebar, stack = edited.sidebar, edited.workbench.stack
    sidebar.show_tab("entityView")
    choose(sidebar, "Monday")
    qtbot.keyClick(sidebar.entity_view.list, Qt.Key.Key_Delete)
    assert sidebar.tabs.tabText(0) == "Entities 9"
    assert edited.statusBar().currentMessage() == "Dismiss Monday · Ctrl+Z takes it back"
    stack.undo()
    assert sidebar.tabs.tabText(0) == "Entities 10"
    sidebar.show_tab("changeView")
    changes = sidebar.change_view
    changes.list.setFocus()
    changes.list.set_current_key(comparison.changes[0])
    qtbot.keyClick(changes.list, Qt.Key.Key_Delete)
    assert sidebar.tabs.tabText(2) == "Changes 3"
    assert edited.statusBar().currentMessage() == "Dismiss a change · Ctrl+Z takes it back"
    stack.undo()
    assert sidebar.tabs.tabText(2) == "Changes 4"
    stack.redo()
    assert edited.workbench.project is not None
    assert [mark.judgement.value for mark in edited.workbench.project.marks] == ["dismissed"]
    stack.setClean()


def test_both_speakers_are_corrected_in_one_step(
    edited: MainWindow, comparison: Comparison, qtbot: QtBot
) -> None:
    sidebar, stack = edited.sidebar, edited.workbench.stack
    sidebar.show_tab("quotationView")
    rows = sidebar.quotation_view.list
    rows.setFocus()
    rows.set_current_key(next(m for m in comparison.quotations if m.left and m.right))
    qtbot.keyClick(rows, Qt.Key.Key_F2)
    dialog = dialog_of(SpeakerDialog, sidebar, qtbot)
    for field in dialog.fields.values():
        field.setText("Tomas Reyl")
    dialog.accept()
    assert stack.count() == 1
    assert "Tomas Reyl" in rows.rows[0].footer
    stack.undo()
    assert edited.workbench.project is not None
    assert edited.workbench.project.comparison == comparison
    stack.setClean()


def test_a_correction_that_changes_nothing_is_not_told_as_done(edited: MainWindow, qtbot: QtBot) -> None:
    sidebar, stack = edited.sidebar, edited.workbench.stack
    sidebar.show_tab("entityView")
    choose(sidebar, "Monday")
    qtbot.keyClick(sidebar.entity_view.list, Qt.Key.Key_Delete)
    edited.announce("")
    choose(sidebar, "Port Company")
    qtbot.keyClick(sidebar.entity_view.list, Qt.Key.Key_F2)
    qtbot.keyClick(dialog_of(NameDialog, sidebar, qtbot).field, Qt.Key.Key_Return)
    assert "Rename" not in edited.statusBar().currentMessage()
    assert stack.count() == 1
    stack.setClean()


def test_f8_walks_changes_and_one_sided_passages(
    edited: MainWindow, comparison: Comparison, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: edited.view.index is not None)
    rows = edited.sidebar.change_view.list
    order = reading_order(comparison)
    walked = []
    for _ in order:
        edited.actions_table["nextChange"].trigger()
        walked.append(rows.current_key())
    assert walked == order
    assert edited.view.panes[Side.LEFT].hasFocus()  # the last one stands on the left only
    edited.actions_table["previousChange"].trigger()
    assert rows.current_key() == order[-2]
    assert edited.statusBar().currentMessage()

"""The dialogs do what they say, by mouse and by keys, and go away again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.dialogs.about import AboutDialog
from desktop_app.ui.dialogs.correct import NameDialog
from desktop_app.ui.dialogs.error import ErrorDialog
from desktop_app.ui.dialogs.paste import PasteDialog
from desktop_app.ui.dialogs.preferences import PreferencesDialog
from desktop_app.ui.dialogs.question import Question
from desktop_app.ui.dialogs.reading import ReadingPopover
from desktop_app.ui.dialogs.shortcuts import ShortcutSheet
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme import Choice, ThemeManager


@pytest.fixture
def themes(dressed: QApplication) -> ThemeManager:
    return ThemeManager(dressed, "light", dressed)


@dataclass
class Acts:
    find: QAction
    away: QAction
    run: list[str]


@pytest.fixture
def acts(dressed: QApplication) -> Iterator[Acts]:
    run: list[str] = []
    find = QAction("&Find…", dressed)
    find.setShortcuts(["Ctrl+F", "F7"])
    find.setStatusTip("Find words in both articles")
    find.triggered.connect(lambda: run.append("find"))
    away = QAction("Unlink", dressed)
    away.setEnabled(False)
    yield Acts(find, away, run)
    find.deleteLater()
    away.deleteLater()


def test_two_texts_are_pasted(themes: ThemeManager, qtbot: QtBot) -> None:
    dialog = PasteDialog(themes)
    qtbot.addWidget(dialog)
    dialog.show()
    given: list[tuple[str, str]] = []
    dialog.texts_given.connect(lambda left, right: given.append((left, right)))
    assert not dialog.compare_button.isEnabled()
    QGuiApplication.clipboard().setText("A bridge closes\n\nIt will close for six weeks.")
    dialog.left.paste()
    assert not dialog.compare_button.isEnabled()
    qtbot.keyClicks(dialog.right.field, "Another text")
    assert dialog.compare_button.isEnabled()
    qtbot.waitUntil(lambda: dialog.left.about.text() == "2 paragraphs · 9 words")
    qtbot.mouseClick(dialog.compare_button, Qt.MouseButton.LeftButton)
    assert given == [("A bridge closes\n\nIt will close for six weeks.", "Another text")]
    assert not dialog.isVisible()


def test_a_dialog_comes_no_larger_than_the_screen(
    themes: ThemeManager, acts: Acts, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(480, 450))
    for dialog in (PasteDialog(themes), ShortcutSheet([("Edit", [acts.find])], themes)):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.height() <= 450 - 30
        assert dialog.rect().contains(dialog.buttons.geometry())


def test_a_dialog_that_came_narrower_is_high_enough_for_its_words(
    dressed: QApplication, qtbot: QtBot
) -> None:
    assert dressed.applicationName() is not None
    about = "A very long name of a story that has to be told in more than one line of a dialog. " * 3
    question = Question("narrow", "Restore?", about, ("Restore", "Throw away", "Later"))
    qtbot.addWidget(question)
    question.setMaximumWidth(460)
    question.resize(460, 120)
    question.show()
    assert question.about.height() >= question.about.heightForWidth(question.about.width())


def test_tab_leaves_the_paste_fields(themes: ThemeManager, qtbot: QtBot) -> None:
    dialog = PasteDialog(themes)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.left.field.setFocus()
    qtbot.keyClick(dialog.left.field, Qt.Key.Key_Tab)
    assert dialog.left.field.toPlainText() == ""
    assert dialog.focusWidget() is dialog.right.field
    qtbot.keyClicks(dialog.left.field, "Bridge")
    qtbot.keyClicks(dialog.right.field, "Another text")
    qtbot.waitUntil(lambda: dialog.right.about.text() == "1 paragraph · 2 words")
    qtbot.waitUntil(lambda: dialog.left.about.text() == "1 paragraph · 1 word")
    for button in (
        dialog.compare_button,
        dialog.cancel_button,
        dialog.left.paste_button,
        dialog.right.paste_button,
    ):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is button


def test_the_sheet_lists_and_searches_keys(themes: ThemeManager, acts: Acts, qtbot: QtBot) -> None:
    sheet = ShortcutSheet(
        [("Edit", [acts.find]), ("Link", [acts.away])], themes, [("Scroll one pane alone", ("Alt", "wheel"))]
    )
    qtbot.addWidget(sheet)
    sheet.show()
    spoken = [row.spoken for row in sheet.list.rows]
    assert spoken == [
        *("Edit", "Find: Ctrl+F, F7", "Link", "Unlink: no key"),
        *("Mouse and others", "Scroll one pane alone: Alt, wheel"),
    ]
    qtbot.keyClicks(sheet.filter, "words in both")
    assert [row.spoken for row in sheet.list.rows] == ["Edit", "Find: Ctrl+F, F7"]
    qtbot.keyClick(sheet.filter, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: acts.run == ["find"])
    assert not sheet.isVisible()


def test_the_sheet_says_when_nothing_fits(themes: ThemeManager, acts: Acts, qtbot: QtBot) -> None:
    sheet = ShortcutSheet([("Edit", [acts.find])], themes)
    qtbot.addWidget(sheet)
    qtbot.keyClicks(sheet.filter, "zzzz")
    assert [row.spoken for row in sheet.list.rows] == ["No action fits."]


def test_reading_settings_follow_the_sliders(themes: ThemeManager, settings: Settings, qtbot: QtBot) -> None:
    popover = ReadingPopover(settings, themes)
    qtbot.addWidget(popover)
    with qtbot.waitSignal(popover.reading_changed):
        popover.font_size.setValue(30)
        popover.line_height.setValue(130)
        popover.column_width.setValue(80)
    assert (settings.font_size, settings.line_height, settings.column_width) == (15, 130, 80)
    assert popover.font_size.accessibleDescription() == "15 pt"
    with qtbot.waitSignal(popover.reading_changed):
        popover.reset()
    assert popover.font_size.value() == 24
    assert settings.font_family == ""


def test_our_own_font_comes_first_and_is_the_default(
    themes: ThemeManager, settings: Settings, qtbot: QtBot
) -> None:
    popover = ReadingPopover(settings, themes)
    qtbot.addWidget(popover)
    assert popover.family.itemText(0) == "Noto Serif"
    settings.font_family = "No Such Font"
    popover.fill()
    assert popover.family.currentText() == "No Such Font"


def test_the_popover_stays_in_the_window_and_is_listed_there(
    themes: ThemeManager, settings: Settings, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    corner, field = QWidget(window), QLineEdit(window)
    corner.setGeometry(0, 0, 30, 30)
    field.setGeometry(0, 260, 200, 30)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    field.setFocus()
    popover = ReadingPopover(settings, themes, window)
    popover.open_below(corner)
    assert window.rect().contains(popover.geometry())
    assert popover.y() >= 30
    found = QAccessible.queryAccessibleInterface(window)
    listed = [found.child(place).text(QAccessible.Text.Name) for place in range(found.childCount())]
    assert "Reading" in listed
    assert QAccessible.queryAccessibleInterface(popover).role() == QAccessible.Role.Dialog
    stops = []
    for _ in range(12):
        focus = QApplication.focusWidget()
        assert popover.isAncestorOf(focus)
        stops.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert {popover.family, popover.font_size, popover.column_width, popover.reset_button} <= set(stops)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert QApplication.focusWidget() is field
    popover.open_below(corner)
    qtbot.mouseClick(popover.font_size, Qt.MouseButton.LeftButton)
    assert popover.isVisible()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    assert not popover.isVisible()


def test_the_theme_is_switched_at_once(themes: ThemeManager, settings: Settings, qtbot: QtBot) -> None:
    popover = ReadingPopover(settings, themes)
    qtbot.addWidget(popover)
    qtbot.mouseClick(popover._theme_buttons[Choice.DARK], Qt.MouseButton.LeftButton)
    assert themes.current.dark
    assert settings.theme == "dark"
    dialog = PreferencesDialog(settings, themes)
    qtbot.addWidget(dialog)
    assert dialog.theme.currentText() == "Dark"
    dialog.theme.setCurrentIndex(1)
    assert not themes.current.dark


def test_an_engine_is_chosen_with_its_model(themes: ThemeManager, settings: Settings, qtbot: QtBot) -> None:
    dialog = PreferencesDialog(settings, themes, [("spacy", "spaCy", "Needs the package spacy and a model.")])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.model.isEnabled()
    with qtbot.waitSignal(dialog.engine_changed):
        dialog.engine.setCurrentIndex(1)
    assert dialog.note.text() == "Needs the package spacy and a model."
    with qtbot.waitSignal(dialog.engine_changed):
        dialog.model.setText("/models/news")
        dialog.model.editingFinished.emit()
    assert (settings.engine, settings.engine_model) == ("spacy", "/models/news")


@pytest.mark.usefixtures("dressed")
def test_names_stand_in_dialogs_as_they_are_written(qtbot: QtBot) -> None:
    for dialog, shown in (
        (ErrorDialog("Not a file: <b>Smith & Sons</b>"), "Not a file: <b>Smith & Sons</b>"),
        (NameDialog("Rename", "Another name for Smith & Sons", ""), "Another name for Smith && Sons"),
    ):
        qtbot.addWidget(dialog)
        label = dialog.findChild(QLabel)
        assert label.text() == shown
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_an_error_can_be_copied(dressed: QApplication, qtbot: QtBot) -> None:
    dialog = ErrorDialog("The file is empty. Choose another one.", "Traceback: line 3")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.details.isVisible()
    qtbot.mouseClick(dialog.details_button, Qt.MouseButton.LeftButton)
    assert dialog.details.isVisible()
    qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    assert "Traceback: line 3" in dressed.clipboard().text()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.usefixtures("dressed")
def test_about_names_licences(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    texts = " ".join(child.text() for child in dialog.findChildren(QWidget) if hasattr(child, "text"))
    assert "MIT" in texts
    assert "SIL Open Font License" in texts

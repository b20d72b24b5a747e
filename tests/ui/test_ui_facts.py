"""What disagrees carries a quiet mark in the text and says why under the pointer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from editing_windows import press, settled
from hands import settle
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent, QImage, QPaintEvent, QRegion, QTextCharFormat
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.model import Change, Side, Span
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.reading.pane_paint import text_edges


def first_change(window: MainWindow) -> Change:
    assert window.comparison is not None
    return window.comparison.changes[0]


def place_of(window: MainWindow, side: Side, change: Change) -> QPoint:
    pane, span = window.view.panes[side], change.on(side)
    rect = pane.caret_rect(span.paragraph, span.start + 1)
    return (rect.center() - QPoint(0, pane.verticalScrollBar().value()).toPointF()).toPoint()


def ask(window: MainWindow, side: Side, point: QPoint) -> str:
    """Let the pointer rest and return what is said."""
    viewport = window.view.panes[side].viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QHelpEvent.Type.ToolTip, point, viewport.mapToGlobal(point)))
    return QToolTip.text()


def margin_ink(window: MainWindow, side: Side, y: int) -> int:
    """Count the red points right of the text beside a line."""
    pane = window.view.panes[side]
    image = pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    left = round(text_edges(pane)[1]) + 9
    points = ((x, line) for x in range(left, image.width()) for line in range(y - 8, y + 9))
    colours = (image.pixelColor(x, line) for x, line in points)
    return sum(colour.red() > colour.blue() + 60 for colour in colours)


class Paintings(QObject):
    """Collects the regions that a widget paints."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.regions: list[QRegion] = []
        viewport.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return super().eventFilter(watched, event)


def painted(window: MainWindow, side: Side, act: Callable[[], None]) -> bool:
    """Tell whether an act paints the margin beside the text anew."""
    pane = window.view.panes[side]
    settle(window)
    paintings = Paintings(pane.viewport())
    act()
    settle(window)
    point = QPoint(round(text_edges(pane)[1]) + 14, place_of(window, side, first_change(window)).y())
    return any(region.contains(point) for region in paintings.regions)


def test_both_sides_of_a_change_are_marked_with_line_and_sign(pair: MainWindow) -> None:
    change = first_change(pair)
    for side in Side:
        spans = [span for span, role in pair.view.panes[side].layers.marks("fact") if role == "fact"]
        assert change.on(side) in spans
        assert margin_ink(pair, side, place_of(pair, side, change).y()) > 3


def test_signs_are_painted_at_once_and_go_at_once(pair: MainWindow) -> None:
    change = first_change(pair)
    for side in Side:  # what is on screen, without asking for a new painting
        assert painted(pair, side, lambda: pair.view.facts.show(()))
        assert painted(pair, side, lambda: pair.view.facts.show((change,)))


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_pointer_asks_what_disagrees(pair: MainWindow) -> None:
    change = first_change(pair)
    for side in Side:
        assert change.note.split("“")[0] in ask(pair, side, place_of(pair, side, change))
    QToolTip.hideText()
    assert pair.view.facts.sentence_at(Side.LEFT, 0, 0) == ""


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_sign_in_the_margin_says_as_much_as_the_words(pair: MainWindow) -> None:
    change = first_change(pair)
    for side in Side:
        pane, words = pair.view.panes[side], place_of(pair, side, change)
        sign = QPoint(round(text_edges(pane)[1]) + 14, words.y())
        assert change.note.split("“")[0] in ask(pair, side, sign)
        QToolTip.hideText()
        assert not pane._hint_beside(sign - QPoint(0, 2 * round(pane.caret_rect(0, 0).height())))
        assert not pane._hint_beside(words)


def test_another_pair_is_not_marked_with_what_disagreed_before(pair: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pair.comparison_ready, timeout=20_000):
        pair.session.open_texts("One line only.", "Another one.", "left", "right")
    assert all(not pane.layers.marks("fact") for pane in pair.view.panes.values())


def test_a_dismissed_change_is_marked_no_longer(pair: MainWindow, qtbot: QtBot) -> None:
    change = first_change(pair)
    pair.commands.notes.judge(change, "dismissed")
    settled(pair, qtbot)
    assert change.left not in [span for span, _ in pair.view.panes[Side.LEFT].layers.marks("fact")]
    press(pair, qtbot, "Ctrl+Z")
    assert change.left in [span for span, _ in pair.view.panes[Side.LEFT].layers.marks("fact")]


def underlined(window: MainWindow, side: Side) -> list[str]:
    """Return the words under the line of disagreements, as the pane paints them."""
    line = QTextCharFormat.UnderlineStyle.DashDotLine
    found = window.view.panes[side].extraSelections()
    return [s.cursor.selectedText() for s in found if s.format.underlineStyle() == line]


def test_beside_marked_words_only_those_are_underlined(pair: MainWindow, qtbot: QtBot) -> None:
    assert pair.comparison is not None
    link = next(
        number
        for number, link in enumerate(pair.comparison.alignment.links)
        if first_change(pair).left.paragraph in link.left
    )
    place = first_change(pair).left
    text = pair.comparison.left.paragraphs[place.paragraph].text
    whole = Span(place.paragraph, 0, len(text))
    pane = pair.view.panes[Side.LEFT]
    pane.set_marks("fact", [(whole, "fact")])
    assert underlined(pair, Side.LEFT) == [text]  # nothing else says which words
    pair.view.go_to_link(link)
    qtbot.waitUntil(lambda: bool(pane.layers.marks("words")))
    pane.set_marks("fact", [(whole, "fact")])
    marked = [span for span, role in pane.layers.marks("words") if role != "reordered"]
    assert marked
    assert underlined(pair, Side.LEFT) == [text[span.start : span.end] for span in marked]
    assert [span for span, _ in pane.layers.marks("fact")] == [whole]  # the sign and the words on hover stay

"""Links drawn with the mouse: from a number, from anywhere with Alt, from a ribbon's end."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from made_comparisons import made_comparison
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.model import Side
from desktop_app.ui.editing.dragging import LinkDragging
from desktop_app.ui.reading.pane_paint import text_edges
from desktop_app.ui.reading.reading_view import ReadingView

LEFT_BUTTON = Qt.MouseButton.LeftButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view(show_pair: Callable[..., ReadingView]) -> ReadingView:
    return show_pair(made_comparison())


@pytest.fixture
def dragging(view: ReadingView) -> LinkDragging:
    return LinkDragging(view)


def paragraph_point(view: ReadingView, side: Side, paragraph: int, number: bool = False) -> QPoint:
    """Return a point of the view on a paragraph's text, or on its number."""
    pane = view.panes[side]
    rect = pane.paragraph_rect(paragraph)
    left = text_edges(pane)[0]
    inside = QPoint(
        round(left - 12 if number else left + 60), round(rect.top() + 8) - pane.verticalScrollBar().value()
    )
    return pane.viewport().mapTo(view, inside)


def drag(view: ReadingView, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press, move in steps and release, all events going to the widget under the press."""
    under = view.childAt(start)
    assert isinstance(under, QWidget)
    QTest.mousePress(under, LEFT_BUTTON, modifiers, under.mapFrom(view, start))
    for step in (0.3, 0.7, 1.0):
        at = start + (end - start) * step
        QTest.mouseMove(under, under.mapFrom(view, at))
    QTest.mouseRelease(under, LEFT_BUTTON, modifiers, under.mapFrom(view, end))


@pytest.mark.parametrize(("number", "modifiers"), [(True, NONE), (False, ALT)])
def test_a_paragraph_is_dragged_to_its_partner(
    view: ReadingView, dragging: LinkDragging, qtbot: QtBot, number: bool, modifiers: Qt.KeyboardModifier
) -> None:
    start = paragraph_point(view, Side.LEFT, 3, number)
    with qtbot.waitSignal(dragging.linked) as caught:
        drag(view, start, paragraph_point(view, Side.RIGHT, 7), modifiers)
    assert caught.args == [3, 7, Side.LEFT]
    with qtbot.waitSignal(dragging.linked) as caught:
        drag(
            view, paragraph_point(view, Side.RIGHT, 5, number), paragraph_point(view, Side.LEFT, 1), modifiers
        )
    assert caught.args == [1, 5, Side.RIGHT]
    assert not dragging.line.isVisible()


def test_the_line_shows_the_target_and_escape_lets_go(
    view: ReadingView, dragging: LinkDragging, qtbot: QtBot
) -> None:
    start, end = paragraph_point(view, Side.LEFT, 3, True), paragraph_point(view, Side.RIGHT, 7)
    under = view.childAt(start)
    assert isinstance(under, QWidget)
    QTest.mousePress(under, LEFT_BUTTON, NONE, under.mapFrom(view, start))
    QTest.mouseMove(under, under.mapFrom(view, start + QPoint(60, 0)))
    assert dragging.dragging
    assert dragging.line.isVisible()
    assert dragging.line.target is None
    QTest.mouseMove(under, under.mapFrom(view, end))
    assert dragging.line.target is not None
    assert dragging.line.target.contains(end.toPointF())
    with qtbot.assertNotEmitted(dragging.linked, wait=50):
        QTest.keyClick(view.panes[Side.LEFT], Qt.Key.Key_Escape)
        assert not dragging.line.isVisible()
        QTest.mouseRelease(under, LEFT_BUTTON, NONE, under.mapFrom(view, end))


def test_dropping_beside_a_paragraph_does_nothing(
    view: ReadingView, dragging: LinkDragging, qtbot: QtBot
) -> None:
    start = paragraph_point(view, Side.LEFT, 3, True)
    with qtbot.assertNotEmitted(dragging.linked, wait=50):
        drag(view, start, paragraph_point(view, Side.LEFT, 1))
        drag(view, start, QPoint(view.width() // 2, 5))


def test_a_click_on_a_number_still_levels(view: ReadingView, dragging: LinkDragging, qtbot: QtBot) -> None:
    pane = view.panes[Side.LEFT]
    at = paragraph_point(view, Side.LEFT, 2, True)
    with qtbot.waitSignal(pane.clicked) as caught:
        qtbot.mouseClick(pane.viewport(), LEFT_BUTTON, NONE, pane.viewport().mapFrom(view, at))
    assert caught.args == [Side.LEFT, 2, 0]
    assert not dragging.dragging


def test_a_plain_drag_over_words_still_selects(view: ReadingView, dragging: LinkDragging) -> None:
    start = paragraph_point(view, Side.LEFT, 3)
    drag(view, start, start + QPoint(120, 0))
    assert view.panes[Side.LEFT].textCursor().hasSelection()
    assert not dragging.dragging


def test_a_ribbons_end_is_dropped_on_another_paragraph(
    view: ReadingView, dragging: LinkDragging, qtbot: QtBot
) -> None:
    number = 3
    ribbon = next(r for r in view.gutter.ribbons() if r.number == number)
    top = view.panes[Side.RIGHT].y()
    y = round((ribbon.right_top + ribbon.right_bottom) / 2) + top
    start = view.gutter.mapTo(view, QPoint(view.gutter.width() - 4, y))
    with qtbot.waitSignal(dragging.extended) as caught:
        drag(view, start, paragraph_point(view, Side.RIGHT, 7))
    assert caught.args == [number, Side.RIGHT, 7]
    with qtbot.waitSignal(view.gutter.link_clicked) as clicked:
        qtbot.mouseClick(view.gutter, LEFT_BUTTON, NONE, view.gutter.mapFrom(view, start))
    assert clicked.args == [number]

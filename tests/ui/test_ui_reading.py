"""The reading view with real wheels, keys and clicks."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import pytest
from hands import Show, middle_of, screen_top, settle, values, wheel
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_pairs import made_pair

from desktop_app.model import (
    Alignment,
    Quotation,
    QuotationKind,
    QuotationMatch,
    QuotationState,
    Side,
    Span,
)
from desktop_app.ui.reading.structure import Structure
from desktop_app.ui.reading.wording import status_sentence
from desktop_app.ui.theme import load_theme


@pytest.mark.parametrize("seed", range(4))
def test_every_link_stands_level_after_a_jump(show_pair: Show, seed: int) -> None:
    view = show_pair(made_pair(seed, count=24, movers=2, long_run=True))
    for number, link in enumerate(view.comparison.alignment.links):
        view.go_to_link(number)
        tops = [screen_top(view, side, min(link.on(side))) for side in Side]
        assert abs(tops[0] - tops[1]) <= 1.0, link
        assert all(-1.0 <= top < view.panes[Side.LEFT].viewport().height() for top in tops)
        assert view.current_link == number


@pytest.mark.parametrize("where", ["left", "right", "gutter", "strip"])
def test_wheel_anywhere_moves_both_never_faster_never_backwards(show_pair: Show, where: str) -> None:
    view = show_pair(made_pair(3, count=24, long_run=True))
    target = {
        "left": view.panes[Side.LEFT],
        "right": view.panes[Side.RIGHT],
        "gutter": view.gutter,
        "strip": view.strip,
    }[where]
    step = 60
    for direction in (-120, 120):
        for _ in range(400):
            before = values(view)
            wheel(target, angle=direction)
            after = values(view)
            for old, new in zip(before, after, strict=True):
                assert 0 <= (new - old) * (1 if direction < 0 else -1) <= step
            if after == before:
                break
        for pane in view.panes.values():
            bar = pane.verticalScrollBar()
            assert bar.value() == (bar.maximum() if direction < 0 else bar.minimum())


def test_fine_wheels_and_trackpads_count_by_the_pixel(show_pair: Show) -> None:
    view = show_pair(made_pair(1))
    wheel(view.panes[Side.LEFT], pixels=-37, angle=-3)
    assert max(values(view)) == 37
    before = values(view)
    for _ in range(8):
        wheel(view.panes[Side.LEFT], angle=-15)
    assert max(n - o for n, o in zip(values(view), before, strict=True)) == 60


def test_linked_groups_are_level_at_the_reading_line(show_pair: Show) -> None:
    view = show_pair(made_pair(2, count=40))
    line = view.ruler.line
    checked = 0
    for place, number in enumerate(view.structure.steering):
        view.moving.scroll_to(view.ruler.map.starts[place])
        if any(view.ruler.is_clamped(side) for side in Side):
            continue
        link = view.comparison.alignment.links[number]
        for side in Side:
            assert abs(screen_top(view, side, min(link.on(side))) - line) <= 1.0
        checked += 1
    assert checked > 10


def test_click_on_a_paragraph_puts_its_partner_level(show_pair: Show, qtbot: QtBot) -> None:
    view = show_pair(made_pair(4, count=24))
    view.moving.scroll_by(500.0)
    link = next(
        link
        for link in view.comparison.alignment.links
        if len(link.left) == len(link.right) == 1 and 100 < screen_top(view, Side.RIGHT, link.right[0]) < 600
    )
    pane = view.panes[Side.RIGHT]
    QTest.mouseClick(
        pane.viewport(), Qt.MouseButton.LeftButton, pos=middle_of(view, Side.RIGHT, link.right[0])
    )
    assert view.comparison.alignment.links[view.current_link] is link
    assert abs(screen_top(view, Side.LEFT, link.left[0]) - screen_top(view, Side.RIGHT, link.right[0])) <= 1
    qtbot.waitUntil(lambda: bool(pane.layers.marks("words")) or link.left is not None)
    assert any(band.role == "selected" for band in pane.bands)


def test_a_click_on_a_ribbon_levels_its_link(show_pair: Show) -> None:
    view = show_pair(made_pair(4, count=24))
    view.moving.scroll_by(300.0)
    ribbon = next(r for r in view.gutter.ribbons() if not r.moved and r.left_top > 100)
    at = QPoint(1, round((ribbon.left_top + ribbon.left_bottom) / 2) + view.panes[Side.LEFT].y())
    QTest.mouseClick(view.gutter, Qt.MouseButton.LeftButton, pos=at)
    assert view.current_link == ribbon.number


def test_dragging_on_the_strip_goes_from_end_to_end(show_pair: Show) -> None:
    view = show_pair(made_pair(5, count=40))
    strip = view.strip
    grip = strip.viewport_rect().center().toPoint()
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=grip)
    for y in range(grip.y(), strip.height(), 20):
        move_with_button(strip, QPoint(grip.x(), y))
    move_with_button(strip, QPoint(grip.x(), strip.height() + 50))
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(grip.x(), strip.height() - 1))
    for pane in view.panes.values():
        assert pane.verticalScrollBar().value() == pane.verticalScrollBar().maximum()


def test_many_altered_quotations_stay_dots_on_the_strip(show_pair: Show) -> None:
    pair = made_pair(6, count=300)
    said = [Quotation("so", QuotationKind.SPEECH, (Span(n, 0, 2),)) for n in range(300)]
    altered = tuple(QuotationMatch(QuotationState.ALTERED, one, one, 0.5) for one in said)
    strip = show_pair(replace(pair, quotations=altered)).strip
    picture = strip.grab().toImage()
    color = load_theme(dark=False).color("strip_altered").rgb()
    column = [picture.pixel(strip.width() // 2, y) == color for y in range(strip.height())]
    dots = [len(list(run)) for is_dot, run in groupby(column) if is_dot]
    gaps = [len(list(run)) for is_dot, run in groupby(column) if not is_dot]
    assert len(dots) > 30
    assert max(dots) <= 4
    assert min(gaps) >= 3


def test_nothing_of_the_pair_before_stands_beside_a_long_one(show_pair: Show, qtbot: QtBot) -> None:
    view = show_pair(made_pair(5, count=40, movers=2))
    assert view.gutter.ribbons()
    view.set_comparison(made_pair(6, count=1200))
    qtbot.waitUntil(lambda: view.panes[Side.LEFT].document().blockCount() > 60)
    assert view.filler.busy
    assert not view.gutter.ribbons()
    for pane in view.panes.values():
        assert not pane.tops  # no number stands at a place of another article
    strip = view.strip.grab().toImage()
    assert len({strip.pixel(x, y) for x in range(strip.width()) for y in range(strip.height())}) == 1
    qtbot.waitUntil(lambda: view.index is not None, timeout=20_000)
    assert view.gutter.ribbons()


def test_the_pair_is_told_in_a_sentence_that_begins_as_one() -> None:
    pair = made_pair(6, count=20, movers=1)
    told = status_sentence(Structure(pair))
    assert told.startswith(f"{len(pair.alignment.links)} links · ")
    assert told.endswith("1 moved")
    assert status_sentence(Structure(replace(pair, alignment=Alignment()))).startswith("No links · ")


def test_reported_speech_makes_no_dot_on_the_strip(show_pair: Show) -> None:
    pair = made_pair(6, count=20)
    said = Quotation("so", QuotationKind.INDIRECT, (Span(3, 0, 2),))
    altered = (QuotationMatch(QuotationState.ALTERED, said, said, 0.5),)
    picture = show_pair(replace(pair, quotations=altered)).strip.grab().toImage()
    color = load_theme(dark=False).color("strip_altered").rgb()
    middle = picture.width() // 2
    assert all(picture.pixel(middle, y) != color for y in range(picture.height()))


def move_with_button(widget: QWidget, at: QPoint) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent

    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        left,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(widget, event)


@pytest.mark.parametrize("side", list(Side))
def test_a_scroll_bar_moves_both_panes(show_pair: Show, side: Side) -> None:
    view = show_pair(made_pair(6, count=40))
    bar = view.panes[side].verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert bar.value() == bar.maximum() // 2
    other = view.panes[side.other].verticalScrollBar()
    assert other.value() > 0
    bar.setValue(bar.maximum())
    assert other.value() == other.maximum()
    bar.setValue(0)
    assert other.value() == 0


def test_keys_page_and_go_to_the_ends(show_pair: Show) -> None:
    view = show_pair(made_pair(7, count=40))
    pane = view.panes[Side.LEFT]
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_PageDown)
    down = values(view)
    assert 300 < max(down) <= pane.viewport().height()
    QTest.keyClick(pane, Qt.Key.Key_Space)
    assert max(values(view)) > max(down)
    QTest.keyClick(pane, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(pane, Qt.Key.Key_PageUp)
    assert values(view) == (0, 0)
    QTest.keyClick(pane, Qt.Key.Key_End)
    for side in Side:
        bar = view.panes[side].verticalScrollBar()
        assert bar.value() == bar.maximum()
    QTest.keyClick(pane, Qt.Key.Key_Home)
    assert values(view) == (0, 0)


def test_arrows_move_the_caret_and_the_text_follows(show_pair: Show) -> None:
    view = show_pair(made_pair(7, count=40))
    pane = view.panes[Side.RIGHT]
    pane.setFocus()
    for _ in range(60):
        QTest.keyClick(pane, Qt.Key.Key_Down)
    assert 0 <= pane.cursorRect().top() <= pane.viewport().height()
    left, right = values(view)
    assert right > 0
    assert left > 0
    caret = pane.place_of_caret()
    view.moving.scroll_by(3000.0)
    QTest.keyClick(pane, Qt.Key.Key_Down)
    assert pane.place_of_caret() != caret
    assert 0 <= pane.cursorRect().top() <= pane.viewport().height()


def test_pointing_at_a_sentence_lights_its_partners(show_pair: Show) -> None:
    view = show_pair(made_pair(13, count=24))
    link = view.comparison.alignment.links[3]
    view.go_to_link(3)
    pane = view.panes[Side.LEFT]
    point = middle_of(view, Side.LEFT, link.left[0])
    QTest.mouseMove(pane.viewport(), point)
    view.marking.point_at(Side.LEFT, link.left[0], 2)
    lit = [view.panes[side].layers.marks("sentence") for side in Side]
    assert [marks[0][0].paragraph for marks in lit] == [link.left[0], link.right[0]]
    view.marking.point_at(Side.LEFT, -1, 0)
    assert not any(view.panes[side].layers.marks("sentence") for side in Side)
    view.marking.point_at(Side.LEFT, link.left[0], 2)
    QTest.keyClick(pane, Qt.Key.Key_Return)  # a jump from here keeps the light ...
    assert pane.layers.marks("sentence")
    view.go_to_link(6)  # ... one elsewhere puts it out
    assert not any(view.panes[side].layers.marks("sentence") for side in Side)
    QTest.mouseMove(pane.viewport(), middle_of(view, Side.LEFT, view.comparison.alignment.links[6].left[0]))
    assert pane.layers.marks("sentence")
    view.go_to_places([(Side.LEFT, Span(2, 0, 3)), (Side.RIGHT, Span(2, 0, 3))])  # as from the sidebar
    assert not any(view.panes[side].layers.marks("sentence") for side in Side)


def test_only_a_key_that_moves_the_caret_lights_a_sentence(show_pair: Show) -> None:
    view = show_pair(made_pair(13, count=24))
    pane = view.panes[Side.LEFT]
    pane.setFocus()
    QTest.keyClick(pane, Qt.Key.Key_Control)
    assert not pane.layers.marks("sentence")
    QTest.keyClick(pane, Qt.Key.Key_Right)
    assert pane.layers.marks("sentence")


def test_selecting_beyond_the_edge_takes_the_other_pane_along(show_pair: Show) -> None:
    view = show_pair(made_pair(18, count=40))
    pane = view.panes[Side.LEFT]
    pane.setFocus()
    for _ in range(50):
        QTest.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert pane.textCursor().hasSelection()
    left, right = values(view)
    assert left > 0
    state = view.ruler.state
    assert left == round(state.left)
    assert abs(right - view.ruler.target(Side.RIGHT, state.t)) <= 1


def test_marks_of_a_link_are_whole_words_and_few(show_pair: Show) -> None:
    view = show_pair(made_pair(19, count=24))
    for number in view.structure.walk[:8]:
        view.go_to_link(number)
        settle(view)
        for side in Side:
            article = view.comparison.article(side)
            for span, role in view.panes[side].layers.marks("words"):
                text = article.paragraphs[span.paragraph].text
                assert role in ("new", "reworded", "reordered", "rewritten")
                assert span.start == 0 or not text[span.start - 1].isalnum()
                assert span.end == len(text) or not text[span.end].isalnum()


def test_one_sided_stretches_slow_the_waiting_pane_gently(show_pair: Show) -> None:
    view = show_pair(made_pair(20, count=40, movers=0, long_run=True))
    speeds = []
    while True:
        before = values(view)
        wheel(view.panes[Side.LEFT], angle=-40)
        after = values(view)
        if after == before:
            break
        speeds.append(tuple(n - o for n, o in zip(after, before, strict=True)))
    assert all(0 <= move <= 20 for step in speeds for move in step)
    assert any(5 < step[0] < 15 and step[1] >= 19 for step in speeds)

"""The reading view with real wheels, keys and clicks."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from ui_pairs import made_pair

from desktop_app.compare import compare
from desktop_app.model import Article, Side, Span
from desktop_app.ui.reading.pane import ReadingPane
from desktop_app.ui.reading.reading_view import ReadingView
from desktop_app.ui.theme import load_theme

Show = Callable[..., ReadingView]


def wheel(
    widget: QWidget,
    angle: int = 0,
    pixels: int = 0,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    at: QPoint | None = None,
) -> None:
    target = widget.viewport() if isinstance(widget, ReadingPane) else widget
    point = QPointF(at or target.rect().center())
    event = QWheelEvent(
        point,
        QPointF(target.mapToGlobal(point.toPoint())),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(target, event)


def values(view: ReadingView) -> tuple[int, int]:
    left, right = (view.panes[side].verticalScrollBar().value() for side in Side)
    return left, right


def screen_top(view: ReadingView, side: Side, paragraph: int) -> float:
    pane = view.panes[side]
    return pane.paragraph_rect(paragraph).top() - pane.verticalScrollBar().value()


def middle_of(view: ReadingView, side: Side, paragraph: int) -> QPoint:
    pane = view.panes[side]
    rect = pane.paragraph_rect(paragraph).translated(0, -pane.verticalScrollBar().value())
    return QPoint(round(rect.left()) + 30, round(rect.top()) + 8)


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


def test_a_moved_paragraph_reads_level_and_esc_restores_exactly(show_pair: Show, qtbot: QtBot) -> None:
    view = show_pair(made_pair(8, count=40, movers=2))
    view.moving.scroll_by(200.0)
    before, state = values(view), view.ruler.state
    number = view.structure.movers[0]
    view.go_to_link(number)
    link = view.comparison.alignment.links[number]
    offset = values(view)[1] - values(view)[0]
    for _ in range(3):
        wheel(view.panes[Side.LEFT], angle=-30)
        assert values(view)[1] - values(view)[0] == offset
    assert abs(screen_top(view, Side.LEFT, link.left[0]) - screen_top(view, Side.RIGHT, link.right[0])) <= 1
    held = values(view)
    QTest.keyClick(view.panes[Side.LEFT], Qt.Key.Key_Escape)
    assert view.ruler.state == state
    assert values(view) != before  # on their way, so that the eye can follow
    seen: set[tuple[int, int]] = set()
    qtbot.waitUntil(lambda: seen.add(values(view)) or not view.glide.running)
    assert values(view) == before
    for side, (old, new) in zip(Side, zip(held, before, strict=True), strict=True):
        ways = [value[0 if side is Side.LEFT else 1] for value in seen]
        assert min(old, new) <= min(ways)
        assert max(ways) <= max(old, new)
    view.go_to_link(number)
    QTest.keyClick(view.panes[Side.LEFT], Qt.Key.Key_Escape)
    wheel(view.panes[Side.LEFT], angle=-30)  # who scrolls does not wait for the glide
    assert not view.glide.running
    assert values(view)[0] == round(view.ruler.state.left)


def test_leaving_a_moved_paragraph_finds_the_ruler_again(show_pair: Show) -> None:
    view = show_pair(made_pair(8, count=40, movers=1))
    view.go_to_link(view.structure.movers[0])
    for _ in range(30):
        wheel(view.panes[Side.LEFT], angle=-120)
    state = view.ruler.state
    assert state.hold is None
    for side in Side:
        assert state.on(side) == pytest.approx(view.ruler.target(side, state.t), abs=1.0)


def test_history_walks_back_and_forth_exactly(show_pair: Show) -> None:
    view = show_pair(made_pair(9, count=40, movers=2))
    places = []
    for number in (3, 9, view.structure.movers[0], 14, 1):
        view.moving.scroll_by(33.0)
        places.append((values(view), view.ruler.state))
        view.go_to_link(number)
    places.append((values(view), view.ruler.state))
    for place in reversed(places[:-1]):
        view.moving.go_back()
        assert (values(view), view.ruler.state) == place
    assert not view.moving.can_go_back
    for place in places[1:]:
        view.moving.go_forward()
        assert (values(view), view.ruler.state) == place


def word_at_line(view: ReadingView, side: Side) -> tuple[int, int]:
    pane = view.panes[side]
    y = pane.verticalScrollBar().value() + view.ruler.line
    found = pane.place_at(QPointF(pane.document().rootFrame().frameFormat().leftMargin() + 1, y))
    assert found is not None
    return found


def test_place_is_kept_to_the_word_over_every_change_of_layout(show_pair: Show, qtbot: QtBot) -> None:
    chance = random.Random(1)  # noqa: S311 - not a secret
    view = show_pair(made_pair(10, count=60, movers=2))
    for start in (0.2, 0.5, 0.8):
        view.resize(1000, 760)
        view.set_layout_name("flow")
        view.set_reading("", 12.0, 108, 68)
        qtbot.wait(1)
        view.moving.scroll_to(view.ruler.map.total * start)
        paragraph, offset = word_at_line(view, Side.LEFT)
        pane = view.panes[Side.LEFT]

        def below(pane: ReadingPane = pane, at: tuple[int, int] = (paragraph, offset)) -> float:
            return pane.caret_rect(*at).top() - pane.verticalScrollBar().value() - view.ruler.line

        first = below()
        for _ in range(10):
            kind = chance.randrange(5)
            if kind == 0:
                view.resize(chance.randint(820, 1600), chance.randint(500, 900))
            elif kind == 1:
                view.set_reading("", chance.choice([9.5, 12.0, 15.0, 20.0]), chance.choice([100, 130]), 68)
            elif kind == 2:
                view.set_theme(load_theme(dark=chance.random() < 0.5))
            elif kind == 3:
                view.strip.setVisible(not view.strip.isVisible())
            else:
                view.set_layout_name(chance.choice(["flow", "rows"]))
            qtbot.wait(1)
            assert abs(below() - first) <= 2.0, kind
        view.strip.setVisible(True)


def test_aligned_rows_start_level_and_go_back_to_flow(show_pair: Show) -> None:
    view = show_pair(made_pair(11, count=40, movers=1))
    flow = [[view.panes[side].paragraph_rect(n).top() for n in range(20)] for side in Side]
    view.set_layout_name("rows")
    for number in view.structure.steering:
        link = view.comparison.alignment.links[number]
        tops = [view.panes[side].paragraph_rect(min(link.on(side))).top() for side in Side]
        assert abs(tops[0] - tops[1]) <= 1.0
    view.set_layout_name("flow")
    again = [[view.panes[side].paragraph_rect(n).top() for n in range(20)] for side in Side]
    assert again == flow


def test_rows_start_level_when_one_side_begins_with_something_else(show_pair: Show) -> None:
    told = [f"The ferry number {n} left the harbour of Tarn before the storm came." for n in range(6)]
    view = show_pair(
        compare(Article.from_paragraphs(told), Article.from_paragraphs(["ADVERTISEMENT", *told]))
    )
    link = view.comparison.alignment.links[0]
    assert (link.left, link.right) == ((0,), (1,))
    left, right = view.panes[Side.LEFT], view.panes[Side.RIGHT]
    flow = left.paragraph_rect(0).top()
    view.set_layout_name("rows")
    assert abs(left.paragraph_rect(0).top() - right.paragraph_rect(1).top()) <= 1.0
    view.resize(1200, 700)
    assert abs(left.paragraph_rect(0).top() - right.paragraph_rect(1).top()) <= 1.0
    view.set_layout_name("flow")
    assert left.paragraph_rect(0).top() == flow


def test_alt_wheel_moves_one_pane_and_the_shift_can_go(show_pair: Show, qtbot: QtBot) -> None:
    view = show_pair(made_pair(12, count=40))
    view.moving.scroll_to(view.ruler.map.total * 0.4)
    before = values(view)
    with qtbot.waitSignal(view.moving.shift_changed):
        wheel(view.panes[Side.RIGHT], angle=-120, keys=Qt.KeyboardModifier.AltModifier)
    assert values(view) == (before[0], before[1] + 60)
    wheel(view.panes[Side.LEFT], angle=-120)
    wheel(view.panes[Side.LEFT], angle=120)
    assert abs(values(view)[1] - before[1] - 60) <= 1
    view.moving.drop_shift()
    assert all(abs(a - b) <= 1 for a, b in zip(values(view), before, strict=True))


def test_without_sync_each_pane_scrolls_alone_and_sync_resumes_where_both_stand(show_pair: Show) -> None:
    view = show_pair(made_pair(12, count=40))
    view.moving.scroll_to(view.ruler.map.total * 0.4)
    view.moving.set_sync(False)
    before = values(view)
    for _ in range(4):
        wheel(view.panes[Side.RIGHT], angle=-120)
    assert values(view) == (before[0], before[1] + 240)
    view.moving.set_sync(True)
    assert values(view) == (before[0], before[1] + 240)
    wheel(view.panes[Side.LEFT], angle=-120)
    assert all(
        0 <= new - old <= 60 for old, new in zip((before[0], before[1] + 240), values(view), strict=True)
    )


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


def test_links_that_change_under_the_reader_keep_the_place(show_pair: Show) -> None:
    from dataclasses import replace

    from desktop_app.model import Alignment

    comparison = made_pair(14, count=40)
    view = show_pair(comparison)
    view.moving.scroll_to(view.ruler.map.total * 0.5)
    before = values(view)[0]
    fewer = Alignment(comparison.alignment.links[:-3], comparison.alignment.sentence_pairs)
    view.set_comparison(replace(comparison, alignment=fewer))
    assert len(view.structure.walk) == len(comparison.alignment.links) - 3
    assert abs(values(view)[0] - before) <= 1


def test_a_long_pair_is_laid_out_in_slices_and_ends_the_same(show_pair: Show) -> None:
    view = show_pair(made_pair(15, count=600, movers=3))
    assert view.filler.long
    view.go_to_link(len(view.comparison.alignment.links) - 1)
    link = view.comparison.alignment.links[-1]
    tops = [screen_top(view, side, min(link.on(side))) for side in Side]
    assert abs(tops[0] - tops[1]) <= 1.0


def test_peek_shows_the_partner_out_of_sight_and_moves_nothing(show_pair: Show, qtbot: QtBot) -> None:
    view = show_pair(made_pair(16, count=40, movers=1))
    number = view.structure.movers[0]
    link = view.comparison.alignment.links[number]
    before = values(view)
    with qtbot.assertNotEmitted(view.place_changed):
        view.panes[Side.LEFT].pointed_at.emit(Side.LEFT, link.left[0], 3)
        qtbot.waitUntil(lambda: view.overlays.peek.isVisible())
    partner = " ".join(view.comparison.right.paragraphs[p].text for p in link.right)
    assert view.overlays.peek.text.text() == partner
    assert values(view) == before
    view.panes[Side.LEFT].pointed_at.emit(Side.LEFT, -1, 0)
    assert not view.overlays.peek.isVisible()


def test_a_shift_is_told_kept_or_dropped(show_pair: Show) -> None:
    view = show_pair(made_pair(17, count=40))
    view.moving.scroll_to(view.ruler.map.total * 0.4)
    before = values(view)
    wheel(view.panes[Side.RIGHT], angle=-240, keys=Qt.KeyboardModifier.AltModifier)
    badge = view.overlays.shift
    assert badge.isVisible()
    assert "further on" in badge.label.text()
    badge.first.click()
    assert badge.isHidden()
    assert view.ruler.state.shift > 0
    view.moving.drop_shift()
    assert all(abs(a - b) <= 1 for a, b in zip(values(view), before, strict=True))
    wheel(view.panes[Side.LEFT], angle=-240, keys=Qt.KeyboardModifier.AltModifier)
    assert "behind" in badge.label.text()
    badge.second.click()
    assert view.ruler.state.shift == 0
    assert badge.isHidden()


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


def test_marks_of_a_link_are_whole_words_and_few(show_pair: Show, qtbot: QtBot) -> None:
    view = show_pair(made_pair(19, count=24))
    for number in view.structure.walk[:8]:
        view.go_to_link(number)
        qtbot.wait(2)
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

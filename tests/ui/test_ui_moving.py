"""Moved pairs, history, sync by hand: with real wheels and keys."""

from __future__ import annotations

import pytest
from hands import Show, screen_top, values, wheel, word_at_line
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from ui_pairs import made_pair

from desktop_app.model import Side


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
    assert values(view)[0] == round(view.ruler.state.left)
    view.moving.scroll_to(0.0)
    assert not view.glide.running
    assert values(view) == (0, 0)


def test_reading_on_from_a_moved_paragraph_glides_back_beside_the_other(
    show_pair: Show, qtbot: QtBot
) -> None:
    view = show_pair(made_pair(8, count=40, movers=1))
    view.go_to_link(view.structure.movers[0])
    while view.ruler.state.hold is not None:
        before = values(view)
        wheel(view.panes[Side.LEFT], angle=-120)
    there = round(view.ruler.state.right)
    assert abs(there - before[1]) > 200  # it would be a leap
    assert values(view) == (before[0] + 60, values(view)[1])  # the pane that is read goes on at once
    assert values(view)[1] != there
    wheel(view.panes[Side.LEFT], angle=-120)
    assert values(view)[0] == before[0] + 120
    assert view.glide.running
    qtbot.waitUntil(lambda: not view.glide.running)
    assert values(view) == (round(view.ruler.state.left), round(view.ruler.state.right))


def test_leaving_a_moved_paragraph_finds_the_ruler_again(show_pair: Show) -> None:
    view = show_pair(made_pair(8, count=40, movers=1))
    view.go_to_link(view.structure.movers[0])
    for _ in range(30):
        wheel(view.panes[Side.LEFT], angle=-120)
    state = view.ruler.state
    assert state.hold is None
    for side in Side:
        assert state.on(side) == pytest.approx(view.ruler.target(side, state.t), abs=1.0)


def test_a_long_pair_scrolls_before_it_is_laid_out_and_stays_at_the_words(
    show_pair: Show, qtbot: QtBot
) -> None:
    view = show_pair(made_pair(3, count=10))
    view.set_comparison(made_pair(3, count=1500))
    left = view.panes[Side.LEFT]
    bars = [pane.verticalScrollBar() for pane in view.panes.values()]
    qtbot.waitUntil(lambda: all(bar.maximum() > 2000 for bar in bars), timeout=20_000)
    assert view.index is None
    for _ in range(6):
        wheel(left, angle=-120)
    assert values(view) == (360, 360)
    QTest.keyClick(left, Qt.Key.Key_PageDown)
    wheel(view.panes[Side.RIGHT], angle=-120, keys=Qt.KeyboardModifier.AltModifier)
    stand = 360 + round(left.page_step())
    assert values(view) == (stand, stand + 60)
    words = word_at_line(view, Side.LEFT)
    qtbot.waitUntil(
        lambda: view.index is not None and not view.filler.busy and not view.glide.running, timeout=20_000
    )
    assert word_at_line(view, Side.LEFT) == words
    state = view.ruler.state
    assert state.right == pytest.approx(view.ruler.target(Side.RIGHT, state.t), abs=1.0)
    assert left.place_of_caret()[0] == words[0]


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


def test_the_caret_comes_back_with_the_reader(show_pair: Show, qtbot: QtBot) -> None:
    view = show_pair(made_pair(9, count=40, movers=2))
    links = view.comparison.alignment.links
    told: list[str] = []
    view.announced.connect(told.append)

    def stands_in(number: int) -> bool:
        return all(view.panes[side].place_of_caret()[0] in links[number].on(side) for side in Side)

    view.go_to_link(4)
    view.go_to_link(20)
    assert stands_in(20)
    view.moving.go_back()
    assert view.current_link == 4
    assert stands_in(4)
    assert told[-1] == told[0]
    view.moving.go_forward()
    assert stands_in(20)
    view.marking.choose(-1)
    view.moving.scroll_to(view.ruler.map.total * 0.5)
    view.go_to_link(view.structure.movers[0])
    QTest.keyClick(view.panes[Side.LEFT], Qt.Key.Key_Escape)  # nothing was chosen there
    qtbot.waitUntil(lambda: not view.glide.running)
    for side in Side:
        top = screen_top(view, side, view.panes[side].place_of_caret()[0])
        assert -200 < top < view.panes[side].viewport().height()
        assert view.panes[side].viewport().rect().intersects(view.panes[side].cursorRect())


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

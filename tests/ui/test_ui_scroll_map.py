"""The shared ruler: never faster than the input, never backwards, level at every linked group."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.model import Side
from desktop_app.ui.reading.scroll_map import Group, ScrollMap
from desktop_app.ui.reading.shared_scroll import SIDES, SharedScroll

WINDOW = 800.0


def made_pair(seed: int, zoom: float = 1.0) -> tuple[list[Group], float, float]:
    """Invent the layout of a pair: merges, splits, additions on one side, now and then a long one."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    groups: list[Group] = []
    left = right = 20.0
    space = 14.0 * zoom
    for _ in range(chance.randint(1, 40)):
        kind = chance.random()
        tall = [chance.randint(1, 9) * 22.6 * zoom for _ in range(3)]
        if kind < 0.12:
            left += tall[0] + space
        elif kind < 0.24:
            right += sum(tall[: chance.randint(1, 3)]) + space * chance.randint(1, 12)
        else:
            a, b = tall[0], tall[0] * chance.choice((1.0, 1.0, 0.8, 1.3))
            if kind > 0.76:
                a += tall[1] + space
            if kind > 0.88:
                a, b = b, a
            groups.append(Group(left, left + a, right, right + b))
            left += a + space
            right += b + space
    return groups, left + chance.randint(0, 600), right + chance.randint(0, 600)


def made_scroll(seed: int, zoom: float = 1.0, ease: float = WINDOW / 2) -> tuple[SharedScroll, list[Group]]:
    groups, left, right = made_pair(seed, zoom)
    scroll = SharedScroll()
    scroll.set_layout(ScrollMap(groups, left, right, ease), WINDOW, left - WINDOW, right - WINDOW)
    scroll.scroll_to(0.0)
    return scroll, groups


@pytest.mark.parametrize("zoom", [0.8, 1.0, 1.35, 2.0])
@pytest.mark.parametrize("ease", [0.0, WINDOW / 2])
def test_neither_side_outruns_the_ruler_or_turns_back(zoom: float, ease: float) -> None:
    for seed in range(200):
        groups, left, right = made_pair(seed, zoom)
        ruler = ScrollMap(groups, left, right, ease)
        assert (ruler.left[-1], ruler.right[-1]) == (left, right)
        for k in range(1, len(ruler.ruler)):
            step = ruler.ruler[k] - ruler.ruler[k - 1]
            for values in (ruler.left, ruler.right):
                assert -1e-9 <= values[k] - values[k - 1] <= step + 1e-6, (seed, k)


@pytest.mark.parametrize("ease", [0.0, WINDOW / 2])
def test_every_linked_group_starts_level_on_the_ruler(ease: float) -> None:
    for seed in range(200):
        groups, left, right = made_pair(seed)
        ruler = ScrollMap(groups, left, right, ease)
        for group, start in zip(groups, ruler.starts, strict=True):
            assert ruler.content(Side.LEFT, start) == pytest.approx(group.left_top, abs=1e-6)
            assert ruler.content(Side.RIGHT, start) == pytest.approx(group.right_top, abs=1e-6)


def test_inverse_at_knots() -> None:
    for seed in range(200):
        ruler = ScrollMap(*made_pair(seed), ease=WINDOW / 2)
        for t, left, right in zip(ruler.ruler, ruler.left, ruler.right, strict=True):
            assert ruler.ruler_at(Side.LEFT, left, t) == pytest.approx(t, abs=1e-6)
            assert ruler.ruler_at(Side.RIGHT, right, t) == pytest.approx(t, abs=1e-6)


@given(st.integers(0, 10_000), st.floats(0.0, 1.0))
def test_inverse_between_knots(seed: int, share: float) -> None:
    ruler = ScrollMap(*made_pair(seed), ease=WINDOW / 2)
    t = share * ruler.total
    for side in SIDES:
        y = ruler.content(side, t)
        assert ruler.content(side, ruler.ruler_at(side, y, t)) == pytest.approx(y, abs=1e-6)


def test_long_one_sided_stretch_is_eased_and_not_a_dead_stop() -> None:
    groups = [Group(20, 420, 20, 420), Group(434, 834, 1634, 2034)]
    ruler = ScrollMap(groups, 900, 2100, ease=400)
    speeds = [
        (ruler.left[k] - ruler.left[k - 1]) / (ruler.ruler[k] - ruler.ruler[k - 1])
        for k in range(1, len(ruler.ruler))
        if ruler.ruler[k] > ruler.ruler[k - 1]
    ]
    drops = [abs(b - a) for a, b in itertools.pairwise(speeds)]
    assert max(drops) < 0.35
    assert min(speeds) >= 0.0


@given(st.integers(0, 10_000), st.lists(st.integers(-400, 400), min_size=1, max_size=60))
def test_panes_follow_the_input_never_faster_never_backwards(seed: int, inputs: list[int]) -> None:
    scroll, _ = made_scroll(seed)
    for distance in inputs:
        before = scroll.state
        scroll.scroll_by(float(distance))
        for side in SIDES:
            moved = scroll.state.on(side) - before.on(side)
            assert min(0, distance) - 1e-6 <= moved <= max(0, distance) + 1e-6
            assert scroll.state.on(side) == pytest.approx(scroll.target(side, scroll.state.t), abs=1e-6)


@given(st.integers(0, 10_000), st.integers(1, 400))
def test_both_ends_are_reached(seed: int, step: int) -> None:
    scroll, _ = made_scroll(seed)
    for sign in (1, -1, 1):
        for _ in range(int(scroll.map.total / step) + 2):
            scroll.scroll_by(float(sign * step))
        for side in SIDES:
            assert scroll.state.on(side) == pytest.approx(scroll.reach[side] if sign > 0 else 0.0, abs=1e-6)


def test_input_at_the_start_moves_a_pane_at_once() -> None:
    scroll, _ = made_scroll(5)
    scroll.scroll_by(10.0)
    assert 2.0 < max(scroll.state.left, scroll.state.right) <= 10.0


@given(st.integers(0, 10_000), st.integers(0, 60))
def test_every_link_can_stand_level(seed: int, number: int) -> None:
    scroll, groups = made_scroll(seed)
    if not groups:
        return
    group = groups[number % len(groups)]
    scroll.level(group.left_top, group.right_top, group.left_bottom, group.right_bottom)
    state = scroll.state
    assert group.left_top - state.left == pytest.approx(group.right_top - state.right, abs=1e-6)
    assert -1e-6 <= group.left_top - state.left <= WINDOW


@given(st.integers(0, 10_000), st.integers(0, 60), st.integers(1, 97), st.sampled_from([1, -1]))
def test_after_a_jump_scrolling_is_steady_and_finds_the_ruler_again(
    seed: int, number: int, step: int, sign: int
) -> None:
    scroll, groups = made_scroll(seed)
    if not groups:
        return
    group = groups[number % len(groups)]
    scroll.level(group.left_top, group.right_top, group.left_bottom, group.right_bottom)
    blank = any(not 0.0 <= scroll.state.on(side) <= scroll.reach[side] for side in SIDES)
    for _ in range(int(scroll.map.total * 2 / step) + 20):
        before = scroll.state
        scroll.scroll_by(float(sign * step))
        for side in SIDES:
            moved = (scroll.state.on(side) - before.on(side)) * sign
            assert moved <= step + 1e-6
            assert blank or moved >= -1e-6
    for side in SIDES:
        assert scroll.state.on(side) == pytest.approx(scroll.reach[side] if sign > 0 else 0.0, abs=1e-6)


def test_a_pane_moved_by_something_else_takes_the_other_along() -> None:
    for seed in range(100):
        scroll, _ = made_scroll(seed)
        for side in SIDES:
            goal = scroll.reach[side] * 0.4
            if goal <= 1.0:
                continue
            scroll.moved_to(side, goal)
            assert scroll.state.on(side) == goal
            other = side.other
            assert scroll.state.on(other) == pytest.approx(scroll.target(other, scroll.state.t), abs=1e-6)
            assert scroll.target(side, scroll.state.t) == pytest.approx(goal, abs=1e-6)


def test_moved_paragraph_is_read_at_a_constant_offset_and_released() -> None:
    groups = [Group(k * 200.0, k * 200.0 + 180, k * 200.0, k * 200.0 + 180) for k in range(30)]
    scroll = SharedScroll()
    scroll.set_layout(ScrollMap(groups, 6000, 6000), WINDOW, 5200, 5200)
    scroll.scroll_to(1000.0)
    scroll.level(1000.0, 4000.0, 1180.0, 4180.0)
    assert scroll.state.hold is not None
    offset = scroll.state.right - scroll.state.left
    for _ in range(5):
        scroll.scroll_by(20.0)
        assert scroll.state.right - scroll.state.left == pytest.approx(offset)
    scroll.scroll_by(400.0, Side.RIGHT)
    assert scroll.state.hold is None
    assert scroll.state.right == pytest.approx(scroll.state.left)


def test_sync_off_moves_one_pane_and_on_resumes_from_where_both_stand() -> None:
    scroll, _ = made_scroll(11)
    scroll.set_together(False)
    scroll.scroll_by(150.0, Side.RIGHT)
    assert (scroll.state.left, scroll.state.right) == (0.0, 150.0)
    scroll.set_together(True)
    assert (scroll.state.left, scroll.state.right) == (0.0, 150.0)
    scroll.scroll_by(40.0)
    assert scroll.state.right >= 150.0
    assert scroll.state.left <= 40.0


def test_switching_sync_without_moving_shifts_nothing() -> None:
    for seed in range(100):
        scroll, _ = made_scroll(seed)
        for share in (0.0, 0.3, 0.7, 1.0):
            scroll.scroll_to(scroll.map.total * share)
            before = scroll.state
            scroll.set_together(False)
            scroll.set_together(True)
            assert scroll.state.shift == 0.0
            assert (scroll.state.left, scroll.state.right) == (before.left, before.right)


def test_shift_by_hand_is_kept_and_can_be_dropped() -> None:
    groups = [Group(k * 200.0, k * 200.0 + 180, k * 200.0, k * 200.0 + 180) for k in range(30)]
    scroll = SharedScroll()
    scroll.set_layout(ScrollMap(groups, 6000, 6000), WINDOW, 5200, 5200)
    scroll.scroll_to(2000.0)
    scroll.scroll_one(Side.RIGHT, 90.0)
    assert scroll.state.shift == pytest.approx(90.0)
    scroll.scroll_by(300.0)
    assert scroll.state.right - scroll.state.left == pytest.approx(90.0)
    scroll.drop_shift()
    assert scroll.state.right == pytest.approx(scroll.state.left)


def test_texts_shorter_than_the_window_stay() -> None:
    scroll = SharedScroll()
    scroll.set_layout(ScrollMap([Group(10, 60, 10, 90)], 100, 130), WINDOW, -700, -670)
    scroll.scroll_by(500.0)
    assert (scroll.state.left, scroll.state.right) == (0.0, 0.0)

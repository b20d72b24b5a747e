"""Links edited in a real window: keys, undo, linking the rest again."""

from __future__ import annotations

import random
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from editing_windows import alignment_of, groups, link_at, link_by_hand, press, put_carets, settled
from hands import all_ended
from made_comparisons import LEFT, RIGHT
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.model import Alignment, Article, Origin, Progress, Side, Span
from desktop_app.project import links as edit
from desktop_app.ui.main_window import MainWindow


def test_links_are_made_and_parted_by_keys_and_taken_back(pair: MainWindow, qtbot: QtBot) -> None:
    before = groups(pair)
    assert link_at(pair, Side.RIGHT, 7) is None
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    made = link_at(pair, Side.RIGHT, 7)
    assert made is not None
    assert 3 in made.left
    assert made.origin is Origin.MANUAL
    chosen = alignment_of(pair).links[pair.view.current_link]
    assert 3 in chosen.left
    assert pair.isWindowModified()
    assert pair.actions_table["undo"].text().startswith("&Undo: Link ¶3 ↔ ¶7")
    press(pair, qtbot, "U")
    assert link_at(pair, Side.RIGHT, 7) is None
    project = settled(pair, qtbot)
    assert (3, 7) in project.rejected
    press(pair, qtbot, "Ctrl+Z")
    press(pair, qtbot, "Ctrl+Z")
    assert groups(pair) == before
    assert not pair.isWindowModified()
    press(pair, qtbot, "Ctrl+Shift+Z")
    assert link_at(pair, Side.RIGHT, 7) is not None


def test_who_walks_the_list_of_links_goes_on_with_the_next(pair: MainWindow, qtbot: QtBot) -> None:
    pair.sidebar.show_tab("linkView")
    rows = pair.sidebar.link_view.list
    rows.enter()
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.current_key() == 1
    following = alignment_of(pair).links[2]
    qtbot.keyClick(rows, Qt.Key.Key_U)
    assert rows.hasFocus()
    assert rows.current_key() == pair.view.current_link == 1
    assert alignment_of(pair).links[1].left == following.left
    for _ in range(len(groups(pair))):
        qtbot.keyClick(rows, Qt.Key.Key_U)
    assert not groups(pair)
    assert pair.view.current_link == -1


def test_confirm_take_out_split_merge_and_moved(pair: MainWindow, qtbot: QtBot) -> None:
    number = alignment_of(pair).link_of(Side.LEFT, 1)
    assert number is not None
    pair.view.go_to_link(number)
    press(pair, qtbot, "C")
    confirmed = link_at(pair, Side.LEFT, 1)
    assert confirmed is not None
    assert confirmed.origin is Origin.CONFIRMED
    put_carets(pair, 1, confirmed.right[0])
    press(pair, qtbot, "J")
    merged = link_at(pair, Side.LEFT, 1)
    assert merged is not None
    assert len(merged.left) > 1
    put_carets(pair, merged.left[-1], merged.right[-1])
    press(pair, qtbot, "Shift+J")
    assert link_at(pair, Side.LEFT, 1) != merged
    kept = link_at(pair, Side.LEFT, 1)
    assert kept is not None
    pair.view.marking.choose(alignment_of(pair).links.index(kept))
    moved = kept.moved
    press(pair, qtbot, "Ctrl+M")
    after = link_at(pair, Side.LEFT, 1)
    assert after is not None
    assert after.moved != moved
    put_carets(pair, 1, 0)
    press(pair, qtbot, "Shift+U")
    assert link_at(pair, Side.LEFT, 1) is None


def test_selected_paragraphs_make_a_group(pair: MainWindow, qtbot: QtBot) -> None:
    for side, first, last in ((Side.LEFT, 2, 3), (Side.RIGHT, 5, 7)):
        pane = pair.view.panes[side]
        pane.select(Span(first, 0, 0))
        cursor = pane.textCursor()
        cursor.setPosition(pane.document().findBlockByNumber(last).position() + 4, cursor.MoveMode.KeepAnchor)
        pane.setTextCursor(cursor)
    press(pair, qtbot, "L")
    assert ((2, 3), (5, 6, 7)) in groups(pair)


def test_an_edit_without_sense_says_so_and_changes_nothing(pair: MainWindow, qtbot: QtBot) -> None:
    before = groups(pair)
    pair.view.go_to_link(0)
    put_carets(pair, 0, 0)
    press(pair, qtbot, "Shift+J")
    assert groups(pair) == before
    assert "need a paragraph on each side" in pair.statusBar().currentMessage()
    assert not pair.workbench.stack.canUndo()


def test_findings_follow_the_links(pair: MainWindow, qtbot: QtBot) -> None:
    comparison = pair.comparison
    assert comparison is not None
    before = comparison.right_coverage
    project = link_by_hand(pair, qtbot, 3, 7)
    assert project.comparison.right_coverage > before
    assert not any(passage.paragraph == 7 for passage in project.comparison.only_right)
    assert project.comparison.left is comparison.left
    assert pair.view.comparison is project.comparison


def test_linking_again_keeps_what_a_person_decided(pair: MainWindow, qtbot: QtBot) -> None:
    put_carets(pair, 3, 7)
    press(pair, qtbot, "L")
    number = alignment_of(pair).link_of(Side.LEFT, 2)
    assert number is not None
    parted = alignment_of(pair).links[number]
    pair.view.go_to_link(number)
    press(pair, qtbot, "U")
    settled(pair, qtbot)
    steps = pair.workbench.stack.index()
    pair.actions_table["linkAgain"].trigger()
    all_ended(pair, qtbot)
    made = link_at(pair, Side.RIGHT, 7)
    assert made is not None
    assert 3 in made.left
    assert not edit.pairs_of([parted]) & edit.pairs_of(alignment_of(pair).links)
    assert pair.workbench.stack.index() - steps in (0, 1)


def slow_align(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Let the aligner wait for an event, or to be stopped."""
    from desktop_app import align as package

    go_on, real = Event(), package.align

    def slow(left: Article, right: Article, progress: Progress, **rest: Any) -> Alignment:
        while not go_on.wait(0.01):
            progress(0.5, "Linking")
        return real(left, right, progress, **rest)

    monkeypatch.setattr(package, "align", slow)
    return go_on


def test_linking_again_tells_how_far_it_is_and_can_be_stopped(
    pair: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, go_on = settled(pair, qtbot), slow_align(monkeypatch)
    pair.actions_table["linkAgain"].trigger()
    qtbot.waitUntil(lambda: pair.status.work.isVisible() and pair.status.work.text() == "Linking")
    qtbot.mouseClick(pair.status.stop, Qt.MouseButton.LeftButton)
    assert not pair.status.bar.isVisible()
    all_ended(pair, qtbot)
    assert settled(pair, qtbot) is before
    go_on.set()
    pair.actions_table["linkAgain"].trigger()
    qtbot.waitUntil(lambda: pair.statusBar().currentMessage() == "All links stay as they were")
    assert not pair.status.bar.isVisible()
    assert pair.workbench.stack.count() == 0


def test_linking_again_minds_an_edit_that_is_made_meanwhile(
    pair: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = slow_align(monkeypatch)
    number = alignment_of(pair).link_of(Side.LEFT, 2)
    assert number is not None
    parted = alignment_of(pair).links[number]
    pair.actions_table["linkAgain"].trigger()
    qtbot.waitUntil(lambda: pair.status.bar.isVisible())
    pair.view.go_to_link(number)
    press(pair, qtbot, "U")
    assert pair.workbench.stack.count() == 1
    go_on.set()
    all_ended(pair, qtbot)
    qtbot.waitUntil(lambda: not pair.status.bar.isVisible())
    assert not edit.pairs_of([parted]) & edit.pairs_of(alignment_of(pair).links)


def test_what_linking_again_drops_was_not_parted_by_hand(pair: MainWindow, qtbot: QtBot) -> None:
    before = settled(pair, qtbot)
    pair.workbench.edit_links("Again", lambda a: Alignment(a.links[1:]), by_hand=False)
    assert settled(pair, qtbot).rejected == before.rejected == ()


def test_many_random_edits_undo_to_the_start_and_redo_to_the_end(pair: MainWindow, qtbot: QtBot) -> None:
    start = settled(pair, qtbot)
    draw = random.Random(300)  # noqa: S311 - chance for a test
    bench = pair.workbench
    lefts, rights = len(LEFT), len(RIGHT)
    while bench.stack.count() < 300:
        count = len(alignment_of(pair).links)
        left, right = draw.randrange(lefts), draw.randrange(rights)
        side = draw.choice(list(Side))
        number = draw.randrange(max(1, count))
        change: Callable[[Alignment], Alignment] = draw.choice(
            [
                lambda a, left=left, right=right, side=side: edit.link_pair(a, left, right, side),
                lambda a, left=left: edit.take(a, Side.LEFT, left),
                lambda a, number=number: edit.unlink(a, number),
                lambda a, number=number: edit.confirm(a, number),
                lambda a, number=number: edit.merge(a, {number, number + 1}),
                lambda a, number=number: edit.set_moved(a, number, moved=True),
                lambda a, left=left, right=right: edit.link(a, [left], [right, (right + 1) % rights]),
            ]
        )
        bench.edit_links("Edit", change)
    end = settled(pair, qtbot)
    bench.stack.setIndex(0)
    assert settled(pair, qtbot) == start
    bench.stack.setIndex(300)
    assert settled(pair, qtbot) == end


def test_a_link_that_comes_back_is_chosen_again(pair: MainWindow, qtbot: QtBot) -> None:
    pair.view.go_to_link(1)
    group = alignment_of(pair).links[1].left
    press(pair, qtbot, "U")
    settled(pair, qtbot)
    assert pair.view.current_link == -1
    press(pair, qtbot, "Ctrl+Z")
    assert alignment_of(pair).links[pair.view.current_link].left == group
    assert pair.statusBar().currentMessage().startswith("Taken back: Unlink")
    press(pair, qtbot, "Ctrl+Shift+Z")
    assert pair.view.current_link == -1


def test_a_chosen_name_is_walked_on_after_an_edit(pair: MainWindow, qtbot: QtBot) -> None:
    names = pair.sidebar.entity_view
    pair.sidebar.show_tab("entityView")
    assert pair.comparison is not None
    row = next(row for row in pair.comparison.entities if row.left and row.right)
    names.list.set_current_key(row, quiet=False)
    press(pair, qtbot, "M")
    pair.view.go_to_link(1)
    press(pair, qtbot, "U")
    settled(pair, qtbot)
    press(pair, qtbot, "M")
    assert "mention 2 of" in names.list.rows[names.list.currentIndex().row()].description
    current = [m for side in Side for m in pair.view.panes[side].layers.marks("entity") if m[1] != "entity"]
    assert len(current) == 1

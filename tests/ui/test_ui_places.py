"""The place is kept over every change of layout, and aligned rows start level."""

from __future__ import annotations

import random

from hands import Show, screen_top, settle, values, word_at_line
from ui_pairs import made_pair

from desktop_app.compare import compare
from desktop_app.model import Article, Side
from desktop_app.ui.reading.pane import ReadingPane
from desktop_app.ui.theme import load_theme


def test_place_is_kept_to_the_word_over_every_change_of_layout(show_pair: Show) -> None:
    chance = random.Random(1)  # noqa: S311 - not a secret
    view = show_pair(made_pair(10, count=60, movers=2))
    for start in (0.2, 0.5, 0.8):
        view.resize(1000, 760)
        view.set_layout_name("flow")
        view.set_reading("", 12.0, 108, 68)
        settle(view)
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
            settle(view)
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

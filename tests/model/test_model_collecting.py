"""Full garbage collections wait for the end of long work."""

from __future__ import annotations

import gc
from threading import Barrier, Thread

from desktop_app.compare import compare
from desktop_app.model import Article
from desktop_app.model.collecting import without_full_collections


def full_collections() -> int:
    count: int = gc.get_stats()[2]["collections"]
    return count


def test_usual_limits_come_back_after_blocks_that_overlap() -> None:
    usual = gc.get_threshold()
    inside, apart = Barrier(2), Barrier(2)

    def other() -> None:
        with without_full_collections():
            inside.wait()
            apart.wait()

    thread = Thread(target=other)
    with without_full_collections():
        thread.start()
        inside.wait()
        assert gc.get_threshold()[:2] == usual[:2]
    assert gc.get_threshold()[2] > usual[2]
    apart.wait()
    thread.join()
    assert gc.get_threshold() == usual


def test_nothing_is_collected_in_full_while_two_articles_are_compared() -> None:
    article = Article.from_paragraphs([f"Mayor Ada Finch opened bridge {n} on Monday." for n in range(200)])
    other = Article.from_paragraphs([f"On Monday Ada Finch opened bridge {n}." for n in range(200)])
    before, usual = full_collections(), gc.get_threshold()
    seen = []

    def watch(_fraction: float, _message: str) -> None:
        seen.append(full_collections())

    compare(article, other, watch)
    assert set(seen) == {before}
    assert gc.get_threshold() == usual

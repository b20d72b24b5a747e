"""Work in the background: progress, cancelling, stale results, errors."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.model import LoadError, Progress
from desktop_app.ui.jobs import Jobs


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:  # noqa: ARG001
    made = Jobs()
    yield made
    made.close()


def test_result_and_progress_come_to_the_window_thread(jobs: Jobs, qtbot: QtBot) -> None:
    seen: list[tuple[float, str]] = []
    here = threading.get_ident()
    threads: list[int] = []
    jobs.progressed.connect(lambda fraction, message: seen.append((fraction, message)))
    jobs.finished.connect(lambda _: threads.append(threading.get_ident()))

    def work(progress: Progress) -> int:
        threads.append(threading.get_ident())
        progress(1.0, "done")
        return 42

    with qtbot.waitSignal(jobs.finished) as caught:
        jobs.start(work)
    assert caught.args == [42]
    assert seen == [(1.0, "done")]
    assert threads[0] != here
    assert threads[1] == here


def test_cancelled_work_stops_within_a_tenth_of_a_second(jobs: Jobs, qtbot: QtBot) -> None:
    running = threading.Event()
    results: list[object] = []
    jobs.finished.connect(results.append)

    def work(progress: Progress) -> int:
        for n in range(10_000):
            running.set()
            progress(n / 10_000, "working")
            time.sleep(0.005)
        return 1

    jobs.start(work)
    assert running.wait(5)
    begin = time.monotonic()
    with qtbot.waitSignal(jobs.idle, timeout=2000):
        jobs.cancel()
    assert time.monotonic() - begin < 1.0
    assert not jobs.busy
    assert results == []


def test_a_stale_result_is_dropped(jobs: Jobs, qtbot: QtBot) -> None:
    gate = threading.Event()
    results: list[object] = []
    jobs.finished.connect(results.append)

    def slow(progress: Progress) -> str:  # noqa: ARG001 - it never looks
        gate.wait(5)
        return "old"

    jobs.start(slow)
    jobs.start(lambda progress: "new")  # noqa: ARG005
    qtbot.waitUntil(lambda: results == ["new"])
    with qtbot.waitSignal(jobs.idle):
        gate.set()
    assert results == ["new"]


def test_an_error_arrives_as_it_was_raised(jobs: Jobs, qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        progress(0.0, "Reading")
        raise LoadError("The file is empty.")

    with qtbot.waitSignal(jobs.failed) as caught:
        jobs.start(work)
    assert str(caught.args[0]) == "The file is empty."

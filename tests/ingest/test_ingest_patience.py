"""Long calls of libraries: cancelled at once, given up in time, their errors kept."""

from __future__ import annotations

import threading

import pytest

import desktop_app.ingest.patience as patience
from desktop_app.model import Cancelled, no_progress


def test_results_and_errors_come_through() -> None:
    assert patience.patiently(lambda: 3, no_progress, 0.5, "Counting") == 3
    with pytest.raises(ZeroDivisionError):
        patience.patiently(lambda: 1 / 0, no_progress, 0.5, "Counting")


def test_cancelling_does_not_wait_for_the_call() -> None:
    released = threading.Event()
    ended: list[bool] = []
    asked: list[str] = []

    def stop(fraction: float, message: str) -> None:
        asked.append(message)
        if len(asked) > 2:
            raise Cancelled(f"{message}: {fraction}")

    with pytest.raises(Cancelled):
        patience.patiently(lambda: ended.append(released.wait(20)), stop, 0.5, "Waiting")
    assert not ended
    released.set()


def test_a_call_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    released = threading.Event()
    monkeypatch.setattr(patience, "_SECONDS", 0.1)
    with pytest.raises(patience.TookTooLong):
        patience.patiently(lambda: released.wait(20), no_progress, 0.5, "Waiting")
    released.set()

"""Run a library's one long call so that the reader can cancel meanwhile and never waits without end."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import TypeVar

from desktop_app.model import Progress

T = TypeVar("T")

_TICK = 0.05
_SECONDS = 20.0


class TookTooLong(Exception):  # noqa: N818 - an outcome that callers have an answer to
    """The call was given up."""


def patiently(work: Callable[[], T], progress: Progress, fraction: float, message: str) -> T:
    """Return what ``work`` returns, calling ``progress`` at least every 50 ms until then.

    The call runs in a thread of its own; if ``progress`` raises or `_SECONDS` pass (then TookTooLong is
    raised) it is left to end by itself and its result is dropped. ``work`` must not touch anything that
    is used again afterwards. What it raises is raised here.
    """
    results: list[T] = []
    errors: list[BaseException] = []

    def run() -> None:
        try:
            results.append(work())
        except BaseException as error:
            errors.append(error)

    thread = threading.Thread(target=run, name="twicetold-reader", daemon=True)
    thread.start()
    ends = time.monotonic() + _SECONDS
    while thread.is_alive():
        progress(fraction, message)
        thread.join(_TICK)
        if thread.is_alive() and time.monotonic() > ends:
            raise TookTooLong
    if errors:
        raise errors[0]
    return results[0]

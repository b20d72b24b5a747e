"""Work in the background: progress comes in, cancelling goes out, stale results are dropped.

The pool's thread touches no Qt object but the job's own signals, which live in the thread of the window.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from desktop_app.model import Cancelled

REPORT_SECONDS = 0.05
"""Progress reaches the window no more often than this."""

SWITCH_SECONDS = 0.0002
"""How long the worker may keep the interpreter before the window gets a turn (Python's default is 5 ms)."""


class Report:
    """What work tells the window: called it reports progress, and `hand_over` gives a first part of the
    result. Both raise `Cancelled` once the work is not wanted any more."""

    def __init__(self, number: int, signals: _Signals) -> None:
        self.cancelled = threading.Event()
        self.taken = threading.Event()
        self._number = number
        self._progressed = signals.progressed
        self._handed_over = signals.handed_over
        self._last = 0.0

    def __call__(self, fraction: float, message: str) -> None:
        if self.cancelled.is_set():
            raise Cancelled
        now = monotonic()
        if now - self._last >= REPORT_SECONDS or fraction >= 1.0:
            self._last = now
            self._progressed.emit(self._number, fraction, message)

    def hand_over(self, part: object) -> None:
        """Give the window a part of the result and wait until it has taken it: what it does with it then
        does not take turns with the work."""
        self.taken.clear()
        if not self.cancelled.is_set():
            self._handed_over.emit(self._number, part)
        while not self.taken.wait(REPORT_SECONDS):
            if self.cancelled.is_set():
                raise Cancelled


Work = Callable[[Report], object]


class _Signals(QObject):
    progressed = Signal(int, float, str)
    handed_over = Signal(int, object)
    finished = Signal(int, object)
    failed = Signal(int, object)
    ended = Signal(int)


class _Task(QRunnable):
    def __init__(self, number: int, work: Work, signals: _Signals) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._number = number
        self._work = work
        self._report = Report(number, signals)
        self._finished = signals.finished
        self._failed = signals.failed
        self._ended = signals.ended

    def cancel(self) -> None:
        """Let the work stop at its next report."""
        self._report.cancelled.set()

    def taken(self) -> None:
        """Let the work go on that handed something over."""
        self._report.taken.set()

    def run(self) -> None:
        try:
            result = self._work(self._report)
            if not self._report.cancelled.is_set():
                self._finished.emit(self._number, result)
        except Cancelled:
            pass
        except BaseException as error:
            self._failed.emit(self._number, error)
        finally:
            self._ended.emit(self._number)


class Jobs(QObject):
    """Runs one piece of work at a time as far as its owner can tell: a new one cancels the one before.

    ``finished`` carries the result, ``failed`` the exception, ``progressed`` a fraction and a sentence,
    ``handed_over`` a first part of the result, each only for the latest work; ``idle`` follows when nothing
    of it runs any more.
    """

    progressed = Signal(float, str)
    handed_over = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._signals = _Signals(self)
        self._tasks: dict[int, _Task] = {}
        self._latest = 0
        self._answered = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(4)
        self._usual_switch = sys.getswitchinterval()
        queued = Qt.ConnectionType.QueuedConnection
        self._signals.progressed.connect(self._on_progressed, queued)
        self._signals.handed_over.connect(self._on_handed_over, queued)
        self._signals.finished.connect(self._on_finished, queued)
        self._signals.failed.connect(self._on_failed, queued)
        self._signals.ended.connect(self._on_ended, queued)

    @property
    def busy(self) -> bool:
        """Whether the latest work still runs: its result, once handed over, ends it."""
        return self._latest in self._tasks and self._latest != self._answered

    def start(self, work: Work) -> None:
        """Run ``work(progress)`` in the background; what ran before is cancelled and its result dropped."""
        self.cancel()
        self._latest += 1
        task = _Task(self._latest, work, self._signals)
        self._tasks[self._latest] = task
        sys.setswitchinterval(SWITCH_SECONDS)
        # A full collection would stop the window for longer than a frame, and one that runs in the
        # worker could destroy widgets from there.
        gc.disable()
        self._pool.start(task)

    def cancel(self) -> None:
        """Ask whatever runs to stop; nothing more is heard of it but ``idle``."""
        self._latest += 1
        for task in self._tasks.values():
            task.cancel()

    def close(self) -> None:
        """Cancel and wait: call it before the window goes."""
        self.cancel()
        self._pool.waitForDone(-1)
        self._tasks.clear()
        self._settle()

    def _settle(self) -> None:
        sys.setswitchinterval(self._usual_switch)
        gc.enable()

    @Slot(int, float, str)
    def _on_progressed(self, number: int, fraction: float, message: str) -> None:
        if number == self._latest:
            self.progressed.emit(fraction, message)

    @Slot(int, object)
    def _on_handed_over(self, number: int, part: Any) -> None:
        try:
            if number == self._latest:
                self.handed_over.emit(part)
        finally:
            if number in self._tasks:
                self._tasks[number].taken()

    @Slot(int, object)
    def _on_finished(self, number: int, result: Any) -> None:
        if number == self._latest:
            self._answered = number
            self.finished.emit(result)

    @Slot(int, object)
    def _on_failed(self, number: int, error: Any) -> None:
        if number == self._latest:
            self._answered = number
            self.failed.emit(error)

    @Slot(int)
    def _on_ended(self, number: int) -> None:
        self._tasks.pop(number, None)
        if not self._tasks:
            self._settle()
            self.idle.emit()

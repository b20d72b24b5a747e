"""Progress and cancelling, without Qt.

Long work takes a ``progress`` callable and reports to it; a caller that wants the work to stop raises
`Cancelled` from inside that callable (the scheme of randovania's ``status_update_lib``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import islice
from time import monotonic
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K")

_SILENCE = 0.005
"""Seconds after which `watched` reports whatever the number of items."""

Progress = Callable[[float, str], None]
"""``progress(fraction, message)``: fraction in 0..1, message a short sentence for the reader."""


class Cancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Raised by a progress callable to stop the work that reports to it."""


def no_progress(fraction: float, message: str) -> None:
    """Ignore the report; the default where nobody watches."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of another progress callable."""

    whole: Progress
    start: float
    width: float

    def __call__(self, fraction: float, message: str) -> None:
        self.whole(min(1.0, self.start + self.width * min(1.0, max(0.0, fraction))), message)


def part_of(progress: Progress, start: float, end: float) -> Progress:
    """Return a progress callable whose 0..1 fills the stretch ``start``..``end`` of ``progress``."""
    if isinstance(progress, _Part):  # a part of a part is one of the whole
        return _Part(progress.whole, progress.start + progress.width * start, progress.width * (end - start))
    return _Part(progress, start, end - start)


def watched(progress: Progress, items: Sequence[T], message: str, every: int = 16) -> Iterator[T]:
    """Yield the items, reporting how many are done before each ``every``-th of them, or after a long one."""
    last = 0.0
    for number, item in enumerate(items):
        if number % every == 0 or monotonic() - last > _SILENCE:
            progress(number / len(items), message)
            last = monotonic()
        yield item


_pulse: ContextVar[Callable[[], None] | None] = ContextVar("pulse", default=None)


def pulse() -> None:
    """Say that the work goes on, from places too deep to be handed a progress callable.

    Repeats the latest report of the work around it, see `pulsing`, which may stop the work; alone it does
    nothing.
    """
    repeat = _pulse.get()
    if repeat is not None:
        repeat()


@contextmanager
def pulsing(progress: Progress) -> Iterator[Progress]:
    """Give the progress callable to use inside: its latest report is what `pulse` repeats meanwhile.

    It never goes back: a smaller fraction counts as the highest so far. Until it has reported, what the work
    around it reported last is repeated.
    """
    latest: tuple[float, str] | None = None

    def report(fraction: float, message: str) -> None:
        nonlocal latest
        latest = (fraction if latest is None else max(fraction, latest[0]), message)
        progress(*latest)

    def repeat() -> None:
        if latest is not None:
            progress(*latest)
        elif outer is not None:
            outer()

    outer = _pulse.get()
    before = _pulse.set(repeat)
    try:
        yield report
    finally:
        _pulse.reset(before)


def pulsed(items: Iterable[T], every: int = 256) -> Iterator[T]:
    """Yield the items with a pulse before each ``every``-th of them."""
    rest = iter(items)
    for item in rest:
        pulse()
        yield item
        yield from islice(rest, every - 1)


def let_go(held: list[T] | dict[K, T], every: int = 256) -> None:
    """Empty what was built for a text and is not needed any more, with a pulse before each part.

    Left to itself, all of it would be freed in one go: for a book, too long to stop the work meanwhile.
    """
    while held:
        pulse()
        if isinstance(held, list):
            del held[-every:]
        else:
            for _ in range(min(every, len(held))):
                held.popitem()

"""Long work without full garbage collections: they stop everything for as long as it takes to look through
all that was built so far, again and again, and find next to nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_NEVER = 1 << 30

_lock = Lock()
_running = 0
_usual = 0


@contextmanager
def without_full_collections() -> Iterator[None]:
    """Put full collections off to the end of the block; short ones go on. Blocks may overlap."""
    global _running, _usual
    with _lock:
        _running += 1
        if _running == 1:
            youngest, younger, _usual = gc.get_threshold()
            gc.set_threshold(youngest, younger, _NEVER)
    try:
        yield
    finally:
        with _lock:
            _running -= 1
            if not _running:
                youngest, younger, _ = gc.get_threshold()
                gc.set_threshold(youngest, younger, _usual)

"""Comparing long texts in a process of its own: beside the window, not in turns with it. Imports no Qt.

A thread would share one interpreter with the window, so both would wait for each other: comparing would take
twice as long, and some of its steps (sorting, freeing memory) keep the interpreter for longer than a frame.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
import traceback
from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, replace
from itertools import chain
from queue import Empty, Queue
from typing import IO, Any

from desktop_app.model import Alignment, Article, Comparison, Link, Paragraph, Progress, TwicetoldError
from desktop_app.model.own_process import start_module

LONG_PARAGRAPHS = 400
LONG_CHARACTERS = 200_000
"""From so many paragraphs or characters, both sides together, the start of a process pays."""

CHUNK = 200
"""Things sent in one piece: unpacking them takes the window's interpreter for a few milliseconds."""

TELL_SECONDS = 0.05
"""How often the process tells how far it is; in between the window cannot stop it."""


def compare_texts(
    left: Article,
    right: Article,
    progress: Progress,
    *,
    fixed: Sequence[Link] = (),
    rejected: Collection[tuple[int, int]] = (),
    engine: Any = None,
) -> Comparison:
    """Compare two prepared articles as `compare.compare` does, long ones in a process of their own.

    ``engine`` is one that is open already, which stays here, or None. ``progress`` is called at least twenty
    times a second; what it raises ends the work. Raises TwicetoldError when the process ends before its work.
    """
    process = start_module(__name__) if engine is None and _is_long(left, right) else None
    if process is None:
        from desktop_app.compare import compare

        return compare(left, right, progress, fixed=fixed, rejected=rejected, engine=engine)
    try:
        return _answer(process, left, right, progress, tuple(fixed), tuple(rejected))
    finally:
        process.kill()
        process.wait()


def _is_long(left: Article, right: Article) -> bool:
    paragraphs = (*left.paragraphs, *right.paragraphs)
    return len(paragraphs) > LONG_PARAGRAPHS or sum(len(p.text) for p in paragraphs) > LONG_CHARACTERS


def _answer(
    process: subprocess.Popen[bytes],
    left: Article,
    right: Article,
    progress: Progress,
    fixed: tuple[Link, ...],
    rejected: tuple[tuple[int, int], ...],
) -> Comparison:
    messages: Queue[tuple[Any, ...]] = Queue()
    threading.Thread(
        target=_exchange, args=(process, left, right, (fixed, rejected), messages), daemon=True
    ).start()
    parts: dict[str, list[Any]] = {}
    now = (0.0, "Reading both texts")
    while True:
        try:
            kind, *message = messages.get(timeout=TELL_SECONDS)
        except Empty:
            kind, message = "progress", list(now)
        if kind == "progress":
            now = (message[0], message[1])
            progress(*now)
        elif kind == "part":
            parts.setdefault(message[0], []).extend(message[1])
            progress(*now)
        elif kind == "failed":
            raise message[0]
        else:
            break
    whole: dict[str, Any] = {name: tuple(found) for name, found in parts.items()}
    alignment = Alignment(whole.pop("links", ()), whole.pop("sentence_pairs", ()))
    return Comparison(left, right, alignment, **whole, **message[0])


def _exchange(
    process: subprocess.Popen[bytes],
    left: Article,
    right: Article,
    rest: tuple[Any, ...],
    messages: Queue[tuple[Any, ...]],
) -> None:
    """Send both articles and pass on what comes back, to its end; stopping the process ends it early."""
    try:
        with process.stdin as there, process.stdout as back:  # type: ignore[union-attr]
            for message in chain(_packed(left), _packed(right), (rest,)):
                pickle.dump(message, there)
            there.flush()
            kind = ""
            while kind not in ("done", "failed"):
                found = pickle.load(back)  # noqa: S301 - our own process wrote it
                kind = found[0]
                messages.put(found)
    except (EOFError, OSError, ValueError, pickle.UnpicklingError):
        messages.put(
            (
                "failed",
                TwicetoldError(
                    "Comparing ended before it was done, perhaps for want of memory. Compare again, "
                    "or open a part of the texts."
                ),
            )
        )


def _packed(article: Article) -> Iterator[Any]:
    """Yield an article piece by piece: everything else first, then its paragraphs, then None."""
    yield replace(article, paragraphs=(), metadata=dict(article.metadata))
    yield from _pieces(article.paragraphs)
    yield None


def _unpacked(stream: IO[bytes]) -> Article:
    bare: Article = pickle.load(stream)  # noqa: S301 - the window that started us wrote it
    paragraphs: list[Paragraph] = []
    while (piece := pickle.load(stream)) is not None:  # noqa: S301
        paragraphs += piece
    return replace(bare, paragraphs=tuple(paragraphs))


def _pieces(things: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(things), CHUNK):
        yield things[start : start + CHUNK]


class _Teller:
    """Tells the window how far the work is, so often that it can stop it at any time."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self._done = threading.Event()
        self._now = (0.0, "")
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def progress(self, fraction: float, message: str) -> None:
        """Take in how far the work is."""
        self._now = (fraction, message)

    def send(self, *message: Any) -> None:
        """Write a message."""
        with self._lock:
            pickle.dump(message, self._stream)
            self._stream.flush()

    def end(self) -> None:
        """Tell no more."""
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._done.wait(TELL_SECONDS):
            try:
                self.send("progress", *self._now)
            except OSError:
                os._exit(1)  # the window is gone


def serve(there: IO[bytes], back: IO[bytes]) -> None:
    """Compare the two articles that come from ``there``, and write progress and findings ``back``."""
    teller = _Teller(back)
    try:
        from desktop_app.compare import compare

        left, right = _unpacked(there), _unpacked(there)
        fixed, rejected = pickle.load(there)  # noqa: S301
        found = compare(left, right, teller.progress, fixed=fixed, rejected=rejected)
    except Exception as error:
        teller.end()
        teller.send("failed", _sendable(error))
        return
    teller.end()
    rest = {}
    for field in fields(found):
        value = getattr(found, field.name)
        if isinstance(value, tuple):
            for piece in _pieces(value):
                teller.send("part", field.name, piece)
        elif not isinstance(value, (Article, Alignment)):
            rest[field.name] = value
    for name in ("links", "sentence_pairs"):
        for piece in _pieces(getattr(found.alignment, name)):
            teller.send("part", name, piece)
    teller.send("done", rest)


def _sendable(error: Exception) -> Exception:
    """Return an error as it is where it can be packed, else one that tells of it."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301
    except Exception:
        return RuntimeError("".join(traceback.format_exception(error)))
    error.add_note("".join(traceback.format_exception(error)))
    return error


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window
    gc.disable()  # what is built here stays to the end
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else may write between the messages
    serve(sys.stdin.buffer, output)
    os._exit(0)  # without taking everything apart

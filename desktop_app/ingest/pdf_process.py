"""Reading a PDF file in a process of its own.

The library that reads PDF files is not Python: on a file that is made to harm it can end the process, wait
without end, or take all memory there is. None of that may happen to the process of the window.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from queue import Empty, Queue
from typing import IO, Any

from desktop_app.ingest.blocks import Block, Document
from desktop_app.ingest.patience import TookTooLong
from desktop_app.ingest.pdf import read_pdf
from desktop_app.model import Kind, LoadError, Progress
from desktop_app.model.own_process import start_module

_TICK = 0.05
"""How often progress is told, so that the reader can cancel."""
_SILENCE = 20.0
"""Seconds without news after which the file is given up: one page takes less than one."""
_MOST_MEMORY = 2 * 1024 * 1024 * 1024
_MOST_SECONDS = 600
"""Of processor time, for a process whose window was killed and cannot end it any more."""


def read_pdf_apart(data: bytes, name: str, progress: Progress) -> Document:
    """Return the document of a PDF file as `read_pdf` does, read in another process where one can start.

    ``progress`` is called at least every 50 ms. Raises LoadError as `read_pdf` does, and where the process
    ends before its work; TookTooLong where nothing is heard of it.
    """
    process = start_module(__name__)
    if process is None:
        return read_pdf(data, name, progress)
    messages: Queue[list[Any]] = Queue()
    threading.Thread(target=_exchange, args=(process, data, name, messages), daemon=True).start()
    try:
        return _answer(messages, name, progress)
    finally:
        process.kill()
        process.wait()


def _answer(messages: Queue[list[Any]], name: str, progress: Progress) -> Document:
    document = Document()
    now = (0.0, "Reading the PDF document")
    heard = time.monotonic()
    while True:
        progress(*now)
        try:
            kind, *message = messages.get(timeout=_TICK)
        except Empty:
            if time.monotonic() - heard > _SILENCE:
                raise TookTooLong from None
            continue
        heard = time.monotonic()
        if kind == "progress":
            now = (message[0], message[1])
        elif kind == "block":
            document.blocks.append(Block(message[0], Kind(message[1]) if message[1] else None))
        elif kind == "dropped":
            document.dropped.append((message[0], message[1]))
        elif kind == "done":
            document.title, document.metadata = message
            return document
        elif kind == "refused":
            raise LoadError(message[0])
        else:
            raise LoadError(
                f"“{name}” cannot be read: it is damaged, or needs more memory than documents do. "
                "Get another copy of it."
            )


def _exchange(process: subprocess.Popen[bytes], data: bytes, name: str, messages: Queue[list[Any]]) -> None:
    """Send the file and pass on what comes back; stopping the process ends it early."""
    with process.stdout as back:  # type: ignore[union-attr]
        with contextlib.suppress(OSError), process.stdin as there:  # type: ignore[union-attr]
            # It may have ended already; what it said tells why.
            there.write(json.dumps(name).encode() + b"\n")
            there.write(data)
        for line in back:
            if line.endswith(b"\n"):  # else it was stopped amid a message
                messages.put(json.loads(line))
    messages.put(["ended"])


def serve(there: IO[bytes], back: IO[bytes]) -> None:
    """Read the file that comes from ``there`` after a line with its name; write the document ``back``."""
    told = 0.0

    def send(*message: object) -> None:
        back.write(json.dumps(message).encode() + b"\n")

    def progress(fraction: float, message: str) -> None:
        nonlocal told
        if time.monotonic() - told >= _TICK:
            told = time.monotonic()
            send("progress", fraction, message)
            back.flush()

    name = json.loads(there.readline())
    try:
        document = read_pdf(there.read(), name, progress)
    except LoadError as error:
        send("refused", str(error))
    else:
        for block in document.blocks:
            send("block", block.text, block.kind)
        for place, text in document.dropped:
            send("dropped", place, text)
        send("done", document.title, document.metadata)
    back.flush()


def _bound() -> None:
    """Bound memory and processor time where the system can."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in ((resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CPU, _MOST_SECONDS)):
        hard = resource.getrlimit(what)[1]
        with contextlib.suppress(OSError, ValueError):  # not every system bounds memory
            resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window
    _bound()
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else may write between the messages
    serve(sys.stdin.buffer, output)
    os._exit(0)  # without taking everything apart

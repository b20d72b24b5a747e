"""The command line: open a pair in the window, or export a comparison without one."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from desktop_app.model import ExportError, LoadError, Progress, TwicetoldError, no_progress, part_of

if TYPE_CHECKING:
    import argparse

    from desktop_app.extract import Engine
    from desktop_app.model import Comparison

FAILURE = 2
"""Exit status for anything that kept the program from doing what it was asked."""

_LINE_SECONDS = 0.1
"""How long a progress line stays before the next one replaces it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; ``arguments`` default to the command line. Returns the exit status."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    try:
        if any(word.startswith("-") for word in words):
            from desktop_app.options import parser

            return _run(parser().parse_args(words))
        return _open_window(_pair_of(words))
    except TwicetoldError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        return _quiet()  # whoever read our output has seen enough
    except KeyboardInterrupt:
        return _refuse("stopped.")
    except MemoryError:
        return _refuse("There is not enough memory for these documents. Open a part of them.")


def _refuse(sentence: str) -> int:
    if sys.stderr is None:  # a program without a console
        return FAILURE
    line = " ".join(f"twicetold: {sentence}".splitlines())
    try:
        line.encode(sys.stderr.encoding)
    except UnicodeEncodeError:  # an old terminal knows plain marks only
        line = line.translate({ord("“"): '"', ord("”"): '"', ord("’"): "'", ord("…"): "..."})
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:  # whoever listened has gone
        _give_up(sys.stderr)
    return FAILURE


def _quiet() -> int:
    """Give up standard output and fail without a word."""
    if sys.stdout is not None:
        _give_up(sys.stdout)
    return FAILURE


def _give_up(stream: TextIO) -> None:
    """Lead a stream into nothing, so that nobody complains about it while the program ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _deliver(data: bytes) -> None:
    """Write to standard output while a failure can still be told."""
    if sys.stdout is None:  # a program without a console
        raise ExportError("There is no standard output to write to. Name a file.")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _quiet()
        raise ExportError(f"Standard output cannot be written: {error.strerror or error}.") from error


def _run(options: argparse.Namespace) -> int:
    if options.list_samples:
        _list_samples()
        return 0
    if options.sample is not None and options.source:
        raise LoadError("Give either a sample or files, not both.")
    if options.format is not None and options.export is None:
        raise ExportError("--format goes with --export FILE.")
    if options.engine_model is not None and options.engine is None:
        raise TwicetoldError("--engine-model goes with --engine NAME.")
    if not options.source and options.sample is None and options.export is None:
        return _open_window(None, options)
    source = _chosen(options)
    if options.export is not None:
        return _export(source, options)
    return _open_window(source, options)


def _pair_of(words: Sequence[str]) -> tuple[str, ...] | None:
    """Return what the words name: two sources or one project file; None where there are no words, since the
    window looks the first sample up once it is painted."""
    if not words:
        return None
    from desktop_app.ingest.sources import pair_of

    return pair_of(words)


def _chosen(options: argparse.Namespace) -> tuple[str, ...]:
    """Return what to open: two sources, or one project file."""
    source = _pair_of(options.source)
    if source is not None:
        return source
    from desktop_app.ingest.samples import find_sample, samples

    if options.sample is not None:
        sample = find_sample(options.sample)
    else:
        known = samples()
        if not known:
            raise LoadError("The sample pairs are missing; give two files to open.")
        sample = known[0]
    return str(sample.left), str(sample.right)


def _engine(options: argparse.Namespace) -> Engine | None:
    """Return the engine that was asked for, or None for the built-in one."""
    if options.engine is None:
        return None
    from desktop_app.extract.engines import make_engine

    return make_engine(options.engine, options.engine_model or "")


def _list_samples() -> None:
    from desktop_app.ingest.samples import samples

    listed = samples()
    width = max((len(sample.name) for sample in listed), default=0)
    lines = [f"{sample.name:<{width}}  {sample.title}: {sample.shows}{os.linesep}" for sample in listed]
    # Titles hold letters that not every console knows.
    _deliver("".join(lines).encode(sys.stdout.encoding if sys.stdout else "utf-8", "replace"))


def _export(source: tuple[str, ...], options: argparse.Namespace) -> int:
    from desktop_app.export import format_for, render, write

    target = options.export
    chosen = format_for(target, options.format)
    _check_target(target, source)
    engine = _engine(options)
    if chosen == "pdf":
        # Only Qt lays out pages; it needs no screen for that.
        from desktop_app.ui.display import check_qt

        check_qt()
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with _progress_line() as progress:
        comparison = _compared(source, engine, part_of(progress, 0.0, 0.8))
        writing = part_of(progress, 0.8, 1.0)
        if chosen == "pdf":
            from desktop_app.ui.report import pdf_bytes, write_pdf

            if target == "-":
                _deliver(pdf_bytes(comparison, writing))
            else:
                write_pdf(comparison, target, writing)
        elif target == "-":
            _deliver(render(comparison, chosen, writing))
        else:
            write(comparison, Path(target), chosen, writing)
    return 0


@contextmanager
def _progress_line() -> Iterator[Progress]:
    """Give a progress that fills one line of the terminal, which is empty again at the end."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield no_progress
        return
    from shutil import get_terminal_size

    columns = get_terminal_size().columns
    shown = 0
    told = 0.0

    def report(fraction: float, message: str) -> None:
        nonlocal shown, told
        now = time.monotonic()
        if now - told < _LINE_SECONDS:
            return
        told = now
        line = f"{message} … {fraction:.0%}"[: columns - 1]
        sys.stderr.write("\r" + line.ljust(shown))
        sys.stderr.flush()
        shown = len(line)

    try:
        yield report
    finally:
        sys.stderr.write("\r" + " " * shown + "\r")
        sys.stderr.flush()


def _check_target(target: str, source: tuple[str, ...]) -> None:
    """Raise ExportError for a place that cannot or should not be written, before the work is done."""
    if target == "-":
        return
    folder = os.path.dirname(target) or os.curdir
    if os.path.isdir(target):
        raise ExportError(f"“{target}” is a folder. Name the file to write.")
    if not os.path.isdir(folder):
        raise ExportError(f"There is no folder “{folder}”. Choose another place.")
    if os.path.exists(target) and any(os.path.realpath(name) == os.path.realpath(target) for name in source):
        raise ExportError(f"“{target}” is one of the documents. Choose another place.")


def _compared(source: tuple[str, ...], engine: Engine | None, progress: Progress) -> Comparison:
    if len(source) == 1:
        from desktop_app.project import handed_on, load_project

        progress(0.0, f"Reading {Path(source[0]).name}")
        return handed_on(load_project(Path(source[0])))
    from desktop_app.compare import compare
    from desktop_app.ingest import load

    left = load(source[0], part_of(progress, 0.0, 0.2))
    right = load(source[1], part_of(progress, 0.2, 0.4))
    return compare(left, right, part_of(progress, 0.4, 1.0), engine=engine)


@contextmanager
def _held_interrupts() -> Iterator[None]:
    """Put Ctrl+C off while Qt's modules are loaded, which abort the process over it."""
    import signal

    came: list[int] = []
    before = signal.getsignal(signal.SIGINT)
    if before is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


def _open_window(source: tuple[str, ...] | None, options: argparse.Namespace | None = None) -> int:
    from desktop_app.ui.display import check_display, check_qt

    try:
        with _held_interrupts():
            from desktop_app.ui.app import run
    except ImportError:
        check_qt()
        raise
    check_display()
    return run(source, engine=None if options is None else _engine(options))

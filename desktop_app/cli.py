"""The command line: open a pair in the window, or export a comparison without one."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import __version__
from desktop_app.model import ExportError, LoadError, TwicetoldError

if TYPE_CHECKING:
    from desktop_app.model import Comparison

FAILURE = 2
"""Exit status for anything that kept the program from doing what it was asked."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; ``arguments`` default to the command line. Returns the exit status."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except TwicetoldError as error:
        print(f"twicetold: {error}", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        print("twicetold: stopped.", file=sys.stderr)
        return FAILURE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="twicetold",
        description="Read two versions of one story side by side. Without arguments the first sample opens.",
    )
    parser.add_argument(
        "source",
        nargs="*",
        metavar="SOURCE",
        help="two documents or addresses; or a folder that holds two documents; or a project file",
    )
    parser.add_argument("--sample", metavar="NAME", help="open a sample pair")
    parser.add_argument("--list-samples", action="store_true", help="list the sample pairs")
    parser.add_argument(
        "--export",
        metavar="FILE",
        help="write the comparison to FILE without a window (- for standard output, needs --format)",
    )
    parser.add_argument(
        "--format", metavar="FORMAT", help="the export format, where FILE's ending does not tell"
    )
    parser.add_argument("--engine", metavar="NAME", help="the engine that finds names")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return parser


def _run(options: argparse.Namespace) -> int:
    if options.list_samples:
        _list_samples()
        return 0
    if options.sample and options.source:
        raise LoadError("Give either a sample or files, not both.")
    if options.format and not options.export:
        raise ExportError("--format goes with --export FILE.")
    if not (options.source or options.sample or options.export):
        return _open_window(None, options.engine)  # the window looks the first sample up once it is painted
    source = _chosen(options)
    if options.export:
        return _export(source, options.export, options.format, options.engine)
    return _open_window(source, options.engine)


def _chosen(options: argparse.Namespace) -> tuple[str, ...]:
    """Return what to open: two sources, or one project file."""
    if options.source:
        from desktop_app.ingest.sources import pair_of

        return pair_of(options.source)
    from desktop_app.ingest.samples import find_sample, samples

    if options.sample:
        sample = find_sample(options.sample)
    else:
        known = samples()
        if not known:
            raise LoadError("The sample pairs are missing; give two files to open.")
        sample = known[0]
    return str(sample.left), str(sample.right)


def _list_samples() -> None:
    from desktop_app.ingest.samples import samples

    listed = samples()
    width = max((len(sample.name) for sample in listed), default=0)
    for sample in listed:
        print(f"{sample.name:<{width}}  {sample.title}: {sample.shows}")


def _export(source: tuple[str, ...], target: str, wanted: str | None, engine: str | None) -> int:
    from desktop_app.export import format_for, write

    chosen = format_for(target, wanted)
    if chosen == "pdf":
        # Only Qt lays out pages; it needs no screen for that.
        from desktop_app.ui.report import write_pdf

        write_pdf(_compared(source, engine), target)
    elif target == "-":
        write(_compared(source, engine), sys.stdout.buffer, chosen)
    else:
        write(_compared(source, engine), Path(target), chosen)
    return 0


def _compared(source: tuple[str, ...], engine: str | None) -> Comparison:
    if len(source) == 1:
        from desktop_app.project import handed_on, load_project

        return handed_on(load_project(Path(source[0])))
    from desktop_app.compare import compare
    from desktop_app.ingest import load

    return compare(load(source[0]), load(source[1]), engine=engine)


def _open_window(source: tuple[str, ...] | None, engine: str | None) -> int:
    from desktop_app.ui.display import check_display

    check_display()
    from desktop_app.ui.app import run

    return run(source, engine=engine)

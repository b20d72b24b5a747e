"""The words of the command line. Loaded only where there are any but the names of documents."""

from __future__ import annotations

import argparse
from typing import NoReturn

from desktop_app import __version__
from desktop_app.cli import FAILURE


class _Parser(argparse.ArgumentParser):
    """Refuses wrong words in one line, as everything else is refused."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end the program."""
        self.exit(FAILURE, f"{self.prog}: {message[:1].upper()}{message[1:]}. See {self.prog} --help.\n")


def parser() -> argparse.ArgumentParser:
    """Return what reads the command line."""
    made = _Parser(
        prog="twicetold",
        description="Read two versions of one story side by side. Without arguments the first sample opens.",
        allow_abbrev=False,
    )
    made.add_argument(
        "source",
        nargs="*",
        metavar="SOURCE",
        help="two documents or addresses; or a folder that holds two documents; or a project file",
    )
    made.add_argument("--sample", metavar="NAME", help="open a sample pair")
    made.add_argument("--list-samples", action="store_true", help="list the sample pairs")
    made.add_argument(
        "--export",
        metavar="FILE",
        help="write the comparison to FILE without a window (- for standard output, needs --format)",
    )
    made.add_argument(
        "--format", metavar="FORMAT", help="the export format, where FILE's ending does not tell"
    )
    made.add_argument(
        "--engine",
        metavar="NAME",
        help="what finds names instead of the built-in engine: rules, spacy or gliner",
    )
    made.add_argument(
        "--engine-model", metavar="MODEL", help="the model that spacy or gliner loads: its name or folder"
    )
    made.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    return made

"""A comparison handed on: JSON, a page to read, tables and translation memories."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from desktop_app.export.html_file import html_bytes
from desktop_app.export.json_file import from_json, json_bytes, to_json
from desktop_app.export.table import csv_bytes
from desktop_app.export.tmx import tmx_bytes
from desktop_app.model import Comparison, ExportError, Progress, no_progress
from desktop_app.model.files import atomic_write

__all__ = ["ENDINGS", "FORMATS", "format_for", "from_json", "render", "to_json", "write", "write_file"]

FORMATS: Mapping[str, Callable[[Comparison, Progress], bytes]] = {
    "json": json_bytes,
    "html": html_bytes,
    "csv": csv_bytes,
    "tmx": tmx_bytes,
}
"""What writes each format, by the file's ending."""


ENDINGS = (*FORMATS, "pdf")
"""All formats that a file's ending can name. PDF is made by `desktop_app.ui.report`, the others here."""


def format_for(target: str | Path, wanted: str | None = None) -> str:
    """Return the format to write: the wanted one, or the one that the file's ending names.

    Raises ExportError where nobody knows it.
    """
    listed = ", ".join(f".{name}" for name in ENDINGS)
    if wanted is not None:
        chosen = wanted.lower().removeprefix(".")
        if chosen in ENDINGS:
            return chosen
        raise ExportError(f"There is no export format “{wanted}”; use one of {', '.join(ENDINGS)}.")
    if str(target) == "-":
        raise ExportError(f"Say with --format what to write: one of {', '.join(ENDINGS)}.")
    ending = Path(target).suffix.lower().removeprefix(".")
    ending = {"htm": "html"}.get(ending, ending)
    if ending in ENDINGS:
        return ending
    if not str(target).strip():
        raise ExportError("The file name is empty. Name the file to write.")
    if not ending:
        raise ExportError(
            f"“{Path(target).name or target}” has no ending that names a format; use one of {listed}."
        )
    raise ExportError(f"Nothing can be exported to a .{ending} file; use one of {listed}.")


def render(comparison: Comparison, format: str, progress: Progress = no_progress) -> bytes:  # noqa: A002
    """Return a comparison as the bytes of a document; raises ExportError for an unknown format."""
    writer = FORMATS.get(format.lower())
    if writer is None:
        raise ExportError(f"“{format}” cannot be written here; use one of {', '.join(FORMATS)}.")
    return writer(comparison, progress)


def write(
    comparison: Comparison,
    target: str | Path | BinaryIO | TextIO,
    format: str | None = None,  # noqa: A002
    progress: Progress = no_progress,
) -> None:
    """Write a comparison to a file, whole or not at all, or to an open stream.

    Without ``format`` the file's ending tells it; a stream needs it.
    Raises ExportError, and whatever ``progress`` raises to stop the work.
    """
    if isinstance(target, str | Path):
        write_file(target, render(comparison, format_for(target, format), progress))
        return
    if format is None:
        raise ExportError(f"Say which format to write: one of {', '.join(FORMATS)}.")
    data = render(comparison, format, progress)
    if isinstance(target, io.TextIOBase):
        target.write(data.decode("utf-8"))
    else:
        cast("BinaryIO", target).write(data)


def write_file(target: str | Path, data: bytes) -> None:
    """Write what was made to a file, whole or not at all; raises ExportError where that cannot be done."""
    try:
        atomic_write(target, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(f"“{target}” cannot be written: {reason}. Choose another place.") from error

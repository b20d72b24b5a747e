"""A comparison handed on: JSON, a page to read, tables and translation memories."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO, TextIO, cast

from desktop_app.export.json_file import from_json, json_bytes, to_json
from desktop_app.model import Comparison, ExportError
from desktop_app.model.files import atomic_write

__all__ = ["FORMATS", "format_of", "from_json", "render", "to_json", "write"]

FORMATS: Mapping[str, Callable[[Comparison], bytes]] = {
    "json": json_bytes,
}
"""What writes each format, by the file's ending. PDF needs the window's own report and is not among them."""


def format_of(path: str | Path, known: Mapping[str, object] = FORMATS) -> str:
    """Return the format that a file's ending names; raises ExportError for an ending nobody knows."""
    ending = Path(path).suffix.lower().removeprefix(".")
    ending = {"htm": "html"}.get(ending, ending)
    if ending in known:
        return ending
    wanted = ", ".join(f".{name}" for name in known)
    if not ending:
        raise ExportError(f"{Path(path).name} has no ending that names a format; use one of {wanted}.")
    raise ExportError(f"Nothing can be exported to a .{ending} file; use one of {wanted}.")


def render(comparison: Comparison, format: str) -> bytes:  # noqa: A002
    """Return a comparison as the bytes of a document; raises ExportError for an unknown format."""
    writer = FORMATS.get(format.lower())
    if writer is None:
        raise ExportError(f"There is no export format {format}; use one of {', '.join(FORMATS)}.")
    return writer(comparison)


def write(
    comparison: Comparison,
    target: str | Path | BinaryIO | TextIO,
    format: str | None = None,  # noqa: A002
) -> None:
    """Write a comparison to a file, whole or not at all, or to an open stream.

    Without ``format`` the file's ending tells it; a stream needs it. Raises ExportError.
    """
    if isinstance(target, str | Path):
        data = render(comparison, format or format_of(target))
        try:
            atomic_write(target, data)
        except OSError as error:
            reason = error.strerror or str(error)
            raise ExportError(f"{target} cannot be written: {reason}. Choose another place.") from error
        return
    if format is None:
        raise ExportError(f"Say which format to write: one of {', '.join(FORMATS)}.")
    data = render(comparison, format)
    if isinstance(target, io.TextIOBase):
        target.write(data.decode("utf-8"))
    else:
        cast("BinaryIO", target).write(data)

"""A comparison as JSON, version 1, and back."""

from __future__ import annotations

import json
from typing import Any

from desktop_app.model import Comparison, LoadError, Progress, no_progress
from desktop_app.model.decode import decode_comparison
from desktop_app.model.encode import encode_comparison
from desktop_app.model.fields import Field, FieldError

FORMAT = "twicetold.comparison"
VERSION = 1


def to_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain JSON values.

    ``from_json(to_json(c)) == c`` for every comparison; the JSON Schema is
    ``resources/schema/comparison.json``.
    """
    return {"format": FORMAT, "version": VERSION} | encode_comparison(comparison)


def from_json(data: Any) -> Comparison:
    """Return the comparison that `to_json` wrote; keys that are not known are passed over.

    Raises LoadError where the data is something else, damaged, or of a newer version.
    """
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise LoadError("This is not a comparison exported by Twicetold.")
    version = data.get("version")
    if isinstance(version, int) and version > VERSION:
        raise LoadError("This comparison was written by a newer Twicetold; update the program to read it.")
    if version != VERSION or isinstance(version, bool):
        raise LoadError("This comparison has no usable version number; export it again.")
    try:
        return decode_comparison(Field(data))
    except FieldError as error:
        raise LoadError(f"This comparison is damaged ({error}); export it again.") from None


def json_bytes(comparison: Comparison, progress: Progress = no_progress) -> bytes:
    """Return the JSON document in UTF-8."""
    progress(0.0, "Writing everything")
    data = to_json(comparison)
    try:
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
    except UnicodeEncodeError:  # half a surrogate pair in a text
        return (json.dumps(data, indent=1) + "\n").encode()

"""The project file: read with care, written whole or not at all."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.model import ProjectError
from desktop_app.model.fields import FieldError
from desktop_app.model.files import atomic_write, read_file
from desktop_app.project.encoding import (
    FORMAT,
    MIGRATIONS,
    VERSION,
    Step,
    decode_project,
    encode_project,
    migrate,
)
from desktop_app.project.state import Project

LARGEST = 256 * 1024 * 1024
"""Bytes above which a file is not read: far more than any pair of articles needs."""


def project_bytes(project: Project) -> bytes:
    """Return the bytes of a project's file; the same project always gives the same bytes."""
    data = encode_project(project)
    try:
        return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    except UnicodeEncodeError:  # half a surrogate pair in a text
        return (json.dumps(data, indent=1, allow_nan=False) + "\n").encode()


def project_from_bytes(
    data: bytes, name: str, *, steps: Mapping[int, Step] = MIGRATIONS, version: int = VERSION
) -> Project:
    """Return the project that some bytes hold; ``name`` is what the sentence of an error calls them.

    Raises ProjectError for something else, for a newer version and for damage.
    """
    try:
        values: Any = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        if f'"{FORMAT}"'.encode() in data[:200]:
            raise ProjectError(f"{name} is damaged; open a copy of it from before.") from None
        raise ProjectError(f"{name} is not a Twicetold project.") from None
    return project_from_json(values, name, steps=steps, version=version)


def project_from_json(
    values: Any, name: str, *, steps: Mapping[int, Step] = MIGRATIONS, version: int = VERSION
) -> Project:
    """Return the project that some JSON values hold, as `project_from_bytes` does."""
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ProjectError(f"{name} is not a Twicetold project.")
    found = values.get("version")
    if isinstance(found, int) and found > version:
        raise ProjectError(f"{name} was saved by a newer Twicetold; update the program to open it.")
    try:
        return decode_project(migrate(values, steps, version))
    except FieldError as error:
        raise ProjectError(f"{name} is damaged ({error}); open a copy of it from before.") from None


def load_project(path: str | Path) -> Project:
    """Return the project of a file; raises ProjectError where it cannot be read."""
    path = Path(path)
    name = f"“{path.name}”"
    return project_from_bytes(_read(path), name)


def _read(path: Path) -> bytes:
    try:
        return read_file(path, LARGEST)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise ProjectError(f"“{path.name}” is too large to be a project.") from error
        reason = error.strerror or str(error)
        raise ProjectError(f"“{path.name}” cannot be read: {reason}.") from error


def save_project(project: Project, path: str | Path) -> None:
    """Write a project to its file: afterwards it is the old one or the new one, whole.

    Raises ProjectError where it cannot be written, and where a file stands there already that is newer,
    damaged or no project at all: that one is never overwritten.
    """
    path = Path(path)
    if path.exists():
        check_replaceable(path)
    try:
        atomic_write(path, project_bytes(project))
    except OSError as error:
        reason = error.strerror or str(error)
        raise ProjectError(f"“{path.name}” cannot be saved: {reason}. Choose another place.") from error


def check_replaceable(path: Path) -> None:
    """Raise ProjectError unless a file is empty or a project that this version can read."""
    data = _read(path)
    if not data:
        return
    try:
        project_from_bytes(data, f"“{path.name}”")
    except ProjectError as error:
        raise ProjectError(f"{error} It is left as it is; save under another name.") from None

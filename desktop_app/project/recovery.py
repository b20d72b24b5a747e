"""Unsaved work kept aside every few moments, to be offered again after a crash."""

from __future__ import annotations

import contextlib
import json
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from desktop_app.model import ProjectError
from desktop_app.model.fields import Field, FieldError
from desktop_app.model.files import atomic_write, read_file
from desktop_app.project.encoding import Json, encode_project
from desktop_app.project.file import LARGEST, project_from_json
from desktop_app.project.processes import decode_owner, this_process
from desktop_app.project.state import Project

FORMAT = "twicetold.recovery"
VERSION = 1
_ENDING = ".recovery"


@dataclass(frozen=True, slots=True)
class Recovered:
    """Work that a process left behind, its recovery file, and the project's own file (None: never saved)."""

    file: Path
    path: Path | None
    project: Project
    saved: float
    """When it was written, in seconds since 1970."""


class Recovery:
    """The recovery file of one window, in a folder that the caller chooses."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.file = self.folder / f"{secrets.token_hex(8)}{_ENDING}"

    def keep(self, project: Project, path: str | Path | None) -> None:
        """Keep the work; raises ProjectError where the folder cannot be written."""
        data: Json = {
            "format": FORMAT,
            "version": VERSION,
            "owner": this_process().encoded(),
            "path": None if path is None else str(path),
            "project": encode_project(project),
        }
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            atomic_write(self.file, json.dumps(data).encode())
        except OSError as error:
            reason = error.strerror or str(error)
            raise ProjectError(f"Unsaved work cannot be kept aside: {reason}.") from error

    def discard(self) -> None:
        """Remove what was kept: the work is saved, or not wanted."""
        with contextlib.suppress(OSError):
            self.file.unlink()


def left_behind(folder: str | Path) -> list[Recovered]:
    """Return the work of processes that no longer run, the newest first.

    Files that cannot be read are passed over; they stay where they are.
    """
    found = []
    with contextlib.suppress(OSError):
        for file in Path(folder).glob(f"*{_ENDING}"):
            recovered = _read(file)
            if recovered is not None:
                found.append(recovered)
    return sorted(found, key=lambda entry: entry.saved, reverse=True)


def _read(file: Path) -> Recovered | None:
    try:
        saved = file.stat().st_mtime
        root = Field(json.loads(read_file(file, LARGEST)))
        if root["format"].text() != FORMAT or root["version"].integer() != VERSION:
            return None
        if decode_owner(root["owner"]).may_run:
            return None
        told = root.get("path")
        path = None if told is None else Path(told.text())
        project = project_from_json(root["project"].value, file.name)
    except (OSError, ValueError, RecursionError, FieldError, ProjectError):
        return None
    return Recovered(file, path, project, saved)


def forget(recovered: Recovered) -> None:
    """Remove work that was taken over or is not wanted."""
    if re.fullmatch(rf"[0-9a-f]{{16}}{re.escape(_ENDING)}", recovered.file.name):
        with contextlib.suppress(OSError):
            recovered.file.unlink()

"""A lock beside the project file that keeps two windows from overwriting each other."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import secrets
import time
from pathlib import Path
from types import TracebackType

from desktop_app.model import ProjectError
from desktop_app.model.fields import Field, FieldError
from desktop_app.model.files import beginning, read_file, temporary_prefix
from desktop_app.project.processes import Owner, decode_owner, this_process

_UNREADABLE_SECONDS = 10.0
"""A lock file that nobody can read counts as stale after so long: its writer died while writing it."""

_MOST_BYTES = 10_000
"""Of a lock file: it holds one short line."""
_LONGEST = 230
"""Bytes of a name to which what stands around it in that of a lock can be added."""


def _lockable(name: str) -> str:
    """Return a file's name as it stands in that of its lock: a very long one is told by its fingerprint."""
    told = name.encode("utf-8", "surrogateescape")
    if len(told) <= _LONGEST:
        return name
    return f"{beginning(name, 150)}.{hashlib.sha256(told).hexdigest()[:16]}"


class ProjectLocked(ProjectError):  # noqa: N818 - a state, not a fault
    """Another window has the project open; ``owner`` is its process where the lock tells."""

    def __init__(self, message: str, owner: Owner | None) -> None:
        super().__init__(message)
        self.owner = owner


class ProjectLock:
    """The lock of one project file. Use it as a context manager, or call `acquire` and `release`."""

    def __init__(self, path: str | Path) -> None:
        target = Path(os.path.realpath(path))
        self.target = target
        self.file = target.with_name(f".~lock.{_lockable(target.name)}#")
        self._token = secrets.token_hex(16)
        self._held = False

    @property
    def held(self) -> bool:
        """Whether this lock is ours now."""
        return self._held

    def acquire(self) -> None:
        """Take the lock; one that a dead process left behind is taken over.

        Raises ProjectLocked where another window has it, ProjectError where the folder cannot be written.
        """
        if self._held:
            return
        if not self._create(self.file):
            self._take_over()
        self._held = True
        self._sweep()

    def release(self) -> None:
        """Give the lock back; one that somebody else has taken over meanwhile stays."""
        if not self._held:
            return
        self._held = False
        with contextlib.suppress(OSError, ValueError):
            if json.loads(read_file(self.file, _MOST_BYTES)).get("token") == self._token:
                self.file.unlink()

    def __enter__(self) -> ProjectLock:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()

    def _create(self, file: Path) -> bool:
        """Write a lock file of ours unless there is one; raises ProjectError where that is impossible."""
        content = json.dumps(this_process().encoded() | {"token": self._token}).encode()
        try:
            handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        except FileExistsError:
            return False
        except OSError as error:
            raise self._unwritable(error) from error
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
        except OSError as error:  # a full disk has room for the name of a file, not for its bytes
            with contextlib.suppress(OSError):
                file.unlink()
            raise self._unwritable(error) from error
        return True

    def _unwritable(self, error: OSError) -> ProjectError:
        reason = error.strerror or str(error)
        return ProjectError(
            f"The folder of “{self.target.name}” cannot be written: {reason}. Save in another folder."
        )

    def _take_over(self) -> None:
        """Put our lock in place of a stale one; raises ProjectLocked where it is not stale.

        A second file guards the takeover, so that of several windows that find the same stale lock only one
        replaces it.
        """
        guard = self.file.with_name(f"{self.file.name}.taking")
        if not self._create(guard):
            if self._age(guard) < _UNREADABLE_SECONDS:
                raise ProjectLocked(self._sentence(None), None)
            with contextlib.suppress(OSError):
                guard.unlink()  # whoever was taking over died meanwhile
            if not self._create(guard):
                raise ProjectLocked(self._sentence(None), None)
        try:
            self._check_stale()
            os.replace(guard, self.file)
        except (OSError, ProjectLocked) as error:
            with contextlib.suppress(OSError):
                guard.unlink()
            if isinstance(error, FileNotFoundError) and self._create(self.file):
                return  # it was given back meanwhile
            if isinstance(error, ProjectLocked):
                raise
            raise ProjectLocked(self._sentence(None), None) from error

    def _check_stale(self) -> None:
        owner = self._owner(read_file(self.file, _MOST_BYTES))
        if owner is None and self._age(self.file) < _UNREADABLE_SECONDS:
            raise ProjectLocked(self._sentence(None), None)
        if owner is not None and owner.may_run:
            raise ProjectLocked(self._sentence(owner), owner)

    @staticmethod
    def _age(file: Path) -> float:
        try:
            return time.time() - file.stat().st_mtime
        except OSError:
            return 0.0

    @staticmethod
    def _owner(content: bytes) -> Owner | None:
        try:
            return decode_owner(Field(json.loads(content)))
        except (ValueError, FieldError, RecursionError):
            return None

    def _sentence(self, owner: Owner | None) -> str:
        where = "" if owner is None or owner.is_here else f" on {owner.host}"
        return f"“{self.target.name}” is open in another window{where}; close it there, or open a copy."

    def _sweep(self) -> None:
        """Remove temporary files that a killed save of this project left behind."""
        pattern = re.compile(re.escape(temporary_prefix(self.target.name)) + r"[0-9a-f]{12}\.tmp")
        with contextlib.suppress(OSError):
            for entry in self.target.parent.iterdir():
                if pattern.fullmatch(entry.name):
                    entry.unlink(missing_ok=True)

"""Which process owns a lock or a recovery file, and whether it still runs."""

from __future__ import annotations

import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from desktop_app.model.fields import Field


@dataclass(frozen=True, slots=True)
class Owner:
    """A process: its host, its number, and when it started (so that a number used again is told apart)."""

    host: str
    pid: int
    started: str

    def encoded(self) -> dict[str, object]:
        """Return the owner as JSON values."""
        return {"host": self.host, "pid": self.pid, "started": self.started}

    @property
    def is_here(self) -> bool:
        """Whether the process ran on this machine."""
        return self.host == socket.gethostname()

    @property
    def may_run(self) -> bool:
        """Whether the process may still run; one on another machine counts as running."""
        if not self.is_here:
            return True
        if not _exists(self.pid):
            return False
        now = _started(self.pid)
        return not (now and self.started) or now == self.started


def decode_owner(field: Field) -> Owner:
    """Return an owner from JSON values; raises FieldError."""
    return Owner(field["host"].text(), field["pid"].integer(), field["started"].text())


def this_process() -> Owner:
    """Return the process this runs in."""
    return Owner(socket.gethostname(), os.getpid(), _started(os.getpid()))


def _exists(pid: int) -> bool:
    if pid <= 0:
        return False
    if sys.platform == "win32":
        return _exists_on_windows(pid)
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    # One that ended stays listed until whoever started it asks how: a desktop may take its time.
    return _told(pid)[:1] not in (["Z"], ["X"])


def _exists_on_windows(pid: int) -> bool:
    """Ask Windows; ``os.kill`` would end the process there."""
    import ctypes

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    limited_information, still_active = 0x1000, 259
    handle = kernel.OpenProcess(limited_information, False, pid)
    if not handle:
        return False
    try:
        code = ctypes.c_ulong()
        known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
        return not known or code.value == still_active
    finally:
        kernel.CloseHandle(handle)


def _started(pid: int) -> str:
    """Return when a process started, in the system's own words, or nothing where it does not tell."""
    return "".join(_told(pid)[19:20])


def _told(pid: int) -> list[str]:
    """Return what Linux tells of a process, its state first; nothing elsewhere, or where it is not there."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return told.rpartition(")")[2].split()

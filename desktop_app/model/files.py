"""Files the program writes: always the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from pathlib import Path

PROJECT_ENDING = ".twicetold"
"""How the name of a project file ends."""


def atomic_write(path: str | Path, data: bytes) -> None:
    """Replace the file at ``path`` by ``data``, or leave it untouched.

    The bytes go to a temporary file in the same folder, are forced to disk and then take the place of the
    old file in one step; a symbolic link is followed, so the link itself stays. An existing file keeps its
    permissions. What is no file (a pipe, a device) is written to as it is. Raises OSError; nothing is left
    behind then.
    """
    if _is_special(path):
        with open(path, "wb") as stream:
            stream.write(data)
        return
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".{target.name[:80]}.{secrets.token_hex(6)}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with contextlib.suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _sync_folder(target.parent)


def _is_special(path: str | Path) -> bool:
    """Tell whether something that is neither file nor folder stands there: replacing it would break it."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _sync_folder(folder: Path) -> None:
    """Force the folder's entry to disk where the system allows it (not on Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

"""Files the program writes: always the old one or the new one, whole. And reads: files, and with a bound."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

PROJECT_ENDING = ".twicetold"
"""How the name of a project file ends."""


def read_file(path: str | Path, most: int) -> bytes:
    """Return the bytes of a file.

    Raises OSError, for what is no file (a folder, a pipe, a device) and for more than ``most`` bytes as well;
    its number is EFBIG then.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as stream:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        data = stream.read(most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, "it is too large")
    return data


def beginning(name: str, most: int) -> str:
    """Return the beginning of a file's name that takes no more than ``most`` bytes, as systems count."""
    return name.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore")


def temporary_prefix(name: str) -> str:
    """Return how the names of the temporary files begin that `atomic_write` makes for a file."""
    return f".{beginning(name, 80)}."


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
    temporary = target.with_name(f"{temporary_prefix(target.name)}{secrets.token_hex(6)}.tmp")
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

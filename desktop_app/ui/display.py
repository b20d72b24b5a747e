"""Find out why Qt could not open a window before Qt aborts the process over it. Imports no Qt."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app.assets import resource_path
from desktop_app.model import TwicetoldError

_SCREENLESS = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})
_WAIT_SECONDS = 2.0


def check_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raise TwicetoldError with a clear sentence when no window can be opened here.

    Looks for PySide6, for the shared libraries it needs, and, on systems with X or Wayland, for a screen.
    """
    package = importlib.util.find_spec("PySide6")
    if package is None or not package.submodule_search_locations:
        raise TwicetoldError("PySide6 is missing. Install it with: python -m pip install PySide6-Essentials")
    if not platform.startswith("linux"):
        return
    folder = Path(next(iter(package.submodule_search_locations)))
    wanted = environment.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    _check_library(folder / "Qt" / "lib" / "libQt6Widgets.so.6")
    if wanted in _SCREENLESS:
        return
    if environment.get("WAYLAND_DISPLAY") and wanted != "xcb":
        return
    display = environment.get("DISPLAY", "")
    if not display:
        raise TwicetoldError(
            "There is no display to open a window on. Use --export FILE to work without one."
        )
    if not _answers(display):
        raise TwicetoldError(f"The display “{display}” does not answer, so no window can be opened.")
    _check_library(folder / "Qt" / "plugins" / "platforms" / "libqxcb.so")


def _check_library(path: Path) -> None:
    if not path.exists():
        return
    try:
        ctypes.CDLL(str(path))
    except OSError as error:
        missing = re.match(r"(\S+\.so[.\d]*): cannot open shared object", str(error))
        if missing is None:
            return
        raise TwicetoldError(
            f"The system library {missing[1]} is missing. On Debian and Ubuntu install what Qt needs with: "
            f"sudo apt-get install {' '.join(system_packages())}"
        ) from error


def system_packages() -> list[str]:
    """Return the names of the Debian packages that Qt needs."""
    lines = resource_path("system-packages.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _answers(display: str) -> bool:
    """Tell whether an X server listens at ``display`` (``:0``, ``host:10.0``); unsure counts as yes."""
    parsed = re.fullmatch(r"(?P<host>[^:]*):(?P<number>\d+)(\.\d+)?", display)
    if parsed is None:
        return True
    number = int(parsed["number"])
    host = parsed["host"]
    if host in ("", "unix"):
        for address in (f"\0/tmp/.X11-unix/X{number}", f"/tmp/.X11-unix/X{number}"):  # noqa: S108 - X says so
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.settimeout(_WAIT_SECONDS)
                try:
                    connection.connect(address)
                except OSError:
                    continue
                return True
        return False
    try:
        socket.create_connection((host, 6000 + number), timeout=_WAIT_SECONDS).close()
    except OSError:
        return False
    return True

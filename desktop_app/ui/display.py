"""Find out why Qt could not open a window before Qt aborts the process over it. Imports no Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from desktop_app.assets import resource_path
from desktop_app.model import TwicetoldError

_WAIT_SECONDS = 2.0
_DESKTOPS = ("", "xcb", "wayland")
"""The platforms of Qt that show windows of a desktop; Qt chooses where none is named."""


def check_qt(platform: str = sys.platform) -> Path:
    """Return the folder of PySide6; raise TwicetoldError where it, or what it links to, is missing."""
    import importlib.util

    try:
        package = importlib.util.find_spec("PySide6")
    except (ImportError, ValueError):  # something keeps it from being found
        package = None
    if package is None or not package.submodule_search_locations:
        raise TwicetoldError("PySide6 is missing. Install it with: python -m pip install PySide6-Essentials")
    folder = Path(next(iter(package.submodule_search_locations)))
    if platform.startswith("linux"):
        _check_library(folder / "Qt" / "lib" / "libQt6Widgets.so.6")
    return folder


def check_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> None:
    """Raise TwicetoldError with a clear sentence when no window can be opened here.

    Looks for PySide6, for the shared libraries it needs, and, on systems with X or Wayland, for a screen.
    """
    qt = sys.modules.get("PySide6.QtWidgets")  # loaded already: it is there, and so is what it links to
    folder = Path(qt.__file__).parent if qt is not None and qt.__file__ else check_qt(platform)
    if not platform.startswith("linux"):
        return
    plugins = folder / "Qt" / "plugins" / "platforms"
    wanted = environment.get("QT_QPA_PLATFORM", "").split(";")[0].split(":")[0]
    if wanted not in _DESKTOPS:
        if plugins.is_dir() and not (plugins / f"libq{wanted}.so").exists():
            raise TwicetoldError(f"QT_QPA_PLATFORM names “{wanted}”, which Qt does not know. Unset it.")
        return
    if wanted != "xcb" and environment.get("WAYLAND_DISPLAY") and _loads(plugins / "libqwayland.so"):
        if _wayland_answers(environment):
            return
        if wanted == "wayland" or not environment.get("DISPLAY"):
            raise TwicetoldError(
                f"The display “{environment['WAYLAND_DISPLAY']}” does not answer, so no window can be opened."
            )
    display = environment.get("DISPLAY", "")
    if not display or wanted == "wayland":
        raise TwicetoldError(
            "There is no display to open a window on. Use --export FILE to work without one."
        )
    _check_library(plugins / "libqxcb.so")
    if not _x_answers(display):
        raise TwicetoldError(
            f"The display “{display}” does not answer or does not let this program in, "
            "so no window can be opened."
        )


def _check_library(path: Path) -> None:
    """Raise TwicetoldError where something that the library at ``path`` links to is missing."""
    import ctypes
    import re

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


def _loads(path: Path) -> bool:
    import ctypes

    try:
        ctypes.CDLL(str(path))
    except OSError:
        return False
    return True


def system_packages() -> list[str]:
    """Return the names of the Debian packages that Qt needs."""
    lines = resource_path("system-packages.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), environment["WAYLAND_DISPLAY"])
    return path.is_absolute() and _listens(str(path))


def _x_answers(display: str) -> bool:
    """Tell whether the X server at ``display`` (``:0``, ``host:10.0``) lets us in; unsure counts as yes."""
    import ctypes
    import re

    parsed = re.fullmatch(r"(?P<host>[^:]+):(?P<number>\d+)(\.\d+)?", display)
    if parsed is not None and parsed["host"] != "unix":
        # A host that is silent would keep the next step waiting for minutes.
        import socket

        address = (parsed["host"], 6000 + int(parsed["number"]))
        try:
            socket.create_connection(address, timeout=_WAIT_SECONDS).close()
        except (OSError, OverflowError, UnicodeError):
            return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(os.fsencode(display), None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused


def _listens(path: str) -> bool:
    """Tell whether somebody listens at a socket."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(_WAIT_SECONDS)
        try:
            connection.connect(path)
        except OSError:
            return False
    return True

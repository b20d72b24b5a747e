"""What a screen reader finds: the window as AT-SPI tells it, what in it has no name, what is announced.

The program is started on the first sample in a session bus of its own. Needs Linux with dbus-run-session,
at-spi2-core, Debian's python3-gi and gir1.2-atspi-2.0, and a display or Xvfb; says so and ends well without.
`--all` prints the whole tree. Exits with 1 where something that is shown has no name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDS_NO_NAME = frozenset({
    "filler", "separator", "scroll bar", "layered pane", "unknown", "label", "panel", "redundant object",
    "split pane", "application",
})  # fmt: skip
"""Roles that hold or part other things; a nameless one that takes the keyboard is told all the same."""

SECONDS = 20.0


def main() -> int:
    if "--inside" in sys.argv:
        return inside(sys.argv[sys.argv.index("--inside") + 1])
    lacking = missing()
    if lacking:
        print(f"skipped: {lacking} is not here")
        return 0
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "xcb",
            "QT_ACCESSIBILITY": "1",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            **{f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("CONFIG", "DATA", "STATE", "CACHE")},
        }
        command = [
            "dbus-run-session",
            "--",
            SYSTEM_PYTHON,
            __file__,
            *sys.argv[1:],
            "--inside",
            sys.executable,
        ]
        if not os.environ.get("DISPLAY"):
            command[:0] = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1440x900x24"]
        # The buses talk to standard error about limits that do not matter here.
        done = subprocess.run(
            command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
    print(
        "".join(line for line in done.stdout.splitlines(True) if not line.startswith("SpiRegistry")), end=""
    )
    return done.returncode


def missing() -> str:
    """Return what this needs and does not find, or nothing."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI"
    if shutil.which("dbus-run-session") is None:
        return "dbus-run-session"
    if not os.environ.get("DISPLAY") and shutil.which("xvfb-run") is None:
        return "a display"
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    if (
        not Path(SYSTEM_PYTHON).exists()
        or subprocess.run([SYSTEM_PYTHON, "-c", probe], stderr=subprocess.DEVNULL).returncode
    ):
        return "gir1.2-atspi-2.0"
    return ""


def inside(python: str) -> int:
    """Start the program and walk its tree; runs in the system's Python, which alone knows AT-SPI."""
    sys.stderr = sys.stdout
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi

    Atspi.init()
    program = subprocess.Popen([python, "-m", "desktop_app"])
    try:
        window = found_window(Atspi)
        if window is None:
            print("the program does not appear among the accessible ones")
            return 1
        nodes = list(walk(window, 0))
        if "--all" in sys.argv:
            for depth, node in nodes:
                print(f"{'  ' * depth}[{node.get_role_name()}] {node.get_name()!r}")
        articles = [node for _, node in nodes if length_of(Atspi, node) > 200]
        print(f"{len(nodes)} nodes; articles that can be read as text: {len(articles)}")
        print(f"announced after N: {announced(Atspi, program.pid)!r}")
        silent = nameless(Atspi, nodes)
        for tab in [node for _, node in nodes if node.get_role_name() == "page tab"]:
            Atspi.Action.do_action(tab, 0)
            time.sleep(0.5)
            silent |= nameless(Atspi, walk(window, 0))
        print(f"shown without a name: {len(silent)}")
        for line in sorted(silent):
            print(f"  {line}")
        return bool(silent) or len(articles) < 2
    finally:
        program.terminate()
        program.wait(timeout=10)


def nameless(atspi: Any, nodes: Iterable[tuple[int, Any]]) -> set[str]:
    """Return a line for each node that is shown, is more than a holder of others, and has no name."""
    found = set()
    for _, node in nodes:
        states, role = node.get_state_set(), node.get_role_name()
        if node.get_name() or not states.contains(atspi.StateType.SHOWING):
            continue
        if states.contains(atspi.StateType.FOCUSABLE) or role not in NEEDS_NO_NAME:
            found.add(f"[{role}] in {path_of(node)}")
    return found


def found_window(atspi: Any) -> Any:
    """Return the program's accessible once both its articles have text, or None."""
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        time.sleep(0.5)
        desktop = atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(number)
            if application is not None and application.get_name() == "Twicetold":
                texts = [n for _, n in walk(application, 0) if length_of(atspi, n) > 200]
                if len(texts) >= 2:
                    return application
    return None


def walk(node: Any, depth: int) -> Iterator[tuple[int, Any]]:
    yield depth, node
    for number in range(node.get_child_count()):
        child = node.get_child_at_index(number)
        if child is not None:
            yield from walk(child, depth + 1)


def length_of(atspi: Any, node: Any) -> int:
    if node.get_role_name() != "text":
        return 0
    return int(atspi.Text.get_character_count(node))


def path_of(node: Any) -> str:
    """Return the names of what a node stands in, nearest first."""
    names = []
    parent = node.get_parent()
    while parent is not None and len(names) < 3:
        if parent.get_name():
            names.append(f"“{parent.get_name()}”")
        parent = parent.get_parent()
    return " in ".join(names)


def announced(atspi: Any, process: int) -> str:
    """Press N in the window and return what is announced then; needs xdotool."""
    if shutil.which("xdotool") is None:
        return "(no xdotool to press keys with)"
    from gi.repository import GLib

    heard: list[str] = []
    loop = GLib.MainLoop()

    def hear(event: Any) -> None:
        heard.append(str(event.any_data))
        loop.quit()

    listener = atspi.EventListener.new(hear)
    listener.register("object:announcement")
    find = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
    windows = subprocess.run(find, capture_output=True, text=True).stdout.split()
    for window in windows[-1:]:
        subprocess.run(["xdotool", "windowfocus", "--sync", window], timeout=5)
        subprocess.run(["xdotool", "key", "n"], timeout=5)
    GLib.timeout_add(4000, loop.quit)
    loop.run()
    listener.deregister("object:announcement")
    return heard[0] if heard else ""


if __name__ == "__main__":
    sys.exit(main())

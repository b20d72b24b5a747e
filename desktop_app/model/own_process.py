"""Start one of our own modules in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def start_module(name: str) -> subprocess.Popen[bytes] | None:
    """Return a process that runs the module ``name`` of ours, its input and output as pipes.

    None where none can be started. The folder the program was started from is no place for modules: it may
    hold anything, documents from elsewhere among them.
    """
    if not sys.executable or getattr(sys, "frozen", False):
        return None
    ours = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (ours, os.environ.get("PYTHONPATH"))))
    try:
        return subprocess.Popen(  # noqa: S603 - our own module
            [sys.executable, "-P", "-m", name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None

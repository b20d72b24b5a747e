"""The wheel: it holds what the program reads, installs into an empty environment and starts there."""

from __future__ import annotations

import ast
import email
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from helpers import ROOT

pytestmark = [pytest.mark.package, pytest.mark.timeout(300)]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    target = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = target.glob("twicetold-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """An empty environment that holds the wheel and finds our dependencies, but not our checkout."""
    home = tmp_path_factory.mktemp("empty") / "env"
    venv.create(home, with_pip=True)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    done = subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", str(wheel)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        capture_output=True,
        text=True,
    ).stdout.strip()
    (Path(site) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return python.parent


def run(command, folder, **environment):
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    env.pop("PYTHONPATH", None)
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120)


def test_the_wheel_holds_resources_and_samples(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "seeds"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"desktop_app/{path.relative_to(ROOT).as_posix()}" in names
    assert "desktop_app/py.typed" in names
    assert not [name for name in names if name.startswith("tests/")]


def test_the_wheel_offers_both_commands(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        text = archive.read(name).decode()
    assert "[console_scripts]\ntwicetold = " in text
    assert "[gui_scripts]\ntwicetold-gui = " in text


def test_every_library_that_is_imported_is_declared(wheel):
    with zipfile.ZipFile(wheel) as archive:
        (name,) = [name for name in archive.namelist() if name.endswith("METADATA")]
        metadata = email.message_from_bytes(archive.read(name))
    declared = set()
    for line in metadata.get_all("Requires-Dist"):
        word = line.split(";")[0]
        for mark in "<>=!~[( ":
            word = word.split(mark)[0]
        declared.add(word.lower().replace("_", "-"))
    owners = packages_distributions()
    for path in (ROOT / "desktop_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module]
            for top in {name.split(".")[0] for name in names} - sys.stdlib_module_names - {"desktop_app"}:
                found = {owner.lower().replace("_", "-") for owner in owners.get(top, [])}
                assert not found or found & declared, f"{path.relative_to(ROOT)} imports {top}, undeclared"


def test_the_installed_program_exports_a_sample(installed, tmp_path):
    done = run([installed / "twicetold", "--export", "out.json"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.json").stat().st_size > 1000
    listed = run([installed / "twicetold", "--list-samples"], tmp_path)
    assert len(listed.stdout.splitlines()) == len(list((ROOT / "seeds").glob("*/meta.toml")))


def test_the_installed_window_opens_the_first_sample(installed, tmp_path):
    program = (
        "import sys\n"
        "import desktop_app\n"
        f"assert not desktop_app.__file__.startswith({str(ROOT)!r})\n"
        "from PySide6.QtWidgets import QApplication\n"
        "application = QApplication(['twicetold'])\n"
        "from desktop_app.ingest.samples import samples\n"
        "from desktop_app.ui.main_window import MainWindow\n"
        "window = MainWindow()\n"
        "window.comparison_ready.connect(lambda *_: (print('ready'), window.close(), application.quit()))\n"
        "window.show()\n"
        "sample = samples()[0]\n"
        "window.open_pair(str(sample.left), str(sample.right))\n"
        "sys.exit(application.exec())\n"
    )
    done = run([installed / "python", "-c", program], tmp_path, XDG_CONFIG_HOME=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "ready" in done.stdout

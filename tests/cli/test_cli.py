"""The command line: what opens, what is refused, and the sentences it says."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from helpers import ROOT

from desktop_app import __version__
from desktop_app.cli import main
from desktop_app.ingest.sources import documents_in, pair_of
from desktop_app.model import LoadError, TwicetoldError
from desktop_app.ui.display import check_display

LEFT = "Bridge opens early\n\nThe mayor of Aldmere opened the new bridge on Friday, two weeks early.\n"
RIGHT = "Aldmere bridge opens\n\nAldmere’s new bridge was opened by the mayor on Friday, a fortnight early.\n"


@pytest.fixture
def pair(tmp_path):
    (tmp_path / "a.txt").write_text(LEFT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(RIGHT, encoding="utf-8")
    return tmp_path / "a.txt", tmp_path / "b.txt"


def run(*words, **environment):
    """Run the program as a process of its own, as a person does."""
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
    )


def refused(done):
    """Assert that a run ended as a refusal does and return its sentence."""
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1
    return lines[0]


def test_version_and_help_answer(capsys):
    with pytest.raises(SystemExit) as version:
        main(["--version"])
    assert version.value.code == 0
    assert __version__ in capsys.readouterr().out
    with pytest.raises(SystemExit):
        main(["--help"])
    assert "--list-samples" in capsys.readouterr().out


def test_samples_are_listed_with_what_they_show(capsys):
    assert main(["--list-samples"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 5
    assert all(":" in line for line in lines)


def test_a_folder_stands_for_its_two_documents_in_the_order_of_their_names(pair):
    first, second = pair
    (first.parent / "notes.json").write_text("{}")
    (first.parent / ".hidden.txt").write_text("x")
    assert documents_in(first.parent) == (str(first), str(second))
    assert pair_of([str(first.parent)]) == (str(first), str(second))


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_folder_without_two_documents_is_refused(tmp_path, count):
    for number in range(count):
        (tmp_path / f"{number}.txt").write_text("A sentence.")
    with pytest.raises(LoadError, match="should hold two"):
        pair_of([str(tmp_path)])


def test_addresses_are_handed_on_unread():
    pair = ["https://example.org/a", "http://example.org/b"]
    assert pair_of(pair) == tuple(pair)


def test_export_writes_the_comparison(pair, tmp_path, capsysbinary):
    target = tmp_path / "out.json"
    assert main([*map(str, pair), "--export", str(target)]) == 0
    written = json.loads(target.read_text(encoding="utf-8"))
    assert (written["format"], written["version"]) == ("twicetold.comparison", 1)
    assert [link["left"] for link in written["links"]] == [[0], [1]]
    assert main([*map(str, pair), "--export", "-", "--format", "json"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == written


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["missing-a.txt", "missing-b.txt"], "missing-a.txt"),
        (["nowhere"], "no file or folder"),
        (["README.md"], "two documents"),
        (["a", "b", "c"], "not more"),
        (["--sample", "no such sample"], "The samples are"),
        (["--sample", "x", "a", "b"], "not both"),
        (["--format", "json"], "--export"),
        (["--export", "out.xyz"], "xyz"),
        (["--export", "-"], "--format"),
        (["desktop_app", "tests"], "is a folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(words, said):
    assert said in refused(run(*words, QT_QPA_PLATFORM="offscreen"))


def test_an_unreadable_file_is_said_in_one_sentence(pair):
    pair[0].write_bytes(b"\x7fELF" + bytes(range(256)) * 20)
    sentence = refused(run(*pair, "--export", "-", "--format", "json"))
    assert "a.txt" in sentence


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a matter of X and Wayland")
@pytest.mark.parametrize(("display", "said"), [("", "no display"), (":987", "does not answer")])
def test_without_a_display_one_sentence_is_said(display, said):
    assert said in refused(run(QT_QPA_PLATFORM="", DISPLAY=display, WAYLAND_DISPLAY=""))


def test_a_missing_qt_is_said_in_one_sentence():
    program = (
        "import sys\nsys.modules['PySide6'] = None\nfrom desktop_app.cli import main\nsys.exit(main([]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert "PySide6 is missing" in refused(done)


def test_a_missing_system_library_names_the_packages(monkeypatch):
    def missing(_name):
        raise OSError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("ctypes.CDLL", missing)
    with pytest.raises(TwicetoldError, match=r"libEGL\.so\.1 is missing.*apt-get install libegl1"):
        check_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")

"""The command line: what opens, what is refused, and the sentences it says."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import time

import pypdfium2
import pytest
from helpers import ROOT
from pypdfium2 import raw

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
        (["", "b"], "name is empty"),
        (["n" * 400, "b"], "no file"),
        (["ftp://example.org/a", "README.md", "--export", "out.json"], "http"),
        (["--unheard-of"], "--unheard-of"),
        (["--sample"], "--help"),
        (["--export", "nowhere/out.json"], "no folder"),
        (["--export", "tests"], "ending"),
        (["--export", "."], "“.” has no ending"),
        (["--export", ""], "name is empty"),
        (["--export", "tests", "--format", "json"], "is a folder"),
        (["--engine", "oracle", "--export", "-", "--format", "json"], "no engine"),
        (["--engine", "oracle"], "no engine"),
        (["--engine-model", "m"], "--engine NAME"),
        (["https://127.0.0.1/a", "https://127.0.0.1/b", "--export", "-", "--format", "csv"], "private"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_sentence(words, said):
    assert said in refused(run(*words, QT_QPA_PLATFORM="offscreen"))


def test_an_unreadable_file_is_said_in_one_sentence(pair):
    pair[0].write_bytes(b"\x7fELF" + bytes(range(256)) * 20)
    sentence = refused(run(*pair, "--export", "-", "--format", "json"))
    assert "a.txt" in sentence


def test_an_export_never_replaces_one_of_the_documents(pair):
    sentence = refused(run(*pair, "--export", pair[1], "--format", "json"))
    assert "one of the documents" in sentence
    assert pair[1].read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize(
    ("content", "said"), [(b"no project", "not a Twicetold project"), (b'{"version": 99}', "newer")]
)
def test_a_broken_or_newer_project_is_refused(tmp_path, content, said):
    path = tmp_path / "story.twicetold"
    path.write_bytes(content.replace(b"{", b'{"format": "twicetold.project", '))
    assert said in refused(run(path, "--export", "-", "--format", "json"))


@pytest.mark.parametrize("format_name", ["json", "html", "csv", "tmx"])
def test_text_is_exported_without_qt(pair, tmp_path, format_name):
    target = tmp_path / f"out.{format_name}"
    program = (
        "import sys\nsys.modules['PySide6'] = None\nfrom desktop_app.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )
    command = [sys.executable, "-c", program, *map(str, pair), "--export", str(target)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert target.stat().st_size > 300


def fonts_of(data):
    """Return the names of the fonts on the first page of a PDF."""
    document = pypdfium2.PdfDocument(data)
    names = set()
    try:
        page = document[0]
        for thing in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            name = ctypes.create_string_buffer(100)
            raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(thing.raw), name, 100)
            names.add(name.value.decode().rpartition("+")[2])
        page.close()
    finally:
        document.close()
    return names


def test_pages_are_exported_whatever_the_display(pair, tmp_path):
    target = tmp_path / "out.pdf"
    done = run(*pair, "--export", target, DISPLAY=":987", QT_QPA_PLATFORM="", WAYLAND_DISPLAY="")
    assert done.returncode == 0, done.stderr
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert {"Inter-Bold", "Inter-Regular", "NotoSerif-Regular"} <= fonts_of(data)  # those of the window


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the full disk is a device of Linux")
@pytest.mark.parametrize("words", [["--list-samples"], ["--export", "-", "--format", "csv"]])
def test_a_full_disk_behind_standard_output_is_said(words):
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "desktop_app", *words]
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True)
    assert "Standard output cannot be written" in refused(done)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="the full disk is a device of Linux")
def test_an_error_that_nobody_can_be_told_of_still_has_its_status():
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "desktop_app", "missing-a.txt", "missing-b.txt"]
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
        assert subprocess.run(command, cwd=ROOT, stderr=full, env=environment).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes as on Unix")
def test_a_reader_that_goes_away_is_no_trouble():
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "desktop_app", "--list-samples"]
    done = subprocess.run(command, cwd=ROOT, stdout=writing, stderr=subprocess.PIPE, text=True)
    os.close(writing)
    assert (done.returncode, done.stderr) == (2, "")


def test_samples_are_listed_on_a_console_of_few_letters():
    done = run("--list-samples", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert refused(run("no such file", "x", PYTHONIOENCODING="ascii")).isascii()


@pytest.mark.skipif(os.name == "nt", reason="terminals as on Unix")
def test_a_terminal_shows_progress_and_is_clean_afterwards(tmp_path):
    import pty

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "desktop_app", "--export", str(tmp_path / "out.json")]
    done = subprocess.run(command, cwd=ROOT, stderr=theirs)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode("utf-8")
    os.close(ours)
    assert done.returncode == 0
    assert "Reading left.txt" in shown
    assert "%" in shown
    assert not shown.split("\r")[-1].strip()
    assert "\n" not in shown


@pytest.mark.skipif(os.name == "nt", reason="signals as on Unix")
def test_an_interrupt_closes_the_window():
    command = [sys.executable, "-m", "desktop_app"]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # What a shell starts in the background ignores interrupts, and so would what is started here.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        program = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
    with program:
        time.sleep(2.5)  # the window is there, or nearly: the answer is the same
        program.send_signal(signal.SIGINT)
        _, said = program.communicate(timeout=20)
    assert program.returncode == 2
    assert said.endswith("twicetold: stopped.\n")
    assert "Traceback" not in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are a matter of X and Wayland")
@pytest.mark.parametrize(
    ("display", "said"), [("", "no display"), (":987", "does not answer"), ("rubbish", "does not answer")]
)
def test_without_a_display_one_sentence_is_said(display, said):
    assert said in refused(run(QT_QPA_PLATFORM="", DISPLAY=display, WAYLAND_DISPLAY=""))


@pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="Qt's platforms are a matter of X and Wayland"
)
def test_a_platform_that_qt_does_not_have_is_said_in_one_sentence():
    assert "which Qt does not know" in refused(run(QT_QPA_PLATFORM="telegraph"))


def test_a_missing_qt_is_said_in_one_sentence():
    program = (
        "import sys\nsys.modules['PySide6'] = None\nfrom desktop_app.cli import main\nsys.exit(main([]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert "PySide6 is missing" in refused(done)


def test_a_missing_system_library_names_the_packages(monkeypatch):
    def missing(_name):
        raise OSError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.delitem(sys.modules, "PySide6.QtWidgets", raising=False)  # else it is plainly there
    monkeypatch.setattr("ctypes.CDLL", missing)
    with pytest.raises(TwicetoldError, match=r"libEGL\.so\.1 is missing.*apt-get install libegl1"):
        check_display({"QT_QPA_PLATFORM": "offscreen"}, "linux")

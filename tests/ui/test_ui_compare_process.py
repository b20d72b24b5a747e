"""Comparing in a process of its own: the same findings, errors that arrive, stopping at any time."""

from __future__ import annotations

import io
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.compare import compare
from desktop_app.ingest import from_text
from desktop_app.model import Article, Cancelled, Origin, TwicetoldError, no_progress
from desktop_app.text import phrases
from desktop_app.text.prepare import prepare
from desktop_app.ui import compare_process
from desktop_app.ui.compare_process import compare_texts

NAMES = ("Ansel Brook", "Ida Farrow", "Tomas Reyl", "Mira Quell")


def article(count: int, said: str) -> Article:
    lines = [
        f"Mayor {NAMES[n % 4]} {said} that bridge {n} would cost {n + 20} million crowns. "
        f"“It holds for year {n},” said {NAMES[(n + 1) % 4]}."
        for n in range(count)
    ]
    return prepare(from_text("\n\n".join(["Bridges of the valley", *lines])))


@pytest.fixture
def always(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare in a process however short the texts are."""
    monkeypatch.setattr(compare_process, "LONG_PARAGRAPHS", 2)


@pytest.mark.usefixtures("always")
def test_the_process_finds_what_comparing_here_finds() -> None:
    left, right = article(12, "said"), article(14, "told the council")
    told: list[float] = []
    found = compare_texts(left, right, lambda fraction, _: told.append(fraction))
    assert found == compare(left, right)
    assert found.left is left
    assert found.alignment.links
    assert told == sorted(told)


@pytest.mark.usefixtures("always")
def test_modules_beside_the_documents_are_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("queue", "pickle", "desktop_app"):
        (tmp_path / f"{name}.py").write_text(f"open('ran-{name}', 'w')\nraise SystemExit\n")
    monkeypatch.chdir(tmp_path)
    left, right = article(3, "said"), article(3, "told")
    assert compare_texts(left, right, no_progress) == compare(left, right)
    assert not list(tmp_path.glob("ran-*"))


@pytest.mark.usefixtures("always")
def test_what_the_process_says_is_told_in_the_language_here() -> None:
    left = prepare(from_text("A bridge\n\nMayor Ida Farrow said the bridge would cost 30 million crowns."))
    right = prepare(from_text("A bridge\n\nMayor Ida Farrow said the bridge would cost 45 million crowns."))
    english = [change.note for change in compare(left, right).changes]
    assert english
    phrases.install(lambda template, _: f"» {template}")
    try:
        found = compare_texts(left, right, no_progress)
    finally:
        phrases.install()
    assert [change.note for change in found.changes] == [f"» {note}" for note in english]


@pytest.mark.usefixtures("always")
def test_fixed_links_and_parted_pairs_go_along() -> None:
    left, right = article(6, "said"), article(6, "told the council")
    first = compare(left, right)
    link = replace(first.alignment.links[2], origin=Origin.MANUAL)
    parted = {(pair.left, pair.right) for pair in first.alignment.links[3].pairs}
    found = compare_texts(left, right, no_progress, fixed=[link], rejected=parted)
    assert found == compare(left, right, fixed=[link], rejected=parted)


@pytest.mark.usefixtures("always")
def test_it_stops_at_once_when_nobody_wants_it() -> None:
    left, right = article(150, "said"), article(150, "told the council")
    wanted = threading.Event()
    wanted.set()
    ended: list[float] = []

    def progress(fraction: float, message: str) -> None:  # noqa: ARG001
        if not wanted.is_set():
            raise Cancelled

    def run() -> None:
        with pytest.raises(Cancelled):
            compare_texts(left, right, progress)
        ended.append(time.monotonic())

    worker = threading.Thread(target=run)
    worker.start()
    time.sleep(0.1)
    stopped = time.monotonic()
    wanted.clear()
    worker.join(10)
    assert ended
    assert ended[0] - stopped < 2.0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
@pytest.mark.usefixtures("always")
def test_a_process_that_is_killed_is_told_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    started = compare_process.start_module

    def killed(name: str) -> subprocess.Popen[bytes] | None:
        process = started(name)
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        return process

    monkeypatch.setattr(compare_process, "start_module", killed)
    with pytest.raises(TwicetoldError, match="ended before"):
        compare_texts(article(5, "said"), article(5, "told"), no_progress)


def test_an_error_in_the_process_comes_back() -> None:
    there, back = io.BytesIO(), io.BytesIO()
    for message in ("no article", None, "no article", None, ((), ())):
        pickle.dump(message, there)
    there.seek(0)
    compare_process.serve(there, back)
    back.seek(0)
    while (message := pickle.load(back))[0] == "progress":  # noqa: S301
        pass
    assert message[0] == "failed"
    assert isinstance(message[1], TypeError)
    assert any("Traceback" in note for note in message[1].__notes__)


def test_an_error_that_cannot_be_packed_is_told() -> None:
    class HomemadeError(Exception):
        pass

    sent = compare_process._sendable(HomemadeError("the lamp is out"))
    assert isinstance(sent, RuntimeError)
    assert "the lamp is out" in str(sent)


@pytest.mark.usefixtures("always")
def test_it_is_compared_here_where_no_process_can_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    left, right = article(3, "said"), article(3, "told")
    assert compare_texts(left, right, no_progress) == compare(left, right)


def test_short_texts_and_engines_that_are_open_stay_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise AssertionError(f"no process is needed for {name}")

    monkeypatch.setattr(compare_process, "start_module", refuse)
    left, right = article(3, "said"), article(3, "told")
    assert compare_texts(left, right, no_progress) == compare(left, right)


def test_the_process_needs_no_qt() -> None:
    code = (
        "import sys; sys.modules['PySide6'] = None; import desktop_app.ui.compare_process as c; "
        "from desktop_app.compare import compare; print(c.CHUNK)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == str(compare_process.CHUNK), done.stderr

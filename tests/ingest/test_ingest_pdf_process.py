"""PDF files are read in a process of their own: whatever becomes of it, the program goes on."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from desktop_app.ingest import load, pdf, pdf_process
from desktop_app.ingest.pdf import read_pdf
from desktop_app.model import Cancelled, LoadError, no_progress

DATA = Path(__file__).parent / "data" / "columns.pdf"


class Stand:
    """Starts a little program in place of the reader, and remembers the process."""

    def __init__(self, program: str) -> None:
        self.program = program
        self.process: subprocess.Popen[bytes] | None = None

    def __call__(self, name: str) -> subprocess.Popen[bytes]:
        assert name == "desktop_app.ingest.pdf_process"
        self.process = subprocess.Popen(
            [sys.executable, "-c", self.program], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        return self.process


def test_the_process_reads_what_reading_here_reads() -> None:
    data = DATA.read_bytes()
    here = read_pdf(data, "columns.pdf")
    assert pdf_process.read_pdf_apart(data, "columns.pdf", no_progress) == here
    back = io.BytesIO()
    pdf_process.serve(io.BytesIO(b'"columns.pdf"\n' + data), back)
    kinds = {json.loads(line)[0] for line in back.getvalue().splitlines()}
    assert kinds >= {"progress", "block", "done"}


def test_it_is_read_here_where_no_process_can_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    data = DATA.read_bytes()
    assert pdf_process.read_pdf_apart(data, "a.pdf", no_progress) == read_pdf(data, "a.pdf")


@pytest.mark.parametrize("name", ["story.pdf", "“odd”\n\udcff.pdf"])
def test_what_the_process_refuses_is_told(name: str) -> None:
    with pytest.raises(LoadError, match="damaged and cannot be read") as caught:
        pdf_process.read_pdf_apart(b"%PDF-1.4 nothing more", name, no_progress)
    assert name in str(caught.value)
    back = io.BytesIO()
    pdf_process.serve(io.BytesIO(b'"a.pdf"\n%PDF-1.4 nothing more'), back)
    assert json.loads(back.getvalue().splitlines()[-1])[0] == "refused"


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import sys; sys.stdin.buffer.read(); sys.stdout.write('[\"progress\", 0.')",
        "pass",
    ],
)
def test_a_process_that_breaks_down_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, program: str
) -> None:
    monkeypatch.setattr(pdf_process, "start_module", Stand(program))
    story = tmp_path / "story.pdf"
    story.write_bytes(DATA.read_bytes() + bytes(5_000_000))
    with pytest.raises(LoadError, match=r"“story.pdf” cannot be read: .* Get another copy of it\."):
        load(story)


def test_a_process_of_which_nothing_is_heard_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = Stand("import time; time.sleep(60)")
    monkeypatch.setattr(pdf_process, "start_module", stand)
    monkeypatch.setattr(pdf_process, "_SILENCE", 0.2)
    with pytest.raises(LoadError, match="takes too long to read"):
        load(DATA)
    assert stand.process is not None
    assert stand.process.poll() is not None


def test_cancelling_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    stand = Stand("import time; time.sleep(60)")
    monkeypatch.setattr(pdf_process, "start_module", stand)
    told: list[str] = []

    def stop(_fraction: float, message: str) -> None:
        told.append(message)
        if len(told) > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        load(DATA, stop)
    assert stand.process is not None
    assert stand.process.poll() is not None


@pytest.mark.skipif(sys.platform != "linux", reason="not every system bounds memory")
def test_the_process_may_not_take_all_memory() -> None:
    code = "from desktop_app.ingest.pdf_process import _bound; _bound(); bytearray(3 << 30)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )
    assert "MemoryError" in done.stderr


def test_more_pages_than_can_be_read_are_refused_not_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "_MOST_PAGES", 2)
    document = pypdfium2.PdfDocument.new()
    buffer = io.BytesIO()
    for _ in range(3):
        document.new_page(200, 200)
    document.save(buffer)
    document.close()
    with pytest.raises(LoadError, match=r"more than 2 pages\. Open a part"):
        read_pdf(buffer.getvalue(), "long.pdf")

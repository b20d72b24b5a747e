"""Feed mutated documents to every reader: nothing may crash, hang or answer without a sentence.

    python tests/benchmarks/fuzz_readers.py [inputs] [seed]

20,000 inputs by default, in turn over plain text, web pages, Markdown, Word, OpenDocument, EPUB and PDF,
mutated as bytes, inside the parts of archives, and by splicing two documents. Prints what came of them and
the slowest. Exit status 1 if any input raised something else than a sentence or took longer than ten seconds.
"""

from __future__ import annotations

import io
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from desktop_app.ingest import from_text, load  # noqa: E402
from desktop_app.ingest.load import from_html  # noqa: E402
from desktop_app.model import LoadError  # noqa: E402

DATA = ROOT / "tests" / "ingest" / "data"
LIMIT = 10.0
_BITS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"<", b"<!DOCTYPE html>", b"<!ENTITY a 'b'>", b"&a;", b"]]>",
    b"<div>" * 50, b"</p>", b"\r", b"\n" * 30, b"\xe2\x80\xae", b"%PDF-1.4", b"endobj", b"stream\n",
    b"PK\x03\x04", b"9" * 40, b"-1", b"/Length 99999999", b"\xf0\x9f\x91\x8d", b"---\n",
    b"| a |\n|---|\n", b"```", b"\x1b", b"\xc3", b"\xa0",
)  # fmt: skip


def documents() -> dict[str, bytes]:
    """The documents to start from: those of the tests and small ones written here."""
    found = {path.name: path.read_bytes() for path in sorted(DATA.iterdir()) if path.is_file()}
    story = "Ferry stopped after fire\n\n" + "\n".join(
        f"Nobody was hurt, said Mr. Hale of the U.S. office on day {number}. “We left,” he said."
        for number in range(30)
    )
    rows = "".join(
        f"<p>Nobody was hurt on day {number}, <b>he</b> said &amp; left.</p>" for number in range(30)
    )
    found["story.txt"] = story.encode()
    found["wide.txt"] = story.encode("utf-16")
    found["old.txt"] = story.encode("cp1252")
    found["story.md"] = b"---\ntitle: Ferry\n---\n\n# Ferry\n\n- one\n- two\n\n> said\n\n" + story.encode()
    found["page.html"] = (
        "<!doctype html><html><head><title>Ferry</title><meta charset=utf-8></head><body>"
        f"<nav><a href=/>Home</a></nav><article><h1>Ferry</h1>{rows}<table><tr><td>a</td></tr></table>"
        "</article></body></html>"
    ).encode()
    return found


def mutate(data: bytes, other: bytes, random_: random.Random) -> bytes:
    """Return a damaged copy of ``data``, sometimes spliced with ``other``."""
    mixed = bytearray(data)
    for _ in range(random_.choice((1, 1, 2, 4, 16, 64))):
        if not mixed:
            break
        at = random_.randrange(len(mixed))
        kind = random_.randrange(7)
        if kind == 0:
            mixed[at] = random_.randrange(256)
        elif kind == 1:
            mixed[at:at] = random_.choice(_BITS)
        elif kind == 2:
            del mixed[at : at + random_.choice((1, 2, 10, 200, 5000))]
        elif kind == 3:
            mixed[at:at] = mixed[at : at + random_.choice((2, 50, 500))] * random_.choice((1, 2, 20))
        elif kind == 4:
            mixed[at] ^= 1 << random_.randrange(8)
        elif kind == 5 and other:
            start = random_.randrange(len(other))
            mixed[at : at + 100] = other[start : start + random_.choice((20, 400))]
        else:
            mixed[at : at + 4] = random_.randbytes(4)
    return bytes(mixed)


def mutate_archive(data: bytes, other: bytes, random_: random.Random) -> bytes:
    """Return an archive in order whose parts are damaged."""
    source = zipfile.ZipFile(io.BytesIO(data))
    names = [name for name in source.namelist() if not name.endswith("/")]
    chosen = random_.choice(names)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name in names:
            part = source.read(name)
            if name == chosen and random_.random() < 0.1:
                continue
            target.writestr(name, mutate(part, other, random_) if name == chosen else part)
    return buffer.getvalue()


def cases(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield ``count`` mutated documents with their names; the same seed gives the same documents."""
    random_ = random.Random(seed)  # noqa: S311 - repeatable, not secret
    known = documents()
    names = sorted(known)
    for number in range(count):
        name = names[number % len(names)]
        data, other = known[name], known[random_.choice(names)]
        if data.startswith(b"PK") and random_.random() < 0.8:
            yield name, mutate_archive(data, other, random_)
        else:
            yield name, mutate(data, other, random_)


def _check_sentence(error: LoadError) -> None:
    if not str(error).endswith("."):
        raise AssertionError(f"no sentence: {error}")


def try_one(folder: Path, name: str, data: bytes) -> str:
    """Read one document as a file and, if it is text, as if pasted; return "read" or "refused"."""
    path = folder / name
    path.write_bytes(data)
    try:
        article = load(path)
        for paragraph in article.paragraphs:
            assert paragraph.text.strip(), "an empty paragraph"
            paragraph.text.encode()
            assert all(0 <= s.start < s.end <= len(paragraph.text) for s in paragraph.sentences), (
                "a wild sentence"
            )
        outcome = "read"
    except LoadError as error:
        _check_sentence(error)
        outcome = "refused"
    if name.endswith((".txt", ".html")):
        text = data.decode("latin-1") if len(data) % 2 else data.decode("utf-8", "surrogateescape")
        for paste in (from_text, from_html):
            try:
                paste(text)
            except LoadError as error:
                _check_sentence(error)
    return outcome


def main() -> int:
    """Run the benchmark; return the exit status."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    outcomes: Counter[str] = Counter()
    slowest = (0.0, "")
    bad = 0
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, data) in enumerate(cases(count, seed)):
            start = time.process_time()  # other programs must not count
            try:
                outcomes[f"{Path(name).suffix} {try_one(Path(folder), name, data)}"] += 1
            except Exception as error:
                bad += 1
                print(f"input {number} ({name}, seed {seed}): {type(error).__name__}: {error}")
            spent = time.process_time() - start
            slowest = max(slowest, (spent, f"input {number} ({name})"))
            if spent > LIMIT:
                bad += 1
                print(f"input {number} ({name}, seed {seed}) took {spent:.1f} s")
    for outcome, times in sorted(outcomes.items()):
        print(f"{outcome:16} {times:6}")
    spent = time.monotonic() - begun
    print(f"{count} inputs in {spent:.0f} s, slowest {slowest[0]:.2f} s: {slowest[1]}; {bad} bad")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())

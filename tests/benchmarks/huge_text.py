"""A text of 5 MB without a single line end: seconds to load and compare, peak memory, longest silence.

It is compared with a short story and, for the silence between two progress reports, with itself.

Such a file is a whole book whose line ends were lost; it has to open in bounded time and memory.
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from pathlib import Path

for _folder in Path(__file__).resolve().parents[1:3]:
    sys.path.insert(0, str(_folder))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from compare_scale import silence, story  # noqa: E402

from desktop_app.compare import compare  # noqa: E402
from desktop_app.ingest import from_text, load  # noqa: E402

BYTES = 5_000_000


def main() -> int:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.txt"
        words = " ".join(story(30_000)[0]).encode()[:BYTES].decode("utf-8", "ignore")
        path.write_text(words, encoding="utf-8")
        begin = time.process_time()
        book = load(path)
        loaded = time.process_time()
        compare(book, from_text("\n".join(story(40)[1])))
        done = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"5 MB in one line: loaded in {loaded - begin:.1f} s, compared with 40 paragraphs in "
        f"{done - loaded:.1f} s of processor time, peak {peak:.0f} MB"
    )
    begin = time.process_time()
    gap, message = silence(book, from_text(words))
    print(
        f"compared with itself in {time.process_time() - begin:.1f} s of processor time, "
        f"longest silence {1000 * gap:.0f} ms after “{message}”"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

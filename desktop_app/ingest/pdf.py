"""PDF documents: the text and its place on the page, by pdfium."""

from __future__ import annotations

import ctypes
import re
import threading
from typing import Any

from desktop_app.ingest.blocks import Document
from desktop_app.ingest.pdf_layout import Line, lay_out
from desktop_app.model import LoadError, Progress, no_progress

_MOST_PAGES = 1000
_MOST_CHARACTERS = 5_000_000
_REPORT_EVERY = 2000
_COLUMN_GAP = 2.2
"""Empty space, in font sizes, that separates columns or cells rather than words."""
_WORD_GAP = 0.1
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "ft",
        "ﬆ": "st",
        "\x02": "-",
        "\ufffe": "-",
    }
)
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")

# pdfium may only be used by one thread at a time.
_LOCK = threading.Lock()


def read_pdf(data: bytes, name: str, progress: Progress = no_progress) -> Document:
    """Return the document of a PDF file: lines joined to paragraphs, hyphens undone, page heads dropped.

    Raises LoadError for damaged files, for those with a password and for those that hold only pictures.
    """
    progress(0.0, "Reading the PDF document")
    while not _LOCK.acquire(timeout=0.05):
        progress(0.0, "Waiting for another PDF document")
    try:
        lines, pages, metadata = _read_lines(data, name, progress)
    finally:
        _LOCK.release()
    if not lines:
        raise LoadError(f"“{name}” holds no text, only pictures of pages. Use a copy with text in it.")
    progress(0.9, "Joining lines to paragraphs")
    document = lay_out(lines, pages)
    document.metadata.update(metadata)
    return document


def _read_lines(data: bytes, name: str, progress: Progress) -> tuple[list[Line], int, dict[str, str]]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)  # type: ignore[no-untyped-call]
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise LoadError(f"“{name}” is protected by a password. Save a copy without it.") from None
        raise LoadError(f"“{name}” is damaged and cannot be read. Get another copy of it.") from None
    lines: list[Line] = []
    characters = 0
    try:
        pages = min(len(pdf), _MOST_PAGES)
        if len(pdf) > _MOST_PAGES and _has_page(pdf, _MOST_PAGES):  # not every file counts rightly
            raise LoadError(f"“{name}” has more than {_MOST_PAGES} pages. Open a part of it.")
        metadata = _metadata(pdf)
        for number in range(pages):
            progress(0.05 + 0.85 * number / pages, f"Reading page {number + 1} of {pages}")
            try:
                page = pdf[number]
            except pypdfium2.PdfiumError:
                continue  # one damaged page does not spoil the others
            try:
                text_page = page.get_textpage()
                characters += text_page.count_chars()
                if characters > _MOST_CHARACTERS:
                    raise LoadError(f"“{name}” is too long. Open a part of it.")
                lines.extend(_lines_of(text_page, number, progress))
                text_page.close()
            except pypdfium2.PdfiumError:
                continue
            finally:
                page.close()
    finally:
        pdf.close()  # type: ignore[no-untyped-call]
    return lines, pages, metadata


def _has_page(pdf: Any, number: int) -> bool:
    import pypdfium2

    try:
        pdf[number].close()
    except pypdfium2.PdfiumError:
        return False
    return True


def _metadata(pdf: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    author = pdf.get_metadata_value("Author")
    if author and author.strip():
        found["author"] = author.strip()[:500]
    date = _DATE.match(pdf.get_metadata_value("CreationDate") or "")
    if date:
        found["date"] = "-".join(date.groups())
    return found


class _Gathering:
    """The characters of one line while they come in."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.parts: list[str] = []
        self.sizes: list[float] = []
        self.left = self.right = self.top = self.bottom = 0.0
        self.inked = False
        self.gaps: list[tuple[float, int]] = []

    def add(self, character: str, box: tuple[float, float, float, float] | None, size: float) -> None:
        inside = box is not None and self.inked and character.strip() and self.parts[-1].strip()
        # The letters of a ligature come in boxes that fit tightly; the space beside them tells nothing.
        if inside and box is not None and abs(size - self.sizes[-1]) < 0.05 * size:
            self.gaps.append((box[0] - self.right, len(self.parts)))
        self.parts.append(character)
        if box is None or not character.strip():
            return
        left, right, bottom, top = box
        if not self.inked:
            self.left, self.right, self.bottom, self.top = left, right, bottom, top
        else:
            self.left, self.right = min(self.left, left), max(self.right, right)
            self.bottom, self.top = min(self.bottom, bottom), max(self.top, top)
        self.inked = True
        self.sizes.append(size)

    def line(self) -> Line | None:
        if self.gaps and self.inked:
            # A space may be left out where the gap alone shows it.
            least = sorted(gap for gap, _ in self.gaps)[len(self.gaps) // 2] + _WORD_GAP * self.sizes[0]
            for gap, place in reversed(self.gaps):
                if gap > least:
                    self.parts.insert(place, " ")
        text = " ".join("".join(self.parts).translate(_LIGATURES).split())
        if not text or not self.inked:
            return None
        size = sorted(self.sizes)[len(self.sizes) // 2]
        return Line(self.page, self.left, self.right, self.top, self.bottom, size, text)


def _lines_of(text_page: Any, number: int, progress: Progress) -> list[Line]:
    """Return the lines of a page as pdfium breaks them, cut where a column gap runs through them."""
    from pypdfium2 import raw as pdfium

    raw: Any = pdfium

    box = raw.FS_RECTF()
    lines: list[Line] = []
    current = _Gathering(number)

    def finish() -> None:
        nonlocal current
        line = current.line()
        if line is not None:
            lines.append(line)
        current = _Gathering(number)

    for index in range(text_page.count_chars()):
        if index % _REPORT_EVERY == 0:
            progress(0.0, f"Reading page {number + 1}")
        code = raw.FPDFText_GetUnicode(text_page.raw, index)
        character = chr(code) if 0 < code <= 0x10FFFF else ""
        if character in ("\r", "\n"):
            finish()
            continue
        size = raw.FPDFText_GetFontSize(text_page.raw, index)
        placed: tuple[float, float, float, float] | None = None
        if raw.FPDFText_GetLooseCharBox(text_page.raw, index, ctypes.byref(box)):
            placed = (box.left, box.right, box.bottom, box.top)
            height = abs(box.top - box.bottom)
            size = height or size  # the font size before scaling may be 1
            if current.inked and character.strip() and not _on_line(current, placed, size):
                finish()
        current.add(character, placed, size)
    finish()
    return lines


def _on_line(current: _Gathering, box: tuple[float, float, float, float], size: float) -> bool:
    left, right, bottom, top = box
    if left - current.right > _COLUMN_GAP * size or current.left - right > 3 * size:
        return False
    return min(top, current.top) - max(bottom, current.bottom) > -0.5 * size

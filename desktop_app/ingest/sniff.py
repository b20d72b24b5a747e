"""Tell what a document is from its first bytes; its name only breaks ties."""

from __future__ import annotations

import re
from enum import StrEnum

from desktop_app.model import LoadError


class Form(StrEnum):
    """The forms of documents that can be read."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    MHTML = "mhtml"
    WORD = "word"
    OPEN_DOCUMENT = "open document"
    PDF = "pdf"
    EPUB = "epub"


_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:(?><!--.{0,4000}?-->)\s*+)*+<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|meta|title|section)\b",
    re.IGNORECASE | re.DOTALL,
)
# A line can be read in one way only: in two, forty lines without an empty one would take for ever.
_MHTML_START = re.compile(rb"(?:[\w-]{1,60}:[^\r\n]{0,998}\r?\n(?:[ \t][^\r\n]{0,998}\r?\n)*){1,40}\r?\n")
_OURS = re.compile(rb"\s*\{\s*\"format\":\s*\"twicetold\.(project|comparison)\"")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht")

_REFUSED = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is an old or locked Office document. Save it as .docx and open that.",
    ),
    (b"{\\rtf", "is a rich text file. Save it as .docx or as plain text and open that."),
    (b"\x89PNG", "is a picture. Choose a document with text."),
    (b"\xff\xd8\xff", "is a picture. Choose a document with text."),
    (b"GIF8", "is a picture. Choose a document with text."),
    (b"II*\x00", "is a picture. Choose a document with text."),
    (b"MM\x00*", "is a picture. Choose a document with text."),
    (b"\x1f\x8b", "is a compressed file. Unpack it first."),
    (b"BZh", "is a compressed file. Unpack it first."),
    (b"\xfd7zXZ\x00", "is a compressed file. Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "is a compressed file. Unpack it first."),
    (b"Rar!\x1a\x07", "is a compressed file. Unpack it first."),
    (b"\x7fELF", "is a program, not a document."),
    (b"MZ\x90\x00", "is a program, not a document."),
    (b"SQLite format 3\x00", "is a database, not a document."),
    (b"OggS", "is a sound or film file. Choose a document with text."),
    # With its version: a story may begin with the car ID3.
    (b"ID3\x02", "is a sound or film file. Choose a document with text."),
    (b"ID3\x03", "is a sound or film file. Choose a document with text."),
    (b"ID3\x04", "is a sound or film file. Choose a document with text."),
    (b"\x1aE\xdf\xa3", "is a sound or film file. Choose a document with text."),
)


def form_of(data: bytes, name: str) -> Form:
    """Return the form of a document. Raises LoadError for files known not to be one."""
    for start, sentence in _REFUSED:
        if data.startswith(start):
            raise LoadError(f"“{name}” {sentence}")
    if ours := _OURS.match(data[:200]):
        if ours.group(1) == b"project":
            raise LoadError(f"“{name}” is a Twicetold project, not a document. Open it by itself.")
        raise LoadError(f"“{name}” is a comparison that was exported. Choose a document with a story in it.")
    if data[4:8] == b"ftyp":
        raise LoadError(f"“{name}” is a sound, picture or film file. Choose a document with text.")
    if b"%PDF-" in data[:1024]:
        return Form.PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _form_of_archive(data, name)
    head = data[:16_384]
    if _MHTML_START.match(head) and b"mime-version:" in head.lower() and b"multipart/related" in head.lower():
        return Form.MHTML
    lower = name.lower()
    if lower.endswith(_HTML_NAMES) or is_page(_as_ascii(head)):
        return Form.HTML
    return Form.MARKDOWN if lower.endswith(_MARKDOWN_NAMES) else Form.TEXT


def is_page(text: str) -> bool:
    """Return whether a text begins as the source of a web page does."""
    return _HTML_START.match(text[:16_384]) is not None


def _as_ascii(head: bytes) -> str:
    """The start of a document as text, good enough to find a tag in any encoding."""
    return (
        head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").replace(b"\x00", b"").decode("latin-1")
    )


def _form_of_archive(data: bytes, name: str) -> Form:
    from desktop_app.ingest.archive import Archive

    archive = Archive(data, name)
    if "word/document.xml" in archive.names:
        return Form.WORD
    if "META-INF/container.xml" in archive.names:
        return Form.EPUB
    if "mimetype" in archive.names and "content.xml" in archive.names:
        kind = archive.read("mimetype")[:100]
        if kind.strip().startswith(b"application/vnd.oasis.opendocument.text"):
            return Form.OPEN_DOCUMENT
    if "[Content_Types].xml" in archive.names and any(part.startswith("word/") for part in archive.names):
        return Form.WORD
    raise LoadError(
        f"“{name}” is an archive or a document of another kind. Choose a Word, PDF or EPUB document."
    )

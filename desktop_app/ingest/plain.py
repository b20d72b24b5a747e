"""Plain text: decoding, cleaning, cutting into paragraphs."""

from __future__ import annotations

import codecs
import unicodedata

from desktop_app.model import Article, LoadError, Progress
from desktop_app.text.paragraphs import split_paragraphs
from desktop_app.text.prepare import prepare

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes, name: str) -> str:
    """Return the text of a file's bytes. Raises LoadError for bytes that are no text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def article_from_text(text: str, source: str, name: str, progress: Progress) -> Article:
    """Return the prepared article of a decoded text. Raises LoadError when it holds no words."""
    text = unicodedata.normalize("NFC", text.replace("\x00", ""))
    paragraphs = split_paragraphs(text)
    if not any(character.isalnum() for paragraph in paragraphs for character in paragraph):
        raise LoadError(f"“{name}” holds no text. Choose a document with a story in it.")
    progress(0.7, "Cutting paragraphs into sentences")
    return prepare(Article.from_paragraphs(paragraphs, source=source))

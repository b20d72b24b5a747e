"""Plain text: from bytes to characters, cleaned, cut into paragraphs."""

from __future__ import annotations

import codecs
import re
import unicodedata

from desktop_app.model import Article, LoadError, Progress, no_progress, part_of
from desktop_app.text.paragraphs import clean, pieces, split_paragraphs
from desktop_app.text.prepare import prepare

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# As browsers read them (the labels of the WHATWG's Encoding Standard): what calls itself by the narrower
# name is often written in the wider.
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# Encodings Python knows that no document is written in; some of them take quadratic time.
_NO_ENCODINGS = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined", "utf-7"})
_ESCAPES = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_ext"))
"""What mail in Korean and Japanese uses to change from one set of letters to another."""
_SAMPLE = 32_768
"""Bytes shown to the guesser of encodings: more makes it slower, not better."""
_MOST_DAMAGE = 0.01
"""UTF-8 in which no more than this share of characters is damaged is still UTF-8."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_TYPOGRAPHIC = frozenset("‘’‚“”„–—…•€£¥§°´·«»‹›¡¿©®™½¼¾²³ºª¢†‡‰×÷±¨ˆ˜\xa0\xad")


def decode(data: bytes, name: str, declared: str = "") -> str:
    """Return the text of a file's bytes, in whatever encoding they are.

    Byte order marks decide first, then the ``declared`` encoding where there is one, UTF-16 and UTF-32
    without marks by their NUL bytes, UTF-8 if it fits, Windows-1252 if its accents stand where accents
    stand, else charset-normalizer's guess. ``name`` is for the message. Raises LoadError for bytes that
    are no text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, errors="replace"), name)
    if declared:
        try:
            known = codecs.lookup(declared).name
            if known not in _NO_ENCODINGS:
                return _checked(data.decode(_WIDER.get(known, known)), name)
        except (LookupError, UnicodeError, ValueError):
            pass  # unknown or untrue; the bytes tell better
    wide = _wide_encoding(data)
    if wide:
        return _checked(data.decode(wide, errors="replace"), name)
    for escape, encoding in _ESCAPES:
        if escape in data:
            try:
                return _checked(data.decode(encoding), name)
            except UnicodeError:
                pass  # something else, with such bytes in it
    try:
        return _checked(data.decode("utf-8"), name)
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    many = sum(1 for character in text[:200_000] if character > "\x7f")
    if damaged <= _MOST_DAMAGE * len(text) and many > 4 * damaged:
        return _checked(text, name)
    _refuse_binary(data, name)
    western = data.decode("cp1252", errors="replace")
    if _reads_western(western[:200_000]):
        return _checked(western, name)
    return _checked(_guess(data) or western, name)


def _wide_encoding(data: bytes) -> str:
    """Return the encoding of UTF-16 or UTF-32 without a mark: plain characters leave NULs at one place."""
    sample = data[:4096]
    sample = sample[: len(sample) - len(sample) % 4]
    if len(sample) < 8 or 0 not in sample:
        return ""
    nuls = [sample[place::4].count(0) / (len(sample) // 4) for place in range(4)]
    if nuls[3] == 1.0 and nuls[2] > 0.9 and nuls[0] < 0.1:
        return "utf-32-le"
    if nuls[0] == 1.0 and nuls[1] > 0.9 and nuls[3] < 0.1:
        return "utf-32-be"
    even, odd = (nuls[0] + nuls[2]) / 2, (nuls[1] + nuls[3]) / 2
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else ""


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:65_536]
    controls = sum(sample.count(code) for code in (*range(1, 9), *range(14, 27), *range(28, 32)))
    if sample.count(0) > 0.005 * len(sample) or controls > 0.02 * len(sample):
        raise LoadError(f"“{name}” is not a text document. Choose a text, web page, Word, PDF or EPUB file.")


def _checked(text: str, name: str) -> str:
    """Return the text as it is; refuse it when too much of it is control characters or was lost."""
    sample = text[:65_536]
    controls = sum(1 for c in sample if c < " " and c not in "\t\n\r\x0b\x0c\x1a\x1b")
    lost = sample.count("\ufffd")
    if sample and (controls > max(2, 0.05 * len(sample)) or lost > max(2, 0.2 * len(sample))):
        raise LoadError(f"“{name}” is not a text document. Choose a text, web page, Word, PDF or EPUB file.")
    return text


def _reads_western(text: str) -> bool:
    """Whether the characters beyond ASCII stand where Western European writing puts them."""
    high = odd = letters = 0
    previous = " "
    for character in text:
        if character.isalpha():
            letters += 1
        if character > "\x7f":
            high += 1
            misplaced = character.isupper() and previous.islower()
            unknown = not character.isalpha() and character not in _TYPOGRAPHIC
            glued = character in "¢£¥§³²ªº¼½¾×÷±¨´" and previous.isalpha() and previous not in "mk"
            odd += misplaced or unknown or glued
        previous = character
    return odd <= 0.02 * high and high <= 0.25 * max(letters, 1) + 2


def _guess(data: bytes) -> str | None:
    """Ask charset-normalizer, on the part of the file that has most to tell."""
    from charset_normalizer import from_bytes

    starts = range(0, max(1, len(data) - _SAMPLE), max(_SAMPLE, len(data) // 16))
    best = max(starts, key=lambda start: sum(byte > 127 for byte in data[start : start + _SAMPLE : 7]))
    found = from_bytes(data[best : best + _SAMPLE]).best()
    return None if found is None else data.decode(found.encoding, errors="replace")


def normalise(text: str) -> str:
    """Return the text in NFC with line feeds, without control characters and broken surrogates.

    Goes piece by piece: a long text at once would keep the interpreter from the window meanwhile.
    """
    return "".join(map(_normalised, pieces(text)))


def _normalised(text: str) -> str:
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unicodedata.normalize("NFC", clean(text))


def refuse_empty(paragraphs: list[str], name: str) -> None:
    """Raise LoadError when the paragraphs hold no letter and no digit."""
    if not any(character.isalnum() for paragraph in paragraphs for character in paragraph):
        raise LoadError(f"“{name}” holds no text. Choose a document with a story in it.")


def article_from_text(text: str, source: str, name: str, progress: Progress = no_progress) -> Article:
    """Return the prepared article of a decoded text. Raises LoadError when it holds no words."""
    progress(0.0, "Finding paragraphs")
    paragraphs = split_paragraphs(normalise(text))
    refuse_empty(paragraphs, name)
    return prepare(Article.from_paragraphs(paragraphs, source=source), part_of(progress, 0.2, 1.0))

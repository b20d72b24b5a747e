"""Cut a plain text into paragraphs."""

from __future__ import annotations

import re

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BREAKS = re.compile(r"\n+")
_SPACES = re.compile(r"[^\S\n]+")


def split_paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text: separated by one or more line ends, stripped, empty ones dropped.

    Hard-wrapped text is joined first.
    """
    text = _LINE_END.sub("\n", text)
    stripped = (part.strip() for part in _BREAKS.split(text))
    return [part for part in stripped if part]

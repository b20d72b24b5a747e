"""Digits that are no figures: telephone numbers, addresses, links and codes."""

from __future__ import annotations

import re

from desktop_app.text.value import Taken

_STREET = (
    r"(?:Street|St\b\.?|Road|Rd\b|Avenue|Ave\b|Lane|Drive|Square|Place|Boulevard|Blvd\b|Terrace|Way|Court|Crescent"
    r"|Close|Row|Hill|Gardens|Quay|Wharf|Parade)"
)
_CODE = re.compile(
    r"(?:https?://|www\.)[^\s]{1,400}|(?<![\w.@-])(?:[\w-]{1,60}\.){1,4}[a-z]{2,6}/[^\s]{0,400}"
    r"|[\w.+-]{1,60}@[\w-]{1,60}\.[\w.]{2,20}"
    r"|(?<![\w.,])\+\d{1,3}(?:[\s.-]?\(?\d{2,5}\)?){2,5}(?!\w)"
    r"|(?<![\w.,])\(?0\d{2,5}\)?[\s-]\d{3,4}(?:[\s-]?\d{3,4})?(?![\w,])"
    r"|(?<![\w.,-])(?:\d{3}-)?\d{3}-\d{4}(?![\w-])"
    rf"|(?<![\w.,])(?!(?:19|20)\d\d\s)\d{{1,5}}[a-z]?\s(?:[A-Z][\w’'.-]*\s){{1,3}}{_STREET}(?![\w-])"
    r"|(?<![\w.,/])(?<!\d[ \u00a0-])\d{1,2}/\d{1,2}(?![\w/])"
)
_NEEDED = (
    re.compile(r"[@+/]"),
    re.compile(r"www\."),
    re.compile(r"\d(?:-\d{3}|[a-z]?\s[A-Z])"),
    re.compile(r"0(?<!\w0)\d"),
)
"""One of them is found where a code is; each has a plain start, which makes it fast to look for."""


def find_codes(text: str) -> Taken:
    """Return the places of a text that hold links, addresses, telephone numbers and the like."""
    if not any(pattern.search(text) for pattern in _NEEDED):
        return Taken(())
    return Taken(match.span() for match in _CODE.finditer(text))

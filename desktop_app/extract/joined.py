"""Two articles that tell one story, read as one document."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.extract.words import Document

_ALIKE = ("english", "language", "capital_nouns", "script")
_COUNTS = ("capital", "lower", "alone", "sequences")
_SETS = ("surnames", "forenames", "initials", "held", "free", "linked", "pairs", "owned", "numbered")


def join_documents(one: Document, other: Document) -> Document | None:
    """Return two articles as one document, so that what either tells of a name counts in both.

    The lines of ``other`` come behind those of ``one``, their indices counted on. None where the two are
    written in different languages or scripts.
    """
    if any(getattr(one, name) != getattr(other, name) for name in _ALIKE):
        return None
    first = len(one.lines)
    behind = (replace(line, index=first + line.index) for line in other.lines)
    joined = replace(one, lines=[*one.lines, *behind], articles=2, given={**one.given, **other.given})
    for name in _COUNTS:
        setattr(joined, name, getattr(one, name) + getattr(other, name))
    for name in _SETS:
        setattr(joined, name, getattr(one, name) | getattr(other, name))
    return joined

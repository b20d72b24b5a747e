"""What a person may name to be opened: two documents, a folder that holds two, a project file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from desktop_app.ingest.load import is_address
from desktop_app.model import LoadError
from desktop_app.model.files import PROJECT_ENDING

DOCUMENT_ENDINGS = (
    ".txt",
    ".text",
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xhtml",
    ".mhtml",
    ".mht",
    ".docx",
    ".odt",
    ".pdf",
    ".epub",
)
"""What counts as a document in a folder; a file named by itself may end as it likes."""


# os.path takes names that no file system allows for missing ones; Path raises.
def pair_of(given: Sequence[str]) -> tuple[str, ...]:
    """Return the two sources that the given words name, or one project file.

    Raises LoadError for a missing file, a folder without exactly two documents, or too many words.
    """
    if not all(name.strip() for name in given):
        raise LoadError("A file name is empty. Give two documents or a folder that holds two.")
    if len(given) == 1:
        path = Path(given[0])
        if os.path.isdir(path):
            return documents_in(path)
        if not os.path.exists(path):
            raise LoadError(f"There is no file or folder “{path}”.")
        if path.suffix.lower() == PROJECT_ENDING:
            return (str(path),)
        raise LoadError("Give two documents, a folder that holds two documents, or a project file.")
    if len(given) > 2:
        raise LoadError("Give two documents, not more.")
    for name in given:
        if is_address(name):
            continue
        path = Path(name)
        if os.path.isdir(path):
            raise LoadError(f"“{path}” is a folder; give two documents or one folder that holds two.")
        if not os.path.exists(path):
            raise LoadError(f"There is no file “{path}”.")
    return tuple(given)


def documents_in(folder: Path) -> tuple[str, str]:
    """Return the two documents of a folder in the order of their names; raises LoadError if not two."""
    try:
        found = sorted(
            entry
            for entry in folder.iterdir()
            if entry.suffix.lower() in DOCUMENT_ENDINGS and not entry.name.startswith(".") and entry.is_file()
        )
    except OSError as error:
        raise LoadError(f"The folder “{folder}” cannot be read: {error.strerror}.") from error
    if len(found) != 2:
        count = (
            "no document" if not found else "one document" if len(found) == 1 else f"{len(found)} documents"
        )
        raise LoadError(f"The folder “{folder}” holds {count}; it should hold two.")
    return str(found[0]), str(found[1])

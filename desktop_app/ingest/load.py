"""The way in: find out what a source is and read it."""

from __future__ import annotations

from pathlib import Path

from desktop_app.ingest.plain import article_from_text, decode
from desktop_app.model import Article, LoadError, Progress, no_progress


def load(source: str | Path, progress: Progress = no_progress) -> Article:
    """Return the article read from a file.

    Raises LoadError, whose text is a sentence for the reader, when it cannot be read; whatever
    ``progress`` raises goes through.
    """
    path = Path(source)
    progress(0.0, f"Reading {path.name}")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise LoadError(f"There is no file “{path}”. Check the name and the folder.") from None
    except IsADirectoryError:
        raise LoadError(f"“{path}” is a folder. Choose a document instead.") from None
    except PermissionError:
        raise LoadError(f"“{path}” may not be read. Check its permissions.") from None
    except OSError as error:
        raise LoadError(f"“{path}” cannot be read: {error.strerror or error}.") from None
    text = decode(data, path.name)
    progress(0.5, f"Reading {path.name}")
    article = article_from_text(text, str(path), path.name, progress)
    progress(1.0, f"Read {path.name}")
    return article


def from_text(text: str, source: str = "pasted text") -> Article:
    """Return the article made of a plain text, for example one that was pasted.

    Raises LoadError when the text holds no words.
    """
    return article_from_text(text, source, source, no_progress)

"""A file, a pasted text or page, an address -> `Article`.

Importing this package is quick: the libraries for documents are loaded when a document needs them.
"""

from __future__ import annotations

from desktop_app.ingest.load import from_text, is_address, load
from desktop_app.model import Article

__all__ = ["from_text", "is_address", "load", "restore", "restore_as_in"]


def restore(article: Article, dropped_index: int) -> Article:
    """Return the article with the dropped passage of that index put back where it stood.

    Raises IndexError where there is no such passage.
    """
    from desktop_app.ingest.blocks import restore as put_back

    return put_back(article, dropped_index)


def restore_as_in(article: Article, before: Article) -> Article:
    """Return a newly read article with those dropped passages put back that stood in it ``before``."""
    from desktop_app.ingest.blocks import restore_as_in as put_back

    return put_back(article, before)

"""A file, a pasted text, an address -> `Article`."""

from desktop_app.ingest.load import from_text, load

__all__ = ["from_text", "load"]

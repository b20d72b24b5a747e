"""Two articles -> the paragraphs that correspond, and the sentences underneath."""

from desktop_app.align.engine import align

__all__ = ["align"]

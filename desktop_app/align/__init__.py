"""Two articles -> the paragraphs that correspond, and the sentences underneath."""

from desktop_app.align.embedding import Embedder, load_embedder
from desktop_app.align.engine import align

__all__ = ["Embedder", "align", "load_embedder"]

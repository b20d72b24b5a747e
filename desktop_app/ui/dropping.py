"""What is dragged into the window: files and addresses, or words from another program."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDropEvent

_WEB = ("http", "https")


def dropped_sources(data: QMimeData) -> list[str]:
    """Return the files and addresses that something dragged holds, in order."""
    found: list[str] = []
    for url in data.urls():
        if url.isLocalFile():
            if path := url.toLocalFile():  # "file://" alone would be the folder the program runs in
                found.append(path)
        elif url.scheme() in _WEB:
            found.append(url.toString())
    words = data.text().split() if data.hasText() and not data.hasUrls() else []
    if len(words) == 1 and QUrl(words[0]).scheme() in _WEB:
        return words
    return found


def dropped_words(event: QDropEvent) -> str:
    """Return the words that are dragged here from elsewhere, "" for none, for files and for words of ours."""
    data = event.mimeData()
    if event.source() is not None or data.hasUrls() or not data.hasText():
        return ""
    words = data.text()
    return words if words.strip() and not dropped_sources(data) else ""

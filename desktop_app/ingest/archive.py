"""Zip archives of documents, opened with bounds: no bomb, no path, no surprise."""

from __future__ import annotations

import io
import zipfile

from desktop_app.model import LoadError

_MOST_ENTRIES = 10_000
_MOST_BYTES = 256 * 1024 * 1024
_MOST_PART = 64 * 1024 * 1024
_MOST_RATIO = 300
"""A text part that unpacks to more than this many times its size (and to more than 4 MB) is a bomb."""
_RATIO_FROM = 4 * 1024 * 1024


class Archive:
    """The parts of a zip archive, read into memory one by one; names are keys, never paths."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open the archive held by ``data``. Raises LoadError, naming ``name``, if unsafe or damaged."""
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeError) as error:
            raise self._damaged() from error
        # Python's reader never unpacks more than the size an entry declares, so the sums bind.
        too_large = len(entries) > _MOST_ENTRIES or sum(entry.file_size for entry in entries) > _MOST_BYTES
        if too_large or any(self._is_bomb(entry) for entry in entries):
            raise LoadError(f"“{name}” would unpack to far more than a document holds and was not opened.")
        self.names = frozenset(entry.filename for entry in entries)

    @staticmethod
    def _is_bomb(entry: zipfile.ZipInfo) -> bool:
        if entry.file_size > _MOST_PART:
            return True
        return entry.file_size > _RATIO_FROM and entry.file_size > _MOST_RATIO * max(entry.compress_size, 1)

    def _damaged(self) -> LoadError:
        return LoadError(f"“{self._name}” is damaged and cannot be read. Get another copy of it.")

    def read(self, part: str) -> bytes:
        """Return the bytes of one part. Raises LoadError where it is missing, damaged or locked."""
        try:
            info = self._zip.getinfo(part)
            if info.flag_bits & 1:
                raise LoadError(f"“{self._name}” is protected by a password. Save a copy without it.")
            return self._zip.read(info)
        except LoadError:
            raise
        except Exception as error:  # zlib, lzma and zipfile raise many kinds for damaged data
            raise self._damaged() from error

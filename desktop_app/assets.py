"""The one finder for the files that ship with the program.

Inside an installed wheel ``resources`` and ``seeds`` lie in this package; in a checkout they stand beside it.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    packaged = _PACKAGE / name
    return packaged if packaged.is_dir() else _PACKAGE.parent / name


def resource_path(name: str) -> Path:
    """Return the path of a resource such as ``"themes/paper.toml"``.

    Raises FileNotFoundError where it is missing and ValueError for a name that leaves the folder.
    """
    if ".." in Path(name).parts or Path(name).is_absolute():
        raise ValueError(f"not a resource name: {name}")
    path = _folder("resources") / name
    if not path.exists():
        raise FileNotFoundError(f"missing resource: {name}")
    return path


def seeds_path() -> Path:
    """Return the folder of the sample pairs."""
    return _folder("seeds")

"""The sample pairs that ship with the program."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from desktop_app.assets import seeds_path
from desktop_app.model import LoadError


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample pair: folder name, title, one line on what it shows, and its two files."""

    name: str
    title: str
    shows: str
    left: Path
    right: Path


def samples() -> list[Sample]:
    """Return all sample pairs in the order of their names; the first is the one shown at the start."""
    return [_read(meta) for meta in sorted(seeds_path().glob("*/meta.toml"))]


def find_sample(name: str) -> Sample:
    """Return a sample by its name, or by any part of it that fits one sample alone.

    Raises LoadError when none or more than one fits.
    """
    known = samples()
    fitting = [s for s in known if s.name == name] or [
        s for s in known if name.casefold() in s.name.casefold()
    ]
    if len(fitting) == 1:
        return fitting[0]
    names = ", ".join(sample.name for sample in known)
    raise LoadError(f"There is no single sample called “{name}”. The samples are: {names}.")


def sample_of(left: str, right: str) -> Sample | None:
    """Return the sample that two sources are, in either order; None where they are none."""
    folder = Path(left).parent
    if folder != Path(right).parent or folder.parent != seeds_path():
        return None
    meta = folder / "meta.toml"
    found = _read(meta) if meta.is_file() else None
    return found if found is not None and {Path(left), Path(right)} == {found.left, found.right} else None


def _read(meta: Path) -> Sample:
    import tomllib  # here, so that the window can ask for a sample without a moment's wait

    entries = tomllib.loads(meta.read_text(encoding="utf-8"))
    folder = meta.parent
    return Sample(
        folder.name,
        str(entries["title"]),
        str(entries["shows"]),
        folder / "left.txt",
        folder / "right.txt",
    )

"""Word lists from ``resources/lexicons``."""

from __future__ import annotations

from functools import cache

from desktop_app.assets import resource_path


@cache
def read_sections(name: str) -> dict[str, tuple[str, ...]]:
    """Return the lines of a lexicon by section: ``[section]`` starts one, ``#`` starts a comment line.

    Lines before the first section are kept under ``""``. ``name`` is a file name such as
    ``"abbreviations.txt"``; raises FileNotFoundError where it is missing.
    """
    sections: dict[str, list[str]] = {"": []}
    current = sections[""]
    for line in resource_path(f"lexicons/{name}").read_text(encoding="utf-8").splitlines():
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        if stripped.startswith("[") and stripped.endswith("]"):
            current = sections.setdefault(stripped[1:-1], [])
        else:
            current.append(stripped)
    return {section: tuple(lines) for section, lines in sections.items()}


@cache
def read_words(name: str, section: str = "") -> frozenset[str]:
    """Return the words of one section of a lexicon, several of which may stand on a line."""
    return frozenset(word for line in read_sections(name).get(section, ()) for word in line.split())


def split_list(line: str) -> list[str]:
    """Return the entries of a line that parts them by commas."""
    return [entry.strip() for entry in line.split(",") if entry.strip()]


@cache
def read_lists(name: str) -> dict[str, frozenset[str]]:
    """Return the entries of a lexicon by section, several of which may stand on a line, parted by commas."""
    return {
        section: frozenset(entry for line in lines for entry in split_list(line))
        for section, lines in read_sections(name).items()
    }


def function_words(language: str = "en") -> frozenset[str]:
    """Return the words of a language (by its code) that carry no fact of their own; unknown: none."""
    if language == "en":
        return read_words("function_words.txt")
    return read_words("function_words_by_language.txt", language)


def foreign_languages() -> tuple[str, ...]:
    """Return the codes of the languages but English whose function words are listed."""
    return tuple(filter(None, read_sections("function_words_by_language.txt")))

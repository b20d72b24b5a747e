"""Bring texts to one form for comparing: case, accents, typographic marks, house spelling."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop_app.text.lexicons import read_sections

_SPECIAL = {
    **dict.fromkeys("‘’‚‛ʻʼʽʾʿʹ′`´＇‹›", "'"),
    **dict.fromkeys("“”„‟«»″＂「」『』〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘－", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u061c", ""),
    **dict.fromkeys("\t\n\r\x0b\x0c\x85\u2028\u2029", " "),
    "ß": "ss", "ẞ": "ss", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d",
    "þ": "th", "Þ": "th", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ı": "i", "ħ": "h", "Ħ": "h",
}  # fmt: skip


def _fold_character(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    if "\uac00" <= character <= "\ud7a3":  # Hangul syllables stay whole
        return character
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    kept = "".join(part for part in parts if not _is_accent(part))
    if len(kept) == 1 and kept == character:
        return kept
    return "".join(_fold_character(part) if part != character else part for part in kept)


def _is_accent(character: str) -> bool:
    """Accents of alphabets, Hebrew points and Arabic vowel signs; never an Indic vowel."""
    return "\u0300" <= character <= "\u036f" or (
        "\u0591" <= character <= "\u0670" and unicodedata.category(character) == "Mn"
    )


class _Folded(dict[int, str]):
    """The folded form of each character by its code, filled as they are met; a table for translating."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _CHARACTERS:
            self.clear()
        self[code] = folded = _fold_character(chr(code))
        return folded


_CHARACTERS = 8192
"""Characters whose folded forms are kept."""

_FOLDED = _Folded()


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, with plain quotation marks, dashes and spaces.

    Works character by character, so `fold_with_offsets` gives the same text. Folding twice changes
    nothing more.
    """
    if text.isascii():
        return text.lower() if text.isalnum() else text.lower().translate(_ASCII)
    return text.translate(_FOLDED)


_ASCII = str.maketrans({"\t": " ", "\n": " ", "\r": " ", "\x0b": " ", "\x0c": " ", "`": "'"})


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """Return the folded text and, for each of its characters, the offset of the character it came from.

    The list has one item more than the folded text: the length of ``text``, so that the end of a match
    can be looked up as well.
    """
    if text.isascii():
        return fold(text), list(range(len(text) + 1))
    folded: list[str] = []
    offsets: list[int] = []
    for offset, character in enumerate(text):
        plain = _FOLDED[ord(character)]
        folded.append(plain)
        offsets.extend([offset] * len(plain))
    offsets.append(len(text))
    return "".join(folded), offsets


# Rules that bring British house style to the American one. They may invent forms ("rize"), which is
# harmless: both sides go the same way and only words that differ in spelling alone must meet.
_RULES = (
    (re.compile(r"(?<=..)is(e|es|ed|er|ers|ing|ation|ations|ational|able)$"), r"iz\1"),
    (re.compile(r"(?<=.l)ys(e|es|ed|er|ers|ing)$"), r"yz\1"),
    (
        re.compile(
            r"(?<=...)our(s|ed|er|ers|ing|ings|able|ably|ful|less|ite|ites|itism|hood|hoods|ly|al|ally|ist|ists)?$"
        ),
        r"or\1",
    ),
    (re.compile(r"(?<=..)ogue(s|d)?$"), r"og\1"),
    (re.compile(r"(?<=[ceft])ence$"), "ense"),
)
_NOT_BY_RULE = frozenset({"prise", "prised", "prises", "prising", "concourse", "pour", "fence", "hence"})


@lru_cache(maxsize=1)
def _spellings() -> tuple[dict[str, str], list[tuple[str, str]], tuple[str, ...]]:
    sections = read_sections("spelling.txt")
    words = dict(line.split() for line in sections["words"])
    stems = [(a, b) for a, b in (line.split() for line in sections["stems"])]
    return words, sorted(stems, key=lambda pair: -len(pair[0])), tuple(british for british, _ in stems)


@lru_cache(maxsize=32768)
def fold_spelling(word: str) -> str:
    """Return the folded word in one house style: "organised" and "organized" give the same form.

    The form is for comparing only, not always a real word.
    """
    word = fold(word)
    if len(word) < 4 or not word.isalpha():
        return word
    words, stems, british_stems = _spellings()
    if word in words:
        return words[word]
    for british, american in stems if word.startswith(british_stems) else ():
        if word.startswith(british):
            word = american + word[len(british) :]
            break
    if word in _NOT_BY_RULE:
        return word
    for pattern, replacement in _RULES:
        changed = pattern.sub(replacement, word)
        if changed != word:
            return changed
    return word

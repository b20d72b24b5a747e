"""The letters that choose a menu's entries: the one after a single "&" in an entry's text.

Texts that stand in the source carry theirs, and a translation chooses its own. Entries made from data, such
as the samples, get what is still free in their menu.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtWidgets import QMenu

_HIDDEN = "\0"


def unmarked(text: str) -> str:
    """Return a text for a menu as it is read: without the mark of its letter, "&&" as "&"."""
    return text.replace("&&", _HIDDEN).replace("&", "").replace(_HIDDEN, "&")


def letter_of(text: str) -> str:
    """Return the letter that a text for a menu marks, as a capital; "" where it marks none."""
    _, mark, rest = text.replace("&&", _HIDDEN).partition("&")
    return rest[:1].upper() if mark else ""


def give_letters(menu: QMenu) -> None:
    """Mark a letter in each entry that has none: one nobody else has, best at the start of a word."""
    entries = [action for action in menu.actions() if not action.isSeparator()]
    taken = {letter_of(action.text()) for action in entries}
    for action in entries:
        text = action.text()
        if letter_of(text):
            continue
        place = _free_place(text, taken)
        if place >= 0:
            taken.add(text[place].upper())
            action.setText(f"{text[:place]}&{text[place:]}")


def _free_place(text: str, taken: set[str]) -> int:
    """Return where a free letter stands, -1 where there is none. Any script does whose letters are keys."""
    free = [n for n, letter in enumerate(text) if _is_key(letter) and letter.upper() not in taken]
    starts = (n for n in free if n == 0 or not text[n - 1].isalnum())
    return next(starts, free[0] if free else -1)


def _is_key(letter: str) -> bool:
    """Tell whether a letter is typed by one key; those of the width of ideographs are not."""
    return letter.isalnum() and unicodedata.east_asian_width(letter) not in "WF"


def numbered(place: int, text: str) -> str:
    """Return an entry of a list that grows and shrinks; the first nine are chosen by their number."""
    return f"&{place + 1}  {text}" if place < 9 else text

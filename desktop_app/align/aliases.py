"""Different words for the same: peoples and their countries, spellings of places, verb forms.

Words that are only near in sense count apart (see `senses`).
"""

from __future__ import annotations

from functools import cache

from desktop_app.text.lexicons import read_sections, split_list
from desktop_app.text.normalize import fold


@cache
def aliases() -> dict[str, str]:
    """Return the folded single words that stand for another: "norwegian" -> "norway", "kiev" -> "kyiv".

    Peoples and adjectives go to their country, spellings of a place to the shown one, irregular verb forms
    to the base form.
    """
    found: dict[str, str] = {}
    for line in read_sections("irregular_verbs.txt")[""]:
        base, *others = fold(line).split()
        found.update(dict.fromkeys(others, base))
    for line in read_sections("place_spellings.txt")[""]:
        fields = [split_list(field) for field in fold(line).split("|")]
        if fields[0] and " " not in fields[0][0]:
            found.update({word: fields[0][0] for field in fields[1:] for word in field if " " not in word})
    for line in read_sections("countries.txt")[""]:
        fields = [split_list(field) for field in fold(line).split("|")]
        name = fields[0][0]
        if len(fields) > 1 and " " not in name:
            found.update({word: name for word in fields[1] if " " not in word})
    return found

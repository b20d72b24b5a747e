"""Animals and plants: scientific names are written like names, but name nobody ("Panthera leo")."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import pulsed

_KIND = re.compile(
    r"[A-Z][a-z]+(?:saur(?:us|ia|s)?|raptor|ceratops|pteryx|pithecus|therium|suchus|nychus|cetus|ichthys|mimus|virus|coccus"
    r"|bacter|bacillus|myces|phora|aceae)"
)
"""How the scientific names of dinosaurs, early apes and germs end."""
_OF_ITS_KIND = re.compile(r"\s(?P<kind>[a-z]{2,}(?:us|um|is|ae|ii|ens|ans|oides|ata|gas))(?![\w’'-])")
"""The second word of a scientific name, which tells the kind within its family."""


def without_species(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names without the scientific ones of animals and plants, wherever they stand."""
    kinds: set[str] = set()
    for name in pulsed(names):
        if len(name.words) > 1 or name.entry or name.role or name.address:
            continue
        if _KIND.fullmatch(name.text):
            kinds.add(name.text)
            continue
        second = _OF_ITS_KIND.match(document.lines[name.line].text, name.end)
        known = name.text in lexicon.first_names or name.text in lexicon.surnames
        if second and not known and not lexicon.is_ordinary(second["kind"]):
            kinds.add(name.text)
    return [name for name in names if name.text not in kinds] if kinds else names

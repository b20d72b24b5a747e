"""Languages: words like those for peoples, but names of nobody ("He spoke in Russian")."""

from __future__ import annotations

import re

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import pulsed

_SPOKEN_BEFORE = re.compile(
    r"\b(?:[Ii]n|[Ii]nto|[Ff]rom|speaks?|spoke|spoken|speaking|[Ll]earn(?:s|ed|t|ing)?|[Tt]aught|[Tt]each(?:es|ing)?|[Bb]roken"
    r"|[Ff]luent|[Nn]ative|[Aa]ccented|flavou?red|[Bb]asic|write|wrote|read)\s$"
)
_NO_NOUN_BEHIND = re.compile(
    r"[,.;:!?)’”\"]|$|\s(?:and|or|as|is|was|with|to|at|on|for|by|but|than|in|that|so|when|well|among|from)\b"
)
_TONGUE_BEHIND = re.compile(
    r"\s(?:languages?|scripts?|alphabet|dialects?|grammar|dictionary)\b|\sis\sspoken\b"
)
_WORD_BEHIND = re.compile(
    r"\s(?:is\sspoken|words?\sfor|subtitles|alphabet|equivalent|pronunciation|lessons)\b"
)
_ITS_NAME = re.compile(r"\b(?:its|her|his)\s[A-Z]\w+\s(?:name|title)\b")
_LISTED_GAP = re.compile(r"(?:,? (?:and|or) |, )")


def without_languages(names: list[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the names without those that mean a language, alone or in a list of languages."""
    languages: set[int] = set()
    for order, name in enumerate(pulsed(names)):
        if len(name.words) > 1:
            continue
        text = document.lines[name.line].text
        if lexicon.has("languages", name.words[0]):
            spoken = _SPOKEN_BEFORE.search(text, max(0, name.start - 16), name.start)
            if spoken and _NO_NOUN_BEHIND.match(text, name.end):
                languages.add(order)
        if (not name.entry and _TONGUE_BEHIND.match(text, name.end)) or (
            lexicon.has("languages", name.words[0])
            and (_WORD_BEHIND.match(text, name.end) or _ITS_NAME.match(text, max(0, name.start - 4)))
        ):
            languages.add(order)
    for step in (1, -1):
        for order in pulsed(range(len(names))[::step], 2048):
            before = order - step
            if before not in languages or not 0 <= before < len(names) or len(names[order].words) > 1:
                continue
            one, other = sorted((names[before], names[order]), key=lambda name: name.start)
            gap = document.lines[one.line].text[one.end : other.start]
            listed = one.line == other.line and _LISTED_GAP.fullmatch(gap)
            if listed and lexicon.has("languages", names[order].words[0]):
                languages.add(order)
    return [name for order, name in enumerate(names) if order not in languages]

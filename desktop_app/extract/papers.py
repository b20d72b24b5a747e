"""Newspapers whose name begins with an article in capitals ("told The Harbour Gazette")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.line_modes import Mode
from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

# fmt: off
HEADS = frozenset(
    [
        "Post", "Times", "Guardian", "Herald", "Gazette", "Courier", "Tribune", "Telegraph", "Journal",
        "News", "Chronicle", "Observer", "Mail", "Star", "Sun", "Express", "Mercury", "Echo", "Argus",
        "Examiner", "Inquirer", "Standard", "Independent", "Record", "Globe", "Age", "Economist",
        "Monitor", "Dispatch", "Bulletin", "Register", "Sentinel", "Citizen", "Nation", "Advertiser",
        "Weekly", "Daily", "Wire", "Messenger", "Scotsman", "Spectator", "Intelligencer", "Ledger",
        "Reporter", "Statesman", "Enquirer", "Recorder", "Leader", "Beacon", "Newspaper", "Leaflet",
    ]
)
# fmt: on
_RHYTHMS = frozenset(("Weekly", "Daily", "Sunday", "Evening", "Morning", "Monthly", "Saturday"))
_TOLD = re.compile(
    r"\b(?:told|tells|according\sto|(?:interview|interviewed|chat|conversation|statement)\s(?:with|to|by)|spoke\sto|speaking\sto"
    r"|newspaper|magazine|website)\sThe\s$"
)


def is_paper(words: Sequence[str]) -> bool:
    """Whether words in capitals are called as newspapers are ("Orlan Post", "Weekly Harbour")."""
    return words[-1] in HEADS or words[0] in _RHYTHMS


def take_articles(names: Sequence[Name], document: Document) -> None:
    """Let the papers among typed names take in their article, where it has its capital for their sake.

    It has where it stands within a sentence, or where nothing else stands in its line.
    """
    for name in pulsed(names):
        line = document.lines[name.line]
        if name.kind is not EntityType.ORG or not line.text.endswith("The ", 0, name.start):
            continue
        start = name.start - 4
        told = not name.entry and _TOLD.search(line.text, max(0, name.start - 40), name.start)
        if not told and not is_paper(name.words):
            continue
        before = line.text[:start]
        alone = not before.strip() and not line.text[name.end :].strip()
        inside = line.mode is Mode.NORMAL and before[-2:-1].isalnum() and before.endswith(" ")
        if alone or inside or before.endswith(", "):
            name.start, name.text = start, f"The {name.text}"
            name.words = ("The", *name.words)
            name.first = max(0, name.first - 1)

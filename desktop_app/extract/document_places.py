"""Places that the whole document tells: short forms of lands, sites of buildings, quarters by number.

One of the steps that weigh names by each other (``document_evidence``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name import ARABIC_ARTICLE, Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, FAC, GPE, LOC = EntityType.PERSON, EntityType.FAC, EntityType.GPE, EntityType.LOC

_LANDS = frozenset(
    ("Plateau", "Valley", "Peninsula", "Delta", "Basin", "Range", "Plain", "Plains", "Steppe", "Escarpment")
) | frozenset(("Gorge", "Highlands", "Archipelago", "Massif", "Estuary", "Heights", "Pass", "Marshes"))
"""Lands that go by the first words of their names behind "the"."""
_SITES = frozenset(
    ("dam", "mine", "refinery", "reactor", "smelter", "quarry", "colliery", "port", "pipeline")
)
"""What is built, whose plant and site go by its name too."""
_SITE_BEHIND = re.compile(r"\s(?:plant|site|works|project|complex|reservoir|dam|mine|pit|turbines|shafts?)\b")
_NO_NOUN = re.compile(
    r"[,.;:)]|$|\s(?:[a-z]+ed|and|or|is|was|where|which|to|in|from|by|at|for|we|they|he|she)\b"
)


@dataclass(slots=True)
class _Told:
    """What the longer names of a document lend to shorter ones: lands, sites and last words."""

    lands: set[str] = field(default_factory=set)
    sites: set[str] = field(default_factory=set)
    last: dict[str, EntityType] = field(default_factory=dict)


def weigh_short_places(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Let lands, built sites and Arabic places go by part of their names; ``names`` are weighed."""
    told = _Told()
    for name in pulsed(names):
        if len(name.words) > 1 and name.scores:
            _note(name, told)
    if not (told.lands or told.sites or told.last):
        return
    for name in pulsed(names):
        if name.entry or name.role or name.address or name.text in lexicon.first_names:
            continue
        text = document.lines[name.line].text
        if name.text in told.lands and text.endswith(("the ", "The "), 0, name.start):
            if _NO_NOUN.match(text, name.end):
                name.add(LOC, 5.0)
        elif name.text in told.sites and _SITE_BEHIND.match(text, name.end):
            name.add(FAC, 5.0)
        elif name.text in told.sites and text.endswith(" at ", 0, name.start):
            name.add(FAC, 3.0)  # "the engineers at Velika", of its dam
        elif name.text in told.last:
            name.add(told.last[name.text], 4.0)


def _note(name: Name, told: _Told) -> None:
    kind = max(name.scores, key=lambda kind: name.scores[kind])
    front, last = " ".join(name.words[:-1]), name.words[-1]
    article = ARABIC_ARTICLE.match(last)
    if kind is LOC and last in _LANDS:
        told.lands.add(front)
    elif kind is FAC and last.lower() in _SITES:
        told.sites.add(front)
    elif kind in (GPE, LOC, FAC) and article:
        told.last[last[article.end() :]] = kind

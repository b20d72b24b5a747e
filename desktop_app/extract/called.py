"""Names that the document says somebody or something is called by ("Osei Danquah, known as Kofa")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from desktop_app.extract.name import Name
from desktop_app.extract.words import Document
from desktop_app.model import EntityType, pulsed

PERSON, ORG, GPE, FAC, LOC = EntityType.PERSON, EntityType.ORG, EntityType.GPE, EntityType.FAC, EntityType.LOC

_CALLED = re.compile(
    r",?\s(?:(?:who|which|that)\s(?:is|was|are|were)\s|(?:who|which)\sgoes\sby\s)?(?:(?:also|now|then|better|best|widely|popularly|commonly"
    r"|formerly|locally|simply|otherwise|usually)\s){0,2}"
    r"(?:known\s(?:(?:to|by|among)\s[a-z\s]{2,30}\s)?(?:simply\s)?(?:as|by)(?:\s(?:the\snickname|the\salias|the\sacronym|his\salias|its\sinitials))?"
    r"|called|nicknamed|dubbed|alias|aka|a\.k\.a\.|the\salias|the\sname)\s(?:the\s)?[“\"‘']?"
    r"|,\swhom\s(?:[a-z]+\s){1,3}(?:call|know\sas)\s[“\"‘']?"
)
"""What stands between a name and another one for the same."""
_SURE = 2.0
"""What a name must weigh to tell what its other name is."""


def weigh_called(names: Sequence[Name], document: Document) -> None:
    """Add to a name what the one in front weighs, where the text says that both are the same.

    ``names`` are weighed and in reading order.
    """
    for one, other in pairwise(pulsed(names)):
        if one.line != other.line or other.start - one.end > 90 or other.role or other.address:
            continue
        if other.entry or not _CALLED.fullmatch(document.lines[one.line].text[one.end : other.start]):
            continue
        kind = max(one.scores, key=lambda kind: one.scores[kind], default=None)
        sure = _SURE - 0.5 * (kind is PERSON and len(one.words) > 1)
        if kind in (PERSON, ORG, GPE, FAC, LOC) and one.scores[kind] >= sure:
            other.add(kind, 4.0)
            if kind is not PERSON:
                other.add(PERSON, -2.0)

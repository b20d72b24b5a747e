"""Short forms that take up a name told before: "the Fund", "the Ministry", a storm by its own name alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.line_modes import Mode
from desktop_app.extract.name import Name, make_name
from desktop_app.extract.neighbours import spaced
from desktop_app.extract.words import Document, Line
from desktop_app.model import EntityType, Kind, pulsed

ORG, EVENT = EntityType.ORG, EntityType.EVENT
_SENT_BY = re.compile(
    r"\b(?i:(?:no|any|some|every)\s?one|(?:no|any|some)body|staff|officials|managers|engineers|executives|lawyers|a\steam)\sfrom\s$"
)
"""Who comes from a body, where others come from a place."""

_ARTICLES = frozenset({"the", "The"})
_NEVER = frozenset(("Police", "Government", "Team", "Press", "News", "Street", "State", "Group"))
"""Heads that stand in capitals for other reasons, or for more than one body."""


_TOO = frozenset(("Central", "Guard", "Bloc", "Legion", "Corps", "Tribunal", "Senate", "Bureau", "Brigade"))
"""Heads besides those that no list of common words holds."""


def follow_ups(names: Sequence[Name], document: Document, lexicon: Lexicon) -> list[Name]:
    """Return the bodies that go on by their head alone, in capitals: "the Fund" behind "Orlan Relief Fund".

    ``names`` are decided and in reading order; a head counts behind the first name that holds it.
    """
    heads: dict[str, tuple[int, int]] = {}
    for name in pulsed(names):
        if name.kind is ORG and len(name.words) > 1:
            for head in _heads(name, lexicon):
                heads.setdefault(head, (name.line, name.end))
    if not heads:
        return []
    taken: dict[int, list[Name]] = {}
    for name in names:
        taken.setdefault(name.line, []).append(name)
    found: list[Name] = []
    for line in pulsed(document.lines):
        if line.mode is Mode.NORMAL and line.index >= min(heads.values())[0]:
            found += _in_line(line, heads, taken.get(line.index, []), lexicon)
    return found


def _heads(name: Name, lexicon: Lexicon) -> list[str]:
    """Return the nouns a body's name is about: its last word, or the one in front of "of" or "for"."""
    words = name.words
    joined = [words[place] for place in range(len(words) - 1) if words[place + 1] in ("of", "for", "on")]
    return [
        word
        for word in (joined[:1] or [words[-1]])
        if word not in _NEVER
        and (lexicon.has("generic", word) or word in _TOO)
        and lexicon.is_ordinary(word.lower())
    ]


def _in_line(
    line: Line, heads: dict[str, tuple[int, int]], names: Sequence[Name], lexicon: Lexicon
) -> list[Name]:
    found: list[Name] = []
    words = line.words
    for place, word in enumerate(words):
        if word.text not in heads or word.blocked:
            continue
        if (line.index, word.start) < heads[word.text]:
            continue
        if any(name.first <= place < name.last for name in names):
            continue
        behind = words[place + 1] if place + 1 < len(words) else None
        led = place > 0 and not word.first and words[place - 1].text in _ARTICLES
        speaks = word.first and behind is not None and lexicon.has("company verbs", behind.text)
        if not (led or (speaks and line.kind is not Kind.HEADLINE)):
            continue
        if behind and behind.capital and spaced(line, place + 1):
            continue
        if behind and behind.text == "of":
            continue  # "the Bank of something" is another one
        name = make_name(line, place, place + 1)
        name.kind = ORG
        found.append(name)
    return found


def weigh_storms(names: Sequence[Name], lexicon: Lexicon) -> None:
    """Let a storm go by its own name alone behind "Hurricane Orla"."""
    storms = {
        name.words[-1]
        for name in names
        if 1 < len(name.words) < 4 and lexicon.has("storms", name.words[-2]) and not name.role
    }
    if storms:
        for name in pulsed(names):
            if len(name.words) == 1 and name.text in storms and not name.address and not name.role:
                name.add(EVENT, 6.5)


def weigh_shortened(names: Sequence[Name], document: Document, lexicon: Lexicon) -> None:
    """Let a body go by the first words of its name also where those look like a place's ("Orlan Lake").

    Where some mention stands as a place does ("at Orlan Lake"), the words are left alone.
    """
    openings: set[tuple[str, ...]] = set()
    placed: set[tuple[str, ...]] = set()
    for name in pulsed(names):
        if name.placed and not _SENT_BY.search(document.lines[name.line].text, 0, name.start):
            placed.add(name.words)
        body = name.scores.get(ORG, 0.0)
        if len(name.words) > 2 and not name.role and body >= 4.0 and body == max(name.scores.values()):
            openings.update(name.words[:count] for count in range(2, len(name.words)))
    for name in pulsed(names):
        personal = name.entry or name.address or name.words[0] in lexicon.first_names
        personal = personal or lexicon.has("political places", name.words[-1])
        if name.words in openings and name.words not in placed and not personal:
            name.add(ORG, 8.0)

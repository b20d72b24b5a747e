"""The entities of one article: names and values, grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from desktop_app.extract.aliases import Grouper, best_name
from desktop_app.extract.facts import told_values
from desktop_app.extract.lexicon import Lexicon, load_lexicon
from desktop_app.extract.name import Name, in_brackets
from desktop_app.extract.spaced import tidy
from desktop_app.extract.words import Document, cut_document
from desktop_app.model import (
    Article,
    Entity,
    EntityType,
    Mention,
    Progress,
    let_go,
    no_progress,
    part_of,
    pulse,
    pulsed,
    watched,
)
from desktop_app.text.nouns import plural
from desktop_app.text.prepare import prepare
from desktop_app.text.value import Taken, Value

NameFinder = Callable[[Document, Lexicon], list[Name]]
"""Finds the names of a document, typed and in reading order."""


def gather_entities(
    article: Article, find: NameFinder, progress: Progress = no_progress
) -> tuple[Entity, ...]:
    """Return the entities of an article, names by ``find`` and values, by first mention.

    Mentions never overlap, and their offsets cut the shown text.
    """
    tidied = tidy(article)
    prepared = prepare(tidied.article if tidied else article)
    lexicon = load_lexicon()
    document = cut_document(prepared, lexicon, part_of(progress, 0.0, 0.9))
    named = list(_named(prepared, document, lexicon, find))
    entities = [*named, *_valued(prepared, document, named, part_of(progress, 0.9, 1.0))]
    let_go(document.lines, 64)
    if tidied:
        entities = [
            replace(
                entity, mentions=tuple(tidied.mention(m.paragraph, m.start, m.end) for m in entity.mentions)
            )
            for entity in entities
        ]
    pulse()
    entities.sort(key=lambda entity: (entity.mentions[0].paragraph, entity.mentions[0].start))
    pulse()
    return tuple(entities)


def _named(article: Article, document: Document, lexicon: Lexicon, find: NameFinder) -> Iterable[Entity]:
    grouper = Grouper(lexicon)
    names = find(document, lexicon)
    introduced = _introduced(names, document)
    for name in pulsed(names):
        if name.kind is None:
            continue
        line = document.lines[name.line]
        gendered = lexicon.has("female address", name.role) or lexicon.has("male address", name.role)
        grouper.add(
            article.mention(line.index, name.start, name.end),
            name.kind,
            role=name.role,
            address=name.address or (name.role if gendered else ""),
            full=introduced.get((name.text, name.kind), ""),
        )
    groups = grouper.merge()
    for group in groups:
        group.mentions.sort(key=lambda mention: (mention.paragraph, mention.start))
        related: tuple[str, ...] = ()
        if group.kind is EntityType.NORP:
            country = lexicon.country_of.get(group.names[0], "")
            related = (country,) if country else ()
        yield Entity(
            best_name(group, lexicon),
            group.kind,
            tuple(group.mentions),
            roles=tuple(group.roles),
            related=related,
        )


def _introduced(names: Sequence[Name], document: Document) -> dict[tuple[str, EntityType], str]:
    """Return what the acronyms that a text gives in brackets stand for, whatever their letters are.

    "National Institute of Civil Defence (INDECI)" is called by the letters of its Spanish name.
    """
    found: dict[tuple[str, EntityType], str] = {}
    for name, short in in_brackets(names, document):
        kind = short.kind
        if kind is None or kind is EntityType.PERSON or kind is not name.kind:
            continue
        text = document.lines[name.line].text
        bracketed = text[name.end : short.start] == " (" and text.startswith(")", short.end)
        if bracketed and short.text.isupper() and len(short.words) == 1:
            found.setdefault((short.text, kind), name.text)
    return found


def _valued(
    article: Article, document: Document, named: Iterable[Entity], progress: Progress
) -> Iterable[Entity]:
    """Group the values; a figure inside a name ("Terminal 2") is part of it."""
    held: dict[int, list[tuple[int, int]]] = {}
    for entity in pulsed(named):
        for mention in entity.mentions:
            held.setdefault(mention.paragraph, []).append((mention.start, mention.end))
    taken = {paragraph: Taken(spans) for paragraph, spans in pulsed(held.items())}
    nothing = Taken(())
    groups: dict[tuple[EntityType, str], list[tuple[Mention, Value]]] = {}
    for line in document.lines:
        told = told_values(line.text, line.values, progress)
        for value in watched(progress, told, "Listing figures", every=2048):
            if not taken.get(line.index, nothing).touches(value.start, value.end):
                mention = article.mention(line.index, value.start, value.end)
                groups.setdefault((value.type, value.value), []).append((mention, value))
    for (kind, normal), members in pulsed(groups.items()):
        first = members[0][0]
        yield Entity(
            value_name(first.text, members[0][1]),
            kind,
            tuple(mention for mention, _ in members),
            value=normal,
        )


def value_name(surface: str, value: Value) -> str:
    """Return the name a value is listed by: a count gets its noun ("100,000 troops")."""
    if value.type is EntityType.CARDINAL and value.unit and value.unit not in ("score", "time"):
        return f"{surface} {plural(value.unit)}" if value.number != 1 else f"{surface} {value.unit}"
    return surface

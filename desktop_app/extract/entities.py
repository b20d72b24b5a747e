"""The entities of one article, or of two that tell one story: names and values, grouped."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from desktop_app.extract.aliases import Grouper, best_name
from desktop_app.extract.facts import told_values
from desktop_app.extract.joined import join_documents
from desktop_app.extract.lexicon import Lexicon, load_lexicon
from desktop_app.extract.name import Name, in_brackets
from desktop_app.extract.spaced import Tidied, tidy
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

Both = tuple[tuple[Entity, ...], tuple[Entity, ...]]
"""The entities of the left and of the right article."""


@dataclass(slots=True)
class _Side:
    """One article as it is read: tidied where its text is spaced, prepared, cut into words."""

    tidied: Tidied | None
    article: Article
    document: Document


def gather_entities(
    article: Article, find: NameFinder, progress: Progress = no_progress
) -> tuple[Entity, ...]:
    """Return the entities of an article, names by ``find`` and values, by first mention.

    Mentions never overlap, and their offsets cut the shown text.
    """
    lexicon = load_lexicon()
    side = _read(article, lexicon, part_of(progress, 0.0, 0.9))
    return _gather(side, find(side.document, lexicon), lexicon, part_of(progress, 0.9, 1.0))


def gather_pair(left: Article, right: Article, find: NameFinder, progress: Progress = no_progress) -> Both:
    """Return the entities of two articles on one story, each side's as `gather_entities` does.

    What either article tells of a name counts in both, where they are written in one language.
    """
    lexicon = load_lexicon()
    one = _read(left, lexicon, part_of(progress, 0.0, 0.45))
    other = _read(right, lexicon, part_of(progress, 0.45, 0.9))
    joined = join_documents(one.document, other.document)
    if joined is None:
        names, others = find(one.document, lexicon), find(other.document, lexicon)
    else:
        first = len(one.document.lines)
        names, others = [], []
        for name in pulsed(find(joined, lexicon)):
            if name.line < first:
                names.append(name)
            else:
                name.line -= first
                others.append(name)
    gathered = _gather(one, names, lexicon, part_of(progress, 0.9, 0.95))
    return gathered, _gather(other, others, lexicon, part_of(progress, 0.95, 1.0))


def _read(article: Article, lexicon: Lexicon, progress: Progress) -> _Side:
    tidied = tidy(article)
    prepared = prepare(tidied.article if tidied else article)
    return _Side(tidied, prepared, cut_document(prepared, lexicon, progress))


def _gather(side: _Side, names: Sequence[Name], lexicon: Lexicon, progress: Progress) -> tuple[Entity, ...]:
    """Group the names found on a side and its values; free what was read of it."""
    named = list(_named(side.article, side.document, lexicon, names))
    entities = [*named, *_valued(side.article, side.document, named, progress)]
    let_go(side.document.lines, 64)
    tidied = side.tidied
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


def _named(article: Article, document: Document, lexicon: Lexicon, names: Sequence[Name]) -> Iterable[Entity]:
    grouper = Grouper(lexicon)
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

"""Names that only the other article's names betray: in headlines, and in scripts without capitals."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from desktop_app.extract.lexicon import Lexicon
from desktop_app.extract.name_keys import plain_name
from desktop_app.model import (
    Article,
    Entity,
    EntityType,
    Kind,
    Mention,
    Progress,
    no_progress,
    pulsed,
    watched,
)
from desktop_app.text.scripts import is_unspaced
from desktop_app.text.value import Taken


class Cover:
    """Mentions of one article, asked for what lies within them."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        """Take the mentions, which do not overlap."""
        self._taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for mention in mentions:
            self._taken[mention.paragraph].append((mention.start, mention.end))

    def holds(self, mention: Mention) -> bool:
        """Whether a mention lies within one of them."""
        spans = self._taken.get(mention.paragraph, ())
        return any(start <= mention.start and mention.end <= end for start, end in spans)


def borrowed_names(
    article: Article,
    own: Sequence[Entity],
    others: Sequence[Entity],
    lexicon: Lexicon,
    progress: Progress = no_progress,
) -> Iterable[tuple[Mention, Entity]]:
    """Yield mentions of the other article's entities that ``own`` lacks or cuts, with the entity they name.

    Names of several words (or of a script without spaces) count anywhere, single words in headlines only and
    only where they are no ordinary words.
    """
    known: dict[str, Entity] = {}
    for entity in pulsed(others, 8):
        if entity.type.is_name and entity.type is not EntityType.NORP:
            for surface in entity.surfaces:
                plain = plain_name(surface, lexicon)[0]
                if len(plain) > 3 or (len(plain) > 1 and is_unspaced(plain[0])):
                    known.setdefault(plain, entity)
    if not known:
        return
    held: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for entity in pulsed(own, 8):
        for mention in entity.mentions:
            held[mention.paragraph].append((mention.start, mention.end))
    by_opening: dict[str, list[str]] = defaultdict(list)
    for name in pulsed(sorted(known, key=len, reverse=True)):
        word = _WORD.match(name)
        if is_unspaced(name[0]):
            by_opening[name[:2]].append(name)
        elif word:
            by_opening[_POSSESSIVE.sub("", word[0])].append(name)
    for paragraph in watched(progress, article.paragraphs, "Joining names"):
        own_spans = held.get(paragraph.index, [])
        taken = Taken(own_spans)
        for name, start in _found(paragraph.text, by_opening):
            if _holds_cut(name, start, own_spans):
                yield article.mention(paragraph.index, start, start + len(name)), known[name]
                continue
            single = " " not in name and not is_unspaced(name[0])
            if single and (paragraph.kind is not Kind.HEADLINE or lexicon.is_ordinary(name.lower())):
                continue
            if not taken.touches(start, start + len(name)):
                yield article.mention(paragraph.index, start, start + len(name)), known[name]


def _holds_cut(name: str, start: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a name that small words or a number tie ("Land and Hearth") stands here cut into others."""
    words = name.split()
    numbered = words[-1].isdigit()
    if not numbered and not any(word.islower() for word in words[1:-1]):
        return False
    end = start + len(name)
    touched = [span for span in spans if span[0] < end and start < span[1]]
    inside = all(start <= span[0] and span[1] <= end and span != (start, end) for span in touched)
    return inside and len(touched) > 1 - numbered


_WORD = re.compile(r"[^\W_][\w'’-]*")
_POSSESSIVE = re.compile(r"['’]s?$")


def _found(text: str, by_opening: dict[str, list[str]]) -> Iterable[tuple[str, int]]:
    """Yield the names that stand in a text as whole words, the longest at each place, and their starts."""
    end = 0
    for match in _WORD.finditer(text):
        unspaced = is_unspaced(match[0][0])
        starts = range(match.start(), match.end() - 1) if unspaced else (match.start(),)
        for start in starts:
            if start < end:
                continue
            opening = text[start : start + 2] if unspaced else _POSSESSIVE.sub("", match[0])
            for name in by_opening.get(opening, ()):
                behind = start + len(name)
                inside = behind < len(text) and (text[behind].isalnum() or text[behind] in "-_")
                if text.startswith(name, start) and (unspaced or not inside):
                    yield name, start
                    end = behind
                    break

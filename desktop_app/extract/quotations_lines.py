"""A paragraph as the attribution rules read it: sentences of tokens in which each quotation is one token."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop_app.extract.quotations_cues import cues
from desktop_app.extract.quotations_marks import Stretch
from desktop_app.model import Article, Entity, EntityType, Paragraph, pulsed
from desktop_app.text.lexicons import read_words
from desktop_app.text.tokens import tokenize


@dataclass(frozen=True, slots=True)
class Name:
    """A mention of an entity inside a paragraph."""

    start: int
    end: int
    entity: Entity


class Word(NamedTuple):
    """A token outside quotation marks, or a whole quotation (then ``quote`` is its number, else -1)."""

    start: int
    end: int
    text: str
    low: str
    quote: int = -1
    name: Name | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number outside quotation marks."""
        return self.quote < 0 and (self.text.isalnum() or any(map(str.isalnum, self.text)))

    @property
    def person(self) -> bool:
        """Whether the word belongs to the name of a person."""
        return self.name is not None and self.name.entity.type is EntityType.PERSON


@dataclass(slots=True)
class Line:
    """One sentence of a paragraph."""

    paragraph: int
    number: int
    words: list[Word] = field(default_factory=list)

    def find(self, quote: int) -> int:
        """Return the place of a quotation among the words."""
        return next(place for place, word in enumerate(self.words) if word.quote == quote)


_CALLED = 6
"""Words of the longest name with titles."""

_EXPLAINED = 16
"""Words of the longest comma phrase behind the name of who asks."""

_CALLING = frozenset("?!")
_ASKED = read_words("reporting_grammar.txt", "asked")
_INDIRECT = frozenset(("that", "whether", "if", "for", "why", "how", "off", "on", "about", "to"))

POSSESSIVES = frozenset(("'s", "’s", "’"))
"""The ending that an owner's name or noun has, as a word of its own."""


def owns(words: Sequence[Word], place: int) -> bool:
    """Whether the word at a place is the owner of what follows: "Lee" in "Lee's widow"."""
    return place + 1 < len(words) and words[place + 1].text in POSSESSIVES


def last_of_name(words: Sequence[Word], place: int, high: int) -> int:
    """Return the place of the last word, before ``high``, of the name at a place."""
    while place + 1 < high and words[place + 1].name is words[place].name:
        place += 1
    return place


def names_by_paragraph(article: Article, entities: Sequence[Entity]) -> list[list[Name]]:
    """Return the mentions of names (not of dates and figures) in each paragraph, in order."""
    found: list[list[Name]] = [[] for _ in article.paragraphs]
    for entity in pulsed(entities, 8):
        if entity.type.is_name:
            for mention in entity.mentions:
                found[mention.paragraph].append(Name(mention.start, mention.end, entity))
    for names in pulsed(found):
        names.sort(key=lambda name: name.start)
    return found


def cut_lines(
    paragraph: Paragraph, stretches: Sequence[tuple[int, Stretch]], names: Sequence[Name]
) -> list[Line]:
    """Return the sentences of a paragraph; ``stretches`` are its (number, stretch) in order.

    A sentence end inside a quotation does not cut; one at its end does, unless words that may report it
    follow in lower case.
    """
    text = paragraph.text
    words: list[Word] = []
    queue = deque(stretches)
    name_at = 0
    for token in tokenize(text):
        while queue and token.start >= queue[0][1].outer_end:
            _, _done = queue.popleft()
        if queue and token.end > queue[0][1].outer_start:
            number, stretch = queue[0]
            if not words or words[-1].quote != number:
                words.append(
                    Word(
                        stretch.outer_start, stretch.outer_end, text[stretch.start : stretch.end], "", number
                    )
                )
            continue
        while name_at < len(names) and names[name_at].end <= token.start:
            name_at += 1
        name = names[name_at] if name_at < len(names) and names[name_at].start < token.end else None
        words.append(Word(token.start, token.end, token.text, token.text.lower().replace("’", "'"), -1, name))
    ends = _ends(paragraph, stretches)
    lines: list[Line] = []
    at = 0
    current = Line(paragraph.index, 0)
    for number, word in enumerate(words):
        if at < len(ends) and word.start >= ends[at]:
            while at < len(ends) and word.start >= ends[at]:
                at += 1
            asked = _asks(words, number)
            after_quote = bool(current.words) and current.words[-1].quote >= 0
            if current.words and not (
                after_quote and (word.text[:1].islower() or word.text[:1] in ",—–-" or asked)
            ):
                lines.append(current)
                current = Line(paragraph.index, len(lines))
        current.words.append(word)
    if current.words:
        lines.append(current)
    return lines


def _asks(words: Sequence[Word], number: int) -> bool:
    """Whether a new sentence tells who has just asked or called: "I asked", "X asked the witness"."""
    place = number
    while (
        place < len(words)
        and place - number <= _CALLED
        and (words[place].name or words[place].text[:1].isupper())
    ):
        place += 1
    if not number < place < len(words) or words[number - 1].text.rstrip("’'")[-1:] not in _CALLING:
        return False
    named = any(word.person for word in words[number:place])
    if named and words[place].text == ",":  # "Ann Lee, who lives next door, said."
        ahead = range(place + 1, min(len(words), place + _EXPLAINED))
        closed = next((i for i in ahead if words[i].text == "," or words[i].quote >= 0), place)
        place = min(closed + 1, len(words) - 1)
    verb = words[place].low
    if words[number].text == "I":
        return verb in cues()
    following = words[place + 1].low if place + 1 < len(words) else "."
    if named and following == "." and verb in cues() and not verb.endswith("ing"):
        return True  # nothing else is said
    return named and verb in _ASKED and following not in _INDIRECT


def _ends(paragraph: Paragraph, stretches: Sequence[tuple[int, Stretch]]) -> list[int]:
    text = paragraph.text
    ends: list[int] = []
    queue = [stretch for _, stretch in stretches]
    at = 0
    for sentence in paragraph.sentences:
        while at < len(queue) and queue[at].outer_end < sentence.end:
            at += 1
        if at < len(queue) and queue[at].outer_start < sentence.end < queue[at].outer_end:
            if text[sentence.end : queue[at].outer_end - 1].strip():
                continue  # the end of a sentence inside the quotation
            ends.append(queue[at].outer_end)
        else:
            ends.append(sentence.end)
    # a quotation that closes with a full stop ends its sentence even where the splitter went on
    for stretch in queue:
        if text[stretch.start : stretch.end].rstrip()[-1:] == "." and stretch.closed:
            after = text[stretch.outer_end :].lstrip()[:1]
            if after.isupper():
                ends.append(stretch.outer_end)
    return sorted(set(ends))

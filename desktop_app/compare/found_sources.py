"""Who a reporter names for a statement in his own words, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.compare.bead_making import sentence_region
from desktop_app.compare.beads import Placed, Region
from desktop_app.compare.change_names import NameIndex
from desktop_app.compare.source_phrases import (
    PAPERS,
    SHOWING,
    find_sources,
    head_of,
    pronoun_source,
    reporting_verb,
    subject_of,
)
from desktop_app.compare.source_sorts import THEIRS
from desktop_app.compare.speaker_signs import gender_of_source, is_anonymous, sort_of_head
from desktop_app.extract.quotations_cues import body_nouns, people_nouns, singular
from desktop_app.model import EntityRow, EntityType, Mention, Side


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a statement: the sentence in its region, first and last word, its words without those
    that say nothing, the noun it is, the name in it, the words of weight of its statement, whether it is one
    person who has been spoken of ("the former owner"), whether it asked not to be named, and whether it is a
    man ("m"), a woman ("f") or neither is told.
    """

    sentence: int
    first: int
    last: int
    words: frozenset[str]
    noun: str
    row: EntityRow | None
    statement: frozenset[str]
    definite: bool = False
    anonymous: bool = False
    gender: str = ""
    printed: tuple[str, ...] = ()
    """Its folded words in order, with those behind that may tell whose it is: "a memo drawn up by"."""


class SourceReader:
    """Reads the sources of the statements of two articles, whose names it knows."""

    def __init__(self, names: NameIndex) -> None:
        self._names = names

    def read(self, region: Region, side: Side) -> list[Source]:
        """Return the sources of a region, at most one a sentence."""
        found: list[Source] = []
        words = region.words
        starts = [i for i, word in enumerate(words) if not i or words[i - 1].sentence != word.sentence]
        for start, end in pairwise([*starts, len(words)]):
            if _quotes(region, region.words[start].sentence):
                continue
            parts = find_sources(region.words, start, end)
            if len(parts) == 1:
                found.append(self._source(region, side, parts[0], start, end))
            elif not parts and (cue := pronoun_source(region.words, start, end)):
                found.append(self._behind_pronoun(region, side, start, cue, end))
        return [source for source in found if source.noun or source.row is not None or source.gender]

    def _source(self, region: Region, side: Side, part: tuple[int, int, int], start: int, end: int) -> Source:
        first, last, cue = part
        words = region.words
        last = self._with_name(region, side, first, last, end)
        inside = words[first : last + 1]
        row = self._row(region, side, first, last)
        verb = reporting_verb(words[cue].low)
        surely = verb is None or not (verb.base in SHOWING or (verb.nounlike and words[cue].low == verb.base))
        heavy = frozenset(singular(w.low) for w in inside if w.heavy)
        rest = frozenset(
            _key(words[i])
            for i in range(start, end)
            if words[i].heavy and not first <= i <= last and not cue <= i <= cue + 1
        )
        noun = head_of(inside, any_noun=surely)
        if noun in PAPERS and inside[0].low in THEIRS:
            noun = ""  # "its minutes" speak for somebody told before
        one = (
            inside[0].low == "the"
            and noun in people_nouns() - body_nouns()
            and any(w.low == noun for w in inside)
        )
        noun = sort_of_head(noun, heavy)
        person = row is not None and row.type is EntityType.PERSON
        hidden = not person and is_anonymous(region.article, region.mention(first, last))
        gender = gender_of_source(" ".join(w.low for w in inside), row.name if row and person else None)
        told = tuple(w.low for w in inside) + _owner(words[last + 1 : min(end, last + _OWNED)])
        return Source(words[first].sentence, first, last, heavy, noun, row, rest, one, hidden, gender, told)

    def _with_name(self, region: Region, side: Side, first: int, last: int, end: int) -> int:
        """Return the last word of a source with the person's name behind a mark: "the mayor of Lyme, X"."""
        words = region.words
        if last + 1 >= end or not words[last + 1].after_mark or self._row(region, side, first, last):
            return last
        if head_of(words[first : last + 1], any_noun=False) not in people_nouns():
            return last
        after = words[last + 1]
        for mention, row in self._names.in_paragraphs(side, [after.paragraph]):
            if row.type is EntityType.PERSON and mention.start == after.start:
                inside = range(last + 1, end)
                return next((i for i in reversed(inside) if words[i].end <= mention.end), last)
        return last

    def _behind_pronoun(self, region: Region, side: Side, start: int, cue: int, end: int) -> Source:
        """Return the source that "it said" means: the subject of the sentence before, where that is told."""
        words = region.words
        rest = frozenset(_key(w) for w in words[cue + 1 : end] if w.heavy)
        gender = gender_of_source(words[start].low, None)
        alone = Source(words[start].sentence, start, start, frozenset(), "", None, rest, gender=gender)
        home = region.sentences[words[start].sentence]
        sentences = region.article.paragraphs[home.paragraph].sentences
        number = next((n for n, s in enumerate(sentences) if s.start == home.start), 0)
        if number == 0:
            return alone
        before = sentence_region(region.article, home.paragraph, number - 1)
        subject = subject_of(before.words)
        if subject is None:
            return alone
        told = self._source(before, side, (*subject, subject[1] + 1), 0, len(before.words))
        person = told.row is not None and told.row.type is EntityType.PERSON
        if person != bool(gender):
            return alone
        return replace(alone, words=told.words, noun=told.noun, row=told.row)

    def _row(self, region: Region, side: Side, first: int, last: int) -> EntityRow | None:
        whole: Mention = region.mention(first, last)
        rows = [
            row
            for mention, row in self._names.in_paragraphs(side, [whole.paragraph])
            if whole.start <= mention.start and mention.end <= whole.end
        ]
        people = [row for row in rows if row.type is EntityType.PERSON]
        bodies = [row for row in rows if row.type is EntityType.ORG]
        return next(iter([*people, *bodies]), None)


FIGURE = "#"
"""What the long figures of a statement begin with among its words of weight."""


def _key(word: Placed) -> str:
    """Return what a word of a statement is held against: long figures by their digits alone."""
    digits = "".join(filter(str.isdigit, word.low))
    return FIGURE + digits if len(digits) >= _LONG else word.near


_LONG = 3
"""Digits of a figure that hardly stands in two statements by chance, so that it counts for two words."""


def _owner(behind: Sequence[Placed]) -> tuple[str, ...]:
    """Return the word behind a source that opens whose it is: "drawn up by"."""
    return tuple(w.low for w in behind if w.low in ("of", "by", "from") and not w.after_mark)[:1]


_OWNED = 5
"""Words from the last of a paper on among which it is told whose it is."""


def _quotes(region: Region, sentence: int) -> bool:
    """Whether a sentence holds more in quotation marks than a term."""
    span = region.sentences[sentence]
    text = region.article.paragraphs[span.paragraph].text[span.start : span.end]
    if _MARKS.isdisjoint(text):
        return False
    return any(len(part.split()) > _TERM for found in _QUOTED.findall(text) for part in found)


_MARKS = frozenset("“\"«‘'")
_QUOTED = re.compile(r"“([^”]*)|\"([^\"]*)|«([^»]*)|(?:^|\s)[‘']([^’']*)")
_TERM = 3
"""Words in quotation marks up to which they are a term, not a quotation."""

"""Are two printed speakers the same source?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop_app.compare.name_variants import given_names_alike, name_variant, spelled_apart
from desktop_app.compare.seats import is_short_for, same_seat
from desktop_app.compare.source_sorts import one_voice, opposed, same_kind_of_source, speaks_for
from desktop_app.compare.speaker_signs import gender_of_source, is_anonymous, sort_of_head
from desktop_app.compare.word_families import families_of
from desktop_app.extract.quotations_cues import body_nouns, people_nouns, singular
from desktop_app.extract.quotations_phrases import PRONOUNS
from desktop_app.model import (
    Article,
    EntityRow,
    EntityType,
    Mention,
    Quotation,
    Side,
    SpeakerDifference,
    pulsed,
)
from desktop_app.text.lexicons import function_words, read_words
from desktop_app.text.normalize import fold

_INDEFINITE = read_words("reporting_grammar.txt", "indefinite")
"""What opens a source that is not known from before: "a witness"."""

_LINKS = frozenset(("of", "for", "to", "with", "near", "from", "by", "at", "in", "close", "familiar", "who"))
_NEVER_NAMED = frozenset(("police", "witness", "resident", "prosecutor", "doctor"))
"""Sources that may go without an article and stand for nobody named before."""

_BESIDE = 30
"""Characters between a person's name and that of the body the person belongs to."""

_OF_A_SORT = read_words("source_nouns.txt", "of_a_sort")
"""Bodies that are called by their sort only where they are one: a ministry is not "the bank"."""

_OFFICES = frozenset(
    ("president", "minister", "premier", "chancellor", "mayor", "governor", "king", "queen", "pope", "judge")
)
_APART = read_words("disagreement_words.txt", "apart")
"""Sources that no company or body means when it speaks for itself."""


class Speakers:
    """Knows which names of the two sides belong together."""

    def __init__(self, rows: Sequence[EntityRow], articles: Mapping[Side, Article] | None = None) -> None:
        self._articles = articles or {}
        self._row: dict[tuple[Side, str], EntityRow] = {}
        self._people: dict[tuple[Side, int], list[tuple[int, str]]] | None = None
        self._bodies: dict[tuple[Side, int], list[tuple[Mention, str]]] | None = None
        self._agreed: dict[tuple[str, str | None, str, str | None], bool] = {}
        for row in pulsed(rows):
            if not row.type.is_name:
                continue
            for side in Side:
                for surface in (*row.surfaces(side), row.name) if row.on(side) else ():
                    known = self._row.get((side, surface))
                    if known is None or (
                        known.type is not EntityType.PERSON and row.type is EntityType.PERSON
                    ):
                        self._row[(side, surface)] = row

    def row(self, side: Side, name: str | None) -> EntityRow | None:
        """Return the entity row of a name on one side."""
        return self._row.get((side, name)) if name else None

    def named(self, side: Side, quotation: Quotation) -> Quotation:
        """Return the quotation with its speaker's best name of both sides."""
        row = self.row(side, quotation.speaker_entity)
        if row is None or row.name == quotation.speaker_entity:
            return quotation
        return replace(quotation, speaker_entity=row.name)

    def agree(self, left: Quotation, right: Quotation) -> bool:
        """Whether both speakers are known and the same, by name or, for unnamed sources, by description."""
        if left.speaker is None or right.speaker is None:
            return False
        both = left.speaker, left.speaker_entity, right.speaker, right.speaker_entity
        agreed = self._agreed.get(both)
        if agreed is None:
            agreed = self._agreed[both] = self._agree(left, left.speaker, right, right.speaker)
        return agreed

    def _agree(self, left: Quotation, one: str, right: Quotation, other: str) -> bool:
        a, b = self.row(Side.LEFT, left.speaker_entity), self.row(Side.RIGHT, right.speaker_entity)
        if a is not None and b is not None:
            return a is b or name_variant(a.name, b.name)
        if left.speaker_entity and right.speaker_entity:
            return fold(left.speaker_entity) == fold(right.speaker_entity)
        if left.speaker_entity or right.speaker_entity:
            return False
        words = _words(one)
        if words and words == _words(other):
            return words[0] not in PRONOUNS
        heads = _head(one), _head(other)
        return heads[0] is not None and heads[0] == heads[1]

    def difference(self, left: Quotation, right: Quotation) -> SpeakerDifference | None:
        """Return how the speakers differ; None where they agree or where the texts do not tell.

        A pronoun tells too little to hold against the other side.
        """
        if left.speaker is None or right.speaker is None:
            return None
        a, b = self.row(Side.LEFT, left.speaker_entity), self.row(Side.RIGHT, right.speaker_entity)
        if a is not None and b is not None and spelled_apart(a, b):
            return SpeakerDifference.NAME_VARIANT
        if self._of_other_gender(left, right):
            return SpeakerDifference.ATTRIBUTION
        if _is_renamed(left, right):
            return None
        if not (self._clear(Side.LEFT, left, b) and self._clear(Side.RIGHT, right, a)):
            return None
        if a is not None and b is not None:
            return self._between_names(a, b)
        if left.speaker_entity and right.speaker_entity:
            same = fold(left.speaker_entity) == fold(right.speaker_entity)
            return None if same else SpeakerDifference.ATTRIBUTION
        for named, side, unnamed in ((a, Side.RIGHT, right), (b, Side.LEFT, left)):
            if named is not None:
                other = self._hides(named, side, unnamed) or self.is_other(named, unnamed.speaker or "")
                described = (left if unnamed is right else right).speaker or ""
                if named.type is EntityType.ORG and "," in described:  # "its operator, X" is no ministry
                    other = other or unlike(left.speaker, right.speaker)
                return SpeakerDifference.ATTRIBUTION if other else None
        return SpeakerDifference.ATTRIBUTION if unlike(left.speaker, right.speaker) else None

    @staticmethod
    def _of_other_gender(left: Quotation, right: Quotation) -> bool:
        """Whether one side gives a pronoun that cannot stand for the other's source: "she", "a spokesman"."""
        speakers = left.speaker or "", right.speaker or ""
        if not any(speaker.lower() in ("he", "she") for speaker in speakers):
            return False
        first = gender_of_source(speakers[0], None)
        second = gender_of_source(speakers[1], None)
        return bool(first and second) and first != second

    def _clear(self, side: Side, quotation: Quotation, other: EntityRow | None) -> bool:
        """Whether a speaker is no pronoun, or one whose person is the last, or only one, named before it.

        It is not clear where the ``other`` side's speaker is named before it too.
        """
        if quotation.speaker is None:
            return True
        if self._told_before(side, quotation):
            return False
        row = self.row(side, quotation.speaker_entity)
        if quotation.speaker.lower() not in PRONOUNS and not _calls_again(quotation.speaker, row):
            return True
        if row is None:
            return False
        named = self._people_in(side, quotation.paragraph)
        before = [name for start, name in named if start < quotation.pieces[0].start]
        if other is not None and other is not row and other.name in before:
            spot = max(start for start, name in named if name == other.name)
            if not self._parted(side, quotation, spot):
                return False  # "Judge X ordered that Y be held. “It is serious,” he said"
        return before[-1:] == [row.name] or {name for _, name in named} == {row.name}

    def _told_before(self, side: Side, quotation: Quotation) -> bool:
        """Whether the words for an unnamed speaker stand in a sentence before the one that reports: a
        pronoun stands for them there.
        """
        article, speaker, cue = self._articles.get(side), quotation.speaker_span, quotation.cue_span
        if article is None or speaker is None or cue is None or quotation.speaker_entity is not None:
            return False
        if speaker.paragraph != cue.paragraph:
            return True
        sentences = article.paragraphs[cue.paragraph].sentences
        return any(speaker.end <= s.end <= min(cue.start, quotation.pieces[0].start) for s in sentences)

    def _parted(self, side: Side, quotation: Quotation, spot: int) -> bool:
        """Whether a sentence ends between a place of a paragraph and the name right before a quotation."""
        article = self._articles.get(side)
        if article is None:
            return True
        sentences = article.paragraphs[quotation.paragraph].sentences
        start = quotation.pieces[0].start
        named = [p for p, _ in self._people_in(side, quotation.paragraph) if p < start]
        return not any(s.start <= spot and named[-1] < s.end for s in sentences)

    def _people_in(self, side: Side, paragraph: int) -> list[tuple[int, str]]:
        """Return where people are named in a paragraph: offsets and names, in order."""
        if self._people is None:
            self._people = {}
            for each, mention, row in self._mentions(EntityType.PERSON):
                self._people.setdefault((each, mention.paragraph), []).append((mention.start, row.name))
            for places in self._people.values():
                places.sort()
        return self._people.get((side, paragraph), [])

    def last_person(self, side: Side, quotation: Quotation) -> str | None:
        """Return the person named last before a quotation, in its paragraph or else the one before."""
        first = quotation.pieces[0]
        here = [name for start, name in self._people_in(side, first.paragraph) if start < first.start]
        named = here or [name for _, name in self._people_in(side, first.paragraph - 1)]
        return named[-1] if named else None

    def _mentions(self, kind: EntityType) -> Iterator[tuple[Side, Mention, EntityRow]]:
        for row in {id(row): row for row in self._row.values() if row.type is kind}.values():
            for side in Side:
                for mention in row.on(side):
                    yield side, mention, row

    def _between_names(self, a: EntityRow, b: EntityRow) -> SpeakerDifference | None:
        """Return how two sources with names differ; None for forms of one name, and a body and its people."""
        if fold(a.name) == fold(b.name):
            return None
        first, second = set(_words(a.name)), set(_words(b.name))
        if first <= second or second <= first:
            return None  # a longer form of the same name
        if name_variant(a.name, b.name) or given_names_alike(a.name, b.name):
            return SpeakerDifference.NAME_VARIANT
        if a.type is not b.type:
            person, body = (a, b) if a.type is EntityType.PERSON else (b, a)
            # a body and the person who speaks for it are one source
            if person.type is EntityType.PERSON and body.type is not EntityType.ORG:
                return None  # somebody may speak for "France"
            bodies = self._bodies_of(person) if person.type is EntityType.PERSON else set()
            if not bodies or body.name in bodies:
                return None
        return SpeakerDifference.ATTRIBUTION

    def _bodies_of(self, person: EntityRow) -> set[str]:
        """Return the bodies named right beside a person: "X, Calder's director", "Calder boss X"."""
        if self._bodies is None:
            self._bodies = {}
            for side, mention, row in self._mentions(EntityType.ORG):
                self._bodies.setdefault((side, mention.paragraph), []).append((mention, row.name))
        return {
            name
            for side in Side
            for mention in person.on(side)
            for body, name in self._bodies.get((side, mention.paragraph), ())
            if 0 < max(body.start - mention.end, mention.start - body.end) <= _BESIDE
        }

    def _hides(self, named: EntityRow, side: Side, unnamed: Quotation) -> bool:
        """Whether a source asked not to be named where the other side names a person."""
        article = self._articles.get(side)
        if named.type is not EntityType.PERSON or article is None or unnamed.speaker_span is None:
            return False
        return is_anonymous(article, unnamed.speaker_span)

    @staticmethod
    def is_other(named: EntityRow, unnamed: str) -> bool:
        """Whether a source without a name cannot be the one that the other side names."""
        words = _words(unnamed)
        if not words or words[0] in PRONOUNS:
            return False
        head = _head(unnamed)
        if head is None:
            return False
        if named.type is EntityType.ORG:
            own = set(_words(named.name)) | {w for role in named.roles for w in _words(role)}
            sort = next((word for word in reversed(_words(named.name)) if word in _OF_A_SORT), "")
            if words[0] == "the" and sort and head in _OF_A_SORT and head not in own:
                return not same_kind_of_source(sort, head)  # "the central bank" is no Audit Office
            return (
                words[0] in ("a", "an", "two", "three", "several") and head in _APART and not own & set(words)
            )
        if named.type is not EntityType.PERSON:
            return False
        roles = {singular(word) for role in named.roles for word in _words(role)}
        office = head in _OFFICES and bool(roles & _OFFICES)  # "the president" is no labour minister
        if words[0] not in _INDEFINITE and head not in _NEVER_NAMED and not office:
            return False
        return bool(roles) and not any(role == head or same_kind_of_source(role, head) for role in roles)


def _is_renamed(left: Quotation, right: Quotation) -> bool:
    """Whether two speakers are one body or state under two names: "Bangkok", "Thailand"."""
    one, other = left.speaker or "", right.speaker or ""
    first, second = _words(one), _words(other)
    if same_seat(first, second):
        return True
    return is_short_for(one.split(" ")[-1], second) or is_short_for(other.split(" ")[-1], first)


def _calls_again(speaker: str, row: EntityRow | None) -> bool:
    """Whether a person is meant by a description that says nothing known of the person: "the Dane"."""
    words = _words(speaker)
    if row is None or row.type is not EntityType.PERSON or words[:1] != ["the"]:
        return False
    known = {word for text in (row.name, *row.roles) for word in _words(text)}
    return known.isdisjoint(words)


def unlike(left: str, right: str) -> bool:
    """Whether two unnamed sources are clearly different ones ("police", "witnesses")."""
    first, second = _head(left), _head(right)
    if first is None or second is None or _words(left)[0] in PRONOUNS or _words(right)[0] in PRONOUNS:
        return False
    if {first, second} & {"person", "people", "man", "woman"}:
        return False
    whole = [{singular(word) for word in _words(text)} for text in (left, right)]
    if whole[0] & whole[1] - function_words():
        return False  # a body and those who speak for it: "a spokesman for the operator"
    named = [{family for word in words for family in families_of(word)} for words in whole]
    if not (named[1].isdisjoint(families_of(first)) and named[0].isdisjoint(families_of(second))):
        return False
    if speaks_for(first, _words(left), second, _words(right)):
        return False
    return opposed(first, second) or not one_voice(first, second)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_][\w-]*", fold(text))


def _head(text: str) -> str | None:
    """Return the noun, singular, that says what an unnamed source is."""
    words = _words(text)
    front: list[str] = []
    for word in words:
        if word in _LINKS and front:
            break
        front.append(word)
    people, bodies = people_nouns(), body_nouns()
    for word in reversed(front):
        if word in people or word in bodies:
            return sort_of_head(singular(word), words)
    return None

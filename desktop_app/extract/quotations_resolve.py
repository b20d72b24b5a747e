"""Resolve a printed speaker to the full name of an entity, or honestly to nothing."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.extract.quotations_cues import body_nouns, document_nouns, people_nouns, singular
from desktop_app.extract.quotations_lines import Line, Name, Word
from desktop_app.extract.quotations_roles import gender_of, likely_gender, roles_by_name, same_role
from desktop_app.model import Entity, EntityType
from desktop_app.text.lexicons import read_words
from desktop_app.text.scripts import UNSPACED

_LINKS = read_words("reporting_grammar.txt", "links")
_OPENERS = read_words("reporting_grammar.txt", "openers")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_HE = frozenset(("he", "him", "his", "он", "er", "il", "él", "他"))
_SHE = frozenset(("she", "her", "она", "elle", "ella", "她"))
_REMARKS = read_words("reporting_grammar.txt", "speech_nouns")
_WRITERS = frozenset(("from", "by"))
_SENT = frozenset(("sent", "written", "signed", "posted", "issued", "released", "published", "read"))
_COUPLED = 1.2
"""The same for two who are named as a pair."""

_SOMEBODY = frozenset(("a", "an", "one", "another"))
_LINES_BACK = 12
"""Sentences of a paragraph in which a pronoun's person is looked for."""

_UNLIKELY = 1.5
"""Taken off a candidate whose first name is mostly one of the other gender."""

_TOO_WEAK = 0.4
"""A pronoun's person is left unknown below this."""

_CLOSE = 0.35
"""Two candidates nearer to each other than this leave a pronoun unresolved."""


@dataclass(frozen=True, slots=True)
class Said:
    """An earlier speaker: the resolved name and the place of what was said."""

    name: str
    paragraph: int
    offset: int


class Resolver:
    """Knows who was named where in one article."""

    def __init__(self, lines: Sequence[Sequence[Line]], names: Sequence[Sequence[Name]]) -> None:
        self._lines = lines
        self._names = names
        self._people: dict[str, Entity] = {}
        self._first: dict[str, tuple[int, int]] = {}
        for paragraph, found in enumerate(names):
            for name in found:
                if name.entity.type is EntityType.PERSON:
                    self._people.setdefault(name.entity.name, name.entity)
                    self._first.setdefault(name.entity.name, (paragraph, name.start))
        self._gender = {name: gender_of(entity) for name, entity in self._people.items()}
        self._likely = {name: self._gender[name] or likely_gender(name) for name in self._people}
        every = (line for paragraph in lines for line in paragraph)
        self._roles = roles_by_name(every, self._people.values())

    def resolve(self, words: Sequence[Word], paragraph: int, said: Said | None) -> str | None:
        """Return the full name behind a speaker's words, or None where it is not clear."""
        if not words:
            return None
        if len(words) == 1 and words[0].low in _HE | _SHE:
            return self._pronoun(words[0], paragraph, said)
        if len(words) == 1 and words[0].low == "it":
            return self._it(words[0].start, paragraph, said)
        named = self._named(words)
        if named is not None:
            return named
        return self._role(words, paragraph)

    def gender(self, name: str) -> str:
        """Return "f", "m" or "" for a person's name."""
        return self._gender.get(name, "")

    def _named(self, words: Sequence[Word]) -> str | None:
        """Return the name that heads the words; "one source close to X" has none."""
        names: list[Name] = []
        words = _writer(words)
        for place, word in enumerate(words):
            if word.name is None or word.name in names:
                continue
            linked = any(before.low in _LINKS for before in words[:place])
            if (not names and linked and not _is_office(words, place)) or (
                place and words[place - 1].low in _LINKS
            ):
                break
            names.append(word.name)
        if not names:
            return None
        if any(word.low == "and" and word.name is None for word in words) and len(names) > 1:
            return None
        if len(words) == 1 and (words[0].low in people_nouns() or words[0].low in body_nouns()):
            return None  # "Neighbours" at the start of a sentence
        people = [name for name in names if name.entity.type is EntityType.PERSON]
        if people:
            after = [word for word in words if word.start >= people[-1].end]
            if after and after[0].text in ("'s", "’s", "’"):
                written = after[-1].low in document_nouns() | _REMARKS
                return people[-1].entity.name if written else None  # "Marek's letter", "Marek's spokesman"
            return people[-1].entity.name
        last = names[-1]
        rest = [word.low for word in words if word.start >= last.end and word.is_word]
        if any(word in people_nouns() or word in body_nouns() for word in rest):
            return None
        if last.entity.type in (EntityType.ORG, EntityType.GPE) and not rest:
            return last.entity.name
        return None

    def _role(self, words: Sequence[Word], paragraph: int) -> str | None:
        lows = [word.low for word in words]
        bare = len(lows) == 1 and words[0].text[:1].isupper()  # "Mayor says ..."
        if not (bare or lows[0] in ("the", "its", "their")) or any(low in _LINKS for low in lows):
            return None
        head = singular(lows[-1])
        if head in body_nouns() and head not in people_nouns():
            return (
                self._body(words[0].start, paragraph)
                if head in ("company", "firm", "group", "bank", "club", "party", "agency", "charity")
                else None
            )
        aged = head.endswith("-year-old")
        if (head not in people_nouns() and not words[-1].text[:1].isupper() and not aged) or lows[-1] != head:
            return None
        head = same_role(head)
        qualifiers = {low for low in lows[1:-1] if low not in ("former", "then", "outgoing")}
        here = paragraph, words[0].start
        known = [name for name, roles in self._roles.items() if head in roles]
        holders = [name for name in known if self._first[name] < here] or known
        exact = [name for name in holders if qualifiers <= self._roles[name]]
        if len(exact) == 1 and (qualifiers or len(holders) == 1):
            return exact[0]
        if qualifiers and not exact:
            return None
        near = [name for name in (exact or holders) if self._last_place(name, paragraph) == paragraph]
        return near[0] if len(near) == 1 else None

    def _last_place(self, name: str, paragraph: int) -> int | None:
        for index in range(paragraph, max(-1, paragraph - 2), -1):
            if any(found.entity.name == name for found in self._names[index]):
                return index
        return None

    def _pronoun(self, word: Word, paragraph: int, said: Said | None) -> str | None:
        if self._stranger(word, paragraph):
            return None
        wanted = "f" if word.low in _SHE else "m"
        scores: dict[str, float] = {}
        couples: set[str] = set()
        order = 0
        here = self._lines[paragraph]
        own = here[max(0, bisect_right(here, word.start, key=lambda line: line.words[0].start) - 1)]
        for index in range(paragraph, max(-1, paragraph - 4), -1):
            seen = self._lines[index]
            if index == paragraph:
                seen = seen[: bisect_left(seen, word.start, key=lambda line: line.words[0].start)]
            seen = seen[-_LINES_BACK:]
            for line in reversed(seen):
                for place in range(len(line.words) - 1, -1, -1):
                    other = line.words[place]
                    if (
                        other.name is None
                        or not other.person
                        or (index == paragraph and other.start >= word.start)
                    ):
                        continue
                    name = other.name.entity.name
                    if self.gender(name) not in ("", wanted):
                        continue
                    order += name not in scores
                    score = 1.2 / order - 0.35 * (paragraph - index)
                    score += 0.5 if _opens(line.words, place) else 0.0
                    if line is own:
                        score -= 1.0 if line.words[0].low in _OPENERS else 0.0  # "In a letter to X, he said"
                    elif index == paragraph or not scores:
                        score += 0.4 * _standing(line.words, place)
                    score -= 0.5 if _owns(line.words, place) else 0.0
                    score += self._leaning(name, wanted)
                    scores[name] = max(scores.get(name, -9.0), score)
                    if _coupled(line.words, place):
                        couples.add(name)
        if said is not None and self.gender(said.name) in ("", wanted) and said.name in self._people:
            distance = paragraph - said.paragraph
            if distance <= 2:
                others = self._others_since(said, word, paragraph, wanted)
                weight = 0.3 if others or self._opened_by_other(said, word, paragraph, wanted) else 1.0
                start = scores.get(said.name, self._leaning(said.name, wanted))
                scores[said.name] = start + weight - 0.2 * distance
        ranked = sorted(scores.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < _TOO_WEAK:
            return None
        if len(ranked) > 1:
            ahead = ranked[0][1] - ranked[1][1]
            coupled = {ranked[0][0], ranked[1][0]} <= couples and (said is None or said.name not in couples)
            if ahead < (_COUPLED if coupled else _CLOSE):
                return None
        return ranked[0][0]

    def _stranger(self, word: Word, paragraph: int) -> bool:
        """Whether the sentence before a pronoun tells of somebody without a name: "by an officer"."""
        before = [line for line in self._lines[paragraph] if line.words[-1].start < word.start]
        if not before:
            return False
        words = before[-1].words
        if before[-1].words[0].start >= word.start or any(each.person for each in words):
            return False
        for place, each in enumerate(words[:-1]):
            opens = (
                place == 0 or (words[place - 1].low == "by") or (place <= 6 and words[place - 1].text == ",")
            )
            if opens and each.low in _SOMEBODY:
                head = next(
                    (w for w in words[place + 1 : place + 5] if w.name is None and w.low in people_nouns()),
                    None,
                )
                if head is not None and singular(head.low) == head.low:
                    return True
        return False

    def _leaning(self, name: str, wanted: str) -> float:
        """Return how far a title or first name speaks for a pronoun's gender; first names may mislead."""
        likely = self._likely.get(name, "")
        if not likely:
            return 0.0
        return 0.25 if likely == wanted else -_UNLIKELY

    def _others_since(self, said: Said, word: Word, paragraph: int, wanted: str) -> bool:
        """Whether another person who may be meant was named since the last speech, not merely as an owner."""
        if said.paragraph != paragraph:
            return False
        return any(
            other.person
            and other.name is not None
            and other.name.entity.name != said.name
            and self.gender(other.name.entity.name) in ("", wanted)
            and not _owns(line.words, place)
            and (place == 0 or line.words[place - 1].low not in _LINKS)
            for line in self._lines[paragraph]
            for place, other in enumerate(line.words)
            if said.offset <= other.start < word.start
        )

    def _opened_by_other(self, said: Said, word: Word, paragraph: int, wanted: str) -> bool:
        """Whether a sentence before the pronoun opens with another person who may be meant."""
        if said.paragraph == paragraph:
            return False
        return any(
            other.person
            and other.name is not None
            and other.name.entity.name != said.name
            and self.gender(other.name.entity.name) in ("", wanted)
            and _opens(line.words, place)
            and not _owns(line.words, place)
            for line in self._lines[paragraph][:_LINES_BACK]
            if line.words[0].start < word.start
            for place, other in enumerate(line.words[:7])
            if other.start < word.start
        )

    def _it(self, offset: int, paragraph: int, said: Said | None) -> str | None:
        """Return the body that speaks on as "it": what opens the sentence before, or the last speaker."""
        before = [line for line in self._lines[paragraph] if line.words and line.words[-1].start < offset]
        if not before and paragraph:
            before = list(self._lines[paragraph - 1])
        bodies = (EntityType.ORG, EntityType.GPE)
        if before:
            subject = [word for word in before[-1].words[:5] if word.name is not None]
            opens = before[-1].words[0].low if before[-1].words else ""
            if (
                subject
                and subject[0].name is not None
                and (opens == "the" or before[-1].words[0].name is subject[0].name)
            ):
                name = subject[0].name
                ends = next((i for i, word in enumerate(before[-1].words) if word.start >= name.end), 0)
                following = before[-1].words[ends].low if ends < len(before[-1].words) else ""
                if name.entity.type in bodies and following not in people_nouns() | body_nouns():
                    return name.entity.name
        if said is not None and said.paragraph == paragraph and said.name not in self._people:
            return said.name
        return None

    def _body(self, offset: int, paragraph: int) -> str | None:
        for index in range(paragraph, max(-1, paragraph - 2), -1):
            bodies = [
                word.name.entity.name
                for line in self._lines[index]
                for word in line.words
                if word.name is not None
                and word.name.entity.type is EntityType.ORG
                and (index < paragraph or word.start < offset)
            ]
            if bodies:
                return bodies[0] if len(set(bodies)) == 1 else None
        return None


def _writer(words: Sequence[Word]) -> Sequence[Word]:
    """Return the words for who wrote "a statement from X", "an email sent by X"; else the words given."""
    for place, word in enumerate(words[:-1]):
        if word.name is not None or (word.low in people_nouns() and place):
            break
        if place and word.low in _WRITERS and words[place - 1].low in document_nouns() | _SENT:
            written = any(before.low in document_nouns() for before in words[:place])
            named = next((after for after in words[place + 1 : place + 6] if after.name is not None), None)
            return words[place + 1 :] if written and named is not None else words
    return words


def _is_office(words: Sequence[Word], place: int) -> bool:
    """Whether the title of an office leads up to a name: "Superintendent of Police", "Chief of Staff"."""
    opening, before = words[0], words[place - 1]
    return (
        opening.low in people_nouns()
        and all(word.text[:1].isupper() or word.low in _LINKS for word in words[:place])
        and opening.text[:1].isupper()
        and before.low not in people_nouns()
    )


def _opens(words: Sequence[Word], place: int) -> bool:
    """Whether nothing but a title, or an opening phrase up to its comma, stands before a name."""
    comma = next((at for at, word in enumerate(words) if word.text == ","), None)
    opener = words[0].low in _OPENERS or words[0].low.endswith("ing")  # "Refusing bail, Judge X ..."
    if comma is not None and place < comma and words[0].low.endswith("ing"):
        return False
    if comma is not None and opener and place > comma:
        words, place = words[comma + 1 :], place - comma - 1
    before = words[:place]
    if _UNSPACED.search(words[place].text):
        return not any(word.person and word.name is not words[place].name for word in before)
    return all(word.text[:1].isupper() or word.low in ("the", "a") for word in before) and place <= 6


def _coupled(words: Sequence[Word], place: int) -> bool:
    """Whether a person is one of two or more that open a sentence together: "X and Y walked out"."""
    name = words[place].name
    if name is None:
        return False
    first = next(at for at in range(len(words)) if words[at].name is name)
    last = max(at for at in range(len(words)) if words[at].name is name)
    behind = last + 2 < len(words) and words[last + 1].low == "and" and words[last + 2].person
    ahead = first >= 2 and words[first - 1].low == "and" and words[first - 2].person
    return behind or ahead


def _standing(words: Sequence[Word], place: int) -> int:
    """Return 1 for the only person of a sentence or its subject, -1 for one beside a subject, else 0."""
    name = words[place].name
    others = [at for at, word in enumerate(words) if word.person and word.name is not name]
    if not others or (_opens(words, place) and others[0] > place):
        return 1
    return -1 if others[0] < place and _opens(words, others[0]) else 0


def _owns(words: Sequence[Word], place: int) -> bool:
    return place + 1 < len(words) and words[place + 1].text in ("'s", "’s", "’")
